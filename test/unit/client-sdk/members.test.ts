// Members: what the client makes of what the nodes say, changes of the intended set, and that it finds its way when all nodes are replaced.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Ledgerline, LedgerlineError, type MembersChange } from '@ledgerline/client';
import type { ChangeMembersAnswer, WireMember, WireMembersRefusalCode } from '@ledgerline/client/internal';
import { AddressBook } from '#client-sdk/dist/address-book.js';
import { Cluster } from '#client-sdk/dist/cluster.js';
import { FakeCluster, FakeNode } from './fake-server.ts';

const PAYMENT = { type: 'payment.v1', data: 'ten euros' };
const ADD: MembersChange = { kind: 'add', id: 'n4', peerAddress: 'n4:1', clientAddress: 'n4:2' };

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

async function join(cluster: FakeCluster, id: string): Promise<FakeNode> {
  const node = new FakeNode(id, cluster);
  await node.start();
  cluster.nodes.set(id, node);
  return node;
}

function leave(cluster: FakeCluster, id: string): void {
  cluster.node(id).stop();
  cluster.nodes.delete(id);
}

describe('members', () => {
  let cluster: FakeCluster;
  let ledger: Ledgerline;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    cluster.partitions = 2;
    ledger = await Ledgerline.connect(cluster.url);
  });
  afterEach(async () => {
    await ledger.close();
    cluster.stop();
  });

  test('are those of the leader, and partitions that are as intended are no stragglers', async () => {
    await ledger.submit(PAYMENT);
    const { intended, members, partitions, stragglers } = await ledger.members();
    assert.deepEqual(intended, { voters: ['n1', 'n2', 'n3'], learners: [] });
    assert.deepEqual(
      members.map(({ id, peerAddress, clientAddress }) => [id, peerAddress, clientAddress]),
      ['n1', 'n2', 'n3'].map((id) => [id, `${id}:1`, cluster.node(id).address]),
    );
    assert.deepEqual(stragglers, []);
    assert.deepEqual(partitions[1], {
      partition: 2,
      leader: 'n1',
      voters: ['n1', 'n2', 'n3'],
      outgoing: [],
      learners: [],
      index: 0,
      isCommitted: true,
      lastIndex: 1,
      progress: ['n1', 'n2', 'n3'].map((id) => ({ id, matchIndex: 1, isActive: true })),
      isConverged: true,
      missing: [],
      leaving: [],
    });
  });

  test('a partition lags behind while somebody is missing, leaves, or is there with another incarnation, and while it is joint or not committed', async () => {
    const leader = cluster.node('n1');
    const straggling = async (script: ReturnType<FakeNode['membershipScript']>) => {
      leader.membershipScript = (partition) => (partition === 2 ? script : {});
      const { stragglers } = await ledger.members();
      return stragglers.map(({ partition, missing, leaving }) => [partition, missing, leaving]);
    };
    assert.deepEqual(await straggling({ membership: { voters: ['n1', 'n2'], learners: ['n3'] } }), [[2, ['n3'], []]]);
    assert.deepEqual(await straggling({ membership: { learners: ['n4'] } }), [[2, [], ['n4']]]);
    assert.deepEqual(await straggling({ membership: { outgoing: ['n1', 'n2', 'n9'] } }), [[2, [], ['n9']]]);
    assert.deepEqual(await straggling({ membership: { outgoing: ['n1', 'n2'] } }), [[2, [], []]]);
    assert.deepEqual(await straggling({ membership: { isCommitted: false } }), [[2, [], []]]);
    const reborn = leader.members.map((member) => (member.id === 'n2' ? { ...member, incarnation: '9'.repeat(32) } : member));
    assert.deepEqual(await straggling({ membership: { members: reborn } }), [[2, ['n2'], []]]);
    assert.deepEqual(await straggling({}), []);
  });

  test('without a leader no partition has converged', async () => {
    cluster.leader = '';
    const { stragglers } = await ledger.members();
    assert.deepEqual(
      stragglers.map(({ leader, lastIndex, progress }) => [leader, lastIndex, progress]),
      [
        ['', 0, []],
        ['', 0, []],
      ],
    );
  });

  test('a node that lags behind does not say what is intended', async () => {
    cluster.node('n3').membersScript = { intended: { voters: ['n3'], learners: [] } };
    assert.deepEqual((await ledger.members()).intended.voters, ['n1', 'n2', 'n3']);
  });

  test('a leader that was not known before is asked, too', async () => {
    await join(cluster, 'n4');
    cluster.elect('n4');
    const { partitions } = await ledger.members();
    assert.deepEqual(
      partitions.map(({ leader, isConverged }) => [leader, isConverged]),
      [
        ['n4', true],
        ['n4', true],
      ],
    );
  });

  test('nobody answers', async () => {
    cluster.stop();
    assert.equal((await failureOf(ledger.members())).code, 'UNREACHABLE');
  });

  test('status shows a learner as one, and a joint membership', async () => {
    const leader = cluster.node('n1');
    leader.membershipScript = () => ({ membership: { voters: ['n1', 'n2'], learners: ['n3'] } });
    const [first] = (await ledger.status()).partitions;
    assert.deepEqual([first?.nodes.map(({ role }) => role), first?.joint], [['leader', 'follower', 'learner'], undefined]);
    leader.membershipScript = () => ({ membership: { outgoing: ['n1', 'n2'] } });
    const joint = { outgoing: ['n1', 'n2'], voters: ['n1', 'n2', 'n3'] };
    assert.deepEqual((await ledger.status()).partitions[0]?.joint, joint);
  });
});

