// From the files that are found to the segments of the log: sealed ones by their seals, others by reading them, damaged and missing ones by what
// their neighbours say. Changes nothing on the disk. FORMAT.md ("Recovery").
import { assert, defined } from '../consensus/assert.ts';
import type { DamagedRange } from '../consensus/types.ts';
import { corrupt } from './errors.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES } from './frame.ts';
import { closed, type OpenDamage } from './frame-scan.ts';
import type { SyncedPlace } from './hard-state.ts';
import { LiveSegment } from './live-segments.ts';
import { isSameEnd, type LogEnd } from './log-end.ts';
import { type NewestScan, scanNewest } from './newest-scan.ts';
import type { FilesPlace, FoundSegment } from './partition-files.ts';
import { type SegmentScan, scanSegment } from './sealing.ts';
import { capacityOf, type SegmentSizes } from './segment.ts';
import { SEGMENT_HEADER_BYTES, type SegmentHeader, segmentName, segmentSeed, startOf } from './segment-header.ts';
import { SegmentIndex } from './segment-index.ts';
import { readAround } from './unreadable.ts';
import { WRITE_HEADER_BYTES } from './write-unit.ts';

export interface LoadedLog {
  /** Oldest first; the last is the newest. */
  readonly segments: readonly LiveSegment[];
  readonly damage: readonly DamagedRange[];
  readonly newest: NewestScan;
  /** Those whose header has to be written anew. */
  readonly withDamagedHeader: readonly LiveSegment[];
  readonly bytesRead: number;
}

/** A segment whose header is known. */
type KnownSegment = FoundSegment & { readonly header: SegmentHeader };

/** What one segment holds up to the next one. */
interface LoadedSegment {
  readonly segment: LiveSegment;
  readonly ranges: readonly DamagedRange[];
  /** Damage up to the end, while nobody said what the log is there. */
  readonly open: OpenDamage | undefined;
  readonly bytesRead: number;
}

/** Throws `CORRUPT` for what cannot be told from its neighbours, or is sound and does not fit; `VERSION`. */
export async function loadSegments(
  place: FilesPlace & { readonly sizes: SegmentSizes },
  options: { readonly live: readonly FoundSegment[]; readonly base: LogEnd; readonly synced: SyncedPlace | undefined },
): Promise<LoadedLog> {
  const { base, synced } = options;
  const live = withLost(place, withFirst(place, options.live, base));
  const segments: LiveSegment[] = [];
  const damage: DamagedRange[] = [];
  let bytesRead = 0;
  let at = known(place, defined(live[0], 'a segment'), base);
  if (!isSameEnd(startOf(at.header), base)) throw anotherHistory(at);
  const rest = live.slice(1);
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    const loaded = await loadSegment(place, at, next);
    const { index } = loaded.segment;
    const start = loaded.open === undefined ? index.end : await startInFile(place, next, index.end.lastTerm);
    // All that is left of it is its name: what is damaged before it goes on up to the one behind it.
    if (start === undefined && next.header === undefined && next.bytes === undefined && rest.length > 0) continue;
    const following = known(place, next, start);
    damage.push(...loaded.ranges);
    if (loaded.open !== undefined) {
      index.extendTo(startOf(following.header));
      damage.push(...closed(loaded.open, { index: next.firstIndex - 1, digest: following.header.previousDigest }, at.path));
    }
    if (!isSameEnd(index.end, startOf(following.header))) throw anotherHistory(following);
    segments.push(loaded.segment);
    bytesRead += loaded.bytesRead;
    at = following;
  }
  const newest = await loadNewest(place, at, synced);
  segments.push(newest.segment);
  damage.push(...newest.scan.ranges);
  const isDamaged = new Set(live.filter((found) => found.isHeaderDamaged).map((found) => found.path));
  return {
    segments,
    damage,
    newest: newest.scan,
    withDamagedHeader: segments.filter((segment) => isDamaged.has(segment.path)),
    bytesRead: bytesRead + newest.scan.bytesRead,
  };
}

