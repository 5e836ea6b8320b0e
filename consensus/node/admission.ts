// From clients' messages to entries: waits for the end of the turn, looks unknown named keys up in the index, then admits everything that
// is ready and proposes it in one synchronous step, in the order of each stream. Refuses before anything is appended.

import { batchBytesOf } from '../batch.ts';
import type { Ledger, NamedKeyLookup } from '../ledger/ledger.ts';
import { BATCH_BYTES_MAX, BATCH_TRANSACTIONS_MAX, PENDING_BYTES_MAX, PENDING_TRANSACTIONS_MAX } from '../limits.ts';
import type { KeyIndex, Timers } from '../ports.ts';
import type { SubmitReply, SubmitStream } from '../service.ts';
import type { NodeId, Submission, SubmitResult } from '../types.ts';
import type { WaitingReplies } from './waiting-replies.ts';

/**
 * `starting`: leader, but its own no-op is not applied yet, so that nothing can be admitted (DESIGN §6). `handing-over`: another is to take over; what is submitted waits for what becomes of that.
 */
export type Leadership = 'none' | 'starting' | 'ready' | 'handing-over';

interface WaitingMessage {
  readonly submissions: readonly Submission[];
  readonly reply: SubmitReply;
  bytes: number;
  /** The next one to admit. */
  next: number;
  lookup: 'none' | 'running' | ReadonlyMap<Submission, NamedKeyLookup>;
}

interface Stream {
  messages: WaitingMessage[];
  closed: boolean;
}

export interface AdmissionOptions {
  readonly partition: number;
  readonly ledger: Ledger;
  readonly keyIndex: KeyIndex;
  readonly timers: Timers;
  readonly replies: WaitingReplies;
  readonly leadership: () => Leadership;
  readonly leader: () => NodeId | undefined;
  /** Too little space is free for anything more. */
  readonly isFull: () => boolean;
  /** Bytes appended and not yet applied, over all transactions. */
  readonly appendedBytes: () => number;
  /** Appends these batches, now: the caller is leader, so it cannot be refused. */
  readonly propose: (batches: readonly (readonly Submission[])[]) => void;
  readonly guard: (work: () => void) => void;
  readonly onFailure: (error: unknown) => void;
}

export class Admission {
  readonly #options: AdmissionOptions;
  readonly #streams = new Set<Stream>();
  #waitingTransactions = 0;
  #waitingBytes = 0;
  #flushing = false;

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  openStream(): SubmitStream {
    const stream: Stream = { messages: [], closed: false };
    this.#streams.add(stream);
    return {
      submit: (submissions, reply) => this.#submit(stream, { submissions, reply }),
      close: () => this.#closeStream(stream),
    };
  }

