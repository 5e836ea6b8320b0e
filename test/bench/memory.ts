// What a node's memory does while its log grows: resident size of the leader and of a follower when the log has its first gibibyte, and at the end.
// Before that as many small transactions are submitted as there will be large ones, so that what grows with their number, and is bounded (the memory of generated
// keys: `recentKeys`), does not count as growing with the log.
import { setTimeout as delay } from 'node:timers/promises';
import type { Ledgerline } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { defined } from '../../consensus/assert.ts';
import { connect, fill, MiB, median, type Result, rssMiB, whole } from './measure.ts';

const GiB = 1024 * MiB;
const PAYLOAD_BYTES = 64 * 1024;
const OUTSTANDING = 32;
const SMALL_BYTES = 256;
const SMALL_OUTSTANDING = 1_024;
const GOAL_MIB = 64;
/** A mark is the median of what was seen while the last of the log before it was written. */
const MARK_BYTES = MiB * 256;
const SAMPLE_MS = 100;

export interface MemoryOptions {
  readonly directory: string;
  readonly gib: number;
}

interface Sample {
  readonly logBytes: number;
  readonly leader: number;
  readonly follower: number;
}

export async function memory(options: MemoryOptions): Promise<Result[]> {
  const storage = { retention: 'everything' };
  const cluster = await DevCluster.start({ directory: options.directory, nodes: 3, partitions: 1, basePort: 0, storage });
  try {
    const ledger = await connect(cluster.url);
    await fillKeys(ledger, Math.ceil((options.gib * GiB) / PAYLOAD_BYTES));
    const began = performance.now();
    const samples = await grow(ledger, cluster, options.gib * GiB);
    const seconds = (performance.now() - began) / 1000;
    console.log(`memory: ${options.gib} GiB of log on each of three nodes in ${whole(seconds)} s`);
    await ledger.close();
    return resultsOf(samples, options);
  } finally {
    await cluster.stop();
  }
}

async function fillKeys(ledger: Ledgerline, count: number): Promise<void> {
  const data = new Uint8Array(SMALL_BYTES).fill(120);
  await fill(ledger, { count, outstanding: SMALL_OUTSTANDING, inputOf: () => ({ type: 'bench', data }) });
}

async function grow(ledger: Ledgerline, cluster: DevCluster, bytes: number): Promise<Sample[]> {
  const data = new Uint8Array(PAYLOAD_BYTES).fill(120);
  const samples: Sample[] = [];
  const isEnough = (): boolean => (samples.at(-1)?.logBytes ?? 0) >= bytes;
  const filling = fill(ledger, {
    count: Number.POSITIVE_INFINITY,
    outstanding: OUTSTANDING,
    inputOf: () => ({ type: 'bench', data }),
    isEnough,
  });
  const sampling = (async () => {
    while (!isEnough()) {
      const sample = await sampleOf(ledger, cluster);
      if (sample !== undefined) samples.push(sample);
      await delay(SAMPLE_MS);
    }
  })();
  await Promise.all([filling, sampling]);
  return samples;
}

/** `undefined` if there is no leader at the moment. */
async function sampleOf(ledger: Ledgerline, cluster: DevCluster): Promise<Sample | undefined> {
  const nodes = (await ledger.status()).partitions[0]?.nodes ?? [];
  const leader = nodes.find(({ role }) => role === 'leader');
  const follower = nodes.find(({ role }) => role === 'follower');
  if (leader === undefined || follower === undefined) return undefined;
  const rssOf = (id: string): Promise<number> => rssMiB(defined(cluster.nodes().find((node) => node.id === id)?.pid, 'process'));
  const [ofLeader, ofFollower] = await Promise.all([rssOf(leader.id), rssOf(follower.id)]);
  return { logBytes: leader.storage?.logBytes ?? 0, leader: ofLeader, follower: ofFollower };
}

function resultsOf(samples: readonly Sample[], { gib }: MemoryOptions): Result[] {
  const end = samples.at(-1)?.logBytes ?? 0;
  const first = Math.min(GiB, end / 2);
  const at = (mark: number, of: 'leader' | 'follower'): number =>
    median(samples.filter(({ logBytes }) => logBytes <= mark && logBytes > mark - Math.min(MARK_BYTES, mark / 4)).map((one) => one[of]));
  return (['leader', 'follower'] as const).map((of) => {
    const [before, after] = [at(first, of), at(end, of)];
    return {
      what: `memory of a ${of} at ${(first / GiB).toFixed(2)} and at ${gib} GiB of log`,
      measured: `${whole(before)} -> ${whole(after)} MiB, most ${whole(Math.max(...samples.map((one) => one[of])))} MiB`,
      goal: `within ${GOAL_MIB} MiB`,
      isMet: gib > 1 ? after - before <= GOAL_MIB : undefined,
    };
  });
}
