// The offline log tools on directories that real nodes made: refused while a node runs, read-only, sound afterwards, and exit 6 for a flipped byte.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { command, Endings, ready, startCluster, temporaryDirectory } from './harness.ts';

const TRANSACTIONS = 300;
const endings = new Endings();
let cluster: DevCluster;
let data: string;
let scratch: string;

after(() => endings.end());

before(async () => {
  scratch = await temporaryDirectory(endings);
  cluster = await startCluster(endings, { partitions: 2 });
  await using ledger = await Ledgerline.connect(cluster.url);
  for (let at = 0; at < TRANSACTIONS; at++) await ledger.submit({ type: 'note.v1', data: `note ${at}`, key: `key-${at}` });
  // Partition 2 fills its first segment, which is then sealed.
  const filling = 'filling '.repeat(12_500);
  for (let at = 0; at < 15; at++) await ledger.submit({ type: 'note.v1', partition: 2, data: `bulk ${at} ${filling}`, key: `bulk-${at}` });
  await ready(cluster, { everyNode: true });
  data = cluster.nodes()[0]?.data ?? '';
});

/** Names, sizes, times and contents of all files. */
async function pictureOf(path: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(path, { recursive: true })).sort()) {
    const file = await stat(join(path, name));
    const digest = file.isFile()
      ? createHash('sha256')
          .update(await readFile(join(path, name)))
          .digest('hex')
      : 'directory';
    lines.push(`${name} ${file.size} ${file.mtimeMs} ${file.ctimeMs} ${digest}`);
  }
  return lines;
}

test('a directory that a node has open is refused; a copy of it, and --live, are not', async () => {
  for (const tool of ['ls', 'dump', 'verify', 'stats']) {
    const refused = await command(['log', tool, data]);
    assert.equal(refused.code, 1, refused.out);
    assert.match(refused.err, /^ledgerline: IN_USE: process \d+ has .* open\n {2}next step: stop the node/);
  }
  const repair = await command(['log', 'repair', data, '--from', cluster.url]);
  assert.equal(repair.code, 1, repair.out);
  assert.match(repair.err, /IN_USE: .*\n {2}next step: nothing was changed: a node that runs repairs itself/);
  const live = await command(['log', 'verify', data, '--live']);
  assert.equal(live.code, 0, live.out + live.err);
  const copy = join(scratch, 'copy-of-live');
  await cp(data, copy, { recursive: true });
  const copied = await command(['log', 'verify', copy]);
  assert.equal(copied.code, 0, copied.out + copied.err);
});

test('repair of a stopped node fetches what is damaged from a live one, says so, and the node goes on', async () => {
  const [node] = cluster.nodes();
  assert.ok(node !== undefined);
  await cluster.kill(node.id);
  for (const text of ['note 100', 'note 200', 'bulk 3 ']) await flip(node.data, text);
  const others = cluster.url.replace(`${node.client},`, '');

  const dry = await command(['log', 'repair', node.data, '--from', others, '--dry-run']);
  assert.equal(dry.code, 0, dry.out + dry.err);
  assert.equal(dry.out.match(/can be repaired/g)?.length, 3, dry.out);
  assert.equal((await command(['log', 'verify', node.data])).code, 6, 'a dry run repairs nothing');

  const self = await command(['log', 'repair', node.data, '--from', others, '--node', node.id]);
  assert.equal(self.code, 2, self.out + self.err);
  const repaired = await command(['log', 'repair', node.data, '--from', others]);
  assert.equal(repaired.code, 0, repaired.out + repaired.err);
  assert.equal(repaired.out.match(/ repaired \(/g)?.length, 3, repaired.out);
  assert.match(repaired.out, /sound\n$/);
  const verified = await command(['log', 'verify', node.data]);
  assert.equal(verified.code, 0, verified.out + verified.err);
  cluster.startNode(node.id);
  await ready(cluster, { everyNode: true });
});

/** Flips a bit of the only place in the segments below `path` that holds this text. */
async function flip(path: string, text: string): Promise<void> {
  for (const name of (await readdir(path, { recursive: true })).filter((found) => found.endsWith('.segment'))) {
    const bytes = await readFile(join(path, name));
    const at = bytes.indexOf(text);
    if (at < 0) continue;
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    await writeFile(join(path, name), bytes);
    return;
  }
  assert.fail(`nowhere: ${text}`);
}

test('of stopped nodes: sound, equal in their histories, read-only, and the transactions are those that were submitted', async () => {
  await cluster.stop('SIGTERM');
  const before = await pictureOf(data);
  const digests = new Set<string>();
  for (const node of cluster.nodes()) {
    const result = await command(['log', 'verify', node.data, '-o', 'json']);
    assert.equal(result.code, 0, result.out + result.err);
    const verified = JSON.parse(result.out) as { sound: boolean; partitions: { digest: string; lastOffset: number }[] };
    assert.equal(verified.sound, true);
    assert.equal(verified.partitions[0]?.lastOffset, TRANSACTIONS);
    digests.add(verified.partitions[0]?.digest ?? '');
  }
  assert.equal(digests.size, 1, 'one history');
  const dumped = await command(['log', 'dump', data, '--partition', '1', '--payload', '-o', 'ndjson']);
  assert.equal(dumped.code, 0, dumped.err);
  const keys = dumped.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { transactions?: { key: string; offset: number }[] })
    .flatMap(({ transactions }) => transactions ?? [])
    .map(({ key }) => key);
  assert.deepEqual(
    keys,
    Array.from({ length: TRANSACTIONS }, (_, at) => `key-${at}`),
  );
  assert.equal((await command(['log', 'ls', data])).code, 0);
  const counted = await command(['log', 'stats', data, '-o', 'json']);
  assert.equal((JSON.parse(counted.out) as { partitions: { transactions: number }[] }).partitions[0]?.transactions, TRANSACTIONS);
  assert.deepEqual(await pictureOf(data), before);
});

test('a flipped byte in each kind of file is found, placed, and ends with 6', async () => {
  const kinds: [RegExp, (bytes: Buffer) => number][] = [
    [/\.segment$/, (bytes) => bytes.indexOf('note 150')],
    [/\.segment$/, () => 80],
    [/\.seal$/, () => 300],
    [/hard-state$/, () => 48],
    [/identity$/, () => 25],
    [/genesis$/, (bytes) => bytes.length - 20],
  ];
  for (const [at, [pattern, place]] of kinds.entries()) {
    const copy = join(scratch, `flipped-${at}`);
    await cp(data, copy, { recursive: true });
    const name = (await readdir(copy, { recursive: true })).sort().find((found) => pattern.test(found)) ?? '';
    const file = join(copy, name);
    const bytes = await readFile(file);
    const position = place(bytes);
    bytes[position] = (bytes[position] ?? 0) ^ 4;
    await writeFile(file, bytes);
    const result = await command(['log', 'verify', copy, '-o', 'json']);
    assert.equal(result.code, 6, `${name}, byte ${position}: ${result.out}${result.err}`);
    const { findings } = JSON.parse(result.out) as { findings: { file: string }[] };
    assert.equal(findings[0]?.file, file);
  }
});

test('what is typed wrongly is a usage error', async () => {
  for (const args of [
    ['log'],
    ['log', 'verify'],
    ['log', 'frobnicate', data],
    ['log', 'verify', scratch],
    ['log', 'ls', data, '--partition', '9'],
  ]) {
    const result = await command(args);
    assert.equal(result.code, 2, `${args.join(' ')}: ${result.out}${result.err}`);
  }
});
