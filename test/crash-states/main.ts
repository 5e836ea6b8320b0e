// `make crash-states N=1000000`: as many crash states as asked for, on all cores, with progress and the first failures, each with the line that
// brings it back: `make crash-states STATE='…'` tries that one alone and tells its story.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { defined } from '../../consensus/assert.ts';
import { Explorer, parseState } from './explorer.ts';
import { StateWorker } from './pool.ts';
import type { Failure, SampleOptions, Tally } from './sample.ts';
import { WORKLOADS } from './workloads.ts';

/** States of one task: many more than the core states of a workload, so that each task finds new ones, and short enough to spread evenly. */
const TASK_STATES = 10_000;
const PROGRESS_MS = 5_000;
/** After so many it ends. */
const FAILURES_MAX = 5;

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: '1000000' },
    first: { type: 'string', default: '1' },
    state: { type: 'string', default: '' },
  },
});
process.exitCode = values.state === '' ? await many(integer(values.states), integer(values.first)) : await one(values.state);

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`not a number of at least 1: ${text}`);
  return value;
}

async function one(text: string): Promise<number> {
  const result = await new Explorer().try(parseState(text));
  if (result.kind !== 'violated') {
    console.log(`${text}: ${result.kind}`);
    return 0;
  }
  console.log(`${text}: ${result.story}\n${result.error.stack}`);
  return 1;
}

/** Tasks of all workloads in turn, each with a seed of its own. */
function tasks(states: number, firstSeed: number): SampleOptions[] {
  const rounds = Math.ceil(states / (TASK_STATES * WORKLOADS.length));
  const count = Math.ceil(states / (rounds * WORKLOADS.length));
  return Array.from({ length: rounds }, (_, round) =>
    WORKLOADS.map(({ name }) => ({ workload: name, count, seed: firstSeed + round, part: { number: round, of: rounds } })),
  ).flat();
}

async function many(states: number, firstSeed: number): Promise<number> {
  const startedAt = performance.now();
  const waiting = tasks(states, firstSeed);
  const wanted = waiting.reduce((sum, { count }) => sum + count, 0);
  const done: Tally[] = [];
  const underWay = new Map<SampleOptions, Tally>();
  const count = (key: 'tried' | 'opened' | 'unclear'): number =>
    [...done, ...underWay.values()].reduce((sum, tally) => sum + tally[key], 0);
  const line = (): string => {
    const seconds = (performance.now() - startedAt) / 1_000;
    const tried = count('tried');
    return `${tried} of ${wanted} states, ${Math.round(tried / seconds)} a second, ${count('unclear')} unclear, ${failuresOf(done).length} failed`;
  };
  const progress = setInterval(() => console.log(line()), PROGRESS_MS);
  const work = async (): Promise<void> => {
    const worker = new StateWorker();
    try {
      while (waiting.length > 0 && failuresOf(done).length < FAILURES_MAX) {
        const task = defined(waiting.shift(), 'a task');
        const tally = await worker.run(task, (sofar) => underWay.set(task, sofar));
        underWay.delete(task);
        done.push(tally);
        printFailures(tally);
      }
    } finally {
      worker.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    clearInterval(progress);
  }
  console.log(line());
  return failuresOf(done).length > 0 ? 1 : 0;
}

function printFailures({ failures }: Tally): void {
  for (const { state, story, message } of failures) console.log(`\nFAILED  make crash-states STATE='${state}'\n${story}\n${message}\n`);
}

function failuresOf(tallies: readonly Tally[]): Failure[] {
  return tallies.flatMap(({ failures }) => failures);
}
