// The ticks of a node: one timer steps all its partitions in one turn, so that what they have to say to a peer leaves in one frame.
import { TICK_MS } from '../limits.ts';
import type { Cancel, Timers } from '../ports.ts';

export class Ticker {
  readonly #steps = new Set<() => void>();
  readonly #cancel: Cancel;

  constructor(timers: Pick<Timers, 'every'>) {
    this.#cancel = timers.every(TICK_MS, () => {
      for (const step of this.#steps) step();
    });
  }

  /** Calls `step` with every tick, in the order in which they were added. What it throws is a programmer's error. */
  add(step: () => void): Cancel {
    this.#steps.add(step);
    return () => this.#steps.delete(step);
  }

  /** Idempotent. */
  close(): void {
    this.#cancel();
  }
}
