// Hellos, introductions and refusals on the wire.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ledgerline } from '#gen/peer.js';
import { FORMING_TEXT_BYTES_MAX, PARTITIONS_MAX, PEER_HELLO_BYTES_MAX } from '../../../consensus/limits.ts';
import type { MembershipAt } from '../../../consensus/members-view.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { encodeFrame } from '../../../rpc/peer-codec.ts';
import {
  decodeIntroduceReply,
  decodeIntroduction,
  decodeStreamEnd,
  decodeStreamStart,
  encodeIntroduceReply,
  encodeIntroduction,
  encodeStreamEnd,
  encodeStreamStart,
  type Introduction,
  protocolRefusal,
} from '../../../rpc/peer-service.ts';
import { ProtocolError } from '../../../rpc/wire-numbers.ts';

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;
const OWN = { memberSince: 12, peerAddress: 'n1:7501', clientAddress: 'n1:7401' };
const HELLO = { cluster: 'c'.repeat(64), node: N1, incarnation: 'a'.repeat(32), protocolMin: 1, protocolMax: 2, to: N2, ...OWN };
const START = { hello: HELLO, logEnds: { run: '0123456789abcdef', indexes: [0, 12, Number.MAX_SAFE_INTEGER] } };
const MEMBERSHIP: MembershipAt = {
  index: 12,
  membership: {
    voters: [N1],
    outgoing: [],
    learners: [],
    members: [{ id: N1, incarnation: 'a'.repeat(32), ...OWN }],
    intended: { voters: [N1], learners: [], retired: [] },
  },
};
const INTRODUCTION: Introduction = {
  hello: { node: N1, incarnation: 'a'.repeat(32), configuration: '{"é":1}', state: 'formed', genesis: '{}', membership: undefined },
  protocolMin: 1,
  protocolMax: 1,
};

test('a hello comes back as it was; without one of its fields it is refused', () => {
  assert.deepEqual(decodeStreamStart(encodeStreamStart(START)), START);
  for (const broken of [
    { cluster: '' },
    { cluster: 'C'.repeat(64) },
    { incarnation: 'a'.repeat(31) },
    { node: '' as NodeId },
    { to: '' as NodeId },
    { peerAddress: '' },
    { peerAddress: 'n1' },
    { clientAddress: 'n1:0' },
  ]) {
    assert.throws(() => decodeStreamStart(encodeStreamStart({ ...START, hello: { ...HELLO, ...broken } })), ProtocolError);
  }
  const message = encodeFrame([{ partition: 1, message: { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 0, round: 0 } }]);
  assert.throws(() => decodeStreamStart(message), /has no Hello/);
  assert.throws(() => decodeStreamStart(Buffer.concat([encodeStreamStart(START), message])), /messages in the first frame/);
});

test('the ends of logs come back as they were: of each partition one, of no more than there may be, and of a start with a number', () => {
  const indexes = fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: PARTITIONS_MAX });
  const ends = fc.record({ run: fc.stringMatching(/^[0-9a-f]{16}$/), indexes }, { noNullPrototype: true });
  fc.assert(
    fc.property(ends, (logEnds) => {
      const bytes = encodeStreamStart({ ...START, logEnds });
      assert.ok(bytes.length <= PEER_HELLO_BYTES_MAX);
      assert.deepEqual(decodeStreamStart(bytes), { ...START, logEnds });
    }),
  );
  for (const broken of [
    { run: '' },
    { run: '0'.repeat(15) },
    { run: 'G'.repeat(16) },
    { indexes: [] },
    { indexes: new Array<number>(PARTITIONS_MAX + 1).fill(0) },
  ]) {
    assert.throws(() => decodeStreamStart(encodeStreamStart({ ...START, logEnds: { ...START.logEnds, ...broken } })), ProtocolError);
  }
  const { Frame } = ledgerline.peer.v1;
  const { logEnds: _, ...without } = Frame.decode(encodeStreamStart(START));
  assert.throws(() => decodeStreamStart(Frame.encode(without).finish()), /has no LogEnds/);
  assert.throws(() => encodeStreamStart({ ...START, logEnds: { ...START.logEnds, indexes: [Number.MAX_SAFE_INTEGER + 1] } }));
});

test('introductions come back as they were; a genesis goes with the state formed and no other', () => {
  for (const introduction of [
    INTRODUCTION,
    { ...INTRODUCTION, hello: { ...INTRODUCTION.hello, membership: MEMBERSHIP } },
    { ...INTRODUCTION, hello: { ...INTRODUCTION.hello, membership: { ...MEMBERSHIP, index: 0 } } },
    { ...INTRODUCTION, hello: { ...INTRODUCTION.hello, state: 'unformed' as const, genesis: undefined } },
    { ...INTRODUCTION, hello: { ...INTRODUCTION.hello, state: 'saving' as const, genesis: undefined } },
  ]) {
    assert.deepEqual(decodeIntroduction(encodeIntroduction(introduction)), introduction);
    assert.deepEqual(decodeIntroduceReply(encodeIntroduceReply({ kind: 'introduction', introduction })), {
      kind: 'introduction',
      introduction,
    });
  }
  for (const broken of [
    { genesis: undefined },
    { genesis: undefined, state: 'unformed' as const, membership: MEMBERSHIP },
    { membership: { index: 3, membership: { ...MEMBERSHIP.membership, voters: [] } } },
    { state: 'unformed' as const },
    { incarnation: '' },
    { configuration: 'x'.repeat(FORMING_TEXT_BYTES_MAX + 1) },
    { node: 'N1' as NodeId },
  ]) {
    assert.throws(
      () => decodeIntroduction(encodeIntroduction({ ...INTRODUCTION, hello: { ...INTRODUCTION.hello, ...broken } })),
      ProtocolError,
    );
  }
});

test('refusals come back as they were', () => {
  const refusal = { code: 'OTHER_CLUSTER', detail: 'correct the addresses' } as const;
  assert.deepEqual(decodeStreamEnd(encodeStreamEnd(refusal)), refusal);
  const removed = { code: 'REMOVED', detail: 'n9 was removed' } as const;
  assert.deepEqual(decodeStreamEnd(encodeStreamEnd(removed)), removed);
  assert.equal(decodeStreamEnd(encodeStreamEnd(undefined)), undefined);
  assert.deepEqual(decodeIntroduceReply(encodeIntroduceReply({ kind: 'refused', refusal })), { kind: 'refused', refusal });
  assert.throws(() => decodeIntroduceReply(new Uint8Array(0)), ProtocolError);
});

test('versions of the protocol must overlap', () => {
  assert.equal(protocolRefusal({ protocolMin: 1, protocolMax: 1 }), undefined);
  assert.equal(protocolRefusal({ protocolMin: 0, protocolMax: 7 }), undefined);
  assert.equal(protocolRefusal({ protocolMin: 2, protocolMax: 3 })?.code, 'PROTOCOL');
  assert.equal(protocolRefusal({ protocolMin: 0, protocolMax: 0 })?.code, 'PROTOCOL');
});

test('random bytes are decoded or refused with ProtocolError, nothing else', () => {
  for (const decode of [decodeStreamStart, decodeIntroduction, decodeIntroduceReply, decodeStreamEnd]) {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        try {
          decode(bytes);
        } catch (cause) {
          assert.ok(cause instanceof ProtocolError, String(cause));
        }
      }),
      { numRuns: 500 },
    );
  }
});
