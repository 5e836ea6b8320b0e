// Real nodes that keep only what their snapshots do not cover, for a while and under fire: killed in turn, one away for so long that it needs a snapshot, all of them
// at once. What was acknowledged is in the state of every node, and in the log as far as there still is one. `make soak` runs it longer.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterStatus, Ledgerline, LedgerlineError } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { said } from './damage.ts';
import { leaderOf, READY_MS, ready, startCluster, until } from './harness.ts';
import { bySdk, checkHealthy, checkLogs, checkNamedKeys, checkSnapshots, checkStates, Load } from './load.ts';

/** For which nodes are killed in turn. */
const SECONDS = Number(process.env.LEDGERLINE_SOAK_SECONDS ?? 10);
const IS_LONG = SECONDS >= 120;
/** Writers rest, longer in the long form, so that what they were told still fits into memory after hours. */
const LOAD = { writers: 16, valueBytes: 200, recordBytes: 16 * 1024, restMs: IS_LONG ? 100 : 20 };
const SNAPSHOT_INTERVAL = '256KiB';
const MiB = 1024 * 1024;
/** What retention may leave: some segments, and what gathers between snapshots, which are as far apart as twice their own size. */
const LOG_SEGMENTS_BYTES = 3 * 64 * MiB;
const LOG_SNAPSHOTS = 6;
/** Every so many kills, in the long form, a node is left behind. */
const LEAVE_BEHIND_KILLS = 20;

type NodeStatus = ClusterStatus['partitions'][number]['nodes'][number];

async function nodesOf(ledger: Ledgerline): Promise<readonly NodeStatus[]> {
  return (await ledger.status()).partitions[0]?.nodes ?? [];
}

/** A service's own copy of the state: the puts of the log in their order, and where the log does not reach back, the state of a node. */
class View {
  readonly values = new Map<string, string>();
  offset = 0;
  /** How often it had to start from the state. */
  restarts = 0;

  async follow(ledger: Ledgerline, to: number): Promise<void> {
    while (this.offset < to) {
      try {
        for await (const { offset, deltas } of ledger.tail({ from: this.offset + 1, to })) {
          for (const delta of deltas) if (delta.kind === 'put') this.values.set(text(delta.key), text(delta.value));
          this.offset = offset;
        }
      } catch (error) {
        if (!LedgerlineError.is(error) || error.code !== 'COMPACTED') throw error;
        this.restarts++;
        await this.#startFromState(ledger);
      }
    }
  }

