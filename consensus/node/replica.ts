// One partition on one node: runs the core and the ledger over the ports. Carries out each Ready in its order: entries into the cache and
// the write queue, messages that may leave, replies once their sequence is durable, committed entries to the ledger. Owns no rule of
// Raft (core) nor of transactions (ledger). More than 500 lines, since the order in which the effects of one Ready are carried out should be read
// in one place.
import { assert, defined } from '../assert.ts';
import { encodeBatch } from '../batch.ts';
import { Raft } from '../core/raft.ts';
import type { AppendEntries, CoreEvent, Input, Ready } from '../core/ready.ts';
import { Ledger } from '../ledger/ledger.ts';
import {
  APPEND_BYTES_MAX,
  APPEND_WINDOW_BYTES_MAX,
  APPEND_WINDOW_MESSAGES_MAX,
  ELECTION_TICKS,
  ENTRY_CACHE_BYTES_MAX,
  ENTRY_OVERHEAD_BYTES,
  HEARTBEAT_TICKS,
  PENDING_READS_MAX,
  TICK_MS,
  WRITE_QUEUE_BYTES_MAX,
} from '../limits.ts';
import type { Message, PeerMessage } from '../messages.ts';
import type { Cancel, ChainDigest, KeyIndex, PartitionStorage, PeerTransport, Timers } from '../ports.ts';
import type { PartitionService, PartitionStatus, StateAnswer, StorageStatus, SubmitStream } from '../service.ts';
import type {
  ClusterLimits,
  Entry,
  EntryBody,
  Key,
  LogPosition,
  LookupResult,
  NodeId,
  Refusal,
  ResolveResult,
  SnapshotInfo,
  Submission,
} from '../types.ts';
import { Admission, type Leadership } from './admission.ts';
import { AppendSender, ZERO_DIGEST } from './append-sender.ts';
import { Applier } from './applier.ts';
import { EntryCache } from './entry-cache.ts';
import { EntryReader } from './entry-reader.ts';
import type { NodeEvent } from './events.ts';
import { LinearizableReads } from './linearizable-reads.ts';
import { checkNothingLost, checkReceivedAppend, type ReceivedAppend } from './log-checks.ts';
import { LogTip } from './log-tip.ts';
import { LogWriter } from './log-writer.ts';
import { WaitingReplies } from './waiting-replies.ts';

export interface ReplicaOptions {
  readonly partition: number;
  readonly id: NodeId;
  readonly voters: readonly NodeId[];
  readonly limits: ClusterLimits;
  readonly storage: PartitionStorage;
  readonly keyIndex: KeyIndex;
  readonly timers: Timers;
  readonly transport: PeerTransport;
  readonly chainDigest: ChainDigest;
  /** Seeds the election jitter; different on every node. */
  readonly seed: number;
  /** `all` checks every invariant of the core on every step; for tests and simulation. */
  readonly invariants: 'all' | 'cheap';
  readonly observe: (event: NodeEvent) => void;
  /** Nothing may be promised any more: a failed write, a broken assertion, divergence. The process must end. */
  readonly fatal: (error: unknown) => void;
}

