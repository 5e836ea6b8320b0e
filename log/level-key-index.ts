// The named-key index in Level: id -> record for ever, and per partition the offset up to which it is complete. Every value carries a
// CRC over key and value, and every key is counted, since Level can lose keys to a flipped bit without a word: opening reads all of it
// and compares, so that a wrong "never seen" cannot come from damage at rest. Level's own kernel lock on this directory is what guards the whole data directory; a kill -9 releases it.
import { mkdir } from 'node:fs/promises';
import { Level } from 'level';
import { assert, checkInteger } from '../consensus/assert.ts';
import { ID_BYTES } from '../consensus/batch.ts';
import type { KeyIndex } from '../consensus/ports.ts';
import type { NamedKeyRecord } from '../consensus/types.ts';
import { getUint64, setUint64, viewOf } from './bytes.ts';
import { checksum } from './crc.ts';
import { corrupt, hasCode, ioFailed, LogError, unknownVersion } from './errors.ts';

const VERSION = 1;
const PARTITION_BYTES = 2;
/** Partitions begin with 1: the key of partition 0 holds the version of the format. */
const VERSION_KEY_PARTITION = 0;
const RECORD_BYTES = 8 + ID_BYTES + 1;
const NUMBER_BYTES = 8;
/** Applied offset and number of keys. */
const PROGRESS_BYTES = 16;
/** Entries read at once while the index is opened. */
const CHECK_ENTRIES = 1000;
const FLAG_VOID = 1;

type Store = Level<Uint8Array, Uint8Array>;

interface Progress {
  readonly appliedOffset: number;
  readonly keys: number;
}

/**
 * Opens or creates the index. Throws `LOCKED` when another process has it open, `VERSION` when a later version wrote it, `CORRUPT` when
 * Level or a checksum says so, `IO` otherwise.
 */
export async function openLevelKeyIndex(path: string): Promise<KeyIndex> {
  const store: Store = new Level<Uint8Array, Uint8Array>(path, { keyEncoding: 'view', valueEncoding: 'view' });
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await store.open();
  } catch (error) {
    throw openFailed(path, error);
  }
  try {
    await checkVersion(store, path);
    return new LevelKeyIndex(store, path, await checkAll(store, path));
  } catch (error) {
    await store.close();
    throw error;
  }
}

function openFailed(path: string, error: unknown): LogError {
  const cause = error instanceof Error ? error.cause : undefined;
  if (hasCode(cause, 'LEVEL_LOCKED')) {
    const what = 'another process holds the lock of this data directory, most likely a node that is still running';
    return new LogError('LOCKED', { what, next: 'Stop that process, or give this node its own directory.', place: { file: path }, cause });
  }
  if (hasCode(cause, 'LEVEL_CORRUPTION')) return corrupt('Level finds its files damaged', { file: path }, cause);
  return ioFailed('cannot open the key index', path, cause ?? error);
}

async function checkVersion(store: Store, path: string): Promise<void> {
  const key = numberKey(VERSION_KEY_PARTITION);
  const found = await readNumber(store, key, path);
  if (found === undefined) await store.put(key, seal(key, encodeNumber(VERSION)), { sync: true });
  else if (found !== VERSION) throw unknownVersion(`the key index has format ${found}, this version knows ${VERSION}`, { file: path });
}

/** Reads every key and value, and the progress of each partition. Throws `CORRUPT` if one is damaged or one is missing. */
async function checkAll(store: Store, path: string): Promise<Map<number, Progress>> {
  const progress = new Map<number, Progress>();
  const found = new Map<number, number>();
  const iterator = store.iterator();
  try {
    for (let batch = await iterator.nextv(CHECK_ENTRIES); batch.length > 0; batch = await iterator.nextv(CHECK_ENTRIES)) {
      for (const [key, value] of batch) {
        const partition = key.length < PARTITION_BYTES ? VERSION_KEY_PARTITION : viewOf(key).getUint16(0);
        if (key.length === PARTITION_BYTES + ID_BYTES) {
          unseal({ key, value, payloadBytes: RECORD_BYTES, path });
          found.set(partition, (found.get(partition) ?? 0) + 1);
        } else if (key.length !== PARTITION_BYTES) {
          throw damaged('it has a key that is none', path);
        } else if (partition !== VERSION_KEY_PARTITION) {
          progress.set(partition, decodeProgress(unseal({ key, value, payloadBytes: PROGRESS_BYTES, path })));
        }
      }
    }
  } finally {
    await iterator.close();
  }
  for (const partition of new Set([...found.keys(), ...progress.keys()])) {
    const keys = progress.get(partition)?.keys ?? 0;
    const there = found.get(partition) ?? 0;
    if (there !== keys) throw damaged(`of the ${keys} keys of partition ${partition} it has ${there}`, path);
  }
  return progress;
}

