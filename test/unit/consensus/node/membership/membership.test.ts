// Members come and go while the cluster runs: real nodes over storages in memory and virtual time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameConfiguration } from '../../../../../consensus/configuration.ts';
import type { MembersChange, MembersRefusal, MembersResult } from '../../../../../consensus/service.ts';
import type { NodeId, Refusal } from '../../../../../consensus/types.ts';
import { type Host, TestCluster, valuesOf } from '../cluster.ts';

const id = (name: string) => name as NodeId;

async function change(cluster: TestCluster, wanted: MembersChange): Promise<MembersResult | MembersRefusal | Refusal> {
  for (;;) {
    const node = (await cluster.leading()).node;
    assert.ok(node !== undefined);
    const result = await cluster.resolved(node.changeMembers(wanted));
    const isForLater = (result.kind === 'members-refused' && result.code === 'CHANGE_UNDER_WAY') || result.kind === 'refused';
    if (!isForLater) return result;
    await cluster.time.pass(50);
  }
}

const add = (name: string): MembersChange => ({ kind: 'add', id: id(name), peerAddress: `${name}:1`, clientAddress: `${name}:2` });

/** Waits until partition 1 is as intended, and all its voters have applied that. */
async function converged(cluster: TestCluster): Promise<void> {
  await cluster.time.until(() => {
    const running = cluster.hosts.filter(({ node }) => node !== undefined);
    return running.some((host) => {
      const { role, membership, isMembershipCommitted } = cluster.partition(host).status();
      const intended = membership.intended;
      return (
        role === 'leader' &&
        isMembershipCommitted &&
        intended !== undefined &&
        isSameConfiguration(membership, { ...intended, outgoing: [] })
      );
    });
  });
}

async function added(cluster: TestCluster, name: string): Promise<Host> {
  cluster.prepare(name);
  const result = await change(cluster, add(name));
  assert.deepEqual(result.kind === 'members-changed' && result.changed, true, JSON.stringify(result));
  return cluster.join(name);
}

const votersOf = (cluster: TestCluster, host: Host) => cluster.partition(host).status().membership.voters;

test('a node that is added gets the whole log as a learner, and is a voter once it is promoted', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(20);
  const host = await added(cluster, 'n4');
  await converged(cluster);
  await cluster.caughtUp();
  const status = cluster.partition(host).status();
  assert.deepEqual(status.membership.learners, ['n4']);
  assert.deepEqual(status.membership.voters, ['n1', 'n2', 'n3']);
  assert.ok(status.membershipIndex > 0 && status.isMembershipCommitted);
  assert.deepEqual(await change(cluster, { kind: 'promote', id: id('n4') }), {
    kind: 'members-changed',
    changed: true,
    intended: { voters: ['n1', 'n2', 'n3', 'n4'], learners: [], retired: [] },
  });
  await converged(cluster);
  await cluster.caughtUp();
  for (const one of cluster.hosts) assert.deepEqual(votersOf(cluster, one), ['n1', 'n2', 'n3', 'n4']);
  const offset = await cluster.commit([['put', 'a', '1']]);
  assert.deepEqual(valuesOf(await cluster.get(host, ['a'], offset)), ['1']);
  const leader = await cluster.leading();
  const followers = cluster.partition(leader).status().followers;
  assert.deepEqual(
    followers.map((one) => one.isActive),
    [true, true, true],
  );
  await cluster.close();
});

test('a node that joins is told of the members, and since when; so is everyone else', async () => {
  const cluster = await TestCluster.started(3);
  const host = await added(cluster, 'n4');
  const joined = host.joined;
  assert.ok(joined !== undefined);
  const since = joined.membership.members.find((member) => member.id === 'n4')?.memberSince;
  assert.ok(since !== undefined && since > 0 && since <= joined.index);
  await converged(cluster);
  await cluster.caughtUp();
  for (const one of cluster.hosts) {
    const view = one.node?.membersView();
    assert.deepEqual(
      view?.book.map((member) => [member.id, member.memberSince]),
      [
        ['n1', 0],
        ['n2', 0],
        ['n3', 0],
        ['n4', since],
      ],
    );
  }
  assert.deepEqual(cluster.host(1).view?.book, cluster.host(1).node?.membersView().book);
  await cluster.close();
});

