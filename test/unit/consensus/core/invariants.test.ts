// Every invariant is proved by a state, step or message that breaks it, beside the sound one it is made from.
import { doesNotThrow, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { checkState, checkStep, type Observed, observe } from '../../../../consensus/core/invariants.ts';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { AppendEntries, HeldMessage, Input, PromptMessage, Ready } from '../../../../consensus/core/ready.ts';
import { type Leading, type State, stateFromDump } from '../../../../consensus/core/state.ts';
import type { TermRun } from '../../../../consensus/types.ts';
import { appendOf, at, CONFIG, leader, N1, N2, N3, receive, restored, tickUntilEffect } from './support.ts';

type Change = (state: State) => void;

function follower(): Raft {
  const raft = restored({ term: 2, log: [1, 1, 1] });
  receive(raft, appendOf({ previousIndex: 3, previousTerm: 1, terms: [2, 2], commit: 2 }));
  return raft;
}

function candidate(): Raft {
  const raft = restored({ term: 2, log: [1] });
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: 3, granted: true });
  return raft;
}

/** Leads term 1; n2 replicates with 2^1 and 3^1 under way, and a read waits. */
function busyLeader(): Raft {
  const raft = leader();
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 1 });
  raft.step({ kind: 'propose', sizes: [10, 10] });
  raft.step({ kind: 'read', id: 1 });
  return raft;
}

function leadingOf(state: State): Leading {
  if (state.role.kind !== 'leader') throw new Error('not a leader');
  return state.role;
}

function followerOf(state: State, position: number): Leading['followers'][number] {
  const progress = leadingOf(state).followers[position];
  if (progress === undefined) throw new Error('no such follower');
  return progress;
}

function checkChanged(raft: Raft, change: Change): void {
  const state = stateFromDump(raft.dump());
  change(state);
  checkState(CONFIG, state);
}

/** Leads term 3; its log begins behind 4^1, its snapshot is of 5^2; n2 needs that. */
function compactedLeader(): Raft {
  const raft = leader({ term: 2, base: at(4, 1), log: [2, 2], snapshot: at(5, 2) });
  receive(raft, { kind: 'append-rejected', from: N2, to: N1, term: 3, rejectedIndex: 6, hintIndex: 0, hintTerm: 0 });
  return raft;
}

const claiming = () => restored({ term: 2, log: [1], claim: at(3, 2) });

