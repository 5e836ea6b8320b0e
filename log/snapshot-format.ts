// The bytes of a snapshot file, as FORMAT.md ("Snapshot") draws them: names, header, chunk headers, trailer. No I/O. Nothing in it depends on the
// node that writes it. What is decoded is checked; lengths are checked before anybody allocates by them.
import { assert, checkInteger } from '../consensus/assert.ts';
import { SNAPSHOT_RECORD_BYTES_MAX } from '../consensus/limits.ts';
import type { SnapshotSection } from '../consensus/ports.ts';
import { SnapshotRecordError } from '../consensus/snapshot-records.ts';
import type { SnapshotHeader, SnapshotInfo } from '../consensus/types.ts';
import { equalBytes, getUint64, isZero, setUint64, viewOf } from './bytes.ts';
import { DIGEST_BYTES } from './chain-digest.ts';
import { checksum } from './crc.ts';
import { LogError, unknownVersion } from './errors.ts';

export const SNAPSHOT_HEADER_BYTES = 128;
export const CHUNK_HEADER_BYTES = 32;
export const TRAILER_BYTES = 112;
/** The trailer's own digest covers it up to here. */
export const TRAILER_DIGESTED_BYTES = 72;
export const SNAPSHOT_SUFFIX = '.snapshot';
/** Behind the name of a snapshot that is being written, and of one that is being received. */
export const WRITING_SUFFIX = '.tmp';
export const RECEIVING_SUFFIX = '.part';

const VERSION = 1;
const MARK = 0xa5;
/** In the header of a chunk. */
const SECTION_AT = 20;
const HEADER_MAGIC = Buffer.from('LLSNAPSH');
const TRAILER_MAGIC = Buffer.from('LLSNAPTR');
const NAME = /^([0-9]{16})\.snapshot(\.tmp|\.part)?$/;
/** By code, from 1 on. */
const SECTIONS: readonly SnapshotSection[] = ['tables', 'named-keys', 'state', 'membership'];

export interface SnapshotName {
  readonly index: number;
  readonly kind: 'whole' | 'writing' | 'receiving';
}

export interface ChunkHeader {
  readonly section: SnapshotSection;
  readonly recordBytes: number;
  /** CRC of the record. */
  readonly recordCrc: number;
}

/** What the trailer adds to the header. */
export interface SnapshotTrailer {
  readonly position: number;
  readonly records: number;
  readonly namedKeys: number;
  readonly stateKeys: number;
  readonly stateDigest: Uint8Array;
  readonly fileDigest: Uint8Array;
}

/** The name of the file of a whole snapshot. */
export function snapshotName(index: number): string {
  return `${String(index).padStart(16, '0')}${SNAPSHOT_SUFFIX}`;
}

/** What a file name in a partition's directory says of a snapshot; `undefined` if it is not one's. */
export function parseSnapshotName(name: string): SnapshotName | undefined {
  const match = NAME.exec(name);
  const index = Number(match?.[1] ?? 0);
  if (match === null || index < 1 || !Number.isSafeInteger(index)) return undefined;
  return { index, kind: match[2] === WRITING_SUFFIX ? 'writing' : match[2] === RECEIVING_SUFFIX ? 'receiving' : 'whole' };
}

/** What a chunk says of its section. They do not come in the order of their codes: see snapshot-content.ts. */
export function sectionCode(section: SnapshotSection): number {
  return 1 + SECTIONS.indexOf(section);
}

/** Damage in a snapshot file; it is not used. */
export function snapshotDamaged(why: string, file: string, position: number, cause?: unknown): LogError {
  const next = "It is kept and not used: the snapshot before it, or another node's, takes its place.";
  return new LogError('CORRUPT', { what: `the snapshot is damaged: ${why}`, next, place: { file, position }, cause });
}

/** `error` as damage of the file if it says that a record is not what it should be; any other as it is. */
export function asSnapshotDamage(error: unknown, file: string, position: number): unknown {
  return error instanceof SnapshotRecordError ? snapshotDamaged(error.message, file, position, error) : error;
}

