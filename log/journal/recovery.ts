// From the files of a journal to its open segments: which ones must be there, every byte of them verified, the torn end cut, and what a crash
// may have left in the page cache alone made durable. The steps are numbered in FORMAT.md ("Recovery").
import { assert, defined } from '../../consensus/assert.ts';
import type { Disk } from '../../consensus/ports.ts';
import { equalBytes } from '../bytes.ts';
import { emptyLogEnd, type LogEnd } from '../log-end.ts';
import { openDirectories, type SegmentFile } from './directories.ts';
import { corrupt, JournalError } from './errors.ts';
import { type CutRange, type JournalScan, scanJournalSegment } from './scan.ts';
import { JournalSegment } from './segment.ts';
import { SegmentChain } from './segment-chain.ts';
import { Spares } from './spares.ts';
import type { StateFile } from './state-file.ts';
import type { JournalWorld } from './types.ts';

export interface RecoveryOptions {
  readonly directories: readonly string[];
  readonly segmentBytes: number;
  readonly onUnclear: 'refuse' | 'cut';
  /** As the application's own store says. */
  readonly appliedOffset: number | undefined;
  readonly onFailure: (error: unknown) => unknown;
}

/** A journal that may be used: all of it is verified and durable. */
export interface RecoveredJournal {
  readonly state: StateFile;
  readonly spares: Spares;
  readonly chain: SegmentChain;
  readonly appliedOffset: number;
  readonly cut: (CutRange & { readonly file: string }) | undefined;
  readonly segments: number;
}

/** Throws `CORRUPT`, `UNCLEAR`, `WRONG_DIRECTORIES`, `APPLIED_MISMATCH`, `FOREIGN_FILE`, `VERSION`, `NO_SPACE`. */
export async function recoverJournal(world: JournalWorld, options: RecoveryOptions): Promise<RecoveredJournal> {
  const { disk } = world;
  const { directories, segmentBytes, onUnclear, onFailure } = options;
  const { journalId, state, segments: files } = await openDirectories(world, directories);
  const spares = new Spares(disk, { directories, capacity: segmentBytes });
  const opened: JournalSegment[] = [];
  let chain: SegmentChain | undefined;
  try {
    const live = await liveFiles(disk, { files, state, directories });
    for (const { path, sequence } of live) opened.push(await JournalSegment.open(disk, path, { journalId, sequence }));
    const scan = await scanSegments(opened, onUnclear);
    const newest = opened.at(-1);
    if (newest !== undefined) await makeDurable(newest, scan.lastWrite);
    chain = new SegmentChain({ disk, journalId, directories, segmentBytes, state, spares, onFailure }, opened);
    if (newest === undefined) await chain.beginNext('first');
    const appliedOffset = checkApplied(chain, { recorded: state.record.appliedOffset, given: options.appliedOffset });
    const { cut } = scan;
    if (cut !== undefined) await chain.beginNext(cut.why);
    else chain.prepareNext();
    const cutAt = cut === undefined || newest === undefined ? undefined : { ...cut, file: newest.path };
    return { state, spares, chain, appliedOffset, cut: cutAt, segments: opened.length };
  } catch (error) {
    await spares.close();
    if (chain !== undefined) await chain.close();
    else for (const segment of opened) await segment.close();
    await state.close();
    throw error;
  }
}

/** Those that the state says must be there, all of them. What is below them is dead and removed. */
async function liveFiles(
  disk: Disk,
  found: { readonly files: readonly SegmentFile[]; readonly state: StateFile; readonly directories: readonly string[] },
): Promise<SegmentFile[]> {
  const { files, state, directories } = found;
  const { oldestSegment, newestSegment } = state.record;
  const live: SegmentFile[] = [];
  for (const file of files) {
    if (file.sequence < oldestSegment) {
      await disk.remove(file.path);
      continue;
    }
    const expected = oldestSegment + live.length;
    const misplaced = file.directory !== file.sequence % directories.length;
    if (file.sequence !== expected || misplaced) {
      const what = `segment ${file.sequence} lies where segment ${expected} belongs: a segment is missing, or was moved`;
      throw corrupt(what, { file: file.path });
    }
    live.push(file);
  }
  const newest = oldestSegment + live.length - 1;
  if (newest < newestSegment || newest > newestSegment + 1) {
    const what = `the journal has ${live.length} segments up to ${newest}, but ${newestSegment} was the newest one made`;
    throw corrupt(what, { file: directories[newestSegment % directories.length] ?? '' });
  }
  // Its beginning was cut short before it was counted, so nothing is in it. Its name was synced when the directories were opened.
  if (newest > newestSegment) await state.update({ newestSegment: newest });
  return live;
}

/** Verifies the segments in order, each to where the next one begins. */
async function scanSegments(segments: readonly JournalSegment[], onUnclear: 'refuse' | 'cut'): Promise<JournalScan> {
  let end: LogEnd | undefined;
  let scan: JournalScan = { end: emptyLogEnd(), endPosition: 0, lastWrite: undefined, cut: undefined };
  for (const [at, segment] of segments.entries()) {
    const { start } = segment.header;
    const continues = end === undefined || (start.lastIndex === end.lastIndex && equalBytes(start.lastDigest, end.lastDigest));
    if (!continues) {
      const place = { file: segment.path, position: 40, offset: start.nextOffset };
      throw corrupt('what comes before this segment is missing or another history', place);
    }
    scan = await scanJournalSegment({ segment, nextOffset: segments[at + 1]?.header.start.nextOffset, onUnclear });
    segment.recovered(scan.endPosition, scan.end);
    end = scan.end;
  }
  return scan;
}

/** The last write may be in the page cache alone: the same bytes once more, so that the sync behind it finds them changed. */
async function makeDurable(newest: JournalSegment, lastWrite: JournalScan['lastWrite']): Promise<void> {
  if (lastWrite !== undefined) {
    const bytes = await newest.file.read(lastWrite.position, lastWrite.bytes);
    assert(bytes.length === lastWrite.bytes, 'a write that was read before is there');
    await newest.file.write(lastWrite.position, [bytes]);
  }
  await newest.file.sync();
}

/** The offset up to which everything is applied: what is behind it must be here. */
function checkApplied(chain: SegmentChain, applied: { readonly recorded: number; readonly given: number | undefined }): number {
  const { recorded, given } = applied;
  const first = chain.start.end.lastIndex;
  const last = chain.end.lastIndex;
  const file = chain.current.path;
  if (recorded < first || recorded > last) {
    throw corrupt(`all up to offset ${recorded} was applied, but the journal holds ${first + 1} to ${last}`, { file });
  }
  if (given === undefined) return recorded;
  if (given >= first && given <= last) return given;
  const what = `the store has applied up to offset ${given}, but the journal holds ${first + 1} to ${last}: they are not of the same moment`;
  const next = 'Restore both from copies of one moment, or give the store its own journal.';
  throw new JournalError('APPLIED_MISMATCH', { what, next, place: { file: defined(file, 'a file'), offset: given } });
}
