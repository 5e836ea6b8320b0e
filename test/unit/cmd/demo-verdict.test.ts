// The judge of the demo and of the crash test: a faultless history passes, and every kind of planted fault is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Acknowledged,
  countOutOfOrder,
  type DemoHistory,
  judge,
  type LoggedTransaction,
  longestGap,
  percentile,
} from '../../../cmd/demo-verdict.ts';

function opening(offset: number, to: string): LoggedTransaction {
  return { offset, kind: 'opening', id: `open-${to}`, from: '', to, cents: 100n, fingerprint: `o${offset}` };
}

function transfer(offset: number, id: string, move: { from: string; to: string; cents: bigint }): LoggedTransaction {
  return { offset, kind: 'transfer', id, ...move, fingerprint: `t${id}` };
}

function acknowledged(id: string, offset: number): Acknowledged {
  return { id, offset, startedAt: offset * 10, endedAt: offset * 10 + 5 };
}

const LOG = [
  opening(1, 'a'),
  opening(2, 'b'),
  transfer(3, 'x', { from: 'a', to: 'b', cents: 100n }),
  transfer(4, 'y', { from: 'b', to: 'a', cents: 200n }),
];

/** A faultless history with changes. */
function history(changes: Partial<DemoHistory> = {}): DemoHistory {
  const logs = ['n1', 'n2', 'n3'].map((node) => ({ node, transactions: LOG, digest: 'd' }));
  return { acknowledged: [acknowledged('x', 3), acknowledged('y', 4)], voided: ['z'], unsettled: 0, logs, totalCents: 200n, ...changes };
}

/** The history in which node n2 holds another log. */
function withLog(transactions: readonly LoggedTransaction[], digest = 'd'): DemoHistory {
  const good = history();
  return { ...good, logs: good.logs.map((log) => (log.node === 'n2' ? { node: 'n2', transactions, digest } : log)) };
}

test('a faultless history passes', () => {
  const verdict = judge(history());
  assert.deepEqual(verdict.problems, []);
  assert.equal(verdict.pass, true);
  assert.deepEqual(
    [
      verdict.acknowledged,
      verdict.committed,
      verdict.lost,
      verdict.duplicated,
      verdict.outOfOrder,
      verdict.moneyConserved,
      verdict.logsEqual,
    ],
    [2, 2, 0, 0, 0, true, true],
  );
});

test('an acknowledged transfer that one node does not hold is lost', () => {
  const verdict = judge(withLog(LOG.slice(0, 3)));
  assert.equal(verdict.pass, false);
  assert.equal(verdict.lost, 1);
});

test('an acknowledged transfer at another offset is lost', () => {
  const verdict = judge(history({ acknowledged: [acknowledged('x', 4), acknowledged('y', 3)] }));
  assert.equal(verdict.lost, 2);
  assert.equal(verdict.pass, false);
});

test('a transfer that stands twice is a duplicate', () => {
  const verdict = judge(withLog([...LOG, transfer(5, 'x', { from: 'a', to: 'b', cents: 1n })]));
  assert.equal(verdict.duplicated, 1);
  assert.equal(verdict.pass, false);
});

test('a transfer that was settled as void and stands all the same is found', () => {
  const verdict = judge(history({ voided: ['x'] }));
  assert.equal(verdict.pass, false);
  assert.match(verdict.problems.join('\n'), /x was settled as void/);
});

test('a gap in the offsets is found', () => {
  const verdict = judge(withLog(LOG.map((transaction) => (transaction.offset === 4 ? { ...transaction, offset: 5 } : transaction))));
  assert.equal(verdict.pass, false);
  assert.match(verdict.problems.join('\n'), /n2: offset 5 stands where 4 belongs/);
});

test('money that appears is found, and so is an account that is overdrawn', () => {
  const created = judge(history({ totalCents: 199n }));
  assert.equal(created.moneyConserved, false);
  assert.equal(created.pass, false);
  const overdrawn = judge(withLog([...LOG.slice(0, 2), transfer(3, 'x', { from: 'a', to: 'b', cents: 101n }), ...LOG.slice(3)]));
  assert.equal(overdrawn.moneyConserved, false);
  assert.match(overdrawn.problems.join('\n'), /n2: offset 3 overdraws a/);
});

test('nodes that serve different bytes, or other digests, are found', () => {
  const bytes = judge(withLog(LOG.map((transaction) => ({ ...transaction, fingerprint: 'other' }))));
  assert.equal(bytes.logsEqual, false);
  assert.equal(bytes.pass, false);
  assert.equal(judge(withLog(LOG, 'e')).pass, false);
  assert.equal(judge(withLog(LOG, '')).pass, false);
  const none = history();
  assert.equal(judge({ ...none, logs: none.logs.map((log) => ({ ...log, digest: '' })) }).pass, false);
});

test('a transfer that began after another was acknowledged must stand after it', () => {
  const early = { id: 'a', offset: 2, startedAt: 0, endedAt: 5 };
  const late = { id: 'b', offset: 1, startedAt: 6, endedAt: 9 };
  assert.equal(countOutOfOrder([early, late]), 1);
  assert.equal(countOutOfOrder([early, { ...late, startedAt: 4 }]), 0);
  assert.equal(
    judge(history({ acknowledged: [{ ...acknowledged('x', 3), startedAt: 90, endedAt: 95 }, acknowledged('y', 4)] })).pass,
    false,
  );
});

test('a history without acknowledgements, nodes or a settlement proves nothing', () => {
  assert.equal(judge(history({ acknowledged: [] })).pass, false);
  assert.equal(judge(history({ logs: [] })).pass, false);
  assert.equal(judge(history({ unsettled: 1 })).pass, false);
});

test('the longest gap and percentiles', () => {
  assert.equal(longestGap([{ endedAt: 10 }, { endedAt: 4 }, { endedAt: 5 }]), 5);
  assert.equal(longestGap([]), 0);
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentile([4, 1, 3, 2], 0.99), 4);
  assert.equal(percentile([], 0.5), 0);
});
