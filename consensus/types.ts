// The shared vocabulary: the nouns of DESIGN §1 as types. No behaviour, no I/O.
// Index, term and offset are plain numbers, checked safe integers, `uint64` on disk and on the wire.

declare const nodeIdBrand: unique symbol;

/** The name of one server process, e.g. `n1`: 1 to 64 characters of `[a-z0-9-]`, checked where it enters the process. */
export type NodeId = string & { readonly [nodeIdBrand]: true };

/** What a node must remember to vote at most once per term (Raft Figure 2). */
export interface HardState {
  readonly term: number;
  readonly votedFor: NodeId | undefined;
}

/** A maximal run of consecutive entries of one term: all from `firstIndex` up to the next run's first index, or the end. */
export interface TermRun {
  readonly firstIndex: number;
  readonly term: number;
}

/**
 * `no-op` is what a new leader appends (Raft §8); `batch` carries transactions; at a `snapshot-point`, which is empty, every node takes a
 * snapshot of what the log up to and including it amounts to; a `membership` carries the text of membership.ts, in force from there on. An unknown type halts the node.
 */
export type EntryType = 'no-op' | 'batch' | 'snapshot-point' | 'membership';

/** A place in a log: index^term. 0^0 is the empty place before the first entry. */
export interface LogPosition {
  readonly index: number;
  readonly term: number;
}

/** What the history is right behind one entry: all that the next entry must fit to. */
export interface LogBase extends LogPosition {
  /** Offset that the next transaction gets. */
  readonly nextOffset: number;
  /** Chain digest (32 bytes) of the entry at `index`; zeros at 0. */
  readonly digest: Uint8Array;
}

/**
 * Entries `from`..`to` of a log that were durable once and can no longer be read. Both digests are known, so that what a peer sends in their
 * place can be told right from wrong whoever sends it: it must lead from one to the other.
 */
export interface DamagedRange {
  readonly from: number;
  readonly to: number;
  /** Chain digest (32 bytes) of the entry before `from`. */
  readonly digestBefore: Uint8Array;
  /** Chain digest (32 bytes) of the entry `to`. */
  readonly digest: Uint8Array;
  /** Where the damage was found, for people. */
  readonly file: string;
  readonly position: number;
  readonly why: string;
}

/** One change of the replicated state inside a transaction; a `record` is opaque and changes nothing. */
export type Delta =
  | { readonly kind: 'put'; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly kind: 'delete'; readonly key: Uint8Array }
  | { readonly kind: 'record'; readonly data: Uint8Array };

/** What a snapshot is of: everything up to and including the entry at `index`, a committed snapshot-point. The chain digest says of which history. */
export interface SnapshotHeader extends LogBase {
  readonly partition: number;
  /** Timestamp of the entry at `index`, milliseconds since 1970. */
  readonly timestamp: number;
}

/** A complete snapshot, verified when it was written. Equal on all nodes, byte for byte, for one point of the log. */
export interface SnapshotInfo extends SnapshotHeader {
  /** Size of the file. */
  readonly bytes: number;
  /** SHA-256 (32 bytes) over all records of section `state` in the order of their keys: compared between nodes. */
  readonly stateDigest: Uint8Array;
  /** SHA-256 (32 bytes) of the whole file before its trailer's own digest: what a receiver checks. (`digest` is that of the chain.) */
  readonly fileDigest: Uint8Array;
  /** Pairs of the state, named keys. */
  readonly stateKeys: number;
  readonly namedKeys: number;
}

/** What of an entry is decided when it is composed, before it has a place in a log. */
export interface EntryBody {
  readonly term: number;
  readonly type: EntryType;
  /** Milliseconds since 1970: the largest of the leader's clock and the timestamp before it. No clock decides anything. */
  readonly timestamp: number;
  /** The offset of the first transaction; in an entry without transactions the offset that the next one will get. */
  readonly firstOffset: number;
  /** Number of transactions; 0 in a `no-op`. */
  readonly count: number;
  /** For a `batch` the bytes that `batch.ts` defines, for a `membership` those of `membership.ts`; empty otherwise. */
  readonly payload: Uint8Array;
}

/** One Raft log entry in its place. */
export interface Entry extends EntryBody {
  readonly index: number;
  /** Chain digest (32 bytes) of the entry before; all zeros before index 1. */
  readonly previousDigest: Uint8Array;
  /** Chain digest (32 bytes) of this entry: SHA-256 over `previousDigest`, the fields and the payload, as log/FORMAT.md says. */
  readonly digest: Uint8Array;
}

/** `write`: checked and recorded. `read`: checked. `append`: recorded only. */
export type LockMode = 'write' | 'read' | 'append';

export interface Lock {
  readonly mode: LockMode;
  /** The first 16 bytes of SHA-256 over the name: what tables compare. */
  readonly id: Uint8Array;
  /** The caller's bytes, kept to name the lock in a conflict. */
  readonly name: Uint8Array;
}

/**
 * An idempotency key. `id` (16 bytes) is what tables compare: the whole of a generated key, the first 16 bytes of
 * SHA-256 over a named one. `birth` is the target partition's committed offset when a generated key was made.
 */