const brokenStates: readonly (readonly [RegExp, () => Raft, Change])[] = [
  [/no entry is of a later term/, follower, (state) => (state.term = 1)],
  [/only what was handed out is applied/, follower, (state) => (state.appliedIndex = 3)],
  [/only what is committed is handed out/, follower, (state) => (state.handedIndex = 3)],
  [/only what is durable here is handed out/, follower, (state) => (state.durability.persistedIndex = 1)],
  [/only what is in the log is committed/, follower, (state) => (state.commitIndex = 6)],
  [/only what is in the log is durable/, follower, (state) => (state.durability.persistedIndex = 6)],
  [/only what was issued is durable/, follower, (state) => (state.durability.persistedSequence = 2)],
  [/the hard state was issued/, follower, (state) => (state.durability.hardStateSequence = 2)],
  [/every entry is durable or under way/, follower, (state) => (state.durability.pending = [])],
  [
    /writes under way ascend in sequence/,
    follower,
    (state) => {
      state.durability.pending = [
        { sequence: 1, lastIndex: 5 },
        { sequence: 1, lastIndex: 5 },
      ];
    },
  ],
  [
    /writes under way never descend in index/,
    follower,
    (state) => {
      state.durability.pending = [
        { sequence: 1, lastIndex: 5 },
        { sequence: 2, lastIndex: 4 },
      ];
    },
  ],
  [/writes under way were issued/, follower, (state) => (state.durability.pending = [{ sequence: 2, lastIndex: 5 }])],
  [/a follower does not follow itself/, follower, (state) => (state.leader = N1)],
  [/no later term was led/, follower, (state) => (state.ledTerm = 3)],
  [/a candidate votes for itself/, candidate, (state) => (state.votedFor = N2)],
  [/a candidate knows no leader/, candidate, (state) => (state.leader = N2)],
  [/an own vote counts when it is durable/, candidate, (state) => (state.role = { kind: 'candidate', votes: [N1] })],
  [/a pre-candidate knows no leader/, follower, (state) => (state.role = { kind: 'pre-candidate', votes: [] })],
  [/a leader voted for itself/, busyLeader, (state) => (state.votedFor = N2)],
  [/a leader leads itself/, busyLeader, (state) => (state.leader = undefined)],
  [/a leader leads its term/, busyLeader, (state) => (state.ledTerm = 0)],
  [/term and vote of a leader are durable/, busyLeader, (state) => (state.durability.hardStateSequence = 3)],
  [/the no-op of a leader is in its log/, busyLeader, (state) => (state.role = { ...leadingOf(state), noOpIndex: 4 })],
  [/the no-op of a leader is the first entry of its term/, busyLeader, (state) => (state.role = { ...leadingOf(state), noOpIndex: 2 })],
  [/a leader knows every follower/, busyLeader, (state) => (state.role = { ...leadingOf(state), followers: [] })],
  [/a follower holds no more than its leader/, busyLeader, (state) => (followerOf(state, 0).matchIndex = 4)],
  [/what matched is not sent again/, busyLeader, (state) => (followerOf(state, 1).nextIndex = 0)],
  [/only what is in the log was sent/, busyLeader, (state) => (followerOf(state, 1).nextIndex = 5)],
  [/a follower answers only rounds that were asked for/, busyLeader, (state) => (followerOf(state, 0).round = 2)],
  [/only who replicates has a window/, busyLeader, (state) => (followerOf(state, 0).mode = 'probe')],
  [/the window counts what is under way/, busyLeader, (state) => (followerOf(state, 0).inFlightBytes = 1)],
  [/what was sent is acknowledged or under way/, busyLeader, (state) => (followerOf(state, 0).nextIndex = 3)],
  [/a snapshot covers what is compacted/, compactedLeader, (state) => (state.snapshot = at(3, 1))],
  [/a snapshot is of what is committed/, compactedLeader, (state) => (state.snapshot = at(6, 2))],
  [/the newest snapshot is of an entry of the log/, compactedLeader, (state) => (state.snapshot = at(5, 1))],
  [/what is compacted is not sent/, compactedLeader, (state) => (followerOf(state, 1).nextIndex = 4)],
  [
    /a snapshot is for those who lack what is compacted/,
    compactedLeader,
    (state) => Object.assign(followerOf(state, 0), { matchIndex: 4, nextIndex: 5 }),
  ],
  [/who is held back follows/, busyLeader, (state) => (state.isHeldBack = true)],
  [/who has a claim follows/, busyLeader, (state) => (state.claim = at(9, 1))],
  [/a claim that is reached is settled/, claiming, (state) => (state.claim = at(1, 1))],
  [/what is under way ascends above what matched/, busyLeader, (state) => (followerOf(state, 0).inFlight = [{ lastIndex: 1, bytes: 20 }])],
  [/reads wait in the order of their rounds/, busyLeader, (state) => (leadingOf(state).waitingReads = [{ id: 1, index: 1, round: 3 }])],
  [
    /a read is answered from what its leader knows to be committed/,
    busyLeader,
    (state) => (leadingOf(state).waitingReads = [{ id: 1, index: 2, round: 1 }]),
  ],
];

test('sound states pass', () => {
  for (const make of [follower, candidate, busyLeader, compactedLeader, claiming]) doesNotThrow(() => checkChanged(make(), () => {}));
});

for (const [message, make, change] of brokenStates) {
  test(`a state is refused: ${message.source}`, () => throws(() => checkChanged(make(), change), message));
}

interface Step {
  before: Observed;
  ready: Ready;
  after: State;
}

/** A real step, for its parts to be tampered with. */
function stepOf(raft: Raft, input: Input): Step {
  const before = observe(CONFIG, stateFromDump(raft.dump()));
  const ready = raft.step(input);
  return { before, ready, after: stateFromDump(raft.dump()) };
}

const receiving = (message: Parameters<typeof receive>[1]): Input => ({ kind: 'receive', message });
const appended = () => stepOf(follower(), receiving(appendOf({ previousIndex: 3, previousTerm: 1, terms: [2, 2, 2], commit: 3 })));
const voted = () =>
  stepOf(
    restored({ term: 2 }),
    receiving({ kind: 'vote-request', from: N2, to: N1, term: 2, lastIndex: 1, lastTerm: 1, isTransfer: false }),
  );
const committed = () => {
  const raft = busyLeader();
  raft.step({ kind: 'persisted', sequence: 3 });
  return stepOf(raft, receiving({ kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 3 }));
};

const proposed = () => stepOf(busyLeader(), { kind: 'propose', sizes: [10] });
/** A leader of term 3 that commits an entry of term 2 because a majority has it: Raft Figure 8 (c). */
const committedOld = () => {
  const raft = leader({ term: 2, log: [1, 2] });
  const step = stepOf(raft, receiving({ kind: 'append-accepted', from: N2, to: N1, term: 3, matchIndex: 2 }));
  step.after.commitIndex = 2;
  step.after.handedIndex = 2;
  step.ready = { ...step.ready, commit: { from: 1, to: 2 } };
  return step;
};

