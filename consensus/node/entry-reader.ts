// Reads entries wherever they are: from the cache at once, from the log when they are older. One reader a partition. Knows when the log must not
// be read because it starts anew, and tells of damage; repairing is the repairer's.
import { DamagedEntriesError } from '../damage.ts';
import type { PartitionStorage } from '../ports.ts';
import type { Entry } from '../types.ts';
import type { EntryCache } from './entry-cache.ts';

export class EntryReader {
  readonly #cache: EntryCache;
  readonly #storage: PartitionStorage;
  readonly #onDamage: (error: DamagedEntriesError) => void;
  /** Resets of the log that were queued and are not durable yet. */
  #resetting = 0;
  #resets = 0;

  constructor(cache: EntryCache, storage: PartitionStorage, onDamage: (error: DamagedEntriesError) => void) {
    this.#cache = cache;
    this.#storage = storage;
    this.#onDamage = onDamage;
  }

  /** The log is about to start anew: what it holds now is void. */
  resetBegins(): void {
    this.#resetting++;
    this.#resets++;
  }

  resetEnds(): void {
    this.#resetting--;
  }

  /** `from`..`to` if the cache holds them all. */
  cached(from: number, to: number): Entry[] | undefined {
    const entries: Entry[] = [];
    for (let index = from; index <= to; index++) {
      const entry = this.#cache.get(index);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    return entries;
  }

  /**
   * Entries from `from` on, at most to `to`: at least one, and more as `PartitionStorage.read` says; none if the log does not (or no
   * longer) hold `from`. What it returns may have been cut off the log meanwhile: the caller checks terms where that matters. Rejects with
   * `DamagedEntriesError`, of which the repairer then knows already.
   */
  async read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const entries = this.#readCached(options);
    if (entries.length > 0) return entries;
    return (
      (await this.#unlessGone(
        () => options.from <= this.#storage.base.index,
        () => this.#readStored(options),
      )) ?? []
    );
  }

  /** Index of the durable batch that holds the transaction at `offset`, if it is (still) here. */
  async indexOfOffset(offset: number): Promise<number | undefined> {
    const cached = this.#cache.indexAtOffset(offset);
    if (cached !== undefined) return cached;
    if (this.#resetting > 0 || offset < this.#storage.base.nextOffset) return undefined;
    return this.#unlessGone(
      () => offset < this.#storage.base.nextOffset,
      () => this.#storage.indexOfOffset(offset),
    );
  }

  async #readStored(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const to = Math.min(options.to, this.#storage.lastIndex);
    if (this.#resetting > 0 || options.from > to || options.from <= this.#storage.base.index) return [];
    return this.#storage.read({ ...options, to });
  }

  /** `undefined` if what was read was compacted (`isCompacted`), or the log started anew, in the meantime, whatever became of the read. */
  async #unlessGone<T>(isCompacted: () => boolean, read: () => Promise<T>): Promise<T | undefined> {
    const resets = this.#resets;
    try {
      const value = await read();
      return resets === this.#resets ? value : undefined;
    } catch (error) {
      if (resets !== this.#resets || isCompacted()) return undefined;
      if (error instanceof DamagedEntriesError) this.#onDamage(error);
      throw error;
    }
  }

  #readCached(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Entry[] {
    const entries: Entry[] = [];
    let bytes = 0;
    for (let index = options.from; index <= options.to && bytes < options.bytesMax; index++) {
      const entry = this.#cache.get(index);
      if (entry === undefined) break;
      entries.push(entry);
      bytes += entry.payload.length;
    }
    return entries;
  }
}
