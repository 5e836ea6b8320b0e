// From the files of one partition to its log: which segments are live, what they hold, what their end is, and everything that a crash may have
// left in the page cache alone made durable. The steps are numbered in FORMAT.md ("Recovery").
import { defined } from '../consensus/assert.ts';
import type { RecoveryReport } from '../consensus/ports.ts';
import type { DamagedRange, LogPosition } from '../consensus/types.ts';
import { corrupt } from './errors.ts';
import { createHardState, type HardStateFile, type HardStateRecord, openHardState } from './hard-state.ts';
import { LiveSegments } from './live-segments.ts';
import { type LoadedLog, loadSegments } from './loading.ts';
import { baseOf, emptyLogEnd, endOf, type LogEnd, unreached } from './log-end.ts';
import { type FilesPlace, type FoundSegment, findSegments, removeFiles, sortNames } from './partition-files.ts';
import { rewrite } from './rewrite.ts';
import { capacityOf, openForAppends, Segment, type SegmentSizes } from './segment.ts';
import { type SegmentHeader, type SegmentReason, startOf } from './segment-header.ts';

export { foreignFile } from './partition-files.ts';

/** Where a partition lies and whose it is. */
export interface PartitionPlace extends FilesPlace {
  readonly sizes: SegmentSizes;
}

/** A partition that may be used: what it promises is durable. */
export interface RecoveredPartition {
  readonly hardState: HardStateFile;
  readonly segments: LiveSegments;
  /** The one that is written to. */
  readonly current: Segment;
  readonly damage: readonly DamagedRange[];
  /** Paths of segments whose header is damaged, while their entries may be sound. */
  readonly withDamagedHeader: ReadonlySet<string>;
  readonly report: RecoveryReport;
}

/** Makes the files of a new partition in its directory, which is there. A crash in between is gone on with by the next start. */
export async function createPartition(place: PartitionPlace, names: readonly string[]): Promise<RecoveredPartition> {
  await sortNames(place, names);
  const hardState = await createHardState(place.disk, place.directory, place.owner);
  return firstSegment(place, hardState);
}

async function firstSegment(place: PartitionPlace, hardState: HardStateFile): Promise<RecoveredPartition> {
  const current = await nextSegment(place, { hardState, end: emptyLogEnd(), reason: 'first' });
  const report: RecoveryReport = { segments: 1, entries: 0, bytesRead: 0, tornBytes: 0, tornAt: undefined, unclearAt: undefined };
  return { hardState, segments: new LiveSegments([current.live]), current, damage: [], withDamagedHeader: new Set(), report };
}

/** Begins the next segment behind `end`: durable, and counted in the hard state, when it resolves. */
export async function nextSegment(
  place: PartitionPlace,
  options: { readonly hardState: HardStateFile; readonly end: LogEnd; readonly reason: SegmentReason },
): Promise<Segment> {
  const { hardState, end, reason } = options;
  const sequence = hardState.record.newestSegment + 1;
  const header: SegmentHeader = {
    ...place.owner,
    sequence,
    firstIndex: end.lastIndex + 1,
    previousTerm: end.lastTerm,
    firstOffset: end.nextOffset,
    previousDigest: end.lastDigest,
    reason,
    edition: 0,
    capacity: capacityOf({ sequence, capacity: undefined }, place.sizes),
  };
  const segment = await Segment.create(place.disk, place.directory, header, place.sizes);
  // A log that begins anew is counted, and the old one given up, in one step.
  await hardState.update(countedWith(header, hardState.record));
  return segment;
}

/** What the hard state says once this newest segment is counted. */
function countedWith(header: SegmentHeader, record: HardStateRecord): Partial<HardStateRecord> {
  const { sequence, reason } = header;
  const start = startOf(header);
  const counted = { newestSegment: sequence, synced: undefined };
  return reason === 'snapshot' ? { ...counted, base: baseOf(start), claim: unreached(record.claim, start) } : counted;
}

/** Recovers a partition from its directory, which holds at least a hard state. Throws `CORRUPT`, `FOREIGN_FILE` or `VERSION`. */
export async function recoverPartition(place: PartitionPlace, names: readonly string[]): Promise<RecoveredPartition> {
  // The names that a start before this one made may be in the page cache alone, and a power cut take any of them but not what is made from here on.
  await place.disk.syncDirectory(place.directory);
  const files = await sortNames(place, names);
  const hardState = await openHardState(place.disk, place.directory, place.owner);
  try {
    if (files.segments.length === 0 && hardState.record.newestSegment === 0) return await firstSegment(place, hardState);
    const found = await countNewest(place, hardState, await findSegments(place, files));
    const live = liveSegments(found, hardState.record.base.index);
    const { base, synced } = hardState.record;
    const loaded = await loadSegments(place, { live, base: endOf(base), synced });
    const recovered = await settleEnd(place, hardState, loaded);
    // Only now: what makes them void is durable. What an unsettled claim is about stays, for people.
    const dead = found.filter((segment) => !recovered.segments.all.some(({ path }) => path === segment.path));
    if (hardState.record.claim === undefined) await removeFiles(place, dead);
    return recovered;
  } catch (error) {
    // The first failure is the one to report.
    await hardState.close().catch(() => undefined);
    throw error;
  }
}

