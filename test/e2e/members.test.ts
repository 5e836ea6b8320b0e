// Nodes that join, are promoted, replaced and removed, by command and with real processes, while clients write. What is refused says why and with which exit status; the client that
// was connected to the first three nodes goes on through all of it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import { type DevAddresses, type DevCluster, freePorts, type NodeExit } from '../../cmd/dev-cluster.ts';
import { linesSinceStart, said } from './damage.ts';
import {
  command,
  commandsOf,
  Endings,
  leaderOf,
  READY_MS,
  ready,
  startCluster,
  startCommand,
  temporaryDirectory,
  until,
} from './harness.ts';
import { bySdk, checkHealthy, checkLogs, checkNamedKeys, checkStates, Load } from './load.ts';

const PARTITIONS = 2;
/** Acknowledged in every partition between two steps. */
const BETWEEN = 50;

const endings = new Endings();
const exits: NodeExit[] = [];
let cluster: DevCluster;
let commands: ReturnType<typeof commandsOf>;
/** Connected before anything changes. */
let ledger: Ledgerline;
let loads: readonly Load[];
let n4: DevAddresses;
let n5: DevAddresses;

after(() => endings.end());

before(async () => {
  cluster = await startCluster(endings, { partitions: PARTITIONS, onDeath: (exit) => exits.push(exit) });
  commands = commandsOf(cluster);
  ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  endings.after(() => ledger.close());
  loads = Array.from({ length: PARTITIONS }, (_, at) => new Load(ledger, { writers: 2, valueBytes: 100, restMs: 20, partition: at + 1 }));
});

/** The clients go on. */
async function more(): Promise<void> {
  await Promise.all(loads.map((load) => load.more(BETWEEN)));
}

interface Changed {
  readonly changed: boolean;
  readonly intended: { readonly voters: readonly string[]; readonly learners: readonly string[] };
  readonly converged: boolean | null;
  readonly stragglers: readonly unknown[];
}

/** What a change that was carried out answers. */
function done(changed: boolean, voters: readonly string[], learners: readonly string[] = []): Changed {
  return { changed, intended: { voters, learners }, converged: true, stragglers: [] };
}

async function refused(code: number, words: RegExp, ...args: string[]): Promise<void> {
  const result = await commands.run('members', ...args);
  assert.equal(result.code, code, `${result.out}${result.err}`);
  assert.match(result.err, words);
}

function addressesOf({ peer, client }: Pick<DevAddresses, 'peer' | 'client'>): string[] {
  return ['--peer', peer, '--client', client];
}

async function rolesOf(): Promise<Record<string, string>> {
  const { members } = (await commands.json('members', 'list')) as { members: { id: string; role: string }[] };
  return Object.fromEntries(members.map(({ id, role }) => [id, role]));
}

/** The process of a node that was removed ends by itself, in peace, and says why. */
async function endsRemoved(node: string): Promise<void> {
  await until(`${node} ends by itself`, () => exits.some(({ id }) => id === node));
  assert.deepEqual(exits.splice(0), [{ id: node, code: 0, signal: null }]);
  const words = `${node} was removed from this cluster`;
  assert.deepEqual(
    (await said(cluster, node, words)).map(({ level, msg }) => [level, msg.endsWith('; this node stops')]),
    [['warn', true]],
  );
  assert.equal((await linesSinceStart(cluster, node)).at(-1)?.msg, 'stopped');
}

test('a node that is started to join waits, and says for what', async () => {
  n4 = await cluster.startJoining('n4');
  const wait = 'run `ledgerline members add n4';
  await until('it says so in its log', async () =>
    JSON.stringify(await said(cluster, 'n4', 'waiting to be part of a cluster')).includes(wait),
  );
  for (const [check, code] of [
    ['readiness', 1],
    ['liveness', 0],
  ] as const)
    assert.equal((await command(['health', '--check', check], { url: `ledgerline://${n4.client}` })).code, code, check);
  assert.deepEqual(await rolesOf(), { n1: 'voter', n2: 'voter', n3: 'voter' });
  await more();
});

