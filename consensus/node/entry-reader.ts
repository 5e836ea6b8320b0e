// Reads entries wherever they are: from the cache at once, from the log when they are older. One reader a partition.
import type { PartitionStorage } from '../ports.ts';
import type { Entry } from '../types.ts';
import type { EntryCache } from './entry-cache.ts';

export class EntryReader {
  readonly #cache: EntryCache;
  readonly #storage: PartitionStorage;

  constructor(cache: EntryCache, storage: PartitionStorage) {
    this.#cache = cache;
    this.#storage = storage;
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
   * Entries from `from` on, at most to `to`, at least one, and no more once payloads pass `bytesMax`; none if the log does not (or no
   * longer) hold `from`. What it returns may have been cut off the log meanwhile: the caller checks terms where that matters.
   */
  async read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const entries = this.#readCached(options);
    if (entries.length > 0) return entries;
    const to = Math.min(options.to, this.#storage.lastIndex);
    return options.from > to ? [] : this.#storage.read({ ...options, to });
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
