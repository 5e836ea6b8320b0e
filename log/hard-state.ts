// What one partition must never forget, in two copies: term and vote (Raft Figure 2), the number of segments ever made and where the log begins,
// so that a lost segment is noticed, and an unsettled claim. FORMAT.md ("Hard state").
import { assert } from '../consensus/assert.ts';
import type { Disk } from '../consensus/ports.ts';
import type { HardState, LogBase, LogPosition, NodeId } from '../consensus/types.ts';
import { fromHex, getUint64, setUint64, toHex, viewOf } from './bytes.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { baseOf, emptyBase, endOf, type LogEnd } from './log-end.ts';
import { INCARNATION_BYTES } from './segment-header.ts';
import { type CopyFormat, TwoCopyFile } from './two-copy-file.ts';

export const HARD_STATE_FILE = 'hard-state';
const VERSION = 2;
const VERSION_WITHOUT_BASE = 1;
const VOTE_AT = 64;
const VOTE_BYTES_MAX = 64;
const HAS_CLAIM_AT = 60;
const BASE_AT = 128;
const CLAIM_AT = 184;
const SYNCED_AT = 200;
const END_BYTES = 56;

/** What one copy holds. */
export interface HardStateRecord extends HardState {
  /** Sequence number of the newest segment that was made; 0 before the first. */
  readonly newestSegment: number;
  /** Where the log begins: everything up to here was compacted, or never was here. */
  readonly base: LogBase;
  /** See `PartitionStorage.claim`. */
  readonly claim: LogPosition | undefined;
  /** How far the newest segment was synced when this was saved: what is missing below is a loss, never a crash. `undefined`: nobody said. */
  readonly synced: SyncedPlace | undefined;
}

/** The end of a segment at some moment when all of it was synced. */
export interface SyncedPlace {
  /** Sequence number of the segment. */
  readonly segment: number;
  /** Where its last write ended. */
  readonly position: number;
  readonly end: LogEnd;
}

/** Whose hard state this is: copies of any other are damage. */
export interface HardStateOwner {
  readonly incarnation: string;
  readonly partition: number;
}

/** The open file. Saves are queued, so that a vote and the making of a segment never interleave. */
export type HardStateFile = TwoCopyFile<HardStateRecord>;

/** Makes the file of a new partition, durable when it resolves. */
export function createHardState(disk: Disk, directory: string, owner: HardStateOwner): Promise<HardStateFile> {
  const record: HardStateRecord = {
    term: 0,
    votedFor: undefined,
    newestSegment: 0,
    base: emptyBase(),
    claim: undefined,
    synced: undefined,
  };
  return TwoCopyFile.create(disk, { directory, name: HARD_STATE_FILE }, { format: hardStateFormat(owner), record });
}

/** See `TwoCopyFile.open`. */
export function openHardState(disk: Disk, directory: string, owner: HardStateOwner): Promise<HardStateFile> {
  return TwoCopyFile.open(disk, `${directory}/${HARD_STATE_FILE}`, hardStateFormat(owner));
}

/** How it lies in a block; copies of any other owner are bad. */
export function hardStateFormat(owner: HardStateOwner): CopyFormat<HardStateRecord> {
  return {
    what: 'hard state',
    magic: 'LLSTATE1',
    version: VERSION,
    encode: (record, block) => encode(record, owner, block),
    decode: (block, version) => decode(block, owner, version),
    corrupt,
    unknownVersion,
    bothBad:
      'both copies of the hard state are damaged: this node no longer knows whom it voted for, and may not vote under its name again',
  };
}

function encode(record: HardStateRecord, owner: HardStateOwner, block: Uint8Array): void {
  const view = viewOf(block);
  view.setUint32(16, owner.partition, true);
  view.setUint32(20, record.newestSegment, true);
  block.set(fromHex(owner.incarnation), 24);
  setUint64(view, 48, record.term);
  const vote = Buffer.from(record.votedFor ?? '', 'latin1');
  assert(vote.length <= VOTE_BYTES_MAX, 'a node id has at most 64 bytes');
  view.setUint32(56, vote.length, true);
  block.set(vote, VOTE_AT);
  encodeEnd(endOf(record.base), block, BASE_AT);
  if (record.claim !== undefined) {
    block[HAS_CLAIM_AT] = 1;
    setUint64(view, CLAIM_AT, record.claim.term);
    setUint64(view, CLAIM_AT + 8, record.claim.index);
  }
  if (record.synced !== undefined) {
    view.setUint32(SYNCED_AT, record.synced.segment, true);
    view.setUint32(SYNCED_AT + 4, record.synced.position, true);
    encodeEnd(record.synced.end, block, SYNCED_AT + 8);
  }
}

function decode(block: Uint8Array, owner: HardStateOwner, version: number): HardStateRecord | string {
  const view = viewOf(block);
  const isOurs = view.getUint32(16, true) === owner.partition && toHex(block.subarray(24, 24 + INCARNATION_BYTES)) === owner.incarnation;
  if (!isOurs) return 'the hard state is that of another partition or node';
  const term = getUint64(view, 48);
  const voteBytes = view.getUint32(56, true);
  if (!Number.isSafeInteger(term) || voteBytes > VOTE_BYTES_MAX) return 'the hard state makes no sense';
  const vote = Buffer.from(block.subarray(VOTE_AT, VOTE_AT + voteBytes)).toString('latin1');
  return {
    term,
    votedFor: vote === '' ? undefined : (vote as NodeId),
    newestSegment: view.getUint32(20, true),
    base: version === VERSION_WITHOUT_BASE ? emptyBase() : baseOf(decodeEnd(block, BASE_AT)),
    claim: block[HAS_CLAIM_AT] === 1 ? { term: getUint64(view, CLAIM_AT), index: getUint64(view, CLAIM_AT + 8) } : undefined,
    synced: decodeSynced(block),
  };
}

function decodeSynced(block: Uint8Array): SyncedPlace | undefined {
  const view = viewOf(block);
  const segment = view.getUint32(SYNCED_AT, true);
  if (segment === 0) return undefined;
  return { segment, position: view.getUint32(SYNCED_AT + 4, true), end: decodeEnd(block, SYNCED_AT + 8) };
}

function encodeEnd(end: LogEnd, block: Uint8Array, at: number): void {
  const view = viewOf(block.subarray(at, at + END_BYTES));
  setUint64(view, 0, end.lastIndex);
  setUint64(view, 8, end.lastTerm);
  setUint64(view, 16, end.nextOffset);
  block.set(end.lastDigest, at + 24);
}

function decodeEnd(block: Uint8Array, at: number): LogEnd {
  const view = viewOf(block.subarray(at, at + END_BYTES));
  return {
    lastIndex: getUint64(view, 0),
    lastTerm: getUint64(view, 8),
    nextOffset: getUint64(view, 16),
    lastDigest: block.slice(at + 24, at + END_BYTES),
  };
}
