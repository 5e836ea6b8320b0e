// The one committed history of a partition as the checkers learn it, entry by entry: the model against which every answer is held.
// Checks on the way in what must be true of the log alone: dense offsets, keys at most once, no missed conflict, an honest index of each batch.
import { parseTransaction, shortDigest, VOID_TYPE } from '@ledgerline/client/internal';
import { type BatchRow, batchRows, batchTransactions } from '../../consensus/batch.ts';
import type { ClusterLimits, Entry } from '../../consensus/types.ts';
import type { CommittedMemberships } from './configurations.ts';
import { StateModel } from './state-model.ts';
import type { Report } from './violation.ts';

/** A committed transaction. Texts are latin1 of the bytes. */
export interface CommittedTransaction {
  readonly offset: number;
  readonly index: number;
  /** `named:` or `generated:` and the id. */
  readonly key: string;
  readonly content: string;
  readonly isVoid: boolean;
  readonly bytes: string;
  /** Names of the locks of mode `write` and `append`. */
  readonly recorded: readonly string[];
}

export class CommittedLog {
  /** By index; position 0 is unused. */
  readonly entries: (Entry | undefined)[] = [undefined];
  /** By index: the term in which it was committed, at the latest. It may be later than the entry's own term (Raft §5.4.2, Figure 8). */
  readonly #committedIn: number[] = [0];
  /** By offset; position 0 is unused. */
  readonly transactions: (CommittedTransaction | undefined)[] = [undefined];
  readonly byKey = new Map<string, CommittedTransaction>();
  readonly state = new StateModel();
  readonly memberships: CommittedMemberships;
  /** The lock table as applied so far: lock id to its newest writer's offset, oldest first. */
  readonly #lockTable = new Map<string, number>();
  readonly #lastWriter = new Map<string, number>();
  readonly #generatedKeys = new Map<string, number>();
  readonly #limits: ClusterLimits;
  readonly #report: Report;
  #horizon = 0;
  #evictedOffset = 0;
  #timestamp = 0;

  constructor(limits: ClusterLimits, memberships: CommittedMemberships, report: Report) {
    this.#limits = limits;
    this.memberships = memberships;
    this.#report = report;
  }

  get lastIndex(): number {
    return this.entries.length - 1;
  }

  get lastOffset(): number {
    return this.transactions.length - 1;
  }

  /** Below it lock writers are forgotten by whoever applied this log. */
  get horizon(): number {
    return this.#horizon;
  }

  /** The newest generated key that is forgotten by whoever applied this log. */
  get evictedOffset(): number {
    return this.#evictedOffset;
  }

  /**
   * Index of the last entry that was committed in a term below `term`, which every leader of `term` must hold; 0 if there is none. Its own term
   * says nothing: who won `term` may come to lead late, when a leader of a later term has committed an entry of an earlier one meanwhile.
   */
  lastIndexCommittedBefore(term: number): number {
    let index = this.lastIndex;
    while (index > 0 && (this.#committedIn[index] ?? 0) >= term) index--;
    return index;
  }

  /** The next committed entry, and the term of whoever was the first to take it for committed. */
  add(entry: Entry, committedIn: number): void {
    this.#committedIn.push(committedIn);
    const before = this.entries[this.lastIndex];
    if (entry.index !== this.lastIndex + 1) this.#report('offsets', `entry ${entry.index} is committed after ${this.lastIndex}`);
    if (before !== undefined && Buffer.compare(before.digest, entry.previousDigest) !== 0) {
      this.#report('log-matching', `committed entry ${entry.index} does not continue from the digest of the one before`);
    }
    if (entry.timestamp < this.#timestamp) this.#report('offsets', `the timestamp of entry ${entry.index} goes back`);
    this.#timestamp = entry.timestamp;
    if (entry.firstOffset !== this.lastOffset + 1) {
      this.#report('offsets', `entry ${entry.index} begins at offset ${entry.firstOffset}, not ${this.lastOffset + 1}`);
    }
    this.entries.push(entry);
    if (entry.type === 'batch') this.#addBatch(entry);
    if (entry.type === 'membership') this.memberships.add(entry);
  }

  #addBatch(entry: Entry): void {
    const transactions = batchTransactions(entry.payload);
    let at = 0;
    for (const row of batchRows(entry.payload, entry.count)) {
      this.#addTransaction(entry.index, row, transactions.subarray(at, at + row.bytes));
      at += row.bytes;
    }
  }

  #addTransaction(index: number, row: BatchRow, bytes: Uint8Array): void {
    const offset = this.lastOffset + 1;
    const fields = parseTransaction(bytes);
    const recorded: string[] = [];
    for (const lock of fields.locks) {
      const name = textOf(lock.name);
      const writer = this.#lastWriter.get(name) ?? 0;
      if (lock.mode !== 'append' && fields.seen !== undefined && writer > fields.seen) {
        this.#report('serializability', `offset ${offset} saw ${fields.seen}, but ${writer} wrote its lock ${name}`);
      }
      if (lock.mode === 'read') {
        if (fields.seen === undefined) this.#report('serializability', `offset ${offset} has a read lock and no seen`);
      } else {
        recorded.push(name);
      }
    }
    if (fields.seen !== undefined && fields.seen >= offset) this.#report('serializability', `offset ${offset} saw ${fields.seen}`);
    const key = keyText(row.keyKind, row.keyId);
    const earlier = this.byKey.get(key);
    if (earlier !== undefined) this.#report('exactly-once', `key ${printable(key)} is committed at ${earlier.offset} and at ${offset}`);
    const expectedId = fields.key.kind === 'named' ? shortDigest(fields.key.bytes) : fields.key.bytes;
    const isVoid = fields.type === VOID_TYPE;
    if (key !== keyText(fields.key.kind, expectedId) || isVoid !== row.isVoid || row.lockIds.length !== recorded.length) {
      this.#report('answer', `the index of entry ${index} does not describe the transaction at ${offset}`);
    }
    const committed = { offset, index, key, content: textOf(row.content), isVoid, bytes: textOf(bytes), recorded };
    this.transactions.push(committed);
    this.state.add(offset, fields.deltas);
    this.byKey.set(key, committed);
    this.#record(committed, row);
  }

  /** The model of the ledger's tables: the newest `lockRows` lock ids and `recentKeys` generated keys. */
  #record(committed: CommittedTransaction, row: BatchRow): void {
    const { offset } = committed;
    for (const name of committed.recorded) this.#lastWriter.set(name, offset);
    for (const lockId of row.lockIds) {
      const id = textOf(lockId);
      this.#lockTable.delete(id);
      this.#lockTable.set(id, offset);
      if (this.#lockTable.size > this.#limits.lockRows) this.#horizon = evictOldest(this.#lockTable);
    }
    if (row.keyKind !== 'generated') return;
    this.#generatedKeys.set(committed.key, offset);
    if (this.#generatedKeys.size > this.#limits.recentKeys) this.#evictedOffset = evictOldest(this.#generatedKeys);
  }
}

function evictOldest(table: Map<string, number>): number {
  for (const [id, offset] of table) {
    table.delete(id);
    return offset;
  }
  return 0;
}

/** Bytes as a text of one character a byte: a key for maps. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

export function keyText(kind: 'generated' | 'named', id: Uint8Array): string {
  return `${kind}:${textOf(id)}`;
}

/** A key's text without unprintable characters. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (character) => character.charCodeAt(0).toString(16).padStart(2, '0'));
}
