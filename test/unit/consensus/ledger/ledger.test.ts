// Admission, apply and lookup by example: each rule beside its nearest twin that is decided otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Admission } from '../../../../consensus/ledger/ledger.ts';
import { Ledger } from '../../../../consensus/ledger/ledger.ts';
import type { ClusterLimits, Refusal, Submission } from '../../../../consensus/types.ts';
import { generated, idOf, lock, named, ROOMY, rowsOf, submission, voidOf } from './build.ts';

const NEVER_INDEXED = { record: undefined, appliedOffset: Number.MAX_SAFE_INTEGER };

function ledgerWith(limits: Partial<ClusterLimits> = {}): Ledger {
  return new Ledger({ limits: { ...ROOMY, ...limits }, namedKeysIndexedThrough: 0 });
}

/** Applies these as the next transactions, as a follower does. */
function commit(ledger: Ledger, ...submissions: readonly Submission[]): void {
  ledger.apply({ firstOffset: ledger.appliedOffset + 1, rows: rowsOf(...submissions) });
}

function admit(ledger: Ledger, submitted: Submission): Admission {
  return ledger.admit(submitted, NEVER_INDEXED);
}

function answered(refusal: Omit<Refusal, 'kind' | 'outcome'>): Admission {
  return { kind: 'answered', result: { kind: 'refused', outcome: 'none', ...refusal }, isVoid: false };
}

function waits(refusal: Omit<Refusal, 'kind' | 'outcome'> & { readonly offset: number }): Admission {
  const ifLost = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' } as const;
  return { kind: 'waits', offset: refusal.offset, result: { kind: 'refused', outcome: 'none', ...refusal }, isVoid: false, ifLost };
}

function duplicate(offset: number, options = { isVoid: false }): Admission {
  return { kind: 'answered', result: { kind: 'committed', offset, duplicate: true }, isVoid: options.isVoid };
}

function duplicateOfPending(offset: number, options = { isVoid: false }): Admission {
  const ifLost = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' } as const;
  return { kind: 'waits', offset, result: { kind: 'committed', offset, duplicate: true }, isVoid: options.isVoid, ifLost };
}

const admitted = (offset: number): Admission => ({ kind: 'admitted', offset });

/** Blind writes of these locks, one transaction each, under fresh generated keys from 1000 on. */
function writes(...locks: readonly number[]): Submission[] {
  return locks.map((number, at) => submission({ key: generated(1000 + at), locks: [lock('write', number)] }));
}

test('transactions are admitted at dense offsets after the last pending one', () => {
  const ledger = ledgerWith();
  commit(ledger, ...writes(1, 2));
  assert.deepEqual(
    [1, 2].map((key) => admit(ledger, submission({ key: generated(key) }))),
    [admitted(3), admitted(4)],
  );
  assert.deepEqual([ledger.appliedOffset, ledger.lastOffset, ledger.pendingCount], [2, 4, 2]);
});

test('a refused transaction takes no offset and leaves nothing behind', () => {
  const ledger = ledgerWith({ transactionBytesMax: 1 });
  admit(ledger, submission({ key: generated(1), locks: [lock('write', 1)], bytes: new Uint8Array(2) }));
  assert.equal(ledger.pendingCount, 0);
  assert.deepEqual(admit(ledger, submission({ key: generated(1), seen: 0, locks: [lock('write', 1)] })), admitted(1));
});

test('limits: the largest transaction and the most locks pass, one more of either does not', () => {
  const ledger = ledgerWith({ transactionBytesMax: 10, locksMax: 2 });
  const locks = [lock('write', 1), lock('append', 1), lock('append', 2)];
  const outcomes = [
    submission({ key: generated(1), bytes: new Uint8Array(10), locks: locks.slice(0, 2) }),
    submission({ key: generated(2), bytes: new Uint8Array(11) }),
    submission({ key: generated(3), locks }),
  ].map((one) => admit(ledger, one));
  assert.deepEqual(outcomes, [admitted(1), answered({ code: 'TOO_LARGE' }), answered({ code: 'TOO_MANY_LOCKS' })]);
});

