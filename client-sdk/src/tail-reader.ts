// Reads the log of one partition across streams, nodes and failures: resumes after the last offset received, buffers a bounded amount for a slow consumer,
// and says in which state it is. Hands out batches; tail.ts makes transactions of them.

import type { Abortable } from './abort-hub.ts';
import type { TailOptions, TailState } from './api.ts';
import { backoffMs, sleep } from './backoff.ts';
import { type NodeConnection, TransportError, transportError } from './connection.ts';
import { LedgerlineError } from './errors.ts';
import { Fifo } from './fifo.ts';
import type { TailBatch } from './messages.ts';
import { NodeChoice } from './node-choice.ts';
import type { ClientContext } from './scope.ts';
import { SILENCE_MS, TailStream, type TailStreamEvents } from './tail-stream.ts';

/** Bytes buffered for a consumer that is slower than the log: above the first the node is stopped, below the second it goes on. */
const BUFFER_BYTES_HIGH = 4 * 1024 * 1024;
const BUFFER_BYTES_LOW = 1024 * 1024;
/** Pause between two attempts to prove that the tail is live. */
const PROOF_RETRY_MS = 1_000;
/** A silent stream may be a slow link on which one message takes long: each time the next stream gets twice as long, until something arrives. */
const PATIENCE_DOUBLINGS_MAX = 4;

export interface TailReaderOptions {
  readonly context: ClientContext;
  readonly partition: number;
  readonly from: number;
  readonly tail: TailOptions;
  /** The committed offset by ReadIndex: what `live` is proven by. */
  readonly committedOffset: (signal: AbortSignal) => Promise<number>;
}

interface Waiter {
  readonly resolve: (batch: TailBatch | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export class TailReader implements TailStreamEvents, Abortable {
  readonly #options: TailReaderOptions;
  readonly #buffer = new Fifo<TailBatch>();
  readonly #proof = new AbortController();
  readonly #choice: NodeChoice;
  #bufferBytes = 0;
  /** The next offset to be received. */
  #next: number;
  #stream: TailStream | undefined;
  #waiter: Waiter | undefined;
  #failure: LedgerlineError | undefined;
  #state: TailState | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #isCut = false;
  #wasOpen = false;
  #failures = 0;
  /** Streams in a row that fell silent without a batch. */
  #silences = 0;
  /** Everything up to this offset must be delivered before `live` is said. */
  #target: number | undefined;

  constructor(options: TailReaderOptions) {
    this.#options = options;
    this.#next = options.from;
    this.#choice = new NodeChoice(options.context.cluster, options.tail.node);
  }

  /** The next batch, which begins at or before the next offset; `undefined` at the end. One call at a time. Rejects with LedgerlineError. */
  next(): Promise<TailBatch | undefined> {
    const batch = this.#buffer.shift();
    if (batch !== undefined) {
      this.#bufferBytes -= batch.transactions.length;
      if (this.#bufferBytes <= BUFFER_BYTES_LOW) this.#stream?.resume();
      return Promise.resolve(batch);
    }
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#isOver || this.#isComplete) {
      this.close();
      return Promise.resolve(undefined);
    }
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
      if (this.#state === undefined) this.#start();
      this.#maybeLive();
    });
  }

  get #isComplete(): boolean {
    const { to } = this.#options.tail;
    return to !== undefined && this.#next > to;
  }

  /** Ends the tail; a waiting `next` gives `undefined`. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stream?.close();
    this.#proof.abort();
    clearTimeout(this.#timer);
    const { context, tail } = this.#options;
    if (tail.signal !== undefined) context.aborts.unwatch(tail.signal, this);
    context.closing.delete(this);
    this.#setState({ kind: 'closed' });
    this.#wake();
  }

  /** The consumer is to get nothing more, not even what it has not taken yet. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Ends the tail at once. */
  cut(): void {
    this.#isCut = true;
    this.#buffer.retain(() => false);
    this.close();
  }

  onAbort(reason: unknown): void {
    this.#cutOff(new LedgerlineError('ABORTED', 'the tail was aborted by its signal', { cause: reason }));
  }

  onClose(): void {
    this.#cutOff(new LedgerlineError('CLOSED', 'the client was closed'));
  }

  #cutOff(failure: LedgerlineError): void {
    if (this.#isOver) return;
    this.#failure = failure;
    this.cut();
  }

  #fail(failure: LedgerlineError): void {
    if (this.#isOver) return;
    this.#failure = failure;
    this.close();
  }