/** What entries are made of that this step appends: the bodies, and the chain digest before the first one. */
interface Material {
  readonly bodies: readonly EntryBody[];
  readonly digestBefore: Uint8Array;
}
const SHUTTING_DOWN: Refusal = { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' };
const START: LogPosition = { index: 0, term: 0 };
const NO_MATERIAL: Material = { bodies: [], digestBefore: ZERO_DIGEST };

export class Replica implements PartitionService {
  readonly partition: number;
  readonly #options: ReplicaOptions;
  readonly #raft: Raft;
  readonly #ledger: Ledger;
  readonly #cache = new EntryCache(ENTRY_CACHE_BYTES_MAX);
  readonly #reader: EntryReader;
  readonly #tip: LogTip;
  readonly #writer: LogWriter;
  readonly #applier: Applier;
  readonly #replies = new WaitingReplies();
  readonly #admission: Admission;
  readonly #reads: LinearizableReads;
  readonly #senders = new Map<NodeId, AppendSender>();
  readonly #appliedListeners = new Set<() => void>();
  readonly #cancelTick: Cancel;
  /** Inputs that arose while another was being carried out. */
  readonly #inputs: { readonly input: Input; readonly material: Material }[] = [];
  #stepping = false;
  #halted = false;
  #closing: Promise<void> | undefined;
  #durableSequence = 0;
  /** Votes, vote requests and acknowledgements that wait for their sequence, in order of it. */
  #heldReplies: { readonly sequence: number; readonly messages: readonly Message[] }[] = [];
  #leadership: Leadership = 'none';
  #noOpIndex = 0;
  /** Bytes of the leader's own entries that are not applied yet, and where they begin. */
  #appendedBytes = 0;

  /** Reads what it needs from the storage and starts to take part. Throws `LostEntriesError`; storage errors reject. */
  static async open(options: ReplicaOptions): Promise<Replica> {
    const { storage, partition } = options;
    const namedKeysIndexedThrough = await options.keyIndex.appliedOffset(partition);
    const last = storage.lastIndex === 0 ? [] : await storage.read({ from: storage.lastIndex, to: storage.lastIndex, bytesMax: 1 });
    checkNothingLost(partition, namedKeysIndexedThrough, last[0]);
    return new Replica(options, { namedKeysIndexedThrough, last: last[0] });
  }

  private constructor(options: ReplicaOptions, restored: { readonly namedKeysIndexedThrough: number; readonly last: Entry | undefined }) {
    const { storage, partition, timers, keyIndex, transport } = options;
    this.#options = options;
    this.partition = partition;
    this.#tip = new LogTip(options.chainDigest);
    if (restored.last !== undefined) {
      this.#cache.put(restored.last);
      this.#tip.moveTo(restored.last);
    }
    this.#reader = new EntryReader(this.#cache, storage);
    this.#raft = new Raft(
      {
        id: options.id,
        voters: options.voters,
        electionTicks: ELECTION_TICKS,
        heartbeatTicks: HEARTBEAT_TICKS,
        seed: options.seed,
        appendBytesMax: APPEND_BYTES_MAX,
        windowBytesMax: APPEND_WINDOW_BYTES_MAX,
        windowMessagesMax: APPEND_WINDOW_MESSAGES_MAX,
        invariants: options.invariants,
      },
      {
        hardState: storage.hardState,
        base: storage.base,
        termRuns: storage.termRuns,
        lastIndex: storage.lastIndex,
        snapshot: START,
        claim: storage.claim,
      },
    );
    this.#ledger = new Ledger({ limits: options.limits, namedKeysIndexedThrough: restored.namedKeysIndexedThrough });
    this.#writer = new LogWriter({
      storage,
      onDurable: (sequence) => this.#guard(() => this.#handleDurable(sequence)),
      onFailure: (error) => this.#halt(error),
    });
    this.#applier = new Applier({
      partition,
      ledger: this.#ledger,
      reader: this.#reader,
      keyIndex,
      timers,
      onApplied: (entries) => this.#guard(() => this.#handleApplied(entries)),
      onFailure: (error) => this.#halt(error),
    });
    this.#admission = new Admission({
      partition,
      ledger: this.#ledger,
      keyIndex,
      timers,
      replies: this.#replies,
      leadership: () => this.#leadership,
      leader: () => this.#raft.status().leader,
      appendedBytes: () => this.#appendedBytes,
      propose: (batches) => this.#propose(batches),
      guard: (work) => this.#guard(work),
      onFailure: (error) => this.#halt(error),
    });
    this.#reads = new LinearizableReads(PENDING_READS_MAX);
    for (const voter of options.voters) {
      if (voter === options.id) continue;
      const send = (message: PeerMessage) => transport.send(voter, message);
      this.#senders.set(voter, new AppendSender({ partition, reader: this.#reader, send, onFailure: (error) => this.#halt(error) }));
    }
    this.#cancelTick = timers.every(TICK_MS, () => this.#guard(() => this.#step({ kind: 'tick' })));
  }

  // ---- What the node hands in ----

  /** A message from a peer whose identity was checked. */
  receive(from: NodeId, peerMessage: PeerMessage): void {
    this.#guard(() => {
      if ('entries' in peerMessage) this.#receiveAppend(from, peerMessage);
      else this.#step({ kind: 'receive', message: peerMessage.message });
    });
  }

  /** The connection to this node was lost. */
  unreachable(node: NodeId): void {
    this.#guard(() => this.#step({ kind: 'unreachable', node }));
  }

  /** Takes no more part; answers everything that waits; resolves when the log is closed. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#closeOnce();
    return this.#closing;
  }

  async #closeOnce(): Promise<void> {
    this.#halted = true;
    this.#leadership = 'none';
    this.#cancelTick();
    this.#answerAllLost('SHUTTING_DOWN');
    this.#appliedListeners.clear();
    await this.#writer.close();
    await this.#applier.close();
    await this.#options.storage.close();
  }

  // ---- PartitionService ----

  status(): PartitionStatus {
    const { role, term, leader, lastIndex, commitIndex } = this.#raft.status();
    const { appliedIndex } = this.#applier;
    return {
      partition: this.partition,
      role,
      term,
      leader,
      lastIndex,
      commitIndex,
      appliedIndex,
      appliedOffset: this.#ledger.appliedOffset,
    };
  }

  openSubmitStream(): SubmitStream {
    return this.#admission.openStream();
  }

  async lookup(key: Key): Promise<LookupResult> {
    if (this.#halted) return SHUTTING_DOWN;
    const first = this.#ledger.lookup(key, undefined);
    if (first.kind !== 'lookup-needed') return first;
    for (;;) {
      const appliedOffset = this.#ledger.appliedOffset;
      const [record] = await this.#unlessClosed(this.#options.keyIndex.getMany(this.partition, [key.id]), [undefined]);
      if (this.#halted) return SHUTTING_DOWN;
      const answer = this.#ledger.lookup(key, { record, appliedOffset });
      if (answer.kind !== 'lookup-needed') return answer;
    }
  }

  resolve(submission: Submission): Promise<ResolveResult> {
    assert(submission.isVoid, 'a key is resolved by a void');
    const stream = this.openSubmitStream();
    return new Promise((resolve) => {
      stream.submit([submission], (_, result, isVoid) => {
        stream.close();
        if (result.kind === 'refused') resolve(result);
        else resolve({ kind: isVoid ? 'void' : 'committed', offset: result.offset });
      });
    });
  }

  committedOffset(): Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal> {
    return new Promise((resolve) => {
      if (this.#halted) {
        resolve(SHUTTING_DOWN);
        return;
      }
      const id = this.#reads.add((result) => {
        if (result === 'applied') resolve({ kind: 'offset', offset: this.#ledger.appliedOffset });
        else if (result === 'lost') resolve({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...this.#leaderHint() });
        else resolve({ kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
      });
      if (id !== undefined) this.#guard(() => this.#step({ kind: 'read', id }));
    });
  }

  firstOffset(): number {
    return 1;
  }

  async readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]> {
    const { fromOffset, bytesMax } = options;
    if (this.#halted || fromOffset > this.#ledger.appliedOffset) return [];
    let from = this.#cache.indexAtOffset(fromOffset) ?? (await this.#options.storage.indexOfOffset(fromOffset));
    from = defined(from, `entry of applied offset ${fromOffset}`);
    for (;;) {
      const entries = await this.#unlessClosed(this.#reader.read({ from, to: this.#applier.appliedIndex, bytesMax }), []);
      if (entries.length === 0) return [];
      const batches = entries.filter((entry) => entry.type === 'batch' && entry.firstOffset + entry.count > fromOffset);
      if (batches.length > 0) return batches;
      from += entries.length;
    }
  }

  onApplied(callback: () => void): () => void {
    this.#appliedListeners.add(callback);
    return () => this.#appliedListeners.delete(callback);
  }

  async readEntries(): Promise<readonly Entry[] | Refusal> {
    return SHUTTING_DOWN;
  }

  async readState(): Promise<StateAnswer | Refusal> {
    return SHUTTING_DOWN;
  }

  async takeSnapshot(): Promise<Refusal> {
    return SHUTTING_DOWN;
  }

  snapshots(): readonly SnapshotInfo[] {
    return [];
  }

  async readSnapshot(): Promise<Uint8Array> {
    return new Uint8Array(0);
  }

  async verifySnapshots(): Promise<readonly { readonly index: number; readonly error: string | undefined }[]> {
    return [];
  }

  storageStatus(): StorageStatus {
    return {
      firstIndex: 1,
      logBytes: 0,
      stateIndex: 0,
      snapshotIndex: 0,
      damage: [],
      repairedRanges: 0,
      claim: undefined,
      scrubbedAt: 0,
      scrubbedIndex: 0,
      diverged: [],
      freeBytes: 0,
      isFull: false,
    };
  }

  async digestAt(index: number): Promise<Uint8Array | undefined> {
    if (index === 0) return ZERO_DIGEST;
    if (this.#halted || index > this.#applier.appliedIndex) return undefined;
    const [entry] = await this.#unlessClosed(this.#reader.read({ from: index, to: index, bytesMax: 1 }), []);
    return entry?.digest;
  }

  /** What a read brought; `closed` if this partition was closed meanwhile, whatever became of the read. */
  async #unlessClosed<T>(read: Promise<T>, closed: T): Promise<T> {
    try {
      return await read;
    } catch (error) {
      if (this.#halted) return closed;
      throw error;
    }
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

  /**
   * Gives the input to the core and carries out what it asks for; inputs that arise meanwhile follow in their order. `material` is what
   * the entries of a proposal or a received append are made of.
   */
  #step(input: Input, material: Material = NO_MATERIAL): void {
    this.#inputs.push({ input, material });
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        this.#carryOut(this.#raft.step(next.input), next.material);
      }
    } finally {
      this.#stepping = false;
    }
  }

  #carryOut(ready: Ready, material: Material): void {
    assert(!ready.rejectedProposal, 'only a leader proposes');
    for (const event of ready.events) this.#handleEvent(event);
    if (ready.write !== undefined) {
      const { sequence, hardState, append } = ready.write;
      const entries = append === undefined ? [] : this.#composeEntries(append, material);
      for (const entry of entries) this.#cache.put(entry);
      this.#writer.enqueue({ sequence, hardState, entries });
    }
    for (const message of ready.messages) this.#sendMessage(message);
    this.#holdReplies(ready.replies, ready.replySequence);
    if (ready.commit !== undefined) this.#applier.commit(ready.commit.to);
    for (const { id, index } of ready.reads) this.#reads.granted(id, index, this.#applier.appliedIndex);
    for (const id of ready.rejectedReads) this.#reads.rejected(id);
  }

  #composeEntries(append: AppendEntries, { bodies, digestBefore }: Material): Entry[] {
    const wallClock = this.#options.timers.wallClock();
    if (append.source.kind === 'no-op') {
      const term = defined(append.terms[0], 'term of the no-op');
      return [this.#tip.append({ term, type: 'no-op', count: 0, payload: new Uint8Array(0), wallClock })];
    }
    if (append.source.kind === 'proposal') {
      return bodies.map((body, at) => {
        const term = defined(append.terms[at], 'term of a proposed entry');
        return this.#tip.append({ term, type: body.type, count: body.count, payload: body.payload, wallClock });
      });
    }
    const { skip } = append.source;
    const entries: Entry[] = [];
    let previousDigest = digestBefore;
    for (const [at, body] of bodies.entries()) {
      const entry = this.#tip.entryAt(append.fromIndex - skip + at, previousDigest, body);
      if (at >= skip) entries.push(entry);
      previousDigest = entry.digest;
    }
    this.#tip.moveTo(defined(entries[entries.length - 1], 'received entry'));
    return entries;
  }

  #sendMessage(message: Message): void {
    if (message.kind === 'append') defined(this.#senders.get(message.to), 'sender').push(message);
    else this.#options.transport.send(message.to, { partition: this.partition, message });
  }

  #holdReplies(messages: readonly Message[], sequence: number): void {
    if (messages.length === 0) return;
    if (sequence <= this.#durableSequence) for (const message of messages) this.#sendMessage(message);
    else this.#heldReplies.push({ sequence, messages });
  }

  #handleDurable(sequence: number): void {
    this.#durableSequence = sequence;
    this.#cache.evict(this.#options.storage.lastIndex);
    let released = 0;
    for (const held of this.#heldReplies) {
      if (held.sequence > sequence) break;
      for (const message of held.messages) this.#sendMessage(message);
      released++;
    }
    this.#heldReplies.splice(0, released);
    this.#step({ kind: 'persisted', sequence });
  }

  #handleApplied(entries: readonly Entry[]): void {
    if (this.#leadership !== 'none') {
      for (const entry of entries) if (entry.index > this.#noOpIndex) this.#appendedBytes -= entry.payload.length;
    }
    this.#replies.applied(this.#ledger.appliedOffset);
    const { appliedIndex } = this.#applier;
    this.#reads.applied(appliedIndex);
    if (this.#leadership === 'starting' && appliedIndex >= this.#noOpIndex) {
      this.#leadership = 'ready';
      this.#admission.schedule();
    }
    this.#step({ kind: 'applied', index: appliedIndex });
    for (const listener of this.#appliedListeners) listener();
  }

  // ---- Leadership ----

  #handleEvent(event: CoreEvent): void {
    if (event.kind === 'became-leader') {
      this.#leadership = 'starting';
      this.#noOpIndex = event.noOpIndex;
      this.#appendedBytes = 0;
    } else if (event.kind === 'stepped-down') {
      this.#leadership = 'none';
      this.#ledger.dropPending();
      this.#answerAllLost('LEADERSHIP_LOST');
    }
    this.#options.observe({ kind: 'core', partition: this.partition, event });
  }

  #answerAllLost(code: 'LEADERSHIP_LOST' | 'SHUTTING_DOWN'): void {
    this.#replies.lost({ leader: this.#raft.status().leader, code });
    this.#admission.refuseWaiting(code === 'SHUTTING_DOWN' ? code : 'NOT_LEADER');
    if (code === 'SHUTTING_DOWN') this.#reads.rejectAll();
  }

  #leaderHint(): { leader?: NodeId } {
    const { leader } = this.#raft.status();
    return leader === undefined ? {} : { leader };
  }

  #propose(batches: readonly (readonly Submission[])[]): void {
    assert(!this.#stepping, 'a proposal is a step of its own');
    const { term } = this.#raft.status();
    const bodies = batches.map((batch): EntryBody => {
      const payload = encodeBatch(batch);
      return { term, type: 'batch', timestamp: 0, firstOffset: 0, count: batch.length, payload };
    });
    for (const body of bodies) this.#appendedBytes += body.payload.length;
    const sizes = bodies.map((body) => body.payload.length + ENTRY_OVERHEAD_BYTES);
    this.#step({ kind: 'propose', sizes }, { bodies, digestBefore: ZERO_DIGEST });
    assert(this.#tip.nextOffset === this.#ledger.lastOffset + 1, 'log and overlay agree on the next offset');
  }

  // ---- Received appends ----

  #receiveAppend(from: NodeId, append: ReceivedAppend): void {
    if (this.#writer.queuedBytes > WRITE_QUEUE_BYTES_MAX) {
      this.#options.observe({ kind: 'write-queue-full', partition: this.partition, bytes: this.#writer.queuedBytes });
      return;
    }
    const { previousIndex } = append.message;
    if (previousIndex === 0 || previousIndex > this.#tip.index) {
      this.#stepAppend(from, append, undefined);
      return;
    }
    const previous = this.#cache.get(previousIndex);
    if (previous !== undefined) {
      this.#stepAppend(from, append, previous);
      return;
    }
    this.#reader.read({ from: previousIndex, to: previousIndex, bytesMax: 1 }).then(
      // The log may have been overwritten during the read: what is in memory now is newer.
      ([read]) => this.#guard(() => this.#stepAppend(from, append, this.#cache.get(previousIndex) ?? read)),
      (error) => this.#halt(error),
    );
  }

  /** `previous`: what this log holds at `previousIndex`, if anything. */
  #stepAppend(from: NodeId, append: ReceivedAppend, previous: Entry | undefined): void {
    const { message, entries, digestBefore } = append;
    const reason = checkReceivedAppend({ partition: this.partition, from, append, previous });
    if (reason !== undefined) {
      this.#options.observe({ kind: 'append-dropped', partition: this.partition, from, reason });
      return;
    }
    this.#step({ kind: 'receive', message }, { bodies: entries, digestBefore });
  }
}
