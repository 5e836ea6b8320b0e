// Makes the seals of segments that are no longer written to, and finds again what they say. A seal is derived: losing one costs a start some
// reading, nothing else.
import { SEGMENT_READ_BYTES } from '../consensus/limits.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import type { DamagedRange, Entry } from '../consensus/types.ts';
import { corrupt } from './errors.ts';
import { FileWindow } from './file-window.ts';
import { closed, type FrameScan, type OpenDamage, scanFrames } from './frame-scan.ts';
import { isSameEnd, type LogEnd } from './log-end.ts';
import { decodeSeal, encodeSeal, type NewSeal, SEAL_BYTES_MAX, type Seal, sealName } from './seal.ts';
import type { SealDigest } from './seal-digest.ts';
import { SEGMENT_HEADER_BYTES, type SegmentHeader, segmentSeed, startOf } from './segment-header.ts';
import { SegmentIndex } from './segment-index.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

/** Durable when it resolves; in the place of an older one, if there is one. */
export function writeSeal(disk: Disk, directory: string, seal: NewSeal): Promise<void> {
  return writeSmallFile(disk, { directory, name: sealName(seal.header) }, encodeSeal(seal));
}

/** The seal of a segment, whose file is there; `undefined` if it is not sound. */
export async function readSeal(
  disk: Disk,
  directory: string,
  header: Pick<SegmentHeader, 'incarnation' | 'partition' | 'sequence' | 'firstIndex'>,
): Promise<Seal | undefined> {
  const seal = decodeSeal(await readSmallFile(disk, `${directory}/${sealName(header)}`, SEAL_BYTES_MAX), header);
  return seal?.header.firstIndex === header.firstIndex ? seal : undefined;
}

/** What a segment that others continue holds. */
export interface SegmentScan {
  readonly index: SegmentIndex;
  readonly ranges: readonly DamagedRange[];
  /** Damage up to the last entry, whose digest the caller did not know. */
  readonly open: OpenDamage | undefined;
  readonly bytesRead: number;
}

/** Behind an entry of a segment: the byte, and what the log is there. */
export interface ScanPlace {
  readonly position: number;
  readonly end: LogEnd;
}

/**
 * Reads all entries of a segment below `limit`, which a newer one proves to be synced. `end`: what the log is there, if it is known. Throws `CORRUPT`
 * if what is there is sound, and another history.
 */
export async function scanSegment(options: {
  readonly file: DiskFile;
  readonly path: string;
  readonly header: SegmentHeader;
  readonly limit: number;
  readonly end: LogEnd | undefined;
  readonly visit?: (entry: Entry) => Promise<void> | void;
  /** As in `FrameScanOptions`. */
  readonly digest?: SealDigest;
  /** As in `FrameScanOptions`; only without `end`. */
  readonly isEnough?: () => boolean;
  /** Where an earlier scan ended with `isEnough`: this one goes on there. */
  readonly after?: ScanPlace | undefined;
  /** How much is read at once. */
  readonly chunkBytes?: number;
}): Promise<SegmentScan> {
  const { file, path, header, limit, end, visit, digest, isEnough, after, chunkBytes = SEGMENT_READ_BYTES } = options;
  const window = new FileWindow(file, await file.size(), chunkBytes);
  const index = new SegmentIndex(after?.end ?? startOf(header));
  const scan = await scanFrames({
    window,
    path,
    seed: segmentSeed(header),
    position: after?.position ?? SEGMENT_HEADER_BYTES,
    toPosition: window.size,
    index,
    limit,
    digest,
    ...(visit === undefined ? {} : { visit }),
    ...(isEnough === undefined ? {} : { isEnough }),
  });
  const { ranges, open } = end === undefined ? scan : closeAt(end, { scan, index, path });
  return { index, ranges, open, bytesRead: window.bytesRead };
}

/** Damage that reaches up to a known end ends there; what is sound must lead to it. */
export function closeAt(end: LogEnd, found: { readonly scan: FrameScan; readonly index: SegmentIndex; readonly path: string }): FrameScan {
  const { scan, index, path } = found;
  if (scan.open === undefined) {
    if (isSameEnd(index.end, end)) return scan;
    throw corrupt('what comes before this is missing or another history', {
      file: path,
      position: index.endPosition,
      index: end.lastIndex + 1,
    });
  }
  const ranges = [...scan.ranges, ...closed(scan.open, { index: end.lastIndex, digest: end.lastDigest }, path)];
  index.extendTo(end);
  return { ranges, open: undefined };
}
