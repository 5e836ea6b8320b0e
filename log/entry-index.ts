// Where each live entry lies, in typed arrays, and the runs of terms. Memory only: recovery fills it, appends and cuts keep it.
import { assert, defined } from '../consensus/assert.ts';
import type { TermRun } from '../consensus/types.ts';

const INITIAL_CAPACITY = 1024;

/** Where one entry lies, and what is needed to find it by offset. */
export interface EntryPlace {
  /** Sequence number of the segment. */
  readonly segment: number;
  /** Byte of the frame in the file. */
  readonly position: number;
  readonly payloadBytes: number;
  readonly firstOffset: number;
}

/** Entries 1..`lastIndex`. */
export class EntryIndex {
  #segments = new Uint32Array(INITIAL_CAPACITY);
  #positions = new Uint32Array(INITIAL_CAPACITY);
  #payloadBytes = new Uint32Array(INITIAL_CAPACITY);
  #firstOffsets = new Float64Array(INITIAL_CAPACITY);
  #termRuns: TermRun[] = [];
  #count = 0;

  get lastIndex(): number {
    return this.#count;
  }

  get termRuns(): readonly TermRun[] {
    return this.#termRuns.slice();
  }

  /** Adds the entry after `lastIndex`. */
  push(place: EntryPlace, term: number): void {
    if (this.#count === this.#positions.length) this.#grow();
    const at = this.#count++;
    this.#segments[at] = place.segment;
    this.#positions[at] = place.position;
    this.#payloadBytes[at] = place.payloadBytes;
    this.#firstOffsets[at] = place.firstOffset;
    if (this.#termRuns.at(-1)?.term !== term) this.#termRuns.push({ firstIndex: this.#count, term });
  }

  /** Forgets every entry above `lastIndex`. */
  truncate(lastIndex: number): void {
    assert(lastIndex <= this.#count, 'a cut does not lengthen the log');
    this.#count = lastIndex;
    while ((this.#termRuns.at(-1)?.firstIndex ?? 0) > lastIndex) this.#termRuns.pop();
  }

  place(index: number): EntryPlace {
    assert(index >= 1 && index <= this.#count, `entry ${index} is in the log`);
    const at = index - 1;
    return {
      segment: defined(this.#segments[at], 'a segment'),
      position: defined(this.#positions[at], 'a position'),
      payloadBytes: defined(this.#payloadBytes[at], 'a size'),
      firstOffset: defined(this.#firstOffsets[at], 'an offset'),
    };
  }

  /** Term of an entry; 0 for index 0. */
  termAt(index: number): number {
    let low = 0;
    let high = this.#termRuns.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (defined(this.#termRuns[middle], 'a run').firstIndex <= index) low = middle + 1;
      else high = middle;
    }
    return this.#termRuns[low - 1]?.term ?? 0;
  }

  /**
   * Index of the last entry whose first offset is at most `offset`: the one that holds it, provided that the log reaches so far
   * (an entry without transactions has the first offset of the entry behind it). `undefined` if there is none.
   */
  indexOfOffset(offset: number): number | undefined {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (defined(this.#firstOffsets[middle], 'an offset') <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : low;
  }

  #grow(): void {
    const capacity = this.#positions.length * 2;
    this.#segments = grown(this.#segments, new Uint32Array(capacity));
    this.#positions = grown(this.#positions, new Uint32Array(capacity));
    this.#payloadBytes = grown(this.#payloadBytes, new Uint32Array(capacity));
    this.#firstOffsets = grown(this.#firstOffsets, new Float64Array(capacity));
  }
}

function grown<T extends { set(source: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
