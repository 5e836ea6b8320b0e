// Reads the sealed segments of one log again, slowly and in the background, so that rot is found before it is needed. What it finds the repairer repairs.
import { BATCH_BYTES_MAX, SCRUB_STEP_MS } from '../../limits.ts';
import type { Cancel, PartitionStorage, Timers } from '../../ports.ts';

/** Bytes that wait for the log above which the disk has better to do. */
const BUSY_BYTES = 8 * BATCH_BYTES_MAX;

export interface ScrubberOptions {
  readonly storage: PartitionStorage;
  readonly timers: Timers;
  /** 0: nothing is read; what the log knows to be damaged is told of all the same. */
  readonly bytesPerSecond: number;
  /** Bytes that wait for the log. */
  readonly queuedBytes: () => number;
  readonly onDamage: () => void;
  readonly onFailure: (error: unknown) => void;
}

export class Scrubber {
  readonly #options: ScrubberOptions;
  readonly #cancel: Cancel;
  #isReading = false;
  #closed = false;
  /** Index at which the round goes on. */
  index = 1;
  /** Milliseconds since 1970 at which the last round ended, 0 before. */
  endedAt = 0;

  constructor(options: ScrubberOptions) {
    this.#options = options;
    const step = () => void this.#step().catch((error: unknown) => this.#closed || options.onFailure(error));
    this.#cancel = options.timers.every(SCRUB_STEP_MS, step);
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  async #step(): Promise<void> {
    const { storage, timers, bytesPerSecond, queuedBytes, onDamage } = this.#options;
    // The log also comes across damage by itself, as when it seals a segment: nobody else would tell of that.
    if (storage.damage.length > 0) onDamage();
    if (bytesPerSecond === 0 || this.#isReading || this.#closed || queuedBytes() > BUSY_BYTES) return;
    this.#isReading = true;
    try {
      const from = Math.max(this.index, storage.base.index + 1);
      const { next, damage } = await storage.verify({ from, bytesMax: Math.ceil((bytesPerSecond * SCRUB_STEP_MS) / 1000) });
      if (this.#closed) return;
      this.index = next ?? storage.base.index + 1;
      if (next === undefined) this.endedAt = timers.wallClock();
      if (damage.length > 0) onDamage();
    } finally {
      this.#isReading = false;
    }
  }
}
