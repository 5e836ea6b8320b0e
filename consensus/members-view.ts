// Whom a node knows, for those who judge streams by their hello (ARCHITECTURE.md, "Who may talk"). Made by the driver, whenever it changes.
import type { BookMember } from './membership.ts';

export interface MembersView {
  /** Everyone that a configuration of this node's partitions, committed or not, or the intended set names, one incarnation of each: the later one. Ascending by id. */
  readonly book: readonly BookMember[];
  /** Up to where partition 1 is applied here: who is not in the book, and was a member since then or before, was removed. */
  readonly appliedIndex: number;
}
