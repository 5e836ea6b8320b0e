// Snapshots of all nodes, and streams that answer one request: resumed where they broke off, checked, ended.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import { FakeCluster } from './fake-server.ts';
import { snapshotAt } from './fake-storage.ts';

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('snapshots', () => {
  let cluster: FakeCluster;
  let ledger: Ledgerline;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    ledger = await Ledgerline.connect(cluster.url);
    for (const { stored } of cluster.nodes.values()) stored.snapshots = [snapshotAt(7, stored.file.length)];
  });
  afterEach(async () => {
    await ledger.close();
    cluster.stop();
  });

  const stored = (node: string) => cluster.node(node).stored;

  test('the leader takes one, and a leader without space is asked again', async () => {
    assert.equal(await ledger.snapshots().take(), 7);
    let refusals = 1;
    cluster.elect('n2');
    stored('n2').takeScript = () => (refusals-- > 0 ? { kind: 'refused', code: 'NO_SPACE', outcome: 'none' } : undefined);
    assert.equal(await ledger.snapshots().take(), 7);
    stored('n2').takeScript = () => ({ kind: 'refused', code: 'NO_SPACE', outcome: 'none' });
    const error = await failureOf(ledger.snapshots().take({ deadlineMs: 400 }));
    stored('n2').takeScript = () => ({ kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
    const busy = await failureOf(ledger.snapshots().take({ deadlineMs: 400 }));
    assert.deepEqual([busy.code, busy.message], ['OVERLOADED', 'n2 is still writing a snapshot']);
    assert.deepEqual([error.code, error.outcome, error.message], ['NO_SPACE', 'none', 'the disk of n2 is full']);
  });

  test('those of every node are listed, and a node that is away is named', async () => {
    stored('n2').snapshots = [];
    cluster.node('n3').isSilent = true;
    assert.deepEqual(await ledger.snapshots().list({ deadlineMs: 1_500 }), [
      { node: 'n1', snapshots: [snapshotAt(7, stored('n1').file.length)] },
      { node: 'n2', snapshots: [] },
      { node: 'n3', snapshots: undefined },
    ]);
  });

  test('they are verified on every node, or on one', async () => {
    stored('n2').verdicts = [{ index: 7, error: 'chunk 3 is damaged' }];
    assert.deepEqual(await ledger.snapshots().verify(), [
      { node: 'n1', verdicts: [] },
      { node: 'n2', verdicts: [{ index: 7, error: 'chunk 3 is damaged' }] },
      { node: 'n3', verdicts: [] },
    ]);
    assert.deepEqual(await ledger.snapshots().verify({ node: 'n3' }), [{ node: 'n3', verdicts: [] }]);
    assert.equal((await failureOf(ledger.snapshots().verify({ node: 'n9' }))).code, 'UNKNOWN_NODE');
  });

  test('an aborted list is aborted, whoever had answered', async () => {
    cluster.node('n3').isSilent = true;
    const error = await failureOf(ledger.snapshots().list({ signal: AbortSignal.timeout(200) }));
    assert.equal(error.code, 'ABORTED');
  });

  test('a snapshot is fetched whole, resumed where it broke off, on whichever node', async () => {
    const whole = Buffer.concat(await collect(ledger.snapshots().fetch(7)));
    assert.deepEqual(whole, stored('n1').file);
    for (const node of ['n1', 'n2', 'n3']) stored(node).cut = 3;
    assert.deepEqual(Buffer.concat(await collect(ledger.snapshots().fetch(7))), whole);
    assert.deepEqual(Buffer.concat(await collect(ledger.snapshots().fetch(7, { position: 10, node: 'n2' }))), whole.subarray(10));
    assert.deepEqual(await collect(ledger.snapshots().fetch(7, { position: whole.length })), []);
  });

  test('a snapshot that differs between nodes is not mixed', async () => {
    for (const node of ['n1', 'n2', 'n3']) {
      stored(node).cut = 2;
      stored(node).snapshots = [{ ...snapshotAt(7, stored(node).file.length), fileDigest: Buffer.alloc(32, Number(node.slice(1))) }];
    }
    assert.equal((await failureOf(collect(ledger.snapshots().fetch(7)))).code, 'PROTOCOL');
  });

  test('a fetch that gets nothing any more ends at its deadline, an aborted one at once', async () => {
    for (const node of ['n1', 'n2', 'n3']) stored(node).cut = 1;
    const late = await failureOf(collect(ledger.snapshots().fetch(7, { deadlineMs: 400 })));
    assert.ok(late.code === 'DEADLINE' || late.code === 'UNREACHABLE', late.code);
    assert.deepEqual([late.outcome, late.retryable], ['none', true]);
    const aborted = await failureOf(collect(ledger.snapshots().fetch(7, { signal: AbortSignal.timeout(100) })));
    assert.equal(aborted.code, 'ABORTED');
    assert.throws(() => ledger.snapshots().fetch(0), { code: 'INVALID' });
  });

  test('a consumer that stops ends the stream', async () => {
    for await (const piece of ledger.snapshots().fetch(7)) {
      assert.equal(piece.length, 8);
      break;
    }
    assert.equal(
      ['n1', 'n2', 'n3'].reduce((sum, node) => sum + stored(node).streams, 0),
      1,
    );
  });

  test('entries are read in order, up to what is applied, across breaks', async () => {
    for (let count = 0; count < 10; count++) await ledger.submit({ type: 't', data: '' });
    for (const node of ['n1', 'n2', 'n3']) stored(node).cut = 4;
    const indexes = async (options: Parameters<typeof ledger.entries>[0]) =>
      (await collect(ledger.entries(options))).flat().map(({ index }) => index);
    assert.deepEqual(await indexes({}), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.deepEqual(await indexes({ from: 4, to: 6, node: 'n2' }), [4, 5, 6]);
    assert.deepEqual(await indexes({ from: 11 }), []);
    assert.deepEqual(await indexes({ from: 5, to: 4 }), []);
  });
});
