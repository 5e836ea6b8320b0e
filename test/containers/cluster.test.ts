// Three containers of the image on one network form a cluster by themselves; the leader's container is killed under load and made anew on
// its volume; a client outside, through mapped ports, loses nothing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ledgerline } from '@ledgerline/client';
import {
  type ContainerRuntimeClient,
  GenericContainer,
  Network,
  type StartedNetwork,
  type StartedTestContainer,
  Wait,
} from 'testcontainers';
import { parse } from 'yaml';
import { waitForLeaders } from '../../cmd/cluster-ready.ts';
import { checkEveryNode, startWriters } from '../crash/writers.ts';
import { Endings, temporaryDirectory } from '../e2e/harness.ts';
import { buildImage, engine, IMAGE, removeImages } from './image.ts';

const NODES = ['n1', 'n2', 'n3'] as const;
type NodeName = (typeof NODES)[number];
const READY_MS = 60_000;
const WRITERS = 32;
const RUN = `ledgerline-test-${process.pid}`;

const found = await engine();
const skip = typeof found === 'string' ? found : false;
const endings = new Endings();
let client: ContainerRuntimeClient;
let network: StartedNetwork;
let ports: Record<NodeName, number>;
const containers = new Map<NodeName, StartedTestContainer>();

before(async () => {
  if (typeof found === 'string') return;
  client = found;
  endings.after(() => removeImages(client));
  await buildImage(client, await temporaryDirectory(endings));
  network = await new Network().start();
  endings.after(async () => {
    await network.stop();
  });
  ports = await freePorts();
  for (const node of NODES) endings.after(() => removeNode(node));
  await Promise.all(NODES.map(startNode));
});
after(() => endings.end());

function volumeOf(node: NodeName): string {
  return `${RUN}-${node}`;
}

/** A new container on the node's volume, under its name in the network and its port outside. */
async function startNode(node: NodeName): Promise<void> {
  const container = await new GenericContainer(IMAGE)
    .withNetwork(network)
    .withNetworkAliases(node)
    .withEnvironment({ LEDGERLINE_NODE_ID: node })
    .withExposedPorts({ container: 7401, host: ports[node] })
    .withBindMounts([{ source: volumeOf(node), target: '/var/lib/ledgerline' }])
    .withWaitStrategy(Wait.forLogMessage(/"msg":"starting"/))
    .withStartupTimeout(READY_MS)
    .start();
  containers.set(node, container);
}

/** SIGKILL, and the container with its file system is gone; the volume stays. */
async function killNode(node: NodeName): Promise<void> {
  const container = containers.get(node);
  assert.ok(container !== undefined);
  containers.delete(node);
  const handle = client.container.dockerode.getContainer(container.getId());
  await handle.kill({ signal: 'SIGKILL' });
  await handle.remove({ force: true, v: false });
}

async function removeNode(node: NodeName): Promise<void> {
  if (containers.has(node)) await killNode(node);
  await client.container.dockerode.getVolume(volumeOf(node)).remove({ force: true });
}

async function freePorts(): Promise<Record<NodeName, number>> {
  const servers = NODES.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const [n1 = 0, n2 = 0, n3 = 0] = servers.map((server) => {
    const address = server.address();
    server.close();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  return { n1, n2, n3 };
}

test('three containers form a cluster, lose their leader under load and nothing else', { skip }, async (context) => {
  const url = `ledgerline://${NODES.map((node) => `127.0.0.1:${ports[node]}`).join(',')}`;
  const signal = AbortSignal.timeout(5 * READY_MS);
  await using ledger = await Ledgerline.connect(url, { deadlineMs: READY_MS });
  const status = await waitForLeaders(ledger, { signal, deadlineMs: READY_MS, everyNode: true });
  const leader = NODES.find((node) => node === status.partitions[0]?.leader);
  assert.ok(leader !== undefined);

  const stopping = new AbortController();
  const { outcomes, done } = startWriters(ledger, WRITERS, stopping.signal);
  await sleep(2_000);
  const before = outcomes.acknowledged.length;
  await killNode(leader);
  await sleep(3_000);
  assert.ok(outcomes.acknowledged.length > before, 'the other two go on');
  await startNode(leader);
  await sleep(2_000);
  stopping.abort();
  await done;
  await checkEveryNode(ledger, await waitForLeaders(ledger, { signal, deadlineMs: READY_MS, everyNode: true }), outcomes);
  context.diagnostic(
    `${outcomes.acknowledged.length} acknowledged, ${outcomes.settled} settled by resolve, ${leader} killed and made anew`,
  );
});

test('the processes in the containers are not root, and the health check passes', { skip }, async () => {
  const container = containers.get('n1');
  assert.ok(container !== undefined);
  const { output, exitCode } = await container.exec(['node', '-e', 'console.log(process.getuid())']);
  assert.equal(exitCode, 0, output);
  assert.equal(output.trim(), '1000');
  const health = await container.exec(['node', '/app/build/cmd/main.js', 'status', '--url', 'ledgerline://127.0.0.1:7401', '-o', 'json']);
  assert.equal(health.exitCode, 0, health.output);
});

test('the Compose file starts the nodes that the configuration in the image names', () => {
  const compose = parse(readFileSync(join(process.cwd(), 'deploy/compose.yaml'), 'utf8'), { merge: true }) as {
    services: Record<string, { environment: { LEDGERLINE_NODE_ID: string }; ports: string[]; volumes: string[]; healthcheck: unknown }>;
    volumes: Record<string, unknown>;
  };
  const config = parse(readFileSync(join(process.cwd(), 'deploy/node.yaml'), 'utf8')) as {
    cluster: { initialMembers: { id: string; client: string; peer: string }[] };
  };
  const members = config.cluster.initialMembers;
  assert.deepEqual(
    Object.keys(compose.services),
    members.map((member) => member.id),
  );
  for (const { id, client: address, peer } of members) {
    const service = compose.services[id];
    assert.ok(service !== undefined);
    assert.equal(service.environment.LEDGERLINE_NODE_ID, id);
    assert.deepEqual([address, peer], [`${id}:7401`, `${id}:7501`]);
    assert.deepEqual(service.volumes, [`${id}:/var/lib/ledgerline`]);
    assert.ok(id in compose.volumes);
    assert.ok(service.healthcheck !== undefined);
  }
});
