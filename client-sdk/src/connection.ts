// One node's gRPC channel: calls and streams of raw bytes, and every failure as a TransportError. Which node to use, and what an answer means,
// is decided elsewhere. No failover by gRPC: one channel a node, and the SDK picks.
import {
  type ChannelOptions,
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  Metadata,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import type { SnapshotPlace } from './api-storage.ts';
import {
  CODE_TRAILER,
  FLOW_CONTROL_WINDOW_BYTES,
  INDEX_TRAILER,
  MESSAGE_BYTES_MAX,
  OFFSET_TRAILER,
  SNAPSHOT_INDEX_TRAILER,
  SNAPSHOT_OFFSET_TRAILER,
  type StatusCode,
} from './hello.ts';
import { ledgerService } from './service-definition.ts';

const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc-node.flow_control_window': FLOW_CONTROL_WINDOW_BYTES,
  'grpc.max_receive_message_length': MESSAGE_BYTES_MAX,
  'grpc.max_send_message_length': MESSAGE_BYTES_MAX,
  // Streams have heartbeats; this finds dead links below idle channels, and comes less often than a draining node takes (grpc-node#3068).
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // A node that was made anew in a container has another IP address under its name; grpc-js would ask for it every 30 seconds at most.
  'grpc.dns_min_time_between_resolutions_ms': 1_000,
  'grpc.enable_retries': 0,
  'grpc.service_config_disable_resolution': 1,
  'grpc.enable_http_proxy': 0,
  'grpc.use_local_subchannel_pool': 1,
};

/** A call or stream that failed without an answer. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly address: string;
  /** What the node said about it, if it said something. */
  readonly code: StatusCode | undefined;
  /** COMPACTED: the first offset that can still be read, or of entries the first index; and the node's newest snapshot. */
  readonly offset: number | undefined;
  readonly index: number | undefined;
  readonly snapshot: SnapshotPlace | undefined;
  /** The node refused the message as unreadable. */
  readonly isInvalid: boolean;

  constructor(address: string, message: string, details: { readonly error?: unknown } = {}) {
    super(`${address}: ${message}`, details.error === undefined ? undefined : { cause: details.error });
    this.address = address;
    const error = details.error;
    const metadata = isServiceError(error) ? error.metadata : undefined;
    this.code = statusCodeOf(metadata?.get(CODE_TRAILER)[0]);
    this.offset = numberIn(metadata, OFFSET_TRAILER);
    this.index = numberIn(metadata, INDEX_TRAILER);
    const snapshot = { index: numberIn(metadata, SNAPSHOT_INDEX_TRAILER), offset: numberIn(metadata, SNAPSHOT_OFFSET_TRAILER) };
    this.snapshot = isPlace(snapshot) ? snapshot : undefined;
    this.isInvalid = isServiceError(error) && error.code === status.INVALID_ARGUMENT;
  }
}

function numberIn(metadata: Metadata | undefined, trailer: string): number | undefined {
  const value = Number(metadata?.get(trailer)[0]);
  return Number.isSafeInteger(value) ? value : undefined;
}

function isPlace(place: { readonly index: number | undefined; readonly offset: number | undefined }): place is SnapshotPlace {
  return place.index !== undefined && place.offset !== undefined;
}

const STATUS_CODES: readonly StatusCode[] = [
  'WRONG_CLUSTER',
  'VERSION_SKEW',
  'UNKNOWN_PARTITION',
  'UNKNOWN_SNAPSHOT',
  'INVALID',
  'COMPACTED',
  'SHUTTING_DOWN',
  'OVERLOADED',
];

function statusCodeOf(value: unknown): StatusCode | undefined {
  return STATUS_CODES.find((code) => code === value);
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'metadata' in error && error.metadata instanceof Metadata;
}

/** The failure of a call as a TransportError of this address. */
export function transportError(address: string, error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const details = error instanceof Error && 'details' in error && typeof error.details === 'string' ? error.details : undefined;
  return new TransportError(address, details || (error instanceof Error ? error.message : String(error)), { error });
}

export type UnaryMethod =
  | 'lookup'
  | 'resolve'
  | 'committedOffset'
  | 'describe'
  | 'digestAt'
  | 'readState'
  | 'takeSnapshot'
  | 'transferLeadership'
  | 'changeMembers'
  | 'listSnapshots'
  | 'verifySnapshots';
/** Streams that answer one request. */
export type ReadingMethod = 'tail' | 'fetchSnapshot' | 'readEntries';

export class NodeConnection {
  readonly address: string;
  /** Id of the node that answered last at this address. */
  node: string | undefined;
  /** The last call failed without an answer. */
  isFailing = false;
  /** It answered as a member of another cluster, and is not asked again. */
  isForeign = false;
  readonly #client: Client;

  constructor(address: string) {
    this.address = address;
    this.#client = new Client(address, credentials.createInsecure(), CHANNEL_OPTIONS);
  }

  /** One call. Rejects with TransportError, also when the signal is aborted or `timeoutMs` pass. */
  unary(
    method: UnaryMethod,
    request: Buffer,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
  ): Promise<Buffer> {
    const { path, requestSerialize, responseDeserialize } = ledgerService[method];
    const { timeoutMs, signal } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new TransportError(this.address, 'the call was aborted', { error: signal.reason }));
        return;
      }
      const callOptions = { deadline: Date.now() + Math.max(1, timeoutMs) };
      const onAnswer = (error: ServiceError | null, response?: Buffer): void => {
        signal?.removeEventListener('abort', onAbort);
        if (error === null && response !== undefined) {
          this.isFailing = false;
          resolve(response);
        } else {
          if (!signal?.aborted) this.isFailing = true;
          reject(transportError(this.address, error));
        }
      };
      const call = this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata(),
        callOptions,
        onAnswer,
      );
      const onAbort = (): void => call.cancel();
      signal?.addEventListener('abort', onAbort);
    });
  }

  openSubmit(): ClientDuplexStream<Buffer, Buffer> {
    const { path, requestSerialize, responseDeserialize } = ledgerService.submit;
    return this.#client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  }

  openReading(method: ReadingMethod, request: Buffer): ClientReadableStream<Buffer> {
    const { path, requestSerialize, responseDeserialize } = ledgerService[method];
    return this.#client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
  }

  close(): void {
    this.#client.close();
  }
}
