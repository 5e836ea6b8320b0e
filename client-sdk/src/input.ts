// Checks what the caller hands in, once, and turns it into bytes: transactions, keys, partitions, offsets. Everything here throws LedgerlineError
// with outcome `none` before anything is sent.
import type { ClusterLimits, DeltaInput, KeyInput, TransactionInput } from './api.ts';
import { GENERATED_KEY_BYTES, KEY_BYTES_MAX } from './codec-parts.ts';
import { DELTAS_MAX, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX, type WireDelta } from './deltas.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { birthOf } from './generated-key.ts';
import type { WireKey } from './messages.ts';
import {
  bytesAfterKey,
  encodeTransaction,
  LOCK_NAME_BYTES_MAX,
  RESERVED_TYPE_PREFIX,
  TYPE_BYTES_MAX,
  type WireLock,
} from './transaction.ts';
import { latin1 } from './wire.ts';

const UINT32_MAX = 0xffff_ffff;
const NO_LOCKS: readonly WireLock[] = [];
const NO_DELTAS: readonly WireDelta[] = [];
const NO_DATA = new Uint8Array(0);

export interface EncodedInput {
  /** With tag and length. */
  readonly bytes: Buffer;
  /** Where the 16 bytes of a generated key stand in `bytes`. */
  readonly keyAt: number;
}

/** Encodes a transaction under `key`. */
export function encodeInput(input: TransactionInput, key: WireKey, limits: ClusterLimits): EncodedInput {
  const data = input.data === undefined && input.deltas !== undefined ? NO_DATA : bytesOf(input.data, 'data');
  const deltas = input.deltas === undefined ? NO_DELTAS : checkDeltas(input.deltas);
  if (data.length > 0 && deltas.length > 0)
    throw invalid('a transaction has data or deltas, not both: what readers need beside deltas is a record');
  const seen = input.seen === undefined ? undefined : checkOffset(input.seen, { min: 0, what: 'seen' });
  const asked = input.locks === undefined ? NO_LOCKS : checkLocks(input.locks, seen);
  const locks = deltas.length === 0 ? asked : covered(deltas, asked);
  if (locks.length > limits.locksMax) {
    throw new LedgerlineError('TOO_MANY_LOCKS', `the transaction has ${locks.length} locks, at most ${limits.locksMax} are allowed`);
  }
  const fields = { type: checkType(input.type), header: checkHeader(input.header ?? 0), locks, key, seen, data, deltas };
  const bytes = encodeTransaction(fields);
  if (bytes.length > limits.transactionBytesMax) {
    throw new LedgerlineError(
      'TOO_LARGE',
      `the transaction has ${bytes.length} bytes encoded, at most ${limits.transactionBytesMax} are allowed`,
    );
  }
  return { bytes, keyAt: bytes.length - bytesAfterKey(fields) - key.bytes.length };
}

/** A named key as bytes. */
export function namedKey(key: string | Uint8Array): WireKey {
  const bytes = bytesOf(key, 'the key');
  if (bytes.length < 1 || bytes.length > KEY_BYTES_MAX) throw invalid(`the key has ${bytes.length} bytes; it needs 1 to ${KEY_BYTES_MAX}`);
  return { kind: 'named', bytes };
}

/** A key for lookup and resolve. */
export function wireKey(key: KeyInput): WireKey {
  if ('named' in key) return namedKey(key.named);
  if (!(key.generated instanceof Uint8Array) || birthOf(key.generated) === undefined) {
    throw invalid(`a generated key has ${GENERATED_KEY_BYTES} bytes, as receipts and errors give it`);
  }
  return { kind: 'generated', bytes: key.generated };
}

/** A number of an existing partition; 1 by default. */
export function checkPartition(partition: number | undefined, partitions: number): number {
  if (partition === undefined) return 1;
  if (!Number.isInteger(partition) || partition < 1 || partition > partitions) {
    throw new LedgerlineError('UNKNOWN_PARTITION', `partition ${partition} does not exist: the cluster has partitions 1 to ${partitions}`);
  }
  return partition;
}

export function checkOffset(offset: number, limits: { readonly min: number; readonly what: string }): number {
  if (!Number.isSafeInteger(offset) || offset < limits.min)
    throw invalid(`${limits.what} is ${offset}, not an integer of at least ${limits.min}`);
  return offset;
}

