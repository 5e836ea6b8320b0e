// The snapshots of one partition: which there are, which of them are damaged, and who is writing or receiving one. FORMAT.md ("Snapshot").
// What is in a file is the format's and the reader's; when to take one, and what it must hold, is the driver's.
import { assert, checkInteger } from '../consensus/assert.ts';
import type { Disk, DiskFile, SnapshotReceiver, SnapshotRecord, SnapshotStore, SnapshotWriter } from '../consensus/ports.ts';
import type { SnapshotHeader, SnapshotInfo } from '../consensus/types.ts';
import { asLogError, hasCode, LogError } from './errors.ts';
import { removeIfThere } from './small-file.ts';
import {
  parseSnapshotName,
  RECEIVING_SUFFIX,
  type SnapshotName,
  snapshotDamaged,
  snapshotName,
  WRITING_SUFFIX,
} from './snapshot-format.ts';
import { readSnapshotInfo, readSnapshotRecords, verifySnapshot } from './snapshot-reader.ts';
import { receiveSnapshot } from './snapshot-receiver.ts';
import { createSnapshot, type SnapshotPlace } from './snapshot-writer.ts';

export interface SnapshotStoreOptions {
  readonly disk: Disk;
  /** The partition's, absolute; it exists. */
  readonly directory: string;
  readonly partition: number;
}

/**
 * Opens the snapshots of a partition: removes what was not written to its end, and reads header and trailer of the others. Throws `VERSION` if a
 * later version wrote one, `IO`. A damaged one is in `damaged`.
 */
export async function openSnapshotStore(options: SnapshotStoreOptions): Promise<SnapshotStore> {
  checkInteger(options.partition, 1, 'a partition');
  try {
    const { disk, directory } = options;
    const found = await snapshotNames(disk, directory);
    for (const { index, kind } of found) if (kind === 'writing') await disk.remove(`${directory}/${snapshotName(index)}${WRITING_SUFFIX}`);
    // What a process before this one renamed may not be on the disk yet.
    await disk.syncDirectory(directory);
    const store = new DirectorySnapshotStore(options);
    for (const { index, kind } of found) if (kind === 'whole') await store.admit(index);
    await store.removeReceivedUpTo(store.list()[0]?.index ?? 0);
    return store;
  } catch (error) {
    throw asLogError('cannot open the snapshots', options.directory, error);
  }
}

async function snapshotNames(disk: Disk, directory: string): Promise<SnapshotName[]> {
  const names = await disk.list(directory);
  return names.map(parseSnapshotName).filter((name) => name !== undefined);
}

class DirectorySnapshotStore implements SnapshotStore {
  readonly #disk: Disk;
  readonly #directory: string;
  readonly #partition: number;
  readonly #sound = new Map<number, SnapshotInfo>();
  readonly #damaged = new Map<number, string>();
  /** Indexes of those that are being written or received. */
  readonly #underWay = new Set<number>();

  constructor({ disk, directory, partition }: SnapshotStoreOptions) {
    this.#disk = disk;
    this.#directory = directory;
    this.#partition = partition;
  }

