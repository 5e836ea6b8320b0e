// Reads the history that a backup holds, without changing or locking anything: entries in order, each checked against its checksums, its place and the
// chain of digests up to the one that the manifest names. Several nodes can be restored from one backup at once, also from a read-only medium.
import { createHash } from 'node:crypto';
import { defined } from '../../consensus/assert.ts';
import { SEGMENT_READ_BYTES } from '../../consensus/limits.ts';
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import type { Entry, SnapshotInfo } from '../../consensus/types.ts';
import { equalBytes, toHex } from '../bytes.ts';
import { chainDigest } from '../chain-digest.ts';
import { hasCode, LogError, type LogErrorPlace } from '../errors.ts';
import { walkSegment } from '../inspect/segment-walk.ts';
import { endOf, isSameEnd, type LogEnd, logEndAfter, mismatch } from '../log-end.ts';
import {
  decodeSegmentHeader,
  parseSegmentName,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
  segmentSeed,
  startOf,
} from '../segment-header.ts';
import { parseSnapshotName } from '../snapshot-format.ts';
import { readSnapshotInfo } from '../snapshot-reader.ts';
import type { BackedUpPartition, BackupFile, BackupManifest } from './manifest.ts';

/** An open backup. */
export interface BackupSource {
  readonly disk: Disk;
  /** The backup's own directory, absolute. */
  readonly path: string;
  readonly manifest: BackupManifest;
}

/** Bytes of a backup, or of a backup and what is to come into it, are damaged or missing. */
export function backupDamaged(what: string, place: LogErrorPlace, cause?: unknown): LogError {
  const next = 'Use another backup, or save again into another directory; ledgerline backup verify says what else is damaged.';
  return new LogError('CORRUPT', { what, next, place, cause });
}

/** The files that hold entries, in their order, with the index from which the next one goes on. */
function segmentsOf({ files, last }: BackedUpPartition): { readonly file: BackupFile; readonly limit: number }[] {
  const segments = files.flatMap((file) => {
    const named = parseSegmentName(file.name.slice(file.name.indexOf('/') + 1));
    return named === undefined ? [] : [{ file, firstIndex: named.firstIndex }];
  });
  return segments.map(({ file }, at) => ({ file, limit: segments[at + 1]?.firstIndex ?? last.index + 1 }));
}

/**
 * Entries from `from` on, which is above the partition's base, to the last one of the manifest. Throws `CORRUPT` with file, byte and index, also if what
 * is there is sound and leads to another digest.
 */
export async function* readBackupEntries(
  source: BackupSource,
  partition: BackedUpPartition,
  from: number,
): AsyncGenerator<Entry, void, undefined> {
  let end: LogEnd | undefined = from === partition.base.index + 1 ? endOf(partition.base) : undefined;
  for (const { file, limit } of segmentsOf(partition)) {
    if (limit <= from) continue;
    const path = `${source.path}/${source.manifest.data}/${file.name}`;
    for await (const entry of readSegmentEntries(source.disk, { path, partition: partition.partition, limit })) {
      const misfit = end === undefined ? undefined : mismatch(end, entry);
      if (misfit !== undefined) throw backupDamaged(misfit, { file: path, index: entry.index });
      end = logEndAfter(entry);
      if (entry.index >= from) yield entry;
    }
  }
  if (!isSameEnd(end ?? endOf(partition.base), endOf(partition.last))) {
    throw backupDamaged('the entries do not lead to the digest that the manifest names', {
      file: `${source.path}/${source.manifest.data}`,
      index: partition.last.index,
    });
  }
}

/** All entries of one segment below `limit`, each of which must be there. Returns the byte behind the write of the last. Throws `CORRUPT`, `VERSION`. */
export async function* readSegmentEntries(
  disk: Disk,
  segment: { readonly path: string; readonly partition: number; readonly limit: number },
): AsyncGenerator<Entry, number, undefined> {
  const { path, partition, limit } = segment;
  const file = await openBackupFile(disk, path);
  try {
    const header = decodeSegmentHeader(await file.read(0, SEGMENT_HEADER_BYTES), path);
    if (header.partition !== partition)
      throw backupDamaged(`it is a segment of partition ${header.partition}`, { file: path, position: 0 });
    return yield* entriesBelow(file, { header, path, limit });
  } finally {
    await file.close();
  }
}

