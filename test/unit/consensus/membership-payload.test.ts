// The payload of a membership entry: it binds the cluster that it names, and whatever is not exactly one is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decodeMembership,
  encodeMembership,
  genesisMembership,
  MembershipError,
  membershipTextOf,
  readMembership,
} from '../../../consensus/membership.ts';
import type { NodeId } from '../../../consensus/types.ts';

const OURS = 'a0'.repeat(32);
const THEIRS = 'b0'.repeat(32);
const MEMBERS = ['n2', 'n1'].map((id) => ({
  id: id as NodeId,
  incarnation: '7'.repeat(32),
  peerAddress: `${id}:1`,
  clientAddress: `${id}:2`,
}));
const MEMBERSHIP = genesisMembership({ members: MEMBERS }, 1);

test('a membership comes back to the cluster that it binds, and to no other', () => {
  const payload = encodeMembership(MEMBERSHIP, OURS);
  assert.deepEqual(decodeMembership(payload, OURS), MEMBERSHIP);
  assert.equal(decodeMembership(payload, THEIRS), undefined, 'history: a backup of the cluster before was restored');
  assert.deepEqual(readMembership(payload), { cluster: OURS, membership: MEMBERSHIP });
  assert.equal(Buffer.from(payload).toString('ascii'), `${OURS}\n${membershipTextOf(MEMBERSHIP)}`);
});

test('a payload that does not begin with a cluster id, or does not go on with the one text, is refused by everybody', () => {
  const text = membershipTextOf(MEMBERSHIP);
  const wrong = [
    '',
    text,
    `${OURS}${text}`,
    `${OURS.slice(1)}\n${text}`,
    `${OURS.toUpperCase()}\n${text}`,
    `${OURS}\n`,
    `${OURS}\n ${text}`,
  ];
  for (const one of [...wrong, `${THEIRS}\n${text}\n`]) {
    assert.throws(() => decodeMembership(Buffer.from(one), OURS), MembershipError, JSON.stringify(one));
  }
  assert.throws(() => readMembership(new Uint8Array(1024 * 1024).fill(97)), /1048576 bytes/);
});