describe('changeMembers', () => {
  let cluster: FakeCluster;
  let ledger: Ledgerline;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    ledger = await Ledgerline.connect(cluster.url);
  });
  afterEach(async () => {
    await ledger.close();
    cluster.stop();
  });

  test('reaches the leader of partition 1 with what was asked for', async () => {
    const changes: MembersChange[] = [
      ADD,
      { kind: 'promote', id: 'n4' },
      { kind: 'remove', id: 'n1', force: true },
      { kind: 'replace', id: 'n2', by: { id: 'n5', peerAddress: 'n5:1', clientAddress: 'n5:2' } },
    ];
    for (const change of changes)
      assert.deepEqual(await ledger.changeMembers(change), { changed: true, intended: { voters: ['n1', 'n2', 'n3'], learners: [] } });
    await ledger.changeMembers({ kind: 'remove', id: 'n1' });
    assert.deepEqual(cluster.node('n1').changes, [...changes, { kind: 'remove', id: 'n1', force: false }]);
  });

  test('follows a leader that has changed', async () => {
    cluster.elect('n3');
    await ledger.changeMembers(ADD);
    assert.equal(cluster.node('n3').changes.length, 1);
  });

  test('is refused with a code of its own, the words of the node, and nothing changed', async () => {
    const codes: readonly (readonly [WireMembersRefusalCode, string, boolean])[] = [
      ['NO_QUORUM', 'QUORUM_AT_RISK', false],
      ['UNKNOWN_MEMBER', 'UNKNOWN_MEMBER', false],
      ['ALREADY_A_MEMBER', 'ALREADY_A_MEMBER', false],
      ['ID_USED', 'ID_USED', false],
      ['LAST_VOTER', 'LAST_VOTER', false],
      ['TOO_MANY_MEMBERS', 'TOO_MANY_MEMBERS', false],
      ['UNREACHABLE', 'MEMBER_UNREACHABLE', true],
      ['ALREADY_FORMED', 'ALREADY_FORMED', false],
    ];
    for (const [code, expected, retryable] of codes) {
      cluster.node('n1').changeScript = () => ({ kind: 'members-refused', code, detail: `${code} it is` });
      const error = await failureOf(ledger.changeMembers(ADD));
      assert.deepEqual([error.code, error.outcome, error.retryable, error.message], [expected, 'none', retryable, `${code} it is`]);
      assert.notEqual(error.hint, '');
    }
    assert.equal(cluster.node('n1').changes.length, codes.length);
  });

  test('waits for the change before it, and says so when that takes too long', async () => {
    const busy: ChangeMembersAnswer = { kind: 'members-refused', code: 'CHANGE_UNDER_WAY', detail: 'entry 7 is not committed' };
    const node = cluster.node('n1');
    const done: ChangeMembersAnswer = { kind: 'members-changed', changed: false, intended: node.intended };
    node.changeScript = () => (node.changes.length < 3 ? busy : done);
    assert.equal((await ledger.changeMembers(ADD)).changed, false);
    node.changeScript = () => busy;
    const error = await failureOf(ledger.changeMembers(ADD, { deadlineMs: 200 }));
    assert.deepEqual([error.code, error.outcome, error.message], ['CHANGE_UNDER_WAY', 'none', 'entry 7 is not committed']);
    assert.equal((await failureOf(ledger.changeMembers(ADD, { signal: AbortSignal.abort() }))).code, 'ABORTED');
  });

  test('a change without an answer is unknown, with the next step of its own', async () => {
    for (const node of cluster.nodes.values()) node.changeScript = () => ({ kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' });
    const error = await failureOf(ledger.changeMembers(ADD, { deadlineMs: 300 }));
    assert.equal(error.outcome, 'unknown');
    assert.match(error.hint, /same call again/);
    cluster.leader = '';
    const refused = await failureOf(ledger.changeMembers(ADD, { deadlineMs: 300 }));
    assert.deepEqual([refused.code, refused.outcome], ['NO_QUORUM', 'none']);
  });

  test('what is no change is not sent', async () => {
    for (const wrong of [
      { kind: 'demote', id: 'n1' },
      { kind: 'promote' },
      { kind: 'add', id: 'n4', peerAddress: '', clientAddress: 'a:1' },
    ])
      assert.equal((await failureOf(ledger.changeMembers(wrong as never))).code, 'INVALID');
    assert.equal(cluster.node('n1').changes.length, 0);
  });
});

