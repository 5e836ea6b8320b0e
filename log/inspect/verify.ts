// Verifies a whole data directory, read-only: the node's files, each partition's hard state, segments, chain of digests, base and snapshots. A second
// opinion beside recovery. The Levels (key index, state) are never opened: the node checks them when it starts.
import type { Disk } from '../../consensus/ports.ts';
import type { SnapshotInfo } from '../../consensus/types.ts';
import { equalBytes } from '../bytes.ts';
import { endOf } from '../log-end.ts';
import { verifySnapshotFile } from '../snapshot-reader.ts';
import { ChainCheck, type ChainEnd } from './chain-check.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import { takeInventory } from './inventory.ts';
import type { PartitionInventory, SnapshotFileInventory } from './partition-inventory.ts';
import { verifySegment } from './segment-verify.ts';

export interface VerifiedPartition {
  readonly partition: number;
  /** The log begins behind this entry. */
  readonly baseIndex: number;
  /** The last sound entry. */
  readonly end: ChainEnd;
  readonly entries: number;
  readonly transactions: number;
  readonly liveSegments: number;
  /** Indexes of the sound snapshots, newest first. */
  readonly snapshots: readonly number[];
}

export interface VerifyOptions {
  /** Only this one. */
  readonly partition?: number | undefined;
  /** Called after each file with its bytes. */
  readonly progress?: ((bytes: number) => void) | undefined;
}

/** Yields what was found, in the order of the files; returns what was verified. Throws `FOREIGN_FILE` and `IO` for the directory itself. */
export async function* verifyDirectory(
  disk: Disk,
  path: string,
  options: VerifyOptions = {},
): AsyncGenerator<Finding, VerifiedPartition[], undefined> {
  const inventory = await takeInventory(disk, path);
  yield* inventory.findings;
  const verified: VerifiedPartition[] = [];
  for (const partition of inventory.partitions) {
    if (options.partition !== undefined && options.partition !== partition.partition) continue;
    verified.push(yield* verifyPartition(disk, partition, options));
  }
  return verified;
}

async function* verifyPartition(
  disk: Disk,
  inventory: PartitionInventory,
  { progress }: VerifyOptions,
): AsyncGenerator<Finding, VerifiedPartition, undefined> {
  const { partition, base, incarnation } = inventory;
  yield* inventory.findings;
  yield* checkCounted(inventory);
  const snapshots: SnapshotInfo[] = [];
  for (const snapshot of inventory.snapshots) {
    if (snapshot.kind !== 'whole') continue;
    const checked = await checkSnapshot(disk, snapshot, partition);
    if ('severity' in checked) yield checked;
    else snapshots.push(checked);
    progress?.('severity' in checked ? 0 : checked.bytes);
  }
  const chain = new ChainCheck(
    endOf(base),
    snapshots.map(({ index }) => index),
  );
  const live = inventory.segments.filter(({ state }) => state === 'live');
  for (const segment of live) {
    if (incarnation === undefined) break;
    yield* verifySegment({ disk, partition, incarnation, segment, chain, synced: inventory.hardState?.synced });
    progress?.(segment.bytes);
  }
  yield* chain.finish();
  yield* checkSnapshots(inventory, snapshots, chain);
  const { entries, transactions } = chain.mark;
  return {
    partition,
    baseIndex: base.index,
    end: chain.end,
    entries,
    transactions,
    liveSegments: live.length,
    snapshots: snapshots.map(({ index }) => index),
  };
}

/** What the hard state knows of the log: how many segments were made, and whether an end of it is unclear. */
function* checkCounted({ partition, directory, hardState, segments }: PartitionInventory): Generator<Finding> {
  if (hardState === undefined) return;
  const newest = segments.at(-1)?.sequence ?? 0;
  const about = { partition, file: directory, code: 'PARTITION' as const };
  if (newest < hardState.newestSegment) {
    const what = `segment ${hardState.newestSegment}, which was made here, is missing`;
    yield { ...about, severity: 'damage', what, next: NEXT.replace };
  }
  if (newest > hardState.newestSegment) {
    const what = `segment ${newest} is not counted yet: a crash came in between`;
    yield { ...about, severity: 'note', what, next: NEXT.start };
  }
  if (hardState.claim !== undefined) {
    const { index, term } = hardState.claim;
    const place = index === Number.MAX_SAFE_INTEGER ? `of term ${term}, nobody knows how far` : `up to ${index} of term ${term}`;
    const what = `an end of the log was unclear and is not settled: it may have acknowledged entries ${place}`;
    yield { ...about, severity: 'unclear', code: 'CLAIM', what, next: NEXT.settle };
  }
}

async function checkSnapshot(disk: Disk, snapshot: SnapshotFileInventory, partition: number): Promise<SnapshotInfo | Finding> {
  const about = { code: 'SNAPSHOT' as const, partition, file: snapshot.file, next: NEXT_SNAPSHOT };
  try {
    const info = await verifySnapshotFile(disk, snapshot.file);
    if (info.partition === partition && info.index === snapshot.index) return info;
    const what = `it is the snapshot of partition ${info.partition} at ${info.index}`;
    return { ...about, severity: 'damage', what };
  } catch (error) {
    return findingOf(error, about);
  }
}

const NEXT_SNAPSHOT = 'Start the node: it uses the snapshot before it, or takes the one of another node. It takes a new one by itself.';

function* checkSnapshots(inventory: PartitionInventory, snapshots: readonly SnapshotInfo[], chain: ChainCheck): Generator<Finding> {
  const { partition, directory, base } = inventory;
  for (const { index, term, nextOffset, digest } of snapshots) {
    const file = inventory.snapshots.find((found) => found.index === index)?.file ?? directory;
    const place = { partition, file, code: 'SNAPSHOT' as const };
    const found = chain.digests.get(index);
    const isOtherBase = index === base.index && (term !== base.term || nextOffset !== base.nextOffset);
    if (isOtherBase || (found !== undefined && !equalBytes(found, digest))) {
      yield {
        ...place,
        severity: 'damage',
        what: `it is of another history than the log: the digests at ${index} differ`,
        next: NEXT_SNAPSHOT,
      };
    }
    if (index > chain.end.lastIndex) {
      yield { ...place, severity: 'note', what: `it is ahead of the log, which ends at ${chain.end.lastIndex}`, next: NEXT.start };
    }
  }
  if (base.index > 0 && !snapshots.some(({ index }) => index >= base.index)) {
    const what = `the log begins behind entry ${base.index}, and no sound snapshot covers what was before`;
    yield { partition, file: directory, code: 'SNAPSHOT', severity: 'damage', what, next: NEXT.replace };
  }
}
