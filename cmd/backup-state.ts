// What the deltas of a history amount to, worked out from its entries alone, in a state store of its own: a second opinion on what a cluster and a restored
// node say of their states.
import { createHash } from 'node:crypto';
import { deltasOf, splitTransactions } from '@ledgerline/client/internal';
import { batchTransactions } from '../consensus/batch.ts';
import { STATE_WRITE_BYTES, STORE_LOAD_PAIRS } from '../consensus/limits.ts';
import type { SnapshotRecord, StateChange, StateStore } from '../consensus/ports.ts';
import { statePairs, statePairsOf, stateRecords } from '../consensus/snapshot-records.ts';
import type { Entry, LogBase } from '../consensus/types.ts';

export class StateFold {
  readonly #store: StateStore;
  readonly #partition: number;
  /** Where a digest is wanted. */
  readonly #markIndex: number | undefined;
  #changes: StateChange[] = [];
  #changesBytes = 0;
  #index = 0;
  #nextOffset = 1;
  #markDigest: Uint8Array | undefined;

  constructor(store: StateStore, options: { readonly partition: number; readonly markIndex: number | undefined }) {
    this.#store = store;
    this.#partition = options.partition;
    this.#markIndex = options.markIndex;
  }

  /** Digest of the state at the mark, once that is passed. */
  get markDigest(): Uint8Array | undefined {
    return this.#markDigest;
  }

  /** Begins with what a snapshot holds instead of with nothing. */
  async load(base: LogBase, records: AsyncIterable<SnapshotRecord>): Promise<void> {
    const progress = { index: base.index, offset: base.nextOffset - 1 };
    await this.#store.load(this.#partition, statePairs(stateOf(records)), progress);
    await this.#reach(base.index, base.nextOffset);
  }

  async add(entry: Entry): Promise<void> {
    if (entry.type === 'batch') {
      for (const transaction of splitTransactions(batchTransactions(entry.payload))) {
        for (const delta of deltasOf(transaction)) {
          if (delta.kind === 'record') continue;
          const value = delta.kind === 'put' ? delta.value : undefined;
          this.#changes.push({ key: delta.key, value });
          this.#changesBytes += delta.key.length + (value?.length ?? 0);
        }
      }
    }
    await this.#reach(entry.index, entry.firstOffset + entry.count);
    if (this.#changesBytes >= STATE_WRITE_BYTES || this.#changes.length >= STORE_LOAD_PAIRS) await this.#flush();
  }

  /** SHA-256 of the state as it is now, as snapshots have it. */
  async digest(): Promise<Uint8Array> {
    await this.#flush();
    const view = await this.#store.view(this.#partition);
    const hash = createHash('sha256');
    try {
      for await (const record of stateRecords(statePairsOf(view))) hash.update(record);
    } finally {
      await view.close();
    }
    return new Uint8Array(hash.digest());
  }

  async #reach(index: number, nextOffset: number): Promise<void> {
    this.#index = index;
    this.#nextOffset = nextOffset;
    if (index === this.#markIndex) this.#markDigest = await this.digest();
  }

  async #flush(): Promise<void> {
    const changes = this.#changes;
    this.#changes = [];
    this.#changesBytes = 0;
    if (changes.length > 0) await this.#store.apply(this.#partition, changes, { index: this.#index, offset: this.#nextOffset - 1 });
  }
}

async function* stateOf(records: AsyncIterable<SnapshotRecord>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { section, bytes } of records) if (section === 'state') yield bytes;
}
