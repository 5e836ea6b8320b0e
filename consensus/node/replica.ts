// One partition that takes part: runs the core and the ledger over the ports. Carries out each Ready in its order: entries into the cache and the write queue,
// messages that may leave, replies once their sequence is durable, committed entries to the ledger. Owns no rule of Raft (core) nor of transactions
// (ledger). What clients ask, and what happens before a partition takes part, is partition.ts's.
import { assert } from '../assert.ts';
import { encodeBatch } from '../batch.ts';
import { type Configuration, participantsOf } from '../configuration.ts';
import type { Raft } from '../core/raft.ts';
import type { CoreEvent, Input, Ready, Status } from '../core/ready.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ENTRY_CACHE_BYTES_MAX, ENTRY_OVERHEAD_BYTES, PENDING_READS_MAX } from '../limits.ts';
import type { Membership } from '../membership.ts';
import type { Message, PeerMessage } from '../messages.ts';
import type { Cancel } from '../ports.ts';
import type { Entry, EntryBody, LogBase, LogPosition, NodeId, SnapshotInfo, Submission } from '../types.ts';
import { Admission, type Leadership } from './admission.ts';
import { ZERO_DIGEST } from './append-sender.ts';
import { AppendSenders } from './append-senders.ts';
import { AppendedOffsets } from './appended-offsets.ts';
import { EntryCache } from './entry-cache.ts';
import { composeEntries, type Material } from './entry-composer.ts';
import { EntryReader } from './entry-reader.ts';
import { Handover } from './handover.ts';
import { HeldReplies } from './held-replies.ts';
import { LinearizableReads, type ReadResult } from './linearizable-reads.ts';
import { LogBeginning } from './log-beginning.ts';
import { LogTip } from './log-tip.ts';
import { LogWriter } from './log-writer.ts';
import { MembershipLog } from './membership/membership-log.ts';
import { configurationOf, ReplicaMembership } from './membership/replica-membership.ts';
import { ReceivedAppends } from './received-appends.ts';
import { checkedMessage } from './repair/log-checks.ts';
import type { ReplicaOptions } from './replica-options.ts';
import { bodyOf, gatheringOf, isAwaited, ledgerOf, raftOf } from './replica-parts.ts';
import { PointProposals } from './snapshots/point-proposals.ts';
import { progressOf } from './snapshots/snapshot-loading.ts';
import { SnapshotRestorer } from './snapshots/snapshot-restorer.ts';
import { SnapshotTaker } from './snapshots/snapshot-taker.ts';
import { Applier } from './state/applier.ts';
import { StateApplier } from './state/state-applier.ts';
import { StepQueue } from './step-queue.ts';
import { stepsOf } from './traced-steps.ts';
import { WaitingReplies } from './waiting-replies.ts';

export class Replica {
  readonly partition: number;
  readonly admission: Admission;
  readonly reader: EntryReader;
  readonly ledger: Ledger;
  readonly state: StateApplier;
  readonly restorer: SnapshotRestorer;
  readonly handover: Handover;
  readonly membership: ReplicaMembership;
  readonly points: PointProposals;
  readonly #options: ReplicaOptions;
  readonly #raft: Raft;
  readonly #steps: StepQueue;
  readonly #cache = new EntryCache(ENTRY_CACHE_BYTES_MAX);
  readonly #tip: LogTip;
  readonly #writer: LogWriter;
  readonly #applier: Applier;
  readonly #taker: SnapshotTaker;
  readonly #replies = new WaitingReplies();
  /** Of the batches of this leadership, if the cluster acknowledges what is received. */
  readonly #appendedOffsets = new AppendedOffsets();
  readonly #heldReplies: HeldReplies;
  readonly #reads = new LinearizableReads(PENDING_READS_MAX);
  readonly #senders: AppendSenders;
  readonly #receivedAppends: ReceivedAppends;
  readonly #cancelTick: Cancel;
  #halted = false;
  #leadership: Leadership = 'none';
  #noOpIndex = 0;
  /** That of the snapshot that the core was told of last. */
  #installedMembership: Membership;
  /** Bytes of the leader's own entries that are not applied yet, and where they begin. */
  #appendedBytes = 0;
  readonly #beginning: LogBeginning;

