// The table of ids against a plain list, and its edges: growth, eviction, rows used again, long probes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IdTable } from '../../../../consensus/ledger/id-table.ts';
import { idOf } from './build.ts';

test('a table knows the newest offset of an id and nothing of others', () => {
  const table = new IdTable(4);
  table.put(idOf(1), 5);
  table.put(idOf(1), 7);
  assert.deepEqual([table.offsetOf(idOf(1)), table.offsetOf(idOf(2)), table.size], [7, 0, 1]);
});

test('ids that differ in one bit are different ids', () => {
  const table = new IdTable(200);
  const ids = Array.from({ length: 128 }, (_, bit) => {
    const id = idOf(0);
    id[bit >> 3] = 1 << (bit & 7);
    return id;
  });
  for (const [at, id] of ids.entries()) table.put(id, at + 1);
  assert.deepEqual(
    ids.map((id) => table.offsetOf(id)),
    ids.map((_, at) => at + 1),
  );
  assert.equal(table.offsetOf(idOf(0)), 0);
});

test('a table copies the ids that it keeps', () => {
  const table = new IdTable(4);
  const id = idOf(1);
  table.put(id, 1);
  id.fill(0xff);
  assert.deepEqual([table.offsetOf(idOf(1)), table.offsetOf(id)], [1, 0]);
});

test('a full table evicts the id whose newest offset is the oldest, and a table one larger does not', () => {
  const outcomes = [2, 3].map((rowsMax) => {
    const table = new IdTable(rowsMax);
    table.put(idOf(1), 1);
    table.put(idOf(2), 2);
    table.put(idOf(1), 3);
    table.put(idOf(3), 4);
    return [table.evictedOffset, table.offsetOf(idOf(1)), table.offsetOf(idOf(2)), table.offsetOf(idOf(3))];
  });
  assert.deepEqual(outcomes, [
    [2, 3, 0, 4],
    [0, 3, 2, 4],
  ]);
});

test('an id that is put again evicts nothing from a full table', () => {
  const table = new IdTable(2);
  table.put(idOf(1), 1);
  table.put(idOf(2), 2);
  for (let offset = 3; offset < 20; offset++) table.put(idOf(2), offset);
  assert.deepEqual([table.evictedOffset, table.offsetOf(idOf(1)), table.size], [0, 1, 2]);
});

test('a mark stays until the id is put again', () => {
  const table = new IdTable(2);
  table.put(idOf(1), 1);
  assert.ok(!table.isMarked(idOf(1)));
  table.mark(idOf(1));
  assert.ok(table.isMarked(idOf(1)));
  table.put(idOf(1), 2);
  assert.ok(!table.isMarked(idOf(1)));
  assert.throws(() => table.mark(idOf(2)), { name: 'AssertionError' });
});

test('an offset below the newest is refused, an equal one is not', () => {
  const table = new IdTable(4);
  table.put(idOf(1), 2);
  table.put(idOf(2), 2);
  assert.throws(() => table.put(idOf(3), 1), { name: 'AssertionError' });
});

test('an id of 15 or 17 bytes is refused, and so is a table without room', () => {
  const table = new IdTable(1);
  for (const length of [15, 17]) assert.throws(() => table.offsetOf(new Uint8Array(length)), { name: 'AssertionError' });
  assert.throws(() => new IdTable(0), { name: 'AssertionError' });
});

for (const rowsMax of [1000, 40_000]) {
  test(`a table of ${rowsMax} ids keeps exactly the newest ones through growth and a long life`, () => {
    const table = new IdTable(rowsMax);
    for (let number = 1; number <= 3 * rowsMax; number++) table.put(idOf(number), number);
    const known = Array.from({ length: 3 * rowsMax }, (_, at) => table.offsetOf(idOf(at + 1)));
    assert.deepEqual(
      known,
      known.map((_, at) => (at < 2 * rowsMax ? 0 : at + 1)),
    );
    assert.deepEqual([table.size, table.evictedOffset], [rowsMax, 2 * rowsMax]);
  });
}

test('a table agrees with a plain list under any sequence of puts, marks and drops', () => {
  const step = fc.record({
    what: fc.constantFrom('put', 'put', 'put', 'mark', 'drop'),
    number: fc.nat({ max: 40 }),
    advance: fc.nat({ max: 2 }),
  });
  const rowsMax = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(Number.POSITIVE_INFINITY));
  fc.assert(
    fc.property(rowsMax, fc.array(step, { maxLength: 200, size: 'max' }), (limit, steps) => {
      const table = new IdTable(limit);
      let rows: { number: number; offset: number; isMarked: boolean }[] = [];
      let evicted = 0;
      let offset = 1;
      for (const { what, number, advance } of steps) {
        offset += advance;
        const row = rows.find((one) => one.number === number);
        if (what === 'put') {
          table.put(idOf(number), offset);
          rows = [...rows.filter((one) => one !== row), { number, offset, isMarked: false }];
          if (rows.length > limit) evicted = rows.shift()?.offset ?? 0;
        } else if (what === 'mark' && row !== undefined) {
          table.mark(idOf(number));
          row.isMarked = true;
        } else if (what === 'drop') {
          table.dropThrough(offset - number);
          rows = rows.filter((one) => one.offset > offset - number);
        }
        assert.deepEqual([table.size, table.evictedOffset], [rows.length, evicted]);
      }
      for (let number = 0; number <= 40; number++) {
        const row = rows.find((one) => one.number === number);
        assert.deepEqual([table.offsetOf(idOf(number)), table.isMarked(idOf(number))], [row?.offset ?? 0, row?.isMarked ?? false]);
      }
    }),
  );
});

/** Of the memory that a copy of a table lies in, which is released at once if `isReleased`. */
function memoryOfCopy(table: IdTable, { isReleased }: { readonly isReleased: boolean }): ArrayBufferLike | undefined {
  const copy = table.copy();
  const [row] = copy.rows();
  if (isReleased) copy.release();
  return row?.id.buffer;
}

// A copy was as large as its rows, so that a table that fills needed new memory for each: a node held several of them until a collection.
test('the copies of a table that fills lie in the same memory until the table has grown', () => {
  const table = new IdTable(1000);
  const memories: (ArrayBufferLike | undefined)[] = [];
  for (let number = 1; number <= 17; number++) {
    table.put(idOf(number), number);
    memories.push(memoryOfCopy(table, { isReleased: true }));
  }
  assert.equal(new Set(memories.slice(0, 16)).size, 1);
  assert.notEqual(memories[16], memories[15]);
});

test('a copy that is still read keeps its memory to itself', () => {
  const table = new IdTable(1000);
  table.put(idOf(1), 1);
  assert.notEqual(memoryOfCopy(table, { isReleased: false }), memoryOfCopy(table, { isReleased: true }));
});
