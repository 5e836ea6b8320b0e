// Majority arithmetic, and nothing else: what a set of voters has reached or granted together (Raft §5.2, §5.3).
import { assert, defined } from '../assert.ts';

/** The smallest number of `voters` voters that any two of such sets share a member. */
export function majority(voters: number): number {
  assert(voters >= 1, 'a cluster has voters');
  return Math.floor(voters / 2) + 1;
}

/** Whether a majority of the voters is among those for which `has` holds. */
export function isQuorum<Voter>(voters: readonly Voter[], has: (voter: Voter) => boolean): boolean {
  let count = 0;
  for (const voter of voters) if (has(voter)) count++;
  return count >= majority(voters.length);
}

/** The largest value that a majority has reached, given what each voter has reached: the index on a quorum of logs, the round that a quorum answered. */
export function quorumValue(reached: readonly number[]): number {
  const falling = [...reached].sort((a, b) => b - a);
  return defined(falling[majority(reached.length) - 1], 'the value of a majority');
}
