// Fills a backup from a running cluster, or goes on with one: entry by entry into the log of a data directory that is no node's, so that what is there after a
// crash is sound and the next save goes on behind it. The manifest comes last; the one before stays valid until then. FORMAT.md ("Backups").
import { BACKUP_IDLE_ROUNDS_MAX } from '../../consensus/limits.ts';
import type { Disk, PartitionStorage, SnapshotStore } from '../../consensus/ports.ts';
import type { ClusterLimits, Entry, LogBase, NodeId, SnapshotInfo } from '../../consensus/types.ts';
import { equalBytes } from '../bytes.ts';
import { type DataDirectory, openDataDirectory } from '../data-directory.ts';
import { hasCode, LogError } from '../errors.ts';
import { TEMPORARY_SUFFIX } from '../small-file.ts';
import { EntryAppender, lastOf, MisfitError } from './appender.ts';
import { filesOf } from './describing.ts';
import { type BackedUpPartition, type BackupManifest, MANIFEST_FILE, readManifest, type StateMark, writeManifest } from './manifest.ts';
import { backupDamaged } from './reading.ts';

/** The node that a backup pretends to be. */
const BACKUP_NODE = 'backup' as NodeId;
const DATA_NAME = /^data-([0-9]{4})$/;

/** The entries that were asked for are not in the cluster any more. */
export class CompactedError extends Error {
  override readonly name = 'CompactedError';
}

export interface SaveGoal {
  readonly offset: number;
  readonly index: number;
}

/** The running cluster. Its calls reject when no node answers in time. */
export interface ClusterSource {
  readonly cluster: string;
  readonly limits: ClusterLimits;
  readonly partitions: number;
  /** What must be saved: at least everything that was acknowledged before the call, up to the transaction and the entry named. */
  goal(partition: number): Promise<SaveGoal>;
  /** From an index to what some node has applied now: none if that is before it. Rejects with `CompactedError`. */
  entries(partition: number, from: number): AsyncIterable<readonly Entry[]>;
  /** Of all nodes, newest first. */
  snapshots(partition: number): Promise<readonly { readonly node: string; readonly info: SnapshotInfo }[]>;
  fetch(partition: number, wanted: { readonly node: string; readonly index: number; readonly position: number }): AsyncIterable<Uint8Array>;
}

export type SaveEvent =
  /** A partition is gone on with: so many transactions are in the backup already. */
  | { readonly kind: 'found'; readonly partition: number; readonly transactions: number }
  | { readonly kind: 'added'; readonly partition: number; readonly transactions: number }
  /** Everything before the snapshot is gone from the cluster: the backup begins with it. */
  | { readonly kind: 'begins-with-snapshot'; readonly partition: number; readonly index: number; readonly offset: number }
  /** The cluster has compacted what the backup lacks: all of it is saved anew, beside what is there, which goes when that is complete. */
  | { readonly kind: 'starts-over'; readonly partition: number; readonly lastIndex: number }
  | { readonly kind: 'states-differ'; readonly partition: number; readonly index: number };

export interface SaveOptions {
  readonly disk: Disk;
  /** Of the backup, absolute; its parent exists. */
  readonly path: string;
  readonly source: ClusterSource;
  readonly newIncarnation: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Locks a data directory against other processes until the call that it resolves with. Throws `LOCKED`. */
  readonly lock: (dataPath: string) => Promise<() => Promise<void>>;
  /** Removes a data directory with all that is in it. */
  readonly removeDirectory: (dataPath: string) => Promise<void>;
  /** Waits a moment for the cluster. Rejects when the save is to end. */
  readonly pause: () => Promise<void>;
  readonly onEvent: (event: SaveEvent) => void;
  readonly segmentBytes?: number;
  readonly firstSegmentBytes?: number;
}

class StartOver extends Error {}

/** Saves everything that was acknowledged before the call, and returns the manifest. Throws `WRONG_CLUSTER`, `CORRUPT` and what disk and source throw. */
export async function saveBackup(options: SaveOptions): Promise<BackupManifest> {
  const { disk, path, source, now, removeDirectory } = options;
  const generations = await generationsIn(disk, path);
  const previous = await readManifest(disk, path);
  if (previous !== undefined && previous.cluster !== source.cluster) throw otherCluster(path, previous.cluster, source.cluster);
  const numbers = Array.from({ length: source.partitions }, (_, at) => at + 1);
  const goals = await Promise.all(numbers.map((partition) => source.goal(partition)));
  let partitions: readonly BackedUpPartition[] | undefined;
  let generation = generations.at(-1) ?? 1;
  while (partitions === undefined) {
    try {
      partitions = await fill(options, { data: dataName(generation), previous, goals });
    } catch (error) {
      if (!(error instanceof StartOver)) throw error;
      generations.push(generation);
      generation++;
    }
  }
  const { cluster, limits } = source;
  const manifest: BackupManifest = { savedAt: now(), cluster, limits, data: dataName(generation), partitions };
  await writeManifest(disk, path, manifest);
  for (const older of new Set(generations)) if (older !== generation) await removeDirectory(`${path}/${dataName(older)}`);
  return manifest;
}

