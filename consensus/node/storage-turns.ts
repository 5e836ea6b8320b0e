// One call that changes the log at a time: writes, cuts, compaction, repair (the contract of `PartitionStorage`). First come, first served.
import { ClosedError } from './pauses.ts';

export class StorageTurns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;
  #closed = false;

  /** Runs `work` when no other is under way: now, in this very step, if there is none. Rejects with `ClosedError` if it was never begun. */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new ClosedError('the log closes'));
    if (!this.#isTaken) return this.#take(work);
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        if (this.#closed) {
          reject(new ClosedError('the log closes'));
          this.#next();
        } else this.#take(work).then(resolve, reject);
      });
    });
  }

  /** Begins nothing more and resolves when what is under way has ended, however. Idempotent. */
  close(): Promise<void> {
    this.#closed = true;
    return new Promise((resolve) => {
      this.#waiting.push(() => {
        resolve();
        this.#next();
      });
      if (!this.#isTaken) this.#next();
    });
  }

  async #take<T>(work: () => Promise<T>): Promise<T> {
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #next(): void {
    this.#isTaken = false;
    this.#waiting.shift()?.();
  }
}