describe('where the nodes are', () => {
  test('a client goes on when all nodes that it was started with were replaced one by one while it had nothing to do', async () => {
    const cluster = await FakeCluster.start();
    const known = new Cluster(
      [...cluster.nodes.values()].map(({ address }) => address),
      'test',
    );
    await Promise.all(known.probe());
    for (const [old, id] of [
      ['n1', 'n4'],
      ['n2', 'n5'],
      ['n3', 'n6'],
    ] as const) {
      await join(cluster, id);
      cluster.elect(id);
      leave(cluster, old);
      await known.refresh();
    }
    assert.deepEqual(known.members, ['n4', 'n5', 'n6']);
    assert.equal((await known.findLeader(1))?.address, cluster.node('n6').address);
    assert.deepEqual(
      new Set(known.nodes().map(({ address }) => address)),
      new Set([...cluster.nodes.values()].map(({ address }) => address)),
    );
    known.close();
    cluster.stop();
  });

  test('a client looks by itself who the members are', async () => {
    const cluster = await FakeCluster.start(1);
    const ledger = await Ledgerline.connect(cluster.url);
    await join(cluster, 'n2');
    cluster.elect('n2');
    const end = performance.now() + 10_000;
    const asked = cluster.node('n1').hellos;
    while (cluster.node('n1').hellos === asked && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    leave(cluster, 'n1');
    assert.equal((await ledger.submit(PAYMENT, { deadlineMs: 5_000 })).offset, 1);
    await ledger.close();
    cluster.stop();
  });

  test('a node that was removed and runs on is read from no more, nor asked, unless it is in the URL', async () => {
    const cluster = await FakeCluster.start(2);
    const seed = cluster.node('n1').address;
    const known = new Cluster([seed], 'test');
    await known.describeAll();
    const removed = cluster.node('n2');
    assert.deepEqual(known.nodes().length, 2);
    cluster.nodes.delete('n2');
    await known.refresh();
    await known.refresh();
    assert.deepEqual([known.members, known.nodes().map(({ address }) => address)], [['n1'], [seed]]);
    assert.deepEqual(
      known.endpoints().map(({ address }) => address),
      [seed],
    );
    known.close();
    removed.stop();
    cluster.stop();
  });
});

describe('the address book', () => {
  const member = (id: string, address: string, incarnation = 'a'): WireMember => ({
    id,
    incarnation,
    peerAddress: 'p:1',
    clientAddress: address,
  });
  const never = (): boolean => false;
  const always = (): boolean => true;

  test('believes the description that is newest, or as new', () => {
    const book = new AddressBook();
    book.learn([member('n1', 'a:1')], 7);
    book.learn([member('n2', 'b:1')], 6);
    assert.deepEqual(book.ids, ['n1']);
    book.learn([member('n2', 'b:1')], 7);
    assert.deepEqual([book.ids, book.addressOf('n1'), book.addressOf('n2')], [['n2'], undefined, 'b:1']);
  });

  test('prefers where a node answered to where it says it is, until it is another one', () => {
    const book = new AddressBook();
    book.learn([member('n1', 'inside:1')], 1);
    book.identify('n1', 'outside:1', never);
    assert.deepEqual(
      [book.addressOf('n1'), book.addresses(always), book.addresses(never)],
      ['outside:1', ['outside:1'], ['outside:1', 'inside:1']],
    );
    book.identify('n1', 'inside:1', always);
    assert.equal(book.addressOf('n1'), 'outside:1');
    book.learn([member('n1', 'inside:2', 'b')], 2);
    assert.equal(book.addressOf('n1'), 'inside:2');
  });

  test('an address belongs to who answered there last', () => {
    const book = new AddressBook();
    book.learn([member('n1', 'a:1'), member('n2', 'b:1')], 1);
    book.identify('n1', 'x:1', never);
    book.identify('n2', 'x:1', never);
    assert.deepEqual([book.addressOf('n1'), book.addressOf('n2'), book.identifiedAddresses()], ['a:1', 'x:1', ['x:1']]);
    assert.deepEqual([book.isUsed('x:1'), book.isUsed('a:1'), book.isUsed('c:1')], [true, true, false]);
  });
});