  list(): readonly SnapshotInfo[] {
    return [...this.#sound.values()].sort((left, right) => right.index - left.index);
  }

  damaged(): readonly { readonly index: number; readonly why: string }[] {
    return [...this.#damaged].map(([index, why]) => ({ index, why })).sort((left, right) => right.index - left.index);
  }

  async create(header: SnapshotHeader): Promise<SnapshotWriter> {
    const place = this.#begin(header);
    try {
      await removeIfThere(this.#disk, this.#pathOf(header.index) + WRITING_SUFFIX);
      return await createSnapshot(place, header);
    } catch (error) {
      this.#underWay.delete(header.index);
      throw asLogError('cannot begin a snapshot', this.#directory, error);
    }
  }

  async receive(info: SnapshotInfo): Promise<SnapshotReceiver> {
    const place = this.#begin(info);
    try {
      // Only the newest attempt is worth its space.
      await this.removeReceivedUpTo(info.index - 1);
      return await receiveSnapshot(place, info);
    } catch (error) {
      this.#underWay.delete(info.index);
      throw asLogError('cannot begin to receive a snapshot', this.#directory, error);
    }
  }

  async *read(index: number): AsyncGenerator<SnapshotRecord, void, undefined> {
    const { file, path, info } = await this.#open(index);
    try {
      yield* readSnapshotRecords({ file, path }, info);
    } catch (error) {
      throw this.#judge(info, path, error);
    } finally {
      await file.close();
    }
  }

  async verify(index: number): Promise<SnapshotInfo> {
    const { file, path, info } = await this.#open(index);
    try {
      return await verifySnapshot({ file, path }, info);
    } catch (error) {
      throw this.#judge(info, path, error);
    } finally {
      await file.close();
    }
  }

  async readBytes(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array> {
    const { file, path } = await this.#open(options.index);
    try {
      return await file.read(options.position, options.length);
    } catch (error) {
      throw asLogError('cannot read the snapshot', path, error);
    } finally {
      await file.close();
    }
  }

  async keepNewest(count: number): Promise<void> {
    checkInteger(count, 1, 'the number of snapshots kept');
    const sound = this.list();
    const oldestKept = sound[Math.min(count, sound.length) - 1]?.index ?? 0;
    const obsolete = [...this.#sound.keys(), ...this.#damaged.keys()].filter((index) => index < oldestKept).sort(ascending);
    if (obsolete.length === 0) return;
    try {
      for (const index of obsolete) {
        this.#sound.delete(index);
        this.#damaged.delete(index);
        await removeIfThere(this.#disk, this.#pathOf(index));
      }
      await this.#disk.syncDirectory(this.#directory);
    } catch (error) {
      throw asLogError('cannot remove a snapshot', this.#directory, error);
    }
  }

  /** A file under its true name, found at the start. */
  async admit(index: number): Promise<void> {
    const path = this.#pathOf(index);
    const file = await this.#disk.open(path, { create: false });
    try {
      const info = await readSnapshotInfo({ file, path });
      if (info.index !== index || info.partition !== this.#partition)
        throw snapshotDamaged(`it is of index ${info.index} of partition ${info.partition}`, path, 0);
      this.#sound.set(index, info);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#damaged.set(index, messageOf(error));
    } finally {
      await file.close();
    }
  }

  /** What was being received and has been overtaken is of no use any more. */
  async removeReceivedUpTo(throughIndex: number): Promise<void> {
    for (const { index, kind } of await snapshotNames(this.#disk, this.#directory)) {
      if (kind !== 'receiving' || index > throughIndex || this.#underWay.has(index)) continue;
      await this.#disk.remove(this.#pathOf(index) + RECEIVING_SUFFIX);
    }
  }

  #begin({ index, partition }: SnapshotHeader): SnapshotPlace {
    assert(partition === this.#partition, 'a snapshot is of its own partition');
    assert(!this.#sound.has(index), `there is no sound snapshot of index ${index} yet`);
    if (this.#underWay.has(index)) throw busy(this.#pathOf(index));
    this.#underWay.add(index);
    const onEnd = (info: SnapshotInfo | undefined): void => {
      this.#underWay.delete(index);
      if (info === undefined) return;
      this.#damaged.delete(index);
      this.#sound.set(index, info);
    };
    return { disk: this.#disk, directory: this.#directory, onEnd };
  }

  async #open(index: number): Promise<{ file: DiskFile; path: string; info: SnapshotInfo }> {
    const path = this.#pathOf(index);
    const info = this.#sound.get(index);
    if (info === undefined) throw gone(path);
    try {
      return { file: await this.#disk.open(path, { create: false }), path, info };
    } catch (error) {
      if (!this.#sound.has(index)) throw gone(path);
      if (hasCode(error, 'ENOENT')) throw this.#judge(info, path, snapshotDamaged('its file is missing', path, 0, error));
      throw asLogError('cannot open the snapshot', path, error);
    }
  }

  /** What a failed read of a snapshot means: damage sets it aside. */
  #judge(info: SnapshotInfo, path: string, error: unknown): Error {
    if (!isDamage(error)) return asLogError('cannot read the snapshot', path, error);
    const damage = error instanceof LogError ? error : snapshotDamaged('it cannot be read', path, 0, error);
    // Another of the same index may have taken its place meanwhile.
    if (this.#sound.get(info.index) === info) {
      this.#sound.delete(info.index);
      this.#damaged.set(info.index, damage.message);
    }
    return damage;
  }

  #pathOf(index: number): string {
    return `${this.#directory}/${snapshotName(index)}`;
  }
}

/** Rot, as it was found or as the disk reports it. */
function isDamage(error: unknown): boolean {
  return hasCode(error, 'CORRUPT') || hasCode(error, 'EIO');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Taken here and received from another node at once: nobody can know before. */
function busy(file: string): LogError {
  return new LogError('BUSY', {
    what: 'this snapshot is being written or received',
    next: 'Ask again when that has ended.',
    place: { file },
  });
}

function gone(file: string): LogError {
  const next = 'Ask for one that is listed: older snapshots are removed when newer ones are there.';
  return new LogError('GONE', { what: 'this snapshot is not here', next, place: { file } });
}

function ascending(left: number, right: number): number {
  return left - right;
}
