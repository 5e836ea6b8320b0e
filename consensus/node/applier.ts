// Applies committed entries to the ledger in log order, from the cache at the head and from the log when catching up, and keeps the
// named-key index behind it: named keys stay in memory until the index holds them durably.
import { assert } from '../assert.ts';
import { batchRows } from '../batch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { KEY_INDEX_WRITE_MS, NAMED_KEYS_PENDING_MAX, READ_BYTES_MAX } from '../limits.ts';
import type { Cancel, KeyIndex, Timers } from '../ports.ts';
import type { Entry } from '../types.ts';
import type { EntryReader } from './entry-reader.ts';

/** Named keys of one write of the index: DESIGN §6 measured 25 µs each. */
const KEYS_PER_WRITE = 4096;

export interface ApplierOptions {
  readonly partition: number;
  readonly ledger: Ledger;
  readonly reader: EntryReader;
  readonly keyIndex: KeyIndex;
  readonly timers: Timers;
  /** These entries, in order, are applied. */
  readonly onApplied: (entries: readonly Entry[]) => void;
  readonly onFailure: (error: unknown) => void;
}

export class Applier {
  readonly #options: ApplierOptions;
  readonly #cancelIndexTimer: Cancel;
  #committedIndex = 0;
  #running = false;
  #closed = false;
  #indexing: Promise<void> | undefined;
  /** Index of the last applied entry. */
  appliedIndex = 0;

  constructor(options: ApplierOptions) {
    this.#options = options;
    this.#cancelIndexTimer = options.timers.every(KEY_INDEX_WRITE_MS, () => {
      if (!this.#closed) void this.#writeIndex().catch(options.onFailure);
    });
  }

  /** Everything up to `index` is committed and durable here. */
  commit(index: number): void {
    assert(index > this.#committedIndex, 'commits move on');
    this.#committedIndex = index;
    if (this.#running || this.#closed) return;
    this.#applyCached();
    if (this.appliedIndex < this.#committedIndex) void this.#applyAll().catch(this.#options.onFailure);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelIndexTimer();
    await this.#indexing;
  }

  #applyCached(): void {
    if (this.#isIndexBehind()) return;
    const entries = this.#options.reader.cached(this.appliedIndex + 1, this.#committedIndex);
    if (entries !== undefined) this.#applyEntries(entries);
  }

  async #applyAll(): Promise<void> {
    this.#running = true;
    while (this.appliedIndex < this.#committedIndex && !this.#closed) {
      while (this.#isIndexBehind() && !this.#closed) await this.#writeIndex();
      const from = this.appliedIndex + 1;
      const entries = await this.#options.reader.read({ from, to: this.#committedIndex, bytesMax: READ_BYTES_MAX });
      if (this.#closed) break;
      assert(entries.length > 0, 'committed entries are in the log');
      this.#applyEntries(entries);
    }
    this.#running = false;
  }

  #applyEntries(entries: readonly Entry[]): void {
    for (const entry of entries) {
      assert(entry.index === this.appliedIndex + 1, 'entries are applied one after the other');
      if (entry.type === 'batch') {
        this.#options.ledger.apply({ firstOffset: entry.firstOffset, rows: batchRows(entry.payload, entry.count) });
      }
      this.appliedIndex = entry.index;
    }
    if (entries.length > 0) this.#options.onApplied(entries);
  }

  #isIndexBehind(): boolean {
    return this.#options.ledger.namedKeysPending >= NAMED_KEYS_PENDING_MAX;
  }

  /** Writes what named keys memory holds; one write at a time. */
  #writeIndex(): Promise<void> {
    this.#indexing ??= this.#writeIndexOnce().finally(() => {
      this.#indexing = undefined;
    });
    return this.#indexing;
  }

  async #writeIndexOnce(): Promise<void> {
    const { keys, appliedOffset } = this.#options.ledger.namedKeysToIndex(KEYS_PER_WRITE);
    if (keys.length === 0) return;
    await this.#options.keyIndex.put(this.#options.partition, keys, appliedOffset);
    this.#options.ledger.namedKeysIndexed(appliedOffset);
  }
}
