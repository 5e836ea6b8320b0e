// Linearizable reads wait for the grant and then for what was granted to be applied.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinearizableReads, type ReadResult } from '../../../../consensus/node/linearizable-reads.ts';

function harness(max = 10) {
  const results: ReadResult[] = [];
  const reads = new LinearizableReads(max);
  const add = () => reads.add((result) => results.push(result));
  return { reads, results, add };
}

test('a granted read of something applied already is answered at once', () => {
  const { reads, results, add } = harness();
  const id = add();
  assert.equal(id, 1);
  reads.granted(1, 7, 7);
  assert.deepEqual(results, ['applied']);
});

test('a granted read waits until its index is applied', () => {
  const { reads, results, add } = harness();
  add();
  reads.granted(1, 7, 6);
  assert.deepEqual(results, []);
  reads.applied(6);
  assert.deepEqual(results, []);
  reads.applied(7);
  assert.deepEqual(results, ['applied']);
});

test('a rejected read is lost, and a late grant of it does nothing', () => {
  const { reads, results, add } = harness();
  add();
  reads.rejected(1);
  reads.granted(1, 7, 7);
  assert.deepEqual(results, ['lost']);
});

test('one read too many is refused at once and gets no id', () => {
  const { results, add } = harness(1);
  assert.equal(add(), 1);
  assert.equal(add(), undefined);
  assert.deepEqual(results, ['full']);
});

test('closing answers all that wait, granted or not', () => {
  const { reads, results, add } = harness();
  add();
  add();
  reads.granted(2, 9, 1);
  reads.rejectAll();
  assert.deepEqual(results, ['lost', 'lost']);
});
