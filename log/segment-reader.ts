// Reads entries of one segment by its sparse index: finds the frame, verifies each on the way, and remembers where readers that go on are.
import { READ_AHEADS_MAX, SEAL_INDEX_STEP_BYTES, SEGMENT_READ_BYTES, SEQUENTIAL_READERS_MAX } from '../consensus/limits.ts';
import type { DiskFile } from '../consensus/ports.ts';
import type { Entry } from '../consensus/types.ts';
import { entryOf } from './chain-digest.ts';
import { FileWindow } from './file-window.ts';
import { FRAME_HEADER_BYTES, type FrameHeader } from './frame.ts';
import { FrameWalk, type Step } from './frame-walk.ts';
import type { LiveSegment } from './live-segments.ts';
import { logEndAfter, mismatch } from './log-end.ts';
import type { FramePlace } from './segment-index.ts';
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

interface ReaderPlace {
  readonly segment: LiveSegment;
  readonly position: number;
  /** The bytes from there on, which are being read or were; `undefined` in it if that failed. */
  ahead?: Promise<Uint8Array | undefined> | undefined;
}

export class SegmentReader {
  /** Where the entry of this index lies, for who reads on; the one used longest ago first. */
  readonly #places = new Map<number, ReaderPlace>();

  /**
   * Entries `from`..`to` of a segment, verified, each continuing the one before; stops before payloads pass `bytesMax`, but not before one. Throws
   * `BadFrameError`; what was read before the bad frame is handed out first. For who reads on, from where another read ended, the next bytes are read ahead:
   * while these entries are hashed, and used.
   */
  async read(segment: LiveSegment, file: DiskFile, options: ReadOptions): Promise<Entry[]> {
    const { from, to, bytesMax } = options;
    const remembered = this.#take(from, segment);
    const position = remembered?.position ?? (await this.#positionOf(segment, file, from));
    const window = windowOf(segment, file);
    const ahead = await remembered?.ahead;
    if (ahead !== undefined) window.fill(position, ahead);
    const walk = new FrameWalk({ window, path: segment.path, seed: segment.seed, position });
    const entries: Entry[] = [];
    let bytesLeft = bytesMax;
    for (let index = from; index <= to; ) {
      const step = walk.tryNextWithin(entries.length === 0 ? Number.POSITIVE_INFINITY : bytesLeft);
      if (step === undefined) {
        await walk.load((at) => spanOf(segment, at, { index, to, bytesMax: bytesLeft }));
        continue;
      }
      if (step.kind === 'longer') {
        const place: ReaderPlace = { segment, position: walk.position };
        this.#remember(index, place);
        if (remembered !== undefined) this.#readAhead(place, file, spanOf(segment, place.position, { index, to, bytesMax }));
        return entries;
      }
      const frame = frameOf(step, index);
      if (frame instanceof BadFrameError) return orThrow(entries, frame);
      const entry = entryOf(frame.header, frame.payload);
      const last = entries.at(-1);
      const misfit = last === undefined ? undefined : mismatch(logEndAfter(last), entry);
      if (misfit !== undefined) return orThrow(entries, new BadFrameError(misfit, { position: step.position, index }));
      bytesLeft -= entry.payload.length;
      entries.push(entry);
      index++;
    }
    this.#remember(to + 1, { segment, position: walk.position });
    return entries;
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
  }

  #readAhead(place: ReaderPlace, file: DiskFile, bytes: number): void {
    // What cannot be read now is read again by who needs it.
    place.ahead = readAround(file, place.position, bytes).catch(() => undefined);
    const [oldest, ...others] = [...this.#places.values()].filter(({ ahead }) => ahead !== undefined);
    if (oldest !== undefined && others.length >= READ_AHEADS_MAX) oldest.ahead = undefined;
  }
}

/** Its size is what the segment's should be: bytes beyond the end of the file read as zeros, which are no frame. */
function windowOf(segment: LiveSegment, file: DiskFile, chunkBytes = 1): FileWindow {
  return new FileWindow(file, segment.index.endPosition, chunkBytes);
}

/**
 * How many bytes are read at once from `position` on, where the entry `index` begins, for entries up to `to` with payloads of `bytesMax` bytes: whole frames, and the header behind
 * them, which says how long the next one is.
 */
function spanOf(
  { index: places }: LiveSegment,
  position: number,
  { index, to, bytesMax }: { readonly index: number; readonly to: number; readonly bytesMax: number },
): number {
  const end = places.boundBehind(to);
  const wanted = position + Math.min(bytesMax, SEGMENT_READ_BYTES) + 2 * SEAL_INDEX_STEP_BYTES;
  if (end <= wanted) return end - position;
  const frame = places.frameUpTo(wanted);
  return (frame > position ? frame : places.boundBehind(index)) + FRAME_HEADER_BYTES - position;
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

function orThrow(entries: Entry[], error: BadFrameError): Entry[] {
  if (entries.length > 0) return entries;
  throw error;
}
