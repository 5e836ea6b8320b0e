// Worker processes that try crash states side by side.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SampleOptions, Tally } from './sample.ts';
import type { Answer } from './state-worker.ts';

export class StateWorker {
  readonly #process: ChildProcess;

  /** `file`: the worker's, by default of this build. `execArgv`: options of Node, by default those of this process. */
  constructor({ file = fileURLToPath(new URL('./state-worker.js', import.meta.url)), execArgv = process.execArgv } = {}) {
    this.#process = fork(file, [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  /** Rejects when the process dies. `every`: hears how far it is. */
  run(task: SampleOptions, every: (tally: Tally) => void = () => undefined): Promise<Tally> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        this.#process.removeAllListeners();
        act();
      };
      this.#process.on('message', ({ tally, isDone }: Answer) => (isDone ? settle(() => resolve(tally)) : every(tally)));
      this.#process.once('error', (error) => settle(() => reject(error)));
      this.#process.once('exit', (code) => settle(() => reject(new Error(`a worker ended with code ${code}: ${task.workload}`))));
      this.#process.send(task);
    });
  }

  close(): void {
    this.#process.removeAllListeners();
    this.#process.kill();
  }
}
