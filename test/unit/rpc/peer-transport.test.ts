// Peers over loopback with real gRPC: what is sent arrives, a lost peer is found again, strangers are refused by name on both sides, and
// garbage ends its own stream and nothing else.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http2 from 'node:http2';
import { type TestContext, test } from 'node:test';
import { Client, credentials, Metadata, ServerCredentials } from '@grpc/grpc-js';
import { encodeBatch } from '../../../consensus/batch.ts';
import { APPEND_BYTES_MAX, HTTP2_WINDOW_BYTES, PEER_BULK_QUEUE_BYTES_MAX, PEER_HELLO_BYTES_MAX } from '../../../consensus/limits.ts';
import type { MembersView } from '../../../consensus/members-view.ts';
import type { BookMember } from '../../../consensus/membership.ts';
import type { PeerMessage } from '../../../consensus/messages.ts';
import type { NodeId } from '../../../consensus/types.ts';
import type { RpcEvent } from '../../../rpc/events.ts';
import { encodeFrame } from '../../../rpc/peer-codec.ts';
import { PeerServer } from '../../../rpc/peer-server.ts';
import { decodeStreamEnd, encodeHello, type PeerHello, peerService } from '../../../rpc/peer-service.ts';
import { GrpcPeerTransport } from '../../../rpc/peer-transport.ts';

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;
const N3 = 'n3' as NodeId;
const CLUSTER = 'c'.repeat(64);
const INCARNATIONS: Record<string, string> = { n1: '1'.repeat(32), n2: '2'.repeat(32), n3: '3'.repeat(32) };
const MEMBERS = [N1, N2, N3].map((id) => memberOf(id));
const OWN = { memberSince: 0, peerAddress: 'n1:7501', clientAddress: 'n1:7401' };
const HELLO: PeerHello = { cluster: CLUSTER, node: N1, incarnation: '1'.repeat(32), protocolMin: 1, protocolMax: 1, to: N2, ...OWN };

function memberOf(id: NodeId, changes: Partial<BookMember> = {}): BookMember {
  const incarnation = INCARNATIONS[id] ?? '';
  return { id, incarnation, peerAddress: `${id}:7501`, clientAddress: `${id}:7401`, memberSince: 0, ...changes };
}

interface Receiver {
  readonly server: PeerServer;
  readonly received: PeerMessage[];
  readonly events: RpcEvent[];
  /** Assign another, and call `membersChanged`. */
  view: MembersView;
  /** Strangers that came (+) and went (-). */
  readonly strangers: string[];
}

/** n2's peer port. */
async function receiverAt(t: TestContext, options: { port?: number; serves?: boolean } = {}): Promise<Receiver> {
  const received: PeerMessage[] = [];
  const events: RpcEvent[] = [];
  const server = await PeerServer.listen({
    address: `127.0.0.1:${options.port ?? 0}`,
    credentials: ServerCredentials.createInsecure(),
    log: (event) => events.push(event),
    introduce: () => ({ kind: 'refused', refusal: { code: 'FORMING', detail: 'not in this test' } }),
    waitingFor: () => 'n3',
  });
  const receiver: Receiver = { server, received, events, view: { book: MEMBERS, appliedIndex: 10 }, strangers: [] };
  if (options.serves !== false) serve(receiver);
  t.after(() => server.close());
  return receiver;
}

function serve(receiver: Receiver): void {
  receiver.server.serve({
    clusterId: CLUSTER,
    id: N2,
    view: () => receiver.view,
    receive: (_, message) => receiver.received.push(message),
    onStranger: ({ node, peerAddress }) => receiver.strangers.push(`+${node} ${peerAddress}`),
    onStrangerGone: ({ node }) => receiver.strangers.push(`-${node}`),
  });
}

interface Sender {
  readonly transport: GrpcPeerTransport;
  readonly events: RpcEvent[];
  readonly lost: NodeId[];
  readonly removedBy: NodeId[];
}

/** n1's transport to n2. */
function senderTo(
  t: TestContext,
  port: number,
  changes: { clusterId?: string; incarnation?: string; id?: NodeId; to?: NodeId; memberSince?: number } = {},
): Sender {
  const events: RpcEvent[] = [];
  const lost: NodeId[] = [];
  const removedBy: NodeId[] = [];
  const transport = new GrpcPeerTransport({
    clusterId: changes.clusterId ?? CLUSTER,
    id: changes.id ?? N1,
    incarnation: changes.incarnation ?? '1'.repeat(32),
    own: () => ({ ...OWN, memberSince: changes.memberSince ?? 0 }),
    peers: [memberOf(changes.to ?? N2, { peerAddress: `127.0.0.1:${port}` })],
    credentials: credentials.createInsecure(),
    log: (event) => events.push(event),
    unreachable: (node) => lost.push(node),
    removed: (by) => removedBy.push(by),
  });
  t.after(() => transport.close());
  return { transport, events, lost, removedBy };
}

