// Changes of the members that meet another one just then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSender, type SenderVerdict } from '../../../../../consensus/members-view.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { type Host, TestCluster } from '../cluster.ts';

const id = (name: string) => name as NodeId;

/** From the next joint configuration on this node's disk writes nothing to the log of partition 1, until that is called which is returned. */
function stallWhenJoint({ log }: Host): () => void {
  const append = log.append.bind(log);
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  log.append = async (entries) => {
    const isJoint = entries.some(({ type, payload }) => type === 'membership' && !Buffer.from(payload).includes('"outgoing":[]'));
    if (isJoint) await gate;
    await append(entries);
  };
  return () => {
    log.append = append;
    go();
  };
}

// The others had committed the joint configuration, the disk of the leader was slow: it had not applied it, and its keeper not left it. Nothing hindered another change, which would have been
// another joint configuration: a broken assertion ended the leader.
test('a change waits while a joint configuration is committed and not left yet', async () => {
  const cluster = await TestCluster.started(3);
  cluster.prepare('n4');
  const leader = await cluster.leading();
  const { node } = leader;
  assert.ok(node !== undefined);
  await cluster.resolved(node.changeMembers({ kind: 'add', id: id('n4'), peerAddress: 'n4:1', clientAddress: 'n4:2' }));
  await cluster.join('n4');
  await cluster.time.pass(500);
  await cluster.caughtUp();
  const go = stallWhenJoint(leader);
  await cluster.resolved(node.changeMembers({ kind: 'promote', id: id('n4') }));
  const status = () => cluster.partition(leader).status();
  await cluster.time.until(() => status().membership.outgoing.length > 0 && status().isMembershipCommitted);
  const changing = node.changeMembers({ kind: 'remove', id: id('n4'), force: false });
  assert.equal(leader.failure, undefined);
  const result = await cluster.resolved(changing);
  assert.equal(result.kind === 'members-refused' && result.code, 'CHANGE_UNDER_WAY');
  go();
  await cluster.time.until(() => status().membership.outgoing.length === 0 && status().isMembershipCommitted);
  assert.deepEqual(status().membership.voters, ['n1', 'n2', 'n3', 'n4']);
  await cluster.close();
});

// Alone, it was all the majority that its joint configuration needed of the old half: nobody else had to have that. It lost the end of its log with it, had nobody to ask, and led on alone without
// what it had acknowledged.
test('who was the only voter gives no claim up before its learners have answered, one of which may be a voter by what it lost', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  const { node, log } = host;
  assert.ok(node !== undefined);
  cluster.prepare('n2');
  await cluster.resolved(node.changeMembers({ kind: 'add', id: id('n2'), peerAddress: 'n2:1', clientAddress: 'n2:2' }));
  const other = await cluster.join('n2');
  await cluster.time.pass(500);
  await cluster.caughtUp();
  const go = stallWhenJoint(host);
  await cluster.resolved(node.changeMembers({ kind: 'promote', id: id('n2') }));
  const before = log.lastIndex;
  const committing = cluster.commit();
  await cluster.time.until(() => other.log.lastIndex === before + 2);
  // Both hold the joint configuration and the transaction; it is acknowledged, and the node ends before it writes anything more.
  cluster.isolated.add(other.id);
  const known = { state: host.state.at, indexed: host.keyIndex.through };
  go();
  const offset = await committing;
  await cluster.stop(host);
  const acknowledged = log.at(before + 2);
  log.entries.length = before - log.base.index;
  log.claim = { index: acknowledged.index, term: acknowledged.term };
  host.state.at = known.state;
  host.keyIndex.through = known.indexed;
  await cluster.start(host);
  await cluster.time.pass(10_000);
  assert.notEqual(cluster.partition(host).status().role, 'leader');
  cluster.isolated.delete(other.id);
  await cluster.leading();
  assert.equal(await cluster.commit(), offset + 1);
  await cluster.close();
});

/** What `to` says of a hello of `from`. */
function verdictOn(from: Host, to: Host): SenderVerdict | undefined {
  const view = to.node?.membersView();
  const books = [from.node?.membersView().book ?? [], from.joined?.membership.members ?? []].flat();
  const memberSince = books.find((member) => member.id === from.id)?.memberSince ?? 0;
  return view && judgeSender({ node: from.id, incarnation: from.incarnation, memberSince }, view);
}

async function replace(cluster: TestCluster, old: string, by: string): Promise<Host> {
  const address = cluster.prepare(by);
  const node = (await cluster.leading()).node;
  assert.ok(node !== undefined);
  const result = await cluster.resolved(
    node.changeMembers({ kind: 'replace', id: id(old), by: { id: id(by), peerAddress: address, clientAddress: `${by}:2` } }),
  );
  assert.equal(result.kind, 'members-changed', JSON.stringify(result));
  return cluster.join(by);
}

