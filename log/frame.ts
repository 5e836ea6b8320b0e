// One entry on disk: a header of 96 bytes, the payload, zeros up to a multiple of 8. Pure encoding and decoding; FORMAT.md ("Frame").
import { ENTRY_PAYLOAD_BYTES_MAX } from '../consensus/limits.ts';
import type { Entry, EntryType } from '../consensus/types.ts';
import { alignUp, getUint64, setUint64, viewOf } from './bytes.ts';
import { DIGEST_BYTES } from './chain-digest.ts';
import { checksum } from './crc.ts';
import { codeOfType, typeOfCode } from './entry-codes.ts';

export const FRAME_HEADER_BYTES = 96;
/** The last byte of every header and of every write: not zero, so that a header or write which is not all there lacks it. */
export const MARK = 0xa5;

const ALIGNMENT = 8;
const TYPE_AT = 16;
const DIGEST_AT = 56;
const MARK_AT = FRAME_HEADER_BYTES - 1;

/** What a frame's header says. */
export interface FrameHeader {
  readonly index: number;
  readonly term: number;
  readonly type: EntryType;
  readonly timestamp: number;
  readonly firstOffset: number;
  readonly count: number;
  readonly payloadBytes: number;
  readonly payloadChecksum: number;
  readonly previousDigest: Uint8Array;
}

/** `bad`: not a frame of this place. `unknown-type`: a sound frame of a later version. */
export type DecodedFrame =
  | { readonly kind: 'frame'; readonly header: FrameHeader }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'unknown-type'; readonly code: number };

/** Bytes of a frame on disk, padding included. */
export function frameBytes(payloadBytes: number): number {
  return FRAME_HEADER_BYTES + alignUp(payloadBytes, ALIGNMENT);
}

/** Writes the header of `entry` into `target` (96 bytes, zeroed), bound to its segment by `seed` and to its `position` in the file. */
export function encodeFrameHeader(entry: Entry, place: { target: Uint8Array; seed: number; position: number }): void {
  const { target, seed, position } = place;
  const view = viewOf(target);
  view.setUint32(4, checksum(entry.payload), true);
  view.setUint32(8, position, true);
  view.setUint32(12, entry.payload.length, true);
  target[TYPE_AT] = codeOfType(entry.type);
  view.setUint32(20, entry.count, true);
  setUint64(view, 24, entry.index);
  setUint64(view, 32, entry.term);
  setUint64(view, 40, entry.firstOffset);
  setUint64(view, 48, entry.timestamp);
  target.set(entry.previousDigest, DIGEST_AT);
  target[MARK_AT] = MARK;
  view.setUint32(0, checksum(target.subarray(4), seed), true);
}

/** Decodes the 96 bytes found at `position`. Nothing of them is believed before the checksum holds. */
export function decodeFrameHeader(bytes: Uint8Array, place: { readonly seed: number; readonly position: number }): DecodedFrame {
  const { seed, position } = place;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== checksum(bytes.subarray(4, FRAME_HEADER_BYTES), seed)) {
    return { kind: 'bad', why: 'the header of a frame does not match its checksum' };
  }
  if (view.getUint32(8, true) !== position) return { kind: 'bad', why: `a frame of byte ${view.getUint32(8, true)} lies here` };
  const code = view.getUint8(TYPE_AT);
  const type = typeOfCode(code);
  if (type === undefined) return { kind: 'unknown-type', code };
  const header: FrameHeader = {
    index: getUint64(view, 24),
    term: getUint64(view, 32),
    type,
    timestamp: getUint64(view, 48),
    firstOffset: getUint64(view, 40),
    count: view.getUint32(20, true),
    payloadBytes: view.getUint32(12, true),
    payloadChecksum: view.getUint32(4, true),
    previousDigest: bytes.slice(DIGEST_AT, DIGEST_AT + DIGEST_BYTES),
  };
  const why = implausible(header);
  return why === undefined ? { kind: 'frame', header } : { kind: 'bad', why };
}

function implausible(header: FrameHeader): string | undefined {
  if (header.payloadBytes > ENTRY_PAYLOAD_BYTES_MAX)
    return `a frame claims a payload of ${header.payloadBytes} bytes, more than ${ENTRY_PAYLOAD_BYTES_MAX}`;
  const { index, term, timestamp, firstOffset } = header;
  if (Math.max(index, term, timestamp, firstOffset) > Number.MAX_SAFE_INTEGER) return 'a number in the header of a frame is beyond 2^53';
  if (index < 1 || term < 1 || firstOffset < 1) return 'index, term or offset of a frame is zero';
  return undefined;
}
