// What a node makes of a submitted transaction: limits, reserved types, and the ids that its tables compare.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import {
  contentDigest,
  EnvelopeError,
  encodeTransaction,
  parseEnvelope,
  parseTransaction,
  type TransactionFields,
  VOID_TYPE,
  voidEnvelope,
} from '@ledgerline/client/internal';
import fc from 'fast-check';
import { key as anyKey, transaction } from './arbitraries.ts';

const LIMITS = { transactionBytesMax: 1_000, locksMax: 2 };
const FIELDS: TransactionFields = {
  type: 'transfer.v1',
  header: 7,
  locks: [
    { mode: 'write', name: Buffer.from('account:a') },
    { mode: 'read', name: Buffer.from('account:b') },
  ],
  key: { kind: 'generated', bytes: Buffer.from('0000000000012caabbccddeeff112233'.slice(0, 32), 'hex') },
  seen: 300,
  data: Buffer.from('data'),
};

function sha(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, 16);
}

function codeOf(bytes: Uint8Array, limits = LIMITS): string | undefined {
  try {
    parseEnvelope(bytes, limits);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof EnvelopeError, `${error}`);
    return error.code;
  }
}

describe('envelope', () => {
  test('has all that admission needs', () => {
    const bytes = encodeTransaction(FIELDS);
    const content = Buffer.concat([
      Buffer.from([11, 0, 0, 0]),
      Buffer.from('transfer.v1'),
      Buffer.from([7, 0, 0, 0, 4, 0, 0, 0]),
      Buffer.from('data'),
    ]);
    assert.deepEqual(parseEnvelope(bytes, LIMITS), {
      type: 'transfer.v1',
      key: { kind: 'generated', id: FIELDS.key.bytes, birth: 300 },
      content: sha(content),
      seen: 300,
      locks: [
        { mode: 'write', id: sha('account:a'), name: Buffer.from('account:a') },
        { mode: 'read', id: sha('account:b'), name: Buffer.from('account:b') },
      ],
      isVoid: false,
      hasDeltas: false,
      bytes,
    });
  });

  test('a named key is compared by its digest', () => {
    const bytes = encodeTransaction({ ...FIELDS, key: { kind: 'named', bytes: Buffer.from('invoice-7') } });
    assert.deepEqual(parseEnvelope(bytes, LIMITS).key, { kind: 'named', id: sha('invoice-7') });
  });

  test('content is type, header and data, and nothing else', () => {
    const content = contentDigest('t', 1, Buffer.from('d'));
    const digestOf = (change: Partial<TransactionFields>) =>
      Buffer.from(parseEnvelope(encodeTransaction({ ...FIELDS, ...change }), LIMITS).content).toString('hex');
    const same = digestOf({});
    assert.equal(digestOf({ seen: undefined, locks: [], key: { kind: 'named', bytes: Buffer.of(1) } }), same);
    for (const change of [{ type: 'transfer.v2' }, { header: 8 }, { data: Buffer.from('datb') }, { data: new Uint8Array(0) }])
      assert.notEqual(digestOf(change), same);
    assert.notDeepEqual(contentDigest('td', 1, Buffer.from('')), content);
  });

  test('content of large data is the same hash', () => {
    for (const size of [8_191, 8_192, 8_193, 20_000]) {
      const data = Buffer.alloc(size, 3);
      const head = Buffer.from([1, 0, 0, 0, 0x74, 2, 0, 0, 0, 0, 0, 0, 0]);
      head.writeUInt32LE(size, 9);
      assert.deepEqual(Buffer.from(contentDigest('t', 2, data)), sha(Buffer.concat([head, data])));
    }
  });

  test('keeps the limits of the cluster, to the byte', () => {
    const bytes = encodeTransaction(FIELDS);
    assert.equal(codeOf(bytes, { transactionBytesMax: bytes.length, locksMax: 2 }), undefined);
    assert.equal(codeOf(bytes, { transactionBytesMax: bytes.length - 1, locksMax: 2 }), 'TOO_LARGE');
    assert.equal(codeOf(bytes, { transactionBytesMax: bytes.length, locksMax: 1 }), 'TOO_MANY_LOCKS');
  });

  test('reserves the types of the cluster', () => {
    for (const type of ['ledgerline.void', 'ledgerline.', 'ledgerline.x'])
      assert.equal(codeOf(encodeTransaction({ ...FIELDS, type })), 'INVALID');
    for (const type of ['ledgerline', 'Ledgerline.void', 'xledgerline.'])
      assert.equal(codeOf(encodeTransaction({ ...FIELDS, type })), undefined);
  });

  test('a birth of 2^53 - 1 is the last', () => {
    const withBirth = (hex: string) =>
      encodeTransaction({ ...FIELDS, key: { kind: 'generated', bytes: Buffer.from(`${hex}${'00'.repeat(9)}`, 'hex') } });
    assert.equal(codeOf(withBirth('1fffffffffffff')), undefined);
    assert.equal(codeOf(withBirth('20000000000000')), 'INVALID');
  });

  test('throws only its own error', () => {
    fc.assert(
      fc.property(transaction, fc.nat(), fc.nat(255), (fields, at, byte) => {
        const bytes = encodeTransaction(fields);
        bytes[at % bytes.length] = byte;
        codeOf(bytes, { transactionBytesMax: 10_000, locksMax: 3 });
      }),
      { numRuns: 1_000 },
    );
  });

  test('a void is a canonical transaction under the same key, with the same id', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const envelope = voidEnvelope(key);
        const fields = parseTransaction(envelope.bytes);
        assert.deepEqual(fields, { type: VOID_TYPE, header: 0, locks: [], key, seen: undefined, data: Buffer.alloc(0) });
        assert.equal(envelope.isVoid, true);
        assert.deepEqual(envelope.key, parseEnvelope(encodeTransaction({ ...FIELDS, key }), LIMITS).key);
      }),
    );
    assert.throws(() => voidEnvelope({ kind: 'generated', bytes: Buffer.alloc(16, 255) }), EnvelopeError);
  });
});
