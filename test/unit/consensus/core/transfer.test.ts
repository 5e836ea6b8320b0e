// Leadership transfer, one input and its exact effects at a time (thesis §3.10).
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { appendOf, CONFIG, expectReady, leader, N1, N2, N3, receive, restored } from './support.ts';

const accepted = (from: NodeId, matchIndex: number) => ({ kind: 'append-accepted', from, to: N1, term: 1, matchIndex }) as const;
const transferTo = (to: NodeId) => ({ kind: 'transfer', to }) as const;
const TIMEOUT_NOW = { kind: 'timeout-now', from: N1, to: N2, term: 1 } as const;
const BEGAN = { kind: 'transfer-began', term: 1, to: N2 } as const;
const FAILED = { kind: 'transfer-failed', term: 1, to: N2 } as const;

/** n1 leads term 1; its no-op is applied, and n2 and n3 have it. */
function settledLeader(): Raft {
  const raft = leader();
  for (const from of [N2, N3]) receive(raft, accepted(from, 1));
  raft.step({ kind: 'applied', index: 1 });
  return raft;
}

test('a leader with nothing to wait for asks its successor at once', () => {
  expectReady(settledLeader().step(transferTo(N2)), { events: [BEGAN], messages: [TIMEOUT_NOW] });
});

test('it waits until the successor has the whole log and everything is applied, and proposes nothing meanwhile', () => {
  const raft = settledLeader();
  raft.step({ kind: 'propose', sizes: [10] });
  raft.step({ kind: 'persisted', sequence: 3 });
  expectReady(raft.step(transferTo(N2)), { events: [BEGAN] });
  expectReady(raft.step({ kind: 'propose', sizes: [10] }), { rejectedProposal: true });
  const committed = receive(raft, accepted(N3, 2));
  deepStrictEqual([committed.commit, committed.messages.some(({ kind }) => kind === 'timeout-now')], [{ from: 2, to: 2 }, false]);
  strictEqual(
    receive(raft, accepted(N2, 2)).messages.some(({ kind }) => kind === 'timeout-now'),
    false,
    'it is not applied',
  );
  deepStrictEqual(raft.step({ kind: 'applied', index: 2 }).messages, [TIMEOUT_NOW]);
});

test('it goes on answering reads, and asks again with its heartbeats', () => {
  const raft = settledLeader();
  raft.step(transferTo(N2));
  ok(raft.step({ kind: 'read', id: 1 }).messages.some(({ kind }) => kind === 'heartbeat'));
  expectReady(raft.step({ kind: 'tick' }), {});
  ok(raft.step({ kind: 'tick' }).messages.some(({ kind }) => kind === 'timeout-now'));
});

test('it gives up after an election timeout, and proposes again', () => {
  const raft = settledLeader();
  raft.step(transferTo(N2));
  for (let tick = 1; tick < CONFIG.electionTicks; tick++) {
    deepStrictEqual(raft.step({ kind: 'tick' }).events, []);
    for (const from of [N2, N3]) receive(raft, { kind: 'heartbeat-reply', from, to: N1, term: 1, round: 0 });
  }
  deepStrictEqual(raft.step({ kind: 'tick' }).events, [FAILED]);
  strictEqual(raft.step({ kind: 'propose', sizes: [10] }).rejectedProposal, false);
  strictEqual(raft.step(transferTo(N3)).events[0]?.kind, 'transfer-began', 'it may try another');
});

test('it gives up at once when the connection to its successor is lost, and not for any other', () => {
  const raft = settledLeader();
  raft.step(transferTo(N2));
  deepStrictEqual(raft.step({ kind: 'unreachable', node: N3 }).events, []);
  deepStrictEqual(raft.step({ kind: 'unreachable', node: N2 }).events, [FAILED]);
});

test('successors are in touch, and the one with the most comes first', () => {
  const raft = leader();
  deepStrictEqual(raft.successors(), [], 'nobody has answered yet');
  receive(raft, accepted(N3, 1));
  deepStrictEqual(raft.successors(), [N3]);
  raft.step({ kind: 'propose', sizes: [10] });
  receive(raft, accepted(N2, 2));
  deepStrictEqual(raft.successors(), [N2, N3]);
  raft.step({ kind: 'unreachable', node: N2 });
  deepStrictEqual(raft.successors(), [N3]);
  deepStrictEqual(restored().successors(), []);
});

test('one at a time; who does not lead hands nothing over; only to another voter', () => {
  const raft = settledLeader();
  raft.step(transferTo(N2));
  expectReady(raft.step(transferTo(N3)), {});
  expectReady(restored().step(transferTo(N2)), {});
  for (const to of [N1, 'n9' as NodeId]) {
    const events = [
      { ...BEGAN, to },
      { ...FAILED, to },
    ];
    expectReady(settledLeader().step(transferTo(to)), { events });
  }
});

test('it ends with the leadership', () => {
  const raft = settledLeader();
  raft.step(transferTo(N2));
  const request = { kind: 'vote-request', from: N2, to: N1, term: 2, lastIndex: 1, lastTerm: 1, isTransfer: true } as const;
  const ready = receive(raft, request);
  deepStrictEqual(
    ready.events.map(({ kind }) => kind),
    ['stepped-down', 'became-follower', 'leader-changed'],
  );
  deepStrictEqual(ready.replies, [{ kind: 'vote-reply', from: N1, to: N2, term: 2, granted: true }]);
});

test('a vote request of a transfer is heard by who is in touch with its leader, any other is not; the log decides as ever', () => {
  const request = { kind: 'vote-request', from: N3, to: N1, term: 3, lastIndex: 1, lastTerm: 2, isTransfer: true } as const;
  const following = () => {
    const raft = restored({ term: 2, log: [2] });
    receive(raft, appendOf({ previousIndex: 1, previousTerm: 2 }));
    return raft;
  };
  expectReady(receive(following(), { ...request, isTransfer: false }), {});
  const [granted] = receive(following(), request).replies;
  deepStrictEqual(granted, { kind: 'vote-reply', from: N1, to: N3, term: 3, granted: true });
  const [refused] = receive(following(), { ...request, lastIndex: 0, lastTerm: 0 }).replies;
  deepStrictEqual(refused, { kind: 'vote-reply', from: N1, to: N3, term: 3, granted: false });
});

test('who is asked stands at once, without a pre-vote, and says that its leader wants it', () => {
  const raft = restored({ term: 2, log: [2] });
  const ready = receive(raft, { kind: 'timeout-now', from: N2, to: N1, term: 2 });
  const request = { kind: 'vote-request', from: N1, term: 3, lastIndex: 1, lastTerm: 2, isTransfer: true } as const;
  expectReady(ready, {
    write: { sequence: 1, hardState: { term: 3, votedFor: N1 }, reset: undefined, append: undefined },
    replies: [
      { ...request, to: N2 },
      { ...request, to: N3 },
    ],
    events: [{ kind: 'became-candidate', term: 3 }],
  });
  expectReady(receive(raft, { kind: 'timeout-now', from: N2, to: N1, term: 2 }), {});
});

test('who is held back, or has a claim, does not stand whoever asks', () => {
  const damaged = restored({ term: 2, log: [2] });
  damaged.step({ kind: 'hold-back', isHeldBack: true });
  const claiming = restored({ term: 2, log: [2], claim: { index: 5, term: 2 } });
  for (const [raft, term] of [
    [damaged, 2],
    [claiming, 3],
  ] as const) {
    const ready = receive(raft, { kind: 'timeout-now', from: N2, to: N1, term });
    deepStrictEqual([ready.replies, raft.status().role], [[], 'follower']);
  }
});