test('it is added, listed and promoted, and each command again changes nothing', async () => {
  const voters = ['n1', 'n2', 'n3'];
  assert.deepEqual(await commands.json('members', 'add', 'n4', ...addressesOf(n4)), done(true, voters, ['n4']));
  assert.deepEqual(await commands.json('members', 'add', 'n4', ...addressesOf(n4)), done(false, voters, ['n4']));
  assert.deepEqual(await rolesOf(), { n1: 'voter', n2: 'voter', n3: 'voter', n4: 'learner' });
  assert.deepEqual(await commands.json('members', 'promote', 'n4'), done(true, [...voters, 'n4']));
  assert.deepEqual(await commands.json('members', 'promote', 'n4'), done(false, [...voters, 'n4']));
  const table = await commands.run('members', 'list');
  assert.equal(table.code, 0, table.err);
  assert.match(table.out, new RegExp(`n4 +voter +[0-9a-f]{8} +${n4.peer} +${n4.client} +2/2 +\\d+ +yes`));
  const text = await commands.run('members', 'promote', 'n4');
  assert.equal(text.out, 'nothing to change: voters n1, n2, n3, n4\nall 2 partitions have converged\n');
  await ready(cluster, { everyNode: true });
  await more();
});

test('a change that cannot be is refused by name, with an exit status, and changes nothing', async (context) => {
  const [free = 0, other = 0] = await freePorts(2);
  const nowhere = ['--peer', `127.0.0.1:${free}`, '--client', `127.0.0.1:${other}`];
  await refused(3, /MEMBER_UNREACHABLE: no node answers at .*: start it with cluster\.join first/, 'add', 'n9', ...nowhere);
  await refused(3, /MEMBER_UNREACHABLE: at .* answers n4, not n9/, 'add', 'n9', ...addressesOf(n4));
  await refused(1, /ALREADY_A_MEMBER: n4 is a member, at /, 'add', 'n4', ...nowhere);
  await refused(1, /ALREADY_A_MEMBER: n4 is a member/, 'replace', 'n1', '--by', 'n4', ...addressesOf(n4));
  await refused(2, /UNKNOWN_MEMBER: n9 is not a member/, 'promote', 'n9');
  await refused(2, /USAGE: n1 cannot be replaced by itself/, 'replace', 'n1', '--by', 'n1', ...nowhere);
  await refused(2, /is not host:port/, 'add', 'n9', '--peer', 'nowhere', '--client', 'nowhere');

  const folder = join(await temporaryDirectory(context), 'x1');
  await mkdir(folder);
  const own = { id: 'x1', peer: `127.0.0.1:${free}`, client: `127.0.0.1:${other}` };
  await writeFile(join(folder, 'node.yaml'), JSON.stringify({ node: { id: 'x1', data: 'data' }, cluster: { initialMembers: [own] } }));
  const stranger = startCommand(['serve', '--config', join(folder, 'node.yaml')]);
  const ended = once(stranger, 'exit');
  try {
    await until('x1 is a cluster by itself', async () => (await command(['health'], { url: `ledgerline://${own.client}` })).code === 0);
    await refused(
      1,
      /ALREADY_FORMED: x1 belongs to a cluster already: start it with an empty data directory/,
      'add',
      'x1',
      ...addressesOf(own),
    );
  } finally {
    stranger.kill('SIGTERM');
    await ended;
  }
  assert.deepEqual(await rolesOf(), { n1: 'voter', n2: 'voter', n3: 'voter', n4: 'voter' });
  await more();
});

test('a node that is removed while it leads hands over, is told, and ends in peace, also when it is started again; its id is used', async () => {
  for (const partition of ['1', '2']) await commands.json('transfer-leader', '--partition', partition, '--to', 'n4');
  assert.equal(await leaderOf(cluster), 'n4');
  assert.deepEqual(await commands.json('members', 'remove', 'n4'), done(true, ['n1', 'n2', 'n3']));
  await endsRemoved('n4');
  assert.deepEqual(await commands.json('members', 'remove', 'n4'), done(false, ['n1', 'n2', 'n3']));
  cluster.startNode('n4');
  await endsRemoved('n4');
  await rm(cluster.dataDirectory('n4'), { recursive: true });
  cluster.startNode('n4');
  await until('the new n4 waits', async () => (await said(cluster, 'n4', 'waiting')).length > 0);
  await refused(1, /ID_USED: n4 was a member, and an id is used once/, 'add', 'n4', ...addressesOf(n4));
  await cluster.kill('n4');
  cluster.forget('n4');
  await more();
});

