// One partition on this node, from opening its files to closing them: repairs what is damaged before it takes part, then runs a replica, and everything that goes on in
// the background. Takes part anew, as by a restart, where more of its log is whole than it began with, or less than it can go on with. What others ask is for client-answers.ts and
// peer-answers.ts.
import { defined } from '../assert.ts';
import { DamagedEntriesError } from '../damage.ts';
import { REPAIR_RETRY_MS } from '../limits.ts';
import type { MembershipAt } from '../members-view.ts';
import type { PeerMessage } from '../messages.ts';
import type { PartitionStorage, SnapshotStore } from '../ports.ts';
import type { NodeId, SnapshotInfo } from '../types.ts';
import { type Answering, ClientAnswers } from './client-answers.ts';
import { MissingSnapshotError } from './events.ts';
import { LogReads } from './log-reads.ts';
import { electorsToAsk } from './membership/electorate.ts';
import { KnownPeers } from './membership/known-peers.ts';
import { MembershipKeeper } from './membership/membership-keeper.ts';
import { PartitionMemberships } from './membership/partition-memberships.ts';
import type { PartitionOptions } from './partition-options.ts';
import { ClosedError, Pauses } from './pauses.ts';
import { PeerAnswers } from './peer-answers.ts';
import { ClaimSettler } from './repair/claim-settler.ts';
import { DamageCover } from './repair/damage-cover.ts';
import { Overwriting } from './repair/overwriting.ts';
import { Repairer } from './repair/repairer.ts';
import { Scrubber } from './repair/scrubber.ts';
import { goesOnBehind, isInLog } from './repair/starting-log.ts';
import { UsableLog } from './repair/usable-log.ts';
import { Replica } from './replica.ts';
import type { ReplicaOptions } from './replica-options.ts';
import { Compactor } from './snapshots/compactor.ts';
import { MissingSnapshot } from './snapshots/missing-snapshot.ts';
import { SnapshotInstaller } from './snapshots/snapshot-installer.ts';
import { restoreAtStart } from './start.ts';
import { StateComparison } from './state/state-comparison.ts';
import { StateReads } from './state/state-reads.ts';
import { StorageTurns } from './storage-turns.ts';

/** Everything that exists only while the partition takes part. */
interface Running extends Answering {
  readonly installer: SnapshotInstaller;
  readonly keeper: MembershipKeeper;
  /** The replica began with all of the log. */
  readonly isWhole: boolean;
  /** Its background work waits through these. */
  readonly pauses: Pauses;
}

/** Milliseconds between two looks at whether a damaged partition can take part now. */
const START_RETRY_MS = 50;

