// Connecting, and the calls that are neither submit nor tail.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import { encodeTransaction } from '@ledgerline/client/internal';
import { FakeCluster, LIMITS } from './fake-server.ts';

const PAYMENT = { type: 'payment.v1', data: 'ten euros' };

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

/** A generated key born at 0 that nobody made. */
const FOREIGN_KEY = Buffer.concat([Buffer.alloc(7), Buffer.alloc(9, 1)]);

describe('connect', () => {
  test('learns cluster, partitions and limits', async () => {
    const cluster = await FakeCluster.start();
    cluster.partitions = 3;
    await using ledger = await Ledgerline.connect(cluster.url);
    assert.deepEqual([ledger.cluster, ledger.partitions, ledger.limits], [cluster.id, 3, LIMITS]);
    cluster.stop();
  });

  test('waits for a cluster that starts late', async () => {
    const cluster = await FakeCluster.start(1);
    const { address } = cluster.node('n1');
    cluster.stop();
    const connecting = Ledgerline.connect(`ledgerline://${address}`);
    const late = await FakeCluster.start(0);
    const { FakeNode } = await import('./fake-server.ts');
    const node = new FakeNode('n1', late);
    late.nodes.set('n1', node);
    setTimeout(() => node.start(Number(address.split(':')[1])), 300);
    const ledger = await connecting;
    assert.equal(ledger.partitions, 1);
    await ledger.close();
    late.stop();
  });

  test('gives up at the deadline, and on an aborted signal', async () => {
    const cluster = await FakeCluster.start(1);
    const { url } = cluster;
    cluster.stop();
    const error = await failureOf(Ledgerline.connect(url, { deadlineMs: 300 }));
    assert.deepEqual([error.code, error.outcome], ['UNREACHABLE', 'none']);
    assert.match(String(error.cause), /ECONNREFUSED/);
    assert.equal((await failureOf(Ledgerline.connect(url, { signal: AbortSignal.abort() }))).code, 'ABORTED');
  });

  test('refuses a URL that is not one', async () => {
    for (const url of [
      '',
      'localhost:1',
      'http://localhost:1',
      'ledgerline://',
      'ledgerline://a',
      'ledgerline://a:0',
      'ledgerline://a:65536',
      'ledgerline://a:1,,b:2',
      'ledgerline://a b:1',
    ]) {
      assert.equal((await failureOf(Ledgerline.connect(url))).code, 'INVALID', url);
    }
  });

  test('never talks to nodes of another cluster', async () => {
    const ours = await FakeCluster.start(1);
    const theirs = await FakeCluster.start(1);
    theirs.id = 'd'.repeat(64);
    theirs.leader = '';
    const ledger = await Ledgerline.connect(`ledgerline://${ours.node('n1').address}`);
    ours.advertise = () => theirs.node('n1').address;
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
    ours.stop();
    ours.leader = '';
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 500 }));
    assert.equal(error.code, 'UNREACHABLE');
    assert.equal(theirs.node('n1').submits, 0);
    await ledger.close();
    theirs.stop();
  });

  test('refuses a cluster that speaks another version', async () => {
    const cluster = await FakeCluster.start(1);
    cluster.protocol = 2;
    assert.equal((await failureOf(Ledgerline.connect(cluster.url))).code, 'VERSION_SKEW');
    cluster.stop();
  });
});

