// Damage to snapshots, every bit of one; a crash at every call; and what else is particular to files. What a store must do at all is in the
// conformance suite.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SnapshotReceiver, SnapshotRecord, SnapshotStore } from '../../../consensus/ports.ts';
import type { SnapshotInfo } from '../../../consensus/types.ts';
import { verifySnapshotFile } from '../../../log/snapshot-reader.ts';
import { openSnapshotStore } from '../../../log/snapshot-store.ts';
import { announced, bytesOfSnapshot, headerAt, readSnapshot, recordsOf, writeSnapshot } from '../../conformance/snapshot-store-suite.ts';
import { damage, isCrash, openData, PARTITION, rejectsWith, seeded } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const DIRECTORY = '/snapshots';
const pathOf = (index: number): string => `${DIRECTORY}/${String(index).padStart(16, '0')}.snapshot`;

async function newDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeDirectory(DIRECTORY);
  await disk.syncDirectory('/');
  return disk;
}

function open(disk: MemoryDisk): Promise<SnapshotStore> {
  return openSnapshotStore({ disk, directory: DIRECTORY, partition: 1 });
}

function reopen(disk: MemoryDisk): Promise<SnapshotStore> {
  disk.kill();
  disk.restart();
  return open(disk);
}

async function diskWith(...indexes: number[]): Promise<MemoryDisk> {
  const disk = await newDisk();
  const store = await open(disk);
  for (const index of indexes) await writeSnapshot(store, index, await recordsOf({ keys: 3, pairs: 4, valueBytes: 10 }));
  return disk;
}

function flip(disk: MemoryDisk, path: string, bit: number): void {
  damage(disk, path, (bytes) => bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))));
}

const indexesOf = (store: SnapshotStore): number[] => store.list().map(({ index }) => index);

describe('a damaged snapshot', () => {
  test('is found by verify, whichever of its bits is flipped, and set aside', async () => {
    const disk = await diskWith(5);
    const bits = disk.file(pathOf(5)).cache.length * 8;
    let atOpen = 0;
    for (let bit = 0; bit < bits; bit++) {
      flip(disk, pathOf(5), bit);
      const store = await open(disk);
      if (store.damaged().length > 0) atOpen++;
      else await rejectsWith(store.verify(5), 'CORRUPT');
      assert.deepEqual([indexesOf(store), store.damaged().map(({ index }) => index)], [[], [5]], `bit ${bit}`);
      flip(disk, pathOf(5), bit);
    }
    // Header and trailer are read at the start.
    assert.equal(atOpen, (128 + 112) * 8);
    assert.deepEqual(indexesOf(await open(disk)), [5]);
  });

  test('does not hand its last record out, and is set aside by reading', async () => {
    const disk = await diskWith(5);
    const { length } = disk.file(pathOf(5)).cache;
    const sound = await readSnapshot(await open(disk), 5);
    for (const at of [130, 160, length - 113]) {
      flip(disk, pathOf(5), at * 8);
      const store = await open(disk);
      const seen: SnapshotRecord[] = [];
      await rejectsWith(
        (async () => {
          for await (const record of store.read(5)) seen.push(record);
        })(),
        'CORRUPT',
      );
      assert.ok(seen.length < sound.length);
      assert.deepEqual(seen, sound.slice(0, seen.length));
      assert.match(store.damaged()[0]?.why ?? '', /snapshot is damaged.*takes its place/);
      await assert.rejects(store.readBytes({ index: 5, position: 0, length: 10 }), { code: 'GONE' });
      flip(disk, pathOf(5), at * 8);
    }
  });

  test('of the wrong length is found at the start', async () => {
    for (const change of [
      (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1),
      (bytes: Uint8Array) => bytes.subarray(0, 100),
      (bytes: Uint8Array) => bytes.subarray(0, 200),
      () => new Uint8Array(0),
      (bytes: Uint8Array) => Uint8Array.from([...bytes, 0]),
      (bytes: Uint8Array) => Uint8Array.from([...bytes, ...bytes]),
    ]) {
      const disk = await diskWith(5, 9);
      damage(disk, pathOf(9), change);
      const store = await open(disk);
      assert.deepEqual([indexesOf(store), store.damaged().map(({ index }) => index)], [[5], [9]]);
    }
  });

  test('is one under the name of another, of another partition, and one whose file is gone', async () => {
    const disk = await diskWith(5);
    await disk.rename(pathOf(5), pathOf(6));
    const store = await open(disk);
    assert.match(store.damaged()[0]?.why ?? '', /of index 5 of partition 1/);
    await disk.rename(pathOf(6), pathOf(5));
    const other = await openSnapshotStore({ disk, directory: DIRECTORY, partition: 2 });
    assert.deepEqual([indexesOf(other), other.damaged().length], [[], 1]);
    const late = await open(disk);
    await disk.remove(pathOf(5));
    await rejectsWith(late.verify(5), 'CORRUPT');
    assert.deepEqual(
      late.damaged().map(({ index }) => index),
      [5],
    );
  });

  test('is one that the disk cannot read, also when it is opened', async () => {
    const disk = await diskWith(5);
    const store = await open(disk);
    disk.failNextRead = true;
    await rejectsWith(store.verify(5), 'CORRUPT');
    assert.deepEqual([indexesOf(store), store.damaged().length], [[], 1]);
    disk.failNextRead = true;
    assert.deepEqual((await open(disk)).damaged().length, 1);
    assert.deepEqual(indexesOf(await open(disk)), [5]);
  });

  test('is replaced by a sound one of its index, goes with the older ones, and not before', async () => {
    const disk = await diskWith(5, 9, 12);
    flip(disk, pathOf(9), 8 * 140);
    flip(disk, pathOf(5), 8);
    const store = await open(disk);
    await rejectsWith(store.verify(9), 'CORRUPT');
    await store.keepNewest(2);
    assert.deepEqual([indexesOf(store), store.damaged().length], [[12], 0]);
    flip(disk, pathOf(12), 8);
    const later = await open(disk);
    await later.keepNewest(2);
    assert.deepEqual(
      later.damaged().map(({ index }) => index),
      [12],
    );
    await writeSnapshot(later, 12, []);
    assert.deepEqual([indexesOf(later), later.damaged()], [[12], []]);
    assert.deepEqual(indexesOf(await reopen(disk)), [12]);
  });
});

