// One node: all partitions of the cluster on this process, and where their messages go. Every node hosts every partition.
import type { PeerMessage } from '../messages.ts';
import type { PartitionStorage } from '../ports.ts';
import type { NodeService, PartitionService } from '../service.ts';
import type { Genesis, NodeId } from '../types.ts';
import { Replica, type ReplicaOptions } from './replica.ts';

/** What all partitions of the node share, and where their storages come from. */
type SharedOptions = Pick<
  ReplicaOptions,
  'id' | 'keyIndex' | 'timers' | 'transport' | 'chainDigest' | 'seed' | 'invariants' | 'observe' | 'fatal'
>;

export interface NodeOptions extends SharedOptions {
  readonly genesis: Genesis;
  /** Opens (and recovers) the storage of partition 1..genesis.partitions. */
  readonly openPartition: (partition: number) => Promise<PartitionStorage>;
}

export class Node implements NodeService {
  readonly id: NodeId;
  readonly genesis: Genesis;
  readonly #replicas: readonly Replica[];

  /** Recovers all partitions and starts to take part. Storage errors and `LostEntriesError` reject, and then nothing of the node runs on. */
  static async open(options: NodeOptions): Promise<Node> {
    const { genesis, openPartition, seed, ...shared } = options;
    const { limits } = genesis;
    const voters = genesis.members.map((member) => member.id);
    const replicas: Replica[] = [];
    try {
      for (let partition = 1; partition <= genesis.partitions; partition++) {
        const storage = await openPartition(partition);
        const partitionSeed = (seed + partition * PARTITION_SEED_STEP) >>> 0;
        replicas.push(await Replica.open({ ...shared, voters, limits, partition, storage, seed: partitionSeed }));
      }
    } catch (error) {
      await Promise.allSettled(replicas.map((replica) => replica.close()));
      throw error;
    }
    return new Node(options, replicas);
  }

  private constructor(options: NodeOptions, replicas: readonly Replica[]) {
    this.id = options.id;
    this.genesis = options.genesis;
    this.#replicas = replicas;
  }

  partition(number: number): PartitionService | undefined {
    return this.#replicas[number - 1];
  }

  /** A message from a peer whose identity was checked. Unknown partitions were refused at the wire. */
  receive(from: NodeId, message: PeerMessage): void {
    this.#replicas[message.partition - 1]?.receive(from, message);
  }

  /** The transport lost its connection to this node. */
  unreachable(node: NodeId): void {
    for (const replica of this.#replicas) replica.unreachable(node);
  }

  /** Idempotent. Answers what waits, then closes the logs; the key index is the caller's. */
  async close(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.close()));
  }
}

/** Spreads the jitter of one node's partitions: any odd number does. */
const PARTITION_SEED_STEP = 0x9e3779b1;
