// What lies in the directory of one partition: hard state, segments with their headers, snapshots; and which segments are live.
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import type { LogBase } from '../../consensus/types.ts';
import { hasCode } from '../errors.ts';
import { HARD_STATE_FILE, type HardStateOwner, type HardStateRecord, hardStateFormat } from '../hard-state.ts';
import { baseOf, emptyBase } from '../log-end.ts';
import { parseSealName, sealName } from '../seal.ts';
import { decodeSegmentHeader, parseSegmentName, SEGMENT_HEADER_BYTES, type SegmentHeader, startOf } from '../segment-header.ts';
import { TEMPORARY_SUFFIX } from '../small-file.ts';
import { parseSnapshotName } from '../snapshot-format.ts';
import { COPY_BLOCK_BYTES, type Copy, decodeCopy } from '../two-copy-file.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';

/** `void`: newer segments begin at or below it, and it proves nothing. `compacted`: all of it is below the base. */
export type SegmentState = 'live' | 'void' | 'compacted';

export interface SegmentInventory {
  readonly file: string;
  readonly name: string;
  readonly sequence: number;
  /** By its name, as the header says if it is sound. */
  readonly firstIndex: number;
  readonly bytes: number;
  /** `undefined`: damaged; there is a finding. */
  readonly header: SegmentHeader | undefined;
  readonly state: SegmentState;
  /** Has a seal beside it. */
  readonly isSealed: boolean;
  /** From this index on its entries are void; `undefined` in the newest. */
  readonly limit: number | undefined;
}

export interface SnapshotFileInventory {
  readonly file: string;
  readonly index: number;
  /** `writing` and `receiving` are not finished. */
  readonly kind: 'whole' | 'writing' | 'receiving';
  readonly bytes: number;
}

export interface PartitionInventory {
  readonly partition: number;
  readonly directory: string;
  /** Needed to read the segments; of the identity, else of the first sound segment. `undefined`: nothing can be read. */
  readonly incarnation: string | undefined;
  /** The sound copy that counts. */
  readonly hardState: HardStateRecord | undefined;
  /** Where the log begins. */
  readonly base: LogBase;
  /** In the order in which they were made. */
  readonly segments: readonly SegmentInventory[];
  /** Newest first. */
  readonly snapshots: readonly SnapshotFileInventory[];
  readonly findings: readonly Finding[];
}

export interface PartitionPlace {
  readonly directory: string;
  readonly partition: number;
  readonly incarnation: string | undefined;
}

export async function takePartition(disk: Disk, place: PartitionPlace): Promise<PartitionInventory> {
  const { directory, partition } = place;
  const findings: Finding[] = [];
  const names = await listOf(disk, place, findings);
  const segments: ReadSegment[] = [];
  for (const name of names) {
    if (parseSegmentName(name) !== undefined)
      segments.push(await readSegment(disk, { ...place, name, isSealed: isSealed(name, names) }, findings));
  }
  segments.sort((left, right) => left.sequence - right.sequence);
  const incarnation = place.incarnation ?? segments.find(({ header }) => header !== undefined)?.header?.incarnation;
  const hardState = await readHardState(disk, { ...place, names, incarnation, segments }, findings);
  const newest = segments.at(-1);
  // Beginning anew behind a snapshot takes its base with the count: a crash in between leaves it to the next start.
  const isUncounted = newest?.header?.reason === 'snapshot' && newest.sequence > (hardState?.newestSegment ?? 0);
  const first = segments.find(({ header }) => header !== undefined)?.header;
  const counted = hardState?.base ?? (first === undefined ? emptyBase() : baseOf(startOf(first)));
  const base = isUncounted && newest.header !== undefined ? baseOf(startOf(newest.header)) : counted;
  for (const name of names) findings.push(...checkName(name, place));
  const snapshots: SnapshotFileInventory[] = [];
  for (const name of names) {
    const parsed = parseSnapshotName(name);
    if (parsed !== undefined)
      snapshots.push({ ...parsed, file: `${directory}/${name}`, bytes: await sizeOf(disk, `${directory}/${name}`) });
  }
  snapshots.sort((left, right) => right.index - left.index);
  return { partition, directory, incarnation, hardState, base, segments: withStates(segments, base), snapshots, findings };
}

/** 0 if it cannot be read: whoever reads all of it will say so. */
async function sizeOf(disk: Disk, file: string): Promise<number> {
  try {
    return await withFile(disk, file, (opened) => opened.size());
  } catch {
    return 0;
  }
}

async function listOf(disk: Disk, { directory, partition }: PartitionPlace, findings: Finding[]): Promise<string[]> {
  try {
    return (await disk.list(directory)).sort();
  } catch (error) {
    findings.push(findingOf(error, { code: 'PARTITION', partition, file: directory, next: NEXT.replace }));
    return [];
  }
}

type ReadSegment = Omit<SegmentInventory, 'state' | 'limit'>;