/** A first segment that is lost stands for its entries all the same: they are damaged. */
function withFirst(place: FilesPlace, live: readonly FoundSegment[], base: LogEnd): readonly FoundSegment[] {
  const first = defined(live[0], 'a segment');
  const firstIndex = base.lastIndex + 1;
  if (first.firstIndex <= firstIndex) return live;
  const key = { firstIndex, sequence: first.sequence - 1 };
  assert(key.sequence > 0, 'the very first segment begins with the log');
  const lost = { ...key, path: `${place.directory}/${segmentName(key)}`, bytes: undefined, header: undefined, seal: undefined };
  return [{ ...lost, isHeaderDamaged: false }, ...live];
}

/** Segments between two others that left no trace but a gap in the sequence, and that the seal of the one before ends right before. */
function withLost(place: FilesPlace, live: readonly FoundSegment[]): readonly FoundSegment[] {
  return live.flatMap((found, at) => {
    const next = live[at + 1];
    const end = found.seal?.index.end;
    if (next === undefined || end === undefined || !isGap(found, next) || end.lastIndex >= next.firstIndex - 1) return [found];
    const key = { firstIndex: end.lastIndex + 1, sequence: found.sequence + 1 };
    const path = `${place.directory}/${segmentName(key)}`;
    return [found, { ...key, path, bytes: undefined, header: undefined, seal: undefined, isHeaderDamaged: false }];
  });
}

/** Whether there was another segment between these two. */
function isGap(found: FoundSegment, next: FoundSegment): boolean {
  return next.sequence > found.sequence + 1;
}

/** With the header that it must have had, if its own is damaged. */
function known(place: FilesPlace, found: FoundSegment, start: LogEnd | undefined): KnownSegment {
  if (found.header !== undefined) return { ...found, header: found.header };
  if (start === undefined) {
    throw corrupt('the header of this segment is damaged, and so is all around it that would say what it was', {
      file: found.path,
      position: 0,
    });
  }
  const header: SegmentHeader = {
    ...place.owner,
    sequence: found.sequence,
    firstIndex: found.firstIndex,
    previousTerm: start.lastTerm,
    firstOffset: start.nextOffset,
    previousDigest: start.lastDigest,
    reason: found.firstIndex === 1 ? 'first' : 'full',
    edition: 0,
    capacity: undefined,
  };
  return { ...found, header };
}

async function loadSegment(place: FilesPlace, found: KnownSegment, next: FoundSegment): Promise<LoadedSegment> {
  const { path, header, seal, bytes } = found;
  const limit = next.firstIndex;
  const sealed = seal?.index.end;
  const reaches = sealed !== undefined && sealed.lastIndex === limit - 1;
  const nextStart = next.header === undefined ? undefined : startOf(next.header);
  const fits = nextStart === undefined || (sealed !== undefined && isSameEnd(sealed, nextStart));
  if (bytes === undefined) return loadMissing(found, reaches && (fits || !isGap(found, next)));
  const isFresh = reaches && fits;
  const end = nextStart ?? (reaches ? sealed : undefined);
  if (seal !== undefined && isFresh && bytes >= seal.index.endPosition) {
    const { index, digest } = seal;
    return {
      segment: new LiveSegment({ path, header, index, bytes, digest }),
      ranges: [],
      open: undefined,
      bytesRead: 0,
    };
  }
  const file = await place.disk.open(path, { create: false });
  try {
    const mayBeVoid = isGap(found, next) && !isFresh;
    const scan = await scanSegment({ file, path, header, limit, end: mayBeVoid ? undefined : end });
    const { index, ranges, open, bytesRead } = scan;
    if (mayBeVoid) return distrusted(found, scan, leadsTo(scan, end ?? (await startInFile(place, next, index.end.lastTerm))));
    // The seal of a file that was cut short still knows the terms.
    const known = seal !== undefined && isFresh ? seal.index : index;
    if (known !== index) known.takePlaces(index);
    return { segment: new LiveSegment({ path, header, index: known, bytes }), ranges, open, bytesRead };
  } finally {
    await file.close();
  }
}

/** Whether what is sound of a segment leads to what the log is behind it; `end`: `undefined` if nobody knows, and so nobody can tell. */
function leadsTo({ index, open }: SegmentScan, end: LogEnd | undefined): boolean {
  return open === undefined && end !== undefined && isSameEnd(index.end, end);
}

