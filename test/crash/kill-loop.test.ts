// Real processes under kill -9: single nodes, the leader, and all of them at once, again and again under load. Afterwards everything that
// was acknowledged is in the log of every node exactly once, nothing voided is, and the offsets have no gaps. `make crash` runs it longer.
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { leaderOf, READY_MS, ready, startCluster } from '../e2e/harness.ts';
import { checkEveryNode, startWriters } from './writers.ts';

const SECONDS = Number(process.env.LEDGERLINE_CRASH_SECONDS ?? 15);
/** Transactions under way at once. */
const WRITERS = 64;

/** Kills and restarts until the time is over; returns what it did, for the report. */
async function killLoop(cluster: DevCluster): Promise<Record<string, number>> {
  const done = { one: 0, leader: 0, all: 0, twice: 0 };
  const kinds = Object.keys(done) as (keyof typeof done)[];
  const ids = cluster.nodes().map((node) => node.id);
  const end = performance.now() + SECONDS * 1_000;
  for (let round = 0; performance.now() < end; round++) {
    await sleep(300 + Math.random() * 700);
    const kind = kinds[round % kinds.length] ?? 'one';
    const random = ids[Math.floor(Math.random() * ids.length)] ?? 'n1';
    const victims = kind === 'all' ? ids : [kind === 'leader' ? await leaderOf(cluster) : random];
    await Promise.all(victims.map((id) => cluster.kill(id, 'SIGKILL')));
    done[kind]++;
    await sleep(Math.random() * 300);
    for (const id of victims) cluster.startNode(id);
    if (kind === 'twice') {
      // Killed again while it recovers.
      await sleep(Math.random() * 400);
      await Promise.all(victims.map((id) => cluster.kill(id, 'SIGKILL')));
      for (const id of victims) cluster.startNode(id);
    }
    await ready(cluster);
  }
  return done;
}

test(`nothing acknowledged is lost or doubled in ${SECONDS} s of kill -9 on all nodes`, async (context) => {
  const cluster = await startCluster(context);
  await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  const stopping = new AbortController();
  const { outcomes, done } = startWriters(ledger, WRITERS, stopping.signal);
  const kills = await killLoop(cluster).finally(() => stopping.abort());
  await ready(cluster, { everyNode: true });
  await done;

  await checkEveryNode(ledger, await ready(cluster, { everyNode: true }), outcomes);
  const { acknowledged, voided, settled } = outcomes;
  const { one, leader, all, twice } = kills;
  context.diagnostic(
    `${acknowledged.length} acknowledged, ${voided.length} void, ${settled} settled by resolve; ` +
      `kills: ${one} single, ${leader} leader, ${all} all at once, ${twice} during recovery`,
  );
});
