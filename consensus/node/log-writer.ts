// Group commit: everything that waits goes to the log in one synced write, while the next batch forms. Owns the order
// "hard state before the entries of its term" (Raft Figure 2) and the one number that may be promised on: the durable sequence.
// Where nobody waits for the disk (`acknowledge: received`) it lets entries gather for a little while.
import { assert } from '../assert.ts';
import { ENTRY_OVERHEAD_BYTES } from '../limits.ts';
import type { Cancel, PartitionStorage, Timers } from '../ports.ts';
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

/** How long entries may wait for others: until one of these is reached. */
export interface Gathering {
  readonly timers: Timers;
  readonly ms: number;
  readonly bytes: number;
  readonly writes: number;
}

export class LogWriter {
  readonly #storage: PartitionStorage;
  readonly #turns: StorageTurns;
  readonly #onWritten: (bytes: number) => void;
  readonly #onDurable: (sequence: number) => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #gathering: Gathering | undefined;
  /** The end of the time for which what waits may gather. */
  #timer: Cancel | undefined;
  /** What waits may gather no longer. */
  #isUrgent = false;
  #closing = false;
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
    /** Absent: everything is written at once. Entries may gather; a hard state or a reset never waits, nor does what is queued before it. */
    readonly gathering?: Gathering | undefined;
    /** A write or fsync failed: nothing may be promised any more, the process must end. */
    readonly onFailure: (error: unknown) => void;
  }) {
    this.#storage = options.storage;
    this.#turns = options.turns ?? new StorageTurns();
    this.#onWritten = options.onWritten ?? (() => undefined);
    this.#onDurable = options.onDurable;
    this.#onFailure = options.onFailure;
    this.#gathering = options.gathering;
  }

  enqueue(write: QueuedWrite): void {
    if (this.#closed || this.#closing) return;
    this.#queue.push(write);
    const bytes = bytesOf(write);
    this.queuedBytes += bytes;
    this.#onWritten(bytes);
    if (write.hardState !== undefined || write.reset !== undefined) this.#isUrgent = true;
    this.#schedule();
  }

  /** Somebody waits for what is queued now. */
  hurry(): void {
    if (this.#queue.length === 0) return;
    this.#isUrgent = true;
    this.#schedule();
  }

  /** Takes no more and resolves when the write under way has ended. What waits was never promised, unless it gathers: then it may have been accepted, and is written. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#gathering === undefined) this.#closed = true;
    else this.hurry();
    await this.#writing;
    this.#closed = true;
    this.#timer?.();
  }

  /** Writes what waits if it is time, or sees to it that it will be. */
  #schedule(): void {
    if (this.#writing !== undefined || this.#queue.length === 0 || this.#closed) return;
    if (this.#isDue()) {
      this.#writing = this.#writeAll();
      return;
    }
    this.#timer ??= this.#gathering?.timers.after(this.#gathering.ms, () => {
      this.#timer = undefined;
      this.hurry();
    });
  }

  #isDue(): boolean {
    const gathering = this.#gathering;
    if (gathering === undefined || this.#isUrgent) return true;
    return this.queuedBytes >= gathering.bytes || this.#queue.length >= gathering.writes;
  }

  async #writeAll(): Promise<void> {
    try {
      // What arrives while another has its turn with the storage still joins this write.
      while (this.#queue.length > 0 && !this.#closed && this.#isDue()) await this.#turns.run(() => this.#writeWaiting());
    } catch (error) {
      this.#closed = true;
      this.#onFailure(error);
    } finally {
      this.#writing = undefined;
      this.#schedule();
    }
  }

  async #writeWaiting(): Promise<void> {
    if (this.#closed) return;
    this.#isUrgent = false;
    this.#timer?.();
    this.#timer = undefined;
    await this.#writeOnce(this.#queue.splice(0));
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
