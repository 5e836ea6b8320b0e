// What every `SnapshotStore` must do, on whatever disk.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SNAPSHOT_RECORD_BYTES_MAX } from '../../consensus/limits.ts';
import type { NamedKey, SnapshotRecord, SnapshotStore, StatePair } from '../../consensus/ports.ts';
import { namedKeyRecords, stateRecords } from '../../consensus/snapshot-records.ts';
import type { SnapshotHeader, SnapshotInfo } from '../../consensus/types.ts';
import { openSnapshotStore } from '../../log/snapshot-store.ts';
import { membershipPayload } from '../unit/log/fixture.ts';
import { MemoryDisk } from '../unit/log/memory-disk.ts';

/** The store of partition 1, empty, new for each test; `reopen` ends the process that uses it and opens what it left. */
export type SnapshotStoreFactory = () => Promise<{
  readonly store: SnapshotStore;
  readonly reopen: () => Promise<SnapshotStore>;
  readonly dispose: () => Promise<void>;
}>;

/** A header of partition 1; different indexes make different contents. */
export function headerAt(index: number): SnapshotHeader {
  return {
    partition: 1,
    index,
    term: 3,
    nextOffset: 10_000 + index,
    timestamp: 1_700_000_000_000 + index,
    digest: new Uint8Array(32).fill(index % 251),
  };
}

/** Records of all sections: some of the tables, `keys` named keys, `pairs` pairs with values of `valueBytes`. */
export async function recordsOf(size: { keys: number; pairs: number; valueBytes: number }): Promise<SnapshotRecord[]> {
  const records: SnapshotRecord[] = [
    { section: 'tables', bytes: Uint8Array.of(9, 8, 7) },
    { section: 'tables', bytes: new Uint8Array(300).fill(5) },
  ];
  const keys = Array.from({ length: size.keys }, (_, at): NamedKey => {
    const id = new Uint8Array(16);
    new DataView(id.buffer).setUint32(3, at);
    return { id, record: { offset: at + 1, content: new Uint8Array(16).fill(at % 250), isVoid: at % 3 === 0 } };
  });
  const pairs = Array.from({ length: size.pairs }, (_, at): StatePair => {
    const key = new Uint8Array(12);
    new DataView(key.buffer).setUint32(1, at);
    return { key, value: new Uint8Array(size.valueBytes).fill(at % 249) };
  });
  for await (const bytes of namedKeyRecords(streamOf(keys), { throughOffset: size.keys })) records.push({ section: 'named-keys', bytes });
  for await (const bytes of stateRecords(streamOf(pairs))) records.push({ section: 'state', bytes });
  return records;
}

/** Writes a whole snapshot. */
export async function writeSnapshot(store: SnapshotStore, index: number, records: readonly SnapshotRecord[]): Promise<SnapshotInfo> {
  const writer = await store.create(headerAt(index));
  for (const { section, bytes } of records) await writer.write(section, bytes);
  return writer.finish();
}

/** All records. */
export async function readSnapshot(store: SnapshotStore, index: number): Promise<SnapshotRecord[]> {
  const records: SnapshotRecord[] = [];
  for await (const record of store.read(index)) records.push(record);
  return records;
}

/** The whole file, as another node would fetch it. */
export async function bytesOfSnapshot(store: SnapshotStore, index: number, length = 1000): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let position = 0; ; ) {
    const piece = await store.readBytes({ index, position, length });
    if (piece.length === 0) return new Uint8Array(Buffer.concat(pieces));
    pieces.push(piece);
    position += piece.length;
  }
}

const MEMBERSHIP: SnapshotRecord = { section: 'membership', bytes: membershipPayload('c1'.repeat(32)) };
const SMALL = { keys: 5, pairs: 7, valueBytes: 20 };

/** Registers one test, with an implementation of its own. */
type On = (behaviour: string, run: (store: SnapshotStore, reopen: () => Promise<SnapshotStore>) => Promise<void>) => void;

