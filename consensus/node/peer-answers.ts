// What this node says about one partition when other nodes ask (`PeerRequestHandler`): from its log and its snapshots, whether it takes part already or still waits
// for repair itself.
import { DamagedEntriesError } from '../damage.ts';
import { READ_BYTES_MAX, SNAPSHOT_FETCH_BYTES } from '../limits.ts';
import type { PartitionStorage, PeerLogEnd, SnapshotStore } from '../ports.ts';
import type { DamagedRange, EntryBody, NodeId, SnapshotInfo } from '../types.ts';

/** Entries of one answer: bounds what a message between nodes has to hold beside payloads. */
const ENTRIES_MAX = 4096;
/** How often an answer begins anew because the log was found damaged, or was compacted, while it was read. */
const ATTEMPTS = 3;

/** Of the log that this node takes part with. */
export interface PartTaken {
  readonly lastIndex: number;
  readonly commitIndex: number;
}

export class PeerAnswers {
  readonly #storage: PartitionStorage;
  readonly #snapshots: SnapshotStore;
  readonly #isLeading: () => boolean;
  readonly #takesPart: () => PartTaken | undefined;
  readonly #electorsAt: (index: number) => readonly NodeId[];
  readonly #doesNobodyHave: (range: DamagedRange) => boolean;
  readonly #onDamage: (error: DamagedEntriesError) => void;

  constructor(options: {
    readonly storage: PartitionStorage;
    readonly snapshots: SnapshotStore;
    readonly isLeading: () => boolean;
    /** `undefined` while it does not take part. */
    readonly takesPart: () => PartTaken | undefined;
    /** Everyone whose vote counts in the configuration in force at the end of a log that ends there. Throws while nobody can tell. */
    readonly electorsAt: (index: number) => readonly NodeId[];
    /** Every other voter answered, and none has these entries. */
    readonly doesNobodyHave: (range: DamagedRange) => boolean;
    readonly onDamage: (error: DamagedEntriesError) => void;
  }) {
    this.#storage = options.storage;
    this.#snapshots = options.snapshots;
    this.#isLeading = options.isLeading;
    this.#takesPart = options.takesPart;
    this.#electorsAt = options.electorsAt;
    this.#doesNobodyHave = options.doesNobodyHave;
    this.#onDamage = options.onDamage;
  }

  /**
   * Throws while the last entry is damaged: whether this log really reaches so far is known when it is
   * repaired. Where nobody can repair it, the log that this node takes part with ends before it; or it is found out while it takes part with all of it, and the answer is the end before.
   *
   * Why no acknowledged entry is lost by that: (1) all up to the end that is told is here, sound, and binds the claim of whoever asks; (2) of what is behind no voter has a copy that can be
   * read, all others having said so, and what no one can read no claim keeps; (3) what this node knows to be committed is told in no case: then it does not answer, and people must look.
   */
  logEnd(): PeerLogEnd {
    const { base, termRuns, claim } = this.#storage;
    const index = this.#soundEnd();
    if (index === undefined) throw new Error('the end of this log is damaged');
    const term = index === base.index ? base.term : (termRuns.findLast(({ firstIndex }) => firstIndex <= index)?.term ?? base.term);
    return { last: { index, term }, firstIndex: base.index + 1, claim, electors: this.#electorsAt(index), leads: this.#isLeading() };
  }

  /** See `LogEnds.indexes`. Damaged entries count: they are there to be repaired. */
  durableEnd(): number {
    const { lastIndex, claim } = this.#storage;
    return Math.max(lastIndex, claim?.index ?? 0);
  }

  #soundEnd(): number | undefined {
    const { lastIndex, damage } = this.#storage;
    const takesPart = this.#takesPart();
    let end = lastIndex;
    for (const range of damage.toReversed()) {
      if (range.to < end) break;
      if (takesPart === undefined) return undefined;
      if (takesPart.lastIndex < range.from) {
        // It ends before damage that nobody could repair. If that is whole again, more is sound here than it takes part with, and it is about to take part with that.
        return damage.some(({ from }) => from === takesPart.lastIndex + 1) ? takesPart.lastIndex : undefined;
      }
      if (takesPart.commitIndex >= range.from || !this.#doesNobodyHave(range)) return undefined;
      end = range.from - 1;
    }
    return end;
  }

  async entries(request: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<readonly EntryBody[]> {
    const { from } = request;
    const bytesMax = Math.min(request.bytesMax, READ_BYTES_MAX);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const wanted = Math.min(request.to, from + ENTRIES_MAX - 1);
      const to = this.#readableTo(from, wanted);
      const isDamaged = this.#storage.damage.some((range) => range.from <= from && from <= range.to);
      if (to < from && !isDamaged) return [];
      try {
        // Whoever repairs proves what it gets: what looks sound here may be the last good copy.
        const entries = isDamaged
          ? await this.#storage.readUnproven({ from, to: wanted, bytesMax })
          : await this.#storage.read({ from, to, bytesMax });
        return entries.map(({ term, type, timestamp, firstOffset, count, payload }) => ({
          term,
          type,
          timestamp,
          firstOffset,
          count,
          payload,
        }));
      } catch (error) {
        if (error instanceof DamagedEntriesError) this.#onDamage(error);
        else if (from > this.#storage.base.index && from <= this.#storage.lastIndex) throw error;
      }
    }
    return [];
  }

  /** The last index up to which all from `from` on is here and not known to be damaged; below `from` if it is not. */
  #readableTo(from: number, wanted: number): number {
    const { base, lastIndex, damage } = this.#storage;
    if (from <= base.index) return from - 1;
    const next = damage.find((range) => range.to >= from);
    return Math.min(wanted, lastIndex, next === undefined ? wanted : next.from - 1);
  }

  snapshots(): readonly SnapshotInfo[] {
    return this.#snapshots.list();
  }

  snapshotBytes(request: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array> {
    return this.#snapshots.readBytes({ ...request, length: Math.min(request.length, SNAPSHOT_FETCH_BYTES) });
  }
}
