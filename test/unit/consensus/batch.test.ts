// A batch's index: round trip, and that only exact encodings pass as one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batchBytesOf, batchRows, batchTransactions, encodeBatch, isBatch, transactionsWithDeltas } from '../../../consensus/batch.ts';
import type { Key, Submission } from '../../../consensus/types.ts';
import { generated, idOf, lock, named, submission, voidOf } from './ledger/build.ts';

const id = fc.uint8Array({ minLength: 16, maxLength: 16 });
const key: fc.Arbitrary<Key> = fc.oneof(
  fc.record({ kind: fc.constant('generated' as const), id, birth: fc.nat() }),
  fc.record({ kind: fc.constant('named' as const), id }),
);
const transaction: fc.Arbitrary<Submission> = fc.record({
  key,
  content: id,
  seen: fc.option(fc.nat(), { nil: undefined }),
  locks: fc.array(fc.record({ mode: fc.constantFrom('write', 'read', 'append'), id, name: id }), { maxLength: 4 }),
  isVoid: fc.boolean(),
  hasDeltas: fc.boolean(),
  bytes: fc.uint8Array({ maxLength: 40 }),
});
const transactions = fc.array(transaction, { minLength: 1, maxLength: 5 });

function expectedRow(from: Submission): unknown {
  return {
    keyKind: from.key.kind,
    keyId: from.key.id,
    content: from.content,
    isVoid: from.isVoid,
    hasDeltas: from.hasDeltas,
    lockIds: from.locks.filter((one) => one.mode !== 'read').map((one) => one.id),
    bytes: from.bytes.length,
  };
}

/** The same bytes inside a larger buffer, as they arrive in a message. */
function shifted(payload: Uint8Array): Uint8Array {
  const buffer = new Uint8Array(payload.length + 7).fill(0xee);
  buffer.set(payload, 3);
  return buffer.subarray(3, 3 + payload.length);
}

test('a batch gives back its rows, its transactions and its size, wherever in a buffer it lies', () => {
  fc.assert(
    fc.property(transactions, (submissions) => {
      const payload = shifted(encodeBatch(submissions));
      assert.ok(isBatch(payload, submissions.length));
      assert.deepEqual(batchRows(payload, submissions.length).map(plain), submissions.map(expectedRow).map(plain));
      assert.deepEqual(plain(batchTransactions(payload)), plain(Buffer.concat(submissions.map((one) => one.bytes))));
      assert.equal(
        payload.length,
        submissions.reduce((bytes, one) => bytes + batchBytesOf(one), 4),
      );
    }),
  );
});

test('the layout is the documented one', () => {
  const payload = encodeBatch([
    submission({
      key: named(1),
      content: idOf(2),
      locks: [lock('write', 3), lock('read', 4), lock('append', 5)],
      bytes: Uint8Array.of(7, 8),
    }),
    voidOf(generated(6)),
  ]);
  const zeros = '00'.repeat(12);
  const expected = [
    '72000000',
    `0200000001000200${zeros}00000001${zeros}00000002`,
    `01${zeros}00000003`,
    `02${zeros}00000005`,
    `0100000002000000${zeros}00000006${zeros}00000000`,
    '0708',
    '01',
  ].join('');
  assert.equal(Buffer.from(payload).toString('hex'), expected);
});

test('a batch of one transaction more or fewer, or none, is not a batch of that many', () => {
  const payload = encodeBatch([submission({ key: generated(1) }), submission({ key: named(2) })]);
  assert.deepEqual(
    [0, 1, 2, 3, -1].map((count) => isBatch(payload, count)),
    [false, false, true, false, false],
  );
});

test('one byte short or long is not a batch, nor is an empty payload', () => {
  const payload = encodeBatch([submission({ key: generated(1), locks: [lock('write', 1)] })]);
  const long = new Uint8Array(payload.length + 1);
  long.set(payload);
  assert.ok(isBatch(payload, 1));
  assert.ok(!isBatch(long, 1));
  for (let length = 0; length < payload.length; length++) assert.ok(!isBatch(payload.subarray(0, length), 1), `${length} bytes`);
});

