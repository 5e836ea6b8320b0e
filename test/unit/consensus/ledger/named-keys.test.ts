// Named keys between memory and index: which lookups are needed, how long a "no" holds, what is handed to the index and when it is dropped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger } from '../../../../consensus/ledger/ledger.ts';
import type { Submission } from '../../../../consensus/types.ts';
import { generated, idOf, named, ROOMY, rowsOf, submission, voidOf } from './build.ts';

function ledgerIndexedThrough(offset: number): Ledger {
  return new Ledger({ limits: ROOMY, namedKeysIndexedThrough: offset });
}

function commit(ledger: Ledger, ...submissions: readonly Submission[]): void {
  ledger.apply({ firstOffset: ledger.appliedOffset + 1, rows: rowsOf(...submissions) });
}

const payment = (number: number): Submission => submission({ key: named(number), content: idOf(number) });
const record = (number: number, offset: number) => ({ offset, content: idOf(number), isVoid: false });
const LOOKUP_NEEDED = { kind: 'lookup-needed' };

test('a fresh named key needs a lookup, one in memory or pending does not, nor does a generated one', () => {
  const ledger = ledgerIndexedThrough(0);
  commit(ledger, payment(1));
  ledger.admit(payment(2), { record: undefined, appliedOffset: 1 });
  const asked = [payment(1), payment(2), payment(3), submission({ key: generated(4) })];
  assert.deepEqual(
    asked.map((one) => ledger.needsLookup(one)),
    [false, false, true, false],
  );
});

test('a named key that memory does not know is not admitted without the word of the index', () => {
  const ledger = ledgerIndexedThrough(0);
  assert.deepEqual(ledger.admit(payment(1), undefined), LOOKUP_NEEDED);
  assert.deepEqual(ledger.lookup(named(1), undefined), LOOKUP_NEEDED);
  assert.equal(ledger.pendingCount, 0);
  assert.deepEqual(ledger.admit(payment(1), { record: undefined, appliedOffset: 0 }), { kind: 'admitted', offset: 1 });
});

test('what the index found is answered for ever: duplicate, reused, or void', () => {
  const ledger = ledgerIndexedThrough(3);
  commit(ledger, payment(1), voidOf(named(2)), payment(3));
  const found = { record: record(1, 1), appliedOffset: 3 };
  const foundVoid = { record: { offset: 2, content: idOf(0), isVoid: true }, appliedOffset: 3 };
  assert.deepEqual(ledger.admit(payment(1), found), {
    kind: 'answered',
    result: { kind: 'committed', offset: 1, duplicate: true },
    isVoid: false,
  });
  assert.deepEqual(ledger.admit({ ...payment(1), content: idOf(9) }, found), {
    kind: 'answered',
    result: { kind: 'refused', code: 'KEY_REUSED', outcome: 'none', offset: 1 },
    isVoid: false,
  });
  assert.deepEqual(ledger.admit(payment(2), foundVoid), {
    kind: 'answered',
    result: { kind: 'refused', code: 'VOID', outcome: 'none', offset: 2 },
    isVoid: false,
  });
  assert.deepEqual(ledger.lookup(named(2), foundVoid), { kind: 'committed', offset: 2, isVoid: true });
});

test('a no holds while nothing applied after the lookup began was dropped, and not one offset longer', () => {
  for (const [through, isValid] of [
    [2, true],
    [3, false],
  ] as const) {
    const ledger = ledgerIndexedThrough(0);
    commit(ledger, payment(1), payment(2));
    const begun = { record: undefined, appliedOffset: 2 };
    // Key 3 commits while the lookup is under way, and the index may take it before the lookup ends.
    commit(ledger, payment(3), payment(4));
    ledger.namedKeysIndexed(through);
    assert.deepEqual(ledger.admit(payment(9), begun).kind, isValid ? 'admitted' : 'lookup-needed');
    assert.deepEqual(ledger.admit(payment(3), begun).kind, isValid ? 'answered' : 'lookup-needed');
    assert.deepEqual(ledger.lookup(named(8), begun).kind, isValid ? 'not-yet' : 'lookup-needed');
  }
});