/** Registers the tests of one implementation. */
export function snapshotStoreSuite(name: string, factory: SnapshotStoreFactory): void {
  const on: On = (behaviour, run) => {
    test(behaviour, async () => {
      const { store, reopen, dispose } = await factory();
      try {
        await run(store, reopen);
      } finally {
        await dispose();
      }
    });
  };
  describe(`snapshot store: ${name}`, () => {
    receivingTests(on);
    refusalTests(on);
    writingTests(on);
    membershipTests(on);
  });
}

function receivingTests(on: On): void {
  describe('receiving', () => {
    on('a snapshot is received in pieces, across restarts, and is the same byte for byte', async (store, reopen) => {
      const { info, bytes } = await announced(5);
      let target = store;
      let rounds = 0;
      for (;;) {
        const receiver = await target.receive(info);
        const position = receiver.received;
        if (position === info.bytes) {
          assert.deepEqual(await receiver.finish(), info);
          break;
        }
        await receiver.write(position, bytes.subarray(position, position + 100_000));
        assert.equal(receiver.received, Math.min(info.bytes, position + 100_000));
        await receiver.close();
        await receiver.close();
        rounds++;
        if (rounds % 2 === 0) target = await reopen();
      }
      assert.ok(rounds >= 3, `${rounds} rounds`);
      assert.deepEqual(target.list(), [info]);
      assert.equal(Buffer.compare(await bytesOfSnapshot(target, 5, 65_536), bytes), 0);
    });

    on('what arrived is there after a restart, up to the last whole chunk', async (store, reopen) => {
      const { info, bytes } = await announced(7);
      const receiver = await store.receive(info);
      await receiver.write(0, bytes.subarray(0, bytes.length - 200));
      const again = await reopen();
      const resumed = await again.receive(info);
      assert.ok(resumed.received > bytes.length / 2 && resumed.received <= bytes.length - 200, `${resumed.received} of ${bytes.length}`);
      await resumed.write(resumed.received, bytes.subarray(resumed.received));
      assert.deepEqual(await resumed.finish(), info);
      assert.deepEqual((await reopen()).list(), [info]);
    });

    on('another snapshot than announced is refused and removed', async (store, reopen) => {
      const { info, bytes } = await announced(7);
      for (const changed of [
        { ...info, fileDigest: info.digest },
        { ...info, stateKeys: info.stateKeys + 1 },
        { ...info, stateDigest: info.digest },
        { ...info, term: info.term + 1 },
      ]) {
        const receiver = await store.receive(changed);
        assert.equal(receiver.received, 0);
        await receiver.write(0, bytes);
        await assert.rejects(receiver.finish(), { code: 'CORRUPT' });
        await receiver.close();
      }
      assert.deepEqual([store.list(), store.damaged()], [[], []]);
      const sound = await (await reopen()).receive(info);
      assert.equal(sound.received, 0);
      await sound.close();
    });

    on('more than announced, a gap and too early an end are refused', async (store) => {
      const { info, bytes } = await announced(7);
      const receiver = await store.receive(info);
      await assert.rejects(store.receive(info), /is being written or received/);
      await receiver.write(0, bytes.subarray(0, 100));
      await assert.rejects(receiver.write(101, bytes.subarray(101)), /without gaps/);
      await assert.rejects(receiver.write(100, new Uint8Array(info.bytes)), { code: 'CORRUPT' });
      await assert.rejects(receiver.finish(), /all of it/);
      await receiver.write(100, bytes.subarray(100));
      assert.deepEqual(await receiver.finish(), info);
      await assert.rejects(store.receive(info), /no sound snapshot/);
    });
  });
}

