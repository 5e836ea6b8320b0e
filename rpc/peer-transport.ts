// The port `PeerTransport` over gRPC: two lanes to every other node. Receiving is peer-server.ts.
import type { ChannelCredentials } from '@grpc/grpc-js';
import type { PeerMessage } from '../consensus/messages.ts';
import type { PeerTransport } from '../consensus/ports.ts';
import type { Member, NodeId } from '../consensus/types.ts';
import type { LogRpc } from './events.ts';
import { PeerLane } from './peer-lane.ts';
import { PEER_PROTOCOL_MAX, PEER_PROTOCOL_MIN } from './peer-service.ts';

export interface PeerTransportOptions {
  readonly clusterId: string;
  readonly id: NodeId;
  readonly incarnation: string;
  /** Every other node. */
  readonly peers: readonly Pick<Member, 'id' | 'peerAddress'>[];
  readonly credentials: ChannelCredentials;
  readonly log: LogRpc;
  /** Messages to this node were lost: its stream broke, or its queue overflowed. Never called from inside `send`. */
  readonly unreachable: (node: NodeId) => void;
}

interface Lanes {
  readonly control: PeerLane;
  readonly bulk: PeerLane;
}

/** Dials all peers when made, and keeps dialing until closed. */
export class GrpcPeerTransport implements PeerTransport {
  readonly #lanes: ReadonlyMap<NodeId, Lanes>;

  constructor(options: PeerTransportOptions) {
    this.#lanes = new Map(options.peers.map((peer) => [peer.id, openLanes(peer, options)] as const));
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
    for (const { control, bulk } of this.#lanes.values()) {
      control.close();
      bulk.close();
    }
  }
}

function openLanes(peer: Pick<Member, 'id' | 'peerAddress'>, options: PeerTransportOptions): Lanes {
  const common = {
    address: peer.peerAddress,
    hello: {
      cluster: options.clusterId,
      node: options.id,
      incarnation: options.incarnation,
      protocolMin: PEER_PROTOCOL_MIN,
      protocolMax: PEER_PROTOCOL_MAX,
      to: peer.id,
    },
    credentials: options.credentials,
    log: options.log,
    unreachable: () => options.unreachable(peer.id),
  };
  return { control: new PeerLane({ ...common, lane: 'control' }), bulk: new PeerLane({ ...common, lane: 'bulk' }) };
}
