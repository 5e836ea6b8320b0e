// Majorities and the value that a majority has reached.
import { strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isQuorum, majority, quorumValue } from '../../../../consensus/core/quorum.ts';
import type { NodeId } from '../../../../consensus/types.ts';

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

const ids = (names: string): NodeId[] => [...names].map((name) => name as NodeId);
const has = (names: string) => (voter: NodeId) => names.includes(voter);

test('a quorum needs a majority, not half', () => {
  const four = { voters: ids('abcd'), outgoing: [] };
  strictEqual(isQuorum(four, has('ab')), false);
  strictEqual(isQuorum(four, has('abc')), true);
  strictEqual(isQuorum({ voters: ids('abc'), outgoing: [] }, has('ac')), true);
});

test('a joint quorum needs a majority of each half: that of one alone, or of all together, is none', () => {
  const joint = { voters: ids('cde'), outgoing: ids('abc') };
  strictEqual(isQuorum(joint, has('de')), false);
  strictEqual(isQuorum(joint, has('ab')), false);
  strictEqual(isQuorum(joint, has('ade')), false);
  strictEqual(isQuorum(joint, has('abd')), false);
  strictEqual(isQuorum(joint, has('abde')), true);
  strictEqual(isQuorum(joint, has('cad')), true);
});

const reachedBy = (...reached: readonly number[]): number => {
  const voters = ids('abcdefg').slice(0, reached.length);
  return quorumValue({ voters, outgoing: [] }, (voter) => reached[voters.indexOf(voter)] ?? -1);
};

test('the quorum value is the largest that a majority has reached', () => {
  strictEqual(reachedBy(7), 7);
  strictEqual(reachedBy(3, 5), 3);
  strictEqual(reachedBy(0, 10, 4), 4);
  strictEqual(reachedBy(9, 9, 0, 0), 0);
  strictEqual(reachedBy(1, 2, 3, 4, 5), 3);
});

test('the quorum value of any configuration has a quorum, and the next higher has none', () => {
  const half = fc.subarray(ids('abcdefg'), { minLength: 1 });
  fc.assert(
    fc.property(half, fc.option(half, { nil: [] }), fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }), (voters, outgoing, values) => {
      const configuration = { voters, outgoing };
      const reached = (voter: NodeId) => values['abcdefg'.indexOf(voter)] ?? -1;
      const value = quorumValue(configuration, reached);
      strictEqual(
        isQuorum(configuration, (voter) => reached(voter) >= value),
        true,
      );
      strictEqual(
        isQuorum(configuration, (voter) => reached(voter) >= value + 1),
        false,
      );
    }),
  );
});
