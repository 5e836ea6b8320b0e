// One call that is not a submit: its deadline, its signal, its attempts, and the error that tells what became of it. `withScope` opens and closes it.

import { setMaxListeners } from 'node:events';
import { type Abortable, AbortHub } from './abort-hub.ts';
import type { CallOptions, ErrorCode, KeyInput } from './api.ts';
import { backoffMs, sleep, spaceMs } from './backoff.ts';
import type { Cluster } from './cluster.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { Ticker, type Timed } from './ticker.ts';

const DEADLINE_MS_MAX = 2 ** 31 - 1;

/** What all calls of one client share. */
export interface ClientContext {
  readonly cluster: Cluster;
  readonly ticker: Ticker;
  readonly aborts: AbortHub;
  /** Who must be told when the client closes. */
  readonly closing: Set<{ onClose(): void }>;
  readonly defaultDeadlineMs: number;
}

export function clientContext(cluster: Cluster, defaultDeadlineMs: number): ClientContext {
  return { cluster, ticker: new Ticker(), aborts: new AbortHub(), closing: new Set(), defaultDeadlineMs: checkDeadline(defaultDeadlineMs) };
}

/** Milliseconds, an integer from 1 to 2^31 - 1. Throws INVALID. */
export function checkDeadline(deadlineMs: number): number {
  if (!(deadlineMs >= 1 && deadlineMs <= DEADLINE_MS_MAX))
    throw invalid(`deadlineMs is ${deadlineMs}, not between 1 and ${DEADLINE_MS_MAX}`);
  return deadlineMs;
}

export class CallScope implements Timed, Abortable {
  dueTick = 0;
  /** How often the call was sent. */
  attempts = 0;
  /** An attempt was sent, and not answered with `none`. */
  isUnsettled = false;
  /** What went wrong last. */
  lastFailure: unknown;
  /** The last attempt was refused by a node that could not take it then. */
  lastBusy: { readonly code: 'OVERLOADED' | 'NO_SPACE'; readonly message: string } | undefined;
  /** What to do when the outcome is unknown; `undefined`: what is done about a transaction. */
  unknownHint: string | undefined;
  readonly partition: number;
  readonly key: KeyInput | undefined;
  readonly #context: ClientContext;
  readonly #deadlineMs: number;
  readonly #userSignal: AbortSignal | undefined;
  readonly #controller = new AbortController();
  readonly #startedAt = performance.now();
  #end: { readonly code: 'DEADLINE' | 'ABORTED' | 'CLOSED'; readonly cause: unknown } | undefined;

  constructor(context: ClientContext, options: CallOptions, about: { readonly partition: number; readonly key?: KeyInput | undefined }) {
    this.#context = context;
    this.#deadlineMs = checkDeadline(options.deadlineMs ?? context.defaultDeadlineMs);
    this.#userSignal = options.signal;
    this.partition = about.partition;
    this.key = about.key;
    // The calls of a status listen to one signal, as many as there are nodes and partitions.
    setMaxListeners(0, this.#controller.signal);
    context.ticker.add(this, this.#deadlineMs);
    context.closing.add(this);
    if (options.signal?.aborted) this.onAbort(options.signal.reason);
    else if (options.signal !== undefined) context.aborts.watch(options.signal, this);
  }

  /** Aborted when the call's time is over, its signal aborted, or the client closed. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#end !== undefined;
  }

  get remainingMs(): number {
    return Math.max(1, this.#deadlineMs - (performance.now() - this.#startedAt));
  }

  onTime(): void {
    this.#finish('DEADLINE', undefined);
  }

  onAbort(reason: unknown): void {
    this.#finish('ABORTED', reason);
  }

  onClose(): void {
    this.#finish('CLOSED', undefined);
  }

  #finish(code: 'DEADLINE' | 'ABORTED' | 'CLOSED', cause: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { code, cause };
    this.#controller.abort();
  }

  /** Throws the error of a call that is over. */
  check(): void {
    if (this.#end !== undefined) throw this.failure();
  }

  /** Waits before the next attempt. Rejects when the call is over. */
  async backoff(failures: number): Promise<void> {
    this.check();
    await sleep(this.lastBusy?.code === 'NO_SPACE' ? spaceMs() : backoffMs(failures), this.signal);
    this.check();
  }

  /** The error of a call that is over, or of one that cannot go on for `code`. */
  failure(code?: ErrorCode, message?: string): LedgerlineError {
    const end = this.#end;
    const details = {
      outcome: this.isUnsettled ? ('unknown' as const) : ('none' as const),
      attempts: this.attempts,
      key: this.key,
      unknownHint: this.unknownHint,
      cause: end?.cause ?? this.lastFailure ?? this.#context.cluster.lastFailure,
    };
    if (end === undefined || code !== undefined) return new LedgerlineError(code ?? 'UNREACHABLE', message ?? 'the call failed', details);
    if (end.code === 'ABORTED') return new LedgerlineError('ABORTED', 'the call was aborted by its signal', details);
    if (end.code === 'CLOSED') return new LedgerlineError('CLOSED', 'the client was closed', details);
    if (this.lastBusy !== undefined) return new LedgerlineError(this.lastBusy.code, this.lastBusy.message, details);
    const trouble = this.#context.cluster.trouble(this.partition);
    return new LedgerlineError(trouble, `${troubleText(trouble, this.partition)} within ${this.#deadlineMs} ms`, details);
  }

  dispose(): void {
    this.#context.ticker.remove(this);
    this.#context.closing.delete(this);
    if (this.#userSignal !== undefined) this.#context.aborts.unwatch(this.#userSignal, this);
  }
}

/** The beginning of a sentence that ends in "within ... ms". */
export function troubleText(trouble: 'UNREACHABLE' | 'NO_QUORUM' | 'DEADLINE', partition: number): string {
  if (trouble === 'UNREACHABLE') return 'no node answered';
  return trouble === 'NO_QUORUM' ? `partition ${partition} had no leader` : `partition ${partition} gave no answer`;
}

/** Runs `call` in a scope of its own. */
export async function withScope<T>(
  context: ClientContext,
  options: CallOptions & { readonly partition: number; readonly key?: KeyInput | undefined },
  call: (scope: CallScope) => Promise<T>,
): Promise<T> {
  const scope = new CallScope(context, options, options);
  try {
    scope.check();
    return await call(scope);
  } finally {
    scope.dispose();
  }
}
