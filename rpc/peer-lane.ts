// One outgoing stream to one peer, on a connection of its own: dials, says hello, sends frames under backpressure, and dials again after
// a loss with capped backoff. What waits is bounded in bytes; while the peer is away nothing waits at all: Raft sends what is still true.
import { type ChannelCredentials, Client, type ClientWritableStream, type ServiceError, status as Status } from '@grpc/grpc-js';
import {
  ENTRY_OVERHEAD_BYTES,
  HTTP2_WINDOW_BYTES,
  PEER_BULK_QUEUE_BYTES_MAX,
  PEER_CONTROL_QUEUE_BYTES_MAX,
  PEER_DROP_REPORT_MS,
  PEER_FRAME_BYTES,
  PEER_FRAME_BYTES_MAX,
  PEER_HELLO_TIMEOUT_MS,
  PEER_KEEPALIVE_MS,
  PEER_RECONNECT_MS_MAX,
  PEER_RECONNECT_MS_MIN,
  PEER_STABLE_MS,
} from '../consensus/limits.ts';
import type { PeerMessage } from '../consensus/messages.ts';
import type { NodeId } from '../consensus/types.ts';
import type { LaneName, LogRpc, PeerRefusal } from './events.ts';
import { encodeFrame } from './peer-codec.ts';
import { ACCEPTED_METADATA, decodeStreamEnd, encodeStreamStart, newsOf, peerService, type StreamStart } from './peer-service.ts';
import { ProtocolError } from './wire-numbers.ts';

export interface PeerLaneOptions {
  readonly lane: LaneName;
  /** host:port of the peer. */
  readonly address: string;
  readonly to: NodeId;
  /** Asked at each attempt. */
  readonly start: () => StreamStart;
  readonly credentials: ChannelCredentials;
  readonly log: LogRpc;
  /** The stream was lost, or messages are being dropped. Called from the event loop, never from inside `send`. */
  readonly unreachable: () => void;
  /** The peer says that this node was removed from the cluster. Once an attempt. */
  readonly removed: (detail: string) => void;
  /** The peer remembers that this node acknowledged what its logs do not hold. Once an attempt. */
  readonly rolledBack: (detail: string) => void;
}

/** How grpc-js is to treat a connection to a peer: our own backoff instead of its own, nothing kept for retries, dead links found. */
export const PEER_CHANNEL_OPTIONS = {
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0,
  'grpc.enable_channelz': 0,
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
  'grpc.keepalive_time_ms': PEER_KEEPALIVE_MS,
  'grpc.keepalive_timeout_ms': PEER_KEEPALIVE_MS,
  'grpc.max_send_message_length': PEER_FRAME_BYTES_MAX,
  'grpc.max_receive_message_length': PEER_FRAME_BYTES_MAX,
  'grpc-node.flow_control_window': HTTP2_WINDOW_BYTES,
} as const;

/** What a message without entries takes in a queue, bytes; generous. */
const SMALL_MESSAGE_BYTES = 256;
/** Failed attempts that a refusal counts for: it takes a person to heal, so the backoff goes to its cap. */
const REFUSED_ATTEMPTS = 5;

interface Connection {
  readonly client: Client;
  readonly call: ClientWritableStream<Buffer>;
  isOpen: boolean;
  isBlocked: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** See the head of this file. Starts to dial when made. */
export class PeerLane {
  readonly #options: PeerLaneOptions;
  readonly #queueBytesMax: number;
  #queue: PeerMessage[] = [];
  #queueBytes = 0;
  #connection: Connection | undefined;
  #retryTimer: NodeJS.Timeout | undefined;
  #attempts = 0;
  #isClosed = false;
  #isFlushing = false;
  #isFull = false;
  #dropTimer: NodeJS.Timeout | undefined;
  /** What the log was last told about failing to reach this peer. */
  #said = '';

  constructor(options: PeerLaneOptions) {
    this.#options = options;
    this.#queueBytesMax = options.lane === 'control' ? PEER_CONTROL_QUEUE_BYTES_MAX : PEER_BULK_QUEUE_BYTES_MAX;
    this.#dial();
  }

