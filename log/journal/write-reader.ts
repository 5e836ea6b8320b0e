// Reads one write of a journal's segment and says whether it is whole: every frame in its place, every checksum right, the digest chain
// unbroken, the mark at its end. What a bad one means is for scan.ts to judge.
import { checksum } from '../crc.ts';
import type { FileWindow } from '../file-window.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, frameBytes } from '../frame.ts';
import { type LogEnd, logEndAfter, mismatch } from '../log-end.ts';
import { decodeWriteHeader, END_MARK_BYTES, fitsPlace, isEndMark, WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { decodeTransaction, entryBehind, JOURNAL_TERM } from './transaction.ts';
import type { JournalTransaction } from './types.ts';

export interface WholeWrite {
  readonly kind: 'whole';
  /** Of the whole write, end mark included. */
  readonly bytes: number;
  readonly transactions: readonly JournalTransaction[];
  readonly end: LogEnd;
}

/** `no-header`: these 64 bytes are no write's header. `bad`: a sound header, but what follows is not what it says. */
export type JournalWrite =
  | WholeWrite
  | { readonly kind: 'no-header'; readonly bytes: Uint8Array }
  | { readonly kind: 'bad'; readonly header: WriteHeader; readonly position: number; readonly offset: number; readonly why: string };

/** Where to read: the write at `position` of a segment, which continues `end`. */
export interface WritePlace {
  readonly segment: { readonly path: string; readonly seed: number; readonly header: { readonly capacity: number } };
  readonly window: FileWindow;
  readonly position: number;
  readonly end: LogEnd;
}

/** Reads the write at a place. Throws `CORRUPT` for a sound header that makes no sense there, `VERSION` for a frame of a later version. */
export async function readJournalWrite(place: WritePlace): Promise<JournalWrite> {
  const { segment, window, position } = place;
  const headerBytes = await window.bytes(position, WRITE_HEADER_BYTES);
  const header = decodeWriteHeader(headerBytes, { seed: segment.seed, position });
  if (header === undefined) return { kind: 'no-header', bytes: headerBytes };
  checkHeader(header, place);
  // The header's checksum holds and the write lies within the segment: only now so many bytes are read.
  const bytes = await window.bytes(position, header.bytes);
  const endMarkAt = header.bytes - END_MARK_BYTES;
  const transactions: JournalTransaction[] = [];
  let end = place.end;
  let at = WRITE_HEADER_BYTES;
  for (let frame = 0; frame < header.frames; frame++) {
    const read = readFrame({ place, end, at, bytes: bytes.subarray(0, endMarkAt) });
    if (typeof read === 'string') return { kind: 'bad', header, position: position + at, offset: end.lastIndex + 1, why: read };
    transactions.push(read.transaction);
    end = read.end;
    at += read.bytes;
  }
  if (!isEndMark(bytes.subarray(endMarkAt))) {
    const why = 'the mark at the end of a write is missing or wrong';
    return { kind: 'bad', header, position: position + endMarkAt, offset: end.lastIndex, why };
  }
  return { kind: 'whole', bytes: header.bytes, transactions, end };
}

function checkHeader(header: WriteHeader, { segment, position, end }: WritePlace): void {
  const isInside = position + header.bytes <= segment.header.capacity;
  if (isInside && fitsPlace(header, { position, lastIndex: end.lastIndex })) return;
  const where = { file: segment.path, position, offset: end.lastIndex + 1 };
  throw corrupt('the header of a write does not fit to what comes before it', where);
}

interface ReadFrame {
  readonly transaction: JournalTransaction;
  readonly end: LogEnd;
  readonly bytes: number;
}

/** The frame at `at` in the bytes of a write, its end mark left out, or why there is none. */
function readFrame(options: { place: WritePlace; end: LogEnd; at: number; bytes: Uint8Array }): ReadFrame | string {
  const { place, end, at, bytes } = options;
  const { segment } = place;
  const position = place.position + at;
  const payloadAt = at + FRAME_HEADER_BYTES;
  if (payloadAt > bytes.length) return 'the frames of a write do not fit into it';
  const decoded = decodeFrameHeader(bytes.subarray(at, payloadAt), { seed: segment.seed, position });
  if (decoded.kind === 'bad') return decoded.why;
  const where = { file: segment.path, position, offset: end.lastIndex + 1 };
  if (decoded.kind === 'unknown-type') throw unknownVersion(`a frame has the unknown type ${decoded.code}`, where);
  const { header } = decoded;
  if (at + frameBytes(header.payloadBytes) > bytes.length) return 'a frame passes the end of its write';
  if (header.type !== 'batch' || header.term !== JOURNAL_TERM || header.count !== 1) {
    throw unknownVersion('a frame is not that of one transaction', where);
  }
  const misfit = mismatch(end, header);
  if (misfit !== undefined) return misfit;
  const payload = bytes.subarray(payloadAt, payloadAt + header.payloadBytes);
  if (checksum(payload) !== header.payloadChecksum) return 'the payload of a transaction does not match its checksum';
  const transaction = decodeTransaction(header.index, payload);
  if (transaction === undefined) throw unknownVersion('a transaction is not laid out as this version does', where);
  return { transaction, end: logEndAfter(entryBehind(end, payload)), bytes: frameBytes(header.payloadBytes) };
}
