// The end of a log in memory, written or not: what the next entry continues from. Composes entries in their place.
import type { ChainDigest } from '../ports.ts';
import type { Entry, EntryBody, LogBase } from '../types.ts';
import { ZERO_DIGEST } from './append-sender.ts';

export class LogTip {
  readonly #chainDigest: ChainDigest;
  index = 0;
  digest: Uint8Array = ZERO_DIGEST;
  timestamp = 0;
  /** The offset that the next transaction gets. */
  nextOffset = 1;

  constructor(chainDigest: ChainDigest) {
    this.#chainDigest = chainDigest;
  }

  /** Continues after `entry`. */
  moveTo(entry: Entry): void {
    this.index = entry.index;
    this.digest = entry.digest;
    this.timestamp = entry.timestamp;
    this.nextOffset = entry.firstOffset + entry.count;
  }

  /** Continues behind a base that a snapshot covers; `timestamp` is that of the entry there, as far as it is known. */
  moveToBase(base: LogBase, timestamp: number): void {
    this.index = base.index;
    this.digest = base.digest;
    this.timestamp = timestamp;
    this.nextOffset = base.nextOffset;
  }

  /** The entry that `body` becomes at `index`, after the entry with `previousDigest`. */
  entryAt(index: number, previousDigest: Uint8Array, body: EntryBody): Entry {
    const { term, type, timestamp, firstOffset, count, payload } = body;
    const digest = this.#chainDigest(previousDigest, index, body);
    return { index, term, type, timestamp, firstOffset, count, payload, previousDigest, digest };
  }

  /** Composes the next entry of a leader and moves on to it. No clock decides anything: timestamps never fall. */
  append(options: Pick<EntryBody, 'term' | 'type' | 'count' | 'payload'> & { readonly wallClock: number }): Entry {
    const { term, type, count, payload } = options;
    const body = { term, type, timestamp: Math.max(options.wallClock, this.timestamp), firstOffset: this.nextOffset, count, payload };
    const entry = this.entryAt(this.index + 1, this.digest, body);
    this.moveTo(entry);
    return entry;
  }
}
