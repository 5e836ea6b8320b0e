// The codec gives back what it was given, agrees with the generated code, and throws only its own errors on anything else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as codec from '@ledgerline/client/internal';
import fc from 'fast-check';
import { ledgerline } from '#client-sdk/gen/client.js';
import { bytes, clientHello, key, maybe, offset, record, refusal, serverHello, transaction, uint, uint32 } from './arbitraries.ts';

const v1 = ledgerline.client.v1;

function roundTrip<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  pair: { encode: (value: T) => Buffer; decode: (bytes: Uint8Array) => T },
): void {
  test(`${name} survives the way there and back`, () => {
    fc.assert(fc.property(arbitrary, (value) => assert.deepEqual(pair.decode(pair.encode(value)), value)));
  });
  test(`${name} from mutated bytes is a message or a WireError`, () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat(255), fc.boolean(), (value, position, byte, isCut) => {
        const encoded = pair.encode(value);
        if (encoded.length === 0) return;
        const at = position % encoded.length;
        const mutated = isCut ? encoded.subarray(0, at) : Buffer.from(encoded);
        if (!isCut) mutated[at] = byte;
        try {
          pair.decode(mutated);
        } catch (error) {
          assert.ok(error instanceof codec.WireError, `${error}`);
        }
      }),
    );
  });
}

const result = fc.oneof(record({ kind: fc.constant('committed' as const), offset, duplicate: fc.boolean() }), refusal);
const encodedTransaction = transaction.map((fields): Uint8Array => codec.encodeTransaction(fields));
const batch = record({
  firstOffset: offset,
  index: uint,
  term: uint,
  timestamp: uint,
  transactions: fc.array(encodedTransaction, { minLength: 1, maxLength: 3 }),
}).map(({ transactions, ...rest }) => ({ ...rest, count: transactions.length, transactions: Buffer.concat(transactions) as Uint8Array }));
const leader = maybe(fc.constantFrom('n1', 'n2'));
const keyRequest = record({ hello: maybe(clientHello), partition: uint32, key });

const submitRequest = record({
  hello: maybe(clientHello),
  partition: uint32,
  firstId: uint,
  transactions: fc.array(encodedTransaction, { maxLength: 3 }),
});
const submitResponse = record({
  hello: maybe(serverHello),
  partition: uint32,
  appliedOffset: uint,
  leader,
  results: fc.array(record({ id: uint, result }), { maxLength: 4 }),
});
const tailMessage = record({
  hello: maybe(serverHello),
  partition: uint32,
  appliedOffset: uint,
  leader,
  batches: fc.array(batch, { maxLength: 3 }),
});

describe('codec', () => {
  roundTrip('SubmitRequest', submitRequest, { encode: codec.encodeSubmitRequest, decode: codec.decodeSubmitRequest });
  roundTrip('SubmitResponse', submitResponse, { encode: codec.encodeSubmitResponse, decode: codec.decodeSubmitResponse });
  roundTrip('TailRequest', record({ hello: maybe(clientHello), partition: uint32, fromOffset: uint, toOffset: maybe(offset) }), {
    encode: codec.encodeTailRequest,
    decode: codec.decodeTailRequest,
  });
  roundTrip('TailMessage', tailMessage, { encode: codec.encodeTailMessage, decode: codec.decodeTailMessage });
  roundTrip('LookupRequest', keyRequest, { encode: codec.encodeLookupRequest, decode: codec.decodeLookupRequest });
  roundTrip('ResolveRequest', keyRequest, { encode: codec.encodeResolveRequest, decode: codec.decodeResolveRequest });
  roundTrip(
    'LookupResponse',
    record({
      hello: maybe(serverHello),
      answer: fc.oneof(
        record({ kind: fc.constant('committed' as const), offset, isVoid: fc.boolean() }),
        fc.constant({ kind: 'not-yet' as const }),
        refusal,
      ),
    }),
    { encode: codec.encodeLookupResponse, decode: codec.decodeLookupResponse },
  );
  roundTrip(
    'ResolveResponse',
    record({
      hello: maybe(serverHello),
      answer: fc.oneof(record({ kind: fc.constantFrom('committed' as const, 'void' as const), offset }), refusal),
    }),
    { encode: codec.encodeResolveResponse, decode: codec.decodeResolveResponse },
  );
  roundTrip('CommittedOffsetRequest', record({ hello: maybe(clientHello), partition: uint32 }), {
    encode: codec.encodeCommittedOffsetRequest,
    decode: codec.decodeCommittedOffsetRequest,
  });
  roundTrip(
    'CommittedOffsetResponse',
    record({ hello: maybe(serverHello), answer: fc.oneof(record({ kind: fc.constant('offset' as const), offset: uint }), refusal) }),
    { encode: codec.encodeCommittedOffsetResponse, decode: codec.decodeCommittedOffsetResponse },
  );
  roundTrip('DescribeRequest', record({ hello: maybe(clientHello) }), {
    encode: codec.encodeDescribeRequest,
    decode: codec.decodeDescribeRequest,
  });
  roundTrip(
    'DescribeResponse',
    record({
      hello: maybe(serverHello),
      protocolMin: uint32,
      protocolMax: uint32,
      members: fc.array(record({ id: fc.string(), clientAddress: fc.string() }), { maxLength: 3 }),
      limits: record({ transactionBytesMax: uint, locksMax: uint32, lockRows: uint32, recentKeys: uint32 }),
      partitions: fc.array(
        record({
          partition: uint32,
          role: fc.constantFrom('follower' as const, 'pre-candidate' as const, 'candidate' as const, 'leader' as const),
          term: uint,
          leader,
          lastIndex: uint,
          commitIndex: uint,
          appliedIndex: uint,
          appliedOffset: uint,
          firstOffset: uint,
        }),
        { maxLength: 3 },
      ),
    }),
    { encode: codec.encodeDescribeResponse, decode: codec.decodeDescribeResponse },
  );
  roundTrip('DigestAtRequest', record({ hello: maybe(clientHello), partition: uint32, index: uint }), {
    encode: codec.encodeDigestAtRequest,
    decode: codec.decodeDigestAtRequest,
  });
  roundTrip('DigestAtResponse', record({ hello: maybe(serverHello), digest: maybe(bytes(32, 32)) }), {
    encode: codec.encodeDigestAtResponse,
    decode: codec.decodeDigestAtResponse,
  });
});

