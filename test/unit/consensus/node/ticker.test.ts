// All partitions of a node tick in one turn, and say what they have to say to a peer in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEARTBEAT_TICKS, TICK_MS } from '../../../../consensus/limits.ts';
import { Ticker } from '../../../../consensus/node/ticker.ts';
import { TestCluster } from './cluster.ts';
import { VirtualTime } from './virtual-time.ts';

test('a tick steps all in their order, those that came since too, and none that left', async () => {
  const time = new VirtualTime();
  const ticker = new Ticker(time);
  const said: string[] = [];
  const cancel = ticker.add(() => said.push('first'));
  ticker.add(() => said.push('second'));
  await time.pass(TICK_MS);
  assert.deepEqual(said.splice(0), ['first', 'second']);
  cancel();
  ticker.add(() => said.push('third'));
  await time.pass(TICK_MS);
  assert.deepEqual(said.splice(0), ['second', 'third']);
  ticker.close();
  ticker.close();
  await time.pass(TICK_MS);
  assert.deepEqual(said, []);
  assert.equal(time.running, 0);
});

test('the heartbeats of 64 partitions, and the answers, leave in one job for each peer and tick, in at most HEARTBEAT_TICKS groups', async () => {
  const cluster = await TestCluster.started(2, {}, { partitions: 64 });
  await cluster.time.until(() => cluster.hosts.every((host) => host.node?.partition(64)?.status().leader !== undefined), 60_000);
  await cluster.time.pass(2_000);
  const jobs = new Map<string, number>();
  cluster.onSend = (from) => {
    const due = `${from} at ${cluster.time.now}`;
    jobs.set(due, (jobs.get(due) ?? 0) + 1);
  };
  await cluster.time.pass(1_000);
  const messages = [...jobs.values()].reduce((sum, count) => sum + count, 0);
  const beats = 1_000 / (TICK_MS * HEARTBEAT_TICKS);
  assert.ok(messages >= 2 * 64 * (beats - 1), `${messages} heartbeats and answers`);
  // Of each node: its heartbeats, and its answers to those of the other one.
  assert.ok(jobs.size <= 2 * 2 * HEARTBEAT_TICKS * (beats + 1), `in ${jobs.size} frames`);
  await cluster.close();
});
