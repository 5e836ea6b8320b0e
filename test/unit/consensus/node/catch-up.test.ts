// A follower that is far behind catches up from a leader that does not remember what its entries weigh.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CATCH_UP_BYTES_MAX, ENTRY_OVERHEAD_BYTES } from '../../../../consensus/limits.ts';
import { TestCluster } from './cluster.ts';

// They came one a message.
test('after a restart of the others a follower gets hundreds of entries in a few appends', async () => {
  const cluster = await TestCluster.started(3);
  const behind = await cluster.follower();
  await cluster.stop(behind);
  await cluster.commitMany(300);
  const others = cluster.hosts.filter((host) => host !== behind);
  for (const host of others) await cluster.stop(host);
  for (const host of others) await cluster.start(host);
  const leader = await cluster.leading();
  const appends: number[] = [];
  cluster.onSend = (from, message) => {
    if (from !== leader.id || message.message.to !== behind.id || !('entries' in message) || message.entries.length === 0) return;
    appends.push(message.entries.length);
    const bytes = message.entries.reduce((sum, { payload }) => sum + payload.length + ENTRY_OVERHEAD_BYTES, 0);
    assert.ok(message.entries.length === 1 || bytes <= CATCH_UP_BYTES_MAX);
  };
  await cluster.start(behind);
  await cluster.caughtUp();
  assert.ok(appends.reduce((sum, count) => sum + count, 0) >= 300, `all come as entries: ${appends}`);
  assert.ok(appends.length <= 5, `in few appends: ${appends}`);
  await cluster.close();
});