export type Key =
  | { readonly kind: 'generated'; readonly id: Uint8Array; readonly birth: number }
  | { readonly kind: 'named'; readonly id: Uint8Array };

/** One transaction as the leader's admission sees it: its envelope parsed, its payload untouched. */
export interface Submission {
  readonly key: Key;
  /** First 16 bytes of SHA-256 over type, header and data: tells a repeat from `KEY_REUSED`. */
  readonly content: Uint8Array;
  /** The offset up to which the client had applied the log; `undefined` = blind. */
  readonly seen: number | undefined;
  readonly locks: readonly Lock[];
  /** A `void`: settles its key so that nothing else can ever commit under it. Has no locks. */
  readonly isVoid: boolean;
  /** Puts or deletes keys of the state: nodes look into it when they apply it. */
  readonly hasDeltas: boolean;
  /** The encoded transaction with its protobuf tag and length, copied unchanged into log, followers and readers. */
  readonly bytes: Uint8Array;
}

/**
 * Closed list of the reasons for which a node answers a submit, lookup, resolve or read with anything but success.
 * Each one's `outcome` and `retryable` are in client-sdk, which owns what a client makes of them.
 */
export type RefusalCode =
  | 'CONFLICT'
  | 'STALE'
  | 'SEEN_AHEAD'
  | 'VOID'
  | 'KEY_REUSED'
  | 'KEY_EXPIRED'
  | 'READ_LOCK_WITHOUT_SEEN'
  | 'TOO_LARGE'
  | 'TOO_MANY_LOCKS'
  | 'OVERLOADED'
  | 'NO_SPACE'
  | 'COMPACTED'
  | 'NOT_LEADER'
  | 'LEADERSHIP_LOST'
  | 'SHUTTING_DOWN';

/** `none`: this attempt wrote nothing and never will. `unknown`: it may yet be in the log. */
export type Outcome = 'none' | 'unknown';

/** A typed "no" with what the caller needs to act on it. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly outcome: Outcome;
  /** CONFLICT: the name of the lock that was lost. */
  readonly lock?: Uint8Array;
  /** CONFLICT: the offset that won. VOID and KEY_REUSED: where the key is. STALE: the horizon. SEEN_AHEAD: the committed offset. KEY_EXPIRED: the newest evicted offset. */
  readonly offset?: number;
  /** NOT_LEADER, LEADERSHIP_LOST: who leads now, as far as this node knows. */
  readonly leader?: NodeId;
}

/** In the log, fdatasynced on a quorum of voters. `duplicate`: by an earlier attempt under the same key. */
export interface Committed {
  readonly kind: 'committed';
  readonly offset: number;
  readonly duplicate: boolean;
}

/**
 * DESIGN §8, `acknowledge: received`: in the memory of a quorum of voters, and on its way to their disks. It is not committed yet: a crash can lose it. `duplicate` as above.
 */
export interface Accepted {
  readonly kind: 'accepted';
  readonly offset: number;
  readonly duplicate: boolean;
}

export type SubmitResult = Committed | Accepted | Refusal;

/** `not-yet` is no promise: the transaction may still commit. */
export type LookupResult =
  | { readonly kind: 'committed'; readonly offset: number; readonly isVoid: boolean }
  | { readonly kind: 'not-yet' }
  | Refusal;

/** Settled: whichever of the transaction and the void is first in the log. */
export type ResolveResult =
  | { readonly kind: 'committed'; readonly offset: number }
  | { readonly kind: 'void'; readonly offset: number }
  | Refusal;

/** What the named-key index holds for ever about one key. */
export interface NamedKeyRecord {
  readonly offset: number;
  /** As `Submission.content`. */
  readonly content: Uint8Array;
  readonly isVoid: boolean;
}

/** One initial member of a cluster, as the genesis fixes it. */
export interface Member {
  readonly id: NodeId;
  /** 32 hexadecimal digits, made when the data directory was: a wiped node comes back as another incarnation. */
  readonly incarnation: string;
  /** host:port under which the other nodes reach it. */
  readonly peerAddress: string;
  /** host:port under which clients reach it. */
  readonly clientAddress: string;
}

/** Limits that decide what is admitted: equal on all nodes, hence fixed by the genesis. */
export interface ClusterLimits {
  readonly transactionBytesMax: number;
  readonly locksMax: number;
  readonly lockRows: number;
  readonly recentKeys: number;
}

/** The record that makes a cluster; identical on every node, never changed. */
export interface Genesis {
  /** 64 hexadecimal digits: SHA-256 over the genesis text. */
  readonly clusterId: string;
  readonly formatVersion: number;
  readonly partitions: number;
  readonly limits: ClusterLimits;
  /** DESIGN §8: when a transaction is acknowledged. Absent: once it is durable on a quorum. */
  readonly acknowledge?: 'received';
  /** 64 hexadecimal digits: digest of the backup that this cluster began with. Absent: it began empty. */
  readonly restoredFrom?: string;
  readonly members: readonly Member[];
}
