// The transaction rules of one partition (DESIGN §6): decides what the leader admits, and keeps the tables that the committed log implies.
// Every node applies; only the leader admits. Applying never rejects. The tables depend on the order of the log alone, never on pending ones.
//
// Order of checks: limits, key, `seen`, locks. A retry must meet its own first attempt before it meets that attempt's locks.
import { assert } from '../assert.ts';
import type { BatchRow } from '../batch.ts';
import type { ClusterLimits, Key, LookupResult, Refusal, Submission } from '../types.ts';
import type { Admission, NamedKeyLookup } from './admission.ts';
import { IdTable } from './id-table.ts';
import { type IndexedKey, NamedKeys } from './named-keys.ts';
import { type KeyHolder, Overlay } from './overlay.ts';
import type { LedgerTables, RestoredTables } from './tables.ts';

export type { Admission, NamedKeyLookup } from './admission.ts';

/** The row of a batch counts recorded locks in 16 bits (batch.ts). */
const LOCKS_LIMIT_MAX = 0xffff;
const LOOKUP_NEEDED = { kind: 'lookup-needed' } as const;

export class Ledger {
  readonly #limits: ClusterLimits;
  #writers: IdTable;
  #generatedKeys: IdTable;
  #namedKeys: NamedKeys;
  readonly #overlay = new Overlay();
  #appliedOffset = 0;

  /** `namedKeysIndexedThrough`: the offset up to which the key index is complete; the log is then applied from offset 1 on. */
  constructor(options: { readonly limits: ClusterLimits; readonly namedKeysIndexedThrough: number }) {
    assert(options.limits.locksMax <= LOCKS_LIMIT_MAX, 'the locks of a transaction can be counted in a batch');
    this.#limits = options.limits;
    this.#writers = new IdTable(options.limits.lockRows);
    this.#generatedKeys = new IdTable(options.limits.recentKeys);
    this.#namedKeys = new NamedKeys({ indexedThrough: options.namedKeysIndexedThrough, isNewIndex: false });
  }

  /**
   * A ledger that goes on from the tables of a snapshot: the log is then applied from the offset after `tables.appliedOffset` on. The index must be
   * complete at least up to there: it was loaded from the snapshot if it was not.
   */
  static restored(options: {
    readonly limits: ClusterLimits;
    readonly namedKeysIndexedThrough: number;
    readonly tables: RestoredTables;
  }): Ledger {
    const ledger = new Ledger(options);
    ledger.#take(options);
    return ledger;
  }

