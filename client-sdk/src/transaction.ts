// The canonical encoding of a transaction (client.proto, `Transaction`): the one writer and the one parser of its bytes. The parser accepts exactly
// what the writer makes. Limits of a cluster and ids for its tables are envelope.ts's.
import { isUtf8 } from 'node:buffer';
import { GENERATED_KEY_BYTES, KEY_BYTES_MAX } from './codec-parts.ts';
import { DELTA_TAG, DELTAS_MAX, deltasBytes, parseDelta, type WireDelta, writeDeltas } from './deltas.ts';
import type { WireKey } from './messages.ts';
import { TRANSACTION_TAG } from './stream-codec.ts';
import { checkUint, checkUint32, varintBytes, WireError, WireReader, writeVarint } from './wire.ts';

export type WireLockMode = 'write' | 'read' | 'append';

export interface WireLock {
  readonly mode: WireLockMode;
  readonly name: Uint8Array;
}

/** Every field of a transaction. */
export interface TransactionFields {
  readonly type: string;
  readonly header: number;
  readonly locks: readonly WireLock[];
  readonly key: WireKey;
  /** `undefined`: blind. */
  readonly seen: number | undefined;
  /** Empty if there are deltas. */
  readonly data: Uint8Array;
  /** Absent: none. */
  readonly deltas?: readonly WireDelta[];
}

/** A transaction that was parsed. */
export interface ParsedTransaction extends TransactionFields {
  readonly deltas: readonly WireDelta[];
  /** The deltas as they stand in the bytes, with their tags and lengths. */
  readonly deltaBytes: Uint8Array;
}

export const TYPE_BYTES_MAX = 64;
export const LOCK_NAME_BYTES_MAX = 256;
/** Types that begin with this are the cluster's own. */
export const RESERVED_TYPE_PREFIX = 'ledgerline.';
/** The type of a void: it settles a key so that nothing else can commit under it. */
export const VOID_TYPE = 'ledgerline.void';

const TYPE_TAG = 0x0a;
const HEADER_TAG = 0x10;
const LOCK_TAG = 0x1a;
const GENERATED_KEY_TAG = 0x22;
const NAMED_KEY_TAG = 0x2a;
const SEEN_TAG = 0x30;
const DATA_TAG = 0x3a;
const LOCK_MODE_TAG = 0x08;
const LOCK_NAME_TAG = 0x12;

/** Position = number on the wire. */
const LOCK_MODES: readonly (WireLockMode | undefined)[] = [undefined, 'write', 'read', 'append'];

/** Bytes of a lock's fields: mode (two bytes), tag, length and name. */
function lockBytes(lock: WireLock): number {
  return 3 + varintBytes(lock.name.length) + lock.name.length;
}

function fieldBytes(length: number): number {
  return 1 + varintBytes(length) + length;
}

function bodyBytes(fields: TransactionFields, typeBytes: number): number {
  let bytes = fieldBytes(typeBytes) + fieldBytes(fields.key.bytes.length);
  if (fields.header !== 0) bytes += 1 + varintBytes(fields.header);
  for (const lock of fields.locks) bytes += fieldBytes(lockBytes(lock));
  return bytes + bytesAfterKey(fields);
}

/** Bytes of a transaction that follow its key. */
export function bytesAfterKey(fields: Pick<TransactionFields, 'seen' | 'data' | 'deltas'>): number {
  let bytes = fields.seen === undefined ? 0 : 1 + varintBytes(fields.seen);
  if (fields.data.length > 0) bytes += fieldBytes(fields.data.length);
  return fields.deltas === undefined ? bytes : bytes + deltasBytes(fields.deltas);
}

function writeBytes(target: Buffer, at: number, field: { readonly tag: number; readonly bytes: Uint8Array }): number {
  target[at] = field.tag;
  const start = writeVarint(target, at + 1, field.bytes.length);
  target.set(field.bytes, start);
  return start + field.bytes.length;
}

/** The transaction with its protobuf tag and length, ready to stand in a SubmitRequest, a log and a TailBatch. Throws RangeError on numbers out of range. */
export function encodeTransaction(fields: TransactionFields): Buffer {
  checkUint32(fields.header, 'header');
  if (fields.seen !== undefined) checkUint(fields.seen, 'seen');
  if (fields.data.length > 0 && fields.deltas !== undefined && fields.deltas.length > 0)
    throw new RangeError('a transaction has data or deltas, not both');
  const typeBytes = Buffer.byteLength(fields.type);
  const body = bodyBytes(fields, typeBytes);
  const target = Buffer.allocUnsafe(fieldBytes(body));
  target[0] = TRANSACTION_TAG;
  let at = writeVarint(target, 1, body);
  target[at] = TYPE_TAG;
  at = writeVarint(target, at + 1, typeBytes);
  at += target.write(fields.type, at);
  if (fields.header !== 0) {
    target[at] = HEADER_TAG;
    at = writeVarint(target, at + 1, fields.header);
  }
  for (const lock of fields.locks) {
    target[at] = LOCK_TAG;
    at = writeVarint(target, at + 1, lockBytes(lock));
    target[at] = LOCK_MODE_TAG;
    target[at + 1] = LOCK_MODES.indexOf(lock.mode);
    at = writeBytes(target, at + 2, { tag: LOCK_NAME_TAG, bytes: lock.name });
  }
  at = writeBytes(target, at, { tag: fields.key.kind === 'generated' ? GENERATED_KEY_TAG : NAMED_KEY_TAG, bytes: fields.key.bytes });
  if (fields.seen !== undefined) {
    target[at] = SEEN_TAG;
    at = writeVarint(target, at + 1, fields.seen);
  }
  if (fields.data.length > 0) at = writeBytes(target, at, { tag: DATA_TAG, bytes: fields.data });
  if (fields.deltas !== undefined) at = writeDeltas(target, at, fields.deltas);
  if (at !== target.length) throw new RangeError(`a transaction of ${at} bytes was computed as ${target.length}`);
  return target;
}

