// One submit stream to one node: introduces itself, sends messages, matches results to calls, and notices silence. What to do with a result or a broken
// stream is the submitter's.
import type { ClientDuplexStream } from '@grpc/grpc-js';
import type { Cluster } from './cluster.ts';
import { type NodeConnection, TransportError, transportError } from './connection.ts';
import type { WireResult } from './messages.ts';
import { decodeSubmitResponse, encodeSubmitRequest } from './stream-codec.ts';
import type { SubmitCall } from './submit-call.ts';
import { TICK_MS, type Ticker } from './ticker.ts';

/** A stream without a message for so long belongs to a node that is paused or cut off: four heartbeats are missing. */
const SILENCE_MS = 1_000;
/** Without a result for so long, heartbeats or not, the calls are sent again elsewhere. Doubled each time, at most three times. */
export const PATIENCE_MS = 2_000;

export interface SubmitStreamEvents {
  /** The node has introduced itself: calls may be sent. */
  onReady(stream: SubmitStream): void;
  onResult(stream: SubmitStream, call: SubmitCall, result: WireResult): void;
  /** All results of one message were handed over. */
  onResultsEnd(stream: SubmitStream): void;
  /** The stream takes more again. */
  onWritable(stream: SubmitStream): void;
  /** The stream is over. `calls` were sent, in this order, and not answered. Once. */
  onEnd(stream: SubmitStream, calls: SubmitCall[], cause: unknown): void;
}

export interface SubmitStreamOptions {
  readonly cluster: Cluster;
  readonly connection: NodeConnection;
  readonly ticker: Ticker;
  readonly partition: number;
  readonly patienceMs: number;
  readonly events: SubmitStreamEvents;
}

export class SubmitStream {
  readonly connection: NodeConnection;
  /** Nothing more is sent; results still come. */
  isDraining = false;
  isReady = false;
  isWritable = true;
  readonly #cluster: Cluster;
  readonly #partition: number;
  readonly #events: SubmitStreamEvents;
  readonly #stream: ClientDuplexStream<Buffer, Buffer>;
  readonly #outstanding = new Map<number, SubmitCall>();
  readonly #stopWatching: () => void;
  readonly #patienceTicks: number;
  #outstandingBytes = 0;
  #nextId = 1;
  #silentTicks = 0;
  #resultlessTicks = 0;
  #isOver = false;

  constructor(options: SubmitStreamOptions) {
    this.connection = options.connection;
    this.#cluster = options.cluster;
    this.#partition = options.partition;
    this.#events = options.events;
    this.#patienceTicks = options.patienceMs / TICK_MS;
    this.#stream = options.connection.openSubmit();
    this.#stream.on('data', (bytes: Buffer) => this.#onData(bytes));
    this.#stream.on('error', (error: unknown) => this.#end(transportError(this.connection.address, error)));
    this.#stream.on('end', () => this.#end(new TransportError(this.connection.address, 'the node ended the stream')));
    this.#stream.on('drain', () => this.#onDrain());
    this.#stopWatching = options.ticker.watch(() => this.#onTick());
    this.#stream.write(
      encodeSubmitRequest({ hello: options.cluster.hello(), partition: options.partition, firstId: this.#nextId, transactions: [] }),
    );
  }

  get outstanding(): number {
    return this.#outstanding.size;
  }

  get outstandingBytes(): number {
    return this.#outstandingBytes;
  }

  /** Sends the calls in one message. */
  send(calls: readonly SubmitCall[]): void {
    const firstId = this.#nextId;
    const transactions: Buffer[] = [];
    if (this.#outstanding.size === 0) this.#resultlessTicks = 0;
    for (const call of calls) {
      call.attempts++;
      call.isInFlight = true;
      transactions.push(call.bytes);
      this.#outstanding.set(this.#nextId++, call);
      this.#outstandingBytes += call.bytes.length;
    }
    this.isWritable = this.#stream.write(encodeSubmitRequest({ hello: undefined, partition: this.#partition, firstId, transactions }));
  }

  /** Ends the stream. Calls without an answer are handed to `onEnd`. */
  close(cause: unknown): void {
    this.#end(cause);
  }

  #onData(bytes: Buffer): void {
    if (this.#isOver) return;
    this.#silentTicks = 0;
    try {
      this.#handle(bytes);
    } catch (cause) {
      this.#end(cause);
    }
  }

  #handle(bytes: Buffer): void {
    const response = decodeSubmitResponse(bytes);
    if (!this.isReady || response.hello !== undefined) this.#cluster.learnHello(this.connection, response.hello);
    this.#cluster.learnApplied(this.#partition, response.appliedOffset);
    if (!this.isReady) {
      this.isReady = true;
      this.#events.onReady(this);
    }
    if (response.results.length === 0) return;
    this.#resultlessTicks = 0;
    for (const { id, result } of response.results) {
      const call = this.#outstanding.get(id);
      if (call === undefined) throw new TransportError(this.connection.address, `a result for id ${id}, which is not outstanding`);
      this.#outstanding.delete(id);
      this.#outstandingBytes -= call.bytes.length;
      call.isInFlight = false;
      if (result.kind === 'committed') this.#cluster.learnApplied(this.#partition, result.offset);
      this.#events.onResult(this, call, result);
    }
    this.#events.onResultsEnd(this);
  }

  #onDrain(): void {
    this.isWritable = true;
    if (!this.#isOver) this.#events.onWritable(this);
  }

  #onTick(): void {
    this.#silentTicks++;
    if (this.#outstanding.size > 0) this.#resultlessTicks++;
    if (this.#silentTicks > SILENCE_MS / TICK_MS) this.#end(new TransportError(this.connection.address, `no message for ${SILENCE_MS} ms`));
    else if (this.#resultlessTicks > this.#patienceTicks) {
      this.#end(new TransportError(this.connection.address, `no result for ${this.#patienceTicks * TICK_MS} ms`));
    }
  }

  #end(cause: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopWatching();
    this.#stream.cancel();
    const calls = [...this.#outstanding.values()];
    this.#outstanding.clear();
    for (const call of calls) {
      call.isInFlight = false;
      call.isUnsettled = true;
    }
    this.#events.onEnd(this, calls, cause);
  }
}
