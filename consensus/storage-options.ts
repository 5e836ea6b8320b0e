// How one node keeps its log: what it may drop, when it takes snapshots, how much space it leaves. Each node's own affair: nodes of one cluster may differ.
import { SCRUB_BYTES_PER_SECOND, SNAPSHOT_INTERVAL_BYTES, SPACE_RESERVE_BYTES } from './limits.ts';

/**
 * What may be dropped, whole segments at a time, and never above the older of the two newest snapshots. `snapshot`: everything below it.
 * `bytes`: only while the segments of a partition hold more than that. `age`: only what is older.
 */
export type Retention =
  | { readonly keep: 'everything' }
  | { readonly keep: 'snapshot' }
  | { readonly keep: 'bytes'; readonly bytes: number }
  | { readonly keep: 'age'; readonly ms: number };

export interface StorageOptions {
  readonly retention: Retention;
  /** Bytes of log, at least, between two snapshots that this node proposes as leader. */
  readonly snapshotIntervalBytes: number;
  /** Bytes of the file system that stay free: below them submits are refused with `NO_SPACE`. */
  readonly spaceReserveBytes: number;
  /** Bytes a second at which sealed segments are read again; 0 = never. */
  readonly scrubBytesPerSecond: number;
}

export const DEFAULT_STORAGE_OPTIONS: StorageOptions = {
  retention: { keep: 'everything' },
  snapshotIntervalBytes: SNAPSHOT_INTERVAL_BYTES,
  spaceReserveBytes: SPACE_RESERVE_BYTES,
  scrubBytesPerSecond: SCRUB_BYTES_PER_SECOND,
};
