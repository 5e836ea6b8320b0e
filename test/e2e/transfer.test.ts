// Leadership that is handed over, between real processes and under load: by command, and by whoever is stopped in an orderly way. Nobody who submits is left without an answer, and
// how long they waited is told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { commandsOf, Endings, leaderOf, ready, startCluster } from './harness.ts';
import { bySdk, checkHealthy, checkLogs, Load } from './load.ts';

const LOAD = { writers: 8, valueBytes: 100, restMs: 2 };
/** Acknowledged between two steps. */
const BETWEEN = 200;

let cluster: DevCluster;
let commands: ReturnType<typeof commandsOf>;
const endings = new Endings();

after(() => endings.end());

before(async () => {
  cluster = await startCluster(endings);
  commands = commandsOf(cluster);
});

/** Nothing was refused or left unknown, and no acknowledgement was lost on the way. */
function assertUnnoticed(load: Load): void {
  assert.deepEqual([load.settled, load.duplicates, [...load.refused], load.voided], [0, 0, [], []]);
}

test('transfer-leader makes each node lead in turn, and nobody who submits notices', async (t) => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const load = new Load(ledger, LOAD);
  await load.more(BETWEEN);
  load.takeGapMs();
  const gaps: number[] = [];
  const leader = await leaderOf(cluster);
  const others = cluster.ids().filter((id) => id !== leader);
  for (const to of [...others, leader]) {
    assert.deepEqual(await commands.json('transfer-leader', '--to', to), { partition: 1, leader: to, changed: true });
    assert.equal(await leaderOf(cluster), to);
    await load.more(BETWEEN);
    gaps.push(load.takeGapMs());
  }
  assert.deepEqual(await commands.json('transfer-leader', '--to', leader), { partition: 1, leader, changed: false });
  const anyone = (await commands.json('transfer-leader')) as { leader: string };
  assert.notEqual(anyone.leader, leader);
  await load.more(BETWEEN);
  await load.stop();
  assertUnnoticed(load);
  await checkLogs(cluster, load, bySdk(ledger));
  t.diagnostic(`longest time without an acknowledgement at each transfer: ${gaps.map((gap) => `${gap.toFixed(0)} ms`).join(', ')}`);
});

test('a node that is not there, or does not come, leads nothing, and that is said', async () => {
  const unknown = await commands.run('transfer-leader', '--to', 'n9');
  assert.equal(unknown.code, 2, unknown.err);
  assert.match(unknown.err, /there is no node n9: the nodes are n1, n2, n3/);
  const leader = await leaderOf(cluster);
  const away = cluster.ids().find((id) => id !== leader) ?? '';
  await cluster.kill(away);
  const failed = await commands.run('transfer-leader', '--to', away);
  assert.deepEqual([failed.code, await leaderOf(cluster)], [1, leader], failed.err);
  assert.match(failed.err, new RegExp(`NOT_TAKEN.*${away} did not take over`));
  cluster.startNode(away);
  await ready(cluster, { everyNode: true });
});

test('a rolling restart of all nodes under load costs no acknowledgement', async (t) => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const from = (await ledger.committedOffset()) + 1;
  const load = new Load(ledger, { ...LOAD, name: 'r' });
  await load.more(BETWEEN);
  load.takeGapMs();
  const gaps: string[] = [];
  // The leader last, so that each step is another one's.
  const leader = await leaderOf(cluster);
  for (const id of [...cluster.ids().filter((other) => other !== leader), leader]) {
    const wasLeader = (await leaderOf(cluster)) === id;
    await cluster.kill(id, 'SIGTERM');
    await load.more(BETWEEN);
    gaps.push(`${load.takeGapMs().toFixed(0)} ms${wasLeader ? ' (leader)' : ''}`);
    cluster.startNode(id);
    await ready(cluster, { everyNode: true });
  }
  await load.stop();
  assertUnnoticed(load);
  await checkLogs(cluster, load, bySdk(ledger), from);
  await checkHealthy(cluster, ledger);
  t.diagnostic(`longest time without an acknowledgement at each stop: ${gaps.join(', ')}`);
});
