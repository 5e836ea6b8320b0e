// The state of one partition at one place of the log, read from a snapshot of Level while writes go on. Every value is checked.
import { STORE_READ_PAIRS } from '../consensus/limits.ts';
import type { StatePair, StateProgress, StateView } from '../consensus/ports.ts';
import { type Store, type StorePlace, type StoreSnapshot, storeDamaged, unseal } from './level-store.ts';
import { keyOfPair, pairKey, pairRange } from './state-keys.ts';

/** Bytes that Level hands over at once: its default of 16 KiB costs a turn through its threads for every few pairs. */
const ITERATOR_BYTES = 128 * 1024;

export interface LevelStateViewOptions {
  readonly store: Store;
  readonly place: StorePlace;
  /** The view closes it. */
  readonly snapshot: StoreSnapshot;
  readonly partition: number;
  /** As read from the snapshot itself. */
  readonly progress: StateProgress;
}

export class LevelStateView implements StateView {
  readonly progress: StateProgress;
  readonly #options: LevelStateViewOptions;

  constructor(options: LevelStateViewOptions) {
    this.#options = options;
    this.progress = options.progress;
  }

  async getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    const { store, snapshot, partition } = this.#options;
    const stored = keys.map((key) => pairKey(partition, key));
    const values: readonly (Uint8Array | undefined)[] = await store.getMany(stored, { snapshot });
    return stored.map((key, at) => {
      const value = values[at];
      return value === undefined ? undefined : this.#payload(key, value);
    });
  }

  async range(options: {
    readonly from: Uint8Array;
    readonly to: Uint8Array | undefined;
    readonly limit: number;
    readonly bytesMax: number;
  }): Promise<StatePair[]> {
    const { store, snapshot, partition } = this.#options;
    const { limit, bytesMax } = options;
    const iterator = store.iterator({ ...pairRange(partition, options), limit, snapshot, highWaterMarkBytes: ITERATOR_BYTES });
    const pairs: StatePair[] = [];
    let bytes = 0;
    try {
      while (pairs.length < limit) {
        const entries = await iterator.nextv(Math.min(STORE_READ_PAIRS, limit - pairs.length));
        if (entries.length === 0) return pairs;
        for (const [stored, sealed] of entries) {
          const pair = { key: keyOfPair(stored), value: this.#payload(stored, sealed) };
          bytes += pair.key.length + pair.value.length;
          if (pairs.length > 0 && bytes > bytesMax) return pairs;
          pairs.push(pair);
        }
      }
      return pairs;
    } finally {
      await iterator.close();
    }
  }

  async close(): Promise<void> {
    await this.#options.snapshot.close();
  }

  #payload(key: Uint8Array, value: Uint8Array): Uint8Array {
    const payload = unseal(key, value);
    if (payload === undefined) throw storeDamaged(this.#options.place, 'a value does not match its checksum');
    return payload;
  }
}
