// What the history is right behind its last entry: all that the next entry must fit to.
import type { Entry, LogBase, LogPosition } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { zeroDigest } from './chain-digest.ts';

export interface LogEnd {
  /** Index of the last entry, 0 if there is none. */
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** Offset that the next transaction gets. */
  readonly nextOffset: number;
  readonly lastDigest: Uint8Array;
}

/** The end of an empty log. */
export function emptyLogEnd(): LogEnd {
  return { lastIndex: 0, lastTerm: 0, nextOffset: 1, lastDigest: zeroDigest() };
}

/** Where a log begins that keeps everything. */
export function emptyBase(): LogBase {
  return baseOf(emptyLogEnd());
}

/** The end of a log, as where one may begin. */
export function baseOf(end: LogEnd): LogBase {
  return { index: end.lastIndex, term: end.lastTerm, nextOffset: end.nextOffset, digest: end.lastDigest };
}

/** The end of a log that is empty behind `base`. */
export function endOf(base: LogBase): LogEnd {
  return { lastIndex: base.index, lastTerm: base.term, nextOffset: base.nextOffset, lastDigest: base.digest };
}

/** What of a claim a log that ends so has not reached, in Raft's order of logs (§5.4.1): all of it, or nothing. */
export function unreached(claim: LogPosition | undefined, end: LogEnd): LogPosition | undefined {
  if (claim === undefined) return undefined;
  const reaches = end.lastTerm > claim.term || (end.lastTerm === claim.term && end.lastIndex >= claim.index);
  return reaches ? undefined : claim;
}

/** The digest covers the term, which may not be known behind damage. */
export function isSameEnd(left: LogEnd, right: LogEnd): boolean {
  return left.lastIndex === right.lastIndex && left.nextOffset === right.nextOffset && equalBytes(left.lastDigest, right.lastDigest);
}

/** The end of the log once `entry` is its last. */
export function logEndAfter(entry: Pick<Entry, 'index' | 'term' | 'firstOffset' | 'count' | 'digest'>): LogEnd {
  return { lastIndex: entry.index, lastTerm: entry.term, nextOffset: entry.firstOffset + entry.count, lastDigest: entry.digest };
}

/** Why an entry does not continue a log that ends so; `undefined` if it does. */
export function mismatch(
  end: LogEnd,
  entry: Pick<Entry, 'index' | 'term' | 'firstOffset' | 'count' | 'previousDigest'>,
): string | undefined {
  if (entry.index !== end.lastIndex + 1) return `entry ${entry.index} lies where entry ${end.lastIndex + 1} belongs`;
  if (entry.term < end.lastTerm) return `entry ${entry.index} is of term ${entry.term}, the one before of term ${end.lastTerm}`;
  if (entry.firstOffset !== end.nextOffset) return `entry ${entry.index} begins at offset ${entry.firstOffset}, not ${end.nextOffset}`;
  if (!Number.isSafeInteger(entry.firstOffset + entry.count)) return `the offsets of entry ${entry.index} pass 2^53`;
  if (!equalBytes(entry.previousDigest, end.lastDigest)) return `entry ${entry.index} does not continue the digest chain`;
  return undefined;
}
