// The data directory of one node: who it is, which cluster it belongs to, and the storage of its partitions. FORMAT.md ("Data directory").
import { assert, checkInteger } from '../consensus/assert.ts';
import { PARTITIONS_MAX } from '../consensus/limits.ts';
import type { MembershipAt } from '../consensus/members-view.ts';
import type { Disk, PartitionStorage, SnapshotStore } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';
import { asLogError, corrupt, hasCode, LogError } from './errors.ts';
import { GENESIS_FILE, readGenesis, writeGenesis } from './genesis-file.ts';
import { HARD_STATE_FILE } from './hard-state.ts';
import { IDENTITY_FILE, type Identity, loadIdentity, saveIdentity } from './identity.ts';
import { JOINED_FILE, readJoined, writeJoined } from './joined-file.ts';
import { KEY_INDEX_DIRECTORY } from './key-index-directory.ts';
import { BACKUP_OF_FILE, type Origin, RESTORED_FROM_FILE, readOrigin, writeBackupOf, writeRestoredFrom } from './origin.ts';
import { createPartition, foreignFile, type PartitionPlace, type RecoveredPartition, recoverPartition } from './recovery.ts';
import { DEFAULT_SEGMENT_SIZES, type SegmentSizes } from './segment.ts';
import { parseSegmentName } from './segment-header.ts';
import { SegmentLog } from './segment-log.ts';
import { TEMPORARY_SUFFIX } from './small-file.ts';
import { parseSnapshotName } from './snapshot-format.ts';
import { openSnapshotStore } from './snapshot-store.ts';
import { STATE_DIRECTORY } from './state-directory.ts';

const PARTITION = /^partition-[0-9]{4}(\.created)?$/;
const CREATED_SUFFIX = '.created';
/** What belongs at the top of a data directory besides partitions; the last is what the system puts at the top of a file system. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  IDENTITY_FILE,
  GENESIS_FILE,
  JOINED_FILE,
  BACKUP_OF_FILE,
  RESTORED_FROM_FILE,
  KEY_INDEX_DIRECTORY,
  STATE_DIRECTORY,
  'lost+found',
]);
/** Those that appear whole or not at all. */
const SMALL_FILES: readonly string[] = [IDENTITY_FILE, GENESIS_FILE, JOINED_FILE, BACKUP_OF_FILE, RESTORED_FROM_FILE];

/**
 * What a directory is opened for. `node`: to run one. `backup`: to keep what a cluster holds. `restore`: to be filled from the backup with this
 * digest, and to become a node's once that is complete.
 */
export type DataPurpose =
  | { readonly kind: 'node' }
  | { readonly kind: 'backup'; readonly cluster: string }
  | { readonly kind: 'restore'; readonly digest: string };

export interface DataDirectoryOptions {
  readonly disk: Disk;
  /** Absolute. */
  readonly path: string;
  readonly nodeId: NodeId;
  /** 32 hexadecimal digits, never given out twice; called when there is no identity yet. */
  readonly newIncarnation: () => string;
  /** Default: `node`. */
  readonly purpose?: DataPurpose;
  /** Bytes of a segment, for tests and simulation. */
  readonly segmentBytes?: number;
  readonly firstSegmentBytes?: number;
}

export interface DataDirectory {
  readonly identity: Identity;
  /** The canonical text, once the node is formed. */
  readonly genesisText: string | undefined;
  /** By which membership the node joined; `undefined`: it has not, or the genesis names it. */
  readonly joined: MembershipAt | undefined;
  /** Digest of the backup that these data were restored from, 64 hexadecimal digits. */
  readonly restoredFrom: string | undefined;
  /** Durable, file and directory, before it resolves. Only once: the same text again changes nothing, another is refused with `WRONG_CLUSTER`. */
  saveGenesis(text: string): Promise<void>;
  /** Durable before it resolves. As often as need be, but not once there is a genesis: it is made before that. */
  saveJoined(joined: MembershipAt): Promise<void>;
  /** Creates the partition at its first use and recovers it otherwise. Throws `CORRUPT`, `FOREIGN_FILE`, `VERSION`. */
  openPartition(partition: number): Promise<PartitionStorage>;
  /** The snapshots of a partition that is open. Throws `VERSION`, `IO`; damaged ones are listed as such. */
  openSnapshots(partition: number): Promise<SnapshotStore>;
  /** Closes the partitions that it opened. */
  close(): Promise<void>;
}

