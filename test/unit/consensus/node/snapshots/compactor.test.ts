// Which snapshots are removed: none that may be needed because nobody knows of what term its entry is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compactor } from '../../../../../consensus/node/snapshots/compactor.ts';
import { StorageTurns } from '../../../../../consensus/node/storage-turns.ts';
import { baseAt } from '../../../log/fixture.ts';
import { entry } from '../entries.ts';
import { MemoryLog } from '../memory-log.ts';
import { MemorySnapshots } from '../memory-stores.ts';
import { VirtualTime } from '../virtual-time.ts';

/** A log of 20 entries, from the fifth on of term 2, and a compactor that has snapshots of these. */
async function having(...indexes: readonly number[]): Promise<{ log: MemoryLog; snapshots: MemorySnapshots; compactor: Compactor }> {
  const log = new MemoryLog();
  log.entries = Array.from({ length: 20 }, (_, at) => entry({ index: at + 1, term: at < 4 ? 1 : 2 }));
  const snapshots = new MemorySnapshots();
  for (const index of indexes) {
    const writer = await snapshots.create({ ...baseAt(log.at(index)), partition: 1, timestamp: 0 });
    await writer.finish();
  }
  const compactor = new Compactor({
    partition: 1,
    storage: log,
    snapshots,
    turns: new StorageTurns(),
    timers: new VirtualTime(),
    retention: { keep: 'everything' },
    appliedIndex: () => 20,
    doesNobodyHave: () => true,
    onUsable: () => undefined,
    onCompacted: () => undefined,
    observe: () => undefined,
  });
  return { log, snapshots, compactor };
}

const indexesOf = (snapshots: MemorySnapshots) => snapshots.list().map(({ index }) => index);

test('the two newest that the log goes on from are kept', async () => {
  const { snapshots, compactor } = await having(3, 6, 12);
  await compactor.run();
  assert.deepEqual(indexesOf(snapshots), [12, 6]);
});

test('one of a damaged entry, whose term is a guess, is kept beside the only one that the log surely goes on from', async () => {
  const { log, snapshots, compactor } = await having(6, 12);
  log.spoil(3, 7, { noticed: true });
  await compactor.run();
  assert.deepEqual(indexesOf(snapshots), [12, 6]);

  const more = await having(6, 12, 18);
  more.log.spoil(3, 7, { noticed: true });
  await more.compactor.run();
  assert.deepEqual(indexesOf(more.snapshots), [18, 12]);
});
