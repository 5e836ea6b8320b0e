// Crash states of the log, as many as fit into `make test`: `make crash-states N=1000000` tries more of the same.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Explorer, formatState, parseState } from './explorer.ts';
import { StateWorker } from './pool.ts';
import { CI_STATES, shareOf } from './sample.ts';
import { WORKLOADS } from './workloads.ts';

interface Limits {
  readonly what: string;
  readonly states: number;
  readonly execArgv: readonly string[];
  /** Of `make`. */
  readonly options: string;
}

const SMALL_LIMITS = ['--import', new URL('../sim/small-limits.js', import.meta.url).href];
const ALL_LIMITS: readonly Limits[] = [
  { what: '', states: CI_STATES, execArgv: [], options: '' },
  // Nearly every write is a large one then, for which the file is made longer beforehand.
  {
    what: ', with the limits of the log so small that all are reached',
    states: CI_STATES / 5,
    execArgv: SMALL_LIMITS,
    options: 'SMALL=1 ',
  },
];

for (const { what, states, execArgv, options } of ALL_LIMITS) {
  describe(`whatever a crash leaves, the log starts with all that was acknowledged and nothing invented${what}`, () => {
    // A process of its own: node:test follows every promise of the one that it runs in, which costs half as much again.
    let worker: StateWorker;
    before(() => {
      worker = new StateWorker({ execArgv: [...execArgv] });
    });
    after(() => worker.close());

    for (const { name } of WORKLOADS) {
      test(`workload ${name}`, async (context) => {
        const count = shareOf(states, WORKLOADS.length);
        const { tried, unclear, failures } = await worker.run({ workload: name, count, seed: 1 });
        const [failure] = failures;
        assert.equal(failure, undefined, `make crash-states ${options}STATE='${failure?.state}': ${failure?.story}: ${failure?.message}`);
        assert.equal(tried, count);
        // Garbage is a class of its own: it may be unclear, and it must not be all that is tried.
        assert.ok(unclear < tried / 10, `${unclear} of ${tried} are unclear`);
        context.diagnostic(`${tried} states, ${unclear} of them unclear`);
      });
    }
  });
}

test('a state is named by a line that gives it back, and anything else is refused', () => {
  const line = 'rotation 17:prefix:212 4:random:99';
  assert.equal(formatState(parseState(line)), line);
  assert.throws(() => parseState('rotation'), /at least one crash/);
  assert.throws(() => parseState('rotation 17:sector:2'), /not a crash/);
});

test('the same state is the same twice', async () => {
  const id = parseState('truncation 40:random:7');
  const [first, second] = [await new Explorer().run('truncation'), await new Explorer().run('truncation')];
  const cut = first.cuts[10] ?? 0;
  assert.deepEqual(first.cuts, second.cuts);
  const step = { ...id.steps[0], cut, kind: 'random', number: 7 } as const;
  assert.deepEqual(first.place(cut).place.crash('random', 7), second.place(cut).place.crash('random', 7));
  assert.equal((await new Explorer().try({ workload: 'truncation', steps: [step] })).kind, 'opened');
});
