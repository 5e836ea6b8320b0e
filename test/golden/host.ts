// One real core with the least world around it: a disk that keeps what was persisted, a queue of writes under way, replies that wait for them, snapshots.
// Everything is moved by hand. Entries carry a value, so that two logs can be compared beyond their terms.
import { assert, defined } from '../../consensus/assert.ts';
import type { Configuration } from '../../consensus/configuration.ts';
import { comparePositions, START } from '../../consensus/core/log-terms.ts';
import { Raft } from '../../consensus/core/raft.ts';
import type { Input, RaftConfig, Ready, Write } from '../../consensus/core/ready.ts';
import type { Trace } from '../../consensus/core/trace.ts';
import type { Message } from '../../consensus/messages.ts';
import { stepsOf } from '../../consensus/node/traced-steps.ts';
import type { HardState, LogPosition } from '../../consensus/types.ts';
import { changesAmong, configurationIn, isSame, type StoredEntry, StoredLog, type StoredSnapshot } from './stored-log.ts';

/** As many as a node keeps. */
const SNAPSHOTS_KEPT = 2;
const MEMBERSHIP_BYTES = 10;

type Proposed = Omit<StoredEntry, 'term'>;

/** A message with the entries that an append carries. */
export interface Packet {
  readonly message: Message;
  readonly entries: readonly StoredEntry[];
}

interface WriteUnderWay extends Omit<Write, 'append'> {
  readonly entries: { readonly fromIndex: number; readonly entries: readonly StoredEntry[] } | undefined;
}

interface HeldPacket {
  readonly sequence: number;
  readonly packet: Packet;
}

/** What a step did, and which packets may leave now. */
export interface Outcome {
  readonly ready: Ready;
  readonly leaving: readonly Packet[];
  /** Entries that the step cut off the log. */
  readonly replaced: readonly StoredEntry[];
  /** The snapshot that was restored because the log begins behind it now, durably. */
  readonly restored: LogPosition | undefined;
}

/** What a crash leaves. */
export interface HostDisk {
  hardState: HardState;
  log: StoredLog;
  /** Newest first. */
  snapshots: StoredSnapshot[];
  claim: LogPosition | undefined;
}

export class Host {
  readonly config: RaftConfig;
  raft: Raft;
  up = true;
  /** The log as the core knows it, durable or not. */
  memory = new StoredLog();
  disk: HostDisk = { hardState: { term: 0, votedFor: undefined }, log: new StoredLog(), snapshots: [], claim: undefined };
  underWay: WriteUnderWay[] = [];
  held: HeldPacket[] = [];
  persistedSequence = 0;
  /** Everything that is applied, the first entry first; a snapshot brings what came before it. */
  applied: StoredEntry[] = [];
  /** What the core asked for last. */
  install: Ready['install'];
  /** Told of every step of the core, if it is set before the first. */
  trace: Trace | undefined;
  /** The steps of this core, once it has taken one. */
  private stepCore: ((input: Input) => Ready) | undefined;

  constructor(config: RaftConfig, disk: HostDisk | undefined) {
    this.config = config;
    if (disk !== undefined) this.disk = disk;
    this.raft = this.start();
  }

  get hasStepped(): boolean {
    return this.stepCore !== undefined;
  }

  /** Loses all that is not on disk. */
  crash(): void {
    this.up = false;
  }

  restart(): void {
    this.raft = this.start();
  }

  /** The last sync turns out unclear: the entries from `fromIndex` on are gone, and the node knows that it may have acknowledged up to `claim`. */
  loseEntries(fromIndex: number, claim: LogPosition): void {
    assert(!this.up, 'a disk is found damaged at the start');
    this.disk.log.overwrite(fromIndex, []);
    if (this.disk.claim === undefined || comparePositions(claim, this.disk.claim) > 0) this.disk.claim = claim;
  }

