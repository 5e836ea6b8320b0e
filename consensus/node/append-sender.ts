// Fills in the bytes of appends to one follower, in order. The core names terms, never payloads: if the bytes found differ from what the
// core named (the log was overwritten meanwhile), the append is dropped and replication recovers as from any lost message.
import { DamagedEntriesError } from '../damage.ts';
import { READ_BYTES_MAX } from '../limits.ts';
import type { Append, PeerMessage } from '../messages.ts';
import type { Entry, LogBase } from '../types.ts';
import type { EntryReader } from './entry-reader.ts';

/** Chain digest before index 1. */
export const ZERO_DIGEST = new Uint8Array(32);

export class AppendSender {
  readonly #partition: number;
  readonly #reader: EntryReader;
  readonly #base: () => LogBase;
  readonly #send: (message: PeerMessage) => void;
  readonly #onFailure: (error: unknown) => void;
  #waiting: Append[] = [];
  #reading = false;
  /** Entries read ahead of what was asked for: a follower that catches up asks for the next ones soon. */
  #ahead: Entry[] = [];

  constructor(options: {
    readonly partition: number;
    readonly reader: EntryReader;
    /** Where the log begins now. */
    readonly base: () => LogBase;
    readonly send: (message: PeerMessage) => void;
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#partition = options.partition;
    this.#reader = options.reader;
    this.#base = options.base;
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

  /** Sends if everything needed is in the cache or read ahead; drops what goes before the beginning of the log, where a snapshot is needed. */
  #trySend(append: Append): boolean {
    const { from, to } = this.#needed(append);
    if (append.previousIndex < this.#base().index) return true;
    const entries = to < from ? [] : (this.#reader.cached(from, to) ?? this.#takeAhead(from, to));
    if (entries === undefined) return false;
    this.#sendEntries(append, entries);
    return true;
  }

  /** The entry before the append, unless that is where the log begins, and its own. */
  #needed(append: Append): { readonly from: number; readonly to: number } {
    return { from: Math.max(append.previousIndex, this.#base().index + 1), to: append.previousIndex + append.terms.length };
  }

  async #fetchAndSend(append: Append): Promise<void> {
    const { from: first, to } = this.#needed(append);
    const entries: Entry[] = [];
    for (let from = first; from <= to; ) {
      const read = await this.#readAhead(from, to + READ_AHEAD_ENTRIES);
      if (read.length === 0) return;
      entries.push(...read);
      from += read.length;
    }
    const wanted = to - first + 1;
    this.#ahead = entries.slice(Math.max(0, wanted - 1));
    this.#sendEntries(append, entries.slice(0, wanted));
  }

  /** Nothing if the entries are gone or damaged: the append is dropped, as if it were lost on the way, and comes again. */
  async #readAhead(from: number, to: number): Promise<Entry[]> {
    try {
      return await this.#reader.read({ from, to, bytesMax: READ_BYTES_MAX });
    } catch (error) {
      if (error instanceof DamagedEntriesError) return [];
      throw error;
    }
  }

  #takeAhead(from: number, to: number): Entry[] | undefined {
    const start = from - (this.#ahead[0]?.index ?? from + 1);
    if (start < 0 || start + (to - from) >= this.#ahead.length) return undefined;
    const taken = this.#ahead.slice(start, start + to - from + 1);
    this.#ahead = this.#ahead.slice(start + to - from);
    return taken;
  }

  /** `found` begins with the entry at `previousIndex`, unless the log begins behind that. */
  #sendEntries(append: Append, found: readonly Entry[]): void {
    const base = this.#base();
    const isAtBase = append.previousIndex === base.index;
    const previous = isAtBase ? base : found[0];
    const entries = isAtBase ? found : found.slice(1);
    if (previous?.index !== append.previousIndex || previous.term !== append.previousTerm) return;
    if (entries.length !== append.terms.length || !entries.every((entry, at) => entry.term === append.terms[at])) return;
    this.#send({ partition: this.#partition, message: append, entries, digestBefore: previous.digest });
  }
}

/** How far a read for a follower that catches up may run ahead of what was asked for, within `READ_BYTES_MAX`. */
const READ_AHEAD_ENTRIES = 1024;
