// The data directory of one node: who it is, which cluster it belongs to, and the storage of its partitions. FORMAT.md ("Data directory").
import { assert, checkInteger } from '../consensus/assert.ts';
import { PARTITIONS_MAX } from '../consensus/limits.ts';
import type { Disk, PartitionStorage, SnapshotStore } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';
import { asLogError, corrupt, hasCode, LogError } from './errors.ts';
import { GENESIS_FILE, readGenesis, writeGenesis } from './genesis-file.ts';
import { HARD_STATE_FILE } from './hard-state.ts';
import { IDENTITY_FILE, type Identity, loadIdentity, saveIdentity } from './identity.ts';
import { KEY_INDEX_DIRECTORY } from './key-index-directory.ts';
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
const OWN_NAMES: ReadonlySet<string> = new Set([IDENTITY_FILE, GENESIS_FILE, KEY_INDEX_DIRECTORY, STATE_DIRECTORY, 'lost+found']);

export interface DataDirectoryOptions {
  readonly disk: Disk;
  /** Absolute. */
  readonly path: string;
  readonly nodeId: NodeId;
  /** 32 hexadecimal digits, never given out twice; called when there is no identity yet. */
  readonly newIncarnation: () => string;
  /** Bytes of a segment, for tests and simulation. */
  readonly segmentBytes?: number;
  readonly firstSegmentBytes?: number;
}

export interface DataDirectory {
  readonly identity: Identity;
  /** The canonical text, once the node is formed. */
  readonly genesisText: string | undefined;
  /** Durable, file and directory, before it resolves. Only once: the same text again changes nothing, another is refused with `WRONG_CLUSTER`. */
  saveGenesis(text: string): Promise<void>;
  /** Creates the partition at its first use and recovers it otherwise. Throws `CORRUPT`, `UNCLEAR`, `FOREIGN_FILE`, `VERSION`. */
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
  const identity = names.has(IDENTITY_FILE) ? await loadIdentity(disk, path) : await newIdentity(options, names);
  if (identity.nodeId !== options.nodeId) throw wrongNode(path, identity, options.nodeId);
  const genesisText = names.has(GENESIS_FILE) ? await readGenesis(disk, path) : undefined;
  // What a start before this one renamed may not be on the disk yet.
  await disk.syncDirectory(path);
  const sizes: SegmentSizes = {
    segmentBytes: options.segmentBytes ?? DEFAULT_SEGMENT_SIZES.segmentBytes,
    firstSegmentBytes: options.firstSegmentBytes ?? DEFAULT_SEGMENT_SIZES.firstSegmentBytes,
  };
  return new OpenDataDirectory({ disk, path, identity, genesisText, sizes });
}

class OpenDataDirectory implements DataDirectory {
  readonly identity: Identity;
  readonly #disk: Disk;
  readonly #path: string;
  readonly #sizes: SegmentSizes;
  readonly #open = new Map<number, SegmentLog>();
  #genesisText: string | undefined;

  constructor(opened: { disk: Disk; path: string; identity: Identity; genesisText: string | undefined; sizes: SegmentSizes }) {
    this.#disk = opened.disk;
    this.#path = opened.path;
    this.identity = opened.identity;
    this.#genesisText = opened.genesisText;
    this.#sizes = opened.sizes;
  }

  get genesisText(): string | undefined {
    return this.#genesisText;
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
    if (name !== IDENTITY_FILE + TEMPORARY_SUFFIX && name !== GENESIS_FILE + TEMPORARY_SUFFIX) throw foreignFile(`${path}/${name}`);
    await disk.remove(`${path}/${name}`);
  }
}

async function newIdentity(options: DataDirectoryOptions, names: ReadonlySet<string>): Promise<Identity> {
  const { disk, path } = options;
  for (const name of names) {
    if (name !== GENESIS_FILE && !PARTITION.test(name)) continue;
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
