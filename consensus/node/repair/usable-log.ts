// How much of its log a partition takes part with while some of it is damaged, from what was found out about that so far; and when it has to take part anew because of that: with more of its log,
// since damage was repaired, or with less, since nobody can repair it. What such a log is, is for starting-log.ts.
import { REPAIR_HELPLESS_ATTEMPTS, REPAIR_RETRY_MS } from '../../limits.ts';
import type { PartitionStorage, SnapshotStore } from '../../ports.ts';
import type { DamagedRange, SnapshotInfo } from '../../types.ts';
import type { Pauses } from '../pauses.ts';
import type { Replica } from '../replica.ts';
import type { DamageCover } from './damage-cover.ts';
import type { Repairer } from './repairer.ts';
import { baseOf, coverOfAll, type StartingLog, startingLog } from './starting-log.ts';

export interface UsableLogOptions {
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly repairer: Repairer;
  readonly cover: DamageCover;
  readonly pauses: Pauses;
  /** `undefined` while the partition does not take part. */
  readonly replica: () => Replica | undefined;
  /** The snapshots of what is applied that the log goes on from, newest first. */
  readonly usableSnapshots: () => readonly SnapshotInfo[];
  /** Takes part anew; resolves when it does. */
  readonly beginAnew: () => Promise<void>;
  /** Work that nobody waits for. */
  readonly background: (work: () => Promise<void>) => void;
}

export class UsableLog {
  readonly #options: UsableLogOptions;
  /** Damage that no snapshot of another node covers. */
  readonly #hopeless = new WeakSet<DamagedRange>();
  #isReconsidering = false;
  /** Something changed while it was being considered. */
  #isDue = false;

  constructor(options: UsableLogOptions) {
    this.#options = options;
  }

  /** What a start would be with; `undefined`: some of the damage has to be repaired first. */
  atStart(): StartingLog | undefined {
    const { storage, snapshots, repairer } = this.#options;
    const isHopeless = (range: DamagedRange) => this.#hopeless.has(range) && repairer.doesNobodyHave(range);
    return startingLog({ storage, snapshots: snapshots.list(), isHopeless });
  }

  /** Looks for snapshots of others in place of damage that nobody can repair, until there is one. */
  async lookForCovers(): Promise<void> {
    const { storage, repairer, cover, pauses } = this.#options;
    for (const range of storage.damage) {
      if (!repairer.doesNobodyHave(range)) continue;
      const found = await cover.find(range);
      if (found === 'covered') return;
      if (found === 'nobody-can') this.#hopeless.add(range);
      else await pauses.wait(REPAIR_RETRY_MS);
    }
  }

  /** All that is damaged was asked for once more. */
  handleAttempt(): void {
    this.#maybeLeadBehindDamage();
    this.reconsider();
  }

  /** Takes part anew if need be. Soon, in the background. */
  reconsider(): void {
    this.#isDue = true;
    if (!this.#isReconsidering) this.#options.background(() => this.#reconsiderWhileDue());
  }

  /**
   * A snapshot was fetched that the log here goes on from, and the replica knows nothing of that, since it takes part with a log that ends before damage: to install it would throw entries away. Takes
   * part anew instead, once what is damaged behind the snapshot is repaired, or nobody can; waits as long as it takes others to answer.
   */
  async beginBehindSnapshot(pauses: Pauses): Promise<void> {
    const { storage, repairer } = this.#options;
    const { attempts } = repairer;
    repairer.splitAtSnapshots();
    const isDue = () => storage.damage.length > 0 && repairer.attempts - attempts <= REPAIR_HELPLESS_ATTEMPTS;
    for (let waits = 0; (waits <= REPAIR_HELPLESS_ATTEMPTS || isDue()) && !pauses.isClosed; waits++) {
      void repairer.repair();
      this.reconsider();
      await pauses.wait(REPAIR_RETRY_MS);
    }
  }

  #maybeLeadBehindDamage(): void {
    const { storage, repairer, replica, usableSnapshots } = this.#options;
    const doesNobodyHave = (range: DamagedRange) => repairer.doesNobodyHave(range);
    const cover = coverOfAll({ damage: storage.damage, snapshots: usableSnapshots(), doesNobodyHave });
    if (cover !== undefined) replica()?.leadBehind(baseOf(cover), Math.max(...storage.damage.map(({ to }) => to)));
  }

  async #reconsiderWhileDue(): Promise<void> {
    this.#isReconsidering = true;
    try {
      while (this.#isDue && !this.#options.pauses.isClosed) {
        this.#isDue = false;
        await this.#reconsider();
      }
    } finally {
      this.#isReconsidering = false;
    }
  }

  /**
   * Damage was repaired, or is known better: takes part anew if that is now with more of its log, since it began with one that ended before damage; or if applying would come to damage that
   * nobody can repair or cover, and only what a leader appends in its place heals.
   */
  async #reconsider(): Promise<void> {
    const { storage, repairer, cover, beginAnew } = this.#options;
    const replica = this.#options.replica();
    if (replica === undefined) return;
    const { commitIndex } = replica.status();
    for (const range of storage.damage) {
      // What is committed, applying comes to.
      if (range.from <= commitIndex || this.#hopeless.has(range) || !repairer.doesNobodyHave(range)) continue;
      if ((await cover.find(range)) === 'nobody-can') this.#hopeless.add(range);
    }
    if (this.#options.replica() === replica && this.#isOther(replica)) await beginAnew();
  }

  /** Whether a start would be with a longer log than this replica's, to which nothing is being appended; or with a shorter one, because what ends it is not committed and lost. */
  #isOther(replica: Replica): boolean {
    const { commitIndex, lastIndex } = replica.status();
    const log = this.atStart();
    if (log === undefined || replica.queuedBytes > 0 || replica.restorer.isActive) return false;
    if (log.lastIndex > lastIndex) return true;
    const { damage } = this.#options.storage;
    return log.lastIndex >= commitIndex && damage.some(({ from }) => from === log.lastIndex + 1 && from <= lastIndex);
  }
}
