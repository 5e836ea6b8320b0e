// The log of this node was compacted, and no snapshot that it goes on from is sound any more: gets one from the other nodes before this one takes part, so that it neither votes nor leads
// meanwhile. What goes on from it is the start's.
import { REPAIR_RETRY_MS } from '../../limits.ts';
import type { PartitionStorage } from '../../ports.ts';
import type { SnapshotInfo } from '../../types.ts';
import type { MissingSnapshotError, NodeEvent } from '../events.ts';
import type { Pauses } from '../pauses.ts';
import type { DamageCover } from '../repair/damage-cover.ts';
import type { StorageTurns } from '../storage-turns.ts';

export interface MissingSnapshotOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  readonly cover: DamageCover;
  /** No other node that answered has one: whether there is somebody else to ask, who is asked from then on. */
  readonly lookFurther: () => Promise<boolean>;
  readonly observe: (event: NodeEvent) => void;
}

export class MissingSnapshot {
  readonly #options: MissingSnapshotOptions;
  #hasSaid = false;

  constructor(options: MissingSnapshotOptions) {
    this.#options = options;
  }

  /** Resolves when the log goes on from a snapshot that is here. Rejects with `error` once all other nodes have answered and none has one; with `ClosedError` when the partition closes. */
  async get(error: MissingSnapshotError): Promise<void> {
    const { partition, pauses, cover, lookFurther, observe } = this.#options;
    if (!this.#hasSaid) observe({ kind: 'waiting-for-snapshot', partition, why: error.message });
    this.#hasSaid = true;
    for (;;) {
      pauses.check();
      const inLog = await cover.findInLog();
      if (typeof inLog !== 'string') return;
      const ahead = inLog === 'nobody-can' ? await cover.findAhead() : inLog;
      pauses.check();
      if (typeof ahead !== 'string') {
        await this.#beginBehind(ahead);
        return;
      }
      if (ahead === 'nobody-can' && !(await lookFurther())) throw error;
      // Whoever was away may be gone for good. Nothing waits for that, and it never rejects.
      if (ahead === 'later') void lookFurther();
      await pauses.wait(REPAIR_RETRY_MS);
    }
  }

  /**
   * Begins the log anew behind a snapshot that is ahead of it, as an installation does. What of this log was acknowledged and committed is in that snapshot, which is of committed entries up
   * to an index above all of them; and what of it may still be committed, in a later term than the snapshot's, stays claimed.
   */
  #beginBehind({ index, term, nextOffset, digest }: SnapshotInfo): Promise<void> {
    const { storage, turns } = this.#options;
    return turns.run(async () => {
      const { hardState, lastIndex, termRuns, base } = storage;
      if (term > hardState.term) await storage.saveHardState({ term, votedFor: undefined });
      await storage.raiseClaim({ index: lastIndex, term: termRuns.at(-1)?.term ?? base.term });
      await storage.reset({ index, term, nextOffset, digest });
    });
  }
}
