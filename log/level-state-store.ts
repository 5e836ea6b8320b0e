// The replicated state in Level: per partition key -> value and how far it is. Every value carries a CRC over key and value. Every batch is
// synced, also those of a load, since Level gives up its log file without a sync and could lose an earlier batch but not a later one.
// What the changes are, and when they are written, is the driver's.
import { assert, checkInteger } from '../consensus/assert.ts';
import { PARTITIONS_MAX, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX, STORE_LOAD_BYTES, STORE_LOAD_PAIRS } from '../consensus/limits.ts';
import type { StateChange, StatePair, StateProgress, StateStore, StateView } from '../consensus/ports.ts';
import { compareKeys } from '../consensus/snapshot-records.ts';
import { getUint64, setUint64, viewOf } from './bytes.ts';
import { unknownVersion } from './errors.ts';
import { LevelStateView } from './level-state-view.ts';
import {
  openStore,
  partitionKey,
  putSealed,
  type Store,
  type StoreOperation,
  type StorePlace,
  storeDamaged,
  unseal,
  VERSION_KEY_PARTITION,
  writeBatch,
} from './level-store.ts';
import { pairKey, pairRange } from './state-keys.ts';

const VERSION = 1;
/** Index and offset. */
const PROGRESS_BYTES = 16;
const NO_PROGRESS: StateProgress = { index: 0, offset: 0 };

/**
 * Opens or creates the state store. Throws `LOCKED` when another process has it open, `VERSION` when a later version wrote it, `CORRUPT` when
 * Level or a checksum says so, `IO` otherwise.
 */
export async function openLevelStateStore(path: string): Promise<StateStore> {
  const place: StorePlace = { what: 'state', path };
  const store = await openStore(place);
  try {
    await checkVersion(store, place);
    const state = new LevelStateStore(store, place);
    await state.recover();
    return state;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function checkVersion(store: Store, place: StorePlace): Promise<void> {
  const key = partitionKey(VERSION_KEY_PARTITION);
  const value: Uint8Array | undefined = await store.get(key);
  if (value === undefined) {
    await writeBatch(store, [putSealed(key, Uint8Array.of(VERSION))]);
    return;
  }
  const found = unseal(key, value, 1)?.[0];
  if (found === undefined) throw storeDamaged(place, 'its version does not match its checksum');
  if (found !== VERSION) throw unknownVersion(`the state has format ${found}, this version knows ${VERSION}`, { file: place.path });
}

class LevelStateStore implements StateStore {
  readonly #store: Store;
  readonly #place: StorePlace;
  readonly #progress = new Map<number, StateProgress>();

  constructor(store: Store, place: StorePlace) {
    this.#store = store;
    this.#place = place;
  }

  /** Reads how far each partition is, and removes what a load that was cut short has left: progress 0 is written down by a load alone. */
  async recover(): Promise<void> {
    for (let partition = 1; partition <= PARTITIONS_MAX; partition++) {
      const progress = await this.#readProgress(partition);
      if (progress?.index === 0) await this.#clear(partition);
      else if (progress !== undefined) this.#progress.set(partition, progress);
    }
  }

  async progress(partition: number): Promise<StateProgress> {
    return this.#progress.get(partition) ?? NO_PROGRESS;
  }

  async apply(partition: number, changes: readonly StateChange[], progress: StateProgress): Promise<void> {
    checkProgress(progress);
    const before = this.#progress.get(partition) ?? NO_PROGRESS;
    assert(progress.index >= before.index, 'the state moves on');
    assert(progress.offset >= before.offset, 'the state moves on by offsets, too');
    await this.#write(
      partition,
      changes.map((change) => operationOf(partition, change)),
      progress,
    );
  }

  async view(partition: number): Promise<StateView> {
    const snapshot = this.#store.snapshot();
    try {
      const progress = (await this.#readProgress(partition, snapshot)) ?? NO_PROGRESS;
      return new LevelStateView({ store: this.#store, place: this.#place, snapshot, partition, progress });
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  async load(partition: number, pairs: AsyncIterable<StatePair>, progress: StateProgress): Promise<void> {
    checkProgress(progress);
    await this.#clear(partition);
    try {
      await this.#write(partition, [], NO_PROGRESS);
      let previous: Uint8Array | undefined;
      let operations: StoreOperation[] = [];
      let bytes = 0;
      for await (const pair of pairs) {
        assert(previous === undefined || compareKeys(previous, pair.key) < 0, 'the keys of a load ascend');
        previous = pair.key;
        operations.push(operationOf(partition, pair));
        bytes += pair.key.length + pair.value.length;
        if (operations.length < STORE_LOAD_PAIRS && bytes < STORE_LOAD_BYTES) continue;
        await writeBatch(this.#store, operations);
        operations = [];
        bytes = 0;
      }
      await this.#write(partition, operations, progress);
    } catch (error) {
      await this.#clearQuietly(partition);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  /** After a failure, whose error is the one to report. */
  async #clearQuietly(partition: number): Promise<void> {
    try {
      await this.#clear(partition);
    } catch {
      // The next start clears it.
    }
  }

  async #write(partition: number, operations: readonly StoreOperation[], progress: StateProgress): Promise<void> {
    checkInteger(partition, 1, 'a partition');
    await writeBatch(this.#store, [...operations, putSealed(partitionKey(partition), encodeProgress(progress))]);
    this.#progress.set(partition, progress);
  }

  async #readProgress(partition: number, snapshot?: ReturnType<Store['snapshot']>): Promise<StateProgress | undefined> {
    const key = partitionKey(partition);
    const value: Uint8Array | undefined = await this.#store.get(key, { snapshot });
    if (value === undefined) return undefined;
    const bytes = unseal(key, value, PROGRESS_BYTES);
    if (bytes === undefined) throw storeDamaged(this.#place, `how far partition ${partition} is does not match its checksum`);
    return { index: getUint64(viewOf(bytes), 0), offset: getUint64(viewOf(bytes), 8) };
  }

  /** Progress 0 first, so that what a crash leaves of this is cleared again; then the pairs, then the progress itself. */
  async #clear(partition: number): Promise<void> {
    if ((await this.#readProgress(partition)) === undefined) return;
    await this.#write(partition, [], NO_PROGRESS);
    const iterator = this.#store.keys(pairRange(partition));
    try {
      for (;;) {
        const keys = await iterator.nextv(STORE_LOAD_PAIRS);
        if (keys.length === 0) break;
        await writeBatch(
          this.#store,
          keys.map((key) => ({ type: 'del', key })),
        );
      }
    } finally {
      await iterator.close();
    }
    await writeBatch(this.#store, [{ type: 'del', key: partitionKey(partition) }]);
    this.#progress.delete(partition);
  }
}

function checkProgress({ index, offset }: StateProgress): void {
  checkInteger(index, 1, 'the index of a state');
  checkInteger(offset, 0, 'the offset of a state');
}

function operationOf(partition: number, { key, value }: StateChange): StoreOperation {
  assert(key.length <= STATE_KEY_BYTES_MAX, 'a state key is within its limit');
  const stored = pairKey(partition, key);
  if (value === undefined) return { type: 'del', key: stored };
  assert(value.length <= STATE_VALUE_BYTES_MAX, 'a state value is within its limit');
  return putSealed(stored, value);
}

function encodeProgress({ index, offset }: StateProgress): Uint8Array {
  const bytes = new Uint8Array(PROGRESS_BYTES);
  setUint64(viewOf(bytes), 0, index);
  setUint64(viewOf(bytes), 8, offset);
  return bytes;
}
