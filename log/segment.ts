// The segment that is written to: made, or taken over by recovery; appended to by one synced write each. Reading is for others.
import { createHash, type Hash } from 'node:crypto';
import { defined } from '../consensus/assert.ts';
import { FIRST_SEGMENT_BYTES, LENGTHEN_BYTES, SEGMENT_BYTES, ZERO_AHEAD_BYTES, ZERO_AHEAD_WRITE_BYTES_MAX } from '../consensus/limits.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import type { Entry } from '../consensus/types.ts';
import { alignUp } from './bytes.ts';
import { frameBytes } from './frame.ts';
import { LiveSegment } from './live-segments.ts';
import { logEndAfter } from './log-end.ts';
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES, type SegmentHeader, segmentName, startOf } from './segment-header.ts';
import { SegmentIndex } from './segment-index.ts';
import { writeSmallFile } from './small-file.ts';
import { type EncodedWrite, encodeWrite, WRITE_HEADER_BYTES } from './write-unit.ts';

const ZEROS = new Uint8Array(64 * 1024);

/** Bytes after which a segment is full, unless a single write is larger. */
export interface SegmentSizes {
  readonly segmentBytes: number;
  readonly firstSegmentBytes: number;
}

export const DEFAULT_SEGMENT_SIZES: SegmentSizes = { segmentBytes: SEGMENT_BYTES, firstSegmentBytes: FIRST_SEGMENT_BYTES };

export function capacityOf(header: Pick<SegmentHeader, 'capacity' | 'sequence'>, sizes: SegmentSizes): number {
  return header.capacity ?? (header.sequence === 1 ? sizes.firstSegmentBytes : sizes.segmentBytes);
}

/** How long the file of a segment is at least once a write that ends at `end` is synced: it was zeroed so far ahead. */
export function zeroedTo(end: number, capacity: number): number {
  return Math.max(end, Math.min(alignUp(end + 1, ZERO_AHEAD_BYTES), capacity));
}

/** Zeros from one byte of a file to another, as the parts of a write. */
export function zeros(from: number, to: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = from; at < to; at += ZEROS.length) parts.push(ZEROS.subarray(0, to - at));
  return parts;
}

/** The file of a segment that is written to: what is written is durable at once. */
export function openForAppends(disk: Disk, path: string): Promise<DiskFile> {
  return disk.open(path, { create: false, syncedWrites: true });
}

export class Segment {
  readonly live: LiveSegment;
  readonly #file: DiskFile;
  readonly #capacity: number;
  /** Where the next write begins. */
  #end: number;
  /** The bytes between `#end` and this are zeros that were written; behind it the file may go on, with zeros that were not. */
  #zeroedTo: number;
  /** As a seal's digest, up to the last frame; only known of a segment that this process has made. */
  readonly #hash: Hash | undefined;
  /** What lies between the last frame and `#end`: covered by the hash once another frame follows. */
  #unhashed: Uint8Array = new Uint8Array(0);

  private constructor(opened: { live: LiveSegment; file: DiskFile; sizes: SegmentSizes; end: number; hash: Hash | undefined }) {
    this.live = opened.live;
    this.#file = opened.file;
    this.#capacity = capacityOf(opened.live.header, opened.sizes);
    this.#end = opened.end;
    // Of a longer file nobody knows whether its end was written.
    this.#zeroedTo = Math.min(opened.live.bytes, zeroedTo(opened.end, this.#capacity));
    this.#hash = opened.hash;
  }

  /** Makes the file; when it resolves, header and directory entry are durable. A crash before leaves a temporary name or nothing. */
  static async create(disk: Disk, directory: string, header: SegmentHeader, sizes: SegmentSizes): Promise<Segment> {
    const path = `${directory}/${segmentName(header)}`;
    const block = encodeSegmentHeader(header);
    // Zeroed ahead at once, so that from the beginning a file which is shorter than it was synced is noticed.
    const bytes = zeroedTo(SEGMENT_HEADER_BYTES, capacityOf(header, sizes));
    await writeSmallFile(disk, { directory, name: segmentName(header) }, [block, ...zeros(SEGMENT_HEADER_BYTES, bytes)]);
    const live = new LiveSegment({ path, header, index: new SegmentIndex(startOf(header)), bytes });
    const file = await openForAppends(disk, path);
    return new Segment({ live, file, sizes, end: SEGMENT_HEADER_BYTES, hash: createHash('sha256').update(block) });
  }