test('every voter is replaced, one after the other, and nothing is lost', async () => {
  const cluster = await TestCluster.started(3, { snapshotIntervalBytes: 1_500, retention: { keep: 'snapshot' } });
  let number = 0;
  for (const [old, next] of [
    ['n1', 'n4'],
    ['n2', 'n5'],
    ['n3', 'n6'],
  ] as const) {
    for (let at = 0; at < 10; at++) await cluster.commit([['put', `key${number++}`, 'x']], { named: true });
    cluster.prepare(next);
    const result = await change(cluster, {
      kind: 'replace',
      id: id(old),
      by: { id: id(next), peerAddress: `${next}:1`, clientAddress: `${next}:2` },
    });
    assert.equal(result.kind, 'members-changed', JSON.stringify(result));
    await cluster.join(next);
    await converged(cluster);
    const gone = cluster.hosts.find((host) => host.id === old);
    assert.ok(gone !== undefined);
    await cluster.stop(gone);
  }
  const offset = await cluster.commit([['put', 'last', '1']]);
  assert.equal(offset, 31);
  const left = cluster.hosts.filter(({ node }) => node !== undefined);
  await cluster.caughtUp(left);
  for (const host of left) {
    assert.deepEqual(votersOf(cluster, host), ['n4', 'n5', 'n6']);
    assert.deepEqual(valuesOf(await cluster.get(host, ['key0', 'key29', 'last'], offset)), ['x', 'x', '1']);
    assert.deepEqual(
      host.node?.membersView().book.map((member) => member.id),
      ['n4', 'n5', 'n6'],
    );
  }
  // All of them start again, from snapshots that say who belongs to the cluster.
  for (const host of left) await cluster.stop(host);
  for (const host of left) await cluster.start(host);
  assert.equal(await cluster.commit(), 32);
  for (const host of left) assert.deepEqual(votersOf(cluster, host), ['n4', 'n5', 'n6']);
  await cluster.close();
});

test('a leader that is removed hands over first, and the others go on', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const result = await change(cluster, { kind: 'remove', id: leader.id, force: false });
  assert.equal(result.kind, 'members-changed', JSON.stringify(result));
  await cluster.time.until(() => cluster.hosts.some((host) => host !== leader && cluster.partition(host).status().role === 'leader'));
  assert.ok(cluster.said(leader, 'core').some(({ event }) => event.kind === 'transfer-began'));
  assert.ok(!cluster.said(leader, 'core').some(({ event }) => event.kind === 'stepped-down' && event.reason === 'removed'));
  await converged(cluster);
  await cluster.stop(leader);
  await cluster.commit();
  await cluster.close();
});

test('changes are idempotent, and refused where they cannot be', async () => {
  const cluster = await TestCluster.started(3);
  const code = async (wanted: MembersChange) => {
    const result = await change(cluster, wanted);
    return result.kind === 'members-refused' ? result.code : result.kind === 'members-changed' ? result.changed : result.code;
  };
  assert.equal(await code({ kind: 'promote', id: id('n1') }), false);
  assert.equal(await code({ kind: 'promote', id: id('n9') }), 'UNKNOWN_MEMBER');
  assert.equal(await code({ kind: 'remove', id: id('n9'), force: false }), false);
  assert.equal(await code(add('n1')), false);
  assert.equal(await code({ ...add('n1'), peerAddress: 'elsewhere:1' } as MembersChange), 'ALREADY_A_MEMBER');
  assert.equal(await code(add('n4')), 'UNREACHABLE');
  cluster.unformed.set('n4:1', { id: id('n5'), incarnation: '5'.repeat(32), isFormed: false });
  assert.equal(await code(add('n4')), 'UNREACHABLE');
  cluster.unformed.set('n4:1', { id: id('n4'), incarnation: '4'.repeat(32), isFormed: true });
  assert.equal(await code(add('n4')), 'ALREADY_FORMED');
  const { lastIndex } = cluster.partition(await cluster.leading()).status();
  cluster.prepare('n4');
  assert.equal(await code(add('n4')), true);
  assert.equal(await code(add('n4')), false);
  const follower = await cluster.follower();
  const refused = await cluster.resolved(follower.node?.changeMembers(add('n5')) ?? Promise.reject(new Error('down')));
  assert.deepEqual(refused, { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: (await cluster.leading()).id });
  // The change, and the learner in the configuration; nothing else was written.
  await converged(cluster);
  assert.equal(cluster.partition(await cluster.leading()).status().lastIndex, lastIndex + 2);
  await cluster.close();
});

test('a change that would leave too few voters is refused, and carried out with force', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const [down, up] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(down !== undefined && up !== undefined);
  await cluster.stop(down);
  await cluster.time.pass(2_000);
  const result = await change(cluster, { kind: 'remove', id: up.id, force: false });
  assert.equal(result.kind === 'members-refused' && result.code, 'NO_QUORUM');
  assert.equal((await change(cluster, { kind: 'remove', id: down.id, force: false })).kind, 'members-changed');
  await converged(cluster);
  assert.deepEqual(votersOf(cluster, leader), [leader.id, up.id].sort());
  assert.equal((await change(cluster, { kind: 'remove', id: up.id, force: true })).kind, 'members-changed');
  await converged(cluster);
  await cluster.stop(up);
  const rest = await change(cluster, { kind: 'remove', id: leader.id, force: true });
  assert.equal(rest.kind === 'members-refused' && rest.code, 'LAST_VOTER');
  await cluster.commit();
  await cluster.close();
});

