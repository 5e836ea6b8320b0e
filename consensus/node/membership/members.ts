// Changes the intended set of the cluster, on the leader of partition 1 (`NodeService.changeMembers`): what a change asks for, whether it may be, and one entry for it. How the partitions get
// there is membership-keeper.ts's.
import { defined } from '../../assert.ts';
import { isJoint } from '../../configuration.ts';
import { isQuorum } from '../../core/quorum.ts';
import { isAddress, isIncarnation, isNodeId } from '../../genesis.ts';
import { MEMBERS_MAX, MEMBERSHIP_NODES_MAX, NODES_RETIRED_MAX } from '../../limits.ts';
import { type BookMember, type IntendedSet, type Membership, membershipOf } from '../../membership.ts';
import type { MembersChange, MembersRefusal, MembersResult } from '../../service.ts';
import type { Member, NodeId, Refusal } from '../../types.ts';
import type { ReadResult } from '../linearizable-reads.ts';
import type { Replica } from '../replica.ts';
import { messageOf } from '../snapshots/snapshot-loading.ts';
import type { ReplicaMembership } from './replica-membership.ts';

/** What a node says of itself to whoever asks at its peer address. */
export interface Introduced {
  readonly id: NodeId;
  readonly incarnation: string;
  /** It belongs to a cluster. */
  readonly isFormed: boolean;
}

/** A node that is to be a member. */
type Coming = Pick<Member, 'id' | 'peerAddress' | 'clientAddress'>;

/** `intend`: the set that the change asks for, with whoever comes by it. */
export type MembersPlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'intend'; readonly intended: IntendedSet; readonly comes: Coming | undefined }
  | MembersRefusal;

/** What a change comes to, where `intended` is intended. `known`: everyone whom this node knows of. `isActive`: answered this leader within the last election timeout, or is it. */
export function planMembers(options: {
  readonly change: MembersChange;
  readonly intended: IntendedSet;
  readonly known: readonly BookMember[];
  readonly isActive: (node: NodeId) => boolean;
}): MembersPlan {
  const { change, intended, known, isActive } = options;
  const { voters, learners, retired } = intended;
  const isIntended = (id: NodeId) => voters.includes(id) || learners.includes(id);
  const lacksQuorum = ({ voters: next }: IntendedSet, coming?: NodeId) =>
    !isQuorum({ voters: next, outgoing: [] }, (id) => id === coming || isActive(id));
  switch (change.kind) {
    case 'add': {
      if (isIntended(change.id)) return sameAddress(change, known) ?? { kind: 'unchanged' };
      const next = { ...intended, learners: [...learners, change.id] };
      return refusedComing(change, options) ?? refusedSize(next) ?? { kind: 'intend', intended: next, comes: change };
    }
    case 'promote': {
      const { id } = change;
      if (voters.includes(id)) return { kind: 'unchanged' };
      if (!learners.includes(id)) return unknown(id);
      const next = { ...intended, voters: [...voters, id], learners: learners.filter((learner) => learner !== id) };
      return lacksQuorum(next) ? noQuorum(next, isActive) : { kind: 'intend', intended: next, comes: undefined };
    }
    case 'remove': {
      const { id, force } = change;
      if (!isIntended(id)) return { kind: 'unchanged' };
      const isLeft = (node: NodeId) => node !== id;
      const next = { voters: voters.filter(isLeft), learners: learners.filter(isLeft), retired: [...retired, id] };
      if (next.voters.length === 0) return refused('LAST_VOTER', `${id} is the only voter: add another node and promote it first`);
      // Without a learner the quorum is what it was.
      const isHarmless = force || learners.includes(id);
      const refusal = !isHarmless && lacksQuorum(next) ? noQuorum(next, isActive) : refusedRetirement(next);
      return refusal ?? { kind: 'intend', intended: next, comes: undefined };
    }
    case 'replace': {
      const { id, by } = change;
      if (!isIntended(id)) return isIntended(by.id) ? (sameAddress(by, known) ?? { kind: 'unchanged' }) : unknown(id);
      if (isIntended(by.id)) return refused('ALREADY_A_MEMBER', `${by.id} is a member: give the new node an id of its own`);
      const instead = (node: NodeId) => (node === id ? by.id : node);
      const next = { voters: voters.map(instead), learners: learners.map(instead), retired: [...retired, id] };
      const refusal = refusedComing(by, options) ?? refusedRetirement(next);
      if (refusal !== undefined) return refusal;
      return lacksQuorum(next, by.id) ? noQuorum(next, isActive) : { kind: 'intend', intended: next, comes: by };
    }
  }
}

