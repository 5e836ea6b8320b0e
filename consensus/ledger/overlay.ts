// The leader's own pending transactions: admitted and in the log, not yet applied. Belongs to one term of one leader; when that ends all
// of it goes. What it says is true only once the transaction at the offset it names has committed.
import { assert } from '../assert.ts';
import type { BatchRow } from '../batch.ts';
import type { Key, Submission } from '../types.ts';
import { IdTable } from './id-table.ts';
import { idText } from './named-keys.ts';

/** The transaction that holds a key. `content` is known of named keys only. */
export interface KeyHolder {
  readonly offset: number;
  readonly isVoid: boolean;
  readonly content: Uint8Array | undefined;
}

/** Unbounded tables: the driver bounds how many transactions are pending (`PENDING_TRANSACTIONS_MAX`). */
const NO_LIMIT = Number.POSITIVE_INFINITY;

export class Overlay {
  #count = 0;
  #generatedKeys = new IdTable(NO_LIMIT);
  #namedKeys = new Map<string, KeyHolder>();
  #writers = new IdTable(NO_LIMIT);

  /** Pending transactions. */
  get count(): number {
    return this.#count;
  }

  /** The pending transaction under this key. */
  holderOf(key: Key): KeyHolder | undefined {
    if (this.#count === 0) return undefined;
    if (key.kind === 'named') return this.#namedKeys.get(idText(key.id));
    const offset = this.#generatedKeys.offsetOf(key.id);
    return offset === 0 ? undefined : { offset, isVoid: this.#generatedKeys.isMarked(key.id), content: undefined };
  }

  /** Offset of the newest pending transaction that records this lock, 0 if there is none. */
  writerOf(lockId: Uint8Array): number {
    return this.#count === 0 ? 0 : this.#writers.offsetOf(lockId);
  }

  /** Adds the submission that was admitted at `offset`, the one after the last. */
  add(submission: Submission, offset: number): void {
    const { key, isVoid, content } = submission;
    if (key.kind === 'named') {
      this.#namedKeys.set(idText(key.id), { offset, isVoid, content });
    } else {
      this.#generatedKeys.put(key.id, offset);
      if (isVoid) this.#generatedKeys.mark(key.id);
    }
    for (const lock of submission.locks) if (lock.mode !== 'read') this.#writers.put(lock.id, offset);
    this.#count++;
  }

  /** The oldest pending transaction is applied at `offset`; throws unless the log holds, there, what was admitted for it. */
  removeOldest(row: BatchRow, offset: number): void {
    if (row.keyKind === 'named') {
      const text = idText(row.keyId);
      assert(this.#namedKeys.get(text)?.offset === offset, 'the log holds the named key that was admitted');
      this.#namedKeys.delete(text);
    } else {
      assert(this.#generatedKeys.offsetOf(row.keyId) === offset, 'the log holds the generated key that was admitted');
      this.#generatedKeys.dropThrough(offset);
    }
    this.#writers.dropThrough(offset);
    this.#count--;
  }

  /** Forgets all pending transactions, and the room that they took. */
  clear(): void {
    if (this.#count === 0) return;
    this.#count = 0;
    this.#generatedKeys = new IdTable(NO_LIMIT);
    this.#namedKeys = new Map();
    this.#writers = new IdTable(NO_LIMIT);
  }
}
