// Runs a range of seeds on several worker processes; results come back one by one, in no order. Even seeds run with small limits
// (small-limits.ts), which are fixed for a process: so there are processes of two kinds.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SimulationResult } from './simulation.ts';

const WORKER = fileURLToPath(new URL('./seed-worker.js', import.meta.url));
const SMALL_LIMITS = new URL('./small-limits.js', import.meta.url).href;

/** No seed takes nearly so long: its process hangs. */
const SEED_MS_MAX = 120_000;

type Kind = 'usual' | 'small';

export interface SeedRange {
  readonly first: number;
  readonly count: number;
  readonly jobs: number;
  /** Every event goes to stdout. */
  readonly trace?: boolean;
  /** More is damaged than the promises allow. */
  readonly beyond?: boolean;
}

/** Throws if a worker dies, naming the seed that it was at. */
export async function runSeeds(range: SeedRange, onResult: (result: SimulationResult) => void): Promise<void> {
  const waiting: Record<Kind, number[]> = { usual: [], small: [] };
  for (let seed = range.first; seed < range.first + range.count; seed++) waiting[seed % 2 === 0 ? 'small' : 'usual'].push(seed);
  const jobs = Math.max(1, Math.min(range.jobs, range.count));
  await Promise.all(
    Array.from({ length: jobs }, async (_, job) => {
      const kinds: readonly Kind[] = job % 2 === 0 ? ['usual', 'small'] : ['small', 'usual'];
      for (const kind of kinds) if (waiting[kind].length > 0) await runWorker({ ...range, kind, seeds: waiting[kind] }, onResult);
    }),
  );
}

/** One process, for as long as there are seeds of its kind. */
function runWorker(
  options: Pick<SeedRange, 'trace' | 'beyond'> & { readonly kind: Kind; readonly seeds: number[] },
  onResult: (result: SimulationResult) => void,
): Promise<void> {
  const { kind, seeds, trace, beyond } = options;
  const execArgv = kind === 'small' ? ['--import', SMALL_LIMITS] : [];
  const worker: ChildProcess = fork(WORKER, ['all', trace === true ? 'trace' : 'quiet', beyond === true ? 'beyond' : 'within'], {
    serialization: 'advanced',
    execArgv,
  });
  let current: number | undefined;
  let watch: NodeJS.Timeout | undefined;
  const sendNext = () => {
    clearTimeout(watch);
    current = seeds.shift();
    if (current === undefined) {
      worker.disconnect();
    } else {
      watch = setTimeout(() => worker.kill('SIGKILL'), SEED_MS_MAX);
      worker.send(current);
    }
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (result) => {
      onResult(result as SimulationResult);
      sendNext();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(watch);
      if (current === undefined) resolve();
      else reject(new Error(`the simulator ended with code ${code} at seed ${current}`));
    });
    sendNext();
  });
}
