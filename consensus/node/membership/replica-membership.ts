// The membership of a partition that takes part: which is in force, what this node proposes as its leader, and who waits for that. Everything that changes it passes here, so that never two
// changes are in flight. What is proposed is decided by membership-keeper.ts and members.ts.
import { assert, defined } from '../../assert.ts';
import type { Configuration } from '../../configuration.ts';
import type { Raft } from '../../core/raft.ts';
import type { ChangeHindrance, ConfigurationChange, CoreEvent, FollowerProgress } from '../../core/ready.ts';
import type { MembershipAt } from '../../members-view.ts';
import { encodeMembership, type Membership } from '../../membership.ts';
import type { Entry, EntryBody, NodeId, Refusal } from '../../types.ts';
import type { Leadership } from '../admission.ts';
import { type MembershipLog, membershipsAmong } from './membership-log.ts';

/** `applied`: it is committed, and applied here. `hindered`: nothing was proposed. */
export type MembershipProposed =
  | { readonly kind: 'applied'; readonly index: number }
  | { readonly kind: 'hindered'; readonly by: ChangeHindrance }
  | Refusal;

export interface ReplicaMembershipOptions {
  /** Id of the cluster. */
  readonly cluster: string;
  readonly log: MembershipLog;
  readonly raft: Pick<Raft, 'changeHindrance' | 'followers' | 'successors'>;
  readonly leadership: () => Leadership;
  /** Of the entry that is proposed next. */
  readonly nextIndex: () => number;
  /** Gives it to the core, which does not refuse it. */
  readonly propose: (body: Pick<EntryBody, 'type' | 'count' | 'payload'>, configuration: Configuration) => void;
  /** Another one is in force, or the one in force is applied. */
  readonly onChanged: () => void;
}

export class ReplicaMembership {
  readonly log: MembershipLog;
  readonly #options: ReplicaMembershipOptions;
  #waiting: { readonly index: number; readonly resolve: (result: MembershipProposed) => void }[] = [];
  #appliedIndex: number;
  /** The first of the log, which is as applied as can be told, when it was looked at last. */
  #first: MembershipAt;

  constructor(options: ReplicaMembershipOptions) {
    this.#options = options;
    this.log = options.log;
    this.#first = defined(options.log.all[0], 'a membership');
    this.#appliedIndex = this.#first.index;
  }

  /** In force at the last applied entry, hence committed. */
  get applied(): MembershipAt {
    return this.log.at(this.#appliedIndex);
  }

  /** Why this node cannot propose one now; `undefined` if it can. */
  hindrance(): ChangeHindrance | undefined {
    const leadership = this.#options.leadership();
    if (leadership === 'ready') return this.#options.raft.changeHindrance();
    return leadership === 'none' ? 'not-leader' : leadership;
  }

  /** What this node, if it leads, knows of everyone else who takes part. */
  followers(): readonly FollowerProgress[] {
    return this.#options.raft.followers();
  }

  /** Up to where others have durably acknowledged to this node, if it leads, what is committed. */
  committedAt(commitIndex: number): readonly { readonly id: NodeId; readonly index: number }[] {
    return this.followers().map(({ id, matchIndex }) => ({ id, index: Math.min(matchIndex, commitIndex) }));
  }

  /** To whom this node, if it leads, can hand over, the best first. */
  successors(): readonly NodeId[] {
    return this.#options.raft.successors();
  }

  /** What the core has to be told of the bodies of an append whose first entry is at `fromIndex`. */
  changesOf(bodies: readonly EntryBody[], fromIndex: number): ConfigurationChange[] {
    if (!bodies.some(({ type }) => type === 'membership')) return [];
    const placed = bodies.map(({ type, payload }, at) => ({ index: fromIndex + at, type, payload }));
    return membershipsAmong(placed, this.#options.cluster).map(({ index, membership }) => ({
      index,
      configuration: configurationOf(membership),
    }));
  }

  /** These entries were put into the log, in the place of whatever was there from the first of them on. */
  appended(entries: readonly Entry[]): void {
    const [first] = entries;
    if (first === undefined) return;
    const before = this.log.newest;
    this.log.append(first.index, membershipsAmong(entries, this.#options.cluster));
    if (this.log.newest !== before) this.#options.onChanged();
  }

  /** The core says which one is in force now, by this entry: it and the log agree. */
  check(event: CoreEvent): void {
    if (event.kind === 'configuration-changed')
      assert(event.index === this.log.newest.index, 'core and log agree on the membership in force');
  }

  /** The log begins anew behind a snapshot. */
  reset(first: MembershipAt): void {
    this.log.reset(first);
    this.#options.onChanged();
  }

  handleApplied(index: number): void {
    this.#appliedIndex = index;
    this.log.applied(index);
    const first = defined(this.log.all[0], 'a membership');
    if (first !== this.#first) {
      this.#first = first;
      this.#options.onChanged();
    }
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = waiting.filter((one) => one.index > index);
    for (const one of waiting) if (one.index <= index) one.resolve({ kind: 'applied', index: one.index });
  }

  /** Proposes what `next` makes for the index that it gets, unless something hinders that. Never rejects. */
  propose(next: (index: number) => Membership): Promise<MembershipProposed> {
    const by = this.hindrance();
    if (by !== undefined) return Promise.resolve({ kind: 'hindered', by });
    const index = this.#options.nextIndex();
    const membership = next(index);
    const payload = encodeMembership(membership, this.#options.cluster);
    return new Promise((resolve) => {
      // Before the step: in a cluster of one it may be applied within it.
      this.#waiting.push({ index, resolve });
      this.#options.propose({ type: 'membership', count: 0, payload }, configurationOf(membership));
    });
  }

  /** Leadership is lost, or the partition closes: what is on its way may yet commit. */
  lost(refusal: Refusal): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve } of waiting) resolve(refusal);
  }
}

/** A membership as the core sees it. */
export function configurationOf({ voters, outgoing, learners }: Configuration): Configuration {
  return { voters, outgoing, learners };
}