function refused(code: MembersRefusal['code'], detail: string): MembersRefusal {
  return { kind: 'members-refused', code, detail };
}

function unknown(id: NodeId): MembersRefusal {
  return refused('UNKNOWN_MEMBER', `${id} is not a member: see \`ledgerline members list\``);
}

function noQuorum({ voters }: IntendedSet, isActive: (node: NodeId) => boolean): MembersRefusal {
  const silent = voters.filter((id) => !isActive(id));
  return refused(
    'NO_QUORUM',
    `of the voters ${voters.join(', ')} too few are there: ${silent.join(', ')} cannot be reached; start them first`,
  );
}

/** A retry names the same node; whoever names another place means another node. */
function sameAddress({ id, peerAddress, clientAddress }: Coming, known: readonly BookMember[]): MembersRefusal | undefined {
  const member = known.find((one) => one.id === id);
  if (member === undefined || (member.peerAddress === peerAddress && member.clientAddress === clientAddress)) return undefined;
  return refused(
    'ALREADY_A_MEMBER',
    `${id} is a member, at ${member.peerAddress} and ${member.clientAddress}: give the new node an id of its own`,
  );
}

function refusedComing(
  { id, peerAddress, clientAddress }: Coming,
  { known, intended }: { readonly known: readonly BookMember[]; readonly intended: IntendedSet },
): MembersRefusal | undefined {
  if (!isNodeId(id)) return refused('UNREACHABLE', `${id} is not the id of a node: 1 to 64 characters of a-z, 0-9 and -`);
  const wrong = [peerAddress, clientAddress].find((address) => !isAddress(address));
  if (wrong !== undefined) return refused('UNREACHABLE', `${wrong} is not an address: it must be host:port`);
  const isUsed = intended.retired.includes(id) || known.some((member) => member.id === id);
  return isUsed ? refused('ID_USED', `${id} was a member, and an id is used once: give the new node an id of its own`) : undefined;
}

function refusedRetirement({ retired }: IntendedSet): MembersRefusal | undefined {
  if (retired.length <= NODES_RETIRED_MAX) return undefined;
  return refused(
    'TOO_MANY_MEMBERS',
    `${NODES_RETIRED_MAX} nodes were removed before, and no more ids can be remembered: move to a new cluster by backup and restore`,
  );
}

function refusedSize({ voters, learners }: IntendedSet): MembersRefusal | undefined {
  if (voters.length + learners.length <= MEMBERS_MAX) return undefined;
  return refused('TOO_MANY_MEMBERS', `a cluster has at most ${MEMBERS_MAX} nodes: remove one first, or replace it`);
}

export interface MembersChangerOptions {
  readonly id: NodeId;
  /** Partition 1, while it takes part here. */
  readonly first: () => Pick<Replica, 'membership' | 'leaderHint' | 'read'> | undefined;
  /** Everyone whom this node knows of, in any partition. */
  readonly known: () => readonly BookMember[];
  /** Asks the node that listens there who it is; rejects if nobody answers. */
  readonly introduce: (peerAddress: string) => Promise<Introduced>;
}

export class MembersChanger {
  readonly #options: MembersChangerOptions;

  constructor(options: MembersChangerOptions) {
    this.#options = options;
  }

