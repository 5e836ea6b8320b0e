// Peers over loopback with real gRPC: what is sent arrives, a lost peer is found again, strangers are refused by name on both sides, and
// garbage ends its own stream and nothing else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http2 from 'node:http2';
import { type TestContext, test } from 'node:test';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { APPEND_BYTES_MAX, HTTP2_WINDOW_BYTES, PEER_BULK_QUEUE_BYTES_MAX, PEER_HELLO_BYTES_MAX } from '../../../consensus/limits.ts';
import type { NodeId } from '../../../consensus/types.ts';
import type { RpcEvent } from '../../../rpc/events.ts';
import { encodeFrame } from '../../../rpc/peer-codec.ts';
import { decodeStreamEnd, peerService } from '../../../rpc/peer-service.ts';
import {
  appendOf,
  heartbeat,
  INCARNATIONS,
  isConnected,
  N1,
  N2,
  N3,
  receiverAt,
  senderTo,
  serve,
  startFrame,
  until,
} from './peer-world.ts';

test('small messages and appends of a mebibyte arrive, in order on each stream', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port);
  await until(() => isConnected(sender), 'connected');
  for (let round = 1; round <= 50; round++) sender.transport.send(N2, heartbeat(round));
  for (let count = 0; count < 8; count++) sender.transport.send(N2, appendOf(1024 * 1024));
  await until(() => receiver.received.length === 58, 'all arrived');
  const rounds = receiver.received.flatMap(({ message }) => (message.kind === 'heartbeat' ? [message.round] : []));
  assert.deepEqual(
    rounds,
    Array.from({ length: 50 }, (_, at) => at + 1),
  );
  const big = receiver.received.find((message) => 'entries' in message);
  assert.ok(big !== undefined && 'entries' in big);
  assert.equal(big.entries[0]?.payload.at(-1), 5);
  assert.deepEqual(kinds(sender.events), ['peer-connected', 'peer-connected']);
  assert.deepEqual(kinds(receiver.events), ['peer-accepted', 'peer-accepted']);
});

test('old entries, whose sizes the core only guesses, share no frame that is too large for the receiver', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port);
  await until(() => isConnected(sender), 'connected');
  const large = appendOf(4 * 1024 * 1024);
  assert.ok('entries' in large);
  const guessed = { ...large, message: { ...large.message, sizes: [APPEND_BYTES_MAX] } };
  for (let count = 0; count < 3; count++) sender.transport.send(N2, guessed);
  await until(() => receiver.received.length === 3, 'all arrived');
  assert.deepEqual(sender.lost, []);
});

function kinds(events: readonly RpcEvent[]): string[] {
  return events.map(({ kind }) => kind);
}

test('a message to a node that is not a peer is dropped', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port);
  sender.transport.send('n9' as NodeId, heartbeat(1));
});

test('a peer that restarts is found again, the loss is reported, and what was sent meanwhile is dropped', async (t) => {
  const first = await receiverAt(t);
  const { port } = first.server;
  const sender = senderTo(t, port);
  await until(() => isConnected(sender), 'connected');
  await first.server.close();
  await until(() => sender.lost.length > 0 && sender.transport.connections()[0]?.control === false, 'the loss is noticed');
  sender.transport.send(N2, heartbeat(1));
  const second = await receiverAt(t, { port });
  await until(() => isConnected(sender), 'connected again');
  sender.transport.send(N2, heartbeat(2));
  await until(() => second.received.length > 0, 'arrived');
  assert.deepEqual(second.received, [heartbeat(2)]);
});

test('an append to a peer that is away is reported as unreachable, later than the send', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  await receiver.server.close();
  const sender = senderTo(t, port);
  sender.transport.send(N2, appendOf(10));
  sender.transport.send(N2, appendOf(10));
  assert.deepEqual(sender.lost, []);
  await until(() => sender.lost.length > 0, 'reported');
  assert.deepEqual(sender.lost, [N2], 'once for both');
  assert.match(JSON.stringify(sender.events), /nothing listens on/);
});

