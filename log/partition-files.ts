// The files in the directory of a partition that belong to its log: names sorted out, headers and seals read, nothing decided.
import type { Disk } from '../consensus/ports.ts';
import { corrupt, LogError } from './errors.ts';
import { HARD_STATE_FILE, type HardStateOwner } from './hard-state.ts';
import { isSealOf, parseSealName, type Seal, sealName } from './seal.ts';
import { readSeal } from './sealing.ts';
import { decodeSegmentHeader, parseSegmentName, SEGMENT_HEADER_BYTES, type SegmentHeader, segmentName } from './segment-header.ts';
import { TEMPORARY_SUFFIX } from './small-file.ts';
import { readAround } from './unreadable.ts';

/** Where a partition's files lie and whose they are. */
export interface FilesPlace {
  readonly disk: Disk;
  readonly directory: string;
  readonly owner: HardStateOwner;
}

/** What a name stands for. */
interface SegmentKey {
  readonly firstIndex: number;
  readonly sequence: number;
}

/** A segment that has a file, a seal, or both. */
export interface FoundSegment extends SegmentKey {
  readonly path: string;
  /** Of the file; `undefined`: there is none. */
  readonly bytes: number | undefined;
  /** As the file or else the seal says; `undefined`: nobody says. */
  readonly header: SegmentHeader | undefined;
  /** Sound, and made of this edition of the segment. */
  readonly seal: Seal | undefined;
  /** The file's own is not sound. */
  readonly isHeaderDamaged: boolean;
}

export interface FileNames {
  readonly segments: readonly SegmentKey[];
  readonly seals: readonly SegmentKey[];
}

/** Removes unfinished files of ours. Throws `FOREIGN_FILE`. */
export async function sortNames(place: FilesPlace, names: readonly string[]): Promise<FileNames> {
  const { disk, directory } = place;
  const segments: SegmentKey[] = [];
  const seals: SegmentKey[] = [];
  for (const name of names) {
    const isTemporary = name.endsWith(TEMPORARY_SUFFIX);
    const finished = isTemporary ? name.slice(0, -TEMPORARY_SUFFIX.length) : name;
    const segment = parseSegmentName(finished);
    const seal = parseSealName(finished);
    if (segment === undefined && seal === undefined && finished !== HARD_STATE_FILE) throw foreignFile(`${directory}/${name}`);
    if (isTemporary) await disk.remove(`${directory}/${name}`);
    else if (segment !== undefined) segments.push(segment);
    else if (seal !== undefined) seals.push(seal);
  }
  return { segments, seals };
}

/** All segments of which there is a trace, in the order in which they were made. Throws `CORRUPT` for one of another place, `VERSION`. */
export async function findSegments(place: FilesPlace, names: FileNames): Promise<FoundSegment[]> {
  const withSeal = new Set(names.seals.map(segmentName));
  const withFile = new Set(names.segments.map(segmentName));
  const found: FoundSegment[] = [];
  for (const key of names.segments) found.push(await findSegment(place, key, withSeal.has(segmentName(key))));
  for (const key of names.seals) {
    if (withFile.has(segmentName(key))) continue;
    const seal = await readSeal(place.disk, place.directory, { ...place.owner, ...key });
    found.push({ ...key, path: pathOf(place, key), bytes: undefined, header: seal?.header, seal, isHeaderDamaged: false });
  }
  return found.sort((left, right) => left.sequence - right.sequence);
}

async function findSegment(place: FilesPlace, key: SegmentKey, hasSeal: boolean): Promise<FoundSegment> {
  const path = pathOf(place, key);
  const file = await place.disk.open(path, { create: false });
  try {
    const bytes = await file.size();
    const block = await readAround(file, 0, SEGMENT_HEADER_BYTES);
    const header = soundHeader(block, path);
    if (header !== undefined) checkPlace(header, { path, key, owner: place.owner });
    const seal = hasSeal ? await readSeal(place.disk, place.directory, { ...place.owner, ...key }) : undefined;
    const fits = seal !== undefined && (header === undefined || isSealOf(seal, block));
    return {
      ...key,
      path,
      bytes,
      header: header ?? seal?.header,
      seal: fits ? seal : undefined,
      isHeaderDamaged: header === undefined,
    };
  } finally {
    await file.close();
  }
}

function soundHeader(block: Uint8Array, path: string): SegmentHeader | undefined {
  try {
    return decodeSegmentHeader(block, path);
  } catch (error) {
    if (error instanceof LogError && error.code === 'CORRUPT') return undefined;
    throw error;
  }
}

function checkPlace(
  header: SegmentHeader,
  expected: { readonly path: string; readonly key: SegmentKey; readonly owner: HardStateOwner },
): void {
  const { path, key, owner } = expected;
  const fits =
    header.incarnation === owner.incarnation &&
    header.partition === owner.partition &&
    header.sequence === key.sequence &&
    header.firstIndex === key.firstIndex;
  if (!fits) throw corrupt('this segment belongs to another place, partition or node', { file: path });
}

function pathOf(place: FilesPlace, key: SegmentKey): string {
  return `${place.directory}/${segmentName(key)}`;
}

/** Removes files and seals of segments, and durably so. */
export async function removeFiles(place: FilesPlace, segments: readonly SegmentKey[]): Promise<void> {
  if (segments.length === 0) return;
  const names = new Set(await place.disk.list(place.directory));
  for (const segment of segments) {
    // The seal first: alone it would stand for a segment that was lost.
    for (const name of [sealName(segment), segmentName(segment)])
      if (names.has(name)) await place.disk.remove(`${place.directory}/${name}`);
  }
  await place.disk.syncDirectory(place.directory);
}

/** Something in the data directory that this version did not make. */
export function foreignFile(file: string): LogError {
  const next = 'If it is not needed, move it out of the data directory; if a later version of ledgerline made it, start that version.';
  return new LogError('FOREIGN_FILE', { what: 'this file does not belong to the data directory', next, place: { file } });
}
