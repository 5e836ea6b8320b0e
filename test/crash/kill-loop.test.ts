// Real processes under kill -9: single nodes, the leader, and all of them at once, again and again under load. Afterwards everything that
// was acknowledged is in the log of every node exactly once, nothing voided is, and the offsets have no gaps. `make crash` runs it longer.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommittedTransaction, Ledgerline, LedgerlineError } from '@ledgerline/client';
import { type Acknowledged, judge, type LoggedTransaction, type NodeLog } from '../../cmd/demo-verdict.ts';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { leaderOf, READY_MS, ready, startCluster } from '../e2e/harness.ts';

const SECONDS = Number(process.env.LEDGERLINE_CRASH_SECONDS ?? 20);
const WRITERS = 8;
/** Each writer has this many transactions under way. */
const OUTSTANDING = 8;
const TYPE = 'crash.v1';

interface Outcomes {
  readonly acknowledged: Acknowledged[];
  readonly voided: string[];
  /** Calls that ended unknown and were settled. */
  settled: number;
}

/** Submits until the signal, and settles what ended unknown: at its end every id is acknowledged, voided or was refused without a trace. */
async function write(ledger: Ledgerline, writer: string, outcomes: Outcomes, signal: AbortSignal): Promise<void> {
  for (let count = 0; !signal.aborted; count++) {
    const id = `${writer}-${count}`;
    const named = count % 2 === 0;
    const startedAt = performance.now();
    try {
      const receipt = await ledger.submit({ type: TYPE, data: id, ...(named ? { key: id } : {}) }, { deadlineMs: 3_000 });
      outcomes.acknowledged.push({ id, offset: receipt.offset, startedAt, endedAt: performance.now() });
    } catch (error) {
      if (!LedgerlineError.is(error)) throw error;
      if (error.outcome === 'unknown') await settle(ledger, { id, startedAt, unknown: error }, outcomes);
    }
  }
}

interface Unsettled {
  readonly id: string;
  readonly startedAt: number;
  readonly unknown: LedgerlineError;
}

async function settle(ledger: Ledgerline, { id, startedAt, unknown }: Unsettled, outcomes: Outcomes): Promise<void> {
  assert.ok(unknown.key !== undefined, 'an unknown outcome names its key');
  for (;;) {
    try {
      const answer = await ledger.resolve(unknown.key);
      outcomes.settled++;
      if (answer.kind === 'committed') outcomes.acknowledged.push({ id, offset: answer.offset, startedAt, endedAt: performance.now() });
      else outcomes.voided.push(id);
      return;
    } catch (error) {
      if (!LedgerlineError.is(error) || !error.retryable) throw error;
    }
  }
}

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
  const outcomes: Outcomes = { acknowledged: [], voided: [], settled: 0 };
  const stopping = new AbortController();
  const writers = Array.from({ length: WRITERS * OUTSTANDING }, (_, at) => write(ledger, `w${at}`, outcomes, stopping.signal));
  const writing = Promise.all(writers);
  const kills = await killLoop(cluster).finally(() => stopping.abort());
  await ready(cluster, { everyNode: true });
  await writing;

  const status = await ready(cluster, { everyNode: true });
  const [partition] = status.partitions;
  assert.ok(partition !== undefined);
  const logs: NodeLog[] = [];
  for (const { id: node, digest } of partition.nodes) {
    const transactions: LoggedTransaction[] = [];
    for await (const transaction of ledger.tail({ from: 1, to: partition.committed ?? 0, node })) transactions.push(logged(transaction));
    logs.push({ node, transactions, digest });
  }
  const { acknowledged, voided, settled } = outcomes;
  const verdict = judge({ acknowledged, voided, unsettled: 0, logs, totalCents: 0n });
  assert.deepEqual(verdict.problems, []);
  assert.ok(verdict.pass);
  // Every call was settled one way or the other, so nothing else can be in the log.
  assert.equal(verdict.committed, acknowledged.length, 'nothing that nobody was told about');
  assert.ok(acknowledged.length > 100, `work was done: ${acknowledged.length}`);
  const { one, leader, all, twice } = kills;
  context.diagnostic(
    `${acknowledged.length} acknowledged, ${voided.length} void, ${settled} settled by resolve; ` +
      `kills: ${one} single, ${leader} leader, ${all} all at once, ${twice} during recovery`,
  );
});

function logged(transaction: CommittedTransaction): LoggedTransaction {
  const { offset, index, term, timestamp, type, data } = transaction;
  const fingerprint = createHash('sha256').update(`${offset} ${index} ${term} ${timestamp} ${type} `).update(data).digest('hex');
  const kind = type === TYPE ? 'transfer' : 'void';
  return { offset, kind, id: kind === 'void' ? '' : new TextDecoder().decode(data), from: '', to: '', cents: 0n, fingerprint };
}