  /** Admits what waits, at the end of this turn. */
  schedule(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    this.#options.timers.endOfTurn(() => {
      this.#flushing = false;
      this.#options.guard(() => this.#flush());
    });
  }

  /** Leadership is lost or the node closes: nothing that waits was appended. */
  refuseWaiting(code: 'NOT_LEADER' | 'SHUTTING_DOWN'): void {
    const result = this.#refusal(code);
    for (const stream of this.#streams) {
      const messages = stream.messages;
      stream.messages = [];
      for (const message of messages) {
        const first = message.next;
        this.#forget(message);
        for (let at = first; at < message.submissions.length; at++) message.reply(at, result, false);
      }
    }
  }

  #submit(stream: Stream, message: Pick<WaitingMessage, 'submissions' | 'reply'>): void {
    let bytes = 0;
    for (const submission of message.submissions) bytes += submission.bytes.length;
    const refused = this.#refuseAtOnce(message.submissions.length, bytes);
    if (refused !== undefined) {
      for (let at = 0; at < message.submissions.length; at++) message.reply(at, refused, false);
      return;
    }
    const reply: SubmitReply = (position, result, isVoid) => {
      if (!stream.closed) message.reply(position, result, isVoid);
    };
    stream.messages.push({ submissions: message.submissions, reply, bytes, next: 0, lookup: 'none' });
    this.#waitingTransactions += message.submissions.length;
    this.#waitingBytes += bytes;
    this.schedule();
  }

  #refuseAtOnce(count: number, bytes: number): SubmitResult | undefined {
    if (this.#options.leadership() === 'none') return this.#refusal('NOT_LEADER');
    if (this.#options.isFull()) return { kind: 'refused', code: 'NO_SPACE', outcome: 'none' };
    const transactions = this.#waitingTransactions + this.#options.ledger.pendingCount + count;
    const allBytes = this.#waitingBytes + this.#options.appendedBytes() + bytes;
    if (transactions <= PENDING_TRANSACTIONS_MAX && allBytes <= PENDING_BYTES_MAX) return undefined;
    return { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
  }

  #refusal(code: 'NOT_LEADER' | 'SHUTTING_DOWN'): SubmitResult {
    const leader = this.#options.leader();
    return { kind: 'refused', code, outcome: 'none', ...(leader === undefined ? {} : { leader }) };
  }

  /** The client is gone. What it sent and was not admitted is dropped: it gets no answer, hence stays unknown to it. */
  #closeStream(stream: Stream): void {
    stream.closed = true;
    for (const message of stream.messages) this.#forget(message);
    stream.messages = [];
    this.#streams.delete(stream);
  }

  /** The message waits no longer; what of it was not admitted never will be. */
  #forget(message: WaitingMessage): void {
    this.#waitingTransactions -= message.submissions.length - message.next;
    this.#waitingBytes -= message.bytes;
    message.next = message.submissions.length;
    message.bytes = 0;
  }

  #flush(): void {
    if (this.#options.leadership() !== 'ready') return;
    const batches = new BatchBuilder();
    const lookups: { stream: Stream; message: WaitingMessage }[] = [];
    for (const stream of this.#streams) {
      for (let message = stream.messages[0]; message !== undefined; message = stream.messages[0]) {
        if (!this.#admitMessage(message, batches)) {
          if (message.lookup !== 'running') lookups.push({ stream, message });
          break;
        }
        this.#forget(message);
        stream.messages.shift();
      }
    }
    if (batches.batches.length > 0) this.#options.propose(batches.batches);
    if (lookups.length > 0) this.#lookUp(lookups.map(({ message }) => message));
  }

  /** Whether all of the message is admitted; if not, the rest needs a lookup in the index first. */
  #admitMessage(message: WaitingMessage, batches: BatchBuilder): boolean {
    if (message.lookup === 'running') return false;
    for (;;) {
      const submission = message.submissions[message.next];
      if (submission === undefined) return true;
      const lookup = message.lookup === 'none' ? undefined : message.lookup.get(submission);
      const admission = this.#options.ledger.admit(submission, lookup);
      if (admission.kind === 'lookup-needed') return false;
      // Counted before the reply, which may close the stream.
      const position = message.next++;
      this.#waitingTransactions--;
      const to = { reply: message.reply, position, isVoid: submission.isVoid };
      if (admission.kind === 'admitted') {
        this.#options.replies.addAppended(admission.offset, to);
        batches.add(submission);
      } else if (admission.kind === 'answered') {
        message.reply(position, admission.result, admission.isVoid);
      } else {
        const { result, isVoid, ifLost } = admission;
        this.#options.replies.addDependent(admission.offset, { to, result, isVoid, ifLost });
      }
    }
  }

  /** One `getMany` for all named keys that neither memory nor the overlay knows, of all messages that wait for one. */
  #lookUp(messages: readonly WaitingMessage[]): void {
    const { ledger, keyIndex, partition } = this.#options;
    const wanted: Submission[] = [];
    for (const message of messages) {
      message.lookup = 'running';
      for (let at = message.next; at < message.submissions.length; at++) {
        const submission = message.submissions[at];
        if (submission !== undefined && ledger.needsLookup(submission)) wanted.push(submission);
      }
    }
    const appliedOffset = ledger.appliedOffset;
    const done = keyIndex.getMany(
      partition,
      wanted.map((submission) => submission.key.id),
    );
    done.then((records) => {
      const found = new Map<Submission, NamedKeyLookup>();
      for (const [at, submission] of wanted.entries()) found.set(submission, { record: records[at], appliedOffset });
      for (const message of messages) message.lookup = found;
      this.schedule();
    }, this.#options.onFailure);
  }
}

/** Cuts what was admitted into batches of bounded size, in order. */
class BatchBuilder {
  readonly batches: Submission[][] = [];
  #current: Submission[] = [];
  #bytes = 0;

  add(submission: Submission): void {
    const bytes = batchBytesOf(submission);
    const full = this.#bytes + bytes > BATCH_BYTES_MAX || this.#current.length === BATCH_TRANSACTIONS_MAX;
    if (this.#current.length === 0 || full) {
      this.#current = [];
      this.batches.push(this.#current);
      this.#bytes = 0;
    }
    this.#current.push(submission);
    this.#bytes += bytes;
  }
}
