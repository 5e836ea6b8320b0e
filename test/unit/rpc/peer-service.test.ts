// Hellos, introductions and refusals on the wire.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FORMING_TEXT_BYTES_MAX } from '../../../consensus/limits.ts';
import type { MembershipAt } from '../../../consensus/members-view.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { encodeFrame } from '../../../rpc/peer-codec.ts';
import {
  decodeHello,
  decodeIntroduceReply,
  decodeIntroduction,
  decodeStreamEnd,
  encodeHello,
  encodeIntroduceReply,
  encodeIntroduction,
  encodeStreamEnd,
  type Introduction,
  protocolRefusal,
} from '../../../rpc/peer-service.ts';
import { ProtocolError } from '../../../rpc/wire-numbers.ts';

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;
const OWN = { memberSince: 12, peerAddress: 'n1:7501', clientAddress: 'n1:7401' };
const HELLO = { cluster: 'c'.repeat(64), node: N1, incarnation: 'a'.repeat(32), protocolMin: 1, protocolMax: 2, to: N2, ...OWN };
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
  assert.deepEqual(decodeHello(encodeHello(HELLO)), HELLO);
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
    assert.throws(() => decodeHello(encodeHello({ ...HELLO, ...broken })), ProtocolError);
  }
  const message = encodeFrame([{ partition: 1, message: { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 0, round: 0 } }]);
  assert.throws(() => decodeHello(message), /has no Hello/);
  assert.throws(() => decodeHello(Buffer.concat([encodeHello(HELLO), message])), /messages in the first frame/);
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
  for (const decode of [decodeHello, decodeIntroduction, decodeIntroduceReply, decodeStreamEnd]) {
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
