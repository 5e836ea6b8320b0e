// A small record that must never be lost, in two copies, each in a block of the disk to itself: they are written and synced one after the other, so
// that at every moment one of them is sound on the disk. What is in the record, and the rest of a block, is its owner's. FORMAT.md ("Hard state").
import { assert } from '../consensus/assert.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import { getUint64, setUint64, viewOf } from './bytes.ts';
import { checksum } from './crc.ts';
import { MARK } from './frame.ts';
import { writeSmallFile } from './small-file.ts';
import { readAround } from './unreadable.ts';

/** Each copy has a block of the disk to itself, its content in the first sector. */
export const COPY_BLOCK_BYTES = 4096;
const CONTENT_BYTES = 512;
const COUNTER_AT = 40;

/** Where a block lies, as errors name it. */
interface CopyPlace {
  readonly file: string;
  readonly position?: number;
}

/** How a record lies in its block. Magic (0..7), CRC (8..11), version (12..15), counter (40..47) and mark (511) are written and checked for it. */
export interface CopyFormat<Content> {
  /** As errors call it, e.g. `hard state`. */
  readonly what: string;
  readonly magic: string;
  /** The one that is written; lower ones are read, too. */
  readonly version: number;
  readonly encode: (record: Content, block: Uint8Array) => void;
  /** The record, or why this is none of ours. */
  readonly decode: (block: Uint8Array, version: number) => Content | string;
  readonly corrupt: (what: string, place: CopyPlace, cause?: unknown) => Error;
  readonly unknownVersion: (what: string, place: CopyPlace) => Error;
  /** What it means that both copies are bad. */
  readonly bothBad: string;
}

/** What one block holds. */
export type Copy<Content> =
  | { readonly kind: 'sound'; readonly counter: number; readonly record: Content }
  | { readonly kind: 'bad'; readonly error: Error };

/** The open file. Updates are queued, so that they never interleave. */
export class TwoCopyFile<Content extends object> {
  readonly #file: DiskFile;
  readonly #format: CopyFormat<Content>;
  #counter: number;
  #record: Content;
  #queue: Promise<void> = Promise.resolve();

  private constructor(file: DiskFile, format: CopyFormat<Content>, newest: { readonly counter: number; readonly record: Content }) {
    this.#file = file;
    this.#format = format;
    this.#counter = newest.counter;
    this.#record = newest.record;
  }

  /** Makes a new file, durable when it resolves. */
  static async create<Content extends object>(
    disk: Disk,
    place: { readonly directory: string; readonly name: string },
    options: { readonly format: CopyFormat<Content>; readonly record: Content },
  ): Promise<TwoCopyFile<Content>> {
    const { format, record } = options;
    const block = encodeCopy(format, record, 1);
    await writeSmallFile(disk, place, [block, block]);
    const file = await disk.open(`${place.directory}/${place.name}`, { create: false });
    return new TwoCopyFile(file, format, { counter: 1, record });
  }

  /**
   * Takes the sound copy with the highest counter and makes both copies say so: what a read shows after a crash may not be on the disk.
   * Throws `CORRUPT` when neither is sound, `VERSION`.
   */
  static async open<Content extends object>(disk: Disk, path: string, format: CopyFormat<Content>): Promise<TwoCopyFile<Content>> {
    const file = await disk.open(path, { create: false });
    try {
      const contents = await readAround(file, 0, 2 * COPY_BLOCK_BYTES);
      const first = decodeCopy(format, contents.subarray(0, COPY_BLOCK_BYTES), { file: path, position: 0 });
      const second = decodeCopy(format, contents.subarray(COPY_BLOCK_BYTES), { file: path, position: COPY_BLOCK_BYTES });
      if (first.kind === 'bad' && second.kind === 'bad') {
        throw format.corrupt(format.bothBad, { file: path }, new AggregateError([first.error, second.error], 'both copies'));
      }
      const secondIsNewer = first.kind === 'bad' || (second.kind === 'sound' && second.counter > first.counter);
      const newest = secondIsNewer ? second : first;
      assert(newest.kind === 'sound', 'a sound copy was chosen');
      const opened = new TwoCopyFile(file, format, newest);
      // A copy that a killed process wrote may be in the page cache alone: what it replaces must not be under way with the other one.
      await file.sync();
      // The worse copy goes first, so that at every moment one copy on the disk is sound.
      await opened.#writeCopies(secondIsNewer ? [0, COPY_BLOCK_BYTES] : [COPY_BLOCK_BYTES, 0]);
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** As of the last update that was begun. */
  get record(): Content {
    return this.#record;
  }

  /** Writes and syncs one copy, then the other. After a failure every later update fails, too. */
  update(change: Partial<Content>): Promise<void> {
    const saved = this.#queue.then(async () => {
      this.#record = { ...this.#record, ...change };
      await this.#writeCopies([0, COPY_BLOCK_BYTES]);
    });
    this.#queue = saved;
    return saved;
  }

  async #writeCopies(positions: readonly number[]): Promise<void> {
    this.#counter++;
    const block = encodeCopy(this.#format, this.#record, this.#counter);
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

function encodeCopy<Content>(format: CopyFormat<Content>, record: Content, counter: number): Uint8Array {
  const block = new Uint8Array(COPY_BLOCK_BYTES);
  const view = viewOf(block);
  block.set(Buffer.from(format.magic, 'latin1'));
  view.setUint32(12, format.version, true);
  setUint64(view, COUNTER_AT, counter);
  format.encode(record, block);
  block[CONTENT_BYTES - 1] = MARK;
  view.setUint32(8, checksum(block.subarray(12, CONTENT_BYTES)), true);
  return block;
}

/** Reads the block at `place`; `bad` if it is damaged or another's. Throws `VERSION`. */
export function decodeCopy<Content>(format: CopyFormat<Content>, block: Uint8Array, place: CopyPlace): Copy<Content> {
  const { what, magic } = format;
  const bad = (why: string): Copy<Content> => ({ kind: 'bad', error: format.corrupt(why, place) });
  if (block.length < CONTENT_BYTES) return bad(`a copy of the ${what} is missing`);
  const view = viewOf(block);
  const isWhole =
    Buffer.from(block.subarray(0, magic.length)).toString('latin1') === magic &&
    view.getUint32(8, true) === checksum(block.subarray(12, CONTENT_BYTES));
  if (!isWhole) return bad(`a copy of the ${what} does not match its checksum`);
  const version = view.getUint32(12, true);
  if (version < 1 || version > format.version) {
    throw format.unknownVersion(`the ${what} has format ${version}, this version knows up to ${format.version}`, place);
  }
  const record = format.decode(block, version);
  return typeof record === 'string' ? bad(record) : { kind: 'sound', counter: getUint64(view, COUNTER_AT), record };
}
