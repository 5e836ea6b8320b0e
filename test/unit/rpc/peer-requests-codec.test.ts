// Questions between nodes and their answers: what goes out comes back, and what breaks a rule is refused with the one typed error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ledgerline } from '#gen/peer.js';
import { encodeBatch } from '../../../consensus/batch.ts';
import { PARTITIONS_MAX, PEER_FRAME_BYTES_MAX, PEER_SNAPSHOTS_MAX, SNAPSHOT_FETCH_BYTES } from '../../../consensus/limits.ts';
import type { EntryBody, NodeId, SnapshotInfo } from '../../../consensus/types.ts';
import {
  type AskReply,
  decodeAsk,
  decodeAskReply,
  encodeAsk,
  encodeAskReply,
  type PeerQuestion,
} from '../../../rpc/peer-requests-codec.ts';
import type { PeerHello } from '../../../rpc/peer-service.ts';
import { ProtocolError } from '../../../rpc/wire-numbers.ts';

const wire = ledgerline.peer.v1;
const SAFE = Number.MAX_SAFE_INTEGER;
const HELLO: PeerHello = {
  cluster: 'c'.repeat(64),
  node: 'n1' as NodeId,
  incarnation: '1'.repeat(32),
  protocolMin: 1,
  protocolMax: 1,
  to: 'n2' as NodeId,
  memberSince: SAFE,
  peerAddress: 'n1.example:7501',
  clientAddress: '[::1]:7401',
};
const WIRE_HELLO = { ...HELLO };

const partitions = fc.integer({ min: 1, max: PARTITIONS_MAX });
const uint = fc.maxSafeNat();
const digests = fc.uint8Array({ minLength: 32, maxLength: 32 });

const questions: fc.Arbitrary<PeerQuestion> = fc.oneof(
  fc.record({ kind: fc.constantFrom('log-end' as const, 'committed-offset' as const, 'snapshots' as const), partition: partitions }),
  fc
    .tuple(partitions, fc.integer({ min: 1, max: SAFE }), uint, fc.integer({ min: 1, max: PEER_FRAME_BYTES_MAX }))
    .map(([partition, from, more, bytesMax]) => ({
      kind: 'entries' as const,
      partition,
      from,
      to: Math.min(SAFE, from + more),
      bytesMax,
    })),
  fc.record({
    kind: fc.constant('snapshot-bytes' as const),
    partition: partitions,
    index: fc.integer({ min: 1, max: SAFE }),
    position: fc.integer({ min: 0, max: SAFE - SNAPSHOT_FETCH_BYTES }),
    length: fc.integer({ min: 1, max: SNAPSHOT_FETCH_BYTES }),
  }),
);

function entriesOf(terms: readonly number[]): EntryBody[] {
  let firstOffset = 1;
  return [...terms]
    .sort((a, b) => a - b)
    .map((term, at) => {
      const id = new Uint8Array(16);
      const isBatch = at % 2 === 0;
      const body: EntryBody = {
        term,
        type: isBatch ? 'batch' : 'no-op',
        timestamp: at,
        firstOffset,
        count: isBatch ? 1 : 0,
        payload: isBatch
          ? encodeBatch([
              {
                key: { kind: 'generated', id, birth: 0 },
                content: id,
                seen: undefined,
                locks: [],
                isVoid: false,
                hasDeltas: false,
                bytes: Uint8Array.of(at & 255),
              },
            ])
          : new Uint8Array(0),
      };
      firstOffset += body.count;
      return body;
    });
}

const snapshotInfos: fc.Arbitrary<Omit<SnapshotInfo, 'partition'>> = fc.record({
  index: fc.integer({ min: 1, max: SAFE }),
  term: fc.integer({ min: 1, max: SAFE }),
  timestamp: uint,
  digest: digests,
  nextOffset: fc.integer({ min: 1, max: SAFE }),
  bytes: fc.integer({ min: 1, max: SAFE }),
  stateDigest: digests,
  fileDigest: digests,
  stateKeys: uint,
  namedKeys: uint,
});

const places = fc.oneof(
  fc.constant({ index: 0, term: 0 }),
  fc.record({ index: fc.integer({ min: 1, max: SAFE - 1 }), term: fc.integer({ min: 1, max: SAFE }) }),
);

