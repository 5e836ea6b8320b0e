// One node: all partitions of the cluster on this process, and where their messages and the questions of other nodes go. Every node hosts every partition.
import { assert, defined } from '../assert.ts';
import { isJoint } from '../configuration.ts';
import { type TraceSink, traceTo } from '../core/trace.ts';
import type { LogEnds, Rollback } from '../log-ends.ts';
import type { MembershipAt, MembersView } from '../members-view.ts';
import { type BookMember, genesisMembership, type IntendedSet, type Membership } from '../membership.ts';
import type { PeerMessage } from '../messages.ts';
import type { FreeBytes, PartitionStorage, PeerLogEnd, PeerRequestHandler, SnapshotStore } from '../ports.ts';
import type { MembersChange, MembersRefusal, MembersResult, NodeService, PartitionService } from '../service.ts';
import type { StorageOptions } from '../storage-options.ts';
import type { EntryBody, Genesis, NodeId, Refusal, SnapshotInfo } from '../types.ts';
import { type BalancedPartition, LeaderBalance } from './leader-balance.ts';
import { isBehind, MemberBook } from './membership/member-book.ts';
import { type Introduced, MembersChanger } from './membership/members.ts';
import { type Target, targetFor } from './membership/membership-keeper.ts';
import { Partition } from './partition.ts';
import type { PartitionOptions } from './partition-options.ts';
import { AcknowledgedLogs } from './repair/acknowledged-logs.ts';
import { Space } from './space.ts';
import { Ticker } from './ticker.ts';

/** What all partitions of the node share, and where their files come from. */
type SharedOptions = Pick<
  PartitionOptions,
  | 'id'
  | 'incarnation'
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
  /** What this node was told when it joined a cluster that had formed before; the members of the genesis have none. */
  readonly joined?: MembershipAt | undefined;
  /** Asks the node that listens at a peer address who it is; rejects if nobody answers. */
  readonly introduce: (peerAddress: string) => Promise<Introduced>;
  /** Whom this node knows changed. Not called before `open` resolves. */
  readonly onMembersChanged: (view: MembersView) => void;
  /** All logs are open: what they are like can be asked from now on (`logEnds`), while they are being applied. */
  readonly onLogsOpen?: ((node: Node) => void) | undefined;
  readonly storage: StorageOptions;
  /** Where the steps of the core go, if anybody wants them (consensus/core/TRACE.md). */
  readonly trace?: TraceSink | undefined;
}

export class Node implements NodeService, PeerRequestHandler {
  readonly id: NodeId;
  readonly genesis: Genesis;
  readonly #partitions: Partition[] = [];
  #isOpen = false;
  readonly #space: Space;
  readonly #balance: LeaderBalance;
  readonly #ticker: Ticker;
  readonly #acknowledged: AcknowledgedLogs;
  readonly #book: MemberBook;
  readonly #changer: MembersChanger;

  /**
   * Opens all partitions and begins to take part in each; those that are damaged repair themselves first, in the background. Storage errors, `LostEntriesError` and
   * `MissingSnapshotError` reject, and then nothing of the node runs on. Other nodes must be answered from then on (`PeerRequestHandler`).
   */
  static async open(options: NodeOptions): Promise<Node> {
    const { timers, observe, freeBytes, storage } = options;
    const space = new Space({ freeBytes, reserveBytes: storage.spaceReserveBytes, timers, observe });
    const node = new Node(options, space);
    try {
      await node.#openPartitions(options);
    } catch (error) {
      await node.#abandon();
      throw error;
    }
    return node;
  }

