// The state store in Level and the simulated one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStateStore } from '../../log/level-state-store.ts';
import { SimProcess } from '../sim/process.ts';
import { Random } from '../sim/random.ts';
import { StateStoreImage } from '../sim/state-store.ts';
import { runningTime } from './running-time.ts';
import { stateStoreSuite } from './state-store-suite.ts';

stateStoreSuite('level', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-state-'));
  let store = await openLevelStateStore(`${directory}/state`);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openLevelStateStore(`${directory}/state`);
      return store;
    },
    dispose: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
});

stateStoreSuite('simulated', async () => {
  const { scheduler, stop } = runningTime();
  const image = new StateStoreImage(new Random(1), { readMs: 1, writeMs: 1 });
  const process = new SimProcess(scheduler);
  const store = image.open(process);
  return {
    store,
    reopen: async () => {
      await store.close();
      return image.open(process);
    },
    dispose: async () => stop(),
  };
});
