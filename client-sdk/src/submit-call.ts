// One submit from the caller's promise to its settlement: how often it was sent, whether an attempt is unsettled, and the error that says so.
// The submitter moves it between queue and streams.

import type { Abortable } from './abort-hub.ts';
import type { ErrorCode, KeyInput, SubmitReceipt } from './api.ts';
import { LedgerlineError } from './errors.ts';
import type { Outcome, WireRefusal } from './messages.ts';
import type { CallScope } from './scope.ts';
import type { Timed } from './ticker.ts';

/** Who is told when the call's time is over or its signal aborted. */
export interface SubmitCallOwner {
  expire(call: SubmitCall): void;
  abort(call: SubmitCall, reason: unknown): void;
}

export interface SubmitCallOptions {
  readonly owner: SubmitCallOwner;
  readonly partition: number;
  readonly bytes: Buffer;
  readonly key: KeyInput;
  readonly keyAt: number;
  readonly seen: number | undefined;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (receipt: SubmitReceipt) => void;
  readonly reject: (error: unknown) => void;
}

export class SubmitCall implements Timed, Abortable {
  dueTick = 0;
  key: KeyInput;
  attempts = 0;
  /** Sent, and the stream has not answered yet. */
  isInFlight = false;
  /** An earlier attempt was never answered, or with `unknown`: it may be in the log. */
  isUnsettled = false;
  isDone = false;
  /** The last attempt that was answered was refused for want of space. */
  wasWithoutSpace = false;
  /** When the node first said that its log is not as far as `seen` or birth, milliseconds on the monotonic clock. */
  aheadSince: number | undefined;
  readonly partition: number;
  readonly bytes: Buffer;
  readonly keyAt: number;
  readonly seen: number | undefined;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  readonly #owner: SubmitCallOwner;
  readonly #resolve: (receipt: SubmitReceipt) => void;
  readonly #reject: (error: unknown) => void;

  constructor(options: SubmitCallOptions) {
    this.#owner = options.owner;
    this.partition = options.partition;
    this.bytes = options.bytes;
    this.key = options.key;
    this.keyAt = options.keyAt;
    this.seen = options.seen;
    this.deadlineMs = options.deadlineMs;
    this.signal = options.signal;
    this.#resolve = options.resolve;
    this.#reject = options.reject;
  }

  onTime(): void {
    this.#owner.expire(this);
  }

  onAbort(reason: unknown): void {
    this.#owner.abort(this, reason);
  }

  get isGenerated(): boolean {
    return 'generated' in this.key;
  }

  /** What is known of all attempts together. */
  get outcome(): Outcome {
    return this.isUnsettled || this.isInFlight ? 'unknown' : 'none';
  }

  /** Puts another generated key in the place of the first. Only while every attempt was answered `none`, so that nothing is under the old one. */
  rekey(key: Uint8Array): void {
    this.bytes.set(key, this.keyAt);
    this.key = { generated: key };
  }

  succeed({ offset, duplicate, durable }: Pick<SubmitReceipt, 'offset' | 'duplicate' | 'durable'>): void {
    this.isDone = true;
    this.#resolve({ partition: this.partition, offset, duplicate, durable, key: this.key });
  }

  fail(error: LedgerlineError): void {
    this.isDone = true;
    this.#reject(error);
  }

  /** The error for a refusal that ends the call. A stable one settles all earlier attempts too. */
  refusalError(refusal: WireRefusal, isStable: boolean): LedgerlineError {
    const code: ErrorCode = errorCode(refusal);
    return new LedgerlineError(code, refusalText(refusal), {
      outcome: isStable ? 'none' : this.outcome,
      attempts: this.attempts,
      key: this.key,
      lock: refusal.lock,
      offset: refusal.offset,
    });
  }

  error(code: ErrorCode, message: string, cause?: unknown): LedgerlineError {
    return new LedgerlineError(code, message, { outcome: this.outcome, attempts: this.attempts, key: this.key, cause });
  }
}

/** The error for a refusal that ends a call which is not a submit. */
export function refusalError(scope: CallScope, refusal: WireRefusal): LedgerlineError {
  return new LedgerlineError(errorCode(refusal), refusalText(refusal), {
    outcome: scope.isUnsettled ? 'unknown' : refusal.outcome,
    attempts: scope.attempts,
    key: scope.key,
    unknownHint: scope.unknownHint,
    offset: refusal.offset,
  });
}

/** Refusals by which a node says that it is not the one to ask become NO_QUORUM if they end a call. */
function errorCode(refusal: WireRefusal): ErrorCode {
  switch (refusal.code) {
    case 'READ_LOCK_WITHOUT_SEEN':
      return 'INVALID';
    case 'NOT_LEADER':
    case 'LEADERSHIP_LOST':
    case 'SHUTTING_DOWN':
      return 'NO_QUORUM';
    default:
      return refusal.code;
  }
}

/** A sentence for people. */
function refusalText(refusal: WireRefusal): string {
  const { offset } = refusal;
  switch (refusal.code) {
    case 'CONFLICT':
      return `lock ${printable(refusal.lock)} was taken at offset ${offset}`;
    case 'STALE':
      return `\`seen\` is below the horizon ${offset}: conflicts can no longer be ruled out`;
    case 'SEEN_AHEAD':
      return `\`seen\` is beyond the committed offset ${offset}`;
    case 'VOID':
      return `the key was settled as void at offset ${offset}`;
    case 'KEY_REUSED':
      return `the key belongs to another transaction, at offset ${offset}`;
    case 'KEY_EXPIRED':
      return `the key was born before offset ${offset}, the oldest that is remembered`;
    case 'READ_LOCK_WITHOUT_SEEN':
      return 'a read lock needs `seen`';
    default:
      return refusal.detail ?? `refused: ${refusal.code}`;
  }
}

function printable(name: Uint8Array | undefined): string {
  return name === undefined ? '' : JSON.stringify(Buffer.from(name).toString('utf8'));
}