function heartbeat(round: number, changes: { from?: NodeId; to?: NodeId } = {}): PeerMessage {
  return { partition: 1, message: { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 0, round, ...changes } };
}

function appendOf(bytes: number): PeerMessage {
  const id = new Uint8Array(16);
  const data = new Uint8Array(bytes).fill(5);
  const payload = encodeBatch([
    { key: { kind: 'generated', id, birth: 0 }, content: id, seen: undefined, locks: [], isVoid: false, hasDeltas: false, bytes: data },
  ]);
  const entry = { term: 1, type: 'batch' as const, timestamp: 1, firstOffset: 1, count: 1, payload };
  return {
    partition: 1,
    message: {
      kind: 'append',
      from: N1,
      to: N2,
      term: 1,
      previousIndex: 0,
      previousTerm: 0,
      terms: [1],
      sizes: [payload.length + 128],
      commit: 0,
    },
    entries: [entry],
    digestBefore: new Uint8Array(32),
  };
}

async function until(condition: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    assert.ok(performance.now() < end, `${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function isConnected({ transport }: Sender): boolean {
  return transport.connections().every(({ control, bulk }) => control && bulk);
}

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
  itself.write(encodeHello({ ...HELLO, node: N2, incarnation: INCARNATIONS.n2 ?? '' }));
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
    [encodeHello({ ...HELLO, protocolMin: 2, protocolMax: 2 }), /^PROTOCOL: .*run releases on both/],
  ];
  for (const [frame, reason] of beforeHello) {
    const stream = rawStream(t, port);
    stream.write(frame);
    assert.match(await stream.end, reason);
  }
  const afterHello: [Buffer, RegExp][] = [
    [Buffer.alloc(100, 0xff), /^MALFORMED: /],
    [encodeHello(HELLO), /a Hello in a later frame/],
    [encodeFrame([heartbeat(7, { from: N3 })]), /a message from n3 on the stream of n1/],
    [encodeFrame([heartbeat(7), heartbeat(7, { to: N1 })]), /a message to n1 on a stream to n2/],
  ];
  for (const [frame, reason] of afterHello) {
    const stream = rawStream(t, port);
    stream.write(encodeHello(HELLO));
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
  older.write(encodeHello(HELLO));
  await older.accepted;
  const newer = rawStream(t, receiver.server.port);
  newer.write(encodeHello(HELLO));
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

test('a removed node is told so by whoever it dials, again and again, and by the end of its open streams', async (t) => {
  const receiver = await receiverAt(t);
  const member = senderTo(t, receiver.server.port, { id: N3, incarnation: '3'.repeat(32) });
  await until(() => isConnected(member), 'connected');
  receiver.view = { book: MEMBERS.filter(({ id }) => id !== N3), appliedIndex: 11 };
  assert.deepEqual(member.removedBy, []);
  receiver.server.membersChanged();
  await until(() => member.removedBy.length >= 3, 'told by both streams, and by a new one');
  assert.deepEqual(new Set(member.removedBy), new Set([N2]));
  const refused = member.events.filter(({ kind }) => kind === 'peer-refused-us');
  assert.equal(refused.length, 2, 'logged once a lane');
  receiver.view = { ...receiver.view, appliedIndex: 12 };
  const said = member.removedBy.length;
  await until(() => member.removedBy.length > said + 1, 'told again');
  assert.equal(member.events.filter(({ kind }) => kind === 'peer-refused-us').length, 2, 'another entry is no news');
});

test('a wiped node is refused whatever it says made it a member, and the streams of an incarnation end when the book has another one', async (t) => {
  const receiver = await receiverAt(t);
  const { port } = receiver.server;
  const joined = senderTo(t, port, { id: N3, incarnation: '3'.repeat(32) });
  await until(() => isConnected(joined), 'connected');
  for (const memberSince of [0, 11]) {
    const wiped = senderTo(t, port, { id: N3, incarnation: '9'.repeat(32), memberSince });
    await until(() => wiped.events.length > 0, 'refused');
    assert.ok(wiped.events[0]?.kind === 'peer-refused-us' && wiped.events[0].refusal.code === 'OTHER_INCARNATION');
    wiped.transport.close();
  }
  assert.ok(isConnected(joined), 'the one that joined never noticed');
  receiver.view = {
    book: MEMBERS.map((member) => (member.id === N3 ? memberOf(N3, { incarnation: '9'.repeat(32) }) : member)),
    appliedIndex: 10,
  };
  receiver.server.membersChanged();
  await until(() => joined.events.some((event) => event.kind === 'peer-refused-us' && event.refusal.code === 'OTHER_INCARNATION'), 'told');
  assert.deepEqual(receiver.strangers, []);
});

test('a stranger whose entry is not applied here is heard until it is, and remembered as long as a stream of it lives', async (t) => {
  const receiver = await receiverAt(t);
  const n4 = 'n4' as NodeId;
  const stranger = senderTo(t, receiver.server.port, { id: n4, incarnation: '4'.repeat(32), memberSince: 11 });
  await until(() => isConnected(stranger), 'accepted');
  stranger.transport.send(N2, heartbeat(1, { from: n4 }));
  await until(() => receiver.received.length === 1, 'heard');
  receiver.server.membersChanged();
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(isConnected(stranger), 'nothing of it changed');
  assert.ok(!receiver.strangers.includes('-n4'));
  receiver.view = { ...receiver.view, appliedIndex: 11 };
  receiver.server.membersChanged();
  await until(() => stranger.removedBy.length > 0, 'its entry is applied, and does not name it any more');
  assert.equal(receiver.strangers.at(-1), '-n4');
  assert.equal(receiver.strangers.filter((said) => said === '-n4').length, 1);
});

test('setPeers dials who comes, hangs up on who goes, and dials anew whose address or incarnation changed', async (t) => {
  const [first, second] = [await receiverAt(t), await receiverAt(t)];
  const accepted = ({ events }: Receiver) => events.filter(({ kind }) => kind === 'peer-accepted').length;
  const sender = senderTo(t, first.server.port);
  await until(() => isConnected(sender), 'connected');
  const at = ({ server }: Receiver, changes: Partial<BookMember> = {}) =>
    memberOf(N2, { peerAddress: `127.0.0.1:${server.port}`, ...changes });
  sender.transport.setPeers([at(first), memberOf(N1)]);
  assert.ok(isConnected(sender), 'the same peer keeps its streams');
  sender.transport.setPeers([at(second)]);
  await until(() => isConnected(sender) && accepted(second) === 2, 'dialed where it is now');
  sender.transport.setPeers([at(second, { incarnation: '9'.repeat(32) })]);
  await until(() => isConnected(sender) && accepted(second) === 4, 'dialed anew');
  sender.transport.setPeers([]);
  assert.deepEqual(sender.transport.connections(), []);
  sender.transport.send(N2, heartbeat(1));
  sender.transport.setPeers([at(first)]);
  await until(() => isConnected(sender), 'dialed again');
  assert.equal(accepted(first), 4);
  assert.deepEqual([first.received, second.received], [[], []]);
});

test('a stranger is dialed where it says it is, until the book names its id or it is dropped', async (t) => {
  const receiver = await receiverAt(t);
  const sender = senderTo(t, 1);
  sender.transport.setPeers([]);
  const hello: PeerHello = {
    ...HELLO,
    node: N2,
    incarnation: '2'.repeat(32),
    to: N1,
    memberSince: 7,
    peerAddress: `127.0.0.1:${receiver.server.port}`,
  };
  sender.transport.addStranger(hello);
  await until(() => isConnected(sender) && sender.transport.connections().length === 1, 'the stranger is dialed');
  sender.transport.setPeers([]);
  assert.equal(sender.transport.connections()[0]?.control, true, 'a book that does not name it changes nothing');
  sender.transport.dropStranger({ ...hello, incarnation: '8'.repeat(32) });
  assert.equal(sender.transport.connections()[0]?.control, true, 'another one was dropped');
  sender.transport.setPeers([memberOf(N2, { peerAddress: hello.peerAddress })]);
  sender.transport.dropStranger(hello);
  assert.equal(sender.transport.connections()[0]?.control, true, 'the book names it: it is a peer as any other, on the same streams');
  sender.transport.addStranger({ ...hello, incarnation: '9'.repeat(32), peerAddress: '127.0.0.1:1' });
  assert.equal(sender.transport.connections()[0]?.control, true, 'nobody takes the place of one whom the book names');
  sender.transport.setPeers([]);
  assert.deepEqual(sender.transport.connections(), []);
  sender.transport.addStranger(hello);
  await until(() => sender.transport.connections()[0]?.control === true, 'a stranger again');
  sender.transport.dropStranger(hello);
  assert.deepEqual(sender.transport.connections(), []);
  sender.transport.addStranger({ ...hello, node: N1 });
  assert.deepEqual(sender.transport.connections(), [], 'a node does not dial itself');
});
