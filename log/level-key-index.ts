// The named-key index in Level: id -> record for ever, and per partition the offset up to which it is complete. Every value carries a
// CRC over key and value, and every key is counted, since Level can lose keys to a flipped bit without a word: opening reads all of it
// and compares, so that a wrong "never seen" cannot come from damage at rest. Level's own kernel lock on this directory is what guards the whole data directory; a kill -9 releases it.
import { assert, checkInteger } from '../consensus/assert.ts';
import { ID_BYTES } from '../consensus/batch.ts';
import { STORE_LOAD_PAIRS, STORE_READ_PAIRS } from '../consensus/limits.ts';
import type { KeyIndex, NamedKey, NamedKeysView } from '../consensus/ports.ts';
import { compareKeys } from '../consensus/snapshot-records.ts';
import type { NamedKeyRecord } from '../consensus/types.ts';
import { getUint64, setUint64, viewOf } from './bytes.ts';
import { KeyFilter } from './key-filter.ts';
import { LevelStore, PARTITION_BYTES, partitionKey, putSealed, type StoreSnapshot, VERSION_KEY_PARTITION } from './level-store.ts';

const VERSION = 1;
const VERSION_BYTES = 8;
const RECORD_BYTES = 8 + ID_BYTES + 1;
/** Applied offset and number of keys. */
const PROGRESS_BYTES = 16;
/** Entries read at once while the index is opened. */
const CHECK_ENTRIES = 1000;
const FLAG_VOID = 1;

interface Progress {
  readonly appliedOffset: number;
  readonly keys: number;
}

const NO_PROGRESS: Progress = { appliedOffset: 0, keys: 0 };

/**
 * Opens or creates the index. Throws `LOCKED` when another process has it open, `VERSION` when a later version wrote it, `CORRUPT` when
 * Level or a checksum says so, `IO` otherwise.
 */
