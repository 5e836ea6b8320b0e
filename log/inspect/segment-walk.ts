// Reads one segment file from front to back and says everything that is in it, damage included: behind damage it goes on at the next sound header.
// A second opinion: it shares the byte layouts with recovery, and none of its judgement. Knows nothing of what is live, void, torn or rotten.
import type { DiskFile } from '../../consensus/ports.ts';
import { alignUp, isZero, viewOf } from '../bytes.ts';
import { checksum } from '../crc.ts';
import { FileWindow } from '../file-window.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, type FrameHeader, frameBytes } from '../frame.ts';
import { SEGMENT_HEADER_BYTES } from '../segment-header.ts';
import { decodeWriteHeader, END_MARK_BYTES, isEndMark, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';

/** Every header begins at a multiple of this. */
const FRAME_ALIGNMENT = 8;
/** Bytes looked through at once for the next sound header. */
const SEARCH_BYTES = 1024 * 1024;

/** A sound header of a write. Its frames follow, then `write-end`. */
export interface WalkedWrite {
  readonly kind: 'write';
  readonly position: number;
  readonly checksum: number;
  readonly header: WriteHeader;
}

/** A frame whose header is sound. */
export interface WalkedFrame {
  readonly kind: 'frame';
  readonly position: number;
  readonly headerChecksum: number;
  readonly header: FrameHeader;
  /** As it lies there, whether its checksum holds or not. Valid until the next record. */
  readonly payload: Uint8Array;
  readonly payloadChecksumHolds: boolean;
  /** Whether the zeros behind the payload are zeros. */
  readonly paddingHolds: boolean;
}

export type DamagedPart = 'write-header' | 'frame-header' | 'end-mark' | 'padding';

/** Bytes that hold nothing sound. */
export interface WalkedDamage {
  readonly kind: 'damage';
  readonly part: DamagedPart;
  readonly position: number;
  readonly bytes: number;
  readonly what: string;
}

export type SegmentRecord =
  | WalkedWrite
  | WalkedFrame
  | WalkedDamage
  | { readonly kind: 'write-end'; readonly position: number }
  /** From here on there are only zeros, or nothing. */
  | { readonly kind: 'end'; readonly position: number };

export interface WalkedSegment {
  readonly file: DiskFile;
  readonly size: number;
  readonly seed: number;
}

/** Everything behind the header of the segment, in the order of the file. At most one entry is in memory at a time. */
export async function* walkSegment(segment: WalkedSegment): AsyncGenerator<SegmentRecord, undefined, undefined> {
  const walk = new Walk(segment);
  let position = SEGMENT_HEADER_BYTES;
  // Inside a write whose header is damaged, and whose end was not found.
  let isInside = false;
  for (;;) {
    const write = await walk.writeAt(position);
    if (write !== undefined) {
      yield* walk.write(write);
      position += write.header.bytes;
      isInside = false;
      continue;
    }
    const dataEnd = await walk.dataEnd();
    if (position >= dataEnd) {
      yield { kind: 'end', position };
      return undefined;
    }
    const found = await walk.search(position + FRAME_ALIGNMENT, dataEnd);
    const to = found?.position ?? dataEnd;
    const place = { position, bytes: to - position };
    if (isInside) yield { kind: 'damage', part: 'frame-header', ...place, what: 'the header of a frame is damaged' };
    else yield { kind: 'damage', part: 'write-header', ...place, what: 'the header of a write is damaged' };
    position = to;
    if (found?.kind === 'frame') {
      position = yield* walk.orphans(to);
      isInside = !(await walk.endsAt(position));
    }
  }
}

class Walk {
  readonly #window: FileWindow;
  readonly #seed: number;
  #dataEnd: number | undefined;

  constructor({ file, size, seed }: WalkedSegment) {
    this.#window = new FileWindow(file, size);
    this.#seed = seed;
  }

  /** Position after the last byte of the file that is not zero. */
  async dataEnd(): Promise<number> {
    this.#dataEnd ??= await this.#window.endOfData(SEGMENT_HEADER_BYTES);
    return this.#dataEnd;
  }

  /** The write whose sound header is at `position`. */
  async writeAt(position: number): Promise<WalkedWrite | undefined> {
    if (position % WRITE_ALIGNMENT !== 0) return undefined;
    const bytes = await this.#window.bytes(position, WRITE_HEADER_BYTES);
    const header = decodeWriteHeader(bytes, { seed: this.#seed, position });
    const isPossible =
      header !== undefined &&
      header.bytes % WRITE_ALIGNMENT === 0 &&
      header.bytes >= WRITE_HEADER_BYTES + header.frames * FRAME_HEADER_BYTES + END_MARK_BYTES;
    return isPossible ? { kind: 'write', position, checksum: viewOf(bytes).getUint32(0, true), header } : undefined;
  }

  /** The records of a write, from its header to its end mark. */
  async *write(write: WalkedWrite): AsyncGenerator<SegmentRecord, undefined, undefined> {
    yield write;
    const end = write.position + write.header.bytes - END_MARK_BYTES;
    let at = write.position + WRITE_HEADER_BYTES;
    let isCounted = true;
    for (let frames = 0; !isCounted || frames < write.header.frames; frames++) {
      const frame = await this.#frameAt(at, end);
      if (typeof frame !== 'string') {
        yield frame;
        at += frameBytes(frame.payload.length);
        continue;
      }
      // How many frames were lost is not known: from here on only the zeros before the end mark say that there are no more.
      if (!isCounted && (await this.#isZero(at, end))) break;
      isCounted = false;
      const found = await this.search(at + FRAME_ALIGNMENT, end, 'frame');
      const to = found?.position ?? end;
      yield { kind: 'damage', part: 'frame-header', position: at, bytes: to - at, what: frame };
      at = to;
      if (found === undefined) break;
    }
    if (!(await this.#isZero(at, end))) {
      yield { kind: 'damage', part: 'padding', position: at, bytes: end - at, what: 'the zeros before the end of a write are none' };
    }
    if (!isEndMark(await this.#window.bytes(end, END_MARK_BYTES))) {
      const what = 'the mark at the end of a write is missing or wrong';
      yield { kind: 'damage', part: 'end-mark', position: end, bytes: END_MARK_BYTES, what };
    }
    yield { kind: 'write-end', position: end + END_MARK_BYTES };
  }

  /** Frames one after the other whose write has no sound header, from `position` on. Returns where they, or their write, end. */
  async *orphans(position: number): AsyncGenerator<SegmentRecord, number, undefined> {
    let at = position;
    for (;;) {
      const frame = await this.#frameAt(at, Number.MAX_SAFE_INTEGER);
      if (typeof frame === 'string') break;
      yield frame;
      at += frameBytes(frame.payload.length);
    }
    const writeEnd = alignUp(at + END_MARK_BYTES, WRITE_ALIGNMENT);
    if (!(await this.endsAt(writeEnd))) return at;
    yield { kind: 'write-end', position: writeEnd };
    return writeEnd;
  }

  /** Whether the mark of a write's end is right before `position`. */
  async endsAt(position: number): Promise<boolean> {
    return position % WRITE_ALIGNMENT === 0 && isEndMark(await this.#window.bytes(position - END_MARK_BYTES, END_MARK_BYTES));
  }

  /** The next sound header from `from` on and before `to`: every header says at its byte 8 where it lies. */
  async search(
    from: number,
    to: number,
    kind?: 'frame',
  ): Promise<{ readonly kind: 'write' | 'frame'; readonly position: number } | undefined> {
    for (let start = from; start < to; start += SEARCH_BYTES) {
      const length = Math.min(SEARCH_BYTES, to - start);
      const bytes = await this.#window.bytes(start, length + FRAME_HEADER_BYTES);
      const view = viewOf(bytes);
      for (let at = 0; at < length; at += FRAME_ALIGNMENT) {
        const position = start + at;
        if (view.getUint32(at + 8, true) !== position) continue;
        const place = { seed: this.#seed, position };
        if (decodeFrameHeader(bytes.subarray(at, at + FRAME_HEADER_BYTES), place).kind === 'frame') return { kind: 'frame', position };
        if (kind !== 'frame' && (await this.writeAt(position)) !== undefined) return { kind: 'write', position };
      }
    }
    return undefined;
  }

  /** The frame at `at`, which ends before `end`, or why there is none. */
  async #frameAt(at: number, end: number): Promise<WalkedFrame | string> {
    if (at + FRAME_HEADER_BYTES > end) return 'the frames of a write do not fit into it';
    const bytes = await this.#window.bytes(at, FRAME_HEADER_BYTES);
    const decoded = decodeFrameHeader(bytes, { seed: this.#seed, position: at });
    if (decoded.kind === 'unknown-type') return `an entry has the unknown type ${decoded.code}: a later version wrote it`;
    if (decoded.kind === 'bad') return decoded.why;
    const { header } = decoded;
    const total = frameBytes(header.payloadBytes);
    if (at + total > end) return 'a frame passes the end of its write';
    const body = await this.#window.bytes(at + FRAME_HEADER_BYTES, total - FRAME_HEADER_BYTES);
    const payload = body.subarray(0, header.payloadBytes);
    return {
      kind: 'frame',
      position: at,
      headerChecksum: viewOf(bytes).getUint32(0, true),
      header,
      payload,
      payloadChecksumHolds: checksum(payload) === header.payloadChecksum,
      paddingHolds: isZero(body, header.payloadBytes),
    };
  }

  async #isZero(from: number, to: number): Promise<boolean> {
    for (let at = from; at < to; at += SEARCH_BYTES) {
      if (!isZero(await this.#window.bytes(at, Math.min(SEARCH_BYTES, to - at)))) return false;
    }
    return true;
  }
}
