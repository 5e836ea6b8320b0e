// The client port over real gRPC and a fake node: what Describe says about members, and changes of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceError } from '@grpc/grpc-js';
import * as sdk from '@ledgerline/client/internal';
import type { NodeId } from '../../../consensus/types.ts';
import { callUnary, failureOf, HELLO, type World, worldOf } from './client-world.ts';

const N4 = { id: 'n4', peerAddress: 'n4:1', clientAddress: 'n4:2' };

async function describe(world: World): Promise<sdk.DescribeResponse> {
  return sdk.decodeDescribeResponse(await callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: HELLO })));
}

async function change(world: World, wanted: sdk.WireMembersChange): Promise<sdk.ChangeMembersAnswer> {
  const request = sdk.encodeChangeMembersRequest({ hello: HELLO, change: wanted });
  return sdk.decodeChangeMembersResponse(await callUnary(world, 'changeMembers', request)).answer;
}

test('describe says who the members are, what is intended, and how far each partition is', async (t) => {
  const world = await worldOf(t);
  world.node.convergesAtOnce = false;
  await change(world, { kind: 'add', ...N4 });
  world.partition.followers = [{ id: 'n4' as NodeId, matchIndex: 5, isActive: false }];
  world.partition.isMembershipCommitted = false;
  world.partition.membershipIndex = 7;
  const { members, intended, partitions, hello } = await describe(world);
  const n1 = { id: 'n1', incarnation: 'a'.repeat(32), peerAddress: 'h:1', clientAddress: 'h:2' };
  assert.deepEqual(members, [n1, { ...N4, incarnation: '1'.padStart(32, '0') }]);
  assert.deepEqual(intended, { voters: ['n1'], learners: ['n4'] });
  assert.equal(hello?.incarnation, n1.incarnation);
  const membership = { voters: ['n1'], outgoing: [], learners: [], members: [n1], index: 7, isCommitted: false };
  assert.deepEqual(partitions[0]?.membership, membership);
  assert.deepEqual(partitions[0]?.followers, [{ id: 'n4', matchIndex: 5, isActive: false }]);
  assert.deepEqual([partitions[1]?.membership.isCommitted, partitions[1]?.followers], [true, []]);
});

test('changes reach the node as they were asked for, and its answer comes back', async (t) => {
  const world = await worldOf(t);
  const changes: sdk.WireMembersChange[] = [
    { kind: 'add', ...N4 },
    { kind: 'promote', id: 'n4' },
    { kind: 'remove', id: 'n1', force: true },
    { kind: 'replace', id: 'n4', by: { ...N4, id: 'n5' } },
  ];
  for (const wanted of changes) assert.equal((await change(world, wanted)).kind, 'members-changed');
  assert.deepEqual(world.node.changes, changes);
  assert.deepEqual(await change(world, { kind: 'promote', id: 'n5' }), {
    kind: 'members-changed',
    changed: false,
    intended: { voters: ['n5'], learners: [] },
  });
});

test('refusals come back with their code and words', async (t) => {
  const world = await worldOf(t);
  const refused = { kind: 'members-refused', code: 'LAST_VOTER', detail: 'n1 is the last voter' } as const;
  world.node.membersAnswer = () => refused;
  assert.deepEqual(await change(world, { kind: 'remove', id: 'n1', force: false }), refused);
  world.node.membersAnswer = () => ({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' as NodeId });
  assert.deepEqual(await change(world, { kind: 'promote', id: 'n1' }), {
    kind: 'refused',
    code: 'NOT_LEADER',
    outcome: 'none',
    leader: 'n2',
  });
});

test('what cannot be an id or an address never reaches the node', async (t) => {
  const world = await worldOf(t);
  const wrong: sdk.WireMembersChange[] = [
    { kind: 'promote', id: '' },
    { kind: 'promote', id: 'N1' },
    { kind: 'remove', id: 'n_1', force: false },
    { kind: 'add', ...N4, peerAddress: 'n4' },
    { kind: 'add', ...N4, clientAddress: 'n4:0' },
    { kind: 'replace', id: 'n1', by: { ...N4, id: 'n 5' } },
  ];
  for (const wanted of wrong) {
    await assert.rejects(change(world, wanted), (error: ServiceError) => {
      assert.deepEqual([failureOf(error).status, failureOf(error).code], [3, 'INVALID']);
      return true;
    });
  }
  assert.deepEqual(world.node.changes, []);
});

test('the leadership is handed to members that joined later, too', async (t) => {
  const world = await worldOf(t);
  await change(world, { kind: 'add', ...N4 });
  const request = (to: string) => sdk.encodeTransferLeadershipRequest({ hello: HELLO, partition: 1, to });
  const { answer } = sdk.decodeTransferLeadershipResponse(await callUnary(world, 'transferLeadership', request('n4')));
  assert.deepEqual(answer, { kind: 'not-taken', to: 'n4' });
  await assert.rejects(callUnary(world, 'transferLeadership', request('n5')), (error: ServiceError) => failureOf(error).code === 'INVALID');
});
