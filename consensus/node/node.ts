// One node: all partitions of the cluster on this process, and where their messages and the questions of other nodes go. Every node hosts every partition.
import { assert } from '../assert.ts';
import { type TraceSink, traceTo } from '../core/trace.ts';
import type { PeerMessage } from '../messages.ts';
import type { FreeBytes, PartitionStorage, PeerLogEnd, PeerRequestHandler, SnapshotStore } from '../ports.ts';
import type { NodeService, PartitionService } from '../service.ts';
import type { StorageOptions } from '../storage-options.ts';
import type { EntryBody, Genesis, NodeId, SnapshotInfo } from '../types.ts';
import { LeaderBalance } from './leader-balance.ts';
import { Partition, type PartitionOptions } from './partition.ts';
import { Space } from './space.ts';

/** What all partitions of the node share, and where their files come from. */
type SharedOptions = Pick<
  PartitionOptions,
  | 'id'
  | 'keyIndex'
  | 'stateStore'
  | 'timers'
  | 'transport'
  | 'peerRequests'
  | 'chainDigest'
  | 'deltasOf'
  | 'seed'
  | 'invariants'
  | 'observe'
  | 'fatal'
>;

export interface NodeOptions extends SharedOptions {
  readonly genesis: Genesis;
  /** Opens (and recovers) the storage of partition 1..genesis.partitions. */
  readonly openPartition: (partition: number) => Promise<PartitionStorage>;
  /** Opens the snapshots of a partition whose storage is open. */
  readonly openSnapshots: (partition: number) => Promise<SnapshotStore>;
  readonly freeBytes: FreeBytes;
  readonly storage: StorageOptions;
  /** Where the steps of the core go, if anybody wants them (consensus/core/TRACE.md). */
  readonly trace?: TraceSink | undefined;
}

export class Node implements NodeService, PeerRequestHandler {
  readonly id: NodeId;
  readonly genesis: Genesis;
  readonly #partitions: readonly Partition[];
  readonly #space: Space;
  readonly #balance: LeaderBalance;

  /**
   * Opens all partitions and begins to take part in each; those that are damaged repair themselves first, in the background. Storage errors, `LostEntriesError` and
   * `MissingSnapshotError` reject, and then nothing of the node runs on. Other nodes must be answered from then on (`PeerRequestHandler`).
   */
  static async open(options: NodeOptions): Promise<Node> {
    const { genesis, openPartition, openSnapshots, seed, freeBytes, storage: storageOptions, trace: sink, ...shared } = options;
    const trace = sink === undefined ? undefined : traceTo(sink);
    const { timers, observe } = shared;
    const voters = genesis.members.map((member) => member.id);
    const space = new Space({ freeBytes, reserveBytes: storageOptions.spaceReserveBytes, timers, observe });
    const partitions: Partition[] = [];
    try {
      for (let partition = 1; partition <= genesis.partitions; partition++) {
        const storage = await openPartition(partition);
        const snapshots = await openSnapshots(partition);
        const partitionSeed = (seed + partition * PARTITION_SEED_STEP) >>> 0;
        const { limits, acknowledge } = genesis;
        const own = { partition, storage, snapshots, voters, limits, acknowledge, space, storageOptions, seed: partitionSeed, trace };
        partitions.push(new Partition({ ...shared, ...own }));
      }
      for (const partition of partitions) await partition.start();
    } catch (error) {
      space.close();
      await Promise.allSettled(partitions.map((partition) => partition.close()));
      throw error;
    }
    return new Node(options, partitions, space);
  }

  private constructor(options: NodeOptions, partitions: readonly Partition[], space: Space) {
    this.id = options.id;
    this.genesis = options.genesis;
    this.#partitions = partitions;
    this.#space = space;
    this.#balance = new LeaderBalance({
      id: options.id,
      voters: options.genesis.members.map(({ id }) => id),
      partitions: partitions.map((partition) => ({
        leader: () => partition.clientAnswers.status().leader,
        canHandOverTo: (node) => partition.canHandOverTo(node),
        handOverTo: async (node) => (await partition.clientAnswers.transferLeadership(node)).kind !== 'not-taken',
      })),
      timers: options.timers,
    });
  }

  partition(number: number): PartitionService | undefined {
    return this.#partitions[number - 1]?.clientAnswers;
  }

  /** A message from a peer whose identity was checked. Unknown partitions were refused at the wire. */
  receive(from: NodeId, message: PeerMessage): void {
    this.#partitions[message.partition - 1]?.receive(from, message);
  }

  /** The transport lost its connection to this node. */
  unreachable(node: NodeId): void {
    for (const partition of this.#partitions) partition.unreachable(node);
  }

  /**
   * Hands all that this node leads over to others, so that whoever submits hardly notices its end. Each follower is tried, for an election timeout at most. Resolves when it leads nothing more, or
   * nobody took over: then a crash would cost no more.
   */
  async handOver(): Promise<void> {
    this.#balance.close();
    await Promise.all(this.#partitions.map((partition) => partition.handOver()));
  }

  /** Idempotent. Answers what waits, then closes the logs; key index and state store are the caller's. */
  async close(): Promise<void> {
    this.#balance.close();
    this.#space.close();
    await Promise.all(this.#partitions.map((partition) => partition.close()));
  }

  // ---- PeerRequestHandler ----

  async logEnd(partition: number): Promise<PeerLogEnd> {
    return this.#asked(partition).peerAnswers.logEnd();
  }

  async entries(request: {
    readonly partition: number;
    readonly from: number;
    readonly to: number;
    readonly bytesMax: number;
  }): Promise<readonly EntryBody[]> {
    return this.#asked(request.partition).peerAnswers.entries(request);
  }

  async committedOffset(partition: number): Promise<number | undefined> {
    const result = await this.#asked(partition).clientAnswers.committedOffset();
    return result.kind === 'offset' ? result.offset : undefined;
  }

  async snapshots(partition: number): Promise<readonly SnapshotInfo[]> {
    return this.#asked(partition).peerAnswers.snapshots();
  }

  async snapshotBytes(request: {
    readonly partition: number;
    readonly index: number;
    readonly position: number;
    readonly length: number;
  }): Promise<Uint8Array> {
    return this.#asked(request.partition).peerAnswers.snapshotBytes(request);
  }

  #asked(number: number): Partition {
    const partition = this.#partitions[number - 1];
    assert(partition !== undefined, `there is no partition ${number}`);
    return partition;
  }
}

/** Spreads the jitter of one node's partitions: any odd number does. */
const PARTITION_SEED_STEP = 0x9e3779b1;
