// Who may talk: every case of the rule beside the nearest one on its other side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSender, type MembersView, type Sender } from '../../../consensus/members-view.ts';
import type { BookMember } from '../../../consensus/membership.ts';
import type { NodeId } from '../../../consensus/types.ts';

const N1 = 'n1' as NodeId;
const N4 = 'n4' as NodeId;
const ONE = '1'.repeat(32);
const FOUR = '4'.repeat(32);
const OTHER = '5'.repeat(32);

function memberOf(id: NodeId, incarnation: string, memberSince: number): BookMember {
  return { id, incarnation, memberSince, peerAddress: `${id}:1`, clientAddress: `${id}:2` };
}

const VIEW: MembersView = { book: [memberOf(N1, ONE, 0), memberOf(N4, FOUR, 20)], appliedIndex: 30 };

function verdictOf(node: NodeId, incarnation: string, memberSince: number, view: MembersView = VIEW): string {
  const sender: Sender = { node, incarnation, memberSince };
  return judgeSender(sender, view);
}

test('who is in the book is listened to, whatever it says of its entry', () => {
  assert.equal(verdictOf(N1, ONE, 0), 'member');
  assert.equal(verdictOf(N4, FOUR, 20), 'member');
  assert.equal(verdictOf(N4, FOUR, 25), 'member', 'it joined by a later entry that names it, too');
});

test('another incarnation of an id in the book is refused, whatever entry it says made it a member: an id is used once', () => {
  for (const memberSince of [0, 1, 31]) assert.equal(verdictOf(N1, OTHER, memberSince), 'other-incarnation');
  for (const memberSince of [19, 20, 21, 31]) assert.equal(verdictOf(N4, OTHER, memberSince), 'other-incarnation');
});

test('an unknown id is listened to while its entry may be one that this node has not applied, and was removed otherwise', () => {
  const unknown = 'n9' as NodeId;
  assert.equal(verdictOf(unknown, OTHER, 31), 'stranger');
  assert.equal(verdictOf(unknown, OTHER, 30), 'removed');
  assert.equal(verdictOf(unknown, OTHER, 0), 'removed');
  assert.equal(
    verdictOf(unknown, OTHER, 0, { book: [], appliedIndex: 0 }),
    'removed',
    'a member of the genesis is in the book of an empty log',
  );
  assert.equal(verdictOf(unknown, OTHER, 1, { book: [], appliedIndex: 0 }), 'stranger');
});

test('nobody is told to have been removed by a node that has a partition which is behind', () => {
  const behind = { ...VIEW, isBehind: true };
  const unknown = 'n9' as NodeId;
  assert.equal(verdictOf(unknown, OTHER, 5), 'removed');
  assert.equal(verdictOf(unknown, OTHER, 5, behind), 'stranger');
  assert.equal(verdictOf(N4, OTHER, 20, behind), 'other-incarnation');
});