/**
 * Opens or makes the data directory of node `nodeId`. The caller holds the lock (Level's, on the key index inside it). Throws `WRONG_NODE`,
 * `FOREIGN_FILE`, `CORRUPT`, `VERSION`.
 */
export async function openDataDirectory(options: DataDirectoryOptions): Promise<DataDirectory> {
  try {
    return await openOrMake(options);
  } catch (error) {
    throw asLogError('cannot open the data directory', options.path, error);
  }
}

async function openOrMake(options: DataDirectoryOptions): Promise<DataDirectory> {
  const { disk, path } = options;
  const names = await listOrMake(disk, path);
  await checkNames(disk, path, names);
  const origin = await settleOrigin(options, names);
  const identity = names.has(IDENTITY_FILE) ? await loadIdentity(disk, path) : await newIdentity(options, names);
  if (identity.nodeId !== options.nodeId) throw wrongNode(path, identity, options.nodeId);
  const genesisText = names.has(GENESIS_FILE) ? await readGenesis(disk, path) : undefined;
  const joined = names.has(JOINED_FILE) ? await readJoined(disk, path) : undefined;
  // What a start before this one renamed may not be on the disk yet.
  await disk.syncDirectory(path);
  const sizes: SegmentSizes = {
    segmentBytes: options.segmentBytes ?? DEFAULT_SEGMENT_SIZES.segmentBytes,
    firstSegmentBytes: options.firstSegmentBytes ?? DEFAULT_SEGMENT_SIZES.firstSegmentBytes,
  };
  return new OpenDataDirectory({ disk, path, identity, genesisText, joined, restoredFrom: origin.restoredFrom?.digest, sizes });
}

/** Where the data come from, if that fits to what the directory is opened for; says it in a new directory. */
async function settleOrigin(options: DataDirectoryOptions, names: ReadonlySet<string>): Promise<Origin> {
  const { disk, path, purpose = { kind: 'node' } } = options;
  const origin = await readOrigin(disk, path, names);
  const hasData = [...names].some((name) => name === IDENTITY_FILE || name === GENESIS_FILE || PARTITION.test(name));
  const isNew = !hasData && origin.backupOf === undefined && origin.restoredFrom === undefined;
  if (purpose.kind === 'backup') {
    if (isNew) await writeBackupOf(disk, path, purpose.cluster);
    else if (origin.backupOf !== purpose.cluster) throw otherBackup(path, origin.backupOf);
    return { ...origin, backupOf: purpose.cluster };
  }
  if (origin.backupOf !== undefined) throw isBackup(path);
  if (purpose.kind === 'node') {
    if (origin.restoredFrom?.isComplete === false) throw unfinishedRestore(path);
    return origin;
  }
  const restoredFrom = { digest: purpose.digest, isComplete: false };
  if (isNew) await writeRestoredFrom(disk, path, restoredFrom);
  else if (origin.restoredFrom?.digest !== purpose.digest || origin.restoredFrom.isComplete) throw notToBeRestored(path, origin);
  return { ...origin, restoredFrom };
}

class OpenDataDirectory implements DataDirectory {
  readonly identity: Identity;
  readonly restoredFrom: string | undefined;
  readonly #disk: Disk;
  readonly #path: string;
  readonly #sizes: SegmentSizes;
  readonly #open = new Map<number, SegmentLog>();
  #genesisText: string | undefined;
  #joined: MembershipAt | undefined;

