// The state of one node and what it does when something happens to it: the real core between a disk, writes under way and messages that wait for them. Plain data
// in, plain data out; which of it happens, and when, is world.ts's business. What cannot matter later is made equal, so that equal futures are equal states.
import { assert, defined } from '../../consensus/assert.ts';
import { START } from '../../consensus/core/log-terms.ts';
import { Raft } from '../../consensus/core/raft.ts';
import type { Input, RaftConfig, Ready, Write } from '../../consensus/core/ready.ts';
import type { Message } from '../../consensus/messages.ts';
import type { HardState, LogPosition, NodeId } from '../../consensus/types.ts';
import { changesBehind, entryOf, type Log, logEnd, membersAt, membersIn, overwrite, runsOf, termAt, termOf } from './log.ts';
import { configurationOf, type Members } from './members.ts';
import { normalised, withElapsed } from './normal.ts';

/** As many as a node keeps. */
const SNAPSHOTS_KEPT = 2;

/** A message with the entries that an append carries; with the offer of a snapshot, what that says of the members, as if in an entry. */
export interface Packet {
  readonly message: Message;
  readonly entries: readonly number[];
}

/** `members`: in force at its entry; 0: those of the genesis. */
export interface Snapshot extends LogPosition {
  readonly members: Members;
}

export interface Disk {
  readonly hardState: { readonly term: number; readonly votedFor: NodeId | null };
  readonly log: Log;
  /** Newest first. What they hold is what was applied up to there. */
  readonly snapshots: readonly Snapshot[];
}

/** `entries` from `fromIndex` on, after a reset if there is one. */
interface WriteUnderWay {
  readonly hardState: Disk['hardState'] | null;
  readonly reset: LogPosition | null;
  readonly append: { readonly fromIndex: number; readonly entries: readonly number[] } | null;
}

/** Leaves once as many of the writes under way are durable. */
interface HeldPacket {
  readonly after: number;
  readonly packet: Packet;
}

/** Everything about a node that matters to what it will do. Sequence numbers count from the last durable write. */
export interface Local {
  readonly node: number;
  readonly dump: string;
  /** The log as the core knows it, durable or not. */
  readonly memory: Log;
  readonly disk: Disk;
  readonly underWay: readonly WriteUnderWay[];
  readonly held: readonly HeldPacket[];
  readonly appliedIndex: number;
  readonly install: { readonly from: NodeId; readonly position: LogPosition; readonly members: Members } | null;
}

export type Action =
  | { readonly kind: 'deliver'; readonly packet: Packet }
  /** The first `count` writes under way become durable, and the core is told. */
  | { readonly kind: 'persist'; readonly count: number }
  /** The election timeout passes. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'heartbeat' }
  /** A leader has heard of no quorum for an election timeout. */
  | { readonly kind: 'step-down' }
  | { readonly kind: 'propose' }
  /** A leader is to append this configuration. */
  | { readonly kind: 'change'; readonly members: Members }
  | { readonly kind: 'read'; readonly id: number }
  | { readonly kind: 'transfer'; readonly to: NodeId }
  /** Nobody has taken over for an election timeout. */
  | { readonly kind: 'give-up' }
  /** The process ends and starts again; of the parts of the writes under way (hard state, then log) the first `parts` are durable, and the core was not told. */
  | { readonly kind: 'crash'; readonly parts: number }
  /** Takes a snapshot of what is applied, and compacts the log up to there. */
  | { readonly kind: 'compact' }
  /** The snapshot that the core asked for is fetched. */
  | { readonly kind: 'installed' };

/** What others see of an action, apart from messages. */
export type Note =
  | { readonly kind: 'leads'; readonly term: number }
  /** A leader has appended another configuration. */
  | { readonly kind: 'changes' }
  /** A vote left the node, or was counted by itself. */
  | { readonly kind: 'vote'; readonly term: number; readonly candidate: NodeId }
  | { readonly kind: 'read-granted'; readonly id: number; readonly index: number }
  | { readonly kind: 'read-rejected'; readonly id: number }
  | { readonly kind: 'restarted' };

export interface Outcome {
  readonly local: Local;
  readonly sent: readonly Packet[];
  readonly notes: readonly Note[];
}

