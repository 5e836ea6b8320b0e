// The port `PeerRequests` over gRPC: one call a question, on a connection of its own to each peer, dialed when it is first needed. The
// answering side is peer-server.ts.
import { type ChannelCredentials, Client, type ServiceError, status as Status } from '@grpc/grpc-js';
import { PEER_RECONNECT_MS_MAX, PEER_RECONNECT_MS_MIN, PEER_REQUEST_TIMEOUT_MS } from '../consensus/limits.ts';
import type { PeerLogEnd, PeerRequests } from '../consensus/ports.ts';
import type { EntryBody, NodeId, SnapshotInfo } from '../consensus/types.ts';
import { isSamePeer, type Peer, type PeerBook } from './peer-book.ts';
import { PEER_CHANNEL_OPTIONS } from './peer-lane.ts';
import { decodeAskReply, encodeAsk, type PeerAnswer, type PeerQuestion } from './peer-requests-codec.ts';
import { type DialingNode, helloOf, peerService } from './peer-service.ts';
import { ProtocolError } from './wire-numbers.ts';

/**
 * `UNREACHABLE`: nobody answers there. `TIMEOUT`: not within `PEER_REQUEST_TIMEOUT_MS`. `REFUSED`: the peer does not talk to this node.
 * `FAILED`: it could not answer. `MALFORMED`: its answer broke a rule. `CLOSED`: this side was closed. All but the last are worth another try later.
 */
export type PeerRequestErrorCode = 'UNREACHABLE' | 'TIMEOUT' | 'REFUSED' | 'FAILED' | 'MALFORMED' | 'CLOSED';

/** A question to a peer that got no answer. Nothing was changed by it anywhere. */
export class PeerRequestError extends Error {
  override readonly name = 'PeerRequestError';
  readonly code: PeerRequestErrorCode;
  readonly node: NodeId;

  constructor(code: PeerRequestErrorCode, details: { readonly node: NodeId; readonly detail: string; readonly cause?: unknown }) {
    super(`${details.node} ${details.detail}`, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.node = details.node;
  }
}

export interface PeerRequestsOptions extends DialingNode {
  /** Who can be asked: also a leader that is a stranger yet. What is under way to one that is gone from it ends as it may. */
  readonly book: PeerBook;
  readonly credentials: ChannelCredentials;
  /** Milliseconds that one question may take; `PEER_REQUEST_TIMEOUT_MS` unless told. */
  readonly timeoutMs?: number;
}

/** A peer that came back is found again as quickly as by its lanes. */
const REQUEST_CHANNEL_OPTIONS = {
  ...PEER_CHANNEL_OPTIONS,
  'grpc.initial_reconnect_backoff_ms': PEER_RECONNECT_MS_MIN,
  'grpc.max_reconnect_backoff_ms': PEER_RECONNECT_MS_MAX,
  'grpc.dns_min_time_between_resolutions_ms': PEER_RECONNECT_MS_MAX,
} as const;

/** See the head of this file. All calls reject with `PeerRequestError`. */
export class GrpcPeerRequests implements PeerRequests {
  readonly #options: PeerRequestsOptions;
  readonly #clients = new Map<NodeId, { readonly peer: Peer; readonly client: Client }>();
  readonly #cancels = new Set<() => void>();
  #isClosed = false;

