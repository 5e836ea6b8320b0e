// One partition on this node, from opening its files to closing them: repairs what is damaged before it takes part, then runs a replica, and everything that goes on in
// the background. Answers clients (`PartitionService`) and other nodes; before it takes part it refuses the ones and answers the others from its files.
import { assert, defined } from '../assert.ts';
import { DamagedEntriesError } from '../damage.ts';
import { REPAIR_RETRY_MS } from '../limits.ts';
import type { PeerMessage } from '../messages.ts';
import type { PartitionStorage, PeerRequests, SnapshotStore } from '../ports.ts';
import type { PartitionService, PartitionStatus, ReadAt, StateAnswer, StateQuery, StorageStatus, SubmitStream } from '../service.ts';
import type { StorageOptions } from '../storage-options.ts';
import type { DamagedRange, Entry, Key, LookupResult, NodeId, Refusal, ResolveResult, SnapshotInfo, Submission } from '../types.ts';
import { ClaimSettler } from './claim-settler.ts';
import { Compactor } from './compactor.ts';
import { DamageCover } from './damage-cover.ts';
import { MissingSnapshotError } from './events.ts';
import { LogReads } from './log-reads.ts';
import { MissingSnapshot } from './missing-snapshot.ts';
import { ClosedError, Pauses } from './pauses.ts';
import { PeerAnswers } from './peer-answers.ts';
import { Repairer } from './repairer.ts';
import { Replica } from './replica.ts';
import type { ReplicaOptions } from './replica-options.ts';
import { Scrubber } from './scrubber.ts';
import { SnapshotInstaller } from './snapshot-installer.ts';
import { messageOf } from './snapshot-loading.ts';
import type { SnapshotPoint } from './snapshot-points.ts';
import { restoreAtStart } from './start.ts';
import { isInLog, startingLog } from './starting-log.ts';
import { StateComparison } from './state-comparison.ts';
import { StateReads } from './state-reads.ts';
import { StorageTurns } from './storage-turns.ts';

type FromReplica =
  | 'partition'
  | 'id'
  | 'voters'
  | 'limits'
  | 'acknowledge'
  | 'storage'
  | 'snapshots'
  | 'keyIndex'
  | 'stateStore'
  | 'timers'
  | 'transport'
  | 'chainDigest'
  | 'deltasOf'
  | 'space'
  | 'seed'
  | 'invariants'
  | 'observe'
  | 'fatal';

export interface PartitionOptions extends Pick<ReplicaOptions, FromReplica> {
  readonly peerRequests: PeerRequests;
  readonly storageOptions: StorageOptions;
}

/** Everything that exists only while the partition takes part. */
interface Running {
  readonly replica: Replica;
  readonly logReads: LogReads;
  readonly stateReads: StateReads;
  readonly installer: SnapshotInstaller;
  readonly scrubber: Scrubber;
}

