// What one partition must never forget, in two copies: term and vote (Raft Figure 2), the number of segments ever made and where the log begins,
// so that a lost segment is noticed, and an unsettled claim. FORMAT.md ("Hard state").
import { assert } from '../consensus/assert.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import type { HardState, LogBase, LogPosition, NodeId } from '../consensus/types.ts';
import { fromHex, getUint64, setUint64, toHex, viewOf } from './bytes.ts';
import { checksum } from './crc.ts';
import { corrupt, type LogError, unknownVersion } from './errors.ts';
import { MARK } from './frame.ts';
import { baseOf, emptyBase, endOf, type LogEnd } from './log-end.ts';
import { INCARNATION_BYTES } from './segment-header.ts';
import { writeSmallFile } from './small-file.ts';
import { readAround } from './unreadable.ts';

export const HARD_STATE_FILE = 'hard-state';
/** Each copy has a block of the disk to itself, its content in the first sector. */
export const HARD_STATE_BLOCK_BYTES = 4096;
const CONTENT_BYTES = 512;
const VERSION = 2;
const VERSION_WITHOUT_BASE = 1;
const MAGIC = 'LLSTATE1';
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

/** What one block holds. */
export type HardStateCopy =
  | { readonly kind: 'sound'; readonly counter: number; readonly record: HardStateRecord }
  | { readonly kind: 'bad'; readonly error: LogError };

/** The open file. Saves are queued, so that a vote and the making of a segment never interleave. */
export class HardStateFile {
  readonly #file: DiskFile;
  readonly #owner: HardStateOwner;
  #counter: number;
  #record: HardStateRecord;
  #queue: Promise<void> = Promise.resolve();

  private constructor(file: DiskFile, owner: HardStateOwner, newest: { counter: number; record: HardStateRecord }) {
    this.#file = file;
    this.#owner = owner;
    this.#counter = newest.counter;
    this.#record = newest.record;
  }

  /** Makes the file of a new partition, durable when it resolves. */
  static async create(disk: Disk, directory: string, owner: HardStateOwner): Promise<HardStateFile> {
    const record: HardStateRecord = {
      term: 0,
      votedFor: undefined,
      newestSegment: 0,
      base: emptyBase(),
      claim: undefined,
      synced: undefined,
    };
    const contents = new Uint8Array(2 * HARD_STATE_BLOCK_BYTES);
    for (const at of [0, HARD_STATE_BLOCK_BYTES]) contents.set(encodeCopy(record, 1, owner), at);
    await writeSmallFile(disk, { directory, name: HARD_STATE_FILE }, contents);
    const file = await disk.open(`${directory}/${HARD_STATE_FILE}`, { create: false });
    return new HardStateFile(file, owner, { counter: 1, record });
  }

  /**
   * Takes the sound copy with the highest counter. Nothing was written yet: the caller saves once before any use, because what a read
   * shows after a crash may not be on the disk. Throws `CORRUPT` when neither copy is sound.
   */
  static async open(disk: Disk, directory: string, owner: HardStateOwner): Promise<HardStateFile> {
    const path = `${directory}/${HARD_STATE_FILE}`;
    const file = await disk.open(path, { create: false });
    try {
      const contents = await readAround(file, 0, 2 * HARD_STATE_BLOCK_BYTES);
      const first = decodeHardStateCopy(contents.subarray(0, HARD_STATE_BLOCK_BYTES), owner, { file: path, position: 0 });
      const second = decodeHardStateCopy(contents.subarray(HARD_STATE_BLOCK_BYTES), owner, {
        file: path,
        position: HARD_STATE_BLOCK_BYTES,
      });
      if (first.kind === 'bad' && second.kind === 'bad') throw bothBad(path, [first.error, second.error]);
      const secondIsNewer = first.kind === 'bad' || (second.kind === 'sound' && second.counter > first.counter);
      const newest = secondIsNewer ? second : first;
      assert(newest.kind === 'sound', 'a sound copy was chosen');
      const opened = new HardStateFile(file, owner, newest);
      // A copy that a killed process wrote may be in the page cache alone: what it replaces must not be under way with the other one.
      await file.sync();
      // The worse copy goes first, so that at every moment one copy on the disk is sound.
      if (secondIsNewer) await opened.#writeCopies([0, HARD_STATE_BLOCK_BYTES]);
      else await opened.#writeCopies([HARD_STATE_BLOCK_BYTES, 0]);
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get record(): HardStateRecord {
    return this.#record;
  }

  /** Writes and syncs one copy, then the other. */
  update(change: Partial<HardStateRecord>): Promise<void> {
    const saved = this.#queue.then(async () => {
      this.#record = { ...this.#record, ...change };
      await this.#writeCopies([0, HARD_STATE_BLOCK_BYTES]);
    });
    // After a failure every later update fails, too.
    this.#queue = saved;
    return saved;
  }

