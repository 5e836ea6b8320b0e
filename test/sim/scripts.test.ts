// Every script in scripts/: the history of a bug that was mended keeps every promise today; that of a planted bug breaks one as soon as the bug is planted, and none without it.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BANK } from '../bank/bank.ts';
import { buggySimulator, isCaught, plant, unplant } from '../bank/plant.ts';
import { hashText } from './random.ts';
import { parseScript, readScript, type Script, scriptText } from './script.ts';
import { SeedProcess } from './seed-process.ts';

const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const SCRIPTS = fileURLToPath(new URL('../../../test/sim/scripts/', import.meta.url));
/** What changes the simulated world moves a script, too: with so many seeds of the world it is tried before the bug counts as missed. */
const SEEDS = 20;

describe('scripts', { concurrency: 2 }, () => {
  for (const file of readdirSync(SCRIPTS).filter((name) => name.endsWith('.json'))) {
    const script = readScript(`${SCRIPTS}${file}`);
    test(`${file} keeps every promise: ${script.story}`, async () => {
      const simulator = new SeedProcess({ root: BUILD, invariants: 'all', limits: script.limits });
      try {
        assert.equal((await simulator.run({ script, isTraced: false })).violation, undefined);
      } finally {
        simulator.close();
      }
    });
    if (script.bug !== undefined) test(`${file} breaks one with ${script.bug} planted`, () => breaks(script));
  }
});

async function breaks(script: Script): Promise<void> {
  const bug = BANK.find(({ name }) => name === script.bug);
  assert.ok(bug !== undefined, `the bank has no ${script.bug}`);
  // A name of its own: the bank may be at work beside this.
  const planted = { ...bug, name: `script-${bug.name}` };
  const simulator = buggySimulator(plant(planted), script.limits);
  try {
    let isBroken = false;
    for (let variant = 0; variant < SEEDS && !isBroken; variant++) {
      const seed = variant === 0 ? script.seed : hashText(`${script.seed} ${variant}`);
      isBroken = isCaught(bug, await simulator.run({ script: { ...script, seed }, isTraced: false }));
    }
    assert.ok(isBroken, `with none of ${SEEDS} seeds of the world`);
  } finally {
    simulator.close();
    unplant(planted);
  }
}

test('a replayed history is the one that was recorded', async () => {
  const simulator = new SeedProcess({ root: BUILD, invariants: 'all', limits: 'usual' });
  try {
    const recorded = await simulator.run(3);
    const { plan, actions = [], faultsMs = 0 } = recorded;
    assert.ok(plan !== undefined && actions.length > 0);
    const rest = { story: '', limits: 'usual', beyond: false, bug: undefined, violation: 'vote', steps: [] } as const;
    const script = parseScript(scriptText({ ...rest, seed: 3, faultsMs, plan, actions }));
    assert.equal((await simulator.run({ script, isTraced: false })).digest, recorded.digest);
    const shorter = { ...script, actions: [] };
    assert.notEqual(
      (await simulator.run({ script: shorter, isTraced: false })).digest,
      recorded.digest,
      'without its actions it is another one',
    );
  } finally {
    simulator.close();
  }
});
