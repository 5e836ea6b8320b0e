// The seal of a segment that is no longer written to: a small file beside it from which a start learns all it needs without reading the
// segment. Derived, hence never missed: a missing, damaged or stale one is made again. FORMAT.md ("Seal").
import { assert } from '../consensus/assert.ts';
import type { TermRun } from '../consensus/types.ts';
import { equalBytes, getUint64, setUint64, viewOf } from './bytes.ts';
import { DIGEST_BYTES } from './chain-digest.ts';
import { checksum } from './crc.ts';
import { LogError } from './errors.ts';
import type { LogEnd } from './log-end.ts';
import {
  encodeSegmentHeader,
  HEADER_CONTENT_BYTES,
  parseSegmentName,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
  segmentHeaderOrError,
  segmentName,
  startOf,
} from './segment-header.ts';
import { type FramePlace, SegmentIndex } from './segment-index.ts';

const MAGIC = 'LLSEALED';
const VERSION = 2;
/** Its digest is of all bytes, payloads included. */
const VERSION_WITH_PAYLOADS = 1;
const HEADER_AT = 32;
const FIXED_AT = HEADER_AT + HEADER_CONTENT_BYTES;
const FIXED_BYTES = 40 + 2 * DIGEST_BYTES;
const RUNS_AT = FIXED_AT + FIXED_BYTES;
const RUN_BYTES = 16;
const PLACE_BYTES = 20;
const MEMBERSHIP_BYTES = 8;
const SEGMENT_SUFFIX = '.segment';
const SEAL_SUFFIX = '.seal';
/** Bytes of the largest seal: a segment of 4 GiB with a new term in each of its smallest entries would have less. */
export const SEAL_BYTES_MAX = 64 * 1024 * 1024;

export interface Seal {
  readonly header: SegmentHeader;
  readonly index: SegmentIndex;
  /** As `SealDigest` has it up to `index.endPosition`; `undefined` in version 1, whose digest was another. */
  readonly digest: Uint8Array | undefined;
}

/** One of this version. */
export interface NewSeal extends Seal {
  readonly digest: Uint8Array;
}

export function sealName(segment: { readonly firstIndex: number; readonly sequence: number }): string {
  return segmentName(segment).slice(0, -SEGMENT_SUFFIX.length) + SEAL_SUFFIX;
}

/** Of which segment a file of this name is the seal; `undefined` if it is none. */
export function parseSealName(name: string): { readonly firstIndex: number; readonly sequence: number } | undefined {
  return name.endsWith(SEAL_SUFFIX) ? parseSegmentName(name.slice(0, -SEAL_SUFFIX.length) + SEGMENT_SUFFIX) : undefined;
}

export function encodeSeal({ header, index, digest }: NewSeal): Uint8Array {
  const { end, termRuns, places, memberships } = index;
  const bytes = new Uint8Array(sealBytes({ termRuns: termRuns.length, places: places.length, memberships: memberships.length }));
  assert(bytes.length <= SEAL_BYTES_MAX, 'a seal is of bounded size');
  const view = viewOf(bytes);
  for (let at = 0; at < MAGIC.length; at++) bytes[at] = MAGIC.charCodeAt(at);
  view.setUint32(12, VERSION, true);
  view.setUint32(16, bytes.length, true);
  view.setUint32(20, termRuns.length, true);
  view.setUint32(24, places.length, true);
  view.setUint32(28, memberships.length, true);
  bytes.set(encodeSegmentHeader(header).subarray(0, HEADER_CONTENT_BYTES), HEADER_AT);
  setUint64(view, FIXED_AT, end.lastIndex);
  setUint64(view, FIXED_AT + 8, end.lastTerm);
  setUint64(view, FIXED_AT + 16, end.nextOffset);
  setUint64(view, FIXED_AT + 24, index.lastTimestamp);
  setUint64(view, FIXED_AT + 32, index.endPosition);
  bytes.set(end.lastDigest, FIXED_AT + 40);
  bytes.set(digest, FIXED_AT + 40 + DIGEST_BYTES);
  let at = RUNS_AT;
  for (const run of termRuns) {
    setUint64(view, at, run.firstIndex);
    setUint64(view, at + 8, run.term);
    at += RUN_BYTES;
  }
  for (const place of places) {
    setUint64(view, at, place.index);
    setUint64(view, at + 8, place.firstOffset);
    view.setUint32(at + 16, place.position, true);
    at += PLACE_BYTES;
  }
  for (const membership of memberships) {
    setUint64(view, at, membership);
    at += MEMBERSHIP_BYTES;
  }
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}