  private constructor(options: NodeOptions, space: Space) {
    const { id, genesis, timers, joined, introduce, onMembersChanged } = options;
    this.id = id;
    this.genesis = genesis;
    this.#space = space;
    this.#book = new MemberBook({
      partitions: () => this.#memberships(),
      appliedIndex: () => this.#partitions[0]?.replica?.appliedIndex ?? 0,
      joined,
      onChanged: (view) => {
        if (this.#isOpen) onMembersChanged(view);
      },
      timers,
    });
    this.#changer = new MembersChanger({ id, first: () => this.#partitions[0]?.replica, known: () => this.#book.view().book, introduce });
    this.#ticker = new Ticker(timers);
    this.#acknowledged = new AcknowledgedLogs(genesis.partitions);
    this.#ticker.add(() => this.#noteAcknowledged());
    this.#balance = new LeaderBalance({ id, partitions: () => this.#partitions.map(balanced), timers });
  }

  async #openPartitions(options: NodeOptions): Promise<void> {
    const { genesis, openPartition, openSnapshots, seed, storage: storageOptions, trace: sink, ...shared } = options;
    const { limits, acknowledge, clusterId } = genesis;
    const trace = sink === undefined ? undefined : traceTo(sink);
    for (let partition = 1; partition <= genesis.partitions; partition++) {
      const storage = await openPartition(partition);
      const snapshots = await openSnapshots(partition);
      const opened = new Partition({
        ...shared,
        ticker: this.#ticker,
        partition,
        cluster: clusterId,
        initialMembership: genesisMembership(genesis, partition),
        storage,
        snapshots,
        limits,
        acknowledge,
        space: this.#space,
        storageOptions,
        seed: (seed + partition * PARTITION_SEED_STEP) >>> 0,
        trace,
        book: () => this.#book.view().book.map(({ id }) => id),
        target: (current) => this.#targetFor(current),
        areOthersBehind: (intended) => this.#areOthersBehind(intended),
        onMembershipChanged: () => this.#handleMembershipChanged(partition),
      });
      this.#partitions.push(opened);
    }
    options.onLogsOpen?.(this);
    this.#book.changed();
    this.partition(1)?.onApplied(() => this.#book.applied());
    for (const partition of this.#partitions) await partition.start();
    this.#isOpen = true;
  }

  /** It could not be opened: nothing of it runs on. */
  async #abandon(): Promise<void> {
    this.#balance.close();
    this.#ticker.close();
    this.#space.close();
    await Promise.allSettled(this.#partitions.map((partition) => partition.close()));
  }

  // ---- Members ----

  /** See `NodeService.members`. */
  members(): { readonly intended: IntendedSet; readonly book: readonly BookMember[] } {
    const intended = defined(this.newestMembership().membership.intended, 'what partition 1 intends');
    return { intended, book: this.#book.view().book };
  }

  /** See `NodeService.changeMembers`. */
  changeMembers(change: MembersChange): Promise<MembersResult | MembersRefusal | Refusal> {
    return this.#changer.change(change);
  }

  /** Whom this node knows. */
  membersView(): MembersView {
    return this.#book.view();
  }

  /** The newest membership of partition 1 that is applied here, hence committed; with the index of its entry, or of the snapshot that said so. */
  newestMembership(): MembershipAt {
    const first = this.#partitions[0];
    const known = first?.replica?.membership.applied ?? first?.memberships()[0];
    return known ?? { index: 0, membership: genesisMembership(this.genesis, 1) };
  }

  #memberships(): readonly (readonly MembershipAt[])[] {
    if (this.#partitions.length === 0) return [[{ index: 0, membership: genesisMembership(this.genesis, 1) }]];
    return this.#partitions.map((partition) => partition.memberships());
  }

  #targetFor(current: Membership): Target | undefined {
    const replica = this.#partitions[0]?.replica;
    // Without a leader it may have been left behind.
    if (replica?.status().leader === undefined) return undefined;
    const { appliedIndex, membership } = replica;
    return targetFor(current, { applied: membership.applied, newestIndex: membership.log.newest.index, appliedIndex });
  }

  /** Of the partitions behind the first, as far as each is applied here. */
  #areOthersBehind(intended: IntendedSet): boolean {
    const [, ...others] = this.#partitions;
    return others.some(({ replica }) => replica === undefined || isBehind(replica.membership.applied.membership, intended));
  }

  #handleMembershipChanged(number: number): void {
    this.#book.changed();
    // The others follow what partition 1 intends.
    if (number === 1) for (const partition of this.#partitions) partition.lookSoon();
  }

  partition(number: number): PartitionService | undefined {
    return this.#partitions[number - 1]?.clientAnswers;
  }

  /** A message from a peer whose identity was checked. Unknown partitions were refused at the wire. */
  receive(from: NodeId, message: PeerMessage): void {
    this.#partitions[message.partition - 1]?.receive(from, message);
  }

  /** See `LogEnds.indexes`. */
  logEnds(): readonly number[] {
    return this.#partitions.map((partition) => partition.peerAnswers.durableEnd());
  }

  /** What a node that says this of its logs has forgotten of what it acknowledged to this one; `undefined` as a rule. Asked when a stream of it is about to be accepted. */
  judgeLogs(node: NodeId, ends: LogEnds): Rollback | undefined {
    return this.#acknowledged.judge(node, ends);
  }

  #noteAcknowledged(): void {
    for (const { replica } of this.#partitions) {
      const status = replica?.status();
      if (replica === undefined || status?.role !== 'leader') continue;
      for (const { id, index } of replica.membership.committedAt(status.commitIndex)) this.#acknowledged.note(id, replica.partition, index);
    }
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
    this.#isOpen = false;
    this.#balance.close();
    this.#ticker.close();
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

/** As the spread of leaders sees it. */
function balanced(partition: Partition): BalancedPartition {
  return {
    voters: () => {
      const { membership } = partition.clientAnswers.status();
      return isJoint(membership) ? [] : membership.voters;
    },
    leader: () => partition.clientAnswers.status().leader,
    canHandOverTo: (node) => partition.canHandOverTo(node),
    handOverTo: async (node) => (await partition.clientAnswers.transferLeadership(node)).kind !== 'not-taken',
  };
}
