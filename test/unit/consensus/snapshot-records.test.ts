// The records of a snapshot: what goes in comes out, in an order that everyone can check, cut alike by everyone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SNAPSHOT_RECORD_BYTES, SNAPSHOT_RECORD_BYTES_MAX, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX } from '../../../consensus/limits.ts';
import type { NamedKey, StatePair } from '../../../consensus/ports.ts';
import {
  compareKeys,
  decodeNamedKeysRecord,
  decodeStateRecord,
  namedKeyRecords,
  namedKeys,
  SnapshotRecordError,
  statePairs,
  stateRecords,
} from '../../../consensus/snapshot-records.ts';

async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Bytes as they are compared: not Buffers, no views of larger memory. */
const plain = (pairs: readonly StatePair[]) => pairs.map(({ key, value }) => ({ key: [...key], value: [...value] }));

const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
const pairsArbitrary = fc
  .uniqueArray(fc.record({ key: bytes(12), value: bytes(300) }), { selector: ({ key }) => key.join(), maxLength: 60 })
  .map((pairs) => pairs.sort((left, right) => Buffer.compare(left.key, right.key)));

function keyAt(number: number, offset = number + 1): NamedKey {
  const id = new Uint8Array(16);
  new DataView(id.buffer).setUint32(4, number);
  return { id, record: { offset, content: new Uint8Array(16).fill(number % 251), isVoid: number % 2 === 1 } };
}

describe('records of the state', () => {
  test('give back every pair in its order', async () => {
    await fc.assert(
      fc.asyncProperty(pairsArbitrary, async (pairs) => {
        const records = await collect(stateRecords(streamOf(pairs)));
        assert.deepEqual(plain(await collect(statePairs(streamOf(records)))), plain(pairs));
      }),
      { numRuns: 100 },
    );
  });

  test('are filled up, and a pair larger than a record has one of its own', async () => {
    const large = { key: new Uint8Array(STATE_KEY_BYTES_MAX).fill(1), value: new Uint8Array(STATE_VALUE_BYTES_MAX) };
    const small = (first: number) => ({ key: Uint8Array.of(first), value: new Uint8Array(SNAPSHOT_RECORD_BYTES / 2 - 9) });
    const pairs = [small(0), large, small(2), small(3), small(4)];
    const records = await collect(stateRecords(streamOf(pairs)));
    assert.deepEqual(
      records.map(({ length }) => length),
      [SNAPSHOT_RECORD_BYTES / 2, 8 + STATE_KEY_BYTES_MAX + STATE_VALUE_BYTES_MAX, SNAPSHOT_RECORD_BYTES, SNAPSHOT_RECORD_BYTES / 2],
    );
    assert.ok(Math.max(...records.map(({ length }) => length)) <= SNAPSHOT_RECORD_BYTES_MAX);
    assert.equal((await collect(statePairs(streamOf(records)))).length, 5);
    assert.deepEqual(await collect(stateRecords(streamOf([]))), []);
  });

  test('are refused when keys repeat or descend, in one record or across two', async () => {
    const [a, b] = [
      { key: Uint8Array.of(1), value: Uint8Array.of(1) },
      { key: Uint8Array.of(200), value: Uint8Array.of(1) },
    ];
    for (const pairs of [
      [a, a],
      [b, a],
    ])
      await assert.rejects(collect(stateRecords(streamOf(pairs))), SnapshotRecordError);
    const [first] = await collect(stateRecords(streamOf([a])));
    const [second] = await collect(stateRecords(streamOf([b])));
    assert.ok(first !== undefined && second !== undefined);
    assert.equal((await collect(statePairs(streamOf([first, second])))).length, 2);
    await assert.rejects(collect(statePairs(streamOf([second, first]))), SnapshotRecordError);
    await assert.rejects(collect(statePairs(streamOf([first, first]))), SnapshotRecordError);
    assert.throws(() => decodeStateRecord(Uint8Array.from([...second, ...first])), SnapshotRecordError);
  });

  test('are refused when they are cut short or a length points beyond them', async () => {
    const [record] = await collect(stateRecords(streamOf([{ key: Uint8Array.of(1, 2), value: Uint8Array.of(3, 4, 5) }])));
    assert.ok(record !== undefined);
    for (let length = 1; length < record.length; length++)
      assert.throws(() => decodeStateRecord(record.subarray(0, length)), SnapshotRecordError);
    assert.throws(() => decodeStateRecord(record.with(0, 3)), SnapshotRecordError);
    assert.throws(() => decodeStateRecord(record.with(3, 255)), SnapshotRecordError);
    assert.throws(() => decodeStateRecord(record.with(6, 4)), SnapshotRecordError);
    assert.equal(decodeStateRecord(record).length, 1);
  });

  test('take no pair beyond the limits', async () => {
    const key = new Uint8Array(STATE_KEY_BYTES_MAX + 1);
    await assert.rejects(collect(stateRecords(streamOf([{ key, value: key }]))), /within its limit/);
    const value = new Uint8Array(STATE_VALUE_BYTES_MAX + 1);
    await assert.rejects(collect(stateRecords(streamOf([{ key: Uint8Array.of(1), value }]))), /within its limit/);
  });
});

