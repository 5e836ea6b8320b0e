// A model of the key index (Level in production): atomic synced batches that a crash finds done or not begun, in the order of the calls.
import { assert, checkInteger } from '../../consensus/assert.ts';
import type { KeyIndex, NamedKey, NamedKeysView } from '../../consensus/ports.ts';
import type { NamedKeyRecord } from '../../consensus/types.ts';
import type { SimProcess } from './process.ts';
import type { Random } from './random.ts';

interface PartitionKeys {
  readonly records: Map<string, NamedKeyRecord>;
  appliedOffset: number;
}

export interface KeyIndexDelays {
  readonly readMs: number;
  readonly writeMs: number;
}

/** What survives on one machine; each life of the node opens it anew. */
export class KeyIndexStore {
  readonly #partitions = new Map<number, PartitionKeys>();
  readonly #random: Random;
  readonly delays: KeyIndexDelays;
  /** Batches under way, oldest first. */
  #underway: (() => void)[] = [];

  constructor(random: Random, delays: KeyIndexDelays) {
    this.#random = random;
    this.delays = delays;
  }

  open(process: SimProcess): KeyIndex {
    return new SimKeyIndex(this, process, this.#random);
  }

  /** The process is gone: of the batches under way a random number, from the oldest on, made it. */
  crash(): void {
    const survivors = this.#random.integer(0, this.#underway.length);
    for (const apply of this.#underway.slice(0, survivors)) apply();
    this.#underway = [];
  }

  /** An operator removed the folder: it is built again from snapshot and log. */
  wipe(): void {
    this.#partitions.clear();
  }

  partition(number: number): PartitionKeys {
    let keys = this.#partitions.get(number);
    if (keys === undefined) {
      keys = { records: new Map(), appliedOffset: 0 };
      this.#partitions.set(number, keys);
    }
    return keys;
  }

  begin(apply: () => void): void {
    this.#underway.push(apply);
  }

  /** The oldest batch under way is durable. */
  finish(): void {
    this.#underway.shift()?.();
  }
}

class SimKeyIndex implements KeyIndex {
  readonly #store: KeyIndexStore;
  readonly #process: SimProcess;
  readonly #random: Random;
  #closed = false;
  /** When the last batch under way will be durable: batches finish in their order. */
  #writtenAt = 0;

  constructor(store: KeyIndexStore, process: SimProcess, random: Random) {
    this.#store = store;
    this.#process = process;
    this.#random = random;
  }

  getMany(partition: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]> {
    return this.#later(this.#random.exponential(this.#store.delays.readMs), () => {
      const { records } = this.#store.partition(partition);
      return ids.map((id) => {
        const record = records.get(keyText(id));
        return record === undefined ? undefined : { ...record, content: record.content.slice() };
      });
    });
  }

  put(partition: number, keys: readonly NamedKey[], appliedOffset: number): Promise<void> {
    const copied = copyOf(keys);
    return this.#write(() => {
      const target = this.#store.partition(partition);
      for (const { id, record } of copied) target.records.set(id, record);
      target.appliedOffset = appliedOffset;
    });
  }

  /** What a kill in its midst leaves is removed at the next start, so two batches are all there is to see: one that empties, one that fills. */
  async load(partition: number, keys: AsyncIterable<NamedKey>, appliedOffset: number): Promise<void> {
    checkInteger(appliedOffset, 0, 'the applied offset of a load');
    await this.#write(() => {
      const target = this.#store.partition(partition);
      target.records.clear();
      target.appliedOffset = 0;
    });
    const loaded: NamedKey[] = [];
    for await (const key of keys) loaded.push(key);
    const copied = copyOf(loaded);
    for (const [at, { id }] of copied.entries()) assert(at === 0 || (copied[at - 1]?.id ?? '') < id, 'the ids of a load ascend');
    await this.#write(() => {
      const target = this.#store.partition(partition);
      for (const { id, record } of copied) target.records.set(id, record);
      target.appliedOffset = appliedOffset;
    });
  }

  all(partition: number): Promise<NamedKeysView> {
    return this.#later(this.#random.exponential(this.#store.delays.readMs), () => {
      const { records, appliedOffset } = this.#store.partition(partition);
      const keys = [...records].sort(([left], [right]) => (left < right ? -1 : 1));
      return {
        appliedOffset,
        close: () => Promise.resolve(),
        async *[Symbol.asyncIterator]() {
          for (const [id, record] of keys) yield { id: keyBytes(id), record: { ...record, content: record.content.slice() } };
        },
      };
    });
  }

  /** A batch, durable behind those before it. */
  #write(apply: () => void): Promise<void> {
    if (this.#closed) return Promise.reject(closedError());
    this.#store.begin(apply);
    const { scheduler } = this.#process;
    this.#writtenAt = Math.max(this.#writtenAt, scheduler.now) + this.#random.exponential(this.#store.delays.writeMs);
    return new Promise((resolve) => {
      scheduler.after(this.#writtenAt - scheduler.now, () => {
        if (!this.#process.alive) return;
        this.#store.finish();
        this.#process.deliver(resolve);
      });
    });
  }

  appliedOffset(partition: number): Promise<number> {
    return this.#later(this.#random.exponential(this.#store.delays.readMs), () => this.#store.partition(partition).appliedOffset);
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  /** A read sees what was there when it began or, as often, what is there when it ends. */
  #later<T>(delay: number, read: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(closedError());
    const early = this.#random.chance(0.5) ? { value: read() } : undefined;
    return new Promise((resolve) => {
      this.#process.scheduler.after(delay, () => {
        const { value } = early ?? { value: read() };
        this.#process.deliver(() => resolve(value));
      });
    });
  }
}

function copyOf(keys: readonly NamedKey[]): { readonly id: string; readonly record: NamedKeyRecord }[] {
  return keys.map(({ id, record }) => ({ id: keyText(id), record: { ...record, content: record.content.slice() } }));
}

function keyBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function keyText(id: Uint8Array): string {
  return Buffer.from(id.buffer, id.byteOffset, id.length).toString('latin1');
}

function closedError(): Error {
  return Object.assign(new Error('the key index is closed'), { code: 'LEVEL_DATABASE_NOT_OPEN' });
}
