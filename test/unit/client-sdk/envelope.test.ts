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
  type WireDelta,
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

function contentOf(type: string, header: number, data: string) {
  return { type, header, data: Buffer.from(data), deltaBytes: new Uint8Array(0) };
}

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
    const content = contentDigest(contentOf('t', 1, 'd'));
    const digestOf = (change: Partial<TransactionFields>) =>
      Buffer.from(parseEnvelope(encodeTransaction({ ...FIELDS, ...change }), LIMITS).content).toString('hex');
    const same = digestOf({});
    assert.equal(digestOf({ seen: undefined, locks: [], key: { kind: 'named', bytes: Buffer.of(1) } }), same);
    for (const change of [{ type: 'transfer.v2' }, { header: 8 }, { data: Buffer.from('datb') }, { data: new Uint8Array(0) }])
      assert.notEqual(digestOf(change), same);
    assert.notDeepEqual(contentDigest(contentOf('td', 1, '')), content);
  });

  test('content of large data is the same hash', () => {
    for (const size of [8_191, 8_192, 8_193, 20_000]) {
      const data = Buffer.alloc(size, 3);
      const head = Buffer.from([1, 0, 0, 0, 0x74, 2, 0, 0, 0, 0, 0, 0, 0]);
      head.writeUInt32LE(size, 9);
      assert.deepEqual(
        Buffer.from(contentDigest({ type: 't', header: 2, data, deltaBytes: new Uint8Array(0) })),
        sha(Buffer.concat([head, data])),
      );
    }
  });

  test('content covers the deltas as they stand', () => {
    const locks = ['k', 'l'].map((name) => ({ mode: 'append' as const, name: Buffer.from(name) }));
    const put = { kind: 'put', key: Buffer.from('k'), value: Buffer.from('v') } as const;
    const encoded = Buffer.from([0x42, 8, 0x0a, 6, 0x0a, 1, 0x6b, 0x12, 1, 0x76]);
    const head = Buffer.concat([Buffer.from([1, 0, 0, 0, 0x74]), Buffer.alloc(8)]);
    const envelopeWith = (deltas: readonly WireDelta[]) =>
      parseEnvelope(encodeTransaction({ ...FIELDS, type: 't', header: 0, data: new Uint8Array(0), locks, deltas }), LIMITS);
    assert.deepEqual(envelopeWith([put]).content, sha(Buffer.concat([head, encoded])));
    const contents = [
      [],
      [put],
      [put, put],
      [{ ...put, value: new Uint8Array(0) }],
      [{ ...put, key: Buffer.from('l') }],
      [{ kind: 'delete', key: put.key } as const],
      [{ kind: 'record', data: put.key } as const],
    ].map((deltas) => Buffer.from(envelopeWith(deltas).content).toString('hex'));
    assert.equal(new Set(contents).size, contents.length);
    const large = { ...put, value: Buffer.alloc(9_000, 5) };
    const bytes = encodeTransaction({ ...FIELDS, type: 't', header: 0, data: new Uint8Array(0), locks, deltas: [large] });
    const { deltaBytes } = parseTransaction(bytes);
    const { content } = parseEnvelope(bytes, { transactionBytesMax: 10_000, locksMax: 2 });
    assert.deepEqual(content, sha(Buffer.concat([head, deltaBytes])));
  });

  test('every key that is put or deleted is covered by a write or append lock of exactly its name', () => {
    const k = Buffer.from('k');
    const put = { kind: 'put', key: k, value: k } as const;
    const refusalOf = (modes: readonly (readonly ['write' | 'read' | 'append', string])[], deltas: readonly WireDelta[]): string => {
      const locks = modes.map(([mode, name]) => ({ mode, name: Buffer.from(name) }));
      try {
        parseEnvelope(encodeTransaction({ ...FIELDS, data: new Uint8Array(0), locks, deltas }), LIMITS);
        return '';
      } catch (error) {
        assert.ok(error instanceof EnvelopeError && error.code === 'INVALID', `${error}`);
        return error.message;
      }
    };
    assert.equal(refusalOf([['write', 'k']], [put]), '');
    assert.equal(refusalOf([['append', 'k']], [put, { kind: 'delete', key: k }]), '');
    assert.equal(refusalOf([], [{ kind: 'record', data: k }]), '');
    assert.match(refusalOf([], [put]), /put of key "k"/);
    assert.match(refusalOf([['read', 'k']], [put]), /put of key "k"/);
    assert.match(refusalOf([['write', 'kk']], [put]), /put of key "k"/);
    assert.match(refusalOf([['write', 'k']], [put, { kind: 'delete', key: Buffer.from('l') }]), /delete of key "l"/);
    assert.match(refusalOf([['write', 'k']], [{ kind: 'delete', key: Buffer.of(0xff, 0) }]), /delete of key 0xff00/);
  });

  test('has deltas exactly if something is put or deleted', () => {
    const k = Buffer.from('k');
    const locks = [{ mode: 'write' as const, name: k }];
    const hasDeltas = (deltas: readonly WireDelta[]) =>
      parseEnvelope(encodeTransaction({ ...FIELDS, data: new Uint8Array(0), locks, deltas }), LIMITS).hasDeltas;
    assert.equal(hasDeltas([]), false);
    assert.equal(hasDeltas([{ kind: 'record', data: k }]), false);
    assert.equal(
      hasDeltas([
        { kind: 'record', data: k },
        { kind: 'delete', key: k },
      ]),
      true,
    );
    assert.equal(hasDeltas([{ kind: 'put', key: k, value: k }]), true);
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
        const { deltaBytes, ...fields } = parseTransaction(envelope.bytes);
        assert.deepEqual(fields, { type: VOID_TYPE, header: 0, locks: [], key, seen: undefined, data: Buffer.alloc(0), deltas: [] });
        assert.equal(deltaBytes.length, 0);
        assert.equal(envelope.isVoid, true);
        assert.deepEqual(envelope.key, parseEnvelope(encodeTransaction({ ...FIELDS, key }), LIMITS).key);
      }),
    );
    assert.throws(() => voidEnvelope({ kind: 'generated', bytes: Buffer.alloc(16, 255) }), EnvelopeError);
  });
});
