// What every `KeyIndex` must do, whoever implements it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KeyIndex, NamedKey } from '../../consensus/ports.ts';
import type { NamedKeyRecord } from '../../consensus/types.ts';

/** An empty index, new for each test; `reopen` closes it and opens what it left. */
export type KeyIndexFactory = () => Promise<{
  readonly index: KeyIndex;
  readonly reopen: () => Promise<KeyIndex>;
  readonly dispose: () => Promise<void>;
}>;

/** A key id of 16 bytes, different for each number. */
export function keyId(number: number): Uint8Array {
  const id = new Uint8Array(16).fill(7);
  new DataView(id.buffer).setUint32(6, number);
  return id;
}

/** A record; different offsets make different contents. */
export function keyRecord(offset: number, isVoid = false): NamedKeyRecord {
  return { offset, content: new Uint8Array(16).fill(offset % 251), isVoid };
}

/** Registers one test, with an implementation of its own. */
type On = (behaviour: string, run: (index: KeyIndex, reopen: () => Promise<KeyIndex>) => Promise<void>) => void;

/** Registers the tests of one implementation. */
export function keyIndexSuite(name: string, factory: KeyIndexFactory): void {
  const on: On = (behaviour, run) => {
    test(behaviour, async () => {
      const { index, reopen, dispose } = await factory();
      try {
        await run(index, reopen);
      } finally {
        await dispose();
      }
    });
  };
  describe(`key index: ${name}`, () => {
    putTests(on);
    readAllTests(on);
    loadTests(on);
  });
}

function putTests(on: On): void {
  describe('putting', () => {
    on('an empty index knows no key and has applied nothing', async (index) => {
      assert.deepEqual(await index.getMany(1, [keyId(1), keyId(2)]), [undefined, undefined]);
      assert.deepEqual(await index.getMany(1, []), []);
      assert.equal(await index.appliedOffset(1), 0);
    });

    on('keys are found with what was put, in the order asked for, twice if asked twice', async (index) => {
      await index.put(1, [{ id: keyId(1), record: keyRecord(5) }], 5);
      await index.put(1, [{ id: keyId(2), record: keyRecord(2 ** 40, true) }], 2 ** 40);
      assert.deepEqual(await index.getMany(1, [keyId(2), keyId(3), keyId(1), keyId(2)]), [
        keyRecord(2 ** 40, true),
        undefined,
        keyRecord(5),
        keyRecord(2 ** 40, true),
      ]);
      assert.equal(await index.appliedOffset(1), 2 ** 40);
    });

    on('partitions do not see each other', async (index) => {
      await index.put(1, [{ id: keyId(1), record: keyRecord(5) }], 5);
      await index.put(258, [{ id: keyId(1), record: keyRecord(9) }], 9);
      assert.deepEqual(await index.getMany(1, [keyId(1)]), [keyRecord(5)]);
      assert.deepEqual(await index.getMany(2, [keyId(1)]), [undefined]);
      assert.deepEqual(await index.getMany(258, [keyId(1)]), [keyRecord(9)]);
      assert.deepEqual([await index.appliedOffset(1), await index.appliedOffset(2), await index.appliedOffset(258)], [5, 0, 9]);
    });

    on('a put without keys moves the applied offset', async (index) => {
      await index.put(1, [], 17);
      assert.equal(await index.appliedOffset(1), 17);
    });

    on('what was put is there after it was closed and opened', async (index, reopen) => {
      const keys = Array.from({ length: 500 }, (_, at) => ({ id: keyId(at), record: keyRecord(at + 1) }));
      await index.put(3, keys, 500);
      const again = await reopen();
      assert.deepEqual(
        await again.getMany(
          3,
          keys.map(({ id }) => id),
        ),
        keys.map(({ record }) => record),
      );
      assert.equal(await again.appliedOffset(3), 500);
    });

    on('puts of several partitions and lookups may overlap', async (index) => {
      const puts = Array.from({ length: 20 }, (_, at) => index.put(1 + at, [{ id: keyId(at), record: keyRecord(at + 1) }], at + 1));
      await Promise.all([...puts, index.getMany(1, [keyId(0)])]);
      assert.deepEqual(await index.getMany(20, [keyId(19)]), [keyRecord(20)]);
    });
  });
}

