// What a running node offers to its servers (rpc) and its command (cmd): the driver implements it, gRPC exposes it.
import type { StatePair } from './ports.ts';
import type { Role } from './roles.ts';
import type {
  DamagedRange,
  Entry,
  Genesis,
  Key,
  LogPosition,
  LookupResult,
  NodeId,
  Refusal,
  ResolveResult,
  SnapshotInfo,
  Submission,
  SubmitResult,
} from './types.ts';

/**
 * Gets the position in the message and its result. `isVoid`: what is committed at the result's offset is a void (only a void submission is
 * told so, every other is refused with `VOID`).
 */
export type SubmitReply = (position: number, result: SubmitResult, isVoid: boolean) => void;

/** One client stream. Its transactions are admitted in their order; replies come in any order, each exactly once. */
export interface SubmitStream {
  /** Refuses with `OVERLOADED` before anything is appended. */
  submit(submissions: readonly Submission[], reply: SubmitReply): void;
  /** The client is gone: replies still to come are dropped. What was admitted stays admitted. */
  close(): void;
}

/** `linearizable`: at least everything that was acknowledged anywhere before the call. `at-least`: at or after this offset. `local`: whatever is here. */
export type ReadAt =
  | { readonly kind: 'linearizable' }
  | { readonly kind: 'at-least'; readonly offset: number }
  | { readonly kind: 'local' };

export type StateQuery =
  | { readonly kind: 'get-many'; readonly keys: readonly Uint8Array[] }
  /** Pairs with `from` <= key < `to` (`undefined`: to the end), ascending by bytes, at most `limit`. */
  | { readonly kind: 'range'; readonly from: Uint8Array; readonly to: Uint8Array | undefined; readonly limit: number };

/** What the state is at exactly `offset`. `more`: a range was cut off by its limit or by `STATE_READ_BYTES_MAX`; go on behind the last key. */
export type StateAnswer =
  | { readonly kind: 'values'; readonly offset: number; readonly values: readonly (Uint8Array | undefined)[] }
  | { readonly kind: 'pairs'; readonly offset: number; readonly pairs: readonly StatePair[]; readonly more: boolean };

/** `changed`: by this call; else the node asked for leads already. `not-taken`: this node leads on, or again: `to` did not take over within an election timeout, lost its connection, or was not elected. */
export type TransferResult =
  | { readonly kind: 'transferred'; readonly leader: NodeId; readonly changed: boolean }
  | { readonly kind: 'not-taken'; readonly to: NodeId };

/** What an operator should know of a partition's disk. */
export interface StorageStatus {
  readonly firstIndex: number;
  readonly logBytes: number;
  readonly stateIndex: number;
  readonly snapshotIndex: number;
  /** Ranges that wait for repair, and how many were repaired since the start. */
  readonly damage: readonly DamagedRange[];
  readonly repairedRanges: number;
  /** An unclear last sync that is not settled. */
  readonly claim: LogPosition | undefined;
  /** Milliseconds since 1970 at which the scrubber last ended a round; 0 before the first. `scrubbedIndex`: where it is. */
  readonly scrubbedAt: number;
  readonly scrubbedIndex: number;
  /** Nodes whose state differed at a common snapshot. */
  readonly diverged: readonly NodeId[];
  readonly freeBytes: number;
  /** Below the reserve: submits are refused with `NO_SPACE`. */
  readonly isFull: boolean;
}

export interface PartitionStatus {
  readonly partition: number;
  readonly role: Role;
  readonly term: number;
  readonly leader: NodeId | undefined;
  readonly lastIndex: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly appliedOffset: number;
}

/** One partition on this node. Once it is closed it refuses what can be refused, and its log reads as if nothing more were there. */
export interface PartitionService {
  readonly partition: number;
  status(): PartitionStatus;
  openSubmitStream(): SubmitStream;
  /** From what this node has applied; `not-yet` promises nothing. */
  lookup(key: Key): Promise<LookupResult>;
  /** `submission` is the void that settles its key (`isVoid`, no locks). */
  resolve(submission: Submission): Promise<ResolveResult>;
  /** The committed offset by ReadIndex: at least everything that was acknowledged anywhere before the call. Leader only. */
  committedOffset(): Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal>;
  /** The first offset that can still be read: 1 while nothing is compacted. */
  firstOffset(): number;
  /**
   * Applied batches from the one that holds `fromOffset` on, about `bytesMax` of them; none if nothing is there yet, or not any more: ask
   * `firstOffset` first.
   */
  readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]>;
  /** Calls back whenever more was applied; many entries may share one call. Returns the cancellation. */
  onApplied(callback: () => void): () => void;
  /** Applied entries of every type from `fromIndex` on, about `bytesMax` bytes of them; none if there is none yet. For backups. */
  readEntries(options: { readonly fromIndex: number; readonly bytesMax: number }): Promise<readonly Entry[] | Refusal>;
  /** Reads the state that the applied deltas amount to, on any node. Waits at most `timeoutMs` for what `at` asks for, then refuses with `OVERLOADED`. */
  readState(query: StateQuery, at: ReadAt, timeoutMs: number): Promise<StateAnswer | Refusal>;
  /** Proposes a snapshot-point; resolves with its index once it is committed. Leader only. */
  takeSnapshot(): Promise<{ readonly kind: 'snapshot-point'; readonly index: number } | Refusal>;
  /**
   * Hands the leadership over to this voter, or to whoever can take over soonest. Leader only. Meanwhile transactions wait; afterwards those that wait are refused with `NOT_LEADER`, and none is
   * left unknown. Resolves when another node leads, or this one has given up.
   */
  transferLeadership(to: NodeId | undefined): Promise<TransferResult | Refusal>;
  /** Of this node, newest first. */
  snapshots(): readonly SnapshotInfo[];
  readSnapshot(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array>;
  /** Reads the snapshots of this node again and checks them whole. */
  verifySnapshots(): Promise<readonly { readonly index: number; readonly error: string | undefined }[]>;
  storageStatus(): StorageStatus;
  /** Chain digest (32 bytes) of the entry at an applied index; `undefined` if it is not applied here yet. */
  digestAt(index: number): Promise<Uint8Array | undefined>;
}

/** The whole node. */
export interface NodeService {
  readonly id: NodeId;
  readonly genesis: Genesis;
  /** `undefined` for a number that the genesis does not have. Partitions are numbered from 1. */
  partition(number: number): PartitionService | undefined;
}
