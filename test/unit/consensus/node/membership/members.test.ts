// What a change of the members comes to: by a table, and beside each that is carried out the nearest that is not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookMember, IntendedSet } from '../../../../../consensus/membership.ts';
import { MembersChanger, planMembers } from '../../../../../consensus/node/membership/members.ts';
import type { MembershipProposed, ReplicaMembership } from '../../../../../consensus/node/membership/replica-membership.ts';
import type { Replica } from '../../../../../consensus/node/replica.ts';
import type { MembersChange } from '../../../../../consensus/service.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { intendedSet, member, membership } from './memberships.ts';

const coming = (name: string) => ({ id: name as NodeId, peerAddress: `${name}:1`, clientAddress: `${name}:2` });
const add = (name: string): MembersChange => ({ kind: 'add', ...coming(name) });
const promote = (name: string): MembersChange => ({ kind: 'promote', id: name as NodeId });
const remove = (name: string, force = false): MembersChange => ({ kind: 'remove', id: name as NodeId, force });
const replace = (name: string, by: string): MembersChange => ({ kind: 'replace', id: name as NodeId, by: coming(by) });

/** The plan in one line: the new set, or why not. */
function plan(
  change: MembersChange,
  intended: IntendedSet,
  options: { readonly active?: readonly string[]; readonly known?: readonly BookMember[] } = {},
): string {
  const { active = ['n1', 'n2', 'n3'], known = [...intended.voters, ...intended.learners].map((id) => member(id)) } = options;
  const result = planMembers({ change, intended, known, isActive: (id) => active.includes(id) });
  if (result.kind === 'unchanged') return 'unchanged';
  if (result.kind === 'members-refused') return result.code;
  const { voters, learners } = result.intended;
  return `${voters}|${learners}${result.comes === undefined ? '' : ` with ${result.comes.id}`}`;
}

const three = intendedSet(['n1', 'n2', 'n3']);
const learning = intendedSet(['n1', 'n2', 'n3'], ['n4']);

test('a node is added as a learner, once, and with sound names', () => {
  assert.equal(plan(add('n4'), three), 'n1,n2,n3|n4 with n4');
  assert.equal(plan(add('n4'), learning), 'unchanged');
  assert.equal(plan(add('n3'), learning), 'unchanged');
  assert.equal(plan({ ...add('n4'), clientAddress: 'n4:3' } as MembersChange, learning), 'ALREADY_A_MEMBER');
  assert.equal(plan(add('n4'), three, { known: [member('n4')] }), 'ID_USED', 'a partition has not let go of it');
  assert.equal(plan(add('n4'), intendedSet(['n1', 'n2', 'n3'], [], ['n4'])), 'ID_USED', 'it was removed');
  assert.equal(plan({ ...add('n4'), peerAddress: 'n4' } as MembersChange, three), 'UNREACHABLE');
  assert.equal(plan(add('N4'), three), 'UNREACHABLE');
  const seven = intendedSet(['n1', 'n2', 'n3', 'n4', 'n5'], ['n6', 'n7']);
  assert.equal(plan(add('n8'), seven), 'TOO_MANY_MEMBERS');
  assert.notEqual(plan(add('n8'), intendedSet(seven.voters, ['n6'])), 'TOO_MANY_MEMBERS');
});

test('a learner is promoted if the voters then reach a quorum', () => {
  assert.equal(plan(promote('n4'), learning), 'n1,n2,n3,n4|');
  assert.equal(plan(promote('n3'), learning), 'unchanged');
  assert.equal(plan(promote('n5'), learning), 'UNKNOWN_MEMBER');
  assert.equal(plan(promote('n4'), learning, { active: ['n1', 'n2'] }), 'NO_QUORUM');
  assert.equal(plan(promote('n4'), learning, { active: ['n1', 'n2', 'n4'] }), 'n1,n2,n3,n4|');
  assert.equal(plan(promote('n2'), intendedSet(['n1'], ['n2']), { active: ['n1'] }), 'NO_QUORUM');
});

test('a node is removed unless the others could not go on, or there are no others', () => {
  assert.equal(plan(remove('n3'), three), 'n1,n2|');
  assert.equal(plan(remove('n9'), three), 'unchanged');
  assert.equal(plan(remove('n3'), three, { active: ['n1', 'n3'] }), 'NO_QUORUM');
  assert.equal(plan(remove('n3', true), three, { active: ['n1', 'n3'] }), 'n1,n2|');
  assert.equal(plan(remove('n3'), three, { active: ['n1', 'n2'] }), 'n1,n2|');
  assert.equal(plan(remove('n1', true), intendedSet(['n1'], ['n2'])), 'LAST_VOTER');
  assert.equal(plan(remove('n4'), learning, { active: ['n1'] }), 'n1,n2,n3|', 'a learner counts nowhere');
});