describe('a snapshot file', () => {
  test('is the same on every node', async () => {
    const [one, two] = [await diskWith(5), await diskWith(3, 5)];
    assert.deepEqual(one.file(pathOf(5)).cache, two.file(pathOf(5)).cache);
  });

  test('of a later version stops the start', async () => {
    const disk = await diskWith(5);
    damage(disk, pathOf(5), (bytes) => {
      bytes[12] = 2;
      // CRC-32 of bytes 12 to 127 with the version changed.
      new DataView(bytes.buffer).setUint32(8, crc(bytes.subarray(12, 128)), true);
      return bytes;
    });
    await rejectsWith(open(disk), 'VERSION');
  });

  test('can be verified by its path, without a store', async () => {
    const disk = await diskWith(5);
    const [info] = (await open(disk)).list();
    assert.deepEqual(await verifySnapshotFile(disk, pathOf(5)), info);
    flip(disk, pathOf(5), 8 * 140);
    await rejectsWith(verifySnapshotFile(disk, pathOf(5)), 'CORRUPT');
  });

  test('is one of the partition: its directory accepts it, whole or not, and nothing like it', async () => {
    const disk = new MemoryDisk();
    const data = await openData(disk);
    await data.openPartition(1);
    const store = await data.openSnapshots(1);
    await writeSnapshot(store, 5, []);
    disk.plant(`${PARTITION}/0000000000000009.snapshot.part`, Uint8Array.of(1));
    disk.plant(`${PARTITION}/0000000000000009.snapshot.tmp`, Uint8Array.of(1));
    disk.kill();
    disk.restart();
    const again = await openData(disk);
    await again.openPartition(1);
    const found = await again.openSnapshots(1);
    assert.deepEqual(indexesOf(found), [5]);
    const names = (await disk.list(PARTITION)).filter((name) => name.includes('snapshot')).sort();
    assert.deepEqual(names, ['0000000000000005.snapshot', '0000000000000009.snapshot.part']);
    await again.close();
    disk.plant(`${PARTITION}/0000000000000000.snapshot`, Uint8Array.of(1));
    await rejectsWith((await openData(disk)).openPartition(1), 'FOREIGN_FILE');
  });
});

