// Damage that nobody can repair, and that the own snapshot covers, does not keep the nodes from leading: nothing that a leader needs is damaged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeId } from '../../../../../consensus/types.ts';
import { type Host, TestCluster } from '../cluster.ts';

/** Three nodes with a snapshot of entry `index`, and entries behind it. */
async function withSnapshot(): Promise<{ cluster: TestCluster; index: number }> {
  const cluster = await TestCluster.started(3, { scrubBytesPerSecond: 1_000_000 });
  await cluster.commitMany(8);
  const index = await cluster.snapshot();
  await cluster.commitMany(12);
  await cluster.caughtUp();
  return { cluster, index };
}

function spoil(hosts: readonly Host[], from: number, to: number): void {
  for (const host of hosts) host.log.spoil(from, to, { noticed: true });
}

async function haveNoticed(cluster: TestCluster): Promise<void> {
  await cluster.time.until(() => cluster.hosts.every((host) => cluster.said(host, 'waiting-for-repair').length > 0));
}

async function leads(cluster: TestCluster): Promise<boolean> {
  await cluster.time.pass(5_000);
  return cluster.hosts.some((host) => cluster.partition(host).status().role === 'leader');
}

test('where every node has the same damage below its snapshot they go on, and who leads follows no damaged entry', async () => {
  const { cluster } = await withSnapshot();
  spoil(cluster.hosts, 3, 4);
  await haveNoticed(cluster);
  const leader = await cluster.leading();
  await cluster.commitMany(3);
  await cluster.caughtUp();
  assert.equal(leader.log.damage.length, 1);
  // Who needs damaged entries is sent the snapshot.
  const other = await cluster.follower();
  await cluster.stop(other);
  await cluster.start(other);
  await cluster.caughtUp();
  await cluster.close();
});

test('it is held back as long as somebody who is away may have the entries', async () => {
  const { cluster } = await withSnapshot();
  const [away] = cluster.hosts;
  spoil(cluster.hosts, 3, 4);
  cluster.liars.set(away?.id as NodeId, { entries: () => Promise.reject(new Error('busy')) });
  await haveNoticed(cluster);
  for (const host of cluster.hosts) if (host !== away) await cluster.time.until(() => cluster.partition(host).status().role !== 'leader');
  await cluster.time.pass(5_000);
  assert.ok(cluster.hosts.every((host) => host === away || cluster.partition(host).status().role !== 'leader'));
  cluster.liars.clear();
  await cluster.leading();
  await cluster.close();
});

test('damage behind the snapshot holds back, also beside damage that the snapshot covers, and when it is found later', async () => {
  const { cluster, index } = await withSnapshot();
  spoil(cluster.hosts, 3, 4);
  spoil(cluster.hosts, index + 2, index + 2);
  await haveNoticed(cluster);
  assert.equal(await leads(cluster), false);
  await cluster.close();

  const later = await withSnapshot();
  spoil(later.cluster.hosts, 3, 4);
  await haveNoticed(later.cluster);
  await later.cluster.leading();
  // The scrubber goes on.
  for (const { log } of later.cluster.hosts) log.spoil(later.index + 2, later.index + 2, { noticed: false });
  await later.cluster.time.until(() => later.cluster.hosts.every(({ log }) => log.damage.length === 2));
  assert.equal(await leads(later.cluster), false);
  await later.cluster.close();
});
