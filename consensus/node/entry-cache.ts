// The newest entries of one log in memory, durable or still being written: what followers, appliers and readers at the head need.
// Entries leave from the front, oldest first, once they are durable and the cache is over its bytes.
import { assert } from '../assert.ts';
import { ENTRY_OVERHEAD_BYTES } from '../limits.ts';
import type { Entry } from '../types.ts';

export class EntryCache {
  /** `entries[head]` is the oldest; slots before `head` are free. */
  #entries: (Entry | undefined)[] = [];
  #head = 0;
  #bytes = 0;
  readonly #bytesMax: number;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Index of the oldest entry held; one past the last if there is none. */
  get #firstIndex(): number {
    return this.#entries[this.#head]?.index ?? 0;
  }

  get(index: number): Entry | undefined {
    const first = this.#firstIndex;
    return first === 0 || index < first ? undefined : this.#entries[this.#head + index - first];
  }

  /** Adds the entry; whatever is held at its index or above is void (a conflicting suffix). */
  put(entry: Entry): void {
    while (this.#entries.length > this.#head && this.#last().index >= entry.index) this.#bytes -= bytesOf(this.#popLast());
    if (this.#entries.length === this.#head) this.#clear();
    else assert(this.#last().index === entry.index - 1, 'cached entries are consecutive');
    this.#entries.push(entry);
    this.#bytes += bytesOf(entry);
  }

  /** Forgets everything: the log starts anew. */
  clear(): void {
    this.#clear();
  }

  /** Drops old entries while over the limit, but none above `durableIndex` and never the newest. */
  evict(durableIndex: number): void {
    while (this.#bytes > this.#bytesMax && this.#entries.length - this.#head > 1) {
      const oldest = this.#entries[this.#head];
      if (oldest === undefined || oldest.index > durableIndex) break;
      this.#bytes -= bytesOf(oldest);
      this.#entries[this.#head++] = undefined;
    }
    if (this.#head > 1024 && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }

  /** Index of the newest entry held whose `firstOffset` is at most `offset`; `undefined` if the cache does not reach back so far. */
  indexAtOffset(offset: number): number | undefined {
    let low = this.#head;
    let high = this.#entries.length - 1;
    const oldest = this.#entries[low];
    if (oldest === undefined || oldest.firstOffset > offset) return undefined;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && entry.firstOffset <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#entries[low]?.index;
  }

  #last(): Entry {
    const entry = this.#entries[this.#entries.length - 1];
    assert(entry !== undefined, 'the cache is not empty');
    return entry;
  }

  #popLast(): Entry {
    const entry = this.#last();
    this.#entries.pop();
    return entry;
  }

  #clear(): void {
    this.#entries = [];
    this.#head = 0;
    this.#bytes = 0;
  }
}

function bytesOf(entry: Entry): number {
  return entry.payload.length + ENTRY_OVERHEAD_BYTES;
}
