// What a partition of this node is made of and with: what its replica gets unchanged, and what its work in the background needs besides.
import type { IntendedSet, Membership } from '../membership.ts';
import type { PeerRequests } from '../ports.ts';
import type { StorageOptions } from '../storage-options.ts';
import type { NodeId } from '../types.ts';
import type { Target } from './membership/membership-keeper.ts';
import type { ReplicaOptions } from './replica-options.ts';

type FromReplica =
  | 'partition'
  | 'id'
  | 'incarnation'
  | 'cluster'
  | 'initialMembership'
  | 'limits'
  | 'acknowledge'
  | 'storage'
  | 'snapshots'
  | 'keyIndex'
  | 'stateStore'
  | 'timers'
  | 'ticker'
  | 'transport'
  | 'chainDigest'
  | 'deltasOf'
  | 'space'
  | 'seed'
  | 'invariants'
  | 'observe'
  | 'trace'
  | 'fatal';

export interface PartitionOptions extends Pick<ReplicaOptions, FromReplica> {
  readonly peerRequests: PeerRequests;
  readonly storageOptions: StorageOptions;
  /** Everyone whom this node knows of. */
  readonly book: () => readonly NodeId[];
  /** What partition 1 intends where this membership is in force; `undefined` while this node cannot say. */
  readonly target: (current: Membership) => Target | undefined;
  /** As in `MembershipKeeperOptions`. */
  readonly areOthersBehind: (intended: IntendedSet) => boolean;
  /** What this partition knows of memberships changed. */
  readonly onMembershipChanged: () => void;
}
