// The public types of state reads, snapshots and what a node says about its disk. Shapes only.
import type { CallOptions } from './api.ts';

/**
 * What a read must not be older than. `linearizable`, the default: everything that was acknowledged anywhere before the call. A number: that
 * offset. `local`: nothing, whatever the node has.
 */
export type ReadAt = 'linearizable' | 'local' | number;

export interface StateReadOptions extends CallOptions {
  readonly at?: ReadAt | undefined;
  /** Read from exactly this node. Default: the leader for `linearizable`, any node otherwise. */
  readonly node?: string | undefined;
}

export interface StateRangeOptions extends StateReadOptions {
  /** First key; a string is taken as UTF-8. Default: from the beginning. */
  readonly from?: string | Uint8Array | undefined;
  /** The key before which it ends. Default: to the end. */
  readonly to?: string | Uint8Array | undefined;
  /** Only keys that begin so; instead of `from` and `to`. */
  readonly prefix?: string | Uint8Array | undefined;
  /** Entries in all. Default: no limit. */
  readonly limit?: number | undefined;
}

/** `value` is `undefined` if there is no such key after exactly `offset`. */
export interface StateValue {
  readonly value: Uint8Array | undefined;
  readonly offset: number;
}

/** In the order of the keys that were asked for, all after exactly `offset`. */
export interface StateValues {
  readonly values: readonly (Uint8Array | undefined)[];
  readonly offset: number;
}

/** What the key had after exactly `offset`. */
export interface StateEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly offset: number;
}

/** A part of a range: all of it after exactly `offset`. */
export interface StatePage {
  readonly offset: number;
  readonly entries: readonly StateEntry[];
}

/** Where a snapshot is: it covers the log up to and including `offset`. */
export interface SnapshotPlace {
  readonly index: number;
  readonly offset: number;
}

/** A complete snapshot. Those of one index are byte for byte the same on all nodes. Digests have 32 bytes. */
export interface Snapshot extends SnapshotPlace {
  readonly term: number;
  /** Of the entry at `index`, milliseconds since 1970. */
  readonly timestamp: number;
  /** Chain digest of the entry at `index`. */
  readonly digest: Uint8Array;
  /** Size of the file. */
  readonly bytes: number;
  readonly stateDigest: Uint8Array;
  /** SHA-256 of the file before its trailer's own digest. */
  readonly fileDigest: Uint8Array;
  readonly stateKeys: number;
  readonly namedKeys: number;
}

/** The snapshots of one node, newest first; `undefined` if it did not answer. */
export interface NodeSnapshots {
  readonly node: string;
  readonly snapshots: readonly Snapshot[] | undefined;
}

/** What one node found when it read its snapshots again; `undefined` if it did not answer. `error` says what is wrong and where. */
export interface NodeVerdicts {
  readonly node: string;
  readonly verdicts: readonly { readonly index: number; readonly error: string | undefined }[] | undefined;
}

/** One Raft log entry, complete: its digest can be computed from it (log/FORMAT.md). Digests have 32 bytes. */
export interface LogEntry {
  readonly index: number;
  readonly term: number;
  readonly type: 'no-op' | 'batch' | 'snapshot-point' | 'membership';
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly firstOffset: number;
  readonly count: number;
  readonly payload: Uint8Array;
  readonly previousDigest: Uint8Array;
  readonly digest: Uint8Array;
}

/** What an operator should know of a partition's disk on one node. */
export interface StorageStatus {
  /** Index of the first entry that is still in the log. */
  readonly firstIndex: number;
  readonly logBytes: number;
  /** Index up to which the deltas are in the state, and that of the newest snapshot. */
  readonly stateIndex: number;
  readonly snapshotIndex: number;
  /** Damaged ranges of entries that wait for repair: the first 16. `damagedRanges` counts all, `repairedRanges` those repaired since the start. */
  readonly damage: readonly {
    readonly from: number;
    readonly to: number;
    readonly file: string;
    readonly position: number;
    readonly why: string;
  }[];
  readonly damagedRanges: number;
  readonly repairedRanges: number;
  /** What an unclear last sync may have held; the node does not stand for election while it is set. */
  readonly claim: { readonly index: number; readonly term: number } | undefined;
  /** When the scrubber last ended a round, milliseconds since 1970, 0 before; and the index where it is. */
  readonly scrubbedAt: number;
  readonly scrubbedIndex: number;
  /** Nodes whose state differed at a common snapshot. */
  readonly diverged: readonly string[];
  readonly freeBytes: number;
  /** The disk is below the reserve: transactions are refused with NO_SPACE. */
  readonly isFull: boolean;
}
