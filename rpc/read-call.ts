// A stream that answers one request with messages until it has given everything: a snapshot's bytes, a range of entries. A slow reader is read for more
// slowly; nothing is kept for it but where it is. What is read is readings.ts's.
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { NodeService } from '../consensus/service.ts';
import { type CallFailure, failureOf, statusOf } from './call-failure.ts';

/** What one stream reads. */
export interface Reading {
  /** The first message: it says hello. */
  readonly greeting: Buffer;
  /** The next message, `undefined` at the end. One call at a time. */
  next(): Promise<Buffer | undefined>;
  /** A message without content. */
  heartbeat(): Buffer;
}

/** Begins to serve a request. Throws `CallFailure` or `WireError`. */
export type OpenReading = (node: NodeService, request: Buffer) => Reading;

export interface ReadCallOptions {
  readonly node: () => NodeService;
  readonly open: OpenReading;
  readonly failed: (failure: CallFailure) => void;
  /** Once, however the stream ended. */
  readonly ended: () => void;
}

export class ReadCall {
  readonly #call: ServerWritableStream<Buffer, Buffer>;
  readonly #options: ReadCallOptions;
  #reading: Reading | undefined;
  #isPumping = false;
  #isBlocked = false;
  #hasEnded = false;
  #wroteSinceBeat = false;

  constructor(call: ServerWritableStream<Buffer, Buffer>, options: ReadCallOptions) {
    this.#call = call;
    this.#options = options;
    call.on('drain', () => {
      this.#isBlocked = false;
      this.#pump();
    });
    call.on('cancelled', () => this.#end());
    call.on('close', () => this.#end());
    try {
      this.#reading = options.open(options.node(), call.request);
      this.#write(this.#reading.greeting);
      this.#pump();
    } catch (cause) {
      this.#handleFailure(cause);
    }
  }

  /** To be called at least every `HEARTBEAT_MS`: says that the node is alive, unless a message just did. */
  beat(): void {
    if (this.#reading !== undefined && !this.#wroteSinceBeat && !this.#isBlocked && !this.#hasEnded) this.#write(this.#reading.heartbeat());
    this.#wroteSinceBeat = false;
  }

  /** Closes the stream with a status. */
  fail(failure: CallFailure): void {
    if (this.#hasEnded) return;
    this.#call.emit('error', statusOf(failure));
    this.#end();
  }

  #pump(): void {
    if (this.#isPumping || this.#isBlocked || this.#hasEnded) return;
    this.#isPumping = true;
    this.#send().then(
      () => {
        this.#isPumping = false;
        // The reader may have caught up while the last message was read.
        if (!this.#isBlocked) this.#pump();
      },
      (cause: unknown) => this.#handleFailure(cause),
    );
  }

  async #send(): Promise<void> {
    while (!this.#isBlocked && !this.#hasEnded) {
      const message = await this.#reading?.next();
      if (this.#hasEnded) return;
      if (message === undefined) {
        this.#call.end();
        this.#end();
      } else this.#write(message);
    }
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
    this.#options.ended();
  }
}
