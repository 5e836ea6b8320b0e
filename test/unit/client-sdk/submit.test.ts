// How submit finds the leader, batches, retries under one key, and what it says about outcomes.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import type { WireRefusal, WireResult } from '@ledgerline/client/internal';
import { parseTransaction } from '@ledgerline/client/internal';
import { FakeCluster } from './fake-server.ts';

const PAYMENT = { type: 'payment.v1', data: 'ten euros' };

function refused(code: WireRefusal['code'], outcome: WireRefusal['outcome'], more: Partial<WireRefusal> = {}): WireRefusal {
  return { kind: 'refused', code, outcome, ...more };
}

async function failureOf(promise: Promise<unknown>): Promise<LedgerlineError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(LedgerlineError.is(error), `rejected with a LedgerlineError, not ${error}`);
  return error;
}

/** Waits until something that real sockets do has happened. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('submit', () => {
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

  test('commits and gives offset and key', async () => {
    const first = await ledger.submit(PAYMENT);
    const second = await ledger.submit({ ...PAYMENT, key: 'invoice-7', seen: 0, header: 3, locks: [{ mode: 'write', name: 'account:a' }] });
    assert.deepEqual([first.offset, first.duplicate, first.partition], [1, false, 1]);
    assert.deepEqual(second, { partition: 1, offset: 2, duplicate: false, durable: true, key: { named: 'invoice-7' } });
    assert.ok('generated' in first.key && first.key.generated.length === 16);
    const fields = parseTransaction(cluster.log.transactions[1] ?? new Uint8Array());
    assert.deepEqual(
      [fields.type, fields.header, fields.seen, fields.locks.map(({ mode, name }) => [mode, Buffer.from(name).toString()])],
      ['payment.v1', 3, 0, [['write', 'account:a']]],
    );
  });

  test('what is only accepted is not durable, and its offset is no birth of later keys', async () => {
    const leader = cluster.node('n1');
    leader.submitScript = () => ({ kind: 'accepted', offset: 900, duplicate: false });
    const receipt = await ledger.submit({ ...PAYMENT, key: 'invoice-7' });
    assert.deepEqual(receipt, { partition: 1, offset: 900, duplicate: false, durable: false, key: { named: 'invoice-7' } });
    leader.submitScript = () => undefined;
    const later = await ledger.submit(PAYMENT);
    assert.equal(later.durable, true);
    const birth = 'generated' in later.key ? Buffer.from(later.key.generated).toString('hex', 0, 7) : '';
    assert.equal(birth, '00'.repeat(7));
  });

  test('a repeat under a named key is a duplicate with the first offset', async () => {
    await ledger.submit({ ...PAYMENT, key: 'invoice-7' });
    const again = await ledger.submit({ ...PAYMENT, key: 'invoice-7' });
    assert.deepEqual([again.offset, again.duplicate], [1, true]);
  });

  test('what is submitted in one turn travels in one message', async () => {
    await ledger.submit(PAYMENT);
    await Promise.all(Array.from({ length: 500 }, () => ledger.submit(PAYMENT)));
    assert.deepEqual(cluster.node('n1').submitMessages, [1, 500]);
  });

  test('a message has at most 1,024 transactions and little more than 256 KiB', async () => {
    await ledger.submit(PAYMENT);
    await Promise.all([
      ...Array.from({ length: 1_500 }, () => ledger.submit(PAYMENT)),
      ...Array.from({ length: 6 }, () => ledger.submit({ type: 'large', data: Buffer.alloc(60_000) })),
    ]);
    assert.deepEqual(cluster.node('n1').submitMessages, [1, 1_024, 481, 1]);
  });

  test('follows a hint to a new leader', async () => {
    await ledger.submit(PAYMENT);
    cluster.elect('n3');
    assert.equal((await ledger.submit(PAYMENT)).offset, 2);
    assert.equal(cluster.node('n3').submits, 1);
    assert.equal(cluster.node('n2').submits, 0);
  });

  test('finds the leader without a hint, and past a wrong one', async () => {
    cluster.hint = '';
    cluster.elect('n2');
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
    cluster.hint = 'n1';
    cluster.elect('n3');
    assert.equal((await ledger.submit(PAYMENT)).offset, 2);
  });

  test('finds nodes where they answered, not where they say they are', async () => {
    await ledger.close();
    cluster.advertise = (id) => `${id}.inside.example:7000`;
    ledger = await Ledgerline.connect(cluster.url);
    cluster.elect('n2');
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
  });

  test('learns the other nodes from one', async () => {
    await ledger.close();
    ledger = await Ledgerline.connect(`ledgerline://${cluster.node('n2').address}`);
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
  });

  test('a lost acknowledgement is retried under the same key and found as a duplicate', async () => {
    let isLost = true;
    cluster.node('n1').submitScript = ({ commit }) => {
      if (!isLost) return undefined;
      isLost = false;
      commit();
      setImmediate(() => cluster.node('n1').breakStreams());
      return 'lost';
    };
    const receipt = await ledger.submit(PAYMENT);
    assert.deepEqual([receipt.offset, receipt.duplicate], [1, true]);
    assert.equal(cluster.log.transactions.length, 1);
  });

  test('a paused leader costs about a second', async () => {
    await ledger.submit(PAYMENT);
    cluster.node('n1').isSilent = true;
    cluster.elect('n2');
    const startedAt = performance.now();
    assert.equal((await ledger.submit(PAYMENT)).offset, 2);
    const tookMs = performance.now() - startedAt;
    assert.ok(tookMs > 700 && tookMs < 2_500, `took ${tookMs} ms`);
  });

  test('results may come in any order', async () => {
    await ledger.submit(PAYMENT);
    cluster.node('n1').reorder = (results) => results.toReversed();
    const receipts = await Promise.all(Array.from({ length: 50 }, (_, number) => ledger.submit({ ...PAYMENT, key: `k${number}` })));
    assert.deepEqual(
      receipts.map(({ offset }) => offset),
      Array.from({ length: 50 }, (_, number) => number + 2),
    );
  });

  test('an overloaded leader is asked again later', async () => {
    let refusals = 3;
    cluster.node('n1').submitScript = () => (refusals-- > 0 ? refused('OVERLOADED', 'none') : undefined);
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
    assert.equal(cluster.node('n1').submits, 4);
  });

  test('a leader without space is asked again, less often than one that is busy, and takes the transaction when it has space again', async () => {
    let refusals = 2;
    cluster.node('n1').submitScript = () => (refusals-- > 0 ? refused('NO_SPACE', 'none') : undefined);
    const startedAt = performance.now();
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
    assert.equal(cluster.node('n1').submits, 3);
    assert.ok(performance.now() - startedAt >= 1_000);
  });

  test('a leader that stays without space is the reason when the time is over, and nothing was written', async () => {
    cluster.node('n1').submitScript = () => refused('NO_SPACE', 'none');
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 800 }));
    assert.deepEqual([error.code, error.outcome, error.retryable], ['NO_SPACE', 'none', true]);
    assert.match(error.hint, /free space/);
    assert.ok(error.attempts <= 2, `${error.attempts} attempts`);
  });

  test('an attempt without an answer stays unknown, whatever a leader without space says later', async () => {
    const answers: (WireResult | 'lost')[] = [refused('LEADERSHIP_LOST', 'unknown')];
    cluster.node('n1').submitScript = () => answers.shift() ?? refused('NO_SPACE', 'none');
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 800 }));
    assert.deepEqual([error.code, error.outcome], ['NO_SPACE', 'unknown']);
    assert.match(error.hint, /resolve/);
  });

  test('a conflict names lock and offset and is settled, even after an attempt without an answer', async () => {
    const answers: (WireResult | 'lost')[] = [
      refused('LEADERSHIP_LOST', 'unknown'),
      refused('CONFLICT', 'none', { lock: Buffer.from('account:a'), offset: 4 }),
    ];
    cluster.node('n1').submitScript = () => answers.shift();
    const error = await failureOf(ledger.submit({ ...PAYMENT, seen: 1 }));
    assert.deepEqual([error.code, error.outcome, error.retryable, error.offset, error.attempts], ['CONFLICT', 'none', true, 4, 2]);
    assert.equal(Buffer.from(error.lock ?? []).toString(), 'account:a');
  });

  test('a deadline after an attempt without an answer is unknown, and carries the key', async () => {
    await ledger.submit(PAYMENT);
    cluster.node('n1').submitScript = () => 'lost';
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 300 }));
    assert.deepEqual([error.code, error.outcome, error.retryable, error.attempts], ['DEADLINE', 'unknown', true, 1]);
    assert.ok(error.key !== undefined && 'generated' in error.key);
    assert.deepEqual(await ledger.resolve(error.key), { kind: 'void' });
  });

  test('a deadline without a leader is none: NO_QUORUM', async () => {
    cluster.leader = '';
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 300 }));
    assert.deepEqual([error.code, error.outcome], ['NO_QUORUM', 'none']);
  });

  test('a deadline without a node is none: UNREACHABLE', async () => {
    cluster.stop();
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 500 }));
    assert.deepEqual([error.code, error.outcome], ['UNREACHABLE', 'none']);
  });

  test('refusals of leadership alone leave the outcome none', async () => {
    cluster.node('n1').submitScript = () => {
      cluster.leader = cluster.node('n1').submits < 3 ? 'n1' : '';
      return refused('NOT_LEADER', 'none');
    };
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 500 }));
    assert.deepEqual([error.code, error.outcome, error.attempts], ['NO_QUORUM', 'none', 3]);
  });

  test('leadership lost in between is unknown until another attempt settles it', async () => {
    cluster.node('n1').submitScript = () => refused('LEADERSHIP_LOST', 'unknown');
    const error = await failureOf(ledger.submit(PAYMENT, { deadlineMs: 400 }));
    assert.equal(error.outcome, 'unknown');
  });

  test('an expired key with every attempt answered none is replaced by a new one', async () => {
    const keys: string[] = [];
    cluster.node('n1').submitScript = ({ bytes }) => {
      keys.push(Buffer.from(parseTransaction(bytes).key.bytes).toString('hex'));
      return keys.length === 1 ? refused('KEY_EXPIRED', 'none', { offset: 77 }) : undefined;
    };
    const { key } = await ledger.submit(PAYMENT);
    assert.equal(keys.length, 2);
    assert.notEqual(keys[0], keys[1]);
    assert.ok('generated' in key && Buffer.from(key.generated).toString('hex') === keys[1]);
    assert.equal(keys[1]?.slice(0, 14), '0000000000004d');
  });

  test('a key that expired after an attempt without an answer is looked for in the log, and found', async () => {
    let attempts = 0;
    cluster.node('n1').submitScript = ({ commit }) => {
      attempts++;
      if (attempts === 1) {
        commit();
        return refused('LEADERSHIP_LOST', 'unknown');
      }
      return refused('KEY_EXPIRED', 'none', { offset: 1 });
    };
    const receipt = await ledger.submit(PAYMENT);
    assert.deepEqual([receipt.offset, receipt.duplicate, attempts], [1, true, 2]);
  });

  test('a key that expired after an attempt without an answer and is not in the log is replaced', async () => {
    const answers: WireResult[] = [refused('LEADERSHIP_LOST', 'unknown'), refused('KEY_EXPIRED', 'none', { offset: 1 })];
    cluster.node('n1').submitScript = () => answers.shift();
    const receipt = await ledger.submit(PAYMENT);
    assert.deepEqual([receipt.offset, receipt.duplicate, cluster.node('n1').submits], [1, false, 3]);
  });

  test('a log that cannot be searched leaves an expired key unknown', async () => {
    const answers: WireResult[] = [refused('LEADERSHIP_LOST', 'unknown'), refused('KEY_EXPIRED', 'none', { offset: 1 })];
    await ledger.submit(PAYMENT);
    cluster.log.transactions.push(...cluster.log.transactions);
    for (const node of cluster.nodes.values()) node.tailStatus = { code: 'COMPACTED', offset: 9 };
    cluster.node('n1').submitScript = () => answers.shift();
    const error = await failureOf(ledger.submit(PAYMENT));
    assert.deepEqual([error.code, error.outcome], ['KEY_EXPIRED', 'unknown']);
  });

  test('a birth that the leader has not applied yet is retried', async () => {
    let refusals = 2;
    cluster.node('n1').submitScript = () => (refusals-- > 0 ? refused('SEEN_AHEAD', 'none', { offset: 0 }) : undefined);
    assert.equal((await ledger.submit(PAYMENT)).offset, 1);
  });

  test('a `seen` beyond the log is refused after a second', async () => {
    cluster.node('n1').submitScript = () => refused('SEEN_AHEAD', 'none', { offset: 0 });
    const startedAt = performance.now();
    const error = await failureOf(ledger.submit({ ...PAYMENT, seen: 1_000 }));
    assert.deepEqual([error.code, error.outcome, error.offset], ['SEEN_AHEAD', 'none', 0]);
    assert.ok(performance.now() - startedAt < 3_000);
  });

  test('an aborted signal ends the call, and its listener is gone', async () => {
    cluster.node('n1').submitScript = () => 'lost';
    const controller = new AbortController();
    const waiting = failureOf(ledger.submit(PAYMENT, { signal: controller.signal }));
    await until(() => cluster.node('n1').submits === 1);
    controller.abort('enough');
    const never = failureOf(ledger.submit(PAYMENT, { signal: AbortSignal.abort('no') }));
    const error = await waiting;
    assert.deepEqual([error.code, error.outcome, error.cause], ['ABORTED', 'unknown', 'enough']);
    assert.deepEqual([(await never).code, (await never).outcome], ['ABORTED', 'none']);
  });

  test('calls that share a signal leave no listener on it', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const live = new Set<unknown>();
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: () => void) => {
      live.add(listener);
      add(type, listener);
    };
    signal.removeEventListener = (type: string, listener: () => void) => {
      live.delete(listener);
      remove(type, listener);
    };
    const submits = Array.from({ length: 2_000 }, () => ledger.submit(PAYMENT, { signal }));
    assert.equal(live.size, 1);
    await Promise.all([...submits, ledger.committedOffset({ signal }), ledger.status({ signal }), ledger.get(1, { signal })]);
    assert.equal(live.size, 0);
  });

  test('wrong arguments are refused before anything is sent', async () => {
    const cases: [Parameters<Ledgerline['submit']>[0], string][] = [
      [{ type: '', data: '' }, 'INVALID'],
      [{ type: 'x'.repeat(65), data: '' }, 'INVALID'],
      [{ type: 'ledgerline.void', data: '' }, 'INVALID'],
      [{ type: 'a', data: '', header: 2 ** 32 }, 'INVALID'],
      [{ type: 'a', data: '', seen: -1 }, 'INVALID'],
      [{ type: 'a', data: '', seen: 2 ** 53 }, 'INVALID'],
      [{ type: 'a', data: '', key: '' }, 'INVALID'],
      [{ type: 'a', data: '', key: 'k'.repeat(65) }, 'INVALID'],
      [{ type: 'a', data: '', key: '\ud800' }, 'INVALID'],
      [{ type: 'a', data: '', locks: [{ mode: 'write', name: '' }] }, 'INVALID'],
      [{ type: 'a', data: '', locks: [{ mode: 'write', name: 'n'.repeat(257) }] }, 'INVALID'],
      [{ type: 'a', data: '', locks: [{ mode: 'read', name: 'n' }] }, 'INVALID'],
      [{ type: 'a', data: '', locks: Array.from({ length: 9 }, () => ({ mode: 'write', name: 'n' }) as const) }, 'TOO_MANY_LOCKS'],
      [{ type: 'a', data: Buffer.alloc(64 * 1024) }, 'TOO_LARGE'],
      [{ type: 'a' }, 'INVALID'],
      [{ type: 'a', data: 'd', deltas: [{ record: 'r' }] }, 'INVALID'],
      [{ type: 'a', deltas: [{ put: '', value: '' }] }, 'INVALID'],
      [{ type: 'a', deltas: [{ delete: 'k'.repeat(257) }] }, 'INVALID'],
      [{ type: 'a', deltas: [{ put: 'k', value: Buffer.alloc(512 * 1024 + 1) }] }, 'TOO_LARGE'],
      [{ type: 'a', deltas: Array.from({ length: 4_097 }, () => ({ record: '' })) }, 'INVALID'],
      [{ type: 'a', deltas: Array.from({ length: 9 }, (_, at) => ({ delete: `k${at}` })) }, 'TOO_MANY_LOCKS'],
      [{ type: 'a', data: '', partition: 2 }, 'UNKNOWN_PARTITION'],
      [{ type: 'a', data: '', partition: 0 }, 'UNKNOWN_PARTITION'],
    ];
    for (const [input, code] of cases) {
      const error = await failureOf(ledger.submit(input));
      assert.deepEqual([error.code, error.outcome, error.attempts], [code, 'none', 0], JSON.stringify(input).slice(0, 100));
    }
    assert.equal((await failureOf(ledger.submit(PAYMENT, { deadlineMs: 0 }))).code, 'INVALID');
    const edges = {
      type: 'x'.repeat(64),
      data: '',
      header: 2 ** 32 - 1,
      seen: 2 ** 53 - 1,
      key: 'k'.repeat(64),
      locks: [{ mode: 'read', name: 'n'.repeat(256) }],
    } as const;
    assert.equal((await ledger.submit(edges)).offset, 1);
  });

  test('close ends what is under way, honestly, and is idempotent', async () => {
    cluster.node('n1').submitScript = () => 'lost';
    const sent = failureOf(ledger.submit(PAYMENT));
    await until(() => cluster.node('n1').submits === 1);
    const queued = failureOf(ledger.submit(PAYMENT));
    await ledger.close();
    await ledger.close();
    assert.deepEqual([(await sent).code, (await sent).outcome], ['CLOSED', 'unknown']);
    assert.deepEqual([(await queued).code, (await queued).outcome], ['CLOSED', 'none']);
    assert.equal((await failureOf(ledger.submit(PAYMENT))).code, 'CLOSED');
    assert.equal((await failureOf(ledger.committedOffset())).code, 'CLOSED');
  });
});
