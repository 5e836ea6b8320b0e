// The port `PeerTransport` over gRPC: two lanes to every other node. Receiving is peer-server.ts.
import type { ChannelCredentials } from '@grpc/grpc-js';
import type { LogEnds } from '../consensus/log-ends.ts';
import type { PeerMessage } from '../consensus/messages.ts';
import type { PeerTransport } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';
import type { LogRpc } from './events.ts';
import { isSamePeer, type Peer, type PeerBook } from './peer-book.ts';
import { PeerLane } from './peer-lane.ts';
import { type DialingNode, helloOf } from './peer-service.ts';

export interface PeerTransportOptions extends DialingNode {
  /** Asked before each stream is dialed. */
  readonly logEnds: () => LogEnds;
  /** Who is dialed. */
  readonly book: PeerBook;
  readonly credentials: ChannelCredentials;
  readonly log: LogRpc;
  /** Messages to this node were lost: its stream broke, or its queue overflowed. Never called from inside `send`. */
  readonly unreachable: (node: NodeId) => void;
  /**
   * The node `by` refused our stream with `REMOVED`: it says that this one was removed from the cluster. Again with each attempt. Whether to believe it is the owner's: one that lags, or has
   * appended a change that is never committed, may be wrong.
   */
  readonly removed: (by: NodeId, detail: string) => void;
  /** The node `by` refused our stream with `ROLLED_BACK`: this node has forgotten what it acknowledged to that one, and must not take part any more. */
  readonly rolledBack: (by: NodeId, detail: string) => void;
}

interface Lanes {
  readonly peer: Peer;
  readonly control: PeerLane;
  readonly bulk: PeerLane;
}

/** Dials all in the book from `dial` on, and keeps dialing until closed. */
export class GrpcPeerTransport implements PeerTransport {
  readonly #options: PeerTransportOptions;
  readonly #lanes = new Map<NodeId, Lanes>();
  #isClosed = false;

  constructor(options: PeerTransportOptions) {
    this.#options = options;
  }

  /** New ones in the book are dialed from now on, those that are gone from it hung up on, and those whose incarnation or address is another dialed anew. Once. */
  dial(): void {
    this.#options.book.follow(() => this.#follow());
    this.#follow();
  }

  /** Appends travel on the bulk lane, everything else on the control lane: a vote never waits behind entries. */
  send(to: NodeId, message: PeerMessage): void {
    const lanes = this.#lanes.get(to);
    if (lanes === undefined) return;
    if (message.message.kind === 'append') lanes.bulk.send(message);
    else lanes.control.send(message);
  }

  /** Which peers have accepted our streams, for status and metrics. */
  connections(): { readonly node: NodeId; readonly control: boolean; readonly bulk: boolean }[] {
    return [...this.#lanes].map(([node, { control, bulk }]) => ({ node, control: control.isOpen, bulk: bulk.isOpen }));
  }

  close(): void {
    this.#isClosed = true;
    for (const lanes of this.#lanes.values()) closeLanes(lanes);
  }

  /** Lanes to all in the book, and to nobody else. */
  #follow(): void {
    if (this.#isClosed) return;
    const peers = this.#options.book.peers();
    for (const [id, lanes] of this.#lanes) {
      const peer = peers.get(id);
      if (peer !== undefined && isSamePeer(peer, lanes.peer)) continue;
      closeLanes(lanes);
      this.#lanes.delete(id);
    }
    for (const peer of peers.values()) {
      if (!this.#lanes.has(peer.id)) this.#lanes.set(peer.id, this.#openLanes(peer));
    }
  }

  #openLanes(peer: Peer): Lanes {
    const { credentials, log, logEnds, unreachable, removed, rolledBack } = this.#options;
    const common = {
      address: peer.peerAddress,
      to: peer.id,
      start: () => ({ hello: helloOf(this.#options, peer.id), logEnds: logEnds() }),
      credentials,
      log,
      unreachable: () => unreachable(peer.id),
      removed: (detail: string) => removed(peer.id, detail),
      rolledBack: (detail: string) => rolledBack(peer.id, detail),
    };
    return { peer, control: new PeerLane({ ...common, lane: 'control' }), bulk: new PeerLane({ ...common, lane: 'bulk' }) };
  }
}

function closeLanes({ control, bulk }: Lanes): void {
  control.close();
  bulk.close();
}
