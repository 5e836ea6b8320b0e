// How far the log may be dropped: a pure question. Dropping is the storage's, deciding when to ask is the snapshot taker's.
import type { PartitionStorage } from '../ports.ts';
import type { Retention } from '../storage-options.ts';
import type { SnapshotInfo } from '../types.ts';

/**
 * The index through which the log may be compacted; `undefined` if nothing may go. `snapshots` are those that the log goes on from, newest first: the older
 * one bounds it, so that a damaged newest snapshot still has a log that leads on from the one before.
 */
export function compactThrough(options: {
  readonly retention: Retention;
  readonly storage: Pick<PartitionStorage, 'base' | 'bytes' | 'sealedSegments'>;
  readonly snapshots: readonly SnapshotInfo[];
  /** Milliseconds since 1970. */
  readonly now: number;
}): number | undefined {
  const { retention, storage, snapshots, now } = options;
  const limit = snapshots[1]?.index ?? 0;
  if (retention.keep === 'everything' || limit <= storage.base.index) return undefined;
  if (retention.keep === 'snapshot') return limit;
  let through: number | undefined;
  let bytes = storage.bytes;
  for (const segment of storage.sealedSegments()) {
    const isWanted = retention.keep === 'bytes' ? bytes <= retention.bytes : now - segment.lastTimestamp <= retention.ms;
    if (isWanted || segment.lastIndex > limit) break;
    through = segment.lastIndex;
    bytes -= segment.bytes;
  }
  return through;
}
