// The payload of a `batch` entry: a fixed-width index that followers apply without parsing a transaction, then the encoded transactions
// exactly as the clients sent them. The byte layout is in log/FORMAT.md ("Batch"); little-endian throughout.
//
//   u32 bytes of all rows | rows, one a transaction | encoded transactions, one after the other
//   row: u32 bytes of the transaction | u8 flags (1 named key, 2 void, 4 deltas) | u8 zero | u16 locks | 16 B key id | 16 B content | locks
//   lock: u8 mode (1 write, 2 append) | 16 B lock id        (read locks are checked at admission and leave no trace)
import { assert } from './assert.ts';
import type { Submission } from './types.ts';

export const ID_BYTES = 16;
const HEADER_BYTES = 4;
const ROW_BYTES = 8 + ID_BYTES + ID_BYTES;
const LOCK_BYTES = 1 + ID_BYTES;
const FLAG_NAMED = 1;
const FLAG_VOID = 2;
const FLAG_DELTAS = 4;
const MODE_WRITE = 1;
const MODE_APPEND = 2;

/** One transaction of a batch, as far as the tables need it. All byte arrays are views into the payload. */
export interface BatchRow {
  readonly keyKind: 'generated' | 'named';
  readonly keyId: Uint8Array;
  readonly content: Uint8Array;
  readonly isVoid: boolean;
  /** Changes the state: its deltas are in the encoded transaction. */
  readonly hasDeltas: boolean;
  /** Ids of the locks to record: those of mode `write` and `append`. */
  readonly lockIds: readonly Uint8Array[];
  readonly bytes: number;
}

/** Bytes that a submission adds to a batch. */
export function batchBytesOf(submission: Submission): number {
  return ROW_BYTES + recordedLocks(submission) * LOCK_BYTES + submission.bytes.length;
}

function recordedLocks(submission: Submission): number {
  let count = 0;
  for (const lock of submission.locks) if (lock.mode !== 'read') count++;
  return count;
}

/** The payload of a batch of these transactions, in this order. */
export function encodeBatch(submissions: readonly Submission[]): Uint8Array {
  let total = HEADER_BYTES;
  let bodyBytes = 0;
  for (const submission of submissions) {
    total += batchBytesOf(submission);
    bodyBytes += submission.bytes.length;
  }
  const payload = new Uint8Array(total);
  const view = new DataView(payload.buffer);
  const rowsBytes = total - HEADER_BYTES - bodyBytes;
  view.setUint32(0, rowsBytes, true);
  let at = HEADER_BYTES;
  let bodyAt = HEADER_BYTES + rowsBytes;
  for (const submission of submissions) {
    at = encodeRow(submission, { payload, view, at });
    payload.set(submission.bytes, bodyAt);
    bodyAt += submission.bytes.length;
  }
  assert(bodyAt === total, 'a batch fills its payload');
  return payload;
}

function encodeRow(submission: Submission, target: { payload: Uint8Array; view: DataView; at: number }): number {
  const { payload, view } = target;
  let { at } = target;
  const flags =
    (submission.key.kind === 'named' ? FLAG_NAMED : 0) | (submission.isVoid ? FLAG_VOID : 0) | (submission.hasDeltas ? FLAG_DELTAS : 0);
  view.setUint32(at, submission.bytes.length, true);
  view.setUint8(at + 4, flags);
  view.setUint16(at + 6, recordedLocks(submission), true);
  payload.set(submission.key.id, at + 8);
  payload.set(submission.content, at + 8 + ID_BYTES);
  at += ROW_BYTES;
  for (const lock of submission.locks) {
    if (lock.mode === 'read') continue;
    view.setUint8(at, lock.mode === 'write' ? MODE_WRITE : MODE_APPEND);
    payload.set(lock.id, at + 1);
    at += LOCK_BYTES;
  }
  return at;
}

/** Whether `payload` is a well-formed batch of exactly `count` transactions. For bytes that come from outside. */
export function isBatch(payload: Uint8Array, count: number): boolean {
  if (payload.length < HEADER_BYTES || count < 1) return false;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  const rowsEnd = HEADER_BYTES + view.getUint32(0, true);
  if (rowsEnd > payload.length) return false;
  let at = HEADER_BYTES;
  let bodyBytes = 0;
  for (let row = 0; row < count; row++) {
    if (at + ROW_BYTES > rowsEnd) return false;
    if (view.getUint8(at + 4) > (FLAG_NAMED | FLAG_VOID | FLAG_DELTAS) || view.getUint8(at + 5) !== 0) return false;
    const locks = view.getUint16(at + 6, true);
    bodyBytes += view.getUint32(at, true);
    at += ROW_BYTES;
    if (at + locks * LOCK_BYTES > rowsEnd) return false;
    for (let lock = 0; lock < locks; lock++, at += LOCK_BYTES) {
      const mode = view.getUint8(at);
      if (mode !== MODE_WRITE && mode !== MODE_APPEND) return false;
    }
  }
  return at === rowsEnd && rowsEnd + bodyBytes === payload.length;
}

/** The rows of a batch that `isBatch` accepts. */
export function batchRows(payload: Uint8Array, count: number): BatchRow[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  const rows: BatchRow[] = [];
  let at = HEADER_BYTES;
  for (let row = 0; row < count; row++) {
    const flags = view.getUint8(at + 4);
    const locks = view.getUint16(at + 6, true);
    const bytes = view.getUint32(at, true);
    const keyId = payload.subarray(at + 8, at + 8 + ID_BYTES);
    const content = payload.subarray(at + 8 + ID_BYTES, at + ROW_BYTES);
    at += ROW_BYTES;
    const lockIds: Uint8Array[] = [];
    for (let lock = 0; lock < locks; lock++, at += LOCK_BYTES) lockIds.push(payload.subarray(at + 1, at + LOCK_BYTES));
    rows.push({
      keyKind: (flags & FLAG_NAMED) !== 0 ? 'named' : 'generated',
      keyId,
      content,
      isVoid: (flags & FLAG_VOID) !== 0,
      hasDeltas: (flags & FLAG_DELTAS) !== 0,
      lockIds,
      bytes,
    });
  }
  assert(at === HEADER_BYTES + view.getUint32(0, true), 'the rows of a batch end where it says');
  return rows;
}

/** The encoded transactions of a batch: a view into the payload. */
export function batchTransactions(payload: Uint8Array): Uint8Array {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  return payload.subarray(HEADER_BYTES + view.getUint32(0, true));
}

/** The encoded transactions of a batch that change the state, in their order: views into the payload. */
export function* transactionsWithDeltas(payload: Uint8Array, count: number): Generator<Uint8Array> {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
  let at = HEADER_BYTES;
  let bodyAt = HEADER_BYTES + view.getUint32(0, true);
  for (let row = 0; row < count; row++) {
    const bytes = view.getUint32(at, true);
    if ((view.getUint8(at + 4) & FLAG_DELTAS) !== 0) yield payload.subarray(bodyAt, bodyAt + bytes);
    bodyAt += bytes;
    at += ROW_BYTES + view.getUint16(at + 6, true) * LOCK_BYTES;
  }
  assert(bodyAt === payload.length, 'the transactions of a batch end with it');
}