/** A question with an answer that fits it. */
const exchanges: fc.Arbitrary<{ question: PeerQuestion; reply: AskReply }> = fc.oneof(
  fc
    .record({
      partition: partitions,
      last: places,
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      claim: fc.option(fc.record({ index: fc.integer({ min: 1, max: SAFE }), term: uint }), { nil: undefined }),
      electors: fc.subarray(['n1', 'n2', 'n3'] as NodeId[], { minLength: 1 }),
      leads: fc.boolean(),
    })
    .map(({ partition, last, first, claim, electors, leads }) => ({
      question: { kind: 'log-end' as const, partition },
      reply: { kind: 'log-end' as const, logEnd: { last, firstIndex: 1 + Math.floor(first * last.index), claim, electors, leads } },
    })),
  fc.array(fc.integer({ min: 1, max: SAFE }), { maxLength: 20 }).map((terms) => ({
    question: { kind: 'entries' as const, partition: 1, from: 7, to: 7 + Math.max(0, terms.length - 1), bytesMax: 1024 },
    reply: { kind: 'entries' as const, entries: entriesOf(terms) },
  })),
  fc.option(uint, { nil: undefined }).map((offset) => ({
    question: { kind: 'committed-offset' as const, partition: 1 },
    reply: { kind: 'committed-offset' as const, offset },
  })),
  fc
    .tuple(partitions, fc.uniqueArray(snapshotInfos, { selector: ({ index }) => index, maxLength: PEER_SNAPSHOTS_MAX }))
    .map(([partition, infos]) => ({
      question: { kind: 'snapshots' as const, partition },
      reply: {
        kind: 'snapshots' as const,
        snapshots: infos.map((info) => ({ ...info, partition })).sort((a, b) => b.index - a.index),
      },
    })),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => ({
    question: { kind: 'snapshot-bytes' as const, partition: 1, index: 3, position: 0, length: 300 },
    reply: { kind: 'snapshot-bytes' as const, bytes },
  })),
  fc.tuple(questions, fc.string({ maxLength: 900 })).map(([question, detail]) => ({
    question,
    reply: { kind: 'refused' as const, refusal: { code: 'UNKNOWN_NODE' as const, detail } },
  })),
  fc.tuple(questions, fc.string({ maxLength: 900 })).map(([question, detail]) => ({
    question,
    reply: { kind: 'failed' as const, detail },
  })),
);