export function encodeSnapshotHeader(header: SnapshotHeader): Uint8Array {
  assert(header.digest.length === DIGEST_BYTES, 'a chain digest has 32 bytes');
  const bytes = new Uint8Array(SNAPSHOT_HEADER_BYTES);
  const view = viewOf(bytes);
  bytes.set(HEADER_MAGIC);
  view.setUint32(12, VERSION, true);
  view.setUint32(16, checkInteger(header.partition, 1, 'a partition'), true);
  setUint64(view, 24, checkInteger(header.index, 1, 'the index of a snapshot'));
  setUint64(view, 32, checkInteger(header.term, 1, 'the term of a snapshot'));
  setUint64(view, 40, checkInteger(header.nextOffset, 1, 'the next offset of a snapshot'));
  setUint64(view, 48, checkInteger(header.timestamp, 0, 'the timestamp of a snapshot'));
  bytes.set(header.digest, 56);
  bytes[SNAPSHOT_HEADER_BYTES - 1] = MARK;
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}

/** The seed of all later CRCs of the file: its header's own. */
export function snapshotSeed(header: Uint8Array): number {
  return viewOf(header).getUint32(8, true);
}

/** Throws `CORRUPT`, or `VERSION` for a sound header of another version. */
export function decodeSnapshotHeader(bytes: Uint8Array, file: string): SnapshotHeader {
  if (bytes.length !== SNAPSHOT_HEADER_BYTES) throw snapshotDamaged('it ends inside its header', file, bytes.length);
  const view = viewOf(bytes);
  const isSound = equalBytes(bytes.subarray(0, 8), HEADER_MAGIC) && view.getUint32(8, true) === checksum(bytes.subarray(12));
  if (!isSound) throw snapshotDamaged('its header does not match its checksum', file, 0);
  const version = view.getUint32(12, true);
  if (version !== VERSION) throw unknownVersion(`the snapshot has format ${version}, this version knows ${VERSION}`, { file });
  const header = {
    partition: view.getUint32(16, true),
    index: getUint64(view, 24),
    term: getUint64(view, 32),
    nextOffset: getUint64(view, 40),
    timestamp: getUint64(view, 48),
    digest: new Uint8Array(bytes.subarray(56, 56 + DIGEST_BYTES)),
  };
  const numbers = [header.partition, header.index, header.term, header.nextOffset, header.timestamp];
  const isPlausible = numbers.every(Number.isSafeInteger) && Math.min(...numbers.slice(0, 4)) >= 1;
  if (!isPlausible) throw snapshotDamaged('its header holds what no snapshot can', file, 0);
  return header;
}

export function encodeChunkHeader(chunk: {
  readonly section: SnapshotSection;
  readonly record: Uint8Array;
  readonly position: number;
  readonly seed: number;
}): Uint8Array {
  const { section, record, position, seed } = chunk;
  assert(record.length >= 1 && record.length <= SNAPSHOT_RECORD_BYTES_MAX, 'a record is not empty and within its limit');
  const bytes = new Uint8Array(CHUNK_HEADER_BYTES);
  const view = viewOf(bytes);
  view.setUint32(4, checksum(record), true);
  setUint64(view, 8, position);
  view.setUint32(16, record.length, true);
  bytes[SECTION_AT] = sectionCode(section);
  bytes[CHUNK_HEADER_BYTES - 1] = MARK;
  view.setUint32(0, checksum(bytes.subarray(4), seed), true);
  return bytes;
}

