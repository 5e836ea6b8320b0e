// How long a killed node takes to serve again: from starting the process to the first answered read and the first acknowledged submit, with what its own
// log lines say the time went to. The log ends as far behind its last snapshot as it ever does.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { SNAPSHOT_INTERVAL_BYTES } from '../../consensus/limits.ts';
import { connect, everyNodeCaughtUp, fill, MiB, median, noNewSnapshot, PAYLOAD_BYTES, type Result, whole } from './measure.ts';

const OUTSTANDING = 4_096;
const GOAL_MS = 1_000;
/** How much of the interval between two snapshots lies behind the last one when the nodes are killed. */
const BEHIND = 0.85;
const PIECE = 10_000;
/** A try to connect or to read fails after so many milliseconds and is made anew, so that no long backoff of the client is measured, and no node is busy with tries. */
const TRY_MS = 300;

export interface RestartOptions {
  readonly directory: string;
  readonly nodes: number;
  readonly transactions: number;
  readonly rounds: number;
}

/** Milliseconds from the start of the processes; of several nodes the last one's line. */
interface Restart {
  readonly starting: number;
  readonly recovered: number;
  readonly serving: number;
  readonly leading: number;
  readonly read: number;
  readonly submitted: number;
}

export async function restart(options: RestartOptions): Promise<Result[]> {
  const cluster = await DevCluster.start({ directory: options.directory, nodes: options.nodes, partitions: 1, basePort: 0 });
  try {
    const ledger = await connect(cluster.url);
    const began = performance.now();
    const log = await fillLog(ledger, options.transactions);
    console.log(`restart, ${options.nodes} nodes: ${log}, filled in ${whole((performance.now() - began) / 1000)} s`);
    await ledger.close();
    const restarts: Restart[] = [];
    for (let round = 0; round < options.rounds; round++) {
      await Promise.all(cluster.ids().map((id) => cluster.kill(id)));
      restarts.push(await once(cluster));
      const again = await connect(cluster.url);
      await everyNodeCaughtUp(again);
      await again.close();
    }
    return resultsOf(options, restarts);
  } finally {
    await cluster.stop();
  }
}

/** Fills the log, and goes on until as much lies behind the last snapshot as `BEHIND` says. */
async function fillLog(ledger: Ledgerline, transactions: number): Promise<string> {
  const data = new Uint8Array(PAYLOAD_BYTES).fill(120);
  const submit = (count: number) => fill(ledger, { count, outstanding: OUTSTANDING, inputOf: () => ({ type: 'bench', data }) });
  await submit(transactions);
  await everyNodeCaughtUp(ledger);
  await noNewSnapshot(ledger);
  for (;;) {
    const { bytes, behind, snapshotIndex } = await logOf(ledger);
    if (snapshotIndex === 0 || behind >= BEHIND * SNAPSHOT_INTERVAL_BYTES) {
      return `${whole(await ledger.committedOffset())} transactions, ${whole(bytes / MiB)} MiB of log, ${whole(behind / MiB)} MiB behind the last snapshot`;
    }
    await submit(PIECE);
  }
}

/** Bytes behind the newest snapshot are estimated by the number of entries there. */
async function logOf(ledger: Ledgerline) {
  const { partitions } = await ledger.status();
  const leader = partitions[0]?.nodes.find(({ role }) => role === 'leader');
  const { logBytes, snapshotIndex } = leader?.storage ?? { logBytes: 0, snapshotIndex: 0 };
  return { bytes: logBytes, snapshotIndex, behind: logBytes * (1 - snapshotIndex / (leader?.last ?? 1)) };
}

async function once(cluster: DevCluster): Promise<Restart> {
  const linesBefore = await Promise.all(cluster.ids().map(async (id) => (await linesOf(cluster, id)).length));
  const wallClock = Date.now();
  const began = performance.now();
  for (const id of cluster.ids()) cluster.startNode(id);
  const ledger = await persist(() => Ledgerline.connect(cluster.url, { deadlineMs: TRY_MS }));
  await persist(() => ledger.committedOffset({ deadlineMs: TRY_MS }));
  const read = performance.now() - began;
  await ledger.submit({ type: 'bench', data: new Uint8Array(PAYLOAD_BYTES) });
  const submitted = performance.now() - began;
  await ledger.close();
  const lines = (await Promise.all(cluster.ids().map((id) => linesOf(cluster, id)))).map((all, at) => all.slice(linesBefore[at]));
  const lastOf = (message: string): number => {
    const times = lines.flatMap((of) => of.filter(({ msg }) => msg === message).map(({ time }) => Date.parse(time) - wallClock));
    return times.length === 0 ? Number.NaN : Math.max(...times);
  };
  return {
    starting: lastOf('starting'),
    recovered: lastOf('recovered the log'),
    serving: lastOf('serving'),
    leading: lastOf('became leader'),
    read,
    submitted,
  };
}

async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!LedgerlineError.is(error)) throw error;
      await delay(2);
    }
  }
}

interface Line {
  readonly time: string;
  readonly msg: string;
}

async function linesOf(cluster: DevCluster, id: string): Promise<Line[]> {
  const text = await readFile(cluster.logFile(id), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

function resultsOf({ nodes, transactions }: RestartOptions, restarts: readonly Restart[]): Result[] {
  const of = (value: (one: Restart) => number): string => {
    const values = restarts.map(value);
    return `${whole(median(values))} ms (${values.map((ms) => whole(ms)).join(', ')})`;
  };
  const what = `restart of ${nodes === 1 ? 'a single node' : `all ${nodes} nodes`}, ${whole(transactions)} tx`;
  const goal = `< ${whole(GOAL_MS)} ms`;
  const row = (step: string, value: (one: Restart) => number): Result => ({ what: `  ${step}`, measured: of(value), goal: '' });
  const isMet = (value: (one: Restart) => number) => median(restarts.map(value)) < GOAL_MS;
  return [
    { what: `${what}: first read answered`, measured: of(({ read }) => read), goal, isMet: isMet(({ read }) => read) },
    { what: '  first submit acknowledged', measured: of(({ submitted }) => submitted), goal, isMet: isMet(({ submitted }) => submitted) },
    row('process up', ({ starting }) => starting),
    row('then stores opened, log recovered', ({ starting, recovered }) => recovered - starting),
    row('then snapshot restored, node serving', ({ recovered, serving }) => serving - recovered),
    row('then a leader elected', ({ serving, leading }) => leading - serving),
    row('then the rest applied, read answered', ({ leading, read }) => read - leading),
  ];
}