describe('a snapshot that is written', () => {
  test('gives up when the disk is full or fails, leaves nothing, and can be written again', async () => {
    const records = await recordsOf({ keys: 3, pairs: 4, valueBytes: 10 });
    for (const fail of [
      (disk: MemoryDisk) => {
        disk.failNextSync = true;
      },
      (disk: MemoryDisk) => {
        disk.failNextWrite = true;
      },
      (disk: MemoryDisk) => {
        disk.failNextRead = true;
      },
    ]) {
      const disk = await newDisk();
      const store = await open(disk);
      const writer = await store.create(headerAt(5));
      for (const { section, bytes } of records) await writer.write(section, bytes);
      fail(disk);
      await rejectsWith(writer.finish(), 'IO');
      await writer.abort();
      assert.deepEqual([indexesOf(store), await disk.list(DIRECTORY)], [[], []]);
      await writeSnapshot(store, 5, records);
      assert.deepEqual(indexesOf(store), [5]);
    }
  });

  test('is not finished if it reads back differently', async () => {
    const disk = await newDisk();
    const store = await open(disk);
    const writer = await store.create(headerAt(5));
    await writer.write('tables', new Uint8Array(100).fill(1));
    disk.file(`${pathOf(5)}.tmp`).cache[200] = 7;
    await rejectsWith(writer.finish(), 'CORRUPT');
    assert.deepEqual([indexesOf(store), await disk.list(DIRECTORY)], [[], []]);
  });

  test('waits while it is read back, and is given up if whoever waits will not go on', async () => {
    const disk = await newDisk();
    const store = await open(disk);
    const records = await recordsOf({ keys: 3, pairs: 4, valueBytes: 10 });
    const begun = async () => {
      const writer = await store.create(headerAt(5));
      for (const { section, bytes } of records) await writer.write(section, bytes);
      return writer;
    };
    const refusal = new Error('no longer wanted');
    const refused = await begun();
    await assert.rejects(
      refused.finish(() => Promise.reject(refusal)),
      refusal,
    );
    assert.deepEqual([indexesOf(store), await disk.list(DIRECTORY)], [[], []]);
    const read: number[] = [];
    await (await begun()).finish(async (bytes) => {
      assert.deepEqual(indexesOf(store), []);
      read.push(bytes);
    });
    assert.deepEqual(
      read,
      records.map(({ bytes }) => bytes.length),
    );
    assert.deepEqual(indexesOf(store), [5]);
  });

  test('and what it replaces survive a crash at every call', async () => {
    const records = await recordsOf({ keys: 3, pairs: 4, valueBytes: 400 });
    let crashes = 0;
    for (let call = 1; ; call++) {
      let isDone = true;
      for (let seed = 0; seed < 6; seed++) {
        const disk = await diskWith(5);
        disk.crashAt(call, seeded(call * 100 + seed));
        const done = { finished: false, removing: false };
        try {
          const store = await open(disk);
          await writeSnapshot(store, 9, records);
          done.finished = true;
          done.removing = true;
          await store.keepNewest(1);
        } catch (error) {
          if (!isCrash(error)) throw error;
          isDone = false;
          crashes++;
        }
        if (seed % 2 === 0) disk.cutPower(seeded(seed + call));
        disk.kill();
        disk.restart();
        await checkAfterCrash(disk, done, records);
      }
      if (isDone) break;
    }
    assert.ok(crashes > 50, `${crashes} crashes`);
  });
});

async function checkAfterCrash(
  disk: MemoryDisk,
  done: { readonly finished: boolean; readonly removing: boolean },
  records: readonly SnapshotRecord[],
): Promise<void> {
  const store = await open(disk);
  assert.deepEqual(store.damaged(), []);
  const found = indexesOf(store);
  if (done.finished) assert.ok(found.includes(9), 'what was finished is there');
  if (!done.removing) assert.ok(found.includes(5), 'what was not removed is there');
  for (const index of found) await store.verify(index);
  if (found.includes(9)) assert.deepEqual(await readSnapshot(store, 9), records);
  else await writeSnapshot(store, 9, records);
  assert.deepEqual(
    (await disk.list(DIRECTORY)).filter((name) => !name.endsWith('.snapshot')),
    [],
  );
}

