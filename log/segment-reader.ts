// Reads entries of one segment by its sparse index: finds the frame, verifies each on the way, and remembers where readers that go on are.
import { READ_AHEADS_MAX, SEAL_INDEX_STEP_BYTES, SEGMENT_READ_BYTES, SEQUENTIAL_READERS_MAX } from '../consensus/limits.ts';
import type { DiskFile } from '../consensus/ports.ts';
import type { Entry } from '../consensus/types.ts';
import { entryOf } from './chain-digest.ts';
import { FileWindow } from './file-window.ts';
import type { FrameHeader } from './frame.ts';
import { FrameWalk, type Step } from './frame-walk.ts';
import type { LiveSegment } from './live-segments.ts';
import { logEndAfter, mismatch } from './log-end.ts';
import type { FramePlace, SegmentIndex } from './segment-index.ts';
import { readAround } from './unreadable.ts';

/** A frame is not what it should be. Which entries are damaged is found by reading the whole segment. */
export class BadFrameError extends Error {
  override readonly name = 'BadFrameError';
  readonly position: number;
  readonly index: number;

  constructor(why: string, place: { readonly position: number; readonly index: number }) {
    super(why);
    this.position = place.position;
    this.index = place.index;
  }
}

interface ReadOptions {
  readonly from: number;
  readonly to: number;
  readonly bytesMax: number;
}

/** What is read of the file at once: whole frames. */
interface Chunk {
  readonly bytes: number;
  /** Index of its last entry. */
  readonly last: number;
  /** Where the chunk behind it begins, if that is wanted, too. */
  readonly next: FramePlace | undefined;
}

/** Where a reader goes on. */
interface ReaderPlace {
  readonly segment: LiveSegment;
  readonly position: number;
  /** The chunk from there on, which is being read or was. */
  ahead?: { readonly chunk: Chunk; readonly bytes: Promise<Uint8Array | undefined> } | undefined;
}

export class SegmentReader {
  /** Where the entry of this index lies, for who reads on; the one used longest ago first. */
  readonly #places = new Map<number, ReaderPlace>();

  /**
   * Entries `from`..`to` of a segment, verified, each continuing the one before; stops as `PartitionStorage.read` does. Throws `BadFrameError`; what was read before the bad
   * frame is handed out first. For who reads on from where another read ended, the next chunk is read while this one is verified, and used.
   */
  async read(segment: LiveSegment, file: DiskFile, options: ReadOptions): Promise<Entry[]> {
    const { from, to } = options;
    const remembered = this.#take(from, segment);
    const taken = new TakenEntries(options);
    let place: ReaderPlace = remembered ?? { segment, position: await this.#positionOf(segment, file, from) };
    try {
      do {
        const chunk = place.ahead?.chunk ?? chunkAt(segment.index, { index: taken.next, position: place.position }, options);
        const walk = await walkThrough(chunk, place, file);
        const isReadingOn = remembered !== undefined || taken.entries.length > 0;
        const ahead = isReadingOn && chunk.next !== undefined ? readAhead(chunk.next, { segment, file, options }) : undefined;
        await taken.takeUpTo(Math.min(to, chunk.last), walk);
        place = chunk.next?.index === taken.next ? { segment, position: chunk.next.position, ahead } : { segment, position: walk.position };
      } while (taken.wantsMore);
    } catch (error) {
      if (!(error instanceof BadFrameError) || taken.entries.length === 0) throw error;
      return taken.entries;
    }
    this.#remember(taken.next, place);
    return taken.entries;
  }

  /** The header of the entry `index`, and where its frame lies. Throws `BadFrameError`. */
  async readHeader(
    segment: LiveSegment,
    file: DiskFile,
    index: number,
  ): Promise<{ readonly header: FrameHeader; readonly position: number }> {
    const place = soundPlace(segment, segment.index.placeBefore(index));
    const walk = walkFrom(segment, file, place);
    for (let at = place.index; ; at++) {
      const frame = frameOf(await walk.next({ payload: false }), at);
      if (frame instanceof BadFrameError) throw frame;
      if (at === index) return frame;
    }
  }

  /** The index of the last entry of a segment whose first offset is at most `offset`; one is. Throws `BadFrameError`. */
  async indexOfOffset(segment: LiveSegment, file: DiskFile, offset: number): Promise<number> {
    const place = soundPlace(segment, segment.index.placeBeforeOffset(offset));
    const walk = walkFrom(segment, file, place);
    let found = place.index;
    for (let index = found; index <= segment.lastIndex; index++) {
      const frame = frameOf(await walk.next({ payload: false }), index);
      if (frame instanceof BadFrameError) throw frame;
      if (frame.header.firstOffset > offset) break;
      found = index;
    }
    return found;
  }

  async #positionOf(segment: LiveSegment, file: DiskFile, index: number): Promise<number> {
    const place = segment.index.placeBefore(index);
    return place?.index === index ? place.position : (await this.readHeader(segment, file, index)).position;
  }