describe('records of named keys', () => {
  test('hold exactly the keys up to the offset of the snapshot, and give them back', async () => {
    const keys = Array.from({ length: 4000 }, (_, number) => keyAt(number, 1 + ((number * 7919) % 4000)));
    const records = await collect(namedKeyRecords(streamOf(keys), { throughOffset: 2500 }));
    assert.ok(records.length > 1);
    const expected = keys.filter(({ record }) => record.offset <= 2500);
    assert.equal(expected.length, 2500);
    assert.deepEqual(await collect(namedKeys(streamOf(records))), expected);
  });

  test('keep offsets up to the largest', async () => {
    const key = keyAt(1, Number.MAX_SAFE_INTEGER);
    const [record] = await collect(namedKeyRecords(streamOf([key]), { throughOffset: Number.MAX_SAFE_INTEGER }));
    assert.deepEqual(decodeNamedKeysRecord(record ?? new Uint8Array(0)), [key]);
  });

  test('are refused when ids do not ascend, also of keys that are left out', async () => {
    for (const keys of [
      [keyAt(1), keyAt(1)],
      [keyAt(2), keyAt(1)],
      [keyAt(2, 99), keyAt(1, 99)],
    ])
      await assert.rejects(collect(namedKeyRecords(streamOf(keys), { throughOffset: 50 })), SnapshotRecordError);
    const [record] = await collect(namedKeyRecords(streamOf([keyAt(1), keyAt(2)]), { throughOffset: 50 }));
    assert.ok(record !== undefined);
    assert.throws(() => decodeNamedKeysRecord(record, keyAt(1).id), SnapshotRecordError);
    assert.equal(decodeNamedKeysRecord(record, keyAt(0).id).length, 2);
  });

  test('are refused when they are cut short, or hold an offset or flags that are none', async () => {
    const [record] = await collect(namedKeyRecords(streamOf([keyAt(1)]), { throughOffset: 50 }));
    assert.ok(record !== undefined);
    assert.equal(record.length, 41);
    for (let length = 1; length < record.length; length++)
      assert.throws(() => decodeNamedKeysRecord(record.subarray(0, length)), SnapshotRecordError);
    assert.throws(() => decodeNamedKeysRecord(record.with(40, 2)), SnapshotRecordError);
    assert.throws(() => decodeNamedKeysRecord(record.with(23, 0x20)), SnapshotRecordError);
    assert.throws(() => decodeNamedKeysRecord(record.with(16, 0)), SnapshotRecordError);
  });
});

test('keys compare as unsigned bytes, a prefix first', () => {
  fc.assert(fc.property(bytes(6), bytes(6), (left, right) => Math.sign(compareKeys(left, right)) === Buffer.compare(left, right)));
});