describe('a snapshot that is received', () => {
  /** Receives in pieces until it is there; a mismatch, as a power cut may leave one, begins anew. */
  async function receiveAll(store: SnapshotStore, info: SnapshotInfo, bytes: Uint8Array): Promise<void> {
    const receiver: SnapshotReceiver = await store.receive(info);
    while (receiver.received < info.bytes)
      await receiver.write(receiver.received, bytes.subarray(receiver.received, receiver.received + 40_000));
    await receiver.finish();
  }

  test('survives a crash at every call, goes on, and ends as it was announced', async () => {
    const { info, bytes } = await announced(7);
    let crashes = 0;
    for (let call = 1; ; call++) {
      const disk = await diskWith(5);
      disk.crashAt(call, seeded(call));
      let isFinished = false;
      try {
        await receiveAll(await open(disk), info, bytes);
        isFinished = true;
      } catch (error) {
        if (!isCrash(error)) throw error;
        crashes++;
      }
      if (call % 2 === 0) disk.cutPower(seeded(call + 1));
      disk.kill();
      disk.restart();
      const store = await open(disk);
      assert.deepEqual(store.damaged(), []);
      if (isFinished) assert.deepEqual(indexesOf(store), [7, 5]);
      if (!indexesOf(store).includes(7)) await receiveAll(store, info, bytes);
      assert.equal(Buffer.compare(await bytesOfSnapshot(store, 7, 65_536), bytes), 0);
      if (isFinished) break;
    }
    assert.ok(crashes > 10, `${crashes} crashes`);
  });

  test('goes on in front of the first damage of what arrived, wherever that is', async () => {
    const { info, bytes } = await announced(7);
    const part = `${pathOf(7)}.part`;
    for (const at of [0, 60, 127, 128, 200, 70_000, bytes.length - 300, bytes.length - 1]) {
      const disk = await newDisk();
      disk.plant(part, bytes.with(at, (bytes[at] ?? 0) ^ 1));
      const store = await open(disk);
      const receiver = await store.receive(info);
      assert.ok(receiver.received <= at, `${receiver.received} for damage at ${at}`);
      if (at >= 128) assert.ok(receiver.received >= 128 && at - receiver.received < 70_000);
      await receiver.write(receiver.received, bytes.subarray(receiver.received));
      assert.deepEqual(await receiver.finish(), info);
    }
  });

  test('begins anew when what arrived is longer than it, of another snapshot or unreadable', async () => {
    const { info, bytes } = await announced(7);
    const part = `${pathOf(7)}.part`;
    for (const [left, isUnreadable] of [
      [Uint8Array.from([...bytes, 1]), false],
      [(await announced(8)).bytes, false],
      [bytes.subarray(0, 127), false],
      [bytes, true],
    ] as const) {
      const disk = await newDisk();
      disk.plant(part, left);
      const store = await open(disk);
      disk.failNextRead = isUnreadable;
      const receiver = await store.receive(info);
      assert.equal(receiver.received, 0);
      await receiver.write(0, bytes);
      assert.deepEqual(await receiver.finish(), info);
    }
  });

  test('makes room: what was received of older ones goes, at once or at the next start', async () => {
    const { info } = await announced(7);
    const disk = await diskWith(4);
    disk.plant(`${pathOf(3)}.part`, Uint8Array.of(1));
    disk.plant(`${pathOf(6)}.part`, Uint8Array.of(1));
    const store = await open(disk);
    const parts = async () => (await disk.list(DIRECTORY)).filter((name) => name.endsWith('.part')).map(Number.parseFloat);
    assert.deepEqual(await parts(), [6]);
    const receiver = await store.receive(info);
    assert.deepEqual(await parts(), [7]);
    await receiver.close();
  });
});

function crc(bytes: Uint8Array): number {
  let result = 0xffffffff;
  for (const byte of bytes) {
    result ^= byte;
    for (let bit = 0; bit < 8; bit++) result = (result >>> 1) ^ (result & 1 ? 0xedb88320 : 0);
  }
  return ~result >>> 0;
}
