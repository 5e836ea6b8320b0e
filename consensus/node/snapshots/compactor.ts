// Removes what is not needed any more: snapshots but the two newest that the log goes on from, and what of the log retention does not keep. How far that is says
// retention.ts.
import { SNAPSHOTS_KEPT } from '../../limits.ts';
import type { PartitionStorage, SnapshotStore, Timers } from '../../ports.ts';
import type { Retention } from '../../storage-options.ts';
import type { DamagedRange, LogBase, SnapshotInfo } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import { isInLog } from '../repair/starting-log.ts';
import type { StorageTurns } from '../storage-turns.ts';
import { compactThrough, isFallbackLost } from './retention.ts';
import { messageOf } from './snapshot-loading.ts';

export interface CompactorOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly turns: StorageTurns;
  readonly timers: Timers;
  readonly retention: Retention;
  /** Index of the last applied entry: nothing above it goes, whatever snapshots were received. */
  readonly appliedIndex: () => number;
  /** Every other voter answered, and none has these entries. */
  readonly doesNobodyHave: (range: DamagedRange) => boolean;
  /** The newest snapshot that the log goes on from, whoever took it: the core must know it before what it covers goes. */
  readonly onUsable: (info: SnapshotInfo) => void;
  /** The log now begins behind this. */
  readonly onCompacted: (base: LogBase) => void;
  readonly observe: (event: NodeEvent) => void;
}

export class Compactor {
  readonly #options: CompactorOptions;

  constructor(options: CompactorOptions) {
    this.#options = options;
  }

  /** Removes old snapshots, then compacts as far as retention and the two newest allow; resolves when that is durable. */
  async run(): Promise<void> {
    await this.#removeSnapshots();
    const lost = await this.#lostBehindOlder();
    const { partition, storage, turns, onUsable, onCompacted, observe } = this.#options;
    const base = await turns.run(async () => {
      const through = this.#through(lost);
      const [newest] = this.usable();
      if (through === undefined || newest === undefined) return undefined;
      onUsable(newest);
      const before = storage.base.index;
      await storage.compact(through);
      return storage.base.index > before ? storage.base : undefined;
    });
    if (base === undefined) return;
    onCompacted(base);
    observe({ kind: 'compacted', partition, firstIndex: base.index + 1 });
  }

  /** Those that the log goes on from, newest first. Others were received, and the log did not begin anew behind them yet, or are behind its beginning. */
  usable(): SnapshotInfo[] {
    const { storage, snapshots, appliedIndex } = this.#options;
    return snapshots.list().filter((info) => info.index <= appliedIndex() && isInLog(storage, info));
  }

  /** Whatever goes wrong here is tried again after the next snapshot. */
  async #removeSnapshots(): Promise<void> {
    const { partition, snapshots, observe } = this.#options;
    const usable = this.usable();
    // If there are too few of them, those that may be among them stay, too.
    const oldest =
      usable[SNAPSHOTS_KEPT - 1] ?? snapshots.list().findLast((info) => usable.includes(info) || this.#isDamagedAt(info.index));
    if (usable.length === 0 || oldest === undefined) return;
    try {
      await snapshots.keepNewest(snapshots.list().findIndex(({ index }) => index === oldest.index) + 1);
    } catch (error) {
      observe({ kind: 'snapshot-failed', partition, index: oldest.index, why: `older ones cannot be removed: ${messageOf(error)}` });
    }
  }

  /** Of what term that entry is may be a guess, and so whether a snapshot of it is one that the log goes on from. */
  #isDamagedAt(index: number): boolean {
    return this.#options.storage.damage.some(({ from, to }) => from <= index && index <= to);
  }

  /**
   * Damage that nobody can repair and that makes the older snapshot useless, once the newest is verified: it must be sound before the log goes that the older one would need. If it is not,
   * that sets it aside, and nothing counts as lost.
   */
  async #lostBehindOlder(): Promise<readonly DamagedRange[]> {
    const { partition, storage, snapshots, retention, doesNobodyHave, observe } = this.#options;
    const lost = storage.damage.filter(doesNobodyHave);
    const [newest] = this.usable();
    if (newest === undefined || retention.keep === 'everything' || !isFallbackLost(this.usable(), lost)) return [];
    try {
      await snapshots.verify(newest.index);
      return lost;
    } catch (error) {
      observe({ kind: 'snapshot-damaged', partition, index: newest.index, why: messageOf(error) });
      return [];
    }
  }

  #through(lost: readonly DamagedRange[]): number | undefined {
    const { storage, timers, retention } = this.#options;
    return compactThrough({ retention, storage, snapshots: this.usable(), lost, now: timers.wallClock() });
  }
}
