// Unclear ends of logs: what a node may have acknowledged and does not hold binds it until that is settled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LostEntriesError } from '../../../../../consensus/node/events.ts';
import { type Host, TestCluster } from '../cluster.ts';

test('a single node gives an unclear end up at once, loudly', async () => {
  const cluster = await TestCluster.started(1);
  const last = await cluster.commitMany(3);
  const host = cluster.host(1);
  await cluster.stop(host);
  host.log.claim = { index: host.log.lastIndex + 4, term: host.log.hardState.term };
  await cluster.start(host);
  await cluster.leading();
  assert.deepEqual(host.log.calls, ['drop claim']);
  assert.equal(cluster.said(host, 'claim').length, 1);
  assert.equal(cluster.said(host, 'claim-dropped').length, 1);
  assert.equal(await cluster.commit(), last + 1);
  await cluster.close();
});

test('when all have unclear ends, they give them up once all have answered, and not before', async () => {
  const cluster = await TestCluster.started(3);
  const last = await cluster.commitMany(3);
  await cluster.caughtUp();
  for (const host of cluster.hosts) {
    await cluster.stop(host);
    host.log.claim = { index: host.log.lastIndex + 2, term: host.log.hardState.term };
  }
  await cluster.start(cluster.host(1));
  await cluster.start(cluster.host(2));
  await cluster.time.pass(5_000);
  assert.ok(cluster.hosts.every((host) => host.log.claim !== undefined));
  assert.ok(cluster.hosts.every((host) => host.node?.partition(1)?.status().role !== 'leader'));
  await cluster.start(cluster.host(3));
  await cluster.leading();
  assert.equal(await cluster.commit(), last + 1);
  await cluster.caughtUp();
  assert.ok(cluster.hosts.every((host) => host.log.claim === undefined));
  await cluster.close();
});

test('an unclear end is settled by the appends of a leader that others elected', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  await cluster.caughtUp();
  const host = await cluster.follower();
  await cluster.stop(host);
  host.log.claim = { index: host.log.lastIndex + 1, term: host.log.hardState.term };
  await cluster.commitMany(2);
  await cluster.start(host);
  await cluster.time.until(() => host.log.claim === undefined);
  await cluster.caughtUp();
  assert.deepEqual(cluster.said(host, 'claim-dropped'), []);
  await cluster.close();
});

test('the answer of a leader lowers no claim: it may commit by what the node acknowledged and lost', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  await cluster.caughtUp();
  const host = await cluster.follower();
  await cluster.stop(host);
  host.log.claim = { index: host.log.lastIndex + 3, term: host.log.hardState.term };
  // It is heard, and hears nothing but answers.
  cluster.hears = (_, to) => to !== host;
  await cluster.start(host);
  await cluster.time.pass(10_000);
  assert.ok(host.log.claim !== undefined);
  assert.deepEqual(cluster.said(host, 'claim-dropped'), []);
  cluster.hears = () => true;
  await cluster.time.until(() => host.log.claim === undefined);
  await cluster.caughtUp();
  await cluster.close();
});

/** The node's log ends `entries` entries earlier, because its last sync is unclear; its key index and its state know more. */
function loseEnd(host: Host, entries: number): void {
  const { log } = host;
  const claim = { index: log.lastIndex, term: log.entries.at(-1)?.term ?? 0 };
  log.entries.length -= entries;
  log.claim = claim;
}

// The last sync was acknowledged, applied and in the state when a bit of it flipped. The node refused to start for ever, although the others have all of it.
test('an unclear end whose entries were applied here does not keep the node out, as long as its claim binds', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(12);
  await cluster.caughtUp();
  await cluster.time.pass(200);
  const host = await cluster.follower();
  await cluster.stop(host);
  assert.ok(host.state.at.index === host.log.lastIndex && host.keyIndex.through === 12);
  loseEnd(host, 3);
  await cluster.start(host);
  await cluster.time.until(() => host.log.claim === undefined);
  const last = await cluster.commit([['put', 'k', '1']], { named: true });
  await cluster.caughtUp();
  assert.equal((await cluster.get(host, ['k'], last)).kind, 'values');
  const leader = await cluster.leading();
  await cluster.get(leader, [], last);
  assert.deepEqual([...host.state.pairs].sort(), [...leader.state.pairs].sort());
  await cluster.close();
});

for (const known of ['state', 'key index'] as const) {
  test(`a claim is not given up below what the ${known} shows to have been committed: the node halts`, async () => {
    const cluster = await TestCluster.started(3);
    await cluster.commitMany(12);
    await cluster.caughtUp();
    await cluster.time.pass(200);
    for (const host of cluster.hosts) await cluster.stop(host);
    const [host, ...others] = cluster.hosts;
    assert.ok(host !== undefined);
    const { index, offset } = { index: host.log.lastIndex - 3, offset: 9 };
    for (const { log, state, keyIndex } of others) {
      log.entries.length -= 3;
      state.at = { index, offset };
      keyIndex.through = offset;
    }
    if (known === 'key index') host.state.at = { index, offset };
    else host.keyIndex.through = offset;
    loseEnd(host, 3);
    for (const one of cluster.hosts) await cluster.start(one);
    await cluster.time.until(() => host.failure !== undefined);
    assert.ok(host.failure instanceof LostEntriesError);
    assert.match(host.failure.message, known === 'state' ? /state was written when entry 1[0-9]/ : /key index was written when offset 12/);
    assert.ok(host.log.claim !== undefined, 'the next start knows of it, too');
    await cluster.stop(host);
    host.failure = undefined;
    await cluster.close();
  });
}

// A claim is lowered once all others say where their logs end. One whose end was found damaged only while it took part did not say it until it was started anew.
test('a claim is lowered also where the end of another log is damaged, nobody can repair it, and that was found while it took part', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(6);
  await cluster.caughtUp();
  const host = await cluster.leading();
  const others = cluster.hosts.filter((other) => other !== host);
  for (const { id } of others) cluster.isolated.add(id);
  cluster
    .partition(host)
    .openSubmitStream()
    .submit([cluster.submission()], () => undefined);
  const before = host.log.lastIndex;
  await cluster.time.until(() => host.log.lastIndex > before);
  for (const one of cluster.hosts) await cluster.stop(one);
  cluster.isolated.clear();
  const [claimant] = others;
  assert.ok(claimant !== undefined);
  claimant.log.claim = { index: Number.MAX_SAFE_INTEGER, term: claimant.log.hardState.term };
  cluster.isolated.add(host.id);
  for (const one of cluster.hosts) await cluster.start(one);
  host.log.spoil(host.log.lastIndex, host.log.lastIndex, { noticed: false });
  await host.node?.entries({ partition: 1, from: host.log.lastIndex, to: host.log.lastIndex, bytesMax: 1 });
  assert.equal(host.log.damage.length, 1);
  cluster.isolated.clear();
  await cluster.leading();
  await cluster.commitMany(1);
  await cluster.caughtUp();
  assert.deepEqual(host.log.damage, []);
  assert.equal(claimant.log.claim, undefined);
  await cluster.close();
});
