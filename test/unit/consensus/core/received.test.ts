// `acknowledge: received` in the core: what is said to be received, what a leader accepts of it, and that nothing else looks at it.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { checkState, checkStep, observe } from '../../../../consensus/core/invariants.ts';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { Input, PromptMessage, Ready } from '../../../../consensus/core/ready.ts';
import { type Leading, type State, stateFromDump } from '../../../../consensus/core/state.ts';
import { appendOf, CONFIG, expectReady, leader, N1, N2, N3, receive, restored, tickUntilEffect } from './support.ts';

const RECEIVED = { acknowledge: 'received' } as const;

const receivedFrom = (from: typeof N1, matchIndex: number, term = 1) =>
  ({ kind: 'append-received', from, to: N1, term, matchIndex }) as const;
const acceptedFrom = (from: typeof N1, matchIndex: number, term = 1) =>
  ({ kind: 'append-accepted', from, to: N1, term, matchIndex }) as const;
const receipts = ({ messages }: Ready) => messages.filter(({ kind }) => kind === 'append-received');

/** n1 leads term 1; its no-op 1^1 is committed and everybody knows. */
function settled(config: object = RECEIVED): Raft {
  const raft = leader({}, config);
  for (const from of [N2, N3]) receive(raft, acceptedFrom(from, 1));
  return raft;
}

/** The same, with 2^1 proposed. */
function proposed(): Raft {
  const raft = settled();
  raft.step({ kind: 'propose', sizes: [10] });
  return raft;
}

test('a follower says at once what it received, and acknowledges it when it is durable', () => {
  const raft = restored({ term: 2 }, RECEIVED);
  const ready = receive(raft, appendOf({ terms: [2, 2] }));
  deepStrictEqual(receipts(ready), [{ kind: 'append-received', from: N1, to: N2, term: 2, matchIndex: 2 }]);
  deepStrictEqual(ready.replies, [{ kind: 'append-accepted', from: N1, to: N2, term: 2, matchIndex: 2 }]);
  strictEqual(ready.replySequence, 1);
});

test('in a durable cluster nobody says so', () => {
  deepStrictEqual(receipts(receive(restored({ term: 2 }), appendOf({ terms: [2, 2] }))), []);
});

test('a follower says no more than the append proved equal, and nothing of what is durable, empty or does not match', () => {
  const raft = restored({ term: 2, log: [1, 1] }, RECEIVED);
  const longer = appendOf({ previousIndex: 2, previousTerm: 1, terms: [2, 2, 2] });
  receive(raft, longer);
  deepStrictEqual(receipts(receive(raft, { ...longer, terms: [2], sizes: [10] })), [
    { kind: 'append-received', from: N1, to: N2, term: 2, matchIndex: 3 },
  ]);
  deepStrictEqual(receipts(receive(raft, appendOf({ previousIndex: 5, previousTerm: 2 }))), []);
  deepStrictEqual(receipts(receive(raft, appendOf({ previousIndex: 0, previousTerm: 0, terms: [1] }))), []);
  deepStrictEqual(receipts(receive(raft, appendOf({ previousIndex: 9, previousTerm: 2, terms: [2] }))), []);
});

test('a majority that received an entry, the leader included at once, makes it accepted; nothing is committed or sent by that', () => {
  const raft = proposed();
  const before = raft.status();
  expectReady(receive(raft, receivedFrom(N2, 2)), { accepted: { to: 2 } });
  deepStrictEqual(raft.status(), before);
});