describe('codec of the streams', () => {
  test('writes SubmitResponse as the generated code does', () => {
    fc.assert(
      fc.property(submitResponse, (response) => {
        const encoded = codec.encodeSubmitResponse(response);
        const again = v1.SubmitResponse.encode(v1.SubmitResponse.decode(encoded)).finish();
        assert.deepEqual(codec.decodeSubmitResponse(again), response);
        assert.equal(again.length, encoded.length);
      }),
    );
  });

  test('writes SubmitRequest and TailMessage as the generated code does', () => {
    fc.assert(
      fc.property(submitRequest, tailMessage, (request, message) => {
        const encoded = codec.encodeSubmitRequest(request);
        assert.deepEqual(Buffer.from(v1.SubmitRequest.encode(v1.SubmitRequest.decode(encoded)).finish()), encoded);
        const tail = codec.encodeTailMessage(message);
        assert.deepEqual(Buffer.from(v1.TailMessage.encode(v1.TailMessage.decode(tail)).finish()), tail);
      }),
    );
  });

  test('ignores fields of later versions', () => {
    const later = Buffer.from([0x98, 0x06, 0x01, 0xa2, 0x06, 0x01, 0xff, 0xa5, 0x06, 1, 2, 3, 4, 0xa1, 0x06, 1, 2, 3, 4, 5, 6, 7, 8]);
    const response = { hello: undefined, partition: 1, appliedOffset: 2, leader: 'n1', results: [] };
    assert.deepEqual(codec.decodeSubmitResponse(Buffer.concat([codec.encodeSubmitResponse(response), later])), response);
  });

  test('refuses numbers that a number cannot hold, both ways', () => {
    const largest = codec.encodeTailRequest({ hello: undefined, partition: 1, fromOffset: 2 ** 53 - 1, toOffset: undefined });
    assert.equal(codec.decodeTailRequest(largest).fromOffset, 2 ** 53 - 1);
    const tooLarge = Buffer.from([0x10, 1, 0x18, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]);
    assert.throws(() => codec.decodeTailRequest(tooLarge), codec.WireError);
    for (const wrong of [-1, 1.5, 2 ** 53, Number.NaN]) {
      assert.throws(() => codec.encodeTailRequest({ hello: undefined, partition: 1, fromOffset: wrong, toOffset: undefined }), RangeError);
      assert.throws(() => codec.encodeDigestAtRequest({ hello: undefined, partition: 1, index: wrong }), RangeError);
    }
    assert.throws(() => codec.encodeTailRequest({ hello: undefined, partition: 2 ** 32, fromOffset: 1, toOffset: undefined }), RangeError);
  });

  test('refuses uint64 above 2^53 - 1 in generated messages too', () => {
    const request = v1.DigestAtRequest.encode({ partition: 1, index: 2 ** 60 }).finish();
    assert.throws(() => codec.decodeDigestAtRequest(request), codec.WireError);
  });

  test('refuses answers without an answer, keys without a key, digests of another length', () => {
    const empty = new Uint8Array(0);
    assert.throws(() => codec.decodeLookupResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeResolveResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeCommittedOffsetResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeDescribeResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeLookupRequest(empty), codec.WireError);
    assert.throws(
      () => codec.decodeLookupRequest(v1.LookupRequest.encode({ key: { generated: Buffer.alloc(15) } }).finish()),
      codec.WireError,
    );
    assert.throws(() => codec.decodeLookupRequest(v1.LookupRequest.encode({ key: { named: Buffer.alloc(65) } }).finish()), codec.WireError);
    assert.throws(() => codec.decodeDigestAtResponse(v1.DigestAtResponse.encode({ digest: Buffer.alloc(31) }).finish()), codec.WireError);
    assert.throws(() => codec.decodeSubmitResponse(v1.SubmitResponse.encode({ results: [{ id: 1 }] }).finish()), codec.WireError);
    assert.throws(() => codec.decodeTailMessage(v1.TailMessage.encode({ batches: [{ firstOffset: 1 }] }).finish()), codec.WireError);
  });
});