test('a node of another cluster is refused by name on both sides, once, and disturbs nobody', async (t) => {
  const receiver = await receiverAt(t);
  const friend = senderTo(t, receiver.server.port);
  await until(() => isConnected(friend), 'connected');
  const foreigner = senderTo(t, receiver.server.port, { clusterId: 'd'.repeat(64) });
  await until(() => foreigner.events.length === 2, 'refused on both lanes');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const refusal = { code: 'OTHER_CLUSTER', detail: /n1 belongs to cluster dddddddddddd, n2 to cccccccccccc: correct the peer addresses/ };
  assert.equal(foreigner.events.length, 2, 'not once an attempt');
  for (const event of foreigner.events) {
    assert.ok(event.kind === 'peer-refused-us' && event.refusal.code === refusal.code);
    assert.match(event.refusal.detail, refusal.detail);
  }
  const refused = receiver.events.filter(({ kind }) => kind === 'peer-refused');
  assert.equal(refused.length, 1);
  friend.transport.send(N2, heartbeat(1));
  await until(() => receiver.received.length === 1, 'the friend still talks');
});

test('a removed id, another incarnation and a wrong address are refused by name', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  const cases = [
    [
      senderTo(t, port, { id: 'n9' as NodeId }),
      'REMOVED',
      /n9 was removed from this cluster at or before entry 10.*empty its data directory/,
    ],
    [
      senderTo(t, port, { incarnation: '9'.repeat(32) }),
      'OTHER_INCARNATION',
      /n1 is incarnation 9{32}, but 1{32} joined.*or replace the member n1/,
    ],
    [senderTo(t, port, { to: N3 }), 'WRONG_NODE', /n1 dialed n3 and reached n2/],
  ] as const;
  for (const [sender, code, detail] of cases) {
    await until(() => sender.events.length > 0, code);
    const event = sender.events[0];
    assert.ok(event?.kind === 'peer-refused-us', code);
    assert.equal(event.refusal.code, code);
    assert.match(event.refusal.detail, detail);
  }
  const itself = rawStream(t, port);
  itself.write(startFrame({ node: N2, incarnation: INCARNATIONS.n2 ?? '' }));
  assert.match(await itself.end, /^UNKNOWN_NODE: n2 is this node itself/);
});

test('a node that has not formed takes no streams, and is dialed until it has', async (t) => {
  const receiver = await receiverAt(t, { serves: false });
  const sender = senderTo(t, receiver.server.port);
  await until(() => sender.events.length > 0, 'told to wait');
  assert.match(JSON.stringify(sender.events[0]), /the node is forming: waiting for n3/);
  serve(receiver);
  await until(() => isConnected(sender), 'connected');
  assert.deepEqual(
    receiver.events.filter(({ kind }) => kind === 'peer-refused'),
    [],
  );
});

/** A stream of raw frames to n2, with what came of it. */
function rawStream(t: TestContext, port: number): { write(frame: Buffer): void; accepted: Promise<unknown>; end: Promise<string> } {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
  t.after(() => client.close());
  const { path, requestSerialize, responseDeserialize } = peerService.control;
  let resolveEnd: (reason: string) => void = () => undefined;
  const end = new Promise<string>((resolve) => {
    resolveEnd = resolve;
  });
  const call = client.makeClientStreamRequest(path, requestSerialize, responseDeserialize, new Metadata(), (error, value) => {
    const refusal = error === null ? decodeStreamEnd(value ?? Buffer.alloc(0)) : undefined;
    resolveEnd(error === null ? `${refusal?.code}: ${refusal?.detail}` : `status ${error.code}`);
  });
  call.on('error', () => undefined);
  return { write: (frame) => call.write(frame), accepted: once(call, 'metadata'), end };
}