async function readSegment(
  disk: Disk,
  place: PartitionPlace & { readonly name: string; readonly isSealed: boolean },
  findings: Finding[],
): Promise<ReadSegment> {
  const { directory, partition, name } = place;
  const file = `${directory}/${name}`;
  const named = parseSegmentName(name) ?? { firstIndex: 0, sequence: 0 };
  const about = { code: 'SEGMENT' as const, partition, file, position: 0, from: named.firstIndex, next: NEXT.repair };
  let bytes = 0;
  let header: SegmentHeader | undefined;
  try {
    await withFile(disk, file, async (opened) => {
      bytes = await opened.size();
      const decoded = decodeSegmentHeader(await opened.read(0, SEGMENT_HEADER_BYTES), file);
      const isOurs =
        decoded.partition === partition &&
        decoded.incarnation === (place.incarnation ?? decoded.incarnation) &&
        decoded.sequence === named.sequence &&
        decoded.firstIndex === named.firstIndex;
      if (isOurs) header = decoded;
      else {
        const what = 'this segment belongs to another place, partition or node';
        findings.push({ ...about, severity: 'damage', what, next: NEXT.misplaced });
      }
    });
  } catch (error) {
    findings.push(findingOf(error, about));
  }
  return { file, name, ...named, bytes, header, isSealed: place.isSealed };
}

/** Opens a file for `body` and closes it whatever happens. */
export async function withFile<T>(disk: Disk, path: string, body: (file: DiskFile) => Promise<T>): Promise<T> {
  const file = await disk.open(path, { create: false });
  try {
    return await body(file);
  } finally {
    await file.close();
  }
}

interface HardStatePlace extends PartitionPlace {
  readonly names: readonly string[];
  readonly segments: readonly ReadSegment[];
}

async function readHardState(disk: Disk, place: HardStatePlace, findings: Finding[]): Promise<HardStateRecord | undefined> {
  const { directory, partition, names, segments, incarnation } = place;
  const file = `${directory}/${HARD_STATE_FILE}`;
  const about = { code: 'HARD_STATE' as const, partition, file, next: NEXT.replace };
  if (!names.includes(HARD_STATE_FILE)) {
    const what = 'the hard state is missing: this node no longer knows whom it voted for';
    if (segments.length > 0) findings.push({ ...about, severity: 'damage', what });
    else findings.push({ ...about, severity: 'note', what: 'the partition was not made yet', next: NEXT.start });
    return undefined;
  }
  if (incarnation === undefined) return undefined;
  let copies: Copy<HardStateRecord>[];
  try {
    const owner: HardStateOwner = { incarnation, partition };
    copies = await withFile(disk, file, async (opened) => {
      const contents = await opened.read(0, 2 * COPY_BLOCK_BYTES);
      return [0, COPY_BLOCK_BYTES].map((position) =>
        decodeCopy(hardStateFormat(owner), contents.subarray(position, position + COPY_BLOCK_BYTES), { file, position }),
      );
    });
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    findings.push(findingOf(error, about));
    return undefined;
  }
  const sound = copies.flatMap((copy) => (copy.kind === 'sound' ? [copy] : []));
  const next = sound.length > 0 ? 'Start the node: it takes the other copy and writes both anew.' : NEXT.replace;
  for (const copy of copies) if (copy.kind === 'bad') findings.push(findingOf(copy.error, { ...about, next }));
  const [first, second] = sound;
  if (first !== undefined && second !== undefined && first.counter !== second.counter) {
    findings.push({ ...about, severity: 'note', what: 'a save of the hard state was cut short, the newer copy counts', next: NEXT.start });
  }
  return [...sound].sort((left, right) => right.counter - left.counter)[0]?.record;
}

/** From the newest to the oldest: each makes void what older ones hold from its first index on. */
function withStates(segments: readonly ReadSegment[], base: LogBase): SegmentInventory[] {
  let limit: number | undefined;
  let isBegunAnew = false;
  const states: SegmentInventory[] = [];
  for (const segment of [...segments].reverse()) {
    const isVoid = isBegunAnew || segment.firstIndex >= (limit ?? Number.POSITIVE_INFINITY);
    const isCompacted = !isVoid && limit !== undefined && limit <= base.index + 1;
    states.push({ ...segment, limit, state: isVoid ? 'void' : isCompacted ? 'compacted' : 'live' });
    if (isVoid) continue;
    limit = segment.firstIndex;
    isBegunAnew = segment.header?.reason === 'snapshot';
  }
  return states.reverse();
}

function isSealed(segment: string, names: readonly string[]): boolean {
  const parsed = parseSegmentName(segment);
  return parsed !== undefined && names.includes(sealName(parsed));
}

function checkName(name: string, { directory, partition }: PartitionPlace): Finding[] {
  const isTemporary = name.endsWith(TEMPORARY_SUFFIX);
  const finished = isTemporary ? name.slice(0, -TEMPORARY_SUFFIX.length) : name;
  const snapshot = parseSnapshotName(name);
  const isSegment = parseSegmentName(finished) !== undefined || parseSealName(finished) !== undefined;
  const isOurs = finished === HARD_STATE_FILE || isSegment || snapshot !== undefined;
  const place = { partition, file: `${directory}/${name}` };
  if (!isOurs) {
    const what = 'this file does not belong to the data directory';
    return [{ ...place, severity: 'note', code: 'FOREIGN_FILE', what, next: NEXT.move }];
  }
  if (!isTemporary && (snapshot === undefined || snapshot.kind === 'whole')) return [];
  const what = snapshot?.kind === 'receiving' ? 'a snapshot that is on its way from another node' : 'a file that was never finished';
  return [{ ...place, severity: 'note', code: 'UNFINISHED', what, next: NEXT.start }];
}
