// The client protocol as domain types: what codec.ts makes of client.proto, for the SDK on one side and the server on the other.
// Partition, index, term and offset are plain numbers, checked safe integers. Field meanings are in client.proto.
import type { ClientHello, ServerHello } from './hello.ts';
import type { WireFollower, WireIntendedSet, WireMember, WireMembership } from './messages-members.ts';

export type Outcome = 'none' | 'unknown';

export type WireRefusalCode =
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
  | 'NOT_LEADER'
  | 'LEADERSHIP_LOST'
  | 'SHUTTING_DOWN'
  | 'INVALID'
  | 'NO_SPACE'
  | 'COMPACTED';

/** A typed "no". The server's `Refusal` is one. */
export interface WireRefusal {
  readonly kind: 'refused';
  readonly code: WireRefusalCode;
  readonly outcome: Outcome;
  readonly lock?: Uint8Array;
  readonly offset?: number;
  readonly leader?: string;
  readonly detail?: string;
}

export interface WireCommitted {
  readonly kind: 'committed';
  readonly offset: number;
  readonly duplicate: boolean;
}

/** Received by a quorum, and not committed yet. */
export interface WireAccepted {
  readonly kind: 'accepted';
  readonly offset: number;
  readonly duplicate: boolean;
}

export type WireResult = WireCommitted | WireAccepted | WireRefusal;

/** An idempotency key on the wire: 16 bytes generated, or 1 to 64 of the caller's. */
export interface WireKey {
  readonly kind: 'generated' | 'named';
  readonly bytes: Uint8Array;
}

export interface SubmitRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly firstId: number;
  /** Each with its protobuf tag and length, as `encodeTransaction` makes them and `parseEnvelope` takes them. Views when decoded. */
  readonly transactions: readonly Uint8Array[];
}

export interface IdentifiedResult {
  readonly id: number;
  readonly result: WireResult;
}

/** Without results it is a heartbeat. */
export interface SubmitResponse {
  readonly hello: ServerHello | undefined;
  readonly partition: number;
  readonly appliedOffset: number;
  readonly leader: string | undefined;
  readonly results: readonly IdentifiedResult[];
}

export interface TailRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly fromOffset: number;
  /** `undefined`: endless. */
  readonly toOffset: number | undefined;
}

export interface TailBatch {
  readonly firstOffset: number;
  readonly index: number;
  readonly term: number;
  readonly timestamp: number;
  readonly count: number;
  /** The encoded transactions with tags and lengths, one after the other: `batchTransactions(payload)` of the server. A view when decoded. */
  readonly transactions: Uint8Array;
}

/** Without batches it is a heartbeat. */
export interface TailMessage {
  readonly hello: ServerHello | undefined;
  readonly partition: number;
  readonly appliedOffset: number;
  readonly leader: string | undefined;
  readonly batches: readonly TailBatch[];
}

export interface KeyRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly key: WireKey;
}

export type LookupAnswer =
  | { readonly kind: 'committed'; readonly offset: number; readonly isVoid: boolean }
  | { readonly kind: 'not-yet' }
  | WireRefusal;
export interface LookupResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: LookupAnswer;
}

export type ResolveAnswer =
  | { readonly kind: 'committed'; readonly offset: number }
  | { readonly kind: 'void'; readonly offset: number }
  | WireRefusal;
export interface ResolveResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: ResolveAnswer;
}

export interface CommittedOffsetRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
}
export type CommittedOffsetAnswer = { readonly kind: 'offset'; readonly offset: number } | WireRefusal;
export interface CommittedOffsetResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: CommittedOffsetAnswer;
}

export interface DescribeRequest {
  readonly hello: ClientHello | undefined;
}
export type WireRole = 'follower' | 'pre-candidate' | 'candidate' | 'leader';
export interface PartitionDescription {
  readonly partition: number;
  readonly role: WireRole;
  readonly term: number;
  readonly leader: string | undefined;
  readonly lastIndex: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly appliedOffset: number;
  readonly firstOffset: number;
  readonly storage: StorageDescription;
  readonly membership: WireMembership;
  /** Empty but on a leader. */
  readonly followers: readonly WireFollower[];
}
/** Of what is damaged at most `DAMAGE_MAX` ranges are described; `damagedRanges` counts all. */
export interface StorageDescription {
  readonly firstIndex: number;
  readonly logBytes: number;
  readonly stateIndex: number;
  readonly snapshotIndex: number;
  readonly damage: readonly WireDamagedRange[];
  readonly damagedRanges: number;
  readonly repairedRanges: number;
  readonly claim: { readonly index: number; readonly term: number } | undefined;
  readonly scrubbedAt: number;
  readonly scrubbedIndex: number;
  readonly diverged: readonly string[];
  readonly freeBytes: number;
  readonly isFull: boolean;
}
export interface WireDamagedRange {
  readonly from: number;
  readonly to: number;
  readonly file: string;
  readonly position: number;
  readonly why: string;
}
export interface WireLimits {
  readonly transactionBytesMax: number;
  readonly locksMax: number;
  readonly lockRows: number;
  readonly recentKeys: number;
}
export interface DescribeResponse {
  readonly hello: ServerHello | undefined;
  readonly protocolMin: number;
  readonly protocolMax: number;
  /** Everyone that the node knows of. */
  readonly members: readonly WireMember[];
  readonly intended: WireIntendedSet;
  readonly limits: WireLimits;
  readonly partitions: readonly PartitionDescription[];
  readonly acknowledge: 'durable' | 'received';
}

