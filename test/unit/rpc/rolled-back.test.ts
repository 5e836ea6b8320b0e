// Streams of a node whose disk was rolled back, over loopback with real gRPC: refused on both sides, by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConnected, LOG_ENDS, N2, receiverAt, senderTo, until } from './peer-world.ts';

test('who has forgotten what it acknowledged is refused with what and what to do, and told so by each stream', async (t) => {
  const receiver = await receiverAt(t);
  receiver.rollback = { partition: 1, lastIndex: 7, acknowledgedIndex: 12 };
  const sender = senderTo(t, receiver.server.port);
  await until(() => sender.rolledBackBy.length >= 2, 'told');
  assert.deepEqual(new Set(sender.rolledBackBy), new Set([N2]));
  const [refused] = sender.events;
  assert.ok(refused?.kind === 'peer-refused-us' && refused.refusal.code === 'ROLLED_BACK');
  assert.match(
    refused.refusal.detail,
    /the log of n1 in partition 1 ends at entry 7, but it acknowledged all up to entry 12 to n2, and that is committed/,
  );
  assert.match(refused.refusal.detail, /Keep the disk for inspection; .*ledgerline members replace n1 --by NEW/);
  assert.deepEqual([receiver.received, receiver.events.some(({ kind }) => kind === 'peer-accepted')], [[], false]);
  assert.deepEqual([sender.removedBy, sender.lost], [[], []]);
  receiver.rollback = undefined;
  await until(() => isConnected(sender), 'the newest data directory is back');
});

test('each stream says where the logs end when it is dialed', async (t) => {
  const receiver = await receiverAt(t);
  let index = 10;
  const sender = senderTo(t, receiver.server.port, { logEnds: () => ({ ...LOG_ENDS, indexes: [index++] }) });
  await until(() => isConnected(sender), 'connected');
  assert.deepEqual(receiver.logEnds.map(({ run, indexes }) => `${run} ${indexes}`).sort(), [`${LOG_ENDS.run} 10`, `${LOG_ENDS.run} 11`]);
});

test('who says nothing of a partition, or of one too many, is not understood', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port, { logEnds: () => ({ ...LOG_ENDS, indexes: [1, 2] }) });
  await until(() => sender.events.length > 0, 'refused');
  const [refused] = sender.events;
  assert.ok(refused?.kind === 'peer-refused-us' && refused.refusal.code === 'MALFORMED');
  assert.match(refused.refusal.detail, /2 logs end, of 1/);
  assert.deepEqual([receiver.logEnds, sender.rolledBackBy], [[], []]);
});
