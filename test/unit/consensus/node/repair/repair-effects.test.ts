// What of a repair others wait for, and what comes from the damage itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestCluster } from '../cluster.ts';

// An idle cluster: a tail that met damage stood still until the next commit.
test('who reads the log is called back once what it read is repaired, though nothing more is applied', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(6);
  await cluster.snapshot();
  const host = await cluster.follower();
  // From the snapshot on: nothing before it is in memory any more.
  await cluster.stop(host);
  await cluster.start(host);
  await cluster.caughtUp();
  const partition = cluster.partition(host);
  host.log.spoil(4, 5, { noticed: false });
  const fromOffset = host.log.at(4).firstOffset;
  const read = () => cluster.resolved(partition.readApplied({ fromOffset, bytesMax: 100_000 }));
  let calls = 0;
  partition.onApplied(() => calls++);
  const { appliedIndex } = partition.status();
  assert.deepEqual(await read(), [], 'it met the damage');
  await cluster.time.until(() => host.log.damage.length === 0);
  await cluster.time.pass(10);
  assert.equal(partition.status().appliedIndex, appliedIndex);
  assert.equal(calls, 1);
  assert.ok((await read()).length > 0);
  await cluster.close();
});

// Found by the simulator (seed 1301531): no node trusted what looked sound in its own damage, and nobody had it elsewhere, though one good copy of each entry was there.
test('what looks sound in the damage of each node repairs all of them, as far as the digests prove it', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(14);
  await cluster.caughtUp();
  for (const host of cluster.hosts) await cluster.stop(host);
  const spoilt = [2, 3, 4, 5, 6, 7, 8, 9];
  for (const [at, host] of cluster.hosts.entries()) {
    for (const index of spoilt) if (index % 3 === at) host.log.unproven.set(index, host.log.at(index));
    host.log.spoil(2, 9, { noticed: true });
  }
  // A void entry stands in the way of nobody.
  cluster.host(1).log.unproven.set(2, { ...cluster.host(1).log.at(2), term: 99 });
  for (const host of cluster.hosts) await cluster.start(host);
  await cluster.leading();
  for (const host of cluster.hosts) assert.deepEqual(host.log.damage, []);
  await cluster.close();
});
