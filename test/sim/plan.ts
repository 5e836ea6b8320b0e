// What a seed decides before anything runs: the shape of the cluster, its small limits, the load, and which faults it meets ("swarm testing":
// a random subset of the faults finds more than all of them at once).
import type { StorageOptions } from '../../consensus/storage-options.ts';
import type { ClusterLimits } from '../../consensus/types.ts';
import type { Random } from './random.ts';

/** Last as long as the faults do. */
export const LASTING_FAULTS = ['loss', 'duplication', 'straggling', 'slow-network', 'clocks', 'client-loss', 'garbage-tail'] as const;

/** Strike at a moment, again and again. */
export const SUDDEN_FAULTS = [
  'partition',
  'one-way-partition',
  'quorum-loss',
  'chain',
  'kill',
  'power-cut',
  'power-cut-all',
  'crash-at-io',
  'pause',
  'shutdown',
  'transfer',
  'slow-disk',
  'failed-sync',
  'rot',
  'helix',
  'tail-rot',
  'lost-segment',
  'seal-rot',
  'hard-state-rot',
  'snapshot-rot',
  'wiped-store',
  'low-space',
  'outage',
] as const;

export type SuddenFault = (typeof SUDDEN_FAULTS)[number];
export type FaultKind = (typeof LASTING_FAULTS)[number] | SuddenFault;

const FAULTS: readonly FaultKind[] = [...LASTING_FAULTS, ...SUDDEN_FAULTS];

const KiB = 1024;

export interface Plan {
  readonly nodes: number;
  readonly partitions: number;
  readonly limits: ClusterLimits;
  /** As in the genesis. */
  readonly acknowledge: 'received' | undefined;
  readonly firstSegmentBytes: number;
  readonly segmentBytes: number;
  readonly storage: StorageOptions;
  /** Share of transactions that change the state. */
  readonly deltaShare: number;
  readonly clientsPerPartition: number;
  /** Mean pause of a client between two things it does. */
  readonly thinkMs: number;
  readonly lockNames: number;
  readonly namedKeys: number;
  readonly namedShare: number;
  readonly blindShare: number;
  readonly dataBytesMax: number;
  readonly faults: ReadonlySet<FaultKind>;
  /** The ticks of the nodes differ from true time by up to this share; those of a node with bad clocks by more. */
  readonly driftShare: number;
  /** When the faults end, one quorum is well and the rest stays away for good, before everything is mended. */
  readonly hasQuorumPhase: boolean;
  /** Mean time between two faults. */
  readonly faultEveryMs: number;
  /** Mean time that a fault lasts. */
  readonly faultMs: number;
  /** Share of faults that hit the leader rather than any node. */
  readonly leaderShare: number;
  readonly delayMs: number;
  readonly syncMs: number;
  /** Means of the key index. */
  readonly keyReadMs: number;
  readonly keyWriteMs: number;
  /** Whether nodes come and go; `undefined`: the members are those of the genesis for ever. */
  readonly membership: MembershipPlan | undefined;
}

export interface MembershipPlan {
  /** Mean time between two things that the operator does. */
  readonly everyMs: number;
  /** Nodes that are not formed at the beginning. Their ids follow those of the genesis. */
  readonly spares: number;
  /** Disks of members are lost, never so many at a time that a majority could not get on. */
  readonly losesDisks: boolean;
}

