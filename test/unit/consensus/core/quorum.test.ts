// Majorities and the value that a majority has reached.
import { strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isQuorum, majority, quorumValue } from '../../../../consensus/core/quorum.ts';

test('a majority is more than half', () => {
  for (const [voters, expected] of [
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
  ] as const) {
    strictEqual(majority(voters), expected);
  }
  throws(() => majority(0), /a cluster has voters/);
});

test('a quorum needs a majority, not half', () => {
  strictEqual(
    isQuorum(['a', 'b', 'c', 'd'], (voter) => voter === 'a' || voter === 'b'),
    false,
  );
  strictEqual(
    isQuorum(['a', 'b', 'c', 'd'], (voter) => voter !== 'd'),
    true,
  );
  strictEqual(
    isQuorum(['a', 'b', 'c'], (voter) => voter === 'a' || voter === 'c'),
    true,
  );
});

test('the quorum value is the largest that a majority has reached', () => {
  strictEqual(quorumValue([7]), 7);
  strictEqual(quorumValue([3, 5]), 3);
  strictEqual(quorumValue([0, 10, 4]), 4);
  strictEqual(quorumValue([9, 9, 0, 0]), 0);
  strictEqual(quorumValue([1, 2, 3, 4, 5]), 3);
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }), (reached) => {
      const value = quorumValue(reached);
      const count = (least: number) => reached.filter((one) => one >= least).length;
      strictEqual(count(value) >= majority(reached.length), true);
      strictEqual(count(value + 1) >= majority(reached.length), false);
    }),
  );
});
