// The bytes of the tables in a snapshot: their form, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger } from '../../../../consensus/ledger/ledger.ts';
import { encodeTables, type RestoredTables, TablesReader } from '../../../../consensus/ledger/tables.ts';
import { generated, idOf, lock, named, ROOMY, rowsOf, submission, voidOf } from './build.ts';

function read(records: readonly Uint8Array[], limits = ROOMY): RestoredTables {
  const reader = new TablesReader(limits);
  for (const record of records) reader.add(record);
  return reader.finish();
}

function ledgerOf(count: number, limits = ROOMY): Ledger {
  const ledger = new Ledger({ limits, namedKeysIndexedThrough: 0 });
  for (let number = 1; number <= count; number++) {
    ledger.apply({ firstOffset: number, rows: rowsOf(submission({ key: generated(number, number - 1), locks: [lock('write', number)] })) });
  }
  return ledger;
}

const written = () => {
  const ledger = new Ledger({ limits: ROOMY, namedKeysIndexedThrough: 0 });
  ledger.apply({
    firstOffset: 1,
    rows: rowsOf(submission({ key: generated(1), locks: [lock('write', 7)] }), voidOf(generated(2)), submission({ key: named(3) })),
  });
  return [...encodeTables(ledger.dumpTables())];
};

test('tables are a header and then the rows of locks and of generated keys, in the order of the log', () => {
  const hex = written().map((record) => Buffer.from(record).toString('hex'));
  const u64 = (number: number) => number.toString(16).padStart(2, '0').padEnd(16, '0');
  const id = (number: number) => Buffer.from(idOf(number)).toString('hex');
  assert.deepEqual(hex, [
    `01${u64(3)}${u64(0)}${u64(1)}${u64(0)}${u64(2)}`,
    `01${id(7)}${u64(1)}`,
    `02${id(1)}${u64(1)}${id(2)}0200000000000080`,
  ]);
});

test('a copy does not change with the ledger that it was taken of', () => {
  const ledger = ledgerOf(5);
  const tables = ledger.dumpTables();
  const before = [...encodeTables(tables)];
  for (let number = 6; number <= 100; number++) {
    ledger.apply({ firstOffset: number, rows: rowsOf(submission({ key: generated(number), locks: [lock('write', number)] })) });
  }
  assert.deepEqual([...encodeTables(tables)], before);
});

test('the memory of a copy that was released serves the next one, also when the ledger has grown or lost rows meanwhile', () => {
  const ledger = ledgerOf(5, { ...ROOMY, lockRows: 20 });
  for (const upTo of [10, 11, 40, 41]) {
    for (let number = ledger.appliedOffset + 1; number <= upTo; number++) {
      ledger.apply({ firstOffset: number, rows: rowsOf(submission({ key: generated(number), locks: [lock('write', number)] })) });
    }
    const tables = ledger.dumpTables();
    const fresh = Ledger.restored({
      limits: { ...ROOMY, lockRows: 20 },
      namedKeysIndexedThrough: upTo,
      tables: read([...encodeTables(tables)]),
    });
    tables.release();
    const again = ledger.dumpTables();
    assert.deepEqual([...encodeTables(again)], [...encodeTables(fresh.dumpTables())]);
    assert.equal(again.writers.size, Math.min(upTo, 20));
    again.release();
  }
});

test('large tables come in records below 64 KiB and are restored whole', () => {
  const limits = { ...ROOMY, lockRows: 10_000, recentKeys: 6_000 };
  const ledger = ledgerOf(9_000, limits);
  const records = [...encodeTables(ledger.dumpTables())];
  assert.ok(records.every((record) => record.length < 64 * 1024));
  const restored = Ledger.restored({ limits, namedKeysIndexedThrough: 9_000, tables: read(records, limits) });
  assert.deepEqual([...encodeTables(restored.dumpTables())], records);
  assert.deepEqual([restored.appliedOffset, restored.horizon, restored.evictedOffset], [9_000, 0, 3_000]);
});

test('the tables of nothing are a header, and are restored', () => {
  const records = [...encodeTables(ledgerOf(0).dumpTables())];
  assert.equal(records.length, 1);
  assert.equal(read(records).appliedOffset, 0);
});

test('tables under smaller limits forget the oldest rows, as the log would have made them', () => {
  const limits = { ...ROOMY, lockRows: 3, recentKeys: 2 };
  const restored = read([...encodeTables(ledgerOf(5).dumpTables())], limits);
  assert.deepEqual([restored.writers.evictedOffset, restored.generatedKeys.evictedOffset], [2, 3]);
});

test('records that are not whole, not in their order or of another version are refused', () => {
  const [header, locks, keys] = written();
  assert.ok(header !== undefined && locks !== undefined && keys !== undefined);
  const changed = (record: Uint8Array, at: number, value: number) => record.map((byte, position) => (position === at ? value : byte));
  for (const [records, message] of [
    [[], /begin with their header/],
    [[locks, keys], /begin with their header/],
    [[changed(header, 0, 2), locks, keys], /version 2, this node knows 1/],
    [[header, locks], /as many rows/],
    [[header, locks, keys, keys.subarray(0, 25)], /offsets are put in their order/],
    [[header, locks.subarray(0, 24), keys], /whole rows/],
    [[header, locks.subarray(0, 1), keys], /whole rows/],
    [[header, changed(locks, 0, 3), keys], /of locks or of keys/],
    [[header, changed(locks, 17, 4), keys], /of an applied offset/],
    [[header, changed(locks, 17, 0), keys], /of an applied offset/],
    [[changed(header, 8, 0xff), locks, keys], /safe integer/],
  ] as const) {
    assert.throws(() => read(records), message);
  }
});

test('an index that is behind the snapshot is refused: it has to be loaded first', () => {
  const tables = read(written());
  assert.throws(() => Ledger.restored({ limits: ROOMY, namedKeysIndexedThrough: 2, tables }), /complete up to the snapshot/);
});

// A lookup that began in the old index said "no" about a key that the installed snapshot holds.
test('after an installation no answer of the index before it is believed', () => {
  const limits = ROOMY;
  const ledger = new Ledger({ limits, namedKeysIndexedThrough: 0 });
  const asked = submission({ key: named(3) });
  const lookup = { record: undefined, appliedOffset: ledger.appliedOffset };
  assert.deepEqual(ledger.lookup(asked.key, lookup), { kind: 'not-yet' });
  ledger.install(read(written()));
  assert.deepEqual(ledger.lookup(asked.key, lookup), { kind: 'lookup-needed' });
  const again = { record: undefined, appliedOffset: ledger.appliedOffset };
  assert.deepEqual(ledger.lookup(asked.key, again), { kind: 'not-yet' });
});