  constructor(
    opened: Pick<DataDirectory, 'identity' | 'genesisText' | 'joined' | 'restoredFrom'> & { disk: Disk; path: string; sizes: SegmentSizes },
  ) {
    this.#disk = opened.disk;
    this.#path = opened.path;
    this.identity = opened.identity;
    this.restoredFrom = opened.restoredFrom;
    this.#genesisText = opened.genesisText;
    this.#joined = opened.joined;
    this.#sizes = opened.sizes;
  }

  get genesisText(): string | undefined {
    return this.#genesisText;
  }

  get joined(): MembershipAt | undefined {
    return this.#joined;
  }

  async saveJoined(joined: MembershipAt): Promise<void> {
    assert(this.#genesisText === undefined, 'how a node joined is made durable before the genesis');
    try {
      await writeJoined(this.#disk, this.#path, joined);
    } catch (error) {
      throw asLogError('cannot save how this node joined', this.#path, error);
    }
    this.#joined = joined;
  }

  async saveGenesis(text: string): Promise<void> {
    if (this.#genesisText === text) return;
    if (this.#genesisText !== undefined) throw wrongCluster(this.#path);
    try {
      await writeGenesis(this.#disk, this.#path, text);
    } catch (error) {
      throw asLogError('cannot save the genesis', this.#path, error);
    }
    this.#genesisText = text;
  }

  async openPartition(partition: number): Promise<PartitionStorage> {
    checkInteger(partition, 1, 'a partition');
    assert(partition <= PARTITIONS_MAX, `a partition is at most ${PARTITIONS_MAX}`);
    assert(!this.#open.has(partition), `partition ${partition} is opened once`);
    const name = partitionName(partition);
    const owner = { incarnation: this.identity.incarnation, partition };
    const place: PartitionPlace = { disk: this.#disk, directory: `${this.#path}/${name}`, owner, sizes: this.#sizes };
    try {
      const log = new SegmentLog(place, await this.#recoverOrCreate(place, name));
      this.#open.set(partition, log);
      return log;
    } catch (error) {
      throw asLogError('cannot open the partition', place.directory, error);
    }
  }

  async openSnapshots(partition: number): Promise<SnapshotStore> {
    assert(this.#open.has(partition), `partition ${partition} is opened before its snapshots are`);
    return openSnapshotStore({ disk: this.#disk, directory: `${this.#path}/${partitionName(partition)}`, partition });
  }

  /** A partition that was once complete has a marker beside its directory: such a one is never made anew. */
  async #recoverOrCreate(place: PartitionPlace, name: string): Promise<RecoveredPartition> {
    const marker = name + CREATED_SUFFIX;
    const isCreated = (await this.#disk.list(this.#path)).includes(marker);
    const names = (await listOrNothing(this.#disk, place.directory))?.filter((found) => parseSnapshotName(found) === undefined);
    if (isCreated && names === undefined)
      throw corrupt('the directory of this partition, which was made here, is missing', { file: place.directory });
    if (names === undefined) {
      await this.#disk.makeDirectory(place.directory);
      await this.#disk.syncDirectory(this.#path);
    }
    const isNew = !isCreated && !(names ?? []).some((found) => found === HARD_STATE_FILE || parseSegmentName(found) !== undefined);
    if (!isNew && names?.includes(HARD_STATE_FILE) !== true) {
      throw corrupt('the hard state is missing: this node no longer knows whom it voted for', {
        file: `${place.directory}/${HARD_STATE_FILE}`,
      });
    }
    const recovered = isNew ? await createPartition(place, names ?? []) : await recoverPartition(place, names ?? []);
    if (!isCreated) {
      const file = await this.#disk.open(`${this.#path}/${marker}`, { create: true });
      await file.close();
      await this.#disk.syncDirectory(this.#path);
    }
    return recovered;
  }

  async close(): Promise<void> {
    for (const log of this.#open.values()) await log.close();
  }
}

function partitionName(partition: number): string {
  return `partition-${String(partition).padStart(4, '0')}`;
}

async function listOrNothing(disk: Disk, directory: string): Promise<string[] | undefined> {
  try {
    return await disk.list(directory);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function listOrMake(disk: Disk, path: string): Promise<Set<string>> {
  const names = await listOrNothing(disk, path);
  if (names === undefined) await disk.makeDirectory(path);
  return new Set(names);
}

/** Removes unfinished files of ours. Throws `FOREIGN_FILE` for anything that this version does not make. */
async function checkNames(disk: Disk, path: string, names: Set<string>): Promise<void> {
  for (const name of names) {
    if (OWN_NAMES.has(name) || PARTITION.test(name)) continue;
    if (!SMALL_FILES.some((small) => name === small + TEMPORARY_SUFFIX)) throw foreignFile(`${path}/${name}`);
    await disk.remove(`${path}/${name}`);
  }
}

async function newIdentity(options: DataDirectoryOptions, names: ReadonlySet<string>): Promise<Identity> {
  const { disk, path } = options;
  for (const name of names) {
    if (name !== GENESIS_FILE && name !== JOINED_FILE && !PARTITION.test(name)) continue;
    throw corrupt('the identity of the node is missing, but its data are here', { file: `${path}/${IDENTITY_FILE}` });
  }
  const identity: Identity = { nodeId: options.nodeId, incarnation: options.newIncarnation() };
  assert(/^[0-9a-f]{32}$/.test(identity.incarnation), 'an incarnation has 32 hexadecimal digits');
  await disk.syncDirectory(path.slice(0, path.lastIndexOf('/')) || '/');
  await saveIdentity(disk, path, identity);
  return identity;
}

function wrongNode(path: string, identity: Identity, nodeId: NodeId): LogError {
  return new LogError('WRONG_NODE', {
    what: `this data directory belongs to node ${identity.nodeId}, not to ${nodeId}`,
    next: 'Start the node with its own data directory, or correct the id in its configuration.',
    place: { file: `${path}/${IDENTITY_FILE}` },
  });
}

function wrongCluster(path: string): LogError {
  return new LogError('WRONG_CLUSTER', {
    what: 'this data directory already belongs to another cluster',
    next: 'Give the node an empty data directory, or let it meet the nodes of its own cluster.',
    place: { file: `${path}/${GENESIS_FILE}` },
  });
}

function isBackup(path: string): LogError {
  return new LogError('WRONG_NODE', {
    what: 'this is the backup of a cluster, no data directory of a node',
    next: 'Make a data directory of it: ledgerline restore DIR --config FILE.',
    place: { file: `${path}/${BACKUP_OF_FILE}` },
  });
}

function otherBackup(path: string, cluster: string | undefined): LogError {
  return new LogError('WRONG_CLUSTER', {
    what: cluster === undefined ? 'this is no backup' : `this is the backup of cluster ${cluster}`,
    next: 'Save into a directory of its own.',
    place: { file: cluster === undefined ? path : `${path}/${BACKUP_OF_FILE}` },
  });
}

function unfinishedRestore(path: string): LogError {
  return new LogError('UNFINISHED', {
    what: 'a backup was being restored here, and not all of it is there',
    next: 'Run the same ledgerline restore again: it goes on where it was. Or remove the directory.',
    place: { file: `${path}/${RESTORED_FROM_FILE}` },
  });
}

function notToBeRestored(path: string, { restoredFrom }: Origin): LogError {
  const what =
    restoredFrom === undefined
      ? 'this directory holds the data of a node'
      : restoredFrom.isComplete
        ? 'a backup was restored here already'
        : 'another backup, or an earlier state of it, was being restored here';
  return new LogError('WRONG_NODE', {
    what,
    next: 'Nothing was changed. Restore into a directory that is absent or empty.',
    place: { file: restoredFrom === undefined ? path : `${path}/${RESTORED_FROM_FILE}` },
  });
}
