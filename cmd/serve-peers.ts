// Connects a node with the others while the members change: whom it dials, what it says of itself, whose streams it takes, and when it believes that it was removed.
import { randomBytes } from 'node:crypto';
import type { ChannelCredentials } from '@grpc/grpc-js';
import type { LogEnds } from '../consensus/log-ends.ts';
import type { MembersView } from '../consensus/members-view.ts';
import { genesisMembership } from '../consensus/membership.ts';
import { Removal, type RemovalOptions } from '../consensus/node/membership/removal.ts';
import type { Node } from '../consensus/node/node.ts';
import type { Genesis, Member, NodeId } from '../consensus/types.ts';
import type { DataDirectory } from '../log/data-directory.ts';
import type { LogRpc } from '../rpc/events.ts';
import { PeerBook } from '../rpc/peer-book.ts';
import { GrpcPeerRequests } from '../rpc/peer-requests.ts';
import type { PeerServer } from '../rpc/peer-server.ts';
import type { OwnMembership } from '../rpc/peer-service.ts';
import { GrpcPeerTransport } from '../rpc/peer-transport.ts';

export interface PeersOptions {
  readonly id: NodeId;
  readonly genesis: Genesis;
  readonly directory: Pick<DataDirectory, 'identity' | 'joined'>;
  readonly credentials: ChannelCredentials;
  readonly log: LogRpc;
  /** Messages to this node were lost. */
  readonly unreachable: (node: NodeId) => void;
  readonly onRemoved: RemovalOptions['onRemoved'];
  /** The node `by` remembers that this one acknowledged what its logs do not hold. */
  readonly onRolledBack: (by: NodeId, detail: string) => void;
}

/** See the head of this file. Dials those whom the data directory names once `logsOpen`, until `serve` says who belongs to the cluster now. */
export class Peers {
  readonly requests: GrpcPeerRequests;
  readonly transport: GrpcPeerTransport;
  readonly #options: PeersOptions;
  readonly #book: PeerBook;
  #view: () => MembersView;
  readonly #run: string;
  #logEnds: (() => readonly number[]) | undefined;
  #server: PeerServer | undefined;

  constructor(options: PeersOptions) {
    const { id, genesis, directory, credentials, unreachable, onRemoved, onRolledBack } = options;
    const membership = directory.joined?.membership ?? genesisMembership(genesis, 1);
    const before: MembersView = { book: membership.members, appliedIndex: 0 };
    this.#options = options;
    this.#view = () => before;
    const removal = new Removal({ others: () => this.#others().map((member) => member.id), onRemoved });
    this.#book = new PeerBook(id, membership.members);
    const dialing = {
      book: this.#book,
      credentials,
      clusterId: genesis.clusterId,
      id,
      incarnation: directory.identity.incarnation,
      own: () => this.#own(),
    };
    this.requests = new GrpcPeerRequests(dialing);
    this.#run = randomBytes(8).toString('hex');
    this.transport = new GrpcPeerTransport({
      ...dialing,
      logEnds: () => this.#ends(),
      log: (event) => {
        if (event.kind === 'peer-connected') removal.takenBack(event.node);
        options.log(event);
      },
      unreachable,
      removed: (by, detail) => removal.said(by, detail),
      rolledBack: onRolledBack,
    });
  }

  /** All logs are open: the others are dialed while what is in them is applied. Once. */
  logsOpen(logEnds: () => readonly number[]): void {
    this.#logEnds = logEnds;
    // A stream begins with where the logs end.
    this.transport.dial();
  }

  #ends(): LogEnds {
    if (this.#logEnds === undefined) throw new Error('nobody is dialed before the logs are open');
    return { run: this.#run, indexes: this.#logEnds() };
  }

  /** From now on `node` is what `server` takes streams and questions for, and whose book is dialed. Once. */
  serve(server: PeerServer, node: Node): void {
    const { id, genesis } = this.#options;
    this.#view = () => node.membersView();
    this.#server = server;
    server.serve({
      clusterId: genesis.clusterId,
      id,
      view: this.#view,
      partitions: genesis.partitions,
      judgeLogs: (other, ends) => node.judgeLogs(other, ends),
      receive: (from, message) => node.receive(from, message),
      onStranger: (hello) => this.#book.addStranger(hello),
      onStrangerGone: (hello) => this.#book.dropStranger(hello),
      answers: { partitions: genesis.partitions, handler: node },
    });
    this.membersChanged();
  }

  /** The node knows others than before. Those who come are dialed before those who go are hung up on: a stranger who is in the book now keeps its place. */
  membersChanged(): void {
    this.#book.setMembers(this.#view().book);
    this.#server?.membersChanged();
  }

  #others(): readonly Member[] {
    return this.#view().book.filter(({ id }) => id !== this.#options.id);
  }

  /** What the newest book says, or what made this node a member: it may know no more than that. */
  #own(): OwnMembership {
    const { id, genesis, directory } = this.#options;
    const { incarnation } = directory.identity;
    const known = [this.#view().book, directory.joined?.membership.members ?? [], genesisMembership(genesis, 1).members].flat();
    const own = known.find((member) => member.id === id && member.incarnation === incarnation);
    if (own === undefined) throw new Error('what a node was formed with names it');
    return { memberSince: own.memberSince, peerAddress: own.peerAddress, clientAddress: own.clientAddress };
  }
}
