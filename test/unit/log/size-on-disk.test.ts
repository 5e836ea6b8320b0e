// What a failed sync leaves of a file's size: in memory alone, like the bytes (FORMAT.md, A4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { assertSameEntries, entriesAfter, INCARNATION, NODE, ROOT, readAll } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const KiB = 1024;

async function opened(disk: MemoryDisk): Promise<PartitionStorage> {
  disk.kill();
  disk.restart();
  const newIncarnation = () => INCARNATION;
  const data = await openDataDirectory({
    ...{ disk: disk.mount(), path: ROOT, nodeId: NODE, newIncarnation },
    firstSegmentBytes: 32 * KiB * KiB,
  });
  return data.openPartition(1);
}

for (const [what, bytes] of [
  ['large', 900 * KiB],
  ['small', 100 * KiB],
] as const) {
  test(`a file that a failed sync made longer in memory alone is as long on the disk once the next start goes on with it: ${what} writes`, async () => {
    const disk = new MemoryDisk();
    const log = await opened(disk);
    const entries = entriesAfter(undefined, { term: 1, sizes: [1000 * KiB, bytes, bytes] });
    await log.saveHardState({ term: 1, votedFor: undefined });
    await log.append(entries.slice(0, 1));
    disk.failNextSync = true;
    await assert.rejects(log.append(entries.slice(1, 2)));
    const again = await opened(disk);
    const kept = again.lastIndex;
    for (const entry of entries.slice(kept)) await again.append([entry]);
    disk.cutPower(() => 0.99);
    const last = await opened(disk);
    assertSameEntries(await readAll(last), entries);
    assert.deepEqual([last.claim, last.recovery.unclearAt], [undefined, undefined]);
  });
}
