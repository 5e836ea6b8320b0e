// A node joins a formed one over real gRPC on loopback: it is asked who it is, waits, is handed what makes it a member, saves that before the genesis, and is heard.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import type { FormingMachine } from '../../../consensus/forming.ts';
import { genesisTextOf, parseGenesis } from '../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import type { MembershipAt } from '../../../consensus/members-view.ts';
import { type BookMember, genesisMembership, membershipOf } from '../../../consensus/membership.ts';
import { Joining } from '../../../consensus/node/membership/joining.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { clusterIdOf } from '../../../log/genesis-file.ts';
import { Introducer } from '../../../rpc/introducer.ts';
import { PeerBook } from '../../../rpc/peer-book.ts';
import { PeerServer } from '../../../rpc/peer-server.ts';
import { GrpcPeerTransport } from '../../../rpc/peer-transport.ts';

const N1 = 'n1' as NodeId;
const N4 = 'n4' as NodeId;
const FOUNDER: BookMember = { id: N1, incarnation: '1'.repeat(32), peerAddress: 'n1:7501', clientAddress: 'n1:7401', memberSince: 0 };
const TEXT = genesisTextOf({ formatVersion: 1, partitions: 1, limits: DEFAULT_CLUSTER_LIMITS, members: [FOUNDER] });
const GENESIS = parseGenesis(TEXT, clusterIdOf);

interface TestNode {
  readonly introducer: Introducer;
  readonly server: PeerServer;
  readonly address: string;
  readonly saved: unknown[];
}

async function nodeOf(t: TestContext, machine: FormingMachine, join: readonly string[]): Promise<TestNode> {
  const saved: unknown[] = [];
  const introducer = new Introducer({
    machine,
    peers: join.map((address) => ({ id: address, peerAddress: address })),
    credentials: credentials.createInsecure(),
    saveJoined: async (joined) => {
      saved.push(joined);
    },
    saveGenesis: async (text) => {
      saved.push(text);
    },
    log: () => undefined,
  });
  const server = await PeerServer.listen({
    address: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    log: () => undefined,
    introduce: (introduction) => introducer.answer(introduction),
    waitingFor: () => introducer.waitingFor(),
  });
  t.after(async () => {
    introducer.close();
    await server.close();
  });
  return { introducer, server, address: `127.0.0.1:${server.port}`, saved };
}

function joiningOf(id: NodeId, addresses: readonly string[], changes: Partial<ConstructorParameters<typeof Joining>[0]> = {}): Joining {
  const given = { partitions: undefined, limits: {}, acknowledge: undefined };
  const incarnation = id.slice(1).repeat(32);
  return new Joining({
    id,
    incarnation,
    addresses,
    given,
    genesis: undefined,
    joined: undefined,
    hash: clusterIdOf,
    newestMembership: () => undefined,
    ...changes,
  });
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 5_000;
  while (!condition()) {
    assert.ok(performance.now() < end, `${what}: not in time`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('a new node is asked who it is, joins once a membership names it, and is heard by a node that has not applied that yet', async (t) => {
  let newest: MembershipAt = { index: 0, membership: genesisMembership(GENESIS, 1) };
  const founder = await nodeOf(t, joiningOf(N1, ['unused:1'], { genesis: TEXT, newestMembership: () => newest }), []);
  const comer = await nodeOf(t, joiningOf(N4, [founder.address]), [founder.address]);
  const forming = comer.introducer.form();
  await until(() => comer.introducer.waitingFor().includes('members add n4'), 'it says what it waits for');

  const asked = await founder.introducer.ask(comer.address);
  assert.deepEqual(asked, { id: N4, incarnation: '4'.repeat(32), isFormed: false });
  assert.deepEqual(comer.saved, [], 'to be asked is not to be a member');

  const member: BookMember = {
    id: N4,
    incarnation: asked.incarnation,
    peerAddress: comer.address,
    clientAddress: 'n4:7401',
    memberSince: 7,
  };
  const learners = [N4];
  newest = {
    index: 7,
    membership: membershipOf({ voters: [N1], outgoing: [], learners }, { voters: [N1], learners, retired: [] }, [FOUNDER, member]),
  };
  assert.deepEqual(await forming, GENESIS);
  assert.deepEqual(comer.saved, [newest, TEXT], 'how it joined, and only then the genesis');
  assert.deepEqual(await founder.introducer.ask(comer.address), { ...asked, isFormed: true });

  const strangers: NodeId[] = [];
  const logs = { partitions: 1, judgeLogs: () => undefined };
  const served = { clusterId: GENESIS.clusterId, id: N1, ...logs, receive: () => undefined, onStrangerGone: () => undefined };
  founder.server.serve({ ...served, view: () => ({ book: [FOUNDER], appliedIndex: 6 }), onStranger: ({ node }) => strangers.push(node) });
  const transport = new GrpcPeerTransport({
    clusterId: GENESIS.clusterId,
    id: N4,
    incarnation: asked.incarnation,
    own: () => member,
    logEnds: () => ({ run: 'a'.repeat(16), indexes: [0] }),
    book: new PeerBook(N4, [{ ...FOUNDER, peerAddress: founder.address }]),
    credentials: credentials.createInsecure(),
    log: () => undefined,
    unreachable: () => undefined,
    removed: () => undefined,
    rolledBack: () => undefined,
  });
  t.after(() => transport.close());
  transport.dial();
  await until(() => transport.connections().every(({ control, bulk }) => control && bulk), 'it is heard');
  assert.deepEqual(strangers, [N4, N4]);
});

test('a node that cannot save how it joined saves no genesis', async (t) => {
  const learners = [N4];
  const member: BookMember = { id: N4, incarnation: '4'.repeat(32), peerAddress: 'n4:7501', clientAddress: 'n4:7401', memberSince: 7 };
  const newest = {
    index: 7,
    membership: membershipOf({ voters: [N1], outgoing: [], learners }, { voters: [N1], learners, retired: [] }, [FOUNDER, member]),
  };
  const founder = await nodeOf(t, joiningOf(N1, ['unused:1'], { genesis: TEXT, newestMembership: () => newest }), []);
  const introducer = new Introducer({
    machine: joiningOf(N4, [founder.address]),
    peers: [{ id: founder.address, peerAddress: founder.address }],
    credentials: credentials.createInsecure(),
    saveJoined: () => Promise.reject(new Error('EIO')),
    saveGenesis: () => assert.fail('not without what names it'),
    log: () => undefined,
  });
  t.after(() => introducer.close());
  await assert.rejects(introducer.form(), /EIO/);
});

test('nobody at an address is an error that says so', async (t) => {
  const founder = await nodeOf(t, joiningOf(N1, ['unused:1'], { genesis: TEXT }), []);
  await assert.rejects(founder.introducer.ask('127.0.0.1:1'), /does not answer at 127\.0\.0\.1:1/);
});