  /** `brought`, `proposed`: the entries that the input brings or proposes. */
  step(input: Input, brought: readonly StoredEntry[] = [], proposed: readonly Proposed[] = []): Outcome {
    assert(this.up, 'a crashed node does nothing');
    const ready = this.tracedStep(input);
    const replaced = ready.write === undefined ? [] : this.startWrite(ready.write, brought, proposed);
    for (const reply of ready.replies) this.held.push({ sequence: ready.replySequence, packet: { message: reply, entries: [] } });
    const leaving = ready.messages.map((message) => this.pack(message));
    if (ready.install !== undefined) this.install = ready.install;
    if (ready.events.some(({ kind }) => kind === 'claim-settled')) this.disk.claim = undefined;
    const restored = this.maybeRestore();
    if (ready.commit !== undefined) this.apply(ready.commit);
    const asked = this.sayApplied();
    return {
      ready: { ...ready, messages: [...ready.messages, ...asked] },
      leaving: [...leaving, ...asked.map((message) => this.pack(message)), ...this.release()],
      replaced,
      restored,
    };
  }

  private tracedStep(input: Input): Ready {
    this.stepCore ??= stepsOf(this.raft, { id: this.config.id, partition: 1, trace: this.trace, start: { log: this.disk.log } });
    return this.stepCore(input);
  }

  /** Tells the core what is applied by now. A leader that hands over may have waited for that. */
  private sayApplied(): Ready['messages'] {
    if (this.applied.length <= this.raft.status().appliedIndex) return [];
    const { messages, write, replies } = this.tracedStep({ kind: 'applied', index: this.applied.length });
    assert(write === undefined && replies.length === 0, 'who has applied something has nothing to write or to answer');
    return messages;
  }

  receive(packet: Packet): Outcome {
    const { message, entries } = packet;
    if (message.kind !== 'append') return this.step({ kind: 'receive', message });
    return this.step({ kind: 'receive', message, changes: changesAmong(entries, message.previousIndex + 1) }, entries);
  }

  propose(values: readonly string[]): Outcome {
    const proposed = values.map((value) => ({ value }));
    return this.step({ kind: 'propose', sizes: values.map((value) => value.length) }, [], proposed);
  }

  /** Proposes one membership entry. */
  change(configuration: Configuration): Outcome {
    const value = `members ${JSON.stringify(configuration)}`;
    return this.step({ kind: 'propose', sizes: [MEMBERSHIP_BYTES], configuration }, [], [{ value, configuration }]);
  }

  /** The disk finishes the writes up to `sequence`; the core is told, and what waited for them leaves. */
  persist(sequence: number): Outcome {
    for (const write of this.underWay) {
      if (write.sequence > sequence) break;
      if (write.hardState !== undefined) this.disk.hardState = write.hardState;
      if (write.reset !== undefined) this.disk.log.resetTo(write.reset);
      if (write.entries !== undefined) this.disk.log.overwrite(write.entries.fromIndex, write.entries.entries);
    }
    this.forgetReachedClaim();
    this.underWay = this.underWay.filter((write) => write.sequence > sequence);
    this.persistedSequence = sequence;
    return this.step({ kind: 'persisted', sequence });
  }

  /** Takes a snapshot of what is applied. */
  takeSnapshot(): Outcome {
    const index = this.applied.length;
    const position = index === 0 ? START : { index, term: defined(this.applied.at(-1), 'the last applied entry').term };
    this.keepSnapshot({ position, state: [...this.applied] });
    return this.step({ kind: 'snapshotted', position });
  }

  /** Forgets the entries up to `index`. */
  compact(index: number): Outcome {
    this.memory.compactTo(index);
    this.disk.log.compactTo(index);
    return this.step({ kind: 'compacted', base: this.memory.base });
  }

  /** Fetches the snapshot that was asked for from `sender`, which may not have it any more. Returns whether it is durable here. */
  maybeFetch(sender: Host): boolean {
    const position = defined(this.install, 'a snapshot to fetch').position;
    const found = [...this.disk.snapshots, ...sender.disk.snapshots].find((snapshot) => snapshot.position.index === position.index);
    if (found === undefined) return false;
    this.keepSnapshot(found);
    return true;
  }

  /** The snapshot at `position` was fetched. */
  sayInstalled(position: LogPosition): Outcome {
    if (this.install?.position.index === position.index) this.install = undefined;
    const snapshot = this.disk.snapshots.find((stored) => stored.position.index === position.index);
    return this.step({ kind: 'installed', position, configuration: configurationIn(snapshot?.state ?? []) });
  }

