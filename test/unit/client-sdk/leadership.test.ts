// The wire form of a transfer of leadership: every answer comes back as it was, and what names no leader is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as client from '@ledgerline/client/internal';

test('a request names a successor, or none', () => {
  for (const to of ['n2', undefined]) {
    const request = { hello: undefined, partition: 3, to };
    assert.deepEqual(client.decodeTransferLeadershipRequest(client.encodeTransferLeadershipRequest(request)), request);
  }
  assert.throws(() => client.encodeTransferLeadershipRequest({ hello: undefined, partition: -1, to: undefined }), RangeError);
});

test('an answer says who leads, who did not take over, or why nothing was done', () => {
  for (const answer of [
    { kind: 'transferred', leader: 'n2', changed: true },
    { kind: 'transferred', leader: 'n1', changed: false },
    { kind: 'not-taken', to: 'n3' },
  ] as const) {
    const response = { hello: undefined, answer };
    assert.deepEqual(client.decodeTransferLeadershipResponse(client.encodeTransferLeadershipResponse(response)), response);
  }
  const refused = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' } as const;
  const { answer } = client.decodeTransferLeadershipResponse(
    client.encodeTransferLeadershipResponse({ hello: undefined, answer: refused }),
  );
  assert.ok(answer.kind === 'refused' && answer.code === 'NOT_LEADER' && answer.leader === 'n2');
});

test('an answer without content, or without a leader, is unreadable', () => {
  assert.throws(() => client.decodeTransferLeadershipResponse(new Uint8Array(0)), client.WireError);
  // `transferred`, empty.
  assert.throws(() => client.decodeTransferLeadershipResponse(Uint8Array.of((2 << 3) | 2, 0)), client.WireError);
  assert.throws(() => client.decodeTransferLeadershipResponse(Uint8Array.of(1, 2, 3)), client.WireError);
});