function dataName(generation: number): string {
  return `data-${String(generation).padStart(4, '0')}`;
}

/** Numbers of the data directories in a backup, ascending. Throws `FOREIGN_FILE`. */
async function generationsIn(disk: Disk, path: string): Promise<number[]> {
  let names: string[];
  try {
    names = await disk.list(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await disk.makeDirectory(path);
    names = [];
  }
  const generations: number[] = [];
  for (const name of names) {
    const match = DATA_NAME.exec(name);
    if (match !== null) generations.push(Number(match[1]));
    else if (name !== MANIFEST_FILE && name !== MANIFEST_FILE + TEMPORARY_SUFFIX && name !== 'lost+found')
      throw foreignInBackup(`${path}/${name}`);
  }
  return generations.sort((left, right) => left - right);
}

function foreignInBackup(file: string): LogError {
  const next = 'Nothing was changed. Save into a directory that is absent or empty, or into one that ledgerline backup save has filled.';
  return new LogError('FOREIGN_FILE', { what: 'this is part of no backup', next, place: { file } });
}

interface Filling {
  /** Name of the data directory. */
  readonly data: string;
  readonly previous: BackupManifest | undefined;
  /** By partition - 1. */
  readonly goals: readonly SaveGoal[];
}

async function fill(options: SaveOptions, { data, previous, goals }: Filling): Promise<BackedUpPartition[]> {
  const { disk, source, path } = options;
  const dataPath = `${path}/${data}`;
  const release = await options.lock(dataPath);
  let directory: DataDirectory | undefined;
  try {
    const purpose = { kind: 'backup', cluster: source.cluster } as const;
    directory = await openDataDirectory({ ...options, path: dataPath, nodeId: BACKUP_NODE, purpose });
    const partitions: BackedUpPartition[] = [];
    for (const [at, goal] of goals.entries()) {
      const partition = at + 1;
      const storage = await directory.openPartition(partition);
      const isMended = await mend(source, { partition, storage });
      const snapshots = await directory.openSnapshots(partition);
      await savePartition(options, { partition, goal, storage, snapshots });
      const last = await lastOf(storage);
      const known = previous?.data === data && !isMended ? (previous.partitions[at]?.files ?? []) : [];
      const files = await filesOf(disk, { dataPath, partition, base: storage.base, lastIndex: last.index, known });
      partitions.push({ partition, base: storage.base, last, files, state: await stateMark(options, { partition, storage }) });
    }
    return partitions;
  } finally {
    await directory?.close();
    await release();
  }
}

/** Damage that was found when the backup was opened is mended from the cluster, between digests that are known. Says whether files were written anew. */
async function mend(
  source: ClusterSource,
  { partition, storage }: { readonly partition: number; readonly storage: PartitionStorage },
): Promise<boolean> {
  const damage = [...storage.damage];
  for (const { from, to, file, position, why } of damage) {
    try {
      await storage.repair(await entriesBetween(source, { partition, from, to }));
    } catch (error) {
      if (!(error instanceof CompactedError) && !hasCode(error, 'WRONG_REPAIR')) throw error;
      throw backupDamaged(
        `${why}; the cluster cannot mend it: ${error instanceof Error ? error.message : ''}`,
        { file, position, index: from },
        error,
      );
    }
  }
  return damage.length > 0;
}

async function entriesBetween(
  source: ClusterSource,
  wanted: { readonly partition: number; readonly from: number; readonly to: number },
): Promise<Entry[]> {
  const { partition, from, to } = wanted;
  const found: Entry[] = [];
  for await (const entries of source.entries(partition, from)) {
    for (const entry of entries) if (entry.index <= to) found.push(entry);
    if (found.length === to - from + 1) break;
  }
  return found;
}

interface Saving {
  readonly partition: number;
  readonly goal: SaveGoal;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
}

async function savePartition(options: SaveOptions, saving: Saving): Promise<void> {
  const { pause, onEvent } = options;
  const { partition, goal, storage } = saving;
  onEvent({ kind: 'found', partition, transactions: (await lastOf(storage)).nextOffset - 1 });
  for (let idleRounds = 0; ; idleRounds++) {
    const before = storage.lastIndex;
    try {
      await takeEntries(options, saving);
    } catch (error) {
      if (!(error instanceof CompactedError)) throw error;
      if (storage.lastIndex > 0) {
        onEvent({ kind: 'starts-over', partition, lastIndex: storage.lastIndex });
        throw new StartOver();
      }
      await beginWithSnapshot(options, saving);
    }
    const { nextOffset } = await lastOf(storage);
    if (nextOffset > goal.offset && storage.lastIndex >= goal.index) return;
    if (storage.lastIndex > before) idleRounds = 0;
    if (idleRounds > BACKUP_IDLE_ROUNDS_MAX) {
      throw new Error(
        `partition ${partition}: offset ${goal.offset} is committed, and no node that answers has applied more than ${nextOffset - 1}`,
      );
    }
    await pause();
  }
}

/** What one node has behind the end of the backup. What came before a failure is kept. */
async function takeEntries({ source, path, onEvent }: SaveOptions, { partition, storage }: Saving): Promise<void> {
  const appender = await EntryAppender.open(storage);
  try {
    for await (const entries of source.entries(partition, storage.lastIndex + 1)) {
      for (const entry of entries) await appender.add(entry);
      onEvent({ kind: 'added', partition, transactions: entries.reduce((sum, { count }) => sum + count, 0) });
    }
  } catch (error) {
    if (error instanceof MisfitError) throw notContinued(error, { partition, path });
    if (!(error instanceof LogError)) await appender.flush();
    throw error;
  }
  await appender.flush();
}

/** Nothing is saved yet, and the cluster has no longer all: its newest snapshot is where the backup begins. */
async function beginWithSnapshot(options: SaveOptions, { partition, storage, snapshots }: Saving): Promise<void> {
  const { source, onEvent } = options;
  let begin: SnapshotInfo | undefined = snapshots.list()[0];
  let failure: unknown;
  if (begin === undefined) {
    const found = await source.snapshots(partition);
    for (const { node, info } of found) {
      if (info.index !== found[0]?.info.index || begin !== undefined) break;
      try {
        begin = await fetchSnapshot(source, { node, info, snapshots });
      } catch (error) {
        failure = error;
      }
    }
    if (begin === undefined)
      throw failure ?? new Error(`partition ${partition}: the beginning of the log was compacted, and no node that answers has a snapshot`);
  }
  const { index, term, nextOffset, digest } = begin;
  if (storage.hardState.term < term) await storage.saveHardState({ term, votedFor: undefined });
  await storage.reset({ index, term, nextOffset, digest });
  onEvent({ kind: 'begins-with-snapshot', partition, index, offset: nextOffset - 1 });
}

async function fetchSnapshot(
  source: ClusterSource,
  wanted: { readonly node: string; readonly info: SnapshotInfo; readonly snapshots: SnapshotStore },
): Promise<SnapshotInfo> {
  const { node, info, snapshots } = wanted;
  const receiver = await snapshots.receive(info);
  try {
    let position = receiver.received;
    for await (const bytes of source.fetch(info.partition, { node, index: info.index, position })) {
      await receiver.write(position, bytes);
      position += bytes.length;
    }
    if (position < info.bytes) throw new Error(`node ${node} ended its snapshot at byte ${position} of ${info.bytes}`);
    return await receiver.finish();
  } finally {
    await receiver.close();
  }
}

/** The cluster's newest snapshot of an entry that the backup has. */
async function stateMark(
  { source, onEvent }: SaveOptions,
  { partition, storage }: { readonly partition: number; readonly storage: PartitionStorage },
): Promise<StateMark | undefined> {
  const { base, lastIndex } = storage;
  const covered = (await source.snapshots(partition)).filter(({ info }) => info.index >= base.index && info.index <= lastIndex);
  const newest = covered[0]?.info;
  if (newest === undefined || !(await isOurs(storage, newest))) return undefined;
  const { index, stateDigest, stateKeys } = newest;
  if (covered.some(({ info }) => info.index === index && !equalBytes(info.stateDigest, stateDigest))) {
    onEvent({ kind: 'states-differ', partition, index });
    return undefined;
  }
  return { index, stateDigest, stateKeys };
}

/** Whether a snapshot is of the history that the backup has. */
async function isOurs(storage: PartitionStorage, { index, digest }: LogBase): Promise<boolean> {
  if (index === storage.base.index) return equalBytes(digest, storage.base.digest);
  const [entry] = await storage.read({ from: index, to: index, bytesMax: 1 });
  return entry !== undefined && equalBytes(digest, entry.digest);
}

function notContinued(error: MisfitError, { partition, path }: { readonly partition: number; readonly path: string }): LogError {
  return new LogError('CORRUPT', {
    what: `what the cluster has of partition ${partition} does not continue this backup: ${error.message}`,
    next: 'Compare the digests of the nodes with ledgerline status; save into another directory, and keep this one.',
    place: { file: path, index: error.index },
    cause: error,
  });
}

function otherCluster(path: string, ours: string, theirs: string): LogError {
  return new LogError('WRONG_CLUSTER', {
    what: `this is the backup of cluster ${ours}, and ${theirs} answers`,
    next: 'Save into a directory of its own, or name the nodes of the cluster that was meant.',
    place: { file: `${path}/${MANIFEST_FILE}` },
  });
}