async function* entriesBelow(
  file: DiskFile,
  segment: { readonly header: SegmentHeader; readonly path: string; readonly limit: number },
): AsyncGenerator<Entry, number, undefined> {
  const { header, path, limit } = segment;
  let end = startOf(header);
  let position = SEGMENT_HEADER_BYTES;
  for await (const record of walkSegment({ file, size: await file.size(), seed: segmentSeed(header) })) {
    const place = { file: path, position: record.position, index: end.lastIndex + 1 };
    if (record.kind === 'write-end') position = record.position;
    if (end.lastIndex + 1 >= limit) {
      if (record.kind === 'write-end' || record.kind === 'end') return position;
      continue;
    }
    if (record.kind === 'damage' && record.part !== 'padding') throw backupDamaged(record.what, place);
    if (record.kind === 'end') throw backupDamaged('the segment ends before its last entry', place);
    if (record.kind !== 'frame') continue;
    if (!record.payloadChecksumHolds) throw backupDamaged('the payload of an entry does not match its checksum', place);
    const { index, term, type, timestamp, firstOffset, count, previousDigest } = record.header;
    const body = { term, type, timestamp, firstOffset, count, payload: record.payload.slice() };
    const entry = { ...body, index, previousDigest, digest: chainDigest(previousDigest, index, body) };
    const misfit = mismatch(end, entry);
    if (misfit !== undefined) throw backupDamaged(misfit, place);
    end = logEndAfter(entry);
    yield entry;
  }
  return position;
}

/** SHA-256 of the first bytes of a file, hexadecimal; `undefined` if it has fewer. */
export async function digestOfFile(disk: Disk, path: string, bytes: number): Promise<string | undefined> {
  const hash = createHash('sha256');
  const file = await openBackupFile(disk, path);
  try {
    for (let position = 0; position < bytes; ) {
      const piece = await file.read(position, Math.min(SEGMENT_READ_BYTES, bytes - position));
      if (piece.length === 0) return undefined;
      hash.update(piece);
      position += piece.length;
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

/** Throws `CORRUPT` if a file is not what the manifest says. */
export async function checkBackupFile(source: BackupSource, file: BackupFile): Promise<void> {
  const path = `${source.path}/${source.manifest.data}/${file.name}`;
  const digest = await digestOfFile(source.disk, path, file.bytes);
  if (digest === undefined) throw backupDamaged('the file is shorter than the manifest says', { file: path });
  if (digest !== file.sha256) throw backupDamaged('the file does not match the digest in the manifest', { file: path });
}

/** The file of the snapshot that a partition begins with. Throws `CORRUPT`. */
export async function backupSnapshot(
  source: BackupSource,
  partition: BackedUpPartition,
): Promise<{ readonly path: string; readonly info: SnapshotInfo }> {
  const { base } = partition;
  const found = partition.files.find(({ name }) => parseSnapshotName(name.slice(name.indexOf('/') + 1))?.index === base.index);
  const { name } = defined(found, 'the snapshot of the base');
  const path = `${source.path}/${source.manifest.data}/${name}`;
  const info = await snapshotInfoOf(source.disk, path);
  const fits = info.partition === partition.partition && info.index === base.index && equalBytes(info.digest, base.digest);
  if (!fits) {
    throw backupDamaged(`the snapshot is not the one behind which the log begins, of digest ${toHex(base.digest)}`, { file: path });
  }
  return { path, info };
}

async function snapshotInfoOf(disk: Disk, path: string): Promise<SnapshotInfo> {
  const file = await openBackupFile(disk, path);
  try {
    return await readSnapshotInfo({ file, path });
  } finally {
    await file.close();
  }
}

/** The bytes of a file in pieces, from a position on. */
export async function* fileBytes(disk: Disk, path: string, from: number): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openBackupFile(disk, path);
  try {
    for (let position = from; ; ) {
      const piece = await file.read(position, SEGMENT_READ_BYTES);
      if (piece.length === 0) return;
      position += piece.length;
      yield piece;
    }
  } finally {
    await file.close();
  }
}

/** Opens a file whose absence, or refusal to be read, is damage. The caller closes it. */
async function openBackupFile(disk: Disk, path: string): Promise<DiskFile> {
  const file = await asDamage(path, () => disk.open(path, { create: false }));
  return {
    size: () => file.size(),
    read: (position, length) => asDamage(path, () => file.read(position, length)),
    write: (position, parts) => file.write(position, parts),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

async function asDamage<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw backupDamaged('the file is missing', { file: path }, error);
    if (hasCode(error, 'EIO')) throw backupDamaged('the disk cannot read the file', { file: path }, error);
    throw error;
  }
}
