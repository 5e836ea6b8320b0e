// Who has forgotten what it acknowledged: judged once a start, by what is remembered of starts before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRun, rollbackIn } from '../../../../../consensus/log-ends.ts';
import { AcknowledgedLogs } from '../../../../../consensus/node/repair/acknowledged-logs.ts';
import type { NodeId } from '../../../../../consensus/types.ts';

const N2 = 'n2' as NodeId;
const N3 = 'n3' as NodeId;
const run = (number: number) => number.toString(16).padStart(16, '0');

test('a log that ends before what was acknowledged is rolled back; one that ends there, behind it, or nobody knows where is not', () => {
  assert.deepEqual(rollbackIn([0, 12, 7], [0, 11, 7]), { partition: 2, lastIndex: 11, acknowledgedIndex: 12 });
  for (const lastIndex of [12, 13, Number.MAX_SAFE_INTEGER]) assert.equal(rollbackIn([0, 12, 7], [0, lastIndex, 7]), undefined);
  assert.throws(() => rollbackIn([1], [1, 2]), /every node hosts every partition/);
  assert.ok(isRun(run(255)));
  assert.ok(!isRun('FF') && !isRun(`${run(255)}0`));
});

test('what is remembered only rises, of each node and partition by itself', () => {
  const logs = new AcknowledgedLogs(2);
  logs.note(N3, 2, 9);
  logs.note(N3, 2, 8);
  assert.equal(logs.judge(N2, { run: run(1), indexes: [0, 0] }), undefined);
  assert.deepEqual(logs.judge(N3, { run: run(1), indexes: [0, 8] }), { partition: 2, lastIndex: 8, acknowledgedIndex: 9 });
  assert.equal(logs.judge(N3, { run: run(2), indexes: [0, 9] }), undefined);
});

test('a start that was judged is not judged again: its hello may be older than an acknowledgement on another of its streams', () => {
  const logs = new AcknowledgedLogs(1);
  assert.equal(logs.judge(N3, { run: run(1), indexes: [5] }), undefined);
  logs.note(N3, 1, 9);
  assert.equal(logs.judge(N3, { run: run(1), indexes: [8] }), undefined);
  assert.ok(logs.judge(N3, { run: run(2), indexes: [8] }) !== undefined, 'the next start holds all that this one made durable');
  assert.ok(logs.judge(N3, { run: run(2), indexes: [8] }) !== undefined, 'one that was refused is judged again');
});

test('a hello of an earlier start that comes late does not make the newer one be judged by what it acknowledged itself', () => {
  const logs = new AcknowledgedLogs(1);
  assert.equal(logs.judge(N3, { run: run(2), indexes: [5] }), undefined);
  assert.equal(logs.judge(N3, { run: run(1), indexes: [5] }), undefined);
  logs.note(N3, 1, 9);
  assert.equal(logs.judge(N3, { run: run(2), indexes: [5] }), undefined);
});

test('starts long gone are forgotten', () => {
  const logs = new AcknowledgedLogs(1);
  for (let number = 1; number <= 17; number++) assert.equal(logs.judge(N3, { run: run(number), indexes: [5] }), undefined);
  logs.note(N3, 1, 9);
  assert.equal(logs.judge(N3, { run: run(2), indexes: [5] }), undefined);
  assert.ok(logs.judge(N3, { run: run(1), indexes: [5] }) !== undefined);
});
