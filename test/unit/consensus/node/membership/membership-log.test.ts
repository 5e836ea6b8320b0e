// Which membership is in force where, as the log grows, is cut, is applied and begins anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeMembership, MembershipError } from '../../../../../consensus/membership.ts';
import { MembershipLog, membershipsAmong } from '../../../../../consensus/node/membership/membership-log.ts';
import { entry } from '../entries.ts';
import { membership } from './memberships.ts';

const three = membership({ voters: ['n1', 'n2', 'n3'] });
const four = membership({ voters: ['n1', 'n2', 'n3'], learners: ['n4'] });
const joint = membership({ voters: ['n1', 'n2', 'n4'], outgoing: ['n1', 'n2', 'n3'] });
const CLUSTER = 'c'.repeat(64);

test('the newest entry is in force, committed or not, and no longer once it is cut off', () => {
  const log = new MembershipLog({ index: 0, membership: three });
  assert.deepEqual(log.newest, { index: 0, membership: three });
  log.append(5, [{ index: 7, membership: four }]);
  log.append(8, []);
  log.append(9, [{ index: 9, membership: joint }]);
  assert.equal(log.newest.membership, joint);
  assert.deepEqual(
    [0, 6, 7, 8, 9, 100].map((index) => log.at(index).index),
    [0, 0, 7, 7, 9, 9],
  );
  log.append(9, []);
  assert.equal(log.newest.membership, four);
  log.append(7, [{ index: 8, membership: joint }]);
  assert.deepEqual(
    log.all.map(({ index }) => index),
    [0, 8],
  );
});

test('what was superseded before the last applied entry is forgotten, and what is in force there is never cut off', () => {
  const log = new MembershipLog({ index: 3, membership: three }, [
    { index: 7, membership: four },
    { index: 9, membership: joint },
  ]);
  log.applied(6);
  assert.equal(log.all.length, 3);
  log.applied(7);
  assert.deepEqual(
    log.all.map(({ index }) => index),
    [7, 9],
  );
  assert.throws(() => log.append(7, []), /what is in force at an applied entry is not cut off/);
  log.reset({ index: 20, membership: four });
  assert.deepEqual(log.all, [{ index: 20, membership: four }]);
  assert.throws(() => log.append(21, [{ index: 20, membership: joint }]), /ascend/);
});

test('of entries, the memberships of this very cluster count; what cannot be read is not skipped', () => {
  const payload = encodeMembership(four, CLUSTER);
  const entries = [entry({ index: 4 }), { ...entry({ index: 5 }), type: 'membership' as const, payload }];
  assert.deepEqual(membershipsAmong(entries, CLUSTER), [{ index: 5, membership: four }]);
  assert.deepEqual(membershipsAmong(entries, 'd'.repeat(64)), []);
  const torn = { ...entry({ index: 5 }), type: 'membership' as const, payload: payload.slice(1) };
  assert.throws(() => membershipsAmong([torn], CLUSTER), MembershipError);
});