/** Throws `CORRUPT`. `bytesLeft` are those between `position` and the trailer. */
export function decodeChunkHeader(
  bytes: Uint8Array,
  place: { readonly position: number; readonly seed: number; readonly bytesLeft: number; readonly file: string },
): ChunkHeader {
  const { position, seed, bytesLeft, file } = place;
  if (bytes.length !== CHUNK_HEADER_BYTES) throw snapshotDamaged('it ends inside the header of a chunk', file, position);
  const view = viewOf(bytes);
  const isSound = view.getUint32(0, true) === checksum(bytes.subarray(4), seed) && getUint64(view, 8) === position;
  if (!isSound) throw snapshotDamaged('the header of a chunk does not match its checksum', file, position);
  const recordBytes = view.getUint32(16, true);
  const section = SECTIONS[view.getUint8(SECTION_AT) - 1];
  const isFitting = recordBytes >= 1 && recordBytes <= SNAPSHOT_RECORD_BYTES_MAX && CHUNK_HEADER_BYTES + recordBytes <= bytesLeft;
  if (section === undefined || !isFitting) throw snapshotDamaged('the header of a chunk holds what none can', file, position);
  return { section, recordBytes, recordCrc: view.getUint32(4, true) };
}

/** The trailer without its digest: the digest covers all of the file up to it, these bytes included. */
export function encodeTrailer(trailer: Omit<SnapshotTrailer, 'fileDigest'>): Uint8Array {
  const bytes = new Uint8Array(TRAILER_BYTES);
  const view = viewOf(bytes);
  bytes.set(TRAILER_MAGIC);
  setUint64(view, 8, trailer.position);
  setUint64(view, 16, trailer.records);
  setUint64(view, 24, trailer.namedKeys);
  setUint64(view, 32, trailer.stateKeys);
  bytes.set(trailer.stateDigest, 40);
  return bytes;
}

/** Puts the digest and the checksum into an encoded trailer. */
export function sealTrailer(bytes: Uint8Array, fileDigest: Uint8Array, seed: number): void {
  bytes.set(fileDigest, TRAILER_DIGESTED_BYTES);
  viewOf(bytes).setUint32(104, checksum(bytes.subarray(0, 104), seed), true);
  bytes[TRAILER_BYTES - 1] = MARK;
}

/** Throws `CORRUPT`. */
export function decodeTrailer(
  bytes: Uint8Array,
  place: { readonly position: number; readonly seed: number; readonly file: string },
): SnapshotTrailer {
  const { position, seed, file } = place;
  if (position < SNAPSHOT_HEADER_BYTES || bytes.length !== TRAILER_BYTES) throw snapshotDamaged('it is cut short', file, position);
  const view = viewOf(bytes);
  const isSound =
    equalBytes(bytes.subarray(0, 8), TRAILER_MAGIC) &&
    view.getUint32(104, true) === checksum(bytes.subarray(0, 104), seed) &&
    isZero(bytes, 108, TRAILER_BYTES - 1) &&
    bytes[TRAILER_BYTES - 1] === MARK &&
    getUint64(view, 8) === position;
  if (!isSound) throw snapshotDamaged('it does not end in its own trailer', file, position);
  return {
    position,
    records: getUint64(view, 16),
    namedKeys: getUint64(view, 24),
    stateKeys: getUint64(view, 32),
    stateDigest: new Uint8Array(bytes.subarray(40, 40 + DIGEST_BYTES)),
    fileDigest: new Uint8Array(bytes.subarray(TRAILER_DIGESTED_BYTES, TRAILER_DIGESTED_BYTES + DIGEST_BYTES)),
  };
}

/** Header and trailer as the rest of the system sees them. */
export function infoOf(header: SnapshotHeader, trailer: SnapshotTrailer): SnapshotInfo {
  const { position, stateDigest, fileDigest, stateKeys, namedKeys } = trailer;
  return { ...header, bytes: position + TRAILER_BYTES, stateDigest, fileDigest, stateKeys, namedKeys };
}

/** Whether two infos are of one and the same file. */
export function isSameSnapshot(left: SnapshotInfo, right: SnapshotInfo): boolean {
  return (
    equalBytes(encodeSnapshotHeader(left), encodeSnapshotHeader(right)) &&
    left.bytes === right.bytes &&
    left.stateKeys === right.stateKeys &&
    left.namedKeys === right.namedKeys &&
    equalBytes(left.stateDigest, right.stateDigest) &&
    equalBytes(left.fileDigest, right.fileDigest)
  );
}
