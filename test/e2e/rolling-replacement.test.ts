// A cluster of five real nodes, all of which are replaced by new ones under load, while one of them is killed every few seconds: nothing acknowledged is lost, nothing is doubled, and order,
// state and digests are one on all nodes. `make replacement` goes round and round for longer, with a seed of one's choice.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { Random } from '../sim/random.ts';
import { READY_MS, ready, startCluster, until } from './harness.ts';
import { bySdk, checkHealthy, checkLogs, checkNamedKeys, checkStates, firstOffsetOf, Load, type LoadOptions } from './load.ts';
import { Exits, Killer, keptOnFailure, Operator, Reader, timesSaid } from './replacement.ts';

/** For which nodes are replaced, each variant for half of it; 0: all once, where snapshots replace the log. */
const SECONDS = Number(process.env.LEDGERLINE_REPLACEMENT_SECONDS ?? 0);
const SEED = Number(process.env.LEDGERLINE_REPLACEMENT_SEED ?? Math.floor(Math.random() * 2 ** 32));
const NODES = 5;
const PARTITIONS = SECONDS > 0 ? 3 : 2;
/** Mean milliseconds between two kills. */
const KILL_PAUSE_MS = SECONDS > 0 ? 2_500 : 4_000;
/** That a node is replaced by three commands in place of one. */
const ONE_BY_ONE_CHANCE = SECONDS > 0 ? 0.25 : 0;

interface Variant {
  readonly storage: Readonly<Record<string, unknown>>;
  /** Of each partition. */
  readonly load: LoadOptions;
  /** The beginning of all logs is gone before the first node is replaced. */
  readonly isCompacted: boolean;
}

/** The log is whole in the end, and compared from its beginning. */
const EVERYTHING: Variant = { storage: {}, load: { writers: 3, valueBytes: 100, restMs: 20 }, isCompacted: false };
/** Whoever joins is given a snapshot first. */
const SNAPSHOTS: Variant = {
  storage: { retention: 'snapshot', snapshotInterval: '128KiB' },
  load: { writers: 3, valueBytes: 100, recordBytes: 16 * 1024, restMs: SECONDS > 0 ? 100 : 80 },
  isCompacted: true,
};

async function dropBeginning(ledger: Ledgerline, loads: readonly Load[]): Promise<void> {
  await until(
    'the beginning of all logs is dropped',
    async () => {
      await Promise.all(loads.map((load) => load.more(10)));
      const { partitions } = await ledger.status();
      return partitions.every(({ nodes }) => nodes.every(({ storage }) => (storage?.firstIndex ?? 1) > 1));
    },
    READY_MS,
  );
}

/** All nodes, and all who came instead, until the time is over. */
async function goRound(cluster: DevCluster, operator: Operator, random: Random): Promise<void> {
  const end = performance.now() + (SECONDS * 1_000) / 2;
  do {
    const left = cluster.ids();
    while (left.length > 0) {
      const [old = ''] = left.splice(random.integer(0, left.length - 1), 1);
      await operator.replace(old, random.chance(ONE_BY_ONE_CHANCE) ? 'one-by-one' : 'replace');
    }
  } while (performance.now() < end);
}

async function checkAll(cluster: DevCluster, ledger: Ledgerline, loads: readonly Load[], readers: readonly Reader[]): Promise<void> {
  await ready(cluster, { everyNode: true });
  const { intended, members, stragglers } = await ledger.members();
  const ids = cluster.ids().sort();
  assert.deepEqual(
    { intended, members: members.map(({ id }) => id), stragglers },
    { intended: { voters: ids, learners: [] }, members: ids, stragglers: [] },
  );
  await checkHealthy(cluster, ledger);
  for (const [at, load] of loads.entries()) {
    const { partition } = load;
    await readers[at]?.finish(load, await ledger.committedOffset({ partition }));
    const firsts = await Promise.all(ids.map((node) => firstOffsetOf(ledger, node, partition)));
    await checkLogs(cluster, load, bySdk(ledger, partition), Math.max(...firsts));
    await checkStates(cluster, ledger, load);
    await checkNamedKeys(ledger, load);
  }
}

async function play(context: TestContext, cluster: DevCluster, exits: Exits, variant: Variant): Promise<void> {
  const random = new Random(SEED).fork(variant.isCompacted ? 'snapshots' : 'everything');
  const first = cluster.ids();
  await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  const partitions = Array.from({ length: PARTITIONS }, (_, at) => at + 1);
  const loads = partitions.map((partition) => new Load(ledger, { ...variant.load, partition }));
  const readers = partitions.map((partition) => new Reader(ledger, partition));
  if (variant.isCompacted) await dropBeginning(ledger, loads);
  for (const load of loads) {
    await load.more(10);
    load.takeGapMs();
  }
  const killer = new Killer(cluster, random.fork('kills'), KILL_PAUSE_MS);
  const operator = new Operator({ cluster, exits, killer, random: random.fork('operator'), say: (words) => context.diagnostic(words) });
  await goRound(cluster, operator, random.fork('order')).finally(() => killer.stop());
  for (const load of loads) await load.more(10);
  for (const load of loads) await load.stop();

  assert.deepEqual(
    cluster.ids().filter((id) => first.includes(id)),
    [],
    'all are replaced',
  );
  await checkAll(cluster, ledger, loads, readers);
  exits.check(operator.replaced);
  // That one was installed may remain unsaid: a node that is killed right after its log begins behind the snapshot simply starts from there.
  for (const node of variant.isCompacted ? operator.joined : [])
    assert.ok((await timesSaid(cluster, node, 'fetching a snapshot')) > 0, `${node} was given a snapshot`);
  context.diagnostic(`${operator.replaced.length} replaced, ${operator.repeats} commands made again, ${killer.kills} kills`);
  for (const load of loads)
    context.diagnostic(
      `partition ${load.partition}: ${load.summary()}; longest time without an acknowledgement ${Math.round(load.takeGapMs())} ms`,
    );
}

const VARIANTS = { 'snapshots replace the log': SNAPSHOTS, ...(SECONDS > 0 ? { 'the whole log is kept': EVERYTHING } : {}) };

for (const [name, variant] of Object.entries(VARIANTS)) {
  test(`where ${name}, nothing acknowledged is lost or doubled while all of five nodes are replaced under load and kill -9`, async (context) => {
    context.diagnostic(`seed ${SEED}`);
    const exits = new Exits();
    const cluster = await startCluster(context, { nodes: NODES, partitions: PARTITIONS, storage: variant.storage, onDeath: exits.onDeath });
    await keptOnFailure(context, cluster, () => play(context, cluster, exits, variant));
  });
}
