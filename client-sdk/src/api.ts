// The public types of the SDK: what a payment service writes against. Shapes only; `ledgerline.ts` implements them.

import type { StorageStatus } from './api-storage.ts';

export type LockMode = 'write' | 'read' | 'append';

export interface Lock {
  /** `write`: checked and recorded. `read`: checked. `append`: recorded only. */
  readonly mode: LockMode;
  /** 1 to 256 bytes; a string is taken as UTF-8. Locks are local to their partition. */
  readonly name: string | Uint8Array;
}

/**
 * One change of the cluster's state, or a record that changes nothing. Keys have 1 to 256 bytes, values at most 512 KiB; strings are taken as UTF-8.
 */
export type DeltaInput =
  | { readonly put: string | Uint8Array; readonly value: string | Uint8Array }
  | { readonly delete: string | Uint8Array }
  | { readonly record: string | Uint8Array };

/** A delta as it was committed. */
export type Delta =
  | { readonly kind: 'put'; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly kind: 'delete'; readonly key: Uint8Array }
  | { readonly kind: 'record'; readonly data: Uint8Array };

/** A transaction to submit. */
export interface TransactionInput {
  /** What it is, e.g. `transfer.v1`: 1 to 64 bytes of UTF-8. Types that begin with `ledgerline.` are reserved. */
  readonly type: string;
  /** An unsigned 32-bit number for the application's own use. Default 0. */
  readonly header?: number | undefined;
  readonly locks?: readonly Lock[] | undefined;
  /** A string is taken as UTF-8. Left out, or empty, if there are deltas. */
  readonly data?: string | Uint8Array | undefined;
  /**
   * Changes of the state, applied in this order, all or none. A key that is put or deleted without a write or append lock of its name gets a write
   * lock. At most 4,096, and as many keys as a transaction may have locks.
   */
  readonly deltas?: readonly DeltaInput[] | undefined;
  /** The caller's idempotency key, 1 to 64 bytes, remembered for ever. Default: the SDK generates one. */
  readonly key?: string | Uint8Array | undefined;
  /** The offset up to which the caller had applied the log when it composed the transaction; absent = blind. */
  readonly seen?: number | undefined;
  /** 1..partitions of the cluster. Default 1. */
  readonly partition?: number | undefined;
}

export interface CallOptions {
  /** Milliseconds for the whole call with all its attempts. Default 10,000. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A handle on an idempotency key: named by the caller, or the generated one of a receipt or error (16 bytes). */
export type KeyInput = { readonly named: string | Uint8Array } | { readonly generated: Uint8Array };

/** In the log, synced on a quorum of voters; unless `durable` says otherwise. */
export interface SubmitReceipt {
  readonly partition: number;
  readonly offset: number;
  /** An earlier attempt under the same key had come first; `offset` is the first one's. */
  readonly duplicate: boolean;
  /**
   * True: committed. False only where the cluster acknowledges what is received (`ClusterStatus.acknowledge`): a quorum has the transaction in memory and syncs it within milliseconds.
   * Until the log shows it, it can be lost if a node crashes that had received it, and another transaction may take `offset`. So that offset is no good as `seen`, nor to
   * read one's own write at. `resolve(key)` says for sure what became of it: committed, or void, and then it can be submitted anew.
   */
  readonly durable: boolean;
  readonly key: KeyInput;
}

/** A committed transaction as every reader of every node sees it. */
export interface CommittedTransaction {
  readonly partition: number;
  readonly offset: number;
  readonly index: number;
  readonly term: number;
  /** Milliseconds since 1970, from the leader; never goes back. */
  readonly timestamp: number;
  readonly type: string;
  readonly header: number;
  readonly key: KeyInput;
  readonly seen: number | undefined;
  readonly locks: readonly { readonly mode: LockMode; readonly name: Uint8Array }[];
  /** Empty if there are deltas. */
  readonly data: Uint8Array;
  /** In their order; empty if there are data. */
  readonly deltas: readonly Delta[];
  /** The reserved type that settles a key (see `resolve`). Views skip it. */
  readonly isVoid: boolean;
}

export interface TailOptions {
  readonly partition?: number | undefined;
  /** First offset to deliver. Default 1. */
  readonly from?: number | undefined;
  /** Last offset to deliver; the tail ends after it. Default: endless. */
  readonly to?: number | undefined;
  /** Read from exactly this node and no other. Default: any, changing on failure. */
  readonly node?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onState?: ((state: TailState) => void) | undefined;
}

/** `live` is said only after proof that everything up to a committed offset was delivered. */
export type TailState =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'catching-up'; readonly behind: number }
  | { readonly kind: 'live'; readonly offset: number }
  | { readonly kind: 'reconnecting'; readonly attempt: number; readonly cause: unknown }
  | { readonly kind: 'closed' };

