// One submit stream: splits messages into transactions, hands them to the node in their order, and answers with one message for all
// results of a turn. What is not answered yet is bounded: beyond it the stream is not read, and HTTP/2 holds the client back.
import type { ServerDuplexStream } from '@grpc/grpc-js';
import {
  decodeSubmitRequest,
  EnvelopeError,
  type EnvelopeLimits,
  encodeSubmitResponse,
  type IdentifiedResult,
  parseEnvelope,
  type ServerHello,
  type SubmitRequest,
} from '@ledgerline/client/internal';
import { CLIENT_MESSAGE_TRANSACTIONS_MAX, CLIENT_STREAM_BYTES_MAX, CLIENT_STREAM_TRANSACTIONS_MAX } from '../consensus/limits.ts';
import type { NodeService, PartitionService, SubmitStream } from '../consensus/service.ts';
import type { Submission, SubmitResult } from '../consensus/types.ts';
import { CallFailure, failureOf, statusOf } from './call-failure.ts';
import { greet, partitionOf } from './client-session.ts';

export interface SubmitCallOptions {
  readonly node: () => NodeService;
  /** The stream was closed because of what the client sent or what failed here. */
  readonly failed: (failure: CallFailure) => void;
  /** Once, however the stream ended. */
  readonly ended: () => void;
}

/** What the first message of a stream settles. */
interface Session {
  readonly partition: PartitionService;
  readonly stream: SubmitStream;
  readonly limits: EnvelopeLimits;
}

export class SubmitCall {
  readonly #call: ServerDuplexStream<Buffer, Buffer>;
  readonly #options: SubmitCallOptions;
  #session: Session | undefined;
  #nextId = 1;
  #results: IdentifiedResult[] = [];
  #unanswered = 0;
  #unansweredBytes = 0;
  #isFlushing = false;
  #isBlocked = false;
  #isHalfClosed = false;
  #hasEnded = false;
  #wroteSinceBeat = false;

