// The end of somebody's patience, by a timer: no clock is read.
import type { Cancel, Timers } from '../ports.ts';

export class Deadline {
  readonly #cancel: Cancel;
  readonly #listeners = new Set<() => void>();
  #isOver = false;

  constructor(timers: Timers, ms: number) {
    this.#cancel = timers.after(ms, () => this.#end());
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Calls back when it is over. Returns the cancellation. */
  onOver(listener: () => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody waits any more. */
  cancel(): void {
    this.#cancel();
    this.#listeners.clear();
  }

  #end(): void {
    this.#isOver = true;
    for (const listener of [...this.#listeners]) listener();
  }
}
