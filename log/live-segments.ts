// The segments that make up the log, oldest first: which of them holds an entry or an offset, and what the log is at its end. Memory only: what
// is done to the files, and in which order, is for others.
import { assert, defined } from '../consensus/assert.ts';
import type { TermRun } from '../consensus/types.ts';
import type { LogEnd } from './log-end.ts';
import { type SegmentHeader, segmentSeed, startOf } from './segment-header.ts';
import type { SegmentIndex } from './segment-index.ts';

/** One file of the log, as far as its entries are live. Another object once it is cut or repaired: who holds the old one sees what was. */
export class LiveSegment {
  readonly path: string;
  readonly header: SegmentHeader;
  /** What binds every checksum to this segment. */
  readonly seed: number;
  readonly index: SegmentIndex;
  /** The file is not there, and all of its entries are damaged. */
  readonly isMissing: boolean;
  /** Bytes of the file. */
  bytes: number;
  /** SHA-256 of what a seal covers, once one is written. */
  digest: Uint8Array | undefined;

  constructor(segment: {
    readonly path: string;
    readonly header: SegmentHeader;
    readonly index: SegmentIndex;
    readonly bytes: number;
    readonly digest?: Uint8Array | undefined;
    readonly isMissing?: boolean;
  }) {
    this.path = segment.path;
    this.header = segment.header;
    this.seed = segmentSeed(segment.header);
    this.index = segment.index;
    this.bytes = segment.bytes;
    this.digest = segment.digest;
    this.isMissing = segment.isMissing ?? false;
  }

  get firstIndex(): number {
    return this.header.firstIndex;
  }

  /** `firstIndex` - 1 if there is none yet. */
  get lastIndex(): number {
    return this.index.end.lastIndex;
  }
}

export class LiveSegments {
  #all: LiveSegment[];
  /** Changes whenever segments are added, cut, dropped or replaced. */
  #version = 0;

  /** At least one; each continues the one before. */
  constructor(segments: readonly LiveSegment[]) {
    this.#all = [];
    for (const segment of segments) this.add(segment);
  }

  get all(): readonly LiveSegment[] {
    return this.#all;
  }

  get version(): number {
    return this.#version;
  }

  /** The one that is written to. */
  get newest(): LiveSegment {
    return defined(this.#all.at(-1), 'the newest segment');
  }

  get end(): LogEnd {
    return this.newest.index.end;
  }

  /** What the log is before its first entry. */
  get start(): LogEnd {
    return startOf(defined(this.#all[0], 'the oldest segment').header);
  }

  get termRuns(): readonly TermRun[] {
    const runs: TermRun[] = [];
    for (const { index } of this.#all) {
      for (const run of index.termRuns) if (runs.at(-1)?.term !== run.term) runs.push(run);
    }
    return runs;
  }

  /** Indexes of the membership entries, ascending; those in damage may be missing. */
  get memberships(): readonly number[] {
    return this.#all.flatMap(({ index }) => index.memberships);
  }

  /** The one that holds the live entry `index`. */
  of(index: number): LiveSegment {
    assert(index > this.start.lastIndex && index <= this.end.lastIndex, `entry ${index} is in the log`);
    return this.#lastWhere((segment) => segment.firstIndex <= index);
  }

  /** The one that holds the transaction at `offset`, which is in the log. */
  ofOffset(offset: number): LiveSegment {
    return this.#lastWhere((segment) => segment.header.firstOffset <= offset);
  }

  includes(segment: LiveSegment): boolean {
    return this.#all.includes(segment);
  }

  add(segment: LiveSegment): void {
    const previous = this.#all.at(-1);
    assert(previous === undefined || previous.lastIndex + 1 === segment.firstIndex, 'a segment continues the one before');
    this.#all.push(segment);
    this.#version++;
  }

  /**
   * Everything behind `end` is void; `endPosition` is the byte where it begins. Returns what of it had files of its own, and the one that was cut in its midst, anew.
   */
  cutTo(end: LogEnd, endPosition: number): { readonly dropped: readonly LiveSegment[]; readonly cut: LiveSegment | undefined } {
    const dropped = this.#all.filter((segment) => segment.firstIndex > end.lastIndex);
    this.#all = this.#all.filter((segment) => segment.firstIndex <= end.lastIndex);
    this.#version++;
    const last = this.#all.pop();
    if (last === undefined || last.lastIndex === end.lastIndex) {
      if (last !== undefined) this.#all.push(last);
      return { dropped, cut: undefined };
    }
    const { path, header, bytes, isMissing } = last;
    const cut = new LiveSegment({ path, header, index: last.index.cutTo(end, endPosition), bytes, isMissing });
    this.#all.push(cut);
    return { dropped, cut };
  }

  /** The log begins anew: the next segment is added at once. */
  dropAll(): readonly LiveSegment[] {
    const dropped = this.#all;
    this.#all = [];
    this.#version++;
    return dropped;
  }

  /** Those before `segment`, which are no longer live. */
  dropBefore(segment: LiveSegment): readonly LiveSegment[] {
    const dropped = this.#all.splice(0, this.#all.indexOf(segment));
    this.#version++;
    return dropped;
  }

  replace(segment: LiveSegment, by: LiveSegment): void {
    const at = this.#all.indexOf(segment);
    assert(at >= 0, 'what is replaced is live');
    this.#all[at] = by;
    this.#version++;
  }

  /** Of a list whose first satisfies it. */
  #lastWhere(isBefore: (segment: LiveSegment) => boolean): LiveSegment {
    let low = 1;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(defined(this.#all[middle], 'a segment'))) low = middle + 1;
      else high = middle;
    }
    return defined(this.#all[low - 1], 'a segment');
  }
}
