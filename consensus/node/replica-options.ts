// What a replica is given: the ports of its partition, where it starts from, and whom it tells.
import type { Ready } from '../core/ready.ts';
import type { Trace } from '../core/trace.ts';
import type { Membership } from '../membership.ts';
import type { ChainDigest, DeltasOf, KeyIndex, PartitionStorage, PeerTransport, SnapshotStore, StateStore, Timers } from '../ports.ts';
import type { ClusterLimits, NodeId, SnapshotInfo } from '../types.ts';
import type { NodeEvent } from './events.ts';
import type { Pauses } from './pauses.ts';
import type { Space } from './space.ts';
import type { StartingPoint } from './start.ts';
import type { StorageTurns } from './storage-turns.ts';
import type { Ticker } from './ticker.ts';

export interface ReplicaOptions {
  readonly partition: number;
  readonly id: NodeId;
  readonly incarnation: string;
  /** Id of the cluster. */
  readonly cluster: string;
  /** That of the genesis. */
  readonly initialMembership: Membership;
  readonly limits: ClusterLimits;
  /** As in the genesis. */
  readonly acknowledge?: 'received' | undefined;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
  readonly timers: Timers;
  /** Of the whole node. */
  readonly ticker: Pick<Ticker, 'add'>;
  readonly transport: PeerTransport;
  readonly chainDigest: ChainDigest;
  readonly deltasOf: DeltasOf;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  readonly space: Space;
  readonly start: StartingPoint;
  readonly snapshotIntervalBytes: number;
  /** Seeds the election jitter; different on every node. */
  readonly seed: number;
  /** `all` checks every invariant of the core on every step; for tests and simulation. */
  readonly invariants: 'all' | 'cheap';
  /** Sees to it that damage is repaired. Resolves when none is known any more, or when it is time to look whether what is needed can be read now. */
  readonly repaired: () => Promise<void>;
  /** More was applied. */
  readonly onApplied: () => void;
  /** This node took a snapshot: durable, and of what it applied. */
  readonly onSnapshotTaken: (info: SnapshotInfo) => Promise<void>;
  /** Another membership is in force, or the one in force is applied; or this node can propose now. */
  readonly onMembershipChanged: () => void;
  /** A snapshot was installed and restored. */
  readonly onInstalled: () => void;
  readonly onInstallWanted: (wanted: NonNullable<Ready['install']>) => void;
  /** The core says that the unclear end of the log binds no more. */
  readonly onClaimSettled: () => void;
  readonly observe: (event: NodeEvent) => void;
  /** Told of every step of the core, before it is carried out (consensus/core/TRACE.md). Absent: nothing is computed for it. Must not throw. */
  readonly trace?: Trace | undefined;
  /** Nothing may be promised any more: a failed write, a broken assertion, divergence. The process must end. */
  readonly fatal: (error: unknown) => void;
}