  #start(): void {
    const { context, tail } = this.#options;
    context.closing.add(this);
    if (tail.signal?.aborted) {
      this.onAbort(tail.signal.reason);
      return;
    }
    if (tail.signal !== undefined) context.aborts.watch(tail.signal, this);
    this.#setState({ kind: 'connecting', attempt: 1 });
    this.#connect();
  }

  #connect(): void {
    this.#choice
      .next()
      .then((connection) => this.#open(connection))
      .catch((cause: unknown) => this.#reconnect(cause));
  }

  #open(connection: NodeConnection | undefined): void {
    if (this.#isOver) return;
    if (connection === undefined) throw new TransportError('cluster', 'no node answers');
    const { context, partition, tail } = this.#options;
    const { cluster, ticker } = context;
    const range = { fromOffset: this.#next, toOffset: tail.to };
    const silenceMs = SILENCE_MS * 2 ** Math.min(this.#silences, PATIENCE_DOUBLINGS_MAX);
    this.#stream = new TailStream({ cluster, connection, ticker, partition, ...range, node: tail.node, silenceMs, events: this });
  }

  onOpen(stream: TailStream): void {
    if (stream !== this.#stream) return;
    this.#wasOpen = true;
    this.#target = undefined;
    const { context, partition } = this.#options;
    this.#setState({ kind: 'catching-up', behind: Math.max(0, context.cluster.appliedOffset(partition) - this.#next + 1) });
    this.#prove(stream).catch((cause: unknown) => this.#reconnect(cause));
  }

  /** Asks for a committed offset, so that `live` can be said once everything up to it is delivered. */
  async #prove(stream: TailStream): Promise<void> {
    while (!this.#isOver && this.#stream === stream) {
      const target = await this.#options.committedOffset(this.#proof.signal).catch(() => undefined);
      if (this.#isOver || this.#stream !== stream) return;
      if (target !== undefined) {
        this.#target = target;
        this.#failures = 0;
        return this.#maybeLive();
      }
      await sleep(PROOF_RETRY_MS, this.#proof.signal);
    }
  }

  /** The consumer waits, so it has everything that was received. */
  #maybeLive(): void {
    if (this.#target === undefined || this.#waiter === undefined || this.#stream === undefined) return;
    if (this.#next <= this.#target || this.#state?.kind === 'live') return;
    // A tail that begins beyond the log has received nothing, and what it waits for is not committed.
    const isBeyond = this.#next === this.#options.from;
    this.#setState({ kind: 'live', offset: isBeyond ? Math.min(this.#next - 1, this.#target) : this.#next - 1 });
  }

  onBatches(stream: TailStream, batches: readonly TailBatch[]): void {
    if (stream !== this.#stream || this.#isOver) return;
    this.#failures = 0;
    this.#silences = 0;
    for (const batch of batches) {
      this.#buffer.push(batch);
      this.#bufferBytes += batch.transactions.length;
      this.#next = batch.firstOffset + batch.count;
    }
    this.#wake();
    if (this.#isComplete) {
      stream.close();
      return;
    }
    if (this.#bufferBytes > BUFFER_BYTES_HIGH) this.#onSlowConsumer(stream);
  }

  /** The consumer falls behind: it is no longer live until it has caught up with what is known to be committed now. */
  #onSlowConsumer(stream: TailStream): void {
    stream.pause();
    const { context, partition } = this.#options;
    const applied = context.cluster.appliedOffset(partition);
    if (this.#state?.kind !== 'live') return;
    this.#target = Math.max(this.#target ?? 0, applied);
    this.#setState({ kind: 'catching-up', behind: Math.max(0, applied - this.#next + 1) });
  }

  /** Moves to another node if one is better off; where none knows a leader, all are alike. */
  onLeaderless(stream: TailStream): void {
    if (this.#options.tail.node !== undefined) return;
    const { context, partition } = this.#options;
    Promise.all(context.cluster.probe()).then(() => {
      if (this.#isOver || this.#stream !== stream) return;
      const leader = context.cluster.leader(partition);
      if (leader === undefined || leader === stream.connection) return;
      stream.close();
      this.#stream = undefined;
      this.#reconnect(new TransportError(stream.connection.address, 'the node is cut off from its leader'));
    });
  }

  onEnd(stream: TailStream, cause: unknown): void {
    if (stream !== this.#stream || this.#isOver) return;
    this.#stream = undefined;
    this.#target = undefined;
    if (stream.fellSilent) this.#silences++;
    const { cluster } = this.#options.context;
    if (this.#isComplete) {
      this.#wake();
      return;
    }
    cluster.noteFailure(stream.connection, cause);
    this.#reconnect(cause);
  }

  /** Tries again later, for ever, unless no attempt can succeed. */
  #reconnect(cause: unknown): void {
    if (this.#isOver) return;
    const failure = this.#terminal(cause);
    if (failure !== undefined) {
      this.#fail(failure);
      return;
    }
    this.#failures++;
    const attempt = this.#failures;
    this.#setState(this.#wasOpen ? { kind: 'reconnecting', attempt, cause } : { kind: 'connecting', attempt: attempt + 1 });
    if (this.#isOver) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), backoffMs(attempt));
  }

  /** The error that ends the tail, if another attempt cannot help. */
  #terminal(cause: unknown): LedgerlineError | undefined {
    if (cause instanceof LedgerlineError) {
      const isOfThatNode = cause.code === 'WRONG_CLUSTER' || cause.code === 'VERSION_SKEW';
      return isOfThatNode && this.#options.tail.node === undefined ? undefined : cause;
    }
    const { code, offset, snapshot, message } = transportError('node', cause);
    if (code === 'COMPACTED') {
      const begins = offset === undefined ? '' : `: the log begins at offset ${offset}`;
      const covered = snapshot === undefined ? '' : `, and a snapshot holds the state up to offset ${snapshot.offset}`;
      return new LedgerlineError('COMPACTED', `offset ${this.#next} was compacted away${begins}${covered}`, { offset, snapshot, cause });
    }
    if (code === 'UNKNOWN_PARTITION') return new LedgerlineError('UNKNOWN_PARTITION', message, { cause });
    if (code === 'INVALID') return new LedgerlineError('PROTOCOL', message, { cause });
    return undefined;
  }

  #wake(): void {
    const waiter = this.#waiter;
    if (waiter === undefined || (this.#buffer.size === 0 && !this.#isOver && !this.#isComplete)) return;
    this.#waiter = undefined;
    this.next().then(waiter.resolve, waiter.reject);
  }

  #setState(state: TailState): void {
    this.#state = state;
    try {
      this.#options.tail.onState?.(state);
    } catch (cause) {
      this.#fail(new LedgerlineError('INVALID', 'the tail ended because its `onState` threw', { cause }));
    }
  }
}
