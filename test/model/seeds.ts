// Replays the traces of simulated histories: a range of seeds over several worker processes. Even seeds run with small limits, as in the simulator's own runs.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ModelResult } from './seed-worker.ts';

/** Root of the build that this file is part of. */
const BUILD = fileURLToPath(new URL('../../', import.meta.url));
/** No seed takes nearly so long: its process hangs. */
const SEED_MS_MAX = 120_000;
const BUGGY_SEED_MS_MAX = 30_000;

/** One seed of a build with a bug in it, in a process of its own. `undefined` if that dies or hangs, as a bug may well bring about: then the trace has shown nothing. */
export async function replayBug(seed: number, build: string): Promise<ModelResult | undefined> {
  const worker = startWorker(seed, build);
  try {
    return await ask(worker, seed, BUGGY_SEED_MS_MAX);
  } catch {
    return undefined;
  } finally {
    worker.kill('SIGKILL');
  }
}

/** `count` seeds from `first` on, in no order. Rejects if a worker dies. */
export async function replaySeeds(
  range: { readonly first: number; readonly count: number; readonly jobs: number },
  onResult: (result: ModelResult) => void,
): Promise<void> {
  const waiting = Array.from({ length: range.count }, (_, position) => range.first + position);
  const kinds = [waiting.filter((seed) => !hasSmallLimits(seed)), waiting.filter(hasSmallLimits)];
  const jobs = Array.from({ length: Math.max(1, Math.min(range.jobs, range.count)) }, async (_, job) => {
    for (const seeds of job % 2 === 0 ? kinds : kinds.toReversed()) await runAll(seeds, onResult);
  });
  await Promise.all(jobs);
}

async function runAll(seeds: number[], onResult: (result: ModelResult) => void): Promise<void> {
  let worker: ChildProcess | undefined;
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    worker ??= startWorker(seed, BUILD);
    const result = await ask(worker, seed);
    onResult(result);
    if (result.broken === undefined) continue;
    worker.kill('SIGKILL');
    worker = undefined;
  }
  worker?.kill('SIGKILL');
}

/** Limits are fixed for a process. */
function hasSmallLimits(seed: number): boolean {
  return seed % 2 === 0;
}

function startWorker(seed: number, build: string): ChildProcess {
  const execArgv = hasSmallLimits(seed) ? ['--import', `${build}test/sim/small-limits.js`] : [];
  return fork(`${build}test/model/seed-worker.js`, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', build === BUILD ? 'inherit' : 'ignore', 'ipc'],
    execArgv,
  });
}

function ask(worker: ChildProcess, seed: number, msMax = SEED_MS_MAX): Promise<ModelResult> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(watch);
      worker.removeAllListeners();
      act();
    };
    const watch = setTimeout(() => settle(() => reject(new Error(`seed ${seed} hangs`))), msMax);
    worker.once('message', (result) => settle(() => resolve(result as ModelResult)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the worker ended with code ${code} at seed ${seed}`))));
    worker.send(seed);
  });
}
