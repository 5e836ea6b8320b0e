// The transaction rules as naively as they can be put: two plain lists, searched from end to end. No table, no eviction, no cleverness;
// what tables have forgotten is derived from the history alone. The ledger must agree with it in every answer.
import type { Admission, NamedKeyLookup } from '../../../../consensus/ledger/ledger.ts';
import type { ClusterLimits, Key, LookupResult, NamedKeyRecord, Refusal, Submission } from '../../../../consensus/types.ts';

export function keyText(key: Key): string {
  return `${key.kind} ${Buffer.from(key.id).toString('hex')}`;
}

interface Placed {
  readonly offset: number;
  readonly submission: Submission;
}

export class Model {
  readonly limits: ClusterLimits;
  /** What the log holds up to the applied offset: `applied[offset - 1]`. */
  applied: readonly Submission[] = [];
  pending: readonly Submission[] = [];
  /** The index held everything up to here when the ledger was made, and holds it up to there as far as the ledger knows. */
  readonly indexedAtStart: number;
  indexedThrough: number;

  constructor(options: { readonly limits: ClusterLimits; readonly indexedAtStart: number }) {
    this.limits = options.limits;
    this.indexedAtStart = options.indexedAtStart;
    this.indexedThrough = options.indexedAtStart;
  }

  get appliedOffset(): number {
    return this.applied.length;
  }

  /** All transactions, applied and pending, in log order. */
  get all(): readonly Placed[] {
    return [...this.applied, ...this.pending].map((submission, at) => ({ offset: at + 1, submission }));
  }

  /** Where a key is in the whole log, however long ago. */
  placeOf(key: Key): Placed | undefined {
    return this.all.find((one) => keyText(one.submission.key) === keyText(key));
  }

  /** Of the locks in the order of their last writes all but the newest `lockRows` were forgotten, at one time or another. */
  get horizon(): number {
    let writers: { lock: string; offset: number }[] = [];
    let horizon = 0;
    for (const [at, submission] of this.applied.entries()) {
      for (const lock of submission.locks.filter((one) => one.mode !== 'read')) {
        const text = Buffer.from(lock.id).toString('hex');
        writers = [...writers.filter((one) => one.lock !== text), { lock: text, offset: at + 1 }];
        if (writers.length > this.limits.lockRows) horizon = writers.shift()?.offset ?? 0;
      }
    }
    return horizon;
  }

  /** All generated keys but the newest `recentKeys` are forgotten. */
  get evictedOffset(): number {
    const offsets = this.all
      .filter((one) => one.offset <= this.appliedOffset && one.submission.key.kind === 'generated')
      .map((one) => one.offset);
    return offsets.at(-1 - this.limits.recentKeys) ?? 0;
  }

  needsLookup(key: Key): boolean {
    const place = this.placeOf(key);
    return key.kind === 'named' && (place === undefined || place.offset <= this.indexedThrough);
  }

  admit(submission: Submission, lookup: NamedKeyLookup | undefined): Admission {
    const limit = this.#limit(submission);
    if (limit !== undefined) return { kind: 'answered', result: limit, isVoid: false };
    const known = this.#known(submission.key, lookup);
    if (known === 'lookup-needed') return { kind: 'lookup-needed' };
    if (known !== undefined) return this.#reply(known.offset, repeat(submission, known));
    const { key, seen } = submission;
    if (key.kind === 'generated' && key.birth > this.appliedOffset) return this.#refuse({ code: 'SEEN_AHEAD', offset: this.appliedOffset });
    if (key.kind === 'generated' && key.birth < this.evictedOffset) {
      return this.#refuse({ code: 'KEY_EXPIRED', offset: this.evictedOffset, outcome: submission.isVoid ? 'unknown' : 'none' });
    }
    if (seen !== undefined && seen > this.appliedOffset) return this.#refuse({ code: 'SEEN_AHEAD', offset: this.appliedOffset });
    if (seen !== undefined && seen < this.horizon) return this.#refuse({ code: 'STALE', offset: this.horizon });
    const conflict = this.#conflict(submission);
    if (conflict !== undefined) return this.#refuse({ code: 'CONFLICT', ...conflict });
    this.pending = [...this.pending, submission];
    return { kind: 'admitted', offset: this.all.length };
  }

