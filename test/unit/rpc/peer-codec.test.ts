// The peer codec: what goes out comes back, payloads are not copied when read, and garbage is refused with the one typed error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ledgerline } from '#gen/peer.js';
import { encodeBatch } from '../../../consensus/batch.ts';
import { ENTRY_OVERHEAD_BYTES, PARTITIONS_MAX } from '../../../consensus/limits.ts';
import { encodeMembership, type Membership } from '../../../consensus/membership.ts';
import type { PeerMessage } from '../../../consensus/messages.ts';
import type { EntryBody, NodeId, Submission } from '../../../consensus/types.ts';
import { decodeFrame, encodeFrame } from '../../../rpc/peer-codec.ts';
import { ProtocolError } from '../../../rpc/wire-numbers.ts';

const wire = ledgerline.peer.v1;
const FROM = 'n1' as NodeId;
const TO = 'n2' as NodeId;
const SAFE = Number.MAX_SAFE_INTEGER;
const MEMBERSHIP: Membership = {
  voters: [FROM],
  outgoing: [],
  learners: [TO],
  members: [
    { id: FROM, incarnation: '1'.repeat(32), peerAddress: 'n1:1', clientAddress: 'n1:2', memberSince: 0 },
    { id: TO, incarnation: '2'.repeat(32), peerAddress: 'n2:1', clientAddress: 'n2:2', memberSince: 7 },
  ],
};

function submissionOf(data: Uint8Array): Submission {
  const id = new Uint8Array(16);
  return {
    key: { kind: 'generated', id, birth: 0 },
    content: id,
    seen: undefined,
    locks: [],
    isVoid: false,
    hasDeltas: false,
    bytes: data,
  };
}

function batchOf(transactions: readonly Uint8Array[]): Uint8Array {
  return encodeBatch(transactions.map(submissionOf));
}

function appendOf(
  entries: readonly EntryBody[],
  changes: { term?: number; previousIndex?: number; previousTerm?: number } = {},
): PeerMessage {
  const { term = 9, previousIndex = 0, previousTerm = 0 } = changes;
  return {
    partition: 1,
    message: {
      kind: 'append',
      from: FROM,
      to: TO,
      term,
      previousIndex,
      previousTerm,
      terms: entries.map((entry) => entry.term),
      sizes: entries.map((entry) => entry.payload.length + ENTRY_OVERHEAD_BYTES),
      commit: 3,
    },
    entries,
    digestBefore: new Uint8Array(32).fill(7),
  };
}

function noOp(term: number, firstOffset: number): EntryBody {
  return { term, type: 'no-op', timestamp: 1, firstOffset, count: 0, payload: new Uint8Array(0) };
}