function readAllTests(on: On): void {
  describe('reading all', () => {
    on('all keys come in the order of their ids, with the offset of that point, whatever is put meanwhile', async (index) => {
      await index.put(
        1,
        [7, 3, 9].map((number) => ({ id: keyId(number), record: keyRecord(number, number === 9) })),
        9,
      );
      await index.put(2, [{ id: keyId(1), record: keyRecord(1) }], 1);
      const view = await index.all(1);
      await index.put(1, [{ id: keyId(5), record: keyRecord(10) }], 10);
      assert.equal(view.appliedOffset, 9);
      assert.deepEqual(
        await keysOf(view),
        [3, 7, 9].map((number) => ({ id: keyId(number), record: keyRecord(number, number === 9) })),
      );
      await view.close();
      await view.close();
      const empty = await index.all(3);
      assert.deepEqual([empty.appliedOffset, await keysOf(empty)], [0, []]);
      await empty.close();
    });

    on('many keys all come', async (index) => {
      const keys = Array.from({ length: 1000 }, (_, at) => ({ id: keyId(at), record: keyRecord(at + 1) }));
      await index.put(1, keys.toReversed(), 1000);
      const view = await index.all(1);
      assert.deepEqual(await keysOf(view), keys);
      await view.close();
    });
  });
}

function loadTests(on: On): void {
  describe('loading', () => {
    on('a load replaces all keys of one partition, and survives', async (index, reopen) => {
      await index.put(
        1,
        [4, 5, 6].map((number) => ({ id: keyId(number), record: keyRecord(number) })),
        6,
      );
      await index.put(2, [{ id: keyId(4), record: keyRecord(4) }], 4);
      const loaded = [1, 5].map((number) => ({ id: keyId(number), record: keyRecord(number + 20) }));
      await index.load(1, streamOf(loaded), 30);
      for (const open of [async () => index, reopen]) {
        const found = await open();
        assert.deepEqual(await found.getMany(1, [1, 4, 5, 6].map(keyId)), [keyRecord(21), undefined, keyRecord(25), undefined]);
        assert.deepEqual([await found.appliedOffset(1), await found.appliedOffset(2)], [30, 4]);
        assert.deepEqual(await found.getMany(2, [keyId(4)]), [keyRecord(4)]);
        const view = await found.all(1);
        assert.deepEqual(await keysOf(view), loaded);
        await view.close();
      }
    });

    on('keys put behind a load are there with those of the load after a restart', async (index, reopen) => {
      await index.load(1, streamOf([{ id: keyId(1), record: keyRecord(21) }]), 30);
      await index.put(1, [{ id: keyId(2), record: keyRecord(31) }], 31);
      const again = await reopen();
      assert.deepEqual(await again.getMany(1, [1, 2].map(keyId)), [keyRecord(21), keyRecord(31)]);
      assert.equal(await again.appliedOffset(1), 31);
    });

    on('a load of no keys leaves none', async (index) => {
      await index.put(1, [{ id: keyId(1), record: keyRecord(1) }], 1);
      await index.load(1, streamOf([]), 7);
      assert.deepEqual([await index.appliedOffset(1), await index.getMany(1, [keyId(1)])], [7, [undefined]]);
    });

    // A snapshot of a log of no-ops and snapshot-points alone: installing it ended the node.
    on('a load of what was there before the first transaction leaves nothing at offset 0', async (index, reopen) => {
      await index.load(1, streamOf([]), 0);
      await index.load(1, streamOf([]), 0);
      await index.put(1, [{ id: keyId(1), record: keyRecord(1) }], 1);
      const again = await reopen();
      assert.deepEqual([await again.appliedOffset(1), await again.getMany(1, [keyId(1)])], [1, [keyRecord(1)]]);
    });

    on('a load whose source fails leaves no key and offset 0, also after a restart, and a later one succeeds', async (index, reopen) => {
      await index.put(1, [{ id: keyId(1), record: keyRecord(1) }], 1);
      await assert.rejects(index.load(1, failingStream(5000), 9000), /the source failed/);
      for (const open of [async () => index, reopen]) {
        const found = await open();
        assert.deepEqual([await found.appliedOffset(1), await found.getMany(1, [keyId(0), keyId(1)])], [0, [undefined, undefined]]);
      }
      const again = await reopen();
      await again.load(1, streamOf([{ id: keyId(2), record: keyRecord(2) }]), 2);
      assert.deepEqual(await again.getMany(1, [keyId(1), keyId(2)]), [undefined, keyRecord(2)]);
    });

    on('a load of ids that do not ascend is refused', async (index) => {
      const keys = [2, 1].map((number) => ({ id: keyId(number), record: keyRecord(number) }));
      await assert.rejects(index.load(1, streamOf(keys), 2), /ascend/);
      assert.deepEqual([await index.appliedOffset(1), await index.getMany(1, [keyId(2)])], [0, [undefined]]);
    });
  });
}

async function keysOf(view: AsyncIterable<NamedKey>): Promise<NamedKey[]> {
  const keys: NamedKey[] = [];
  for await (const key of view) keys.push(key);
  return keys;
}

async function* streamOf(keys: readonly NamedKey[]): AsyncGenerator<NamedKey, void, undefined> {
  yield* keys;
}

/** More keys than one batch holds, then a failure. */
async function* failingStream(count: number): AsyncGenerator<NamedKey, void, undefined> {
  for (let at = 0; at < count; at++) yield { id: keyId(at), record: keyRecord(at + 1) };
  throw new Error('the source failed');
}
