// The payload of one frame: the objects of one transaction with their keys, and the entry that carries it. Pure; FORMAT.md ("Transaction").
import { assert } from '../../consensus/assert.ts';
import type { Entry } from '../../consensus/types.ts';
import { viewOf } from '../bytes.ts';
import { chainDigest } from '../chain-digest.ts';
import type { LogEnd } from '../log-end.ts';
import { JournalError } from './errors.ts';
import { JOURNAL_KEY_BYTES_MAX, JOURNAL_OBJECTS_MAX } from './limits.ts';
import type { JournalObject, JournalTransaction } from './types.ts';

/** The journal has no elections: every entry is of this term. */
export const JOURNAL_TERM = 1;
const COUNT_BYTES = 4;
const OBJECT_HEADER_BYTES = 6;
const NO_KEY = 0xffff;
const FIRST_CAPACITY_BYTES = 256;

/** An open transaction: its payload as it grows. */
export class OpenTransaction {
  #bytes = new Uint8Array(FIRST_CAPACITY_BYTES);
  #length = COUNT_BYTES;
  #objects = 0;
  readonly #bytesMax: number;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Bytes of the payload so far. */
  get length(): number {
    return this.#length;
  }

  /** Bytes of what was added. */
  get objectBytes(): number {
    return this.#length - COUNT_BYTES;
  }

  /** Bytes that an object adds. Throws `TOO_LARGE` if it must not be added. */
  checkObject(bytes: Uint8Array, key: Uint8Array | undefined): number {
    if (key !== undefined && key.length > JOURNAL_KEY_BYTES_MAX) {
      throw tooLarge(`a key has ${key.length} bytes, more than ${JOURNAL_KEY_BYTES_MAX}`);
    }
    if (this.#objects === JOURNAL_OBJECTS_MAX) throw tooLarge(`a transaction has more than ${JOURNAL_OBJECTS_MAX} objects`);
    const added = OBJECT_HEADER_BYTES + (key?.length ?? 0) + bytes.length;
    if (this.#length + added > this.#bytesMax) throw tooLarge(`a transaction has more than ${this.#bytesMax} bytes`);
    return added;
  }

  /** Copies an object that was checked. */
  add(bytes: Uint8Array, key: Uint8Array | undefined): void {
    const at = this.#length;
    const keyBytes = key?.length ?? 0;
    this.#reserve(at + OBJECT_HEADER_BYTES + keyBytes + bytes.length);
    const view = viewOf(this.#bytes);
    view.setUint32(at, bytes.length, true);
    view.setUint16(at + 4, key === undefined ? NO_KEY : keyBytes, true);
    if (key !== undefined) this.#bytes.set(key, at + OBJECT_HEADER_BYTES);
    this.#bytes.set(bytes, at + OBJECT_HEADER_BYTES + keyBytes);
    this.#length = at + OBJECT_HEADER_BYTES + keyBytes + bytes.length;
    this.#objects++;
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(length, Math.min(2 * this.#bytes.length, this.#bytesMax)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** The payload; shares the memory of this transaction. */
  payload(): Uint8Array {
    viewOf(this.#bytes).setUint32(0, this.#objects, true);
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The entry of a transaction right behind `end`. Its index and its first offset are the transaction's offset. */
export function entryBehind(end: LogEnd, payload: Uint8Array): Entry {
  const index = end.lastIndex + 1;
  const body = { term: JOURNAL_TERM, type: 'batch', timestamp: 0, firstOffset: index, count: 1, payload } as const;
  return { index, ...body, previousDigest: end.lastDigest, digest: chainDigest(end.lastDigest, index, body) };
}

/** The transaction in the payload of entry `offset`; `undefined` if it is none. Objects share the payload's memory. */
export function decodeTransaction(offset: number, payload: Uint8Array): JournalTransaction | undefined {
  if (payload.length < COUNT_BYTES) return undefined;
  const view = viewOf(payload);
  const count = view.getUint32(0, true);
  if (count > JOURNAL_OBJECTS_MAX) return undefined;
  const objects: JournalObject[] = [];
  let at = COUNT_BYTES;
  for (let number = 0; number < count; number++) {
    if (at + OBJECT_HEADER_BYTES > payload.length) return undefined;
    const length = view.getUint32(at, true);
    const keyLength = view.getUint16(at + 4, true);
    const keyAt = at + OBJECT_HEADER_BYTES;
    const bytesAt = keyAt + (keyLength === NO_KEY ? 0 : keyLength);
    if (bytesAt + length > payload.length) return undefined;
    const key = keyLength === NO_KEY ? undefined : Buffer.from(payload.subarray(keyAt, bytesAt)).toString('utf8');
    objects.push({ key, bytes: payload.subarray(bytesAt, bytesAt + length) });
    at = bytesAt + length;
  }
  return at === payload.length ? { offset, objects } : undefined;
}

/** The distinct keys of a transaction; `undefined` if one of its objects has none, so that it overlaps with everything. */
export function keysOf(transaction: JournalTransaction): string[] | undefined {
  const keys = new Set<string>();
  for (const { key } of transaction.objects) {
    if (key === undefined) return undefined;
    keys.add(key);
  }
  assert(keys.size <= JOURNAL_OBJECTS_MAX, 'a transaction has no more keys than objects');
  return [...keys];
}

function tooLarge(what: string): JournalError {
  return new JournalError('TOO_LARGE', { what, next: 'The transaction is as it was: commit what it holds, or roll it back.' });
}