  /** Whether the peer accepted the stream that is open now. */
  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  /** Sends the message with whatever else is sent before the running job ends. Dropped if the peer is away or the queue is full. */
  send(message: PeerMessage): void {
    if (this.#isClosed) return;
    if (!this.isOpen) {
      this.#reportDrop();
      return;
    }
    const bytes = queuedBytesOf(message);
    if (this.#queueBytes + bytes > this.#queueBytesMax) {
      if (!this.#isFull) this.#log({ kind: 'peer-queue-full', node: this.#options.to, lane: this.#options.lane, bytes: this.#queueBytes });
      this.#isFull = true;
      this.#reportDrop();
      return;
    }
    this.#queue.push(message);
    this.#queueBytes += bytes;
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    queueMicrotask(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#dropTimer);
    this.#dropTimer = undefined;
    this.#disconnect();
  }

  #flush(): void {
    const connection = this.#connection;
    if (connection === undefined || !connection.isOpen) return;
    while (this.#queue.length > 0 && !connection.isBlocked) {
      const frame = encodeFrame(this.#takeFrame());
      connection.isBlocked = !connection.call.write(frame);
    }
    if (this.#queue.length === 0) this.#isFull = false;
  }

  /** The oldest messages that fit into one frame, at least one. */
  #takeFrame(): PeerMessage[] {
    let bytes = 0;
    let count = 0;
    for (const message of this.#queue) {
      const more = queuedBytesOf(message);
      if (count > 0 && bytes + more > PEER_FRAME_BYTES) break;
      bytes += more;
      count++;
    }
    this.#queueBytes -= bytes;
    return this.#queue.splice(0, count);
  }

  #dial(): void {
    const { lane, start, address, credentials } = this.#options;
    const client = new Client(address, credentials, PEER_CHANNEL_OPTIONS);
    const { path, requestSerialize, responseDeserialize } = peerService[lane];
    const call = client.makeClientStreamRequest(path, requestSerialize, responseDeserialize, (error, value) => {
      if (this.#connection !== connection) return;
      if (error !== null) this.#handleLoss(reasonOf(error, address));
      else this.#handleEnd(value);
    });
    const connection: Connection = { client, call, isOpen: false, isBlocked: false, timer: undefined };
    this.#connection = connection;
    connection.timer = setTimeout(
      () => this.#handleLoss(`no answer from ${address} in ${PEER_HELLO_TIMEOUT_MS} ms`),
      PEER_HELLO_TIMEOUT_MS,
    );
    call.on('metadata', (metadata) => {
      if (this.#connection === connection && metadata.get(ACCEPTED_METADATA).length > 0) this.#handleOpen(connection);
    });
    call.on('drain', () => {
      connection.isBlocked = false;
      if (this.#connection === connection) this.#flush();
    });
    // Its cause reaches the callback above as the status of the call.
    call.on('error', () => undefined);
    call.write(encodeStreamStart(start()));
  }

  /** The first success is logged at once, a later one when it has lasted: a stream that comes and goes must not flood the log. */
  #handleOpen(connection: Connection): void {
    clearTimeout(connection.timer);
    connection.isOpen = true;
    connection.isBlocked = connection.call.writableNeedDrain;
    if (this.#attempts === 0) this.#handleStable();
    else connection.timer = setTimeout(() => this.#handleStable(), PEER_STABLE_MS);
  }

  #handleStable(): void {
    const { lane, address, to } = this.#options;
    this.#attempts = 0;
    this.#said = '';
    this.#log({ kind: 'peer-connected', node: to, lane, address });
  }

  /** The peer ended the stream with a reason of its own. */
  #handleEnd(value: Buffer | undefined): void {
    let refusal: PeerRefusal | undefined;
    try {
      refusal = decodeStreamEnd(value ?? Buffer.alloc(0));
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      refusal = { code: 'MALFORMED', detail: `its answer cannot be read: ${cause.message}` };
    }
    const { lane, address, to } = this.#options;
    if (refusal === undefined || refusal.code === 'REPLACED' || refusal.code === 'FORMING') {
      this.#handleLoss(refusal?.detail ?? `${address} ended the stream`);
      return;
    }
    if (this.#said !== newsOf(refusal)) this.#log({ kind: 'peer-refused-us', node: to, lane, address, refusal });
    this.#said = newsOf(refusal);
    this.#attempts = Math.max(this.#attempts, REFUSED_ATTEMPTS);
    this.#retry();
    if (refusal.code === 'REMOVED') this.#options.removed(refusal.detail);
    if (refusal.code === 'ROLLED_BACK') this.#options.rolledBack(refusal.detail);
  }

  #handleLoss(reason: string): void {
    const { lane, address, to } = this.#options;
    if (this.#said !== reason) this.#log({ kind: 'peer-lost', node: to, lane, address, reason });
    this.#said = reason;
    this.#retry();
  }

  #retry(): void {
    const wasOpen = this.isOpen;
    this.#disconnect();
    const ceiling = Math.min(PEER_RECONNECT_MS_MAX, PEER_RECONNECT_MS_MIN * 2 ** this.#attempts);
    this.#attempts++;
    this.#retryTimer = setTimeout(() => this.#dial(), ceiling * (0.5 + Math.random() / 2));
    if (wasOpen) this.#options.unreachable();
  }

  #disconnect(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#queue = [];
    this.#queueBytes = 0;
    this.#isFull = false;
    if (connection === undefined) return;
    clearTimeout(connection.timer);
    connection.call.cancel();
    connection.client.close();
  }

  /** At most one report every `PEER_DROP_REPORT_MS`, later than the `send` that dropped: the core must not be entered twice. */
  #reportDrop(): void {
    if (this.#options.lane !== 'bulk' || this.#dropTimer !== undefined) return;
    this.#dropTimer = setTimeout(() => {
      this.#dropTimer = undefined;
      this.#options.unreachable();
    }, PEER_DROP_REPORT_MS);
  }

  #log(event: Parameters<LogRpc>[0]): void {
    this.#options.log(event);
  }
}

/** By the entries themselves: the core only guesses the sizes of old ones. */
function queuedBytesOf(message: PeerMessage): number {
  if (!('entries' in message)) return SMALL_MESSAGE_BYTES;
  return message.entries.reduce((sum, { payload }) => sum + payload.length + ENTRY_OVERHEAD_BYTES, SMALL_MESSAGE_BYTES);
}

/** Stable for one cause, so that it is logged once. */
function reasonOf(error: ServiceError, address: string): string {
  if (error.code === Status.UNIMPLEMENTED) return `${address} is not the peer port of a node: correct the peer addresses`;
  if (/ECONNREFUSED/.test(error.message)) return `nothing listens on ${address}`;
  if (/ENOTFOUND|EAI_AGAIN|Name resolution/.test(error.message)) return `${address} cannot be resolved`;
  if (error.code === Status.UNAVAILABLE) return `the connection to ${address} failed or was lost`;
  return `${address} ended the stream: ${error.details}`;
}
