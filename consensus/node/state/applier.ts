// Applies committed entries to the ledger in log order, from the cache at the head and from the log when catching up, and keeps the
// named-key index behind it: named keys stay in memory until the index holds them durably. Hands what was applied to the state, and waits where either
// is too far behind, or entries are damaged.
import { assert } from '../../assert.ts';
import { batchRows } from '../../batch.ts';
import { DamagedEntriesError } from '../../damage.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { KEY_INDEX_WRITE_MS, NAMED_KEYS_PENDING_MAX, READ_BYTES_MAX } from '../../limits.ts';
import type { Cancel, KeyIndex, StateProgress, Timers } from '../../ports.ts';
import type { Entry } from '../../types.ts';
import type { EntryReader } from '../entry-reader.ts';
import type { Pauses } from '../pauses.ts';
import type { StateApplier } from './state-applier.ts';

/** Named keys of one write of the index: DESIGN §6 measured 25 µs each. */
const KEYS_PER_WRITE = 4096;

export interface ApplierOptions {
  readonly partition: number;
  readonly ledger: Ledger;
  readonly reader: EntryReader;
  readonly keyIndex: KeyIndex;
  readonly state: StateApplier;
  readonly timers: Timers;
  readonly pauses: Pauses;
  /** What a snapshot that was restored covers; 0 without one. */
  readonly appliedIndex: number;
  /** The key index is complete up to this offset. */
  readonly indexedThrough: number;
  /** A snapshot-point is applied, and nothing after it. */
  readonly onSnapshotPoint: (entry: Entry) => void;
  /** These entries, in order, are applied. */
  readonly onApplied: (entries: readonly Entry[]) => void;
  /** Resolves when it is time to look again whether damaged entries can be read now, or the partition closes. */
  readonly repaired: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

export class Applier {
  readonly #options: ApplierOptions;
  readonly #cancelIndexTimer: Cancel;
  #committedIndex: number;
  /** The run that reads ahead of the cache, if there is one; another number means that it is over. */
  #run = 0;
  #isRunning = false;
  #isPaused = false;
  #closed = false;
  #indexing: Promise<void> | undefined;
  /** Index of the last applied entry. */
  appliedIndex: number;
  /** The key index says that it is complete up to this offset. */
  #indexedThrough: number;

  constructor(options: ApplierOptions) {
    this.#options = options;
    this.appliedIndex = options.appliedIndex;
    this.#committedIndex = options.appliedIndex;
    this.#indexedThrough = options.indexedThrough;
    this.#cancelIndexTimer = options.timers.every(KEY_INDEX_WRITE_MS, () => {
      if (!this.#closed && !this.#isPaused) void this.#writeIndex().catch(options.onFailure);
    });
  }

  /** Everything up to here is committed and durable here. */
  get committedIndex(): number {
    return this.#committedIndex;
  }

  /** Everything up to `index` is committed and durable here. */
  commit(index: number): void {
    assert(index > this.#committedIndex, 'commits move on');
    this.#committedIndex = index;
    this.#apply();
  }

  /** Applies nothing more until `resume`; resolves when the index is not written any more. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#isRunning = false;
    this.#run++;
    await this.#indexing;
  }

  /** Goes on behind the last entry of an installed snapshot; ledger and key index have what it has. */
  resume({ index, offset }: StateProgress): void {
    assert(this.#isPaused, 'only what was paused goes on');
    this.#isPaused = false;
    this.appliedIndex = index;
    this.#indexedThrough = offset;
    this.#committedIndex = Math.max(this.#committedIndex, index);
    this.#apply();
  }

  /** Resolves when the key index durably holds all named keys up to `offset`, and says so; `offset` is applied. */
  async indexThrough(offset: number): Promise<void> {
    const { ledger, keyIndex, partition } = this.#options;
    assert(offset <= ledger.appliedOffset, 'only what is applied can be in the index');
    while (this.#indexedThrough < offset && !this.#closed && !this.#isPaused) {
      if (this.#indexing !== undefined || ledger.namedKeysPending > 0) {
        await this.#writeIndex();
      } else {
        // Nothing to write, but the index does not say yet that it is complete so far.
        await this.#indexOnce(async () => {
          await keyIndex.put(partition, [], offset);
          this.#indexedThrough = offset;
        });
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelIndexTimer();
    await this.#indexing;
  }

  #apply(): void {
    if (this.#isRunning || this.#isPaused || this.#closed) return;
    this.#applyCached();
    if (this.appliedIndex < this.#committedIndex && !this.#isPaused) void this.#applyAll(++this.#run).catch(this.#options.onFailure);
  }

  #applyCached(): void {
    if (this.#isIndexBehind() || this.#options.state.isBehind) return;
    const entries = this.#options.reader.cached(this.appliedIndex + 1, this.#committedIndex);
    if (entries !== undefined) this.#applyEntries(entries);
  }

  async #applyAll(run: number): Promise<void> {
    this.#isRunning = true;
    // Once everything closes nothing that is waited for comes: what is awaited resolves at once, again and again.
    const isOver = () => this.#closed || this.#options.pauses.isClosed || run !== this.#run;
    while (this.appliedIndex < this.#committedIndex && !isOver()) {
      while (this.#isIndexBehind() && !isOver()) await this.#writeIndex();
      while (this.#options.state.isBehind && !isOver()) await this.#options.state.room();
      if (isOver()) return;
      const entries = await this.#readNext();
      if (isOver()) return;
      assert(entries === 'damaged' || entries.length > 0, 'committed entries are in the log');
      if (entries === 'damaged') await this.#options.repaired();
      else this.#applyEntries(entries);
    }
    if (!isOver()) this.#isRunning = false;
  }

  async #readNext(): Promise<Entry[] | 'damaged'> {
    try {
      return await this.#options.reader.read({ from: this.appliedIndex + 1, to: this.#committedIndex, bytesMax: READ_BYTES_MAX });
    } catch (error) {
      if (error instanceof DamagedEntriesError) return 'damaged';
      throw error;
    }
  }

  #applyEntries(entries: readonly Entry[]): void {
    const { ledger, state, onSnapshotPoint, onApplied } = this.#options;
    for (const entry of entries) {
      assert(entry.index === this.appliedIndex + 1, 'entries are applied one after the other');
      let hasDeltas = false;
      if (entry.type === 'batch') {
        const rows = batchRows(entry.payload, entry.count);
        ledger.apply({ firstOffset: entry.firstOffset, rows });
        hasDeltas = rows.some((row) => row.hasDeltas);
      }
      this.appliedIndex = entry.index;
      state.take(entry, { hasDeltas });
      if (entry.type === 'snapshot-point') onSnapshotPoint(entry);
    }
    if (entries.length > 0) onApplied(entries);
  }

  #isIndexBehind(): boolean {
    return this.#options.ledger.namedKeysPending >= NAMED_KEYS_PENDING_MAX;
  }

  /** Writes what named keys memory holds; one write at a time. */
  #writeIndex(): Promise<void> {
    return this.#indexOnce(() => this.#writeKeys());
  }

  #indexOnce(write: () => Promise<void>): Promise<void> {
    this.#indexing ??= write().finally(() => {
      this.#indexing = undefined;
    });
    return this.#indexing;
  }

  async #writeKeys(): Promise<void> {
    const { keys, appliedOffset } = this.#options.ledger.namedKeysToIndex(KEYS_PER_WRITE);
    if (keys.length === 0) return;
    await this.#options.keyIndex.put(this.#options.partition, keys, appliedOffset);
    this.#options.ledger.namedKeysIndexed(appliedOffset);
    this.#indexedThrough = appliedOffset;
  }
}
