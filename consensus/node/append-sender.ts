// Fills in the bytes of appends to one follower, in order. The core names terms, never payloads: if the bytes found differ from what the
// core named (the log was overwritten meanwhile), the append is dropped and replication recovers as from any lost message.
import { READ_BYTES_MAX } from '../limits.ts';
import type { Append, PeerMessage } from '../messages.ts';
import type { Entry } from '../types.ts';
import type { EntryReader } from './entry-reader.ts';

/** Chain digest before index 1. */
export const ZERO_DIGEST = new Uint8Array(32);

export class AppendSender {
  readonly #partition: number;
  readonly #reader: EntryReader;
  readonly #send: (message: PeerMessage) => void;
  readonly #onFailure: (error: unknown) => void;
  #waiting: Append[] = [];
  #reading = false;
  /** Entries read ahead of what was asked for: a follower that catches up asks for the next ones soon. */
  #ahead: Entry[] = [];

  constructor(options: {
    readonly partition: number;
    readonly reader: EntryReader;
    readonly send: (message: PeerMessage) => void;
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#partition = options.partition;
    this.#reader = options.reader;
    this.#send = options.send;
    this.#onFailure = options.onFailure;
  }

  push(append: Append): void {
    if (!this.#reading && this.#trySend(append)) return;
    this.#waiting.push(append);
    if (!this.#reading) void this.#drain().catch(this.#onFailure);
  }

  async #drain(): Promise<void> {
    this.#reading = true;
    try {
      for (let append = this.#waiting.shift(); append !== undefined; append = this.#waiting.shift()) {
        if (!this.#trySend(append)) await this.#fetchAndSend(append);
      }
    } finally {
      this.#reading = false;
      this.#ahead = [];
    }
  }

  /** Sends if everything needed is in the cache or read ahead. */
  #trySend(append: Append): boolean {
    const from = append.previousIndex;
    const to = from + append.terms.length;
    const entries = this.#reader.cached(Math.max(from, 1), to) ?? this.#takeAhead(Math.max(from, 1), to);
    if (entries === undefined) return false;
    this.#sendEntries(append, entries);
    return true;
  }

  async #fetchAndSend(append: Append): Promise<void> {
    const to = append.previousIndex + append.terms.length;
    const entries: Entry[] = [];
    for (let from = Math.max(append.previousIndex, 1); from <= to; ) {
      const read = await this.#reader.read({ from, to: to + READ_AHEAD_ENTRIES, bytesMax: READ_BYTES_MAX });
      if (read.length === 0) return;
      entries.push(...read);
      from += read.length;
    }
    const wanted = to - Math.max(append.previousIndex, 1) + 1;
    this.#ahead = entries.slice(Math.max(0, wanted - 1));
    this.#sendEntries(append, entries.slice(0, wanted));
  }

  #takeAhead(from: number, to: number): Entry[] | undefined {
    const start = from - (this.#ahead[0]?.index ?? from + 1);
    if (start < 0 || start + (to - from) >= this.#ahead.length) return undefined;
    const taken = this.#ahead.slice(start, start + to - from + 1);
    this.#ahead = this.#ahead.slice(start + to - from);
    return taken;
  }

  /** `found` begins with the entry at `previousIndex`, unless that is 0. */
  #sendEntries(append: Append, found: readonly Entry[]): void {
    const previous = append.previousIndex === 0 ? undefined : found[0];
    const entries = append.previousIndex === 0 ? found : found.slice(1);
    if (append.previousIndex > 0 && previous?.term !== append.previousTerm) return;
    if (entries.length !== append.terms.length || !entries.every((entry, at) => entry.term === append.terms[at])) return;
    this.#send({ partition: this.#partition, message: append, entries, digestBefore: previous?.digest ?? ZERO_DIGEST });
  }
}

/** How far a read for a follower that catches up may run ahead of what was asked for, within `READ_BYTES_MAX`. */
const READ_AHEAD_ENTRIES = 1024;