/** The log 1^1 2^1 is reset to 5^2. */
const reset = () => {
  const raft = restored({ term: 2, log: [1, 1] });
  receive(raft, { kind: 'install-snapshot', from: N2, to: N1, term: 2, index: 5, indexTerm: 2 });
  return stepOf(raft, { kind: 'installed', position: at(5, 2) });
};
const compacted = () => {
  const raft = restored({ term: 2, log: [1, 1, 2], snapshot: at(2, 1) });
  return stepOf(raft, { kind: 'compacted', base: at(2, 1) });
};
const offered = () =>
  stepOf(restored({ term: 2, log: [1] }), receiving({ kind: 'install-snapshot', from: N2, to: N1, term: 2, index: 5, indexTerm: 2 }));
const offeredEarly = () =>
  stepOf(restored({ term: 1, log: [1] }), receiving({ kind: 'install-snapshot', from: N2, to: N1, term: 2, index: 5, indexTerm: 2 }));
const claimed = () => stepOf(claiming(), { kind: 'tick' });
const settled = () => stepOf(claiming(), { kind: 'claim-lowered', furthest: at(1, 1) });

type Tamper = (step: Step) => void;

const withBefore =
  (fields: Partial<Observed>): Tamper =>
  (step) => {
    step.before = { ...step.before, ...fields };
  };
const withReady =
  (fields: Partial<Ready>): Tamper =>
  (step) => {
    step.ready = { ...step.ready, ...fields };
  };
const withAppend =
  (fields: Partial<AppendEntries>): Tamper =>
  (step) => {
    const { write } = step.ready;
    if (write?.append === undefined) throw new Error('the step appends nothing');
    step.ready = { ...step.ready, write: { ...write, append: { ...write.append, ...fields } } };
  };
const deep = (termRuns: readonly TermRun[], matches: readonly number[]) =>
  withBefore({
    deep: { termRuns, matches: new Map(matches.map((match, at) => [at === 0 ? N2 : N3, match])), acceptedIndex: 0, isHandingOver: false },
  });
const withReply = (reply: HeldMessage) => withReady({ replies: [reply] });
const withMessage = (message: PromptMessage) => withReady({ messages: [message] });
const both =
  (...tampers: readonly Tamper[]): Tamper =>
  (step) => {
    for (const tamper of tampers) tamper(step);
  };

const install = (index: number, from = N2) => withReady({ install: { from, position: at(index, 2) } });

const voteReply = { kind: 'vote-reply', from: N1, to: N2, term: 2, granted: true } as const;
const heartbeat = { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 0, round: 0 } as const;
const sent = { from: N1, to: N2, term: 1, previousIndex: 3, previousTerm: 1 } as const;

const offer = { kind: 'install-snapshot', from: N1, to: N2, term: 1, index: 0, indexTerm: 0 } as const;

