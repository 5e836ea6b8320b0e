// Checks what the caller hands in, once, and turns it into bytes: transactions, keys, partitions, offsets. Everything here throws LedgerlineError
// with outcome `none` before anything is sent.
import type { ClusterLimits, KeyInput, TransactionInput } from './api.ts';
import { GENERATED_KEY_BYTES, KEY_BYTES_MAX } from './codec-parts.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { birthOf } from './generated-key.ts';
import type { WireKey } from './messages.ts';
import { encodeTransaction, LOCK_NAME_BYTES_MAX, RESERVED_TYPE_PREFIX, TYPE_BYTES_MAX, type WireLock } from './transaction.ts';
import { varintBytes } from './wire.ts';

const UINT32_MAX = 0xffff_ffff;
const NO_LOCKS: readonly WireLock[] = [];

export interface EncodedInput {
  /** With tag and length. */
  readonly bytes: Buffer;
  /** Where the 16 bytes of a generated key stand in `bytes`. */
  readonly keyAt: number;
}

/** Encodes a transaction under `key`. */
export function encodeInput(input: TransactionInput, key: WireKey, limits: ClusterLimits): EncodedInput {
  const data = bytesOf(input.data, 'data');
  const seen = input.seen === undefined ? undefined : checkOffset(input.seen, { min: 0, what: 'seen' });
  const locks = input.locks === undefined ? NO_LOCKS : checkLocks(input.locks, { seen, locksMax: limits.locksMax });
  const bytes = encodeTransaction({ type: checkType(input.type), header: checkHeader(input.header ?? 0), locks, key, seen, data });
  if (bytes.length > limits.transactionBytesMax) {
    throw new LedgerlineError(
      'TOO_LARGE',
      `the transaction has ${bytes.length} bytes encoded, at most ${limits.transactionBytesMax} are allowed`,
    );
  }
  const dataBytes = data.length === 0 ? 0 : 1 + varintBytes(data.length) + data.length;
  const seenBytes = seen === undefined ? 0 : 1 + varintBytes(seen);
  return { bytes, keyAt: bytes.length - dataBytes - seenBytes - key.bytes.length };
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

function checkLocks(
  locks: NonNullable<TransactionInput['locks']>,
  limits: { readonly seen: number | undefined; readonly locksMax: number },
): WireLock[] {
  if (locks.length > limits.locksMax) {
    throw new LedgerlineError('TOO_MANY_LOCKS', `the transaction has ${locks.length} locks, at most ${limits.locksMax} are allowed`);
  }
  return locks.map(({ mode, name }) => {
    if (mode !== 'write' && mode !== 'read' && mode !== 'append')
      throw invalid(`${JSON.stringify(mode)} is not a lock mode: write, read or append`);
    if (mode === 'read' && limits.seen === undefined)
      throw invalid('a read lock needs `seen`: without it there is nothing to check it against');
    const bytes = bytesOf(name, 'the name of a lock');
    if (bytes.length < 1 || bytes.length > LOCK_NAME_BYTES_MAX) {
      throw invalid(`the name of a lock has ${bytes.length} bytes; it needs 1 to ${LOCK_NAME_BYTES_MAX}`);
    }
    return { mode, name: bytes };
  });
}

/** UTF-8 of a string, which must not hold half a surrogate pair: two such strings would become the same bytes. */
function bytesOf(value: string | Uint8Array, what: string): Uint8Array {
  if (typeof value === 'string') return Buffer.from(checkText(value, what));
  if (value instanceof Uint8Array) return value;
  throw invalid(`${what} is ${value === undefined ? 'missing' : typeof value}; expected a string or bytes`);
}

function checkText(text: string, what: string): string {
  if (/\p{Surrogate}/u.test(text)) throw invalid(`${what} is not well-formed text`);
  return text;
}