const FLAGS_AT = 4 + 4;
const LOCK_AT = 4 + 40;
for (const [what, at, good, bad] of [
  ['flags', FLAGS_AT, 7, 8],
  ['the zero after them', FLAGS_AT + 1, 0, 1],
  ['a lock mode', LOCK_AT, 1, 0],
  ['a lock mode', LOCK_AT, 2, 3],
] as const) {
  test(`${what} may be ${good} and not ${bad}`, () => {
    const payload = encodeBatch([submission({ key: generated(1), locks: [lock('write', 1)] })]);
    payload[at] = good;
    assert.ok(isBatch(payload, 1));
    payload[at] = bad;
    assert.ok(!isBatch(payload, 1));
  });
}

test('whatever passes as a batch is, byte for byte, the encoding of what it says', () => {
  const edits = fc.array(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }) }), { minLength: 1, maxLength: 3 });
  const mutated = fc.tuple(transactions, edits, fc.integer({ min: -2, max: 2 })).map(([submissions, changes, resize]) => {
    const payload = encodeBatch(submissions);
    // Most of the changes go where they decide something: the lengths and counts of the first row.
    for (const { at, to } of changes) payload[at % 2 === 0 ? at % payload.length : (at % 64) % payload.length] = to;
    const resized = new Uint8Array(payload.length + resize);
    resized.set(payload.subarray(0, resized.length));
    return { payload: resized, count: submissions.length };
  });
  const random = fc.record({ payload: fc.uint8Array({ maxLength: 120 }), count: fc.nat({ max: 3 }) });
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 1, arbitrary: random }), ({ payload, count }) => {
      if (!isBatch(payload, count)) return;
      assert.deepEqual(plain(encodeBatch(submissionsOf(payload, count))), plain(payload));
    }),
    { numRuns: 3000 },
  );
});

/** What a batch says, read from it by other means than `batchRows`: field by field, lock modes included. */
function submissionsOf(payload: Uint8Array, count: number): Submission[] {
  const bytes = Buffer.from(payload);
  let at = 4;
  let bodyAt = 4 + bytes.readUInt32LE(0);
  return Array.from({ length: count }, () => {
    const length = bytes.readUInt32LE(at);
    const flags = bytes.readUInt8(at + 4);
    const locks = bytes.readUInt16LE(at + 6);
    const keyId = bytes.subarray(at + 8, at + 24);
    const content = bytes.subarray(at + 24, at + 40);
    at += 40;
    const recorded = Array.from({ length: locks }, (_, position) => {
      const lockAt = at + position * 17;
      return {
        mode: bytes[lockAt] === 1 ? ('write' as const) : ('append' as const),
        id: bytes.subarray(lockAt + 1, lockAt + 17),
        name: Uint8Array.of(),
      };
    });
    at += locks * 17;
    bodyAt += length;
    return submission({
      key: (flags & 1) !== 0 ? { kind: 'named', id: keyId } : { kind: 'generated', id: keyId, birth: 0 },
      content,
      isVoid: (flags & 2) !== 0,
      hasDeltas: (flags & 4) !== 0,
      locks: recorded,
      bytes: bytes.subarray(bodyAt - length, bodyAt),
    });
  });
}

/** For comparison: every byte array as hexadecimal text, so that views, buffers and copies are alike. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  return value;
}

test('the transactions with deltas are found in their order, each whole', () => {
  const key = { kind: 'generated', id: new Uint8Array(16), birth: 0 } as const;
  const lock = { mode: 'write', id: new Uint8Array(16), name: new Uint8Array(1) } as const;
  const one = (bytes: number[], hasDeltas: boolean, locks = 0) => ({
    key,
    content: new Uint8Array(16),
    seen: undefined,
    locks: Array.from({ length: locks }, () => lock),
    isVoid: false,
    hasDeltas,
    bytes: Uint8Array.from(bytes),
  });
  const payload = encodeBatch([one([1], false, 2), one([2, 2], true, 1), one([], false), one([3], true), one([4, 4, 4], false)]);
  assert.deepEqual(
    [...transactionsWithDeltas(payload, 5)].map((bytes) => [...bytes]),
    [[2, 2], [3]],
  );
  assert.deepEqual([...transactionsWithDeltas(encodeBatch([one([1], false)]), 1)], []);
});
