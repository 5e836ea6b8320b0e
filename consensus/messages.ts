// What peers say to each other about one partition: the RPCs of Raft Figure 2, plus pre-vote (thesis §9.6), leadership transfer (thesis §3.10)
// and heartbeats that carry ReadIndex rounds (thesis §6.4). The core makes and reads these; it never sees a payload.
import type { EntryBody, NodeId } from './types.ts';

interface Addressed {
  readonly from: NodeId;
  readonly to: NodeId;
  /** The sender's term; in a pre-vote request the term it would stand in, in a granted pre-vote the term that was asked for. */
  readonly term: number;
}

export interface PreVoteRequest extends Addressed {
  readonly kind: 'pre-vote-request';
  readonly lastIndex: number;
  readonly lastTerm: number;
}
export interface PreVoteReply extends Addressed {
  readonly kind: 'pre-vote-reply';
  readonly granted: boolean;
}
export interface VoteRequest extends Addressed {
  readonly kind: 'vote-request';
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** The leader itself asked the candidate to stand (thesis §3.10): who is in touch with that leader answers all the same. */
  readonly isTransfer: boolean;
}
export interface VoteReply extends Addressed {
  readonly kind: 'vote-reply';
  readonly granted: boolean;
}

/**
 * AppendEntries. `terms[i]` and `sizes[i]` describe the entry at `previousIndex + 1 + i`; both empty where only `commit` or the place matters. The core guesses the sizes of old entries;
 * the driver puts them right, and may send the beginning of an append only, at least one of its entries: that is an append, too, and its answer says how far it went.
 */
export interface Append extends Addressed {
  readonly kind: 'append';
  readonly previousIndex: number;
  readonly previousTerm: number;
  readonly terms: readonly number[];
  /** Bytes on the wire of each entry, for the receiver's own window should it lead one day. */
  readonly sizes: readonly number[];
  readonly commit: number;
}
/** The follower holds, durably, the leader's log up to `matchIndex`. */
export interface AppendAccepted extends Addressed {
  readonly kind: 'append-accepted';
  readonly matchIndex: number;
}
/**
 * The follower holds the leader's log up to `matchIndex`, perhaps not durably yet. Said at once, and only in a cluster that acknowledges what is received (DESIGN §8): it
 * moves what the leader has acknowledged, nothing else.
 */
export interface AppendReceived extends Addressed {
  readonly kind: 'append-received';
  readonly matchIndex: number;
}
/**
 * The follower has no entry `rejectedIndex` of the leader's term there. `hintIndex` and `hintTerm` are the last place at or below
 * it where the logs may agree, so that the leader skips whole terms (Raft §5.3, as etcd-io/raft does it).
 */
export interface AppendRejected extends Addressed {
  readonly kind: 'append-rejected';
  readonly rejectedIndex: number;
  readonly hintIndex: number;
  readonly hintTerm: number;
}

/**
 * The entries that the follower needs are compacted: it is to install the leader's snapshot at `index`^`indexTerm`, which it fetches by itself.
 * Comes again with every heartbeat. Answered by an append-accepted once that, or more, is committed and durable there.
 */
export interface InstallSnapshot extends Addressed {
  readonly kind: 'install-snapshot';
  readonly index: number;
  readonly indexTerm: number;
}

/** The leader hands over (thesis §3.10): the receiver, whose log is the leader's, stands for election at once. May come more than once. */
export interface TimeoutNow extends Addressed {
  readonly kind: 'timeout-now';
}

/** `commit` never exceeds what the leader knows the follower to hold. `round` numbers ReadIndex attempts; 0 before the first. */
export interface Heartbeat extends Addressed {
  readonly kind: 'heartbeat';
  readonly commit: number;
  readonly round: number;
}
export interface HeartbeatReply extends Addressed {
  readonly kind: 'heartbeat-reply';
  readonly round: number;
}

export type Message =
  | PreVoteRequest
  | PreVoteReply
  | VoteRequest
  | VoteReply
  | Append
  | AppendAccepted
  | AppendReceived
  | AppendRejected
  | InstallSnapshot
  | TimeoutNow
  | Heartbeat
  | HeartbeatReply;

/** A message on its way between two nodes. An append travels with its entries and the chain digest of the entry before them. */
export type PeerMessage =
  | { readonly partition: number; readonly message: Exclude<Message, Append> }
  | { readonly partition: number; readonly message: Append; readonly entries: readonly EntryBody[]; readonly digestBefore: Uint8Array };
