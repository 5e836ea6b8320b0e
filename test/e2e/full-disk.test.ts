// Real nodes whose disk fills up: nothing is appended any more and that is said, reads go on, nothing is lost, and it goes on by itself when there is space again. A node
// counts as full when less than its reserve is free, so a file of some size fills any disk for those nodes that keep a large reserve.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ledgerline } from '@ledgerline/client';
import { parse, stringify } from 'yaml';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { said } from './damage.ts';
import { commandsOf, Endings, leaderOf, READY_MS, ready, startCluster, until } from './harness.ts';
import { bySdk, checkHealthy, checkLogs, checkStates, Load } from './load.ts';

const MiB = 1024 * 1024;
/** More than nodes and others write during a test, and a file that takes it all. */
const ROOM_BYTES = 128 * MiB;
const FILLER_BYTES = 2 * ROOM_BYTES;
const SUBMIT_MS = 2_000;
/** Between two looks at whether anything is appended. */
const QUIET_MS = 1_000;
const NODES = ['n1', 'n2', 'n3'];

const endings = new Endings();
let directory: string;
let cluster: DevCluster;
let ledger: Ledgerline;
let load: Load;
let leader: string;
let followers: string[];
let pids: number[];

before(async () => {
  directory = await mkdtemp(join(await quietDisk(), 'ledgerline-test-'));
  endings.after(() => rm(directory, { recursive: true, force: true }));
  cluster = await startCluster(endings, { directory: join(directory, 'cluster'), storage: { spaceReserve: 0 } });
  ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  endings.after(() => ledger.close());
  leader = await leaderOf(cluster);
  followers = NODES.filter((node) => node !== leader);
  load = new Load(ledger, { writers: 4, valueBytes: 200, restMs: 20 });
  await load.more(50);
});
after(() => endings.end());

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/** A disk on which others write little: of memory, where there is one with enough room. */
async function quietDisk(): Promise<string> {
  const memory = '/dev/shm';
  const isRoomy = await freeBytes(memory).then(
    (free) => free > 4 * FILLER_BYTES,
    () => false,
  );
  return isRoomy ? memory : tmpdir();
}

/** Restarts a node so that it has no more than this room left. */
async function limit(node: string, roomBytes: number): Promise<void> {
  await cluster.kill(node, 'SIGTERM');
  const file = join(cluster.dataDirectory(node), '..', 'node.yaml');
  const config = parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, stringify({ ...config, storage: { spaceReserve: (await freeBytes(directory)) - roomBytes } }));
  cluster.startNode(node);
  await ready(cluster);
}

async function fill(): Promise<void> {
  pids = cluster.nodes().map(({ pid }) => pid);
  await writeFile(join(directory, 'filler'), Buffer.alloc(FILLER_BYTES, 1));
}

/** Space returns; nobody is restarted, and everybody goes on. */
async function unfill(): Promise<void> {
  await rm(join(directory, 'filler'));
  await load.more(50);
  await until('nothing needs attention', async () => (await attention()).length === 0);
  assert.deepEqual(
    cluster.nodes().map(({ pid }) => pid),
    pids,
    'nobody was restarted',
  );
}

async function attention(): Promise<string[]> {
  return ((await commandsOf(cluster).json('status')) as { attention: string[] }).attention;
}

/** `ledgerline status` names exactly these nodes as full. */
async function sayFull(nodes: readonly string[]): Promise<void> {
  await until(`${nodes.join(', ')} are full`, async () => {
    const words = await attention();
    return words.length === nodes.length && nodes.every((node) => words.some((word) => word.startsWith(`${node}: disk full, read-only (`)));
  });
}

/** Indexes of the last entries of all nodes, once they do not change any more. */
async function lastIndexes(): Promise<number[]> {
  let found: number[] = [];
  await until('nothing is appended any more', async () => {
    const before = found;
    await sleep(QUIET_MS);
    found = (await ledger.status()).partitions[0]?.nodes.map(({ last }) => last) ?? [];
    return found.join() === before.join();
  });
  return found;
}

/** What was acknowledged is in the state of every node that is asked, also one that is full. */
async function readsGoOn(): Promise<void> {
  const { id } = load.acknowledged[0] ?? assert.fail('something was acknowledged');
  for (const node of NODES) {
    const { value } = await ledger.state().get(id, { node, at: 'local' });
    assert.equal(Buffer.from(value ?? []).toString(), load.value(id), node);
    for await (const { offset } of ledger.tail({ node, to: 10 })) assert.ok(offset <= 10);
  }
  assert.notEqual((await ledger.state().get(id)).value, undefined, 'a linearizable read');
}

test('a full follower takes nothing more and says so; the others go on, and it catches up when there is space', async () => {
  const [follower = ''] = followers;
  await limit(follower, ROOM_BYTES);
  await fill();
  await sayFull([follower]);
  await load.more(50);
  await readsGoOn();
  const nodes = (await ledger.status()).partitions[0]?.nodes ?? [];
  const lastOf = (id: string): number => nodes.find((node) => node.id === id)?.last ?? 0;
  assert.ok(lastOf(follower) < lastOf(leader), 'the full one is behind');
  await unfill();
  assert.equal((await said(cluster, follower, 'too little space is free')).length, 1);
  assert.equal((await said(cluster, follower, 'enough space is free again')).length, 1);
});

test('with a majority full nothing commits and nothing is lost; what was under way commits when there is space', async () => {
  const [, second = ''] = followers;
  await limit(second, ROOM_BYTES);
  assert.equal(await leaderOf(cluster), leader, 'it still leads');
  await fill();
  await sayFull(followers);
  await readsGoOn();
  // The leader has space: it appends, but nobody else does, so all that it can say is that it does not know.
  const waiting = ledger.submit({ type: 't', data: 'under way', key: 'under-way' }, { deadlineMs: SUBMIT_MS });
  await assert.rejects(waiting, { outcome: 'unknown' });
  assert.deepEqual(await ledger.lookup({ named: 'under-way' }), { kind: 'not-yet' });
  await unfill();
  await until('it committed', async () => (await ledger.lookup({ named: 'under-way' })).kind === 'committed');
});

test('with all of them full transactions are refused before anything is appended', async (context) => {
  await limit(leader, ROOM_BYTES);
  await fill();
  await sayFull(NODES);
  const before = await lastIndexes();
  await assert.rejects(ledger.submit({ type: 't', data: 'refused' }, { deadlineMs: SUBMIT_MS }), { code: 'NO_SPACE', outcome: 'none' });
  const typed = await commandsOf(cluster).run('submit', 'refused', '--timeout', '2s');
  assert.equal(typed.code, 1, typed.err);
  assert.match(typed.err, /NO_SPACE/);
  await readsGoOn();
  assert.deepEqual(
    (await ledger.status()).partitions[0]?.nodes.map(({ last }) => last),
    before,
    'nothing was appended',
  );
  await unfill();
  await load.stop();
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  await checkLogs(cluster, load, bySdk(ledger));
  await checkStates(cluster, ledger, load);
  context.diagnostic(load.summary());
});
