// Reads a segment from its first write to its last and decides what a bad one is: torn by a crash (cut, reported), rotten (`CORRUPT`) or
// unclear (`UNCLEAR`). The rule and its reasons are in FORMAT.md ("Torn or rotten").
import { alignUp } from './bytes.ts';
import { corrupt, unclear } from './errors.ts';
import { FileWindow } from './file-window.ts';
import type { LogEnd } from './log-end.ts';
import type { Segment } from './segment.ts';
import { SEGMENT_HEADER_BYTES } from './segment-header.ts';
import { type ReadEntry, type ReadWrite, readWrite } from './write-reader.ts';
import { countZeroParts, decodeWriteHeader, hasMark, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from './write-unit.ts';

/** A range of bytes of one segment. */
export interface ByteRange {
  readonly position: number;
  readonly bytes: number;
}

export interface SegmentScan {
  readonly end: LogEnd;
  /** Where the last whole write ends. */
  readonly endPosition: number;
  /** The last whole write; only of the last segment, where it may not have been synced. */
  readonly lastWrite: ByteRange | undefined;
  /** What a crash left of a write that was never synced. */
  readonly torn: ByteRange | undefined;
}

/**
 * Verifies every live entry of `segment`, which continues `start`, and hands each to `visit`. `limit`: the first index that a newer segment
 * makes void; `undefined` in the newest live segment.
 */
export async function scanSegment(options: {
  readonly segment: Segment;
  readonly start: LogEnd;
  readonly limit: number | undefined;
  readonly visit: (entry: ReadEntry) => void;
}): Promise<SegmentScan> {
  const { segment, visit } = options;
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const window = new FileWindow(segment.file, await segment.file.size());
  let end = options.start;
  let position = SEGMENT_HEADER_BYTES;
  let lastWrite: ByteRange | undefined;
  while (end.lastIndex + 1 < limit) {
    const write = await readWrite({ segment, window, position, end, limit });
    if (write.kind !== 'whole') {
      const bad: BadWrite = { segment, window, position, index: end.lastIndex + 1, write };
      // A newer segment was begun only once this one was synced as far as its limit.
      if (options.limit !== undefined) throw rotten(bad, 'the next segment');
      return { end, endPosition: position, lastWrite, torn: await judge(bad) };
    }
    for (const entry of write.entries) visit(entry);
    end = write.end;
    lastWrite = { position, bytes: write.bytes };
    position += write.bytes;
  }
  return { end, endPosition: position, lastWrite, torn: undefined };
}

interface BadWrite {
  readonly segment: Segment;
  readonly window: FileWindow;
  /** Where the write begins. */
  readonly position: number;
  /** First index that is missing. */
  readonly index: number;
  readonly write: Exclude<ReadWrite, { readonly kind: 'whole' }>;
}

/** The end of the newest segment: nothing (`undefined`), or the remains of a write that was never synced. Throws if it is neither. */
async function judge(bad: BadWrite): Promise<ByteRange | undefined> {
  const { window, position, write } = bad;
  const dataEnd = await window.endOfData(position);
  if (dataEnd === position) return undefined;
  const isTorn =
    write.kind === 'bad' ? await isTornBehindHeader(bad, write.header, dataEnd) : await isTornHeader(bad, write.bytes, dataEnd);
  if (!isTorn) throw unclear(describe(write), damagedAt(bad));
  return { position, bytes: dataEnd - position };
}

/** The header is sound, so the size of the write is known. */
async function isTornBehindHeader(bad: BadWrite, header: WriteHeader, dataEnd: number): Promise<boolean> {
  const { window, position } = bad;
  const writeEnd = position + header.bytes;
  if (dataEnd > writeEnd) throw rotten(bad, 'a later write');
  // The last byte of the mark is missing: also when the file ends early.
  if (dataEnd < writeEnd) return true;
  let zeroParts = 0;
  await window.forEachChunk(position, writeEnd, (chunk, at) => {
    zeroParts += countZeroParts(chunk, at);
  });
  return zeroParts > header.zeroParts;
}

/** The header is not sound, so only a sound later header can prove that this write was synced. */
async function isTornHeader(bad: BadWrite, bytes: Uint8Array, dataEnd: number): Promise<boolean> {
  const { segment, window, position } = bad;
  await window.forEachChunk(position + WRITE_ALIGNMENT, alignUp(dataEnd, WRITE_ALIGNMENT), (chunk, chunkAt) => {
    for (let at = 0; at < chunk.length; at += WRITE_ALIGNMENT) {
      const place = { seed: segment.seed, position: chunkAt + at };
      const header = decodeWriteHeader(chunk.subarray(at, at + WRITE_HEADER_BYTES), place);
      if (header !== undefined && header.syncedTo > position) throw rotten(bad, 'a later write');
    }
  });
  return !hasMark(bytes);
}

function rotten(bad: BadWrite, proof: string): Error {
  return corrupt(`${describe(bad.write)}, and ${proof} proves that it was synced`, damagedAt(bad));
}

function describe(write: BadWrite['write']): string {
  return write.kind === 'bad' ? write.why : 'the header of a write is damaged';
}

function damagedAt(bad: BadWrite): { file: string; position: number; index: number } {
  const { segment, write } = bad;
  return write.kind === 'bad'
    ? { file: segment.path, position: write.position, index: write.index }
    : { file: segment.path, position: bad.position, index: bad.index };
}