function checkHeader(header: number): number {
  if (!Number.isInteger(header) || header < 0 || header > UINT32_MAX)
    throw invalid(`the header is ${header}, not an unsigned 32-bit number`);
  return header;
}

function checkType(type: string): string {
  if (typeof type !== 'string') throw invalid('the type is missing');
  const length = Buffer.byteLength(type);
  if (length < 1 || length > TYPE_BYTES_MAX) throw invalid(`the type has ${length} bytes; it needs 1 to ${TYPE_BYTES_MAX}`);
  if (type.startsWith(RESERVED_TYPE_PREFIX)) throw invalid(`types that begin with ${JSON.stringify(RESERVED_TYPE_PREFIX)} are reserved`);
  checkText(type, 'the type');
  return type;
}

/** The deltas of one transaction as they go over the wire. */
export function checkDeltas(deltas: readonly DeltaInput[]): WireDelta[] {
  if (deltas.length > DELTAS_MAX) throw invalid(`the transaction has ${deltas.length} deltas, at most ${DELTAS_MAX} are allowed`);
  return deltas.map((delta): WireDelta => {
    if ('put' in delta) return { kind: 'put', key: stateKey(delta.put), value: stateValue(delta.value) };
    if ('delete' in delta) return { kind: 'delete', key: stateKey(delta.delete) };
    if ('record' in delta) return { kind: 'record', data: bytesOf(delta.record, 'a record') };
    throw invalid('a delta is neither a put nor a delete nor a record');
  });
}

/** A key of the state as bytes. */
export function stateKey(key: string | Uint8Array): Uint8Array {
  const bytes = bytesOf(key, 'a state key');
  if (bytes.length < 1 || bytes.length > STATE_KEY_BYTES_MAX)
    throw invalid(`a state key has ${bytes.length} bytes; it needs 1 to ${STATE_KEY_BYTES_MAX}`);
  return bytes;
}

function stateValue(value: string | Uint8Array): Uint8Array {
  const bytes = bytesOf(value, 'a value');
  if (bytes.length > STATE_VALUE_BYTES_MAX)
    throw new LedgerlineError('TOO_LARGE', `a value has ${bytes.length} bytes, at most ${STATE_VALUE_BYTES_MAX} are allowed`);
  return bytes;
}

/** The locks, and a write lock for every key that is put or deleted and has no write or append lock of its name. */
function covered(deltas: readonly WireDelta[], locks: readonly WireLock[]): readonly WireLock[] {
  const names = new Set<string>();
  for (const { mode, name } of locks) if (mode !== 'read') names.add(latin1(name));
  const all = [...locks];
  for (const delta of deltas) {
    if (delta.kind === 'record' || names.has(latin1(delta.key))) continue;
    names.add(latin1(delta.key));
    all.push({ mode: 'write', name: delta.key });
  }
  return all;
}

function checkLocks(locks: NonNullable<TransactionInput['locks']>, seen: number | undefined): WireLock[] {
  return locks.map(({ mode, name }) => {
    if (mode !== 'write' && mode !== 'read' && mode !== 'append')
      throw invalid(`${JSON.stringify(mode)} is not a lock mode: write, read or append`);
    if (mode === 'read' && seen === undefined) throw invalid('a read lock needs `seen`: without it there is nothing to check it against');
    const bytes = bytesOf(name, 'the name of a lock');
    if (bytes.length < 1 || bytes.length > LOCK_NAME_BYTES_MAX) {
      throw invalid(`the name of a lock has ${bytes.length} bytes; it needs 1 to ${LOCK_NAME_BYTES_MAX}`);
    }
    return { mode, name: bytes };
  });
}

/** UTF-8 of a string, which must not hold half a surrogate pair: two such strings would become the same bytes. */
export function bytesOf(value: string | Uint8Array | undefined, what: string): Uint8Array {
  if (typeof value === 'string') return Buffer.from(checkText(value, what));
  if (value instanceof Uint8Array) return value;
  throw invalid(`${what} is ${value === undefined ? 'missing' : typeof value}; expected a string or bytes`);
}

function checkText(text: string, what: string): string {
  if (/\p{Surrogate}/u.test(text)) throw invalid(`${what} is not well-formed text`);
  return text;
}