test('a node whose disk was lost is refused under its old id, and replaced under another', async () => {
  await cluster.kill('n3');
  await rm(cluster.dataDirectory('n3'), { recursive: true });
  cluster.startNode('n3');
  await until('the wiped n3 ends', () => exits.length > 0);
  assert.deepEqual(exits.splice(0), [{ id: 'n3', code: 1, signal: null }]);
  const log = await readFile(cluster.logFile('n3'), 'utf8');
  assert.match(
    log,
    /OTHER_INCARNATION: .*A node that lost its disk cannot come back under its old identity.*`ledgerline members replace n3 --by/,
  );
  await more();

  // Where the old one was.
  const n3 = cluster.nodes().find(({ id }) => id === 'n3');
  cluster.forget('n3');
  n5 = await cluster.startJoining('n5', n3);
  await until('n5 waits', async () => JSON.stringify(await said(cluster, 'n5', 'waiting')).includes('is not a member yet'));
  const replace = ['members', 'replace', 'n3', '--by', 'n5', ...addressesOf(n5)];
  assert.deepEqual(await commands.json(...replace), done(true, ['n1', 'n2', 'n5']));
  assert.deepEqual(await commands.json(...replace), done(false, ['n1', 'n2', 'n5']));
  assert.deepEqual(await rolesOf(), { n1: 'voter', n2: 'voter', n5: 'voter' });
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  await more();
});

test('who is needed for a quorum is removed only by force, and goes as soon as those who are left are one', async () => {
  await cluster.kill('n5');
  await until('n5 is missed', async () => {
    const { partitions } = await ledger.members();
    return partitions.every(({ progress }) => progress.find(({ id }) => id === 'n5')?.isActive === false);
  });
  const leader = await leaderOf(cluster);
  const other = leader === 'n1' ? 'n2' : 'n1';
  await refused(4, new RegExp(`QUORUM_AT_RISK: of the voters ${leader}, n5 too few are there: n5 cannot be reached`), 'remove', other);
  const late = await commands.run('members', 'remove', other, '--force', '--timeout', '2s', '-o', 'json');
  assert.equal(late.code, 1, late.err);
  assert.match(late.err, /NOT_CONVERGED.*not converged within 2s: partition 1/);
  assert.match(late.err, new RegExp(`${other} has not left yet`));
  await more();
  cluster.startNode('n5');
  assert.deepEqual(await commands.json('members', 'remove', other, '--force'), done(false, [leader, 'n5']));
  await endsRemoved(other);
  cluster.forget(other);
  await more();
});

test('the client of the first three nodes has lost nothing, and all nodes are one', async (context) => {
  for (const load of loads) await load.stop();
  await ready(cluster, { everyNode: true });
  for (const load of loads) {
    await checkLogs(cluster, load, bySdk(ledger, load.partition));
    await checkStates(cluster, ledger, load);
    await checkNamedKeys(ledger, load);
    context.diagnostic(`partition ${load.partition}: ${load.summary()}`);
  }
  await checkHealthy(cluster, ledger);
  assert.deepEqual(exits, []);
});

test('without a leader the list says so, and a change ends with the status of a lost quorum', async () => {
  const [down = ''] = cluster.ids();
  await cluster.kill(down);
  await until('nobody leads', async () => (await ledger.members()).partitions.every(({ leader }) => leader === ''));
  const list = await commands.run('members', 'list');
  assert.equal(list.code, 4, list.out);
  assert.match(list.out, /partition 1 has no leader that answers/);
  const change = await commands.run('members', 'remove', down, '--timeout', '2s');
  assert.equal(change.code, 4, change.out + change.err);
  cluster.startNode(down);
  await ready(cluster, { everyNode: true });
});
