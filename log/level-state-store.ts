// The replicated state in Level: per partition key -> value and how far it is. Every value carries a CRC over key and value. Every batch is
// synced, also those of a load, since Level gives up its log file without a sync and could lose an earlier batch but not a later one.
// What the changes are, and when they are written, is the driver's.
import { assert, checkInteger } from '../consensus/assert.ts';
import { PARTITIONS_MAX, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX, STORE_LOAD_BYTES, STORE_LOAD_PAIRS } from '../consensus/limits.ts';
import type { StateChange, StatePair, StateProgress, StateStore, StateView } from '../consensus/ports.ts';
import { compareKeys } from '../consensus/snapshot-records.ts';
import { getUint64, setUint64, viewOf } from './bytes.ts';
import { LevelStateView } from './level-state-view.ts';
import { LevelStore, partitionKey, putSealed, type StoreOperation, type StoreSnapshot } from './level-store.ts';
import { pairKey, pairRange } from './state-keys.ts';

const VERSION = 1;
const VERSION_BYTES = 1;
/** Index and offset. */
const PROGRESS_BYTES = 16;
const NO_PROGRESS: StateProgress = { index: 0, offset: 0 };

/**
 * Opens or creates the state store. Throws `LOCKED` when another process has it open, `VERSION` when a later version wrote it, `CORRUPT` when
 * Level or a checksum says so, `IO` otherwise.
 */
export async function openLevelStateStore(path: string): Promise<StateStore> {
  const store = await LevelStore.open({ what: 'state', path });
  try {
    await store.checkVersion(VERSION, VERSION_BYTES);
    const state = new LevelStateStore(store);
    await state.recover();
    return state;
  } catch (error) {
    await store.close();
    throw error;
  }
}

class LevelStateStore implements StateStore {
  readonly #store: LevelStore;
  readonly #progress = new Map<number, StateProgress>();

  constructor(store: LevelStore) {
    this.#store = store;
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
    const snapshot = await this.#store.snapshot();
    try {
      const progress = (await this.#readProgress(partition, snapshot)) ?? NO_PROGRESS;
      return new LevelStateView({ store: this.#store, snapshot, partition, progress });
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
        await this.#store.write(operations);
        operations = [];
        bytes = 0;
      }
      await this.#write(partition, operations, progress);
    } catch (error) {
      // The error to report is this one; what is left now the next start clears.
      await this.#clear(partition).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  async #write(partition: number, operations: readonly StoreOperation[], progress: StateProgress): Promise<void> {
    checkInteger(partition, 1, 'a partition');
    await this.#store.write([...operations, putSealed(partitionKey(partition), encodeProgress(progress))]);
    this.#progress.set(partition, progress);
  }

  async #readProgress(partition: number, snapshot?: StoreSnapshot): Promise<StateProgress | undefined> {
    const options = { payloadBytes: PROGRESS_BYTES, ...(snapshot === undefined ? {} : { snapshot }) };
    const bytes = await this.#store.get(partitionKey(partition), options);
    return bytes === undefined ? undefined : { index: getUint64(viewOf(bytes), 0), offset: getUint64(viewOf(bytes), 8) };
  }

  /** Progress 0 first, so that what a crash leaves of this is cleared again; then the pairs, then the progress itself. */
  async #clear(partition: number): Promise<void> {
    if ((await this.#readProgress(partition)) === undefined) return;
    await this.#write(partition, [], NO_PROGRESS);
    for await (const keys of this.#store.keys({ ...pairRange(partition), atOnce: STORE_LOAD_PAIRS })) {
      await this.#store.write(keys.map((key) => ({ type: 'del', key })));
    }
    await this.#store.write([{ type: 'del', key: partitionKey(partition) }]);
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
