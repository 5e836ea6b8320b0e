// The client port over real gRPC and a fake node: submit, tail, the single calls, what is refused and how, health.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceError } from '@grpc/grpc-js';
import * as sdk from '@ledgerline/client/internal';
import {
  callUnary,
  type Failure,
  failureOf,
  HELLO,
  openSubmit,
  openTail,
  resultsOf,
  submitRequest,
  transactionOf,
  until,
  type World,
  worldOf,
} from './client-world.ts';
import { CLUSTER_ID, type FakePartition } from './fake-node.ts';

test('a submit stream is greeted at once, and the results of one message come in one message', async (t) => {
  const world = await worldOf(t);
  const stream = openSubmit(world);
  stream.call.write(
    submitRequest(
      1,
      [1, 2, 3].map((number) => transactionOf(number)),
    ),
  );
  await stream.next(2);
  const [greeting, answer] = stream.messages;
  assert.deepEqual(greeting, {
    hello: { cluster: CLUSTER_ID, node: 'n1', incarnation: 'a'.repeat(32), protocol: 1 },
    partition: 1,
    appliedOffset: 0,
    leader: 'n1',
    results: [],
  });
  assert.deepEqual(answer, {
    hello: undefined,
    partition: 1,
    appliedOffset: 3,
    leader: 'n1',
    results: [1, 2, 3].map((id) => ({ id, result: { kind: 'committed', offset: id, duplicate: false } })),
  });
  stream.call.end();
  assert.equal(await stream.ended, undefined);
  await until(() => world.partition.openStreams === 0, 'the node’s stream is closed');
});

test('a half-closed stream ends only when everything is answered', async (t) => {
  const world = await worldOf(t);
  world.partition.isStalled = true;
  const stream = openSubmit(world);
  stream.call.write(submitRequest(1, [transactionOf(1)]));
  stream.call.end();
  await until(() => world.partition.stalled.length === 1, 'submitted');
  for (const run of world.partition.stalled) run();
  assert.equal(await stream.ended, undefined);
  assert.equal(resultsOf(stream.messages).length, 1);
});

