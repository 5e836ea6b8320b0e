// The simulated cluster: its nodes on one network, formed from one genesis.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import { GENESIS_FORMAT_VERSION, genesisTextOf, parseGenesis } from '../../consensus/genesis.ts';
import type { Member, NodeId } from '../../consensus/types.ts';
import { chainDigest } from '../../log/chain-digest.ts';
import { clusterIdOf } from '../../log/genesis-file.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Coverage } from './coverage.ts';
import { addressesOf } from './joiner.ts';
import type { SimNetwork } from './network.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { SimNode } from './sim-node.ts';
import type { SnapshotChecker } from './snapshot-checker.ts';
import type { Trace } from './trace.ts';
import type { Report } from './violation.ts';

export interface ClusterOptions {
  readonly plan: Plan;
  /** Of the genesis. */
  readonly ids: readonly NodeId[];
  /** Not formed at the beginning. */
  readonly spares: readonly NodeId[];
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly network: SimNetwork;
  readonly checkers: ReadonlyMap<number, PartitionChecker>;
  readonly snapshotCheckers: ReadonlyMap<number, SnapshotChecker>;
  readonly beyond: boolean;
  readonly trace: Trace;
  readonly report: Report;
  readonly coverage: Coverage;
  readonly invariants: 'all' | 'cheap';
  readonly onStep?: ((records: readonly TraceRecord[]) => void) | undefined;
}

export class Cluster {
  /** Also those who are not part of it yet, or no longer. */
  readonly all: readonly SimNode[];
  readonly network: SimNetwork;
  readonly #options: ClusterOptions;
  readonly #byId: ReadonlyMap<NodeId, SimNode>;
  #nodes: readonly SimNode[] = [];
  #ids: readonly NodeId[] = [];

  constructor(options: ClusterOptions) {
    const { plan, ids, spares, random } = options;
    this.#options = options;
    this.network = options.network;
    this.all = [...ids, ...spares].map((id, position) => {
      const forked = random.fork(id);
      const skewed = plan.faults.has('clocks');
      const clock = {
        offsetMs: skewed ? forked.integer(-5000, 5000) : 0,
        rate: skewed ? forked.between(0.5, 2) : 1,
        timerRate: skewed ? forked.between(0.6, 1.8) : forked.between(1 - plan.driftShare, 1 + plan.driftShare),
      };
      const other = (node: NodeId) => this.node(node);
      const joinAt = [...ids, ...spares].flatMap((member) => (member === id ? [] : [addressesOf(member).peerAddress]));
      const onStanding = () => this.#standingChanged();
      const incarnation = (disk: number) => incarnationOf(position, disk);
      return new SimNode({ ...options, other, joinAt, onStanding, id, random: forked, incarnationOf: incarnation, chainDigest, clock });
    });
    this.#byId = new Map(this.all.map((node) => [node.id, node]));
    this.#nodes = this.all.slice(0, ids.length);
    this.#ids = ids;
  }

  /** Those who are part of it, whether they run or not: they were formed, and have not been told that they were removed. */
  get nodes(): readonly SimNode[] {
    return this.#nodes;
  }

  get ids(): readonly NodeId[] {
    return this.#ids;
  }

  #standingChanged(): void {
    this.#nodes = this.all.filter(({ standing }) => standing === 'member');
    this.#ids = this.#nodes.map(({ id }) => id);
  }

  node(id: NodeId): SimNode | undefined {
    return this.#byId.get(id);
  }

  /** The other nodes notice that they lost their connections to this one. */
  disconnect(id: NodeId): void {
    for (const node of this.nodes) if (node.id !== id) node.losesConnection(id);
  }

  /** Makes every node's data directory. */
  async form(): Promise<void> {
    const { plan, ids } = this.#options;
    const text = genesisTextOf({
      formatVersion: GENESIS_FORMAT_VERSION,
      partitions: plan.partitions,
      limits: plan.limits,
      ...(plan.acknowledge === undefined ? {} : { acknowledge: plan.acknowledge }),
      members: firstMembers(ids),
    });
    const genesis = parseGenesis(text, clusterIdOf);
    await Promise.all(this.all.slice(0, ids.length).map((node) => node.form(text, genesis)));
  }
}

/** As the genesis names them. */
export function firstMembers(ids: readonly NodeId[]): Member[] {
  return ids.map((id, position) => ({ id, incarnation: incarnationOf(position, 0), ...addressesOf(id) }));
}

function incarnationOf(position: number, disk: number): string {
  return (position + 256 * disk).toString(16).padStart(32, '0');
}
