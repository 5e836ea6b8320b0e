// Fills in the bytes of appends to one follower, in order. The core names terms, never payloads: if the bytes found differ from what the
// core named (the log was overwritten meanwhile), the append is dropped and replication recovers as from any lost message. Of an append
// that turns out to be too large, or whose end cannot be read, only the beginning is sent: the follower's answer tells the core.
import { DamagedEntriesError } from '../damage.ts';
import { CATCH_UP_BYTES_MAX, ENTRY_OVERHEAD_BYTES, READ_BYTES_MAX } from '../limits.ts';
import type { Append, PeerMessage } from '../messages.ts';
import type { Entry, LogBase, LogPosition } from '../types.ts';
import type { EntryReader } from './entry-reader.ts';

/** Chain digest before index 1. */
export const ZERO_DIGEST = new Uint8Array(32);

/** An entry behind which an append may go. Index and term say which it is, whatever has become of the log. */
type Place = LogPosition & { readonly digest: Uint8Array };

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
  /** Around the last entries sent: where it began is asked about while nothing is answered, and where it ended is where the next one begins. */
  #places: readonly Place[] = [];

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
    if (append.previousIndex < this.#base().index) return true;
    const { from, to } = this.#needed(append);
    const entries = to < from ? [] : (this.#reader.cached(from, to) ?? this.#takeAhead(from, to));
    if (entries === undefined) return false;
    this.#sendEntries(append, entries);
    return true;
  }

  /** The entry before the append, unless that is known without reading it, and its own. */
  #needed(append: Append): { readonly from: number; readonly to: number } {
    const isPreviousKnown = this.#knownPrevious(append) !== undefined;
    return { from: append.previousIndex + (isPreviousKnown ? 1 : 0), to: append.previousIndex + append.terms.length };
  }

  #knownPrevious({ previousIndex, previousTerm }: Append): Place | undefined {
    return [this.#base(), ...this.#places].find(({ index, term }) => index === previousIndex && term === previousTerm);
  }

  async #fetchAndSend(append: Append): Promise<void> {
    const { from: first, to } = this.#needed(append);
    const entries: Entry[] = [];
    for (let from = first, bytes = 0; from <= to && bytes < CATCH_UP_BYTES_MAX; ) {
      const read = await this.#readAhead(from, append.terms.length === 0 ? to : Math.max(to, first + READ_AHEAD_ENTRIES));
      if (read.length === 0) break;
      entries.push(...read);
      from += read.length;
      for (const entry of read) if (entry.index > append.previousIndex) bytes += bytesOf(entry);
    }
    const wanted = to - first + 1;
    this.#ahead = entries.slice(Math.max(0, wanted - 1));
    this.#sendEntries(append, entries.slice(0, wanted));
  }

  /** Nothing if the entries are gone or damaged: what is not sent is as if it were lost on the way, and comes again. */
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

  /** `found` begins with the entry at `previousIndex`, unless that is known, and may end before the append does. */
  #sendEntries(append: Append, found: readonly Entry[]): void {
    const isPreviousFound = found[0]?.index === append.previousIndex;
    const previous = isPreviousFound ? found[0] : this.#knownPrevious(append);
    if (previous?.index !== append.previousIndex || previous.term !== append.previousTerm) return;
    const entries = beginningOf(isPreviousFound ? found.slice(1) : found);
    const last = entries.at(-1);
    if (last === undefined && append.terms.length > 0) return;
    if (!entries.every((entry, at) => entry.index === append.previousIndex + 1 + at && entry.term === append.terms[at])) return;
    const message = { ...append, terms: entries.map(({ term }) => term), sizes: entries.map(bytesOf) };
    this.#send({ partition: this.#partition, message, entries, digestBefore: previous.digest });
    if (last !== undefined) this.#places = [previous, last].map(({ index, term, digest }) => ({ index, term, digest }));
  }
}

/** As many as fit into a message, and at least one. */
function beginningOf(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0;
  const excess = entries.findIndex((entry, at) => {
    bytes += bytesOf(entry);
    return at > 0 && bytes > CATCH_UP_BYTES_MAX;
  });
  return excess < 0 ? entries : entries.slice(0, excess);
}

function bytesOf(entry: Entry): number {
  return entry.payload.length + ENTRY_OVERHEAD_BYTES;
}

/** How many entries a read for a follower that catches up fetches at least, within `READ_BYTES_MAX`. */
const READ_AHEAD_ENTRIES = 1024;
