// What the benchmarks of running clusters share: load with many outstanding or at a steady rate, filling, medians, and the table that they end with.
import { execFile } from 'node:child_process';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Ledgerline, LedgerlineError, type TransactionInput } from '@ledgerline/client';
import { tableText } from '../../cmd/table.ts';

const KiB = 1024;
export const MiB = 1024 * KiB;
/** Payload of one transaction, unless a benchmark says otherwise. */
export const PAYLOAD_BYTES = 256;
/** A loaded machine may be slow; what is measured is how slow. */
const PATIENCE_MS = 120_000;
const POLL_MS = 200;
const QUIET_MS = 4_000;

export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

/** Such as `1,234`. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** One line of a benchmark's table: what was measured, how it came out, and what was aimed at (`''`: nothing). */
export interface Result {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  /** `undefined` if there is no goal, or the run was too small to tell. */
  readonly isMet?: boolean | undefined;
}

export function printResults(results: readonly Result[]): void {
  const rows = results.map(({ what, measured, goal, isMet }) => [what, measured, goal, isMet === undefined ? '' : isMet ? 'yes' : 'NO']);
  console.log(tableText({ columns: ['what', 'measured', 'goal', 'met'], rows }));
}

export interface Load {
  readonly outstanding: number;
  readonly seconds: number;
  readonly keyOf?: (number: number) => string;
}

export interface LoadResult {
  readonly acknowledged: number;
  readonly seconds: number;
  /** Microseconds. */
  readonly latency: RecordableHistogram;
  readonly longestGapMs: number;
}

/** Submits until the time is up. */
export async function load(ledger: Ledgerline, { outstanding, seconds, keyOf }: Load): Promise<LoadResult> {
  const latency = createHistogram();
  const data = new Uint8Array(PAYLOAD_BYTES).fill(120);
  const began = performance.now();
  const until = began + seconds * 1000;
  let acknowledged = 0;
  let longestGap = 0;
  let lastAcknowledged = began;
  let next = 0;
  const submitter = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const key = keyOf?.(next++);
      try {
        await ledger.submit({ type: 'bench', data, ...(key === undefined ? {} : { key }) });
      } catch (error) {
        if (!LedgerlineError.is(error)) throw error;
        continue;
      }
      const now = performance.now();
      recordMs(latency, now - sent);
      longestGap = Math.max(longestGap, now - lastAcknowledged);
      lastAcknowledged = now;
      acknowledged++;
    }
  };
  await Promise.all(Array.from({ length: outstanding }, submitter));
  return { acknowledged, seconds: (performance.now() - began) / 1000, latency, longestGapMs: longestGap };
}

/** Rounds of `load`: the median of their rates and percentiles; the lowest and the highest rate. */
export async function throughput(ledger: Ledgerline, options: Load & { readonly rounds: number }) {
  const rates: number[] = [];
  const p50: number[] = [];
  const p99: number[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const result = await load(ledger, options);
    rates.push(result.acknowledged / result.seconds);
    p50.push(result.latency.percentile(50) / 1000);
    p99.push(result.latency.percentile(99) / 1000);
  }
  return { rate: median(rates), low: Math.min(...rates), high: Math.max(...rates), p50Ms: median(p50), p99Ms: median(p99) };
}

/** Submits `count` transactions, many at a time; rejects with the first that fails. `isEnough` may end it before. */
export async function fill(
  ledger: Ledgerline,
  options: {
    readonly count: number;
    readonly outstanding: number;
    readonly inputOf: (number: number) => TransactionInput;
    readonly isEnough?: () => boolean;
  },
): Promise<void> {
  let next = 0;
  const submitter = async () => {
    while (next < options.count && options.isEnough?.() !== true) await ledger.submit(options.inputOf(next++), { deadlineMs: PATIENCE_MS });
  };
  await Promise.all(Array.from({ length: options.outstanding }, submitter));
}

/**
 * Submits at a steady rate, whatever is still unanswered, until `until` is settled. Latencies in microseconds from the moment of sending: a stalled node is
 * seen by everything that is sent meanwhile.
 */
export async function steady(ledger: Ledgerline, perSecond: number, until: Promise<unknown>): Promise<RecordableHistogram> {
  const latency = createHistogram();
  const data = new Uint8Array(PAYLOAD_BYTES).fill(120);
  const under = new Set<Promise<void>>();
  let isOver = false;
  const over = until.finally(() => {
    isOver = true;
  });
  const submit = async () => {
    const sent = performance.now();
    await ledger.submit({ type: 'bench', data }, { deadlineMs: PATIENCE_MS });
    recordMs(latency, performance.now() - sent);
  };
  const began = performance.now();
  for (let sent = 0; !isOver; await delay(1)) {
    for (const due = ((performance.now() - began) * perSecond) / 1000; sent < due; sent++) {
      const one = submit().finally(() => under.delete(one));
      under.add(one);
    }
  }
  await Promise.all([over, ...under]);
  return latency;
}

function recordMs(latency: RecordableHistogram, ms: number): void {
  latency.record(Math.max(1, Math.round(ms * 1000)));
}

/** Connects with patience: a cluster that has just been started forms first. */
export function connect(url: string): Promise<Ledgerline> {
  return Ledgerline.connect(url, { deadlineMs: PATIENCE_MS, defaultDeadlineMs: PATIENCE_MS });
}

/** Resolves when every node has the same log, and has applied it. */
export async function everyNodeCaughtUp(ledger: Ledgerline): Promise<void> {
  for (;;) {
    const { partitions } = await ledger.status();
    const isBehind = partitions.some(({ nodes }) => nodes.some(({ role, applied, last }) => role === 'unreachable' || applied < last));
    if (!isBehind && partitions.every(({ leader, nodes }) => leader !== '' && new Set(nodes.map(({ last }) => last)).size === 1)) return;
    await delay(POLL_MS);
  }
}

/** Resolves when no node has come to a new snapshot for a while: most likely none is being taken. */
export async function noNewSnapshot(ledger: Ledgerline): Promise<void> {
  const newest = async (): Promise<string> => {
    const nodes = await ledger.snapshots().list();
    return nodes.map(({ snapshots }) => snapshots?.[0]?.index ?? 0).join();
  };
  for (let before = ''; ; ) {
    const now = await newest();
    if (now === before) return;
    before = now;
    await delay(QUIET_MS);
  }
}

/** Resident memory of a process, MiB. */
export async function rssMiB(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / KiB;
}