  /**
   * Goes on from the tables of a snapshot that was installed; the index was loaded from it, up to the same offset. Nothing may be pending. What
   * lookups that began before say is believed no more.
   */
  install(tables: RestoredTables): void {
    assert(this.#overlay.count === 0, 'a node that installs a snapshot has nothing pending');
    assert(tables.appliedOffset >= this.#appliedOffset, 'a snapshot is installed to move on');
    this.#namedKeys = new NamedKeys({ indexedThrough: tables.appliedOffset, isNewIndex: true });
    this.#take({ tables, namedKeysIndexedThrough: tables.appliedOffset });
  }

  #take({ tables, namedKeysIndexedThrough }: { readonly tables: RestoredTables; readonly namedKeysIndexedThrough: number }): void {
    assert(namedKeysIndexedThrough >= tables.appliedOffset, 'the key index is complete up to the snapshot');
    this.#writers = tables.writers;
    this.#generatedKeys = tables.generatedKeys;
    this.#appliedOffset = tables.appliedOffset;
  }

  /** A copy of the tables as of `appliedOffset`, for a snapshot: cheap, in this one synchronous step. `encodeTables` makes records of it; then release it. */
  dumpTables(): LedgerTables {
    const writers = this.#writers.copy();
    const generatedKeys = this.#generatedKeys.copy();
    const release = () => {
      writers.release();
      generatedKeys.release();
    };
    return { appliedOffset: this.#appliedOffset, writers, generatedKeys, release };
  }

  /** Offset of the last applied transaction, 0 before the first. */
  get appliedOffset(): number {
    return this.#appliedOffset;
  }

  /** Offset of the last pending transaction, `appliedOffset` if there is none. */
  get lastOffset(): number {
    return this.#appliedOffset + this.#overlay.count;
  }

  /** Every lock whose last applied writer is above this offset is known exactly: `seen` must not be below it. */
  get horizon(): number {
    return this.#writers.evictedOffset;
  }

  /** Offset of the newest generated key that was forgotten, 0 if none was. */
  get evictedOffset(): number {
    return this.#generatedKeys.evictedOffset;
  }

  /** Transactions admitted and not yet applied. */
  get pendingCount(): number {
    return this.#overlay.count;
  }

  /** Named keys applied and not yet known to be in the index. */
  get namedKeysPending(): number {
    return this.#namedKeys.count;
  }

  /**
   * Whether this is a named key that neither memory nor overlay knows, so that `admit` wants the index's word. Begin the lookup in this same
   * synchronous step and note `appliedOffset` for it.
   */
  needsLookup(submission: Submission): boolean {
    const { key } = submission;
    return key.kind === 'named' && this.#namedKeys.get(key.id) === undefined && this.#overlay.holderOf(key) === undefined;
  }

  /**
   * Decides about one submission; if it is admitted it becomes pending at `lastOffset + 1` and must be proposed in this order. Only on a leader
   * that has applied its own no-op: before that, committed keys and lock writers may be missing from the tables.
   * A void comes without locks and `seen`.
   */
  admit(submission: Submission, lookup: NamedKeyLookup | undefined): Admission {
    assert(!submission.isVoid || (submission.locks.length === 0 && submission.seen === undefined), 'a void has neither locks nor seen');
    const refusal = this.#refusalByLimits(submission);
    if (refusal !== undefined) return answered(refusal);
    const pending = this.#overlay.holderOf(submission.key);
    if (pending !== undefined) return answerFromPending(submission, pending);
    const holder = this.#committedHolderOf(submission.key, lookup);
    if (holder === 'lookup-needed') return LOOKUP_NEEDED;
    if (holder !== undefined) {
      assert(holder.offset <= this.#appliedOffset, 'a leader has applied all that its key index holds');
      return answerFromCommitted(submission, holder);
    }
    const stale = this.#refusalByBirth(submission) ?? this.#refusalBySeen(submission.seen);
    if (stale !== undefined) return answered(stale);
    const conflict = this.#conflictOf(submission);
    if (conflict !== undefined) return conflict;
    const offset = this.lastOffset + 1;
    this.#overlay.add(submission, offset);
    return { kind: 'admitted', offset };
  }

  /** Leadership is lost: what was pending may or may not commit, and comes back through `apply` if it does. */
  dropPending(): void {
    this.#overlay.clear();
  }

  /** Applies committed transactions in log order; throws if their offsets are not the next ones or the log contradicts what was admitted. */
  apply(batch: { readonly firstOffset: number; readonly rows: readonly BatchRow[] }): void {
    assert(batch.firstOffset === this.#appliedOffset + 1, 'offsets are applied densely');
    for (const row of batch.rows) this.#applyRow(row, this.#appliedOffset + 1);
  }

  /**
   * What the applied log says about a key, on any node. `not-yet` promises nothing: the transaction may be on its way. Nor does `KEY_EXPIRED`
   * promise that the key can no longer commit: it may be pending on a leader that admitted it just before it was too old. Only a void that a
   * leader's `admit` refuses with `KEY_EXPIRED` proves that: its overlay does not know the key, its no-op ended the entries of all
   * earlier leaders, and every later leader has forgotten at least as much.
   */
  lookup(key: Key, lookup: NamedKeyLookup | undefined): LookupResult | { readonly kind: 'lookup-needed' } {
    if (this.#overlay.holderOf(key) !== undefined) return { kind: 'not-yet' };
    const holder = this.#committedHolderOf(key, lookup);
    if (holder === 'lookup-needed') return LOOKUP_NEEDED;
    if (holder !== undefined) return { kind: 'committed', offset: holder.offset, isVoid: holder.isVoid };
    if (this.#isForgotten(key)) return { kind: 'refused', code: 'KEY_EXPIRED', outcome: 'unknown', offset: this.evictedOffset };
    return { kind: 'not-yet' };
  }

  /**
   * Named keys applied and not yet known to be in the index, oldest first, at most `max` (at least 1), and the offset up to which the
   * index is complete once it holds them. Asking again before `namedKeysIndexed` gives the same keys again.
   */
  namedKeysToIndex(max: number): { readonly keys: readonly IndexedKey[]; readonly appliedOffset: number } {
    return this.#namedKeys.toIndex({ max, appliedOffset: this.#appliedOffset });
  }

  /** The index durably holds every named key up to this offset, as `namedKeysToIndex` gave it: memory drops them. */
  namedKeysIndexed(appliedOffset: number): void {
    this.#namedKeys.dropIndexed({ through: appliedOffset, appliedOffset: this.#appliedOffset });
  }

  #applyRow(row: BatchRow, offset: number): void {
    if (this.#overlay.count > 0) this.#overlay.removeOldest(row, offset);
    if (row.keyKind === 'named') {
      this.#namedKeys.add(row.keyId, { offset, content: row.content, isVoid: row.isVoid });
    } else {
      assert(this.#generatedKeys.offsetOf(row.keyId) === 0, 'a generated key commits at most once');
      this.#generatedKeys.put(row.keyId, offset);
      if (row.isVoid) this.#generatedKeys.mark(row.keyId);
    }
    for (const lockId of row.lockIds) this.#writers.put(lockId, offset);
    this.#appliedOffset = offset;
  }

  #refusalByLimits(submission: Submission): Refusal | undefined {
    if (submission.bytes.length > this.#limits.transactionBytesMax) return refused({ code: 'TOO_LARGE' });
    if (submission.locks.length > this.#limits.locksMax) return refused({ code: 'TOO_MANY_LOCKS' });
    if (submission.seen !== undefined) return undefined;
    for (const lock of submission.locks) if (lock.mode === 'read') return refused({ code: 'READ_LOCK_WITHOUT_SEEN' });
    return undefined;
  }

  #committedHolderOf(key: Key, lookup: NamedKeyLookup | undefined): KeyHolder | undefined | 'lookup-needed' {
    if (key.kind === 'generated') {
      const offset = this.#generatedKeys.offsetOf(key.id);
      return offset === 0 ? undefined : { offset, isVoid: this.#generatedKeys.isMarked(key.id), content: undefined };
    }
    const remembered = this.#namedKeys.get(key.id);
    if (remembered !== undefined) return remembered;
    if (lookup?.record !== undefined) return lookup.record;
    return lookup !== undefined && this.#namedKeys.isAnswerValid(lookup) ? undefined : 'lookup-needed';
  }

  /**
   * Generated keys that no table knows. A key is admitted only above its birth (the first check), so one that was born at or after the newest
   * evicted offset, and is not in the table, never committed; of an older one nobody can say (the second). Both come after the search
   * for the key: a key that is still known is answered truthfully, however old it is.
   */
  #refusalByBirth(submission: Submission): Refusal | undefined {
    const { key } = submission;
    if (key.kind === 'named') return undefined;
    if (key.birth > this.#appliedOffset) return refused({ code: 'SEEN_AHEAD', offset: this.#appliedOffset });
    if (!this.#isForgotten(key)) return undefined;
    // A void asks what became of its key, and that is unknown; any other attempt asks about itself, and it wrote nothing.
    return refused({ code: 'KEY_EXPIRED', outcome: submission.isVoid ? 'unknown' : 'none', offset: this.evictedOffset });
  }

  #isForgotten(key: Key): boolean {
    return key.kind === 'generated' && key.birth < this.evictedOffset;
  }

  #refusalBySeen(seen: number | undefined): Refusal | undefined {
    if (seen === undefined) return undefined;
    if (seen > this.#appliedOffset) return refused({ code: 'SEEN_AHEAD', offset: this.#appliedOffset });
    if (seen < this.horizon) return refused({ code: 'STALE', offset: this.horizon });
    return undefined;
  }

  /** The conflict with the newest offset among all locks: a client that waits for exactly that offset retries once. */
  #conflictOf(submission: Submission): Admission | undefined {
    if (submission.seen === undefined) return undefined;
    let winner = submission.seen;
    let lost: Uint8Array | undefined;
    for (const lock of submission.locks) {
      if (lock.mode === 'append') continue;
      // A pending writer is newer than any applied one.
      const writer = this.#overlay.writerOf(lock.id) || this.#writers.offsetOf(lock.id);
      if (writer <= winner) continue;
      winner = writer;
      lost = lock.name;
    }
    if (lost === undefined) return undefined;
    const result = refused({ code: 'CONFLICT', offset: winner, lock: lost });
    return winner <= this.#appliedOffset ? answered(result) : waits({ offset: winner, result, isVoid: false, ifLost: wroteNothing() });
  }
}

/** A key that an applied transaction holds. */
function answerFromCommitted(submission: Submission, holder: KeyHolder): Admission {
  const refusal = refusalByHolder(submission, holder);
  if (refusal !== undefined) return answered(refusal);
  return { kind: 'answered', result: { kind: 'committed', offset: holder.offset, duplicate: true }, isVoid: holder.isVoid };
}

/** A key that a pending transaction holds: the same answer, once that one is applied. */
function answerFromPending(submission: Submission, holder: KeyHolder): Admission {
  const { offset, isVoid } = holder;
  const refusal = refusalByHolder(submission, holder);
  if (refusal !== undefined) return waits({ offset, result: refusal, isVoid: false, ifLost: wroteNothing() });
  const ifLost: Refusal = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' };
  return waits({ offset, result: { kind: 'committed', offset, duplicate: true }, isVoid, ifLost });
}

/** Why a submission is not a repeat of the transaction that holds its key. Content is never compared with or for voids. */
function refusalByHolder(submission: Submission, holder: KeyHolder): Refusal | undefined {
  if (submission.isVoid) return undefined;
  if (holder.isVoid) return refused({ code: 'VOID', offset: holder.offset });
  if (holder.content === undefined || isEqual(holder.content, submission.content)) return undefined;
  return refused({ code: 'KEY_REUSED', offset: holder.offset });
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

function refused(refusal: Omit<Refusal, 'kind' | 'outcome'> & Partial<Pick<Refusal, 'outcome'>>): Refusal {
  return { kind: 'refused', outcome: 'none', ...refusal };
}

/** What a reply that hangs on a pending transaction becomes when leadership is lost, if its own attempt is not in the log. */
function wroteNothing(): Refusal {
  return refused({ code: 'NOT_LEADER' });
}

function answered(result: Refusal): Admission {
  return { kind: 'answered', result, isVoid: false };
}

function waits(reply: Omit<Extract<Admission, { kind: 'waits' }>, 'kind'>): Admission {
  return { kind: 'waits', ...reply };
}