  lookup(key: Key, lookup: NamedKeyLookup | undefined): LookupResult | { readonly kind: 'lookup-needed' } {
    if (this.#isPending(this.placeOf(key)?.offset ?? 0)) return { kind: 'not-yet' };
    const known = this.#known(key, lookup);
    if (known === 'lookup-needed') return { kind: 'lookup-needed' };
    if (known !== undefined) return { kind: 'committed', offset: known.offset, isVoid: known.isVoid };
    if (key.kind === 'named' || key.birth >= this.evictedOffset) return { kind: 'not-yet' };
    return { kind: 'refused', code: 'KEY_EXPIRED', outcome: 'unknown', offset: this.evictedOffset };
  }

  /** Named keys that the ledger has to hand to the index. */
  toIndex(max: number): { keys: { id: Uint8Array; record: NamedKeyRecord }[]; appliedOffset: number } {
    const keys = this.all
      .filter(({ offset, submission }) => submission.key.kind === 'named' && offset > this.indexedThrough && !this.#isPending(offset))
      .map((one) => ({ id: one.submission.key.id, record: recordOf(one) }));
    const last = keys[max - 1];
    const isAll = keys.length <= max || last === undefined;
    return { keys: keys.slice(0, max), appliedOffset: isAll ? Math.max(this.appliedOffset, this.indexedThrough) : last.record.offset };
  }

  #isPending(offset: number): boolean {
    return offset > this.appliedOffset;
  }

  #limit({ bytes, locks, seen }: Submission): Refusal | undefined {
    if (bytes.length > this.limits.transactionBytesMax) return { kind: 'refused', code: 'TOO_LARGE', outcome: 'none' };
    if (locks.length > this.limits.locksMax) return { kind: 'refused', code: 'TOO_MANY_LOCKS', outcome: 'none' };
    if (seen === undefined && locks.some((lock) => lock.mode === 'read')) {
      return { kind: 'refused', code: 'READ_LOCK_WITHOUT_SEEN', outcome: 'none' };
    }
    return undefined;
  }

  /** What can be known of a key without its forgotten past; for a named one with what the index said. */
  #known(key: Key, lookup: NamedKeyLookup | undefined): NamedKeyRecord | undefined | 'lookup-needed' {
    const place = this.placeOf(key);
    if (key.kind === 'generated') return place === undefined || place.offset <= this.evictedOffset ? undefined : recordOf(place);
    if (place !== undefined && place.offset > this.indexedThrough) return recordOf(place);
    if (lookup?.record !== undefined) return lookup.record;
    const reachesBack =
      this.indexedThrough === this.indexedAtStart || (lookup !== undefined && this.indexedThrough <= lookup.appliedOffset);
    return lookup !== undefined && reachesBack ? undefined : 'lookup-needed';
  }

  /** The newest writer after `seen` of any lock that is checked; of two locks with the same writer the first. */
  #conflict({ locks, seen }: Submission): { offset: number; lock: Uint8Array } | undefined {
    if (seen === undefined) return undefined;
    for (const { offset, submission } of this.all.toReversed()) {
      if (offset <= seen) return undefined;
      const writes = submission.locks.filter((one) => one.mode !== 'read').map((one) => one.id.join());
      const lost = locks.find((one) => one.mode !== 'append' && writes.includes(one.id.join()));
      if (lost !== undefined) return { offset, lock: lost.name };
    }
    return undefined;
  }

  #refuse(refusal: Omit<Refusal, 'kind' | 'outcome'> & { readonly offset: number; readonly outcome?: 'none' | 'unknown' }): Admission {
    return this.#reply(refusal.offset, { kind: 'refused', outcome: 'none', ...refusal });
  }

  #reply(offset: number, result: Refusal | { readonly duplicateOf: NamedKeyRecord }): Admission {
    const isRefusal = 'kind' in result;
    const reply = {
      result: isRefusal ? result : { kind: 'committed' as const, offset, duplicate: true },
      isVoid: isRefusal ? false : result.duplicateOf.isVoid,
    };
    if (!this.#isPending(offset)) return { kind: 'answered', ...reply };
    const ifLost: Refusal = isRefusal
      ? { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' }
      : { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' };
    return { kind: 'waits', offset, ...reply, ifLost };
  }
}

/** What the index holds for a transaction under a named key. */
export function recordOf({ offset, submission }: Placed): NamedKeyRecord {
  return { offset, content: submission.content, isVoid: submission.isVoid };
}

function repeat(submission: Submission, known: NamedKeyRecord): Refusal | { readonly duplicateOf: NamedKeyRecord } {
  if (!submission.isVoid && known.isVoid) return { kind: 'refused', code: 'VOID', outcome: 'none', offset: known.offset };
  const isNamedWithOtherContent = submission.key.kind === 'named' && submission.content.join() !== known.content.join();
  if (isNamedWithOtherContent && !submission.isVoid) return { kind: 'refused', code: 'KEY_REUSED', outcome: 'none', offset: known.offset };
  return { duplicateOf: known };
}