/** Notices a newest segment that is lost, and counts one that a crash kept from being counted. */
async function countNewest(
  place: PartitionPlace,
  hardState: HardStateFile,
  found: readonly FoundSegment[],
): Promise<readonly FoundSegment[]> {
  const counted = hardState.record.newestSegment;
  const newest = found.at(-1);
  // A seal without its segment is no segment.
  if (newest?.bytes === undefined || newest.sequence < counted) {
    throw corrupt(`segment ${counted}, which was made here, is missing`, { file: place.directory });
  }
  if (newest.sequence === counted) return found;
  if (newest.isHeaderDamaged) {
    await removeFiles(place, [newest]);
    return countNewest(
      place,
      hardState,
      found.filter((segment) => segment !== newest),
    );
  }
  await hardState.update(countedWith(defined(newest.header, 'a header'), hardState.record));
  return found;
}

/**
 * Of segments in the order in which they were made those that still hold part of the log: a segment makes void what older ones hold at or
 * above its first index, so the first indexes of the live ones rise; one that begins behind a snapshot makes all older ones void. What ends at
 * or below the base was compacted.
 */
function liveSegments(segments: readonly FoundSegment[], baseIndex: number): FoundSegment[] {
  let live: FoundSegment[] = [];
  for (const segment of segments) {
    if (segment.header?.reason === 'snapshot') live = [];
    while ((live.at(-1)?.firstIndex ?? 0) >= segment.firstIndex) live.pop();
    live.push(segment);
  }
  while ((live[1]?.firstIndex ?? Number.POSITIVE_INFINITY) <= baseIndex + 1) live.shift();
  return live;
}

/** Makes the end durable; cuts what is torn, keeps and claims what is unclear. */
async function settleEnd(place: PartitionPlace, hardState: HardStateFile, loaded: LoadedLog): Promise<RecoveredPartition> {
  const { newest, damage } = loaded;
  const last = defined(loaded.segments.at(-1), 'the newest segment');
  const reason = nextReason(loaded);
  const file = await openForAppends(place.disk, last.path);
  // The size of the file may be in the page cache alone, and so may what was written last.
  if (reason === undefined) await rewrite(file, { position: last.bytes - 1, bytes: 1 });
  if (newest.unsynced !== undefined) await rewrite(file, newest.unsynced);
  await file.sync();
  const { end } = newest.index;
  const { record } = hardState;
  const mayHold =
    newest.unclear === undefined ? undefined : (newest.unclear.claim ?? { term: record.term, index: Number.MAX_SAFE_INTEGER });
  const claim = unreached(higher(record.claim, mayHold), end);
  const term = Math.max(record.term, end.lastTerm);
  const votedFor = term === record.term ? record.votedFor : undefined;
  const synced = { segment: last.header.sequence, position: newest.endPosition, end: newest.wholeEnd };
  await hardState.update({ term, votedFor, claim, synced });
  let current: Segment;
  if (reason === undefined) {
    current = Segment.recovered({ live: last, file, sizes: place.sizes, end: newest.endPosition });
  } else {
    await file.close();
    current = await nextSegment(place, { hardState, end, reason });
  }
  const segments = loaded.segments.filter((segment) => segment === current.live || segment.firstIndex < current.live.firstIndex);
  if (reason !== undefined) segments.push(current.live);
  return {
    hardState,
    segments: new LiveSegments(segments),
    current,
    damage,
    withDamagedHeader: new Set(loaded.withDamagedHeader.map(({ path }) => path)),
    report: reportOf(loaded, { hardState, last: last.path }),
  };
}

/** Why the newest segment must not be written to any more. */
function nextReason({ newest, segments, withDamagedHeader }: LoadedLog): SegmentReason | undefined {
  if (newest.unclear !== undefined) return 'unclear';
  if (newest.torn !== undefined) return 'torn-tail';
  return withDamagedHeader.some((segment) => segment === segments.at(-1)) ? 'full' : undefined;
}

function reportOf(loaded: LoadedLog, context: { readonly hardState: HardStateFile; readonly last: string }): RecoveryReport {
  const { newest, segments, bytesRead } = loaded;
  const { torn, unclear } = newest;
  const file = context.last;
  return {
    segments: segments.length,
    entries: newest.index.end.lastIndex - context.hardState.record.base.index,
    bytesRead,
    tornBytes: torn?.bytes ?? 0,
    tornAt: torn === undefined ? undefined : { file, position: torn.position },
    unclearAt: unclear === undefined ? undefined : { file, position: unclear.position },
  };
}

/** The later of two places, in Raft's order. */
export function higher(left: LogPosition | undefined, right: LogPosition | undefined): LogPosition | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left.term > right.term || (left.term === right.term && left.index >= right.index) ? left : right;
}
