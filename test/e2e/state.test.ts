// State and snapshots of real processes: deltas are applied alike on every node, reads say of which offset they are, snapshots agree, and a damaged one
// is found.
import assert from 'node:assert/strict';
import { open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { commandsOf, Endings, ready, startCluster, temporaryDirectory, until } from './harness.ts';

const NODES = ['n1', 'n2', 'n3'];
let cluster: DevCluster;
let commands: ReturnType<typeof commandsOf>;
let directory: string;
const endings = new Endings();

after(() => endings.end());

before(async () => {
  directory = await temporaryDirectory(endings);
  cluster = await startCluster(endings, { directory: join(directory, 'cluster') });
  commands = commandsOf(cluster);
});

interface Row {
  readonly key: string;
  readonly value: string | null;
  readonly offset: number;
}

async function rows(...args: string[]): Promise<Row[]> {
  return (await commands.json('state', ...args)) as Row[];
}

test('what one command puts, every node has, at the offset that it names', async () => {
  const deltas = '[{"put":"alice","value":"500"},{"put":"bob","value":"0"},{"record":"opening"}]';
  const receipt = (await commands.json('submit', '--type', 'open.v1', '--deltas', deltas)) as { offset: number };
  assert.equal(receipt.offset, 1);
  for (const node of NODES) {
    assert.deepEqual(await rows('get', 'alice', 'bob', '--node', node), [
      { key: 'alice', value: '500', offset: 1 },
      { key: 'bob', value: '0', offset: 1 },
    ]);
    assert.deepEqual(await rows('get', 'alice', '--node', node, '--at', '1'), [{ key: 'alice', value: '500', offset: 1 }]);
  }
  assert.deepEqual(((await commands.json('get', '1')) as { deltas: unknown }).deltas, JSON.parse(deltas));
  assert.match((await commands.run('tail')).out, /put alice=500, put bob=0, record opening .*locks write:alice write:bob/);
});

test('a linearizable read sees what was acknowledged just before, on whichever node', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  for (let count = 0; count < 30; count++) {
    const { offset } = await ledger.submit({ type: 't', deltas: [{ put: 'counter', value: String(count) }] });
    const read = await ledger.state().get('counter', { node: NODES[count % 3] });
    assert.deepEqual([Buffer.from(read.value ?? []).toString(), read.offset], [String(count), offset]);
  }
});

test('a range is the same on every node, and a deleted key is gone', async () => {
  await commands.json('submit', '--deltas', '[{"put":"a/1","value":"1"},{"put":"a/2","value":"2"},{"put":"b/1","value":"3"}]');
  await commands.json('submit', '--deltas', '[{"delete":"a/1"}]');
  for (const node of NODES) {
    assert.deepEqual(
      (await rows('range', '--prefix', 'a/', '--node', node)).map(({ key, value }) => [key, value]),
      [['a/2', '2']],
    );
  }
  const gone = await commands.run('state', 'get', 'a/1');
  assert.deepEqual([gone.code, gone.out], [1, 'a/1 is not there\n']);
  assert.match(gone.err, /state of partition 1 after offset \d+/);
});

test('ranges of many pages, and values of many bytes, come whole', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const keys = Array.from({ length: 2_500 }, (_, at) => `page/${String(at).padStart(5, '0')}`);
  const value = Buffer.alloc(600, 1);
  for (let at = 0; at < keys.length; at += 250)
    await ledger.submit({ type: 't', deltas: keys.slice(at, at + 250).map((put) => ({ put, value })) });
  const found: string[] = [];
  const offsets = new Set<number>();
  for await (const entry of ledger.state().range({ prefix: 'page/' })) {
    found.push(Buffer.from(entry.key).toString());
    offsets.add(entry.offset);
    assert.equal(entry.value.length, 600);
  }
  assert.deepEqual(found, keys);
  assert.equal(offsets.size, 1);
});

test('a put gets the write lock that it lacks', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const locks = [{ mode: 'read' as const, name: 'alice' }];
  const { offset } = await ledger.submit({
    type: 't',
    seen: await ledger.committedOffset(),
    locks,
    deltas: [{ put: 'alice', value: '1' }],
  });
  const committed = await ledger.get(offset);
  assert.deepEqual(
    committed?.locks.map(({ mode }) => mode),
    ['read', 'write'],
  );
});

