// Sizes of the newest entries, so that appends can be cut by bytes without knowing payloads.
// Older entries, and all that were there before a restart, are taken to be as large as an append may be, hence sent one a message.
import { assert } from '../assert.ts';
import { RECENT_SIZES_MAX } from '../limits.ts';

/** What a dump holds of the sizes. */
export interface RecentSizesData {
  readonly firstIndex: number;
  readonly sizes: readonly number[];
}

export class RecentSizes {
  /** Index of the oldest entry whose size is known; one past the end of the log if none is. */
  private firstIndex: number;
  /** Consecutive from `firstIndex`: at least the newest `RECENT_SIZES_MAX` appended here, at most twice as many. */
  private readonly sizes: number[];

  constructor({ firstIndex, sizes }: RecentSizesData) {
    this.firstIndex = firstIndex;
    this.sizes = [...sizes];
  }

  /** Bytes of the entry at `index`, or `unknown` if it is too old to be remembered. */
  sizeAt(index: number, unknown: number): number {
    return this.sizes[index - this.firstIndex] ?? unknown;
  }

  /** Remembers the sizes of entries appended at the end of the log. */
  append(sizes: readonly number[]): void {
    for (const size of sizes) {
      assert(size >= 1, 'every entry has a size');
      this.sizes.push(size);
    }
    const excess = this.sizes.length - RECENT_SIZES_MAX;
    if (excess < RECENT_SIZES_MAX) return;
    this.sizes.splice(0, excess);
    this.firstIndex += excess;
  }

  /** Forgets every entry: the next one has index `nextIndex`. */
  resetTo(nextIndex: number): void {
    this.sizes.length = 0;
    this.firstIndex = nextIndex;
  }

  /** Forgets the entries from `index` on. */
  truncateFrom(index: number): void {
    this.sizes.length = Math.max(0, Math.min(this.sizes.length, index - this.firstIndex));
    this.firstIndex = Math.min(this.firstIndex, index);
  }
}
