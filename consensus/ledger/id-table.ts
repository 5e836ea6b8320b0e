// A bounded table from 128-bit id to offset in typed arrays: the newest offset of each id, and the order in which ids were last put.
// A full table evicts the id whose newest offset is the oldest. Lock writers, generated keys and the overlay of both live in one each.
//
// Rows sit in parallel arrays and are linked from the oldest to the newest put; buckets hold row numbers, found by linear probing.
// An id that is put again moves to the newest end at once, so a table of n rows always knows the n most recently put ids, however often
// some of them repeat. Removal shifts later buckets back (Knuth 6.4, algorithm R): no tombstones, so probes stay short for ever.
// Arrays start small and grow, so an idle ledger costs nothing. Index reads are cast: rows and buckets come from the table itself.
import { assert } from '../assert.ts';

const WORDS = 4;
const ROWS_AT_START = 16;
/** From here a bounded table takes all its room at once: moving more rows would hold up the node, and memory not yet touched is free. */
const ROWS_DOUBLED_MAX = 32 * 1024;
const NONE = -1;

/** One row of a copied table. */
export interface IdTableRow {
  /** Four words, each of four bytes of the id, little-endian. A view that is valid until the next row is asked for. */
  readonly id: Uint32Array;
  readonly offset: number;
  readonly isMarked: boolean;
}

/** A table as it was at one moment. */
export interface IdTableCopy {
  readonly size: number;
  readonly evictedOffset: number;
  /** From the oldest put to the newest. */
  rows(): Iterable<IdTableRow>;
  /** It is read no more: the table may use its memory for the next copy. */
  release(): void;
}

/** Memory of a copy. */
interface CopiedRows {
  readonly ids: Uint32Array;
  readonly offsets: Float64Array;
  readonly marks: Uint8Array;
  readonly newer: Int32Array;
}

export class IdTable {
  readonly #rowsMax: number;
  #size = 0;
  #evictedOffset = 0;
  #oldest = NONE;
  #newest = NONE;
  /** Rows that were used and are free again, linked through `#newer`. */
  #free = NONE;
  /** Rows from here on were never used. */
  #fresh = 0;
  #ids: Uint32Array;
  #offsets: Float64Array;
  #marks: Uint8Array;
  #older: Int32Array;
  #newer: Int32Array;
  /** Row number plus one, 0 = empty; a power of two of them, at least twice as many as rows. */
  #buckets: Int32Array;
  /** Of a copy that was released. */
  #spare: CopiedRows | undefined;

  /** `rowsMax`: ids known at most; `Number.POSITIVE_INFINITY` for a table that its owner bounds. */
  constructor(rowsMax: number) {
    assert(rowsMax >= 1, 'an id table has room for at least one row');
    this.#rowsMax = rowsMax;
    const rows = Math.min(ROWS_AT_START, rowsMax);
    this.#ids = new Uint32Array(rows * WORDS);
    this.#offsets = new Float64Array(rows);
    this.#marks = new Uint8Array(rows);
    this.#older = new Int32Array(rows);
    this.#newer = new Int32Array(rows);
    this.#buckets = new Int32Array(bucketsFor(rows));
  }

  /** The table that these rows were put in; takes their memory over. Several times as fast as putting them: the ids differ, so none is looked for. */
  static of(rows: IdTableRows): IdTable {
    const table = new IdTable(rows.rowsMax);
    const room = rows.offsets.length;
    const { size } = rows;
    table.#evictedOffset = rows.evictedOffset;
    table.#size = size;
    table.#fresh = size;
    table.#ids = rows.ids;
    table.#offsets = rows.offsets;
    table.#marks = rows.marks;
    table.#older = new Int32Array(room);
    table.#newer = new Int32Array(room);
    for (let row = 0; row < size; row++) table.#linkNewest(row);
    table.#buckets = bucketsOf(rows.ids, { rows: size, room });
    return table;
  }

  /** Ids in the table. */
  get size(): number {
    return this.#size;
  }

  /** The offset that was last evicted for want of room, 0 if none was: every id whose newest offset is larger is in the table. */
  get evictedOffset(): number {
    return this.#evictedOffset;
  }

