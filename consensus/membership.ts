// Who belongs to a partition: its Raft configuration with the address of everyone in it, and, in partition 1, the intended set of the whole cluster that all partitions converge on
// (DESIGN §5, ARCHITECTURE.md "Membership"). The text that a membership entry and a snapshot carry, and the pure rules of what may follow what. No I/O; who proposes is the driver's.
import {
  type Configuration,
  compareIds,
  hasTwice,
  isJoint,
  isSameConfiguration,
  isSameSet,
  participantsOf,
  sorted,
} from './configuration.ts';
import { isAddress, isIncarnation, isNodeId } from './genesis.ts';
import { MEMBERSHIP_BYTES_MAX, MEMBERSHIP_NODES_MAX, NODES_RETIRED_MAX } from './limits.ts';
import type { Genesis, Member, NodeId } from './types.ts';

const CLUSTER_LINE = /^([0-9a-f]{64})\n/;
const CLUSTER_LINE_BYTES = 65;

/** The set of nodes that the operators want. */
export interface IntendedSet {
  readonly voters: readonly NodeId[];
  readonly learners: readonly NodeId[];
  /** Ids of those who were removed: none of them is used again (ARCHITECTURE.md "An id is used once"). */
  readonly retired: readonly NodeId[];
}

/** A member in the book. */
export interface BookMember extends Member {
  /** Index in partition 1 of the entry that first intended it; 0: the genesis. */
  readonly memberSince: number;
}

/** What a membership entry says: in force from that entry on, committed or not. */
export interface Membership extends Configuration {
  /** Exactly those that take part or are to take part, ascending by id. */
  readonly members: readonly BookMember[];
  /** In partition 1 always; nowhere else. */
  readonly intended?: IntendedSet;
}

/** A membership text that this version does not accept; the message says why. */
export class MembershipError extends Error {
  override readonly name = 'MembershipError';
}

/** Before the first membership entry: the members of the genesis, all voters. */
export function genesisMembership({ members }: Pick<Genesis, 'members'>, partition: number): Membership {
  const voters = members.map(({ id }) => id).sort();
  const book = members.map((member) => ({ ...member, memberSince: 0 }));
  return membershipOf({ voters, outgoing: [], learners: [] }, partition === 1 ? { voters, learners: [], retired: [] } : undefined, book);
}

/** Puts one together, with those of `book` that it names. */
export function membershipOf(configuration: Configuration, intended: IntendedSet | undefined, book: readonly BookMember[]): Membership {
  const named = new Set(namesOf(configuration, intended));
  const members = book.filter(({ id }) => named.has(id)).sort((left, right) => compareIds(left.id, right.id));
  return {
    voters: sorted(configuration.voters),
    outgoing: sorted(configuration.outgoing),
    learners: sorted(configuration.learners),
    members,
    ...(intended === undefined ? {} : { intended: sortedSet(intended) }),
  };
}

function sortedSet({ voters, learners, retired }: IntendedSet): IntendedSet {
  return { voters: sorted(voters), learners: sorted(learners), retired: sorted(retired) };
}

// ---- Converging

/**
 * The next configuration on the way from `current`, which is committed, to the intended set; `undefined`: it is reached, or somebody has to catch up first. `isCaughtUp`: the log of this
 * learner goes so far that it may become a voter.
 */
export function nextConfiguration(options: {
  readonly current: Configuration;
  readonly intended: Pick<IntendedSet, 'voters' | 'learners'>;
  readonly isCaughtUp: (learner: NodeId) => boolean;
  /** Other partitions go by what this one intends and are not there yet: whoever is to go stays a learner, for it may lead one of them, and must hear of it. */
  readonly areOthersBehind: boolean;
}): Configuration | undefined {
  const { current, intended, isCaughtUp, areOthersBehind } = options;
  if (isJoint(current)) return { voters: current.voters, outgoing: [], learners: current.learners };
  const known = new Set(participantsOf(current));
  const isIntended = (id: NodeId) => intended.voters.includes(id) || intended.learners.includes(id);
  const staying = areOthersBehind ? participantsOf(current).filter((id) => !isIntended(id)) : [];
  const learners = sorted([...intended.learners, ...staying]);
  const coming = intended.voters.filter((id) => !current.voters.includes(id));
  const missing = [...coming, ...intended.learners].filter((id) => !known.has(id));
  if (missing.length > 0) return { voters: current.voters, outgoing: [], learners: sorted([...current.learners, ...missing]) };
  if (!coming.every(isCaughtUp)) return undefined;
  if (!isSameSet(intended.voters, current.voters)) {
    return { voters: sorted(intended.voters), outgoing: current.voters, learners };
  }
  const next = { voters: current.voters, outgoing: [], learners };
  return isSameConfiguration(current, next) ? undefined : next;
}

// ---- Text

/** The one text of a membership: canonical JSON without white space. */
export function membershipTextOf({ voters, outgoing, learners, members, intended }: Membership): string {
  return JSON.stringify({
    voters,
    outgoing,
    learners,
    members: members.map(({ id, incarnation, peerAddress, clientAddress, memberSince }) => ({
      id,
      incarnation,
      peerAddress,
      clientAddress,
      memberSince,
    })),
    ...(intended === undefined ? {} : { intended: { voters: intended.voters, learners: intended.learners, retired: intended.retired } }),
  });
}