  constructor(options: PeerRequestsOptions) {
    this.#options = options;
    options.book.follow(() => this.#follow());
  }

  async logEnd(node: NodeId, partition: number): Promise<PeerLogEnd> {
    return (await this.#ask(node, { kind: 'log-end', partition })).logEnd;
  }

  async entries(
    node: NodeId,
    request: { readonly partition: number; readonly from: number; readonly to: number; readonly bytesMax: number },
  ): Promise<readonly EntryBody[]> {
    return (await this.#ask(node, { kind: 'entries', ...request })).entries;
  }

  async committedOffset(node: NodeId, partition: number): Promise<number | undefined> {
    return (await this.#ask(node, { kind: 'committed-offset', partition })).offset;
  }

  async snapshots(node: NodeId, partition: number): Promise<readonly SnapshotInfo[]> {
    return (await this.#ask(node, { kind: 'snapshots', partition })).snapshots;
  }

  async snapshotBytes(
    node: NodeId,
    request: { readonly partition: number; readonly index: number; readonly position: number; readonly length: number },
  ): Promise<Uint8Array> {
    return (await this.#ask(node, { kind: 'snapshot-bytes', ...request })).bytes;
  }

  /** Ends what is under way with `CLOSED`. Idempotent. */
  close(): void {
    this.#isClosed = true;
    for (const cancel of this.#cancels) cancel();
    for (const node of [...this.#clients.keys()]) this.#drop(node);
  }

  async #ask<Question extends PeerQuestion>(
    node: NodeId,
    question: Question,
  ): Promise<Extract<PeerAnswer, { readonly kind: Question['kind'] }>> {
    const bytes = await this.#call(node, question);
    let reply: ReturnType<typeof decodeAskReply>;
    try {
      reply = decodeAskReply(bytes, question);
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      throw new PeerRequestError('MALFORMED', { node, detail: `answers what cannot be read: ${cause.message}`, cause });
    }
    if (reply.kind === 'refused') throw new PeerRequestError('REFUSED', { node, detail: `refuses this node: ${reply.refusal.detail}` });
    if (reply.kind === 'failed') throw new PeerRequestError('FAILED', { node, detail: `cannot answer: ${reply.detail}` });
    return reply as Extract<PeerAnswer, { readonly kind: Question['kind'] }>;
  }

  #call(node: NodeId, question: PeerQuestion): Promise<Buffer> {
    const request = encodeAsk(helloOf(this.#options, node), question);
    return new Promise((resolve, reject) => {
      const client = this.#clientOf(node);
      const { path, requestSerialize, responseDeserialize } = peerService.ask;
      const deadline = Date.now() + (this.#options.timeoutMs ?? PEER_REQUEST_TIMEOUT_MS);
      const call = client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, (error, value) => {
        this.#cancels.delete(cancel);
        if (error === null) resolve(value ?? Buffer.alloc(0));
        else reject(this.#failureOf(node, error, client));
      });
      const cancel = (): void => call.cancel();
      this.#cancels.add(cancel);
    });
  }

  /** Throws `PeerRequestError`. */
  #clientOf(node: NodeId): Client {
    if (this.#isClosed) throw new PeerRequestError('CLOSED', { node, detail: 'was asked by a node that is shutting down' });
    const known = this.#clients.get(node);
    if (known !== undefined) return known.client;
    const peer = this.#options.book.peers().get(node);
    if (peer === undefined) throw new PeerRequestError('UNREACHABLE', { node, detail: 'is no other node of this cluster' });
    const client = new Client(peer.peerAddress, this.#options.credentials, REQUEST_CHANNEL_OPTIONS);
    this.#clients.set(node, { peer, client });
    return client;
  }

  /** A connection that failed or went silent is left: the next question dials anew. */
  #failureOf(node: NodeId, error: ServiceError, client: Client): PeerRequestError {
    if (this.#isClosed) return new PeerRequestError('CLOSED', { node, detail: 'was asked by a node that is shutting down' });
    const address = this.#options.book.peers().get(node)?.peerAddress ?? 'an address that it no longer has';
    const isLost = error.code === Status.UNAVAILABLE || error.code === Status.DEADLINE_EXCEEDED;
    if (isLost && this.#clients.get(node)?.client === client) this.#drop(node);
    if (error.code === Status.DEADLINE_EXCEEDED) {
      const detail = `did not answer at ${address} within ${this.#options.timeoutMs ?? PEER_REQUEST_TIMEOUT_MS} ms`;
      return new PeerRequestError('TIMEOUT', { node, detail, cause: error });
    }
    if (error.code === Status.RESOURCE_EXHAUSTED) {
      return new PeerRequestError('MALFORMED', { node, detail: `answers more than a message may hold: ${error.details}`, cause: error });
    }
    if (error.code === Status.UNIMPLEMENTED) {
      const detail = `runs at ${address} a release that does not answer questions: upgrade it`;
      return new PeerRequestError('FAILED', { node, detail, cause: error });
    }
    return new PeerRequestError('UNREACHABLE', { node, detail: `cannot be reached at ${address}: ${error.details}`, cause: error });
  }

  /** Hangs up on those that are dialed no more, or elsewhere. */
  #follow(): void {
    const peers = this.#options.book.peers();
    for (const [node, { peer }] of [...this.#clients]) {
      const now = peers.get(node);
      if (now === undefined || !isSamePeer(now, peer)) this.#drop(node);
    }
  }

  #drop(node: NodeId): void {
    this.#clients.get(node)?.client.close();
    this.#clients.delete(node);
  }
}
