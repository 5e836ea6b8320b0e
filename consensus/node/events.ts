// What the driver tells whoever observes it (logs, metrics, the simulator): changes of state, each once, by its owner.
import type { CoreEvent } from '../core/ready.ts';
import type { DamagedRange, LogPosition, NodeId } from '../types.ts';

export type NodeEvent =
  | { readonly kind: 'core'; readonly partition: number; readonly event: CoreEvent }
  /** An append from a peer that cannot be right was dropped. */
  | { readonly kind: 'append-dropped'; readonly partition: number; readonly from: NodeId; readonly reason: string }
  /** Disk behind: appends are not read until the queue is shorter. */
  | { readonly kind: 'write-queue-full'; readonly partition: number; readonly bytes: number }
  /** Entries that were durable cannot be read; they are being fetched from the other nodes, and until then this node does not lead. */
  | { readonly kind: 'damage-found'; readonly partition: number; readonly range: DamagedRange }
  | { readonly kind: 'repaired'; readonly partition: number; readonly from: number; readonly to: number }
  /** All other nodes were asked and none could help, or there is no space for what they gave; it is tried again. Said once for each range, and again if it is the other of the two. */
  | { readonly kind: 'waiting-for-repair'; readonly partition: number; readonly from: number; readonly to: number; readonly why: string }
  /** The end of the log is unclear: until this is settled the node does not stand for election. */
  | { readonly kind: 'claim'; readonly partition: number; readonly claim: LogPosition }
  /** No voter holds what the unclear end may have held: it is given up, as if it had never been acknowledged. */
  | { readonly kind: 'claim-dropped'; readonly partition: number; readonly claim: LogPosition }
  | { readonly kind: 'snapshot-taken'; readonly partition: number; readonly index: number; readonly bytes: number }
  /** The node goes on without it, and tries again at the next point. */
  | { readonly kind: 'snapshot-failed'; readonly partition: number; readonly index: number; readonly why: string }
  | { readonly kind: 'snapshot-skipped'; readonly partition: number; readonly index: number; readonly why: string }
  /** A snapshot cannot be read; it is set aside, and an older one or the log is used. */
  | { readonly kind: 'snapshot-damaged'; readonly partition: number; readonly index: number; readonly why: string }
  /** It takes part anew, as by a restart, with a log that ends here: what was damaged is whole again, or nobody has it and only a leader can replace it. */
  | { readonly kind: 'began-anew'; readonly partition: number; readonly lastIndex: number }
  /** No snapshot that the log goes on from is sound: the node takes no part until another node has given it one. Said once. */
  | { readonly kind: 'waiting-for-snapshot'; readonly partition: number; readonly why: string }
  /** What this node needs is compacted at the leader: its snapshot is being fetched. */
  | { readonly kind: 'installing'; readonly partition: number; readonly from: NodeId; readonly index: number; readonly bytes: number }
  | { readonly kind: 'install-failed'; readonly partition: number; readonly from: NodeId; readonly why: string }
  | { readonly kind: 'installed'; readonly partition: number; readonly index: number }
  /** The log now begins at this index. */
  | { readonly kind: 'compacted'; readonly partition: number; readonly firstIndex: number }
  /** At a common snapshot the state of that node is another than here: one of the two is wrong. */
  | { readonly kind: 'diverged'; readonly partition: number; readonly node: NodeId; readonly index: number; readonly what: string }
  /** Less than the reserve is free: transactions are refused until there is more. Of the whole node. */
  | { readonly kind: 'space-low'; readonly freeBytes: number; readonly reserveBytes: number }
  | { readonly kind: 'space-back'; readonly freeBytes: number; readonly reserveBytes: number };

/** Two nodes hold different entries under the same index and term: a broken promise. The node halts, keeping its bytes. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
}

/** This node has forgotten what it acknowledged: its disk was rolled back. Nothing that it votes or answers can be trusted. */
export class RolledBackError extends Error {
  override readonly name = 'RolledBackError';
}

/**
 * The key index or the state knows of applied entries that this node's log does not hold: the log lost its end, or they are another's.
 */
export class LostEntriesError extends Error {
  override readonly name = 'LostEntriesError';
}

/** The log begins behind an entry that no sound snapshot of this node reaches: what came before is nowhere here, and no other node has a snapshot in its place. */
export class MissingSnapshotError extends Error {
  override readonly name = 'MissingSnapshotError';
}
