// Where the entries of one segment lie: one place about every 64 KiB, the runs of terms, the membership entries, and what the log is before and behind it. Memory only;
// a sealed segment's is kept in its seal (seal.ts), the newest one's grows with each append.
import { assert, defined } from '../consensus/assert.ts';
import { SEAL_INDEX_STEP_BYTES } from '../consensus/limits.ts';
import type { EntryType, TermRun } from '../consensus/types.ts';
import type { LogEnd } from './log-end.ts';
import { SEGMENT_HEADER_BYTES } from './segment-header.ts';

/** A frame whose place is known. */
export interface FramePlace {
  readonly index: number;
  /** Byte of the frame in the file. */
  readonly position: number;
  readonly firstOffset: number;
}

/** What an index needs to know of an entry. */
export interface PlacedEntry extends FramePlace {
  readonly type: EntryType;
  /** The byte behind its frame. */
  readonly endPosition: number;
  readonly timestamp: number;
  /** What the log is behind it. */
  readonly end: LogEnd;
}

/** What a seal keeps of an index. */
export interface StoredIndex {
  readonly start: LogEnd;
  readonly end: LogEnd;
  readonly endPosition: number;
  readonly lastTimestamp: number;
  readonly termRuns: readonly TermRun[];
  readonly places: readonly FramePlace[];
  /** Indexes of the membership entries, ascending. */
  readonly memberships: readonly number[];
}

const INITIAL_CAPACITY = 16;

export class SegmentIndex {
  readonly start: LogEnd;
  #end: LogEnd;
  #endPosition = SEGMENT_HEADER_BYTES;
  #lastTimestamp = 0;
  #termRuns: TermRun[] = [];
  #memberships: number[] = [];
  /** Index of each place, less the first index of the segment. */
  #indexes = new Uint32Array(INITIAL_CAPACITY);
  #positions = new Uint32Array(INITIAL_CAPACITY);
  #firstOffsets = new Float64Array(INITIAL_CAPACITY);
  #count = 0;

  constructor(start: LogEnd) {
    this.start = start;
    this.#end = start;
  }

  static of(stored: StoredIndex): SegmentIndex {
    const index = new SegmentIndex(stored.start);
    for (const place of stored.places) index.#pushPlace(place);
    index.#termRuns = stored.termRuns.slice();
    index.#memberships = stored.memberships.slice();
    index.#end = stored.end;
    index.#endPosition = stored.endPosition;
    index.#lastTimestamp = stored.lastTimestamp;
    return index;
  }

  get end(): LogEnd {
    return this.#end;
  }

  /** The byte behind the last frame. */
  get endPosition(): number {
    return this.#endPosition;
  }

  /** Of the last entry whose header is known; 0 before the first. */
  get lastTimestamp(): number {
    return this.#lastTimestamp;
  }

  get termRuns(): readonly TermRun[] {
    return this.#termRuns;
  }

  /** Indexes of the membership entries that are known, ascending: one in damage is known if it was read before, or the seal is there. */
  get memberships(): readonly number[] {
    return this.#memberships;
  }

