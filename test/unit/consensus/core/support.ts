// What the unit tests of the core share: small clusters, messages with defaults, and a way to say a whole `Ready` by what is not empty in it.
import { deepStrictEqual } from 'node:assert/strict';
import { Raft } from '../../../../consensus/core/raft.ts';
import type { Input, RaftConfig, Ready, Restored } from '../../../../consensus/core/ready.ts';
import type { Append, Message } from '../../../../consensus/messages.ts';
import type { LogPosition, NodeId, TermRun } from '../../../../consensus/types.ts';

export const N1 = 'n1' as NodeId;
export const N2 = 'n2' as NodeId;
export const N3 = 'n3' as NodeId;

export const CONFIG: RaftConfig = {
  id: N1,
  voters: [N1, N2, N3],
  electionTicks: 10,
  heartbeatTicks: 2,
  seed: 1,
  appendBytesMax: 100,
  windowBytesMax: 300,
  windowMessagesMax: 4,
  invariants: 'all',
};

/** The runs of a log whose entry at index `baseIndex` + i + 1 has term `terms[i]`. */
export function runsOf(terms: readonly number[], baseIndex = 0): TermRun[] {
  const runs: TermRun[] = [];
  terms.forEach((term, position) => {
    if (runs.at(-1)?.term !== term) runs.push({ firstIndex: baseIndex + position + 1, term });
  });
  return runs;
}

export const at = (index: number, term: number): LogPosition => ({ index, term });

/** What is on a node's disk: the terms of the entries behind `base`; the newest snapshot is of the base unless another is named. */
export interface OnDisk {
  readonly term?: number;
  readonly votedFor?: NodeId;
  readonly base?: LogPosition;
  readonly log?: readonly number[];
  readonly snapshot?: LogPosition;
  readonly claim?: LogPosition;
}

export function restoredFrom({ term = 0, votedFor, base = at(0, 0), log = [], snapshot = base, claim }: OnDisk): Restored {
  const termRuns = runsOf(log, base.index);
  return { hardState: { term, votedFor }, base, termRuns, lastIndex: base.index + log.length, snapshot, claim };
}

/** n1, a follower, with this on its disk. */
export function restored(disk: OnDisk = {}, config: Partial<RaftConfig> = {}): Raft {
  return new Raft({ ...CONFIG, ...config }, restoredFrom(disk));
}

/** Compares a whole `Ready`; what is not named must be empty. `replySequence` is that of the write, if there is one and no other is named. */
export function expectReady(ready: Ready, expected: Partial<Ready>): void {
  deepStrictEqual(ready, {
    write: undefined,
    messages: [],
    replies: [],
    replySequence: expected.write?.sequence ?? ready.replySequence,
    accepted: undefined,
    commit: undefined,
    install: undefined,
    reads: [],
    rejectedReads: [],
    rejectedProposal: false,
    events: [],
    ...expected,
  });
}

export function receive(raft: Raft, message: Message): Ready {
  return raft.step({ kind: 'receive', message });
}

/** An append from n2 of term 2 after the empty place; entries of 10 bytes. */
export function appendOf(fields: Partial<Append>): Append {
  const terms = fields.terms ?? [];
  return {
    kind: 'append',
    from: N2,
    to: N1,
    term: 2,
    previousIndex: 0,
    previousTerm: 0,
    terms,
    sizes: terms.map(() => 10),
    commit: 0,
    ...fields,
  };
}

/** Ticks until something happens. */
export function tickUntilEffect(raft: Raft): Ready {
  for (let tick = 0; tick < 100; tick++) {
    const ready = raft.step({ kind: 'tick' });
    if (ready.events.length > 0 || ready.messages.length > 0) return ready;
  }
  throw new Error('nothing happens');
}

export function steps(raft: Raft, inputs: readonly Input[]): Ready[] {
  return inputs.map((input) => raft.step(input));
}

/** n1 leads the term after `term`, its log `log` and its no-op durable; n2 and n3 have not answered yet. */
export function leader(disk: OnDisk = {}, config: Partial<RaftConfig> = {}): Raft {
  const raft = restored(disk, config);
  tickUntilEffect(raft);
  const next = (disk.term ?? 0) + 1;
  receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: next, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: next, granted: true });
  raft.step({ kind: 'persisted', sequence: 2 });
  return raft;
}