test('refusals arrive with all they say', async (t) => {
  const world = await worldOf(t);
  const stream = openSubmit(world);
  world.partition.answer = () => ({ kind: 'refused', code: 'CONFLICT', outcome: 'none', lock: Buffer.from('alice'), offset: 12 });
  stream.call.write(submitRequest(1, [transactionOf(1)]));
  await stream.next(2);
  world.partition.answer = () => ({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: world.node.id });
  stream.call.write(submitRequest(2, [transactionOf(2)]));
  await until(() => resultsOf(stream.messages).length === 2, 'both answered');
  assert.deepEqual(JSON.parse(JSON.stringify(resultsOf(stream.messages))), [
    { id: 1, result: { kind: 'refused', code: 'CONFLICT', outcome: 'none', lock: Buffer.from('alice').toJSON(), offset: 12 } },
    { id: 2, result: { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n1' } },
  ]);
  stream.call.cancel();
});

test('what is unfit of a message is refused with its reason, and the rest commits under its own ids', async (t) => {
  const world = await worldOf(t);
  const stream = openSubmit(world);
  const lock = (name: string): sdk.WireLock => ({ mode: 'write', name: Buffer.from(name) });
  const transactions = [
    transactionOf(1),
    Buffer.concat([Buffer.from([0x7a, 3]), Buffer.from([0xff, 0xff, 0xff])]),
    transactionOf(3),
    transactionOf(4, { data: Buffer.alloc(5_000) }),
    transactionOf(5, { locks: [lock('a'), lock('b'), lock('c')] }),
    transactionOf(6, { type: 'ledgerline.void' }),
    transactionOf(7),
  ];
  stream.call.write(submitRequest(1, transactions));
  await until(() => resultsOf(stream.messages).length === 7, 'all answered');
  const byId = new Map(resultsOf(stream.messages).map(({ id, result }) => [id, result]));
  assert.deepEqual(
    [1, 3, 7].map((id) => byId.get(id)),
    [1, 2, 3].map((offset) => ({ kind: 'committed', offset, duplicate: false })),
  );
  const refused = [2, 4, 5, 6].map((id) => byId.get(id));
  assert.deepEqual(
    refused.map((result) => (result?.kind === 'refused' ? [result.code, result.outcome] : result)),
    [
      ['INVALID', 'none'],
      ['TOO_LARGE', 'none'],
      ['TOO_MANY_LOCKS', 'none'],
      ['INVALID', 'none'],
    ],
  );
  for (const result of refused) assert.ok(result?.kind === 'refused' && (result.detail ?? '').length > 10);
  stream.call.cancel();
});

test('a message that cannot be served ends its stream with a status and a code, and no other', async (t) => {
  const world = await worldOf(t);
  const friend = openSubmit(world);
  friend.call.write(submitRequest(1, []));
  await friend.next(1);
  const cases: [Buffer[], number, string | undefined, RegExp][] = [
    [[Buffer.from([0x7a, 0xff])], 3, 'INVALID', /cannot be read/],
    [[Buffer.from('GET / HTTP/1.1\r\n\r\n')], 3, 'INVALID', /cannot be read/],
    [[submitRequest(1, [], { hello: undefined })], 3, 'INVALID', /no hello/],
    [[submitRequest(1, [], { partition: 3 })], 5, 'UNKNOWN_PARTITION', /no partition 3: this cluster has partitions 1 to 2/],
    [[submitRequest(1, [], { partition: 0 })], 5, 'UNKNOWN_PARTITION', /no partition 0/],
    [
      [submitRequest(1, [], { hello: { ...HELLO, cluster: 'd'.repeat(64) } })],
      9,
      'WRONG_CLUSTER',
      /means cluster dddddddddddd, n1 belongs to cccccccccccc/,
    ],
    [[submitRequest(1, [], { hello: { ...HELLO, protocolMin: 2, protocolMax: 9 } })], 9, 'VERSION_SKEW', /upgrade the older/],
    [[submitRequest(1, []), submitRequest(2, [], { partition: 2 })], 3, 'INVALID', /one stream a partition/],
    [
      [submitRequest(1, [transactionOf(1)]), submitRequest(1, [transactionOf(2)])],
      3,
      'INVALID',
      /ids of a stream start at 1 and never repeat/,
    ],
    [[submitRequest(1, [transactionOf(1)], { firstId: 0 })], 3, 'INVALID', /first_id 0/],
    [[submitRequest(1, []), submitRequest(2, Array(4_097).fill(Buffer.from([0x7a, 0])))], 3, 'INVALID', /more than 4096 transactions/],
  ];
  for (const [requests, status, code, details] of cases) {
    const stream = openSubmit(world);
    for (const request of requests) stream.call.write(request);
    const failure = await stream.ended;
    assert.deepEqual([failure?.status, failure?.code], [status, code], String(details));
    assert.match(failure?.details ?? '', details);
  }
  assert.equal(world.partition.openStreams, 1);
  friend.call.write(submitRequest(1, [transactionOf(9)], { hello: undefined }));
  await until(() => resultsOf(friend.messages).length === 1, 'the friend is served');
  friend.call.cancel();
  assert.ok(world.events.some((event) => event.kind === 'client-refused' && event.code === 'INVALID' && event.call === 'submit'));
});

test('idle streams get heartbeats that tell the applied offset', async (t) => {
  const world = await worldOf(t);
  const submit = openSubmit(world);
  submit.call.write(submitRequest(1, []));
  const tail = openTail(world, {});
  await Promise.all([submit.next(3), tail.next(3)]);
  world.partition.appliedOffset = 5;
  world.partition.leader = undefined;
  await submit.next(5);
  assert.deepEqual(submit.messages.at(-1), { hello: undefined, partition: 1, appliedOffset: 5, leader: undefined, results: [] });
  submit.call.cancel();
  tail.call.cancel();
});

test('a stream with too much unanswered is not read on, until answers make room', async (t) => {
  const world = await worldOf(t);
  world.partition.isStalled = true;
  const stream = openSubmit(world);
  const data = Buffer.alloc(4_000);
  const big = Array.from({ length: 250 }, (_, at) => transactionOf(at, { data }));
  for (let message = 0; message < 40; message++) stream.call.write(submitRequest(1 + 250 * message, big));
  await until(() => world.partition.submitted >= 4_000, 'read until full');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const read = world.partition.submitted;
  assert.ok(read < 40 * 250, `${read} of 10000 were read`);
  world.partition.isStalled = false;
  for (const run of world.partition.stalled) run();
  await until(() => resultsOf(stream.messages).length === 10_000, 'all answered');
  assert.equal(new Set(resultsOf(stream.messages).map(({ id }) => id)).size, 10_000);
  stream.call.cancel();
});

test('a message of as many transactions as are allowed is answered, however little it makes sense', async (t) => {
  const world = await worldOf(t);
  const stream = openSubmit(world);
  stream.call.write(submitRequest(1, Array(4_096).fill(Buffer.from([0x7a, 0]))));
  await until(() => resultsOf(stream.messages).length === 4_096, 'all answered');
  assert.ok(resultsOf(stream.messages).every(({ result }) => result.kind === 'refused' && result.code === 'INVALID'));
  stream.call.cancel();
});

test('more answers than fit into one message come in several', async (t) => {
  const world = await worldOf(t);
  world.partition.isStalled = true;
  const lock = Buffer.alloc(256, 'l');
  world.partition.answer = () => ({ kind: 'refused', code: 'CONFLICT', outcome: 'none', lock, offset: 12 });
  const stream = openSubmit(world);
  const count = 40_960;
  for (let first = 1; first <= count; first += 4_096) {
    stream.call.write(
      submitRequest(
        first,
        Array.from({ length: 4_096 }, (_, at) => transactionOf(first + at)),
      ),
    );
  }
  await until(() => world.partition.submitted === count, 'all read');
  for (const run of world.partition.stalled) run();
  await until(() => resultsOf(stream.messages).length === count, 'all answered', 20_000);
  stream.call.cancel();
});

test('the client that goes away closes its stream on the node', async (t) => {
  const world = await worldOf(t);
  const submit = openSubmit(world);
  submit.call.write(submitRequest(1, []));
  const tail = openTail(world, {});
  await Promise.all([submit.next(1), tail.next(1)]);
  assert.deepEqual([world.partition.openStreams, world.partition.listeners.size], [1, 1]);
  submit.call.cancel();
  tail.call.cancel();
  await until(() => world.partition.openStreams === 0 && world.partition.listeners.size === 0, 'closed');
});

function commit(partition: FakePartition, count: number): void {
  const transactions = Array.from({ length: count }, (_, at) =>
    sdk.parseEnvelope(transactionOf(partition.appliedOffset + at), { transactionBytesMax: 4096, locksMax: 2 }),
  );
  partition.commit(transactions);
}

function offsetsOf(messages: readonly sdk.TailMessage[]): number[] {
  return messages.flatMap(({ batches }) =>
    batches.flatMap(({ firstOffset, count }) => Array.from({ length: count }, (_, at) => firstOffset + at)),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

test('a tail catches up from the batch that holds its first offset, then follows live', async (t) => {
  const world = await worldOf(t);
  commit(world.partition, 3);
  commit(world.partition, 4);
  const tail = openTail(world, { fromOffset: 5 });
  await until(() => offsetsOf(tail.messages).length === 4, 'caught up');
  assert.equal(tail.messages[0]?.hello?.node, 'n1');
  commit(world.partition, 2);
  await until(() => offsetsOf(tail.messages).length === 6, 'live');
  assert.deepEqual(offsetsOf(tail.messages), range(4, 9));
  const last = tail.messages.flatMap(({ batches }) => batches).at(-1);
  assert.deepEqual([last?.index, last?.term, last?.timestamp, last?.count], [3, 3, 1_700_000_000_003, 2]);
  const [first] = sdk.splitTransactions(last?.transactions ?? new Uint8Array(0));
  assert.deepEqual(first, transactionOf(7));
  tail.call.cancel();
});

test('a tail from beyond the log waits for it', async (t) => {
  const world = await worldOf(t);
  commit(world.partition, 2);
  const tail = openTail(world, { fromOffset: 4 });
  await tail.next(3);
  assert.deepEqual(offsetsOf(tail.messages), []);
  commit(world.partition, 3);
  await until(() => offsetsOf(tail.messages).length === 3, 'there');
  assert.deepEqual(offsetsOf(tail.messages), [3, 4, 5]);
  tail.call.cancel();
});

test('a tail with a last offset ends after the batch that holds it', async (t) => {
  const world = await worldOf(t);
  for (let entry = 0; entry < 4; entry++) commit(world.partition, 2);
  const tail = openTail(world, { fromOffset: 3, toOffset: 8 });
  assert.equal(await tail.ended, undefined);
  assert.deepEqual(offsetsOf(tail.messages), range(3, 8));
});

test('a tail that cannot be served ends with a status and a code', async (t) => {
  const world = await worldOf(t);
  commit(world.partition, 9);
  world.partition.first = 4;
  const cases: [Partial<sdk.TailRequest>, Partial<Failure>][] = [
    [{ fromOffset: 0 }, { status: 3, code: 'INVALID' }],
    [
      { fromOffset: 5, toOffset: 4 },
      { status: 3, code: 'INVALID' },
    ],
    [{ partition: 9 }, { status: 5, code: 'UNKNOWN_PARTITION' }],
    [{ hello: undefined }, { status: 3, code: 'INVALID' }],
    [{ fromOffset: 3 }, { status: 11, code: 'COMPACTED', offset: '4' }],
  ];
  for (const [request, expected] of cases) {
    const failure = await openTail(world, request).ended;
    assert.deepEqual({ ...failure, ...expected }, failure);
  }
  const tail = openTail(world, { fromOffset: 4 });
  await until(() => offsetsOf(tail.messages).length > 0, 'the first offset that is there is served');
  tail.call.cancel();
});

test('a slow reader holds nothing up and gets everything in order', async (t) => {
  const world = await worldOf(t);
  const slow = openTail(world, {});
  slow.call.pause();
  const fast = openTail(world, {});
  const data = Buffer.alloc(4_000);
  for (let entry = 0; entry < 300; entry++) {
    const parse = (at: number): sdk.Envelope => sdk.parseEnvelope(transactionOf(at, { data }), { transactionBytesMax: 4096, locksMax: 2 });
    world.partition.commit(range(1, 50).map(parse));
    if (entry % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => offsetsOf(fast.messages).length === 15_000, 'the fast one has all', 10_000);
  assert.ok(offsetsOf(slow.messages).length < 15_000);
  slow.call.resume();
  await until(() => offsetsOf(slow.messages).length === 15_000, 'the slow one too', 10_000);
  assert.deepEqual(offsetsOf(slow.messages), range(1, 15_000));
  slow.call.cancel();
  fast.call.cancel();
});

test('the single calls answer', async (t) => {
  const world = await worldOf(t);
  commit(world.partition, 2);
  const named: sdk.WireKey = { kind: 'named', bytes: Buffer.from('k1') };
  const generated: sdk.WireKey = { kind: 'generated', bytes: Buffer.alloc(16) };
  const base = { hello: HELLO, partition: 1 };
  const lookup = async (key: sdk.WireKey) =>
    sdk.decodeLookupResponse(await callUnary(world, 'lookup', sdk.encodeLookupRequest({ ...base, key })));
  assert.deepEqual((await lookup(named)).answer, { kind: 'committed', offset: 7, isVoid: false });
  assert.deepEqual((await lookup(generated)).answer, { kind: 'not-yet' });
  const resolved = sdk.decodeResolveResponse(await callUnary(world, 'resolve', sdk.encodeResolveRequest({ ...base, key: generated })));
  assert.deepEqual(resolved.answer, { kind: 'void', offset: 9 });
  const committed = sdk.decodeCommittedOffsetResponse(await callUnary(world, 'committedOffset', sdk.encodeCommittedOffsetRequest(base)));
  assert.deepEqual(committed.answer, { kind: 'offset', offset: 2 });
  const digest = sdk.decodeDigestAtResponse(await callUnary(world, 'digestAt', sdk.encodeDigestAtRequest({ ...base, index: 1 })));
  assert.equal(digest.digest?.[0], 1);
  const none = sdk.decodeDigestAtResponse(await callUnary(world, 'digestAt', sdk.encodeDigestAtRequest({ ...base, index: 2 })));
  assert.equal(none.digest, undefined);
  const described = sdk.decodeDescribeResponse(await callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: HELLO })));
  assert.deepEqual(
    described.partitions.map(({ partition, appliedOffset, firstOffset, leader }) => [partition, appliedOffset, firstOffset, leader]),
    [
      [1, 2, 1, 'n1'],
      [2, 0, 1, 'n1'],
    ],
  );
  assert.deepEqual(described.members, [{ id: 'n1', incarnation: 'a'.repeat(32), peerAddress: 'h:1', clientAddress: 'h:2' }]);
  assert.equal(described.hello?.cluster, CLUSTER_ID);
});

test('a single call that cannot be served fails with a status and a code', async (t) => {
  const world = await worldOf(t);
  const key: sdk.WireKey = { kind: 'named', bytes: Buffer.from('k') };
  const fails = async (promise: Promise<unknown>, status: number, code: string): Promise<void> => {
    await assert.rejects(promise, (error: ServiceError) => {
      assert.deepEqual([failureOf(error).status, failureOf(error).code], [status, code]);
      return true;
    });
  };
  await fails(callUnary(world, 'lookup', Buffer.from([0xff])), 3, 'INVALID');
  await fails(callUnary(world, 'lookup', sdk.encodeLookupRequest({ hello: HELLO, partition: 3, key })), 5, 'UNKNOWN_PARTITION');
  await fails(
    callUnary(world, 'resolve', sdk.encodeResolveRequest({ hello: { ...HELLO, cluster: 'd'.repeat(64) }, partition: 1, key })),
    9,
    'WRONG_CLUSTER',
  );
  await fails(callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: undefined })), 3, 'INVALID');
});

