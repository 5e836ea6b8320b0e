// `ledgerline serve` and what may be wrong around it: configuration, ports, directories, peers of other clusters, wiped nodes, garbage.
// Each is refused by name with an exit status, and the cluster beside it serves on.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CLOSE_MS, type DevCluster, freePorts } from '../../cmd/dev-cluster.ts';
import { command, Endings, isAlive, ready, startCluster, temporaryDirectory, until } from './harness.ts';

const endings = new Endings();
let cluster: DevCluster;
let directory: string;
let count = 0;

before(async () => {
  directory = await temporaryDirectory(endings);
  cluster = await startCluster(endings);
});
after(() => endings.end());

/** A one-node configuration with these changes, in a folder of its own. */
async function configuration(
  changes: { data?: string; id?: string; client?: string; peer?: string; members?: unknown[] } = {},
): Promise<string> {
  const folder = join(directory, `c${++count}`);
  await mkdir(folder, { recursive: true });
  const id = changes.id ?? 'n1';
  const member = { id, client: changes.client ?? '127.0.0.1:1', peer: changes.peer ?? '127.0.0.1:2' };
  const config = { node: { id, data: changes.data ?? 'data' }, cluster: { initialMembers: changes.members ?? [member] } };
  await writeFile(join(folder, 'node.yaml'), JSON.stringify(config));
  return join(folder, 'node.yaml');
}

async function refused(file: string, code: number, ...words: RegExp[]): Promise<void> {
  const result = await command(['serve', '--config', file]);
  assert.equal(result.code, code, `${result.out}${result.err}`);
  for (const word of words) assert.match(result.err, word);
}

async function stillServes(): Promise<void> {
  const result = await command(['submit', '--key', `probe-${++count}`, 'x'], { url: cluster.url });
  assert.equal(result.code, 0, result.err);
}

test('a malformed configuration is refused with file, key and what was expected', async () => {
  const file = await configuration({ client: 'nowhere' });
  await refused(file, 2, /CONFIG/, /node\.yaml/, /cluster\.initialMembers\.0\.client/, /expected host:port/, /next step/);
  await refused(join(directory, 'absent.yaml'), 2, /absent\.yaml/);
});

test('a port in use is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resume) => server.once('listening', resume));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const file = await configuration({ peer: `127.0.0.1:${address.port}` });
  await refused(file, 1, /LISTEN/, new RegExp(`${address.port} is in use`));
  server.close();
});

test('a directory that is not ours, and not empty, is left alone', async () => {
  const data = join(directory, 'precious');
  await mkdir(data);
  await writeFile(join(data, 'letter.txt'), 'keep me');
  await refused(await configuration({ data }), 1, /FOREIGN_FILE/, /letter\.txt/);
  assert.deepEqual(await readdir(data), ['letter.txt']);
});

test('a foreign file among ours is named', async () => {
  await cluster.kill('n3', 'SIGTERM');
  const data = cluster.dataDirectory('n3');
  await writeFile(join(data, 'notes.txt'), 'x');
  await refused(join(data, '..', 'node.yaml'), 1, /FOREIGN_FILE/, /notes\.txt/);
  await rm(join(data, 'notes.txt'));
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});

test('a node that is asked to stop closes everything and ends by itself', async () => {
  const before = performance.now();
  await cluster.kill('n3', 'SIGTERM');
  assert.ok(performance.now() - before < CLOSE_MS, 'nobody had to kill it');
  assert.match(await cluster.lastLines('n3', 1), /"msg":"stopped"/);
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});

test('the data directory of a running node is locked', async () => {
  await refused(await configuration({ data: cluster.dataDirectory('n1') }), 1, /LOCKED/, /still running/);
  await stillServes();
});

test('the data directory of another node is refused', async () => {
  await cluster.kill('n3', 'SIGTERM');
  await refused(await configuration({ data: cluster.dataDirectory('n3'), id: 'n2' }), 1, /WRONG_NODE/, /belongs to node n3, not to n2/);
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});

test('the data directory of another cluster is refused', async () => {
  await cluster.kill('n3', 'SIGTERM');
  await refused(await configuration({ data: cluster.dataDirectory('n3'), id: 'n3' }), 1, /WRONG_CLUSTER/, /next step/);
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});

test('damage in the log is named with file and byte, and repaired from the other nodes before the node takes part', async () => {
  await stillServes();
  await cluster.kill('n3', 'SIGTERM');
  const partition = join(cluster.dataDirectory('n3'), 'partition-0001');
  const segment = (await readdir(partition)).filter((name) => name.endsWith('.segment')).sort()[0] ?? '';
  assert.notEqual(segment, '', 'a segment file');
  const sound = await readFile(join(partition, segment));
  const at = sound.indexOf(Buffer.from('probe-'));
  assert.ok(at > 0, 'a transaction in the segment');
  await writeFile(
    join(partition, segment),
    sound.map((byte, position) => (position === at ? byte ^ 1 : byte)),
  );
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
  const log = await readFile(cluster.logFile('n3'), 'utf8');
  assert.match(log, new RegExp(`"file":"[^"]*${segment}","position":\\d+.*found damaged entries`));
  assert.match(log, /repaired damaged entries/);
  await stillServes();
});

