// Whom this node knows, put together from what its partitions say (ARCHITECTURE.md "Who may talk"). Tells whoever judges streams when that changes.
import { type Configuration, participantsOf } from '../../configuration.ts';
import type { MembershipAt, MembersView } from '../../members-view.ts';
import type { BookMember, IntendedSet } from '../../membership.ts';
import type { Timers } from '../../ports.ts';

export interface MemberBookOptions {
  /** Of each partition, as far as is known: from the one in force at the last applied entry to the newest, committed or not. */
  readonly partitions: () => readonly (readonly MembershipAt[])[];
  /** Up to where partition 1 is applied here. */
  readonly appliedIndex: () => number;
  /** What this node was told when it joined: counts until partition 1 is applied here so far. */
  readonly joined: MembershipAt | undefined;
  readonly onChanged: (view: MembersView) => void;
  readonly timers: Pick<Timers, 'endOfTurn'>;
}

export class MemberBook {
  readonly #options: MemberBookOptions;
  #view: MembersView;
  /** To tell whether it changed. */
  #said: string;
  #isDue = false;

  constructor(options: MemberBookOptions) {
    this.#options = options;
    this.#view = this.#compute();
    this.#said = sayingOf(this.#view);
  }

  view(): MembersView {
    return { ...this.#view, appliedIndex: this.#options.appliedIndex() };
  }

  /** Something changed in a partition: looks at the end of this turn, and says so if the book is another, or whether a partition is behind. */
  changed(): void {
    this.#view = this.#compute();
    if (this.#isDue) return;
    this.#isDue = true;
    this.#options.timers.endOfTurn(() => {
      this.#isDue = false;
      const said = sayingOf(this.#view);
      if (said === this.#said) return;
      this.#said = said;
      this.#options.onChanged(this.view());
    });
  }

  /** More of partition 1 is applied. */
  applied(): void {
    const { joined, appliedIndex } = this.#options;
    if (joined !== undefined && this.#countsJoined && appliedIndex() >= joined.index) this.changed();
  }

  /** What this node was told when it joined is in the book as it is now. */
  #countsJoined = false;

  #compute(): MembersView {
    const { partitions, appliedIndex, joined } = this.#options;
    const applied = appliedIndex();
    this.#countsJoined = joined !== undefined && applied < joined.index;
    const each = partitions();
    const known = each.flat();
    if (joined !== undefined && this.#countsJoined) known.push(joined);
    return { book: bookOf(known), appliedIndex: applied, isBehind: this.#countsJoined || isAnyBehind(each) };
  }
}

function sayingOf({ book, isBehind }: MembersView): string {
  return JSON.stringify({ book, isBehind });
}

/** Whether a partition has other participants, as far as it is applied, than the first intends. */
function isAnyBehind(partitions: readonly (readonly MembershipAt[])[]): boolean {
  const intended = partitions[0]?.[0]?.membership.intended;
  return intended !== undefined && partitions.some(([applied]) => applied !== undefined && isBehind(applied.membership, intended));
}

/** Whether others take part in this configuration than are intended. */
export function isBehind(configuration: Configuration, { voters, learners }: IntendedSet): boolean {
  return participantsOf(configuration).join() !== [...voters, ...learners].sort().join();
}

/** Everyone that these memberships name, ascending by id: an id is always the same member. */
export function bookOf(known: readonly MembershipAt[]): BookMember[] {
  const book = new Map<string, BookMember>();
  for (const { membership } of known) {
    for (const member of membership.members) book.set(member.id, member);
  }
  return [...book.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}