test('a node is replaced by a new one in its place', () => {
  assert.equal(plan(replace('n3', 'n5'), learning), 'n1,n2,n5|n4 with n5');
  assert.equal(plan(replace('n4', 'n5'), learning), 'n1,n2,n3|n5 with n5');
  assert.equal(plan(replace('n9', 'n4'), learning), 'unchanged', 'done already');
  assert.equal(plan(replace('n9', 'n5'), learning), 'UNKNOWN_MEMBER');
  assert.equal(plan(replace('n3', 'n4'), learning), 'ALREADY_A_MEMBER');
  assert.equal(plan(replace('n3', 'n3'), learning), 'ALREADY_A_MEMBER');
  assert.equal(plan(replace('n3', 'n5'), learning, { active: ['n1', 'n2'] }), 'n1,n2,n5|n4 with n5', 'the new one is there');
  assert.equal(plan(replace('n3', 'n5'), learning, { active: ['n1'] }), 'n1,n2,n5|n4 with n5');
  assert.equal(plan(replace('n3', 'n5'), learning, { active: [] }), 'NO_QUORUM');
  assert.equal(plan(replace('n1', 'n2'), intendedSet(['n1']), { active: ['n1'] }), 'n2| with n2');
});

/** A changer on the leader of partition 1, where the next proposal gets index 9. */
function changerOf(proposed: MembershipProposed, read: Replica['read'] = (done) => done('applied')) {
  const current = membership({ voters: ['n1', 'n2', 'n3'], intended: three });
  const proposals: string[] = [];
  const fake: Partial<ReplicaMembership> = {
    hindrance: () => undefined,
    followers: () => [],
    log: { newest: { index: 0, membership: current } } as ReplicaMembership['log'],
    propose: async (next) => {
      proposals.push(JSON.stringify(next(9).members.map(({ id, incarnation, memberSince }) => [id, incarnation.slice(0, 1), memberSince])));
      return proposed;
    },
  };
  const changer = new MembersChanger({
    id: 'n1' as NodeId,
    first: () => ({ membership: fake as ReplicaMembership, leaderHint: () => ({ leader: 'n2' as NodeId }), read }),
    known: () => current.members,
    introduce: async () => ({ id: 'n4' as NodeId, incarnation: '7'.repeat(32), isFormed: false }),
  });
  return { changer, fake, proposals };
}

test('a member is one since the entry that intends it, of the incarnation that introduced itself', async () => {
  const { changer, proposals } = changerOf({ kind: 'applied', index: 9 });
  assert.deepEqual(await changer.change(add('n4')), { kind: 'members-changed', changed: true, intended: learning });
  assert.deepEqual(proposals, ['[["n1","1",0],["n2","1",0],["n3","1",0],["n4","7",9]]']);
});

test('that nothing is to be changed is said only by who still leads, and still finds it so', async () => {
  const unused: MembershipProposed = { kind: 'applied', index: 9 };
  const { changer } = changerOf(unused);
  assert.deepEqual(await changer.change(remove('n9')), { kind: 'members-changed', changed: false, intended: three });
  const notLeader = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' };
  assert.deepEqual(await changerOf(unused, (done) => done('lost')).changer.change(remove('n9')), notLeader);
  const overloaded = { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
  assert.deepEqual(await changerOf(unused, (done) => done('full')).changer.change(remove('n9')), overloaded);
  const late = changerOf(unused, (done) => {
    const current = membership({ voters: ['n1', 'n2', 'n3'], intended: intendedSet(['n1', 'n2', 'n3'], ['n9']) });
    Object.assign(late.fake, { log: { newest: { index: 1, membership: current } } });
    done('applied');
  });
  const changedMeanwhile = await late.changer.change(remove('n9'));
  assert.equal(changedMeanwhile.kind === 'members-refused' && changedMeanwhile.code, 'CHANGE_UNDER_WAY');
  assert.deepEqual(late.proposals, []);
});

test('what becomes of the proposal is told as it is', async () => {
  const lost = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' } as const;
  assert.deepEqual(await changerOf(lost).changer.change(add('n4')), lost);
  const hindered = await changerOf({ kind: 'hindered', by: 'under-way' }).changer.change(add('n4'));
  assert.equal(hindered.kind === 'members-refused' && hindered.code, 'CHANGE_UNDER_WAY');
  const moved = await changerOf({ kind: 'hindered', by: 'not-leader' }).changer.change(add('n4'));
  assert.deepEqual(moved, { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' });
});

test('leadership that is lost while the new node introduces itself is noticed', async () => {
  const { changer, fake, proposals } = changerOf({ kind: 'applied', index: 9 });
  const pending = changer.change(add('n4'));
  fake.hindrance = () => 'not-leader';
  assert.deepEqual(await pending, { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' });
  for (const [by, code] of [
    ['starting', 'CHANGE_UNDER_WAY'],
    ['handing-over', 'CHANGE_UNDER_WAY'],
  ] as const) {
    fake.hindrance = () => by;
    const refused = await changer.change(add('n4'));
    assert.equal(refused.kind === 'members-refused' && refused.code, code);
  }
  assert.deepEqual(proposals, []);
});
