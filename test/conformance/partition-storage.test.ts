// The log's partition storage over the real disk and over the one in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from '../../consensus/ports.ts';
import { type DataDirectory, openDataDirectory } from '../../log/data-directory.ts';
import { nodeDisk } from '../../log/node-disk.ts';
import { INCARNATION, NODE } from '../unit/log/fixture.ts';
import { MemoryDisk } from '../unit/log/memory-disk.ts';
import { partitionStorageSuite } from './partition-storage-suite.ts';

function open(disk: Disk, path: string): Promise<DataDirectory> {
  return openDataDirectory({ disk, path, nodeId: NODE, newIncarnation: () => INCARNATION });
}

partitionStorageSuite('segments on the real disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-log-'));
  let data = await open(nodeDisk(), `${directory}/data`);
  return {
    storage: await data.openPartition(1),
    reopen: async () => {
      await data.close();
      data = await open(nodeDisk(), `${directory}/data`);
      return data.openPartition(1);
    },
    dispose: async () => {
      await data.close();
      await rm(directory, { recursive: true });
    },
  };
});

partitionStorageSuite('segments in memory', async () => {
  const disk = new MemoryDisk();
  return {
    storage: await (await open(disk.mount(), '/data')).openPartition(1),
    reopen: async () => {
      disk.kill();
      disk.restart();
      return (await open(disk.mount(), '/data')).openPartition(1);
    },
    dispose: async () => undefined,
  };
});