test('a read lock needs seen; write and append locks may be blind', () => {
  const ledger = ledgerWith();
  const blind = (mode: 'write' | 'append' | 'read', key: number): Submission => submission({ key: generated(key), locks: [lock(mode, 1)] });
  assert.deepEqual(
    [admit(ledger, blind('write', 1)), admit(ledger, blind('append', 2)), admit(ledger, blind('read', 3))],
    [admitted(1), admitted(2), answered({ code: 'READ_LOCK_WITHOUT_SEEN' })],
  );
  assert.deepEqual(admit(ledger, submission({ key: generated(4), seen: 0, locks: [lock('read', 2)] })), admitted(3));
});

for (const [mode, isChecked, isRecorded] of [
  ['write', true, true],
  ['read', true, false],
  ['append', false, true],
] as const) {
  test(`a lock of mode ${mode} is ${isChecked ? '' : 'not '}checked, against committed and against pending writers`, () => {
    const ledger = ledgerWith();
    commit(ledger, ...writes(1, 1));
    admit(ledger, submission({ key: generated(1), locks: [lock('write', 2)] }));
    const late = (number: number, key: number): Submission => submission({ key: generated(key), seen: 1, locks: [lock(mode, number)] });
    const lost = [
      answered({ code: 'CONFLICT', offset: 2, lock: Uint8Array.of(1) }),
      waits({ code: 'CONFLICT', offset: 3, lock: Uint8Array.of(2) }),
    ];
    assert.deepEqual([admit(ledger, late(1, 2)), admit(ledger, late(2, 3))], isChecked ? lost : [admitted(4), admitted(5)]);
  });

  test(`a lock of mode ${mode} is ${isRecorded ? '' : 'not '}recorded, while pending and once committed`, () => {
    const ledger = ledgerWith();
    const first = submission({ key: generated(1), seen: 0, locks: [lock(mode, 1)] });
    assert.deepEqual(admit(ledger, first), admitted(1));
    const check = (key: number): Admission => admit(ledger, submission({ key: generated(key), seen: 0, locks: [lock('read', 1)] }));
    const lost = { code: 'CONFLICT', offset: 1, lock: Uint8Array.of(1) } as const;
    assert.deepEqual(check(2), isRecorded ? waits(lost) : admitted(2));
    ledger.dropPending();
    commit(ledger, first);
    assert.deepEqual(check(3), isRecorded ? answered(lost) : admitted(2));
  });
}

test('a transaction that has seen the last writer passes, one that saw everything but that does not', () => {
  const ledger = ledgerWith();
  commit(ledger, ...writes(1, 2, 1, 3));
  const reader = (seen: number, key: number): Submission => submission({ key: generated(key), seen, locks: [lock('read', 1)] });
  assert.deepEqual(
    [admit(ledger, reader(3, 1)), admit(ledger, reader(2, 2))],
    [admitted(5), answered({ code: 'CONFLICT', offset: 3, lock: Uint8Array.of(1) })],
  );
});

test('a conflict names the newest winner among all locks, so that waiting for it is enough', () => {
  const ledger = ledgerWith();
  commit(ledger, ...writes(1, 2, 3));
  const locks = [lock('write', 1), lock('write', 3), lock('read', 2)];
  assert.deepEqual(
    admit(ledger, submission({ key: generated(1), seen: 0, locks })),
    answered({ code: 'CONFLICT', offset: 3, lock: Uint8Array.of(3) }),
  );
  admit(ledger, submission({ key: generated(2), locks: [lock('append', 2)] }));
  assert.deepEqual(
    admit(ledger, submission({ key: generated(1), seen: 0, locks })),
    waits({ code: 'CONFLICT', offset: 4, lock: Uint8Array.of(2) }),
  );
});