/** Waits until some leader of the partition says that these are its voters, and that is committed. */
async function votersAre(cluster: TestCluster, partition: number, voters: readonly string[]): Promise<void> {
  await cluster.time.until(() =>
    cluster.hosts.some((host) => {
      const status = host.node?.partition(partition)?.status();
      const { membership } = status ?? {};
      return status?.role === 'leader' && status.isMembershipCommitted && `${membership?.voters}|${membership?.outgoing}` === `${voters}|`;
    }),
  );
}

// The new node had all of partition 1, and nothing of partition 2: its book knew those of the genesis there. It told the leader of partition 2, which was to be replaced, that it was removed, and
// so never got that partition: the change was never carried out. Two new nodes together ended it, and with it perhaps the majority of partition 2.
test('nobody is told that it was removed while a partition may need it of which the one who says so knows too little', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  cluster.hears = (from, to) => ['member', 'stranger'].includes(verdictOn(from, to) ?? '');
  const old = await replace(cluster, 'n1', 'n4');
  for (const partition of [1, 2]) await votersAre(cluster, partition, ['n2', 'n3', 'n4']);
  await cluster.stop(cluster.host(1));
  const status = () => cluster.partition(old, 2).status();
  for (let attempt = 0; attempt < 20 && status().role !== 'leader'; attempt++) {
    const leader = cluster.hosts.find((host) => host.node?.partition(2)?.status().role === 'leader');
    if (leader !== undefined) await cluster.resolved(cluster.partition(leader, 2).transferLeadership(old.id));
    await cluster.time.pass(50);
  }
  assert.equal(status().role, 'leader');
  const judged = cluster.hears;
  cluster.hears = (from, to, partition) => (to.id !== 'n5' || partition !== 2) && judged(from, to, partition);
  const host = await replace(cluster, 'n4', 'n5');
  await votersAre(cluster, 1, ['n2', 'n3', 'n5']);
  await cluster.time.pass(1_000);
  assert.equal(verdictOn(old, host), 'member', 'as a learner of partition 1');
  cluster.hears = judged;
  await votersAre(cluster, 2, ['n2', 'n3', 'n5']);
  await cluster.time.pass(1_000);
  for (const one of cluster.hosts.filter(({ node }) => node !== undefined && node !== old.node))
    assert.equal(verdictOn(old, one), 'removed', one.id);
  await cluster.close();
});

// Its partition 1 did not hear that it was to go, was left behind for good, and said to partition 2, which it led, that all was as intended: it led and voted on for ever.
test('a leader whose partition 1 is left behind hands the others over, so that they converge', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  const leader = async () => {
    await cluster.time.until(() => cluster.hosts.some((host) => host.node?.partition(2)?.status().role === 'leader'));
    const found = cluster.hosts.find((host) => host.node?.partition(2)?.status().role === 'leader');
    assert.ok(found !== undefined);
    return found;
  };
  let old = await leader();
  for (let attempt = 0; attempt < 20 && old === (await cluster.leading()); attempt++) {
    await cluster.resolved(cluster.partition(old, 2).transferLeadership(undefined));
    await cluster.time.pass(50);
    old = await leader();
  }
  const left = cluster.hosts.filter((host) => host !== old).map((host) => host.id);
  cluster.hears = (_, to, partition) => to !== old || partition !== 1;
  await replace(cluster, old.id, 'n4');
  await votersAre(cluster, 1, [...left, 'n4']);
  assert.equal(await leader(), old);
  cluster.hears = () => true;
  await votersAre(cluster, 2, [...left, 'n4']);
  await cluster.close();
});

// The set was intended while its voters were there. One of them went, as partition 2 sees it: the joint configuration needed both that were to stay, of which one was away, and nothing was committed
// any more, although two of the three that were voters so far were there.
test('no joint configuration is appended while the voters that it brings have no majority that is there', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  await cluster.time.until(() => cluster.hosts.some((host) => host.node?.partition(2)?.status().role === 'leader'));
  const leader = cluster.hosts.find((host) => host.node?.partition(2)?.status().role === 'leader');
  const [deaf, goes] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(leader !== undefined && deaf !== undefined && goes !== undefined);
  cluster.hears = (from, to, partition) => partition !== 2 || (from !== deaf && to !== deaf);
  await cluster.time.pass(3_000);
  const node = (await cluster.leading()).node;
  assert.ok(node !== undefined);
  const result = await cluster.resolved(node.changeMembers({ kind: 'remove', id: goes.id, force: false }));
  assert.equal(result.kind, 'members-changed', JSON.stringify(result));
  await votersAre(cluster, 1, [leader.id, deaf.id].sort());
  const point = await cluster.resolved(cluster.partition(leader, 2).takeSnapshot());
  assert.equal(point.kind, 'snapshot-point', JSON.stringify(point));
  cluster.hears = () => true;
  await votersAre(cluster, 2, [leader.id, deaf.id].sort());
  await cluster.close();
});
