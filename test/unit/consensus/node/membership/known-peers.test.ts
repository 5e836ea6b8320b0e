// Whom a node asks for what it has lost: also those whom neither its book nor anybody else names, once they speak to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KnownPeers } from '../../../../../consensus/node/membership/known-peers.ts';
import type { PeerLogEnd, PeerRequests } from '../../../../../consensus/ports.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { TestCluster } from '../cluster.ts';

const id = (name: string) => name as NodeId;

// Found by seed 1700957: with everything it had of memberships a voter had lost who the newest voter is, and nobody else was there to name it.
test('a node that lost the entry that brought in a voter asks that voter once it speaks to it', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(4);
  const change = async (wanted: Parameters<NonNullable<typeof node>['changeMembers']>[0]) =>
    cluster.resolved((await cluster.leading()).node?.changeMembers(wanted) ?? assert.fail());
  const { node } = cluster.host(1);
  cluster.prepare('n4');
  await change({ kind: 'add', id: id('n4'), peerAddress: 'n4:1', clientAddress: 'n4:2' });
  const newest = await cluster.join('n4');
  await cluster.caughtUp();
  await change({ kind: 'promote', id: id('n4') });
  await cluster.time.until(() => cluster.partition(newest).status().membership.voters.includes(id('n4')));
  await cluster.caughtUp();
  const [victim, ...others] = cluster.hosts.filter((host) => host !== newest);
  assert.ok(victim !== undefined);
  await cluster.stop(victim);
  victim.log.spoil(1, victim.log.lastIndex, { noticed: true });
  for (const host of others) await cluster.stop(host);
  await cluster.start(victim);
  await cluster.time.until(() => victim.log.damage.length === 0);
  for (const host of others) await cluster.start(host);
  await cluster.caughtUp();
  await cluster.close();
});

test('who spoke to it is asked until it is away and nobody names it, and again once it speaks', async () => {
  const away = new Set<NodeId>();
  const end: PeerLogEnd = { last: { index: 1, term: 1 }, firstIndex: 1, claim: undefined, electors: [id('n1'), id('n2')], leads: false };
  const logEnd = async (node: NodeId) => (away.has(node) ? Promise.reject(new Error('away')) : end);
  const peers = new KnownPeers({
    id: id('n1'),
    partition: 1,
    book: () => [id('n1'), id('n2')],
    peerRequests: { logEnd } as Partial<PeerRequests> as PeerRequests,
  });
  assert.deepEqual(peers.all(), ['n2']);
  peers.meet(id('n3'));
  assert.deepEqual(peers.all(), ['n2', 'n3']);
  assert.equal(await peers.lookFurther(), false);
  assert.deepEqual(peers.all(), ['n2', 'n3']);
  away.add(id('n3'));
  await peers.lookFurther();
  assert.deepEqual(peers.all(), ['n2']);
  peers.meet(id('n3'));
  assert.deepEqual(peers.all(), ['n2', 'n3']);
});