  /** Goes on with a segment whose writes end at `end`: from there to the end of the file all is zero. */
  static recovered(options: { live: LiveSegment; file: DiskFile; sizes: SegmentSizes; end: number }): Segment {
    return new Segment({ ...options, hash: undefined });
  }

  /** Where the next write begins; all before is synced. */
  get end(): number {
    return this.#end;
  }

  /** Whether a write of so many bytes belongs into the next segment. */
  isFullFor(bytes: number): boolean {
    return this.#end > SEGMENT_HEADER_BYTES && this.#end + bytes > this.#capacity;
  }

  /**
   * One synced write. A small one that passes what is known to be zeroed zeroes a step ahead, too; where the file is too short, another synced write makes it longer before. Most
   * syncs then need not record a new size.
   */
  async append(entries: readonly Entry[]): Promise<void> {
    const { live } = this;
    const position = this.#end;
    const write = encodeWrite(entries, { seed: live.seed, position });
    const end = position + write.bytes;
    await this.#write(position, write);
    this.#end = end;
    this.#hashBetween(write, behindLastFrame(entries, write));
    for (const [at, entry] of entries.entries()) {
      const framePosition = defined(write.framePositions[at], 'a position');
      const endPosition = framePosition + frameBytes(entry.payload.length);
      const { index, type, firstOffset, timestamp } = entry;
      live.index.add({ index, type, firstOffset, timestamp, position: framePosition, endPosition, end: logEndAfter(entry) });
    }
  }

  /** Before a write that may be whole after a crash, the file is as long as it has to be behind it: a kill may leave of one write all of the entries, and not all of the zeros. */
  async #write(position: number, { parts, bytes }: EncodedWrite): Promise<void> {
    const end = position + bytes;
    const zeroTo = zeroedTo(end, this.#capacity);
    if (zeroTo > this.live.bytes) await this.#lengthen(end, zeroTo);
    const isZeroing = bytes <= ZERO_AHEAD_WRITE_BYTES_MAX && zeroTo > this.#zeroedTo;
    this.#zeroedTo = Math.max(this.#zeroedTo, isZeroing ? zeroTo : end);
    return this.#file.write(position, isZeroing ? [...parts, ...zeros(end, zeroTo)] : parts);
  }

  /** Makes the file long enough for a write that ends here, `atLeast` so long, and for some more like it. */
  async #lengthen(end: number, atLeast: number): Promise<void> {
    const length = Math.max(atLeast, Math.min(alignUp(end + 1, LENGTHEN_BYTES), this.#capacity));
    this.live.bytes = length;
    if (length > end) await this.#file.write(length - 1, zeros(length - 1, length));
  }

  /** The payloads are covered by the chain digests. */
  #hashBetween({ between }: EncodedWrite, restBytes: number): void {
    if (this.#hash === undefined) return;
    const end = between.length - restBytes;
    this.#hash.update(this.#unhashed).update(between.subarray(0, end));
    this.#unhashed = between.slice(end);
  }

  /** What a seal of the segment holds as its digest; `undefined` if the segment must be read for it. */
  digest(): Uint8Array | undefined {
    return this.#hash === undefined ? undefined : new Uint8Array(this.#hash.copy().digest());
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Bytes of a write behind its last frame: padding and the end mark. */
function behindLastFrame(entries: readonly Entry[], write: EncodedWrite): number {
  const lastPosition = defined(write.framePositions.at(-1), 'a position');
  const firstPosition = defined(write.framePositions[0], 'a position');
  const lastBytes = frameBytes(defined(entries.at(-1), 'an entry').payload.length);
  return write.bytes - WRITE_HEADER_BYTES - (lastPosition - firstPosition) - lastBytes;
}
