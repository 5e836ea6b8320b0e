// What the core knows of its log: the term of every index, held as runs, so that memory is O(terms) and never O(entries).
// Payloads are the driver's. Index 0 is the empty place before the log and has term 0.
import { assert, checkInteger, defined } from '../assert.ts';
import type { TermRun } from '../types.ts';

/** A place in a log: index^term. */
export interface LogPosition {
  readonly index: number;
  readonly term: number;
}

export class LogTerms {
  private readonly runs: TermRun[];
  private last: number;

  /** `runs` ascend strictly in first index (from 1) and in term; the last one ends at `lastIndex`. */
  constructor(runs: readonly TermRun[], lastIndex: number) {
    this.runs = [...runs];
    this.last = checkInteger(lastIndex, 0, 'the last index');
    this.checkRuns();
  }

  get lastIndex(): number {
    return this.last;
  }

  /** Term of the last entry, 0 in an empty log. */
  get lastTerm(): number {
    return this.runs.at(-1)?.term ?? 0;
  }

  get termRuns(): readonly TermRun[] {
    return this.runs;
  }

  /** The term at `index`: 0 at index 0, `undefined` beyond the end. */
  termAt(index: number): number | undefined {
    if (index === 0) return 0;
    if (index > this.last) return undefined;
    return this.runAt(this.positionOf(index)).term;
  }

  /** Whether the log holds an entry of exactly this term at this index; the empty place 0^0 is in every log (Raft §5.3). */
  matches(index: number, term: number): boolean {
    return this.termAt(index) === term;
  }

  /** Terms of the entries `from`..`to`, which must exist. */
  termsOf(from: number, to: number): number[] {
    assert(from >= 1 && to <= this.last, 'only entries in the log have terms');
    const terms: number[] = [];
    for (let position = this.positionOf(from), index = from; index <= to; position++) {
      const end = Math.min(to, this.endOf(position));
      const { term } = this.runAt(position);
      for (; index <= end; index++) terms.push(term);
    }
    return terms;
  }

  /** The last place at or below `index` whose term is at most `term`: where two logs may agree, given one's claim (Raft §5.3). */
  lastAtOrBelow({ index, term }: LogPosition): LogPosition {
    const top = Math.min(index, this.last);
    if (top === 0) return { index: 0, term: 0 };
    let position = this.positionOf(top);
    if (this.runAt(position).term <= term) return { index: top, term: this.runAt(position).term };
    while (position >= 0 && this.runAt(position).term > term) position--;
    return position < 0 ? { index: 0, term: 0 } : { index: this.endOf(position), term: this.runAt(position).term };
  }

  /** Appends entries of these terms, which never fall. */
  append(terms: readonly number[]): void {
    for (const term of terms) {
      assert(term >= this.lastTerm && term > 0, 'terms never fall along a log');
      this.last++;
      if (term > this.lastTerm) this.runs.push({ firstIndex: this.last, term });
    }
  }

  /** Drops the entries from `index` on. */
  truncateFrom(index: number): void {
    assert(index >= 1 && index <= this.last, 'only entries in the log can be cut');
    this.last = index - 1;
    while ((this.runs.at(-1)?.firstIndex ?? 0) > this.last) this.runs.pop();
  }

  /** Throws unless the runs are well formed. */
  checkRuns(): void {
    assert(this.last === 0 ? this.runs.length === 0 : this.runs[0]?.firstIndex === 1, 'a log starts at index 1');
    let previous: TermRun = { firstIndex: 0, term: 0 };
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
