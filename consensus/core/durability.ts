// Which writes are under way and how much of the log is durable. Writes are identified by sequence numbers alone: the same index can be
// written, overwritten and written again while the first write is still under way, and only the first to last *number* says which one it was.
import { assert } from '../assert.ts';
import { PENDING_WRITES_MAX } from '../limits.ts';

/** A write under way: once it is durable, so is the log as it stands now up to `lastIndex`. */
export interface PendingWrite {
  readonly sequence: number;
  readonly lastIndex: number;
}

/** Plain data, changed only by the functions below. */
export interface Durability {
  /** Sequence number of the last write issued; 0 before the first. */
  sequence: number;
  /** Everything up to this sequence number is durable. */
  persistedSequence: number;
  /** The last write that held a term and vote: these are durable when it is. */
  hardStateSequence: number;
  /** The log as it stands now is durable up to here. Falls only when the log is cut. */
  persistedIndex: number;
  /** Ascending in sequence number, never descending in index. */
  pending: PendingWrite[];
}

/** After recovery: all that is there is durable. */
export function restoredDurability(lastIndex: number): Durability {
  return { sequence: 0, persistedSequence: 0, hardStateSequence: 0, persistedIndex: lastIndex, pending: [] };
}

/** Gives the next write its number. `lastIndex` is the end of the log with it. */
export function issueWrite(durability: Durability, write: { readonly lastIndex: number; readonly hardState: boolean }): number {
  const sequence = ++durability.sequence;
  if (write.hardState) durability.hardStateSequence = sequence;
  // A full list costs promptness, never truth: the write before is then reported together with this one.
  if (durability.pending.length >= PENDING_WRITES_MAX) durability.pending.pop();
  durability.pending.push({ sequence, lastIndex: write.lastIndex });
  return sequence;
}

/** Everything up to `sequence` is durable. */
export function notePersisted(durability: Durability, sequence: number): void {
  assert(sequence <= durability.sequence, 'only what was issued becomes durable');
  assert(sequence >= durability.persistedSequence, 'what is durable stays durable');
  durability.persistedSequence = sequence;
  let done = 0;
  for (const write of durability.pending) {
    if (write.sequence > sequence) break;
    durability.persistedIndex = write.lastIndex;
    done++;
  }
  durability.pending.splice(0, done);
}

/** The log was cut from `index` on: what is durable or under way there says nothing about what will take its place. */
export function noteTruncated(durability: Durability, index: number): void {
  const lastIndex = index - 1;
  durability.persistedIndex = Math.min(durability.persistedIndex, lastIndex);
  durability.pending = durability.pending.map((write) => ({ ...write, lastIndex: Math.min(write.lastIndex, lastIndex) }));
}

/** Whether term and vote as they are now would survive a crash. */
export function isHardStateDurable(durability: Durability): boolean {
  return durability.persistedSequence >= durability.hardStateSequence;
}