test('a membership that was cut off is in force no more', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  cluster.isolated.add(leader.id);
  cluster.prepare('n4');
  const pending = leader.node?.changeMembers(add('n4'));
  assert.ok(pending !== undefined);
  await cluster.time.pass(100);
  assert.ok(leader.node?.membersView().book.some((member) => member.id === 'n4'));
  assert.equal(leader.node?.newestMembership().index, 0);
  await cluster.commit();
  const result = await cluster.resolved(pending);
  assert.equal(result.kind === 'refused' && `${result.code} ${result.outcome}`, 'LEADERSHIP_LOST unknown');
  cluster.isolated.clear();
  await cluster.caughtUp();
  assert.deepEqual(
    leader.node?.membersView().book.map((member) => member.id),
    ['n1', 'n2', 'n3'],
  );
  assert.equal(cluster.partition(leader).status().membershipIndex, 0);
  await cluster.close();
});

test('a cluster of one grows, and its first node can be replaced', async () => {
  const cluster = await TestCluster.started(1);
  await cluster.commitMany(5);
  await added(cluster, 'n2');
  await converged(cluster);
  assert.equal((await change(cluster, { kind: 'promote', id: id('n2') })).kind, 'members-changed');
  await converged(cluster);
  assert.equal((await change(cluster, { kind: 'remove', id: id('n1'), force: false })).kind, 'members-changed');
  await converged(cluster);
  assert.equal((await cluster.leading()).id, 'n2');
  await cluster.stop(cluster.host(1));
  assert.equal(await cluster.commit(), 6);
  await cluster.close();
});

test('every partition converges on what partition 1 intends, whoever leads it', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 3 });
  cluster.prepare('n4');
  await change(cluster, { kind: 'replace', id: id('n1'), by: { id: id('n4'), peerAddress: 'n4:1', clientAddress: 'n4:2' } });
  await cluster.join('n4');
  const isThere = () =>
    cluster.hosts.every((host) =>
      [1, 2, 3].every((number) => {
        const { membership, isMembershipCommitted } = cluster.partition(host, number).status();
        const isGone = host.id === 'n1';
        return isGone || (isMembershipCommitted && membership.voters.join() === 'n2,n3,n4' && membership.outgoing.length === 0);
      }),
    );
  await cluster.time.until(isThere);
  for (const number of [2, 3]) {
    const { membership } = cluster.partition(cluster.host(2), number).status();
    assert.equal(membership.intended, undefined);
    assert.ok((membership.members.find((member) => member.id === 'n4')?.memberSince ?? 0) > 0);
  }
  await cluster.stop(cluster.host(1));
  // A restart of all, in which other partitions may have a leader before partition 1 has applied what it intends, changes nothing.
  const left = cluster.hosts.slice(1);
  const before = left.map((host) => host.stores.map(({ log }) => log.memberships));
  for (const host of left) await cluster.stop(host);
  for (const host of left) await cluster.start(host);
  await cluster.time.pass(3_000);
  assert.deepEqual(
    left.map((host) => host.stores.map(({ log }) => log.memberships)),
    before,
  );
  await cluster.close();
});

// Found by the simulator, seed 78: partition 1 was quick and let go of all who led and were the others, so that nobody of these ever heard what was intended.
test('partition 1 lets nobody go of whom another partition may still need to hear what is intended', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  const n4 = await added(cluster, 'n4');
  await change(cluster, { kind: 'promote', id: id('n4') });
  await converged(cluster);
  // The second partition cannot move.
  cluster.hears = (_from, _to, partition) => partition !== 2;
  for (const name of ['n1', 'n2', 'n3']) await change(cluster, { kind: 'remove', id: id(name), force: true });
  await cluster.time.until(() => votersOf(cluster, n4).join() === 'n4');
  await cluster.time.pass(5_000);
  assert.deepEqual(cluster.partition(n4).status().membership.learners, ['n1', 'n2', 'n3']);
  cluster.hears = () => true;
  await cluster.time.until(() => {
    const [first, second] = [1, 2].map((number) => cluster.partition(n4, number).status());
    return [first, second].every(
      (one) => one?.isMembershipCommitted === true && `${one.membership.voters}|${one.membership.learners}` === 'n4|',
    );
  });
  await cluster.close();
});