  constructor(options: ReplicaOptions) {
    const { storage, partition, timers, keyIndex, start, pauses } = options;
    const onFailure = (error: unknown) => this.#halt(error);
    this.#options = options;
    this.partition = partition;
    const onMoved = (base: LogPosition) => this.input({ kind: 'compacted', base });
    this.#beginning = new LogBeginning({ readers: storage.base, core: start.log.base, onMoved });
    this.#installedMembership = options.initialMembership;
    this.#tip = new LogTip(options.chainDigest);
    if (start.last !== undefined) {
      this.#cache.put(start.last);
      this.#tip.moveTo(start.last);
    } else {
      this.#tip.moveToBase(start.log.base, start.snapshot?.info.timestamp ?? 0);
    }
    this.reader = new EntryReader(this.#cache, storage, () => void options.repaired());
    this.#raft = raftOf(options);
    this.#steps = new StepQueue(stepsOf(this.#raft, options), (ready, material) => this.#carryOut(ready, material));
    this.ledger = ledgerOf(options);
    this.#heldReplies = new HeldReplies((message) => this.#sendMessage(message));
    this.#writer = new LogWriter({
      storage,
      turns: options.turns,
      onWritten: (bytes) => options.space.wrote(bytes),
      onDurable: (sequence) => this.#guard(() => this.#handleDurable(sequence)),
      gathering: gatheringOf(options),
      onFailure,
    });
    this.state = new StateApplier({
      partition,
      store: options.stateStore,
      timers,
      pauses,
      deltasOf: options.deltasOf,
      progress: start.progress,
      onFailure,
    });
    this.#applier = new Applier({
      partition,
      ledger: this.ledger,
      reader: this.reader,
      keyIndex,
      state: this.state,
      timers,
      pauses,
      appliedIndex: start.snapshot?.info.index ?? 0,
      indexedThrough: start.indexedThrough,
      onSnapshotPoint: (entry) => this.#taker.handlePoint(entry),
      onApplied: (entries) => this.#guard(() => this.#handleApplied(entries)),
      repaired: options.repaired,
      onFailure,
    });
    this.#taker = this.#newTaker();
    this.points = this.#newPoints();
    this.restorer = new SnapshotRestorer({
      ...options,
      ledger: this.ledger,
      reader: this.reader,
      pause: () => Promise.all([this.#applier.pause(), this.state.pause(), this.#taker.cancel()]),
      isHalted: () => this.#halted,
      mayLeap: (index) => this.#leadership === 'none' && index > this.appliedIndex && index <= this.#applier.committedIndex,
      onRestored: (info) => this.#guard(() => this.#handleRestored(info)),
      onFailure,
    });
    this.admission = this.#newAdmission();
    const { transport } = options;
    this.#senders = new AppendSenders({ partition, reader: this.reader, base: () => this.#beginning.core, transport, onFailure });
    this.membership = this.#newMembership();
    this.#receivedAppends = this.#newReceivedAppends();
    this.handover = this.#newHandover();
    this.#cancelTick = options.ticker.add(() => this.#guard(() => this.#step({ kind: 'tick' })));
  }

  #newMembership(): ReplicaMembership {
    const { cluster, start } = this.#options;
    return new ReplicaMembership({
      cluster,
      log: new MembershipLog(start.membership, start.laterMemberships),
      raft: this.#raft,
      leadership: () => this.#leadership,
      nextIndex: () => this.#tip.index + 1,
      propose: (body, configuration) => this.#guard(() => this.#propose([bodyOf(body)], configuration)),
      onChanged: () => this.#handleMembershipChanged(),
    });
  }

  #newTaker(): SnapshotTaker {
    const { partition, cluster, snapshots, keyIndex, pauses, space, onSnapshotTaken, observe } = this.#options;
    return new SnapshotTaker({
      partition,
      cluster,
      membershipAt: (index) => this.membership.log.at(index).membership,
      ledger: this.ledger,
      snapshots,
      keyIndex,
      viewAt: (index) => this.state.viewAt(index),
      indexThrough: (offset) => this.#applier.indexThrough(offset),
      pauses,
      isFull: () => space.isFull,
      onWritten: (bytes) => space.wrote(bytes),
      onTaken: onSnapshotTaken,
      onIdle: () => this.points.soon(),
      observe,
      onFailure: (error) => this.#halt(error),
    });
  }

  #newPoints(): PointProposals {
    const { snapshots, snapshotIntervalBytes, space, timers } = this.#options;
    return new PointProposals({
      intervalBytes: snapshotIntervalBytes,
      lastSnapshotBytes: () => snapshots.list()[0]?.bytes ?? 0,
      isReady: () => this.#leadership === 'ready',
      isFull: () => space.isFull,
      canTake: () => this.#taker.canTake,
      isHalted: () => this.#halted,
      nextIndex: () => this.#tip.index + 1,
      propose: (body) => this.#propose([bodyOf(body)]),
      leaderHint: () => this.leaderHint(),
      guard: (work) => this.#guard(work),
      timers,
    });
  }

  #newHandover(): Handover {
    return new Handover({
      id: this.#options.id,
      isLeading: () => this.#leadership !== 'none',
      leaderHint: () => this.leaderHint(),
      successors: () => this.#raft.successors(),
      begin: (to) => this.input({ kind: 'transfer', to }),
    });
  }

  #newReceivedAppends(): ReceivedAppends {
    const { partition, space, observe } = this.#options;
    return new ReceivedAppends({
      partition,
      cache: this.#cache,
      reader: this.reader,
      lastIndex: () => this.#tip.index,
      base: () => this.#beginning.core,
      holds: (position) => this.#raft.holds(position),
      queuedBytes: () => this.#writer.queuedBytes,
      isFull: () => space.isFull,
      changesOf: (bodies, fromIndex) => this.membership.changesOf(bodies, fromIndex),
      accept: (message, changes, material) => this.#step({ kind: 'receive', message, changes }, material),
      guard: (work) => this.#guard(work),
      observe,
      onFailure: (error) => this.#halt(error),
    });
  }

  #newAdmission(): Admission {
    const { partition, keyIndex, timers, space } = this.#options;
    return new Admission({
      partition,
      ledger: this.ledger,
      keyIndex,
      timers,
      replies: this.#replies,
      leadership: () => this.#leadership,
      leader: () => this.#raft.status().leader,
      isFull: () => space.isFull,
      appendedBytes: () => this.#appendedBytes,
      propose: (batches) => this.#proposeBatches(batches),
      guard: (work) => this.#guard(work),
      onFailure: (error) => this.#halt(error),
    });
  }

  // ---- What can be asked ----

  /** It is closed or failed: nothing is promised or read any more. */
  get isHalted(): boolean {
    return this.#halted;
  }

  get base(): LogBase {
    return this.#beginning.readers;
  }

  get appliedIndex(): number {
    return this.#applier.appliedIndex;
  }

  /** Bytes that wait for the log. */
  get queuedBytes(): number {
    return this.#writer.queuedBytes;
  }

  status(): Status {
    return this.#raft.status();
  }

  // ---- What the partition hands in ----

  /** A message from a peer whose identity was checked. */
  receive(from: NodeId, peerMessage: PeerMessage): void {
    this.#guard(() => {
      if ('entries' in peerMessage) this.#receivedAppends.receive(from, peerMessage);
      else this.#step({ kind: 'receive', message: checkedMessage(peerMessage, () => this.#raft.status()) });
    });
  }

  /** An input that needs no entries. What comes of it is carried out at once. */
  input(input: Exclude<Input, { readonly kind: 'propose' | 'receive' | 'persisted' | 'applied' }>): void {
    this.#guard(() => this.#step(input));
  }

  /** This snapshot is here, verified and durable; at its entry this membership is in force. */
  installed({ index, term }: SnapshotInfo, membership: Membership): void {
    this.#guard(() => {
      this.#installedMembership = membership;
      this.#step({ kind: 'installed', position: { index, term }, configuration: configurationOf(membership) });
    });
  }

  compacted(base: LogBase): void {
    this.#beginning.compactedTo(base);
  }

  /** The snapshot behind which this log begins takes the place of damage, up to `through`, that nobody can repair: this node may lead, and sends that. */
  leadBehind(base: LogBase, through: number): void {
    this.input({ kind: 'snapshotted', position: { index: base.index, term: base.term } });
    this.#beginning.leadBehind(base, through);
    this.input({ kind: 'hold-back', isHeldBack: false });
  }

  /** Calls back when what was acknowledged anywhere before the call is applied here. */
  read(done: (result: ReadResult) => void): void {
    const id = this.#reads.add(done);
    if (id !== undefined) this.input({ kind: 'read', id });
  }

  canHandOverTo(node: NodeId): boolean {
    return this.#leadership === 'ready' && this.#raft.canHandOverTo(node);
  }

  leaderHint(): { leader?: NodeId } {
    const { leader } = this.#raft.status();
    return leader === undefined ? {} : { leader };
  }

  /** Takes no more part; answers everything that waits; resolves when nothing is written any more. The storage is the caller's. */
  async close(): Promise<void> {
    this.#halted = true;
    this.#leadership = 'none';
    this.#cancelTick();
    this.#answerAllLost('SHUTTING_DOWN');
    this.handover.close();
    await this.#writer.close();
    await Promise.all([this.#applier.close(), this.state.close(), this.#taker.cancel()]);
    await this.restorer.close();
  }

  // ---- Steps ----

  /** Runs `work`; a broken assertion in it ends the node. */
  #guard(work: () => void): void {
    if (this.#halted) return;
    try {
      work();
    } catch (error) {
      this.#halt(error);
    }
  }

  #halt(error: unknown): void {
    if (this.#halted) return;
    this.#halted = true;
    this.#cancelTick();
    this.#options.fatal(error);
  }

  #step(input: Input, material?: Material): void {
    this.#steps.push(input, material);
  }

  #carryOut(ready: Ready, material: Material): void {
    assert(!ready.rejectedProposal, 'only a leader proposes');
    for (const event of ready.events) this.#handleEvent(event);
    if (ready.write !== undefined) {
      const { sequence, hardState, append } = ready.write;
      const reset = ready.write.reset === undefined ? undefined : this.#beginReset(sequence, ready.write.reset);
      const entries = append === undefined ? [] : composeEntries(this.#tip, append, material, this.#options.timers.wallClock());
      for (const entry of entries) this.#cache.put(entry);
      this.membership.appended(entries);
      for (const event of ready.events) this.membership.check(event);
      this.#writer.enqueue({ sequence, hardState, reset, entries });
    }
    for (const message of ready.messages) this.#sendMessage(message);
    this.#heldReplies.hold(ready.replies, ready.replySequence);
    if (this.#options.acknowledge === 'received' && isAwaited(ready)) this.#writer.hurry();
    if (ready.accepted !== undefined) this.#handleAccepted(ready.accepted.to);
    if (ready.commit !== undefined) this.#applier.commit(ready.commit.to);
    if (ready.install !== undefined) this.#options.onInstallWanted(ready.install);
    for (const { id, index } of ready.reads) this.#reads.granted(id, index, this.#applier.appliedIndex);
    for (const id of ready.rejectedReads) this.#reads.rejected(id);
  }

  #sendMessage(message: Message): void {
    if (message.kind === 'append') this.#senders.push(message);
    else this.#options.transport.send(message.to, { partition: this.partition, message });
  }

  #handleDurable(sequence: number): void {
    this.#cache.evict(this.#options.storage.lastIndex);
    this.#heldReplies.durable(sequence);
    this.restorer.durable(sequence);
    this.#step({ kind: 'persisted', sequence });
  }

  #handleAccepted(index: number): void {
    const offset = this.#appendedOffsets.take(index);
    if (offset !== undefined) this.#replies.accepted(offset);
  }

  #handleApplied(entries: readonly Entry[]): void {
    if (this.#leadership !== 'none') {
      for (const entry of entries) if (entry.index > this.#noOpIndex) this.#appendedBytes -= entry.payload.length;
    }
    this.points.points.applied(entries);
    this.#replies.applied(this.ledger.appliedOffset);
    this.#appendedOffsets.take(this.appliedIndex);
    this.#reads.applied(this.appliedIndex);
    if (this.#leadership === 'starting' && this.appliedIndex >= this.#noOpIndex) {
      this.#leadership = 'ready';
      this.admission.schedule();
      this.#options.onMembershipChanged();
    }
    if (this.points.points.isDue) this.points.soon();
    this.#step({ kind: 'applied', index: this.appliedIndex });
    this.membership.handleApplied(this.appliedIndex);
    this.#options.onApplied();
  }

  // ---- Leadership ----

  #handleEvent(event: CoreEvent): void {
    if (event.kind === 'became-leader') {
      this.#leadership = 'starting';
      this.#noOpIndex = event.noOpIndex;
      this.#appendedBytes = 0;
    } else if (event.kind === 'stepped-down') {
      this.#leadership = 'none';
      this.ledger.dropPending();
      this.#answerAllLost('LEADERSHIP_LOST');
    } else if (event.kind === 'transfer-began') {
      this.#leadership = 'handing-over';
    } else if (event.kind === 'transfer-failed') {
      this.#leadership = this.#applier.appliedIndex >= this.#noOpIndex ? 'ready' : 'starting';
      this.admission.schedule();
    } else if (event.kind === 'claim-settled') {
      this.#options.onClaimSettled();
    }
    this.handover.handle(event);
    this.#options.observe({ kind: 'core', partition: this.partition, event });
  }

  #handleMembershipChanged(): void {
    this.#senders.keepOnly(participantsOf(this.membership.log.newest.membership));
    this.#options.onMembershipChanged();
  }

  #answerAllLost(code: 'LEADERSHIP_LOST' | 'SHUTTING_DOWN'): void {
    this.#appendedOffsets.clear();
    this.#replies.lost({ leader: this.#raft.status().leader, code });
    this.points.points.lost({ kind: 'refused', code, outcome: 'unknown', ...this.leaderHint() });
    this.membership.lost({ kind: 'refused', code, outcome: 'unknown', ...this.leaderHint() });
    this.admission.refuseWaiting(code === 'SHUTTING_DOWN' ? code : 'NOT_LEADER');
    if (code === 'SHUTTING_DOWN') this.#reads.rejectAll();
  }

  #proposeBatches(batches: readonly (readonly Submission[])[]): void {
    const bodies = batches.map((batch) => bodyOf({ type: 'batch', count: batch.length, payload: encodeBatch(batch) }));
    // Before the step, in which a cluster of one accepts them.
    if (this.#options.acknowledge === 'received') this.#appendedOffsets.addBatches(this.#tip, batches);
    this.#propose(bodies);
    assert(this.#tip.nextOffset === this.ledger.lastOffset + 1, 'log and overlay agree on the next offset');
  }

  /** `configuration`: the one body is a membership that says so. */
  #propose(bodies: readonly EntryBody[], configuration?: Configuration): void {
    assert(!this.#steps.isStepping, 'a proposal is a step of its own');
    for (const body of bodies) this.#appendedBytes += body.payload.length;
    const sizes = bodies.map((body) => body.payload.length + ENTRY_OVERHEAD_BYTES);
    this.#step(
      { kind: 'propose', sizes, ...(configuration === undefined ? {} : { configuration }) },
      { bodies, digestBefore: ZERO_DIGEST },
    );
  }

  // ---- Installed snapshots ----

  /** The log starts anew behind the snapshot of `position`, which is here: nothing of the old one is applied, read or sent any more. */
  #beginReset(sequence: number, position: LogPosition): LogBase {
    const { index, term, nextOffset, digest, timestamp } = this.restorer.begin(sequence, position);
    const base = { index, term, nextOffset, digest };
    this.#beginning.reset(base);
    this.#cache.clear();
    this.#tip.moveToBase(base, timestamp);
    this.membership.reset({ index, membership: this.#installedMembership });
    return base;
  }

  #handleRestored(info: SnapshotInfo): void {
    this.points.points.restart();
    this.#options.observe({ kind: 'installed', partition: this.partition, index: info.index });
    this.#step({ kind: 'applied', index: info.index });
    this.membership.handleApplied(info.index);
    this.state.resume(progressOf(info));
    this.#applier.resume(progressOf(info));
    this.#reads.applied(this.#applier.appliedIndex);
    this.#options.onApplied();
    this.#options.onInstalled();
  }
}
