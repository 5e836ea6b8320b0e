// What the leader of a partition does next on the way to the intended set, and when it does it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangeHindrance, FollowerProgress } from '../../../../../consensus/core/ready.ts';
import type { Membership } from '../../../../../consensus/membership.ts';
import { keeperStep, MembershipKeeper, type Target, targetFor } from '../../../../../consensus/node/membership/membership-keeper.ts';
import { MembershipLog } from '../../../../../consensus/node/membership/membership-log.ts';
import type { TransferResult } from '../../../../../consensus/service.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { VirtualTime } from '../virtual-time.ts';
import { ids, intendedSet, member, membership } from './memberships.ts';

const n1 = 'n1' as NodeId;
const three = membership({ voters: ['n1', 'n2', 'n3'] });

/** The step in one line. */
function step(
  current: Membership,
  target: Target,
  options: { readonly caughtUp?: readonly string[]; readonly away?: readonly string[]; readonly successors?: readonly string[] } = {},
): string {
  const { caughtUp = [], away = [], successors = [] } = options;
  const known = { isCaughtUp: (id: NodeId) => caughtUp.includes(id), isActive: (id: NodeId) => !away.includes(id) };
  const done = keeperStep({ id: n1, current, target, ...known, successors: ids(successors) });
  if (done.kind === 'none') return 'none';
  const { voters, outgoing, learners } = done.next;
  const next = `${voters}|${outgoing}|${learners}`;
  return done.kind === 'propose' ? next : `to ${done.to} before ${next}`;
}

const target = (voters: readonly string[], learners: readonly string[] = [], members: readonly string[] = []): Target => ({
  intended: intendedSet(voters, learners),
  book: [...new Set([...voters, ...learners])].map((name) => member(members.find((one) => one.startsWith(name)) ?? name)),
  areOthersBehind: false,
});

test('who is to come is a learner first, and a voter by way of a joint configuration once it has caught up', () => {
  const wanted = target(['n1', 'n2', 'n4']);
  assert.equal(step(three, target(['n1', 'n2', 'n3'])), 'none');
  assert.equal(step(three, wanted), 'n1,n2,n3||n4');
  const learning = membership({ voters: ['n1', 'n2', 'n3'], learners: ['n4'] });
  assert.equal(step(learning, wanted), 'none');
  assert.equal(step(learning, wanted, { caughtUp: ['n4'] }), 'n1,n2,n4|n1,n2,n3|');
  const joint = membership({ voters: ['n1', 'n2', 'n4'], outgoing: ['n1', 'n2', 'n3'] });
  assert.equal(step(joint, wanted), 'n1,n2,n4||');
});

test('no joint configuration is appended whose new voters have no majority that is there; out of one it goes all the same', () => {
  assert.equal(step(three, target(['n1', 'n2']), { away: ['n3'] }), 'n1,n2|n1,n2,n3|');
  assert.equal(step(three, target(['n1', 'n2']), { away: ['n2'] }), 'none');
  assert.equal(step(three, target(['n2', 'n3']), { away: ['n2'], successors: ['n3'] }), 'none', 'nor is anything handed over for it');
  const joint = membership({ voters: ['n1', 'n2'], outgoing: ['n1', 'n2', 'n3'] });
  assert.equal(step(joint, target(['n1', 'n2']), { away: ['n2'] }), 'n1,n2||');
  assert.equal(step(three, target(['n1', 'n2', 'n3'], ['n4']), { away: ['n2', 'n3'] }), 'n1,n2,n3||n4', 'a learner counts nowhere');
});

test('a leader that is to go hands over to a voter that stays, and goes all the same if there is none', () => {
  const wanted = target(['n2', 'n3']);
  assert.equal(step(three, wanted, { successors: ['n3', 'n2'] }), 'to n3,n2 before n2,n3|n1,n2,n3|');
  assert.equal(step(three, wanted), 'n2,n3|n1,n2,n3|');
  assert.equal(step(three, target(['n3']), { successors: ['n2', 'n3'] }), 'to n3 before n3|n1,n2,n3|');
  const joint = membership({ voters: ['n2', 'n3'], outgoing: ['n1', 'n2', 'n3'] });
  assert.equal(step(joint, wanted, { successors: ['n2'] }), 'n2,n3||', 'out of a joint configuration at once');
});

