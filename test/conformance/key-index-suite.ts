// What every `KeyIndex` must do, whoever implements it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { KeyIndex } from '../../consensus/ports.ts';
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

/** Registers the tests of one implementation. */
export function keyIndexSuite(name: string, factory: KeyIndexFactory): void {
  const on = (behaviour: string, run: (index: KeyIndex, reopen: () => Promise<KeyIndex>) => Promise<void>): void => {
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
