// Real nodes whose disks lose what they held: a log that rots at rest, a snapshot that ends early, a kill in mid-append, ends that nobody can explain. The cluster
// comes back by itself, and everything that was acknowledged is there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { filesOf, flip, type LogLine, linesSinceStart, said, truncateNewestSnapshot, usedBytes } from './damage.ts';
import { command, Endings, leaderOf, READY_MS, ready, startCluster, until } from './harness.ts';
import { byCommand, checkHealthy, checkLogs, checkNamedKeys, checkSnapshots, checkStates, Load, type TailedTransaction } from './load.ts';

/** Some of the first segment's 1 MiB for each of the nodes, and a second segment. */
const LOAD = { writers: 16, valueBytes: 1_500 };
/** Acknowledged before anything is broken: three snapshots and two segments. */
const ENOUGH = 1_200;
const NODES = ['n1', 'n2', 'n3'];
/** Entries in a row of which each node loses every third. */
const HELICAL_ENTRIES = 24;

const endings = new Endings();
let cluster: DevCluster;
let ledger: Ledgerline;
let load: Load;
/** As all nodes served it after the first test. */
let log: TailedTransaction[];

before(async () => {
  cluster = await startCluster(endings, { storage: { snapshotInterval: '256KiB' } });
  ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  endings.after(() => ledger.close());
  load = new Load(ledger, LOAD);
});
after(() => endings.end());

/** What the nodes said about their disks at their last start. */
async function report(context: TestContext): Promise<void> {
  for (const node of NODES) {
    const words = new Map<string, number>();
    for (const { level, msg } of await linesSinceStart(cluster, node))
      if (level !== 'info' && !msg.startsWith('peer ')) words.set(msg, (words.get(msg) ?? 0) + 1);
    context.diagnostic(`${node}: ${[...words].map(([msg, count]) => `${count} × ${msg}`).join('; ') || 'nothing to say'}`);
  }
  context.diagnostic(load.summary());
}

/** What the node found, once it has said of each that it is repaired. */
async function allRepaired(node: string): Promise<LogLine[]> {
  let found: LogLine[] = [];
  await until(`${node} has repaired what it found`, async () => {
    found = await said(cluster, node, 'found damaged entries');
    return (await said(cluster, node, 'repaired damaged entries')).length === found.length;
  });
  return found;
}

test('one log rots at rest, the newest snapshot of another node is cut short, one is killed in mid-append: all comes back by itself', async (context) => {
  await until(
    'every node has two snapshots',
    async () => {
      const counts = await Promise.all(NODES.map((node) => filesOf(cluster, node, '.snapshot')));
      return load.acknowledged.length >= ENOUGH && counts.every((files) => files.length >= 2);
    },
    60_000,
  );
  const killed = await leaderOf(cluster);
  const [rotten = '', cut = ''] = NODES.filter((node) => node !== killed);
  await cluster.kill(rotten);
  // What follows, the rotten one has not.
  await load.more(300);
  await Promise.all([cluster.kill(killed), cluster.kill(cut)]);
  const before = load.acknowledged.length;

  const [sealed = '', newest = ''] = await filesOf(cluster, rotten, '.segment');
  for (const path of [sealed, newest]) {
    const used = await usedBytes(path);
    assert.ok(used > 256 * 1024, `${path} holds enough to lose some: ${used}`);
    await flip(
      path,
      [0.2, 0.201, 0.5].map((share) => Math.floor(used * share)),
    );
  }
  const snapshot = await truncateNewestSnapshot(cluster, cut);
  for (const node of NODES) cluster.startNode(node);

  await load.more(200);
  await load.stop();
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  log = await checkLogs(cluster, load, byCommand(cluster));
  await checkStates(cluster, ledger, load);
  await checkNamedKeys(ledger, load);
  await checkSnapshots(cluster);
  const found = await allRepaired(rotten);
  for (const path of [sealed, newest])
    assert.ok(
      found.some(({ file }) => file === path),
      `damage in ${basename(path)} is named`,
    );
  assert.equal((await said(cluster, cut, 'found a damaged snapshot')).length, 1, snapshot);
  context.diagnostic(
    `${rotten}: ${found.length} damaged ranges; ${cut}: ${basename(snapshot)} cut; ${killed}, which led: killed; ${before} were acknowledged then`,
  );
  await report(context);
});

test('each node loses every third entry of the same range, in an old segment and at the very end: as long as one node has each, all comes back', async (context) => {
  // An orderly end: the hard state then proves that all of it was synced.
  await cluster.stop('SIGTERM');
  const byEntry = [
    ...new Map(log.filter(({ deltas }) => deltas !== undefined).map((transaction) => [transaction.index, transaction])).values(),
  ];
  const early = byEntry.findIndex(({ offset }) => offset > 100);
  const lost = [...byEntry.slice(early, early + HELICAL_ENTRIES), ...byEntry.slice(-HELICAL_ENTRIES)];
  for (const [at, node] of NODES.entries()) {
    const files = await filesOf(cluster, node, '.segment');
    const contents = await Promise.all(files.map((path) => readFile(path)));
    for (const { deltas } of lost.filter((_, position) => position % NODES.length === at)) {
      const text = deltas?.[0]?.value?.slice(0, 60) ?? '';
      const place = contents.findIndex((bytes) => bytes.includes(text));
      assert.notEqual(place, -1, `${node} has ${text}`);
      await flip(files[place] ?? '', [(contents[place]?.indexOf(text) ?? 0) + 20]);
    }
    const { code } = await command(['log', 'verify', cluster.dataDirectory(node)]);
    assert.equal(code, 6, `${node} is damaged`);
  }
  for (const node of NODES) cluster.startNode(node);
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  assert.deepEqual(await checkLogs(cluster, load, byCommand(cluster)), log);
  await checkStates(cluster, ledger, load);
  for (const node of NODES) {
    const found = await allRepaired(node);
    assert.ok(found.length >= HELICAL_ENTRIES / NODES.length, `${node} found ${found.length}`);
  }
  await report(context);
});

test('an end that no crash leaves is settled by the others, and the node says so', async (context) => {
  await cluster.kill('n3');
  const newest = (await filesOf(cluster, 'n3', '.segment')).at(-1) ?? '';
  // In the last entry, in front of padding and end mark: whether it was acknowledged nobody can tell.
  await flip(newest, [(await usedBytes(newest)) - 98]);
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  const lines = await byCommand(cluster)('n3', 1);
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as TailedTransaction),
    log,
  );
  assert.equal((await said(cluster, 'n3', 'the end of the log is unclear')).length, 1);
  assert.equal((await said(cluster, 'n3', 'the unclear end of the log is settled')).length, 1);
  await report(context);
});

test('afterwards the directories are sound, byte for byte', async () => {
  await cluster.stop('SIGTERM');
  for (const node of NODES) {
    const { code, out, err } = await command(['log', 'verify', cluster.dataDirectory(node)]);
    assert.equal(code, 0, `${node}: ${out}${err}`);
  }
});