export function makePlan(random: Random): Plan {
  const shape = random.integer(1, 100);
  const nodes = shape <= 5 ? 1 : shape <= 74 ? 3 : shape <= 92 ? 5 : 7;
  const partitions = random.chance(0.12) ? 2 : 1;
  const eager = random.chance(0.4);
  const share = random.between(0.2, 0.7);
  const snapshots = random.chance(0.6);
  const storage = storageOptions(random, snapshots);
  const compacts = storage.retention.keep !== 'everything';
  // Who is away while the others compact is installed from a snapshot.
  const shareOf = (fault: FaultKind) => (fault === 'outage' && compacts ? 0.8 : BURDENSOME.has(fault) ? share / 2 : share);
  const membership = membershipPlan(random.fork('membership'));
  return {
    nodes,
    partitions,
    limits: {
      transactionBytesMax: 4096,
      locksMax: 8,
      lockRows: random.pick([2, 4, 16, 1000]),
      recentKeys: random.pick([4, 32, 1000]),
    },
    acknowledge: random.fork('acknowledge').chance(0.15) ? 'received' : undefined,
    firstSegmentBytes: random.pick(snapshots ? [8, 16, 32] : [16, 32, 64]) * KiB,
    segmentBytes: random.pick(snapshots ? [8, 16, 64] : [16, 64, 256]) * KiB,
    storage,
    deltaShare: random.pick([0, 0.3, 0.7]),
    clientsPerPartition: random.integer(2, 4),
    thinkMs: eager ? random.between(10, 40) : random.between(50, 150),
    lockNames: random.pick([1, 4, 12]),
    namedKeys: random.pick([1, 5, 20]),
    namedShare: random.pick([0, 0.3, 0.6, 1]),
    blindShare: random.pick([0, 0.3, 0.8]),
    dataBytesMax: random.pick([0, 40, 600, 2500]),
    faults: new Set(
      FAULTS.filter((fault) => random.chance(shareOf(fault)) && !(membership?.losesDisks === true && LEAVES_CLAIMS.has(fault))),
    ),
    driftShare: random.pick([0.002, 0.02, 0.05]),
    hasQuorumPhase: nodes > 1 && random.chance(0.7),
    faultEveryMs: random.pick([150, 400, 1000, 2500]),
    faultMs: random.pick([30, 200, 700, 2000]),
    leaderShare: random.pick([0, 0.3, 0.7]),
    delayMs: random.pick([0.2, 1, 5]),
    syncMs: random.pick([0.2, 1, 5]),
    keyReadMs: random.pick([0.3, 0.3, 10, 80]),
    keyWriteMs: random.pick([2, 2, 20, 100]),
    membership,
  };
}

/**
 * What leaves a node that answers for what it lost, or with damage: it may need the disk of each of the others (ARCHITECTURE.md, "Unclear ends"), and those are not lost as well.
 */
const LEAVES_CLAIMS: ReadonlySet<FaultKind> = new Set(['garbage-tail', 'tail-rot', 'rot', 'helix', 'lost-segment', 'failed-sync']);

/** In this share of seeds nodes come and go. */
const MEMBERSHIP_SHARE = 0.3;

function membershipPlan(random: Random): MembershipPlan | undefined {
  if (!random.chance(MEMBERSHIP_SHARE)) return undefined;
  return { everyMs: random.pick([300, 800, 2000]), spares: random.integer(2, 6), losesDisks: random.chance(0.4) };
}

/** Faults that hold the cluster up for long while they last. */
const BURDENSOME: ReadonlySet<FaultKind> = new Set(['low-space']);

function storageOptions(random: Random, snapshots: boolean): StorageOptions {
  const scrubBytesPerSecond = random.pick([0, 16 * KiB, 1024 * KiB]);
  const spaceReserveBytes = 64 * KiB;
  if (!snapshots)
    return { retention: { keep: 'everything' }, snapshotIntervalBytes: 64 * KiB * KiB, spaceReserveBytes, scrubBytesPerSecond };
  const retention = random.pick<StorageOptions['retention']>([
    { keep: 'snapshot' },
    { keep: 'snapshot' },
    { keep: 'bytes', bytes: random.pick([16, 64]) * KiB },
    { keep: 'age', ms: 2000 },
    { keep: 'everything' },
    { keep: 'everything' },
  ]);
  return { retention, snapshotIntervalBytes: random.pick([2, 8, 16, 64]) * KiB, spaceReserveBytes, scrubBytesPerSecond };
}
