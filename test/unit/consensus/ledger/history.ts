// Random histories of one ledger: what clients, a leader, its followers and the key index may do to it, step by step, next to the naive
// model. Every answer is compared whole; beside it the promises themselves are checked against the full history.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Admission, NamedKeyLookup } from '../../../../consensus/ledger/ledger.ts';
import { Ledger } from '../../../../consensus/ledger/ledger.ts';
import { encodeTables, type RestoredTables, TablesReader } from '../../../../consensus/ledger/tables.ts';
import type { ClusterLimits, Key, Lock, NamedKeyRecord, Submission } from '../../../../consensus/types.ts';
import { generated, idOf, lock, named, rowsOf, submission, voidOf } from './build.ts';
import { keyText, Model, recordOf } from './model.ts';

const NAMED_KEYS = 4;
const LOCKS = 4;

/** An offset relative to one that matters at the time. */
export interface Place {
  readonly from: 'applied' | 'last' | 'horizon' | 'evicted';
  readonly by: number;
}

export interface SubmitStep {
  readonly what: 'submit';
  /** `again`: a repeat of the submission tried that many before, with its own key, content, locks and seen. */
  readonly key: { readonly fresh: Place } | { readonly named: number } | { readonly again: number };
  /** Of a repeat: other content, or locks and seen of this step, or a void under its key. */
  readonly change: 'none' | 'content' | 'locks' | 'void';
  readonly content: number;
  readonly locks: readonly Lock[];
  readonly seen: Place | undefined;
  readonly bytes: number;
}

export type Step =
  | SubmitStep
  /** The oldest pending transactions commit, as one batch. */
  | { readonly what: 'apply'; readonly count: number }
  /** Leadership is lost; another leader commits some of the pending transactions, in this order, and one of its own. */
  | { readonly what: 'lose'; readonly survivors: readonly number[]; readonly other: SubmitStep | undefined }
  /** A lookup of a named key begins; it sees the index as it is now, or as it will be when it ends. */
  | { readonly what: 'begin-lookup'; readonly named: number; readonly sees: 'now' | 'then' }
  | { readonly what: 'begin-index-write'; readonly max: number }
  | { readonly what: 'write-index' }
  | { readonly what: 'end-index-write' }
  /** The process starts again and replays the log, in two parts. */
  | { readonly what: 'restart'; readonly replayFirst: number }
  /** The tables are copied for a snapshot, which replaces the one before. */
  | { readonly what: 'snapshot' }
  /** The process starts again from the snapshot, the index loaded from it if it is behind, and replays the rest. */
  | { readonly what: 'restore' }
  /** The process starts again without the snapshot, replays part of what that covers, then installs it. */
  | { readonly what: 'install'; readonly replayFirst: number };

const place = (...from: readonly Place['from'][]): fc.Arbitrary<Place> =>
  fc.record({ from: fc.constantFrom(...from), by: fc.oneof(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -12, max: 2 })) });
const seen = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 5, arbitrary: place('applied', 'applied', 'last', 'horizon') },
);
const locks = fc.array(
  fc
    .record({ mode: fc.constantFrom('write', 'write', 'read', 'append'), number: fc.nat({ max: LOCKS - 1 }) })
    .map((one) => lock(one.mode, one.number)),
  { maxLength: 4 },
);
const submitStep: fc.Arbitrary<SubmitStep> = fc.record({
  what: fc.constant('submit' as const),
  key: fc.oneof(
    { weight: 3, arbitrary: fc.record({ fresh: place('applied', 'applied', 'evicted') }) },
    { weight: 2, arbitrary: fc.record({ named: fc.nat({ max: NAMED_KEYS - 1 }) }) },
    { weight: 2, arbitrary: fc.record({ again: fc.nat({ max: 12 }) }) },
  ),
  change: fc.constantFrom('none', 'none', 'content', 'locks', 'void'),
  content: fc.nat({ max: 1 }),
  locks,
  seen,
  bytes: fc.oneof({ weight: 8, arbitrary: fc.constant(3) }, { weight: 1, arbitrary: fc.integer({ min: 7, max: 9 }) }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: submitStep },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('apply' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('lose' as const),
      survivors: fc.array(fc.nat(), { maxLength: 3 }),
      other: fc.option(submitStep, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('begin-lookup' as const),
      named: fc.nat({ max: NAMED_KEYS - 1 }),
      sees: fc.constantFrom('now', 'then'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('begin-index-write' as const), max: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'write-index' as const }) },
  { weight: 2, arbitrary: fc.constant({ what: 'end-index-write' as const }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), replayFirst: fc.nat() }) },
);

const restoreSteps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ what: 'snapshot' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'restore' as const }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('install' as const), replayFirst: fc.nat() }) },
);

