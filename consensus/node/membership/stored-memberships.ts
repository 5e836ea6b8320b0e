// The memberships that lie on this node's disk, read back: the entries of the log, and the record of a snapshot.
import { DamagedEntriesError } from '../../damage.ts';
import type { MembershipAt } from '../../members-view.ts';
import { decodeMembership, type Membership } from '../../membership.ts';
import type { PartitionStorage, SnapshotStore } from '../../ports.ts';
import type { SnapshotInfo } from '../../types.ts';
import { membershipsAmong } from './membership-log.ts';

/** The memberships of the entries `from`..`to`. Rejects with `DamagedEntriesError`, and with `MembershipError`. */
export async function membershipsInLog(
  storage: PartitionStorage,
  options: { readonly from: number; readonly to: number; readonly cluster: string },
): Promise<MembershipAt[]> {
  const { from, to, cluster } = options;
  const found: MembershipAt[] = [];
  for (const index of storage.memberships) {
    if (index < from || index > to) continue;
    found.push(...membershipsAmong(await storage.read({ from: index, to: index, bytesMax: 1 }), cluster));
  }
  return found;
}

/** In force at the snapshot, as it says itself; `undefined`: that of the genesis. Rejects if the snapshot cannot be read. */
export async function membershipOfSnapshot(snapshots: SnapshotStore, index: number, cluster: string): Promise<Membership | undefined> {
  for await (const { section, bytes } of snapshots.read(index)) {
    return section === 'membership' ? decodeMembership(bytes, cluster) : undefined;
  }
  return undefined;
}

/**
 * All that can be read of the memberships of a partition that does not take part yet, ascending: that of the genesis, or what the newest readable snapshot says, and the entries behind that. What is
 * damaged is left out, so the last one need not be the one in force.
 */
export async function readableMemberships(options: {
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly cluster: string;
  readonly initialMembership: Membership;
}): Promise<MembershipAt[]> {
  const { storage, snapshots, cluster, initialMembership } = options;
  const found: MembershipAt[] = [(await ofNewestSnapshot(snapshots.list(), options)) ?? { index: 0, membership: initialMembership }];
  const after = found[0]?.index ?? 0;
  for (const index of storage.memberships) {
    if (index <= after) continue;
    try {
      found.push(...(await membershipsInLog(storage, { from: index, to: index, cluster })));
    } catch (error) {
      if (!(error instanceof DamagedEntriesError)) throw error;
    }
  }
  return found;
}

async function ofNewestSnapshot(
  infos: readonly SnapshotInfo[],
  {
    snapshots,
    cluster,
    initialMembership,
  }: { readonly snapshots: SnapshotStore; readonly cluster: string; readonly initialMembership: Membership },
): Promise<MembershipAt | undefined> {
  for (const { index } of infos) {
    try {
      return { index, membership: (await membershipOfSnapshot(snapshots, index, cluster)) ?? initialMembership };
    } catch {
      // It cannot be read: the store has set it aside, and the start says so.
    }
  }
  return undefined;
}
