// The state of one partition at one place of the log, read from a snapshot of Level while writes go on. Every value is checked.
import { STORE_READ_PAIRS } from '../consensus/limits.ts';
import type { StatePair, StateProgress, StateView } from '../consensus/ports.ts';
import type { LevelStore, StoreSnapshot } from './level-store.ts';
import { keyOfPair, pairKey, pairRange } from './state-keys.ts';

/** Bytes that Level hands over at once: its default of 16 KiB costs a turn through its threads for every few pairs. */
const ITERATOR_BYTES = 128 * 1024;

export interface LevelStateViewOptions {
  readonly store: LevelStore;
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
    const values = await store.getMany(stored, snapshot);
    return stored.map((key, at) => {
      const value = values[at];
      return value === undefined ? undefined : store.payloadOf(key, value);
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
    const read = { ...pairRange(partition, options), limit, snapshot, atOnce: STORE_READ_PAIRS, highWaterMarkBytes: ITERATOR_BYTES };
    const pairs: StatePair[] = [];
    let bytes = 0;
    for await (const entries of store.entries(read)) {
      for (const [stored, sealed] of entries) {
        const pair = { key: keyOfPair(stored), value: store.payloadOf(stored, sealed) };
        bytes += pair.key.length + pair.value.length;
        if (pairs.length > 0 && bytes > bytesMax) return pairs;
        pairs.push(pair);
      }
      if (pairs.length === limit) break;
    }
    return pairs;
  }

  async close(): Promise<void> {
    await this.#options.snapshot.close();
  }
}
