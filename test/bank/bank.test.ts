// The simulator bites: every bug of the bank, planted, is caught with its recorded seed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { BANK } from './bank.ts';
import { BuggySimulator, isCaught, plant, unplant, withBug } from './plant.ts';
import { readSeeds } from './seeds.ts';

/** What changes the simulated world moves the seeds: so many others are tried before a bug counts as missed. */
const OTHER_SEEDS = 100;

describe('the bug bank', { concurrency: 2 }, () => {
  let seeds: ReadonlyMap<string, number>;

  before(async () => {
    seeds = await readSeeds();
  });

  for (const bug of BANK) {
    test(`${bug.name}: ${bug.story}`, async (context) => {
      const recorded = seeds.get(bug.name);
      assert.ok(recorded !== undefined, 'no seed is recorded: run `make bank`');
      const simulator = new BuggySimulator(await plant(bug));
      try {
        const first = await simulator.run(recorded);
        if (isCaught(bug, first)) return;
        context.diagnostic(
          `seed ${recorded} no longer catches it, it ends with ${first.violation?.kind ?? 'no violation'}: run \`make bank\``,
        );
        let caught = false;
        for (let seed = 1; seed <= OTHER_SEEDS && !caught; seed++) caught = isCaught(bug, await simulator.run(seed));
        assert.ok(caught, `none of ${OTHER_SEEDS} seeds catches it either`);
      } finally {
        simulator.close();
        await unplant(bug);
      }
    });
  }
});

test('a planted bug whose text is not there exactly once is refused', () => {
  const bug = { name: 'b', story: '', file: 'f.js', find: 'x = 1', replace: 'x = 2', expects: [] } as const;
  assert.equal(withBug('let x = 1;', bug), 'let x = 2;');
  assert.throws(() => withBug('let x = 3;', bug), /stands 0 times/);
  assert.throws(() => withBug('x = 1; x = 1;', bug), /stands 2 times/);
});
