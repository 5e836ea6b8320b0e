// Load for the tests that take nodes away: writers that settle whatever ends unknown, and the comparison of all they were told with the log
// of every node. Whether that is enough is the judge's to say (cmd/demo-verdict.ts).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type ClusterStatus, type CommittedTransaction, type Ledgerline, LedgerlineError } from '@ledgerline/client';
import { type Acknowledged, judge, type LoggedTransaction, type NodeLog } from '../../cmd/demo-verdict.ts';

const TYPE = 'crash.v1';
/** Milliseconds for one submit with its retries: short, so that some end unknown. */
const SUBMIT_MS = 3_000;

export interface Outcomes {
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
      const receipt = await ledger.submit({ type: TYPE, data: id, ...(named ? { key: id } : {}) }, { deadlineMs: SUBMIT_MS });
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

/** Starts `count` writers; the promise resolves when the signal has ended them and everything is settled. */
export function startWriters(ledger: Ledgerline, count: number, signal: AbortSignal): { outcomes: Outcomes; done: Promise<unknown> } {
  const outcomes: Outcomes = { acknowledged: [], voided: [], settled: 0 };
  const done = Promise.all(Array.from({ length: count }, (_, at) => write(ledger, `w${at}`, outcomes, signal)));
  return { outcomes, done };
}

/** Reads partition 1 from every node and asserts that it holds what the writers were told, all of it, once, and nothing else. */
export async function checkEveryNode(ledger: Ledgerline, status: ClusterStatus, outcomes: Outcomes): Promise<void> {
  const [partition] = status.partitions;
  assert.ok(partition !== undefined);
  const logs: NodeLog[] = [];
  for (const { id: node, digest } of partition.nodes) {
    const transactions: LoggedTransaction[] = [];
    for await (const transaction of ledger.tail({ from: 1, to: partition.committed ?? 0, node })) transactions.push(logged(transaction));
    logs.push({ node, transactions, digest });
  }
  const { acknowledged, voided } = outcomes;
  const verdict = judge({ acknowledged, voided, unsettled: 0, logs, totalCents: 0n });
  assert.deepEqual(verdict.problems, []);
  assert.ok(verdict.pass);
  assert.equal(logs.length, 3);
  // Every call was settled one way or the other, so nothing else can be in the log.
  assert.equal(verdict.committed, acknowledged.length, 'nothing that nobody was told about');
  assert.ok(acknowledged.length > 100, `work was done: ${acknowledged.length}`);
}

function logged(transaction: CommittedTransaction): LoggedTransaction {
  const { offset, index, term, timestamp, type, data } = transaction;
  const fingerprint = createHash('sha256').update(`${offset} ${index} ${term} ${timestamp} ${type} `).update(data).digest('hex');
  const kind = type === TYPE ? 'transfer' : 'void';
  return { offset, kind, id: kind === 'void' ? '' : new TextDecoder().decode(data), from: '', to: '', cents: 0n, fingerprint };
}
