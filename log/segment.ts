// One segment file: made, opened, written to and read from. What is in it is verified by whoever reads; what is live is the log's to know.

import { defined } from '../consensus/assert.ts';
import { FIRST_SEGMENT_BYTES, SEGMENT_BYTES, ZERO_AHEAD_BYTES } from '../consensus/limits.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import type { Entry } from '../consensus/types.ts';
import { alignUp } from './bytes.ts';
import { chainDigest } from './chain-digest.ts';
import { checksum } from './crc.ts';
import type { EntryPlace } from './entry-index.ts';
import { corrupt, ioFailed, unknownVersion } from './errors.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, type FrameHeader } from './frame.ts';
import {
  decodeSegmentHeader,
  encodeSegmentHeader,
  SEGMENT_HEADER_BYTES,
  type SegmentHeader,
  segmentName,
  segmentSeed,
} from './segment-header.ts';
import { TEMPORARY_SUFFIX } from './small-file.ts';
import { encodeWrite } from './write-unit.ts';

const ZEROS = new Uint8Array(64 * 1024);

/** Bytes after which a segment is full, unless a single write is larger. */
export interface SegmentSizes {
  readonly segmentBytes: number;
  readonly firstSegmentBytes: number;
}

export const DEFAULT_SEGMENT_SIZES: SegmentSizes = { segmentBytes: SEGMENT_BYTES, firstSegmentBytes: FIRST_SEGMENT_BYTES };

export class Segment {
  readonly header: SegmentHeader;
  readonly path: string;
  readonly file: DiskFile;
  /** What binds every checksum to this segment. */
  readonly seed: number;
  /** Of the last entry that was written or recovered; 0 before the first. */
  lastTimestamp = 0;
  readonly #capacity: number;
  /** Where the next write begins. */
  #end: number;
  /** The file is at least this long, and zero from `#end` on. */
  #zeroedTo: number;
  #holders = 0;
  #whenIdle: (() => void) | undefined;

  private constructor(opened: { header: SegmentHeader; path: string; file: DiskFile; bytes: number; sizes: SegmentSizes }) {
    const { header, sizes } = opened;
    this.header = header;
    this.path = opened.path;
    this.file = opened.file;
    this.seed = segmentSeed(header);
    this.#capacity = header.sequence === 1 ? sizes.firstSegmentBytes : sizes.segmentBytes;
    this.#end = SEGMENT_HEADER_BYTES;
    this.#zeroedTo = opened.bytes;
  }

  /** Makes the file; when it resolves, header and directory entry are durable. A crash before leaves a temporary name or nothing. */
  static async create(disk: Disk, directory: string, header: SegmentHeader, sizes: SegmentSizes): Promise<Segment> {
    const path = `${directory}/${segmentName(header)}`;
    const file = await disk.open(path + TEMPORARY_SUFFIX, { create: true });
    try {
      await file.write(0, [encodeSegmentHeader(header)]);
      await file.sync();
      await disk.rename(path + TEMPORARY_SUFFIX, path);
      await disk.syncDirectory(directory);
    } catch (error) {
      await file.close();
      throw error;
    }
    return new Segment({ header, path, file, bytes: SEGMENT_HEADER_BYTES, sizes });
  }