export async function openLevelKeyIndex(path: string): Promise<KeyIndex> {
  const store = await LevelStore.open({ what: 'key index', path });
  try {
    await store.checkVersion(VERSION, VERSION_BYTES);
    const index = new LevelKeyIndex(store, await checkAll(store));
    await index.clearUnfinished();
    return index;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What reading all of the index shows. */
interface Contents {
  readonly progress: Map<number, Progress>;
  readonly filter: KeyFilter;
}

/** Reads every key and value, and the progress of each partition. Throws `CORRUPT` if one is damaged or one is missing. */
async function checkAll(store: LevelStore): Promise<Contents> {
  const filter = new KeyFilter();
  const progress = new Map<number, Progress>();
  const found = new Map<number, number>();
  for await (const batch of store.entries({ atOnce: CHECK_ENTRIES })) {
    for (const [key, value] of batch) {
      const partition = key.length < PARTITION_BYTES ? VERSION_KEY_PARTITION : viewOf(key).getUint16(0);
      if (key.length === PARTITION_BYTES + ID_BYTES) {
        store.payloadOf(key, value, RECORD_BYTES);
        found.set(partition, (found.get(partition) ?? 0) + 1);
        filter.add(partition, key.subarray(PARTITION_BYTES));
      } else if (key.length !== PARTITION_BYTES) {
        throw store.damaged('it has a key that is none');
      } else if (partition !== VERSION_KEY_PARTITION) {
        progress.set(partition, decodeProgress(store.payloadOf(key, value, PROGRESS_BYTES)));
      }
    }
  }
  for (const partition of new Set([...found.keys(), ...progress.keys()])) {
    const keys = progress.get(partition)?.keys ?? 0;
    const there = found.get(partition) ?? 0;
    if (there !== keys) throw store.damaged(`of the ${keys} keys of partition ${partition} it has ${there}`);
  }
  return { progress, filter };
}

class LevelKeyIndex implements KeyIndex {
  readonly #store: LevelStore;
  readonly #progress: Map<number, Progress>;
  /** Every key that is in the index, or may get into it by a write that goes on. */
  readonly #filter: KeyFilter;

  constructor(store: LevelStore, { progress, filter }: Contents) {
    this.#store = store;
    this.#progress = progress;
    this.#filter = filter;
  }

  async getMany(partition: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]> {
    const records: (NamedKeyRecord | undefined)[] = Array(ids.length).fill(undefined);
    // Where in `ids` those are that may be there: fresh keys, most of all, cost nothing.
    const places = ids.flatMap((id, at) => (this.#filter.mayHave(partition, id) ? [at] : []));
    if (places.length === 0) return records;
    const keys = places.map((at) => recordKey(partition, ids[at] as Uint8Array));
    const values = await this.#store.getMany(keys);
    for (const [position, key] of keys.entries()) {
      const value = values[position];
      if (value === undefined) continue;
      records[places[position] as number] = decodeRecord(this.#store.payloadOf(key, value, RECORD_BYTES));
    }
    return records;
  }

  async put(partition: number, keys: readonly NamedKey[], appliedOffset: number): Promise<void> {
    checkInteger(appliedOffset, keys.length > 0 ? 1 : 0, 'an applied offset');
    const before = this.#progressOf(partition);
    assert(!isUnfinished(before), 'keys are put behind a whole load');
    await this.#write(partition, keys, { appliedOffset, keys: before.keys + keys.length });
  }

  async appliedOffset(partition: number): Promise<number> {
    return this.#progressOf(partition).appliedOffset;
  }

  async all(partition: number): Promise<NamedKeysView> {
    const snapshot = await this.#store.snapshot();
    try {
      const bytes = await this.#store.get(partitionKey(partition), { payloadBytes: PROGRESS_BYTES, snapshot });
      const progress = bytes === undefined ? NO_PROGRESS : decodeProgress(bytes);
      return new LevelNamedKeysView({ store: this.#store, snapshot, partition, progress });
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  /** Every batch is synced and says how many keys there are then; only the last names the offset, so that offset 0 with keys is what a cut-short load leaves. */
  async load(partition: number, keys: AsyncIterable<NamedKey>, appliedOffset: number): Promise<void> {
    checkInteger(appliedOffset, 0, 'the applied offset of a load');
    await this.#clear(partition);
    try {
      let previous: Uint8Array | undefined;
      let batch: NamedKey[] = [];
      for await (const key of keys) {
        assert(previous === undefined || compareKeys(previous, key.id) < 0, 'the ids of a load ascend');
        previous = key.id;
        batch.push(key);
        if (batch.length < STORE_LOAD_PAIRS) continue;
        await this.#write(partition, batch, { appliedOffset: 0, keys: this.#progressOf(partition).keys + batch.length });
        batch = [];
      }
      await this.#write(partition, batch, { appliedOffset, keys: this.#progressOf(partition).keys + batch.length });
    } catch (error) {
      // The error to report is this one; what is left now the next start clears.
      await this.#clear(partition).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#store.close();
  }

  /** Removes what loads that were cut short have left. */
  async clearUnfinished(): Promise<void> {
    for (const [partition, progress] of this.#progress) if (isUnfinished(progress)) await this.#clear(partition);
  }

  #progressOf(partition: number): Progress {
    return this.#progress.get(partition) ?? NO_PROGRESS;
  }

  async #write(partition: number, keys: readonly NamedKey[], progress: Progress): Promise<void> {
    const operations = keys.map(({ id, record }) => putSealed(recordKey(partition, id), encodeRecord(record)));
    // Before the write: nobody may see a key there that the filter does not know.
    for (const { id } of keys) this.#filter.add(partition, id);
    operations.push(putSealed(partitionKey(partition), encodeProgress(progress)));
    await this.#store.write(operations);
    this.#progress.set(partition, progress);
  }

  /** Offset 0 first, then batch by batch, the number of keys always that of the keys. */
  async #clear(partition: number): Promise<void> {
    let left = this.#progressOf(partition).keys;
    if (left === 0 && this.#progressOf(partition).appliedOffset === 0) return;
    await this.#write(partition, [], { appliedOffset: 0, keys: left });
    for await (const keys of this.#store.keys({ ...rangeOf(partition), atOnce: STORE_LOAD_PAIRS })) {
      left -= keys.length;
      const progress = { appliedOffset: 0, keys: left };
      const removals = keys.map((key) => ({ type: 'del' as const, key }));
      await this.#store.write([...removals, putSealed(partitionKey(partition), encodeProgress(progress))]);
      this.#progress.set(partition, progress);
    }
    if (left !== 0) throw this.#store.damaged(`of the keys of partition ${partition} ${left} are missing`);
  }
}

interface ViewOptions {
  readonly store: LevelStore;
  /** The view closes it. */
  readonly snapshot: StoreSnapshot;
  readonly partition: number;
  /** As read from the snapshot itself. */
  readonly progress: Progress;
}

class LevelNamedKeysView implements NamedKeysView {
  readonly appliedOffset: number;
  readonly #options: ViewOptions;

  constructor(options: ViewOptions) {
    this.#options = options;
    this.appliedOffset = options.progress.appliedOffset;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<NamedKey, void, undefined> {
    const { store, snapshot, partition, progress } = this.#options;
    let count = 0;
    for await (const entries of store.entries({ ...rangeOf(partition), snapshot, atOnce: STORE_READ_PAIRS })) {
      count += entries.length;
      for (const [key, value] of entries) {
        const record = decodeRecord(store.payloadOf(key, value, RECORD_BYTES));
        yield { id: new Uint8Array(key.subarray(PARTITION_BYTES)), record };
      }
    }
    if (count !== progress.keys) throw store.damaged(`of the ${progress.keys} keys of partition ${partition} it has ${count}`);
  }

  async close(): Promise<void> {
    await this.#options.snapshot.close();
  }
}

function isUnfinished(progress: Progress): boolean {
  return progress.appliedOffset === 0 && progress.keys > 0;
}

/** The keys of the records of one partition: everything behind the partition's own key. */
function rangeOf(partition: number): { gt: Uint8Array; lt: Uint8Array } {
  return { gt: partitionKey(partition), lt: partitionKey(partition + 1) };
}

function recordKey(partition: number, id: Uint8Array): Uint8Array {
  assert(id.length === ID_BYTES, 'a key id has 16 bytes');
  const key = new Uint8Array(PARTITION_BYTES + ID_BYTES);
  viewOf(key).setUint16(0, partition);
  key.set(id, PARTITION_BYTES);
  return key;
}

function encodeProgress({ appliedOffset, keys }: Progress): Uint8Array {
  const bytes = new Uint8Array(PROGRESS_BYTES);
  setUint64(viewOf(bytes), 0, appliedOffset);
  setUint64(viewOf(bytes), 8, keys);
  return bytes;
}

function decodeProgress(bytes: Uint8Array): Progress {
  return { appliedOffset: getUint64(viewOf(bytes), 0), keys: getUint64(viewOf(bytes), 8) };
}

function encodeRecord(record: NamedKeyRecord): Uint8Array {
  assert(record.content.length === ID_BYTES, 'a content digest has 16 bytes');
  const bytes = new Uint8Array(RECORD_BYTES);
  setUint64(viewOf(bytes), 0, checkInteger(record.offset, 1, 'the offset of a named key'));
  bytes.set(record.content, 8);
  bytes[8 + ID_BYTES] = record.isVoid ? FLAG_VOID : 0;
  return bytes;
}

function decodeRecord(bytes: Uint8Array): NamedKeyRecord {
  return {
    offset: getUint64(viewOf(bytes), 0),
    content: new Uint8Array(bytes.subarray(8, 8 + ID_BYTES)),
    isVoid: bytes[8 + ID_BYTES] === FLAG_VOID,
  };
}
