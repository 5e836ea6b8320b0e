// Everything that lies in the segments of a data directory, in the order in which it was written: for dump and stats.
import type { Disk } from '../../consensus/ports.ts';
import { segmentSeed } from '../segment-header.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import type { Inventory } from './inventory.ts';
import type { PartitionInventory, SegmentInventory } from './partition-inventory.ts';
import { type SegmentRecord, walkSegment } from './segment-walk.ts';

export interface WalkOptions {
  readonly partition?: number | undefined;
  /** Also segments that are void or compacted. */
  readonly withVoid: boolean;
  /** Inclusive: segments without any of these are left out. */
  readonly from: number;
  readonly to: number;
}

export type DirectoryRecord =
  | { readonly kind: 'partition'; readonly partition: PartitionInventory }
  | { readonly kind: 'segment'; readonly partition: number; readonly segment: SegmentInventory }
  /** The segment cannot be read, or not to its end. */
  | { readonly kind: 'unreadable'; readonly partition: number; readonly segment: SegmentInventory; readonly finding: Finding }
  | { readonly kind: 'record'; readonly partition: number; readonly segment: SegmentInventory; readonly record: SegmentRecord };

export async function* walkDirectory(
  disk: Disk,
  inventory: Inventory,
  options: WalkOptions,
): AsyncGenerator<DirectoryRecord, undefined, undefined> {
  for (const partition of inventory.partitions) {
    if (options.partition !== undefined && options.partition !== partition.partition) continue;
    yield { kind: 'partition', partition };
    for (const segment of partition.segments) {
      const isWanted = options.withVoid || segment.state === 'live';
      const isInRange = segment.firstIndex <= options.to && (segment.limit ?? Number.POSITIVE_INFINITY) > options.from;
      if (isWanted && (isInRange || segment.state !== 'live')) yield* walkOne(disk, partition, segment);
    }
  }
}

async function* walkOne(
  disk: Disk,
  { partition, incarnation }: PartitionInventory,
  segment: SegmentInventory,
): AsyncGenerator<DirectoryRecord, undefined, undefined> {
  const { file, sequence } = segment;
  yield { kind: 'segment', partition, segment };
  if (incarnation === undefined) return;
  let opened: Awaited<ReturnType<Disk['open']>> | undefined;
  try {
    opened = await disk.open(file, { create: false });
    const seed = segmentSeed({ incarnation, partition, sequence });
    for await (const record of walkSegment({ file: opened, size: await opened.size(), seed })) {
      yield { kind: 'record', partition, segment, record };
    }
  } catch (error) {
    const finding = findingOf(error, { code: 'UNREADABLE', partition, file, next: NEXT.repair });
    yield { kind: 'unreadable', partition, segment, finding };
  } finally {
    await opened?.close();
  }
}

/** Whether the entry at this index in this segment is not part of the log. */
export function isVoidEntry(segment: SegmentInventory, index: number): boolean {
  return segment.state !== 'live' || index >= (segment.limit ?? Number.POSITIVE_INFINITY);
}