test('a snapshot says which membership is in force at its point, and whoever installs it goes on with that', async () => {
  const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
  cluster.prepare('n4');
  await change(cluster, add('n4'));
  await converged(cluster);
  for (let times = 1; times <= 2; times++) {
    await cluster.commitMany(12);
    await cluster.snapshot();
  }
  const digests = cluster.hosts.map((host) => Buffer.from(host.snapshots.list()[0]?.fileDigest ?? []).toString('hex'));
  assert.equal(new Set(digests).size, 1);
  const late = await cluster.join('n4');
  await cluster.caughtUp();
  assert.equal(cluster.said(late, 'installed').length, 1);
  assert.deepEqual(late.log.memberships, [], 'nothing else says so');
  assert.deepEqual(cluster.partition(late).status().membership, cluster.partition(cluster.host(1)).status().membership);
  await cluster.stop(late);
  await cluster.start(late);
  assert.deepEqual(cluster.partition(late).status().membership.learners, ['n4']);
  await change(cluster, { kind: 'promote', id: id('n4') });
  await converged(cluster);
  await cluster.caughtUp();
  assert.deepEqual(votersOf(cluster, late), ['n1', 'n2', 'n3', 'n4']);
  await cluster.close();
});

// The entries that made n4 and n5 voters are among those that n1 lost: what it acknowledged may be with them alone.
test('a claim is not given up before all have answered whom those name who answered', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  await cluster.caughtUp();
  const [first] = cluster.hosts;
  assert.ok(first !== undefined);
  const { lastIndex } = first.log;
  for (const name of ['n4', 'n5']) {
    await added(cluster, name);
    await change(cluster, { kind: 'promote', id: id(name) });
    await converged(cluster);
  }
  const last = await cluster.commitMany(3);
  await cluster.caughtUp();
  await cluster.time.pass(200);
  for (const host of cluster.hosts) await cluster.stop(host);
  for (const host of cluster.hosts) host.log.claim = { index: host.log.lastIndex + 2, term: host.log.hardState.term };
  first.log.entries.length = lastIndex;
  for (const host of cluster.hosts.slice(0, 3)) await cluster.start(host);
  assert.deepEqual(votersOf(cluster, first), ['n1', 'n2', 'n3']);
  await cluster.time.pass(5_000);
  assert.ok(first.log.claim !== undefined && cluster.partition(first).status().role !== 'leader');
  for (const host of cluster.hosts.slice(3)) await cluster.start(host);
  assert.equal(await cluster.commit(), last + 1);
  await cluster.caughtUp();
  assert.deepEqual(votersOf(cluster, first), ['n1', 'n2', 'n3', 'n4', 'n5']);
  await cluster.close();
});

test('damage of membership entries is repaired by those whom nobody but a later entry of another partition names', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  for (const [old, next] of [
    ['n1', 'n4'],
    ['n2', 'n5'],
  ] as const) {
    cluster.prepare(next);
    await change(cluster, { kind: 'replace', id: id(old), by: { id: id(next), peerAddress: `${next}:1`, clientAddress: `${next}:2` } });
    await cluster.join(next);
    await cluster.time.until(() =>
      [1, 2].every((number) =>
        cluster.hosts.some((host) => {
          const { role, membership, isMembershipCommitted } = cluster.partition(host, number).status();
          const { voters, outgoing } = membership;
          return (
            role === 'leader' && isMembershipCommitted && outgoing.length === 0 && voters.includes(id(next)) && !voters.includes(id(old))
          );
        }),
      ),
    );
  }
  const left = cluster.hosts.filter((host) => ['n3', 'n4', 'n5'].includes(host.id));
  for (const host of cluster.hosts) await cluster.stop(host);
  const [host] = left;
  assert.ok(host !== undefined);
  for (const one of left.slice(1)) await cluster.start(one);
  const { log } = host.stores[0] ?? host;
  for (const index of log.memberships) log.spoil(index, index, { noticed: true });
  assert.deepEqual(log.memberships, []);
  await cluster.start(host);
  await cluster.time.until(() => log.damage.length === 0);
  assert.equal((await cluster.commit()) > 0, true);
  await cluster.close();
});

// The vote of a node that came back with an empty disk would count, for whoever still has the old configuration, as that of the one before.
test('an id is used once: nobody is added, or takes the place of another, under the id of one that was removed', async () => {
  const cluster = await TestCluster.started(3);
  cluster.prepare('n4', '4'.repeat(32));
  assert.equal((await change(cluster, { kind: 'remove', id: id('n3'), force: false })).kind, 'members-changed');
  await converged(cluster);
  await cluster.stop(cluster.host(3));
  cluster.hosts.pop();
  cluster.prepare('n3', '3'.repeat(32));
  const by = { id: id('n3'), peerAddress: 'n3:1', clientAddress: 'n3:2' };
  for (const attempt of [add('n3'), { kind: 'replace', id: id('n2'), by } as const]) {
    const refused = await change(cluster, attempt);
    assert.equal(refused.kind === 'members-refused' && refused.code, 'ID_USED');
  }
  assert.equal((await change(cluster, add('n4'))).kind, 'members-changed', 'a new id is as good');
  await cluster.close();
});
