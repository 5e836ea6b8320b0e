// The doors of the core: what goes in (`Input`), what must be done about it (`Ready`), and what can be asked (`Status`).
// Effects are data: the types say what must be durable before what may leave.

import type { Configuration } from '../configuration.ts';
import type {
  Append,
  AppendAccepted,
  AppendReceived,
  AppendRejected,
  Heartbeat,
  HeartbeatReply,
  InstallSnapshot,
  Message,
  PreVoteReply,
  PreVoteRequest,
  TimeoutNow,
  VoteReply,
  VoteRequest,
} from '../messages.ts';
import type { Role } from '../roles.ts';
import type { HardState, LogPosition, NodeId, TermRun } from '../types.ts';

export interface RaftConfig {
  readonly id: NodeId;
  /** Those of the genesis: in force until `Restored` or an entry says otherwise. A node that joined later is not among them. */
  readonly voters: readonly NodeId[];
  readonly electionTicks: number;
  readonly heartbeatTicks: number;
  /** Seeds the election jitter: an unsigned 32-bit number, different on every node. */
  readonly seed: number;
  readonly appendBytesMax: number;
  readonly windowBytesMax: number;
  readonly windowMessagesMax: number;
  /** DESIGN §8: `Ready.accepted` says what a quorum has received. Absent: there is no such thing. Equal on all nodes. */
  readonly acknowledge?: 'received' | undefined;
  /** `all` in tests and simulation, `cheap` in production. */
  readonly invariants: 'all' | 'cheap';
}

/** A membership entry as the core sees it: from this index on the configuration is in force, committed or not (thesis §4.1). */
export interface ConfigurationChange {
  readonly index: number;
  readonly configuration: Configuration;
}

/** What recovery found on disk, all of it durable. */
export interface Restored {
  readonly hardState: HardState;
  /** The entry behind which the log begins; 0^0 while nothing is compacted. */
  readonly base: LogPosition;
  /** Of the entries behind `base`. */
  readonly termRuns: readonly TermRun[];
  /** That of `base` in an empty log. */
  readonly lastIndex: number;
  /**
   * The newest snapshot of an entry of this log, or of its base. All up to here is committed, and applied by restoring it. 0^0 without one. (One that the log does not
   * hold was fetched just before the process ended: it is left alone until a leader offers it again.)
   */
  readonly snapshot: LogPosition;
  /** See `PartitionStorage.claim`: until the log reaches it this node votes only for logs that do, and does not stand. */
  readonly claim: LogPosition | undefined;
  /** In force at `snapshot`, as the snapshot says; absent: the voters of the genesis. */
  readonly configuration?: Configuration | undefined;
  /** The membership entries of the log behind `snapshot`, ascending. */
  readonly changes?: readonly ConfigurationChange[] | undefined;
}

/**
 * What may leave at once: it promises nothing durable, or comes from a leader, whose term and vote are durable. A heartbeat reply says only which
 * term its sender was in when it answered; a leader of a later term would need a durable vote of that sender, which it then could not forget.
 */
export type PromptMessage =
  | PreVoteRequest
  | PreVoteReply
  | Append
  | AppendReceived
  | InstallSnapshot
  | TimeoutNow
  | Heartbeat
  | HeartbeatReply;
/** What rests on the sender's term, vote or log, and so waits until they are durable. */
export type HeldMessage = VoteRequest | VoteReply | AppendAccepted | AppendRejected;

