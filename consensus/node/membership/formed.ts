// What forming and joining have in common: a data directory that holds a genesis already, and what a formed node answers, and says of, those who introduce themselves. Who decides whether
// anybody may join is the leader of partition 1 (ARCHITECTURE.md "Membership"), not whoever answers here.
import type { FormingHello } from '../../forming.ts';
import { parseGenesis } from '../../genesis.ts';
import type { MembershipAt } from '../../members-view.ts';
import type { Genesis, Member, NodeId } from '../../types.ts';

/** What the data directory of a node holds, and what the node says of its cluster while it runs. */
export interface FormedFacts {
  readonly id: NodeId;
  readonly incarnation: string;
  /** The text that this data directory holds, if it has formed. */
  readonly genesis: string | undefined;
  /** By which this node joined, if it was not among the initial members. */
  readonly joined: MembershipAt | undefined;
  /** SHA-256 of the UTF-8 text, in hexadecimal. */
  readonly hash: (text: string) => string;
  /** The newest committed membership of partition 1 that is applied here, for those who want to join; `undefined` while the node is starting. */
  readonly newestMembership: () => MembershipAt | undefined;
}

/** The data directory holds a genesis that another incarnation of this node joined: it was copied here, the data it goes with were not. */
export class WrongIncarnationError extends Error {
  override readonly name = 'WrongIncarnationError';
}

/** The genesis in the data directory, if there is one. Throws `GenesisError`, and `WrongIncarnationError` if neither it nor `joined` names this very incarnation. */
export function genesisHeld(facts: FormedFacts): Genesis | undefined {
  if (facts.genesis === undefined) return undefined;
  const genesis = parseGenesis(facts.genesis, facts.hash);
  if (isNamedIn(genesis.members, facts) || isNamedIn(facts.joined?.membership.members ?? [], facts)) return genesis;
  const { id, incarnation } = facts;
  const member = genesis.members.find((candidate) => candidate.id === id);
  throw new WrongIncarnationError(
    `the genesis in this data directory names ${member === undefined ? `no ${id}` : `${id} as incarnation ${member.incarnation}`}, the directory is ` +
      `incarnation ${incarnation}: a node that lost its disk cannot come back under its old identity, also not with a copy of the genesis`,
  );
}

/** Whether this very incarnation of the node is one of `members`. */
export function isNamedIn(members: readonly Member[], { id, incarnation }: Pick<FormedFacts, 'id' | 'incarnation'>): boolean {
  return members.some((member) => member.id === id && member.incarnation === incarnation);
}

/** Those who may talk, as far as is known while the partitions are being opened, too. */
export function membersNow(genesis: Genesis, membership: MembershipAt | undefined): readonly Member[] {
  return membership?.membership.members ?? genesis.members;
}

/** Strangers remembered so that each is reported once. */
const STRANGERS_SAID_MAX = 64;

/** Who introduced itself and is no member, each said once. */
export class Strangers {
  readonly #facts: FormedFacts;
  readonly #said = new Map<string, string>();

  constructor(facts: FormedFacts) {
    this.#facts = facts;
  }

  /** Whether this was not said already of this node. */
  isNews(node: string, reason: string): boolean {
    if (this.#said.get(node) === reason) return false;
    if (this.#said.size >= STRANGERS_SAID_MAX) this.#said.clear();
    this.#said.set(node, reason);
    return true;
  }

  /** What a formed node says of one that introduces itself; `undefined`: it is a member. A member that comes back without its data directory finds out by itself from our answer. */
  reasonOf(hello: FormingHello, genesis: Genesis): string | undefined {
    if (hello.node === this.#facts.id) return OWN_ID;
    const member = membersNow(genesis, this.#facts.newestMembership()).find(({ id }) => id === hello.node);
    if (member === undefined) {
      return `introduces itself as incarnation ${hello.incarnation} and is not a member: if it is to be one, run \`ledgerline members add ${hello.node} ...\` against a running node`;
    }
    if (member.incarnation === hello.incarnation) return undefined;
    return `introduces itself as incarnation ${hello.incarnation}, but ${member.incarnation} joined: it lost its data directory; restore that, or replace the member by a node with an id of its own`;
  }
}

/** Of whoever has the id of the one who says it. */
export const OWN_ID = 'another process introduces itself with this node’s id: give each node its own id, or correct the peer addresses';
