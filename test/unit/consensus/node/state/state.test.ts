// Deltas become state on every node, behind the acknowledgement, and reads say of exactly which offset they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestCluster, valuesOf } from '../cluster.ts';

test('puts and deletes of committed transactions are in the state of every node, in their order', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commit([
    ['put', 'a', '1'],
    ['put', 'b', '1'],
    ['record', 'opaque'],
  ]);
  const offset = await cluster.commit([
    ['delete', 'a'],
    ['put', 'b', '2'],
    ['put', 'b', '3'],
  ]);
  for (const host of cluster.hosts) {
    const answer = await cluster.get(host, ['a', 'b', 'c'], offset);
    assert.deepEqual(valuesOf(answer), [undefined, '3', undefined]);
    assert.equal('offset' in answer && answer.offset, offset);
  }
  await cluster.close();
});

test('an offset without deltas is reached, one that is not there is refused in time', async () => {
  const cluster = await TestCluster.started(3);
  const offset = await cluster.commit([]);
  const host = await cluster.follower();
  assert.deepEqual(await cluster.get(host, [], offset), { kind: 'values', offset, values: [] });
  assert.deepEqual(await cluster.get(host, [], offset + 1), { kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
  await cluster.close();
});

test('the state is written at most every 50 ms unless somebody waits for it', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  host.state.writes = [];
  const begun = cluster.time.now;
  await cluster.commitMany(10);
  assert.ok(cluster.time.now - begun < 200);
  await cluster.time.pass(200);
  assert.ok(host.state.writes.length <= 5, `${host.state.writes.length} writes`);
  assert.equal(host.state.at.offset, 10);
  await cluster.close();
});

test('nothing is written for transactions without deltas until somebody waits', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  for (let number = 0; number < 5; number++) await cluster.commit([]);
  await cluster.time.pass(500);
  assert.deepEqual(host.state.writes, []);
  await cluster.get(host, [], 5);
  assert.equal(host.state.writes.length, 1);
  await cluster.close();
});

test('a linearizable read on any node sees what was acknowledged before', async () => {
  const cluster = await TestCluster.started(3);
  for (const [at, host] of cluster.hosts.entries()) {
    const offset = await cluster.commit([['put', 'k', `${at}`]]);
    const query = { kind: 'get-many', keys: [new Uint8Array(Buffer.from('k'))] } as const;
    const answer = await cluster.resolved(cluster.partition(host).readState(query, { kind: 'linearizable' }, 1_000));
    assert.deepEqual(valuesOf(answer), [`${at}`]);
    assert.ok('offset' in answer && (answer.offset ?? 0) >= offset);
  }
  await cluster.close();
});

test('a linearizable read without a leader is refused, a local one is not', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commit([['put', 'k', '1']]);
  await cluster.time.pass(200);
  const host = await cluster.follower();
  cluster.isolated.add(host.id);
  await cluster.time.pass(2_000);
  const query = { kind: 'get-many', keys: [new Uint8Array(Buffer.from('k'))] } as const;
  const linearizable = await cluster.resolved(cluster.partition(host).readState(query, { kind: 'linearizable' }, 500));
  assert.equal(linearizable.kind === 'refused' && linearizable.code, 'NOT_LEADER');
  assert.deepEqual(valuesOf(await cluster.resolved(cluster.partition(host).readState(query, { kind: 'local' }, 500))), ['1']);
  await cluster.close();
});

test('a range is cut off at its limit and says so', async () => {
  const cluster = await TestCluster.started(1);
  const offset = await cluster.commit([
    ['put', 'a', '1'],
    ['put', 'b', '2'],
    ['put', 'c', '3'],
  ]);
  const range = async (from: string, to: string | undefined, limit: number) => {
    const bytes = (text: string) => new Uint8Array(Buffer.from(text));
    const query = { kind: 'range', from: bytes(from), to: to === undefined ? undefined : bytes(to), limit } as const;
    const answer = await cluster.resolved(cluster.partition(cluster.host(1)).readState(query, { kind: 'at-least', offset }, 100));
    assert.equal(answer.kind, 'pairs');
    return answer.kind === 'pairs' ? [answer.pairs.map(({ key }) => Buffer.from(key).toString()).join(''), answer.more] : [];
  };
  assert.deepEqual(await range('', undefined, 3), ['abc', false]);
  assert.deepEqual(await range('', undefined, 2), ['ab', true]);
  assert.deepEqual(await range('b', 'c', 5), ['b', false]);
  assert.deepEqual(await range('d', undefined, 5), ['', false]);
  await cluster.close();
});

test('after a restart only what the state lacks is applied to it', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(6);
  const host = await cluster.follower();
  await cluster.get(host, [], 6);
  await cluster.stop(host);
  await cluster.commitMany(3);
  host.state.writes = [];
  await cluster.start(host);
  assert.deepEqual(valuesOf(await cluster.get(host, ['key3', 'key6'], 9)), ['value3', 'value6']);
  assert.ok(host.state.writes.every(({ offset }) => offset > 6));
  await cluster.close();
});
