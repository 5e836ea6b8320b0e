// The snapshot store over the real disk, the one in memory and the simulated one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import { nodeDisk } from '../../log/node-disk.ts';
import { openSnapshotStore } from '../../log/snapshot-store.ts';
import { SimDisk } from '../sim/disk.ts';
import { SimProcess } from '../sim/process.ts';
import { Random } from '../sim/random.ts';
import { MemoryDisk } from '../unit/log/memory-disk.ts';
import { runningTime } from './running-time.ts';
import { snapshotStoreSuite } from './snapshot-store-suite.ts';

/** The real disk, whose files the end of a process closes. */
function closingDisk(): { readonly disk: Disk; readonly closeAll: () => Promise<void> } {
  const disk = nodeDisk();
  const files: DiskFile[] = [];
  const openFile: Disk['open'] = async (path, options) => {
    const file = await disk.open(path, options);
    files.push(file);
    return file;
  };
  return {
    disk: { ...disk, open: openFile },
    closeAll: async () => {
      for (const file of files) await file.close();
    },
  };
}

const open = (disk: Disk, directory: string) => openSnapshotStore({ disk, directory, partition: 1 });

snapshotStoreSuite('on the real disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-snapshots-'));
  let disk = closingDisk();
  return {
    store: await open(disk.disk, directory),
    reopen: async () => {
      await disk.closeAll();
      disk = closingDisk();
      return open(disk.disk, directory);
    },
    dispose: async () => {
      await disk.closeAll();
      await rm(directory, { recursive: true });
    },
  };
});

snapshotStoreSuite('in memory', async () => {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/here');
  return {
    store: await open(disk, '/here'),
    reopen: () => {
      disk.kill();
      disk.restart();
      return open(disk, '/here');
    },
    dispose: async () => undefined,
  };
});

snapshotStoreSuite('on the simulated disk', async () => {
  const { scheduler, stop } = runningTime();
  const delays = { readMs: 0.1, writeMs: 0.1, syncMs: 1, slowSyncShare: 0, slowSyncMs: 0 };
  const disk = new SimDisk(new Random(1), delays);
  let process = new SimProcess(scheduler);
  await disk.mount(process).makeDirectory('/here');
  return {
    store: await open(disk.mount(process), '/here'),
    reopen: () => {
      process.die();
      disk.kill();
      process = new SimProcess(scheduler);
      return open(disk.mount(process), '/here');
    },
    dispose: async () => stop(),
  };
});
