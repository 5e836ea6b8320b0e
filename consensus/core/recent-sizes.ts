// Sizes of the newest entries, so that appends can be cut by bytes without knowing payloads.
// Those of older entries, and of all that were there before a restart, only who reads them knows: replication.ts says how they are sent.
import { assert } from '../assert.ts';
import { ENTRY_OVERHEAD_BYTES, RECENT_SIZES_MAX } from '../limits.ts';

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

  isKnown(index: number): boolean {
    return this.sizes[index - this.firstIndex] !== undefined;
  }

  /** Bytes of the entry at `index`; the least that any takes if it is not known. */
  sizeAt(index: number): number {
    return this.sizes[index - this.firstIndex] ?? ENTRY_OVERHEAD_BYTES;
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