/**
 * A segment behind this one may be lost, and nobody knows any more where that began: any entry of this one may be void, however sound it looks, unless it leads to what the log is behind it (`leads`)
 * without damage on the way. All others count as damaged, so that they are proven by the digests on both sides, or fetched. Their terms are the best guess there is.
 */
function distrusted({ path, header, bytes = 0 }: KnownSegment, { index, ranges, bytesRead }: SegmentScan, leads: boolean): LoadedSegment {
  const why = 'a segment behind this one is missing, and where that began is not known';
  const from: OpenDamage = { from: header.firstIndex, digestBefore: header.previousDigest, position: SEGMENT_HEADER_BYTES, why };
  const last = ranges.at(-1);
  const { start, end, endPosition, lastTimestamp, termRuns, places } = index;
  if (leads) {
    const damage = last === undefined ? [] : closed(from, { index: last.to, digest: last.digest }, path);
    const memberships = index.memberships.filter((at) => at > (last?.to ?? 0));
    const known = SegmentIndex.of({ start, end, endPosition, lastTimestamp, termRuns, places, memberships });
    return { segment: new LiveSegment({ path, header, index: known, bytes }), ranges: damage, open: undefined, bytesRead };
  }
  const known = SegmentIndex.of({ start, end, endPosition, lastTimestamp, termRuns, places: [], memberships: [] });
  return { segment: new LiveSegment({ path, header, index: known, bytes }), ranges: [], open: from, bytesRead };
}

/** All of it is damaged. `isSealed`: its seal, which is not stale, says where it ended. */
function loadMissing({ path, header, seal }: KnownSegment, isSealed: boolean): LoadedSegment {
  const isOfSeal = seal !== undefined && isSealed;
  const index = isOfSeal ? seal.index : new SegmentIndex(startOf(header));
  const segment = new LiveSegment({ path, header, index, bytes: 0, isMissing: true });
  const open: OpenDamage = { from: header.firstIndex, digestBefore: header.previousDigest, position: 0, why: 'this segment is missing' };
  if (!isOfSeal) return { segment, ranges: [], open, bytesRead: 0 };
  const { lastIndex, lastDigest } = seal.index.end;
  return { segment, ranges: closed(open, { index: lastIndex, digest: lastDigest }, path), open: undefined, bytesRead: 0 };
}

/** What the log is before a segment, as its header says, or else its first frame. */
async function startInFile(place: FilesPlace, found: FoundSegment, previousTerm: number): Promise<LogEnd | undefined> {
  if (found.header !== undefined) return startOf(found.header);
  if (found.bytes === undefined) return undefined;
  const position = SEGMENT_HEADER_BYTES + WRITE_HEADER_BYTES;
  const file = await place.disk.open(found.path, { create: false });
  try {
    const bytes = await readAround(file, position, FRAME_HEADER_BYTES);
    if (bytes.length < FRAME_HEADER_BYTES) return undefined;
    const seed = segmentSeed({ ...place.owner, sequence: found.sequence });
    const decoded = decodeFrameHeader(bytes, { seed, position });
    if (decoded.kind !== 'frame' || decoded.header.index !== found.firstIndex) return undefined;
    const { firstOffset, previousDigest } = decoded.header;
    return { lastIndex: found.firstIndex - 1, lastTerm: previousTerm, nextOffset: firstOffset, lastDigest: previousDigest };
  } finally {
    await file.close();
  }
}

async function loadNewest(
  place: FilesPlace & { readonly sizes: SegmentSizes },
  found: KnownSegment,
  synced: SyncedPlace | undefined,
): Promise<{ readonly segment: LiveSegment; readonly scan: NewestScan }> {
  const { path, header, sequence } = found;
  const file = await place.disk.open(path, { create: false });
  try {
    const capacity = capacityOf(header, place.sizes);
    const scan = await scanNewest({ file, path, header, capacity, synced: synced?.segment === sequence ? synced : undefined });
    return { segment: new LiveSegment({ path, header, index: scan.index, bytes: defined(found.bytes, 'the size of a file') }), scan };
  } finally {
    await file.close();
  }
}

function anotherHistory({ path, header }: KnownSegment): Error {
  return corrupt('what comes before this segment is missing or another history', { file: path, index: header.firstIndex });
}