/** A node that starts with this on its disk. */
export function startedFrom(config: RaftConfig, node: number, disk: Disk): Local {
  return new Actor(config, restarted(config, node, disk)).outcome().local;
}

/** What the action does to the node. Throws what the core throws. */
export function act(config: RaftConfig, local: Local, action: Action): Outcome {
  const actor = new Actor(config, local);
  actor.act(action);
  return actor.outcome();
}

/** Writes under way as parts that become durable one after the other. */
export function partsOf(local: Local): number {
  let parts = 0;
  for (const write of local.underWay) parts += write.hardState !== null && (write.reset !== null || write.append !== null) ? 2 : 1;
  return parts;
}

/** The newest snapshot of an entry of the log, or of its base. */
export function startingSnapshot({ log, snapshots }: Disk): Snapshot {
  return snapshots.find(({ index, term }) => termAt(log, index) === term) ?? { ...START, members: 0 };
}

function restarted(config: RaftConfig, node: number, disk: Disk): Local {
  const { hardState, log } = disk;
  const { index, term, members } = startingSnapshot(disk);
  const snapshot = { index, term };
  const raft = new Raft(config, {
    hardState: { term: hardState.term, votedFor: hardState.votedFor ?? undefined },
    base: log.base,
    termRuns: runsOf(log),
    lastIndex: logEnd(log),
    snapshot,
    claim: undefined,
    configuration: members === 0 ? undefined : configurationOf(members),
    changes: changesBehind(log, index),
  });
  const dump = raft.dump();
  return { node, dump, memory: log, disk, underWay: [], held: [], appliedIndex: snapshot.index, install: null };
}

class Actor {
  readonly #config: RaftConfig;
  readonly #node: number;
  readonly #sent: Packet[] = [];
  readonly #notes: Note[] = [];
  #raft: Raft;
  #memory: Log;
  #disk: Disk;
  #underWay: WriteUnderWay[];
  #held: HeldPacket[];
  #appliedIndex: number;
  #install: Local['install'];
  /** Writes that became durable in this action. */
  #persisted = 0;

  constructor(config: RaftConfig, local: Local) {
    this.#config = config;
    this.#node = local.node;
    this.#raft = Raft.fromDump(config, local.dump);
    this.#memory = local.memory;
    this.#disk = local.disk;
    this.#underWay = [...local.underWay];
    this.#held = [...local.held];
    this.#appliedIndex = local.appliedIndex;
    this.#install = local.install;
  }

