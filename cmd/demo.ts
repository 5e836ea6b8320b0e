// `ledgerline demo` (`make demo`): moves money through three nodes while they are killed, then reads every node and gives a verdict.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommittedTransaction, Ledgerline } from '@ledgerline/client';
import { defined } from '../consensus/assert.ts';
import { waitForLeaders } from './cluster-ready.ts';
import type { Context } from './context.ts';
import { BankClient, OPENING_TYPE, TRANSFER_TYPE, type Transfer } from './demo-bank.ts';
import { type DemoHistory, judge, type LoggedTransaction, longestGap, type NodeLog, percentile, type Verdict } from './demo-verdict.ts';
import { DevCluster } from './dev-cluster.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { Renderer } from './render.ts';
import { outputFormat, parseWhole } from './settings.ts';
import { transactionJson } from './transaction-json.ts';

const NODES = 3;
const OPENING_CENTS = 100_000n;
const READY_MS = 30_000;

export interface DemoArguments {
  readonly seconds: string;
  readonly clients: string;
  readonly accounts: string;
  readonly output?: string | undefined;
}

export async function run(args: DemoArguments, context: Context): Promise<ExitCode> {
  const seconds = parseWhole(args.seconds, { name: '--seconds', min: 5, max: 3_600 });
  const clients = parseWhole(args.clients, { name: '--clients', min: 1, max: 64 });
  const accounts = parseWhole(args.accounts, { name: '--accounts', min: 2, max: 10_000 });
  const render = new Renderer(outputFormat(args.output, context.env), context.streams);
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-demo-'));
  const cluster = await DevCluster.start({ directory, nodes: NODES, partitions: 1, basePort: 0 });
  try {
    const demo = new Demo(cluster, { render, signal: context.signal });
    const result = await demo.run({ seconds, clients, accounts });
    render.document(verdictJson(result), () => verdictText(result));
    return result.verdict.pass ? EXIT.ok : EXIT.failed;
  } finally {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

interface DemoResult {
  readonly verdict: Verdict;
  readonly conflicts: number;
  readonly resolved: number;
  readonly longestGapMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

class Demo {
  readonly #cluster: DevCluster;
  readonly #world: { readonly render: Renderer; readonly signal: AbortSignal };
  #startedAt = 0;

  constructor(cluster: DevCluster, world: { readonly render: Renderer; readonly signal: AbortSignal }) {
    this.#cluster = cluster;
    this.#world = world;
  }

  async run(size: { readonly seconds: number; readonly clients: number; readonly accounts: number }): Promise<DemoResult> {
    const { signal } = this.#world;
    await using ledger = await Ledgerline.connect(this.#cluster.url, { signal, deadlineMs: READY_MS });
    await waitForLeaders(ledger, { signal, deadlineMs: READY_MS, everyNode: true });
    this.#startedAt = performance.now();
    const accounts = Array.from({ length: size.accounts }, (_, at) => `account-${at + 1}`);
    await Promise.all(accounts.map((to) => openAccount(ledger, to)));
    this.#say(`three nodes are up, ${accounts.length} accounts hold ${money(OPENING_CENTS * BigInt(accounts.length))} together`);

    const closing = new AbortController();
    const clients = await Promise.all(
      Array.from({ length: size.clients }, (_, at) =>
        BankClient.connect({ url: this.#cluster.url, name: `client-${at + 1}`, accounts, namedKeys: at % 2 === 1, signal: closing.signal }),
      ),
    );
    const stopping = new AbortController();
    const working = Promise.all(clients.map((client) => client.run(AbortSignal.any([stopping.signal, signal]))));
    const trouble = this.#makeTrouble(ledger, size.seconds).finally(() => stopping.abort());
    await Promise.all([working, trouble]);
    const records = clients.map((client) => client.record);
    const acknowledged = records.flatMap((record) => record.acknowledged);
    this.#say('the clients have stopped; reading the whole log from every node');
    const logs = await this.#readEveryNode(ledger);
    closing.abort();
    await Promise.all(clients.map((client) => client.close()));
    const history: DemoHistory = {
      acknowledged,
      voided: records.flatMap((record) => record.voided),
      unsettled: sum(records.map((record) => record.unsettled)),
      logs,
      totalCents: OPENING_CENTS * BigInt(accounts.length),
    };
    const latencies = acknowledged.map((one) => one.endedAt - one.startedAt);
    return {
      verdict: judge(history),
      conflicts: sum(records.map((record) => record.conflicts)),
      resolved: sum(records.map((record) => record.resolved)),
      longestGapMs: longestGap(acknowledged),
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      perSecond: acknowledged.length / size.seconds,
    };
  }

  /** SIGKILLs the leader, restarts it, SIGKILLs another node, restarts that too: a quarter of the time each. */
  async #makeTrouble(ledger: Ledgerline, seconds: number): Promise<void> {
    const quarter = (seconds * 1000) / 4;
    await this.#sleep(quarter);
    const leader = await this.#leader(ledger);
    await this.#cluster.kill(leader, 'SIGKILL');
    this.#say(`killed the leader ${leader} with SIGKILL`);
    await this.#sleep(quarter);
    this.#cluster.startNode(leader);
    await waitForLeaders(ledger, { signal: this.#world.signal, deadlineMs: READY_MS });
    this.#say(`started ${leader} again; ${await this.#leader(ledger)} leads`);
    await this.#sleep(quarter);
    const another = defined(
      this.#cluster.nodes().find((node) => node.id !== leader),
      'a node that was not killed yet',
    ).id;
    await this.#cluster.kill(another, 'SIGKILL');
    this.#say(`killed ${another} with SIGKILL`);
    await this.#sleep(quarter);
    this.#cluster.startNode(another);
    this.#say(`started ${another} again`);
  }

  async #leader(ledger: Ledgerline): Promise<string> {
    const status = await waitForLeaders(ledger, { signal: this.#world.signal, deadlineMs: READY_MS });
    return defined(status.partitions[0], 'partition 1').leader;
  }

  async #readEveryNode(ledger: Ledgerline): Promise<NodeLog[]> {
    const { signal } = this.#world;
    const status = await waitForLeaders(ledger, { signal, deadlineMs: READY_MS, everyNode: true });
    const partition = defined(status.partitions[0], 'partition 1');
    const to = defined(partition.committed, 'the committed offset');
    const logs: NodeLog[] = [];
    for (const { id, digest } of partition.nodes) {
      const transactions: LoggedTransaction[] = [];
      for await (const transaction of ledger.tail({ from: 1, to, node: id, signal })) transactions.push(logged(transaction));
      logs.push({ node: id, transactions, digest });
    }
    return logs;
  }

  #say(text: string): void {
    const at = ((performance.now() - this.#startedAt) / 1000).toFixed(1).padStart(5);
    this.#world.render.note(`${at} s  ${text}`);
  }

  async #sleep(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#world.signal });
  }
}

async function openAccount(ledger: Ledgerline, to: string): Promise<void> {
  const data = JSON.stringify({ id: `open-${to}`, to, cents: String(OPENING_CENTS) });
  await ledger.submit({ type: OPENING_TYPE, key: `open-${to}`, locks: [{ mode: 'write', name: to }], data });
}

function logged(transaction: CommittedTransaction): LoggedTransaction {
  const fingerprint = createHash('sha256').update(transactionJson(transaction)).update(String(transaction.seen)).digest('hex');
  const kind = transaction.type === TRANSFER_TYPE ? 'transfer' : transaction.type === OPENING_TYPE ? 'opening' : 'void';
  if (kind === 'void') return { offset: transaction.offset, kind, id: '', from: '', to: '', cents: 0n, fingerprint };
  const { id, from, to, cents } = JSON.parse(new TextDecoder().decode(transaction.data)) as Transfer;
  return { offset: transaction.offset, kind, id, from: from ?? '', to, cents: BigInt(cents), fingerprint };
}

function verdictText(result: DemoResult): string {
  const { verdict } = result;
  const row = (label: string, value: string): string => `  ${label.padEnd(38)}${value}`;
  return [
    '',
    row('acknowledged', String(verdict.acknowledged)),
    row('in the log, on every node', String(verdict.committed)),
    row('lost', String(verdict.lost)),
    row('duplicated', String(verdict.duplicated)),
    row('out of order', String(verdict.outOfOrder)),
    row('unknown, then settled by resolve', String(result.resolved)),
    row('conflicts, retried', String(result.conflicts)),
    row(
      'money',
      `${money(verdict.totalCents)} ${verdict.moneyConserved ? 'conserved on every node, no account overdrawn' : 'NOT CONSERVED'}`,
    ),
    row('logs and chain digests', verdict.logsEqual ? `equal on all nodes (${verdict.digest.slice(0, 16)}…)` : 'NOT EQUAL'),
    row('longest without an acknowledgement', `${(result.longestGapMs / 1000).toFixed(2)} s`),
    row('transfer p50 / p99', `${result.p50Ms.toFixed(1)} ms / ${result.p99Ms.toFixed(1)} ms`),
    row('transfers a second', result.perSecond.toFixed(0)),
    ...verdict.problems.map((problem) => `  PROBLEM  ${problem}`),
    '',
    verdict.pass
      ? `VERDICT PASS: ${verdict.acknowledged} acknowledged transfers, each in the log of every node exactly once`
      : `VERDICT FAIL: ${verdict.problems[0] ?? 'see above'}`,
  ].join('\n');
}

function verdictJson(result: DemoResult): unknown {
  const { verdict, ...measured } = result;
  return { ...verdict, totalCents: String(verdict.totalCents), ...measured };
}

function money(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
