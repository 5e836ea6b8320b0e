// The free space of the disk that all partitions of this node share: looked at now and then, counted down by what is written in between. Says when
// nothing more may be appended; what that means for whom is the partitions'.
import { SPACE_CHECK_MS } from '../limits.ts';
import type { Cancel, FreeBytes, Timers } from '../ports.ts';
import type { NodeEvent } from './events.ts';

export class Space {
  readonly #freeBytes: FreeBytes;
  readonly #reserveBytes: number;
  readonly #observe: (event: NodeEvent) => void;
  readonly #cancel: Cancel;
  readonly #lowListeners: (() => void)[] = [];
  #isLooking = false;
  /** At the last look; before the first nobody knows, and nothing is refused. */
  #free: number | undefined;
  #written = 0;
  #saidFull = false;

  constructor(options: {
    readonly freeBytes: FreeBytes;
    readonly reserveBytes: number;
    readonly timers: Timers;
    readonly observe: (event: NodeEvent) => void;
  }) {
    this.#freeBytes = options.freeBytes;
    this.#reserveBytes = options.reserveBytes;
    this.#observe = options.observe;
    this.#cancel = options.timers.every(SPACE_CHECK_MS, () => void this.#look());
    void this.#look();
  }

  /** Free bytes as far as is known; 0 before the first look. */
  get freeBytes(): number {
    return Math.max(0, (this.#free ?? 0) - this.#written);
  }

  /** Less than the reserve is free. */
  get isFull(): boolean {
    return this.#free !== undefined && this.#free - this.#written < this.#reserveBytes;
  }

  /** So many bytes were handed to the disk. */
  wrote(bytes: number): void {
    this.#written += bytes;
    this.#sayChange();
  }

  /** Calls back at every look that finds less than the reserve. */
  onLow(listener: () => void): void {
    this.#lowListeners.push(listener);
  }

  close(): void {
    this.#cancel();
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const before = this.#written;
    try {
      this.#free = await this.#freeBytes();
      // What was handed over during the look may or may not be in its answer.
      this.#written -= before;
    } catch {
      // The last answer, less what was written since, is still the best guess.
    } finally {
      this.#isLooking = false;
    }
    this.#sayChange();
    if (this.isFull) for (const listener of this.#lowListeners) listener();
  }

  #sayChange(): void {
    if (this.isFull === this.#saidFull) return;
    this.#saidFull = this.isFull;
    const bytes = { freeBytes: this.freeBytes, reserveBytes: this.#reserveBytes };
    this.#observe({ kind: this.isFull ? 'space-low' : 'space-back', ...bytes });
  }
}