function refusalTests(on: On): void {
  describe('refusing', () => {
    on('what no snapshot can be is refused when it is written', async (store) => {
      const records = await recordsOf(SMALL);
      await writeSnapshot(store, 5, records);
      await assert.rejects(store.create(headerAt(5)), /no sound snapshot of index 5/);
      await assert.rejects(store.create({ ...headerAt(6), partition: 2 }), /its own partition/);
      await assert.rejects(store.create(headerAt(0)), /index of a snapshot/);
      const writer = await store.create(headerAt(6));
      await assert.rejects(store.create(headerAt(6)), /is being written or received/);
      const [, , keys, state] = records;
      assert.ok(keys !== undefined && state !== undefined);
      await writer.write('named-keys', keys.bytes);
      await assert.rejects(writer.write('tables', Uint8Array.of(1)), /too late/);
      await assert.rejects(writer.write('named-keys', keys.bytes), /ascend/);
      await assert.rejects(writer.write('named-keys', keys.bytes.subarray(1)), /cut short/);
      await assert.rejects(writer.write('state', new Uint8Array(0)), /not empty/);
      await assert.rejects(writer.write('state', new Uint8Array(SNAPSHOT_RECORD_BYTES_MAX + 1)), /within its limit/);
      await writer.abort();
      const early = await store.create({ ...headerAt(7), nextOffset: 5 });
      await assert.rejects(early.write('named-keys', keys.bytes), /behind the snapshot/);
      await early.abort();
      assert.deepEqual(indexesOf(store), [5]);
    });

    on('an aborted snapshot leaves nothing, and abort does nothing behind finish', async (store, reopen) => {
      const writer = await store.create(headerAt(5));
      await writer.write('tables', Uint8Array.of(1));
      await writer.abort();
      await writer.abort();
      await assert.rejects(writer.write('tables', Uint8Array.of(1)), /finished/);
      const second = await store.create(headerAt(5));
      const info = await second.finish();
      await second.abort();
      await assert.rejects(second.finish(), /once/);
      assert.deepEqual(store.list(), [info]);
      assert.deepEqual((await reopen()).list(), [info]);
    });

    on('a snapshot that was not finished is gone after a restart', async (store, reopen) => {
      const writer = await store.create(headerAt(5));
      await writer.write('tables', new Uint8Array(5000).fill(1));
      const again = await reopen();
      assert.deepEqual([again.list(), again.damaged()], [[], []]);
      await writeSnapshot(again, 5, await recordsOf(SMALL));
      assert.deepEqual(indexesOf(again), [5]);
    });
  });
}

function writingTests(on: On): void {
  describe('writing', () => {
    on('an empty store lists nothing and has nothing to read', async (store) => {
      assert.deepEqual([store.list(), store.damaged()], [[], []]);
      await assert.rejects(readSnapshot(store, 5), { code: 'GONE' });
      await assert.rejects(store.verify(5), { code: 'GONE' });
      await assert.rejects(store.readBytes({ index: 5, position: 0, length: 10 }), { code: 'GONE' });
      await store.keepNewest(1);
    });

    on('a snapshot says what it holds, and comes back record by record, also after a restart', async (store, reopen) => {
      const records = await recordsOf(SMALL);
      const info = await writeSnapshot(store, 5, records);
      const { bytes, stateDigest, fileDigest, ...rest } = info;
      assert.deepEqual(rest, { ...headerAt(5), stateKeys: 7, namedKeys: 5 });
      assert.deepEqual([stateDigest.length, fileDigest.length], [32, 32]);
      for (const open of [async () => store, reopen]) {
        const found = await open();
        assert.deepEqual(found.list(), [info]);
        assert.deepEqual(await readSnapshot(found, 5), records);
        assert.deepEqual(await found.verify(5), info);
        assert.equal((await bytesOfSnapshot(found, 5)).length, bytes);
        assert.deepEqual(found.damaged(), []);
      }
    });

    on('a snapshot of nothing is one', async (store, reopen) => {
      const info = await writeSnapshot(store, 5, []);
      assert.deepEqual([info.stateKeys, info.namedKeys], [0, 0]);
      const again = await reopen();
      assert.deepEqual(await readSnapshot(again, 5), []);
      assert.deepEqual(await again.verify(5), info);
    });

    on('records of the largest size and many small ones come back', async (store) => {
      const large = { section: 'tables', bytes: new Uint8Array(SNAPSHOT_RECORD_BYTES_MAX).fill(3) } as const;
      const records = [large, ...(await recordsOf({ keys: 3000, pairs: 3000, valueBytes: 2000 }))];
      const info = await writeSnapshot(store, 5, records);
      assert.deepEqual([info.stateKeys, info.namedKeys], [3000, 3000]);
      const read = await readSnapshot(store, 5);
      assert.equal(read.length, records.length);
      for (const [at, { section, bytes }] of records.entries()) {
        assert.equal(read[at]?.section, section);
        assert.equal(Buffer.compare(read[at]?.bytes ?? new Uint8Array(0), bytes), 0, `record ${at}`);
      }
    });

    on('the state digest is over the state alone', async (store) => {
      const records = await recordsOf(SMALL);
      const info = await writeSnapshot(store, 5, records);
      const other = await writeSnapshot(store, 6, records.slice(1));
      const less = await writeSnapshot(store, 7, await recordsOf({ ...SMALL, pairs: 6 }));
      assert.deepEqual(other.stateDigest, info.stateDigest);
      assert.notDeepEqual(other.fileDigest, info.fileDigest);
      assert.notDeepEqual(less.stateDigest, info.stateDigest);
    });

    on('the newest come first, and older ones go', async (store, reopen) => {
      const records = await recordsOf(SMALL);
      for (const index of [5, 12, 9]) await writeSnapshot(store, index, records);
      assert.deepEqual(indexesOf(store), [12, 9, 5]);
      await store.keepNewest(2);
      assert.deepEqual(indexesOf(store), [12, 9]);
      await store.keepNewest(2);
      const again = await reopen();
      assert.deepEqual(indexesOf(again), [12, 9]);
      await assert.rejects(readSnapshot(again, 5), { code: 'GONE' });
      await again.keepNewest(1);
      assert.deepEqual(indexesOf(await reopen()), [12]);
    });
  });
}