/** Tables so small that everything is forgotten within a few steps. */
export const tinyLimits: fc.Arbitrary<ClusterLimits> = fc.record({
  transactionBytesMax: fc.constant(8),
  locksMax: fc.constant(3),
  lockRows: fc.integer({ min: 1, max: 4 }),
  recentKeys: fc.integer({ min: 1, max: 4 }),
});
/** Also with snapshots, which the ledger goes on from. */
export const stepsWithSnapshots: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: step }, { weight: 1, arbitrary: restoreSteps }),
  { minLength: 1, maxLength: 60, size: 'max' },
);
export const steps: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });

/** A lookup under way: what it saw, if it saw it at the beginning, and when it began. */
interface LookupUnderWay {
  readonly saw: { readonly record: NamedKeyRecord | undefined } | undefined;
  readonly appliedOffset: number;
}

/** One ledger, its model, and the world around them. */
export class History {
  readonly #limits: ClusterLimits;
  #ledger: Ledger;
  #model: Model;
  #fresh = 0;
  readonly #tried: Submission[] = [];
  readonly #lookups = new Map<number, LookupUnderWay>();
  /** The index: what a lookup finds now, and the offset up to which it says that it is complete. */
  #index = new Map<string, NamedKeyRecord>();
  #indexedThrough = 0;
  #write: ReturnType<Ledger['namedKeysToIndex']> | undefined;
  #snapshot: { readonly records: readonly Uint8Array[]; readonly offset: number } | undefined;
  /** How often each kind of answer was given. */
  readonly answers = new Map<string, number>();

  constructor(limits: ClusterLimits) {
    this.#limits = limits;
    this.#ledger = new Ledger({ limits, namedKeysIndexedThrough: 0 });
    this.#model = new Model({ limits, indexedAtStart: 0 });
  }

  /** Takes one step and compares everything that can be asked. */
  take(next: Step): void {
    if (next.what === 'submit') this.#submit(this.#submissionOf(next));
    if (next.what === 'apply') this.#apply(this.#model.pending.slice(0, next.count));
    if (next.what === 'lose') this.#lose(next.survivors, next.other);
    if (next.what === 'begin-lookup') this.#beginLookup(next.named, next.sees);
    if (next.what === 'begin-index-write') this.#beginIndexWrite(next.max);
    if (next.what === 'write-index') this.#writeIndex();
    if (next.what === 'end-index-write') this.#endIndexWrite();
    if (next.what === 'restart') this.#restart(next.replayFirst);
    if (next.what === 'snapshot') this.#takeSnapshot();
    if (next.what === 'restore') this.#restore();
    if (next.what === 'install') this.#install(next.replayFirst);
    this.#compare();
  }

  #submit(submitted: Submission): Admission {
    const { key } = submitted;
    assert.equal(this.#ledger.needsLookup(submitted), this.#model.needsLookup(key));
    const lookup = this.#endedLookup(key);
    const isKnown = this.#model.placeOf(key) !== undefined;
    const admission = this.#ledger.admit(submitted, lookup);
    if (admission.kind === 'admitted') this.#checkPromises(submitted, isKnown);
    assert.deepEqual(admission, this.#model.admit(submitted, lookup));
    this.#count(admission);
    this.#tried.push(submitted);
    if (admission.kind === 'lookup-needed' && key.kind === 'named') this.#beginLookup(numberOf(key), 'now');
    return admission;
  }

  /** Exactly once, and serializable: whatever the tables remember, of the full history these must hold. */
  #checkPromises(submitted: Submission, isKnown: boolean): void {
    assert.ok(!isKnown, `${keyText(submitted.key)} is admitted a second time`);
    const { seen: seenOffset } = submitted;
    if (seenOffset === undefined) return;
    const checked = submitted.locks.filter((one) => one.mode !== 'append').map((one) => one.id.join());
    for (const { offset, submission: other } of this.#model.all) {
      const isLost = other.locks.some((one) => one.mode !== 'read' && checked.includes(one.id.join()));
      assert.ok(offset <= seenOffset || !isLost, `the transaction at ${offset} is missed`);
    }
  }

