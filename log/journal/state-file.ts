// What the journal knows about itself, in two copies: the applied offset, and which segments must be there. FORMAT.md ("State").
import { assert } from '../../consensus/assert.ts';
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import { fromHex, getUint64, setUint64, toHex, viewOf } from '../bytes.ts';
import { checksum } from '../crc.ts';
import { MARK } from '../frame.ts';
import { writeSmallFile } from '../small-file.ts';
import { corrupt, type JournalError, unknownVersion } from './errors.ts';
import { JOURNAL_ID_BYTES } from './segment-header.ts';

export const STATE_FILE = 'journal-state';
/** Each copy has a block of the disk to itself, its content in the first sector. */
const BLOCK_BYTES = 4096;
const CONTENT_BYTES = 512;
const VERSION = 1;
const MAGIC = 'LLJRNSTA';

export interface JournalState {
  /** All up to here is in the application's store, durably. */
  readonly appliedOffset: number;
  /** Sequence number of the oldest segment that is needed; older files are dead, whatever they hold. */
  readonly oldestSegment: number;
  /** Sequence number of the newest segment that was begun; 0 before the first. */
  readonly newestSegment: number;
}

type Copy =
  | { readonly kind: 'sound'; readonly counter: number; readonly state: JournalState }
  | { readonly kind: 'bad'; readonly error: JournalError };

/** The open file. Updates are queued, so that they never interleave. */
export class StateFile {
  readonly #file: DiskFile;
  readonly #journalId: string;
  #counter: number;
  #state: JournalState;
  #queue: Promise<void> = Promise.resolve();

  private constructor(file: DiskFile, journalId: string, newest: { counter: number; state: JournalState }) {
    this.#file = file;
    this.#journalId = journalId;
    this.#counter = newest.counter;
    this.#state = newest.state;
  }

  /** Makes the file of a new journal, durable when it resolves. */
  static async create(disk: Disk, directory: string, journalId: string): Promise<void> {
    const state: JournalState = { appliedOffset: 0, oldestSegment: 1, newestSegment: 0 };
    const contents = new Uint8Array(2 * BLOCK_BYTES);
    for (const at of [0, BLOCK_BYTES]) contents.set(encodeCopy(state, 1, journalId), at);
    await writeSmallFile(disk, { directory, name: STATE_FILE }, contents);
  }

  /**
   * Takes the sound copy with the highest counter and makes both copies say so: what a read shows after a crash may not be on the disk.
   * Throws `CORRUPT` when neither is sound, `VERSION`.
   */
  static async open(disk: Disk, directory: string, journalId: string): Promise<StateFile> {
    const path = `${directory}/${STATE_FILE}`;
    const file = await disk.open(path, { create: false });
    try {
      const contents = await file.read(0, 2 * BLOCK_BYTES);
      const first = decodeCopy(contents.subarray(0, BLOCK_BYTES), journalId, { file: path, position: 0 });
      const second = decodeCopy(contents.subarray(BLOCK_BYTES), journalId, { file: path, position: BLOCK_BYTES });
      if (first.kind === 'bad' && second.kind === 'bad') {
        const cause = new AggregateError([first.error, second.error], 'both copies');
        throw corrupt('both copies of the state of the journal are damaged', { file: path }, cause);
      }
      const secondIsNewer = first.kind === 'bad' || (second.kind === 'sound' && second.counter > first.counter);
      const newest = secondIsNewer ? second : first;
      assert(newest.kind === 'sound', 'a sound copy was chosen');
      const opened = new StateFile(file, journalId, newest);
      // The worse copy goes first, so that at every moment one copy on the disk is sound.
      await opened.#writeCopies(secondIsNewer ? [0, BLOCK_BYTES] : [BLOCK_BYTES, 0]);
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** As of the last update that was begun. */
  get state(): JournalState {
    return this.#state;
  }

  /** Writes and syncs one copy, then the other. After a failure every later update fails, too. */
  update(change: Partial<JournalState>): Promise<void> {
    const saved = this.#queue.then(async () => {
      this.#state = { ...this.#state, ...change };
      await this.#writeCopies([0, BLOCK_BYTES]);
    });
    this.#queue = saved;
    return saved;
  }

  async #writeCopies(positions: readonly number[]): Promise<void> {
    this.#counter++;
    const block = encodeCopy(this.#state, this.#counter, this.#journalId);
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

function encodeCopy(state: JournalState, counter: number, journalId: string): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  const view = viewOf(block);
  for (let at = 0; at < MAGIC.length; at++) block[at] = MAGIC.charCodeAt(at);
  view.setUint32(12, VERSION, true);
  view.setUint32(16, state.oldestSegment, true);
  view.setUint32(20, state.newestSegment, true);
  block.set(fromHex(journalId), 24);
  setUint64(view, 40, counter);
  setUint64(view, 48, state.appliedOffset);
  block[CONTENT_BYTES - 1] = MARK;
  view.setUint32(8, checksum(block.subarray(12, CONTENT_BYTES)), true);
  return block;
}

function decodeCopy(block: Uint8Array, journalId: string, place: { file: string; position: number }): Copy {
  const bad = (what: string): Copy => ({ kind: 'bad', error: corrupt(what, place) });
  if (block.length < CONTENT_BYTES) return bad('a copy of the state is missing');
  const view = viewOf(block);
  const isWhole =
    String.fromCharCode(...block.subarray(0, MAGIC.length)) === MAGIC &&
    view.getUint32(8, true) === checksum(block.subarray(12, CONTENT_BYTES));
  if (!isWhole) return bad('a copy of the state does not match its checksum');
  const version = view.getUint32(12, true);
  if (version !== VERSION) throw unknownVersion(`the state has format ${version}, this version knows ${VERSION}`, place);
  if (toHex(block.subarray(24, 24 + JOURNAL_ID_BYTES)) !== journalId) return bad('the state is that of another journal');
  const state: JournalState = {
    appliedOffset: getUint64(view, 48),
    oldestSegment: view.getUint32(16, true),
    newestSegment: view.getUint32(20, true),
  };
  if (!Number.isSafeInteger(state.appliedOffset) || state.oldestSegment < 1) return bad('the state makes no sense');
  return { kind: 'sound', counter: getUint64(view, 40), state };
}
