// Where a partition starts from (DESIGN §9): the newest sound snapshot of an entry of its log, and only what came after; without one the whole log. Refuses what
// would start from nothing, or with less than was here before.
import type { RestoredTables } from '../ledger/tables.ts';
import type { MembershipAt } from '../members-view.ts';
import type { Membership } from '../membership.ts';
import type { KeyIndex, PartitionStorage, SnapshotStore, StateProgress, StateStore } from '../ports.ts';
import type { ClusterLimits, Entry, SnapshotInfo } from '../types.ts';
import { MissingSnapshotError, type NodeEvent } from './events.ts';
import { membershipsInLog } from './membership/stored-memberships.ts';
import { checkNothingLost } from './repair/log-checks.ts';
import { isInLog, type StartingLog } from './repair/starting-log.ts';
import { loadSnapshot, progressOf, UnusableSnapshotError } from './snapshots/snapshot-loading.ts';

/** What a partition goes on from. */
export interface StartingPoint {
  /** What the core is told of the log. */
  readonly log: StartingLog;
  /** What was restored; `undefined` if the whole log is applied. */
  readonly snapshot: { readonly info: SnapshotInfo; readonly tables: RestoredTables } | undefined;
  /** Of the state; at or above the snapshot. */
  readonly progress: StateProgress;
  /** The offset up to which the key index is complete; at or above that of the snapshot. */
  readonly indexedThrough: number;
  /** In force at the snapshot that was restored; without one that of the genesis, at 0. */
  readonly membership: MembershipAt;
  /** Those of the log behind it. */
  readonly laterMemberships: readonly MembershipAt[];
  /** The last entry of this log, unless there is none behind its base. */
  readonly last: Entry | undefined;
}

export interface StartOptions {
  readonly partition: number;
  readonly log: StartingLog;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
  readonly limits: ClusterLimits;
  /** Id of the cluster. */
  readonly cluster: string;
  /** That of the genesis. */
  readonly initialMembership: Membership;
  readonly observe: (event: NodeEvent) => void;
}

/**
 * Restores what the newest usable snapshot holds. Rejects with `MissingSnapshotError`, `LostEntriesError`, `DamagedEntriesError` (to be repaired first) and
 * errors of the stores.
 */
export async function restoreAtStart(options: StartOptions): Promise<StartingPoint> {
  const { partition, log, storage, snapshots, keyIndex, stateStore, observe } = options;
  for (const { index, why } of snapshots.damaged()) observe({ kind: 'snapshot-damaged', partition, index, why });
  const { base, lastIndex } = log;
  const last = lastIndex === base.index ? undefined : (await storage.read({ from: lastIndex, to: lastIndex, bytesMax: 1 }))[0];
  const lastOffset = last === undefined ? base.nextOffset - 1 : last.firstOffset + last.count - 1;
  checkNothingLost({
    partition,
    last: { index: lastIndex, offset: lastOffset },
    claim: log.claim,
    indexedThrough: await keyIndex.appliedOffset(partition),
    state: await stateStore.progress(partition),
  });
  const restored = await restoreNewest(options);
  const snapshot = restored?.snapshot;
  if (snapshot === undefined && base.index > 0) throw missingSnapshot(options);
  const membership = { index: snapshot?.info.index ?? 0, membership: restored?.membership ?? options.initialMembership };
  const laterMemberships = await membershipsInLog(storage, { from: membership.index + 1, to: lastIndex, cluster: options.cluster });
  const progress = await stateStore.progress(partition);
  return { log, snapshot, progress, indexedThrough: await keyIndex.appliedOffset(partition), membership, laterMemberships, last };
}

async function restoreNewest(
  options: StartOptions,
): Promise<{ readonly snapshot: NonNullable<StartingPoint['snapshot']>; readonly membership: Membership | undefined } | undefined> {
  const { partition, log, snapshots, keyIndex, stateStore, observe } = options;
  for (const info of snapshots.list()) {
    if (!isInLog(log, info)) continue;
    const { index, offset } = progressOf(info);
    const wants = {
      keys: (await keyIndex.appliedOffset(partition)) < offset,
      state: (await stateStore.progress(partition)).index < index,
    };
    try {
      const { tables, membership } = await loadSnapshot({ ...options, info, wants });
      return { snapshot: { info, tables }, membership };
    } catch (error) {
      if (!(error instanceof UnusableSnapshotError)) throw error;
      observe({ kind: 'snapshot-damaged', partition, index, why: error.message });
    }
  }
  return undefined;
}

function missingSnapshot({ partition, storage, snapshots }: StartOptions): MissingSnapshotError {
  const damaged = snapshots.damaged().map(({ index, why }) => `that of entry ${index} is damaged: ${why}`);
  return new MissingSnapshotError(
    `partition ${partition}: the log begins behind entry ${storage.base.index}, and no sound snapshot of that entry or a later one is here` +
      `${damaged.length === 0 ? '' : ` (${damaged.join('; ')})`}: what came before is not on this node`,
  );
}
