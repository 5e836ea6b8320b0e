// Group commit: everything that waits goes to the log in one write and one fdatasync, while the next batch forms. Owns the order
// "hard state before the entries of its term" (Raft Figure 2) and the one number that may be promised on: the durable sequence.
import { assert } from '../assert.ts';
import { ENTRY_OVERHEAD_BYTES } from '../limits.ts';
import type { PartitionStorage } from '../ports.ts';
import type { Entry, HardState, LogBase } from '../types.ts';
import { StorageTurns } from './storage-turns.ts';

export interface QueuedWrite {
  readonly sequence: number;
  readonly hardState: HardState | undefined;
  /** The log starts anew behind this, before `entries`: everything queued or written before is void. */
  readonly reset?: LogBase | undefined;
  /** Consecutive; what the log holds from the first one on is void. Empty if only the hard state changes. */
  readonly entries: readonly Entry[];
}

export class LogWriter {
  readonly #storage: PartitionStorage;
  readonly #turns: StorageTurns;
  readonly #onWritten: (bytes: number) => void;
  readonly #onDurable: (sequence: number) => void;
  readonly #onFailure: (error: unknown) => void;
  #queue: QueuedWrite[] = [];
  #writing: Promise<void> | undefined;
  #closed = false;
  /** Bytes of entries that wait or are being written. */
  queuedBytes = 0;

  constructor(options: {
    readonly storage: PartitionStorage;
    /** Shared with all that changes this log. */
    readonly turns?: StorageTurns;
    /** So many bytes go to the disk. */
    readonly onWritten?: (bytes: number) => void;
    readonly onDurable: (sequence: number) => void;
    /** A write or fsync failed: nothing may be promised any more, the process must end. */
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#storage = options.storage;
    this.#turns = options.turns ?? new StorageTurns();
    this.#onWritten = options.onWritten ?? (() => undefined);
    this.#onDurable = options.onDurable;
    this.#onFailure = options.onFailure;
  }

  enqueue(write: QueuedWrite): void {
    if (this.#closed) return;
    this.#queue.push(write);
    const bytes = bytesOf(write);
    this.queuedBytes += bytes;
    this.#onWritten(bytes);
    this.#writing ??= this.#writeAll();
  }

  /** Takes no more and resolves when the write under way has ended. What waits was never promised. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      // What arrives while another has its turn with the storage still joins this write.
      while (this.#queue.length > 0 && !this.#closed) await this.#turns.run(() => this.#writeWaiting());
    } catch (error) {
      this.#closed = true;
      this.#onFailure(error);
    } finally {
      this.#writing = undefined;
    }
  }

  async #writeWaiting(): Promise<void> {
    if (!this.#closed) await this.#writeOnce(this.#queue.splice(0));
  }

  async #writeOnce(writes: readonly QueuedWrite[]): Promise<void> {
    const last = writes[writes.length - 1];
    assert(last !== undefined, 'there is something to write');
    const { hardState, reset, entries } = merge(writes);
    if (hardState !== undefined) await this.#storage.saveHardState(hardState);
    if (reset !== undefined) await this.#storage.reset(reset);
    if (entries.length > 0) await this.#storage.append(entries);
    for (const write of writes) this.queuedBytes -= bytesOf(write);
    if (!this.#closed) this.#onDurable(last.sequence);
  }
}

/** What several writes amount to: the newest hard state, the last reset, and the entries that neither it nor a later write voids. */
function merge(writes: readonly QueuedWrite[]): { hardState: HardState | undefined; reset: LogBase | undefined; entries: Entry[] } {
  let hardState: HardState | undefined;
  let reset: LogBase | undefined;
  let entries: Entry[] = [];
  for (const write of writes) {
    hardState = write.hardState ?? hardState;
    if (write.reset !== undefined) {
      reset = write.reset;
      entries = [];
    }
    const first = write.entries[0];
    if (first === undefined) continue;
    while (entries.length > 0 && (entries[entries.length - 1]?.index ?? 0) >= first.index) entries.pop();
    for (const entry of write.entries) entries.push(entry);
  }
  return { hardState, reset, entries };
}

function bytesOf(write: QueuedWrite): number {
  let bytes = 0;
  for (const entry of write.entries) bytes += entry.payload.length + ENTRY_OVERHEAD_BYTES;
  return bytes;
}
