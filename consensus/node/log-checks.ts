// Checks of one log against what others know of it: against a received append before it is handled, and against the key index before the
// node starts. What they find cannot be repaired here; they say who differs and where.
import type { PeerMessage } from '../messages.ts';
import type { Entry, EntryBody, NodeId } from '../types.ts';
import { ZERO_DIGEST } from './append-sender.ts';
import { DivergenceError, LostEntriesError } from './events.ts';

export type ReceivedAppend = Extract<PeerMessage, { readonly entries: unknown }>;

/**
 * Why the append must be dropped; `undefined` if it is sound, or if this log does not hold its place, so that the core rejects it. `previous` is what
 * this log holds at `previousIndex`, if anything: same index and term, hence the same history (Raft §5.3). Throws `DivergenceError` if not.
 */
export function checkReceivedAppend(options: {
  readonly partition: number;
  readonly from: NodeId;
  readonly append: ReceivedAppend;
  readonly previous: Entry | undefined;
}): string | undefined {
  const { partition, from, append, previous } = options;
  const { previousIndex, previousTerm } = append.message;
  const isAtStart = previousIndex === 0;
  if (!isAtStart && previous?.term !== previousTerm) return undefined;
  if (!sameBytes(previous?.digest ?? ZERO_DIGEST, append.digestBefore)) {
    throw new DivergenceError(
      `partition ${partition}: the log of this node differs from that of ${from} at index ${previousIndex}, term ${previousTerm}: one of them was ` +
        'damaged or tampered with. Stop this node, keep its data, compare both with the digests in `ledgerline status`.',
    );
  }
  return misplaced(append.entries, isAtStart || previous === undefined ? 1 : previous.firstOffset + previous.count);
}

/**
 * The index holds only what was applied, hence durable here, so it never passes the end of the log. If it does, entries were lost that may have
 * been acknowledged (a last write that was damaged so that it looks torn), and nothing this node votes or answers can be trusted.
 */
export function checkNothingLost(partition: number, namedKeysIndexedThrough: number, last: Entry | undefined): void {
  const lastOffset = last === undefined ? 0 : last.firstOffset + last.count - 1;
  if (namedKeysIndexedThrough <= lastOffset) return;
  throw new LostEntriesError(
    `partition ${partition}: the key index was written when offset ${namedKeysIndexedThrough} was applied here, but the log ends at offset ${lastOffset}: ` +
      'its end was lost, or the key index belongs to another log',
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Why these entries cannot follow an entry after which the next offset is `nextOffset`; `undefined` if they can. */
function misplaced(entries: readonly EntryBody[], nextOffset: number): string | undefined {
  let expected = nextOffset;
  for (const entry of entries) {
    if (entry.firstOffset !== expected) return `its first offset is ${entry.firstOffset}, not ${expected}`;
    expected += entry.count;
  }
  return undefined;
}