  /** The place of the entry, if it is remembered: for one reader. */
  #take(index: number, segment: LiveSegment): ReaderPlace | undefined {
    const place = this.#places.get(index);
    this.#places.delete(index);
    return place?.segment === segment ? place : undefined;
  }

  #remember(index: number, place: ReaderPlace): void {
    this.#places.delete(index);
    this.#places.set(index, place);
    const [oldest] = this.#places.keys();
    if (oldest !== undefined && this.#places.size > SEQUENTIAL_READERS_MAX) this.#places.delete(oldest);
    const [longestAhead, ...others] = [...this.#places.values()].filter(({ ahead }) => ahead !== undefined);
    if (longestAhead !== undefined && others.length >= READ_AHEADS_MAX) longestAhead.ahead = undefined;
  }
}

/** The entries that one read hands out. */
class TakenEntries {
  readonly entries: Entry[] = [];
  readonly #options: ReadOptions;
  #bytesLeft: number;
  #isFull = false;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#bytesLeft = options.bytesMax;
  }

  /** Index of the entry behind them. */
  get next(): number {
    return this.#options.from + this.entries.length;
  }

  get wantsMore(): boolean {
    return !this.#isFull && this.next <= this.#options.to && this.#bytesLeft >= this.#options.bytesMax / 2;
  }

  /** Takes the entries up to `last`, or up to the first that does not fit any more. Throws `BadFrameError`. */
  async takeUpTo(last: number, walk: FrameWalk): Promise<void> {
    while (this.next <= last && !this.#isFull) {
      const step = walk.tryNextWithin(this.entries.length === 0 ? Number.POSITIVE_INFINITY : this.#bytesLeft);
      if (step === undefined) await walk.load();
      else if (step.kind === 'longer') this.#isFull = true;
      else this.#take(step);
    }
  }

  #take(step: Step): void {
    const frame = frameOf(step, this.next);
    if (frame instanceof BadFrameError) throw frame;
    const entry = entryOf(frame.header, frame.payload);
    const last = this.entries.at(-1);
    const misfit = last === undefined ? undefined : mismatch(logEndAfter(last), entry);
    if (misfit !== undefined) throw new BadFrameError(misfit, { position: step.position, index: this.next });
    this.#bytesLeft -= entry.payload.length;
    this.entries.push(entry);
  }
}

/** Its size is what the segment's should be: bytes beyond the end of the file read as zeros, which are no frame. */
function windowOf(segment: LiveSegment, file: DiskFile, chunkBytes = 1): FileWindow {
  return new FileWindow(file, segment.index.endPosition, chunkBytes);
}

/** What to read at once from the frame of an entry on, for a reader who wants payloads of `bytesMax` bytes, up to the entry `to`: at least one entry, and as many as surely are no more than that. */
function chunkAt(
  places: SegmentIndex,
  { index, position }: Pick<FramePlace, 'index' | 'position'>,
  { to, bytesMax }: Pick<ReadOptions, 'to' | 'bytesMax'>,
): Chunk {
  const within = places.placeUpTo(position + Math.min(bytesMax, SEGMENT_READ_BYTES));
  const next = within !== undefined && within.index > index ? within : places.placeBehind(index);
  return next === undefined || next.index > to
    ? { bytes: places.boundBehind(to) - position, last: to, next: undefined }
    : { bytes: next.position - position, last: next.index - 1, next };
}

function readAhead(
  place: FramePlace,
  { segment, file, options }: { readonly segment: LiveSegment; readonly file: DiskFile; readonly options: ReadOptions },
): NonNullable<ReaderPlace['ahead']> {
  const chunk = chunkAt(segment.index, place, options);
  // What cannot be read now is read again by who needs it.
  return { chunk, bytes: readAround(file, place.position, chunk.bytes).catch(() => undefined) };
}

/** A walk through a chunk that is in memory, as far as the file goes. */
async function walkThrough({ bytes }: Chunk, { segment, position, ahead }: ReaderPlace, file: DiskFile): Promise<FrameWalk> {
  const window = windowOf(segment, file);
  const wasRead = await ahead?.bytes;
  if (wasRead !== undefined) window.fill(position, wasRead);
  else await window.bytes(position, bytes);
  return new FrameWalk({ window, path: segment.path, seed: segment.seed, position });
}

/** The place to begin at, if there is one. */
function soundPlace({ firstIndex }: LiveSegment, place: FramePlace | undefined): FramePlace {
  if (place === undefined) throw new BadFrameError('the first entries are damaged', { position: 0, index: firstIndex });
  return place;
}

/** A walk over headers alone. */
function walkFrom(segment: LiveSegment, file: DiskFile, place: FramePlace): FrameWalk {
  const { path, seed } = segment;
  return new FrameWalk({ window: windowOf(segment, file, SEAL_INDEX_STEP_BYTES), path, seed, position: place.position });
}

/** The sound frame of entry `index`, or what is wrong with it. */
function frameOf(step: Step, index: number): Extract<Step, { readonly kind: 'frame' }> | BadFrameError {
  const { position } = step;
  if (step.kind !== 'frame') return new BadFrameError(step.why, { position, index });
  if (step.header.index === index) return step;
  return new BadFrameError(`entry ${step.header.index} lies in the place of another`, { position, index });
}
