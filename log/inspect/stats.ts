// What a log consists of, counted while it is read once: entries, transactions, sizes, terms and times of one partition. Only live entries count.
import { batchTransactions, isBatch } from '../../consensus/batch.ts';
import type { EntryType } from '../../consensus/types.ts';
import { FRAME_HEADER_BYTES } from '../frame.ts';
import { END_MARK_BYTES, WRITE_HEADER_BYTES } from '../write-unit.ts';
import type { SegmentInventory } from './partition-inventory.ts';
import type { SegmentRecord, WalkedFrame } from './segment-walk.ts';
import { isVoidEntry } from './walk-directory.ts';

/** How often a value was up to 1, 2, 4, 8 … */
export interface Distribution {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly buckets: readonly { readonly upTo: number; readonly count: number }[];
}

export interface SegmentStats {
  readonly segment: SegmentInventory;
  entries: number;
  transactions: number;
  firstIndex: number;
  lastIndex: number;
  firstTimestamp: number;
  lastTimestamp: number;
  /** Of live entries. */
  payloadBytes: number;
  damagedPlaces: number;
}

export interface TermStats {
  readonly term: number;
  readonly firstIndex: number;
  lastIndex: number;
}

/** Counts one partition. Feed it with the records of its live segments, in their order. */
export class PartitionStats {
  readonly entries: Record<EntryType, number> = { 'no-op': 0, batch: 0, 'snapshot-point': 0, membership: 0 };
  readonly segments: SegmentStats[] = [];
  readonly terms: TermStats[] = [];
  transactions = 0;
  writes = 0;
  payloadBytes = 0;
  /** Of the payloads, the encoded transactions; the rest is the index that followers apply from. */
  transactionBytes = 0;
  /** Headers, marks and padding around the payloads. */
  framingBytes = 0;
  readonly #transactionsPerBatch = new DistributionBuilder();
  readonly #bytesPerBatch = new DistributionBuilder();
  readonly #entriesPerWrite = new DistributionBuilder();

  get transactionsPerBatch(): Distribution {
    return this.#transactionsPerBatch.build();
  }

  get bytesPerBatch(): Distribution {
    return this.#bytesPerBatch.build();
  }

  get entriesPerWrite(): Distribution {
    return this.#entriesPerWrite.build();
  }

  beginSegment(segment: SegmentInventory): void {
    const none = { firstIndex: 0, lastIndex: 0, firstTimestamp: 0, lastTimestamp: 0 };
    this.segments.push({ segment, entries: 0, transactions: 0, ...none, payloadBytes: 0, damagedPlaces: 0 });
  }

  add(segment: SegmentInventory, record: SegmentRecord): void {
    const current = this.segments.at(-1);
    if (current === undefined) throw new RangeError('a record before the first segment');
    if (record.kind === 'damage') current.damagedPlaces++;
    if (record.kind === 'write' && !isVoidEntry(segment, record.header.firstIndex)) {
      this.writes++;
      this.framingBytes += WRITE_HEADER_BYTES + END_MARK_BYTES;
      this.#entriesPerWrite.add(record.header.frames);
    }
    if (record.kind === 'frame' && !isVoidEntry(segment, record.header.index)) this.#addFrame(current, record);
  }

  /** The last segment could not be read to its end. */
  addUnreadable(): void {
    const current = this.segments.at(-1);
    if (current !== undefined) current.damagedPlaces++;
  }

  #addFrame(segment: SegmentStats, frame: WalkedFrame): void {
    const { header, payload } = frame;
    const { index, term, type, count, timestamp } = header;
    this.entries[type]++;
    this.transactions += count;
    this.payloadBytes += payload.length;
    this.framingBytes += FRAME_HEADER_BYTES + (Math.ceil(payload.length / 8) * 8 - payload.length);
    if (type === 'batch') {
      this.#transactionsPerBatch.add(count);
      this.#bytesPerBatch.add(payload.length);
      if (frame.payloadChecksumHolds && isBatch(payload, count)) this.transactionBytes += batchTransactions(payload).length;
    }
    const run = this.terms.at(-1);
    if (run?.term === term) run.lastIndex = index;
    else this.terms.push({ term, firstIndex: index, lastIndex: index });
    if (segment.entries === 0) {
      segment.firstIndex = index;
      segment.firstTimestamp = timestamp;
    }
    segment.entries++;
    segment.transactions += count;
    segment.lastIndex = index;
    segment.lastTimestamp = timestamp;
    segment.payloadBytes += payload.length;
    if (!frame.payloadChecksumHolds) segment.damagedPlaces++;
  }
}

class DistributionBuilder {
  readonly #buckets: number[] = [];
  #count = 0;
  #sum = 0;
  #min = Number.POSITIVE_INFINITY;
  #max = 0;

  add(value: number): void {
    const bucket = value <= 1 ? 0 : Math.ceil(Math.log2(value));
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
    this.#count++;
    this.#sum += value;
    this.#min = Math.min(this.#min, value);
    this.#max = Math.max(this.#max, value);
  }

  build(): Distribution {
    const buckets: { upTo: number; count: number }[] = [];
    for (const [exponent, count] of this.#buckets.entries()) if (count !== undefined) buckets.push({ upTo: 2 ** exponent, count });
    return { count: this.#count, sum: this.#sum, min: this.#count === 0 ? 0 : this.#min, max: this.#max, buckets };
  }
}
