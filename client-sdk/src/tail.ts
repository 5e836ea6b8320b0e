// The committed log as an async iterator: transactions one by one, or in the batches in which they were committed.
import type { CommittedTransaction } from './api.ts';
import { invalid, LedgerlineError } from './errors.ts';
import type { TailBatch } from './messages.ts';
import { splitTransactions } from './stream-codec.ts';
import type { TailReader } from './tail-reader.ts';
import { parseTransaction, VOID_TYPE } from './transaction.ts';
import { Turns } from './turns.ts';
import { WireError } from './wire.ts';

interface TailRange {
  readonly partition: number;
  readonly from: number;
  readonly to: number | undefined;
}

/**
 * A tail of one partition: iterate over it once, with `for await`. It resumes by itself after any failure, never with a gap or a repeat; it throws
 * LedgerlineError when that is impossible, when its signal is aborted (ABORTED), and when the client closes (CLOSED).
 */
export class Tail implements AsyncIterable<CommittedTransaction>, AsyncDisposable {
  readonly #reader: TailReader;
  readonly #range: TailRange;
  #isTaken = false;
  /** The last offset handed out. */
  #delivered: number;

  constructor(reader: TailReader, range: TailRange) {
    this.#reader = reader;
    this.#range = range;
    this.#delivered = range.from - 1;
  }

  [Symbol.asyncIterator](): AsyncIterator<CommittedTransaction, undefined> {
    this.#take();
    let transactions: readonly CommittedTransaction[] = [];
    let position = 0;
    const turns = new Turns();
    const refill = async (): Promise<IteratorResult<CommittedTransaction, undefined>> => {
      const batch = await this.#nextBatch();
      const value = batch?.[0];
      if (batch === undefined || value === undefined) return { value: undefined, done: true };
      transactions = batch;
      position = 1;
      return { value, done: false };
    };
    const step = (): Promise<IteratorResult<CommittedTransaction, undefined>> => {
      const value = transactions[position];
      if (value === undefined || this.#reader.isCut) return refill();
      position++;
      return Promise.resolve({ value, done: false });
    };
    return {
      next: () => (turns.isFree && position < transactions.length ? step() : turns.take(step)),
      return: async () => {
        this.#reader.close();
        return { value: undefined, done: true };
      },
    };
  }

  /** The same in batches, as they were committed: each an array of one transaction or more. */
  batches(): AsyncIterableIterator<readonly CommittedTransaction[], undefined> {
    this.#take();
    const turns = new Turns();
    const iterator: AsyncIterableIterator<readonly CommittedTransaction[], undefined> = {
      [Symbol.asyncIterator]: () => iterator,
      next: () =>
        turns.take(async () => {
          const value = await this.#nextBatch();
          return value === undefined ? { value, done: true } : { value, done: false };
        }),
      return: async () => {
        this.#reader.close();
        return { value: undefined, done: true };
      },
    };
    return iterator;
  }

  /** Ends the tail; the iteration ends too. Idempotent. */
  close(): void {
    this.#reader.cut();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  #take(): void {
    if (this.#isTaken) throw invalid('a tail can be iterated over once: call `tail()` again');
    this.#isTaken = true;
  }

  async #nextBatch(): Promise<readonly CommittedTransaction[] | undefined> {
    const { from, to } = this.#range;
    if (to !== undefined && from > to) {
      this.#reader.close();
      return undefined;
    }
    const batch = await this.#reader.next();
    if (batch === undefined) return undefined;
    try {
      const transactions = batchTransactions(batch, { ...this.#range, from: this.#delivered + 1 });
      this.#delivered += transactions.length;
      return transactions;
    } catch (cause) {
      // What was received after it must not be handed out as if it came next.
      this.#reader.cut();
      if (!(cause instanceof WireError)) throw cause;
      throw new LedgerlineError('PROTOCOL', `the entry at index ${batch.index} is unreadable: ${cause.message}`, {
        offset: batch.firstOffset,
        cause,
      });
    }
  }
}

/** The transactions of a batch that lie in the range. Throws WireError. */
function batchTransactions(batch: TailBatch, range: TailRange): CommittedTransaction[] {
  const encoded = splitTransactions(batch.transactions);
  if (encoded.length !== batch.count) throw new WireError(`it holds ${encoded.length} transactions, not ${batch.count}`);
  const transactions: CommittedTransaction[] = [];
  for (const [position, bytes] of encoded.entries()) {
    const offset = batch.firstOffset + position;
    if (offset < range.from) continue;
    if (range.to !== undefined && offset > range.to) break;
    const { type, header, key, seen, locks, data, deltas } = parseTransaction(bytes);
    transactions.push({
      partition: range.partition,
      offset,
      index: batch.index,
      term: batch.term,
      timestamp: batch.timestamp,
      type,
      header,
      key: key.kind === 'generated' ? { generated: key.bytes } : { named: key.bytes },
      seen,
      locks,
      data,
      deltas,
      isVoid: type === VOID_TYPE,
    });
  }
  return transactions;
}
