// Reads the newest segment write by write, up to where the log ends. What is damaged below that is proven to have been synced, by a later write
// or by the hard state, and is a range to repair; what the damaged last sync means is judged in last-sync.ts. FORMAT.md ("Torn or rotten").
import { RECOVERY_READ_BYTES } from '../consensus/limits.ts';
import type { DiskFile } from '../consensus/ports.ts';
import type { DamagedRange, LogPosition } from '../consensus/types.ts';
import { alignUp } from './bytes.ts';
import { FileWindow } from './file-window.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES } from './frame.ts';
import { addSoundFrames, type OpenDamage, scanFrames } from './frame-scan.ts';
import type { SyncedPlace } from './hard-state.ts';
import { judgeLastSync } from './last-sync.ts';
import type { LogEnd } from './log-end.ts';
import { closeAt } from './sealing.ts';
import { SEGMENT_HEADER_BYTES, type SegmentHeader, segmentSeed, startOf } from './segment-header.ts';
import { SegmentIndex } from './segment-index.ts';
import { readWrite } from './write-reader.ts';
import { decodeWriteHeader, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from './write-unit.ts';

/** A range of bytes of one segment. */
export interface ByteRange {
  readonly position: number;
  readonly bytes: number;
}

/** A last sync of which nobody can say whether it was acknowledged. */
export interface UnclearSync {
  readonly position: number;
  readonly why: string;
  /** The highest place that it may have held; `undefined`: nobody knows. */
  readonly claim: LogPosition | undefined;
}

export interface NewestScan {
  readonly index: SegmentIndex;
  /** Where the last whole write ends, and the log there. Behind it `index` holds what is sound at the beginning of an unclear sync. */
  readonly endPosition: number;
  readonly wholeEnd: LogEnd;
  /** What may be in the page cache alone: the last whole write, and what is sound of an unclear sync behind it. */
  readonly unsynced: ByteRange | undefined;
  readonly ranges: readonly DamagedRange[];
  /** What a crash left of a write that was never synced. */
  readonly torn: ByteRange | undefined;
  readonly unclear: UnclearSync | undefined;
  readonly bytesRead: number;
}

/** The segment to read. */
export interface NewestSource {
  readonly window: FileWindow;
  readonly path: string;
  readonly header: SegmentHeader;
  readonly seed: number;
  readonly capacity: number;
}

/** Everything below `position` was synced: the entries before `firstIndex`. */
type Proof = {
  readonly position: number;
  readonly firstIndex: number;
} & (
  | { readonly by: 'hard-state'; readonly end: LogEnd }
  /** Only its first frame says what the log is there. */
  | { readonly by: 'write'; readonly write: WriteHeader }
);

/** Throws `CORRUPT` for what neither a crash nor rot explains, `VERSION` for an unknown type of entry. */
export async function scanNewest(options: {
  readonly file: DiskFile;
  readonly path: string;
  readonly header: SegmentHeader;
  readonly capacity: number;
  /** What the hard state says of this segment. */
  readonly synced: SyncedPlace | undefined;
}): Promise<NewestScan> {
  const { file, header, path, capacity, synced } = options;
  const window = new FileWindow(file, await file.size(), RECOVERY_READ_BYTES);
  const source: NewestSource = { window, path, header, capacity, seed: segmentSeed(header) };
  const index = new SegmentIndex(startOf(header));
  const ranges: DamagedRange[] = [];
  let position = SEGMENT_HEADER_BYTES;
  let lastWrite: ByteRange | undefined;
  for (;;) {
    const write = await readWrite({ ...source, position, end: index.end });
    if (write.kind === 'whole') {
      for (const entry of write.entries) index.add(entry);
      lastWrite = { position, bytes: write.bytes };
      position += write.bytes;
      continue;
    }
    const proof = await furthestProof(source, position, synced);
    const found = { index, endPosition: position, wholeEnd: index.end, ranges };
    if (proof === undefined) {
      const judged = await judgeLastSync({ source, position, write });
      const unsynced = judged.unclear === undefined ? lastWrite : await keepSound({ source, position, index, lastWrite });
      return { ...found, ...judged, unsynced, bytesRead: window.bytesRead };
    }
    const unclear = await readProven({ source, position, proof, index, ranges });
    if (unclear !== undefined) return { ...found, torn: undefined, unclear, unsynced: lastWrite, bytesRead: window.bytesRead };
    position = proof.position;
    lastWrite = undefined;
  }
}

/**
 * Adds the sound frames that an unclear sync begins with: this may be the one good copy of an entry that was acknowledged. Whether it was ever synced or not, the entries were given to this log in this
 * order, and more than was promised harms nobody. Returns what has to be made durable with them.
 */
async function keepSound(options: {
  readonly source: NewestSource;
  readonly position: number;
  readonly index: SegmentIndex;
  readonly lastWrite: ByteRange | undefined;
}): Promise<ByteRange | undefined> {
  const { source, position, index, lastWrite } = options;
  const from = lastWrite?.position ?? position;
  await addSoundFrames({ ...source, position: position + WRITE_HEADER_BYTES, index });
  return index.endPosition <= position ? lastWrite : { position: from, bytes: index.endPosition - from };
}

/** The furthest byte behind `position` of which something says that all before it was synced. */
async function furthestProof(
  { window, seed }: NewestSource,
  position: number,
  synced: SyncedPlace | undefined,
): Promise<Proof | undefined> {
  let proof: Proof | undefined;
  if (synced !== undefined && synced.position > position) {
    proof = { position: synced.position, firstIndex: synced.end.lastIndex + 1, by: 'hard-state', end: synced.end };
  }
  const dataEnd = await window.endOfData(position);
  await window.forEachChunk(position + WRITE_ALIGNMENT, alignUp(dataEnd, WRITE_ALIGNMENT), (chunk, chunkAt) => {
    for (let at = 0; at < chunk.length; at += WRITE_ALIGNMENT) {
      const write = decodeWriteHeader(chunk.subarray(at, at + WRITE_HEADER_BYTES), { seed, position: chunkAt + at });
      if (write === undefined || write.syncedTo !== write.position || write.position <= (proof?.position ?? position)) continue;
      proof = { position: write.position, firstIndex: write.firstIndex, by: 'write', write };
    }
  });
  return proof;
}

/** Adds what is sound between `position` and the proof, and the damage. Returns what is unclear: damage whose end nobody knows. */
async function readProven(options: {
  readonly source: NewestSource;
  readonly position: number;
  readonly proof: Proof;
  readonly index: SegmentIndex;
  readonly ranges: DamagedRange[];
}): Promise<UnclearSync | undefined> {
  const { source, position, proof, index, ranges } = options;
  const { window, path, seed } = source;
  const scan = await scanFrames({ window, path, seed, position, toPosition: proof.position, index, limit: proof.firstIndex });
  ranges.push(...scan.ranges);
  if (proof.by === 'hard-state') {
    ranges.push(...closeAt(proof.end, { scan: { ranges: [], open: scan.open }, index, path }).ranges);
    return undefined;
  }
  if (scan.open === undefined) return undefined;
  const end = await endBefore(source, proof, index);
  if (end === undefined) return unclearBefore(scan.open, { write: proof.write, dataEnd: await window.endOfData(proof.position) });
  ranges.push(...closeAt(end, { scan: { ranges: [], open: scan.open }, index, path }).ranges);
  return undefined;
}

/** What the log is before the first frame of a write, as that frame says. */
async function endBefore({ window, seed }: NewestSource, proof: Proof, index: SegmentIndex): Promise<LogEnd | undefined> {
  const position = proof.position + WRITE_HEADER_BYTES;
  const decoded = decodeFrameHeader(await window.bytes(position, FRAME_HEADER_BYTES), { seed, position });
  if (decoded.kind !== 'frame' || decoded.header.index !== proof.firstIndex) return undefined;
  const { previousDigest, firstOffset } = decoded.header;
  return { lastIndex: proof.firstIndex - 1, lastTerm: index.end.lastTerm, nextOffset: firstOffset, lastDigest: previousDigest };
}

/** Damage right before a write whose first frame is damaged, too: nobody knows the digest that a repair would have to reach. */
function unclearBefore(open: OpenDamage, { write, dataEnd }: { readonly write: WriteHeader; readonly dataEnd: number }): UnclearSync {
  // What lies behind it is of another write, of which nothing is known.
  const isLast = dataEnd <= write.position + write.bytes;
  const claim = isLast ? { term: write.lastTerm, index: write.firstIndex - 1 + write.frames } : undefined;
  return { position: open.position, why: open.why, claim };
}