/**
 * The payload of a membership entry, and of the record in a snapshot: cluster id, line feed, text; all of it ASCII. The id says whom it binds: a cluster that was restored from a backup has
 * the membership entries of the one before in its history, and its nodes, also those that join later and are sent this history, must not follow them.
 */
export function encodeMembership(membership: Membership, cluster: string): Uint8Array {
  return Uint8Array.from(`${cluster}\n${membershipTextOf(membership)}`, (character) => character.charCodeAt(0));
}

/** The membership in a payload; `undefined`: it is of another cluster, from whose backup `cluster` was restored, and changes nothing here. Throws `MembershipError`. */
export function decodeMembership(payload: Uint8Array, cluster: string): Membership | undefined {
  const signed = readMembership(payload);
  return signed.cluster === cluster ? signed.membership : undefined;
}

/** A payload whatever cluster it is of, for tools: who follows it asks `decodeMembership`. Throws `MembershipError`. */
export function readMembership(payload: Uint8Array): { readonly cluster: string; readonly membership: Membership } {
  if (payload.length > MEMBERSHIP_BYTES_MAX + CLUSTER_LINE_BYTES) throw new MembershipError(`membership: ${payload.length} bytes`);
  let text = '';
  for (const byte of payload) text += String.fromCharCode(byte);
  const cluster = CLUSTER_LINE.exec(text)?.[1];
  if (cluster === undefined) throw new MembershipError('membership: it does not begin with a cluster id');
  return { cluster, membership: parseMembership(text.slice(cluster.length + 1)) };
}

/** Reads a membership text, every field checked. Throws `MembershipError`, also for a text that is not exactly the one of its membership. */
export function parseMembership(text: string): Membership {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new MembershipError('membership: not JSON', { cause });
  }
  const root = recordOf(value, 'membership');
  const configuration = { voters: idsOf(root.voters), outgoing: idsOf(root.outgoing), learners: idsOf(root.learners) };
  const intended = root.intended === undefined ? undefined : intendedOf(recordOf(root.intended, 'membership.intended'));
  if (!Array.isArray(root.members)) throw new MembershipError('membership.members: not an array');
  const members = root.members.map((member: unknown) => memberOf(recordOf(member, 'membership.members')));
  const membership = membershipOf(configuration, intended, members);
  if (membershipTextOf(membership) !== text) {
    throw new MembershipError(
      'membership: not the canonical text (order of keys or ids, white space, an unknown key or a member that nothing names)',
    );
  }
  checkMembership(membership);
  return membership;
}

function checkMembership(membership: Membership): void {
  const { voters, outgoing, learners, members, intended } = membership;
  const { retired = [] } = intended ?? {};
  const lists = [voters, outgoing, learners, intended?.voters ?? [], intended?.learners ?? [], retired, members.map(({ id }) => id)];
  if (lists.some(hasTwice)) throw new MembershipError('membership: a node is named twice');
  if (voters.length === 0 || intended?.voters.length === 0) throw new MembershipError('membership: no voters');
  const isBoth = learners.some((id) => voters.includes(id)) || intended?.learners.some((id) => intended.voters.includes(id));
  if (isBoth === true) throw new MembershipError('membership: a node is voter and learner');
  if (retired.some((id) => intended?.voters.includes(id) === true || intended?.learners.includes(id) === true))
    throw new MembershipError('membership: a retired node is intended');
  if (retired.length > NODES_RETIRED_MAX)
    throw new MembershipError(`membership: ${retired.length} retired nodes, not at most ${NODES_RETIRED_MAX}`);
  if (members.length > MEMBERSHIP_NODES_MAX)
    throw new MembershipError(`membership: ${members.length} nodes, not at most ${MEMBERSHIP_NODES_MAX}`);
  const missing = namesOf(membership, intended).find((id) => incarnationOf(members, id) === undefined);
  if (missing !== undefined) throw new MembershipError(`membership: nothing is said of ${missing}`);
}

function intendedOf(record: Record<string, unknown>): IntendedSet {
  return { voters: idsOf(record.voters), learners: idsOf(record.learners), retired: idsOf(record.retired) };
}

function memberOf({ id, incarnation, peerAddress, clientAddress, memberSince }: Record<string, unknown>): BookMember {
  const isSound =
    typeof id === 'string' &&
    typeof incarnation === 'string' &&
    typeof peerAddress === 'string' &&
    typeof clientAddress === 'string' &&
    typeof memberSince === 'number' &&
    Number.isSafeInteger(memberSince) &&
    memberSince >= 0 &&
    isNodeId(id) &&
    isIncarnation(incarnation) &&
    isAddress(peerAddress) &&
    isAddress(clientAddress);
  if (!isSound) throw new MembershipError('membership: a member without a sound id, incarnation, address or memberSince');
  return { id, incarnation, peerAddress, clientAddress, memberSince };
}

function idsOf(value: unknown): NodeId[] {
  const isIds = Array.isArray(value) && value.every((id: unknown): id is NodeId => typeof id === 'string' && isNodeId(id));
  if (!isIds) throw new MembershipError('membership: not a list of node ids');
  return value;
}

function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MembershipError(`${what}: not an object`);
  return value as Record<string, unknown>;
}

function namesOf(configuration: Configuration, intended: IntendedSet | undefined): NodeId[] {
  return [...participantsOf(configuration), ...(intended?.voters ?? []), ...(intended?.learners ?? [])];
}

function incarnationOf(members: readonly Member[], id: NodeId): string | undefined {
  return members.find((member) => member.id === id)?.incarnation;
}