/** More locks than the caller of the parser allows. */
export class TooManyLocksError extends WireError {}

/**
 * The fields of one encoded transaction, given with its tag and length. Byte arrays are views. Throws WireError unless the encoding is canonical:
 * fields in ascending order, each once, none unknown, none with its default value, varints in their shortest form, lengths within the limits of
 * every cluster; TooManyLocksError as soon as there are more than `locksMax`.
 */
export function parseTransaction(bytes: Uint8Array, locksMax: number = Number.POSITIVE_INFINITY): ParsedTransaction {
  const reader = new WireReader(bytes);
  if (reader.minimalVarint() !== TRANSACTION_TAG) throw new WireError('not a transaction');
  if (canonicalEnd(reader) !== reader.end) throw new WireError('the length of the transaction is not that of its bytes');
  let tag = nextTag(reader);
  if (tag !== TYPE_TAG) throw new WireError('the type is missing');
  const type = parseType(reader);
  tag = nextTag(reader);
  let header = 0;
  if (tag === HEADER_TAG) {
    header = reader.minimalVarint();
    if (header === 0 || header > 0xffff_ffff) throw new WireError('the header is 0 or larger than 2^32 - 1');
    tag = nextTag(reader);
  }
  const locks: WireLock[] = [];
  for (; tag === LOCK_TAG; tag = nextTag(reader)) {
    if (locks.length >= locksMax) throw new TooManyLocksError(`more than ${locksMax} locks`);
    locks.push(parseLock(reader));
  }
  const key = parseKey(reader, tag);
  tag = nextTag(reader);
  let seen: number | undefined;
  if (tag === SEEN_TAG) {
    seen = reader.minimalVarint();
    tag = nextTag(reader);
  }
  let data = bytes.subarray(reader.end);
  if (tag === DATA_TAG) {
    data = canonicalView(reader);
    if (data.length === 0) throw new WireError('empty data is left out');
    tag = nextTag(reader);
    if (tag === DELTA_TAG) throw new WireError('a transaction has data or deltas, not both');
  }
  const deltas: WireDelta[] = [];
  const deltasStart = tag === DELTA_TAG ? reader.at - 1 : reader.end;
  for (; tag === DELTA_TAG; tag = nextTag(reader)) {
    if (deltas.length >= DELTAS_MAX) throw new WireError(`more than ${DELTAS_MAX} deltas`);
    deltas.push(parseDelta(reader));
  }
  if (tag !== 0) throw new WireError(`field ${Math.floor(tag / 8)} is unknown, repeated or out of order`);
  return { type, header, locks, key, seen, data, deltas, deltaBytes: bytes.subarray(deltasStart) };
}

/** The deltas of one encoded transaction, given with its tag and length, in their order. Byte arrays are views. Throws WireError. */
export function deltasOf(transaction: Uint8Array): readonly WireDelta[] {
  return parseTransaction(transaction).deltas;
}

/** 0 at the end of the transaction. */
function nextTag(reader: WireReader): number {
  if (reader.isAtEnd) return 0;
  const tag = reader.minimalVarint();
  if (tag === 0) throw new WireError('field 0 does not exist');
  return tag;
}

function canonicalEnd(reader: WireReader): number {
  const length = reader.minimalVarint();
  if (length > reader.end - reader.at) throw new WireError('a field is longer than its message');
  return reader.at + length;
}

function canonicalView(reader: WireReader): Uint8Array {
  const end = canonicalEnd(reader);
  const view = reader.bytes.subarray(reader.at, end);
  reader.at = end;
  return view;
}

function parseType(reader: WireReader): string {
  const view = canonicalView(reader);
  if (view.length < 1 || view.length > TYPE_BYTES_MAX) throw new WireError(`a type has 1 to ${TYPE_BYTES_MAX} bytes`);
  if (!isUtf8(view)) throw new WireError('the type is not UTF-8');
  return Buffer.from(view.buffer, view.byteOffset, view.length).toString('utf8');
}

function parseLock(outer: WireReader): WireLock {
  const end = canonicalEnd(outer);
  const reader = new WireReader(outer.bytes, outer.at, end);
  outer.at = end;
  if (nextTag(reader) !== LOCK_MODE_TAG) throw new WireError('the mode of a lock is missing');
  const mode = LOCK_MODES[reader.minimalVarint()];
  if (mode === undefined) throw new WireError('the mode of a lock is unknown');
  if (nextTag(reader) !== LOCK_NAME_TAG) throw new WireError('the name of a lock is missing');
  const name = canonicalView(reader);
  if (name.length < 1 || name.length > LOCK_NAME_BYTES_MAX) throw new WireError(`the name of a lock has 1 to ${LOCK_NAME_BYTES_MAX} bytes`);
  if (!reader.isAtEnd) throw new WireError('a lock has an unknown field');
  return { mode, name };
}

function parseKey(reader: WireReader, tag: number): WireKey {
  if (tag !== GENERATED_KEY_TAG && tag !== NAMED_KEY_TAG) throw new WireError('the key is missing');
  const bytes = canonicalView(reader);
  if (tag === GENERATED_KEY_TAG) {
    if (bytes.length !== GENERATED_KEY_BYTES) throw new WireError(`a generated key has ${GENERATED_KEY_BYTES} bytes`);
    return { kind: 'generated', bytes };
  }
  if (bytes.length < 1 || bytes.length > KEY_BYTES_MAX) throw new WireError(`a named key has 1 to ${KEY_BYTES_MAX} bytes`);
  return { kind: 'named', bytes };
}