export class Partition {
  readonly clientAnswers: ClientAnswers;
  readonly peerAnswers: PeerAnswers;
  readonly #options: PartitionOptions;
  readonly #storage: PartitionStorage;
  readonly #snapshots: SnapshotStore;
  readonly #peers: KnownPeers;
  readonly #memberships: PartitionMemberships;
  readonly #turns = new StorageTurns();
  readonly #pauses: Pauses;
  readonly #repairer: Repairer;
  readonly #overwriting: Overwriting;
  readonly #compactor: Compactor;
  readonly #cover: DamageCover;
  readonly #usable: UsableLog;
  readonly #missingSnapshot: MissingSnapshot;
  /** Why the last attempt to start failed, if it was for want of a snapshot. */
  #missing: MissingSnapshotError | undefined;
  readonly #comparison: StateComparison;
  #running: Running | undefined;
  /** The end of what ran before. */
  #ending: Promise<void> = Promise.resolve();
  /** One attempt at a time to repair, or to cover, what is applied next. */
  #covering: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: PartitionOptions) {
    const { partition, storage, snapshots, timers, peerRequests, observe, storageOptions } = options;
    this.#options = options;
    this.#storage = storage;
    this.#snapshots = snapshots;
    this.#peers = new KnownPeers(options);
    this.#memberships = new PartitionMemberships({
      ...options,
      running: () => this.#running?.replica.membership.log.all,
      onChanged: options.onMembershipChanged,
    });
    this.#pauses = new Pauses(timers);
    const shared = {
      partition,
      storage,
      snapshots,
      peers: () => this.#peers.all(),
      lookFurther: () => this.#peers.lookFurther(),
      peerRequests,
      turns: this.#turns,
      pauses: this.#pauses,
      timers,
      observe,
    };
    this.#repairer = new Repairer({
      ...shared,
      chainDigest: options.chainDigest,
      isFull: () => options.space.isFull,
      onHelpless: () => this.#compactInBackground(),
      onAttempted: (hasRepaired) => {
        // Readers wait for what was damaged, though nothing more may come to be applied.
        if (hasRepaired) this.clientAnswers.applied();
        this.#usable.handleAttempt();
      },
      onHoldBack: (isHeldBack) => this.#running?.replica.input({ kind: 'hold-back', isHeldBack }),
      onFailure: (error) => this.#fail(error),
    });
    this.#overwriting = new Overwriting(this.#repairer);
    this.#compactor = new Compactor({
      ...shared,
      retention: storageOptions.retention,
      appliedIndex: () => this.#running?.replica.appliedIndex ?? 0,
      doesNobodyHave: (range) => this.#repairer.doesNobodyHave(range),
      onUsable: ({ index, term }) => this.#running?.replica.input({ kind: 'snapshotted', position: { index, term } }),
      onCompacted: (base) => this.#running?.replica.compacted(base),
    });
    this.#cover = new DamageCover({
      ...shared,
      isFull: () => options.space.isFull,
      onWritten: (bytes) => options.space.wrote(bytes),
    });
    this.#usable = new UsableLog({
      ...shared,
      repairer: this.#repairer,
      cover: this.#cover,
      replica: () => this.#running?.replica,
      usableSnapshots: () => this.#compactor.usable(),
      beginAnew: () => this.#beginAnew(),
      background: (work) => this.#background(work),
    });
    this.#missingSnapshot = new MissingSnapshot({ ...shared, cover: this.#cover });
    this.#comparison = new StateComparison(shared);
    this.peerAnswers = this.#newPeerAnswers();
    this.clientAnswers = new ClientAnswers({
      ...shared,
      space: options.space,
      repairer: this.#repairer,
      comparison: this.#comparison,
      peerAnswers: this.peerAnswers,
      newestMembership: () => this.#memberships.newest(),
      answering: () => this.#running,
      isClosing: () => this.#closing !== undefined,
    });
    options.space.onLow(() => this.#compactInBackground());
  }

  /**
   * Begins to take part, at once if the log is whole; otherwise it repairs it in the background first, or gets the snapshot that is missing, and this resolves before. Rejects with
   * `MissingSnapshotError` if there is no other node, `LostEntriesError` and errors of the stores; later failures are `fatal`.
   */
  async start(): Promise<void> {
    if (this.#storage.damage.length === 0 && (await this.#maybeStart())) return;
    await this.#memberships.find();
    this.#repairInBackground();
    this.#background(() => this.#startWhenPossible());
  }

  /** A message from a peer whose identity was checked; dropped while this partition does not take part. */
  receive(from: NodeId, message: PeerMessage): void {
    const running = this.#running;
    // It may have what is missing here.
    if (running === undefined || this.#storage.damage.length > 0) this.#peers.meet(from);
    if (running === undefined || this.#isKeptFromCutting(running, from, message)) return;
    running.replica.receive(from, message);
  }

  /** See overwriting.ts. */
  #isKeptFromCutting({ replica, isWhole }: Running, from: NodeId, received: PeerMessage): boolean {
    if (isWhole || !('entries' in received) || received.entries.length === 0) return false;
    if (replica.status().lastIndex >= this.#storage.lastIndex || this.#overwriting.mayCut(from, received.message.term)) return false;
    if (this.#storage.damage.length > 0) this.#repairInBackground();
    else this.#usable.reconsider();
    return true;
  }

  /** The connection to this node was lost. */
  unreachable(node: NodeId): void {
    this.#running?.replica.input({ kind: 'unreachable', node });
  }

  /** See `PartitionMemberships.all`. */
  memberships(): readonly MembershipAt[] {
    return this.#memberships.all();
  }

  /** `undefined` while it does not take part. */
  get replica(): Replica | undefined {
    return this.#running?.replica;
  }

  /** Looks soon whether the partition is as intended; of interest while this node leads it. */
  lookSoon(): void {
    this.#running?.keeper.lookSoon();
  }

  /** Whether this node leads here, and that one could take over at once. */
  canHandOverTo(node: NodeId): boolean {
    return this.#running?.replica.canHandOverTo(node) ?? false;
  }

  /** Resolves when this node leads here no more, or nobody takes over. */
  async handOver(): Promise<void> {
    await this.#running?.replica.handover.leave();
  }

  /** Takes no more part; answers everything that waits; resolves when the log is closed. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#closeOnce();
    return this.#closing;
  }

  async #startWhenPossible(): Promise<void> {
    while (!this.#pauses.isClosed && !(await this.#maybeStart())) {
      this.#repairInBackground();
      await this.#lookForSnapshots();
      await this.#pauses.wait(START_RETRY_MS);
    }
  }

  async #beginAnew(): Promise<void> {
    await this.#end();
    await this.#startWhenPossible();
    const now = this.#running?.replica.status().lastIndex;
    if (now !== undefined) this.#options.observe({ kind: 'began-anew', partition: this.#options.partition, lastIndex: now });
  }

  /** Repairs for a while: what somebody waits for may be whole again before all is, and some of it nobody may be able to repair. */
  #someRepaired(): Promise<void> {
    const repaired = this.#repairer.repair().catch(() => undefined);
    return Promise.race([repaired, this.#pauses.wait(REPAIR_RETRY_MS)]);
  }

  /** Applying met damage: repairs for a while, or goes on behind it where all others have compacted what is damaged, from a snapshot in its place. */
  #someRepairedOrCovered(): Promise<void> {
    this.#covering ??= this.#repairOrCover().finally(() => {
      this.#covering = undefined;
    });
    return this.#covering;
  }

  async #repairOrCover(): Promise<void> {
    await this.#someRepaired();
    const replica = this.#running?.replica;
    const next = (replica?.appliedIndex ?? 0) + 1;
    const range = this.#storage.damage.find(({ from, to }) => from <= next && next <= to);
    if (replica === undefined || range === undefined || !this.#repairer.doesNobodyHave(range)) return;
    const own = () => this.#snapshots.list().find((info) => info.index >= range.to && isInLog(this.#storage, info));
    if (own() === undefined) await this.#cover.find(range);
    const info = own();
    if (info !== undefined && !this.#pauses.isClosed) replica.restorer.leap(info);
  }

  /** A snapshot that is missing, and damage that nobody has repaired for it: perhaps somebody has a snapshot in its place. */
  async #lookForSnapshots(): Promise<void> {
    if (this.#missing !== undefined) await this.#missingSnapshot.get(this.#missing);
    this.#missing = undefined;
    await this.#usable.lookForCovers();
  }

  /** Whether it takes part now, held back while anything is damaged; not if something has to be repaired first. */
  async #maybeStart(): Promise<boolean> {
    const storage = this.#storage;
    const log = this.#usable.atStart();
    if (log === undefined) return false;
    try {
      const start = await restoreAtStart({ ...this.#options, log });
      if (log.claim !== undefined && log.claim !== storage.claim) await storage.raiseClaim(log.claim);
      if (this.#closing === undefined) this.#run(start);
      return true;
    } catch (error) {
      if (error instanceof DamagedEntriesError) return false;
      // The snapshot that covered the damage is damaged, too: there may be another, or none.
      if (error instanceof MissingSnapshotError && log.base.index > storage.base.index) return false;
      if (!(error instanceof MissingSnapshotError)) throw error;
      await this.#memberships.find();
      if (this.#peers.all().length === 0) throw error;
      this.#missing = error;
      return false;
    }
  }

  #run(start: ReplicaOptions['start']): void {
    const { partition, id, cluster, initialMembership, timers, peerRequests, observe, space, storageOptions, keyIndex, stateStore } =
      this.#options;
    const peers = () => this.#peers.all();
    const pauses = new Pauses(timers);
    const onWritten = (bytes: number) => space.wrote(bytes);
    const installer = new SnapshotInstaller({
      partition,
      snapshots: this.#snapshots,
      cluster,
      peers,
      peerRequests,
      pauses,
      isFull: () => space.isFull,
      onWritten,
      onFetched: async (info, membership) => {
        if (replica.status().lastIndex < info.index && goesOnBehind(this.#storage, info)) await this.#usable.beginBehindSnapshot(pauses);
        if (!pauses.isClosed) replica.installed(info, membership ?? initialMembership);
      },
      observe,
    });
    const replica = new Replica({
      ...this.#options,
      start,
      turns: this.#turns,
      pauses,
      snapshotIntervalBytes: storageOptions.snapshotIntervalBytes,
      repaired: () => this.#someRepairedOrCovered(),
      onApplied: () => this.clientAnswers.applied(),
      onSnapshotTaken: (info) => this.#handleSnapshotTaken(info),
      onInstalled: () => this.#compactInBackground(),
      onMembershipChanged: () => {
        this.#running?.keeper.lookSoon();
        this.#options.onMembershipChanged();
      },
      onInstallWanted: (wanted) => installer.want(wanted),
      onClaimSettled: () => this.#background(() => claims.drop()),
    });
    const claims = new ClaimSettler({
      ...this.#options,
      turns: this.#turns,
      pauses,
      peers,
      electors: () => electorsToAsk(replica.membership.log.newest.membership, id),
      settledIndex: () => replica.membership.log.settledIndex,
      claim: () => replica.status().claim,
      onAnswered: (furthest) => replica.input({ kind: 'claim-lowered', furthest }),
    });
    const stateReads = new StateReads({
      partition,
      id,
      store: stateStore,
      state: replica.state,
      peerRequests,
      pauses,
      timers,
      leader: () => replica.status().leader,
      committedOffset: () => this.clientAnswers.committedOffset(),
    });
    const logReads = new LogReads({ partition, replica, keyIndex });
    const { membership, handover } = replica;
    const isWhole = start.log.lastIndex === this.#storage.lastIndex;
    const keeper = new MembershipKeeper({ ...this.#options, membership, handover });
    this.#running = { replica, installer, keeper, scrubber: this.#newScrubber(replica), stateReads, logReads, pauses, isWhole };
    this.#options.onMembershipChanged();
    if (this.#storage.damage.length > 0) {
      replica.input({ kind: 'hold-back', isHeldBack: true });
      this.#repairInBackground();
      this.#compactInBackground();
    }
    // Of a log that ends before damage the others cannot say enough: what lay behind is still here, and a leader that has it, or something else, comes by itself.
    if (isWhole) this.#background(() => claims.run());
    else observe({ kind: 'claim', partition, claim: defined(start.log.claim, 'a claim') });
    // Meanwhile it may have been repaired.
    this.#usable.reconsider();
  }

  #newPeerAnswers(): PeerAnswers {
    return new PeerAnswers({
      storage: this.#storage,
      snapshots: this.#snapshots,
      isLeading: () => this.#running?.replica.status().role === 'leader',
      takesPart: () => this.#running?.replica.status(),
      electorsAt: (index) => this.#memberships.electorsAt(index),
      doesNobodyHave: (range) => this.#repairer.doesNobodyHave(range),
      onDamage: () => this.#noticeDamage(),
    });
  }

  #newScrubber(replica: Replica): Scrubber {
    return new Scrubber({
      storage: this.#storage,
      timers: this.#options.timers,
      bytesPerSecond: this.#options.storageOptions.scrubBytesPerSecond,
      queuedBytes: () => replica.queuedBytes,
      onDamage: () => this.#noticeDamage(),
      onFailure: (error) => this.#fail(error),
    });
  }

  async #handleSnapshotTaken(info: SnapshotInfo): Promise<void> {
    const { index, term } = info;
    this.#running?.replica.input({ kind: 'snapshotted', position: { index, term } });
    this.#background(() => this.#comparison.compare(info));
    await this.#compactor.run();
  }

  /** The repairer tells of failures itself; and may be at it for ever, so that nothing must wait for it each time. */
  #repairInBackground(): void {
    if (this.#closing === undefined) void this.#repairer.repair();
  }

  #noticeDamage(): void {
    if (this.#closing === undefined) void this.#repairer.notice();
  }

  #compactInBackground(): void {
    if (this.#running !== undefined) this.#background(() => this.#compactor.run());
  }

  /** Work that nobody waits for: a failure of it ends the node, unless it comes from closing. */
  #background(work: () => Promise<void>): void {
    if (this.#closing !== undefined) return;
    work().catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): void {
    if (this.#closing !== undefined || error instanceof ClosedError) return;
    this.#options.fatal(error);
  }

  async #closeOnce(): Promise<void> {
    this.#pauses.close();
    this.clientAnswers.close();
    await this.#end();
    await this.#turns.close();
    await this.#storage.close();
  }

  /** Takes no more part, until it does so anew; resolves when nothing of what ran goes on. */
  #end(): Promise<void> {
    const running = this.#running;
    this.#memberships.keep();
    this.#running = undefined;
    const before = this.#ending.catch(() => undefined);
    this.#ending = before.then(async () => {
      running?.pauses.close();
      running?.scrubber.close();
      running?.keeper.close();
      await running?.replica.close();
      await running?.installer.close();
      await this.#turns.run(() => Promise.resolve());
    });
    return this.#ending;
  }
}
