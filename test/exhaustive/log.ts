// A log as plain data for the exhaustive search: an entry is one number that says its term and which node made it, and so names the entry: a node leads a term once.
import { assert } from '../../consensus/assert.ts';
import { LogTerms } from '../../consensus/core/log-terms.ts';
import type { ConfigurationChange } from '../../consensus/core/ready.ts';
import type { LogPosition, TermRun } from '../../consensus/types.ts';
import { configurationOf, type Members } from './members.ts';

/** Entries behind `base`, each `256 * members + 4 * term + node`; members is 0 unless it is a membership entry. Terms are below 64. */
export interface Log {
  readonly base: LogPosition;
  readonly entries: readonly number[];
}

export function termOf(entry: number): number {
  return (entry >> 2) & 63;
}

/** What is in force from this entry on; 0: it is no membership entry. */
export function membersIn(entry: number): Members {
  return entry >> 8;
}

export function entryOf(entry: { readonly term: number; readonly node: number; readonly members?: Members }): number {
  return 256 * (entry.members ?? 0) + 4 * entry.term + entry.node;
}

/** In force at `index`, if `before` is at the base. */
export function membersAt(log: Log, index: number, before: Members): Members {
  for (let at = index; at > log.base.index; at--) {
    const members = membersIn(log.entries[at - log.base.index - 1] ?? 0);
    if (members !== 0) return members;
  }
  return before;
}

/** The membership entries behind `index`. */
export function changesBehind(log: Log, index: number): ConfigurationChange[] {
  return log.entries.flatMap((entry, position) => {
    const at = log.base.index + 1 + position;
    return membersIn(entry) === 0 || at <= index ? [] : [{ index: at, configuration: configurationOf(membersIn(entry)) }];
  });
}

export function logEnd(log: Log): number {
  return log.base.index + log.entries.length;
}

/** The entry at `index`; `undefined` up to the base and beyond the end. */
export function entryAt(log: Log, index: number): number | undefined {
  return index <= log.base.index ? undefined : log.entries[index - log.base.index - 1];
}

export function termAt(log: Log, index: number): number | undefined {
  if (index === log.base.index) return log.base.term;
  const entry = entryAt(log, index);
  return entry === undefined ? undefined : termOf(entry);
}

export function lastPosition(log: Log): LogPosition {
  const last = log.entries.at(-1);
  return { index: logEnd(log), term: last === undefined ? log.base.term : termOf(last) };
}

export function runsOf(log: Log): readonly TermRun[] {
  const terms = new LogTerms([], log.base.index, log.base);
  terms.append(log.entries.map(termOf));
  return terms.termRuns;
}

/** Puts `entries` from `fromIndex` on in place of whatever is there. */
export function overwrite(log: Log, fromIndex: number, entries: readonly number[]): Log {
  assert(fromIndex > log.base.index && fromIndex <= logEnd(log) + 1, 'a log has no gaps');
  return { base: log.base, entries: [...log.entries.slice(0, fromIndex - log.base.index - 1), ...entries] };
}

/** Log matching (Raft §5.3): two logs that hold the same entry agree on all before it, as far as both still hold it, and on the base. */
export function isMatching(one: Log, other: Log): boolean {
  const from = Math.max(one.base.index, other.base.index) + 1;
  let isSame = termAt(one, from - 1) === termAt(other, from - 1);
  for (let index = from; index <= Math.min(logEnd(one), logEnd(other)); index++) {
    const [mine, theirs] = [entryAt(one, index), entryAt(other, index)];
    if (mine === undefined || theirs === undefined) return false;
    if (termOf(mine) === termOf(theirs) && (mine !== theirs || !isSame)) return false;
    isSame &&= mine === theirs;
  }
  return true;
}