const brokenSteps: readonly (readonly [RegExp, () => Step, Tamper])[] = [
  [/a term never falls/, appended, withBefore({ term: 3 })],
  [/a vote never changes within a term/, voted, withBefore({ votedFor: N3 })],
  [/what is committed stays committed/, appended, withBefore({ commitIndex: 4 })],
  [/what was applied stays applied/, appended, withBefore({ appliedIndex: 1 })],
  [/what is durable stays durable/, appended, withBefore({ persistedSequence: 1 })],
  [
    /what is committed and durable stays durable/,
    appended,
    both(withBefore({ persistedIndex: 5, commitIndex: 3 }), ({ after }) => {
      after.durability.persistedIndex = 2;
      after.handedIndex = 2;
    }),
  ],
  [/only a candidate becomes leader/, committed, withBefore({ role: 'follower' })],
  [/replies wait for all that was issued/, appended, withReady({ replySequence: 1 })],
  [/sequence numbers rise by one/, appended, withBefore({ sequence: 0 })],
  [/a changed hard state, and no other, is written/, voted, withBefore({ votedFor: N2 })],
  [
    /a write has the sequence number issued last/,
    appended,
    withReady({ write: { sequence: 1, hardState: undefined, reset: undefined, append: undefined } }),
  ],
  [
    /what is appended is written/,
    appended,
    withReady({ write: { sequence: 2, hardState: undefined, reset: undefined, append: undefined } }),
  ],
  [/a committed entry is never overwritten/, appended, withAppend({ fromIndex: 2 })],
  [/every index is handed out once, in order/, appended, withReady({ commit: { from: 2, to: 3 } })],
  [/what is handed out is said/, appended, withReady({ commit: undefined })],
  [/what is handed out is said/, appended, withReady({ commit: { from: 3, to: 4 } })],
  [/what is appended is the end of the log/, appended, withAppend({ terms: [2, 2] })],
  [/what is appended is in the log/, appended, withAppend({ terms: [1] })],
  [
    /neither a committed entry nor one of a leader changes/,
    appended,
    deep(
      [
        { firstIndex: 1, term: 1 },
        { firstIndex: 2, term: 2 },
      ],
      [],
    ),
  ],
  [/neither a committed entry nor one of a leader is cut/, proposed, withBefore({ lastIndex: 9 })],
  [/what a follower holds it goes on holding/, committed, deep([{ firstIndex: 1, term: 1 }], [4, 0])],
  [
    /a leader commits what a majority holds durably/,
    committed,
    ({ after }) => {
      const progress = followerOf(after, 0);
      progress.matchIndex = 2;
      progress.inFlight = [{ lastIndex: 3, bytes: 0 }];
    },
  ],
  [/a leader commits by counting only in its own term/, committedOld, () => {}],
  [/what was compacted stays compacted/, compacted, withBefore({ base: at(3, 2) })],
  [/only what was applied is compacted/, compacted, withBefore({ appliedIndex: 1 })],
  [
    /neither a committed entry nor one of a leader changes/,
    compacted,
    deep(
      [
        { firstIndex: 1, term: 1 },
        { firstIndex: 2, term: 2 },
      ],
      [],
    ),
  ],
  [/a newer snapshot takes the place of an older one/, compacted, withBefore({ snapshotIndex: 3 })],
  [/a claim comes from recovery and only falls/, claimed, withBefore({ claim: undefined })],
  [/a claim comes from recovery and only falls/, claimed, withBefore({ claim: at(2, 2) })],
  [/a claim is settled by what is durable/, settled, withReady({ events: [{ kind: 'claim-settled', claim: at(2, 2) }] })],
  [/the log of a leader is never reset/, reset, withBefore({ role: 'leader' })],
  [/a log is reset to a snapshot of more than it knew/, reset, withBefore({ commitIndex: 5, persistedIndex: 0 })],
  [/a log is reset to what a leader offered/, reset, ({ after }) => (after.offeredIndex = 4)],
  [
    /a reset log is empty/,
    reset,
    ({ after }) => {
      after.log.append([2]);
      after.durability.pending = [{ sequence: 1, lastIndex: 6 }];
    },
  ],
  [/a reset is durable when its write is/, reset, ({ after }) => (after.durability.persistedIndex = 5)],
  [
    /a log that holds the entry of a snapshot is not reset/,
    reset,
    both(withBefore({ lastIndex: 5 }), deep([{ firstIndex: 1, term: 2 }], [])),
  ],
  [/a snapshot is fetched from the leader/, offered, install(5, N3)],
  [/what is committed here needs no snapshot/, offered, install(0)],
  [/the term in which a snapshot was offered is durable/, offeredEarly, install(5)],
  [/only a leader offers a snapshot/, voted, withMessage({ ...offer, term: 2 })],
  [/a leader offers its newest snapshot/, committed, withMessage({ ...offer, index: 1 })],
  [/a vote given is the vote written/, voted, withReply({ ...voteReply, to: N3 })],
  [/a reply carries the current term/, voted, withReply({ ...voteReply, term: 1 })],
  [/what is acknowledged is in the log/, appended, withReply({ kind: 'append-accepted', from: N1, to: N2, term: 2, matchIndex: 9 })],
  [/only a leader sends appends and heartbeats/, voted, withMessage({ ...heartbeat, term: 2 })],
  [/a leader tells what is committed/, committed, withMessage({ ...heartbeat, commit: 9 })],
  [/an append follows its place in the log/, committed, withMessage(appendOf({ ...sent, previousIndex: 9 }))],
  [/an append holds what is in the log/, committed, withMessage(appendOf({ ...sent, terms: [1] }))],
  [
    /a pre-vote asks for the next term/,
    voted,
    withMessage({ kind: 'pre-vote-request', from: N1, to: N2, term: 2, lastIndex: 0, lastTerm: 0 }),
  ],
];

function checkTampered(make: () => Step, tamper: Tamper): void {
  const step = make();
  tamper(step);
  checkStep(CONFIG, { ...step, input: { kind: 'tick' } });
}

test('sound steps pass', () => {
  for (const make of [appended, voted, committed, proposed, reset, compacted, offered, claimed, settled])
    doesNotThrow(() => checkTampered(make, () => {}));
});

for (const [message, make, tamper] of brokenSteps) {
  test(`a step is refused: ${message.source}`, () => throws(() => checkTampered(make, tamper), message));
}
