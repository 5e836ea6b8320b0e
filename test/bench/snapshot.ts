// What taking a snapshot does to submits: latencies at a steady rate without one, and while every node takes one of a large state.
import { setTimeout as delay } from 'node:timers/promises';
import type { DeltaInput, Ledgerline } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { connect, everyNodeCaughtUp, fill, MiB, median, type Result, steady, whole } from './measure.ts';

const KEY_BYTES = 16;
const VALUE_BYTES = 100;
/** A key is covered by a lock, of which a transaction may have 256. */
const KEYS_PER_TRANSACTION = 200;
const QUIET_MS = 10_000;
const GOAL_RATIO = 2;
const POLL_MS = 100;
/** Far more than it takes, also on a loaded machine. */
const TAKING_MS_MAX = 300_000;

export interface SnapshotOptions {
  readonly directory: string;
  readonly keys: number;
  /** Submits a second. */
  readonly perSecond: number;
  readonly rounds: number;
}

/** Milliseconds. */
interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export async function snapshot(options: SnapshotOptions): Promise<Result[]> {
  const cluster = await DevCluster.start({ directory: options.directory, nodes: 3, partitions: 1, basePort: 0 });
  try {
    const ledger = await connect(cluster.url);
    const began = performance.now();
    await fillState(ledger, options.keys);
    await everyNodeCaughtUp(ledger);
    const filled = performance.now() - began;
    const size = await settle(ledger);
    console.log(`snapshot: ${whole(options.keys)} keys in ${whole(filled / 1000)} s, a snapshot has ${whole(size / MiB)} MiB`);
    const without: Latency[] = [];
    const during: Latency[] = [];
    const seconds: number[] = [];
    for (let round = 0; round < options.rounds; round++) {
      without.push(latencyOf(await steady(ledger, options.perSecond, quietly(ledger))));
      const took = takeTimed(ledger);
      during.push(latencyOf(await steady(ledger, options.perSecond, took)));
      seconds.push((await took) / 1000);
    }
    await ledger.close();
    return resultsOf(options, { without, during, seconds });
  } finally {
    await cluster.stop();
  }
}

async function fillState(ledger: Ledgerline, keys: number): Promise<void> {
  // Multiplied by an odd number: every key once, in no order that a store would like.
  const keyOf = (number: number): string => ((Math.imul(number, 0x9e3779b1) >>> 0) + 2 ** 32).toString(16).padStart(KEY_BYTES, '0');
  const value = new Uint8Array(VALUE_BYTES).fill(118);
  await fill(ledger, {
    count: Math.ceil(keys / KEYS_PER_TRANSACTION),
    outstanding: 32,
    inputOf: (number) => {
      const first = number * KEYS_PER_TRANSACTION;
      const count = Math.min(KEYS_PER_TRANSACTION, keys - first);
      const deltas: DeltaInput[] = Array.from({ length: count }, (_, at) => ({ put: keyOf(first + at), value }));
      return { type: 'fill', deltas };
    },
  });
}

/** As long without a snapshot, looking for one as often. */
async function quietly(ledger: Ledgerline): Promise<void> {
  for (const until = performance.now() + QUIET_MS; performance.now() < until; await delay(POLL_MS)) await ledger.snapshots().list();
}

/** Takes snapshots until every node has taken one, which a node skips that is still writing the one before; from here on the next one by itself is far away. */
async function settle(ledger: Ledgerline): Promise<number> {
  for (;;) {
    const size = await onAllNodes(ledger, await ledger.snapshots().take());
    if (size !== undefined) return size;
  }
}

/** Milliseconds from asking for a snapshot until every node has it. */
async function takeTimed(ledger: Ledgerline): Promise<number> {
  const began = performance.now();
  const size = await onAllNodes(ledger, await ledger.snapshots().take());
  if (size === undefined) throw new Error('a node has skipped the snapshot, or needs minutes for it: its log says why');
  return performance.now() - began;
}

/** Resolves with the snapshot's size once every node has it; `undefined` if one has not for long. */
async function onAllNodes(ledger: Ledgerline, index: number): Promise<number | undefined> {
  for (const until = performance.now() + TAKING_MS_MAX; performance.now() < until; await delay(POLL_MS)) {
    const nodes = await ledger.snapshots().list();
    const found = nodes.map(({ snapshots }) => snapshots?.find((one) => one.index === index));
    if (found.every((one) => one !== undefined)) return found[0]?.bytes ?? 0;
  }
  return undefined;
}

function latencyOf(histogram: { percentile(of: number): number; readonly max: number }): Latency {
  return { p50: histogram.percentile(50) / 1000, p99: histogram.percentile(99) / 1000, max: histogram.max / 1000 };
}

function resultsOf(
  { keys, perSecond, rounds }: SnapshotOptions,
  found: { readonly without: readonly Latency[]; readonly during: readonly Latency[]; readonly seconds: readonly number[] },
): Result[] {
  const { without, during, seconds } = found;
  const text = (all: readonly Latency[]): string => {
    const [p50, p99, max] = [all.map((one) => one.p50), all.map((one) => one.p99), all.map((one) => one.max)].map(median);
    return `p50 ${p50?.toFixed(2)} ms, p99 ${p99?.toFixed(2)} ms, longest ${max?.toFixed(0)} ms`;
  };
  const ratios = during.map((one, round) => one.p99 / (without[round]?.p99 ?? Number.NaN));
  const what = `${whole(perSecond)} submits/s, state of ${whole(keys)} keys`;
  return [
    { what: `${what}: without a snapshot`, measured: text(without), goal: '' },
    { what: `  while one is taken, ${median(seconds).toFixed(1)} s`, measured: text(during), goal: '' },
    {
      what: `  ratio of p99, median of ${rounds}`,
      measured: `${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
      goal: `<= ${GOAL_RATIO}`,
      isMet: median(ratios) <= GOAL_RATIO,
    },
  ];
}