  async #writeCopies(positions: readonly number[]): Promise<void> {
    this.#counter++;
    const block = encodeCopy(this.#record, this.#counter, this.#owner);
    for (const position of positions) {
      await this.#file.write(position, [block]);
      await this.#file.sync();
    }
  }

  async close(): Promise<void> {
    // Whoever asked for the last update has its failure.
    await this.#queue.catch(() => undefined);
    await this.#file.close();
  }
}

function encodeCopy(record: HardStateRecord, counter: number, owner: HardStateOwner): Uint8Array {
  const block = new Uint8Array(HARD_STATE_BLOCK_BYTES);
  const view = viewOf(block);
  for (let at = 0; at < MAGIC.length; at++) block[at] = MAGIC.charCodeAt(at);
  view.setUint32(12, VERSION, true);
  view.setUint32(16, owner.partition, true);
  view.setUint32(20, record.newestSegment, true);
  block.set(fromHex(owner.incarnation), 24);
  setUint64(view, 40, counter);
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
  block[CONTENT_BYTES - 1] = MARK;
  view.setUint32(8, checksum(block.subarray(12, CONTENT_BYTES)), true);
  return block;
}

/** Reads the block at `place`; `bad` if it is damaged or another's. Throws `VERSION`. */
export function decodeHardStateCopy(block: Uint8Array, owner: HardStateOwner, place: { file: string; position: number }): HardStateCopy {
  const bad = (what: string): HardStateCopy => ({ kind: 'bad', error: corrupt(what, place) });
  if (block.length < CONTENT_BYTES) return bad('a copy of the hard state is missing');
  const view = viewOf(block);
  const isWhole =
    String.fromCharCode(...block.subarray(0, MAGIC.length)) === MAGIC &&
    view.getUint32(8, true) === checksum(block.subarray(12, CONTENT_BYTES));
  if (!isWhole) return bad('a copy of the hard state does not match its checksum');
  const version = view.getUint32(12, true);
  if (version !== VERSION && version !== VERSION_WITHOUT_BASE) {
    throw unknownVersion(`the hard state has format ${version}, this version knows up to ${VERSION}`, place);
  }
  const isOurs = view.getUint32(16, true) === owner.partition && toHex(block.subarray(24, 24 + INCARNATION_BYTES)) === owner.incarnation;
  if (!isOurs) return bad('the hard state is that of another partition or node');
  const term = getUint64(view, 48);
  const voteBytes = view.getUint32(56, true);
  if (!Number.isSafeInteger(term) || voteBytes > VOTE_BYTES_MAX) return bad('the hard state makes no sense');
  const vote = Buffer.from(block.subarray(VOTE_AT, VOTE_AT + voteBytes)).toString('latin1');
  return {
    kind: 'sound',
    counter: getUint64(view, 40),
    record: {
      term,
      votedFor: vote === '' ? undefined : (vote as NodeId),
      newestSegment: view.getUint32(20, true),
      base: version === VERSION_WITHOUT_BASE ? emptyBase() : baseOf(decodeEnd(block, BASE_AT)),
      claim: block[HAS_CLAIM_AT] === 1 ? { term: getUint64(view, CLAIM_AT), index: getUint64(view, CLAIM_AT + 8) } : undefined,
      synced: decodeSynced(block),
    },
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

function bothBad(file: string, errors: readonly LogError[]): LogError {
  const what =
    'both copies of the hard state are damaged: this node no longer knows whom it voted for, and may not vote under its name again; ' +
    'replacing a member under a new name comes with a later version';
  return corrupt(what, { file }, new AggregateError(errors, 'both copies'));
}
