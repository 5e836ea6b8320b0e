// The `Timers` port over simulated time, for one life of one node. The wall clock is off and drifts; timers follow true simulated time,
// since no timer's accuracy may matter.
import type { Cancel, Timers } from '../../consensus/ports.ts';
import type { SimProcess } from './process.ts';

/** Simulated time 0 on a node's wall clock without offset. */
const EPOCH_MS = 1_700_000_000_000;

export interface ClockOptions {
  /** Milliseconds by which the wall clock is wrong at the start. */
  readonly offsetMs: number;
  /** Wall milliseconds per simulated millisecond; 1 is exact. */
  readonly rate: number;
}

export class SimTimers implements Timers {
  readonly #process: SimProcess;
  readonly #clock: ClockOptions;

  constructor(process: SimProcess, clock: ClockOptions) {
    this.#process = process;
    this.#clock = clock;
  }

  wallClock(): number {
    return Math.floor(EPOCH_MS + this.#clock.offsetMs + this.#process.scheduler.now * this.#clock.rate);
  }

  every(ms: number, callback: () => void): Cancel {
    let cancelled = false;
    const fire = () => {
      if (cancelled) return;
      this.#process.after(ms, fire);
      callback();
    };
    this.#process.after(ms, fire);
    return () => {
      cancelled = true;
    };
  }

  after(ms: number, callback: () => void): Cancel {
    let cancelled = false;
    this.#process.after(ms, () => {
      if (!cancelled) callback();
    });
    return () => {
      cancelled = true;
    };
  }

  endOfTurn(callback: () => void): void {
    this.#process.after(0, callback);
  }
}
