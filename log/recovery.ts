// From the files of one partition to its log: which segments are live, every byte of them verified, the torn end cut, and everything that a
// crash may have left in the page cache alone made durable. The steps are numbered in FORMAT.md ("Recovery").
import { assert, defined } from '../consensus/assert.ts';
import { RECOVERY_READ_BYTES } from '../consensus/limits.ts';
import type { Disk, RecoveryReport } from '../consensus/ports.ts';
import { EntryIndex } from './entry-index.ts';
import { corrupt, hasCode, LogError } from './errors.ts';
import { HARD_STATE_FILE, HardStateFile, type HardStateOwner, type HardStateRecord } from './hard-state.ts';
import { baseOf, emptyLogEnd, endOf, isSameEnd, type LogEnd, unreached } from './log-end.ts';
import { Segment, type SegmentSizes } from './segment.ts';
import { parseSegmentName, type SegmentHeader, type SegmentReason, startOf } from './segment-header.ts';
import { type ByteRange, type SegmentScan, scanSegment } from './segment-scan.ts';
import { TEMPORARY_SUFFIX } from './small-file.ts';

/** Where a partition lies and whose it is. */
export interface PartitionPlace {
  readonly disk: Disk;
  readonly directory: string;
  readonly owner: HardStateOwner;
  readonly sizes: SegmentSizes;
}

/** A partition that may be used: all of it is verified and durable. */
export interface RecoveredPartition {
  readonly hardState: HardStateFile;
  /** The live ones, oldest first; the last is written to. */
  readonly segments: readonly Segment[];
  readonly index: EntryIndex;
  readonly end: LogEnd;
  readonly report: RecoveryReport;
}

/** Makes the files of a new partition in its directory, which is there. A crash in between is gone on with by the next start. */
export async function createPartition(place: PartitionPlace, names: readonly string[]): Promise<RecoveredPartition> {
  await checkNames(place, names);
  const hardState = await HardStateFile.create(place.disk, place.directory, place.owner);
  return firstSegment(place, hardState);
}

async function firstSegment(place: PartitionPlace, hardState: HardStateFile): Promise<RecoveredPartition> {
  const end = emptyLogEnd();
  const segment = await nextSegment(place, { hardState, end, reason: 'first' });
  const report: RecoveryReport = { segments: 1, entries: 0, bytesRead: 0, tornBytes: 0, tornAt: undefined, unclearAt: undefined };
  return { hardState, segments: [segment], index: new EntryIndex(), end, report };
}

/** Begins the next segment behind `end`: durable, and counted in the hard state, when it resolves. */
export async function nextSegment(
  place: PartitionPlace,
  options: { readonly hardState: HardStateFile; readonly end: LogEnd; readonly reason: SegmentReason },
): Promise<Segment> {
  const { hardState, end, reason } = options;
  const header: SegmentHeader = {
    ...place.owner,
    sequence: hardState.record.newestSegment + 1,
    firstIndex: end.lastIndex + 1,
    previousTerm: end.lastTerm,
    firstOffset: end.nextOffset,
    previousDigest: end.lastDigest,
    reason,
    edition: 0,
  };
  const segment = await Segment.create(place.disk, place.directory, header, place.sizes);
  // A log that begins anew is counted, and the old one given up, in one step.
  await hardState.update(countedWith(header, hardState.record));
  return segment;
}

/** Removes segments that are void or compacted, and durably so. */
export async function removeSegments(place: PartitionPlace, segments: readonly Segment[]): Promise<void> {
  if (segments.length === 0) return;
  for (const segment of segments) {
    await segment.retire();
    await place.disk.remove(segment.path);
  }
  await place.disk.syncDirectory(place.directory);
}

/** Recovers a partition from its directory, which holds at least a hard state. Throws `CORRUPT`, `UNCLEAR`, `FOREIGN_FILE` or `VERSION`. */
export async function recoverPartition(place: PartitionPlace, names: readonly string[]): Promise<RecoveredPartition> {
  const { disk, directory } = place;
  const segmentNames = await checkNames(place, names);
  const hardState = await HardStateFile.open(disk, directory, place.owner);
  const opened: Segment[] = [];
  try {
    if (segmentNames.length === 0 && hardState.record.newestSegment === 0) return await firstSegment(place, hardState);
    for (const name of segmentNames) opened.push(await openSegment(place, name));
    opened.sort((left, right) => left.header.sequence - right.header.sequence);
    const newest = opened.at(-1)?.header.sequence ?? 0;
    if (newest < hardState.record.newestSegment) throw lostSegment(directory, hardState.record.newestSegment);
    if (newest > hardState.record.newestSegment) {
      // Its name may be in the page cache alone: counted first, it would be missed after a power cut, though nothing was in it yet.
      await disk.syncDirectory(directory);
      await hardState.update(countedWith(defined(opened.at(-1), 'a segment').header, hardState.record));
    }
    const live = liveSegments(opened, hardState.record.base.index);
    const recovered = await recoverLog({ place, hardState, live });
    // Only now: what makes them void is durable.
    await removeSegments(
      place,
      opened.filter((segment) => !live.includes(segment)),
    );
    return recovered;
  } catch (error) {
    await closeAll([...opened, hardState]);
    throw error;
  }
}

/** What the hard state says once this newest segment is counted. */
function countedWith(header: SegmentHeader, record: HardStateRecord): Partial<HardStateRecord> {
  const start = startOf(header);
  if (header.reason !== 'snapshot') return { newestSegment: header.sequence };
  return { newestSegment: header.sequence, base: baseOf(start), claim: unreached(record.claim, start) };
}