  async #startFromState(ledger: Ledgerline): Promise<void> {
    this.values.clear();
    let first: number | undefined;
    for await (const { offset, entries } of ledger.state().range().pages()) {
      first ??= offset;
      for (const { key, value } of entries) this.values.set(text(key), text(value));
    }
    this.offset = first ?? 0;
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

async function lastIndex(ledger: Ledgerline): Promise<number> {
  return Math.max(...(await nodesOf(ledger)).map(({ last }) => last));
}

/** A node that is down, and has nothing above `last`, misses more than the others keep, and is given a snapshot when it comes back. */
async function leaveBehind(cluster: DevCluster, ledger: Ledgerline, { node, last }: { node: string; last: number }): Promise<void> {
  await until(
    `the others have dropped what ${node} needs`,
    async () => {
      const others = (await nodesOf(ledger)).filter(({ id }) => id !== node);
      return others.every(({ storage }) => (storage?.firstIndex ?? 0) > last + 1);
    },
    IS_LONG ? 600_000 : 60_000,
  );
  cluster.startNode(node);
  await until(`${node} is given a snapshot`, async () => (await said(cluster, node, 'installed a snapshot')).length > 0, 60_000);
}

/** Kills one after the other, followers and leaders, until the time is over; returns how many. */
async function killInTurn(cluster: DevCluster, ledger: Ledgerline): Promise<number> {
  const ids = cluster.nodes().map(({ id }) => id);
  const end = performance.now() + SECONDS * 1_000;
  let kills = 0;
  for (; performance.now() < end || kills < ids.length; kills++) {
    const victim = kills % 4 === 3 ? await leaderOf(cluster) : (ids[kills % ids.length] ?? '');
    await cluster.kill(victim);
    await sleep(Math.random() * 500);
    cluster.startNode(victim);
    await ready(cluster);
    await sleep(Math.random() * 500);
    if (kills % LEAVE_BEHIND_KILLS === LEAVE_BEHIND_KILLS - 1) {
      await ready(cluster);
      await cluster.kill(victim);
      await leaveBehind(cluster, ledger, { node: victim, last: await lastIndex(ledger) });
    }
  }
  return kills;
}

/** Every node says that the beginning is gone; returns the first offset that all of them have. */
async function checkCompacted(ledger: Ledgerline, ids: readonly string[]): Promise<number> {
  const firsts: number[] = [];
  for (const node of ids) {
    const error = await readFirst(ledger, node);
    assert.deepEqual([error?.code, error?.outcome], ['COMPACTED', 'none'], node);
    assert.ok((error?.offset ?? 0) > 1, `${node} names its first offset`);
    assert.ok((error?.snapshot?.offset ?? 0) >= (error?.offset ?? 0) - 1, `${node} names a snapshot that reaches it`);
    firsts.push(error?.offset ?? 0);
  }
  return Math.max(...firsts);
}

async function readFirst(ledger: Ledgerline, node: string): Promise<LedgerlineError | undefined> {
  try {
    for await (const { offset } of ledger.tail({ node, to: 1 })) assert.fail(`${node} has offset ${offset}`);
    return undefined;
  } catch (error) {
    if (!LedgerlineError.is(error)) throw error;
    return error;
  }
}

async function report(context: TestContext, ledger: Ledgerline, load: Load): Promise<void> {
  context.diagnostic(load.summary());
  for (const { id, storage } of await nodesOf(ledger))
    context.diagnostic(`${id}: ${((storage?.logBytes ?? 0) / MiB).toFixed(1)} MiB of log from index ${storage?.firstIndex}`);
}

test(`with retention by snapshot nothing acknowledged is lost in ${SECONDS} s of kill -9, installation and compaction`, async (context) => {
  const cluster = await startCluster(context, { storage: { retention: 'snapshot', snapshotInterval: SNAPSHOT_INTERVAL } });
  const ids = cluster.nodes().map(({ id }) => id);
  await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  await cluster.kill('n3');
  const last = await lastIndex(ledger);
  const load = new Load(ledger, LOAD);
  await load.more(10);
  const [early, steady] = [new View(), new View()];
  for (const view of [early, steady]) await view.follow(ledger, 10);

  await leaveBehind(cluster, ledger, { node: 'n3', last });
  await steady.follow(ledger, await ledger.committedOffset());
  const kills = await killInTurn(cluster, ledger);
  await load.stop();
  await ready(cluster, { everyNode: true });
  // The end: everything off at once, and on again.
  await Promise.all(ids.map((id) => cluster.kill(id)));
  for (const id of ids) cluster.startNode(id);
  await ready(cluster, { everyNode: true });

  await checkHealthy(cluster, ledger);
  const first = await checkCompacted(ledger, ids);
  await checkStates(cluster, ledger, load);
  const log = await checkLogs(cluster, load, bySdk(ledger), first);
  await checkNamedKeys(ledger, load);
  await checkSnapshots(cluster);
  const snapshotBytes = Math.max(...(await ledger.snapshots().list()).map(({ snapshots }) => snapshots?.[0]?.bytes ?? 0));
  const logBytesMax = LOG_SEGMENTS_BYTES + LOG_SNAPSHOTS * snapshotBytes;
  for (const { id, storage } of await nodesOf(ledger)) assert.ok((storage?.logBytes ?? 0) < logBytesMax, `the log of ${id} is bounded`);

  const committed = await ledger.committedOffset();
  for (const view of [early, steady]) await view.follow(ledger, committed);
  assert.equal(early.restarts, 1, 'a view that was away starts from the state');
  const told = load.acknowledged.map(({ id }) => [id, load.value(id)] as const);
  for (const view of [early, steady]) assert.deepEqual(new Map([...view.values].sort()), new Map([...told].sort()));
  context.diagnostic(
    `n3 was given a snapshot; ${kills} kills, then all at once; ${log.length} transactions still in the log, from offset ${first}`,
  );
  await report(context, ledger, load);
});