test('who is to go stays a learner of partition 1 until the others have come so far, whatever it was', () => {
  const wanted = { ...target(['n2', 'n3']), areOthersBehind: true };
  assert.equal(step(three, wanted), 'n2,n3|n1,n2,n3|n1');
  const staying = membership({ voters: ['n2', 'n3'], learners: ['n1', 'n4'] });
  assert.equal(step(staying, wanted), 'none');
  assert.equal(step(staying, { ...wanted, areOthersBehind: false }), 'n2,n3||');
});

test('partition 1 carries the intended set along, other partitions have none', () => {
  const intended = intendedSet(['n1', 'n2', 'n3'], ['n4']);
  const first = membership({ voters: ['n1', 'n2', 'n3'], intended });
  const done = keeperStep({
    id: n1,
    current: first,
    target: { intended, book: first.members, areOthersBehind: false },
    isCaughtUp: () => true,
    isActive: () => true,
    successors: [],
  });
  assert.deepEqual(done.kind === 'propose' && done.next.intended, intended);
  const other = keeperStep({
    id: n1,
    current: three,
    target: { intended, book: first.members, areOthersBehind: false },
    isCaughtUp: () => true,
    isActive: () => true,
    successors: [],
  });
  assert.ok(other.kind === 'propose' && other.next.intended === undefined);
  assert.deepEqual(
    other.next.members.map(({ id }) => id),
    ['n1', 'n2', 'n3', 'n4'],
  );
});

test('more nodes than a membership can name wait until others have gone', () => {
  const many = Array.from({ length: 7 }, (_, at) => `n1${at}`);
  const stuck = membership({ voters: ['n1', 'n2', 'n3'], learners: ['n4', 'n5', 'n6', 'n7', 'n8'] });
  assert.equal(step(stuck, target(many)), 'none');
  assert.notEqual(step(stuck, target(many.slice(1))), 'none');
});

test('another partition goes by what partition 1 intends only if that is known so far here', () => {
  const intended = intendedSet(['n1', 'n2', 'n3']);
  const applied = { index: 5, membership: membership({ voters: ['n1', 'n2', 'n3'], intended }) };
  assert.deepEqual(targetFor(three, { applied, newestIndex: 5, appliedIndex: 9 }), {
    intended,
    book: applied.membership.members,
    areOthersBehind: false,
  });
  assert.equal(targetFor(three, undefined), undefined);
  assert.equal(targetFor(three, { applied, newestIndex: 6, appliedIndex: 9 }), undefined, 'the log knows of a later one');
  const later = (since: number) => membership({ voters: ['n1', 'n2', 'n4'], members: [member('n4', since)] });
  assert.equal(
    targetFor(later(10), { applied, newestIndex: 5, appliedIndex: 9 }),
    undefined,
    'n4 came by an entry that is not applied here',
  );
  assert.notEqual(targetFor(later(9), { applied, newestIndex: 5, appliedIndex: 9 }), undefined);
});