  /** Opens the file and checks its header. Throws `CORRUPT` or `VERSION`. The caller sets the end once it knows it. */
  static async open(disk: Disk, path: string, sizes: SegmentSizes): Promise<Segment> {
    const file = await disk.open(path, { create: false });
    try {
      const header = decodeSegmentHeader(await file.read(0, SEGMENT_HEADER_BYTES), path);
      return new Segment({ header, path, file, bytes: await file.size(), sizes });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get end(): number {
    return this.#end;
  }

  /** Where recovery found the end; from there to the end of the file all is zero. */
  recoveredEnd(position: number): void {
    this.#end = position;
  }

  /** Whether a write of so many bytes belongs into the next segment. */
  isFullFor(bytes: number): boolean {
    return this.#end > SEGMENT_HEADER_BYTES && this.#end + bytes > this.#capacity;
  }

  /**
   * One write and one fdatasync. Where it passes what is known to be zeroed, the same write zeroes a step ahead: later syncs then need
   * not record a new size of the file, and what a crash can leave (old bytes, which are zeros or past the end) stays the same.
   */
  async append(entries: readonly Entry[]): Promise<EntryPlace[]> {
    const position = this.#end;
    const write = encodeWrite(entries, { seed: this.seed, position });
    const end = position + write.bytes;
    if (end > this.#zeroedTo) {
      const zeroTo = Math.max(end, Math.min(alignUp(end + 1, ZERO_AHEAD_BYTES), this.#capacity));
      for (let at = end; at < zeroTo; at += ZEROS.length) write.parts.push(ZEROS.subarray(0, zeroTo - at));
      this.#zeroedTo = zeroTo;
    }
    await this.file.write(position, write.parts);
    await this.file.sync();
    this.#end = end;
    this.lastTimestamp = entries.at(-1)?.timestamp ?? 0;
    return entries.map((entry, at) => ({
      segment: this.header.sequence,
      position: defined(write.framePositions[at], 'a position'),
      payloadBytes: entry.payload.length,
      firstOffset: entry.firstOffset,
    }));
  }

  /** Header of the frame of entry `index` at `position`, verified. */
  async readFrameHeader(index: number, position: number): Promise<FrameHeader> {
    return this.#frameHeader(await this.#read(position, FRAME_HEADER_BYTES), { index, position });
  }

  /** The entries `fromIndex`, `fromIndex` + 1, … that lie at these places of this segment, each verified: header, place, payload. */
  async readEntries(fromIndex: number, places: readonly EntryPlace[]): Promise<Entry[]> {
    const first = places[0];
    const last = places.at(-1);
    if (first === undefined || last === undefined) return [];
    const start = first.position;
    const bytes = await this.#read(start, last.position + FRAME_HEADER_BYTES + last.payloadBytes - start);
    return places.map(({ position }, at) => {
      const index = fromIndex + at;
      const headerEnd = position - start + FRAME_HEADER_BYTES;
      const header = this.#frameHeader(bytes.subarray(position - start, headerEnd), { index, position });
      const payload = bytes.subarray(headerEnd, headerEnd + header.payloadBytes);
      if (payload.length !== header.payloadBytes || checksum(payload) !== header.payloadChecksum) {
        throw corrupt('the payload of an entry does not match its checksum', { file: this.path, position, index });
      }
      return entryOf(header, payload);
    });
  }

  #frameHeader(bytes: Uint8Array, place: { index: number; position: number }): FrameHeader {
    const { index, position } = place;
    const where = { file: this.path, position, index };
    if (bytes.length < FRAME_HEADER_BYTES) throw corrupt('a segment ends before its entries do', where);
    const decoded = decodeFrameHeader(bytes, { seed: this.seed, position });
    if (decoded.kind === 'unknown-type') throw unknownVersion(`an entry has the unknown type ${decoded.code}`, where);
    if (decoded.kind === 'bad') throw corrupt(decoded.why, where);
    if (decoded.header.index !== index) throw corrupt(`entry ${decoded.header.index} lies in the place of another`, where);
    return decoded.header;
  }

  async #read(position: number, length: number): Promise<Uint8Array> {
    try {
      return await this.file.read(position, length);
    } catch (error) {
      throw ioFailed('cannot read the log', this.path, error);
    }
  }

  /** Bytes of the file. */
  get bytes(): number {
    return Math.max(this.#end, this.#zeroedTo);
  }

  /** Keeps the file open until `release`. */
  hold(): void {
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    if (this.#holders === 0) this.#whenIdle?.();
  }

  /** Closes the file once nobody holds it any more. */
  async retire(): Promise<void> {
    if (this.#holders > 0) {
      await new Promise<void>((resolve) => {
        this.#whenIdle = resolve;
      });
    }
    await this.close();
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

/** The entry of a frame whose payload was checked. */
export function entryOf(header: FrameHeader, payload: Uint8Array): Entry {
  const { index, term, type, timestamp, firstOffset, count, previousDigest } = header;
  const body = { term, type, timestamp, firstOffset, count, payload };
  return { index, ...body, previousDigest, digest: chainDigest(previousDigest, index, body) };
}
