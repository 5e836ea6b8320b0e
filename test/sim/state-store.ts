// A model of the state store (Level in production): atomic synced batches that a crash finds done or not begun, in the order of the calls; views
// that stay as they were; a load that was cut short leaves nothing.
import { assert } from '../../consensus/assert.ts';
import type { StateChange, StatePair, StateProgress, StateStore, StateView } from '../../consensus/ports.ts';
import type { SimProcess } from './process.ts';
import type { Random } from './random.ts';

/** One version of a partition's state; a new one is made by each batch, so that views keep theirs. */
interface PartitionState {
  readonly pairs: ReadonlyMap<string, Uint8Array>;
  readonly progress: StateProgress;
}

export interface StateStoreDelays {
  readonly readMs: number;
  readonly writeMs: number;
}

const EMPTY: PartitionState = { pairs: new Map(), progress: { index: 0, offset: 0 } };

/** What survives on one machine; each life of the node opens it anew. */
export class StateStoreImage {
  readonly delays: StateStoreDelays;
  readonly #random: Random;
  readonly #partitions = new Map<number, PartitionState>();
  /** Batches under way, oldest first. */
  #underway: (() => void)[] = [];

  constructor(random: Random, delays: StateStoreDelays) {
    this.#random = random;
    this.delays = delays;
  }

  open(process: SimProcess): StateStore {
    return new SimStateStore(this, process, this.#random);
  }

  /** The process is gone: of the batches under way a random number, from the oldest on, made it. */
  crash(): void {
    const survivors = this.#random.integer(0, this.#underway.length);
    for (const apply of this.#underway.slice(0, survivors)) apply();
    this.#underway = [];
  }

  /** The disk was replaced, or an operator removed the folder: the state is empty. */
  wipe(): void {
    this.#partitions.clear();
  }

  partition(number: number): PartitionState {
    return this.#partitions.get(number) ?? EMPTY;
  }

  replace(number: number, state: PartitionState): void {
    this.#partitions.set(number, state);
  }

  begin(apply: () => void): void {
    this.#underway.push(apply);
  }

  /** The oldest batch under way is durable. */
  finish(): void {
    this.#underway.shift()?.();
  }
}

class SimStateStore implements StateStore {
  readonly #image: StateStoreImage;
  readonly #process: SimProcess;
  readonly #random: Random;
  #closed = false;
  /** When the last batch under way will be durable: batches finish in their order. */
  #writtenAt = 0;

  constructor(image: StateStoreImage, process: SimProcess, random: Random) {
    this.#image = image;
    this.#process = process;
    this.#random = random;
  }

  async progress(partition: number): Promise<StateProgress> {
    if (this.#closed) throw closedError();
    return this.#image.partition(partition).progress;
  }

  async apply(partition: number, changes: readonly StateChange[], progress: StateProgress): Promise<void> {
    assert(progress.index >= Math.max(1, this.#image.partition(partition).progress.index), 'the state moves on');
    assert(progress.offset >= this.#image.partition(partition).progress.offset, 'the state moves on by offsets, too');
    const copied = changes.map(({ key, value }) => ({ key: keyText(key), value: value?.slice() }));
    await this.#write(() => {
      const pairs = new Map(this.#image.partition(partition).pairs);
      for (const { key, value } of copied) {
        if (value === undefined) pairs.delete(key);
        else pairs.set(key, value);
      }
      this.#image.replace(partition, { pairs, progress });
    });
  }

  view(partition: number): Promise<StateView> {
    // As in production the snapshot is taken at once; reading the progress from it takes time.
    const state = this.#image.partition(partition);
    return this.#later(() => new SimStateView(state, (read) => this.#later(read)));
  }

  async load(partition: number, pairs: AsyncIterable<StatePair>, progress: StateProgress): Promise<void> {
    assert(progress.index >= 1, 'a state that is loaded is of some index');
    await this.#write(() => this.#image.replace(partition, EMPTY));
    const loaded = new Map<string, Uint8Array>();
    let previous: string | undefined;
    for await (const { key, value } of pairs) {
      const text = keyText(key);
      assert(previous === undefined || previous < text, 'the keys of a load ascend');
      previous = text;
      loaded.set(text, value.slice());
    }
    await this.#write(() => this.#image.replace(partition, { pairs: loaded, progress }));
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  /** A batch, durable behind those before it. */
  #write(apply: () => void): Promise<void> {
    if (this.#closed) return Promise.reject(closedError());
    this.#image.begin(apply);
    const { scheduler } = this.#process;
    this.#writtenAt = Math.max(this.#writtenAt, scheduler.now) + this.#random.exponential(this.#image.delays.writeMs);
    return new Promise((resolve) => {
      scheduler.after(this.#writtenAt - scheduler.now, () => {
        if (!this.#process.alive) return;
        this.#image.finish();
        this.#process.deliver(resolve);
      });
    });
  }

  #later<T>(read: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(closedError());
    return new Promise((resolve) => {
      this.#process.scheduler.after(this.#random.exponential(this.#image.delays.readMs), () => {
        this.#process.deliver(() => resolve(read()));
      });
    });
  }
}

class SimStateView implements StateView {
  readonly progress: StateProgress;
  readonly #pairs: ReadonlyMap<string, Uint8Array>;
  readonly #later: <T>(read: () => T) => Promise<T>;
  #sorted: string[] | undefined;
  #closed = false;

  constructor(state: PartitionState, later: <T>(read: () => T) => Promise<T>) {
    this.progress = state.progress;
    this.#pairs = state.pairs;
    this.#later = later;
  }

  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    if (this.#closed) return Promise.reject(closedError());
    return this.#later(() => keys.map((key) => this.#pairs.get(keyText(key))?.slice()));
  }

  range(options: {
    readonly from: Uint8Array;
    readonly to: Uint8Array | undefined;
    readonly limit: number;
    readonly bytesMax: number;
  }): Promise<StatePair[]> {
    if (this.#closed) return Promise.reject(closedError());
    return this.#later(() => this.#range(options));
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  #range(options: { from: Uint8Array; to: Uint8Array | undefined; limit: number; bytesMax: number }): StatePair[] {
    // One character a byte, so that the order of the texts is that of the bytes.
    this.#sorted ??= [...this.#pairs.keys()].sort();
    const from = keyText(options.from);
    const to = options.to === undefined ? undefined : keyText(options.to);
    const pairs: StatePair[] = [];
    let bytes = 0;
    for (const text of this.#sorted) {
      if (text < from) continue;
      if ((to !== undefined && text >= to) || pairs.length >= options.limit) break;
      const pair = { key: keyBytes(text), value: (this.#pairs.get(text) ?? new Uint8Array(0)).slice() };
      bytes += pair.key.length + pair.value.length;
      if (pairs.length > 0 && bytes > options.bytesMax) break;
      pairs.push(pair);
    }
    return pairs;
  }
}

function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1');
}

function keyBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function closedError(): Error {
  return Object.assign(new Error('the state store is closed'), { code: 'LEVEL_DATABASE_NOT_OPEN' });
}
