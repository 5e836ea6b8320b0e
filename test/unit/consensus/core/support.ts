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

/** The runs of a log whose entry at index i + 1 has term `terms[i]`. */
export function runsOf(terms: readonly number[]): TermRun[] {
  const runs: TermRun[] = [];
  terms.forEach((term, position) => {
    if (runs.at(-1)?.term !== term) runs.push({ firstIndex: position + 1, term });
  });
  return runs;
}

const START: LogPosition = { index: 0, term: 0 };

/** What recovery found in a log that begins at index 1. */
export function restoredFrom({
  term,
  votedFor,
  log,
}: {
  readonly term: number;
  readonly votedFor: NodeId | undefined;
  readonly log: readonly number[];
}): Restored {
  return {
    hardState: { term, votedFor },
    base: START,
    termRuns: runsOf(log),
    lastIndex: log.length,
    snapshot: START,
    claim: undefined,
  };
}

/** n1, a follower, with this term, vote and log on its disk. */
export function restored(
  { term = 0, votedFor, log = [] }: { readonly term?: number; readonly votedFor?: NodeId; readonly log?: readonly number[] } = {},
  config: Partial<RaftConfig> = {},
): Raft {
  return new Raft({ ...CONFIG, ...config }, restoredFrom({ term, votedFor, log }));
}

/** Compares a whole `Ready`; what is not named must be empty. `replySequence` is that of the write, if there is one and no other is named. */
export function expectReady(ready: Ready, expected: Partial<Ready>): void {
  deepStrictEqual(ready, {
    write: undefined,
    messages: [],
    replies: [],
    replySequence: expected.write?.sequence ?? ready.replySequence,
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
export function leader(
  { term = 0, log = [] }: { readonly term?: number; readonly log?: readonly number[] } = {},
  config: Partial<RaftConfig> = {},
): Raft {
  const raft = restored({ term, log }, config);
  tickUntilEffect(raft);
  const next = term + 1;
  receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: next, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: next, granted: true });
  raft.step({ kind: 'persisted', sequence: 2 });
  return raft;
}