export type LookupAnswer = { readonly kind: 'committed'; readonly offset: number; readonly isVoid: boolean } | { readonly kind: 'not-yet' };
export type ResolveAnswer = { readonly kind: 'committed'; readonly offset: number } | { readonly kind: 'void' };

export interface NodeStatus {
  readonly id: string;
  /** `learner`: a follower that receives the log and does not count. */
  readonly role: 'leader' | 'follower' | 'pre-candidate' | 'candidate' | 'learner' | 'unreachable';
  /** Index of the node's last entry, and of its last applied one; 0 when unreachable. */
  readonly last: number;
  readonly applied: number;
  /** Chain digest, hexadecimal, at the index common to all nodes that answered; `''` if there is none. */
  readonly digest: string;
  /** `undefined` when unreachable. */
  readonly storage: StorageStatus | undefined;
}

export interface ClusterStatus {
  readonly cluster: string;
  /** `received`: this cluster acknowledges before the disks have it, and crashes can lose what was acknowledged (see `SubmitReceipt.durable`). */
  readonly acknowledge: 'durable' | 'received';
  readonly partitions: readonly {
    readonly partition: number;
    /** `''` while there is none. */
    readonly leader: string;
    readonly term: number;
    /** By ReadIndex; `undefined` without a quorum. */
    readonly committed: number | undefined;
    readonly digestIndex: number;
    /** The voters on the way out, and those who come; `undefined` unless the membership is joint now. */
    readonly joint: { readonly outgoing: readonly string[]; readonly voters: readonly string[] } | undefined;
    readonly nodes: readonly NodeStatus[];
  }[];
}

export interface ConnectOptions extends CallOptions {
  /** Default deadline of every later call. */
  readonly defaultDeadlineMs?: number | undefined;
  /** Name of this program in the nodes' logs, at most 64 bytes. */
  readonly name?: string | undefined;
}

/** Options of the calls that concern one partition. */
export interface PartitionOptions extends CallOptions {
  /** Default 1. */
  readonly partition?: number | undefined;
}

export interface TransferOptions extends PartitionOptions {
  /** Id of the node that is to lead; default: whoever can take over soonest. */
  readonly to?: string | undefined;
}

/** What became of a transfer of leadership. */
export type Transfer =
  /** `changed`: by this call; otherwise it led already. */
  | { readonly isTaken: true; readonly leader: string; readonly changed: boolean }
  /** The successor did not take over within an election timeout. */
  | { readonly isTaken: false; readonly leader: undefined; readonly changed: false };

/** Fixed when the cluster was formed. */
export interface ClusterLimits {
  /** Bytes of one encoded transaction with its tag and length. */
  readonly transactionBytesMax: number;
  readonly locksMax: number;
  /** Lock writes known exactly, per partition; what is older is `STALE`. */
  readonly lockRows: number;
  /** Generated keys remembered, per partition. */
  readonly recentKeys: number;
}

/** Closed list. `errors.ts` says for each whether it is retryable and what its outcome is. */
export type ErrorCode =
  | 'CONFLICT'
  | 'STALE'
  | 'SEEN_AHEAD'
  | 'VOID'
  | 'KEY_REUSED'
  | 'KEY_EXPIRED'
  | 'INVALID'
  | 'TOO_LARGE'
  | 'TOO_MANY_LOCKS'
  | 'UNKNOWN_PARTITION'
  | 'UNKNOWN_NODE'
  | 'UNKNOWN_SNAPSHOT'
  | 'CHANGE_UNDER_WAY'
  | 'QUORUM_AT_RISK'
  | 'UNKNOWN_MEMBER'
  | 'ALREADY_A_MEMBER'
  | 'ID_USED'
  | 'LAST_VOTER'
  | 'TOO_MANY_MEMBERS'
  | 'MEMBER_UNREACHABLE'
  | 'ALREADY_FORMED'
  | 'OVERLOADED'
  | 'NO_SPACE'
  | 'NO_QUORUM'
  | 'UNREACHABLE'
  | 'DEADLINE'
  | 'ABORTED'
  | 'CLOSED'
  | 'WRONG_CLUSTER'
  | 'VERSION_SKEW'
  | 'COMPACTED'
  | 'PROTOCOL';
