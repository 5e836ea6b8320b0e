// One real core with the least world around it: a disk that keeps what was persisted, a queue of writes under way, replies that wait for them.
// Everything is moved by hand. Entries carry a value, so that two logs can be compared beyond their terms.
import { assert, defined } from '../../consensus/assert.ts';
import { Raft } from '../../consensus/core/raft.ts';
import type { Input, RaftConfig, Ready, Restored, Write } from '../../consensus/core/ready.ts';
import type { Message } from '../../consensus/messages.ts';
import type { HardState, TermRun } from '../../consensus/types.ts';

export interface StoredEntry {
  readonly term: number;
  readonly value: string;
}

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
}

export class Host {
  readonly config: RaftConfig;
  raft: Raft;
  up = true;
  /** The log as the core knows it, durable or not. */
  memory: StoredEntry[] = [];
  /** What a crash leaves. */
  disk: { hardState: HardState; entries: StoredEntry[] } = { hardState: { term: 0, votedFor: undefined }, entries: [] };
  underWay: WriteUnderWay[] = [];
  held: HeldPacket[] = [];
  persistedSequence = 0;
  /** What this node applied since its last start. */
  applied: StoredEntry[] = [];

  constructor(config: RaftConfig, restored: { readonly hardState: HardState; readonly entries: readonly StoredEntry[] } | undefined) {
    this.config = config;
    if (restored !== undefined) this.disk = { hardState: restored.hardState, entries: [...restored.entries] };
    this.raft = this.start();
  }

  /** Loses all that is not on disk. */
  crash(): void {
    this.up = false;
  }

  restart(): void {
    this.raft = this.start();
  }

  /** `values`: of the entries that the input brings or proposes. */
  step(input: Input, brought: readonly StoredEntry[] = [], values: readonly string[] = []): Outcome {
    assert(this.up, 'a crashed node does nothing');
    const ready = this.raft.step(input);
    const replaced = ready.write === undefined ? [] : this.startWrite(ready.write, brought, values);
    for (const reply of ready.replies) this.held.push({ sequence: ready.replySequence, packet: { message: reply, entries: [] } });
    const leaving = ready.messages.map((message) => this.pack(message));
    if (ready.commit !== undefined) {
      this.apply(ready.commit);
      this.raft.step({ kind: 'applied', index: ready.commit.to });
    }
    return { ready, leaving: [...leaving, ...this.release()], replaced };
  }

  receive(packet: Packet): Outcome {
    return this.step({ kind: 'receive', message: packet.message }, packet.entries);
  }

  propose(values: readonly string[]): Outcome {
    return this.step({ kind: 'propose', sizes: values.map((value) => value.length) }, [], values);
  }

  /** The disk finishes the writes up to `sequence`; the core is told, and what waited for them leaves. */
  persist(sequence: number): Outcome {
    for (const write of this.underWay) {
      if (write.sequence > sequence) break;
      if (write.hardState !== undefined) this.disk.hardState = write.hardState;
      if (write.entries === undefined) continue;
      const { fromIndex, entries } = write.entries;
      assert(fromIndex <= this.disk.entries.length + 1, 'a log on disk has no gaps');
      this.disk.entries.splice(fromIndex - 1, Number.POSITIVE_INFINITY, ...entries);
    }
    this.underWay = this.underWay.filter((write) => write.sequence > sequence);
    this.persistedSequence = sequence;
    return this.step({ kind: 'persisted', sequence });
  }

  private start(): Raft {
    this.up = true;
    this.memory = [...this.disk.entries];
    this.underWay = [];
    this.held = [];
    this.persistedSequence = 0;
    this.applied = [];
    return new Raft(this.config, restoredFrom(this.disk));
  }

  private startWrite(write: Write, brought: readonly StoredEntry[], values: readonly string[]): StoredEntry[] {
    const { sequence, hardState, reset, append } = write;
    if (append === undefined) {
      this.underWay.push({ sequence, hardState, reset, entries: undefined });
      return [];
    }
    const { fromIndex, terms, source } = append;
    const entries = terms.map((term, position): StoredEntry => {
      if (source.kind === 'message') return defined(brought[source.skip + position], 'an entry that came with the append');
      return { term, value: source.kind === 'no-op' ? `no-op of ${this.config.id}` : defined(values[position], 'a proposed value') };
    });
    assert(
      entries.every((entry, position) => entry.term === terms[position]),
      'the entries have the terms of the append',
    );
    this.underWay.push({ sequence, hardState, reset, entries: { fromIndex, entries } });
    return this.memory.splice(fromIndex - 1, Number.POSITIVE_INFINITY, ...entries);
  }

  private apply({ from, to }: { readonly from: number; readonly to: number }): void {
    assert(from === this.applied.length + 1, 'entries are applied in order, each once');
    for (let index = from; index <= to; index++) {
      const entry = defined(this.memory[index - 1], 'a committed entry');
      const durable = defined(this.disk.entries[index - 1], 'a committed entry on disk');
      assert(durable.term === entry.term && durable.value === entry.value, 'what is applied is durable here');
      this.applied.push(entry);
    }
  }

  private pack(message: Message): Packet {
    if (message.kind !== 'append') return { message, entries: [] };
    const entries = this.memory.slice(message.previousIndex, message.previousIndex + message.terms.length);
    assert(
      entries.every((entry, position) => entry.term === message.terms[position]),
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

function restoredFrom(disk: { readonly hardState: HardState; readonly entries: readonly StoredEntry[] }): Restored {
  const termRuns: TermRun[] = [];
  disk.entries.forEach(({ term }, position) => {
    if (termRuns.at(-1)?.term !== term) termRuns.push({ firstIndex: position + 1, term });
  });
  const start = { index: 0, term: 0 };
  return { hardState: disk.hardState, base: start, termRuns, lastIndex: disk.entries.length, snapshot: start, claim: undefined };
}
