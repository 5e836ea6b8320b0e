// The submits of one partition: queues them, sends what was submitted in one turn as one message, follows the leader, and retries under the same key
// until each call is settled or its time is over. Outcomes as DESIGN §6 "Outcome": a call is `none` only if every attempt was answered `none`, or one
// got a stable answer.
import { backoffMs, spaceMs } from './backoff.ts';
import type { NodeConnection } from './connection.ts';
import { LedgerlineError } from './errors.ts';
import { Fifo } from './fifo.ts';
import type { KeyGenerator } from './generated-key.ts';
import type { WireRefusal, WireResult } from './messages.ts';
import { type ClientContext, troubleText } from './scope.ts';
import type { KeySearch } from './settle.ts';
import type { SubmitCall, SubmitCallOwner } from './submit-call.ts';
import { PATIENCE_MS, SubmitStream, type SubmitStreamEvents } from './submit-stream.ts';

/** Transactions and bytes of one message. DESIGN §7 measured 64 to 256 KiB as best. */
const MESSAGE_TRANSACTIONS_MAX = 1_024;
const MESSAGE_BYTES_MAX = 256 * 1024;
/** Transactions and bytes sent and not answered; more wait here. Half of what a node queues, so that one client does not fill it. */
const OUTSTANDING_MAX = 32 * 1024;
const OUTSTANDING_BYTES_MAX = 32 * 1024 * 1024;
/** Calls that wait here; beyond them OVERLOADED, so that a caller that never waits runs out of patience before it runs out of memory. */
const QUEUE_MAX = 1024 * 1024;
/** How long a node may lag behind `seen` before SEEN_AHEAD is taken for the truth: longer than a deposed leader needs to notice. */
const AHEAD_MS = 1_000;
/** How long a leader may lag behind what is known to be committed before another is looked for. */
const AHEAD_PATIENCE_MS = 300;
/** As `failures` of `backoffMs`: 20 to 40 ms. */
const AHEAD_BACKOFF = 2;
const PATIENCE_DOUBLINGS_MAX = 3;

export interface SubmitterOptions {
  readonly context: ClientContext;
  readonly partition: number;
  readonly keys: KeyGenerator;
  /** Reads the log to settle an expired key. */
  readonly search: KeySearch;
}

export class Submitter implements SubmitCallOwner, SubmitStreamEvents {
  readonly partition: number;
  readonly #context: ClientContext;
  readonly #keys: KeyGenerator;
  readonly #search: KeySearch;
  readonly #streams = new Set<SubmitStream>();
  readonly #open = new Set<SubmitCall>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stream: SubmitStream | undefined;
  readonly #queue = new Fifo<SubmitCall>();
  /** To be sent again, before the queue. */
  readonly #retries = new Fifo<SubmitCall>();
  #isFlushPlanned = false;
  #isEstablishing = false;
  #isPaused = false;
  #isClosed = false;
  /** Failed streams and refusals of leadership in a row. */
  #failures = 0;
  #overloads = 0;
  #impatience = 0;
  #lastFailure: unknown;

  constructor(options: SubmitterOptions) {
    this.#context = options.context;
    this.partition = options.partition;
    this.#keys = options.keys;
    this.#search = options.search;
  }

  /** Takes a call. It is sent with all that come in this turn of the event loop. */
  submit(call: SubmitCall): void {
    if (this.#isClosed) {
      call.fail(call.error('CLOSED', 'the client was closed'));
      return;
    }
    if (call.signal?.aborted) {
      call.fail(call.error('ABORTED', 'the call was aborted by its signal', call.signal.reason));
      return;
    }
    if (this.#open.size >= QUEUE_MAX) {
      call.fail(call.error('OVERLOADED', `${QUEUE_MAX} submits wait already`));
      return;
    }
    this.#open.add(call);
    this.#context.ticker.add(call, call.deadlineMs);
    if (call.signal !== undefined) this.#context.aborts.watch(call.signal, call);
    this.#queue.push(call);
    this.#planFlush();
  }

  expire(call: SubmitCall): void {
    if (call.wasWithoutSpace && !call.isInFlight) {
      this.#fail(call, call.error('NO_SPACE', `the disk of the leader was full for ${call.deadlineMs} ms`));
      return;
    }
    const { cluster } = this.#context;
    const trouble = cluster.trouble(this.partition);
    const cause = this.#lastFailure ?? cluster.lastFailure;
    this.#fail(call, call.error(trouble, `${troubleText(trouble, this.partition)} within ${call.deadlineMs} ms`, cause));
  }

  abort(call: SubmitCall, reason: unknown): void {
    this.#fail(call, call.error('ABORTED', 'the call was aborted by its signal', reason));
  }

