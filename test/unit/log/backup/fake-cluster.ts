// A cluster to be backed up, without nodes: entries of each partition, of which the first may be compacted, and snapshots as files.
import { defined } from '../../../../consensus/assert.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../../consensus/limits.ts';
import type { Entry, NodeId, SnapshotInfo } from '../../../../consensus/types.ts';
import type { BackupManifest } from '../../../../log/backup/manifest.ts';
import type { BackupSource } from '../../../../log/backup/reading.ts';
import { readBackupEntries } from '../../../../log/backup/reading.ts';
import { restoreBackup } from '../../../../log/backup/restoring.ts';
import { type ClusterSource, CompactedError, type SaveEvent, saveBackup } from '../../../../log/backup/saving.ts';
import { openSnapshotStore } from '../../../../log/snapshot-store.ts';
import { baseAt, entriesAfter, entryAfter, membershipPayload, SIZES } from '../fixture.ts';
import { MemoryDisk } from '../memory-disk.ts';

export const BACKUP = '/backup';
export const NODE_DATA = '/node';
export const CLUSTER = 'c1'.repeat(32);

interface Snapshot {
  readonly node: string;
  readonly info: SnapshotInfo;
  readonly file: Uint8Array;
}

export class FakeCluster implements ClusterSource {
  cluster = CLUSTER;
  readonly limits = DEFAULT_CLUSTER_LIMITS;
  readonly partitions: number;
  readonly logs: Entry[][];
  /** First index that can still be read. */
  readonly first: number[];
  readonly #snapshots: Snapshot[][];
  /** Entries handed out; a positive number fails once it is used up. */
  answers = Number.POSITIVE_INFINITY;
  /** Bytes of a snapshot that one fetch gives before it fails. */
  snapshotBytes = Number.POSITIVE_INFINITY;
  readonly fetchedFrom: number[] = [];
  readonly readFrom: number[] = [];

  constructor(partitions = 1) {
    this.partitions = partitions;
    this.logs = Array.from({ length: partitions }, () => []);
    this.first = this.logs.map(() => 1);
    this.#snapshots = this.logs.map(() => []);
  }

  log(partition = 1): Entry[] {
    return defined(this.logs[partition - 1], 'a log');
  }

  /** Commits entries of these payload sizes. */
  commit(sizes: readonly number[], { partition = 1, term = 1 }: { readonly partition?: number; readonly term?: number } = {}): void {
    const log = this.log(partition);
    log.push(...entriesAfter(log.at(-1), { term, sizes }));
  }

  /** Commits a membership entry of this cluster. */
  commitMembership(partition = 1): void {
    const last = this.log(partition).at(-1);
    this.log(partition).push(entryAfter(last, { term: last?.term ?? 1, payload: membershipPayload(CLUSTER), type: 'membership' }));
  }

  /** A snapshot of the newest entry; everything up to it is compacted if that is asked for. */
  async snapshot(
    options: { readonly partition?: number; readonly compact?: boolean; readonly node?: string; readonly value?: string } = {},
  ): Promise<SnapshotInfo> {
    const { partition = 1, compact = false, node = 'n1', value = 'v' } = options;
    const last = defined(this.log(partition).at(-1), 'an entry');
    const disk = new MemoryDisk();
    await disk.makeDirectory('/s');
    const store = await openSnapshotStore({ disk, directory: '/s', partition });
    const writer = await store.create({ ...baseAt(last), partition, timestamp: last.timestamp });
    if (this.log(partition).some(({ type }) => type === 'membership')) await writer.write('membership', membershipPayload(CLUSTER));
    await writer.write('tables', Buffer.from(value.repeat(40)));
    const info = await writer.finish();
    const file = await store.readBytes({ index: info.index, position: 0, length: info.bytes });
    defined(this.#snapshots[partition - 1], 'snapshots').unshift({ node, info, file });
    if (compact) this.first[partition - 1] = info.index + 1;
    return info;
  }

  /** The newest snapshot says that the state is another one. */
  lie(node: string): void {
    const newest = defined(this.#snapshots[0]?.[0], 'a snapshot');
    this.#snapshots[0]?.unshift({ ...newest, node, info: { ...newest.info, stateDigest: new Uint8Array(32).fill(1) } });
  }

  async goal(partition: number): Promise<{ offset: number; index: number }> {
    const last = this.log(partition).at(-1);
    return { offset: last === undefined ? 0 : last.firstOffset + last.count - 1, index: 0 };
  }

  async *entries(partition: number, from: number): AsyncGenerator<readonly Entry[]> {
    this.readFrom.push(from);
    if (from < (this.first[partition - 1] ?? 1)) throw new CompactedError('gone');
    for (const entry of this.log(partition).slice(from - 1)) {
      if (this.answers-- <= 0) throw new Error('the node is gone');
      yield [entry];
    }
  }

  async snapshots(partition: number): Promise<readonly Snapshot[]> {
    return defined(this.#snapshots[partition - 1], 'snapshots');
  }

  async *fetch(
    partition: number,
    wanted: { readonly node: string; readonly index: number; readonly position: number },
  ): AsyncGenerator<Uint8Array> {
    this.fetchedFrom.push(wanted.position);
    const found = (await this.snapshots(partition)).find(({ node, info }) => node === wanted.node && info.index === wanted.index);
    const { file } = defined(found, 'the snapshot');
    for (let at = wanted.position; at < file.length; at += 16) {
      if (at >= this.snapshotBytes) throw new Error('the node is gone');
      yield file.subarray(at, at + 16);
    }
  }
}

/** Saves into `/backup`. */
export function save(disk: MemoryDisk, source: ClusterSource, events: SaveEvent[] = []): Promise<BackupManifest> {
  return saveBackup({
    disk: disk.mount(),
    path: BACKUP,
    source,
    newIncarnation: () => '0123456789abcdef0123456789abcdef',
    now: () => 1_700_000_000_000,
    lock: async () => async () => undefined,
    removeDirectory: async (path) => disk.plant(path, undefined),
    pause: async () => undefined,
    onEvent: (event) => events.push(event),
    ...SIZES,
  });
}

/** Everything that a backup holds of a partition behind its base. */
export async function entriesIn(disk: MemoryDisk, manifest: BackupManifest, partition = 1): Promise<Entry[]> {
  const entries: Entry[] = [];
  const found = defined(manifest.partitions[partition - 1], 'a partition');
  for await (const entry of readBackupEntries(sourceOf(disk, manifest), found, found.base.index + 1)) entries.push(entry);
  return entries;
}

export function sourceOf(disk: MemoryDisk, manifest: BackupManifest): BackupSource {
  return { disk, path: BACKUP, manifest };
}

/** Restores `/backup` into `/node`. */
export function restore(disk: MemoryDisk, manifest: BackupManifest, nodeId = 'n1'): Promise<void> {
  const target = { disk: disk.mount(), path: NODE_DATA, nodeId: nodeId as NodeId, newIncarnation: () => 'f'.repeat(32), ...SIZES };
  return restoreBackup(sourceOf(disk, manifest), target, { onProgress: () => undefined });
}