test('one receipt of five is no majority, two are', () => {
  const [n4, n5] = ['n4', 'n5'] as (typeof N1)[];
  const voters = [N1, N2, N3, n4, n5].filter((id) => id !== undefined);
  const raft = restored({}, { ...RECEIVED, voters });
  tickUntilEffect(raft);
  for (const from of [N2, N3]) receive(raft, { kind: 'pre-vote-reply', from, to: N1, term: 1, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  for (const from of [N2, N3]) receive(raft, { kind: 'vote-reply', from, to: N1, term: 1, granted: true });
  raft.step({ kind: 'persisted', sequence: 2 });
  for (const from of [N2, N3]) receive(raft, acceptedFrom(from, 1));
  raft.step({ kind: 'propose', sizes: [10] });
  strictEqual(receive(raft, receivedFrom(N2, 2)).accepted, undefined);
  deepStrictEqual(receive(raft, receivedFrom(N3, 2)).accepted, { to: 2 });
});

test('an entry is accepted once, and a late or repeated receipt says nothing', () => {
  const raft = proposed();
  receive(raft, receivedFrom(N2, 2));
  for (const message of [receivedFrom(N2, 2), receivedFrom(N3, 2), receivedFrom(N2, 1)]) expectReady(receive(raft, message), {});
});

test('what is committed meanwhile is not accepted any more', () => {
  const raft = proposed();
  receive(raft, acceptedFrom(N2, 2));
  const ready = receive(raft, acceptedFrom(N3, 2));
  strictEqual(raft.status().commitIndex, 2);
  strictEqual(ready.accepted, undefined);
  expectReady(receive(raft, receivedFrom(N2, 2)), {});
});

test('what is accepted does not answer a read', () => {
  const raft = proposed();
  receive(raft, receivedFrom(N2, 2));
  raft.step({ kind: 'read', id: 7 });
  const { reads } = receive(raft, { kind: 'heartbeat-reply', from: N2, to: N1, term: 1, round: 1 });
  deepStrictEqual(reads, [{ id: 7, index: 1 }]);
});

test('a receipt does not open the window', () => {
  const raft = settled({ ...RECEIVED, windowMessagesMax: 1 });
  for (let count = 0; count < 2; count++) raft.step({ kind: 'propose', sizes: [10] });
  expectReady(receive(raft, receivedFrom(N2, 2)), { accepted: { to: 2 } });
  strictEqual(receive(raft, acceptedFrom(N2, 2)).messages.length, 1);
});

test('entries of earlier terms are accepted with one of the own term, not before', () => {
  const raft = leader({ term: 2, log: [1, 2] }, RECEIVED);
  strictEqual(receive(raft, acceptedFrom(N2, 2, 3)).accepted, undefined);
  deepStrictEqual(receive(raft, receivedFrom(N2, 3, 3)).accepted, { to: 3 });
});

test('a leader alone accepts what it proposes at once', () => {
  const raft = restored({}, { ...RECEIVED, voters: [N1] });
  tickUntilEffect(raft);
  raft.step({ kind: 'persisted', sequence: 1 });
  raft.step({ kind: 'persisted', sequence: 2 });
  deepStrictEqual(raft.step({ kind: 'propose', sizes: [10] }).accepted, { to: 2 });
});

test('what a follower received counts no more once it may have lost it', () => {
  for (const lose of [
    { kind: 'unreachable', node: N2 },
    { kind: 'receive', message: { kind: 'append-rejected', from: N2, to: N1, term: 1, rejectedIndex: 3, hintIndex: 1, hintTerm: 1 } },
  ] as const) {
    const raft = settled();
    raft.step({ kind: 'propose', sizes: [10] });
    raft.step({ kind: 'propose', sizes: [10] });
    receive(raft, receivedFrom(N2, 2));
    raft.step(lose);
    strictEqual(receive(raft, receivedFrom(N2, 3)).accepted, undefined, 'nothing counts until it is known where the logs agree');
    deepStrictEqual(receive(raft, receivedFrom(N3, 3)).accepted, { to: 3 });
  }
});

test('a receipt of an earlier term, or to one that does not lead, is of no interest', () => {
  const raft = leader({ term: 2, log: [2] }, RECEIVED);
  expectReady(receive(raft, receivedFrom(N2, 2, 2)), {});
  expectReady(receive(restored({ term: 1 }, RECEIVED), receivedFrom(N2, 2)), {});
});

test('a receipt of more than the leader has, or in a durable cluster, shows a broken node', () => {
  throws(() => receive(proposed(), receivedFrom(N2, 3)), /a follower receives no more than its leader has/);
  throws(() => receive(settled({}), receivedFrom(N2, 1)), /all nodes acknowledge alike/);
});

test('a dumped leader goes on accepting where it was', () => {
  const raft = proposed();
  raft.step({ kind: 'propose', sizes: [10] });
  receive(raft, receivedFrom(N2, 2));
  const copy = (raft.constructor as typeof Raft).fromDump({ ...CONFIG, ...RECEIVED }, raft.dump());
  expectReady(receive(copy, receivedFrom(N3, 2)), {});
  deepStrictEqual(receive(copy, receivedFrom(N3, 3)).accepted, { to: 3 });
});

// ---- Invariants: each is broken once ----

const CONFIG_RECEIVED = { ...CONFIG, ...RECEIVED };

function leadingOf(state: State): Leading {
  if (state.role.kind !== 'leader') throw new Error('not a leader');
  return state.role;
}

function firstFollower(state: State): Leading['followers'][number] {
  const [progress] = leadingOf(state).followers;
  if (progress === undefined) throw new Error('no follower');
  return progress;
}

const brokenStates: readonly (readonly [RegExp, (state: State) => void])[] = [
  [/what a follower holds it has received/, (state) => (firstFollower(state).receivedIndex = 0)],
  [/a follower receives no more than its leader has/, (state) => (firstFollower(state).receivedIndex = 3)],
  [/a leader accepts what is in its log/, (state) => (leadingOf(state).acceptedIndex = 3)],
  [/who holds an entry durably has received it/, (state) => (leadingOf(state).acceptedIndex = 0)],
];

for (const [message, change] of brokenStates) {
  test(`a state is refused: ${message.source}`, () => {
    const state = stateFromDump(proposed().dump());
    checkState(CONFIG_RECEIVED, state);
    change(state);
    throws(() => checkState(CONFIG_RECEIVED, state), message);
  });
}

test('a state is refused: a leader accepts its own entries, and none in a durable cluster', () => {
  const state = stateFromDump(leader({ term: 1, log: [1, 1] }, RECEIVED).dump());
  leadingOf(state).acceptedIndex = 2;
  throws(() => checkState(CONFIG_RECEIVED, state), /a leader accepts its own entries/);
  leadingOf(state).acceptedIndex = 3;
  checkState(CONFIG_RECEIVED, state);
  throws(() => checkState(CONFIG, state), /unless the cluster says otherwise/);
});

interface Step {
  before: ReturnType<typeof observe>;
  ready: Ready;
  after: State;
}

function stepOf(raft: Raft, input: Input): Step {
  const before = observe(CONFIG_RECEIVED, stateFromDump(raft.dump()));
  const ready = raft.step(input);
  return { before, ready, after: stateFromDump(raft.dump()) };
}

const accepting = () => stepOf(proposed(), { kind: 'receive', message: receivedFrom(N2, 2) });
const following = () => stepOf(restored({ term: 2 }, RECEIVED), { kind: 'receive', message: appendOf({ terms: [2] }) });
const withReceipt = (fields: Partial<Extract<PromptMessage, { readonly kind: 'append-received' }>>) => (step: Step) => {
  step.ready = { ...step.ready, messages: [{ kind: 'append-received', from: N1, to: N2, term: 2, matchIndex: 1, ...fields }] };
};

const brokenSteps: readonly (readonly [RegExp, () => Step, (step: Step) => void])[] = [
  [/only a leader accepts/, following, (step) => (step.ready = { ...step.ready, accepted: { to: 1 } })],
  [/what is accepted is of this term/, accepting, (step) => (step.ready = { ...step.ready, accepted: { to: 1 } })],
  [/a leader accepts what a majority has received/, accepting, ({ after }) => (firstFollower(after).receivedIndex = 1)],
  [
    /what is accepted stays accepted/,
    accepting,
    (step) => {
      if (step.before.deep !== undefined) step.before = { ...step.before, deep: { ...step.before.deep, acceptedIndex: 3 } };
    },
  ],
  [/its leader is told what is received/, following, withReceipt({ to: N3 })],
  [/its leader is told what is received/, following, withReceipt({ term: 1 })],
  [/what is received is in the log/, following, withReceipt({ matchIndex: 2 })],
];

for (const [message, make, tamper] of brokenSteps) {
  test(`a step is refused: ${message.source}`, () => {
    const input = { kind: 'tick' } as const;
    const step = make();
    checkStep(CONFIG_RECEIVED, { ...step, input });
    tamper(step);
    throws(() => checkStep(CONFIG_RECEIVED, { ...step, input }), message);
  });
}
