// One life of a simulated server process: what is delivered to it stops for ever when it dies and waits while it is paused.
import type { Scheduler } from './scheduler.ts';

export class SimProcess {
  readonly scheduler: Scheduler;
  #alive = true;
  #paused = false;
  #parked: (() => void)[] = [];
  #diedAt = 0;

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  get alive(): boolean {
    return this.#alive;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Runs `callback` now; when paused, after the pause; when dead, never. */
  deliver(callback: () => void): void {
    if (!this.#alive) return;
    if (this.#paused) this.#parked.push(callback);
    else callback();
  }

  /** `deliver` after `delay` ms. */
  after(delay: number, callback: () => void): void {
    this.scheduler.after(delay, () => this.deliver(callback));
  }

  pause(): void {
    this.#paused = true;
  }

  /** What was parked runs at once, in order, each as a happening of its own. */
  resume(): void {
    this.#paused = false;
    const parked = this.#parked;
    this.#parked = [];
    for (const callback of parked) this.after(0, callback);
  }

  /** Dead since before the happening that goes on: what was promised within it still runs, and comes to nothing. */
  get isLongDead(): boolean {
    return !this.#alive && this.#diedAt < this.scheduler.now;
  }

  die(): void {
    this.#alive = false;
    this.#diedAt = this.scheduler.now;
    this.#parked = [];
  }
}