export type Input =
  /** `TICK_MS` have passed; a stalled process delivers one, not many. */
  | { readonly kind: 'tick' }
  /** `changes`: those of the entries of an append that are membership entries; the driver reads them from their bytes. */
  | { readonly kind: 'receive'; readonly message: Message; readonly changes?: readonly ConfigurationChange[] }
  /**
   * Append these entries, of `sizes[i]` bytes each; only a leader that does not hand over can, others answer in `rejectedProposal`. With a `configuration` it is one membership entry; that is
   * rejected, too, while `changeHindrance` says why, and the configuration must be one that may follow (`mayFollow`).
   */
  | { readonly kind: 'propose'; readonly sizes: readonly number[]; readonly configuration?: Configuration }
  /** A linearizable read; answered in `reads` or `rejectedReads` of this Ready or a later one. Ids are the driver's, never used twice. */
  | { readonly kind: 'read'; readonly id: number }
  /** Everything up to this sequence number is durable. */
  | { readonly kind: 'persisted'; readonly sequence: number }
  /** Everything up to this index was applied. */
  | { readonly kind: 'applied'; readonly index: number }
  /** A snapshot that this node took of what it applied is durable: what it can offer to those whose entries are compacted. An older one changes nothing. */
  | { readonly kind: 'snapshotted'; readonly position: LogPosition }
  /** The log now begins behind this entry, which is applied and which a snapshot covers. */
  | { readonly kind: 'compacted'; readonly base: LogPosition }
  /**
   * A snapshot that `Ready.install` asked for was fetched and verified, and is durable beside the log. If the log does not hold its entry it starts anew behind it
   * (`Write.reset`); otherwise it stays, and no more than the commit index may change. One above all that `Ready.install` named so far is ignored, because
   * nobody said yet that it is committed in this node's term: `install` comes again.
   *
   * After a reset: drop what was handed out and is not applied. Once the reset's sequence is persisted, restore the snapshot and say `applied` with its
   * index; `commit` goes on behind it, and may do so before. Reads wait for `applied` as ever. `configuration`: in force at its entry; absent: that of the genesis.
   */
  | { readonly kind: 'installed'; readonly position: LogPosition; readonly configuration?: Configuration | undefined }
  /** Damaged: must not lead or stand for election until it is repaired. */
  | { readonly kind: 'hold-back'; readonly isHeldBack: boolean }
  /**
   * All other voters answered, none of them leads, and then all of them answered again: `furthest` (in the order of term, then index) is the last place that any of their logs
   * held durably and undamaged the second time, whatever they claim; 0^0 without other voters. What nobody holds cannot be waited for, but what one of them holds may be committed by an
   * acknowledgement of this node: the claim binds up to there. Why twice: a leader may still count on what this node acknowledged before, and commit with it what
   * another has made durable only after its answer. One that has ceased to lead never counts again.
   */
  | { readonly kind: 'claim-lowered'; readonly furthest: LogPosition }
  /**
   * Hand the leadership over to this voter, which must be one of the configuration in force. Whatever comes of it is said by events: `transfer-began` in this step, unless this node does not lead or hands over already; then `stepped-down`, or
   * `transfer-failed` after an election timeout, or once the connection to that voter breaks. In between nothing can be proposed.
   */
  | { readonly kind: 'transfer'; readonly to: NodeId }
  /** The transport lost its connection to this node. */
  | { readonly kind: 'unreachable'; readonly node: NodeId };

/** Entries to append at `fromIndex`; whatever the log holds from there on is void. */
export interface AppendEntries {
  readonly fromIndex: number;
  readonly terms: readonly number[];
  /**
   * Where the entries come from: the leader's own `no-op`; the entries of this step's `propose`; or the received append,
   * from its entry number `skip` on (what comes before is in the log already).
   */
  readonly source: { readonly kind: 'no-op' } | { readonly kind: 'proposal' } | { readonly kind: 'message'; readonly skip: number };
}

/** Something to make durable, in the order of the sequence numbers; the hard state before the log. At most one of `reset` and `append`. */
export interface Write {
  readonly sequence: number;
  readonly hardState: HardState | undefined;
  /** The log starts anew behind this entry of an installed snapshot; everything in it is void. */
  readonly reset: LogPosition | undefined;
  readonly append: AppendEntries | undefined;
}

