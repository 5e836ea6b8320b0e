// Puts entries that come from elsewhere, a cluster or a backup, into a partition's log: checks that each continues the chain of digests, and appends them
// in large writes.
import { BACKUP_WRITE_BYTES, BACKUP_WRITE_ENTRIES } from '../../consensus/limits.ts';
import type { PartitionStorage } from '../../consensus/ports.ts';
import type { Entry, LogBase } from '../../consensus/types.ts';
import { equalBytes } from '../bytes.ts';
import { chainDigest } from '../chain-digest.ts';
import { baseOf, endOf, type LogEnd, logEndAfter, mismatch } from '../log-end.ts';

/** What the history is right behind the last entry of a log. */
export async function lastOf(storage: PartitionStorage): Promise<LogBase> {
  const { base, lastIndex } = storage;
  if (lastIndex === base.index) return base;
  const [entry] = await storage.read({ from: lastIndex, to: lastIndex, bytesMax: 1 });
  return entry === undefined ? base : baseOf(logEndAfter(entry));
}

/** What came does not continue the log, or its digest is not that of its bytes. */
export class MisfitError extends Error {
  override readonly name = 'MisfitError';
  readonly index: number;

  constructor(what: string, index: number) {
    super(what);
    this.index = index;
  }
}

export class EntryAppender {
  readonly #storage: PartitionStorage;
  /** With what is not written yet. */
  #end: LogEnd;
  #waiting: Entry[] = [];
  #waitingBytes = 0;

  private constructor(storage: PartitionStorage, end: LogEnd) {
    this.#storage = storage;
    this.#end = end;
  }

  /** Goes on behind the last entry of `storage`. */
  static async open(storage: PartitionStorage): Promise<EntryAppender> {
    return new EntryAppender(storage, endOf(await lastOf(storage)));
  }

  get end(): LogEnd {
    return this.#end;
  }

  /** Takes the next entry, and writes what waits once it is enough. Throws `MisfitError` and errors of the log. */
  async add(entry: Entry): Promise<void> {
    const misfit = mismatch(this.#end, entry);
    if (misfit !== undefined) throw new MisfitError(misfit, entry.index);
    if (!equalBytes(chainDigest(entry.previousDigest, entry.index, entry), entry.digest)) {
      throw new MisfitError(`the digest of entry ${entry.index} is not that of its bytes`, entry.index);
    }
    this.#end = logEndAfter(entry);
    this.#waiting.push(entry);
    this.#waitingBytes += entry.payload.length;
    if (this.#waitingBytes >= BACKUP_WRITE_BYTES || this.#waiting.length >= BACKUP_WRITE_ENTRIES) await this.flush();
  }

  /** Durable when it resolves. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const entries = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const { term } = this.#storage.hardState;
    // As in a node, a term is durable before entries of it are.
    if (this.#end.lastTerm > term) await this.#storage.saveHardState({ term: this.#end.lastTerm, votedFor: undefined });
    await this.#storage.append(entries);
  }
}
