// Leads one partition to the intended set, one step at a time, while this node leads it (ARCHITECTURE.md "Membership"). What may follow what is membership.ts's, whether anything can be
// proposed now replica-membership.ts's. A crash anywhere is continued by whoever leads next.

import { type Configuration, isJoint } from '../../configuration.ts';
import { isQuorum } from '../../core/quorum.ts';
import { MEMBERSHIP_BLIND_LOOKS, MEMBERSHIP_LOOK_MS, MEMBERSHIP_NODES_MAX } from '../../limits.ts';
import { type BookMember, type IntendedSet, type Membership, membershipOf, nextConfiguration } from '../../membership.ts';
import type { Cancel, Timers } from '../../ports.ts';
import type { TransferResult } from '../../service.ts';
import type { NodeId, Refusal } from '../../types.ts';
import type { Handover } from '../handover.ts';
import type { ReplicaMembership } from './replica-membership.ts';

/** Where the partitions are to go, and who the nodes of that are. */
export interface Target {
  readonly intended: IntendedSet;
  readonly book: readonly BookMember[];
  /** See `nextConfiguration`. */
  readonly areOthersBehind: boolean;
}

/** `hand-over`: to one of these, the best first; only if none takes over, `next` is to be proposed all the same. */
export type KeeperStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'propose'; readonly next: Membership }
  | { readonly kind: 'hand-over'; readonly to: readonly NodeId[]; readonly next: Membership };

/** What a leader that can propose does next. `current` is in force, and committed. */
export function keeperStep(options: {
  readonly id: NodeId;
  readonly current: Membership;
  readonly target: Target;
  readonly isCaughtUp: (learner: NodeId) => boolean;
  /** It answered this leader of late, or is it. */
  readonly isActive: (node: NodeId) => boolean;
  /** Who can take over, the best first. */
  readonly successors: readonly NodeId[];
}): KeeperStep {
  const { id, current, target, isCaughtUp, isActive, successors } = options;
  const configuration = nextConfiguration({ ...target, current, isCaughtUp });
  if (configuration === undefined) return { kind: 'none' };
  // A joint one needs both halves from the moment it is appended: nothing would be committed any more, though those who vote so far are there.
  if (isJoint(configuration) && !isQuorum({ voters: configuration.voters, outgoing: [] }, isActive)) return { kind: 'none' };
  const next = membershipOf(configuration, current.intended, withNew(current.members, target.book));
  // So many only if changes follow each other faster than they can be carried out: until those who came first have gone.
  if (next.members.length > MEMBERSHIP_NODES_MAX) return { kind: 'none' };
  const to = isLeaving(id, current, configuration) ? successors.filter((node) => configuration.voters.includes(node)) : [];
  return to.length > 0 ? { kind: 'hand-over', to, next } : { kind: 'propose', next };
}

/** Out of a joint configuration leads only one way, whoever leads: it steps down by itself afterwards. */
function isLeaving(id: NodeId, current: Configuration, next: Configuration): boolean {
  return !isJoint(current) && !next.voters.includes(id);
}

function withNew(members: readonly BookMember[], book: readonly BookMember[]): BookMember[] {
  return [...members, ...book.filter(({ id }) => !members.some((member) => member.id === id))];
}

export interface MembershipKeeperOptions {
  readonly id: NodeId;
  readonly membership: Pick<ReplicaMembership, 'hindrance' | 'followers' | 'successors' | 'propose' | 'log'>;
  readonly handover: Pick<Handover, 'transfer'>;
  /** As partition 1 says here; `undefined` while it cannot say. Of no interest to partition 1 itself. */
  readonly target: (current: Membership) => Target | undefined;
  /** Whether some other partition has not come, as far as is known here, to what is intended. Of interest to partition 1 alone. */
  readonly areOthersBehind: (intended: IntendedSet) => boolean;
  readonly timers: Timers;
}

