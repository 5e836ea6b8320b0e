// The tables of a ledger as records of a snapshot (section `tables`), and back. Equal logs give equal bytes on every node: rows go out in the order
// in which the log last put them, with what was forgotten. Named keys are not among them: the key index holds those.
//
// Little-endian. The first record: u8 version (1) | u64 applied offset | lock table | key table, each as u64 evicted offset | u64 rows.
// Then the rows of the locks, then those of the generated keys, in records below 64 KiB:
//   record: u8 table (1 locks, 2 generated keys) | rows, each as 16 B id | u64 offset, bit 63 of it for a void
import { assert } from '../assert.ts';
import { IdTable, type IdTableCopy, IdTableRows } from './id-table.ts';

const VERSION = 1;
const HEADER_BYTES = 1 + 8 + 2 * 16;
const ID_BYTES = 16;
const ROW_BYTES = ID_BYTES + 8;
const TABLE_LOCKS = 1;
const TABLE_KEYS = 2;
const HIGH = 2 ** 32;
const VOID_BIT = 2 ** 31;
/** Rows of one record: below 64 KiB, so that none holds up the node for long. */
const RECORD_ROWS = 2_500;

/** The tables at one applied offset, copied; later changes of the ledger do not reach it. */
export interface LedgerTables {
  readonly appliedOffset: number;
  readonly writers: IdTableCopy;
  readonly generatedKeys: IdTableCopy;
  /** It is read no more: its memory serves the next copy. */
  readonly release: () => void;
}

/** Tables as they are put together again. */
export interface RestoredTables {
  readonly appliedOffset: number;
  readonly writers: IdTable;
  readonly generatedKeys: IdTable;
}

/** The records of these tables, one at a time, each below 64 KiB. */
export function* encodeTables(tables: Omit<LedgerTables, 'release'>): Generator<Uint8Array> {
  const { appliedOffset, writers, generatedKeys } = tables;
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint8(0, VERSION);
  const numbers = [appliedOffset, writers.evictedOffset, writers.size, generatedKeys.evictedOffset, generatedKeys.size];
  for (const [at, number] of numbers.entries()) setUint64(view, 1 + 8 * at, number);
  yield header;
  yield* encodeRows(TABLE_LOCKS, writers);
  yield* encodeRows(TABLE_KEYS, generatedKeys);
}

function* encodeRows(table: number, { size, rows }: IdTableCopy): Generator<Uint8Array> {
  let left = size;
  let record = new Uint8Array(0);
  let view = new DataView(record.buffer);
  let at = 0;
  for (const { id, offset, isMarked } of rows()) {
    if (at === record.length) {
      if (at > 0) yield record;
      record = new Uint8Array(1 + Math.min(left, RECORD_ROWS) * ROW_BYTES);
      view = new DataView(record.buffer);
      record[0] = table;
      at = 1;
    }
    for (let word = 0; word < id.length; word++) view.setUint32(at + 4 * word, id[word] as number, true);
    view.setUint32(at + ID_BYTES, offset % HIGH, true);
    view.setUint32(at + ID_BYTES + 4, Math.floor(offset / HIGH) + (isMarked ? VOID_BIT : 0), true);
    at += ROW_BYTES;
    left--;
  }
  assert(left === 0 && at === record.length, 'a copied table has as many rows as it says');
  if (at > 0) yield record;
}

/** What the header says, and the rows that came so far. */
interface BegunTables {
  readonly appliedOffset: number;
  readonly rows: readonly [number, number];
  readonly locks: IdTableRows;
  readonly keys: IdTableRows;
}

/** Puts tables together from the records of a snapshot, in their order, under the limits of this cluster. */
export class TablesReader {
  readonly #limits: { readonly lockRows: number; readonly recentKeys: number };
  #tables: BegunTables | undefined;
  readonly #found: [number, number] = [0, 0];

  constructor(limits: { readonly lockRows: number; readonly recentKeys: number }) {
    this.#limits = limits;
  }

  /** Takes the next record. Throws if it is not one that `encodeTables` made. */
  add(record: Uint8Array): void {
    const view = new DataView(record.buffer, record.byteOffset, record.length);
    if (this.#tables === undefined) this.#addHeader(view);
    else this.#addRows(this.#tables, record, view);
  }

  /** The tables, once all records were added. Throws if some are missing. */
  finish(): RestoredTables {
    const tables = this.#tables;
    assert(tables !== undefined, 'tables begin with their header');
    assert(tables.rows[0] === this.#found[0] && tables.rows[1] === this.#found[1], 'tables have as many rows as their header says');
    const { appliedOffset, locks, keys } = tables;
    return { appliedOffset, writers: IdTable.of(locks), generatedKeys: IdTable.of(keys) };
  }

  #addHeader(view: DataView): void {
    assert(view.byteLength === HEADER_BYTES, 'tables begin with their header');
    assert(view.getUint8(0) === VERSION, `the tables have version ${view.getUint8(0)}, this node knows ${VERSION}`);
    const number = (at: number) => getUint64(view, 1 + 8 * at);
    const { lockRows, recentKeys } = this.#limits;
    const rows = [number(2), number(4)] as const;
    const locks = new IdTableRows({ rowsMax: lockRows, rows: rows[0], evictedOffset: number(1) });
    const keys = new IdTableRows({ rowsMax: recentKeys, rows: rows[1], evictedOffset: number(3) });
    this.#tables = { appliedOffset: number(0), rows, locks, keys };
  }

  #addRows({ appliedOffset, locks, keys }: BegunTables, record: Uint8Array, view: DataView): void {
    const isLocks = record[0] === TABLE_LOCKS;
    assert(isLocks || record[0] === TABLE_KEYS, 'a record of tables is of locks or of keys');
    assert(record.length > 1 && (record.length - 1) % ROW_BYTES === 0, 'a record of tables has whole rows');
    const table = isLocks ? locks : keys;
    this.#found[isLocks ? 0 : 1] += (record.length - 1) / ROW_BYTES;
    for (let at = 1; at < record.length; at += ROW_BYTES) {
      const high = view.getUint32(at + ID_BYTES + 4, true);
      const offset = (high % VOID_BIT) * HIGH + view.getUint32(at + ID_BYTES, true);
      assert(offset >= 1 && offset <= appliedOffset, 'a row is of an applied offset');
      table.add(record, at, offset, high >= VOID_BIT);
    }
  }
}

function setUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % HIGH, true);
  view.setUint32(at + 4, Math.floor(value / HIGH), true);
}

function getUint64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * HIGH + view.getUint32(at, true);
  assert(Number.isSafeInteger(value), 'a number of the tables is a safe integer');
  return value;
}
