// One tail stream to one node: checks that the node is who it should be, that batches follow each other without gap or overlap, and that the node is
// not silent. What to do when it breaks is tail-reader.ts's.
import type { ClientReadableStream } from '@grpc/grpc-js';
import type { Cluster } from './cluster.ts';
import { type NodeConnection, TransportError, transportError } from './connection.ts';
import { LedgerlineError } from './errors.ts';
import type { TailBatch, TailMessage } from './messages.ts';
import { decodeTailMessage, encodeTailRequest } from './stream-codec.ts';
import { TICK_MS, type Ticker } from './ticker.ts';
import { WireError } from './wire.ts';

/** A stream without a message for so long belongs to a node that is paused or cut off: four heartbeats are missing. */
export const SILENCE_MS = 1_000;
/** A node that knows no leader for so long may be cut off from its cluster. */
const LEADERLESS_MS = 2_000;

export interface TailStreamEvents {
  /** The first message has come: the node is the right one. */
  onOpen(stream: TailStream): void;
  onBatches(stream: TailStream, batches: readonly TailBatch[]): void;
  /** The node has known no leader for a while, and may be behind without knowing. */
  onLeaderless(stream: TailStream): void;
  /** The stream is over. Once. `undefined`: everything that was asked for has come. */
  onEnd(stream: TailStream, cause: unknown): void;
}

export interface TailStreamOptions {
  readonly cluster: Cluster;
  readonly connection: NodeConnection;
  readonly ticker: Ticker;
  readonly partition: number;
  readonly fromOffset: number;
  readonly toOffset: number | undefined;
  /** The one node wanted. */
  readonly node: string | undefined;
  /** Ends after so long without a message, milliseconds. */
  readonly silenceMs: number;
  readonly events: TailStreamEvents;
}

export class TailStream {
  readonly connection: NodeConnection;
  readonly #options: TailStreamOptions;
  readonly #stream: ClientReadableStream<Buffer>;
  readonly #stopWatching: () => void;
  /** The offset that the next batch begins with. */
  #next: number;
  /** It ended because nothing came after its first message. */
  fellSilent = false;
  #isFirstBatch = true;
  #isOpen = false;
  #isOver = false;
  #isPaused = false;
  #silentTicks = 0;
  #leaderlessTicks = 0;
  #hasLeader = true;

  constructor(options: TailStreamOptions) {
    const { connection, cluster, partition, fromOffset, toOffset } = options;
    this.#options = options;
    this.connection = connection;
    this.#next = fromOffset;
    this.#stream = connection.openReading('tail', encodeTailRequest({ hello: cluster.hello(), partition, fromOffset, toOffset }));
    this.#stream.on('data', (bytes: Buffer) => this.#onData(bytes));
    this.#stream.on('error', (error: unknown) => this.#end(transportError(connection.address, error)));
    this.#stream.on('end', () => this.#onEnd());
    this.#stopWatching = options.ticker.watch(() => this.#onTick());
  }

  /** Stops reading: HTTP/2 flow control stops the node. */
  pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#stream.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#silentTicks = 0;
    this.#stream.resume();
  }

  /** Ends the stream without telling anyone. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopWatching();
    this.#stream.cancel();
  }

  #end(cause: unknown): void {
    if (this.#isOver) return;
    this.close();
    this.#options.events.onEnd(this, cause);
  }

  #onEnd(): void {
    const { toOffset } = this.#options;
    const isComplete = toOffset !== undefined && this.#next > toOffset;
    this.#end(isComplete ? undefined : new TransportError(this.connection.address, 'the node ended the stream'));
  }

  #onData(bytes: Buffer): void {
    if (this.#isOver) return;
    this.#silentTicks = 0;
    try {
      this.#handle(decodeTailMessage(bytes));
    } catch (cause) {
      this.#end(cause);
    }
  }

  #handle(message: TailMessage): void {
    const { cluster, events, node, partition } = this.#options;
    if (!this.#isOpen || message.hello !== undefined) {
      const hello = cluster.learnHello(this.connection, message.hello);
      if (node !== undefined && hello.node !== node) {
        throw new TransportError(this.connection.address, `node ${hello.node} answers here, not ${node}`);
      }
    }
    if (message.partition !== partition)
      throw new WireError(`a message of partition ${message.partition} on the stream of partition ${partition}`);
    cluster.learnApplied(partition, message.appliedOffset);
    this.#hasLeader = message.leader !== undefined;
    if (!this.#isOpen) {
      this.#isOpen = true;
      events.onOpen(this);
    }
    if (message.batches.length === 0 || this.#isOver) return;
    for (const batch of message.batches) this.#checkDense(batch);
    events.onBatches(this, message.batches);
  }

  /** The first batch may begin before what was asked for; every other follows the one before. */
  #checkDense(batch: TailBatch): void {
    const isDense = this.#isFirstBatch ? batch.firstOffset <= this.#next : batch.firstOffset === this.#next;
    const after = batch.firstOffset + batch.count;
    if (!isDense || after <= this.#next) {
      const text = `${this.connection.address} sent offsets ${batch.firstOffset} to ${after - 1} where ${this.#next} comes next`;
      throw new LedgerlineError('PROTOCOL', text, { offset: this.#next });
    }
    this.#isFirstBatch = false;
    this.#next = after;
  }

  #onTick(): void {
    if (this.#isPaused) return;
    this.#silentTicks++;
    this.#leaderlessTicks = this.#hasLeader ? 0 : this.#leaderlessTicks + 1;
    const { silenceMs } = this.#options;
    if (this.#silentTicks > silenceMs / TICK_MS) {
      this.fellSilent = this.#isOpen;
      this.#end(new TransportError(this.connection.address, `no message for ${silenceMs} ms`));
    } else if (this.#leaderlessTicks > LEADERLESS_MS / TICK_MS) {
      this.#leaderlessTicks = 0;
      this.#options.events.onLeaderless(this);
    }
  }
}
