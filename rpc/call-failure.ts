// Calls of clients that fail without an answer: a gRPC status with a code of client.proto in its trailer.
import { Metadata, status as Status, type StatusObject } from '@grpc/grpc-js';
import {
  CODE_TRAILER,
  EnvelopeError,
  INDEX_TRAILER,
  OFFSET_TRAILER,
  SNAPSHOT_INDEX_TRAILER,
  SNAPSHOT_OFFSET_TRAILER,
  type StatusCode,
  WireError,
} from '@ledgerline/client/internal';
import type { PartitionService } from '../consensus/service.ts';

/** Where what was compacted can be read from instead. */
export interface CompactedAt {
  /** The first offset, or of entries the first index, that can still be read. */
  readonly offset?: number;
  readonly index?: number;
  /** The node's newest snapshot. */
  readonly snapshot: { readonly index: number; readonly offset: number } | undefined;
}

/** Thrown by whoever serves a call; `statusOf` makes the status of it. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  /** `FORMING` has no trailer: the client takes it for a node that is not there yet, and tries again. */
  readonly code: StatusCode | 'FORMING' | 'INTERNAL';
  /** Of COMPACTED. */
  readonly compacted: CompactedAt | undefined;

  constructor(code: StatusCode | 'FORMING' | 'INTERNAL', message: string, compacted?: CompactedAt) {
    super(message);
    this.code = code;
    this.compacted = compacted;
  }
}

/** The newest snapshot of a partition, as a client is told where to start. */
export function newestSnapshot(partition: PartitionService): CompactedAt['snapshot'] {
  const [newest] = partition.snapshots();
  return newest === undefined ? undefined : { index: newest.index, offset: newest.nextOffset - 1 };
}

const STATUSES: Record<CallFailure['code'], Status> = {
  WRONG_CLUSTER: Status.FAILED_PRECONDITION,
  VERSION_SKEW: Status.FAILED_PRECONDITION,
  UNKNOWN_PARTITION: Status.NOT_FOUND,
  UNKNOWN_SNAPSHOT: Status.NOT_FOUND,
  INVALID: Status.INVALID_ARGUMENT,
  COMPACTED: Status.OUT_OF_RANGE,
  SHUTTING_DOWN: Status.UNAVAILABLE,
  OVERLOADED: Status.RESOURCE_EXHAUSTED,
  FORMING: Status.UNAVAILABLE,
  INTERNAL: Status.INTERNAL,
};

/** What went wrong as a failure with a code: what cannot be read is `INVALID`, what nobody expected is `INTERNAL`. */
export function failureOf(cause: unknown): CallFailure {
  if (cause instanceof CallFailure) return cause;
  if (cause instanceof WireError) return new CallFailure('INVALID', `the message cannot be read: ${cause.message}`);
  if (cause instanceof EnvelopeError) return new CallFailure('INVALID', cause.message);
  return new CallFailure('INTERNAL', `the node failed: ${cause instanceof Error ? cause.message : String(cause)}; see its log`);
}

/** The status as grpc-js wants it, as the error of a callback or of a stream. */
export function statusOf(failure: CallFailure): StatusObject & Error {
  const metadata = new Metadata();
  if (failure.code !== 'FORMING' && failure.code !== 'INTERNAL') metadata.set(CODE_TRAILER, failure.code);
  const { offset, index, snapshot } = failure.compacted ?? {};
  if (offset !== undefined) metadata.set(OFFSET_TRAILER, String(offset));
  if (index !== undefined) metadata.set(INDEX_TRAILER, String(index));
  if (snapshot !== undefined) {
    metadata.set(SNAPSHOT_INDEX_TRAILER, String(snapshot.index));
    metadata.set(SNAPSHOT_OFFSET_TRAILER, String(snapshot.offset));
  }
  return Object.assign(new Error(failure.message), { code: STATUSES[failure.code], details: failure.message, metadata });
}