test('a yes holds however late it arrives', () => {
  const ledger = ledgerIndexedThrough(0);
  commit(ledger, payment(1), payment(2), payment(3));
  ledger.namedKeysIndexed(3);
  const result = ledger.admit(payment(1), { record: record(1, 1), appliedOffset: 1 });
  assert.deepEqual(result, { kind: 'answered', result: { kind: 'committed', offset: 1, duplicate: true }, isVoid: false });
});

test('while the log is replayed the index answers for what is not applied yet, without asking again and again', () => {
  const ledger = ledgerIndexedThrough(5);
  assert.deepEqual(ledger.lookup(named(1), { record: record(1, 4), appliedOffset: 0 }), { kind: 'committed', offset: 4, isVoid: false });
  assert.deepEqual(ledger.lookup(named(2), { record: undefined, appliedOffset: 0 }), { kind: 'not-yet' });
});

test('a leader whose index knows more than it has applied is an error of the program', () => {
  const ledger = ledgerIndexedThrough(5);
  assert.throws(() => ledger.admit(payment(1), { record: record(1, 4), appliedOffset: 0 }), { name: 'AssertionError' });
});

test('the index gets named keys oldest first, as many as it wants, with the offset that makes it complete', () => {
  const ledger = ledgerIndexedThrough(0);
  commit(
    ledger,
    submission({ key: generated(1) }),
    payment(2),
    submission({ key: generated(3) }),
    payment(4),
    submission({ key: generated(5) }),
  );
  const first = { id: idOf(2), record: record(2, 2) };
  const second = { id: idOf(4), record: record(4, 4) };
  assert.deepEqual(ledger.namedKeysToIndex(1), { keys: [first], appliedOffset: 2 });
  assert.deepEqual(ledger.namedKeysToIndex(2), { keys: [first, second], appliedOffset: 5 });
  ledger.namedKeysIndexed(2);
  assert.deepEqual(ledger.namedKeysToIndex(1), { keys: [second], appliedOffset: 5 });
  ledger.namedKeysIndexed(5);
  assert.deepEqual(ledger.namedKeysToIndex(1), { keys: [], appliedOffset: 5 });
});

test('keys applied while the index is written stay in memory', () => {
  const ledger = ledgerIndexedThrough(0);
  commit(ledger, payment(1));
  const { appliedOffset } = ledger.namedKeysToIndex(10);
  commit(ledger, payment(2));
  ledger.namedKeysIndexed(appliedOffset);
  assert.deepEqual([ledger.needsLookup(payment(1)), ledger.needsLookup(payment(2))], [true, false]);
});

test('a replay keeps only what the index lacks, and never tells the index less than it knows', () => {
  const ledger = ledgerIndexedThrough(2);
  commit(ledger, payment(1));
  assert.deepEqual(ledger.namedKeysToIndex(10), { keys: [], appliedOffset: 2 });
  commit(ledger, payment(2), payment(3));
  assert.deepEqual(ledger.namedKeysToIndex(10), { keys: [{ id: idOf(3), record: record(3, 3) }], appliedOffset: 3 });
});

test('the index cannot be ahead of what is applied', () => {
  const ledger = ledgerIndexedThrough(0);
  commit(ledger, payment(1));
  assert.throws(() => ledger.namedKeysIndexed(2), { name: 'AssertionError' });
  ledger.namedKeysIndexed(1);
});

test('memory holds copies: a batch may be overwritten once it is applied', () => {
  const ledger = ledgerIndexedThrough(0);
  const rows = rowsOf(payment(1));
  ledger.apply({ firstOffset: 1, rows });
  for (const row of rows) {
    row.keyId.fill(0xff);
    row.content.fill(0xff);
  }
  assert.deepEqual(ledger.namedKeysToIndex(1), { keys: [{ id: idOf(1), record: record(1, 1) }], appliedOffset: 1 });
});