function damaged(what: string, path: string): LogError {
  return new LogError('CORRUPT', {
    what: `the key index is damaged: ${what}`,
    next: 'Remove this directory and start the node: the index is built again from the log.',
    place: { file: path },
  });
}

class LevelKeyIndex implements KeyIndex {
  readonly #store: Store;
  readonly #path: string;
  readonly #progress: Map<number, Progress>;

  constructor(store: Store, path: string, progress: Map<number, Progress>) {
    this.#store = store;
    this.#path = path;
    this.#progress = progress;
  }

  async getMany(partition: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]> {
    const keys = ids.map((id) => recordKey(partition, id));
    const values: readonly (Uint8Array | undefined)[] = await this.#store.getMany(keys);
    return keys.map((key, at) => {
      const value = values[at];
      return value === undefined ? undefined : decodeRecord(unseal({ key, value, payloadBytes: RECORD_BYTES, path: this.#path }));
    });
  }

  async put(
    partition: number,
    keys: readonly { readonly id: Uint8Array; readonly record: NamedKeyRecord }[],
    appliedOffset: number,
  ): Promise<void> {
    checkInteger(appliedOffset, 0, 'an applied offset');
    const operations = keys.map(({ id, record }) => putOf(recordKey(partition, id), encodeRecord(record)));
    const progress = { appliedOffset, keys: (this.#progress.get(partition)?.keys ?? 0) + keys.length };
    operations.push(putOf(numberKey(partition), encodeProgress(progress)));
    await this.#store.batch(operations, { sync: true });
    this.#progress.set(partition, progress);
  }

  async appliedOffset(partition: number): Promise<number> {
    return this.#progress.get(partition)?.appliedOffset ?? 0;
  }

  async close(): Promise<void> {
    await this.#store.close();
  }
}

function putOf(key: Uint8Array, payload: Uint8Array): { type: 'put'; key: Uint8Array; value: Uint8Array } {
  return { type: 'put', key, value: seal(key, payload) };
}

async function readNumber(store: Store, key: Uint8Array, path: string): Promise<number | undefined> {
  const value: Uint8Array | undefined = await store.get(key);
  if (value === undefined) return undefined;
  return getUint64(viewOf(unseal({ key, value, payloadBytes: NUMBER_BYTES, path })), 0);
}

/** Big endian, so that Level keeps each partition's keys together. */
function numberKey(partition: number): Uint8Array {
  const key = new Uint8Array(PARTITION_BYTES);
  viewOf(key).setUint16(0, partition);
  return key;
}

function recordKey(partition: number, id: Uint8Array): Uint8Array {
  assert(id.length === ID_BYTES, 'a key id has 16 bytes');
  const key = new Uint8Array(PARTITION_BYTES + ID_BYTES);
  viewOf(key).setUint16(0, partition);
  key.set(id, PARTITION_BYTES);
  return key;
}

function encodeNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(NUMBER_BYTES);
  setUint64(viewOf(bytes), 0, value);
  return bytes;
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

/** The payload with the CRC over key and payload behind it. */
function seal(key: Uint8Array, payload: Uint8Array): Uint8Array {
  const value = new Uint8Array(payload.length + 4);
  value.set(payload);
  viewOf(value).setUint32(payload.length, checksum(payload, checksum(key)), true);
  return value;
}

function unseal(options: { key: Uint8Array; value: Uint8Array; payloadBytes: number; path: string }): Uint8Array {
  const { key, value, payloadBytes, path } = options;
  const payload = value.subarray(0, payloadBytes);
  const isWhole = value.length === payloadBytes + 4 && viewOf(value).getUint32(payloadBytes, true) === checksum(payload, checksum(key));
  if (!isWhole) throw damaged('a value does not match its checksum', path);
  return payload;
}