  /** See `NodeService.changeMembers`. */
  async change(change: MembersChange): Promise<MembersResult | MembersRefusal | Refusal> {
    const before = this.#plan(change);
    if (before.kind === 'members-changed') return this.#unchanged(change);
    if (before.kind !== 'intend') return before;
    const incarnation = before.comes === undefined ? undefined : await this.#incarnationOf(before.comes);
    if (typeof incarnation === 'object') return incarnation;
    // Much may have happened meanwhile.
    const plan = this.#plan(change);
    if (plan.kind === 'members-changed') return this.#unchanged(change);
    if (plan.kind !== 'intend') return plan;
    const { intended, comes, current, membership } = plan;
    const proposed = await membership.propose((index) => {
      const member = comes === undefined || incarnation === undefined ? [] : [memberOf(comes, incarnation, index)];
      return membershipOf(current, intended, [...current.members, ...member]);
    });
    if (proposed.kind === 'refused') return proposed;
    return proposed.kind === 'applied' ? { kind: 'members-changed', changed: true, intended } : this.#hindered(proposed.by);
  }

  /** It is as wanted, as far as this node knows; others may lead and have changed it since. So that is asked first, as for any read. */
  async #unchanged(change: MembersChange): Promise<MembersResult | MembersRefusal | Refusal> {
    const first = this.#options.first();
    const read = first === undefined ? 'lost' : await new Promise<ReadResult>((resolve) => first.read(resolve));
    if (read === 'full') return { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
    if (read === 'lost') return this.#hindered('not-leader');
    const plan = this.#plan(change);
    return plan.kind === 'intend' ? this.#hindered('under-way') : plan;
  }

  #plan(
    change: MembersChange,
  ):
    | MembersResult
    | MembersRefusal
    | Refusal
    | (Extract<MembersPlan, { readonly kind: 'intend' }> & { readonly current: Membership; readonly membership: ReplicaMembership }) {
    const { id, first, known } = this.#options;
    const membership = first()?.membership;
    if (membership === undefined) return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' };
    const hindrance = membership.hindrance();
    if (hindrance !== undefined) return this.#hindered(hindrance);
    const current = membership.log.newest.membership;
    // Committed, and about to be left by the keeper: what may follow it is settled, and another set is for the step after that.
    if (isJoint(current)) return this.#hindered('under-way');
    const intended = defined(current.intended, 'what partition 1 intends');
    const followers = membership.followers();
    const isActive = (node: NodeId) => node === id || followers.some((one) => one.id === node && one.isActive);
    const plan = planMembers({ change, intended, known: known(), isActive });
    if (plan.kind === 'unchanged') return { kind: 'members-changed', changed: false, intended };
    if (plan.kind === 'members-refused') return plan;
    const named = new Set([...current.members.map((member) => member.id), ...(plan.comes === undefined ? [] : [plan.comes.id])]);
    if (named.size > MEMBERSHIP_NODES_MAX)
      return refused('CHANGE_UNDER_WAY', 'too many nodes come and go: wait until the changes before are carried out');
    return { ...plan, current, membership };
  }

  #hindered(by: NonNullable<ReturnType<ReplicaMembership['hindrance']>>): MembersRefusal | Refusal {
    if (by === 'not-leader') return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...this.#options.first()?.leaderHint() };
    const detail =
      by === 'under-way'
        ? 'a step of the change before is not done yet'
        : `the leader of partition 1 is ${by === 'starting' ? 'starting' : 'handing over'}`;
    return refused('CHANGE_UNDER_WAY', `${detail}: try again`);
  }

  async #incarnationOf({ id, peerAddress }: Coming): Promise<string | MembersRefusal> {
    let said: Introduced;
    try {
      said = await this.#options.introduce(peerAddress);
    } catch (error) {
      return refused('UNREACHABLE', `no node answers at ${peerAddress} (${messageOf(error)}): start it with cluster.join first`);
    }
    if (said.id !== id)
      return refused('UNREACHABLE', `at ${peerAddress} answers ${said.id}, not ${id}: check the address and the id in its configuration`);
    if (!isIncarnation(said.incarnation)) return refused('UNREACHABLE', `${id} at ${peerAddress} does not say which incarnation it is`);
    if (said.isFormed)
      return refused('ALREADY_FORMED', `${id} belongs to a cluster already: start it with an empty data directory and cluster.join`);
    return said.incarnation;
  }
}

function memberOf({ id, peerAddress, clientAddress }: Coming, incarnation: string, memberSince: number): BookMember {
  return { id, incarnation, peerAddress, clientAddress, memberSince };
}