/** What a seal holds; `undefined` if it is damaged, of a version that this one does not know, or of another segment. */
export function decodeSeal(bytes: Uint8Array, owner: Pick<SegmentHeader, 'incarnation' | 'partition' | 'sequence'>): Seal | undefined {
  if (bytes.length < RUNS_AT) return undefined;
  const view = viewOf(bytes);
  const version = view.getUint32(12, true);
  const isSound =
    String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC &&
    view.getUint32(16, true) === bytes.length &&
    view.getUint32(8, true) === checksum(bytes.subarray(12)) &&
    (version === VERSION || version === VERSION_WITH_PAYLOADS) &&
    bytes.length === sealBytes(countsIn(view));
  if (!isSound) return undefined;
  const header = headerOf(bytes);
  const isOurs = header?.incarnation === owner.incarnation && header.partition === owner.partition && header.sequence === owner.sequence;
  if (header === undefined || !isOurs) return undefined;
  const digest = version === VERSION ? bytes.slice(RUNS_AT - DIGEST_BYTES, RUNS_AT) : undefined;
  return { header, index: indexOf(bytes, header), digest };
}

/** How many of each a seal has. One from before there were membership entries has zeros where their number is. */
interface SealCounts {
  readonly termRuns: number;
  readonly places: number;
  readonly memberships: number;
}

function countsIn(view: DataView): SealCounts {
  return { termRuns: view.getUint32(20, true), places: view.getUint32(24, true), memberships: view.getUint32(28, true) };
}

function sealBytes({ termRuns, places, memberships }: SealCounts): number {
  return RUNS_AT + RUN_BYTES * termRuns + PLACE_BYTES * places + MEMBERSHIP_BYTES * memberships;
}

function headerOf(bytes: Uint8Array): SegmentHeader | undefined {
  const block = new Uint8Array(SEGMENT_HEADER_BYTES);
  block.set(bytes.subarray(HEADER_AT, HEADER_AT + HEADER_CONTENT_BYTES));
  const header = segmentHeaderOrError(block, '');
  return header instanceof LogError ? undefined : header;
}

function indexOf(bytes: Uint8Array, header: SegmentHeader): SegmentIndex {
  const view = viewOf(bytes);
  const end: LogEnd = {
    lastIndex: getUint64(view, FIXED_AT),
    lastTerm: getUint64(view, FIXED_AT + 8),
    nextOffset: getUint64(view, FIXED_AT + 16),
    lastDigest: bytes.slice(FIXED_AT + 40, FIXED_AT + 40 + DIGEST_BYTES),
  };
  const counts = countsIn(view);
  let at = RUNS_AT;
  const termRuns: TermRun[] = [];
  for (let left = counts.termRuns; left > 0; left--) {
    termRuns.push({ firstIndex: getUint64(view, at), term: getUint64(view, at + 8) });
    at += RUN_BYTES;
  }
  const places: FramePlace[] = [];
  for (let left = counts.places; left > 0; left--) {
    places.push({ index: getUint64(view, at), firstOffset: getUint64(view, at + 8), position: view.getUint32(at + 16, true) });
    at += PLACE_BYTES;
  }
  const memberships: number[] = [];
  for (let left = counts.memberships; left > 0; left--) {
    memberships.push(getUint64(view, at));
    at += MEMBERSHIP_BYTES;
  }
  const lastTimestamp = getUint64(view, FIXED_AT + 24);
  const endPosition = getUint64(view, FIXED_AT + 32);
  return SegmentIndex.of({ start: startOf(header), end, endPosition, lastTimestamp, termRuns, places, memberships });
}

/** Whether a seal was made of the segment that begins with this block: not of an edition before it was repaired. */
export function isSealOf(seal: Seal, block: Uint8Array): boolean {
  return equalBytes(encodeSegmentHeader(seal.header).subarray(0, HEADER_CONTENT_BYTES), block.subarray(0, HEADER_CONTENT_BYTES));
}