function healthOf(world: World, service: string): Promise<number> {
  const request = Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)]);
  const raw = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve, reject) => {
    world.client.makeUnaryRequest('/grpc.health.v1.Health/Check', raw, raw, request, (error, value) => {
      if (error === null) resolve(value?.[1] ?? 0);
      else reject(error);
    });
  });
}

const SERVING = 1;
const NOT_SERVING = 2;

test('until it is formed a node refuses calls with what it waits for, and is alive, not serving, not ready', async (t) => {
  const world = await worldOf(t, { serves: false });
  assert.deepEqual(await Promise.all(['', 'liveness', 'readiness'].map((name) => healthOf(world, name))), [
    NOT_SERVING,
    SERVING,
    NOT_SERVING,
  ]);
  const submit = openSubmit(world);
  submit.call.write(submitRequest(1, []));
  const refused = { status: 14, code: undefined, offset: undefined, details: 'the node is forming: waiting for n2' };
  assert.deepEqual(await submit.ended, refused);
  assert.deepEqual(await openTail(world, {}).ended, refused);
  await assert.rejects(callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: HELLO })), (error: ServiceError) => {
    assert.deepEqual(failureOf(error), refused);
    return true;
  });
  world.server.serve(world.node);
  await callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: HELLO }));
  assert.deepEqual(await Promise.all(['', 'liveness', 'readiness'].map((name) => healthOf(world, name))), [SERVING, SERVING, SERVING]);
});

test('a node that knows no leader is alive and serving, not ready', async (t) => {
  const world = await worldOf(t);
  world.partition.leader = undefined;
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(await Promise.all(['', 'liveness', 'readiness'].map((name) => healthOf(world, name))), [SERVING, SERVING, NOT_SERVING]);
});

test('a node that shuts down says so on every stream, and closing twice is harmless', async (t) => {
  const world = await worldOf(t);
  const submit = openSubmit(world);
  submit.call.write(submitRequest(1, []));
  const tail = openTail(world, {});
  await Promise.all([submit.next(1), tail.next(1)]);
  await world.server.close();
  await world.server.close();
  for (const failure of [await submit.ended, await tail.ended]) assert.deepEqual([failure?.status, failure?.code], [14, 'SHUTTING_DOWN']);
});
