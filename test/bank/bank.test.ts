// The simulator bites: every bug of the bank, planted, is caught with its recorded seed, and a few others by their unit tests.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { BANK } from './bank.ts';
import { buggySimulator, isCaught, plant, unplant, withBug } from './plant.ts';
import { readSeeds } from './seeds.ts';
import { UNIT_BUGS } from './unit-bugs.ts';

/** What changes the simulated world moves the seeds: so many others are tried before a bug counts as missed. */
const OTHER_SEEDS = 100;

/** No unit test takes nearly so long, nor says so much. */
const TEST_MS_MAX = 60_000;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

describe('the bug bank', { concurrency: 2 }, () => {
  let seeds: ReadonlyMap<string, number>;

  before(async () => {
    seeds = await readSeeds();
  });

  for (const bug of BANK) {
    test(`${bug.name}: ${bug.story}`, async (context) => {
      const recorded = seeds.get(bug.name);
      assert.ok(recorded !== undefined, 'no seed is recorded: run `make bank`');
      const simulator = buggySimulator(plant(bug));
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
        unplant(bug);
      }
    });
  }
});

describe('what unit tests catch', { concurrency: 2 }, () => {
  for (const bug of UNIT_BUGS) {
    test(`${bug.name}: ${bug.story}`, async () => {
      const root = plant(bug, ['consensus', 'log', 'rpc', 'test/sim', 'test/unit/log', 'test/unit/consensus']);
      try {
        const lines = await runTests(`${root}${bug.test}`, bug.fails);
        const failed = lines.flatMap((line) => /^\s*not ok \d+ - (.*)$/.exec(line)?.[1] ?? []);
        assert.ok(failed.includes(bug.fails), `it does not fail, but: ${failed.join('; ')}`);
      } finally {
        unplant(bug);
      }
    });
  }
});

/** The lines of the report of one test in a file, whether it passes or fails. */
function runTests(file: string, name: string): Promise<string[]> {
  // A test file that is started by the test runner reports in the runner's own way otherwise.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--test-reporter=tap', `--test-name-pattern=^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, file],
      { env, timeout: TEST_MS_MAX, maxBuffer: OUTPUT_BYTES_MAX },
      (_error, stdout) => resolve(stdout.split('\n')),
    );
  });
}

test('a planted bug whose text is not there exactly once is refused', () => {
  const bug = { name: 'b', story: '', file: 'f.js', find: 'x = 1', replace: 'x = 2', expects: [] } as const;
  assert.equal(withBug('let x = 1;', bug), 'let x = 2;');
  assert.throws(() => withBug('let x = 3;', bug), /stands 0 times/);
  assert.throws(() => withBug('x = 1; x = 1;', bug), /stands 2 times/);
});
