// The records of a snapshot's sections `named-keys` and `state`: many pairs or keys in one, ascending across all records of the section.
// Pure bytes, laid out as log/FORMAT.md ("Snapshot") says; where a record ends depends on what is in it alone, so that all nodes cut alike.
// The records of `tables` are the ledger's own.
import { assert } from './assert.ts';
import { ID_BYTES } from './batch.ts';
import { SNAPSHOT_RECORD_BYTES, STATE_KEY_BYTES_MAX, STATE_READ_BYTES_MAX, STATE_VALUE_BYTES_MAX, STORE_READ_PAIRS } from './limits.ts';
import type { NamedKey, StatePair, StateView } from './ports.ts';

const LENGTH_BYTES = 4;
const OFFSET_AT = ID_BYTES;
const CONTENT_AT = OFFSET_AT + 8;
const FLAGS_AT = CONTENT_AT + ID_BYTES;
const NAMED_KEY_BYTES = FLAGS_AT + 1;
const FLAG_VOID = 1;
const TWO_32 = 2 ** 32;

/** A record that is not what this file defines; the message says what is wrong with it. */
export class SnapshotRecordError extends Error {
  override readonly name = 'SnapshotRecordError';
}

/** Order of bytes as unsigned numbers, a prefix first: below 0 if `left` is before `right`. */
export function compareKeys(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Every pair of the view, ascending, read in short pieces; ask for the next no faster than the event loop can bear. */
export async function* statePairsOf(view: StateView): AsyncGenerator<StatePair, void, undefined> {
  let from: Uint8Array = new Uint8Array(0);
  for (;;) {
    const pairs = await view.range({ from, to: undefined, limit: STORE_READ_PAIRS, bytesMax: STATE_READ_BYTES_MAX });
    yield* pairs;
    const last = pairs.at(-1);
    if (last === undefined) return;
    // The next key after any key is that key and a zero.
    from = new Uint8Array(last.key.length + 1);
    from.set(last.key);
  }
}

/** The records of these pairs, which ascend strictly by key; throws `SnapshotRecordError` if they do not. */
export async function* stateRecords(pairs: AsyncIterable<StatePair>): AsyncGenerator<Uint8Array, void, undefined> {
  const packer = new Packer();
  let previous: Uint8Array | undefined;
  for await (const pair of pairs) {
    checkAscending(previous, pair.key);
    assert(pair.key.length <= STATE_KEY_BYTES_MAX, 'a state key is within its limit');
    assert(pair.value.length <= STATE_VALUE_BYTES_MAX, 'a state value is within its limit');
    previous = pair.key;
    const record = packer.reserve(2 * LENGTH_BYTES + pair.key.length + pair.value.length);
    packer.addSized(pair.key);
    packer.addSized(pair.value);
    if (record !== undefined) yield record;
  }
  const last = packer.take();
  if (last !== undefined) yield last;
}

/**
 * The records of those of these keys whose offset is at most `throughOffset`: see `NamedKeysView` for why these are the keys of a snapshot
 * there. The keys ascend strictly by id; throws `SnapshotRecordError` if they do not.
 */
export async function* namedKeyRecords(
  keys: AsyncIterable<NamedKey>,
  options: { readonly throughOffset: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const packer = new Packer();
  let previous: Uint8Array | undefined;
  for await (const { id, record } of keys) {
    checkAscending(previous, id);
    previous = id;
    if (record.offset > options.throughOffset) continue;
    const full = packer.reserve(NAMED_KEY_BYTES);
    packer.addBytes(encodeNamedKey({ id, record }));
    if (full !== undefined) yield full;
  }
  const last = packer.take();
  if (last !== undefined) yield last;
}

/** The pairs of all records of section `state`; throws `SnapshotRecordError`. Keys and values are views into the records. */
export async function* statePairs(records: AsyncIterable<Uint8Array>): AsyncGenerator<StatePair, void, undefined> {
  let previous: Uint8Array | undefined;
  for await (const record of records) {
    const pairs = decodeStateRecord(record, previous);
    previous = pairs.at(-1)?.key ?? previous;
    yield* pairs;
  }
}

/** The keys of all records of section `named-keys`; throws `SnapshotRecordError`. */
export async function* namedKeys(records: AsyncIterable<Uint8Array>): AsyncGenerator<NamedKey, void, undefined> {
  let previous: Uint8Array | undefined;
  for await (const record of records) {
    const keys = decodeNamedKeysRecord(record, previous);
    previous = keys.at(-1)?.id ?? previous;
    yield* keys;
  }
}

/** The pairs of one record, whose keys ascend strictly from `after` on. Throws `SnapshotRecordError`. Views into `record`. */
export function decodeStateRecord(record: Uint8Array, after?: Uint8Array): StatePair[] {
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  const pairs: StatePair[] = [];
  let previous = after;
  let at = 0;
  const sized = (what: string): Uint8Array => {
    const bytes = at + LENGTH_BYTES <= record.length ? view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (bytes > record.length - at - LENGTH_BYTES) throw new SnapshotRecordError(`a ${what} is cut short`);
    at += LENGTH_BYTES + bytes;
    return record.subarray(at - bytes, at);
  };
  while (at < record.length) {
    const key = sized('key');
    const value = sized('value');
    checkAscending(previous, key);
    previous = key;
    pairs.push({ key, value });
  }
  return pairs;
}

/** The keys of one record, whose ids ascend strictly from `after` on. Throws `SnapshotRecordError`. Views into `record`. */
export function decodeNamedKeysRecord(record: Uint8Array, after?: Uint8Array): NamedKey[] {
  if (record.length % NAMED_KEY_BYTES !== 0) throw new SnapshotRecordError('a named key is cut short');
  const view = new DataView(record.buffer, record.byteOffset, record.length);
  const keys: NamedKey[] = [];
  let previous = after;
  for (let at = 0; at < record.length; at += NAMED_KEY_BYTES) {
    const id = record.subarray(at, at + ID_BYTES);
    checkAscending(previous, id);
    previous = id;
    const offset = view.getUint32(at + OFFSET_AT, true) + view.getUint32(at + OFFSET_AT + 4, true) * TWO_32;
    const flags = view.getUint8(at + FLAGS_AT);
    if (offset < 1 || !Number.isSafeInteger(offset)) throw new SnapshotRecordError('the offset of a named key is none');
    if ((flags & ~FLAG_VOID) !== 0) throw new SnapshotRecordError(`a named key has unknown flags ${flags}`);
    keys.push({ id, record: { offset, content: record.subarray(at + CONTENT_AT, at + FLAGS_AT), isVoid: flags === FLAG_VOID } });
  }
  return keys;
}

function encodeNamedKey({ id, record }: NamedKey): Uint8Array {
  assert(id.length === ID_BYTES, 'a key id has 16 bytes');
  assert(record.content.length === ID_BYTES, 'a content digest has 16 bytes');
  assert(Number.isSafeInteger(record.offset) && record.offset >= 1, 'the offset of a named key is one');
  const bytes = new Uint8Array(NAMED_KEY_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(id);
  view.setUint32(OFFSET_AT, record.offset % TWO_32, true);
  view.setUint32(OFFSET_AT + 4, Math.floor(record.offset / TWO_32), true);
  bytes.set(record.content, CONTENT_AT);
  bytes[FLAGS_AT] = record.isVoid ? FLAG_VOID : 0;
  return bytes;
}

function checkAscending(previous: Uint8Array | undefined, key: Uint8Array): void {
  if (previous !== undefined && compareKeys(previous, key) >= 0) throw new SnapshotRecordError('the keys do not ascend');
}

/** Fills records up to `SNAPSHOT_RECORD_BYTES`; what is larger by itself gets a record of its own. */
class Packer {
  #buffer = new Uint8Array(SNAPSHOT_RECORD_BYTES);
  #view = new DataView(this.#buffer.buffer);
  #length = 0;

  /** Makes room for `bytes` more, and hands the record out that was full before. */
  reserve(bytes: number): Uint8Array | undefined {
    const full = this.#length + bytes > SNAPSHOT_RECORD_BYTES ? this.take() : undefined;
    if (bytes > this.#buffer.length) this.#begin(bytes);
    return full;
  }

  addSized(bytes: Uint8Array): void {
    this.#view.setUint32(this.#length, bytes.length, true);
    this.#length += LENGTH_BYTES;
    this.addBytes(bytes);
  }

  addBytes(bytes: Uint8Array): void {
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What is in it, if anything; then it is empty. */
  take(): Uint8Array | undefined {
    if (this.#length === 0) return undefined;
    const record = this.#buffer.subarray(0, this.#length);
    this.#begin(SNAPSHOT_RECORD_BYTES);
    this.#length = 0;
    return record;
  }

  #begin(bytes: number): void {
    this.#buffer = new Uint8Array(bytes);
    this.#view = new DataView(this.#buffer.buffer);
  }
}