test('import takes deltas from a field of each line', async () => {
  const path = join(directory, 'accounts.ndjson');
  const line = (id: number) => JSON.stringify({ id: `acc-${id}`, changes: [{ put: `acc/${id}`, value: String(id) }] });
  await writeFile(path, `${[1, 2, 3].map(line).join('\n')}\n{"id":"acc-4","changes":[{"put":"x"}]}\n`);
  const result = await commands.run('import', path, '--deltas-field', 'changes', '--skip-bad', '-o', 'json');
  assert.equal(result.code, 0, result.err);
  assert.match(result.err, /line 4: .*delta 1: a put needs a value/);
  assert.deepEqual(
    (await rows('range', '--prefix', 'acc/')).map(({ value }) => value),
    ['1', '2', '3'],
  );
});

test('a snapshot is taken by every node, and they agree', async () => {
  const taken = (await commands.json('snapshot', 'now')) as {
    index: number;
    nodes: { node: string; snapshot: { stateDigest: string } | null }[];
  };
  assert.deepEqual(
    taken.nodes.map(({ node, snapshot }) => [node, snapshot === null]),
    NODES.map((node) => [node, false]),
  );
  assert.equal(new Set(taken.nodes.map(({ snapshot }) => snapshot?.stateDigest)).size, 1);
  const listed = (await commands.json('snapshot', 'list')) as { agree: boolean; nodes: { snapshots: { index: number }[] }[] };
  assert.equal(listed.agree, true);
  for (const { snapshots } of listed.nodes) assert.equal(snapshots[0]?.index, taken.index);
  const verified = await commands.run('snapshot', 'verify');
  assert.deepEqual([verified.code, verified.out.match(/sound/g)?.length], [0, 3], verified.err);
});

test('the bytes of a snapshot are the same on all nodes', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const [first] = await ledger.snapshots().list();
  const snapshot = first?.snapshots?.[0];
  assert.ok(snapshot !== undefined);
  const files = [];
  for (const node of NODES) {
    const pieces: Uint8Array[] = [];
    for await (const piece of ledger.snapshots().fetch(snapshot.index, { node })) pieces.push(piece);
    files.push(Buffer.concat(pieces));
  }
  for (const file of files) {
    assert.equal(file.length, snapshot.bytes);
    assert.ok(files[0]?.equals(file));
  }
});

test('entries are read with all that their digests are made of', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const digests: string[] = [];
  for await (const entries of ledger.entries()) {
    for (const entry of entries) {
      if (entry.index > 1) assert.equal(Buffer.from(entry.previousDigest).toString('hex'), digests.at(-1));
      digests.push(Buffer.from(entry.digest).toString('hex'));
    }
  }
  const [partition] = (await ledger.status()).partitions;
  assert.ok(partition !== undefined && partition.digestIndex <= digests.length);
  assert.equal(digests[partition.digestIndex - 1], partition.nodes[0]?.digest);
});

test('a damaged snapshot is found by verify, exit 6, with its place', async () => {
  const data = join(directory, 'cluster', 'n2');
  const files = await readdir(data, { recursive: true });
  const [name] = files
    .filter((file) => file.endsWith('.snapshot'))
    .sort()
    .reverse();
  assert.ok(name !== undefined, files.join(' '));
  const file = await open(join(data, name), 'r+');
  const { size } = await file.stat();
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, Math.floor(size / 2));
  await file.write(Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, Math.floor(size / 2));
  await file.close();
  const verified = await commands.run('snapshot', 'verify');
  assert.equal(verified.code, 6, verified.out);
  assert.match(verified.err, /DAMAGED: n2: snapshot at index \d+: .*byte/);
});

test('the state survives kill -9 of all nodes', async () => {
  const before = await rows('range');
  for (const node of NODES) await cluster.kill(node);
  for (const node of NODES) cluster.startNode(node);
  await ready(cluster, { everyNode: true });
  for (const node of NODES) assert.deepEqual(await rows('range', '--node', node), before);
  await until('the state of a node is as far as its log', async () => {
    const status = (await commands.json('status')) as { attention: string[] };
    return status.attention.length === 0;
  });
});
