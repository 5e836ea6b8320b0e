// Brings the deltas of committed entries into the state, off the acknowledgement path (DESIGN §9): collects them as the ledger applies, parses and writes
// them a little later in atomic batches, each with its place in the log. What is handed in is committed and durable here, so the state is never ahead.
import { assert } from '../../assert.ts';
import { transactionsWithDeltas } from '../../batch.ts';
import { STATE_PARSE_BYTES, STATE_PENDING_BYTES_MAX, STATE_WRITE_BYTES, STATE_WRITE_MS } from '../../limits.ts';
import type { Cancel, DeltasOf, StateChange, StateProgress, StateStore, StateView, Timers } from '../../ports.ts';
import type { Entry } from '../../types.ts';
import type { Deadline } from '../deadline.ts';
import { ClosedError, type Pauses } from '../pauses.ts';

export interface StateApplierOptions {
  readonly partition: number;
  readonly store: StateStore;
  readonly timers: Timers;
  readonly pauses: Pauses;
  readonly deltasOf: DeltasOf;
  /** What the store holds durably. */
  readonly progress: StateProgress;
  readonly onFailure: (error: unknown) => void;
}

/** An entry with deltas, or a place at which somebody wants to see the state before anything later is written. */
type Item =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | {
      readonly kind: 'view';
      readonly progress: StateProgress;
      readonly resolve: (view: StateView) => void;
      readonly reject: (error: unknown) => void;
    };

interface Waiter {
  readonly offset: number;
  readonly done: (isReached: boolean) => void;
}

export class StateApplier {
  readonly #options: StateApplierOptions;
  /** Everything up to here is durably in the state. */
  progress: StateProgress;
  /** Everything up to here was handed in. */
  #taken: StateProgress;
  #queue: Item[] = [];
  /** Bytes of entries with deltas that are not in the state yet. */
  #pendingBytes = 0;
  readonly #waiters = new Set<Waiter>();
  #writing: Promise<void> | undefined;
  #timer: Cancel | undefined;
  /** Of those in the queue. */
  #viewsWanted = 0;
  #isDue = false;
  #isPaused = false;
  #isClosed = false;

  constructor(options: StateApplierOptions) {
    this.#options = options;
    this.progress = options.progress;
    this.#taken = options.progress;
  }

  /** Another state is being loaded. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** So much waits that applying has to. */
  get isBehind(): boolean {
    return this.#pendingBytes >= STATE_PENDING_BYTES_MAX;
  }

