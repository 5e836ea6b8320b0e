// Checks of one log against what others know of it: against a received append before it is handled, and against the key index before the
// node starts. What they find cannot be repaired here; they say who differs and where.
import type { Status } from '../../core/ready.ts';
import type { Message, PeerMessage } from '../../messages.ts';
import type { StateProgress } from '../../ports.ts';
import type { Entry, EntryBody, LogBase, LogPosition, NodeId } from '../../types.ts';
import { DivergenceError, LostEntriesError, RolledBackError } from '../events.ts';

export type ReceivedAppend = Extract<PeerMessage, { readonly entries: unknown }>;

/**
 * Why the append must be dropped; `undefined` if it is sound, or if this log does not hold its place, so that the core rejects it. `previous` is what
 * this log holds at `previousIndex`, if anything: same index and term, hence the same history (Raft §5.3). Throws `DivergenceError` if not.
 */
export function checkReceivedAppend(options: {
  readonly partition: number;
  readonly from: NodeId;
  readonly append: ReceivedAppend;
  readonly previous: LogBase | undefined;
}): string | undefined {
  const { partition, from, append, previous } = options;
  const { previousIndex, previousTerm } = append.message;
  if (previous?.term !== previousTerm) return undefined;
  if (!sameBytes(previous.digest, append.digestBefore)) {
    throw new DivergenceError(
      `partition ${partition}: the log of this node differs from that of ${from} at index ${previousIndex}, term ${previousTerm}: the chain digest is ` +
        `${hexOf(previous.digest)} here and ${hexOf(append.digestBefore)} there, so that one of the two was damaged or tampered with`,
    );
  }
  return misplaced(append.entries, previous.nextOffset);
}

/**
 * A leader's heartbeat names as committed only what this node has acknowledged to it. If the log does not reach so far, it was rolled back while the leader ran on. With a claim the
 * core knows better: the node leaves the term in which it acknowledged what it lost. Returns the message; throws `RolledBackError`.
 */
export function checkedMessage({ partition, message }: PeerMessage, status: () => Pick<Status, 'term' | 'lastIndex' | 'claim'>): Message {
  if (message.kind !== 'heartbeat') return message;
  const own = status();
  if (message.term < own.term || own.claim !== undefined || message.commit <= own.lastIndex) return message;
  throw new RolledBackError(
    `partition ${partition}: the log of this node ends at entry ${own.lastIndex}, but it acknowledged all up to entry ${message.commit} to ${message.from}, and that is committed: ` +
      'its data directory is an old copy, or its disk lost what it had synced',
  );
}

/**
 * Key index and state hold only what was applied, hence durable here, so they never pass the end of the log. If one does, entries were lost that may have
 * been acknowledged (a last write that was damaged so that it looks torn), and nothing this node votes or answers can be trusted. What an unclear end
 * claims is not lost: it is committed if it was applied, and comes back from the others before the claim ends.
 */
export function checkNothingLost(options: {
  readonly partition: number;
  /** The last entry of the log. */
  readonly last: StateProgress;
  readonly claim: LogPosition | undefined;
  readonly indexedThrough: number;
  readonly state: StateProgress;
}): void {
  const { partition, last, claim, indexedThrough, state } = options;
  if (claim === undefined && indexedThrough > last.offset) {
    throw new LostEntriesError(
      `partition ${partition}: the key index was written when offset ${indexedThrough} was applied here, but the log ends at offset ${last.offset}: ` +
        'its end was lost, or the key index belongs to another log',
    );
  }
  if (state.index > Math.max(last.index, claim?.index ?? 0)) {
    throw new LostEntriesError(
      `partition ${partition}: the state was written when entry ${state.index} was applied here, but the log ends at entry ${last.index}: ` +
        'its end was lost, or the state belongs to another log',
    );
  }
}

/** What the history is right behind this entry. */
export function behind({ index, term, firstOffset, count, digest }: Entry): LogBase {
  return { index, term, nextOffset: firstOffset + count, digest };
}

function hexOf(digest: Uint8Array): string {
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
