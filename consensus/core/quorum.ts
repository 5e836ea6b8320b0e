// Majority arithmetic, and nothing else: what a configuration's voters have reached or granted together (Raft §5.2, §5.3), in a joint one each half by itself (thesis §4.3).
import { assert, defined } from '../assert.ts';
import type { Configuration } from '../configuration.ts';
import type { NodeId } from '../types.ts';

type Voting = Pick<Configuration, 'voters' | 'outgoing'>;

/** The smallest number of `voters` voters that any two of such sets share a member. */
export function majority(voters: number): number {
  assert(voters >= 1, 'a cluster has voters');
  return Math.floor(voters / 2) + 1;
}

/** Whether those for which `has` holds are a quorum: a majority of the voters, and in a joint configuration one of the outgoing, too. */
export function isQuorum(configuration: Voting, has: (voter: NodeId) => boolean): boolean {
  return halvesOf(configuration).every((half) => half.filter(has).length >= majority(half.length));
}

/** The largest value that a quorum has reached, given what each voter has reached: the index on a quorum of logs, the round that a quorum answered. */
export function quorumValue(configuration: Voting, reached: (voter: NodeId) => number): number {
  return Math.min(...halvesOf(configuration).map((half) => majorityValue(half.map(reached))));
}

/** The largest value that a majority has reached. */
function majorityValue(reached: readonly number[]): number {
  const falling = [...reached].sort((a, b) => b - a);
  return defined(falling[majority(reached.length) - 1], 'the value of a majority');
}

function halvesOf({ voters, outgoing }: Voting): (readonly NodeId[])[] {
  return outgoing.length === 0 ? [voters] : [voters, outgoing];
}