  private keepSnapshot(snapshot: StoredSnapshot): void {
    const others = this.disk.snapshots.filter(({ position }) => position.index !== snapshot.position.index);
    const newestFirst = [...others, snapshot].sort((one, other) => other.position.index - one.position.index);
    this.disk.snapshots = newestFirst.filter(({ position }, place) => place < SNAPSHOTS_KEPT || position.index >= this.disk.log.base.index);
  }

  /** The newest snapshot of an entry of the log, then what the log holds beyond. */
  private start(): Raft {
    this.up = true;
    const { log, snapshots, hardState, claim } = this.disk;
    const snapshot = snapshots.find(({ position }) => log.termAt(position.index) === position.term) ?? { position: START, state: [] };
    this.memory = log.copy();
    this.underWay = [];
    this.held = [];
    this.persistedSequence = 0;
    this.install = undefined;
    this.stepCore = undefined;
    this.applied = [...snapshot.state];
    const { base, termRuns, lastIndex } = log;
    const configuration = configurationIn(snapshot.state);
    const changes = changesAmong(log.range(snapshot.position.index + 1, lastIndex), snapshot.position.index + 1);
    return new Raft(this.config, {
      hardState,
      base,
      termRuns,
      lastIndex,
      snapshot: snapshot.position,
      claim,
      configuration,
      changes,
    });
  }

  private forgetReachedClaim(): void {
    const { claim, log } = this.disk;
    if (claim !== undefined && comparePositions(log.last, claim) >= 0) this.disk.claim = undefined;
  }

  private startWrite(write: Write, brought: readonly StoredEntry[], proposed: readonly Proposed[]): StoredEntry[] {
    const { sequence, hardState, reset, append } = write;
    if (append === undefined) {
      this.underWay.push({ sequence, hardState, reset, entries: undefined });
      const replaced = this.memory.entries;
      if (reset === undefined) return [];
      this.memory.resetTo(reset);
      return replaced;
    }
    const { fromIndex, terms, source } = append;
    const entries = terms.map((term, position): StoredEntry => {
      if (source.kind === 'message') return defined(brought[source.skip + position], 'an entry that came with the append');
      return {
        term,
        ...(source.kind === 'no-op' ? { value: `no-op of ${this.config.id}` } : defined(proposed[position], 'a proposed entry')),
      };
    });
    assert(
      entries.every((entry, position) => entry.term === terms[position]),
      'the entries have the terms of the append',
    );
    this.underWay.push({ sequence, hardState, reset, entries: { fromIndex, entries } });
    return this.memory.overwrite(fromIndex, entries);
  }

  /** Once the log begins behind a snapshot on disk, that takes the place of what was applied. */
  private maybeRestore(): LogPosition | undefined {
    const { base } = this.disk.log;
    if (base.index <= this.applied.length) return undefined;
    const snapshot = this.disk.snapshots.find(({ position }) => position.index === base.index);
    this.applied = [...defined(snapshot, 'the snapshot behind which the log begins').state];
    return base;
  }

  private apply({ from, to }: { readonly from: number; readonly to: number }): void {
    assert(from === this.applied.length + 1, 'entries are applied in order, each once');
    for (let index = from; index <= to; index++) {
      const entry = defined(this.memory.at(index), 'a committed entry');
      assert(isSame(this.disk.log.at(index), entry), 'what is applied is durable here');
      this.applied.push(entry);
    }
  }

  private pack(message: Message): Packet {
    if (message.kind !== 'append') return { message, entries: [] };
    const entries = this.memory.range(message.previousIndex + 1, message.previousIndex + message.terms.length);
    assert(
      entries.length === message.terms.length && entries.every((entry, position) => entry.term === message.terms[position]),
      'an append names the terms of its entries',
    );
    return { message, entries };
  }

  private release(): Packet[] {
    const leaving = this.held.filter(({ sequence }) => sequence <= this.persistedSequence);
    this.held = this.held.filter(({ sequence }) => sequence > this.persistedSequence);
    return leaving.map(({ packet }) => packet);
  }
}
