// Memberships for tests of the driver, from the names of nodes.
import { type BookMember, type IntendedSet, type Membership, membershipOf } from '../../../../../consensus/membership.ts';
import type { NodeId } from '../../../../../consensus/types.ts';

export const ids = (names: readonly string[]): NodeId[] => names.map((name) => name as NodeId);

/** A member of this name. */
export function member(name: string, memberSince = 0): BookMember {
  return { id: name as NodeId, incarnation: '1'.repeat(32), peerAddress: `${name}:1`, clientAddress: `${name}:2`, memberSince };
}

export function intendedSet(voters: readonly string[], learners: readonly string[] = [], retired: readonly string[] = []): IntendedSet {
  return { voters: ids(voters), learners: ids(learners), retired: ids(retired) };
}

export function membership(options: {
  readonly voters: readonly string[];
  readonly outgoing?: readonly string[];
  readonly learners?: readonly string[];
  readonly intended?: IntendedSet;
  /** Those of an index of their own. */
  readonly members?: readonly BookMember[];
}): Membership {
  const { voters, outgoing = [], learners = [], intended, members = [] } = options;
  const names = [...new Set([...voters, ...outgoing, ...learners, ...(intended?.voters ?? []), ...(intended?.learners ?? [])])];
  const book = [...members, ...names.filter((name) => !members.some(({ id }) => id === name)).map((name) => member(name))];
  return membershipOf({ voters: ids(voters), outgoing: ids(outgoing), learners: ids(learners) }, intended, book);
}
