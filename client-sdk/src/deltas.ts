// The deltas inside the bytes of a transaction (client.proto, `Delta`): the one writer and the one parser of theirs. The parser accepts exactly what the
// writer makes. Whether locks cover their keys is envelope.ts's to check.
import { varintBytes, WireError, WireReader, writeVarint } from './wire.ts';

/** One change of the state, or a record that changes nothing. The server's `Delta` has the same shape. */
export type WireDelta =
  | { readonly kind: 'put'; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly kind: 'delete'; readonly key: Uint8Array }
  | { readonly kind: 'record'; readonly data: Uint8Array };

/** Deltas of one transaction: bounds what its parser does beside its bytes. */
export const DELTAS_MAX = 4_096;
/** Bytes of a state key: as many as the name of a lock has, since one covers it. */
export const STATE_KEY_BYTES_MAX = 256;
/** Bytes of a value: half of what a transaction has by default. */
export const STATE_VALUE_BYTES_MAX = 512 * 1024;

/** Field 8 of a Transaction. */
export const DELTA_TAG = 0x42;
const PUT_TAG = 0x0a;
const DELETE_TAG = 0x12;
const RECORD_TAG = 0x1a;
const PUT_KEY_TAG = 0x0a;
const PUT_VALUE_TAG = 0x12;

function fieldBytes(length: number): number {
  return 1 + varintBytes(length) + length;
}

function putBytes(delta: WireDelta & { readonly kind: 'put' }): number {
  return fieldBytes(delta.key.length) + (delta.value.length === 0 ? 0 : fieldBytes(delta.value.length));
}

function changeBytes(delta: WireDelta): number {
  if (delta.kind === 'put') return fieldBytes(putBytes(delta));
  return fieldBytes(delta.kind === 'delete' ? delta.key.length : delta.data.length);
}

/** Bytes of all deltas in a transaction, with their tags and lengths. */
export function deltasBytes(deltas: readonly WireDelta[]): number {
  let bytes = 0;
  for (const delta of deltas) bytes += fieldBytes(changeBytes(delta));
  return bytes;
}

function writeField(target: Uint8Array, at: number, field: { readonly tag: number; readonly bytes: Uint8Array }): number {
  target[at] = field.tag;
  const start = writeVarint(target, at + 1, field.bytes.length);
  target.set(field.bytes, start);
  return start + field.bytes.length;
}

/** Writes the deltas at `at`; returns the position after them. */
export function writeDeltas(target: Uint8Array, at: number, deltas: readonly WireDelta[]): number {
  let position = at;
  for (const delta of deltas) {
    target[position] = DELTA_TAG;
    position = writeVarint(target, position + 1, changeBytes(delta));
    if (delta.kind === 'put') {
      target[position] = PUT_TAG;
      position = writeVarint(target, position + 1, putBytes(delta));
      position = writeField(target, position, { tag: PUT_KEY_TAG, bytes: delta.key });
      if (delta.value.length > 0) position = writeField(target, position, { tag: PUT_VALUE_TAG, bytes: delta.value });
    } else if (delta.kind === 'delete') position = writeField(target, position, { tag: DELETE_TAG, bytes: delta.key });
    else position = writeField(target, position, { tag: RECORD_TAG, bytes: delta.data });
  }
  return position;
}

/** Reads one delta, whose length `outer` is at. Byte arrays are views. Throws WireError unless the encoding is canonical. */
export function parseDelta(outer: WireReader): WireDelta {
  const reader = fieldReader(outer);
  const delta = parseChange(reader);
  if (!reader.isAtEnd) throw new WireError('a delta has more than one change, or an unknown field');
  return delta;
}

function parseChange(reader: WireReader): WireDelta {
  const tag = reader.isAtEnd ? 0 : reader.minimalVarint();
  if (tag === PUT_TAG) return parsePut(fieldReader(reader));
  if (tag === DELETE_TAG) return { kind: 'delete', key: checkKey(canonicalView(reader)) };
  if (tag === RECORD_TAG) return { kind: 'record', data: canonicalView(reader) };
  throw new WireError('a delta is neither a put nor a delete nor a record');
}

function parsePut(reader: WireReader): WireDelta {
  if (reader.isAtEnd || reader.minimalVarint() !== PUT_KEY_TAG) throw new WireError('the key of a put is missing');
  const key = checkKey(canonicalView(reader));
  let value = reader.bytes.subarray(reader.end, reader.end);
  if (!reader.isAtEnd) {
    if (reader.minimalVarint() !== PUT_VALUE_TAG) throw new WireError('a put has an unknown field');
    value = canonicalView(reader);
    if (value.length === 0) throw new WireError('an empty value is left out');
    if (value.length > STATE_VALUE_BYTES_MAX) throw new WireError(`a value has at most ${STATE_VALUE_BYTES_MAX} bytes`);
  }
  if (!reader.isAtEnd) throw new WireError('a put has an unknown field');
  return { kind: 'put', key, value };
}

function checkKey(key: Uint8Array): Uint8Array {
  if (key.length < 1 || key.length > STATE_KEY_BYTES_MAX) throw new WireError(`a state key has 1 to ${STATE_KEY_BYTES_MAX} bytes`);
  return key;
}

/** A reader of the field whose length `outer` is at; `outer` moves behind it. */
function fieldReader(outer: WireReader): WireReader {
  const view = canonicalView(outer);
  return new WireReader(view);
}

function canonicalView(reader: WireReader): Uint8Array {
  const length = reader.minimalVarint();
  if (length > reader.end - reader.at) throw new WireError('a field is longer than its message');
  const view = reader.bytes.subarray(reader.at, reader.at + length);
  reader.at += length;
  return view;
}
