// What a node's disk durably holds of its log, read from the outside: every sound frame of every live segment, whatever is damaged around it.
// The nemesis must know, and asks no node. Borrows the layout from log/, none of its decisions.
import { checksum } from '../../log/crc.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, frameBytes } from '../../log/frame.ts';
import { decodeSegmentHeader, parseSegmentName, SEGMENT_HEADER_BYTES, segmentSeed } from '../../log/segment-header.ts';
import { decodeWriteHeader, WRITE_ALIGNMENT, WRITE_HEADER_BYTES } from '../../log/write-unit.ts';
import type { DirectoryImage, FileImage } from './disk-image.ts';

export interface FrameImage {
  readonly index: number;
  readonly term: number;
  /** The payload matches its checksum. */
  readonly isSound: boolean;
}

/** A write of which the header is sound. */
export interface WriteImage {
  readonly position: number;
  readonly end: number;
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly frames: readonly FrameImage[];
}

export interface SegmentImage {
  readonly name: string;
  readonly file: FileImage;
  readonly sequence: number;
  readonly firstIndex: number;
  /** What lies at or above it is void. */
  readonly limit: number;
  readonly isHeaderSound: boolean;
  readonly isNewest: boolean;
  readonly writes: readonly WriteImage[];
}

/** The live segments of a partition's directory, oldest first, as a power cut now would leave them. */
export function readLogImage(
  directory: DirectoryImage,
  owner: { readonly incarnation: string; readonly partition: number },
): SegmentImage[] {
  const found: { name: string; file: FileImage; sequence: number; firstIndex: number; isHeaderSound: boolean; isAnew: boolean }[] = [];
  for (const [name, node] of directory.durable()) {
    const key = parseSegmentName(name);
    if (key === undefined || node.kind !== 'file') continue;
    const header = headerOf(node);
    found.push({ name, file: node, ...key, isHeaderSound: header !== undefined, isAnew: header?.reason === 'snapshot' });
  }
  found.sort((left, right) => left.sequence - right.sequence);
  let live: typeof found = [];
  for (const segment of found) {
    if (segment.isAnew) live = [];
    while ((live.at(-1)?.firstIndex ?? 0) >= segment.firstIndex) live.pop();
    live.push(segment);
  }
  return live.map(({ name, file, sequence, firstIndex, isHeaderSound }, at) => {
    const limit = live[at + 1]?.firstIndex ?? Number.POSITIVE_INFINITY;
    const seed = segmentSeed({ ...owner, sequence });
    return { name, file, sequence, firstIndex, limit, isHeaderSound, isNewest: at === live.length - 1, writes: writesOf(file, seed) };
  });
}

function headerOf(file: FileImage) {
  try {
    return decodeSegmentHeader(file.durable().slice(0, SEGMENT_HEADER_BYTES), '');
  } catch {
    return undefined;
  }
}

function writesOf(file: FileImage, seed: number): WriteImage[] {
  const bytes = file.durable();
  const writes: WriteImage[] = [];
  for (let at = SEGMENT_HEADER_BYTES; at + WRITE_HEADER_BYTES <= bytes.length; ) {
    // The mark of a header, before anything is decoded.
    const header =
      bytes[at + WRITE_HEADER_BYTES - 1] === 0
        ? undefined
        : decodeWriteHeader(bytes.subarray(at, at + WRITE_HEADER_BYTES), { seed, position: at });
    if (header === undefined) {
      at += WRITE_ALIGNMENT;
      continue;
    }
    const end = at + header.bytes;
    const { firstIndex, frames } = header;
    writes.push({ position: at, end, firstIndex, lastIndex: firstIndex + frames - 1, frames: framesOf(bytes, { at, end, seed }) });
    at = end;
  }
  return writes;
}

function framesOf(bytes: Uint8Array, write: { readonly at: number; readonly end: number; readonly seed: number }): FrameImage[] {
  const frames: FrameImage[] = [];
  for (let position = write.at + WRITE_HEADER_BYTES; position + FRAME_HEADER_BYTES <= Math.min(write.end, bytes.length); ) {
    const decoded = decodeFrameHeader(bytes.subarray(position, position + FRAME_HEADER_BYTES), { seed: write.seed, position });
    if (decoded.kind !== 'frame') break;
    const { index, term, payloadBytes, payloadChecksum } = decoded.header;
    const payload = bytes.subarray(position + FRAME_HEADER_BYTES, position + FRAME_HEADER_BYTES + payloadBytes);
    frames.push({ index, term, isSound: payload.length === payloadBytes && checksum(payload) === payloadChecksum });
    position += frameBytes(payloadBytes);
  }
  return frames;
}

/** Whether one of these segments has this entry, live and sound, and the next start will not take it for the end of an unclear sync. */
export function holdsSound(segments: readonly SegmentImage[], entry: { readonly index: number; readonly term: number }): boolean {
  return segments.some(
    ({ limit, writes, isNewest }) =>
      entry.index < limit &&
      writes.some((write) =>
        (isNewest && write === writes.at(-1) ? soundStartOf(write) : write.frames).some(
          ({ index, term, isSound }) => isSound && index === entry.index && term === entry.term,
        ),
      ),
  );
}

/** The frames of a last write that are kept if anything in it is damaged: up to the first that is (FORMAT.md, "Torn or rotten"). */
function soundStartOf({ frames }: WriteImage): readonly FrameImage[] {
  const bad = frames.findIndex(({ isSound }) => !isSound);
  return bad < 0 ? frames : frames.slice(0, bad);
}