export interface DigestAtRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly index: number;
}
export interface DigestAtResponse {
  readonly hello: ServerHello | undefined;
  /** 32 bytes; `undefined` while the node has not applied that index. */
  readonly digest: Uint8Array | undefined;
}

/** The server's `ReadAt`. */
export type WireReadAt =
  | { readonly kind: 'linearizable' }
  | { readonly kind: 'at-least'; readonly offset: number }
  | { readonly kind: 'local' };
/** The server's `StateQuery`. */
export type WireStateQuery =
  | { readonly kind: 'get-many'; readonly keys: readonly Uint8Array[] }
  | { readonly kind: 'range'; readonly from: Uint8Array; readonly to: Uint8Array | undefined; readonly limit: number };
export interface ReadStateRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly at: WireReadAt;
  readonly query: WireStateQuery;
  readonly timeoutMs: number;
}
export interface WireStatePair {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}
/** The server's `StateAnswer`, or its refusal. */
export type ReadStateAnswer =
  | { readonly kind: 'values'; readonly offset: number; readonly values: readonly (Uint8Array | undefined)[] }
  | { readonly kind: 'pairs'; readonly offset: number; readonly pairs: readonly WireStatePair[]; readonly more: boolean }
  | WireRefusal;
export interface ReadStateResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: ReadStateAnswer;
}

/** A request that names a partition and nothing else: TakeSnapshot, ListSnapshots, VerifySnapshots. */
export interface PartitionRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
}
export type TakeSnapshotAnswer = { readonly kind: 'snapshot-point'; readonly index: number } | WireRefusal;
export interface TakeSnapshotResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: TakeSnapshotAnswer;
}
/** `to`: absent = whoever can take over soonest. */
export interface TransferLeadershipRequest extends PartitionRequest {
  readonly to: string | undefined;
}
export type TransferLeadershipAnswer =
  | { readonly kind: 'transferred'; readonly leader: string; readonly changed: boolean }
  | { readonly kind: 'not-taken'; readonly to: string }
  | WireRefusal;
export interface TransferLeadershipResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: TransferLeadershipAnswer;
}

/** Digests have 32 bytes. */
export interface SnapshotDescription {
  readonly index: number;
  readonly term: number;
  /** The last one covered. */
  readonly offset: number;
  readonly timestamp: number;
  /** Chain digest of the entry at `index`. */
  readonly digest: Uint8Array;
  readonly bytes: number;
  readonly stateDigest: Uint8Array;
  readonly fileDigest: Uint8Array;
  readonly stateKeys: number;
  readonly namedKeys: number;
}
export interface ListSnapshotsResponse {
  readonly hello: ServerHello | undefined;
  readonly snapshots: readonly SnapshotDescription[];
}
export interface SnapshotVerdict {
  readonly index: number;
  readonly error: string | undefined;
}
export interface VerifySnapshotsResponse {
  readonly hello: ServerHello | undefined;
  readonly verdicts: readonly SnapshotVerdict[];
}
export interface FetchSnapshotRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly index: number;
  readonly position: number;
}
/** Without data it is the first of its stream, or a heartbeat. */
export interface SnapshotChunk {
  readonly hello: ServerHello | undefined;
  readonly snapshot: SnapshotDescription | undefined;
  readonly position: number;
  readonly data: Uint8Array;
}

export type WireEntryType = 'no-op' | 'batch' | 'snapshot-point' | 'membership';
/** The server's `Entry`. */
export interface WireEntry {
  readonly index: number;
  readonly term: number;
  readonly type: WireEntryType;
  readonly timestamp: number;
  readonly firstOffset: number;
  readonly count: number;
  readonly payload: Uint8Array;
  readonly previousDigest: Uint8Array;
  readonly digest: Uint8Array;
}
export interface ReadEntriesRequest {
  readonly hello: ClientHello | undefined;
  readonly partition: number;
  readonly fromIndex: number;
  /** `undefined`: up to what was applied when the call began. */
  readonly toIndex: number | undefined;
}
/** Without entries it is the first of its stream, or a heartbeat. */
export interface EntriesMessage {
  readonly hello: ServerHello | undefined;
  readonly appliedIndex: number;
  readonly entries: readonly WireEntry[];
}
