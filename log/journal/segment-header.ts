// The first block of a segment of the journal, its file's name, and the seed of its checksums. Pure; FORMAT.md ("Segment").
import { assert } from '../../consensus/assert.ts';
import { fromHex, getUint64, isZero, setUint64, toHex, viewOf } from '../bytes.ts';
import { DIGEST_BYTES } from '../chain-digest.ts';
import { checksum } from '../crc.ts';
import { MARK } from '../frame.ts';
import type { LogEnd } from '../log-end.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { JOURNAL_TERM } from './transaction.ts';

/** The header's content lies in its first 512 bytes; writes begin after one whole block of the disk. */
export const JOURNAL_HEADER_BYTES = 4096;
export const JOURNAL_ID_BYTES = 16;
const CONTENT_BYTES = 512;
const VERSION = 1;
const MAGIC = 'LLJRNSEG';
const REASONS = ['first', 'full', 'torn', 'unclear'] as const;
const NAME = /^([0-9]{10})\.journal$/;
const SEED_DOMAIN = 0x4c_4a_52_4e;

/** Why a segment was begun; `torn` and `unclear`: behind a last write that was cut. */
export type JournalSegmentReason = (typeof REASONS)[number];

export interface JournalSegmentHeader {
  readonly journalId: string;
  /** 1, 2, 3 …; never given out twice, also not to a recycled file. */
  readonly sequence: number;
  /** Bytes of the file, all of them zeroed before it was begun. */
  readonly capacity: number;
  readonly reason: JournalSegmentReason;
  /** The journal right before this segment. */
  readonly start: LogEnd;
}

export function journalSegmentName(sequence: number): string {
  return `${String(sequence).padStart(10, '0')}.journal`;
}

/** The sequence number in a segment's name; `undefined` if it is none. */
export function parseJournalSegmentName(name: string): number | undefined {
  const match = NAME.exec(name);
  return match === null ? undefined : Number(match[1]);
}

/** The seed of every checksum in a segment: what makes a frame of another journal, or of a file's life before, fail here. */
export function journalSeed(owner: { readonly journalId: string; readonly sequence: number }): number {
  const bytes = new Uint8Array(JOURNAL_ID_BYTES + 8);
  bytes.set(fromHex(owner.journalId));
  viewOf(bytes).setUint32(JOURNAL_ID_BYTES, SEED_DOMAIN, true);
  viewOf(bytes).setUint32(JOURNAL_ID_BYTES + 4, owner.sequence, true);
  return checksum(bytes);
}

/** The journal when `offset` is its last, and `lastDigest` that one's digest. */
export function journalEnd(offset: number, lastDigest: Uint8Array): LogEnd {
  return { lastIndex: offset, lastTerm: offset === 0 ? 0 : JOURNAL_TERM, nextOffset: offset + 1, lastDigest };
}

/** The whole first block. */
export function encodeJournalHeader(header: JournalSegmentHeader): Uint8Array {
  const block = new Uint8Array(JOURNAL_HEADER_BYTES);
  const view = viewOf(block);
  for (let at = 0; at < MAGIC.length; at++) block[at] = MAGIC.charCodeAt(at);
  view.setUint32(12, VERSION, true);
  view.setUint32(16, header.sequence, true);
  block[20] = REASONS.indexOf(header.reason) + 1;
  const id = fromHex(header.journalId);
  assert(id.length === JOURNAL_ID_BYTES, "a journal's id has 16 bytes");
  block.set(id, 24);
  setUint64(view, 40, header.start.lastIndex + 1);
  setUint64(view, 48, header.capacity);
  block.set(header.start.lastDigest, 64);
  block[CONTENT_BYTES - 1] = MARK;
  view.setUint32(8, checksum(block.subarray(12, CONTENT_BYTES)), true);
  return block;
}

/** Decodes the block found in `file`. Throws `CORRUPT` or `VERSION`. */
export function decodeJournalHeader(block: Uint8Array, file: string): JournalSegmentHeader {
  const place = { file, position: 0 };
  if (block.length < JOURNAL_HEADER_BYTES) throw corrupt(`a segment is only ${block.length} bytes long, shorter than its header`, place);
  const view = viewOf(block);
  if (String.fromCharCode(...block.subarray(0, MAGIC.length)) !== MAGIC) throw corrupt('a segment does not begin as one', place);
  if (view.getUint32(8, true) !== checksum(block.subarray(12, CONTENT_BYTES))) {
    throw corrupt('the header of a segment does not match its checksum', place);
  }
  const version = view.getUint32(12, true);
  if (version !== VERSION) throw unknownVersion(`a segment has format ${version}, this version knows ${VERSION}`, place);
  const reason = REASONS[(block[20] ?? 0) - 1];
  const sequence = view.getUint32(16, true);
  const firstOffset = getUint64(view, 40);
  const capacity = getUint64(view, 48);
  const makesSense =
    Number.isSafeInteger(firstOffset) && firstOffset >= 1 && sequence >= 1 && capacity >= JOURNAL_HEADER_BYTES && capacity < 2 ** 32;
  if (reason === undefined || !makesSense || !isZero(block, CONTENT_BYTES)) throw corrupt('the header of a segment makes no sense', place);
  const start = journalEnd(firstOffset - 1, block.slice(64, 64 + DIGEST_BYTES));
  return { journalId: toHex(block.subarray(24, 24 + JOURNAL_ID_BYTES)), sequence, capacity, reason, start };
}
