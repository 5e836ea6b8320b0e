// A full disk: what is refused, what goes on, and that it ends by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestCluster } from './cluster.ts';

test('below the reserve transactions are refused before anything is appended; with space it goes on by itself', async () => {
  const cluster = await TestCluster.started(1, { spaceReserveBytes: 1_000_000 });
  const host = cluster.host(1);
  const last = await cluster.commit([['put', 'k', '1']]);
  host.freeBytes = 999_999;
  await cluster.time.pass(600);
  const { lastIndex } = host.log;
  assert.deepEqual(await cluster.submitTo(host, []), { kind: 'refused', code: 'NO_SPACE', outcome: 'none' });
  assert.deepEqual(await cluster.resolved(cluster.partition(host).takeSnapshot()), { kind: 'refused', code: 'NO_SPACE', outcome: 'none' });
  assert.equal(host.log.lastIndex, lastIndex);
  assert.equal(cluster.partition(host).storageStatus().isFull, true);
  assert.equal((await cluster.get(host, ['k'], last)).kind, 'values', 'it stays readable');
  host.freeBytes = 1_010_000;
  await cluster.time.pass(600);
  assert.equal(await cluster.commit(), last + 1);
  assert.deepEqual(
    host.events.filter(({ kind }) => kind === 'space-low' || kind === 'space-back').map(({ kind }) => kind),
    ['space-low', 'space-back'],
  );
  await cluster.close();
});

test('what is written between two looks at the disk counts', async () => {
  const cluster = await TestCluster.started(1, { spaceReserveBytes: 1_000_000 });
  const host = cluster.host(1);
  host.freeBytes = 1_001_500;
  await cluster.time.pass(600);
  const refused = async () => (await cluster.submitTo(host, [['put', 'k', 'x'.repeat(500)]])).kind === 'refused';
  let written = 0;
  while (!(await refused())) written++;
  assert.ok(written >= 1 && written <= 3, `${written} were written`);
  await cluster.close();
});

test('a follower with a full disk drops appends, the others go on, and it catches up when there is space', async () => {
  const cluster = await TestCluster.started(3, { spaceReserveBytes: 1_000_000 });
  await cluster.commitMany(2);
  await cluster.caughtUp();
  const full = await cluster.follower();
  full.freeBytes = 0;
  await cluster.time.pass(600);
  const { lastIndex } = full.log;
  await cluster.commitMany(4);
  assert.equal(full.log.lastIndex, lastIndex);
  full.freeBytes = Number.MAX_SAFE_INTEGER;
  await cluster.time.pass(600);
  await cluster.caughtUp();
  await cluster.close();
});