/** A keeper of n1 over fakes, and what it did. */
function keeperOf(options: {
  readonly current: Membership;
  readonly target: Target | undefined;
  readonly successors?: readonly string[];
  readonly taken?: (to: NodeId) => TransferResult['kind'];
}) {
  const time = new VirtualTime();
  const log = new MembershipLog({ index: 0, membership: options.current });
  const did: string[] = [];
  const state: { hindrance: ChangeHindrance | undefined; followers: FollowerProgress[] } = {
    hindrance: undefined,
    followers: ids(['n2', 'n3']).map((id) => ({ id, matchIndex: 9, isCaughtUp: true, isActive: true })),
  };
  const keeper = new MembershipKeeper({
    id: n1,
    membership: {
      log,
      hindrance: () => state.hindrance,
      followers: () => state.followers,
      successors: () => ids(options.successors ?? []),
      propose: async (next) => {
        const proposed = next(log.newest.index + 1);
        did.push(`${proposed.voters}|${proposed.outgoing}|${proposed.learners}`);
        state.hindrance = 'under-way';
        log.append(log.newest.index + 1, [{ index: log.newest.index + 1, membership: proposed }]);
        return { kind: 'applied', index: 1 };
      },
    },
    areOthersBehind: () => false,
    handover: {
      transfer: async (to) => {
        assert.ok(to !== undefined);
        did.push(`to ${to}`);
        const kind = options.taken?.(to) ?? 'transferred';
        if (kind === 'not-taken') return { kind, to };
        state.hindrance = 'not-leader';
        return { kind, leader: to, changed: true };
      },
    },
    target: () => options.target,
    timers: time,
  });
  return { time, keeper, state, did };
}

test('one step at a time, each when the one before is committed, and nothing while this node does not lead', async () => {
  const { time, keeper, state, did } = keeperOf({ current: three, target: target(['n1', 'n2', 'n4']) });
  state.hindrance = 'not-leader';
  await time.pass(1_000);
  assert.deepEqual(did, []);
  state.hindrance = undefined;
  keeper.lookSoon();
  keeper.lookSoon();
  await time.pass(0);
  assert.deepEqual(did, ['n1,n2,n3||n4']);
  await time.pass(1_000);
  assert.equal(did.length, 1);
  state.hindrance = undefined;
  const n4 = 'n4' as NodeId;
  const others = state.followers;
  for (const progress of [
    { isCaughtUp: false, isActive: true },
    { isCaughtUp: true, isActive: false },
  ]) {
    state.followers = [...others, { id: n4, matchIndex: 9, ...progress }];
    await time.pass(1_000);
    assert.equal(did.length, 1);
  }
  state.followers = [...others, { id: n4, matchIndex: 9, isCaughtUp: true, isActive: true }];
  await time.pass(200);
  assert.deepEqual(did.slice(1), ['n1,n2,n4|n1,n2,n3|']);
  keeper.close();
  state.hindrance = undefined;
  keeper.lookSoon();
  await time.pass(1_000);
  assert.equal(did.length, 2);
  assert.equal(time.running, 0);
});

test('a leader that is to go proposes nothing once somebody has taken over', async () => {
  const { time, keeper, did } = keeperOf({ current: three, target: target(['n2', 'n3']), successors: ['n3', 'n2'] });
  await time.pass(1_000);
  assert.deepEqual(did, ['to n3']);
  keeper.close();
});

test('each is asked once to take over; if nobody does, the change goes on', async () => {
  const { time, keeper, did } = keeperOf({
    current: three,
    target: target(['n2', 'n3']),
    successors: ['n3', 'n2'],
    taken: () => 'not-taken',
  });
  await time.pass(1_000);
  assert.deepEqual(did, ['to n3', 'to n2', 'n2,n3|n1,n2,n3|']);
  keeper.close();
});

test('nothing is proposed while it is not known what is intended', async () => {
  const { time, keeper, did } = keeperOf({ current: three, target: undefined });
  await time.pass(1_000);
  assert.deepEqual(did, []);
  keeper.close();
});

test('a joint configuration is left whatever is intended, and also while nobody knows that', async () => {
  const joint = membership({ voters: ['n1', 'n2', 'n4'], outgoing: ['n1', 'n2', 'n3'], learners: ['n5'] });
  const { time, keeper, did } = keeperOf({ current: joint, target: undefined });
  await time.pass(300);
  assert.deepEqual(did, ['n1,n2,n4||n5']);
  keeper.close();
});

test('who leads and does not come to know what is intended hands over, and not again when nobody took over', async () => {
  const { time, keeper, did } = keeperOf({ current: three, target: undefined, successors: ['n2', 'n3'], taken: () => 'not-taken' });
  await time.pass(4_900);
  assert.deepEqual(did, []);
  await time.pass(20_000);
  assert.deepEqual(did, ['to n2', 'to n3']);
  keeper.close();
});