/** What changed, in the order in which it did, each change once. */
export type CoreEvent =
  /** From another role; a follower that only learns a new term or leader stays one. */
  | { readonly kind: 'became-follower'; readonly term: number; readonly leader: NodeId | undefined }
  /** Stands for `term`, which is not its own yet. Comes again with every new attempt. */
  | { readonly kind: 'became-pre-candidate'; readonly term: number }
  | { readonly kind: 'became-candidate'; readonly term: number }
  /** `noOpIndex`: the leader's first own entry; it admits nothing before this is applied. */
  | { readonly kind: 'became-leader'; readonly term: number; readonly noOpIndex: number }
  /** Another known leader, or the same one in another term, or none any more; at the end of the step, at most one a step. */
  | { readonly kind: 'leader-changed'; readonly term: number; readonly leader: NodeId | undefined }
  /** Leads `term` no more; always followed by `became-follower` in the same step. */
  | {
      readonly kind: 'stepped-down';
      readonly term: number;
      readonly reason: 'higher-term' | 'no-quorum' | 'held-back' | 'removed' | 'slow-disk';
    }
  /** Another configuration is in force: by an entry that was appended or cut off, or by a snapshot. At most one a step. */
  | { readonly kind: 'configuration-changed'; readonly index: number; readonly configuration: Configuration }
  /** Proposes nothing from here on, so that `to` can catch up and take over. */
  | { readonly kind: 'transfer-began'; readonly term: number; readonly to: NodeId }
  /** `to` did not take over in time: leads on as before. It may still take over later, as after any election. */
  | { readonly kind: 'transfer-failed'; readonly term: number; readonly to: NodeId }
  /** The durable log has reached what an unclear last sync may have acknowledged, or what is left of it: this node takes part fully again. */
  | { readonly kind: 'claim-settled'; readonly claim: LogPosition };

/** The effects of one step. Empty arrays and `undefined` where there is nothing to do. */
export interface Ready {
  readonly write: Write | undefined;
  /** May leave at once: pre-votes; heartbeat replies; what was received and is not durable; appends and heartbeats of a leader, whose term and vote are durable. */
  readonly messages: readonly PromptMessage[];
  /** Votes, vote requests and acknowledgements: leave when `replySequence` is durable, the highest sequence issued so far. */
  readonly replies: readonly HeldMessage[];
  readonly replySequence: number;
  /**
   * Only if `acknowledge` is `received`: this leader's own entries up to `to` have newly been received by a majority, itself included, and are not committed yet. They may be
   * acknowledged as accepted. Nothing else follows from it: a majority that crashes, or a part of it before the leader changes, can lose them.
   */
  readonly accepted: { readonly to: number } | undefined;
  /** Newly committed and locally durable: apply `from`..`to`. */
  readonly commit: { readonly from: number; readonly to: number } | undefined;
  /**
   * What this node needs is compacted at the leader: fetch its snapshot of exactly `position`, then say `installed`. Comes again until then, for another position or from
   * another leader as the case may be; go on with the one under way as long as its sender has it. (A later snapshot than any asked for may have been committed in a term that this
   * node has not heard of; a leader of before would seem to contradict it.) The term in which it was offered is durable.
   */
  readonly install: { readonly from: NodeId; readonly position: LogPosition } | undefined;
  /** The state up to `index` answers these reads. */
  readonly reads: readonly { readonly id: number; readonly index: number }[];
  readonly rejectedReads: readonly number[];
  readonly rejectedProposal: boolean;
  readonly events: readonly CoreEvent[];
}

export interface Status {
  readonly id: NodeId;
  readonly role: Role;
  readonly term: number;
  readonly leader: NodeId | undefined;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly persistedIndex: number;
  /** The entry behind which the log begins. */
  readonly base: LogPosition;
  /** The snapshot that this node offers to others; 0^0 without one. */
  readonly snapshot: LogPosition;
  readonly isHeldBack: boolean;
  /** What binds this node still, perhaps lowered. */
  readonly claim: LogPosition | undefined;
  /** In force here, and the entry that says so; index 0: the genesis. */
  readonly configuration: Configuration;
  readonly configurationIndex: number;
}

/** Why a leader cannot change the configuration now: see `Raft.changeHindrance`. */
export type ChangeHindrance = 'not-leader' | 'handing-over' | 'starting' | 'under-way';

/** What a leader knows of one participant. */
export interface FollowerProgress {
  readonly id: NodeId;
  readonly matchIndex: number;
  /** Everything was sent to it, and at most a window of it is under way. */
  readonly isCaughtUp: boolean;
  /** Something came from it since the election timeout before this one. */
  readonly isActive: boolean;
}
