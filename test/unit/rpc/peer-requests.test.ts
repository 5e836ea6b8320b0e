// Questions between nodes over loopback with real gRPC: each is answered by the other node's handler, strangers are refused exactly as on
// streams, limits hold on both sides, and every way to get no answer has its code.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js';
import { encodeBatch } from '../../../consensus/batch.ts';
import { PEER_APPEND_ENTRIES_MAX, PEER_REQUESTS_PENDING_MAX, READ_BYTES_MAX, SNAPSHOT_FETCH_BYTES } from '../../../consensus/limits.ts';
import type { BookMember } from '../../../consensus/membership.ts';
import type { PeerRequestHandler } from '../../../consensus/ports.ts';
import type { EntryBody, NodeId, SnapshotInfo } from '../../../consensus/types.ts';
import type { RpcEvent } from '../../../rpc/events.ts';
import { PeerBook } from '../../../rpc/peer-book.ts';
import { GrpcPeerRequests, PeerRequestError, type PeerRequestErrorCode } from '../../../rpc/peer-requests.ts';
import { decodeAskReply } from '../../../rpc/peer-requests-codec.ts';
import { PeerServer } from '../../../rpc/peer-server.ts';
import { type PeerHello, peerService } from '../../../rpc/peer-service.ts';

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;
const CLUSTER = 'c'.repeat(64);
const ADDRESSES = { peerAddress: 'n:7501', clientAddress: 'n:7401' };
const MEMBERS: readonly BookMember[] = [
  { id: N1, incarnation: '1'.repeat(32), memberSince: 0, ...ADDRESSES },
  { id: N2, incarnation: '2'.repeat(32), memberSince: 0, ...ADDRESSES },
];
const SERVED = {
  partitions: 2,
  judgeLogs: () => undefined,
  clusterId: CLUSTER,
  id: N2,
  view: () => ({ book: MEMBERS, appliedIndex: 10 }),
  receive: () => undefined,
  onStranger: () => undefined,
  onStrangerGone: () => undefined,
};
const DIGEST = new Uint8Array(32).fill(6);
const SNAPSHOT: SnapshotInfo = {
  partition: 1,
  index: 9,
  term: 2,
  timestamp: 5,
  digest: DIGEST,
  nextOffset: 4,
  bytes: 3_000_000,
  stateDigest: DIGEST,
  fileDigest: DIGEST,
  stateKeys: 2,
  namedKeys: 1,
};

function batchOf(bytes: number): EntryBody {
  const id = new Uint8Array(16);
  const payload = encodeBatch([
    {
      key: { kind: 'generated', id, birth: 0 },
      content: id,
      seen: undefined,
      locks: [],
      isVoid: false,
      hasDeltas: false,
      bytes: new Uint8Array(bytes).fill(5),
    },
  ]);
  return { term: 1, type: 'batch', timestamp: 1, firstOffset: 1, count: 1, payload };
}

function noOp(): EntryBody {
  return { term: 1, type: 'no-op', timestamp: 1, firstOffset: 1, count: 0, payload: new Uint8Array(0) };
}

const HANDLER: PeerRequestHandler = {
  logEnd: async (partition) => ({
    last: { index: 10 * partition, term: 2 },
    firstIndex: 3,
    claim: { index: 12, term: 2 },
    electors: [N1, N2],
    leads: false,
  }),
  entries: async () => [noOp()],
  committedOffset: async (partition) => (partition === 1 ? 77 : undefined),
  snapshots: async () => [SNAPSHOT],
  snapshotBytes: async ({ length }) => new Uint8Array(length).fill(9),
};

interface Answering {
  readonly server: PeerServer;
  readonly events: RpcEvent[];
}

/** n2's peer port. */
async function answeringAt(
  t: TestContext,
  handler: Partial<PeerRequestHandler> = {},
  options: { serves?: boolean } = {},
): Promise<Answering> {
  const events: RpcEvent[] = [];
  const server = await PeerServer.listen({
    address: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    log: (event) => events.push(event),
    introduce: () => ({ kind: 'refused', refusal: { code: 'FORMING', detail: 'not in this test' } }),
    waitingFor: () => 'n3',
  });
  if (options.serves !== false) {
    const answers = { partitions: 2, handler: { ...HANDLER, ...handler } };
    server.serve({ ...SERVED, answers });
  }
  t.after(() => server.close());
  return { server, events };
}