/** Milliseconds between two looks at whether a damaged partition can take part now. */
const START_RETRY_MS = 50;
const SHUTTING_DOWN: Refusal = { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' };
/** Not taking part yet: whoever asks goes elsewhere. */
const NOT_TAKING_PART: Refusal = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' };

export class Partition implements PartitionService {
  readonly partition: number;
  /** What other nodes are told. */
  readonly answers: PeerAnswers;
  readonly #options: PartitionOptions;
  readonly #storage: PartitionStorage;
  readonly #snapshots: SnapshotStore;
  readonly #peers: readonly NodeId[];
  readonly #turns = new StorageTurns();
  readonly #pauses: Pauses;
  readonly #repairer: Repairer;
  readonly #compactor: Compactor;
  readonly #cover: DamageCover;
  /** Damage that no snapshot of another node covers. */
  readonly #hopeless = new WeakSet<DamagedRange>();
  readonly #missingSnapshot: MissingSnapshot;
  /** Why the last attempt to start failed, if it was for want of a snapshot. */
  #missing: MissingSnapshotError | undefined;
  readonly #comparison: StateComparison;
  readonly #claims: ClaimSettler;
  readonly #appliedListeners = new Set<() => void>();
  #running: Running | undefined;
  /** One attempt at a time to repair, or to cover, what is applied next. */
  #covering: Promise<void> | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: PartitionOptions) {
    const { partition, storage, snapshots, timers, peerRequests, observe, storageOptions } = options;
    this.#options = options;
    this.partition = partition;
    this.#storage = storage;
    this.#snapshots = snapshots;
    this.#peers = options.voters.filter((voter) => voter !== options.id);
    this.#pauses = new Pauses(timers);
    const shared = {
      partition,
      storage,
      snapshots,
      peers: this.#peers,
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
      onHoldBack: (isHeldBack) => this.#running?.replica.input({ kind: 'hold-back', isHeldBack }),
      onFailure: (error) => this.#fail(error),
    });
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
    this.#missingSnapshot = new MissingSnapshot({ ...shared, cover: this.#cover });
    this.#claims = new ClaimSettler({
      ...shared,
      keyIndex: options.keyIndex,
      stateStore: options.stateStore,
      claim: () => this.#running?.replica.status().claim,
      onAnswered: (furthest) => this.#running?.replica.input({ kind: 'claim-lowered', furthest }),
    });
    this.#comparison = new StateComparison(shared);
    this.answers = new PeerAnswers({
      storage,
      snapshots,
      isLeading: () => this.#running?.replica.status().role === 'leader',
      takesPart: () => this.#running?.replica.status(),
      doesNobodyHave: (range) => this.#repairer.doesNobodyHave(range),
      onDamage: () => this.#repairInBackground(),
    });
    options.space.onLow(() => this.#compactInBackground());
  }

  /**
   * Begins to take part, at once if the log is whole; otherwise it repairs it in the background first, or gets the snapshot that is missing, and this resolves before. Rejects with
   * `MissingSnapshotError` if there is no other node, `LostEntriesError` and errors of the stores; later failures are `fatal`.
   */
  async start(): Promise<void> {
    if (this.#storage.damage.length === 0 && (await this.#maybeStart())) return;
    this.#repairInBackground();
    this.#background(async () => {
      while (!this.#pauses.isClosed && !(await this.#maybeStart())) {
        this.#repairInBackground();
        await this.#lookForSnapshots();
        await this.#pauses.wait(START_RETRY_MS);
      }
    });
  }

  /** A message from a peer whose identity was checked; dropped while this partition does not take part. */
  receive(from: NodeId, message: PeerMessage): void {
    this.#running?.replica.receive(from, message);
  }

  /** The connection to this node was lost. */
  unreachable(node: NodeId): void {
    this.#running?.replica.input({ kind: 'unreachable', node });
  }

  /** Takes no more part; answers everything that waits; resolves when the log is closed. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#closeOnce();
    return this.#closing;
  }

  // ---- PartitionService ----

  status(): PartitionStatus {
    const { partition } = this;
    const replica = this.#running?.replica;
    if (replica === undefined) {
      const { hardState, lastIndex } = this.#storage;
      return {
        partition,
        role: 'follower',
        term: hardState.term,
        leader: undefined,
        lastIndex,
        commitIndex: 0,
        appliedIndex: 0,
        appliedOffset: 0,
      };
    }
    const { role, term, leader, lastIndex, commitIndex } = replica.status();
    const { appliedIndex, ledger } = replica;
    return { partition, role, term, leader, lastIndex, commitIndex, appliedIndex, appliedOffset: ledger.appliedOffset };
  }

  openSubmitStream(): SubmitStream {
    let stream: SubmitStream | undefined;
    return {
      submit: (submissions, reply) => {
        stream ??= this.#running?.replica.admission.openStream();
        if (stream !== undefined) stream.submit(submissions, reply);
        else for (let at = 0; at < submissions.length; at++) reply(at, NOT_TAKING_PART, false);
      },
      close: () => stream?.close(),
    };
  }

  async lookup(key: Key): Promise<LookupResult> {
    return this.#refusal() ?? (this.#running as Running).logReads.lookup(key);
  }

  resolve(submission: Submission): Promise<ResolveResult> {
    assert(submission.isVoid, 'a key is resolved by a void');
    const stream = this.openSubmitStream();
    return new Promise((resolve) => {
      stream.submit([submission], (_, result, isVoid) => {
        stream.close();
        assert(result.kind !== 'accepted', 'a void is answered when it is committed');
        if (result.kind === 'refused') resolve(result);
        else resolve({ kind: isVoid ? 'void' : 'committed', offset: result.offset });
      });
    });
  }

  committedOffset(): Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal> {
    const refusal = this.#refusal();
    if (refusal !== undefined) return Promise.resolve(refusal);
    const { replica } = this.#running as Running;
    return new Promise((resolve) => {
      replica.read((result) => {
        if (result === 'applied') resolve({ kind: 'offset', offset: replica.ledger.appliedOffset });
        else if (result === 'lost') resolve({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...replica.leaderHint() });
        else resolve({ kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
      });
    });
  }

  firstOffset(): number {
    return (this.#running?.replica.base ?? this.#storage.base).nextOffset;
  }

  async readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]> {
    return this.#refusal() === undefined ? (this.#running as Running).logReads.readApplied(options) : [];
  }

  onApplied(callback: () => void): () => void {
    this.#appliedListeners.add(callback);
    return () => this.#appliedListeners.delete(callback);
  }

  async readEntries(options: { readonly fromIndex: number; readonly bytesMax: number }): Promise<readonly Entry[] | Refusal> {
    return this.#refusal() ?? (this.#running as Running).logReads.readEntries(options);
  }

  async readState(query: StateQuery, at: ReadAt, timeoutMs: number): Promise<StateAnswer | Refusal> {
    const refusal = this.#refusal();
    if (refusal !== undefined) return refusal;
    try {
      return await (this.#running as Running).stateReads.read(query, at, timeoutMs);
    } catch (error) {
      if (this.#closing !== undefined) return SHUTTING_DOWN;
      throw error;
    }
  }

  async takeSnapshot(): Promise<SnapshotPoint | Refusal> {
    return this.#refusal() ?? (this.#running as Running).replica.takeSnapshot();
  }

  snapshots(): readonly SnapshotInfo[] {
    return this.#snapshots.list();
  }

  readSnapshot(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array> {
    return this.answers.snapshotBytes(options);
  }

  async verifySnapshots(): Promise<readonly { readonly index: number; readonly error: string | undefined }[]> {
    const results: { index: number; error: string | undefined }[] = this.#snapshots
      .damaged()
      .map(({ index, why }) => ({ index, error: why }));
    for (const { index } of this.#snapshots.list()) {
      const error = await this.#snapshots.verify(index).then(() => undefined, messageOf);
      results.push({ index, error });
      if (error !== undefined) this.#options.observe({ kind: 'snapshot-damaged', partition: this.partition, index, why: error });
    }
    return results.sort((left, right) => right.index - left.index);
  }

  storageStatus(): StorageStatus {
    const { base, bytes, damage, claim } = this.#storage;
    const { space } = this.#options;
    const scrubber = this.#running?.scrubber;
    return {
      firstIndex: base.index + 1,
      logBytes: bytes,
      stateIndex: this.#running?.replica.state.progress.index ?? 0,
      snapshotIndex: this.#snapshots.list()[0]?.index ?? 0,
      damage,
      repairedRanges: this.#repairer.repairedRanges,
      claim,
      scrubbedAt: scrubber?.endedAt ?? 0,
      scrubbedIndex: scrubber?.index ?? 0,
      diverged: this.#comparison.diverged,
      freeBytes: space.freeBytes,
      isFull: space.isFull,
    };
  }

  async digestAt(index: number): Promise<Uint8Array | undefined> {
    return this.#refusal() === undefined ? (this.#running as Running).logReads.digestAt(index) : undefined;
  }

  // ---- Life ----

  /** Why nothing can be asked now. */
  #refusal(): Refusal | undefined {
    const replica = this.#running?.replica;
    if (this.#closing !== undefined || replica?.isHalted === true) return SHUTTING_DOWN;
    return replica === undefined ? NOT_TAKING_PART : undefined;
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
    for (const range of this.#storage.damage) {
      if (!this.#repairer.doesNobodyHave(range)) continue;
      const found = await this.#cover.find(range);
      if (found === 'covered') return;
      if (found === 'nobody-can') this.#hopeless.add(range);
      else await this.#pauses.wait(REPAIR_RETRY_MS);
    }
  }

  /** Whether it takes part now, held back while anything is damaged; not if something has to be repaired first. */
  async #maybeStart(): Promise<boolean> {
    const storage = this.#storage;
    const isHopeless = (range: DamagedRange) => this.#hopeless.has(range) && this.#repairer.doesNobodyHave(range);
    const log = startingLog({ storage, snapshots: this.#snapshots.list(), isHopeless });
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
      if (!(error instanceof MissingSnapshotError) || this.#peers.length === 0) throw error;
      this.#missing = error;
      return false;
    }
  }

  #run(start: ReplicaOptions['start']): void {
    const { partition, id, timers, peerRequests, observe, space, storageOptions, keyIndex, stateStore } = this.#options;
    const onWritten = (bytes: number) => space.wrote(bytes);
    const installer = new SnapshotInstaller({
      partition,
      snapshots: this.#snapshots,
      peers: this.#peers,
      peerRequests,
      pauses: this.#pauses,
      isFull: () => space.isFull,
      onWritten,
      onFetched: ({ index, term }) => this.#running?.replica.input({ kind: 'installed', position: { index, term } }),
      observe,
    });
    const replica = new Replica({
      ...this.#options,
      start,
      turns: this.#turns,
      pauses: this.#pauses,
      snapshotIntervalBytes: storageOptions.snapshotIntervalBytes,
      repaired: () => this.#someRepairedOrCovered(),
      onApplied: () => {
        for (const listener of this.#appliedListeners) listener();
      },
      onSnapshotTaken: (info) => this.#handleSnapshotTaken(info),
      onInstalled: () => this.#compactInBackground(),
      onInstallWanted: (wanted) => installer.want(wanted),
      onClaimSettled: () => this.#background(() => this.#claims.drop()),
    });
    const scrubber = new Scrubber({
      storage: this.#storage,
      timers,
      bytesPerSecond: storageOptions.scrubBytesPerSecond,
      queuedBytes: () => replica.queuedBytes,
      onDamage: () => this.#repairInBackground(),
      onFailure: (error) => this.#fail(error),
    });
    const stateReads = new StateReads({
      partition,
      id,
      store: stateStore,
      state: replica.state,
      peerRequests,
      pauses: this.#pauses,
      timers,
      leader: () => replica.status().leader,
      committedOffset: () => this.committedOffset(),
    });
    const logReads = new LogReads({ partition, replica, keyIndex });
    this.#running = { replica, installer, scrubber, stateReads, logReads };
    if (this.#storage.damage.length > 0) {
      replica.input({ kind: 'hold-back', isHeldBack: true });
      this.#repairInBackground();
      this.#compactInBackground();
    }
    // Of a log that ends before damage the others cannot say enough: what lay behind is still here, and a leader that has it, or something else, comes by itself.
    if (start.log.lastIndex === this.#storage.lastIndex) this.#background(() => this.#claims.run());
    else observe({ kind: 'claim', partition, claim: defined(start.log.claim, 'a claim') });
  }

  async #handleSnapshotTaken(info: SnapshotInfo): Promise<void> {
    const { index, term } = info;
    this.#running?.replica.input({ kind: 'snapshotted', position: { index, term } });
    this.#background(() => this.#comparison.compare(info));
    await this.#compactor.run();
  }

  #repairInBackground(): void {
    this.#background(() => this.#repairer.repair());
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
    const running = this.#running;
    this.#pauses.close();
    this.#appliedListeners.clear();
    running?.scrubber.close();
    await running?.replica.close();
    await running?.installer.close();
    await this.#turns.close();
    await this.#storage.close();
  }
}
