// One tail stream: from an offset on, what this node has applied, in order, then what it applies. A slow reader is read for more slowly:
// nothing is kept for it but its next offset.
import type { ServerWritableStream } from '@grpc/grpc-js';
import { decodeTailRequest, encodeTailMessage, type ServerHello, type TailRequest } from '@ledgerline/client/internal';
import { TAIL_READ_BYTES_MAX } from '../consensus/limits.ts';
import type { NodeService, PartitionService } from '../consensus/service.ts';
import { CallFailure, failureOf, newestSnapshot, statusOf } from './call-failure.ts';
import { greet, partitionOf } from './client-session.ts';
import type { SharedMessages } from './shared-messages.ts';

export interface TailCallOptions {
  readonly node: () => NodeService;
  readonly shared: (partition: number) => SharedMessages;
  readonly failed: (failure: CallFailure) => void;
  /** Once, however the stream ended. */
  readonly ended: () => void;
}

export class TailCall {
  readonly #call: ServerWritableStream<Buffer, Buffer>;
  readonly #options: TailCallOptions;
  #partition: PartitionService | undefined;
  #nextOffset = 1;
  #toOffset: number | undefined;
  #cancelApplied: () => void = () => undefined;
  #isPumping = false;
  #hasMore = false;
  #isBlocked = false;
  #hasEnded = false;
  #wroteSinceBeat = false;

  constructor(call: ServerWritableStream<Buffer, Buffer>, options: TailCallOptions) {
    this.#call = call;
    this.#options = options;
    call.on('drain', () => {
      this.#isBlocked = false;
      this.#pump();
    });
    call.on('cancelled', () => this.#end());
    call.on('close', () => this.#end());
    try {
      this.#open(decodeTailRequest(call.request));
    } catch (cause) {
      this.#handleFailure(cause);
    }
  }

  /** To be called at least every `HEARTBEAT_MS`: says that the node is alive and how far it is, unless a batch just did. */
  beat(): void {
    if (!this.#wroteSinceBeat && !this.#isBlocked) this.#writeBare(undefined);
    this.#wroteSinceBeat = false;
  }

  /** Closes the stream with a status. */
  fail(failure: CallFailure): void {
    if (this.#hasEnded) return;
    this.#call.emit('error', statusOf(failure));
    this.#end();
  }

  #open(request: TailRequest): void {
    const node = this.#options.node();
    const hello = greet(node, request.hello);
    const partition = partitionOf(node, request.partition);
    if (request.fromOffset < 1) throw new CallFailure('INVALID', 'from_offset is 0: offsets start at 1');
    if (request.toOffset !== undefined && request.toOffset < request.fromOffset) {
      throw new CallFailure('INVALID', `to_offset ${request.toOffset} is below from_offset ${request.fromOffset}`);
    }
    this.#partition = partition;
    this.#nextOffset = request.fromOffset;
    this.#toOffset = request.toOffset;
    this.#cancelApplied = partition.onApplied(() => this.#pump());
    this.#writeBare(hello);
    this.#pump();
  }

  /** Reads and sends until the reader is full or at the head. One pump at a time; called again whenever either may have changed. */
  #pump(): void {
    this.#hasMore = true;
    if (this.#isPumping || this.#isBlocked || this.#hasEnded) return;
    this.#isPumping = true;
    this.#sendApplied().then(
      () => {
        this.#isPumping = false;
        if (this.#hasMore && !this.#isBlocked) this.#pump();
      },
      (cause: unknown) => this.#handleFailure(cause),
    );
  }

  async #sendApplied(): Promise<void> {
    const partition = this.#partition;
    while (partition !== undefined && !this.#isBlocked && !this.#hasEnded) {
      this.#hasMore = false;
      if (this.#nextOffset > partition.status().appliedOffset) return;
      const firstOffset = partition.firstOffset();
      if (this.#nextOffset < firstOffset) {
        const text = `offsets below ${firstOffset} were compacted: start from the state, or read from ${firstOffset}`;
        throw new CallFailure('COMPACTED', text, { offset: firstOffset, snapshot: newestSnapshot(partition) });
      }
      const entries = await partition.readApplied({ fromOffset: this.#nextOffset, bytesMax: TAIL_READ_BYTES_MAX });
      const last = entries.at(-1);
      if (last === undefined) return;
      if (this.#hasEnded) return;
      this.#write(this.#options.shared(partition.partition).encode(entries, partition.status()));
      this.#nextOffset = last.firstOffset + last.count;
      this.#hasMore = true;
      if (this.#toOffset !== undefined && this.#nextOffset > this.#toOffset) {
        this.#call.end();
        this.#end();
      }
    }
  }

  #writeBare(hello: ServerHello | undefined): void {
    if (this.#partition === undefined || this.#hasEnded) return;
    const { partition, appliedOffset, leader } = this.#partition.status();
    this.#write(encodeTailMessage({ hello, partition, appliedOffset, leader, batches: [] }));
  }

  #write(message: Buffer): void {
    this.#isBlocked = !this.#call.write(message);
    this.#wroteSinceBeat = true;
  }

  #handleFailure(cause: unknown): void {
    const failure = failureOf(cause);
    this.#options.failed(failure);
    this.fail(failure);
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#cancelApplied();
    this.#options.ended();
  }
}