  act(action: Action): void {
    switch (action.kind) {
      case 'deliver':
        this.#receive(action.packet);
        return;
      case 'persist':
        this.#persist(action.count);
        return;
      case 'timeout':
        for (let tick = 0; tick < 2 * this.#config.electionTicks; tick++) {
          if (this.#step({ kind: 'tick' }).events.some(({ kind }) => kind === 'became-pre-candidate')) return;
        }
        return;
      case 'heartbeat':
        this.#step({ kind: 'tick' });
        return;
      case 'step-down':
      case 'give-up': {
        const timer = action.kind === 'give-up' ? 'transfer' : 'election';
        this.#raft = Raft.fromDump(this.#config, withElapsed(this.#raft.dump(), timer, this.#config.electionTicks - 1));
        this.#step({ kind: 'tick' });
        return;
      }
      case 'transfer':
        this.#step({ kind: 'transfer', to: action.to });
        return;
      case 'propose':
        this.#step({ kind: 'propose', sizes: [1] });
        return;
      case 'change': {
        const configuration = configurationOf(action.members);
        const { rejectedProposal } = this.#step({ kind: 'propose', sizes: [1], configuration }, [256 * action.members]);
        if (!rejectedProposal) this.#notes.push({ kind: 'changes' });
        return;
      }
      case 'read':
        this.#step({ kind: 'read', id: action.id });
        return;
      case 'crash':
        this.#crash(action.parts);
        return;
      case 'compact':
        this.#compact();
        return;
      case 'installed':
        this.#installed();
    }
  }

  outcome(): Outcome {
    const held = this.#held.map(({ after, packet }) => ({ after: after - this.#persisted, packet }));
    const local: Local = {
      node: this.#node,
      dump: normalised(this.#raft.dump(), this.#config),
      memory: this.#memory,
      disk: this.#disk,
      underWay: this.#underWay,
      held,
      appliedIndex: this.#appliedIndex,
      install: this.#install,
    };
    return { local, sent: this.#sent, notes: this.#notes };
  }

  #receive({ message, entries }: Packet): void {
    if (message.kind !== 'append') this.#step({ kind: 'receive', message }, entries);
    else {
      const log = { base: { index: message.previousIndex, term: message.previousTerm }, entries };
      this.#step({ kind: 'receive', message, changes: changesBehind(log, message.previousIndex) }, entries);
    }
  }

  /** `brought`: entries that came, or the members of a proposal or of a snapshot that is offered. */
  #step(input: Input, brought: readonly number[] = []): Ready {
    const ready = this.#raft.step(input);
    if (ready.write !== undefined) this.#startWrite(ready.write, brought);
    for (const reply of ready.replies) this.#hold({ after: ready.replySequence, packet: { message: reply, entries: [] } });
    for (const message of ready.messages) this.#leave(this.#pack(message));
    if (ready.install !== undefined) this.#install = { ...ready.install, members: membersIn(brought[0] ?? 0) };
    for (const event of ready.events) if (event.kind === 'became-leader') this.#leads(event.term);
    for (const { id, index } of ready.reads) this.#notes.push({ kind: 'read-granted', id, index });
    for (const id of ready.rejectedReads) this.#notes.push({ kind: 'read-rejected', id });
    const isRestored = this.#disk.log.base.index > this.#appliedIndex;
    if (isRestored) this.#appliedIndex = this.#disk.log.base.index;
    if (ready.commit !== undefined) this.#apply(ready.commit);
    this.#release();
    if (isRestored || ready.commit !== undefined) this.#step({ kind: 'applied', index: this.#appliedIndex });
    return ready;
  }

  /** The same message again would be one that a network may lose. Without this, one that arrives again and again would make ever new states. */
  #hold(held: HeldPacket): void {
    const text = JSON.stringify(held.packet);
    if (!this.#held.some(({ packet }) => JSON.stringify(packet) === text)) this.#held.push(held);
  }

  #leads(term: number): void {
    this.#notes.push({ kind: 'vote', term, candidate: this.#config.id }, { kind: 'leads', term });
  }