describe('calls', () => {
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

  test('committedOffset follows the leader', async () => {
    await ledger.submit(PAYMENT);
    assert.equal(await ledger.committedOffset(), 1);
    cluster.elect('n2');
    assert.equal(await ledger.committedOffset(), 1);
    cluster.leader = '';
    assert.equal((await failureOf(ledger.committedOffset({ deadlineMs: 200 }))).code, 'NO_QUORUM');
  });

  test('lookup answers committed or not-yet', async () => {
    const { key } = await ledger.submit(PAYMENT);
    assert.deepEqual(await ledger.lookup(key), { kind: 'committed', offset: 1, isVoid: false });
    assert.deepEqual(await ledger.lookup({ named: 'nobody' }), { kind: 'not-yet' });
  });

  test('resolve settles a key for ever', async () => {
    const { key } = await ledger.submit(PAYMENT);
    assert.deepEqual(await ledger.resolve(key), { kind: 'committed', offset: 1 });
    assert.deepEqual(await ledger.resolve({ generated: FOREIGN_KEY }), { kind: 'void' });
    assert.deepEqual(await ledger.resolve({ generated: FOREIGN_KEY }), { kind: 'void' });
    assert.deepEqual(await ledger.lookup({ generated: FOREIGN_KEY }), { kind: 'committed', offset: 2, isVoid: true });
  });

  test('resolve and lookup settle an expired key by reading the log', async () => {
    const { key } = await ledger.submit(PAYMENT);
    const expired = { kind: 'refused', code: 'KEY_EXPIRED', outcome: 'unknown', offset: 1 } as const;
    cluster.node('n1').resolveScript = () => expired;
    cluster.node('n1').lookupScript = () => expired;
    assert.deepEqual(await ledger.resolve(key), { kind: 'committed', offset: 1 });
    assert.deepEqual(await ledger.lookup(key), { kind: 'committed', offset: 1, isVoid: false });
    assert.deepEqual(await ledger.resolve({ generated: FOREIGN_KEY }), { kind: 'void' });
    assert.deepEqual(await ledger.lookup({ generated: FOREIGN_KEY }), { kind: 'not-yet' });
    for (const node of cluster.nodes.values()) node.tailStatus = { code: 'COMPACTED', offset: 9 };
    const error = await failureOf(ledger.resolve(key));
    assert.deepEqual([error.code, error.outcome, error.key], ['KEY_EXPIRED', 'unknown', key]);
  });

  test('a resolve without an answer is unknown', async () => {
    cluster.node('n1').resolveScript = () => ({ kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' });
    const error = await failureOf(ledger.resolve({ named: 'k' }, { deadlineMs: 300 }));
    assert.equal(error.outcome, 'unknown');
    cluster.node('n1').resolveScript = () => {
      cluster.leader = '';
      return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' };
    };
    assert.equal((await failureOf(ledger.resolve({ named: 'k' }, { deadlineMs: 300 }))).outcome, 'none');
  });

  test('refuses keys that are none', async () => {
    for (const key of [{ named: '' }, { named: 'k'.repeat(65) }, { generated: Buffer.alloc(15) }, { generated: Buffer.alloc(16, 255) }]) {
      assert.equal((await failureOf(ledger.lookup(key))).code, 'INVALID');
      assert.equal((await failureOf(ledger.resolve(key))).code, 'INVALID');
    }
  });

  test('get gives the transaction at an offset, or nothing beyond the log', async () => {
    const key = { kind: 'named', bytes: Buffer.from('k') } as const;
    for (const header of [1, 2, 3, 4]) {
      cluster.log.append(
        encodeTransaction({ type: 't', header, locks: [], key: { ...key, bytes: Buffer.of(header) }, seen: undefined, data: Buffer.of(0) }),
      );
    }
    assert.equal((await ledger.get(3))?.header, 3);
    assert.equal(await ledger.get(5), undefined);
    assert.equal((await failureOf(ledger.get(0))).code, 'INVALID');
  });

  test('status compares all nodes at an index that all have applied', async () => {
    for (let count = 0; count < 5; count++) await ledger.submit(PAYMENT);
    cluster.node('n2').appliedMax = 4;
    cluster.node('n3').isSilent = true;
    const digest = '04'.repeat(32);
    assert.deepEqual(await ledger.status(), {
      cluster: cluster.id,
      acknowledge: 'durable',
      partitions: [
        {
          partition: 1,
          leader: 'n1',
          term: 1,
          committed: 5,
          digestIndex: 4,
          joint: undefined,
          nodes: [
            { id: 'n1', role: 'leader', last: 5, applied: 5, digest, storage: cluster.node('n1').storage },
            { id: 'n2', role: 'follower', last: 4, applied: 4, digest, storage: cluster.node('n2').storage },
            { id: 'n3', role: 'unreachable', last: 0, applied: 0, digest: '', storage: undefined },
          ],
        },
      ],
    });
  });

  test('status says that a cluster acknowledges early', async () => {
    cluster.acknowledge = 'received';
    assert.equal((await ledger.status()).acknowledge, 'received');
  });

  test('status without a leader says so', async () => {
    cluster.leader = '';
    const { partitions } = await ledger.status();
    assert.deepEqual([partitions[0]?.leader, partitions[0]?.committed], ['', undefined]);
  });

  test('a paused leader does not hold a call up for longer than its attempt', async () => {
    cluster.node('n1').isSilent = true;
    cluster.elect('n2');
    const startedAt = performance.now();
    assert.equal(await ledger.committedOffset(), 0);
    assert.ok(performance.now() - startedAt < 2_500);
  });
});
