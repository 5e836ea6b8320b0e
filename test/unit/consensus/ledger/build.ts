// Small, readable submissions for the tests of batches and of the ledger.
import { type BatchRow, batchRows, encodeBatch } from '../../../../consensus/batch.ts';
import type { ClusterLimits, Key, Lock, LockMode, Submission } from '../../../../consensus/types.ts';

/** Room for everything: tests of one limit override that one. */
export const ROOMY: ClusterLimits = { transactionBytesMax: 64, locksMax: 8, lockRows: 64, recentKeys: 64 };

/** A 16-byte id that ends in `number`. */
export function idOf(number: number): Uint8Array {
  const id = new Uint8Array(16);
  new DataView(id.buffer).setUint32(12, number);
  return id;
}

/** A generated key: 7 bytes of birth, then `number`. */
export function generated(number: number, birth = 0): Key {
  const id = idOf(number);
  const view = new DataView(id.buffer);
  view.setUint32(3, birth);
  return { kind: 'generated', id, birth };
}

export function named(number: number): Key {
  return { kind: 'named', id: idOf(number) };
}

export function lock(mode: LockMode, number: number): Lock {
  return { mode, id: idOf(number), name: Uint8Array.of(number) };
}

/** A blind transaction without locks, unless told otherwise. */
export function submission(parts: Partial<Submission> & { readonly key: Key }): Submission {
  return { content: idOf(0), seen: undefined, locks: [], isVoid: false, hasDeltas: false, bytes: Uint8Array.of(1), ...parts };
}

export function voidOf(key: Key): Submission {
  return submission({ key, isVoid: true });
}

/** The rows with which followers apply these submissions. */
export function rowsOf(...submissions: readonly Submission[]): BatchRow[] {
  return batchRows(encodeBatch(submissions), submissions.length);
}
