// `make bench`: three real nodes and the load on this machine, acknowledged durable. Prints medians and ratios; asserts nothing, for machines differ.
// Rounds: transactions a second with 1,024 outstanding; latency with one outstanding; the longest time without an acknowledgement around a
// killed leader; and, as the yardstick of the disk, a plain loop of write and fdatasync.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';

const PAYLOAD_BYTES = 256;
const ROUNDS = 5;
const ROUND_SECONDS = 4;

interface Load {
  readonly outstanding: number;
  readonly seconds: number;
  readonly keyOf?: (number: number) => string;
}

/** Submits until the time is up; resolves with how many were acknowledged, the seconds taken, and latencies in microseconds. */
async function load(ledger: Ledgerline, { outstanding, seconds, keyOf }: Load) {
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
      latency.record(Math.max(1, Math.round((now - sent) * 1000)));
      longestGap = Math.max(longestGap, now - lastAcknowledged);
      lastAcknowledged = now;
      acknowledged++;
    }
  };
  await Promise.all(Array.from({ length: outstanding }, submitter));
  return { acknowledged, seconds: (performance.now() - began) / 1000, latency, longestGapMs: longestGap };
}

/** Writes and syncs blocks of `bytes` for a second: how many a second this disk allows. */
async function diskYardstick(directory: string, bytes: number): Promise<number> {
  const file = await open(join(directory, 'yardstick'), 'w');
  const block = Buffer.alloc(bytes, 1);
  const began = performance.now();
  let syncs = 0;
  while (performance.now() - began < 1000) {
    await file.write(block, 0, bytes, syncs * bytes);
    await file.datasync();
    syncs++;
  }
  await file.close();
  return (syncs * 1000) / (performance.now() - began);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function throughput(ledger: Ledgerline, title: string, options: Omit<Load, 'seconds'>): Promise<number> {
  const rates: number[] = [];
  const p50: number[] = [];
  const p99: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const result = await load(ledger, { ...options, seconds: ROUND_SECONDS });
    rates.push(result.acknowledged / result.seconds);
    p50.push(result.latency.percentile(50) / 1000);
    p99.push(result.latency.percentile(99) / 1000);
  }
  const low = Math.round(Math.min(...rates)).toLocaleString('en');
  const high = Math.round(Math.max(...rates)).toLocaleString('en');
  const rate = Math.round(median(rates)).toLocaleString('en');
  console.log(`${title}: ${rate} tx/s (${low} to ${high}), p50 ${median(p50).toFixed(2)} ms, p99 ${median(p99).toFixed(2)} ms`);
  return median(rates);
}

/** Killing the next one earlier would measure how long the last one takes to read its log, with no quorum meanwhile. */
async function everyNodeCaughtUp(ledger: Ledgerline): Promise<void> {
  for (;;) {
    const { partitions } = await ledger.status();
    const isBehind = partitions.some(({ nodes }) => nodes.some(({ role, applied, last }) => role === 'unreachable' || applied < last));
    if (!isBehind && partitions.every(({ leader, nodes }) => leader !== '' && new Set(nodes.map(({ last }) => last)).size === 1)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function failover(ledger: Ledgerline, cluster: DevCluster): Promise<void> {
  const gaps: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const leader = (await ledger.status()).partitions[0]?.leader ?? '';
    const running = load(ledger, { outstanding: 64, seconds: 4 });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await cluster.kill(leader);
    gaps.push((await running).longestGapMs);
    cluster.startNode(leader);
    await everyNodeCaughtUp(ledger);
  }
  console.log(
    `killed leader: longest time without an acknowledgement ${median(gaps).toFixed(0)} ms (${gaps.map((gap) => gap.toFixed(0)).join(', ')})`,
  );
}

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-bench-'));
  const cluster = await DevCluster.start({ directory, nodes: 3, partitions: 1, basePort: 0 });
  try {
    const ledger = await Ledgerline.connect(cluster.url);
    await load(ledger, { outstanding: 256, seconds: 2 });
    const syncs = median([
      await diskYardstick(directory, 4096),
      await diskYardstick(directory, 4096),
      await diskYardstick(directory, 4096),
    ]);
    console.log(`disk: ${Math.round(syncs).toLocaleString('en')} write+fdatasync/s of 4 KiB, one file, nothing else running`);
    const rate = await throughput(ledger, '1,024 outstanding', { outstanding: 1024 });
    console.log(`  = ${(rate / syncs).toFixed(1)} acknowledged transactions per sync that one file of this disk allows`);
    await throughput(ledger, '64 outstanding', { outstanding: 64 });
    await throughput(ledger, 'one outstanding', { outstanding: 1 });
    const run = Date.now();
    await throughput(ledger, '1,024 outstanding, named keys', { outstanding: 1024, keyOf: (number) => `${run}-${number}` });
    await failover(ledger, cluster);
    await ledger.close();
  } finally {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

await main();