  /** Ends all calls with CLOSED. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const call of this.#open) this.#fail(call, call.error('CLOSED', 'the client was closed'));
    for (const timer of this.#timers) clearTimeout(timer);
    for (const stream of this.#streams) stream.close(new LedgerlineError('CLOSED', 'the client was closed'));
  }

  #release(call: SubmitCall): void {
    this.#open.delete(call);
    this.#context.ticker.remove(call);
    if (call.signal !== undefined) this.#context.aborts.unwatch(call.signal, call);
  }

  #fail(call: SubmitCall, error: LedgerlineError): void {
    this.#release(call);
    call.fail(error);
  }

  #succeed(call: SubmitCall, receipt: Parameters<SubmitCall['succeed']>[0]): void {
    this.#release(call);
    call.succeed(receipt);
  }

  #planFlush(): void {
    if (this.#isFlushPlanned || this.#isPaused) return;
    this.#isFlushPlanned = true;
    setImmediate(() => {
      this.#isFlushPlanned = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#isPaused || this.#isClosed) return;
    const stream = this.#stream;
    if (stream === undefined || !stream.isReady) {
      this.#maybeEstablish();
      return;
    }
    while (stream.isWritable && stream.outstanding < OUTSTANDING_MAX && stream.outstandingBytes < OUTSTANDING_BYTES_MAX) {
      const calls = this.#nextMessage();
      if (calls.length === 0) return;
      stream.send(calls);
    }
  }

  /** The calls of the next message, oldest first: those to be sent again before new ones. */
  #nextMessage(): SubmitCall[] {
    const calls: SubmitCall[] = [];
    let bytes = 0;
    while (calls.length < MESSAGE_TRANSACTIONS_MAX && bytes < MESSAGE_BYTES_MAX) {
      const call = this.#retries.shift() ?? this.#queue.shift();
      if (call === undefined) break;
      if (call.isDone) continue;
      calls.push(call);
      bytes += call.bytes.length;
    }
    return calls;
  }

  /** Drops calls that ended while they waited; whether any are left. */
  #hasWork(): boolean {
    this.#queue.retain((call) => !call.isDone);
    this.#retries.retain((call) => !call.isDone);
    return this.#queue.size + this.#retries.size > 0;
  }

  #maybeEstablish(): void {
    if (this.#isEstablishing || this.#stream !== undefined) return;
    this.#isEstablishing = true;
    this.#establish().catch((cause: unknown) => {
      this.#lastFailure = cause;
      this.#isEstablishing = false;
    });
  }

  /** Finds the leader and opens a stream to it, until there is one or nothing to send. */
  async #establish(): Promise<void> {
    while (!this.#isClosed && this.#stream === undefined && this.#hasWork()) {
      if (this.#failures > 1) await new Promise<void>((resolve) => this.#after(backoffMs(this.#failures - 1), resolve));
      const leader = await this.#context.cluster.findLeader(this.partition);
      if (this.#isClosed) break;
      if (leader === undefined) this.#failures++;
      else this.#openStream(leader);
    }
    this.#isEstablishing = false;
  }

  #openStream(connection: NodeConnection): void {
    const { cluster, ticker } = this.#context;
    const patienceMs = PATIENCE_MS * 2 ** Math.min(this.#impatience, PATIENCE_DOUBLINGS_MAX);
    const stream = new SubmitStream({ cluster, ticker, connection, partition: this.partition, patienceMs, events: this });
    this.#streams.add(stream);
    this.#stream = stream;
  }

  #after(ms: number, callback: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      callback();
    }, ms);
    this.#timers.add(timer);
  }

  onReady(): void {
    this.#flush();
  }

  onWritable(): void {
    this.#flush();
  }

  onEnd(stream: SubmitStream, calls: SubmitCall[], cause: unknown): void {
    const { cluster } = this.#context;
    this.#streams.delete(stream);
    if (this.#isClosed) return;
    if (cause !== undefined) this.#lastFailure = cause;
    if (!stream.isDraining) {
      this.#failures++;
      if (calls.length > 0) this.#impatience++;
      cluster.suspect(this.partition, stream.connection);
      cluster.noteFailure(stream.connection, cause);
    }
    if (this.#stream === stream) this.#stream = undefined;
    for (const call of calls) call.wasWithoutSpace = false;
    this.#retryAll(calls);
    if (this.#hasWork()) this.#planFlush();
  }

  onResultsEnd(stream: SubmitStream): void {
    if (stream.isDraining && stream.outstanding === 0) stream.close(undefined);
    this.#flush();
  }

  onResult(stream: SubmitStream, call: SubmitCall, result: WireResult): void {
    if (result.kind !== 'refused') {
      this.#onProgress();
      const { offset, duplicate } = result;
      if (!call.isDone) this.#succeed(call, { offset, duplicate, durable: result.kind === 'committed' });
      return;
    }
    if (result.outcome === 'unknown' && result.code !== 'KEY_EXPIRED') call.isUnsettled = true;
    this.#onRefusal(stream, call, result);
  }

  #onProgress(): void {
    this.#failures = 0;
    this.#overloads = 0;
    this.#impatience = 0;
  }

  #onRefusal(stream: SubmitStream, call: SubmitCall, refusal: WireRefusal): void {
    call.wasWithoutSpace = refusal.code === 'NO_SPACE';
    switch (refusal.code) {
      case 'NOT_LEADER':
      case 'LEADERSHIP_LOST':
      case 'SHUTTING_DOWN':
        this.#leaveLeader(stream, refusal.leader);
        this.#retry(call);
        break;
      case 'OVERLOADED':
      case 'NO_SPACE':
        this.#slowDown(refusal.code);
        this.#retry(call);
        break;
      case 'SEEN_AHEAD':
        this.#onAhead(stream, call, refusal);
        break;
      case 'KEY_EXPIRED':
        this.#onExpired(call, refusal);
        break;
      default:
        this.#onProgress();
        if (!call.isDone) this.#fail(call, call.refusalError(refusal, true));
    }
  }

  /** Nothing more is sent on this stream; a new one goes to the leader that the node names, or to whom all nodes are asked for. */
  #leaveLeader(stream: SubmitStream, hint: string | undefined): void {
    if (stream.isDraining) return;
    stream.isDraining = true;
    if (this.#stream === stream) this.#stream = undefined;
    this.#failures++;
    const { node } = stream.connection;
    if (node !== undefined) this.#context.cluster.notLeader(this.partition, node, hint);
  }

  /** The leader's queue or disk is full, for everybody: wait before anything more is sent. */
  #slowDown(code: 'OVERLOADED' | 'NO_SPACE'): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#overloads++;
    this.#after(code === 'NO_SPACE' ? spaceMs() : backoffMs(this.#overloads), () => {
      this.#isPaused = false;
      this.#flush();
    });
  }

  /**
   * The node's log is not as far as `seen` or the birth of the key: a leader that applies later than its followers, one that was deposed and does not
   * know, or a `seen` from nowhere.
   */
  #onAhead(stream: SubmitStream, call: SubmitCall, refusal: WireRefusal): void {
    if (call.isDone) return;
    const now = performance.now();
    call.aheadSince ??= now;
    const isKnown = (call.seen ?? 0) <= this.#context.cluster.appliedOffset(this.partition);
    const waitedMs = now - call.aheadSince;
    if (!isKnown && waitedMs > AHEAD_MS) {
      this.#fail(call, call.refusalError(refusal, false));
      return;
    }
    if (isKnown && waitedMs > AHEAD_PATIENCE_MS && stream === this.#stream) this.#leaveLeader(stream, undefined);
    this.#after(backoffMs(AHEAD_BACKOFF), () => {
      this.#retry(call);
      this.#planFlush();
    });
  }

  /**
   * The generated key is older than what the leader remembers. If no attempt can have written anything, the call simply gets a new key.
   * Otherwise the log tells: the key can no longer commit, so what is not in it by now never will be.
   */
  #onExpired(call: SubmitCall, refusal: WireRefusal): void {
    if (call.isDone) return;
    this.#context.cluster.learnApplied(this.partition, refusal.offset ?? 0);
    if (!call.isGenerated) {
      this.#fail(call, call.refusalError(refusal, false));
      return;
    }
    if (!call.isUnsettled) {
      this.#renew(call);
      return;
    }
    this.#settle(call, refusal).catch((cause: unknown) => {
      if (!call.isDone) this.#fail(call, call.error('KEY_EXPIRED', 'the key expired, and the log could not be searched for it', cause));
    });
  }

  async #settle(call: SubmitCall, refusal: WireRefusal): Promise<void> {
    if (!('generated' in call.key)) return;
    const found = await this.#search({
      partition: this.partition,
      key: call.key.generated,
      deadlineMs: call.deadlineMs,
      isWanted: () => !call.isDone,
    });
    if (call.isDone) return;
    if (found === undefined) this.#fail(call, call.refusalError(refusal, false));
    else if (found.kind === 'nowhere') {
      call.isUnsettled = false;
      this.#renew(call);
    } else if (found.isVoid)
      this.#fail(call, call.refusalError({ kind: 'refused', code: 'VOID', outcome: 'none', offset: found.offset }, true));
    else this.#succeed(call, { offset: found.offset, duplicate: true, durable: true });
  }

  #renew(call: SubmitCall): void {
    call.rekey(this.#keys.next(this.#context.cluster.appliedOffset(this.partition)));
    this.#retry(call);
    this.#planFlush();
  }

  #retry(call: SubmitCall): void {
    if (!call.isDone) this.#retries.push(call);
  }

  #retryAll(calls: readonly SubmitCall[]): void {
    this.#retries.pushFront(calls.filter((call) => !call.isDone));
  }
}
