// What rpc has to say for the log: one event a change of state, never one a message. cmd maps them to log lines.
import type { NodeId } from '../consensus/types.ts';

/** The two streams to a peer: `control` for votes, heartbeats and acknowledgements, `bulk` for entries. */
export type LaneName = 'control' | 'bulk';

/** Why a node does not talk to another one; the same names as in peer.proto. */
export type PeerRefusalCode =
  | 'OTHER_CLUSTER'
  | 'UNKNOWN_NODE'
  | 'OTHER_INCARNATION'
  | 'WRONG_NODE'
  | 'PROTOCOL'
  | 'FORMING'
  | 'MALFORMED'
  | 'REPLACED'
  | 'REMOVED'
  | 'ROLLED_BACK';

/** A typed "no" between nodes; `detail` ends with the next step. */
export interface PeerRefusal {
  readonly code: PeerRefusalCode;
  readonly detail: string;
}

export type RpcEvent =
  /** Our stream to a peer was accepted. */
  | { readonly kind: 'peer-connected'; readonly node: NodeId; readonly lane: LaneName; readonly address: string }
  /** Our stream to a peer ended, or (first of several alike attempts) could not be opened. */
  | { readonly kind: 'peer-lost'; readonly node: NodeId; readonly lane: LaneName; readonly address: string; readonly reason: string }
  /** A peer will not talk to us. */
  | {
      readonly kind: 'peer-refused-us';
      readonly node: NodeId;
      readonly lane: LaneName;
      readonly address: string;
      readonly refusal: PeerRefusal;
    }
  /** We will not talk to whoever calls itself `node` (as it says, unproven). */
  | { readonly kind: 'peer-refused'; readonly node: string; readonly remote: string; readonly refusal: PeerRefusal }
  | { readonly kind: 'peer-accepted'; readonly node: NodeId; readonly lane: LaneName; readonly remote: string }
  /** Messages to a peer are dropped because its queue is full; once until they flow again. */
  | { readonly kind: 'peer-queue-full'; readonly node: NodeId; readonly lane: LaneName; readonly bytes: number }
  /** A client sent what cannot be read, and its stream was closed. */
  | { readonly kind: 'client-refused'; readonly remote: string; readonly call: string; readonly code: string; readonly detail: string };

/** Takes events for the log. Must not throw. */
export type LogRpc = (event: RpcEvent) => void;
