// What a running node offers to its servers (rpc) and its command (cmd): the driver implements it, gRPC exposes it.
import type { IntendedSet, Membership } from './membership.ts';
import type { StatePair } from './ports.ts';
import type { Role } from './roles.ts';
import type {
  DamagedRange,
  Entry,
  Genesis,
  Key,
  LogPosition,
  LookupResult,
  Member,
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

/** What the operators want, one at a time; each is idempotent. */
export type MembersChange =
  /** A new node, as a learner: it must be running and not be formed yet. */
  | { readonly kind: 'add'; readonly id: NodeId; readonly peerAddress: string; readonly clientAddress: string }
  /** A learner is to be a voter as soon as it has caught up. */
  | { readonly kind: 'promote'; readonly id: NodeId }
  /** `force`: even if those who are left could not reach a quorum now. */
  | { readonly kind: 'remove'; readonly id: NodeId; readonly force: boolean }
  /** A new node takes the place of a voter or learner, in one change once it has caught up. */
  | {
      readonly kind: 'replace';
      readonly id: NodeId;
      readonly by: { readonly id: NodeId; readonly peerAddress: string; readonly clientAddress: string };
    };

/** Why the intended set was not changed; `detail` says the next step. */
export interface MembersRefusal {
  readonly kind: 'members-refused';
  readonly code:
    | 'CHANGE_UNDER_WAY'
    | 'NO_QUORUM'
    | 'UNKNOWN_MEMBER'
    | 'ALREADY_A_MEMBER'
    | 'ID_USED'
    | 'LAST_VOTER'
    | 'TOO_MANY_MEMBERS'
    | 'UNREACHABLE'
    | 'ALREADY_FORMED';
  readonly detail: string;
}

/** `changed: false`: the intended set was so already. The partitions converge on it afterwards: `PartitionStatus.membership` shows how far they are. */
export type MembersResult = { readonly kind: 'members-changed'; readonly changed: boolean; readonly intended: IntendedSet };

/** How far a member is, as its leader knows it. */
export interface FollowerStatus {
  readonly id: NodeId;
  readonly matchIndex: number;
  /** It answered within the last election timeout. */
  readonly isActive: boolean;
}

export interface PartitionStatus {
  readonly partition: number;
  /** In force here, and the entry that says so; 0: the genesis. */
  readonly membership: Membership;
  readonly membershipIndex: number;
  readonly isMembershipCommitted: boolean;
  /** Only on a leader, of everyone else who takes part. */
  readonly followers: readonly FollowerStatus[];
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
  /** Calls back whenever more was applied, or what is applied can be read again after a repair; many entries may share one call. Returns the cancellation. */
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
  /** The intended set and the addresses of everyone this node knows of, as far as partition 1 is applied here. */
  members(): { readonly intended: IntendedSet; readonly book: readonly Member[] };
  /** Changes the intended set. Leader of partition 1 only; resolves when that is committed, and before the partitions have converged on it. */
  changeMembers(change: MembersChange): Promise<MembersResult | MembersRefusal | Refusal>;
  /** `undefined` for a number that the genesis does not have. Partitions are numbered from 1. */
  partition(number: number): PartitionService | undefined;
}
