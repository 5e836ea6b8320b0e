// What clients read of the applied log and of its keys, on any node. Once the partition is closed its log reads as if nothing more were there; while entries are damaged,
// as if they were not there yet.
import { DamagedEntriesError } from '../damage.ts';
import type { KeyIndex } from '../ports.ts';
import type { Entry, Key, LookupResult, Refusal } from '../types.ts';
import { ZERO_DIGEST } from './append-sender.ts';
import type { Replica } from './replica.ts';

const SHUTTING_DOWN: Refusal = { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' };
const OVERLOADED: Refusal = { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };

export class LogReads {
  readonly #partition: number;
  readonly #replica: Replica;
  readonly #keyIndex: KeyIndex;

  constructor(options: { readonly partition: number; readonly replica: Replica; readonly keyIndex: KeyIndex }) {
    this.#partition = options.partition;
    this.#replica = options.replica;
    this.#keyIndex = options.keyIndex;
  }

  /** See `PartitionService.lookup`. Refused while an installed snapshot is restored: tables and index are not what the log says. */
  async lookup(key: Key): Promise<LookupResult> {
    const { ledger } = this.#replica;
    if (this.#replica.restorer.isActive) return OVERLOADED;
    const first = ledger.lookup(key, undefined);
    if (first.kind !== 'lookup-needed') return first;
    for (;;) {
      const { appliedOffset } = ledger;
      const [record] = (await this.#unlessClosed(this.#keyIndex.getMany(this.#partition, [key.id]))) ?? [];
      if (this.#replica.isHalted) return SHUTTING_DOWN;
      if (this.#replica.restorer.isActive) return OVERLOADED;
      const answer = ledger.lookup(key, { record, appliedOffset });
      if (answer.kind !== 'lookup-needed') return answer;
    }
  }

  /** See `PartitionService.readApplied`. */
  async readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]> {
    const { fromOffset, bytesMax } = options;
    const { reader, ledger } = this.#replica;
    if (fromOffset > ledger.appliedOffset || fromOffset < this.#replica.base.nextOffset) return [];
    let from = await this.#unlessDamaged(this.#unlessClosed(reader.indexOfOffset(fromOffset)));
    if (from === undefined) return [];
    for (;;) {
      const entries = await this.#read(from, bytesMax);
      if (entries.length === 0) return [];
      const batches = entries.filter((entry) => entry.type === 'batch' && entry.firstOffset + entry.count > fromOffset);
      if (batches.length > 0) return batches;
      from += entries.length;
    }
  }

  /** See `PartitionService.readEntries`. */
  async readEntries(options: { readonly fromIndex: number; readonly bytesMax: number }): Promise<readonly Entry[] | Refusal> {
    const { fromIndex, bytesMax } = options;
    const { base } = this.#replica;
    if (fromIndex <= base.index) return { kind: 'refused', code: 'COMPACTED', outcome: 'none', offset: base.nextOffset };
    return this.#read(fromIndex, bytesMax);
  }

  /** See `PartitionService.digestAt`. */
  async digestAt(index: number): Promise<Uint8Array | undefined> {
    if (index === 0) return ZERO_DIGEST;
    const { base, appliedIndex } = this.#replica;
    if (index === base.index) return base.digest;
    if (index > appliedIndex) return undefined;
    const [entry] = await this.#read(index, 1);
    return entry?.digest;
  }

  /** Applied entries from `from` on. */
  async #read(from: number, bytesMax: number): Promise<Entry[]> {
    const to = this.#replica.appliedIndex;
    if (from > to) return [];
    return (await this.#unlessDamaged(this.#unlessClosed(this.#replica.reader.read({ from, to, bytesMax })))) ?? [];
  }

  /** What a read brought; `undefined` if what it needs is damaged, of which the reader has told the repairer. */
  async #unlessDamaged<T>(read: Promise<T>): Promise<T | undefined> {
    try {
      return await read;
    } catch (error) {
      if (error instanceof DamagedEntriesError) return undefined;
      throw error;
    }
  }

  /** What a read brought; `undefined` if this partition was closed meanwhile, whatever became of the read. */
  async #unlessClosed<T>(read: Promise<T>): Promise<T | undefined> {
    try {
      return await read;
    } catch (error) {
      if (this.#replica.isHalted) return undefined;
      throw error;
    }
  }
}
