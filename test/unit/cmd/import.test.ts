// How a record becomes a transaction: its key, its locks, its data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImportArguments, parseImport, transactionOf } from '../../../cmd/import.ts';

function plan(options: Partial<ImportArguments> = {}): ReturnType<typeof parseImport> {
  const defaults = { file: 'f.ndjson', keyField: 'id', lockField: [], type: 'import', skipBad: false, window: '1024', partition: '1' };
  return parseImport({ ...defaults, ...options });
}

function record(value: unknown): { value: unknown; data: string } {
  return { value, data: JSON.stringify(value) };
}

test('the key, the locks of every path and the data of the line make the transaction', () => {
  const value = { id: 'bc-1', postings: [{ account: 'A:x' }, { account: 'B' }, { account: 'A:x' }], who: 'w' };
  const input = transactionOf(
    record(value),
    plan({ lockField: ['postings.*.account', 'who'], type: 'journal', header: '7', partition: '2' }),
  );
  assert.deepEqual(input, {
    type: 'journal',
    header: 7,
    key: 'bc-1',
    partition: 2,
    data: JSON.stringify(value),
    locks: [
      { mode: 'write', name: 'A:x' },
      { mode: 'write', name: 'B' },
      { mode: 'write', name: 'w' },
    ],
  });
});

test('a type that no transaction can have is refused before anything is read', () => {
  for (const type of ['', 'x'.repeat(65), 'ledgerline.void']) assert.throws(() => plan({ type }), { code: 'USAGE' });
  assert.equal(plan({ type: 'x'.repeat(64) }).type.length, 64);
});

test('a whole number serves as a key, one that has lost digits does not', () => {
  assert.equal(transactionOf(record({ id: 17 }), plan()).key, '17');
  assert.throws(
    () => transactionOf({ value: JSON.parse('{"id":9007199254740993}'), data: '' }, plan()),
    /neither a text nor a whole number/,
  );
  for (const id of [1.5, true, null, {}, ['a']]) assert.throws(() => transactionOf(record({ id }), plan()), RangeError);
});

test('a line without exactly one key is bad', () => {
  assert.throws(() => transactionOf(record({ name: 'x' }), plan()), /no field 'id'/);
  assert.throws(() => transactionOf(record({ ids: ['a', 'b'] }), plan({ keyField: 'ids.*' })), /more than one field/);
});

test('a key has 1 to 64 bytes', () => {
  assert.equal(transactionOf(record({ id: 'k'.repeat(64) }), plan()).key, 'k'.repeat(64));
  assert.throws(() => transactionOf(record({ id: 'k'.repeat(65) }), plan()), /65 bytes/);
  assert.throws(() => transactionOf(record({ id: 'é'.repeat(33) }), plan()), /66 bytes/);
  assert.throws(() => transactionOf(record({ id: '' }), plan()), /0 bytes/);
});

test('a line without the field of a lock is bad, and so is a lock that is too long', () => {
  assert.throws(() => transactionOf(record({ id: 'a', postings: [] }), plan({ lockField: ['postings.*.account'] })), /no field/);
  assert.throws(() => transactionOf(record({ id: 'a', l: 'x'.repeat(257) }), plan({ lockField: ['l'] })), /257 bytes/);
});

test('wrong flags are refused before anything is read', () => {
  assert.throws(() => plan({ format: 'xml' }), /--format/);
  assert.throws(() => plan({ keyField: 'a..b' }), /--key-field/);
  assert.throws(() => plan({ lockField: ['.'] }), /--lock-field/);
  assert.throws(() => plan({ partition: '0' }), /--partition/);
  assert.throws(() => plan({ window: '0' }), /--window/);
});
