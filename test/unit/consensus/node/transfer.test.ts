// A leader hands over: nothing that clients wait for becomes unknown by it, and nobody waits for a successor that does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubmitResult } from '../../../../consensus/types.ts';
import { type Host, TestCluster } from './cluster.ts';

/** Submits so many transactions to the node, one after the other in one turn each; the answers as they come. */
function submitMany(cluster: TestCluster, host: Host, count: number): SubmitResult[] {
  const answers: SubmitResult[] = [];
  const stream = cluster.partition(host).openSubmitStream();
  for (let number = 0; number < count; number++) stream.submit([cluster.submission()], (_, answer) => answers.push(answer));
  return answers;
}

test('a leader hands over to the node that is asked for; what was submitted is committed or was never appended', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  const leader = await cluster.leading();
  const successor = await cluster.follower();
  const before = submitMany(cluster, leader, 20);
  await cluster.time.pass(1);
  const handedOver = cluster.partition(leader).transferLeadership(successor.id);
  const during = submitMany(cluster, leader, 20);
  assert.deepEqual(await cluster.resolved(handedOver), { kind: 'transferred', leader: successor.id, changed: true });
  assert.equal(await cluster.leading(), successor);
  await cluster.time.until(() => before.length === 20 && during.length === 20);
  assert.ok(before.every(({ kind }) => kind === 'committed'));
  assert.ok(during.every((answer) => answer.kind === 'refused' && answer.code === 'NOT_LEADER' && answer.outcome === 'none'));
  await cluster.commit();
  await cluster.close();
});

test('what was submitted while it tried goes on when the successor is away', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const away = await cluster.follower();
  cluster.isolated.add(away.id);
  const failed = cluster.partition(leader).transferLeadership(away.id);
  const during = submitMany(cluster, leader, 5);
  assert.deepEqual(await cluster.resolved(failed), { kind: 'not-taken', to: away.id });
  await cluster.time.until(() => during.length === 5);
  assert.ok(during.every(({ kind }) => kind === 'committed'));
  await cluster.close();
});

test('a leader that is asked for leads already; who does not lead says who does', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  assert.deepEqual(await cluster.partition(leader).transferLeadership(leader.id), {
    kind: 'transferred',
    leader: leader.id,
    changed: false,
  });
  const follower = await cluster.follower();
  const refused = await cluster.partition(follower).transferLeadership(undefined);
  assert.deepEqual(refused, { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: leader.id });
  await cluster.close();
});

test('a node that is about to end hands over to whoever is in touch; one that is alone ends all the same', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const [away, other] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(away !== undefined && other !== undefined);
  await cluster.stop(away);
  leader.node?.unreachable(away.id);
  await cluster.resolved(leader.node?.handOver() ?? assert.fail());
  assert.equal(await cluster.leading(), other);
  await cluster.close();
  const alone = await TestCluster.started(1);
  await alone.resolved((await alone.leading()).node?.handOver() ?? assert.fail());
  await alone.close();
});

test('a node that closes while it hands over says that it does not know what becomes of it', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  for (const { id } of cluster.hosts) if (id !== leader.id) cluster.isolated.add(id);
  const handedOver = cluster.partition(leader).transferLeadership(cluster.hosts.find((host) => host !== leader)?.id);
  await cluster.stop(leader);
  assert.deepEqual(await handedOver, { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'unknown' });
  await cluster.close();
});

// Found by review: whoever was told to stop waited for a successor to be known, for ever.
for (const [what, comesBack] of [
  ['is elected again', true],
  ['is in touch with nobody', false],
] as const) {
  test(`a node that is about to end leads no more once its successor stands, even if that vanishes and the node ${what}`, async () => {
    const cluster = await TestCluster.started(3);
    const leader = await cluster.leading();
    const [successor, third] = cluster.hosts.filter((host) => host !== leader);
    assert.ok(successor !== undefined && third !== undefined);
    // The vote request to it is lost.
    cluster.isolated.add(third.id);
    leader.node?.unreachable(third.id);
    await cluster.time.pass(1);
    const { events } = leader;
    events.push = (...said) => {
      const hasLeft = said.some((event) => event.kind === 'core' && event.event.kind === 'stepped-down');
      if (hasLeft) cluster.isolated.add(successor.id);
      if (hasLeft && comesBack) cluster.isolated.delete(third.id);
      return Array.prototype.push.apply(events, said);
    };
    const left = leader.node?.handOver() ?? assert.fail();
    const named = cluster.partition(leader).transferLeadership(successor.id);
    await cluster.resolved(left);
    if (comesBack) assert.deepEqual(await cluster.resolved(named), { kind: 'not-taken', to: successor.id });
    await cluster.close();
    if (!comesBack) assert.deepEqual(await named, { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'unknown' });
  });
}
