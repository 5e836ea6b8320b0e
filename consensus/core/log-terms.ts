// What the core knows of its log: the term of every index, held as runs, so that memory is O(terms) and never O(entries).
// Payloads are the driver's. The log begins behind its base, the last compacted entry; below that no term is known. While nothing is compacted
// the base is 0^0, the empty place before the first entry.
import { assert, checkInteger, defined } from '../assert.ts';
import type { LogPosition, TermRun } from '../types.ts';

/** The empty place before the first entry of any log. */
export const START: LogPosition = { index: 0, term: 0 };

/** What a dump holds of a log. */
export interface LogTermsData {
  readonly runs: readonly TermRun[];
  readonly last: number;
  readonly start: LogPosition;
}

/** The order of Raft §5.4.1: the later term is further; with equal terms the higher index is. Negative if `one` is behind `other`. */
export function comparePositions(one: LogPosition, other: LogPosition): number {
  return one.term === other.term ? one.index - other.index : one.term - other.term;
}

export class LogTerms {
  private readonly runs: TermRun[];
  private last: number;
  /** The base. */
  private start: LogPosition;

  /** `runs` ascend strictly in first index (from that behind `base`) and in term; the last one ends at `lastIndex`. */
  constructor(runs: readonly TermRun[], lastIndex: number, base: LogPosition = START) {
    this.runs = [...runs];
    this.last = checkInteger(lastIndex, 0, 'the last index');
    this.start = { index: checkInteger(base.index, 0, 'the index of the base'), term: checkInteger(base.term, 0, 'the term of the base') };
    this.checkRuns();
  }

  static fromDump({ runs, last, start }: LogTermsData): LogTerms {
    return new LogTerms(runs, last, start);
  }

  /** The entry behind which the log begins. */
  get base(): LogPosition {
    return this.start;
  }

  get lastIndex(): number {
    return this.last;
  }

  /** Term of the last entry; that of the base in an empty log. */
  get lastTerm(): number {
    return this.runs.at(-1)?.term ?? this.start.term;
  }

  get lastPosition(): LogPosition {
    return { index: this.last, term: this.lastTerm };
  }

  get termRuns(): readonly TermRun[] {
    return this.runs;
  }

  /** Whether the log ends at `position` or further, in the order of Raft §5.4.1. */
  reaches(position: LogPosition): boolean {
    return comparePositions(this.lastPosition, position) >= 0;
  }

  /** The term at `index`; `undefined` below the base, where it is not known any more, and beyond the end. */
  termAt(index: number): number | undefined {
    if (index === this.start.index) return this.start.term;
    if (index < this.start.index || index > this.last) return undefined;
    return this.runAt(this.positionOf(index)).term;
  }

  /** Whether the log, its base included, holds an entry of exactly this term at this index (Raft §5.3). False where the term is not known. */
  matches(index: number, term: number): boolean {
    return this.termAt(index) === term;
  }

  /** Terms of the entries `from`..`to`, which must exist. */
  termsOf(from: number, to: number): number[] {
    assert(from > this.start.index && to <= this.last, 'only entries in the log have terms');
    const terms: number[] = [];
    for (let position = this.positionOf(from), index = from; index <= to; position++) {
      const end = Math.min(to, this.endOf(position));
      const { term } = this.runAt(position);
      for (; index <= end; index++) terms.push(term);
    }
    return terms;
  }

  /**
   * The last place at or below `index` whose term is at most `term`: where two logs may agree, given the last place of the other (Raft §5.3). `undefined` if
   * that is below the base.
   */
  lastAtOrBelow({ index, term }: LogPosition): LogPosition | undefined {
    const top = Math.min(index, this.last);
    if (top < this.start.index || this.start.term > term) return undefined;
    if (top === this.start.index) return this.start;
    let position = this.positionOf(top);
    if (this.runAt(position).term <= term) return { index: top, term: this.runAt(position).term };
    while (position >= 0 && this.runAt(position).term > term) position--;
    return position < 0 ? this.start : { index: this.endOf(position), term: this.runAt(position).term };
  }

  /** Appends entries of these terms, which never fall. */
  append(terms: readonly number[]): void {
    for (const term of terms) {
      assert(term >= this.lastTerm && term > 0, 'terms never fall along a log');
      this.last++;
      if (this.runs.length === 0 || term > this.lastTerm) this.runs.push({ firstIndex: this.last, term });
    }
  }

  /** Drops the entries from `index` on. */
  truncateFrom(index: number): void {
    assert(index > this.start.index && index <= this.last, 'only entries in the log can be cut');
    this.last = index - 1;
    while ((this.runs.at(-1)?.firstIndex ?? 0) > this.last) this.runs.pop();
  }

  /** Forgets the entries up to and including `base`, one of the log. */
  compactTo(base: LogPosition): void {
    assert(this.matches(base.index, base.term), 'a log is compacted up to an entry of its own');
    if (base.index === this.start.index) return;
    const position = this.positionOf(base.index);
    const continues = this.endOf(position) > base.index;
    this.runs.splice(0, continues ? position : position + 1);
    if (continues) this.runs[0] = { firstIndex: base.index + 1, term: base.term };
    this.start = { index: base.index, term: base.term };
  }

  /** Forgets every entry: the log begins anew behind `base`. */
  resetTo(base: LogPosition): void {
    this.runs.length = 0;
    this.last = base.index;
    this.start = { index: base.index, term: base.term };
  }

  /** Throws unless base and runs are well formed. */
  checkRuns(): void {
    const { index, term } = this.start;
    assert((index === 0) === (term === 0), 'only the empty place has index or term 0');
    assert(this.last >= index, 'a log does not end before it begins');
    assert(this.last === index ? this.runs.length === 0 : this.runs[0]?.firstIndex === index + 1, 'a log starts behind its base');
    assert(this.runs[0] === undefined || this.runs[0].term >= term, 'terms never fall behind the base');
    let previous: TermRun = { firstIndex: index, term: 0 };
    for (const run of this.runs) {
      assert(run.firstIndex > previous.firstIndex, 'runs of a term ascend in index');
      assert(run.term > previous.term, 'runs of a term ascend in term');
      previous = run;
    }
    assert(previous.firstIndex <= this.last, 'the last run is not empty');
  }

  private runAt(position: number): TermRun {
    return defined(this.runs[position], 'a run of the log');
  }

  private endOf(position: number): number {
    const next = this.runs[position + 1];
    return next === undefined ? this.last : next.firstIndex - 1;
  }

  /** Position of the run that holds `index`, by bisection. */
  private positionOf(index: number): number {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runAt(middle).firstIndex <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