async function recoverLog(options: {
  readonly place: PartitionPlace;
  readonly hardState: HardStateFile;
  readonly live: readonly Segment[];
}): Promise<RecoveredPartition> {
  const { place, hardState, live } = options;
  const { base } = hardState.record;
  const index = new EntryIndex(base);
  const scan = await scanLog(live, { index, start: endOf(base) });
  const last = live.at(-1);
  assert(last !== undefined, 'there is a live segment');
  last.recoveredEnd(scan.endPosition);
  if (scan.lastWrite !== undefined) await rewrite(last, scan.lastWrite);
  await last.file.sync();
  await place.disk.syncDirectory(place.directory);
  const segments = [...live];
  const { end, torn } = scan;
  if (torn !== undefined) segments.push(await nextSegment(place, { hardState, end, reason: 'torn-tail' }));
  if (hardState.record.term < end.lastTerm) await hardState.update({ term: end.lastTerm, votedFor: undefined });
  const report: RecoveryReport = {
    segments: live.length,
    entries: end.lastIndex - base.index,
    tornBytes: torn?.bytes ?? 0,
    tornAt: torn === undefined ? undefined : { file: last.path, position: torn.position },
    bytesRead: 0,
    unclearAt: undefined,
  };
  return { hardState, segments, index, end, report };
}

/** Verifies the live segments in order, each to where the next one begins. */
async function scanLog(live: readonly Segment[], into: { index: EntryIndex; start: LogEnd }): Promise<SegmentScan> {
  const { index, start } = into;
  let scan: SegmentScan = { end: start, endPosition: 0, lastWrite: undefined, torn: undefined };
  for (const [at, segment] of live.entries()) {
    checkContinues(segment, scan.end);
    scan = await scanSegment({
      segment,
      start: scan.end,
      limit: live[at + 1]?.header.firstIndex,
      visit: (entry) => {
        index.push(entry.place, entry.term);
        segment.lastTimestamp = entry.timestamp;
      },
    });
  }
  return scan;
}

/** A segment's header says what the log is before it; what is there must be exactly that. */
function checkContinues({ header, path }: Segment, end: LogEnd): void {
  if (isSameEnd(startOf(header), end)) return;
  throw corrupt('what comes before this segment is missing or another history', { file: path, index: header.firstIndex });
}

/**
 * Of segments in the order in which they were made those that still hold part of the log: a segment makes void what older ones hold at or
 * above its first index, so the first indexes of the live ones rise; one that begins behind a snapshot makes all older ones void. What ends at
 * or below the base was compacted.
 */
function liveSegments(segments: readonly Segment[], baseIndex: number): Segment[] {
  let live: Segment[] = [];
  for (const segment of segments) {
    if (segment.header.reason === 'snapshot') live = [];
    while ((live.at(-1)?.header.firstIndex ?? 0) >= segment.header.firstIndex) live.pop();
    live.push(segment);
  }
  while ((live[1]?.header.firstIndex ?? Number.POSITIVE_INFINITY) <= baseIndex + 1) live.shift();
  return live;
}

/** The last write may be in the page cache alone: the same bytes once more, so that the sync behind it finds them changed. */
async function rewrite({ file }: Segment, range: ByteRange): Promise<void> {
  for (let done = 0; done < range.bytes; ) {
    const chunk = await file.read(range.position + done, Math.min(RECOVERY_READ_BYTES, range.bytes - done));
    assert(chunk.length > 0, 'a write that was read is there to be written again');
    await file.write(range.position + done, [chunk]);
    done += chunk.length;
  }
}

async function openSegment(place: PartitionPlace, name: string): Promise<Segment> {
  const path = `${place.directory}/${name}`;
  const segment = await Segment.open(place.disk, path, place.sizes);
  const named = parseSegmentName(name);
  const { header } = segment;
  const fits =
    header.incarnation === place.owner.incarnation &&
    header.partition === place.owner.partition &&
    header.sequence === named?.sequence &&
    header.firstIndex === named.firstIndex;
  if (fits) return segment;
  await segment.close();
  throw corrupt('this segment belongs to another place, partition or node', { file: path });
}

/** Removes unfinished files of ours and returns the names of the segments. Throws `FOREIGN_FILE`. */
async function checkNames(place: PartitionPlace, names: readonly string[]): Promise<string[]> {
  const { disk, directory } = place;
  const segments: string[] = [];
  for (const name of names) {
    const isTemporary = name.endsWith(TEMPORARY_SUFFIX);
    const finished = isTemporary ? name.slice(0, -TEMPORARY_SUFFIX.length) : name;
    const isSegment = parseSegmentName(finished) !== undefined;
    if (!isSegment && finished !== HARD_STATE_FILE) throw foreignFile(`${directory}/${name}`);
    if (isTemporary) await disk.remove(`${directory}/${name}`);
    else if (isSegment) segments.push(name);
  }
  return segments;
}

/** Something in the data directory that this version did not make. */
export function foreignFile(file: string): LogError {
  const next = 'If it is not needed, move it out of the data directory; if a later version of ledgerline made it, start that version.';
  return new LogError('FOREIGN_FILE', { what: 'this file does not belong to the data directory', next, place: { file } });
}

function lostSegment(directory: string, sequence: number): LogError {
  return corrupt(`segment ${sequence}, which was made here, is missing`, { file: directory });
}

/** Closes files after a failure, whose error is the one to report. */
async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const file of files) {
    try {
      await file.close();
    } catch (error) {
      if (!hasCode(error, 'EBADF')) throw error;
    }
  }
}