  /** The ledger applied this entry, the next one. What the state already holds (a replay after a restart) is passed over. */
  take(entry: Entry, options: { readonly hasDeltas: boolean }): void {
    if (entry.index <= this.#taken.index) return;
    this.#taken = { index: entry.index, offset: entry.firstOffset + entry.count - 1 };
    if (options.hasDeltas) {
      this.#queue.push({ kind: 'entry', entry });
      this.#pendingBytes += entry.payload.length;
      this.#timer ??= this.#options.timers.after(STATE_WRITE_MS, () => this.#handleTimer());
    }
    this.#write();
  }

  /** The state at exactly the entry `index`, which was just handed in: later ones are not written before it is open. `undefined` if it is past that. */
  viewAt(index: number): Promise<StateView> | undefined {
    const progress = this.#taken;
    if (progress.index !== index || this.#isPaused) return undefined;
    return new Promise((resolve, reject) => {
      this.#queue.push({ kind: 'view', progress, resolve, reject });
      this.#viewsWanted++;
      this.#write();
    });
  }

  /** Resolves when there is room again. */
  async room(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  /** Whether the state has everything up to `offset`, waiting for it until the deadline. */
  reached(offset: number, deadline: Deadline): Promise<boolean> {
    if (!this.#isPaused && this.progress.offset >= offset) return Promise.resolve(true);
    if (this.#isClosed || deadline.isOver) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        offset,
        done: (isReached) => {
          cancel();
          this.#waiters.delete(waiter);
          resolve(isReached);
        },
      };
      const cancel = deadline.onOver(() => waiter.done(false));
      this.#waiters.add(waiter);
      this.#write();
    });
  }

  /** Another state is about to be loaded: forgets what was handed in; resolves when nothing is written any more. */
  async pause(): Promise<void> {
    this.#isPaused = true;
    this.#timer?.();
    this.#timer = undefined;
    const queue = this.#queue;
    this.#queue = [];
    this.#pendingBytes = 0;
    this.#viewsWanted = 0;
    for (const item of queue) if (item.kind === 'view') item.reject(new ClosedError('another state is loaded'));
    await this.#writing;
  }

  /** Goes on from the state that was loaded. It may not be as far as the one before: a log that was damaged, or ended in doubt, begins anew behind what was applied. */
  resume(progress: StateProgress): void {
    assert(this.#isPaused, 'only what was paused goes on');
    this.#isPaused = false;
    this.#isDue = false;
    this.#taken = progress;
    this.progress = progress;
    this.#reach(progress);
  }

  /** Idempotent. What is not written yet is in the log. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiter of [...this.#waiters]) waiter.done(false);
    await this.pause();
  }

  #handleTimer(): void {
    this.#timer = undefined;
    this.#isDue = true;
    this.#write();
  }

  #write(): void {
    if (this.#writing !== undefined || !this.#isWanted()) return;
    this.#writing = this.#writeAll();
    this.#writing.catch(this.#options.onFailure);
  }

  /** Whether something has to be written now: it is time, there is much, or somebody waits for it. */
  #isWanted(): boolean {
    if (this.#isPaused) return false;
    if (this.#isDue || this.#viewsWanted > 0 || this.#pendingBytes >= STATE_WRITE_BYTES) return true;
    for (const { offset } of this.#waiters) if (offset <= this.#taken.offset) return true;
    return false;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#isWanted()) {
        this.#isDue = false;
        await this.#writeOnce();
      }
    } finally {
      this.#writing = undefined;
    }
    if (!this.#isPaused && this.#pendingBytes > 0) {
      this.#timer ??= this.#options.timers.after(STATE_WRITE_MS, () => this.#handleTimer());
    }
  }

  async #writeOnce(): Promise<void> {
    const { store, partition } = this.#options;
    const { changes, progress, bytes, view } = await this.#collect();
    if (this.#isPaused) {
      view?.reject(new ClosedError('another state is loaded'));
      return;
    }
    if (progress.index > this.progress.index) await store.apply(partition, changes, progress);
    this.#pendingBytes = Math.max(0, this.#pendingBytes - bytes);
    this.#reach(progress);
    if (view !== undefined) await this.#open(view);
  }

  /** The changes that make up the next write, up to `STATE_WRITE_BYTES` or the next place at which the state is to be seen. */
  async #collect() {
    const changes: StateChange[] = [];
    let bytes = 0;
    let parsed = 0;
    let progress = this.progress;
    while (bytes < STATE_WRITE_BYTES) {
      const item = this.#queue.shift();
      if (item === undefined) return { changes, progress: this.#isPaused ? progress : this.#taken, bytes, view: undefined };
      if (item.kind === 'view') {
        this.#viewsWanted--;
        return { changes, progress: item.progress, bytes, view: item };
      }
      const { entry } = item;
      this.#parse(entry, changes);
      progress = { index: entry.index, offset: entry.firstOffset + entry.count - 1 };
      bytes += entry.payload.length;
      if (bytes - parsed < STATE_PARSE_BYTES) continue;
      parsed = bytes;
      await this.#options.pauses.turn();
    }
    return { changes, progress, bytes, view: undefined };
  }

  #parse(entry: Entry, changes: StateChange[]): void {
    for (const transaction of transactionsWithDeltas(entry.payload, entry.count)) {
      for (const delta of this.#options.deltasOf(transaction)) {
        if (delta.kind === 'put') changes.push({ key: delta.key, value: delta.value });
        else if (delta.kind === 'delete') changes.push({ key: delta.key, value: undefined });
      }
    }
  }

  async #open(item: Extract<Item, { kind: 'view' }>): Promise<void> {
    try {
      const view = await this.#options.store.view(this.#options.partition);
      assert(view.progress.index === item.progress.index, 'a view shows what was just written');
      item.resolve(view);
    } catch (error) {
      item.reject(error);
    }
  }

  #reach(progress: StateProgress): void {
    if (progress.index >= this.progress.index) this.progress = progress;
    for (const waiter of [...this.#waiters]) if (waiter.offset <= this.progress.offset) waiter.done(true);
  }
}
