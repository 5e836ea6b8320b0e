// The first block of a segment file, and the file's name. Pure; FORMAT.md ("Segment").
import { assert } from '../consensus/assert.ts';
import { fromHex, getUint64, isZero, setUint64, toHex, viewOf } from './bytes.ts';
import { DIGEST_BYTES } from './chain-digest.ts';
import { checksum } from './crc.ts';
import { corrupt, LogError, unknownVersion } from './errors.ts';
import { MARK } from './frame.ts';
import type { LogEnd } from './log-end.ts';

/** The header's content lies in its first 512 bytes; data begin after one whole block of the disk. */
export const SEGMENT_HEADER_BYTES = 4096;
export const INCARNATION_BYTES = 16;
/** What a seal keeps a copy of; the rest of the block is zeros. */
export const HEADER_CONTENT_BYTES = 512;
const VERSION = 2;
/** Version 1 knows neither snapshots, nor unclear ends, nor editions and capacities. */
const VERSION_WITHOUT_EDITION = 1;
const REASON_AT = 96;
const EDITION_AT = 100;
const CAPACITY_AT = 104;
const MAGIC = 'LLSEGMNT';
const REASONS = ['first', 'full', 'conflicting-suffix', 'torn-tail', 'snapshot', 'unclear'] as const;
const NAME = /^[0-9]{16}-[0-9a-f]{8}\.segment$/;

/** Why a segment was begun. `snapshot`: the log begins anew here, and all older segments are void. */
export type SegmentReason = (typeof REASONS)[number];

/** What the log is right before this segment: what older segments hold at or above `firstIndex` is void. */
export interface SegmentHeader {
  readonly incarnation: string;
  readonly partition: number;
  /** 1, 2, 3 … in the order in which the partition's segments were made; never given out twice. */
  readonly sequence: number;
  readonly firstIndex: number;
  /** Term of the entry before `firstIndex`, 0 if there is none. */
  readonly previousTerm: number;
  /** Offset that the next transaction gets. */
  readonly firstOffset: number;
  /** Chain digest of the entry before. */
  readonly previousDigest: Uint8Array;
  readonly reason: SegmentReason;
  /** How often the file was written anew to repair it. */
  readonly edition: number;
  /** Bytes after which it is full; `undefined` in format 1, which did not say. */
  readonly capacity: number | undefined;
}

/** What the log is right before this segment. */
export function startOf(header: SegmentHeader): LogEnd {
  const { firstIndex, previousTerm, firstOffset, previousDigest } = header;
  return { lastIndex: firstIndex - 1, lastTerm: previousTerm, nextOffset: firstOffset, lastDigest: previousDigest };
}

export function segmentName(header: { readonly firstIndex: number; readonly sequence: number }): string {
  return `${String(header.firstIndex).padStart(16, '0')}-${header.sequence.toString(16).padStart(8, '0')}.segment`;
}

export function parseSegmentName(name: string): { readonly firstIndex: number; readonly sequence: number } | undefined {
  if (!NAME.test(name)) return undefined;
  return { firstIndex: Number(name.slice(0, 16)), sequence: Number.parseInt(name.slice(17, 25), 16) };
}

/** The seed of every checksum in a segment: what makes a frame of another segment, partition or node fail here. */
export function segmentSeed(owner: { readonly incarnation: string; readonly partition: number; readonly sequence: number }): number {
  const bytes = new Uint8Array(INCARNATION_BYTES + 8);
  bytes.set(fromHex(owner.incarnation));
  viewOf(bytes).setUint32(INCARNATION_BYTES, owner.partition, true);
  viewOf(bytes).setUint32(INCARNATION_BYTES + 4, owner.sequence, true);
  return checksum(bytes);
}

/** The whole first block. */
export function encodeSegmentHeader(header: SegmentHeader): Uint8Array {
  const block = new Uint8Array(SEGMENT_HEADER_BYTES);
  const view = viewOf(block);
  for (let at = 0; at < MAGIC.length; at++) block[at] = MAGIC.charCodeAt(at);
  view.setUint32(12, header.capacity === undefined ? VERSION_WITHOUT_EDITION : VERSION, true);
  view.setUint32(16, header.sequence, true);
  view.setUint32(20, header.partition, true);
  const incarnation = fromHex(header.incarnation);
  assert(incarnation.length === INCARNATION_BYTES, 'an incarnation has 16 bytes');
  block.set(incarnation, 24);
  setUint64(view, 40, header.firstIndex);
  setUint64(view, 48, header.previousTerm);
  setUint64(view, 56, header.firstOffset);
  block.set(header.previousDigest, 64);
  block[REASON_AT] = REASONS.indexOf(header.reason) + 1;
  view.setUint32(EDITION_AT, header.edition, true);
  view.setUint32(CAPACITY_AT, header.capacity ?? 0, true);
  block[HEADER_CONTENT_BYTES - 1] = MARK;
  view.setUint32(8, checksum(block.subarray(12, HEADER_CONTENT_BYTES)), true);
  return block;
}

/** Decodes the block found in `file`. Throws `CORRUPT` or `VERSION`. */
export function decodeSegmentHeader(block: Uint8Array, file: string): SegmentHeader {
  const header = segmentHeaderOrError(block, file);
  if (header instanceof LogError) throw header;
  return header;
}

/** What `decodeSegmentHeader` returns or throws. */
export function segmentHeaderOrError(block: Uint8Array, file: string): SegmentHeader | LogError {
  const place = { file, position: 0 };
  if (block.length < SEGMENT_HEADER_BYTES) return corrupt(`a segment is only ${block.length} bytes long, shorter than its header`, place);
  const view = viewOf(block);
  const magic = String.fromCharCode(...block.subarray(0, MAGIC.length));
  if (magic !== MAGIC) return corrupt('a segment does not begin as one', place);
  if (view.getUint32(8, true) !== checksum(block.subarray(12, HEADER_CONTENT_BYTES))) {
    return corrupt('the header of a segment does not match its checksum', place);
  }
  const version = view.getUint32(12, true);
  if (version !== VERSION && version !== VERSION_WITHOUT_EDITION) {
    return unknownVersion(`a segment has format ${version}, this version knows up to ${VERSION}`, place);
  }
  const reason = REASONS[view.getUint8(REASON_AT) - 1];
  if (reason === undefined || !isZero(block, HEADER_CONTENT_BYTES)) return corrupt('the header of a segment makes no sense', place);
  const header: SegmentHeader = {
    incarnation: toHex(block.subarray(24, 24 + INCARNATION_BYTES)),
    partition: view.getUint32(20, true),
    sequence: view.getUint32(16, true),
    firstIndex: getUint64(view, 40),
    previousTerm: getUint64(view, 48),
    firstOffset: getUint64(view, 56),
    previousDigest: block.slice(64, 64 + DIGEST_BYTES),
    reason,
    edition: view.getUint32(EDITION_AT, true),
    capacity: version === VERSION ? view.getUint32(CAPACITY_AT, true) : undefined,
  };
  return isPlausible(header) ? header : corrupt('a number in the header of a segment makes no sense', place);
}

function isPlausible({ firstIndex, previousTerm, firstOffset, sequence }: SegmentHeader): boolean {
  return [firstIndex, previousTerm, firstOffset].every(Number.isSafeInteger) && firstIndex >= 1 && firstOffset >= 1 && sequence >= 1;
}
