// A data directory as a running node leaves one, over the disk in memory: a genesis, several segments, a void suffix, a cut and a snapshot.
import { genesisTextOf } from '../../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../../consensus/limits.ts';
import type { PartitionStorage } from '../../../../consensus/ports.ts';
import type { Entry } from '../../../../consensus/types.ts';
import type { Finding } from '../../../../log/inspect/finding.ts';
import { type VerifiedPartition, verifyDirectory } from '../../../../log/inspect/verify.ts';
import { openSnapshotStore } from '../../../../log/snapshot-store.ts';
import { entriesAfter, INCARNATION, NODE, openData, PARTITION, ROOT } from '../fixture.ts';
import { MemoryDisk } from '../memory-disk.ts';

export const GENESIS = genesisTextOf({
  formatVersion: 1,
  partitions: 1,
  limits: DEFAULT_CLUSTER_LIMITS,
  members: [{ id: NODE, incarnation: INCARNATION, peerAddress: 'n1:7501', clientAddress: 'n1:7401' }],
});

/** Runs `body` on partition 1 of a formed node and leaves the directory as the process leaves it when it ends, or when it is killed. */
export async function directoryOf(
  body: (log: PartitionStorage, disk: MemoryDisk) => Promise<void>,
  end: 'ends' | 'is-killed' = 'ends',
): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const data = await openData(disk);
  await data.saveGenesis(GENESIS);
  const log = await data.openPartition(1);
  await body(log, disk);
  if (end === 'ends') await data.close();
  disk.kill();
  disk.restart();
  return disk;
}

/** Appends in groups of two entries; returns the last. */
export async function appendAll(log: PartitionStorage, entries: readonly Entry[]): Promise<Entry | undefined> {
  for (let at = 0; at < entries.length; at += 2) await log.append(entries.slice(at, at + 2));
  return entries.at(-1);
}

const SIZES = [0, 700, 61, 1500, 300, 33, 900, 2000, 10, 450, 1200, 77, 3000, 5, 640];

/** Three segments and more; entries 13 to 15 are void and written again in term 3. */
export async function fullDirectory(end: 'ends' | 'is-killed' = 'ends'): Promise<MemoryDisk> {
  return directoryOf(async (log, disk) => {
    await log.saveHardState({ term: 2, votedFor: NODE });
    const entries = entriesAfter(undefined, { term: 1, sizes: SIZES });
    await appendAll(log, entries);
    await log.saveHardState({ term: 3, votedFor: undefined });
    const others = entriesAfter(entries[11], { term: 3, sizes: [0, 800, 2200, 900, 1800, 2500, 40] });
    await appendAll(log, others);
    await snapshotAt(disk, entries[4]);
  }, end);
}

/** A snapshot of what the log up to and including this entry amounts to. */
export async function snapshotAt(disk: MemoryDisk, entry: Entry | undefined): Promise<void> {
  if (entry === undefined) throw new RangeError('no such entry');
  const store = await openSnapshotStore({ disk, directory: PARTITION, partition: 1 });
  const { index, term, digest, timestamp } = entry;
  const writer = await store.create({ partition: 1, index, term, digest, timestamp, nextOffset: entry.firstOffset + entry.count });
  await writer.write(
    'tables',
    Uint8Array.from({ length: 300 }, (_, at) => at & 255),
  );
  await writer.write(
    'tables',
    Uint8Array.from({ length: 90 }, (_, at) => 255 - at),
  );
  await writer.finish();
}

export interface Verified {
  readonly findings: readonly Finding[];
  readonly partitions: readonly VerifiedPartition[];
}

export async function verify(disk: MemoryDisk, path: string = ROOT): Promise<Verified> {
  const findings: Finding[] = [];
  const run = verifyDirectory(disk, path);
  for (;;) {
    const next = await run.next();
    if (next.done === true) return { findings, partitions: next.value };
    findings.push(next.value);
  }
}

/** All files below a directory with their contents. */
export async function filesOf(disk: MemoryDisk, directory: string = ROOT): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of await disk.list(directory)) {
    const path = `${directory}/${name}`;
    try {
      files.set(path, disk.file(path).cache.slice());
    } catch {
      for (const [inner, bytes] of await filesOf(disk, path)) files.set(inner, bytes);
    }
  }
  return files;
}
