// Who may talk (ARCHITECTURE.md "Membership"): what a node knows of its cluster's members, and whether it listens to whoever says it is one of them. Pure: rpc judges
// streams and questions by it, the simulator its links.
import type { BookMember, Membership } from './membership.ts';
import type { NodeId } from './types.ts';

/** A membership and the index of its entry in partition 1; 0: that of the genesis. */
export interface MembershipAt {
  readonly index: number;
  readonly membership: Membership;
}

/** Whom a node knows of right now. Made by the driver, whenever it changes. */
export interface MembersView {
  /** Everyone that a configuration of this node's partitions, committed or not, or the intended set names. Ascending by id. */
  readonly book: readonly BookMember[];
  /** Up to where partition 1 is applied here: who is not in the book, and was a member since then or before, was removed. */
  readonly appliedIndex: number;
  /**
   * Some partition here is not as partition 1 here intends: what it knows of its members may be old, or those who are to go may not have gone. Nobody is told to have been removed meanwhile: the
   * partition may need it, and this node may need it to get the partition.
   */
  readonly isBehind?: boolean;
}

/** What whoever wants to talk says of itself. */
export interface Sender {
  readonly node: NodeId;
  readonly incarnation: string;
  /** As in `BookMember`. */
  readonly memberSince: number;
}

/**
 * `member`: it is in the book. `stranger`: its id is not, but it was made a member by an entry that this node may not have yet; answers go to where it says it is. `other-incarnation`: the
 * book has another one of its id. An id is used once: whatever made the other one a member, its vote must never count for this one's. `removed`: all that made it a member is applied here,
 * it is in the book no more, and no partition here is behind.
 */
export type SenderVerdict = 'member' | 'stranger' | 'other-incarnation' | 'removed';

/** Whether a node with this view listens to `sender`: to a `member` and a `stranger` it does. */
export function judgeSender(
  { node, incarnation, memberSince }: Sender,
  { book, appliedIndex, isBehind = false }: MembersView,
): SenderVerdict {
  const known = book.find(({ id }) => id === node);
  if (known === undefined) return isBehind || memberSince > appliedIndex ? 'stranger' : 'removed';
  return known.incarnation === incarnation ? 'member' : 'other-incarnation';
}
