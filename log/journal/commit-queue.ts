// The group commit: all that waits becomes one write and one fdatasync, while the next group forms. Gives out the offsets, in the order of
// the calls, and switches segments between two writes. What a failure means for the rest is for journal.ts.
import type { Entry } from '../../consensus/types.ts';
import { alignUp } from '../bytes.ts';
import { frameBytes } from '../frame.ts';
import { logEndAfter } from '../log-end.ts';
import { END_MARK_BYTES, WRITE_ALIGNMENT, WRITE_HEADER_BYTES } from '../write-unit.ts';
import { failed, JournalError, withUnknownOutcome } from './errors.ts';
import { JOURNAL_WRITE_BYTES_MAX, JOURNAL_WRITE_TRANSACTIONS_MAX } from './limits.ts';
import type { SegmentChain } from './segment-chain.ts';
import { entryBehind } from './transaction.ts';

interface Waiting {
  readonly payload: Uint8Array;
  readonly resolve: (offset: number) => void;
  readonly reject: (error: JournalError) => void;
}

/** Bytes that one transaction takes in a segment, at most. */
export function transactionBytesOnDisk(payloadBytes: number): number {
  return alignUp(WRITE_HEADER_BYTES + frameBytes(payloadBytes) + END_MARK_BYTES, WRITE_ALIGNMENT);
}

export class CommitQueue {
  readonly #chain: SegmentChain;
  readonly #onCommitted: () => void;
  readonly #onFailure: (error: JournalError) => void;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #refusal: JournalError | undefined;
  #work: Promise<void> | undefined;
  #writes = 0;

  constructor(chain: SegmentChain, options: { readonly onCommitted: () => void; readonly onFailure: (error: JournalError) => void }) {
    this.#chain = chain;
    this.#onCommitted = options.onCommitted;
    this.#onFailure = options.onFailure;
  }

  /** Bytes that waiting transactions will take on the disk. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  get writes(): number {
    return this.#writes;
  }

  /** Resolves with the offset once it is durable. Rejects with `NO_SPACE`, or with why nothing is written any more. */
  add(payload: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.#refusal !== undefined) {
        reject(this.#refusal);
        return;
      }
      this.#waiting.push({ payload, resolve, reject });
      this.#waitingBytes += transactionBytesOnDisk(payload.length);
      this.#work ??= this.#run();
    });
  }

  /** Refuses what waits and whatever comes. The write under way goes on, and its transactions get its result. */
  refuse(error: JournalError): void {
    this.#refusal ??= error;
    this.#rejectWaiting(this.#refusal);
  }

  /** Resolves when nothing waits and nothing is being written. */
  async idle(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  async #run(): Promise<void> {
    // What commits in the same turn shares the first write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      if (group.length === 0) await this.#switchSegment();
      else await this.#write(group);
    }
    this.#work = undefined;
  }

  /** The waiting ones that fit into one write and into the segment. */
  #takeGroup(): Waiting[] {
    const bytesMax = Math.min(JOURNAL_WRITE_BYTES_MAX, this.#chain.current.room);
    let bytes = WRITE_HEADER_BYTES + END_MARK_BYTES;
    let count = 0;
    for (const { payload } of this.#waiting) {
      bytes += frameBytes(payload.length);
      const isFirstAndLarge = count === 0 && alignUp(bytes, WRITE_ALIGNMENT) <= this.#chain.current.room;
      if (!isFirstAndLarge && alignUp(bytes, WRITE_ALIGNMENT) > bytesMax) break;
      count++;
      if (count === JOURNAL_WRITE_TRANSACTIONS_MAX) break;
    }
    const group = this.#waiting.splice(0, count);
    for (const { payload } of group) this.#waitingBytes -= transactionBytesOnDisk(payload.length);
    return group;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    const entries: Entry[] = [];
    let end = this.#chain.end;
    for (const { payload } of group) {
      const entry = entryBehind(end, payload);
      entries.push(entry);
      end = logEndAfter(entry);
    }
    try {
      await this.#chain.current.append(entries);
    } catch (error) {
      const failure = failed(error);
      this.#onFailure(failure);
      for (const { reject } of group) reject(withUnknownOutcome(failure));
      return;
    }
    this.#writes++;
    for (const [at, { resolve }] of group.entries()) resolve(entries[at]?.index ?? 0);
    this.#onCommitted();
  }

  async #switchSegment(): Promise<void> {
    try {
      await this.#chain.beginNext('full');
      this.#onCommitted();
    } catch (error) {
      // Nothing has happened, and the next commit tries again.
      if (error instanceof JournalError && error.code === 'NO_SPACE') this.#rejectWaiting(error);
      else this.#onFailure(failed(error));
    }
  }

  #rejectWaiting(error: JournalError): void {
    this.#waitingBytes = 0;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
