// Real nodes killed at random moments of what goes on beside appends: while a snapshot is written, the log compacted, a snapshot installed, damage repaired. After every round
// everything that was acknowledged is on every node. `make chaos` does more rounds.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { filesOf, flip, said, tear, usedBytes } from '../e2e/damage.ts';
import { READY_MS, ready, startCluster, until } from '../e2e/harness.ts';
import { bySdk, checkHealthy, checkLogs, checkNamedKeys, checkSnapshots, checkStates, firstOffsetOf, Load } from '../e2e/load.ts';

const ROUNDS = Number(process.env.LEDGERLINE_CHAOS_ROUNDS ?? 6);
const LOAD = { writers: 8, valueBytes: 200, recordBytes: 4096, restMs: 20 };
const NODES = ['n1', 'n2', 'n3'];
/** Of a segment that is large enough to lose bytes well before its last write. */
const ENOUGH_BYTES = 128 * 1024;

interface World {
  readonly cluster: DevCluster;
  readonly ledger: Ledgerline;
  readonly load: Load;
}

function anyNode(): string {
  return NODES[Math.floor(Math.random() * NODES.length)] ?? 'n1';
}

/** All at once, or one. */
async function killAndStart({ cluster }: World, victims: readonly string[]): Promise<void> {
  await Promise.all(victims.map((node) => cluster.kill(node)));
  for (const node of victims) cluster.startNode(node);
  await ready(cluster);
}

/** Asks for a snapshot and does not wait for the answer, which may never come. */
function askForSnapshot({ ledger }: World): void {
  ledger
    .snapshots()
    .take({ deadlineMs: 5_000 })
    .catch(() => undefined);
}

async function duringSnapshot(world: World): Promise<void> {
  askForSnapshot(world);
  await sleep(Math.random() * 100);
  await killAndStart(world, Math.random() < 0.5 ? NODES : [anyNode()]);
}

/** A node gets a new segment, so that snapshots soon cover the old ones; then killed about when these go. */
async function duringCompaction(world: World): Promise<void> {
  const node = anyNode();
  await restartWithNewSegment(world, node);
  await world.ledger.snapshots().take();
  await world.load.more(20);
  askForSnapshot(world);
  await sleep(Math.random() * 300);
  await killAndStart(world, Math.random() < 0.5 ? NODES : [node]);
}

async function restartWithNewSegment({ cluster, load }: World, node: string): Promise<void> {
  await cluster.kill(node);
  await tear(cluster, node);
  cluster.startNode(node);
  await ready(cluster);
  await until(`${node} cut what was torn`, async () =>
    (await said(cluster, node, 'recovered the log')).some(({ tornBytes }) => tornBytes !== 0),
  );
  await load.more(10);
}

/** A random moment of what follows when a node has read its log: it repairs itself, connects, and is given what it lacks. */
async function afterRecovery(cluster: DevCluster, node: string): Promise<void> {
  while ((await said(cluster, node, 'recovered the log')).length === 0) await sleep(5);
  await sleep(Math.random() * 400);
}

async function duringRepair(world: World): Promise<void> {
  const { cluster } = world;
  const node = anyNode();
  await cluster.kill(node);
  for (const path of await filesOf(cluster, node, '.segment')) {
    const used = await usedBytes(path);
    if (used > ENOUGH_BYTES)
      await flip(
        path,
        [0.2, 0.4, 0.6].map((share) => Math.floor(used * share)),
      );
  }
  cluster.startNode(node);
  await afterRecovery(cluster, node);
  await killAndStart(world, Math.random() < 0.3 ? NODES : [node]);
}

async function duringInstallation(world: World): Promise<void> {
  const { cluster, ledger, load } = world;
  await cluster.kill('n3');
  const last = Math.max(...((await ledger.status()).partitions[0]?.nodes ?? []).map((node) => node.last));
  // The new segments begin well above what n3 may have.
  await load.more(20);
  for (const node of ['n1', 'n2']) await restartWithNewSegment(world, node);
  await until(
    'the others have dropped what n3 needs',
    async () => {
      await load.more(20);
      await ledger.snapshots().take();
      const others = ((await ledger.status()).partitions[0]?.nodes ?? []).filter(({ id }) => id !== 'n3');
      return others.every(({ storage }) => (storage?.firstIndex ?? 0) > last + 1);
    },
    READY_MS,
  );
  cluster.startNode('n3');
  await afterRecovery(cluster, 'n3');
  await killAndStart(world, Math.random() < 0.3 ? NODES : ['n3']);
}

const MOMENTS = { snapshot: duringSnapshot, repair: duringRepair, compaction: duringCompaction, installation: duringInstallation };

async function checkAll({ cluster, ledger, load }: World): Promise<void> {
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  const firsts = await Promise.all(NODES.map((node) => firstOffsetOf(ledger, node)));
  await checkLogs(cluster, load, bySdk(ledger), Math.max(...firsts));
  await checkStates(cluster, ledger, load);
}

test(`nothing acknowledged is lost in ${ROUNDS} kills during snapshots, compaction, installation and repair`, async (context) => {
  const cluster = await startCluster(context, { storage: { retention: 'snapshot', snapshotInterval: '1MiB' } });
  await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  const world: World = { cluster, ledger, load: new Load(ledger, LOAD) };
  await world.load.more(50);
  const kinds = Object.entries(MOMENTS);
  for (let round = 0; round < ROUNDS; round++) {
    const [kind, during] = kinds[round % kinds.length] ?? assert.fail('a kind');
    const startedAt = performance.now();
    await during(world);
    await world.load.more(20);
    await world.load.hold(() => checkAll(world));
    context.diagnostic(`round ${round + 1}, during ${kind}: ${Math.round(performance.now() - startedAt)} ms, ${world.load.summary()}`);
  }
  await world.load.stop();
  await checkAll(world);
  await checkNamedKeys(ledger, world.load);
  await checkSnapshots(cluster);
  const logs = await Promise.all(NODES.map((node) => readFile(cluster.logFile(node), 'utf8')));
  for (const words of ['took a snapshot', 'compacted the log', 'repaired damaged entries', 'fetching a snapshot', 'installed a snapshot'])
    context.diagnostic(`${logs.join('').split(words).length - 1} × ${words}`);
});
