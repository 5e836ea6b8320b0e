// A worker process: gets seeds, runs each in the simulator with its own checkers silent, replays the trace against the model while it grows, and sends back what that says: at
// once when a rule is broken, and then the process is of no more use.
import { simulate } from '../sim/simulation.ts';
import { Model } from './model.ts';
import { BrokenRule, type Rule } from './rules.ts';

export interface ModelResult {
  readonly seed: number;
  /** Records that were allowed. */
  readonly records: number;
  readonly broken: { readonly rule: Rule; readonly message: string } | undefined;
}

async function run(seed: number): Promise<void> {
  const model = new Model();
  let isBroken = false;
  const say = (error?: BrokenRule) => {
    const result: ModelResult = { seed, records: model.records, broken: error && { rule: error.rule, message: error.message } };
    process.send?.(result);
  };
  await simulate(seed, {
    // The rest of the core's own invariants are the simulator's usual runs'.
    invariants: 'cheap',
    isUnjudged: true,
    onStep: (records) => {
      if (isBroken) return;
      try {
        model.replay(records);
      } catch (error) {
        isBroken = true;
        if (error instanceof BrokenRule) say(error);
        else fail(seed, error);
      }
    },
  });
  if (!isBroken) say();
}

function fail(seed: number, error: unknown): never {
  console.error(`seed ${seed}: the simulator or the model itself failed`, error);
  process.exit(1);
}

process.on('message', (seed) => {
  run(Number(seed)).catch((error: unknown) => fail(Number(seed), error));
});
