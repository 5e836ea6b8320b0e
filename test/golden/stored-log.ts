// A log that holds values, for the world around a core: entries behind a base, cut, compacted and reset as storage does it.
import { assert, defined } from '../../consensus/assert.ts';
import type { Configuration } from '../../consensus/configuration.ts';
import { LogTerms, START } from '../../consensus/core/log-terms.ts';
import type { ConfigurationChange } from '../../consensus/core/ready.ts';
import type { LogPosition, TermRun } from '../../consensus/types.ts';

export interface StoredEntry {
  readonly term: number;
  readonly value: string;
  /** Of a membership entry: what is in force from here on. */
  readonly configuration?: Configuration;
}

/** Everything that was applied up to `position`, the first entry first. */
export interface StoredSnapshot {
  readonly position: LogPosition;
  readonly state: readonly StoredEntry[];
}

/** In force at the end of these entries, the first one first; `undefined`: that of the genesis. A snapshot thus carries it, as a part of its state. */
export function configurationIn(entries: readonly StoredEntry[]): Configuration | undefined {
  return entries.findLast(({ configuration }) => configuration !== undefined)?.configuration;
}

/** The membership entries among these, the first of which is at `firstIndex`. */
export function changesAmong(entries: readonly StoredEntry[], firstIndex: number): ConfigurationChange[] {
  return entries.flatMap(({ configuration }, position) =>
    configuration === undefined ? [] : [{ index: firstIndex + position, configuration }],
  );
}

export class StoredLog {
  base: LogPosition;
  /** Those behind `base`. */
  entries: StoredEntry[];

  constructor(base: LogPosition = START, entries: readonly StoredEntry[] = []) {
    this.base = base;
    this.entries = [...entries];
  }

  copy(): StoredLog {
    return new StoredLog(this.base, this.entries);
  }

  get lastIndex(): number {
    return this.base.index + this.entries.length;
  }

  get last(): LogPosition {
    return { index: this.lastIndex, term: this.entries.at(-1)?.term ?? this.base.term };
  }

  get termRuns(): TermRun[] {
    const terms = new LogTerms([], this.base.index, this.base);
    terms.append(this.entries.map(({ term }) => term));
    return [...terms.termRuns];
  }

  at(index: number): StoredEntry | undefined {
    return this.entries[index - this.base.index - 1];
  }

  termAt(index: number): number | undefined {
    return index === this.base.index ? this.base.term : this.at(index)?.term;
  }

  /** The entries `from`..`to`, as far as they are here. */
  range(from: number, to: number): StoredEntry[] {
    return this.entries.slice(Math.max(0, from - this.base.index - 1), Math.max(0, to - this.base.index));
  }

  /** Puts `entries` from `fromIndex` on in place of whatever is there, and returns that. */
  overwrite(fromIndex: number, entries: readonly StoredEntry[]): StoredEntry[] {
    assert(fromIndex > this.base.index && fromIndex <= this.lastIndex + 1, 'a log has no gaps');
    return this.entries.splice(fromIndex - this.base.index - 1, Number.POSITIVE_INFINITY, ...entries);
  }

  compactTo(index: number): void {
    const term = defined(this.termAt(index), 'the term of the new base');
    this.entries = this.entries.slice(index - this.base.index);
    this.base = { index, term };
  }

  resetTo(base: LogPosition): void {
    this.base = base;
    this.entries = [];
  }
}

export function isSame(one: StoredEntry | undefined, other: StoredEntry): boolean {
  return one !== undefined && one.term === other.term && one.value === other.value;
}