interface Changes {
  readonly clusterId?: string;
  readonly incarnation?: string;
  readonly id?: NodeId;
  readonly to?: NodeId;
  readonly timeoutMs?: number;
}

/** n1's questions to n2. */
function asking(t: TestContext, port: number, { to = N2, ...rest }: Changes = {}): GrpcPeerRequests {
  return askingBy(t, new PeerBook(rest.id ?? N1, [{ id: to, incarnation: '2'.repeat(32), peerAddress: `127.0.0.1:${port}` }]), rest);
}

function askingBy(t: TestContext, book: PeerBook, changes: Omit<Changes, 'to'> = {}): GrpcPeerRequests {
  const requests = new GrpcPeerRequests({
    clusterId: CLUSTER,
    id: N1,
    incarnation: '1'.repeat(32),
    own: () => ({ memberSince: 0, ...ADDRESSES }),
    book,
    credentials: credentials.createInsecure(),
    timeoutMs: 5_000,
    ...changes,
  });
  t.after(() => requests.close());
  return requests;
}

async function failsWith(code: PeerRequestErrorCode, message: RegExp, ask: () => Promise<unknown>): Promise<void> {
  await assert.rejects(ask, (error: unknown) => {
    assert.ok(error instanceof PeerRequestError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  });
}

test('each question is answered by the handler of the node that was asked', async (t) => {
  const asked: unknown[] = [];
  const { server } = await answeringAt(t, {
    entries: async (request) => {
      asked.push(request);
      return [noOp(), noOp()];
    },
    snapshotBytes: async (request) => {
      asked.push(request);
      return Uint8Array.of(1, 2, 3);
    },
  });
  const requests = asking(t, server.port);
  assert.deepEqual(await requests.logEnd(N2, 1), {
    last: { index: 10, term: 2 },
    firstIndex: 3,
    claim: { index: 12, term: 2 },
    electors: [N1, N2],
    leads: false,
  });
  assert.equal((await requests.entries(N2, { partition: 1, from: 5, to: 6, bytesMax: 1000 })).length, 2);
  assert.equal(await requests.committedOffset(N2, 1), 77);
  assert.equal(await requests.committedOffset(N2, 2), undefined);
  assert.deepEqual(await requests.snapshots(N2, 1), [SNAPSHOT]);
  const piece = await requests.snapshotBytes(N2, { partition: 1, index: 9, position: 100, length: 50 });
  assert.deepEqual(Uint8Array.from(piece), Uint8Array.of(1, 2, 3));
  assert.deepEqual(asked, [
    { partition: 1, from: 5, to: 6, bytesMax: 1000 },
    { partition: 1, index: 9, position: 100, length: 50 },
  ]);
});

test('the largest entry and the largest piece arrive, and the handler is never asked for more than a message may hold', async (t) => {
  const asked: { to: number; bytesMax: number }[] = [];
  const largest = batchOf(8 * 1024 * 1024 - 200);
  const { server } = await answeringAt(t, {
    entries: async ({ to, bytesMax }) => {
      asked.push({ to, bytesMax });
      return [largest, { ...largest, firstOffset: 2 }];
    },
  });
  const requests = asking(t, server.port);
  const entries = await requests.entries(N2, { partition: 1, from: 1, to: Number.MAX_SAFE_INTEGER, bytesMax: Number.MAX_SAFE_INTEGER });
  assert.equal(entries.length, 1, 'what does not fit is asked for again');
  assert.equal(entries[0]?.payload.length, largest.payload.length);
  assert.deepEqual(asked, [{ to: PEER_APPEND_ENTRIES_MAX, bytesMax: READ_BYTES_MAX }]);
  const piece = await requests.snapshotBytes(N2, { partition: 1, index: 9, position: 0, length: 2 * SNAPSHOT_FETCH_BYTES });
  assert.equal(piece.length, SNAPSHOT_FETCH_BYTES);
});

test('a handler that answers too much is cut to what was asked for', async (t) => {
  const { server } = await answeringAt(t, {
    entries: async () => [noOp(), noOp(), noOp()],
    snapshotBytes: async () => new Uint8Array(100),
    snapshots: async () => Array.from({ length: 40 }, (_, at) => ({ ...SNAPSHOT, index: 100 - at })),
  });
  const requests = asking(t, server.port);
  assert.equal((await requests.entries(N2, { partition: 1, from: 5, to: 6, bytesMax: 1000 })).length, 2);
  assert.equal((await requests.snapshotBytes(N2, { partition: 1, index: 9, position: 0, length: 10 })).length, 10);
  assert.equal((await requests.snapshots(N2, 1)).length, 16);
});

test('strangers are refused by name, as on streams, and each is logged once', async (t) => {
  const { server, events } = await answeringAt(t);
  const ask = (changes: Changes): Promise<unknown> => asking(t, server.port, changes).logEnd(changes.to ?? N2, 1);
  await failsWith('REFUSED', /belongs to cluster dddddddddddd/, () => ask({ clusterId: 'd'.repeat(64) }));
  await failsWith('REFUSED', /n9 was removed/, () => ask({ id: 'n9' as NodeId }));
  await failsWith('REFUSED', /is incarnation 4{32}/, () => ask({ incarnation: '4'.repeat(32) }));
  await failsWith('REFUSED', /is incarnation 4{32}/, () => ask({ incarnation: '4'.repeat(32) }));
  await failsWith('REFUSED', /dialed n7 and reached n2/, () => ask({ to: 'n7' as NodeId }));
  await failsWith('UNREACHABLE', /n2 is no other node/, () => ask({ id: N2, incarnation: '2'.repeat(32) }));
  const said = events.map((event) => (event.kind === 'peer-refused' ? event.refusal.code : event.kind));
  assert.deepEqual(said, ['OTHER_CLUSTER', 'REMOVED', 'OTHER_INCARNATION', 'WRONG_NODE']);
});

test('a node that has not formed refuses and says what it waits for; that is not logged', async (t) => {
  const { server, events } = await answeringAt(t, {}, { serves: false });
  await failsWith('REFUSED', /is forming: waiting for n3/, () => asking(t, server.port).logEnd(N2, 1));
  assert.deepEqual(events, []);
});

test('a formed node without a handler yet says so', async (t) => {
  const { server } = await answeringAt(t, {}, { serves: false });
  server.serve(SERVED);
  await failsWith('FAILED', /does not answer yet/, () => asking(t, server.port).logEnd(N2, 1));
});

test('a partition that the cluster does not have never reaches the handler', async (t) => {
  const { server } = await answeringAt(t);
  const requests = asking(t, server.port);
  assert.deepEqual((await requests.logEnd(N2, 2)).last, { index: 20, term: 2 });
  await failsWith('REFUSED', /partition 3 of 2/, () => requests.logEnd(N2, 3));
});

test('what the handler rejects with is the reason that the asker gets', async (t) => {
  const { server } = await answeringAt(t, { logEnd: async () => Promise.reject(new Error('the disk is on fire')) });
  const requests = asking(t, server.port);
  await failsWith('FAILED', /n2 cannot answer: the disk is on fire/, () => requests.logEnd(N2, 1));
  assert.equal(await requests.committedOffset(N2, 1), 77);
});

test('a node that answers too many at once refuses one more, and answers again when they are done', async (t) => {
  const release: (() => void)[] = [];
  const { server } = await answeringAt(t, {
    committedOffset: () => new Promise((resolve) => release.push(() => resolve(1))),
  });
  const requests = asking(t, server.port);
  const waiting = Array.from({ length: PEER_REQUESTS_PENDING_MAX }, () => requests.committedOffset(N2, 1));
  while (release.length < PEER_REQUESTS_PENDING_MAX) await new Promise((resolve) => setTimeout(resolve, 5));
  await failsWith('FAILED', /answering 32 others/, () => requests.logEnd(N2, 1));
  for (const done of release) done();
  assert.deepEqual(new Set(await Promise.all(waiting)), new Set([1]));
  assert.equal((await requests.logEnd(N2, 1)).firstIndex, 3);
});

test('a peer that is away, unknown, silent or closed upon gives its own code, and is found again when it is back', async (t) => {
  const { server } = await answeringAt(t, { committedOffset: () => new Promise(() => undefined) });
  await failsWith('UNREACHABLE', /n9 is no other node/, () => asking(t, server.port).logEnd('n9' as NodeId, 1));
  await failsWith('TIMEOUT', /did not answer at 127.0.0.1:\d+ within 100 ms/, () =>
    asking(t, server.port, { timeoutMs: 100 }).committedOffset(N2, 1),
  );
  const requests = asking(t, server.port);
  const underWay = failsWith('CLOSED', /shutting down/, () => requests.committedOffset(N2, 1));
  requests.close();
  requests.close();
  await underWay;
  await failsWith('CLOSED', /shutting down/, () => requests.logEnd(N2, 1));

  const others = asking(t, server.port);
  assert.equal((await others.logEnd(N2, 1)).firstIndex, 3);
  await server.close();
  await failsWith('UNREACHABLE', /cannot be reached at 127.0.0.1/, () => others.logEnd(N2, 1));
  const back = await PeerServer.listen({
    address: `127.0.0.1:${server.port}`,
    credentials: ServerCredentials.createInsecure(),
    log: () => undefined,
    introduce: () => ({ kind: 'refused', refusal: { code: 'FORMING', detail: 'not in this test' } }),
    waitingFor: () => 'n3',
  });
  t.after(() => back.close());
  back.serve({ ...SERVED, answers: { partitions: 2, handler: HANDLER } });
  assert.equal((await others.logEnd(N2, 1)).firstIndex, 3);
});

test('garbage is refused by the server, and garbage from a server is refused by the asker', async (t) => {
  const { server } = await answeringAt(t);
  const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure());
  t.after(() => client.close());
  const { path, requestSerialize, responseDeserialize } = peerService.ask;
  const reply = await new Promise<Buffer | undefined>((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, Buffer.from('garbage'), (error, value) =>
      error === null ? resolve(value) : reject(error),
    );
  });
  const decoded = decodeAskReply(reply ?? Buffer.alloc(0), { kind: 'log-end', partition: 1 });
  assert.equal(decoded.kind === 'refused' && decoded.refusal.code, 'MALFORMED');

  const liar = new Server();
  liar.addService(
    { ask: peerService.ask },
    { ask: (_: unknown, callback: (error: null, value: Buffer) => void) => callback(null, Buffer.from('garbage')) },
  );
  const port = await new Promise<number>((resolve) => {
    liar.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, bound) => resolve(bound));
  });
  t.after(() => liar.forceShutdown());
  await failsWith('MALFORMED', /answers what cannot be read/, () => asking(t, port).logEnd(N2, 1));
});

