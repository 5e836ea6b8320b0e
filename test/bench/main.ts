// `make bench`: three real nodes and the load on this machine, acknowledged durable. Prints medians and ratios; asserts nothing, for machines differ.
// Rounds: transactions a second with 1,024 outstanding; latency with one outstanding, beside that of a cluster that acknowledges what is received; the longest time
// without an acknowledgement around a killed leader; and, as the yardstick of the disk, a plain loop of write and fdatasync. `received` as argument: only that comparison.
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledgerline } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { everyNodeCaughtUp, type Load, load, median, throughput, whole } from './measure.ts';

const ROUNDS = 5;
const ROUND_SECONDS = 4;

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

async function report(ledger: Ledgerline, title: string, options: Omit<Load, 'seconds'>): Promise<number> {
  const { rate, low, high, p50Ms, p99Ms } = await throughput(ledger, { ...options, seconds: ROUND_SECONDS, rounds: ROUNDS });
  console.log(`${title}: ${whole(rate)} tx/s (${whole(low)} to ${whole(high)}), p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`);
  return rate;
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

/** One outstanding, durable and received in turns, so that both meet the same machine. */
async function compareAcknowledgements(durable: Ledgerline): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-bench-'));
  const cluster = await DevCluster.start({ directory, nodes: 3, partitions: 1, basePort: 0, acknowledge: 'received' });
  try {
    const received = await Ledgerline.connect(cluster.url);
    await load(received, { outstanding: 256, seconds: 2 });
    const p50: { readonly durable: number[]; readonly received: number[] } = { durable: [], received: [] };
    for (let round = 0; round < ROUNDS; round++) {
      p50.durable.push((await load(durable, { outstanding: 1, seconds: ROUND_SECONDS })).latency.percentile(50) / 1000);
      p50.received.push((await load(received, { outstanding: 1, seconds: ROUND_SECONDS })).latency.percentile(50) / 1000);
    }
    const medians = { durable: median(p50.durable), received: median(p50.received) };
    console.log(
      `one outstanding, in turns: p50 durable ${medians.durable.toFixed(2)} ms, received ${medians.received.toFixed(2)} ms, ratio ${(medians.durable / medians.received).toFixed(2)}`,
    );
    await received.close();
  } finally {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-bench-'));
  const cluster = await DevCluster.start({ directory, nodes: 3, partitions: 1, basePort: 0 });
  try {
    const ledger = await Ledgerline.connect(cluster.url);
    await load(ledger, { outstanding: 256, seconds: 2 });
    if (process.argv[2] === 'received') {
      await compareAcknowledgements(ledger);
      await ledger.close();
      return;
    }
    const syncs = median([
      await diskYardstick(directory, 4096),
      await diskYardstick(directory, 4096),
      await diskYardstick(directory, 4096),
    ]);
    console.log(`disk: ${Math.round(syncs).toLocaleString('en')} write+fdatasync/s of 4 KiB, one file, nothing else running`);
    const rate = await report(ledger, '1,024 outstanding', { outstanding: 1024 });
    console.log(`  = ${(rate / syncs).toFixed(1)} acknowledged transactions per sync that one file of this disk allows`);
    await report(ledger, '64 outstanding', { outstanding: 64 });
    await report(ledger, 'one outstanding', { outstanding: 1 });
    await compareAcknowledgements(ledger);
    const run = Date.now();
    await report(ledger, '1,024 outstanding, named keys', { outstanding: 1024, keyOf: (number) => `${run}-${number}` });
    await failover(ledger, cluster);
    await ledger.close();
  } finally {
    await cluster.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

await main();
