// Data directories that are put back and are not what they were, under real processes: an old copy, and one with another history. The node ends and says why, the others go on,
// and with its true directory it comes back.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cp, readFile, rename, rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { EXIT } from '../../cmd/exit.ts';
import type { Entry, NodeId } from '../../consensus/types.ts';
import { chainDigest } from '../../log/chain-digest.ts';
import { openDataDirectory } from '../../log/data-directory.ts';
import { nodeDisk } from '../../log/node-disk.ts';
import { linesSinceStart } from './damage.ts';
import { commandsOf, Endings, leaderOf, ready, startCluster, until } from './harness.ts';
import { bySdk, checkHealthy, checkLogs, checkStates, Load } from './load.ts';

const LOAD = { writers: 8, valueBytes: 200, restMs: 2 };
/** Acknowledged between two steps. */
const BETWEEN = 200;
/** Whose data directory is put back; it leads nothing. */
const VICTIM = 'n3';
/** Entries of which another history is made. */
const REWRITTEN = 5;

const endings = new Endings();
let cluster: DevCluster;
let ledger: Ledgerline;
let load: Load;
const deaths: { readonly id: string; readonly code: number | null }[] = [];

before(async () => {
  cluster = await startCluster(endings, { onDeath: (death) => deaths.push(death) });
  ledger = await Ledgerline.connect(cluster.url);
  endings.after(() => ledger.close());
  if ((await leaderOf(cluster)) === VICTIM) await commandsOf(cluster).json('transfer-leader', '--to', 'n1');
  load = new Load(ledger, LOAD);
});
after(() => endings.end());

/** Starts the node and waits until it has ended by itself; what it said last. */
async function diesSaying(): Promise<{ readonly code: number | null; readonly fatal: string; readonly output: string }> {
  const before = deaths.length;
  cluster.startNode(VICTIM);
  await until(`${VICTIM} ends`, () => deaths.length > before);
  const fatal = (await linesSinceStart(cluster, VICTIM)).find(({ level }) => level === 'fatal');
  const output = await readFile(cluster.logFile(VICTIM), 'utf8');
  return { code: deaths.at(-1)?.code ?? null, fatal: JSON.stringify(fatal), output: output.slice(output.lastIndexOf('\nledgerline: ')) };
}

/** The node has what it had last, and all is well. */
async function putBack(truth: string): Promise<void> {
  const data = cluster.dataDirectory(VICTIM);
  await rm(data, { recursive: true });
  await rename(truth, data);
  cluster.startNode(VICTIM);
  await ready(cluster, { everyNode: true });
}

test('a node whose data directory is an old copy ends before it is believed; with its newest it comes back', async () => {
  const data = cluster.dataDirectory(VICTIM);
  await load.more(BETWEEN);
  await cluster.kill(VICTIM);
  await cp(data, `${data}-old`, { recursive: true });
  cluster.startNode(VICTIM);
  await ready(cluster, { everyNode: true });
  await load.more(BETWEEN);
  await cluster.kill(VICTIM);
  await rename(data, `${data}-truth`);
  await rename(`${data}-old`, data);

  const { code, fatal, output } = await diesSaying();
  assert.equal(code, EXIT.damage);
  for (const text of [fatal, output]) {
    assert.match(text, /ROLLED_BACK/);
    assert.match(text, /ends at entry \d+, but it acknowledged all up to entry \d+ to n[12], and that is committed/);
    assert.match(text, /members replace/);
  }
  await load.more(BETWEEN);
  await putBack(`${data}-truth`);
  await load.more(BETWEEN);
});

test('a node that has another history under the same index and term ends and says where; with its own it comes back', async () => {
  const data = cluster.dataDirectory(VICTIM);
  await cluster.kill(VICTIM);
  await cp(data, `${data}-truth`, { recursive: true });
  const from = await rewriteHistory(data);

  const { code, fatal, output } = await diesSaying();
  assert.equal(code, EXIT.damage);
  for (const text of [fatal, output]) {
    const said = /differs from that of n[12] at index (\d+), term \d+: the chain digest is [0-9a-f]{64} here and [0-9a-f]{64} there/.exec(
      text,
    );
    assert.ok(Number(said?.[1]) >= from, text);
    assert.match(text, /DIVERGENCE/);
    assert.match(text, /put its right data directory back, or replace this node .*members replace/);
  }
  await load.more(BETWEEN);
  await putBack(`${data}-truth`);
  await load.stop();
  await checkHealthy(cluster, ledger);
  await checkLogs(cluster, load, bySdk(ledger));
  await checkStates(cluster, ledger, load);
});

/** The last entries say something else, in a log that is sound by itself. Returns the first of them that does. */
async function rewriteHistory(path: string): Promise<number> {
  const newIncarnation = () => randomBytes(16).toString('hex');
  const directory = await openDataDirectory({ disk: nodeDisk(), path, nodeId: VICTIM as NodeId, newIncarnation });
  try {
    const log = await directory.openPartition(1);
    const from = log.lastIndex - REWRITTEN + 1;
    const entries: Entry[] = [];
    for (let next = from; next <= log.lastIndex; next = (entries.at(-1)?.index ?? 0) + 1)
      entries.push(...(await log.read({ from: next, to: log.lastIndex, bytesMax: 1_000_000 })));
    const first = entries[0];
    assert.ok(first !== undefined && entries.length === REWRITTEN);
    let previousDigest = first.previousDigest;
    const rewritten = entries.map((entry): Entry => {
      const body = { ...entry, timestamp: entry.timestamp + 1 };
      const digest = chainDigest(previousDigest, entry.index, body);
      const changed = { ...body, previousDigest, digest };
      previousDigest = digest;
      return changed;
    });
    await log.append(rewritten);
    await log.close();
    return from;
  } finally {
    await directory.close();
  }
}
