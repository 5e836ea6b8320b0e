// Makes the data directory of a node from a backup: the same entries under a new incarnation, the snapshot they begin with, and a note of which backup it
// was. Cut short, it goes on where it was; until it is complete no node starts on it.
import { assert } from '../../consensus/assert.ts';
import type { Disk, PartitionStorage, SnapshotStore } from '../../consensus/ports.ts';
import type { Entry, NodeId } from '../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../data-directory.ts';
import { asLogError } from '../errors.ts';
import { endOf, isSameEnd } from '../log-end.ts';
import { writeRestoredFrom } from '../origin.ts';
import { EntryAppender, MisfitError } from './appender.ts';
import { type BackedUpPartition, historyDigest } from './manifest.ts';
import { type BackupSource, backupDamaged, backupSnapshot, fileBytes, readBackupEntries } from './reading.ts';

export interface RestoreTarget {
  readonly disk: Disk;
  /** Absolute; absent, empty, or what an earlier attempt left. The caller holds the lock. */
  readonly path: string;
  readonly nodeId: NodeId;
  /** As in `DataDirectoryOptions`. */
  readonly newIncarnation: () => string;
  readonly segmentBytes?: number;
  readonly firstSegmentBytes?: number;
}

/** What either throws ends the restore, to be gone on with by another. */
export interface RestoreObserver {
  /** With the bytes of snapshots and payloads that were done since the call before. */
  readonly onProgress: (bytes: number) => void;
  /** With every entry, in order; of a restore that goes on, only with those that were missing. */
  readonly onEntry?: (partition: number, entry: Entry) => Promise<void>;
}

/**
 * Restores all partitions; durable and complete when it resolves. Throws `CORRUPT` for damage in the backup, `WRONG_NODE` if the directory holds anything
 * else, and what the log throws.
 */
export async function restoreBackup(source: BackupSource, target: RestoreTarget, observer: RestoreObserver): Promise<void> {
  const digest = historyDigest(source.manifest);
  const directory = await openDataDirectory({ ...target, purpose: { kind: 'restore', digest } });
  try {
    for (const partition of source.manifest.partitions) await restorePartition(source, { directory, partition, observer });
  } finally {
    await directory.close();
  }
  try {
    await writeRestoredFrom(target.disk, target.path, { digest, isComplete: true });
  } catch (error) {
    throw asLogError('cannot complete the restored directory', target.path, error);
  }
}

interface PartitionTarget {
  readonly directory: DataDirectory;
  readonly partition: BackedUpPartition;
  readonly observer: RestoreObserver;
}

async function restorePartition(source: BackupSource, { directory, partition, observer }: PartitionTarget): Promise<void> {
  const { base, last } = partition;
  const storage = await directory.openPartition(partition.partition);
  if (base.index > 0) {
    const snapshots = await directory.openSnapshots(partition.partition);
    await restoreSnapshot(source, { partition, snapshots, observer });
    if (storage.base.index < base.index) await storage.reset(base);
  }
  if (storage.hardState.term < last.term) await storage.saveHardState({ term: last.term, votedFor: undefined });
  await restoreEntries(source, { partition, storage, observer });
}

async function restoreSnapshot(
  source: BackupSource,
  target: { readonly partition: BackedUpPartition; readonly snapshots: SnapshotStore; readonly observer: RestoreObserver },
): Promise<void> {
  const { partition, snapshots, observer } = target;
  if (snapshots.list().some(({ index }) => index === partition.base.index)) return;
  const { path, info } = await backupSnapshot(source, partition);
  const receiver = await snapshots.receive(info);
  try {
    let position = receiver.received;
    observer.onProgress(position);
    for await (const piece of fileBytes(source.disk, path, position)) {
      await receiver.write(position, piece);
      position += piece.length;
      observer.onProgress(piece.length);
    }
    if (position < info.bytes) throw backupDamaged('the snapshot is shorter than it says', { file: path, position });
    await receiver.finish();
  } finally {
    await receiver.close();
  }
}

async function restoreEntries(
  source: BackupSource,
  target: { readonly partition: BackedUpPartition; readonly storage: PartitionStorage; readonly observer: RestoreObserver },
): Promise<void> {
  const { partition, storage, observer } = target;
  const appender = await EntryAppender.open(storage);
  try {
    if (storage.lastIndex < partition.last.index) {
      for await (const entry of readBackupEntries(source, partition, storage.lastIndex + 1)) {
        await appender.add(entry);
        await observer.onEntry?.(partition.partition, entry);
        observer.onProgress(entry.payload.length);
      }
      await appender.flush();
    }
  } catch (error) {
    if (!(error instanceof MisfitError)) throw error;
    throw backupDamaged(error.message, { file: `${source.path}/${source.manifest.data}`, index: error.index }, error);
  }
  assert(isSameEnd(appender.end, endOf(partition.last)), 'what was restored is what the manifest names');
}
