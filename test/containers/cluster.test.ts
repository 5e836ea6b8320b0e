// Three containers of the image on one network form a cluster by themselves; under load the leader's container is killed, first to be made
// anew on its volume under another address, then to be started again. A client outside, through mapped ports, loses nothing, and one inside
// finds the node that moved.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type ClusterStatus, Ledgerline } from '@ledgerline/client';
import { type ContainerRuntimeClient, GenericContainer, Network, type StartedNetwork, Wait } from 'testcontainers';
import { parse } from 'yaml';
import { waitForLeaders } from '../../cmd/cluster-ready.ts';
import { checkEveryNode, startWriters } from '../crash/writers.ts';
import { Endings, temporaryDirectory, until } from '../e2e/harness.ts';
import { buildImage, engine, IMAGE, removeImages } from './image.ts';
import { RUN_NAME, removeLeftovers } from './leftovers.ts';

const NODES = ['n1', 'n2', 'n3'] as const;
type NodeName = (typeof NODES)[number];
const READY_MS = 60_000;
const WRITERS = 32;
/** A client inside sees a node that moved within this; grpc-js would take 30 seconds by itself. */
const FOUND_MS = 15_000;
const RUN = `${RUN_NAME}${process.pid}`;

const found = await engine();
const skip = typeof found === 'string' ? found : false;
const endings = new Endings();
let client: ContainerRuntimeClient;
let network: StartedNetwork;
let ports: Record<NodeName, number>;

before(async () => {
  if (typeof found === 'string') return;
  // The runner ends a file that takes too long by this signal; nobody else would remove the containers.
  process.once('SIGTERM', () => void endings.end().finally(() => process.exit(1)));
  client = found;
  await removeLeftovers(client);
  endings.after(() => removeImages(client));
  await buildImage(client, await temporaryDirectory(endings));
  network = await new Network({ nextUuid: () => RUN }).start();
  endings.after(async () => {
    await network.stop();
  });
  ports = await freePorts();
  for (const node of NODES) endings.after(() => client.container.dockerode.getVolume(nameOf(node)).remove({ force: true }));
  await Promise.all(NODES.map(startNode));
});
after(() => endings.end());

/** Of a node's container and volume, and of any other container. */
function nameOf(what: string): string {
  return `${RUN}-${what}`;
}

function handleOf(what: string): ReturnType<ContainerRuntimeClient['container']['getById']> {
  return client.container.getById(nameOf(what));
}

/** A container of the image on the network. It is removed at the end, also if it never got up. */
function containerOf(what: string): GenericContainer {
  endings.after(async () => {
    const containers = await client.container.dockerode.listContainers({ all: true, filters: { name: [`^/${nameOf(what)}$`] } });
    for (const { Id } of containers) await client.container.getById(Id).remove({ force: true, v: true });
  });
  return new GenericContainer(IMAGE).withName(nameOf(what)).withNetwork(network);
}

/** A new container on the node's volume, under its name in the network and its port outside. */
async function startNode(node: NodeName): Promise<void> {
  await containerOf(node)
    .withNetworkAliases(node)
    .withEnvironment({ LEDGERLINE_NODE_ID: node })
    .withExposedPorts({ container: 7401, host: ports[node] })
    .withBindMounts([{ source: nameOf(node), target: '/var/lib/ledgerline' }])
    .withWaitStrategy(Wait.forLogMessage(/"msg":"starting"/))
    .withStartupTimeout(READY_MS)
    .start();
}

/** SIGKILL, and the container with its file system is gone; the volume stays. */
async function killAndRemove(node: NodeName): Promise<void> {
  await handleOf(node).kill({ signal: 'SIGKILL' });
  await handleOf(node).remove({ force: true, v: false });
}

async function addressOf(node: NodeName): Promise<string> {
  const { NetworkSettings } = await handleOf(node).inspect();
  return NetworkSettings.Networks[network.getName()]?.IPAddress ?? '';
}

/** Runs a program of ours in place of a node; `line` is called with each line that it prints. */
async function startProgram(name: string, program: string, line: (text: string) => void): Promise<void> {
  await containerOf(name)
    .withWorkingDir('/app')
    .withEntrypoint(['node'])
    .withCommand(['--input-type=module', '--eval', program])
    .withLogConsumer((stream) => stream.on('data', (chunk) => String(chunk).split('\n').forEach(line)))
    .start();
}

