// Who votes and who learns, as Raft sees it (thesis §4): a configuration, and which may follow which. Addresses, text and intentions are membership.ts's.
import type { NodeId } from './types.ts';

/**
 * A Raft configuration (thesis §4.3). While `outgoing` is not empty it is joint: everything needs a majority of `voters` and one of `outgoing`. A learner receives the log, and
 * neither votes nor counts; nobody is a learner and in `voters`.
 */
export interface Configuration {
  readonly voters: readonly NodeId[];
  readonly outgoing: readonly NodeId[];
  readonly learners: readonly NodeId[];
}

/** Everyone who takes part in a configuration, learners too; ascending. */
export function participantsOf({ voters, outgoing, learners }: Configuration): NodeId[] {
  return sorted([...new Set([...voters, ...outgoing, ...learners])]);
}

/** Everyone whose vote can count. */
export function electorsOf({ voters, outgoing }: Pick<Configuration, 'voters' | 'outgoing'>): NodeId[] {
  return sorted([...new Set([...voters, ...outgoing])]);
}

export function isJoint({ outgoing }: Pick<Configuration, 'outgoing'>): boolean {
  return outgoing.length > 0;
}

export function isSameConfiguration(one: Configuration, other: Configuration): boolean {
  return isSameSet(one.voters, other.voters) && isSameSet(one.outgoing, other.outgoing) && isSameSet(one.learners, other.learners);
}

/**
 * Whether a leader may append `next` while `current`, committed, is in force (thesis §4.3): any other set of voters only by a joint configuration, and out of one only to its new
 * half. Learners may change at any time, for they count nowhere.
 */
export function mayFollow(current: Configuration, next: Configuration): boolean {
  if (next.voters.length === 0 || hasTwice(next.voters) || hasTwice(next.outgoing) || hasTwice(next.learners)) return false;
  if (next.learners.some((id) => next.voters.includes(id))) return false;
  if (isJoint(current)) return !isJoint(next) && isSameSet(current.voters, next.voters);
  if (isJoint(next)) return isSameSet(current.voters, next.outgoing);
  return isSameSet(current.voters, next.voters);
}

// ---- Sets of ids

/** Whether these are the same ids, in any order; none is named twice. */
export function isSameSet(one: readonly NodeId[], other: readonly NodeId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

export function hasTwice(ids: readonly NodeId[]): boolean {
  return new Set(ids).size !== ids.length;
}

/** Ascending. */
export function sorted(ids: Iterable<NodeId>): NodeId[] {
  return [...ids].sort(compareIds);
}

export function compareIds(left: NodeId, right: NodeId): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
