// What a node admits a transaction by: the canonical parse of its bytes, a cluster's limits, and the ids that its tables compare. The payload is
// hashed, never looked into, and the bytes are kept as they came.
import { isUtf8 } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import type { WireDelta } from './deltas.ts';
import { birthOf } from './generated-key.ts';
import type { WireKey } from './messages.ts';
import {
  encodeTransaction,
  type ParsedTransaction,
  parseTransaction,
  RESERVED_TYPE_PREFIX,
  TooManyLocksError,
  type TransactionFields,
  VOID_TYPE,
  type WireLockMode,
} from './transaction.ts';
import { latin1, WireError } from './wire.ts';

export const ID_BYTES = 16;
/** Above this many bytes hashing in parts is cheaper than copying them together first. */
const COPY_BYTES_MAX = 8192;

export type EnvelopeKey =
  | { readonly kind: 'generated'; readonly id: Uint8Array; readonly birth: number }
  | { readonly kind: 'named'; readonly id: Uint8Array };

export interface EnvelopeLock {
  readonly mode: WireLockMode;
  /** First 16 bytes of SHA-256 over the name. */
  readonly id: Uint8Array;
  readonly name: Uint8Array;
}

/** A transaction as admission sees it. The server's `Submission` has the same shape. Byte arrays are views into `bytes`, or digests. */
export interface Envelope {
  readonly type: string;
  readonly key: EnvelopeKey;
  readonly content: Uint8Array;
  readonly seen: number | undefined;
  readonly locks: readonly EnvelopeLock[];
  readonly isVoid: boolean;
  /** Puts or deletes keys of the state. */
  readonly hasDeltas: boolean;
  /** With tag and length, as it came. */
  readonly bytes: Uint8Array;
}

export interface EnvelopeLimits {
  /** Bytes of one encoded transaction with its tag and length. */
  readonly transactionBytesMax: number;
  readonly locksMax: number;
}

/** The one error of `parseEnvelope`: nothing was written and nothing ever will be. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
  readonly code: 'INVALID' | 'TOO_LARGE' | 'TOO_MANY_LOCKS';

  constructor(code: 'INVALID' | 'TOO_LARGE' | 'TOO_MANY_LOCKS', message: string) {
    super(message);
    this.code = code;
  }
}

/** What tables compare in place of a name or a named key: the first 16 bytes of SHA-256. */
export function shortDigest(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer').subarray(0, ID_BYTES);
}

/** What a repeat must have in common with the first. */
type Content = Pick<ParsedTransaction, 'type' | 'header' | 'data' | 'deltaBytes'>;

/**
 * Tells a repeat from another transaction under the same key: the first 16 bytes of SHA-256 over
 * u32 bytes of type | type | u32 header | u32 bytes of data | data | deltas, each with its tag and length, little-endian (client.proto, `Transaction`).
 */
export function contentDigest(fields: Content): Uint8Array {
  const { type, header, data, deltaBytes } = fields;
  const typeBytes = Buffer.byteLength(type);
  const bytes = data.length + deltaBytes.length;
  const head = Buffer.allocUnsafe(12 + typeBytes + (bytes <= COPY_BYTES_MAX ? bytes : 0));
  head.writeUInt32LE(typeBytes, 0);
  head.write(type, 4);
  head.writeUInt32LE(header, 4 + typeBytes);
  head.writeUInt32LE(data.length, 8 + typeBytes);
  if (bytes > COPY_BYTES_MAX) return createHash('sha256').update(head).update(data).update(deltaBytes).digest().subarray(0, ID_BYTES);
  head.set(data, 12 + typeBytes);
  head.set(deltaBytes, 12 + typeBytes + data.length);
  return shortDigest(head);
}

/** The key as tables compare it. Throws EnvelopeError on a generated key that is not one. */
export function envelopeKey(key: WireKey): EnvelopeKey {
  if (key.kind === 'named') return { kind: 'named', id: shortDigest(key.bytes) };
  const birth = birthOf(key.bytes);
  if (birth === undefined) throw new EnvelopeError('INVALID', 'a generated key has 16 bytes and a birth of at most 2^53 - 1');
  return { kind: 'generated', id: key.bytes, birth };
}

/**
 * Parses what a client submitted: one encoded transaction with its tag and length. Throws EnvelopeError, and nothing else, on what is not canonical,
 * exceeds the limits, or has a reserved type.
 */
export function parseEnvelope(bytes: Uint8Array, limits: EnvelopeLimits): Envelope {
  if (bytes.length > limits.transactionBytesMax) {
    throw new EnvelopeError('TOO_LARGE', `the transaction has ${bytes.length} bytes, at most ${limits.transactionBytesMax} are allowed`);
  }
  const fields = parseFields(bytes, limits.locksMax);
  if (fields.type.startsWith(RESERVED_TYPE_PREFIX)) {
    throw new EnvelopeError('INVALID', `types that begin with ${RESERVED_TYPE_PREFIX} are reserved`);
  }
  checkCovered(fields);
  return envelopeOf(fields, bytes);
}

/** Every key that is put or deleted is the name of a write or append lock: else a reader of the key could miss the change (DESIGN §6). */
function checkCovered({ deltas, locks }: ParsedTransaction): void {
  if (!deltas.some(changesState)) return;
  const names = new Set<string>();
  for (const { mode, name } of locks) if (mode !== 'read') names.add(latin1(name));
  for (const delta of deltas) {
    if (delta.kind !== 'record' && !names.has(latin1(delta.key)))
      throw new EnvelopeError('INVALID', `no write or append lock covers the ${delta.kind} of key ${printableKey(delta.key)}`);
  }
}

function changesState(delta: WireDelta): boolean {
  return delta.kind !== 'record';
}

function printableKey(key: Uint8Array): string {
  return isUtf8(key) ? JSON.stringify(Buffer.from(key).toString('utf8')) : `0x${Buffer.from(key).toString('hex')}`;
}

function parseFields(bytes: Uint8Array, locksMax: number): ParsedTransaction {
  try {
    return parseTransaction(bytes, locksMax);
  } catch (cause) {
    if (cause instanceof TooManyLocksError) throw new EnvelopeError('TOO_MANY_LOCKS', cause.message);
    if (cause instanceof WireError) throw new EnvelopeError('INVALID', cause.message);
    throw cause;
  }
}

function envelopeOf(fields: ParsedTransaction, bytes: Uint8Array): Envelope {
  return {
    type: fields.type,
    key: envelopeKey(fields.key),
    content: contentDigest(fields),
    seen: fields.seen,
    locks: fields.locks.map(({ mode, name }) => ({ mode, name, id: shortDigest(name) })),
    isVoid: fields.type === VOID_TYPE,
    hasDeltas: fields.deltas.some(changesState),
    bytes,
  };
}

/** The void that settles `key`: what a node proposes for Resolve. Throws EnvelopeError on a generated key that is not one. */
export function voidEnvelope(key: WireKey): Envelope {
  const fields: TransactionFields = { type: VOID_TYPE, header: 0, locks: [], key, seen: undefined, data: new Uint8Array(0) };
  return envelopeOf({ ...fields, deltas: [], deltaBytes: new Uint8Array(0) }, encodeTransaction(fields));
}