  #apply(committed: readonly Submission[]): void {
    if (committed.length === 0) return;
    this.#ledger.apply({ firstOffset: this.#model.appliedOffset + 1, rows: rowsOf(...committed) });
    this.#model.applied = [...this.#model.applied, ...committed];
    this.#model.pending = this.#model.pending.slice(committed.length);
  }

  #lose(survivors: readonly number[], other: SubmitStep | undefined): void {
    const lost = this.#model.pending;
    this.#ledger.dropPending();
    this.#model.pending = [];
    const chosen = new Set(survivors.map((one) => lost[one % Math.max(1, lost.length)]).filter((one) => one !== undefined));
    this.#apply([...chosen]);
    const own = other === undefined ? undefined : this.#submissionOf(other);
    if (own !== undefined && this.#model.placeOf(own.key) === undefined && this.#isAdmissibleElsewhere(own)) this.#apply([own]);
  }

  /** What every leader holds to: limits, and keys admitted above their birth only and not after they may have been forgotten. */
  #isAdmissibleElsewhere({ key, locks: wanted, bytes }: Submission): boolean {
    if (wanted.length > this.#limits.locksMax || bytes.length > this.#limits.transactionBytesMax) return false;
    return key.kind === 'named' || (key.birth <= this.#model.appliedOffset && key.birth >= this.#model.evictedOffset);
  }

  /** As the driver does: only for a key that is not known in this very step. */
  #beginLookup(number: number, sees: 'now' | 'then'): void {
    if (!this.#ledger.needsLookup(submission({ key: named(number) }))) return;
    const saw = sees === 'now' ? { record: this.#index.get(keyText(named(number))) } : undefined;
    this.#lookups.set(number, { saw, appliedOffset: this.#ledger.appliedOffset });
  }

  #endedLookup(key: Key): NamedKeyLookup | undefined {
    if (key.kind === 'generated') return undefined;
    const begun = this.#lookups.get(numberOf(key));
    if (begun === undefined) return undefined;
    return { record: begun.saw === undefined ? this.#index.get(keyText(key)) : begun.saw.record, appliedOffset: begun.appliedOffset };
  }

  #beginIndexWrite(max: number): void {
    if (this.#write !== undefined) return;
    this.#write = this.#ledger.namedKeysToIndex(max);
    assert.deepEqual(plain(this.#write), plain(this.#model.toIndex(max)));
  }

  #writeIndex(): void {
    if (this.#write === undefined) return;
    assert.ok(this.#write.appliedOffset >= this.#indexedThrough, 'the index never goes back');
    this.#indexedThrough = this.#write.appliedOffset;
    for (const { id, record } of this.#write.keys) this.#index.set(keyText({ kind: 'named', id }), record);
    for (const one of this.#model.all) {
      if (one.submission.key.kind === 'generated' || one.offset > this.#indexedThrough) continue;
      assert.deepEqual(plain(this.#index.get(keyText(one.submission.key))), plain(recordOf(one)), 'the index is as complete as it says');
    }
  }

  #endIndexWrite(): void {
    if (this.#write === undefined) return;
    this.#writeIndex();
    this.#ledger.namedKeysIndexed(this.#write.appliedOffset);
    this.#model.indexedThrough = Math.max(this.#model.indexedThrough, this.#write.appliedOffset);
    this.#write = undefined;
  }

  #restart(replayFirst: number, log: readonly Submission[] = this.#model.applied): void {
    this.#ledger = new Ledger({ limits: this.#limits, namedKeysIndexedThrough: this.#indexedThrough });
    this.#model = new Model({ limits: this.#limits, indexedAtStart: this.#indexedThrough });
    this.#write = undefined;
    this.#lookups.clear();
    for (let number = 0; number < NAMED_KEYS; number++) this.#beginLookup(number, 'now');
    this.#apply(log.slice(0, replayFirst % (log.length + 1)));
    this.#compare();
    this.#apply(log.slice(this.#model.appliedOffset));
  }

  /** Equal logs give equal bytes, whatever else a ledger went through. */
  #takeSnapshot(): void {
    const tables = this.#ledger.dumpTables();
    const records = [...encodeTables(tables)];
    const plainLedger = new Ledger({ limits: this.#limits, namedKeysIndexedThrough: 0 });
    const { applied } = this.#model;
    if (applied.length > 0) plainLedger.apply({ firstOffset: 1, rows: rowsOf(...applied) });
    assert.deepEqual(records, [...encodeTables(plainLedger.dumpTables())]);
    this.#snapshot = { records, offset: applied.length };
  }

  #restore(): void {
    const snapshot = this.#snapshot;
    if (snapshot === undefined) return;
    const log = this.#model.applied;
    this.#write = undefined;
    this.#lookups.clear();
    if (this.#indexedThrough < snapshot.offset) this.#loadIndex(log.slice(0, snapshot.offset));
    const indexedThrough = this.#indexedThrough;
    this.#ledger = Ledger.restored({
      limits: this.#limits,
      namedKeysIndexedThrough: indexedThrough,
      tables: this.#tables(snapshot.records),
    });
    this.#model = new Model({ limits: this.#limits, indexedAtStart: indexedThrough });
    this.#model.applied = log.slice(0, snapshot.offset);
    this.#compare();
    this.#apply(log.slice(snapshot.offset));
  }

  /** Lookups that began before the installation end after it. */
  #install(replayFirst: number): void {
    const snapshot = this.#snapshot;
    if (snapshot === undefined || this.#indexedThrough > snapshot.offset) return;
    const log = this.#model.applied;
    this.#restart(0, log.slice(0, replayFirst % (snapshot.offset + 1)));
    this.#loadIndex(log.slice(0, snapshot.offset));
    this.#ledger.install(this.#tables(snapshot.records));
    this.#model = new Model({ limits: this.#limits, indexedAtStart: -1 });
    this.#model.indexedThrough = snapshot.offset;
    this.#model.applied = log.slice(0, snapshot.offset);
    this.#compare();
    this.#apply(log.slice(snapshot.offset));
  }

  #tables(records: readonly Uint8Array[]): RestoredTables {
    const reader = new TablesReader(this.#limits);
    for (const record of records) reader.add(record);
    return reader.finish();
  }

  /** The named keys of a snapshot replace what the index held. */
  #loadIndex(log: readonly Submission[]): void {
    this.#index = new Map();
    for (const [at, one] of log.entries()) {
      if (one.key.kind === 'named') this.#index.set(keyText(one.key), recordOf({ offset: at + 1, submission: one }));
    }
    this.#indexedThrough = log.length;
  }

  #compare(): void {
    const { appliedOffset, lastOffset, horizon, evictedOffset, pendingCount, namedKeysPending } = this.#ledger;
    const model = this.#model;
    assert.deepEqual(
      { appliedOffset, lastOffset, horizon, evictedOffset, pendingCount, namedKeysPending },
      {
        appliedOffset: model.appliedOffset,
        lastOffset: model.all.length,
        horizon: model.horizon,
        evictedOffset: model.evictedOffset,
        pendingCount: model.pending.length,
        namedKeysPending: model.toIndex(Number.POSITIVE_INFINITY).keys.length,
      },
    );
    const keys = [...new Map([...this.#tried.map((one) => one.key), ...namedKeys()].map((key) => [keyText(key), key])).values()];
    for (const key of keys) {
      for (const lookup of [undefined, this.#endedLookup(key)]) {
        const answer = this.#ledger.lookup(key, lookup);
        const isApplied = (model.placeOf(key)?.offset ?? Number.POSITIVE_INFINITY) <= model.appliedOffset;
        assert.ok(answer.kind !== 'not-yet' || !isApplied, `${keyText(key)} is applied and said not to be`);
        assert.deepEqual(answer, model.lookup(key, lookup));
      }
    }
  }

  #submissionOf(next: SubmitStep): Submission {
    const own = { content: idOf(next.content), locks: next.locks, seen: this.#offsetOf(next.seen), bytes: new Uint8Array(next.bytes) };
    const first = 'again' in next.key ? this.#tried.at(-1 - (next.key.again % Math.max(1, this.#tried.length))) : undefined;
    if (first !== undefined) {
      if (next.change === 'none') return first;
      if (next.change === 'void') return voidOf(first.key);
      return next.change === 'locks'
        ? { ...own, key: first.key, content: first.content, isVoid: false, hasDeltas: false }
        : { ...first, content: idOf(9), isVoid: false };
    }
    const birth = this.#offsetOf('fresh' in next.key ? next.key.fresh : { from: 'applied', by: 0 }) ?? 0;
    const key = 'named' in next.key ? named(next.key.named) : generated(this.#fresh++, birth);
    return next.change === 'void' ? voidOf(key) : submission({ ...own, key });
  }

  #offsetOf(where: Place | undefined): number | undefined {
    if (where === undefined) return undefined;
    const { appliedOffset, horizon, evictedOffset } = this.#model;
    const base = { applied: appliedOffset, last: this.#model.all.length, horizon, evicted: evictedOffset };
    return Math.max(0, base[where.from] + where.by);
  }

  #count(admission: Admission): void {
    const isReply = admission.kind === 'answered' || admission.kind === 'waits';
    const result = isReply
      ? admission.result.kind === 'refused'
        ? admission.result.code
        : `duplicate${admission.isVoid ? ' of a void' : ''}`
      : '';
    const text = `${admission.kind} ${result}`.trim();
    this.answers.set(text, (this.answers.get(text) ?? 0) + 1);
  }
}

function namedKeys(): Key[] {
  return Array.from({ length: NAMED_KEYS }, (_, number) => named(number));
}

function numberOf(key: Key): number {
  return Buffer.from(key.id).readUInt32BE(12);
}

/** Views, buffers and copies alike. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