/** Prints which nodes a client inside the network reaches, whenever that changes. */
const WATCHER = `
  import { Ledgerline } from '@ledgerline/client';
  const ledger = await Ledgerline.connect('ledgerline://n1:7401,n2:7401,n3:7401', { deadlineMs: 60000 });
  let before = '';
  for (;;) {
    const status = await ledger.status({ deadlineMs: 2000 }).catch(() => undefined);
    const nodes = status?.partitions[0].nodes.filter((node) => node.role !== 'unreachable').map((node) => node.id) ?? [];
    const text = 'reached ' + nodes.join(' ');
    if (text !== before) console.log(text);
    before = text;
    await new Promise((resume) => setTimeout(resume, 100));
  }`;
/** Takes an address on the network and does nothing. */
const SQUATTER = 'setInterval(() => undefined, 60_000)';

async function freePorts(): Promise<Record<NodeName, number>> {
  const servers = NODES.map(() => createServer().listen(0));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const [n1 = 0, n2 = 0, n3 = 0] = servers.map((server) => {
    const address = server.address();
    server.close();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  return { n1, n2, n3 };
}

test('three containers form a cluster, lose their leader twice under load and nothing else', { skip }, async (context) => {
  const url = `ledgerline://${NODES.map((node) => `${client.info.containerRuntime.host}:${ports[node]}`).join(',')}`;
  const signal = AbortSignal.timeout(5 * READY_MS);
  await using ledger = await Ledgerline.connect(url, { deadlineMs: READY_MS });
  const ready = (): Promise<ClusterStatus> => waitForLeaders(ledger, { signal, deadlineMs: READY_MS, everyNode: true });
  let reached = '';
  await startProgram('watcher', WATCHER, (text) => {
    if (text.trim() !== '') reached = text.trim();
  });
  const leaderNow = async (): Promise<NodeName> => {
    const leader = (await ready()).partitions[0]?.leader;
    await until('the client inside reaches all', () => reached === 'reached n1 n2 n3', FOUND_MS).catch((cause) => {
      throw new Error(`the client inside says: ${reached}`, { cause });
    });
    return NODES.find((node) => node === leader) ?? assert.fail(`no such node: ${leader}`);
  };

  const first = await leaderNow();
  const stopping = new AbortController();
  const { outcomes, done } = startWriters(ledger, WRITERS, stopping.signal);
  const goesOn = async (): Promise<void> => {
    const before = outcomes.acknowledged.length;
    await until('the other two go on', () => outcomes.acknowledged.length > before + 100);
  };
  await goesOn();
  const addressBefore = await addressOf(first);
  await killAndRemove(first);
  await goesOn();
  await until('the client inside misses it', () => !reached.includes(first));
  await startProgram('squatter', SQUATTER, () => undefined);
  await startNode(first);
  const addressAfter = await addressOf(first);

  const second = await leaderNow();
  await goesOn();
  await handleOf(second).kill({ signal: 'SIGKILL' });
  await goesOn();
  await handleOf(second).start();
  await leaderNow();
  await goesOn();
  stopping.abort();
  await done;
  await checkEveryNode(ledger, await ready(), outcomes);
  context.diagnostic(
    `${outcomes.acknowledged.length} acknowledged, ${outcomes.settled} settled by resolve; ` +
      `${first} killed and made anew (${addressBefore}, then ${addressAfter}), ${second} killed and started again`,
  );
});

test('the image: no root, the command by its name, and health checks that pass', { skip }, async () => {
  const run = async (...command: string[]): Promise<string> => {
    const { output, exitCode } = await client.container.exec(handleOf('n1'), command);
    assert.equal(exitCode, 0, `${command.join(' ')}: ${output}`);
    return output.trim();
  };
  assert.equal(await run('node', '-e', 'console.log(process.getuid())'), '1000');
  assert.match(await run('ledgerline', 'status', '--url', 'ledgerline://127.0.0.1:7401'), /leader n[123]/);
  const { Config } = await handleOf('n1').inspect();
  for (const [kind, ...check] of [Config.Healthcheck?.Test ?? [], composeFile().services.n1?.healthcheck.test ?? []]) {
    assert.equal(kind, 'CMD');
    assert.match(await run(...check), / serving$/);
  }
});

interface ComposeFile {
  readonly services: Record<
    string,
    { environment: { LEDGERLINE_NODE_ID: string }; ports: string[]; volumes: string[]; healthcheck: { test: string[] } }
  >;
  readonly volumes: Record<string, unknown>;
}

function composeFile(): ComposeFile {
  return parse(readFileSync(join(process.cwd(), 'deploy/compose.yaml'), 'utf8'), { merge: true }) as ComposeFile;
}

test('the Compose file starts the nodes that the configuration in the image names', () => {
  const compose = composeFile();
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
  }
});