test('a transaction never conflicts with itself, in whatever modes it names a lock', () => {
  const ledger = ledgerWith();
  const locks = (['append', 'write', 'read', 'write'] as const).map((mode) => lock(mode, 1));
  const own = submission({ key: generated(1), seen: 0, locks });
  assert.deepEqual(admit(ledger, own), admitted(1));
  commit(ledger, own);
  assert.deepEqual(admit(ledger, submission({ ...own, key: generated(2), seen: 1 })), admitted(2));
});

test('seen up to the applied offset is fine, one more is ahead, also where a pending transaction is', () => {
  const ledger = ledgerWith();
  commit(ledger, ...writes(1));
  assert.deepEqual(admit(ledger, submission({ key: generated(1), seen: 1 })), admitted(2));
  assert.deepEqual(admit(ledger, submission({ key: generated(2), seen: 2 })), answered({ code: 'SEEN_AHEAD', offset: 1 }));
});

test('seen at the horizon is decided exactly, below it is stale, with locks or without', () => {
  const ledger = ledgerWith({ lockRows: 2 });
  commit(ledger, ...writes(1, 2, 3, 4));
  assert.equal(ledger.horizon, 2);
  const stale = answered({ code: 'STALE', offset: 2 });
  assert.deepEqual(admit(ledger, submission({ key: generated(1), seen: 1, locks: [lock('write', 9)] })), stale);
  assert.deepEqual(admit(ledger, submission({ key: generated(1), seen: 1 })), stale);
  assert.deepEqual(admit(ledger, submission({ key: generated(2), seen: 2, locks: [lock('write', 2)] })), admitted(5));
  assert.deepEqual(
    admit(ledger, submission({ key: generated(3), seen: 2, locks: [lock('write', 3)] })),
    answered({ code: 'CONFLICT', offset: 3, lock: Uint8Array.of(3) }),
  );
});

test('only forgetting a lock raises the horizon: as many hot locks as there are rows never do', () => {
  const ledger = ledgerWith({ lockRows: 2 });
  commit(ledger, ...writes(1, 2, 1, 2, 2, 2, 1));
  assert.equal(ledger.horizon, 0);
  commit(ledger, submission({ key: generated(1), locks: [lock('write', 3)] }));
  assert.equal(ledger.horizon, 6);
});

test('a transaction with more locks than there are rows makes its own offset the horizon', () => {
  const ledger = ledgerWith({ lockRows: 2 });
  commit(ledger, submission({ key: generated(1), locks: [lock('write', 1), lock('append', 2), lock('write', 3)] }));
  assert.equal(ledger.horizon, 1);
});

test('pending transactions evict nothing', () => {
  const ledger = ledgerWith({ lockRows: 1, recentKeys: 1 });
  for (const one of writes(1, 2, 3)) admit(ledger, one);
  assert.deepEqual([ledger.horizon, ledger.evictedOffset], [0, 0]);
  commit(ledger, ...writes(1, 2, 3));
  assert.deepEqual([ledger.horizon, ledger.evictedOffset], [2, 2]);
});

