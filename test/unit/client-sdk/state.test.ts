// Reads of the state: which node is asked, what the answer names, how ranges go on page by page, and what is refused.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type DeltaInput, Ledgerline, LedgerlineError, type StateRangeOptions } from '@ledgerline/client';
import type { WireReadAt } from '@ledgerline/client/internal';
import { FakeCluster } from './fake-server.ts';

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

describe('state', () => {
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

  const write = (...deltas: DeltaInput[]) => ledger.submit({ type: 't', deltas });
  const readsOf = (node: string): WireReadAt[] => cluster.node(node).stored.reads.map(({ at }) => at);

  async function keys(options: StateRangeOptions = {}): Promise<string[]> {
    const found: string[] = [];
    for await (const { key } of ledger.state().range(options)) found.push(Buffer.from(key).toString('latin1'));
    return found;
  }

  test('a value comes with the offset after which it is exact', async () => {
    await write({ put: 'a', value: '1' }, { put: 'b', value: '' });
    assert.deepEqual(await ledger.state().get('a'), { value: Buffer.from('1'), offset: 1 });
    assert.deepEqual(await ledger.state().get(Buffer.from('b')), { value: Buffer.alloc(0), offset: 1 });
    await write({ delete: 'a' });
    assert.deepEqual(await ledger.state().get('a'), { value: undefined, offset: 2 });
  });

  test('several keys are read after one offset, in the order in which they were asked for', async () => {
    await write({ put: 'a', value: '1' }, { put: 'b', value: '2' });
    const { values, offset } = await ledger.state().multiGet(['b', 'c', 'a', 'b']);
    assert.deepEqual([values.map((value) => value && Buffer.from(value).toString()), offset], [['2', undefined, '1', '2'], 1]);
    assert.deepEqual(await ledger.state().multiGet([]), { values: [], offset: 1 });
  });

  test('a linearizable read goes to the leader and follows it', async () => {
    await ledger.state().get('a');
    assert.deepEqual(readsOf('n1'), [{ kind: 'linearizable' }]);
    cluster.elect('n2');
    cluster.node('n1').stored.stateScript = () => ({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: 'n2' });
    await ledger.state().get('a');
    assert.deepEqual(readsOf('n2'), [{ kind: 'linearizable' }]);
  });

  test('a read at an offset goes to any node and leaves one that is behind', async () => {
    await write({ put: 'a', value: '1' });
    for (const node of ['n1', 'n2']) cluster.node(node).appliedMax = 0;
    for (let count = 0; count < 6; count++) assert.equal((await ledger.state().get('a', { at: 1 })).offset, 1);
    assert.deepEqual(new Set(readsOf('n3').map((at) => JSON.stringify(at))), new Set(['{"kind":"at-least","offset":1}']));
    assert.ok(readsOf('n1').length + readsOf('n2').length > 0);
  });

  test('an offset that no node reaches in time is the reason of the failure', async () => {
    const error = await failureOf(ledger.state().get('a', { at: 5, deadlineMs: 300 }));
    assert.deepEqual([error.code, error.outcome, error.retryable], ['OVERLOADED', 'none', true]);
    assert.match(error.message, /n\d has not applied offset 5 yet/);
  });

  test('a named node and no other is read, and one that is not there is named', async () => {
    for (let count = 0; count < 4; count++) await ledger.state().get('a', { node: 'n2', at: 'local' });
    await ledger.state().get('a', { node: 'n3' });
    assert.deepEqual([readsOf('n1').length, readsOf('n2').length, readsOf('n3')], [0, 4, [{ kind: 'linearizable' }]]);
    assert.equal((await failureOf(ledger.state().get('a', { node: 'n9' }))).code, 'UNKNOWN_NODE');
    cluster.node('n2').isSilent = true;
    assert.equal((await failureOf(ledger.state().get('a', { node: 'n2', deadlineMs: 300 }))).outcome, 'none');
  });

  test('a range is read in order, by bounds, by prefix and up to a limit', async () => {
    const all = ['a', 'b', 'b1', 'b2', 'b3', 'b4', 'c', '\xff', '\xff\xff'];
    for (const key of all) await write({ put: Buffer.from(key, 'latin1'), value: key });
    assert.deepEqual(await keys(), all);
    assert.deepEqual(await keys({ from: 'b1', to: 'c' }), ['b1', 'b2', 'b3', 'b4']);
    assert.deepEqual(await keys({ prefix: 'b' }), ['b', 'b1', 'b2', 'b3', 'b4']);
    assert.deepEqual(await keys({ prefix: Buffer.of(0xff) }), ['\xff', '\xff\xff']);
    assert.deepEqual(await keys({ prefix: Buffer.of(0x62, 0xff) }), []);
    assert.deepEqual(await keys({ limit: 4 }), all.slice(0, 4));
    assert.deepEqual(await keys({ limit: 0 }), []);
    assert.deepEqual(await keys({ from: 'c', to: 'b' }), []);
  });

  test('every page names its offset, and none is older than the one before', async () => {
    for (let count = 0; count < 7; count++) await write({ put: `k${count}`, value: '0' });
    const offsets: number[] = [];
    for await (const { offset, entries } of ledger.state().range().pages()) {
      offsets.push(offset);
      assert.ok(entries.every((entry) => entry.offset === offset));
      if (offsets.length === 1) await write({ put: 'k6', value: '1' });
      if (offsets.length === 2) for (const node of ['n1', 'n2']) cluster.node(node).appliedMax = 3;
    }
    assert.deepEqual(offsets, [7, 8, 8]);
    assert.deepEqual(readsOf('n1').slice(0, 1), [{ kind: 'linearizable' }]);
  });

  test('an empty range has one empty page, which names its offset', async () => {
    await write({ record: 'nothing' });
    const pages = [];
    for await (const page of ledger.state().range({ prefix: 'x' }).pages()) pages.push(page);
    assert.deepEqual(pages, [{ offset: 1, entries: [] }]);
  });

  test('what cannot be asked is refused before anything is sent', async () => {
    const state = ledger.state();
    const wrong: Promise<unknown>[] = [
      state.get(''),
      state.get('k'.repeat(257)),
      state.get('k', { at: -1 }),
      state.get('k', { at: 1.5 }),
      state.get('k', { at: 'later' as 'local' }),
      state.multiGet(Array.from({ length: 1_025 }, () => 'k')),
      keys({ prefix: 'a', from: 'a' }),
      keys({ limit: -1 }),
    ];
    for (const promise of wrong) assert.equal((await failureOf(promise)).code, 'INVALID');
    assert.throws(() => ledger.state({ partition: 2 }), /partition 2 does not exist/);
    assert.equal(readsOf('n1').length + readsOf('n2').length + readsOf('n3').length, 0);
  });

  test('an answer to another question is a broken protocol', async () => {
    for (const node of cluster.nodes.values()) node.stored.stateScript = () => ({ kind: 'values', offset: 1, values: [] });
    assert.equal((await failureOf(ledger.state().get('a'))).code, 'PROTOCOL');
    assert.equal((await failureOf(keys())).code, 'PROTOCOL');
  });

  test('a refusal that another attempt would get again is told at once', async () => {
    cluster.node('n1').stored.stateScript = () => ({ kind: 'refused', code: 'TOO_LARGE', outcome: 'none', detail: 'ask for fewer keys' });
    const error = await failureOf(ledger.state().get('a'));
    assert.deepEqual([error.code, error.message, error.attempts], ['TOO_LARGE', 'ask for fewer keys', 1]);
  });
});

