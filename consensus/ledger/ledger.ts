// The transaction rules of one partition (DESIGN §6): decides what the leader admits, and keeps the tables that the committed log implies.
import type { BatchRow } from '../batch.ts';
import type { ClusterLimits, Key, LookupResult, NamedKeyRecord, Submission } from '../types.ts';
import type { Admission, NamedKeyLookup } from './admission.ts';

export type { Admission, NamedKeyLookup } from './admission.ts';

const SKELETON = 'the ledger is not built yet';

export class Ledger {
  constructor(_options: { readonly limits: ClusterLimits; readonly namedKeysIndexedThrough: number }) {}

  /** Offset of the last applied transaction, 0 before the first. */
  get appliedOffset(): number {
    throw new Error(SKELETON);
  }

  /** Offset of the last pending transaction, or `appliedOffset` if there is none. */
  get lastOffset(): number {
    throw new Error(SKELETON);
  }

  get horizon(): number {
    throw new Error(SKELETON);
  }

  /** Offset of the newest generated key that was forgotten, 0 if none was. */
  get evictedOffset(): number {
    throw new Error(SKELETON);
  }

  get pendingCount(): number {
    throw new Error(SKELETON);
  }

  /** Whether this is a named key that neither memory nor overlay knows. */
  needsLookup(_submission: Submission): boolean {
    throw new Error(SKELETON);
  }

  /** Leader only, in log order. */
  admit(_submission: Submission, _lookup: NamedKeyLookup | undefined): Admission {
    throw new Error(SKELETON);
  }

  /** Leadership is lost: the overlay is gone. */
  dropPending(): void {
    throw new Error(SKELETON);
  }

  /** Committed transactions, in order. Never rejects; throws if offsets are not dense. */
  apply(_batch: { readonly firstOffset: number; readonly rows: readonly BatchRow[] }): void {
    throw new Error(SKELETON);
  }

  lookup(_key: Key, _lookup: NamedKeyLookup | undefined): LookupResult | { readonly kind: 'lookup-needed' } {
    throw new Error(SKELETON);
  }

  /** Named keys not yet known to be in the index, oldest first, at most `max`; with the offset up to which the index is complete with them. */
  namedKeysToIndex(_max: number): {
    readonly keys: readonly { readonly id: Uint8Array; readonly record: NamedKeyRecord }[];
    readonly appliedOffset: number;
  } {
    throw new Error(SKELETON);
  }

  /** The index holds all named keys up to here, durably: memory drops them. */
  namedKeysIndexed(_appliedOffset: number): void {
    throw new Error(SKELETON);
  }
}
