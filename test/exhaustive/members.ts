// Configurations of the exhaustive search as one number each, so that an entry that carries one is still a number: four bits each for voters, outgoing voters and learners, a bit a node.
import type { Configuration } from '../../consensus/configuration.ts';
import type { NodeId } from '../../consensus/types.ts';

/** `voters + 16 * outgoing + 256 * learners`; 0: none, so that of the genesis is in force. */
export type Members = number;

const NODES_MAX = 4;
const HALF = 2 ** NODES_MAX;

export function membersOf({ voters, outgoing, learners }: Configuration): Members {
  return bitsOf(voters) + HALF * bitsOf(outgoing) + HALF * HALF * bitsOf(learners);
}

export function configurationOf(members: Members): Configuration {
  return { voters: idsOf(members), outgoing: idsOf(members >> NODES_MAX), learners: idsOf(members >> (2 * NODES_MAX)) };
}

/** The joint configuration on the way from `from`, which is not joint, to these voters. */
export function jointOf(from: Members, voters: number): Members {
  return voters + HALF * (from % HALF);
}

/** What is left of a joint configuration; `undefined` if it is none. */
export function maybeLeft(joint: Members): Members | undefined {
  return (joint >> NODES_MAX) % HALF === 0 ? undefined : joint % HALF;
}

export function votersOf(members: Members): number {
  return members % HALF;
}

/** Whether those nodes for which `has` holds are a majority of each half. Of its own, not that of the core. */
export function isQuorumOf(members: Members, has: (node: number) => boolean): boolean {
  return [members % HALF, (members >> NODES_MAX) % HALF].every((half) => half === 0 || isMajority(half, has));
}

export function renamedMembers(members: Members, renaming: readonly number[]): Members {
  let renamed = 0;
  for (let bit = 0; bit < 3 * NODES_MAX; bit++) {
    if ((members & (1 << bit)) === 0) continue;
    const node = bit % NODES_MAX;
    renamed |= 1 << (bit - node + (renaming[node] ?? node));
  }
  return renamed;
}

function isMajority(half: number, has: (node: number) => boolean): boolean {
  let [all, held] = [0, 0];
  for (let node = 0; node < NODES_MAX; node++) {
    if ((half & (1 << node)) === 0) continue;
    all++;
    if (has(node)) held++;
  }
  return 2 * held > all;
}

function bitsOf(ids: readonly NodeId[]): number {
  return ids.reduce((bits, id) => bits | (1 << (id.charCodeAt(1) - 49)), 0);
}

function idsOf(bits: number): NodeId[] {
  const ids: NodeId[] = [];
  for (let node = 0; node < NODES_MAX; node++) if ((bits & (1 << node)) !== 0) ids.push(`n${node + 1}` as NodeId);
  return ids;
}