test('a wiped node cannot come back under its old id, and the others serve on', async () => {
  await cluster.kill('n3', 'SIGTERM');
  const data = cluster.dataDirectory('n3');
  const copy = join(directory, 'wiped');
  await cp(data, copy, { recursive: true });
  await rm(data, { recursive: true });
  await refused(join(data, '..', 'node.yaml'), 1, /OTHER_INCARNATION/, /n3/);
  await stillServes();
  await rm(data, { recursive: true, force: true });
  await cp(copy, data, { recursive: true });
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});

test('a node that was never a member is refused by name and disturbs nobody', async () => {
  const [target] = cluster.nodes();
  assert.ok(target !== undefined);
  const stranger = await configuration({
    id: 'x1',
    members: [
      { id: 'x1', client: '127.0.0.1:1', peer: '127.0.0.1:2' },
      { id: target.id, client: '127.0.0.1:3', peer: target.peer },
    ],
  });
  const [client = 0, peer = 0] = await freePorts(2);
  const result = await command(['serve', '--config', stranger], {
    env: { LEDGERLINE_LISTEN_CLIENT: `127.0.0.1:${client}`, LEDGERLINE_LISTEN_PEER: `127.0.0.1:${peer}` },
  });
  assert.equal(result.code, 1, result.err);
  assert.match(result.err, /NOT_A_MEMBER/);
  await stillServes();
});

test('a peer of another cluster is refused by name and disturbs nobody', async (context) => {
  const [target] = cluster.nodes();
  const other = await startCluster(context, { nodes: 2 });
  const [, second] = other.nodes();
  assert.ok(target !== undefined && second !== undefined);
  // Where the other cluster expects its second node, a node of the first cluster answers.
  await other.kill('n2', 'SIGKILL');
  const forward = createServer((socket) => {
    const onward = connect(portOf(target.peer), '127.0.0.1');
    socket.on('error', () => onward.destroy()).pipe(onward);
    onward.on('error', () => socket.destroy()).pipe(socket);
  }).listen(portOf(second.peer), '127.0.0.1');
  context.after(() => forward.close());
  await until('both sides say why', async () => {
    const ours = await readFile(cluster.logFile(target.id), 'utf8');
    const theirs = await readFile(other.logFile('n1'), 'utf8');
    return /OTHER_CLUSTER.*refused a peer/.test(ours) && /OTHER_CLUSTER.*peer refused this node/.test(theirs);
  });
  await stillServes();
});

test('garbage on either port is cut off and logged, and the node lives', async () => {
  const nodes = cluster.nodes();
  for (const address of nodes.flatMap((node) => [node.client, node.peer])) {
    const [host = '', port = ''] = address.split(':');
    await sendRaw(host, Number(port), randomBytes(4_096));
    await sendRaw(host, Number(port), Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  }
  const [node] = nodes;
  assert.ok(node !== undefined);
  for (const path of ['Submit', 'Tail', 'Lookup', 'Resolve', 'CommittedOffset', 'Describe', 'DigestAt']) {
    await sendGrpc(node.client, `/ledgerline.client.v1.Ledger/${path}`);
  }
  for (const path of ['Introduce', 'Control', 'Bulk']) await sendGrpc(node.peer, `/ledgerline.peer.v1.Peer/${path}`);
  await until('the refusal is in the log', async () =>
    (await readFile(cluster.logFile(node.id), 'utf8')).includes('closed the stream of a client'),
  );
  for (const { pid } of nodes) assert.ok(isAlive(pid));
  await stillServes();
});

function portOf(address: string): number {
  return Number(address.split(':').at(-1));
}

function sendRaw(host: string, port: number, bytes: Buffer): Promise<void> {
  return new Promise((resume) => {
    const socket = connect(port, host, () => socket.end(bytes));
    socket.on('error', () => {});
    socket.on('close', () => resume());
    socket.setTimeout(2_000, () => socket.destroy());
    socket.resume();
  });
}

/** A well-formed gRPC call whose message is noise. */
function sendGrpc(address: string, path: string): Promise<void> {
  const session = connectHttp2(`http://${address}`);
  const noise = randomBytes(64);
  const frame = Buffer.concat([Buffer.from([0, 0, 0, 0, noise.length]), noise]);
  return new Promise((resume) => {
    const end = (): void => {
      session.destroy();
      resume();
    };
    session.on('error', end);
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' });
    stream.on('error', end).on('close', end).resume();
    stream.setTimeout(2_000, end);
    stream.end(frame);
  });
}
