// Nodes whose logs are not what they were: an old copy of a log, and another history. Whoever has one is told from those who do not, and stops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEnds } from '../../../../../consensus/log-ends.ts';
import type { PeerMessage } from '../../../../../consensus/messages.ts';
import { checkedMessage } from '../../../../../consensus/node/repair/log-checks.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { type Host, TestCluster } from '../cluster.ts';

const RUN = '0'.repeat(16);

function judged(by: Host, node: NodeId, ends: LogEnds) {
  assert.ok(by.node !== undefined);
  return by.node.judgeLogs(node, ends);
}

function endsOf({ node }: Host): LogEnds {
  assert.ok(node !== undefined);
  return { run: RUN, indexes: node.logEnds() };
}

test('a leader remembers of each other node up to where it acknowledged what is committed; a follower remembers nothing', async () => {
  const cluster = await TestCluster.started(3, {}, { partitions: 2 });
  await cluster.commitMany(5);
  await cluster.caughtUp();
  const leader = await cluster.leading();
  const [follower, other] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(follower !== undefined && other !== undefined);
  await cluster.time.pass(100);
  const { run, indexes } = endsOf(follower);
  const [last = 0, second = 0] = indexes;
  assert.ok(last >= 6);
  assert.deepEqual(judged(leader, follower.id, { run, indexes: [last - 1, second] }), {
    partition: 1,
    lastIndex: last - 1,
    acknowledgedIndex: last,
  });
  assert.equal(judged(leader, follower.id, { run, indexes }), undefined);
  assert.equal(judged(other, follower.id, { run, indexes: [0, second] }), undefined);
  await cluster.close();
});

test('what a follower acknowledged and is not committed is not remembered: it may rightly be cut off', async () => {
  const cluster = await TestCluster.started(5);
  await cluster.caughtUp();
  await cluster.time.pass(100);
  const leader = await cluster.leading();
  const [follower, ...others] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(follower !== undefined);
  const committed = follower.log.lastIndex;
  for (const { id } of others) cluster.isolated.add(id);
  cluster
    .partition(leader)
    .openSubmitStream()
    .submit([cluster.submission()], () => undefined);
  await cluster.time.until(() => follower.log.lastIndex > committed);
  await cluster.time.pass(100);
  assert.equal(cluster.partition(leader).status().role, 'leader', 'and would remember');
  assert.equal(judged(leader, follower.id, { run: RUN, indexes: [committed] }), undefined);
  assert.ok(judged(leader, follower.id, { run: `${RUN.slice(1)}1`, indexes: [committed - 1] }) !== undefined);
  cluster.isolated.clear();
  await cluster.leading();
  await cluster.close();
});

test('where a log ends counts its claim and what is damaged; of a claim of nobody knows how far nothing is held against it', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(5);
  const host = await cluster.follower();
  await cluster.stop(host);
  const last = host.log.lastIndex;
  host.log.claim = { index: Number.MAX_SAFE_INTEGER, term: 9 };
  host.log.spoil(2, 3, { noticed: true });
  await cluster.start(host);
  assert.deepEqual(host.node?.logEnds(), [Number.MAX_SAFE_INTEGER]);
  host.log.claim = undefined;
  host.log.spoil(last - 1, last, { noticed: true });
  assert.deepEqual(host.node?.logEnds(), [host.log.lastIndex]);
  assert.ok(host.log.lastIndex >= last);
});

function heartbeat(commit: number, term = 3): PeerMessage {
  return { partition: 2, message: { kind: 'heartbeat', from: 'n1' as NodeId, to: 'n3' as NodeId, term, commit, round: 0 } };
}

test('a heartbeat that names as committed what the log does not hold shows a rollback; one of an earlier term, or with a claim, is for the core', () => {
  const own = { term: 3, lastIndex: 7, claim: undefined };
  for (const term of [3, 4]) {
    assert.throws(() => checkedMessage(heartbeat(8, term), () => own), {
      name: 'RolledBackError',
      message: /partition 2: the log of this node ends at entry 7, but it acknowledged all up to entry 8 to n1/,
    });
  }
  for (const [message, status] of [
    [heartbeat(7), own],
    [heartbeat(8, 2), own],
    [heartbeat(8), { ...own, claim: { index: 9, term: 3 } }],
  ] as const)
    assert.equal(
      checkedMessage(message, () => status),
      message.message,
    );
});

test('a node whose log is an old copy fails by the next heartbeat of the leader that ran on', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  const host = await cluster.follower();
  const old = [...host.log.entries];
  const { pairs, at } = host.state;
  await cluster.commitMany(3);
  await cluster.caughtUp();
  await cluster.time.pass(100);
  await cluster.stop(host);
  host.log.entries = old;
  Object.assign(host.state, { pairs, at });
  Object.assign(host.keyIndex, { keys: new Map(), through: 0 });
  await cluster.start(host);
  await cluster.time.until(() => host.failure !== undefined);
  assert.ok(host.failure instanceof Error);
  assert.equal(host.failure.name, 'RolledBackError', String(host.failure));
});

/** The last `count` entries of the log are others, as their digests show. */
function rewrite({ log }: Host, count: number): number {
  const from = log.lastIndex - count + 1;
  for (let index = from; index <= log.lastIndex; index++) {
    const entry = log.at(index);
    log.entries[index - log.base.index - 1] = {
      ...entry,
      previousDigest: log.at(index - 1).digest,
      digest: entry.digest.map((byte) => byte ^ 1),
    };
  }
  return from;
}

test('a follower that has another history, down to the last entry alone, stops when it meets the leader, although nothing is appended', async () => {
  for (const count of [1, 3]) {
    const cluster = await TestCluster.started(3);
    await cluster.commitMany(5);
    await cluster.caughtUp();
    const host = await cluster.follower();
    await cluster.stop(host);
    const from = rewrite(host, count);
    // As the transport says when the stream to it breaks.
    (await cluster.leading()).node?.unreachable(host.id);
    await cluster.start(host);
    await cluster.time.until(() => host.failure !== undefined);
    assert.ok(host.failure instanceof Error && host.failure.name === 'DivergenceError', String(host.failure));
    const said =
      /^partition 1: the log of this node differs from that of (n\d) at index (\d+), term 1: the chain digest is [0-9a-f]{64} here and [0-9a-f]{64} there/;
    const [, leader, index] = said.exec(host.failure.message) ?? [];
    assert.equal(leader, (await cluster.leading()).id);
    assert.ok(Number(index) >= from, host.failure.message);
    assert.ok(cluster.hosts.every((other) => other === host || other.failure === undefined));
  }
});