  constructor(call: ServerDuplexStream<Buffer, Buffer>, options: SubmitCallOptions) {
    this.#call = call;
    this.#options = options;
    call.on('data', (bytes: Buffer) => this.#handleMessage(bytes));
    call.on('end', () => {
      this.#isHalfClosed = true;
      this.#maybeFinish();
    });
    call.on('drain', () => {
      this.#isBlocked = false;
      this.#flush();
    });
    call.on('cancelled', () => this.#end());
    call.on('close', () => this.#end());
  }

  /** To be called at least every `HEARTBEAT_MS`: says that the node is alive, unless results just did. */
  beat(): void {
    if (!this.#wroteSinceBeat && this.#session !== undefined && !this.#isBlocked && !this.#hasEnded) this.#write([], undefined);
    this.#wroteSinceBeat = false;
  }

  /** Closes the stream with a status. What was not answered stays unknown to the client. */
  fail(failure: CallFailure): void {
    if (this.#hasEnded) return;
    this.#call.emit('error', statusOf(failure));
    this.#end();
  }

  #handleMessage(bytes: Buffer): void {
    if (this.#hasEnded) return;
    try {
      const request = decodeSubmitRequest(bytes, CLIENT_MESSAGE_TRANSACTIONS_MAX);
      const session = this.#session ?? this.#open(request);
      if (request.partition !== session.partition.partition) {
        throw new CallFailure(
          'INVALID',
          `a message for partition ${request.partition} on a stream of ${session.partition.partition}: open one stream a partition`,
        );
      }
      this.#submit(session, request, bytes.length);
    } catch (cause) {
      const failure = failureOf(cause);
      this.#options.failed(failure);
      this.fail(failure);
      if (failure.code === 'INTERNAL') throw cause;
    }
  }

  /** The first message: answers the hello at once, before anything else. */
  #open(request: SubmitRequest): Session {
    const node = this.#options.node();
    const hello = greet(node, request.hello);
    const partition = partitionOf(node, request.partition);
    this.#session = { partition, stream: partition.openSubmitStream(), limits: node.genesis.limits };
    this.#write([], hello);
    return this.#session;
  }

  #submit(session: Session, request: SubmitRequest, messageBytes: number): void {
    const { firstId, transactions } = request;
    if (transactions.length === 0) return;
    if (firstId < this.#nextId || !Number.isSafeInteger(firstId + transactions.length)) {
      throw new CallFailure('INVALID', `first_id ${firstId} after ${this.#nextId - 1}: ids of a stream start at 1 and never repeat`);
    }
    this.#nextId = firstId + transactions.length;
    this.#unanswered += transactions.length;
    this.#unansweredBytes += messageBytes;
    let remaining = transactions.length;
    const answer = (id: number, result: IdentifiedResult['result']): void => {
      this.#unanswered--;
      if (--remaining === 0) this.#unansweredBytes -= messageBytes;
      this.#results.push({ id, result });
      this.#scheduleFlush();
    };
    const submissions: Submission[] = [];
    const skipped: number[] = [];
    for (const [position, transaction] of transactions.entries()) {
      const parsed = parse(transaction, session.limits);
      if ('kind' in parsed) {
        skipped.push(position);
        answer(firstId + position, parsed);
      } else submissions.push(parsed);
    }
    if (submissions.length > 0) {
      const ids = skipped.length === 0 ? undefined : idsWithout(skipped, firstId, transactions.length);
      session.stream.submit(submissions, (position: number, result: SubmitResult) => answer(ids?.[position] ?? firstId + position, result));
    }
    if (this.#isOverfull()) this.#call.pause();
  }

  #isOverfull(): boolean {
    // Answers that the client does not read count too.
    return this.#unansweredBytes > CLIENT_STREAM_BYTES_MAX || this.#unanswered + this.#results.length > CLIENT_STREAM_TRANSACTIONS_MAX;
  }

  #scheduleFlush(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    queueMicrotask(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  #flush(): void {
    while (this.#results.length > 0 && !this.#hasEnded && !this.#isBlocked) {
      this.#write(this.#results.splice(0, CLIENT_MESSAGE_TRANSACTIONS_MAX), undefined);
    }
    if (this.#hasEnded || this.#isBlocked) return;
    if (this.#call.isPaused() && !this.#isOverfull()) this.#call.resume();
    this.#maybeFinish();
  }

  #write(results: readonly IdentifiedResult[], hello: ServerHello | undefined): void {
    if (this.#session === undefined) return;
    const { partition, appliedOffset, leader } = this.#session.partition.status();
    this.#isBlocked = !this.#call.write(encodeSubmitResponse({ hello, partition, appliedOffset, leader, results }));
    this.#wroteSinceBeat = true;
  }

  /** The client has nothing more to send, and everything it sent is answered. */
  #maybeFinish(): void {
    if (!this.#isHalfClosed || this.#hasEnded || this.#unanswered > 0 || this.#results.length > 0) return;
    this.#call.end();
    this.#end();
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#session?.stream.close();
    this.#results = [];
    this.#options.ended();
  }
}

/** A transaction for admission, or the answer to one that is not fit for it. */
function parse(bytes: Uint8Array, limits: EnvelopeLimits): Submission | Extract<IdentifiedResult['result'], { readonly kind: 'refused' }> {
  try {
    return parseEnvelope(bytes, limits);
  } catch (cause) {
    if (!(cause instanceof EnvelopeError)) throw cause;
    return { kind: 'refused', code: cause.code, outcome: 'none', detail: cause.message };
  }
}

/** The ids of the transactions that were not skipped, in order. */
function idsWithout(skipped: readonly number[], firstId: number, count: number): number[] {
  const gone = new Set(skipped);
  const ids: number[] = [];
  for (let position = 0; position < count; position++) if (!gone.has(position)) ids.push(firstId + position);
  return ids;
}
