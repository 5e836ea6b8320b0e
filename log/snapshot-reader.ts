// Reads a snapshot file: header and trailer for a first look, or every chunk in order, checked one by one and as a whole. Memory holds a few
// chunks, whatever the size of the file. Changes nothing.
import { createHash } from 'node:crypto';
import { SNAPSHOT_READ_BYTES } from '../consensus/limits.ts';
import type { Disk, DiskFile, SnapshotRecord } from '../consensus/ports.ts';
import type { SnapshotInfo } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { checksum } from './crc.ts';
import { hasCode } from './errors.ts';
import { SnapshotContent } from './snapshot-content.ts';
import {
  asSnapshotDamage,
  CHUNK_HEADER_BYTES,
  decodeChunkHeader,
  decodeSnapshotHeader,
  decodeTrailer,
  encodeSnapshotHeader,
  infoOf,
  isSameSnapshot,
  SNAPSHOT_HEADER_BYTES,
  type SnapshotTrailer,
  snapshotDamaged,
  snapshotSeed,
  TRAILER_BYTES,
  TRAILER_DIGESTED_BYTES,
} from './snapshot-format.ts';

/** An open snapshot file and its path, for errors. */
export interface SnapshotFile {
  readonly file: DiskFile;
  readonly path: string;
}

/** What header and trailer say; what is between them is not looked at. Throws `CORRUPT`, `VERSION`. */
export async function readSnapshotInfo(source: SnapshotFile): Promise<SnapshotInfo> {
  const { info } = await readEnds(source);
  return info;
}

async function readEnds({ file, path }: SnapshotFile): Promise<{ info: SnapshotInfo; trailer: SnapshotTrailer; seed: number }> {
  const size = await file.size();
  const headerBytes = await file.read(0, SNAPSHOT_HEADER_BYTES);
  const header = decodeSnapshotHeader(headerBytes, path);
  const seed = snapshotSeed(headerBytes);
  const position = Math.max(0, size - TRAILER_BYTES);
  const trailer = decodeTrailer(await file.read(position, TRAILER_BYTES), { position, seed, file: path });
  return { info: infoOf(header, trailer), trailer, seed };
}

/** Every record in order, of the snapshot that is `expected`. The last one is handed out when all of the file is verified. Throws `CORRUPT`, `VERSION`. */
export async function* readSnapshotRecords(
  source: SnapshotFile,
  expected?: SnapshotInfo,
): AsyncGenerator<SnapshotRecord, SnapshotInfo, undefined> {
  const { info, trailer, seed } = await readEnds(source);
  if (expected !== undefined && !isSameSnapshot(info, expected)) throw snapshotDamaged('it is another one', source.path, 0);
  const hash = createHash('sha256');
  const pieces = new Pieces(source);
  const content = new SnapshotContent(info.nextOffset);
  hash.update(await pieces.take(SNAPSHOT_HEADER_BYTES));
  let held: SnapshotRecord | undefined;
  while (pieces.position < trailer.position) {
    const { position } = pieces;
    const { chunk, bytes } = await takeChunk(pieces, { seed, end: trailer.position, path: source.path });
    hash.update(bytes);
    hash.update(chunk.bytes);
    checked(() => content.add(chunk.section, chunk.bytes), source.path, position);
    if (held !== undefined) yield held;
    held = chunk;
  }
  hash.update((await pieces.take(TRAILER_BYTES)).subarray(0, TRAILER_DIGESTED_BYTES));
  const isSame =
    content.records === trailer.records &&
    content.namedKeys === trailer.namedKeys &&
    content.stateKeys === trailer.stateKeys &&
    equalBytes(content.stateDigest(), trailer.stateDigest) &&
    equalBytes(hash.digest(), trailer.fileDigest);
  if (!isSame) throw snapshotDamaged('its trailer does not match what is before it', source.path, trailer.position);
  if (held !== undefined) yield held;
  return info;
}

/** Reads and checks all of it, and that it is `expected`. Throws `CORRUPT`, `VERSION`. */
export async function verifySnapshot(source: SnapshotFile, expected?: SnapshotInfo): Promise<SnapshotInfo> {
  const records = readSnapshotRecords(source, expected);
  for (;;) {
    const next = await records.next();
    if (next.done === true) return next.value;
  }
}

/** `verifySnapshot` of a file by its path, for tools. Throws `CORRUPT`, `VERSION`, or what the disk throws. */
export async function verifySnapshotFile(disk: Disk, path: string): Promise<SnapshotInfo> {
  const file = await disk.open(path, { create: false });
  try {
    return await verifySnapshot({ file, path });
  } finally {
    await file.close();
  }
}

/**
 * How many bytes from the start on are sound and of this very snapshot, as far as whole chunks go: where receiving it goes on. All of
 * `info.bytes` if nothing is missing.
 */
export async function soundBytes(source: SnapshotFile, info: SnapshotInfo): Promise<number> {
  const size = await source.file.size();
  const pieces = new Pieces(source);
  const end = info.bytes - TRAILER_BYTES;
  if (size < SNAPSHOT_HEADER_BYTES || size > info.bytes) return 0;
  const expected = encodeSnapshotHeader(info);
  if (!equalBytes(await pieces.take(SNAPSHOT_HEADER_BYTES), expected)) return 0;
  const seed = snapshotSeed(expected);
  let position = SNAPSHOT_HEADER_BYTES;
  try {
    while (position < end) {
      await takeChunk(pieces, { seed, end, path: source.path });
      position = pieces.position;
    }
    decodeTrailer(await pieces.take(TRAILER_BYTES), { position: end, seed, file: source.path });
    return info.bytes;
  } catch (error) {
    if (!hasCode(error, 'CORRUPT')) throw error;
    return position;
  }
}

async function takeChunk(
  pieces: Pieces,
  place: { readonly seed: number; readonly end: number; readonly path: string },
): Promise<{ readonly chunk: SnapshotRecord; readonly bytes: Uint8Array }> {
  const { position } = pieces;
  const bytes = await pieces.take(CHUNK_HEADER_BYTES);
  const header = decodeChunkHeader(bytes, { position, seed: place.seed, bytesLeft: place.end - position, file: place.path });
  const record = await pieces.take(header.recordBytes);
  if (checksum(record) !== header.recordCrc) throw snapshotDamaged('a record does not match its checksum', place.path, position);
  return { chunk: { section: header.section, bytes: record }, bytes };
}

function checked(check: () => void, path: string, position: number): void {
  try {
    check();
  } catch (error) {
    throw asSnapshotDamage(error, path, position);
  }
}

/** A file from its start on, in pieces of bounded size. */
class Pieces {
  position = 0;
  readonly #source: SnapshotFile;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(source: SnapshotFile) {
    this.#source = source;
  }

  /** The next `length` bytes, fewer only at the end of the file. Valid for ever. */
  async take(length: number): Promise<Uint8Array> {
    if (this.#bytes.length < length) {
      const wanted = Math.max(SNAPSHOT_READ_BYTES, length) - this.#bytes.length;
      const read = await this.#source.file.read(this.position + this.#bytes.length, wanted);
      const joined = new Uint8Array(this.#bytes.length + read.length);
      joined.set(this.#bytes);
      joined.set(read, this.#bytes.length);
      this.#bytes = joined;
    }
    const taken = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(taken.length);
    this.position += taken.length;
    return taken;
  }
}