  #startWrite({ hardState, reset, append }: Write, brought: readonly number[]): void {
    let entries: number[] | undefined;
    if (reset !== undefined) this.#memory = { base: { index: reset.index, term: reset.term }, entries: [] };
    if (append !== undefined) {
      const { fromIndex, terms, source } = append;
      entries = terms.map((term, position) => {
        if (source.kind === 'message') return defined(brought[source.skip + position], 'an entry that came');
        return entryOf({ term, node: this.#node, members: source.kind === 'proposal' ? membersIn(brought[0] ?? 0) : 0 });
      });
      assert(
        entries.every((entry, position) => termOf(entry) === terms[position]),
        'the entries have the terms of the append',
      );
      this.#memory = overwrite(this.#memory, fromIndex, entries);
    }
    this.#underWay.push({
      hardState: hardState === undefined ? null : stored(hardState),
      reset: reset === undefined ? null : { index: reset.index, term: reset.term },
      append: append === undefined || entries === undefined ? null : { fromIndex: append.fromIndex, entries },
    });
  }

  #persist(count: number): void {
    for (const write of this.#underWay.splice(0, count)) this.#write(write, 2);
    this.#persisted += count;
    this.#step({ kind: 'persisted', sequence: count });
  }

  /** Puts the first parts of a write on disk: the hard state, then the log. Returns how many it has. */
  #write({ hardState, reset, append }: WriteUnderWay, parts: number): number {
    let done = 0;
    let { log } = this.#disk;
    if (hardState !== null && done++ < parts) this.#disk = { ...this.#disk, hardState };
    if ((reset !== null || append !== null) && done++ < parts) {
      if (reset !== null) log = { base: reset, entries: [] };
      if (append !== null) log = overwrite(log, append.fromIndex, append.entries);
      this.#disk = { ...this.#disk, log };
    }
    return done;
  }

  #crash(parts: number): void {
    let left = parts;
    for (const write of this.#underWay) {
      if (left <= 0) break;
      left -= this.#write(write, left);
    }
    const local = restarted(this.#config, this.#node, this.#disk);
    this.#raft = Raft.fromDump(this.#config, local.dump);
    this.#memory = local.memory;
    this.#underWay = [];
    this.#held = [];
    this.#persisted = 0;
    this.#appliedIndex = local.appliedIndex;
    this.#install = null;
    this.#notes.push({ kind: 'restarted' });
  }

  #compact(): void {
    const index = this.#appliedIndex;
    const position = { index, term: defined(termAt(this.#memory, index), 'the term of what is applied') };
    const before = this.#disk.snapshots.find((snapshot) => snapshot.index === this.#memory.base.index)?.members ?? 0;
    this.#keepSnapshot({ ...position, members: membersAt(this.#memory, index, before) });
    this.#step({ kind: 'snapshotted', position });
    this.#memory = compacted(this.#memory, position);
    this.#disk = { ...this.#disk, log: compacted(this.#disk.log, position) };
    this.#step({ kind: 'compacted', base: position });
  }

  #installed(): void {
    const { position, members } = defined(this.#install ?? undefined, 'a snapshot to install');
    const { index, term } = position;
    this.#install = null;
    this.#keepSnapshot({ index, term, members });
    this.#step({ kind: 'installed', position: { index, term }, configuration: members === 0 ? undefined : configurationOf(members) });
  }

  #keepSnapshot(snapshot: Snapshot): void {
    const others = this.#disk.snapshots.filter(({ index }) => index !== snapshot.index);
    const newestFirst = [...others, snapshot].sort((one, other) => other.index - one.index);
    const snapshots = newestFirst.filter(({ index }, place) => place < SNAPSHOTS_KEPT || index >= this.#disk.log.base.index);
    this.#disk = { ...this.#disk, snapshots };
  }

  #apply({ from, to }: { readonly from: number; readonly to: number }): void {
    assert(from === this.#appliedIndex + 1, 'entries are applied in order, each once');
    const { memory, disk } = { memory: this.#memory, disk: this.#disk.log };
    for (let index = from; index <= to; index++) {
      assert(
        memory.entries[index - memory.base.index - 1] === disk.entries[index - disk.base.index - 1],
        'what is applied is durable here',
      );
    }
    this.#appliedIndex = to;
  }

  #pack(message: Message): Packet {
    if (message.kind === 'install-snapshot') {
      const offered = defined(
        this.#disk.snapshots.find(({ index }) => index === message.index),
        'the snapshot that is offered',
      );
      return { message, entries: [256 * offered.members] };
    }
    if (message.kind !== 'append') return { message, entries: [] };
    const from = message.previousIndex - this.#memory.base.index;
    const entries = this.#memory.entries.slice(from, from + message.terms.length);
    assert(
      entries.length === message.terms.length && entries.every((entry, position) => termOf(entry) === message.terms[position]),
      'an append names the terms of its entries',
    );
    return { message: { ...message, sizes: message.sizes.map(() => 1) }, entries };
  }

  #release(): void {
    for (const { after, packet } of this.#held) if (after <= this.#persisted) this.#leave(packet);
    this.#held = this.#held.filter(({ after }) => after > this.#persisted);
  }

  #leave(packet: Packet): void {
    const { message } = packet;
    if (message.kind === 'vote-reply' && message.granted) this.#notes.push({ kind: 'vote', term: message.term, candidate: message.to });
    if (message.kind === 'vote-request') this.#notes.push({ kind: 'vote', term: message.term, candidate: message.from });
    this.#sent.push(packet);
  }
}

function stored({ term, votedFor }: HardState): Disk['hardState'] {
  return { term, votedFor: votedFor ?? null };
}

function compacted(log: Log, base: LogPosition): Log {
  if (base.index <= log.base.index) return log;
  return { base, entries: log.entries.slice(base.index - log.base.index) };
}
