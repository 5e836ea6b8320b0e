// The codec gives back what it was given, agrees with the generated code, and throws only its own errors on anything else.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as codec from '@ledgerline/client/internal';
import fc from 'fast-check';
import { ledgerline } from '#client-sdk/gen/client.js';
import {
  bytes,
  changeMembersAnswer,
  clientHello,
  ids,
  intendedSet,
  key,
  maybe,
  member,
  membersChange,
  offset,
  record,
  refusal,
  serverHello,
  transaction,
  uint,
  uint32,
} from './arbitraries.ts';

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

const result = fc.oneof(
  record({ kind: fc.constantFrom('committed' as const, 'accepted' as const), offset, duplicate: fc.boolean() }),
  refusal,
);
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

const storage: fc.Arbitrary<codec.StorageDescription> = record({
  firstIndex: uint,
  logBytes: uint,
  stateIndex: uint,
  snapshotIndex: uint,
  damage: fc.array(record({ from: uint, to: uint, file: fc.string(), position: uint, why: fc.string() }), { maxLength: 2 }),
  damagedRanges: uint32,
  repairedRanges: uint32,
  claim: maybe(record({ index: uint, term: uint })),
  scrubbedAt: uint,
  scrubbedIndex: uint,
  diverged: fc.array(fc.constantFrom('n1', 'n2'), { maxLength: 2 }),
  freeBytes: uint,
  isFull: fc.boolean(),
});
const readAt: fc.Arbitrary<codec.WireReadAt> = fc.oneof(
  fc.constant({ kind: 'linearizable' as const }),
  fc.constant({ kind: 'local' as const }),
  record({ kind: fc.constant('at-least' as const), offset: uint }),
);
const stateQuery: fc.Arbitrary<codec.WireStateQuery> = fc.oneof(
  record({ kind: fc.constant('get-many' as const), keys: fc.array(bytes(0, 9), { maxLength: 3 }) }),
  record({ kind: fc.constant('range' as const), from: bytes(0, 9), to: maybe(bytes(0, 9)), limit: uint32 }),
);
const pair = record({ key: bytes(0, 9), value: bytes(0, 9) });
const stateAnswer: fc.Arbitrary<codec.ReadStateAnswer> = fc.oneof(
  record({ kind: fc.constant('values' as const), offset: uint, values: fc.array(maybe(bytes(0, 9)), { maxLength: 3 }) }),
  record({ kind: fc.constant('pairs' as const), offset: uint, pairs: fc.array(pair, { maxLength: 3 }), more: fc.boolean() }),
  refusal,
);
const digest = bytes(32, 32);
const snapshot: fc.Arbitrary<codec.SnapshotDescription> = record({
  index: uint,
  term: uint,
  offset: uint,
  timestamp: uint,
  digest,
  bytes: uint,
  stateDigest: digest,
  fileDigest: digest,
  stateKeys: uint,
  namedKeys: uint,
});
const entry: fc.Arbitrary<codec.WireEntry> = record({
  index: uint,
  term: uint,
  type: fc.constantFrom('no-op' as const, 'batch' as const, 'snapshot-point' as const, 'membership' as const),
  timestamp: uint,
  firstOffset: uint,
  count: uint32,
  payload: bytes(0, 40),
  previousDigest: digest,
  digest,
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
      members: fc.array(member, { maxLength: 3 }),
      intended: intendedSet,
      acknowledge: fc.constantFrom('durable' as const, 'received' as const),
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
          storage,
          membership: record({
            voters: ids,
            outgoing: ids,
            learners: ids,
            members: fc.array(member, { maxLength: 3 }),
            index: uint,
            isCommitted: fc.boolean(),
          }),
          followers: fc.array(record({ id: fc.string(), matchIndex: uint, isActive: fc.boolean() }), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { encode: codec.encodeDescribeResponse, decode: codec.decodeDescribeResponse },
  );
  roundTrip('ChangeMembersRequest', record({ hello: maybe(clientHello), change: membersChange }), {
    encode: codec.encodeChangeMembersRequest,
    decode: codec.decodeChangeMembersRequest,
  });
  roundTrip('ChangeMembersResponse', record({ hello: maybe(serverHello), answer: changeMembersAnswer }), {
    encode: codec.encodeChangeMembersResponse,
    decode: codec.decodeChangeMembersResponse,
  });
  roundTrip(
    'ReadStateRequest',
    record({ hello: maybe(clientHello), partition: uint32, at: readAt, query: stateQuery, timeoutMs: uint32 }),
    {
      encode: codec.encodeReadStateRequest,
      decode: codec.decodeReadStateRequest,
    },
  );
  roundTrip('ReadStateResponse', record({ hello: maybe(serverHello), answer: stateAnswer }), {
    encode: codec.encodeReadStateResponse,
    decode: codec.decodeReadStateResponse,
  });
  roundTrip('TakeSnapshotRequest', record({ hello: maybe(clientHello), partition: uint32 }), {
    encode: codec.encodePartitionRequest,
    decode: codec.decodePartitionRequest,
  });
  roundTrip(
    'TakeSnapshotResponse',
    record({ hello: maybe(serverHello), answer: fc.oneof(record({ kind: fc.constant('snapshot-point' as const), index: uint }), refusal) }),
    { encode: codec.encodeTakeSnapshotResponse, decode: codec.decodeTakeSnapshotResponse },
  );
  roundTrip('ListSnapshotsResponse', record({ hello: maybe(serverHello), snapshots: fc.array(snapshot, { maxLength: 3 }) }), {
    encode: codec.encodeListSnapshotsResponse,
    decode: codec.decodeListSnapshotsResponse,
  });
  roundTrip(
    'VerifySnapshotsResponse',
    record({
      hello: maybe(serverHello),
      verdicts: fc.array(record({ index: uint, error: maybe(fc.string({ minLength: 1 })) }), { maxLength: 3 }),
    }),
    { encode: codec.encodeVerifySnapshotsResponse, decode: codec.decodeVerifySnapshotsResponse },
  );
  roundTrip('FetchSnapshotRequest', record({ hello: maybe(clientHello), partition: uint32, index: uint, position: uint }), {
    encode: codec.encodeFetchSnapshotRequest,
    decode: codec.decodeFetchSnapshotRequest,
  });
  roundTrip('SnapshotChunk', record({ hello: maybe(serverHello), snapshot: maybe(snapshot), position: uint, data: bytes(0, 40) }), {
    encode: codec.encodeSnapshotChunk,
    decode: codec.decodeSnapshotChunk,
  });
  roundTrip('ReadEntriesRequest', record({ hello: maybe(clientHello), partition: uint32, fromIndex: uint, toIndex: maybe(offset) }), {
    encode: codec.encodeReadEntriesRequest,
    decode: codec.decodeReadEntriesRequest,
  });
  roundTrip('EntriesMessage', record({ hello: maybe(serverHello), appliedIndex: uint, entries: fc.array(entry, { maxLength: 3 }) }), {
    encode: codec.encodeEntriesMessage,
    decode: codec.decodeEntriesMessage,
  });
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

  test('describes at most 16 damaged ranges, and counts all', () => {
    const range = { from: 1, to: 2, file: 'f', position: 3, why: 'w' };
    const partition = fc.sample(storage, 1)[0] ?? assert.fail();
    const common = { partition: 1, role: 'follower' as const, term: 1, leader: undefined, lastIndex: 1, commitIndex: 1, appliedIndex: 1 };
    const described = (count: number) => {
      const damage = Array.from({ length: count }, () => range);
      const membership = { voters: [], outgoing: [], learners: [], members: [], index: 0, isCommitted: true };
      const stored = { ...partition, damage, damagedRanges: count };
      const partitions = [{ ...common, appliedOffset: 1, firstOffset: 1, storage: stored, membership, followers: [] }];
      const intended = { voters: [], learners: [] };
      const limits = { transactionBytesMax: 1, locksMax: 1, lockRows: 1, recentKeys: 1 };
      const acknowledge = 'durable' as const;
      const message = { hello: undefined, protocolMin: 1, protocolMax: 1, members: [], intended, limits, partitions, acknowledge };
      return codec.decodeDescribeResponse(codec.encodeDescribeResponse(message)).partitions[0]?.storage;
    };
    assert.deepEqual([described(16)?.damage.length, described(16)?.damagedRanges], [16, 16]);
    assert.deepEqual([described(17)?.damage.length, described(17)?.damagedRanges], [16, 17]);
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
    assert.throws(() => codec.decodeReadStateRequest(empty), codec.WireError);
    assert.throws(() => codec.decodeReadStateRequest(v1.ReadStateRequest.encode({ local: {} }).finish()), codec.WireError);
    assert.throws(() => codec.decodeReadStateResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeTakeSnapshotResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeChangeMembersRequest(empty), codec.WireError);
    assert.throws(
      () => codec.decodeChangeMembersRequest(v1.ChangeMembersRequest.encode({ replace: { id: 'n1' } }).finish()),
      codec.WireError,
    );
    assert.throws(() => codec.decodeChangeMembersResponse(empty), codec.WireError);
    assert.throws(() => codec.decodeChangeMembersResponse(v1.ChangeMembersResponse.encode({ changed: {} }).finish()), codec.WireError);
    for (const code of [0, 10]) {
      const refused = v1.ChangeMembersResponse.encode({ membersRefusal: { code } }).finish();
      assert.throws(() => codec.decodeChangeMembersResponse(refused), codec.WireError);
    }
    assert.throws(() => codec.decodeListSnapshotsResponse(v1.ListSnapshotsResponse.encode({ snapshots: [{}] }).finish()), codec.WireError);
    assert.throws(() => codec.decodeEntriesMessage(v1.EntriesMessage.encode({ entries: [{ type: 0 }] }).finish()), codec.WireError);
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
