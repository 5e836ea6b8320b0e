// The simulated cluster: its nodes on one network, formed from one genesis.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import { GENESIS_FORMAT_VERSION, genesisTextOf, parseGenesis } from '../../consensus/genesis.ts';
import type { NodeId } from '../../consensus/types.ts';
import { chainDigest } from '../../log/chain-digest.ts';
import { clusterIdOf } from '../../log/genesis-file.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Coverage } from './coverage.ts';
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
  readonly ids: readonly NodeId[];
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
  readonly nodes: readonly SimNode[];
  readonly network: SimNetwork;
  readonly #options: ClusterOptions;

  constructor(options: ClusterOptions) {
    const { plan, ids, random } = options;
    this.#options = options;
    this.network = options.network;
    this.nodes = ids.map((id, position) => {
      const forked = random.fork(id);
      const skewed = plan.faults.has('clocks');
      const clock = {
        offsetMs: skewed ? forked.integer(-5000, 5000) : 0,
        rate: skewed ? forked.between(0.5, 2) : 1,
        timerRate: skewed ? forked.between(0.6, 1.8) : forked.between(1 - plan.driftShare, 1 + plan.driftShare),
      };
      const asked = (node: NodeId) => this.node(node)?.asked;
      return new SimNode({ ...options, asked, id, random: forked, incarnation: incarnationOf(position), chainDigest, clock });
    });
  }

  node(id: NodeId): SimNode | undefined {
    return this.nodes.find((node) => node.id === id);
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
      members: ids.map((id, position) => ({
        id,
        incarnation: incarnationOf(position),
        peerAddress: `${id}:1`,
        clientAddress: `${id}:2`,
      })),
    });
    const genesis = parseGenesis(text, clusterIdOf);
    await Promise.all(this.nodes.map((node) => node.form(text, genesis)));
  }
}

function incarnationOf(position: number): string {
  return position.toString(16).padStart(32, '0');
}
