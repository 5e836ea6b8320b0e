// One process that runs seeds and scripts one by one, also with a bug planted in its code, which may make it hang or die: that counts as a failed node, and what comes next
// gets a new process.
import { type ChildProcess, fork } from 'node:child_process';
import type { Limits, Script } from './script.ts';
import type { SimulationResult } from './simulation.ts';

export interface SeedProcessOptions {
  /** Of the build that is run, as a path that ends with a slash. */
  readonly root: string;
  readonly invariants: 'all' | 'cheap';
  /** Of buffers and windows; fixed for a process. */
  readonly limits: Limits;
  readonly beyond?: boolean;
}

/** No seed takes nearly so long, nor so much memory: some process runs on for ever. */
const SEED_MS_MAX = 30_000;
const HEAP_MIB = 1024;

/** A seed, or a script; `isTraced`: `lastEvents` are all events. */
export type Job = number | { readonly script: Script; readonly isTraced: boolean };

/** What a seed came to; more only if its process lived. */
export type Outcome = Pick<SimulationResult, 'violation'> & Partial<SimulationResult>;

export class SeedProcess {
  readonly #options: SeedProcessOptions;
  #worker: ChildProcess | undefined;

  constructor(options: SeedProcessOptions) {
    this.#options = options;
  }

  run(job: Job): Promise<Outcome> {
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    const what = typeof job === 'number' ? `seed ${job}` : `a script of seed ${job.script.seed}`;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(watch);
        worker.removeAllListeners();
        act();
      };
      const fails = (message: string) => {
        this.#worker = undefined;
        worker.kill('SIGKILL');
        resolve({ violation: { kind: 'node-failed', message } });
      };
      const watch = setTimeout(() => settle(() => fails(`the simulator hangs at ${what}`)), SEED_MS_MAX);
      worker.once('message', (result) => settle(() => resolve(result as SimulationResult)));
      worker.once('error', (error) => settle(() => reject(error)));
      worker.once('exit', (code) => settle(() => fails(`the simulator ended with code ${code} at ${what}`)));
      worker.send(job);
    });
  }

  /** May be called again. */
  close(): void {
    this.#worker?.removeAllListeners();
    this.#worker?.kill('SIGKILL');
    this.#worker = undefined;
  }

  #start(): ChildProcess {
    const { root, invariants, limits, beyond = false } = this.#options;
    const small = limits === 'small' ? ['--import', `file://${root}test/sim/small-limits.js`] : [];
    const args = [invariants, 'quiet', beyond ? 'beyond' : 'within'];
    return fork(`${root}test/sim/seed-worker.js`, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MIB}`, ...small],
    });
  }
}