for (const [what, key] of [
  ['generated', generated(1)],
  ['named', named(1)],
] as const) {
  const first = submission({ key, content: idOf(1), seen: 0, locks: [lock('write', 1)] });
  const place = (ledger: Ledger, one: Submission, options: { readonly isPending: boolean }): unknown =>
    options.isPending ? admit(ledger, one) : commit(ledger, one);

  for (const isPending of [true, false]) {
    const when = isPending ? 'pending' : 'committed';
    const refusedAt = isPending ? waits : answered;
    const repeated = isPending ? duplicateOfPending : duplicate;

    test(`a retry meets its own ${when} first attempt under a ${what} key, not that attempt's locks`, () => {
      const ledger = ledgerWith();
      place(ledger, first, { isPending });
      assert.deepEqual(admit(ledger, first), repeated(1));
      const other = generated(2);
      assert.deepEqual(admit(ledger, { ...first, key: other }), refusedAt({ code: 'CONFLICT', offset: 1, lock: Uint8Array.of(1) }));
    });

    test(`a repeat with other locks and a seen that is stale or ahead is still a duplicate of a ${when} ${what} key`, () => {
      const ledger = ledgerWith();
      place(ledger, first, { isPending });
      assert.deepEqual(admit(ledger, { ...first, locks: [], seen: 99 }), repeated(1));
    });

    test(`a ${when} void under a ${what} key refuses every later transaction and answers later voids`, () => {
      const ledger = ledgerWith();
      place(ledger, voidOf(key), { isPending });
      assert.deepEqual(admit(ledger, first), refusedAt({ code: 'VOID', offset: 1 }));
      assert.deepEqual(admit(ledger, voidOf(key)), repeated(1, { isVoid: true }));
    });

    test(`a void meets the ${when} transaction under its ${what} key, whatever that says`, () => {
      const ledger = ledgerWith();
      place(ledger, first, { isPending });
      assert.deepEqual(admit(ledger, voidOf(key)), repeated(1));
    });
  }

  test(`limits come before a ${what} key`, () => {
    const ledger = ledgerWith();
    commit(ledger, first);
    assert.deepEqual(admit(ledger, { ...first, bytes: new Uint8Array(65) }), answered({ code: 'TOO_LARGE' }));
  });

  test(`after leadership is lost a ${what} key that did not commit is free, and one that did is not`, () => {
    const ledger = ledgerWith();
    admit(ledger, first);
    ledger.dropPending();
    assert.deepEqual([ledger.pendingCount, ledger.lastOffset], [0, 0]);
    assert.deepEqual(admit(ledger, first), admitted(1));
    ledger.dropPending();
    commit(ledger, ...writes(7), first);
    assert.deepEqual(admit(ledger, first), duplicate(2));
  });

  test(`lookup of a ${what} key: not yet while pending, then committed, and a void says so`, () => {
    const ledger = ledgerWith();
    const ask = (): unknown => ledger.lookup(key, NEVER_INDEXED);
    assert.deepEqual(ask(), { kind: 'not-yet' });
    admit(ledger, first);
    assert.deepEqual(ask(), { kind: 'not-yet' });
    commit(ledger, first);
    assert.deepEqual(ask(), { kind: 'committed', offset: 1, isVoid: false });
    const voided = ledgerWith();
    commit(voided, voidOf(key));
    assert.deepEqual(voided.lookup(key, NEVER_INDEXED), { kind: 'committed', offset: 1, isVoid: true });
  });
}

test('a named key with other content is reused, a generated one is a duplicate whatever it carries', () => {
  const ledger = ledgerWith();
  commit(ledger, submission({ key: named(1), content: idOf(1) }));
  admit(ledger, submission({ key: named(2), content: idOf(1) }));
  commit(ledger, submission({ key: named(2), content: idOf(1) }));
  admit(ledger, submission({ key: named(3), content: idOf(1) }));
  assert.deepEqual(
    [1, 2, 3].map((key) => admit(ledger, submission({ key: named(key), content: idOf(2) }))),
    [answered({ code: 'KEY_REUSED', offset: 1 }), answered({ code: 'KEY_REUSED', offset: 2 }), waits({ code: 'KEY_REUSED', offset: 3 })],
  );
  admit(ledger, submission({ key: generated(4), content: idOf(1) }));
  assert.deepEqual(admit(ledger, submission({ key: generated(4), content: idOf(2) })), duplicateOfPending(4));
});

test('a named and a generated key of the same bytes are two keys', () => {
  const ledger = ledgerWith();
  assert.deepEqual(
    [generated(1), named(1)].map((key) => admit(ledger, submission({ key }))),
    [admitted(1), admitted(2)],
  );
});

test('a generated key born at the applied offset is fine, one born later is ahead', () => {
  const ledger = ledgerWith();
  commit(ledger, ...writes(1));
  assert.deepEqual(
    [1, 2].map((birth) => admit(ledger, submission({ key: generated(birth, birth) }))),
    [admitted(2), answered({ code: 'SEEN_AHEAD', offset: 1 })],
  );
  assert.deepEqual(admit(ledger, voidOf(generated(2, 2))), answered({ code: 'SEEN_AHEAD', offset: 1 }));
});

