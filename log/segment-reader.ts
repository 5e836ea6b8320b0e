// Reads entries of one segment by its sparse index: finds the frame, verifies each on the way, and remembers where readers that go on are.
import {
  ENTRY_PAYLOAD_BYTES_MAX,
  READ_AHEADS_MAX,
  SEAL_INDEX_STEP_BYTES,
  SEGMENT_READ_BYTES,
  SEQUENTIAL_READERS_MAX,
} from '../consensus/limits.ts';
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

/** No step of the index is longer: in what lies behind there is damage. */
const CHUNK_BYTES_MAX = SEGMENT_READ_BYTES + ENTRY_PAYLOAD_BYTES_MAX;

interface ReadOptions {
  readonly from: number;
  readonly to: number;
  readonly bytesMax: number;
  /** What was read before was not sound: nothing that was read ahead is used. */
  readonly isAgain: boolean;
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
   * Entries from `from` on, at most up to `to`, verified, each continuing the one before: at least one, and those that follow as far as they were read with it and their payloads do not
   * pass `bytesMax`. Throws `BadFrameError`; what was read before the bad frame is handed out first. For who reads on from where another read ended, the next chunk is read while
   * this one is verified, and used.
   */
  async read(segment: LiveSegment, file: DiskFile, options: ReadOptions): Promise<Entry[]> {
    const { from, to, isAgain } = options;
    const remembered = isAgain ? undefined : this.#take(from, segment);
    const place = remembered ?? { segment, position: await this.#positionOf(segment, file, from) };
    const chunk = place.ahead?.chunk ?? chunkAt(segment.index, { index: from, position: place.position }, options);
    const walk = await walkThrough(chunk, place, file);
    const next = chunk.next !== undefined && chunk.next.index <= to ? chunk.next : undefined;
    const ahead = remembered === undefined || next === undefined ? undefined : readAhead(next, { segment, file, options });
    const taken: Entry[] = [];
    const error = await takeEntries(walk, { ...options, to: Math.min(to, chunk.last) }, taken);
    if (taken.length === 0 && error !== undefined) throw error;
    const end = from + taken.length;
    if (error === undefined)
      this.#remember(end, end === next?.index ? { segment, position: next.position, ahead } : { segment, position: walk.position });
    return taken;
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
    // Of two readers in step the later one leaves what was read ahead for the other.
    const other = this.#take(index, place.segment);
    this.#places.set(index, place.ahead === undefined && other !== undefined ? other : place);
    const [oldest] = this.#places.keys();
    if (oldest !== undefined && this.#places.size > SEQUENTIAL_READERS_MAX) this.#places.delete(oldest);
    const [longestAhead, ...others] = [...this.#places.values()].filter(({ ahead }) => ahead !== undefined);
    if (longestAhead !== undefined && others.length >= READ_AHEADS_MAX) longestAhead.ahead = undefined;
  }
}

/** Takes the entries `from`..`to` from a walk that begins at the first of them, as far as they fit; if it meets what is none of them, that is the result. */
async function takeEntries(
  walk: FrameWalk,
  { from, to, bytesMax }: Pick<ReadOptions, 'from' | 'to' | 'bytesMax'>,
  taken: Entry[],
): Promise<BadFrameError | undefined> {
  let bytesLeft = bytesMax;
  for (let index = from; index <= to; ) {
    const step = walk.tryNextWithin(index === from ? Number.POSITIVE_INFINITY : bytesLeft);
    if (step === undefined) {
      await walk.load();
      continue;
    }
    if (step.kind === 'longer') return undefined;
    const frame = frameOf(step, index);
    if (frame instanceof BadFrameError) return frame;
    const entry = entryOf(frame.header, frame.payload);
    const last = taken.at(-1);
    const misfit = last === undefined ? undefined : mismatch(logEndAfter(last), entry);
    if (misfit !== undefined) return new BadFrameError(misfit, { position: step.position, index });
    bytesLeft -= entry.payload.length;
    taken.push(entry);
    index++;
  }
  return undefined;
}

/** Its size is what the segment's should be: bytes beyond the end of the file read as zeros, which are no frame. */
function windowOf(segment: LiveSegment, file: DiskFile, chunkBytes = 1): FileWindow {
  return new FileWindow(file, segment.index.endPosition, chunkBytes);
}

/** What to read at once from the frame of an entry on, for a reader who wants payloads of `bytesMax` bytes, up to the entry `to`: up to a place of the index, with as many entries as surely are no more than that, or one step of the index. */
function chunkAt(
  places: SegmentIndex,
  { index, position }: Pick<FramePlace, 'index' | 'position'>,
  { to, bytesMax }: Pick<ReadOptions, 'to' | 'bytesMax'>,
): Chunk {
  const within = places.placeUpTo(position + Math.min(bytesMax, SEGMENT_READ_BYTES));
  const behind = within !== undefined && within.index > index ? within : places.placeBehind(index);
  const next = behind === undefined || behind.index > to ? undefined : behind;
  const end = next?.position ?? places.boundBehind(to);
  return { bytes: Math.min(end - position, CHUNK_BYTES_MAX), last: next === undefined ? to : next.index - 1, next };
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
