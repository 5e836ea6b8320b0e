// The memberships of one partition as the checkers know them: of each node's log, and of the committed one. Majorities are counted here once more, so that the code under test does
// not judge itself.
import type { Configuration } from '../../consensus/configuration.ts';
import { type Membership, readMembership } from '../../consensus/membership.ts';
import type { Entry, NodeId } from '../../consensus/types.ts';
import type { Report } from './violation.ts';

/** Those whose majorities decide: one half, or two while a configuration is joint. */
export type Half = readonly NodeId[];

const decoded = new WeakMap<Entry, Membership>();

/** What a membership entry says. */
export function membershipOfEntry(entry: Entry): Membership {
  let membership = decoded.get(entry);
  if (membership === undefined) {
    ({ membership } = readMembership(entry.payload));
    decoded.set(entry, membership);
  }
  return membership;
}

export function halvesOf({ voters, outgoing }: Pick<Configuration, 'voters' | 'outgoing'>): readonly Half[] {
  return outgoing.length === 0 ? [voters] : [voters, outgoing];
}

/** Whether those for which `has` holds are more than half of each half. */
export function hasQuorum(halves: readonly Half[], has: (node: NodeId) => boolean): boolean {
  return halves.every((half) => half.filter(has).length * 2 > half.length);
}

/** The membership entries of one node's log, ascending; kept up to date by whoever changes the log. */
export class NodeMemberships {
  #entries: Entry[] = [];

  get all(): readonly Entry[] {
    return this.#entries;
  }

  get newest(): Entry | undefined {
    return this.#entries.at(-1);
  }

  /** The log was cut from `index` on; true if a membership went with it. */
  truncateFrom(index: number): boolean {
    const before = this.#entries.length;
    while ((this.newest?.index ?? 0) >= index) this.#entries.pop();
    return this.#entries.length < before;
  }

  append(entry: Entry): void {
    if (entry.type === 'membership') this.#entries.push(entry);
  }

  /** The log holds these, and nothing else. */
  set(log: readonly (Entry | undefined)[]): void {
    this.#entries = log.filter((entry): entry is Entry => entry?.type === 'membership');
  }
}

/** The committed memberships, each of which must be one that may follow the one before. */
export class CommittedMemberships {
  /** In force before the first entry. */
  readonly initial: Membership;
  readonly #partition: number;
  readonly #report: Report;
  readonly #entries: Entry[] = [];

  constructor(options: { readonly partition: number; readonly initial: Membership; readonly report: Report }) {
    this.#partition = options.partition;
    this.initial = options.initial;
    this.#report = options.report;
  }

  get all(): readonly Entry[] {
    return this.#entries;
  }

  get newest(): Membership {
    const entry = this.#entries.at(-1);
    return entry === undefined ? this.initial : membershipOfEntry(entry);
  }

  add(entry: Entry): void {
    const { newest } = this;
    const next = membershipOfEntry(entry);
    if (!follows(newest, next)) {
      this.#report('membership', `entry ${entry.index}: ${configurationText(next)} is committed after ${configurationText(newest)}`);
    }
    if ((next.intended === undefined) !== (this.#partition !== 1)) {
      this.#report(
        'membership',
        `entry ${entry.index} of partition ${this.#partition} says ${next.intended === undefined ? 'nothing of' : ''} what is intended`,
      );
    }
    this.#entries.push(entry);
  }
}

/** Thesis §4.3, as membership.ts has it: another set of voters only by way of a joint configuration, and out of one only to its new half. */
function follows(current: Configuration, next: Configuration): boolean {
  const isSame = (one: Half, other: Half) => one.length === other.length && one.every((id) => other.includes(id));
  if (next.voters.length === 0 || next.learners.some((id) => next.voters.includes(id))) return false;
  if (current.outgoing.length > 0) return next.outgoing.length === 0 && isSame(current.voters, next.voters);
  return isSame(current.voters, next.outgoing.length > 0 ? next.outgoing : next.voters);
}

export function configurationText({ voters, outgoing, learners }: Configuration): string {
  const text = (ids: readonly NodeId[]) => ids.join('+');
  return `${text(voters)}${outgoing.length > 0 ? ` from ${text(outgoing)}` : ''}${learners.length > 0 ? `, learning ${text(learners)}` : ''}`;
}

export function isSameConfiguration(one: Configuration, other: Configuration): boolean {
  return configurationText(sorted(one)) === configurationText(sorted(other));
}

function sorted({ voters, outgoing, learners }: Configuration): Configuration {
  return { voters: [...voters].sort(), outgoing: [...outgoing].sort(), learners: [...learners].sort() };
}