test('frames that break the protocol end their stream with a reason, are logged, and disturb no other stream', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  const friend = senderTo(t, port, { id: N3, incarnation: '3'.repeat(32) });
  await until(() => isConnected(friend), 'connected');
  const beforeHello: [Buffer, RegExp][] = [
    [Buffer.from('GET / HTTP/1.1'), /^MALFORMED: /],
    [Buffer.alloc(0), /has no Hello/],
    [encodeFrame([heartbeat(1)]), /has no Hello/],
    [Buffer.alloc(PEER_HELLO_BYTES_MAX + 1, 1), /a first frame of 4097 bytes/],
    [startFrame({ protocolMin: 2, protocolMax: 2 }), /^PROTOCOL: .*run releases on both/],
  ];
  for (const [frame, reason] of beforeHello) {
    const stream = rawStream(t, port);
    stream.write(frame);
    assert.match(await stream.end, reason);
  }
  const afterHello: [Buffer, RegExp][] = [
    [Buffer.alloc(100, 0xff), /^MALFORMED: /],
    [startFrame(), /a Hello in a later frame/],
    [encodeFrame([heartbeat(7, { from: N3 })]), /a message from n3 on the stream of n1/],
    [encodeFrame([heartbeat(7), heartbeat(7, { to: N1 })]), /a message to n1 on a stream to n2/],
  ];
  for (const [frame, reason] of afterHello) {
    const stream = rawStream(t, port);
    stream.write(startFrame());
    await stream.accepted;
    stream.write(frame);
    assert.match(await stream.end, reason);
  }
  assert.deepEqual(receiver.received, [], 'nothing of a bad frame is delivered');
  assert.ok(receiver.events.some((event) => event.kind === 'peer-refused' && event.refusal.code === 'MALFORMED'));
  assert.ok(isConnected(friend), 'the friend never noticed');
  friend.transport.send(N2, heartbeat(8, { from: N3 }));
  await until(() => receiver.received.length === 1, 'the friend still talks');
});

test('bytes that are no HTTP/2 or no gRPC do not disturb the node', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  const session = http2.connect(`http://127.0.0.1:${port}`);
  session.on('error', () => undefined);
  const request = session.request({ ':method': 'POST', ':path': peerService.control.path, 'content-type': 'application/grpc' });
  request.on('error', () => undefined);
  request.end(Buffer.from([0, 0, 0, 0, 200, 1, 2, 3]));
  request.resume();
  await once(request, 'close');
  session.destroy();
  const { connect } = await import('node:net');
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  socket.end('\0\0garbage that is no HTTP/2 preface at all');
  await once(socket, 'close');
  const sender = senderTo(t, port);
  await until(() => isConnected(sender), 'connected');
  sender.transport.send(N2, heartbeat(1));
  await until(() => receiver.received.length === 1, 'arrived');
});

test('a newer stream of the same node replaces the older one', async (t) => {
  const receiver = await receiverAt(t);
  const older = rawStream(t, receiver.server.port);
  older.write(startFrame());
  await older.accepted;
  const newer = rawStream(t, receiver.server.port);
  newer.write(startFrame());
  assert.match(await older.end, /^REPLACED: a newer stream of the same node/);
  newer.write(encodeFrame([heartbeat(3)]));
  await until(() => receiver.received.length === 1, 'arrived');
});

test('a server offers wide HTTP/2 windows, per stream and per connection', async (t) => {
  const receiver = await receiverAt(t);
  const session = http2.connect(`http://127.0.0.1:${receiver.server.port}`);
  t.after(() => session.destroy());
  await until(() => session.remoteSettings.initialWindowSize === HTTP2_WINDOW_BYTES, 'the stream window');
  await until(() => session.state.remoteWindowSize === HTTP2_WINDOW_BYTES, 'the connection window');
});

test('a control message does not wait behind a full bulk queue, and the queue is bounded', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port);
  await until(() => isConnected(sender), 'connected');
  const big = appendOf(1024 * 1024);
  for (let bytes = 0; bytes <= PEER_BULK_QUEUE_BYTES_MAX; bytes += 1024 * 1024) sender.transport.send(N2, big);
  sender.transport.send(N2, big);
  sender.transport.send(N2, heartbeat(1));
  await until(() => receiver.received.some(({ message }) => message.kind === 'heartbeat'), 'the heartbeat');
  const appends = receiver.received.filter(({ message }) => message.kind === 'append').length;
  assert.ok(appends < 24, `${appends} of 32 appends came before the heartbeat`);
  assert.equal(sender.events.filter(({ kind }) => kind === 'peer-queue-full').length, 1);
  await until(() => sender.lost.length > 0, 'the drop is reported');
});

test('closing twice is harmless, and a closed transport sends nothing', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, receiver.server.port);
  await until(() => isConnected(sender), 'connected');
  sender.transport.close();
  sender.transport.close();
  sender.transport.send(N2, heartbeat(1));
  assert.equal(isConnected(sender), false);
  await receiver.server.close();
  await receiver.server.close();
});
