// What a crash leaves of the simulated state store and key index: whole batches in the order of the calls, and nothing of a load cut short.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KeyIndex, StatePair, StateStore } from '../../../consensus/ports.ts';
import { keyId, keyRecord } from '../../conformance/key-index-suite.ts';
import { runningTime } from '../../conformance/running-time.ts';
import { pairOf } from '../../conformance/state-store-suite.ts';
import { KeyIndexStore } from '../../sim/key-index.ts';
import { SimProcess } from '../../sim/process.ts';
import { Random } from '../../sim/random.ts';
import type { Scheduler } from '../../sim/scheduler.ts';
import { StateStoreImage } from '../../sim/state-store.ts';

const DELAYS = { readMs: 1, writeMs: 1 };

/** Runs `work` in a process that dies at its end, without waiting for what is under way. */
async function untilKilled(scheduler: Scheduler, work: (process: SimProcess) => Promise<void>, crash: () => void): Promise<void> {
  const process = new SimProcess(scheduler);
  await work(process);
  process.die();
  crash();
}

async function stateOf(store: StateStore): Promise<{ index: number; pairs: StatePair[] }> {
  const view = await store.view(1);
  const pairs = await view.range({ from: new Uint8Array(0), to: undefined, limit: 100, bytesMax: 10_000 });
  await view.close();
  return { index: view.progress.index, pairs };
}

describe('a crash', () => {
  test('leaves what was durable, and of the batches under way the oldest ones', async () => {
    const { scheduler, stop } = runningTime();
    const kept = new Set<number>();
    for (let seed = 1; seed <= 30; seed++) {
      const image = new StateStoreImage(new Random(seed), DELAYS);
      const work = async (process: SimProcess): Promise<void> => {
        const store = image.open(process);
        await store.apply(1, [pairOf('n', '1')], { index: 1, offset: 1 });
        void store.apply(1, [pairOf('n', '2')], { index: 2, offset: 2 });
        void store.apply(1, [pairOf('n', '3')], { index: 3, offset: 3 });
      };
      await untilKilled(scheduler, work, () => image.crash());
      const { index, pairs } = await stateOf(image.open(new SimProcess(scheduler)));
      assert.ok(index >= 1);
      assert.deepEqual(pairs, [pairOf('n', String(index))]);
      kept.add(index);
    }
    stop();
    assert.deepEqual([...kept].sort(), [1, 2, 3]);
  });

  test('in the midst of a load leaves the old state or none, never a part', async () => {
    const { scheduler, stop } = runningTime();
    const found = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const image = new StateStoreImage(new Random(seed), DELAYS);
      const index = new KeyIndexStore(new Random(seed), DELAYS);
      let halfWay: () => void = () => undefined;
      const reachedHalf = new Promise<void>((resolve) => {
        halfWay = resolve;
      });
      const work = async (process: SimProcess): Promise<void> => {
        const [store, keys]: [StateStore, KeyIndex] = [image.open(process), index.open(process)];
        await store.apply(1, [pairOf('old', '1')], { index: 9, offset: 9 });
        await keys.put(1, [{ id: keyId(1), record: keyRecord(9) }], 9);
        void store.load(1, halted([pairOf('new', '1')], halfWay), { index: 20, offset: 20 });
        void keys.load(1, halted([{ id: keyId(2), record: keyRecord(9) }], halfWay), 20);
        if (seed % 2 === 0) await reachedHalf;
      };
      await untilKilled(scheduler, work, () => {
        image.crash();
        index.crash();
      });
      const process = new SimProcess(scheduler);
      const { index: at, pairs } = await stateOf(image.open(process));
      assert.deepEqual(pairs, at === 9 ? [pairOf('old', '1')] : []);
      const keys = index.open(process);
      const [old, fresh] = await keys.getMany(1, [keyId(1), keyId(2)]);
      const offset = await keys.appliedOffset(1);
      assert.deepEqual([old, fresh], [offset === 9 ? keyRecord(9) : undefined, undefined]);
      found.add(`${at} ${offset}`);
    }
    stop();
    assert.ok(found.has('0 0') && found.has('9 9'), [...found].join());
  });
});

/** Gives some, says so, and never ends. */
async function* halted<T>(items: readonly T[], reached: () => void): AsyncGenerator<T, void, undefined> {
  yield* items;
  reached();
  await new Promise(() => undefined);
}