/** Buffers as plain byte arrays, so that the two sides compare. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  return value;
}

test('every question comes back as it was asked, with its hello', () => {
  fc.assert(
    fc.property(questions, (question) => {
      assert.deepEqual(decodeAsk(encodeAsk(HELLO, question)), { hello: HELLO, question: plain(question) });
    }),
  );
});

test('every reply comes back as it was given', () => {
  fc.assert(
    fc.property(exchanges, ({ question, reply }) => {
      assert.deepEqual(plain(decodeAskReply(encodeAskReply(reply), question)), plain(reply));
    }),
  );
});

test('a question with a flipped bit or cut short is read or refused, never anything else', () => {
  fc.assert(
    fc.property(questions, fc.nat(), fc.nat({ max: 7 }), fc.boolean(), (question, at, bit, isCut) => {
      const bytes = encodeAsk(HELLO, question);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      assertReadOrRefused(() => decodeAsk(isCut ? bytes.subarray(0, place) : bytes));
    }),
  );
});

test('a reply with a flipped bit, cut short or to another question is read or refused, never anything else', () => {
  fc.assert(
    fc.property(exchanges, questions, fc.nat(), fc.nat({ max: 7 }), fc.boolean(), (exchange, other, at, bit, isCut) => {
      const bytes = encodeAskReply(exchange.reply);
      if (bytes.length === 0) return;
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      assertReadOrRefused(() => decodeAskReply(isCut ? bytes.subarray(0, place) : bytes, exchange.question));
      assertReadOrRefused(() => decodeAskReply(bytes, other));
    }),
  );
});

function assertReadOrRefused(read: () => unknown): void {
  try {
    read();
  } catch (cause) {
    assert.ok(cause instanceof ProtocolError, String(cause));
  }
}

function refusesQuestion(request: ledgerline.peer.v1.AskRequest.$Properties, message: RegExp): void {
  assert.throws(() => decodeAsk(wire.AskRequest.encode(request).finish()), { name: 'ProtocolError', message });
}

test('questions just past a rule are refused', () => {
  const base = { hello: WIRE_HELLO, partition: 1 };
  refusesQuestion({ partition: 1, logEnd: {} }, /without a Hello/);
  refusesQuestion({ ...base, hello: { ...WIRE_HELLO, cluster: 'c'.repeat(63) }, logEnd: {} }, /cluster/);
  refusesQuestion({ ...base, partition: 0, logEnd: {} }, /partition is 0/);
  refusesQuestion({ ...base, partition: PARTITIONS_MAX + 1, logEnd: {} }, /more than 64/);
  refusesQuestion(base, /unknown kind/);
  refusesQuestion({ ...base, entries: { from: 0, to: 1, bytesMax: 1 } }, /from is 0/);
  refusesQuestion({ ...base, entries: { from: 5, to: 4, bytesMax: 1 } }, /to is 4/);
  refusesQuestion({ ...base, entries: { from: 5, to: 5, bytesMax: 0 } }, /bytes_max is 0/);
  refusesQuestion({ ...base, entries: { from: 5, to: 5, bytesMax: PEER_FRAME_BYTES_MAX + 1 } }, /more than/);
  refusesQuestion({ ...base, entries: { from: 2 ** 53, to: 2 ** 53, bytesMax: 1 } }, /from/);
  refusesQuestion({ ...base, snapshotBytes: { index: 0, position: 0, length: 1 } }, /index is 0/);
  refusesQuestion({ ...base, snapshotBytes: { index: 1, position: 0, length: 0 } }, /length is 0/);
  refusesQuestion({ ...base, snapshotBytes: { index: 1, position: 0, length: SNAPSHOT_FETCH_BYTES + 1 } }, /more than/);
  refusesQuestion({ ...base, snapshotBytes: { index: 1, position: SAFE, length: 1 } }, /past byte/);
  assert.throws(() => decodeAsk(new Uint8Array(5_000)), /a question of 5000 bytes/);
});

function refusesReply(question: PeerQuestion, reply: ledgerline.peer.v1.AskReply.$Properties, message: RegExp): void {
  assert.throws(() => decodeAskReply(wire.AskReply.encode(reply).finish(), question), { name: 'ProtocolError', message });
}

test('replies just past a rule, or to another question, are refused', () => {
  const logEnd = { kind: 'log-end', partition: 1 } as const;
  refusesReply(logEnd, {}, /no answer to a question of kind log-end/);
  refusesReply(logEnd, { snapshots: {} }, /no answer to a question of kind log-end/);
  refusesReply(logEnd, { logEnd: { lastIndex: 0, lastTerm: 1, firstIndex: 1 } }, /index 0 with term 1/);
  refusesReply(logEnd, { logEnd: { lastIndex: 3, lastTerm: 1, firstIndex: 0 } }, /first_index is 0/);
  refusesReply(logEnd, { logEnd: { lastIndex: 3, lastTerm: 1, firstIndex: 5 } }, /first_index 5 behind the last/);
  refusesReply(
    logEnd,
    { logEnd: { lastIndex: 3, lastTerm: 1, firstIndex: 1, electors: ['n1'], claim: { index: 0, term: 1 } } },
    /claim index is 0/,
  );
  const end = { lastIndex: 3, lastTerm: 1, firstIndex: 1 };
  refusesReply(logEnd, { logEnd: end }, /0 electors, not 1 to 14/);
  refusesReply(logEnd, { logEnd: { ...end, electors: Array.from({ length: 15 }, (_, at) => `n${at}`) } }, /15 electors/);
  refusesReply(logEnd, { logEnd: { ...end, electors: ['N1'] } }, /an elector is not a node id/);
  refusesReply(logEnd, { logEnd: { ...end, electors: ['n1', 'n1'] } }, /an elector is named twice/);

  const entries = { kind: 'entries', partition: 1, from: 4, to: 5, bytesMax: 100 } as const;
  const noOp = { term: 2, type: wire.EntryType.ENTRY_TYPE_NO_OP, timestamp: 1, firstOffset: 1, count: 0 };
  refusesReply(entries, { entries: { entries: [noOp, noOp, noOp] } }, /3 entries, 2 were asked for/);
  refusesReply(entries, { entries: { entries: [noOp, { ...noOp, term: 1 }] } }, /term of an entry/);
  refusesReply(entries, { entries: { entries: [noOp, { ...noOp, firstOffset: 2 }] } }, /offsets are dense/);
  refusesReply(entries, { entries: { entries: [{ ...noOp, type: wire.EntryType.ENTRY_TYPE_UNSPECIFIED }] } }, /unknown type 0/);
  const batch = { ...noOp, type: wire.EntryType.ENTRY_TYPE_BATCH, count: 1, payload: Uint8Array.of(1, 2, 3, 4, 5) };
  refusesReply(entries, { entries: { entries: [batch] } }, /no batch of 1 transactions/);

  const snapshots = { kind: 'snapshots', partition: 1 } as const;
  const digest = new Uint8Array(32);
  const info = { index: 5, term: 1, timestamp: 0, digest, nextOffset: 1, bytes: 1, stateDigest: digest, fileDigest: digest };
  refusesReply(snapshots, { snapshots: { snapshots: [info, info] } }, /not newest first/);
  refusesReply(snapshots, { snapshots: { snapshots: [{ ...info, fileDigest: new Uint8Array(31) }] } }, /file_digest has 31 bytes/);
  refusesReply(snapshots, { snapshots: { snapshots: [{ ...info, bytes: 0 }] } }, /bytes is 0/);
  const many = Array.from({ length: PEER_SNAPSHOTS_MAX + 1 }, (_, at) => ({ ...info, index: 100 - at }));
  refusesReply(snapshots, { snapshots: { snapshots: many } }, /17 snapshots/);

  const piece = { kind: 'snapshot-bytes', partition: 1, index: 5, position: 0, length: 4 } as const;
  refusesReply(piece, { snapshotBytes: { bytes: new Uint8Array(5) } }, /a piece of 5 bytes, 4 were asked for/);
  refusesReply({ kind: 'committed-offset', partition: 1 }, { committedOffset: { leads: true, offset: 2 ** 53 } }, /offset/);
});

test('a committed offset of a node that does not lead is none, whatever it says', () => {
  const bytes = wire.AskReply.encode({ committedOffset: { leads: false, offset: 7 } }).finish();
  assert.deepEqual(decodeAskReply(bytes, { kind: 'committed-offset', partition: 1 }), { kind: 'committed-offset', offset: undefined });
});