  get places(): readonly FramePlace[] {
    return Array.from({ length: this.#count }, (_, at) => this.#place(at));
  }

  /** Adds an entry behind the last: the next one, or a later one if those between are damaged. */
  add(entry: PlacedEntry): void {
    const { index, position, end } = entry;
    assert(index > this.#end.lastIndex && end.lastIndex === index, 'entries are added in their order');
    const isBehindGap = index !== this.#end.lastIndex + 1;
    const lastPosition = this.#count === 0 ? 0 : defined(this.#positions[this.#count - 1], 'a position');
    if (this.#count === 0 || isBehindGap || position - lastPosition >= SEAL_INDEX_STEP_BYTES) this.#pushPlace(entry);
    if (isBehindGap) this.#openRuns(end.lastTerm);
    if (this.#termRuns.at(-1)?.term !== end.lastTerm) this.#termRuns.push({ firstIndex: index, term: end.lastTerm });
    if (entry.type === 'membership') this.#memberships.push(index);
    this.#end = end;
    this.#endPosition = entry.endPosition;
    this.#lastTimestamp = entry.timestamp;
  }

  /** The entries up to `end` are damaged: they count, but have no places. Of the last of them the term is known. */
  extendTo(end: LogEnd): void {
    const { lastIndex, lastTerm } = end;
    assert(lastIndex >= this.#end.lastIndex, 'an index does not shrink');
    this.#openRuns(lastTerm);
    if (lastIndex > this.#end.lastIndex && this.#termRuns.at(-1)?.term !== lastTerm)
      this.#termRuns.push({ firstIndex: lastIndex, term: lastTerm });
    this.#end = end;
  }

  /** A copy that ends at `end`, behind which the frame at `endPosition` is void. */
  cutTo(end: LogEnd, endPosition: number): SegmentIndex {
    const { lastIndex } = end;
    return SegmentIndex.of({
      start: this.start,
      end,
      endPosition,
      lastTimestamp: this.#lastTimestamp,
      termRuns: this.#termRuns.filter((run) => run.firstIndex <= lastIndex),
      places: this.places.filter((place) => place.index <= lastIndex),
      memberships: this.#memberships.filter((index) => index <= lastIndex),
    });
  }

  /** Takes the places of an index that was made by reading the segment: behind damage there is always one, so that no way leads across it. */
  takePlaces(read: SegmentIndex): void {
    const places = [...read.places, ...this.places.filter((place) => place.index > read.end.lastIndex)];
    this.#count = 0;
    for (const place of places) this.#pushPlace(place);
  }

  /** Takes in membership entries that were found by reading the segment: damage that is sound again, as after a passing error of the disk, may have held one. */
  takeMemberships(found: readonly number[]): void {
    const all = new Set([...this.#memberships, ...found]);
    this.#memberships = [...all].sort((left, right) => left - right);
  }

  /** Takes the terms of an index that was made by reading the segment, of which these entries are damaged: others may have been, and their terms been guessed. */
  takeTerms(read: SegmentIndex, damage: readonly { readonly from: number; readonly to: number }[]): void {
    read.takeDamaged(this, damage);
    const { lastIndex } = read.end;
    const last = read.#termRuns.at(-1)?.term;
    this.#termRuns = [...read.#termRuns, ...this.#termRuns.filter((run) => run.firstIndex > lastIndex && run.term !== last)];
  }

  /** Nothing can be read of these damaged entries: what `known`, an index of the same segment, says of their terms and types stays, as far as the terms around them allow. */
  takeDamaged(known: SegmentIndex, damage: readonly { readonly from: number; readonly to: number }[]): void {
    const first = this.start.lastIndex + 1;
    const rangeAt = (index: number) => damage.find(({ from, to }) => from <= index && index <= to);
    // Of the first entry from there on that is sound.
    const soundTermFrom = (index: number): number => {
      if (index > this.#end.lastIndex) return known.end.lastTerm;
      const range = rangeAt(index);
      return range === undefined ? this.termAt(index) : soundTermFrom(range.to + 1);
    };
    const bounds = damage.flatMap(({ from, to }) => [from, to + 1]);
    const starts = [...this.#termRuns, ...known.termRuns].map((run) => run.firstIndex);
    const runs: TermRun[] = [];
    for (const index of [first, ...bounds, ...starts].sort((left, right) => left - right)) {
      if (index < first || index > this.#end.lastIndex) continue;
      const bound = soundTermFrom(index);
      const wanted = rangeAt(index) === undefined ? bound : Math.min(known.termAt(index), bound);
      const term = Math.max(wanted, runs.at(-1)?.term ?? this.start.lastTerm);
      if (runs.at(-1)?.term !== term) runs.push({ firstIndex: index, term });
    }
    this.#termRuns = runs;
    this.takeMemberships(known.memberships.filter((index) => rangeAt(index) !== undefined));
  }

  /** The last place at or before the entry `index`; `undefined` if that lies in damage at the start of the segment. */
  placeBefore(index: number): FramePlace | undefined {
    const relative = index - this.start.lastIndex - 1;
    return this.#lastWhere((at) => defined(this.#indexes[at], 'an index') <= relative);
  }

  /** The last place whose first offset is at most `offset`. */
  placeBeforeOffset(offset: number): FramePlace | undefined {
    return this.#lastWhere((at) => defined(this.#firstOffsets[at], 'an offset') <= offset);
  }

  /** The first place behind the entry `index`. */
  placeBehind(index: number): FramePlace | undefined {
    const relative = index - this.start.lastIndex - 1;
    const count = this.#countWhere((at) => defined(this.#indexes[at], 'an index') <= relative);
    return count < this.#count ? this.#place(count) : undefined;
  }

  /** A byte at or behind the end of the frame of entry `index`. */
  boundBehind(index: number): number {
    return this.placeBehind(index)?.position ?? this.#endPosition;
  }

  /** The last place at or before a byte of the file. */
  placeUpTo(position: number): FramePlace | undefined {
    return this.#lastWhere((at) => defined(this.#positions[at], 'a position') <= position);
  }

  /** Term of an entry of this segment, or of the one before it. */
  termAt(index: number): number {
    return this.#termRuns.findLast((run) => run.firstIndex <= index)?.term ?? this.start.lastTerm;
  }

  /** Entries that are damaged at the very start have the term before them, or, where there is none, the one behind. */
  #openRuns(term: number): void {
    if (this.#termRuns.length > 0) return;
    this.#termRuns.push({ firstIndex: this.start.lastIndex + 1, term: this.start.lastTerm === 0 ? term : this.start.lastTerm });
  }

  #lastWhere(isBefore: (at: number) => boolean): FramePlace | undefined {
    const count = this.#countWhere(isBefore);
    return count === 0 ? undefined : this.#place(count - 1);
  }

  /** How many places, which are ascending, satisfy `isBefore`. */
  #countWhere(isBefore: (at: number) => boolean): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(at: number): FramePlace {
    return {
      index: this.start.lastIndex + 1 + defined(this.#indexes[at], 'an index'),
      position: defined(this.#positions[at], 'a position'),
      firstOffset: defined(this.#firstOffsets[at], 'an offset'),
    };
  }

  #pushPlace(place: FramePlace): void {
    if (this.#count === this.#positions.length) this.#grow();
    this.#indexes[this.#count] = place.index - this.start.lastIndex - 1;
    this.#positions[this.#count] = place.position;
    this.#firstOffsets[this.#count] = place.firstOffset;
    this.#count++;
  }

  #grow(): void {
    const capacity = this.#positions.length * 2;
    this.#indexes = grown(this.#indexes, new Uint32Array(capacity));
    this.#positions = grown(this.#positions, new Uint32Array(capacity));
    this.#firstOffsets = grown(this.#firstOffsets, new Float64Array(capacity));
  }
}

function grown<T extends { set(source: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
