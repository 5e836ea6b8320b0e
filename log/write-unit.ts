// One write of the log, the unit of sync: a header of 64 bytes, the frames, and a mark at its end. Knows how to lay one out, how to read its
// header, and how many 512-byte parts of it are zero, which is what tells torn from rotten. Pure; FORMAT.md ("Write", "Torn or rotten").
import { assert } from '../consensus/assert.ts';
import type { Entry } from '../consensus/types.ts';
import { alignUp, getUint64, isZero, setUint64, viewOf } from './bytes.ts';
import { checksum } from './crc.ts';
import { encodeFrameHeader, FRAME_HEADER_BYTES, frameBytes, MARK } from './frame.ts';

/** Writes begin and end at multiples of this, so that the header of a write never spans two sectors. */
export const WRITE_ALIGNMENT = 64;
export const WRITE_HEADER_BYTES = 64;
export const SECTOR_BYTES = 512;
/** `LLWRITE` and the mark. */
const END_MARK = Uint8Array.of(0x4c, 0x4c, 0x57, 0x52, 0x49, 0x54, 0x45, MARK);
const MAGIC = 0x57_52_49_54;
const MARK_AT = WRITE_HEADER_BYTES - 1;

export const END_MARK_BYTES = END_MARK.length;

export interface WriteHeader {
  readonly position: number;
  /** From the first byte of this header to the last of the end mark. */
  readonly bytes: number;
  readonly frames: number;
  /** 512-byte parts of this write that are all zeros as intended. */
  readonly zeroParts: number;
  /** Everything in this segment below this position was synced before this write began. */
  readonly syncedTo: number;
  readonly firstIndex: number;
  readonly lastTerm: number;
}

/** A write ready for the disk: `parts` in order, and the position of each frame. */
export interface EncodedWrite {
  readonly parts: Uint8Array[];
  /** All bytes of the write but the payloads, in order. */
  readonly between: Uint8Array;
  readonly framePositions: readonly number[];
  readonly bytes: number;
}

/** Bytes that a write of these entries takes. */
export function writeBytes(entries: readonly Entry[]): number {
  let bytes = WRITE_HEADER_BYTES + END_MARK_BYTES;
  for (const entry of entries) bytes += frameBytes(entry.payload.length);
  return alignUp(bytes, WRITE_ALIGNMENT);
}

/**
 * Lays out a write of `entries` at `position`. Payloads are not copied: the parts between them (padding and headers) share one buffer.
 */
export function encodeWrite(entries: readonly Entry[], place: { readonly seed: number; readonly position: number }): EncodedWrite {
  const { seed, position } = place;
  const last = entries.at(-1);
  const first = entries[0];
  assert(first !== undefined && last !== undefined, 'a write has entries');
  assert(position % WRITE_ALIGNMENT === 0, 'a write begins at a multiple of 64');
  const bytes = writeBytes(entries);
  let payloadBytes = 0;
  for (const entry of entries) payloadBytes += entry.payload.length;
  const slab = new Uint8Array(bytes - payloadBytes);
  const parts: Uint8Array[] = [];
  const framePositions: number[] = [];
  let zeroParts = 0;
  let partFrom = 0;
  let at = WRITE_HEADER_BYTES;
  let payloadsBefore = 0;
  for (const entry of entries) {
    const framePosition = position + at + payloadsBefore;
    framePositions.push(framePosition);
    encodeFrameHeader(entry, { target: slab.subarray(at, at + FRAME_HEADER_BYTES), seed, position: framePosition });
    at += FRAME_HEADER_BYTES;
    const { payload } = entry;
    if (payload.length === 0) continue;
    parts.push(slab.subarray(partFrom, at), payload);
    partFrom = at;
    at += frameBytes(payload.length) - FRAME_HEADER_BYTES - payload.length;
    payloadsBefore += payload.length;
    zeroParts += zeroPartsOfPayload(payload, framePosition + FRAME_HEADER_BYTES);
  }
  parts.push(slab.subarray(partFrom));
  slab.set(END_MARK, slab.length - END_MARK_BYTES);
  const header = { position, bytes, frames: entries.length, zeroParts, syncedTo: position, firstIndex: first.index, lastTerm: last.term };
  encodeWriteHeader(header, slab.subarray(0, WRITE_HEADER_BYTES), seed);
  return { parts, between: slab, framePositions, bytes };
}

function encodeWriteHeader(header: WriteHeader, target: Uint8Array, seed: number): void {
  const view = viewOf(target);
  view.setUint32(4, MAGIC, true);
  view.setUint32(8, header.position, true);
  view.setUint32(12, header.bytes, true);
  view.setUint32(16, header.frames, true);
  view.setUint32(20, header.zeroParts, true);
  view.setUint32(24, header.syncedTo, true);
  setUint64(view, 32, header.firstIndex);
  setUint64(view, 40, header.lastTerm);
  target[MARK_AT] = MARK;
  view.setUint32(0, checksum(target.subarray(4), seed), true);
}

/** The header of a write at `position`, or `undefined` if these 64 bytes are none of this segment and place. */
export function decodeWriteHeader(bytes: Uint8Array, place: { readonly seed: number; readonly position: number }): WriteHeader | undefined {
  const view = viewOf(bytes);
  if (view.getUint32(4, true) !== MAGIC || view.getUint32(8, true) !== place.position) return undefined;
  if (view.getUint32(0, true) !== checksum(bytes.subarray(4, WRITE_HEADER_BYTES), place.seed)) return undefined;
  return {
    position: place.position,
    bytes: view.getUint32(12, true),
    frames: view.getUint32(16, true),
    zeroParts: view.getUint32(20, true),
    syncedTo: view.getUint32(24, true),
    firstIndex: getUint64(view, 32),
    lastTerm: getUint64(view, 40),
  };
}

/**
 * Whether a sound header says what that of the write at `position` behind entry `lastIndex` must. One write is one sync, so `syncedTo` is where it
 * begins.
 */
export function fitsPlace(header: WriteHeader, place: { readonly position: number; readonly lastIndex: number }): boolean {
  return (
    header.syncedTo === place.position &&
    header.firstIndex === place.lastIndex + 1 &&
    header.frames >= 1 &&
    header.bytes % WRITE_ALIGNMENT === 0 &&
    header.bytes >= WRITE_HEADER_BYTES + header.frames * FRAME_HEADER_BYTES + END_MARK_BYTES
  );
}

/** Whether the mark at the end of these 64 bytes, a header's, is there. A wrong mark is there, too: only zero is what a crash leaves. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes[bytes.length - 1] !== 0;
}

export function isEndMark(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes, END_MARK) === 0;
}

/**
 * Parts of a write that are zeros as intended lie within one payload (with its padding): every other part holds a header or a mark.
 */
function zeroPartsOfPayload(payload: Uint8Array, position: number): number {
  const end = alignUp(position + payload.length, 8);
  let count = 0;
  for (let from = alignUp(position, SECTOR_BYTES); from + SECTOR_BYTES <= end; from += SECTOR_BYTES) {
    const at = from - position;
    if (payload[at] === 0 && isZero(payload, at, Math.min(at + SECTOR_BYTES, payload.length))) count++;
  }
  return count;
}

/** How many of the 512-byte parts of `bytes`, which lie at `position`, are all zeros. The first and last part may be shorter. */
export function countZeroParts(bytes: Uint8Array, position: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const to = Math.min(bytes.length, at + SECTOR_BYTES - ((position + at) % SECTOR_BYTES));
    if (bytes[at] === 0 && isZero(bytes, at, to)) count++;
    at = to;
  }
  return count;
}