export class MembershipKeeper {
  readonly #options: MembershipKeeperOptions;
  readonly #cancel: Cancel;
  #isClosed = false;
  #isLookDue = false;
  #isHandingOver = false;
  /** All who could take over were asked in vain, while this node leads: it is not tried again before it goes. */
  #nobodyTakesOver = false;
  /** Looks in a row, each its time after the one before, at which the target was not known. */
  #blindLooks = 0;

  constructor(options: MembershipKeeperOptions) {
    this.#options = options;
    this.#cancel = options.timers.every(MEMBERSHIP_LOOK_MS, () => {
      this.#blindLooks++;
      this.#look();
    });
  }

  /** Something changed: looks at the end of this turn. */
  lookSoon(): void {
    if (this.#isLookDue || this.#isClosed) return;
    this.#isLookDue = true;
    this.#options.timers.endOfTurn(() => {
      this.#isLookDue = false;
      this.#look();
    });
  }

  /** Proposes nothing any more. */
  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  #look(): void {
    if (this.#isClosed || this.#isHandingOver) return;
    const { id, membership } = this.#options;
    const hindrance = membership.hindrance();
    if (hindrance === 'not-leader') this.#nobodyTakesOver = false;
    const current = membership.log.newest.membership;
    const target = this.#target(current);
    if (hindrance === 'not-leader' || target !== undefined) this.#blindLooks = 0;
    if (hindrance !== undefined) return;
    if (target === undefined) {
      this.#leaveIfBlind();
      return;
    }
    const followers = membership.followers();
    const isCaughtUp = (learner: NodeId) => followers.some((one) => one.id === learner && one.isCaughtUp && one.isActive);
    const isActive = (node: NodeId) => node === id || followers.some((one) => one.id === node && one.isActive);
    const step = keeperStep({
      id,
      current,
      target,
      isCaughtUp,
      isActive,
      successors: this.#nobodyTakesOver ? [] : membership.successors(),
    });
    if (step.kind === 'hand-over') void this.#handOver(step.to);
    else if (step.kind === 'propose') void membership.propose(() => step.next);
  }

  /** Partition 1 of this node may have been left behind, and never hear that this node is to go. */
  #leaveIfBlind(): void {
    if (this.#blindLooks < MEMBERSHIP_BLIND_LOOKS || this.#nobodyTakesOver) return;
    this.#blindLooks = 0;
    const to = this.#options.membership.successors();
    if (to.length > 0) void this.#handOver(to);
  }

  #target(current: Membership): Target | undefined {
    const { target, areOthersBehind } = this.#options;
    const { intended, members } = current;
    if (intended !== undefined) return { intended, book: members, areOthersBehind: areOthersBehind(intended) };
    // Where that leads is settled, and until then both halves are needed: nothing that partition 1 says is waited for.
    if (isJoint(current)) return { intended: { ...current, retired: [] }, book: members, areOthersBehind: false };
    return target(current);
  }

  async #handOver(to: readonly NodeId[]): Promise<void> {
    this.#isHandingOver = true;
    let result: TransferResult | Refusal | undefined;
    for (const node of to) {
      if (this.#isClosed) break;
      result = await this.#options.handover.transfer(node);
      if (result.kind !== 'not-taken') break;
    }
    this.#isHandingOver = false;
    if (result?.kind !== 'not-taken') return;
    this.#nobodyTakesOver = true;
    this.lookSoon();
  }
}

/**
 * What partition 1 intends, for another partition whose `current` is in force; `undefined` if it is not known so far here: whoever takes part there came by a later entry of partition 1 than
 * is applied here, or the log of partition 1 here knows of a later membership.
 */
export function targetFor(
  current: Membership,
  first:
    | {
        readonly applied: { readonly index: number; readonly membership: Membership };
        readonly newestIndex: number;
        readonly appliedIndex: number;
      }
    | undefined,
): Target | undefined {
  if (first === undefined || first.newestIndex > first.applied.index) return undefined;
  if (current.members.some(({ memberSince }) => memberSince > first.appliedIndex)) return undefined;
  const { intended, members } = first.applied.membership;
  return intended === undefined ? undefined : { intended, book: members, areOthersBehind: false };
}
