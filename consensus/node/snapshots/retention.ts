// How far the log may be dropped: a pure question. Dropping is the storage's, deciding when to ask is the snapshot taker's.
import type { PartitionStorage } from '../../ports.ts';
import type { Retention } from '../../storage-options.ts';
import type { DamagedRange, SnapshotInfo } from '../../types.ts';

/**
 * The index through which the log may be compacted; `undefined` if nothing may go. `snapshots` are those that the log goes on from, newest first: the older
 * one bounds it, so that a damaged newest snapshot still has a log that leads on from the one before. Where it cannot lead on, because of damage that nobody can repair, the newest
 * does.
 */
export function compactThrough(options: {
  readonly retention: Retention;
  readonly storage: Pick<PartitionStorage, 'base' | 'bytes' | 'sealedSegments'>;
  readonly snapshots: readonly SnapshotInfo[];
  /** Damage that nobody can repair. */
  readonly lost: readonly DamagedRange[];
  /** Milliseconds since 1970. */
  readonly now: number;
}): number | undefined {
  const { retention, storage, snapshots, lost, now } = options;
  const limit = (isFallbackLost(snapshots, lost) ? snapshots[0]?.index : snapshots[1]?.index) ?? 0;
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

/** Whether the log behind the older snapshot cannot be read as far as the newest anyway. */
export function isFallbackLost([newest, older]: readonly SnapshotInfo[], lost: readonly DamagedRange[]): boolean {
  return newest !== undefined && lost.some(({ from, to }) => from > (older?.index ?? 0) && to <= newest.index);
}