test('a generated key born at the newest evicted offset is fine, one born before it has expired', () => {
  const ledger = ledgerWith({ recentKeys: 2 });
  commit(ledger, ...writes(1, 2, 3, 4));
  assert.equal(ledger.evictedOffset, 2);
  assert.deepEqual(
    [2, 1].map((birth) => admit(ledger, submission({ key: generated(birth, birth) }))),
    [admitted(5), answered({ code: 'KEY_EXPIRED', offset: 2 })],
  );
  const expired = { kind: 'refused', code: 'KEY_EXPIRED', outcome: 'unknown', offset: 2 } as const;
  assert.deepEqual(admit(ledger, voidOf(generated(1, 1))), { kind: 'answered', result: expired, isVoid: false });
  assert.deepEqual(ledger.lookup(generated(1, 1), undefined), expired);
  assert.deepEqual(ledger.lookup(generated(3, 2), undefined), { kind: 'not-yet' });
});

test('a generated key that is still remembered or pending is answered, however old its birth', () => {
  const ledger = ledgerWith({ recentKeys: 2 });
  commit(ledger, ...writes(1, 2));
  const pending = submission({ key: generated(8, 0) });
  const old = submission({ key: generated(7, 0) });
  assert.deepEqual([admit(ledger, old), admit(ledger, pending)], [admitted(3), admitted(4)]);
  commit(ledger, old);
  assert.equal(ledger.evictedOffset, 1);
  assert.deepEqual([admit(ledger, old), admit(ledger, pending)], [duplicate(3), duplicateOfPending(4)]);
  // Not `KEY_EXPIRED`: the key can still commit.
  assert.deepEqual(ledger.lookup(pending.key, undefined), { kind: 'not-yet' });
});

test('after leadership is lost the locks of what was pending are free again', () => {
  const ledger = ledgerWith();
  const write = (key: number): Submission => submission({ key: generated(key), seen: 0, locks: [lock('write', 1)] });
  admit(ledger, write(1));
  assert.deepEqual(admit(ledger, write(2)), waits({ code: 'CONFLICT', offset: 1, lock: Uint8Array.of(1) }));
  ledger.dropPending();
  assert.deepEqual(admit(ledger, write(2)), admitted(1));
});

test('offsets are applied densely', () => {
  const ledger = ledgerWith();
  for (const firstOffset of [0, 2])
    assert.throws(() => ledger.apply({ firstOffset, rows: rowsOf(...writes(1)) }), { name: 'AssertionError' });
  ledger.apply({ firstOffset: 1, rows: rowsOf(...writes(1)) });
  assert.equal(ledger.appliedOffset, 1);
});

test('a key committed twice, or a log that differs from what was admitted, is an error of the program', () => {
  for (const key of [generated(1), named(1)]) {
    const twice = ledgerWith();
    commit(twice, submission({ key }));
    assert.throws(() => commit(twice, submission({ key })), { name: 'AssertionError' });
    const other = ledgerWith();
    admit(other, submission({ key }));
    assert.throws(() => commit(other, submission({ key: generated(2) })), { name: 'AssertionError' });
    assert.throws(() => commit(other, submission({ key: named(2) })), { name: 'AssertionError' });
  }
});

test('a void with locks or seen is an error of the program', () => {
  const ledger = ledgerWith();
  assert.throws(() => admit(ledger, { ...voidOf(generated(1)), seen: 0 }), { name: 'AssertionError' });
  assert.throws(() => admit(ledger, { ...voidOf(generated(1)), locks: [lock('append', 1)] }), { name: 'AssertionError' });
});

test('limits that a batch cannot express are refused at once', () => {
  ledgerWith({ locksMax: 0xffff });
  assert.throws(() => ledgerWith({ locksMax: 0x10000 }), { name: 'AssertionError' });
});
