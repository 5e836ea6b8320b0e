// Forming over real gRPC on loopback: three nodes find each other, late ones are handed the genesis, and what cannot heal is an error.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import type { FormingEvent } from '../../../consensus/forming.ts';
import { genesisTextOf } from '../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import { Forming } from '../../../consensus/node/membership/forming.ts';
import type { Genesis, NodeId } from '../../../consensus/types.ts';
import { FormingError, Introducer } from '../../../rpc/introducer.ts';
import { PeerServer } from '../../../rpc/peer-server.ts';

const IDS = ['n1', 'n2', 'n3'] as NodeId[];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

interface TestNode {
  readonly introducer: Introducer;
  readonly events: FormingEvent[];
  readonly saved: string[];
  formed: Promise<Genesis>;
  close(): Promise<void>;
}

interface NodeOptions {
  readonly ports: readonly number[];
  readonly life?: number;
  readonly partitions?: number;
  readonly genesis?: string;
  readonly saveGenesis?: () => Promise<void>;
}

async function start(t: TestContext, id: NodeId, options: NodeOptions): Promise<TestNode> {
  const { ports, life = 0, partitions = 1 } = options;
  const members = IDS.map((member, at) => ({ id: member, peerAddress: `127.0.0.1:${ports[at]}`, clientAddress: `127.0.0.1:1` }));
  const events: FormingEvent[] = [];
  const saved: string[] = [];
  const machine = new Forming({
    id,
    incarnation: `${IDS.indexOf(id)}${life}`.padEnd(32, '0'),
    configuration: { partitions, limits: DEFAULT_CLUSTER_LIMITS, members },
    genesis: options.genesis,
    joined: undefined,
    newestMembership: () => undefined,
    hash,
  });
  const introducer = new Introducer({
    machine,
    peers: members.filter((member) => member.id !== id),
    credentials: credentials.createInsecure(),
    saveJoined: () => assert.fail('the genesis names it'),
    saveGenesis: async (text) => {
      await options.saveGenesis?.();
      saved.push(text);
    },
    log: (event) => events.push(event),
  });
  const server = await PeerServer.listen({
    address: `127.0.0.1:${ports[IDS.indexOf(id)]}`,
    credentials: ServerCredentials.createInsecure(),
    log: () => undefined,
    introduce: (introduction) => introducer.answer(introduction),
    waitingFor: () => introducer.waitingFor(),
  });
  const close = async (): Promise<void> => {
    introducer.close();
    await server.close();
  };
  t.after(close);
  const formed = introducer.form();
  // Looked at by each test; a node that is closed before rejects.
  formed.catch(() => undefined);
  return { introducer, events, saved, formed, close };
}

test('three nodes form one cluster, whatever the order in which they start, and each saves the same genesis', async (t) => {
  const ports = await freePorts(3);
  const n2 = await start(t, IDS[1] ?? assert.fail(), { ports });
  const n1 = await start(t, IDS[0] ?? assert.fail(), { ports });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.match(n1.introducer.waitingFor(), /^n3 \(does not answer at 127\.0\.0\.1:\d+\)$/);
  assert.deepEqual(n1.saved, [], 'two of three form nothing');
  const n3 = await start(t, IDS[2] ?? assert.fail(), { ports });
  const [first, ...others] = await Promise.all([n1.formed, n2.formed, n3.formed]);
  assert.deepEqual(others, [first, first]);
  const text = genesisTextOf(first);
  assert.equal(first.clusterId, hash(text));
  assert.deepEqual([n1.saved, n2.saved, n3.saved], [[text], [text], [text]]);
  assert.equal(n1.introducer.waitingFor(), '');
});

test('a node that comes late is handed the genesis by whoever has it, also without the one who composed it', async (t) => {
  const ports = await freePorts(3);
  const [n1, n2, n3] = await Promise.all(IDS.map((id) => start(t, id, { ports })));
  assert.ok(n1 && n2 && n3);
  const genesis = await n1.formed;
  await Promise.all([n2.formed, n3.formed]);
  await n1.close();
  await n3.close();
  const late = await start(t, IDS[2] ?? assert.fail(), { ports });
  assert.deepEqual(await late.formed, genesis);
  const restarted = await start(t, IDS[0] ?? assert.fail(), { ports, genesis: genesisTextOf(genesis) });
  assert.deepEqual(await restarted.formed, genesis);
  assert.deepEqual(restarted.saved, []);
});

test('a wiped node is refused by name by its formed cluster', async (t) => {
  const ports = await freePorts(3);
  const [n1, n2, n3] = await Promise.all(IDS.map((id) => start(t, id, { ports })));
  assert.ok(n1 && n2 && n3);
  await Promise.all([n1.formed, n2.formed, n3.formed]);
  await n3.close();
  const wiped = await start(t, IDS[2] ?? assert.fail(), { ports, life: 1 });
  await assert.rejects(wiped.formed, (error: unknown) => {
    assert.ok(error instanceof FormingError);
    assert.equal(error.code, 'OTHER_INCARNATION');
    assert.match(error.message, /n3 joined as incarnation 200.*is incarnation 210.*`ledgerline members replace n3 --by/);
    return true;
  });
  assert.deepEqual(wiped.saved, []);
  assert.match(JSON.stringify([...n1.events, ...n2.events]), /"kind":"stranger","node":"n3"/);
});

test('configurations that differ are named, and the cluster forms once they are equal', async (t) => {
  const ports = await freePorts(3);
  const [n1, n2, n3] = await Promise.all(IDS.map((id) => start(t, id, { ports, partitions: id === 'n2' ? 2 : 1 })));
  assert.ok(n1 && n2 && n3);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const differs = n1.events.filter(({ kind }) => kind === 'configuration-differs');
  assert.deepEqual(differs, [{ kind: 'configuration-differs', node: 'n2', key: 'partitions', ours: '1', theirs: '2' }]);
  assert.match(n3.introducer.waitingFor(), /n2 \(has another partitions: 2, here 1\)/);
  await n2.close();
  const corrected = await start(t, IDS[1] ?? assert.fail(), { ports });
  const genesis = await corrected.formed;
  assert.deepEqual([await n1.formed, await n3.formed], [genesis, genesis]);
});

test('a genesis that cannot be saved is an error of the node, and it hands out nothing', async (t) => {
  const ports = await freePorts(3);
  const failing = { ports, saveGenesis: () => Promise.reject(new Error('EIO')) };
  const [n1, n2] = await Promise.all([
    start(t, IDS[0] ?? assert.fail(), failing),
    start(t, IDS[1] ?? assert.fail(), { ports }),
    start(t, IDS[2] ?? assert.fail(), { ports }),
  ]);
  await assert.rejects(n1.formed, /EIO/);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.deepEqual(n2.saved, []);
});

test('closing while forming rejects with the next step, and closing twice is harmless', async (t) => {
  const ports = await freePorts(3);
  const node = await start(t, IDS[0] ?? assert.fail(), { ports });
  node.introducer.close();
  node.introducer.close();
  await assert.rejects(node.formed, { name: 'FormingError', code: 'CLOSED', message: /start it again/ });
});

test('a port in use is named with what to do', async (t) => {
  const ports = await freePorts(3);
  await start(t, IDS[0] ?? assert.fail(), { ports });
  await assert.rejects(start(t, IDS[0] ?? assert.fail(), { ports }), {
    name: 'ListenError',
    message: /127\.0\.0\.1:\d+ is in use: stop what listens/,
  });
});