function membershipTests(on: On): void {
  describe('a membership', () => {
    on('a second membership, one behind another section, and what is none are refused when they are written', async (store) => {
      const { section, bytes } = MEMBERSHIP;
      const writer = await store.create(headerAt(5));
      await assert.rejects(writer.write(section, bytes.slice(1)), /cluster id/);
      await assert.rejects(writer.write(section, bytes.slice(0, -1)), /not JSON/);
      await writer.write(section, bytes);
      await assert.rejects(writer.write(section, bytes), /second membership/);
      await writer.write('tables', Uint8Array.of(1));
      await assert.rejects(writer.write(section, bytes), /too late/);
      await writer.abort();
      const without = await store.create(headerAt(5));
      await without.write('tables', Uint8Array.of(1));
      await assert.rejects(without.write(section, bytes), /too late/);
      await without.abort();
    });

    on('a snapshot with a membership begins with it, also after a restart and on another node', async (store, reopen) => {
      const records = [MEMBERSHIP, ...(await recordsOf(SMALL))];
      const info = await writeSnapshot(store, 5, records);
      assert.deepEqual(await readSnapshot(store, 5), records);
      const without = await writeSnapshot(store, 6, records.slice(1));
      assert.equal(info.bytes - without.bytes, 32 + MEMBERSHIP.bytes.length, 'nothing stands for one that is not there');
      assert.deepEqual(info.stateDigest, without.stateDigest);
      const bytes = await bytesOfSnapshot(store, 5);
      const again = await reopen();
      assert.deepEqual(await readSnapshot(again, 5), records);
      await again.keepNewest(1);
      const receiver = await again.receive(info);
      await receiver.write(0, bytes);
      assert.deepEqual(await receiver.finish(), info);
      assert.deepEqual(await readSnapshot(again, 5), records);
    });
  });
}

/** A snapshot that another node has: its info and its bytes. */
export async function announced(index: number): Promise<{ info: SnapshotInfo; bytes: Uint8Array }> {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/other');
  const store = await openSnapshotStore({ disk, directory: '/other', partition: 1 });
  const info = await writeSnapshot(store, index, await recordsOf({ keys: 3000, pairs: 900, valueBytes: 100 }));
  return { info, bytes: await bytesOfSnapshot(store, index, 65_536) };
}

function indexesOf(store: SnapshotStore): number[] {
  return store.list().map(({ index }) => index);
}

async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}
