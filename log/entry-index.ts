// Where each live entry lies, in typed arrays, and the runs of terms. Memory only: recovery fills it, appends and cuts keep it.
import { assert, defined } from '../consensus/assert.ts';
import type { LogPosition, TermRun } from '../consensus/types.ts';

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

/** Entries behind `base`, up to `lastIndex`. */
export class EntryIndex {
  #segments = new Uint32Array(INITIAL_CAPACITY);
  #positions = new Uint32Array(INITIAL_CAPACITY);
  #payloadBytes = new Uint32Array(INITIAL_CAPACITY);
  #firstOffsets = new Float64Array(INITIAL_CAPACITY);
  #termRuns: TermRun[] = [];
  #base: LogPosition;
  #count = 0;

  constructor(base: LogPosition = { index: 0, term: 0 }) {
    this.#base = base;
  }

  get lastIndex(): number {
    return this.#base.index + this.#count;
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
    if (this.#termRuns.at(-1)?.term !== term) this.#termRuns.push({ firstIndex: this.lastIndex, term });
  }

  /** Forgets every entry above `lastIndex`. */
  truncate(lastIndex: number): void {
    assert(lastIndex >= this.#base.index && lastIndex <= this.lastIndex, 'a cut does not lengthen the log');
    this.#count = lastIndex - this.#base.index;
    while ((this.#termRuns.at(-1)?.firstIndex ?? 0) > lastIndex) this.#termRuns.pop();
  }

  /** Forgets every entry up to and including that at `base`. */
  dropThrough(base: LogPosition): void {
    const dropped = base.index - this.#base.index;
    assert(dropped >= 0 && dropped <= this.#count, 'what is dropped is in the log');
    for (const column of [this.#segments, this.#positions, this.#payloadBytes, this.#firstOffsets])
      column.copyWithin(0, dropped, this.#count);
    this.#count -= dropped;
    this.#base = base;
    while ((this.#termRuns[1]?.firstIndex ?? Number.POSITIVE_INFINITY) <= base.index + 1) this.#termRuns.shift();
    const first = this.#termRuns[0];
    if (first !== undefined) this.#termRuns[0] = { firstIndex: base.index + 1, term: first.term };
    if (this.#count === 0) this.#termRuns = [];
  }

  place(index: number): EntryPlace {
    assert(index > this.#base.index && index <= this.lastIndex, `entry ${index} is in the log`);
    const at = index - this.#base.index - 1;
    return {
      segment: defined(this.#segments[at], 'a segment'),
      position: defined(this.#positions[at], 'a position'),
      payloadBytes: defined(this.#payloadBytes[at], 'a size'),
      firstOffset: defined(this.#firstOffsets[at], 'an offset'),
    };
  }

  /** Term of an entry, also of the one at the base. */
  termAt(index: number): number {
    if (index === this.#base.index) return this.#base.term;
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
    return low === 0 ? undefined : this.#base.index + low;
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
