// Writes one snapshot: under a temporary name, chunk by chunk, then trailer, sync, a reading back of the whole, rename and sync of the
// directory. What it is of and what is in it is the caller's; that it is listed afterwards is the store's.
import { createHash, type Hash } from 'node:crypto';
import { assert } from '../consensus/assert.ts';
import { SNAPSHOT_SYNC_BYTES } from '../consensus/limits.ts';
import type { Disk, DiskFile, SnapshotSection, SnapshotWriter } from '../consensus/ports.ts';
import type { SnapshotHeader, SnapshotInfo } from '../consensus/types.ts';
import { asLogError } from './errors.ts';
import { removeIfThere } from './small-file.ts';
import { SnapshotContent } from './snapshot-content.ts';
import {
  encodeChunkHeader,
  encodeSnapshotHeader,
  encodeTrailer,
  infoOf,
  sealTrailer,
  snapshotName,
  snapshotSeed,
  TRAILER_DIGESTED_BYTES,
  WRITING_SUFFIX,
} from './snapshot-format.ts';
import { readSnapshotRecords } from './snapshot-reader.ts';

/** Where a snapshot file comes to be, and who wants to know how that ended. */
export interface SnapshotPlace {
  readonly disk: Disk;
  readonly directory: string;
  /** It is durable under its true name (`info`), or its temporary name is free again (`undefined`). */
  readonly onEnd: (info: SnapshotInfo | undefined) => void;
}

/** Begins a snapshot; there is no file of its temporary name. */
export async function createSnapshot(place: SnapshotPlace, header: SnapshotHeader): Promise<SnapshotWriter> {
  const bytes = encodeSnapshotHeader(header);
  const path = `${place.directory}/${snapshotName(header.index)}${WRITING_SUFFIX}`;
  const file = await place.disk.open(path, { create: true });
  const writer = new SnapshotFileWriter({ place, header, file, path, seed: snapshotSeed(bytes) });
  await writer.begin(bytes);
  return writer;
}

class SnapshotFileWriter implements SnapshotWriter {
  readonly #place: SnapshotPlace;
  readonly #header: SnapshotHeader;
  readonly #file: DiskFile;
  readonly #path: string;
  readonly #seed: number;
  readonly #hash: Hash = createHash('sha256');
  readonly #content: SnapshotContent;
  #position = 0;
  #syncedTo = 0;
  #state: 'writing' | 'finishing' | 'ended' = 'writing';

  constructor(begun: { place: SnapshotPlace; header: SnapshotHeader; file: DiskFile; path: string; seed: number }) {
    this.#place = begun.place;
    this.#header = begun.header;
    this.#file = begun.file;
    this.#path = begun.path;
    this.#seed = begun.seed;
    this.#content = new SnapshotContent(begun.header.nextOffset);
  }

  /** Writes the header. */
  async begin(header: Uint8Array): Promise<void> {
    try {
      await this.#append([header]);
    } catch (error) {
      await this.#abortQuietly();
      throw error;
    }
  }

  async write(section: SnapshotSection, record: Uint8Array): Promise<void> {
    assert(this.#state === 'writing', 'a finished snapshot is not written to');
    const chunk = encodeChunkHeader({ section, record, position: this.#position, seed: this.#seed });
    this.#content.add(section, record);
    await this.#append([chunk, record]);
    if (this.#position - this.#syncedTo < SNAPSHOT_SYNC_BYTES) return;
    this.#syncedTo = this.#position;
    await this.#try(() => this.#file.sync());
  }

  async finish(onRead?: (bytes: number) => Promise<void>): Promise<SnapshotInfo> {
    assert(this.#state === 'writing', 'a snapshot is finished once');
    this.#state = 'finishing';
    try {
      const info = await this.#end();
      await this.#verify(info, onRead);
      await this.#rename();
      this.#state = 'ended';
      this.#place.onEnd(info);
      return info;
    } catch (error) {
      await this.#abortQuietly();
      throw error;
    }
  }

  async abort(): Promise<void> {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    await this.#try(async () => {
      await this.#file.close();
      await removeIfThere(this.#place.disk, this.#path);
    });
    this.#place.onEnd(undefined);
  }

  /** After a failure, whose error is the one to report. */
  async #abortQuietly(): Promise<void> {
    try {
      await this.abort();
    } catch {
      // The next start removes what is left.
      this.#place.onEnd(undefined);
    }
  }

  async #verify(info: SnapshotInfo, onRead: ((bytes: number) => Promise<void>) | undefined): Promise<void> {
    const records = readSnapshotRecords({ file: this.#file, path: this.#path }, info);
    for (;;) {
      const next = await this.#try(() => records.next());
      if (next.done === true) return;
      await onRead?.(next.value.bytes.length);
    }
  }

  async #rename(): Promise<void> {
    const { disk, directory } = this.#place;
    await this.#try(async () => {
      await this.#file.close();
      await disk.rename(this.#path, `${directory}/${snapshotName(this.#header.index)}`);
      await disk.syncDirectory(directory);
    });
  }

  /** The trailer, synced. */
  async #end(): Promise<SnapshotInfo> {
    const { records, namedKeys, stateKeys } = this.#content;
    const trailer = { position: this.#position, records, namedKeys, stateKeys, stateDigest: this.#content.stateDigest() };
    const bytes = encodeTrailer(trailer);
    const fileDigest = new Uint8Array(this.#hash.update(bytes.subarray(0, TRAILER_DIGESTED_BYTES)).digest());
    sealTrailer(bytes, fileDigest, this.#seed);
    await this.#try(() => this.#file.write(trailer.position, [bytes]));
    await this.#try(() => this.#file.sync());
    return infoOf(this.#header, { ...trailer, fileDigest });
  }

  async #append(parts: readonly Uint8Array[]): Promise<void> {
    const position = this.#position;
    for (const part of parts) {
      this.#hash.update(part);
      this.#position += part.length;
    }
    await this.#try(() => this.#file.write(position, parts));
  }

  async #try<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw asLogError('cannot write the snapshot', this.#path, error);
    }
  }
}