  /** The newest offset put for this id, 0 if it is not in the table. */
  offsetOf(id: Uint8Array): number {
    const row = this.#find(id);
    return row === NONE ? 0 : (this.#offsets[row] as number);
  }

  /** Whether the id is in the table and was marked since it was last put. */
  isMarked(id: Uint8Array): boolean {
    const row = this.#find(id);
    return row !== NONE && this.#marks[row] === 1;
  }

  /** Records that `id` was last put at `offset`, which is not below any other; a full table evicts its oldest id for a new one. */
  put(id: Uint8Array, offset: number): void {
    assert(this.#newest === NONE || offset >= (this.#offsets[this.#newest] as number), 'offsets are put in their order');
    let row = this.#find(id);
    if (row === NONE) {
      if (this.#size === this.#rowsMax) {
        this.#evictedOffset = this.#offsets[this.#oldest] as number;
        this.#removeOldest();
      }
      row = this.#takeRow(id);
    } else {
      this.#unlink(row);
    }
    this.#offsets[row] = offset;
    this.#marks[row] = 0;
    this.#linkNewest(row);
  }

  /** Marks an id that is in the table. */
  mark(id: Uint8Array): void {
    const row = this.#find(id);
    assert(row !== NONE, 'only an id in the table can be marked');
    this.#marks[row] = 1;
  }

  /**
   * A copy of what is in the table now, taken with a few plain copies of memory. Its rows, from the oldest put to the newest, and the evicted
   * offset depend on the order of the puts alone.
   */
  copy(): IdTableCopy {
    const copied = this.#copyRows();
    const { ids, offsets, marks, newer } = copied;
    const oldest = this.#oldest;
    return {
      size: this.#size,
      evictedOffset: this.#evictedOffset,
      *rows() {
        for (let row = oldest; row !== NONE; row = newer[row] as number) {
          yield { id: ids.subarray(row * WORDS, (row + 1) * WORDS), offset: offsets[row] as number, isMarked: marks[row] === 1 };
        }
      },
      release: () => {
        this.#spare = copied;
      },
    };
  }

  /**
   * Into the memory of a copy that was released, if it is large enough: new memory costs four times as much as copying. A new copy has as much room as the table, of which the
   * part that is not used costs nothing: one as large as its rows would be too small for the next copy of a table that fills, and the heap would hold several.
   */
  #copyRows(): CopiedRows {
    const rows = this.#fresh;
    const room = this.#offsets.length;
    const spare = this.#spare;
    this.#spare = undefined;
    const copied = spare !== undefined && spare.offsets.length >= rows ? spare : emptyCopy(room);
    copied.ids.set(this.#ids.subarray(0, rows * WORDS));
    copied.offsets.set(this.#offsets.subarray(0, rows));
    copied.marks.set(this.#marks.subarray(0, rows));
    copied.newer.set(this.#newer.subarray(0, rows));
    return copied;
  }

  /** Removes all ids whose newest offset is at most `offset`. No eviction: the owner wants them gone. */
  dropThrough(offset: number): void {
    while (this.#oldest !== NONE && (this.#offsets[this.#oldest] as number) <= offset) this.#removeOldest();
  }

  #find(id: Uint8Array): number {
    assert(id.length === 4 * WORDS, 'an id has 16 bytes');
    const a = wordAt(id, 0);
    const b = wordAt(id, 4);
    const c = wordAt(id, 8);
    const d = wordAt(id, 12);
    const ids = this.#ids;
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    for (let bucket = hash(a, b, c, d) & mask; ; bucket = (bucket + 1) & mask) {
      const row = (buckets[bucket] as number) - 1;
      if (row === NONE) return NONE;
      const at = row * WORDS;
      if (ids[at] === a && ids[at + 1] === b && ids[at + 2] === c && ids[at + 3] === d) return row;
    }
  }

  /** A row for a new id, entered in the buckets and not yet linked. */
  #takeRow(id: Uint8Array): number {
    let row = this.#free;
    if (row !== NONE) {
      this.#free = this.#newer[row] as number;
    } else {
      if (this.#fresh === this.#offsets.length) this.#grow();
      row = this.#fresh++;
    }
    for (let word = 0; word < WORDS; word++) this.#ids[row * WORDS + word] = wordAt(id, 4 * word);
    this.#enter(row);
    this.#size++;
    return row;
  }

  #removeOldest(): void {
    const row = this.#oldest;
    assert(row !== NONE, 'a table that is not empty has an oldest row');
    this.#leave(row);
    this.#unlink(row);
    this.#newer[row] = this.#free;
    this.#free = row;
    this.#size--;
  }

  #linkNewest(row: number): void {
    this.#older[row] = this.#newest;
    this.#newer[row] = NONE;
    if (this.#newest === NONE) this.#oldest = row;
    else this.#newer[this.#newest] = row;
    this.#newest = row;
  }

  #unlink(row: number): void {
    const older = this.#older[row] as number;
    const newer = this.#newer[row] as number;
    if (older === NONE) this.#oldest = newer;
    else this.#newer[older] = newer;
    if (newer === NONE) this.#newest = older;
    else this.#older[newer] = older;
  }

  #enter(row: number): void {
    const mask = this.#buckets.length - 1;
    let bucket = this.#homeOf(row);
    while (this.#buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
    this.#buckets[bucket] = row + 1;
  }

  #leave(row: number): void {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    let hole = this.#homeOf(row);
    while (buckets[hole] !== row + 1) hole = (hole + 1) & mask;
    for (let bucket = (hole + 1) & mask; buckets[bucket] !== 0; bucket = (bucket + 1) & mask) {
      const home = this.#homeOf((buckets[bucket] as number) - 1);
      // A row may move back to the hole unless that lies before its home, going round.
      if (((bucket - home) & mask) < ((bucket - hole) & mask)) continue;
      buckets[hole] = buckets[bucket] as number;
      hole = bucket;
    }
    buckets[hole] = 0;
  }

  #homeOf(row: number): number {
    return hashOfRow(this.#ids, row) & (this.#buckets.length - 1);
  }

  #grow(): void {
    const rows = roomFor(2 * this.#offsets.length, this.#rowsMax);
    assert(rows > this.#size, 'a table grows only below its limit');
    this.#ids = copyTo(new Uint32Array(rows * WORDS), this.#ids);
    this.#offsets = copyTo(new Float64Array(rows), this.#offsets);
    this.#marks = copyTo(new Uint8Array(rows), this.#marks);
    this.#older = copyTo(new Int32Array(rows), this.#older);
    this.#newer = copyTo(new Int32Array(rows), this.#newer);
    // It grows when no row is free: all of them are in use.
    this.#buckets = bucketsOf(this.#ids, { rows: this.#fresh, room: rows });
  }
}

/** Rows of a table that is put together again: different ids, from the oldest put to the newest. `IdTable.of` makes the table. */
export class IdTableRows {
  readonly rowsMax: number;
  readonly ids: Uint32Array;
  readonly offsets: Float64Array;
  readonly marks: Uint8Array;
  size = 0;
  evictedOffset: number;
  /** Rows that a table of `rowsMax` would have evicted. */
  #evicted: number;

  /** `rows`: how many will be added. `evictedOffset`: everything up to it was forgotten before. */
  constructor(options: { readonly rowsMax: number; readonly rows: number; readonly evictedOffset: number }) {
    const { rowsMax, rows, evictedOffset } = options;
    const room = roomFor(Math.max(rows, ROWS_AT_START), rowsMax);
    this.rowsMax = rowsMax;
    this.ids = new Uint32Array(room * WORDS);
    this.offsets = new Float64Array(room);
    this.marks = new Uint8Array(room);
    this.evictedOffset = evictedOffset;
    this.#evicted = Math.max(0, rows - rowsMax);
  }

  /** The id is the 16 bytes at `at` of `bytes`. Offsets do not fall. */
  add(bytes: Uint8Array, at: number, offset: number, isMarked: boolean): void {
    if (this.#evicted > 0) {
      this.#evicted--;
      this.evictedOffset = offset;
      return;
    }
    const row = this.size++;
    assert(row < this.offsets.length, 'no more rows come than were announced');
    assert(row === 0 || offset >= (this.offsets[row - 1] as number), 'offsets are put in their order');
    for (let word = 0; word < WORDS; word++) this.ids[row * WORDS + word] = wordAt(bytes, at + 4 * word);
    this.offsets[row] = offset;
    this.marks[row] = isMarked ? 1 : 0;
  }
}

function emptyCopy(room: number): CopiedRows {
  return { ids: new Uint32Array(room * WORDS), offsets: new Float64Array(room), marks: new Uint8Array(room), newer: new Int32Array(room) };
}

/** How many rows to take room for when at least so many are wanted. */
function roomFor(rows: number, rowsMax: number): number {
  const isLeap = rows > ROWS_DOUBLED_MAX && Number.isFinite(rowsMax);
  return isLeap ? rowsMax : Math.min(rows, rowsMax);
}

/** Buckets of the rows 0 to `rows` - 1. A tight loop: most of its time it waits for memory, for several rows at once. */
function bucketsOf(ids: Uint32Array, { rows, room }: { readonly rows: number; readonly room: number }): Int32Array {
  const buckets = new Int32Array(bucketsFor(room));
  const mask = buckets.length - 1;
  for (let row = 0; row < rows; row++) {
    let bucket = hashOfRow(ids, row) & mask;
    while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
    buckets[bucket] = row + 1;
  }
  return buckets;
}

function hashOfRow(ids: Uint32Array, row: number): number {
  const at = row * WORDS;
  return hash(ids[at] as number, ids[at + 1] as number, ids[at + 2] as number, ids[at + 3] as number);
}

function copyTo<T extends Uint8Array | Int32Array | Uint32Array | Float64Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

function bucketsFor(rows: number): number {
  let buckets = 2;
  while (buckets < 2 * rows) buckets *= 2;
  return buckets;
}

/** Four bytes of an id, little-endian. */
function wordAt(id: Uint8Array, at: number): number {
  return ((id[at] as number) | ((id[at + 1] as number) << 8) | ((id[at + 2] as number) << 16) | ((id[at + 3] as number) << 24)) >>> 0;
}

/** Ids are digests or mostly random; generated keys share their first bytes, hence every word counts and high bits reach the low ones. */
function hash(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f) ^ Math.imul(d, 0x165667b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
