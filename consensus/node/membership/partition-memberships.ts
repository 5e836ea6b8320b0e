// What a partition knows of its memberships: what its replica says while it takes part, and before that what can be read of its files.
import { defined } from '../../assert.ts';
import { electorsOf } from '../../configuration.ts';
import type { MembershipAt } from '../../members-view.ts';
import type { Membership } from '../../membership.ts';
import type { PartitionStorage, SnapshotStore } from '../../ports.ts';
import type { NodeId } from '../../types.ts';
import { readableMemberships } from './stored-memberships.ts';

export interface PartitionMembershipsOptions {
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  /** Id of the cluster. */
  readonly cluster: string;
  /** That of the genesis. */
  readonly initialMembership: Membership;
  /** As the replica says; `undefined` while there is none. */
  readonly running: () => readonly MembershipAt[] | undefined;
  readonly onChanged: () => void;
}

export class PartitionMemberships {
  readonly #options: PartitionMembershipsOptions;
  /** `undefined` before it was read. */
  #found: readonly MembershipAt[] | undefined;

  constructor(options: PartitionMembershipsOptions) {
    this.#options = options;
  }

  /** From the one in force at the last applied entry to the newest; as far as they can be read, while the partition does not take part. */
  all(): readonly MembershipAt[] {
    const { running, initialMembership } = this.#options;
    return running() ?? this.#found ?? [{ index: 0, membership: initialMembership }];
  }

  newest(): MembershipAt {
    return defined(this.all().at(-1), 'a membership');
  }

  /** Reads them, for a partition that does not take part yet. */
  async find(): Promise<void> {
    this.#found ??= await readableMemberships(this.#options);
    this.#options.onChanged();
  }

  /** The partition is about to take no part any more: they stay what they are now. */
  keep(): void {
    this.#found = this.#options.running() ?? this.#found;
  }

  /**
   * Of the configuration in force at this entry, where the log is said to end, and of those behind it that are known: naming too many only means that one more is asked. Throws while nobody
   * can tell.
   */
  electorsAt(index: number): readonly NodeId[] {
    const { running, storage } = this.#options;
    const isRunning = running() !== undefined;
    const known = running() ?? this.#found;
    if (known === undefined) throw new Error('the memberships of this log are being read');
    const at = Math.max(
      0,
      known.findLastIndex((one) => one.index <= index),
    );
    const inForce = defined(known[at], 'a membership').index;
    // A membership entry may be in there, which nobody knows of.
    const isUncertain = !isRunning && storage.damage.some(({ from, to }) => to > inForce && from <= index);
    if (isUncertain) throw new Error('this log is damaged');
    return [...new Set(known.slice(at).flatMap(({ membership }) => electorsOf(membership)))];
  }
}