describe('begin', () => {
  let cluster: FakeCluster;
  let ledger: Ledgerline;

  beforeEach(async () => {
    cluster = await FakeCluster.start(1);
    ledger = await Ledgerline.connect(cluster.url);
  });
  afterEach(async () => {
    await ledger.close();
    cluster.stop();
  });

  test('puts, deletes and records commit as one transaction, in their order', async () => {
    const open = ledger.begin({ type: 'transfer.v1', key: 'k-1', header: 3 });
    const { offset, duplicate } = await open.put('a', '1').log('why').delete('b').lock('append', 'b').commit();
    assert.deepEqual([offset, duplicate, open.isOpen], [1, false, false]);
    const transaction = await ledger.get(1);
    assert.deepEqual(
      transaction?.deltas.map(({ kind }) => kind),
      ['put', 'record', 'delete'],
    );
    assert.deepEqual(
      transaction?.locks.map(({ mode, name }) => `${mode}:${Buffer.from(name)}`),
      ['append:b', 'write:a'],
    );
    assert.equal(transaction?.header, 3);
  });

  test('what is rolled back, or left behind, writes nothing', async () => {
    {
      await using open = ledger.begin({ type: 't' });
      open.put('a', '1');
    }
    const rolledBack = ledger.begin({ type: 't' }).put('a', '1');
    rolledBack.rollback();
    rolledBack.rollback();
    assert.equal((await failureOf(rolledBack.commit())).code, 'INVALID');
    assert.equal(await ledger.committedOffset(), 0);
  });

  test('a transaction commits once, and takes nothing more', async () => {
    const open = ledger.begin({ type: 't' }).log('1');
    await open.commit();
    assert.equal((await failureOf(open.commit())).code, 'INVALID');
    assert.throws(() => open.log('2'), /begin another/);
    assert.throws(() => open.lock('write', 'a'), /begin another/);
    assert.equal(await ledger.committedOffset(), 1);
  });

  test('a bad delta is refused where it is added, and the rest can still be committed', async () => {
    const open = ledger.begin({ type: 't' });
    assert.throws(() => open.put('', '1'), { code: 'INVALID' });
    assert.throws(() => open.put('a', Buffer.alloc(512 * 1024 + 1)), { code: 'TOO_LARGE' });
    await open.log('kept').commit();
    assert.equal((await ledger.get(1))?.deltas.length, 1);
  });
});
