// Reads one write of a segment and says whether it is whole: every frame in its place, every checksum right, the digest chain unbroken, the
// mark at its end. What a bad one means is for newest-scan.ts to judge.
import type { Entry } from '../consensus/types.ts';
import { entryOf } from './chain-digest.ts';
import { checksum } from './crc.ts';
import { corrupt, unknownVersion } from './errors.ts';
import type { FileWindow } from './file-window.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, frameBytes } from './frame.ts';
import { type LogEnd, logEndAfter, mismatch } from './log-end.ts';
import type { PlacedEntry } from './segment-index.ts';
import { decodeWriteHeader, END_MARK_BYTES, fitsPlace, isEndMark, WRITE_HEADER_BYTES, type WriteHeader } from './write-unit.ts';

/** `no-header`: these 64 bytes are no write's header. */
export type ReadWrite =
  | { readonly kind: 'whole'; readonly bytes: number; readonly entries: readonly PlacedEntry[]; readonly end: LogEnd }
  | { readonly kind: 'no-header'; readonly bytes: Uint8Array }
  | { readonly kind: 'bad'; readonly header: WriteHeader; readonly position: number; readonly index: number; readonly why: string };

/** Where to read: the write at `position`, which continues `end`. */
export interface WritePlace {
  readonly window: FileWindow;
  readonly path: string;
  /** Of the segment. */
  readonly seed: number;
  readonly position: number;
  readonly end: LogEnd;
}

/** Reads the write at a place. Throws `CORRUPT` for a sound header that makes no sense there, `VERSION` for an unknown type of entry. */
export async function readWrite(place: WritePlace): Promise<ReadWrite> {
  const { window, seed, position } = place;
  const headerBytes = await window.bytes(position, WRITE_HEADER_BYTES);
  const header = decodeWriteHeader(headerBytes, { seed, position });
  if (header === undefined) return { kind: 'no-header', bytes: headerBytes };
  checkHeader(header, place);
  const endMarkAt = position + header.bytes - END_MARK_BYTES;
  const entries: PlacedEntry[] = [];
  let end = place.end;
  let at = position + WRITE_HEADER_BYTES;
  for (let frame = 0; frame < header.frames; frame++) {
    const read = await readFrame({ place, end, at, endMarkAt });
    if (typeof read === 'string') return { kind: 'bad', header, position: at, index: end.lastIndex + 1, why: read };
    end = logEndAfter(read);
    const endPosition = at + frameBytes(read.payload.length);
    const { index, type, firstOffset, timestamp } = read;
    entries.push({ index, type, position: at, endPosition, firstOffset, timestamp, end });
    at = endPosition;
  }
  if (!isEndMark(await window.bytes(endMarkAt, END_MARK_BYTES))) {
    return { kind: 'bad', header, position: endMarkAt, index: end.lastIndex, why: 'the mark at the end of a write is missing or wrong' };
  }
  return { kind: 'whole', bytes: header.bytes, entries, end };
}

function checkHeader(header: WriteHeader, { path, position, end }: WritePlace): void {
  if (fitsPlace(header, { position, lastIndex: end.lastIndex })) return;
  throw corrupt('the header of a write does not fit to what comes before it', { file: path, position, index: end.lastIndex + 1 });
}

/** The frame at `at`, or why there is none. */
async function readFrame(options: { place: WritePlace; end: LogEnd; at: number; endMarkAt: number }): Promise<Entry | string> {
  const { place, end, at, endMarkAt } = options;
  const { window, path, seed } = place;
  if (at + FRAME_HEADER_BYTES > endMarkAt) return 'the frames of a write do not fit into it';
  const decoded = decodeFrameHeader(await window.bytes(at, FRAME_HEADER_BYTES), { seed, position: at });
  if (decoded.kind === 'bad') return decoded.why;
  const where = { file: path, position: at, index: end.lastIndex + 1 };
  if (decoded.kind === 'unknown-type') throw unknownVersion(`an entry has the unknown type ${decoded.code}`, where);
  const { header } = decoded;
  if (at + frameBytes(header.payloadBytes) > endMarkAt) return 'a frame passes the end of its write';
  const misfit = mismatch(end, header);
  if (misfit !== undefined) return misfit;
  const payload = await window.bytes(at + FRAME_HEADER_BYTES, header.payloadBytes);
  if (checksum(payload) !== header.payloadChecksum) return 'the payload of an entry does not match its checksum';
  return entryOf(header, payload);
}
