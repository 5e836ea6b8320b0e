// The `Timers` port over simulated time, for one life of one node. Its wall clock is off and drifts, and its timers run fast or slow:
// neither may matter.
import type { Cancel, Timers } from '../../consensus/ports.ts';
import type { SimProcess } from './process.ts';

/** Simulated time 0 on a node's wall clock without offset. */
const EPOCH_MS = 1_700_000_000_000;

export interface ClockOptions {
  /** Milliseconds by which the wall clock is wrong at the start. */
  readonly offsetMs: number;
  /** Wall milliseconds per simulated millisecond; 1 is exact. */
  readonly rate: number;
  /** Simulated milliseconds per millisecond of a timer; 1 is exact. */
  readonly timerRate: number;
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
      this.#process.after(ms * this.#clock.timerRate, fire);
      callback();
    };
    this.#process.after(ms * this.#clock.timerRate, fire);
    return () => {
      cancelled = true;
    };
  }

  after(ms: number, callback: () => void): Cancel {
    let cancelled = false;
    this.#process.after(ms * this.#clock.timerRate, () => {
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
