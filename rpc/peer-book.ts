// Where the other nodes are dialed: the members in the book, and strangers, who are heard before this node knows of them (peer-judge.ts), at the addresses that they said. Dialing is done by
// those who follow the book.
import type { Member, NodeId } from '../consensus/types.ts';
import type { PeerHello } from './peer-service.ts';

/** A node as it is dialed. */
export type Peer = Pick<Member, 'id' | 'incarnation' | 'peerAddress'>;

/** See the head of this file. Never holds `own`. */
export class PeerBook {
  readonly #own: NodeId;
  readonly #strangers = new Map<NodeId, Peer>();
  readonly #followers: (() => void)[] = [];
  #members: readonly Peer[];

  constructor(own: NodeId, members: readonly Peer[]) {
    this.#own = own;
    this.#members = members;
  }

  /** Calls back after each change. */
  follow(onChanged: () => void): void {
    this.#followers.push(onChanged);
  }

  /** A stranger whose id the book names from now on is one no more. */
  setMembers(members: readonly Peer[]): void {
    this.#members = members;
    for (const { id } of members) this.#strangers.delete(id);
    this.#changed();
  }

  /** It is dialed where it says it is, unless the book has its id. */
  addStranger({ node, incarnation, peerAddress }: PeerHello): void {
    if (this.#members.some(({ id }) => id === node)) return;
    this.#strangers.set(node, { id: node, incarnation, peerAddress });
    this.#changed();
  }

  /** Its last stream ended: from now on it is dialed only if the book names it. */
  dropStranger({ node, incarnation }: PeerHello): void {
    if (this.#strangers.get(node)?.incarnation !== incarnation) return;
    this.#strangers.delete(node);
    this.#changed();
  }

  /** By id. */
  peers(): ReadonlyMap<NodeId, Peer> {
    const peers = new Map([...this.#members, ...this.#strangers.values()].map((peer) => [peer.id, peer] as const));
    peers.delete(this.#own);
    return peers;
  }

  #changed(): void {
    for (const onChanged of this.#followers) onChanged();
  }
}

/** Whether both are dialed alike. */
export function isSamePeer(one: Peer, other: Peer): boolean {
  return one.id === other.id && one.incarnation === other.incarnation && one.peerAddress === other.peerAddress;
}
