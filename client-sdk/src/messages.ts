// The client protocol as domain types: what codec.ts makes of client.proto, for the SDK on one side and the server on the other.
// Partition, index, term and offset are plain numbers, checked safe integers. Field meanings are in client.proto.
import type { ClientHello, ServerHello } from './hello.ts';

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

export type WireResult = WireCommitted | WireRefusal;

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
  readonly members: readonly { readonly id: string; readonly clientAddress: string }[];
  readonly limits: WireLimits;
  readonly partitions: readonly PartitionDescription[];
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
