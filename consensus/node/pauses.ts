// Waiting inside background work: over the timers port, and never longer than the partition lives. Owns no work itself.
import type { Cancel, Timers } from '../ports.ts';

/** What background work throws to itself when the partition closes: nobody reports it. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
}

export class Pauses {
  readonly #timers: Timers;
  readonly #waiting = new Set<() => void>();
  #closed = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** Throws `ClosedError` once the partition closes. */
  check(): void {
    if (this.#closed) throw new ClosedError('the partition closes');
  }

  /** Resolves after `ms`, or at once when the partition closes. */
  wait(ms: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      let cancel: Cancel = () => undefined;
      const done = () => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
      cancel = this.#timers.after(ms, done);
    });
  }

  /** Resolves when this turn of the event loop is over: what arrived meanwhile goes first. */
  turn(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => this.#timers.endOfTurn(resolve));
  }

  /** Ends all waits. Idempotent. */
  close(): void {
    this.#closed = true;
    for (const done of [...this.#waiting]) done();
  }
}