/** Byte arrays as plain ones, whatever their class: views come back as Buffers. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (part instanceof Uint8Array ? Buffer.from(part).toString('hex') : part)),
    (_, part) => (typeof part === 'object' && part !== null && part.type === 'Buffer' ? Buffer.from(part.data).toString('hex') : part),
  );
}

const uint = fc.oneof(fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, SAFE - 1, SAFE), fc.maxSafeNat());
const term = uint.map((value) => Math.max(1, value));
const place = fc.tuple(term, term);

const smallMessage = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('pre-vote-request' as const, 'vote-request' as const),
      last: fc.option(place),
      above: fc.nat(3),
      isTransfer: fc.boolean(),
    })
    .map(({ kind, last, above, isTransfer }) => {
      const lastTerm = Math.min(last?.[1] ?? 0, SAFE - 4);
      const request = { kind, term: lastTerm + 1 + above, lastIndex: last?.[0] ?? 0, lastTerm };
      return kind === 'vote-request' ? { ...request, isTransfer } : request;
    }),
  fc.record({ kind: fc.constant('timeout-now' as const), term }),
  fc.record({ kind: fc.constantFrom('pre-vote-reply' as const, 'vote-reply' as const), term, granted: fc.boolean() }),
  fc.record({ kind: fc.constant('append-accepted' as const), term, matchIndex: uint }),
  fc.record({ kind: fc.constant('append-received' as const), term, matchIndex: uint }),
  fc.record({ term, rejectedIndex: uint, hint: fc.option(place) }).map(({ term, rejectedIndex, hint }) => ({
    kind: 'append-rejected' as const,
    term,
    rejectedIndex,
    hintIndex: Math.min(rejectedIndex, hint?.[0] ?? 0),
    hintTerm: rejectedIndex === 0 ? 0 : (hint?.[1] ?? 0),
  })),
  fc.record({ kind: fc.constant('heartbeat' as const), term, commit: uint, round: uint }),
  fc.record({ kind: fc.constant('heartbeat-reply' as const), term, round: uint }),
);

const append = fc
  .record({
    previous: fc.option(fc.tuple(fc.integer({ min: 1, max: SAFE - 100 }), fc.integer({ min: 1, max: 2 ** 40 }))),
    offset: fc.integer({ min: 1, max: 2 ** 52 }),
    entries: fc.array(
      fc.record({
        step: fc.nat(3),
        timestamp: uint,
        batch: fc.option(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 4 })),
      }),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ previous, offset, entries }) => {
    let entryTerm = Math.max(1, previous?.[1] ?? 0);
    let firstOffset = offset;
    const bodies = entries.map(({ step, timestamp, batch }): EntryBody => {
      entryTerm += step;
      const body: EntryBody =
        batch === null
          ? { ...noOp(entryTerm, firstOffset), timestamp }
          : { term: entryTerm, type: 'batch', timestamp, firstOffset, count: batch.length, payload: batchOf(batch) };
      firstOffset += body.count;
      return body;
    });
    return appendOf(bodies, { term: entryTerm, previousIndex: previous?.[0] ?? 0, previousTerm: previous?.[1] ?? 0 });
  });

const peerMessage: fc.Arbitrary<PeerMessage> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: PARTITIONS_MAX }), smallMessage)
    .map(([partition, message]) => ({ partition, message: { from: FROM, to: TO, ...message } }) as PeerMessage),
  append,
);

test('every legal message comes back from the wire as it was, several in one frame', () => {
  fc.assert(
    fc.property(fc.array(peerMessage, { maxLength: 5 }), (messages) => {
      assert.deepEqual(plain(decodeFrame(encodeFrame(messages))), plain(messages));
    }),
    { numRuns: 500 },
  );
});

test('the hand-written part of a frame is what the generated code reads', () => {
  fc.assert(
    fc.property(append, (message) => {
      const bytes = encodeFrame([message]);
      const frame = wire.Frame.decode(bytes);
      assert.deepEqual(Buffer.from(wire.Frame.encode(frame).finish()), bytes);
    }),
    { numRuns: 200 },
  );
});

test('mutated, cut and random bytes are decoded or refused with ProtocolError, nothing else', () => {
  const mutation = fc.record({ at: fc.nat(), value: fc.nat(255), cut: fc.option(fc.nat()) });
  fc.assert(
    fc.property(
      fc.array(peerMessage, { minLength: 1, maxLength: 3 }),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (messages, mutations) => {
        let bytes = encodeFrame(messages);
        for (const { at, value, cut } of mutations) {
          bytes[at % Math.max(1, bytes.length)] = value;
          if (cut !== null) bytes = bytes.subarray(0, cut % (bytes.length + 1));
        }
        refuses(bytes);
      },
    ),
    { numRuns: 2_000 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), refuses), { numRuns: 2_000 });
});

function refuses(bytes: Uint8Array): void {
  try {
    decodeFrame(bytes);
  } catch (cause) {
    assert.ok(cause instanceof ProtocolError, String(cause));
  }
}

test('payload and digest are views into the frame', () => {
  const payload = batchOf([new Uint8Array(5_000).fill(1)]);
  const bytes = encodeFrame([appendOf([{ ...noOp(1, 1), type: 'batch', count: 1, payload }])]);
  const [message] = decodeFrame(bytes);
  assert.ok(message !== undefined && 'entries' in message);
  assert.equal(message.entries[0]?.payload.buffer, bytes.buffer);
  assert.equal(message.digestBefore.buffer, bytes.buffer);
});

test('sizes are made by the receiver', () => {
  const payload = batchOf([new Uint8Array(100)]);
  const [message] = decodeFrame(encodeFrame([appendOf([noOp(1, 1), { ...noOp(1, 1), type: 'batch', count: 1, payload }])]));
  assert.ok(message !== undefined && message.message.kind === 'append');
  assert.deepEqual(message.message.sizes, [ENTRY_OVERHEAD_BYTES, payload.length + ENTRY_OVERHEAD_BYTES]);
});

test('numbers that are no safe integers are not encoded', () => {
  for (const commit of [-1, 1.5, Number.NaN, SAFE + 1, Number.POSITIVE_INFINITY]) {
    assert.throws(
      () => encodeFrame([{ partition: 1, message: { kind: 'heartbeat', from: FROM, to: TO, term: 1, commit, round: 0 } }]),
      RangeError,
    );
  }
});

test('what is well-formed protobuf and no legal message is refused by the rule it breaks', () => {
  const base = { partition: 1, from: 'n1', to: 'n2', term: 5 };
  const digestBefore = new Uint8Array(32);
  const entry = { term: 5, type: wire.EntryType.ENTRY_TYPE_NO_OP, timestamp: 1, firstOffset: 1, count: 0 };
  const batch = { ...entry, type: wire.EntryType.ENTRY_TYPE_BATCH, count: 1, payload: batchOf([new Uint8Array(3)]) };
  const membership = { ...entry, type: wire.EntryType.ENTRY_TYPE_MEMBERSHIP, payload: encodeMembership(MEMBERSHIP, 'c'.repeat(64)) };
  const withEntries = (...entries: object[]) => ({ ...base, append: { digestBefore, entries } });
  const cases: [object, RegExp][] = [
    [{ ...base, heartbeat: {}, partition: 0 }, /partition is 0/],
    [{ ...base, heartbeat: {}, partition: PARTITIONS_MAX + 1 }, /partition is 65/],
    [{ ...base, heartbeat: {}, from: 'N1' }, /from is not a node id/],
    [{ ...base, heartbeat: {}, to: '' }, /to is not a node id/],
    [{ ...base, heartbeat: {}, term: 0 }, /term is 0/],
    [base, /unknown kind/],
    [{ ...base, heartbeat: { commit: { low: 0, high: 0x200000, unsigned: true } } }, /commit is 9007199254740992/],
    [{ ...base, voteRequest: { lastIndex: 1, lastTerm: 0 } }, /last: index 1 with term 0/],
    [{ ...base, preVoteRequest: { isTransfer: true } }, /which needs none/],
    [{ ...base, voteRequest: { lastIndex: 1, lastTerm: 5 } }, /last_term 5 is not below term 5/],
    [{ ...base, appendRejected: { rejectedIndex: 2, hintIndex: 3, hintTerm: 1 } }, /hint_index 3 is above/],
    [{ ...base, append: { entries: [] } }, /digest_before has 0 bytes/],
    [{ ...base, append: { digestBefore, previousIndex: 1 } }, /previous: index 1 with term 0/],
    [{ ...base, append: { digestBefore, previousIndex: 1, previousTerm: 6 } }, /previous_term 6 is above term 5/],
    [withEntries({ ...entry, term: 6 }), /an entry of term 6 in a message of term 5/],
    [withEntries(entry, { ...entry, term: 4 }), /term of an entry is 4/],
    [withEntries({ ...entry, term: 0 }), /term of an entry is 0/],
    [withEntries({ ...entry, firstOffset: 0 }), /first_offset is 0/],
    [withEntries(batch, { ...entry, firstOffset: 1 }), /first_offset is 1, not 2/],
    [withEntries({ ...entry, count: 1 }), /a no-op of 1 transactions/],
    [withEntries({ ...entry, payload: new Uint8Array(1) }), /a no-op that is not empty/],
    [withEntries({ ...entry, type: 3, payload: new Uint8Array(1) }), /a snapshot-point that is not empty/],
    [withEntries({ ...membership, count: 1 }), /a membership of 1 transactions/],
    [withEntries({ ...membership, payload: new Uint8Array(0) }), /no membership: .*does not begin with a cluster id/],
    [withEntries({ ...membership, payload: membership.payload.subarray(1) }), /no membership: .*does not begin with a cluster id/],
    [withEntries({ ...membership, payload: membership.payload.subarray(0, -1) }), /no membership: .*not JSON/],
    [withEntries({ ...batch, count: 2 }), /no batch of 2/],
    [withEntries({ ...batch, payload: batch.payload.subarray(1) }), /no batch of 1/],
    [withEntries({ ...entry, type: 5 }), /unknown type 5; upgrade/],
  ];
  for (const [message, reason] of cases) {
    const bytes = wire.Frame.encode({ messages: [message] }).finish();
    assert.throws(() => decodeFrame(bytes), { name: 'ProtocolError', message: reason });
  }
  assert.doesNotThrow(() => decodeFrame(wire.Frame.encode({ messages: [withEntries(entry, membership, batch)] }).finish()));
});

test('a membership entry comes back byte for byte, whatever cluster it is of', () => {
  for (const cluster of ['c'.repeat(64), 'd'.repeat(64)]) {
    const payload = encodeMembership(MEMBERSHIP, cluster);
    const message = appendOf([{ term: 3, type: 'membership', timestamp: 5, firstOffset: 8, count: 0, payload }]);
    assert.deepEqual(plain(decodeFrame(encodeFrame([message]))), plain([message]));
  }
});

test('a hello after the first frame is refused', () => {
  const bytes = wire.Frame.encode({ hello: { node: 'n1' } }).finish();
  assert.throws(() => decodeFrame(bytes), { name: 'ProtocolError', message: /a Hello in a later frame/ });
});
