// Which files of a backup hold what was saved, and their digests, for the manifest. Segments are read back on the way, entry by entry. What was described
// before and cannot have changed is not read again.
import type { Disk } from '../../consensus/ports.ts';
import type { LogBase } from '../../consensus/types.ts';
import { parseSegmentName } from '../segment-header.ts';
import { snapshotName } from '../snapshot-format.ts';
import type { BackupFile } from './manifest.ts';
import { backupDamaged, digestOfFile, readSegmentEntries } from './reading.ts';

export interface Described {
  /** The data directory, absolute. */
  readonly dataPath: string;
  readonly partition: number;
  readonly base: LogBase;
  readonly lastIndex: number;
  /** From the manifest before. */
  readonly known: readonly BackupFile[];
}

/** The snapshot of the base, if it has one, and the segments that hold entries. Throws `CORRUPT`. */
export async function filesOf(disk: Disk, described: Described): Promise<BackupFile[]> {
  const { dataPath, partition, base, lastIndex, known } = described;
  const directory = `partition-${String(partition).padStart(4, '0')}`;
  const files: BackupFile[] = [];
  if (base.index > 0) files.push(await snapshotFile(disk, { dataPath, name: `${directory}/${snapshotName(base.index)}`, known }));
  const segments = liveSegments(await disk.list(`${dataPath}/${directory}`)).filter(({ firstIndex }) => firstIndex <= lastIndex);
  for (const [at, { name: fileName }] of segments.entries()) {
    const name = `${directory}/${fileName}`;
    const next = segments[at + 1];
    const unchanged = next === undefined ? undefined : known.find((file) => file.name === name && file.isSealed);
    const limit = next?.firstIndex ?? lastIndex + 1;
    files.push(unchanged ?? (await segmentFile(disk, { dataPath, name, partition, limit, isSealed: next !== undefined })));
  }
  return files;
}

async function snapshotFile(
  disk: Disk,
  { dataPath, name, known }: { readonly dataPath: string; readonly name: string; readonly known: readonly BackupFile[] },
): Promise<BackupFile> {
  const unchanged = known.find((file) => file.name === name);
  if (unchanged !== undefined) return unchanged;
  const path = `${dataPath}/${name}`;
  const file = await disk.open(path, { create: false });
  const bytes = await file.size();
  await file.close();
  return { name, bytes, sha256: await digestOf(disk, path, bytes), isSealed: true };
}

async function segmentFile(
  disk: Disk,
  segment: {
    readonly dataPath: string;
    readonly name: string;
    readonly partition: number;
    readonly limit: number;
    readonly isSealed: boolean;
  },
): Promise<BackupFile> {
  const { dataPath, name, partition, limit, isSealed } = segment;
  const path = `${dataPath}/${name}`;
  const entries = readSegmentEntries(disk, { path, partition, limit });
  let step = await entries.next();
  while (step.done !== true) step = await entries.next();
  const bytes = step.value;
  return { name, bytes, sha256: await digestOf(disk, path, bytes), isSealed };
}

async function digestOf(disk: Disk, path: string, bytes: number): Promise<string> {
  const digest = await digestOfFile(disk, path, bytes);
  if (digest === undefined) throw backupDamaged('the file became shorter while it was read', { file: path });
  return digest;
}

/** In the order in which they were made, without those that a newer one begins at or below. */
function liveSegments(names: readonly string[]): { readonly name: string; readonly firstIndex: number }[] {
  const found = names.flatMap((name) => {
    const parsed = parseSegmentName(name);
    return parsed === undefined ? [] : [{ name, ...parsed }];
  });
  found.sort((left, right) => left.sequence - right.sequence);
  const live: { name: string; firstIndex: number }[] = [];
  for (const segment of found) {
    while ((live.at(-1)?.firstIndex ?? 0) >= segment.firstIndex) live.pop();
    live.push(segment);
  }
  return live;
}
