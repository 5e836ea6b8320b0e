// The simulated disk and key index do what the real ones do: the conformance suites of the ports, over simulated time.

import type { NodeId } from '../../../consensus/types.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { diskSuite } from '../../conformance/disk-suite.ts';
import { keyIndexSuite } from '../../conformance/key-index-suite.ts';
import { partitionStorageSuite } from '../../conformance/partition-storage-suite.ts';
import { runningTime } from '../../conformance/running-time.ts';
import { SimDisk } from '../../sim/disk.ts';
import { KeyIndexStore } from '../../sim/key-index.ts';
import { SimProcess } from '../../sim/process.ts';
import { Random } from '../../sim/random.ts';

const DELAYS = { readMs: 0.1, writeMs: 0.1, syncMs: 1, slowSyncShare: 0, slowSyncMs: 0 };

diskSuite('simulated', async () => {
  const { scheduler, stop } = runningTime();
  const disk = new SimDisk(new Random(1), { ...DELAYS }).mount(new SimProcess(scheduler));
  await disk.makeDirectory('/here');
  return { disk, directory: '/here', dispose: async () => stop() };
});

keyIndexSuite('simulated', async () => {
  const { scheduler, stop } = runningTime();
  const store = new KeyIndexStore(new Random(1), { readMs: 1, writeMs: 1 });
  const process = new SimProcess(scheduler);
  const index = store.open(process);
  return {
    index,
    reopen: async () => {
      await index.close();
      return store.open(process);
    },
    dispose: async () => stop(),
  };
});

partitionStorageSuite('on the simulated disk', async () => {
  const { scheduler, stop } = runningTime();
  const disk = new SimDisk(new Random(1), { ...DELAYS }).mount(new SimProcess(scheduler));
  const open = () => openDataDirectory({ disk, path: '/data', nodeId: 'n1' as NodeId, newIncarnation: () => '0'.repeat(32) });
  let directory = await open();
  return {
    storage: await directory.openPartition(1),
    reopen: async () => {
      await directory.close();
      directory = await open();
      return directory.openPartition(1);
    },
    dispose: async () => stop(),
  };
});
