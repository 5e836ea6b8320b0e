// How a tail reads: dense, resuming, provably live, bounded, and with typed ends.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type CommittedTransaction, Ledgerline, LedgerlineError, type TailOptions, type TailState } from '@ledgerline/client';
import { encodeTransaction } from '@ledgerline/client/internal';
import { FakeCluster } from './fake-server.ts';

function transaction(number: number, bytes = 10): Uint8Array {
  const key = { kind: 'named', bytes: Buffer.from(`key-${number}`) } as const;
  return encodeTransaction({ type: 'tick', header: number, locks: [], key, seen: undefined, data: Buffer.alloc(bytes, number % 256) });
}

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, position) => from + position);
}

describe('tail', () => {
  let cluster: FakeCluster;
  let ledger: Ledgerline;
  let written: number;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
    ledger = await Ledgerline.connect(cluster.url);
    written = 0;
  });
  afterEach(async () => {
    await ledger.close();
    cluster.stop();
  });

  function write(count: number, bytes?: number): void {
    for (let number = 0; number < count; number++) cluster.log.append(transaction(++written, bytes));
  }

  async function read(options: TailOptions): Promise<CommittedTransaction[]> {
    const transactions: CommittedTransaction[] = [];
    for await (const item of ledger.tail(options)) transactions.push(item);
    return transactions;
  }

  async function offsets(options: TailOptions): Promise<number[]> {
    return (await read(options)).map(({ offset }) => offset);
  }

  test('delivers the whole transaction', async () => {
    const receipt = await ledger.submit({ type: 't', header: 9, data: 'd', key: 'k', seen: 0, locks: [{ mode: 'append', name: 'l' }] });
    const [item] = await read({ to: receipt.offset });
    assert.deepEqual(item, {
      partition: 1,
      offset: 1,
      index: 1,
      term: 1,
      timestamp: 1,
      type: 't',
      header: 9,
      key: { named: Buffer.from('k') },
      seen: 0,
      locks: [{ mode: 'append', name: Buffer.from('l') }],
      data: Buffer.from('d'),
      deltas: [],
      isVoid: false,
    });
  });

  test('delivers deltas in their order, with the locks that cover them', async () => {
    const { offset } = await ledger.submit({
      type: 't',
      deltas: [{ put: 'a', value: '1' }, { record: 'why' }, { delete: 'b' }, { put: 'a', value: '' }],
      locks: [{ mode: 'append', name: 'b' }],
    });
    const [item] = await read({ from: offset, to: offset });
    assert.deepEqual(
      [item?.deltas, item?.locks, item?.data],
      [
        [
          { kind: 'put', key: Buffer.from('a'), value: Buffer.from('1') },
          { kind: 'record', data: Buffer.from('why') },
          { kind: 'delete', key: Buffer.from('b') },
          { kind: 'put', key: Buffer.from('a'), value: Buffer.alloc(0) },
        ],
        [
          { mode: 'append', name: Buffer.from('b') },
          { mode: 'write', name: Buffer.from('a') },
        ],
        Buffer.alloc(0),
      ],
    );
  });

  test('reads any range, also from and to the middle of a batch', async () => {
    write(10);
    assert.deepEqual(await offsets({ to: 10 }), range(1, 10));
    assert.deepEqual(await offsets({ from: 2, to: 8 }), range(2, 8));
    assert.deepEqual(await offsets({ from: 5, to: 5 }), [5]);
    assert.deepEqual(await offsets({ from: 6, to: 5 }), []);
    assert.deepEqual(await offsets({ to: 0 }), []);
  });

  test('hands out batches too', async () => {
    write(7);
    const sizes: number[] = [];
    for await (const batch of ledger.tail({ from: 2, to: 7 }).batches()) sizes.push(batch.length);
    assert.deepEqual(sizes, [2, 3, 1]);
  });

  test('follows the log, and says that it is live only when everything committed was delivered', async () => {
    write(5);
    const states: TailState[] = [];
    const seen: number[] = [];
    for await (const { offset } of ledger.tail({ onState: (state) => states.push(state) })) {
      if (offset <= 5) assert.ok(states.every(({ kind }) => kind !== 'live'));
      seen.push(offset);
      if (offset === 5) until(() => states.some(({ kind }) => kind === 'live')).then(() => write(3));
      if (offset === 8) break;
    }
    assert.deepEqual(seen, range(1, 8));
    assert.deepEqual(states, [
      { kind: 'connecting', attempt: 1 },
      { kind: 'catching-up', behind: 5 },
      { kind: 'live', offset: 5 },
      { kind: 'closed' },
    ]);
  });

  test('is never live without a quorum to prove it', async () => {
    write(3);
    cluster.leader = '';
    const states: TailState[] = [];
    const tail = ledger.tail({ node: 'n2', onState: (state) => states.push(state) })[Symbol.asyncIterator]();
    for (const offset of range(1, 3)) assert.equal((await tail.next()).value?.offset, offset);
    const fourth = tail.next();
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(states.at(-1)?.kind, 'catching-up');
    cluster.elect('n1');
    await until(() => states.at(-1)?.kind === 'live');
    write(1);
    assert.equal((await fourth).value?.offset, 4);
    await tail.return?.();
  });

  test('resumes after cuts in the middle, on other nodes, without gap or repeat', async () => {
    write(30);
    for (const node of cluster.nodes.values()) node.tailCut = 2;
    const states: TailState[] = [];
    assert.deepEqual(await offsets({ to: 30, onState: (state) => states.push(state) }), range(1, 30));
    assert.ok(states.filter(({ kind }) => kind === 'reconnecting').length >= 4);
    assert.equal(states.at(-1)?.kind, 'closed');
    const used = [...cluster.nodes.values()].filter(({ tails }) => tails > 0);
    assert.ok(used.length > 1);
  });

  test('leaves a node that falls silent within about a second', async () => {
    write(3);
    const seen: number[] = [];
    let startedAt = 0;
    for await (const { offset } of ledger.tail()) {
      seen.push(offset);
      if (offset === 3) {
        startedAt = performance.now();
        for (const node of cluster.nodes.values()) node.isSilent = node.tails > 0;
        write(1);
        if (cluster.node('n1').isSilent) cluster.elect('n2');
      }
      if (offset === 4) break;
    }
    assert.deepEqual(seen, range(1, 4));
    assert.ok(performance.now() - startedAt < 3_000);
  });

  test('has more patience each time a node falls silent before it sent anything: over a slow link a message takes longer', async () => {
    write(3);
    for (const node of cluster.nodes.values()) node.tailHoldMs = 1_500;
    const states: TailState[] = [];
    const seen: number[] = [];
    const signal = AbortSignal.timeout(10_000);
    for await (const { offset } of ledger.tail({ to: 3, signal, onState: (state) => states.push(state) })) seen.push(offset);
    assert.deepEqual(seen, range(1, 3));
    assert.equal(states.filter(({ kind }) => kind === 'reconnecting').length, 1);
  });

  test('leaves a node that is cut off from its leader', async () => {
    write(3);
    const seen: number[] = [];
    for await (const { offset } of ledger.tail()) {
      seen.push(offset);
      if (offset === 3) {
        for (const node of cluster.nodes.values()) {
          if (node.tails === 0) continue;
          node.isCutOff = true;
          node.appliedMax = 3;
          if (cluster.leader === node.id) cluster.elect(node.id === 'n1' ? 'n2' : 'n1');
        }
        write(1);
      }
      if (offset === 4) break;
    }
    assert.deepEqual(seen, range(1, 4));
  });

  test('reads from exactly the node that was demanded, and waits for it', async () => {
    write(4);
    cluster.node('n3').appliedMax = 2;
    const seen: number[] = [];
    for await (const { offset } of ledger.tail({ node: 'n3', to: 4 })) {
      seen.push(offset);
      if (offset === 2) cluster.node('n3').appliedMax = undefined;
    }
    assert.deepEqual(seen, range(1, 4));
    assert.deepEqual(
      [...cluster.nodes.values()].map(({ tails }) => tails),
      [0, 0, 1],
    );
    assert.equal((await failureOf(read({ node: 'n9', to: 4 }))).code, 'UNKNOWN_NODE');
  });

  test('a gap is an error, not silence', async () => {
    write(9);
    for (const node of cluster.nodes.values()) {
      node.tailScript = (batch) => (batch.firstOffset === 4 ? { ...batch, firstOffset: 5 } : batch);
    }
    const seen: number[] = [];
    const error = await failureOf(
      (async () => {
        for await (const { offset } of ledger.tail({ to: 9 })) seen.push(offset);
      })(),
    );
    assert.deepEqual([error.code, error.offset, seen], ['PROTOCOL', 4, [1, 2, 3]]);
  });

  test('so are a repeat, a wrong count and an unreadable transaction', async () => {
    write(9);
    const scripts = [
      (batch: { firstOffset: number }) => ({ ...batch, firstOffset: 1 }),
      (batch: { count: number }) => ({ ...batch, count: batch.count + 1 }),
      (batch: { transactions: Uint8Array }) => ({
        ...batch,
        transactions: batch.transactions.subarray(0, -1),
      }),
    ];
    for (const script of scripts) {
      for (const node of cluster.nodes.values())
        node.tailScript = (batch) => (batch.firstOffset === 4 ? { ...batch, ...script(batch) } : batch);
      assert.equal((await failureOf(read({ to: 9 }))).code, 'PROTOCOL');
    }
  });

  test('nothing is handed out after an unreadable batch, however often the consumer asks', async () => {
    write(9);
    for (const node of cluster.nodes.values())
      node.tailScript = (batch) => (batch.firstOffset === 4 ? { ...batch, transactions: batch.transactions.subarray(0, -1) } : batch);
    const iterator = ledger.tail({ to: 9 })[Symbol.asyncIterator]();
    const seen: number[] = [];
    for (let item = await iterator.next(); seen.push(item.value?.offset ?? 0) < 3; item = await iterator.next());
    // Until the batch behind it has been received too.
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal((await failureOf(iterator.next())).code, 'PROTOCOL');
    assert.deepEqual([await iterator.next(), seen], [{ value: undefined, done: true }, [1, 2, 3]]);
  });

  test('several values may be asked for at once: each is handed out, in order', async () => {
    write(10);
    const iterator = ledger.tail({ to: 10 })[Symbol.asyncIterator]();
    const first = await Promise.all(range(1, 5).map(() => iterator.next()));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const rest = await Promise.all(range(6, 12).map(() => iterator.next()));
    assert.deepEqual(
      [...first, ...rest].map(({ value }) => value?.offset),
      [...range(1, 10), undefined, undefined],
    );
    const batches = ledger.tail({ to: 10 }).batches();
    const items = await Promise.all(range(1, 5).map(() => batches.next()));
    assert.deepEqual(
      items.map(({ value }) => value?.map(({ offset }) => offset)),
      [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10], undefined],
    );
  });

  test('a tail that begins beyond the log is live at what is committed', async () => {
    write(2);
    const states: TailState[] = [];
    const tail = ledger.tail({ from: 5, onState: (state) => states.push(state) });
    const first = tail[Symbol.asyncIterator]().next();
    await until(() => states.some(({ kind }) => kind === 'live'));
    assert.deepEqual(states.at(-1), { kind: 'live', offset: 2 });
    write(3);
    assert.equal((await first).value?.offset, 5);
    tail.close();
  });

  test('compacted offsets are an error that names the first readable one', async () => {
    for (const node of cluster.nodes.values()) node.tailStatus = { code: 'COMPACTED', offset: 500 };
    const error = await failureOf(read({ from: 3 }));
    assert.deepEqual([error.code, error.offset, error.snapshot, error.outcome], ['COMPACTED', 500, undefined, 'none']);
    assert.match(error.message, /^offset \d+ was compacted away: the log begins at offset 500$/);
    const snapshot = { index: 70, offset: 650 };
    for (const node of cluster.nodes.values()) node.tailStatus = { code: 'COMPACTED', offset: 500, snapshot };
    assert.deepEqual((await failureOf(read({ from: 3 }))).snapshot, snapshot);
  });

  test('a slow consumer stops the node, and gets everything', async () => {
    write(1_200, 30_000);
    let received = 0;
    let receivedMeanwhile = 0;
    for (const node of cluster.nodes.values()) {
      node.tailScript = (batch) => {
        received++;
        return batch;
      };
    }
    const seen: number[] = [];
    for await (const { offset } of ledger.tail({ to: 1_200 })) {
      if (offset === 1) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        receivedMeanwhile = received;
      }
      seen.push(offset);
    }
    assert.deepEqual(seen, range(1, 1_200));
    assert.ok(received >= 400 && receivedMeanwhile < 300, `${receivedMeanwhile} of ${received} batches were sent to a consumer that slept`);
  });

  test('an aborted signal ends it in the middle of a batch', async () => {
    write(9);
    const controller = new AbortController();
    const states: TailState[] = [];
    const seen: number[] = [];
    const error = await failureOf(
      (async () => {
        for await (const { offset } of ledger.tail({ signal: controller.signal, onState: (state) => states.push(state) })) {
          seen.push(offset);
          if (offset === 2) controller.abort('enough');
        }
      })(),
    );
    assert.deepEqual([error.code, error.cause, seen, states.at(-1)], ['ABORTED', 'enough', [1, 2], { kind: 'closed' }]);
    assert.equal((await failureOf(read({ signal: controller.signal }))).code, 'ABORTED');
  });

  test('ends with CLOSED when the client closes', async () => {
    const waiting = failureOf(read({}));
    await until(() => [...cluster.nodes.values()].some(({ tails }) => tails > 0));
    await ledger.close();
    assert.equal((await waiting).code, 'CLOSED');
    assert.throws(() => ledger.tail(), { code: 'CLOSED' });
  });

  test('ends when it is closed, and is iterated over only once', async () => {
    write(3);
    const tail = ledger.tail();
    const seen: number[] = [];
    for await (const { offset } of tail) {
      seen.push(offset);
      if (offset === 2) tail.close();
    }
    assert.deepEqual(seen, [1, 2]);
    assert.throws(() => tail[Symbol.asyncIterator](), { code: 'INVALID' });
  });

  test('a throwing onState ends the tail with that cause, and nothing else', async () => {
    const cause = new Error('mine');
    const onState = (): void => {
      throw cause;
    };
    assert.equal((await failureOf(read({ onState }))).cause, cause);
  });

  test('refuses wrong arguments', () => {
    assert.throws(() => ledger.tail({ from: 0 }), { code: 'INVALID' });
    assert.throws(() => ledger.tail({ from: 1.5 }), { code: 'INVALID' });
    assert.throws(() => ledger.tail({ to: -1 }), { code: 'INVALID' });
    assert.throws(() => ledger.tail({ partition: 2 }), { code: 'UNKNOWN_PARTITION' });
  });
});