test('a peer of an older release says that it is one', async (t) => {
  const old = new Server();
  old.addService({ introduce: peerService.introduce }, { introduce: () => undefined });
  const port = await new Promise<number>((resolve) => {
    old.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, bound) => resolve(bound));
  });
  t.after(() => old.forceShutdown());
  await failsWith('FAILED', /does not answer questions: upgrade it/, () => asking(t, port).logEnd(N2, 1));
});

test('a leader that is not in the book yet is asked where it says it is; who is gone from the book is asked no more', async (t) => {
  const { server } = await answeringAt(t);
  const book = new PeerBook(N1, [{ id: N2, incarnation: '2'.repeat(32), peerAddress: '127.0.0.1:1' }]);
  const requests = askingBy(t, book);
  await failsWith('UNREACHABLE', /cannot be reached/, () => requests.logEnd(N2, 1));
  book.setMembers([]);
  const stranger: PeerHello = {
    cluster: CLUSTER,
    node: N2,
    incarnation: '3'.repeat(32),
    protocolMin: 1,
    protocolMax: 1,
    to: N1,
    memberSince: 9,
    peerAddress: `127.0.0.1:${server.port}`,
    clientAddress: 'n:7401',
  };
  book.addStranger(stranger);
  assert.equal((await requests.logEnd(N2, 1)).firstIndex, 3);
  book.dropStranger(stranger);
  await failsWith('UNREACHABLE', /n2 is no other node/, () => requests.logEnd(N2, 1));
  book.setMembers([{ id: N2, incarnation: '2'.repeat(32), peerAddress: `127.0.0.1:${server.port}` }]);
  assert.equal((await requests.logEnd(N2, 1)).firstIndex, 3);
  book.setMembers([]);
  await failsWith('UNREACHABLE', /n2 is no other node/, () => requests.logEnd(N2, 1));
});
