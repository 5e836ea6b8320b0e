// Linearizable reads (thesis §6.4), one input at a time.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { Heartbeat } from '../../../../consensus/messages.ts';
import { expectReady, leader, N1, N2, N3, receive, restored } from './support.ts';

/** n1 leads term 1 with its no-op committed, known to n2. */
function settled(): Raft {
  const raft = leader();
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 1 });
  return raft;
}

const heartbeats = (round: number): Heartbeat[] => [
  { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 1, round },
  { kind: 'heartbeat', from: N1, to: N3, term: 1, commit: 0, round },
];
const answered = (from: typeof N1, round: number) => ({ kind: 'heartbeat-reply', from, to: N1, term: 1, round }) as const;

test('a read asks a majority whether the leader still leads, and is granted at the commit index of when it came', () => {
  const raft = settled();
  expectReady(raft.step({ kind: 'read', id: 7 }), { messages: heartbeats(1) });
  expectReady(receive(raft, answered(N2, 1)), { reads: [{ id: 7, index: 1 }] });
});

test('an answer to an older round, or of an older term, grants nothing', () => {
  const raft = leader({ term: 1, log: [1] });
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 2, matchIndex: 2 });
  raft.step({ kind: 'read', id: 7 });
  expectReady(receive(raft, { ...answered(N2, 0), term: 2 }), {});
  expectReady(receive(raft, { ...answered(N2, 1), term: 1 }), {});
  expectReady(receive(raft, { ...answered(N2, 1), term: 2 }), { reads: [{ id: 7, index: 2 }] });
});

// The simulator found a read granted without a quorum: n1 led term 1 and asked in round 1; its heartbeat came to n2 late, when n2 was of term 2 already. n2 answered
// with its own term, as it must, but also with round 1; by then n1 led term 2 and had a round 1 there, too. An answer to an older term now names no round.
test('an answer to a heartbeat of an earlier term confirms no round of a later one', () => {
  const behind = restored({ term: 2, log: [1] }, { id: N2 });
  const [late] = receive(behind, { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 1, round: 1 }).messages;
  const raft = leader({ term: 1, log: [1] });
  receive(raft, { kind: 'append-accepted', from: N3, to: N1, term: 2, matchIndex: 2 });
  raft.step({ kind: 'read', id: 7 });
  deepStrictEqual(late, { kind: 'heartbeat-reply', from: N2, to: N1, term: 2, round: 0 });
  deepStrictEqual(receive(raft, late).reads, []);
});

test('reads that come while a round is under way share the next one', () => {
  const raft = settled();
  raft.step({ kind: 'read', id: 1 });
  expectReady(raft.step({ kind: 'read', id: 2 }), {});
  expectReady(raft.step({ kind: 'read', id: 3 }), {});
  expectReady(receive(raft, answered(N2, 1)), { messages: heartbeats(2), reads: [{ id: 1, index: 1 }] });
  expectReady(receive(raft, answered(N2, 2)), {
    reads: [
      { id: 2, index: 1 },
      { id: 3, index: 1 },
    ],
  });
});

test('a lost round is made up for by the next heartbeat, which is a new one for the reads that wait', () => {
  const raft = settled();
  raft.step({ kind: 'read', id: 1 });
  raft.step({ kind: 'read', id: 2 });
  raft.step({ kind: 'tick' });
  expectReady(raft.step({ kind: 'tick' }), { messages: heartbeats(2) });
  expectReady(receive(raft, answered(N2, 2)), {
    reads: [
      { id: 1, index: 1 },
      { id: 2, index: 1 },
    ],
  });
});

test('a new leader keeps reads until it has committed an entry of its own', () => {
  const raft = leader();
  expectReady(raft.step({ kind: 'read', id: 7 }), {});
  const ready = receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 1 });
  strictEqual(ready.messages.filter((message) => message.kind === 'heartbeat' && message.round === 1).length, 2);
  expectReady(receive(raft, answered(N2, 1)), { reads: [{ id: 7, index: 1 }] });
});

test('whoever does not lead rejects a read at once', () => {
  expectReady(restored().step({ kind: 'read', id: 7 }), { rejectedReads: [7] });
});

test('lost leadership rejects all reads that wait, early ones too', () => {
  const waiting = settled();
  waiting.step({ kind: 'read', id: 1 });
  waiting.step({ kind: 'read', id: 2 });
  const early = leader();
  early.step({ kind: 'read', id: 3 });
  const deposed = (raft: Raft) => receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 9, granted: false }).rejectedReads;
  strictEqual(deposed(waiting).join(), '1,2');
  strictEqual(deposed(early).join(), '3');
});

test('a cluster of one grants at once what it has committed in its term', () => {
  const raft = restored({}, { voters: [N1] });
  while (raft.step({ kind: 'tick' }).events.length === 0);
  raft.step({ kind: 'persisted', sequence: 1 });
  expectReady(raft.step({ kind: 'read', id: 1 }), { replySequence: 2 });
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { commit: { from: 1, to: 1 }, reads: [{ id: 1, index: 1 }] });
  expectReady(raft.step({ kind: 'read', id: 2 }), { reads: [{ id: 2, index: 1 }] });
});

test('an answer to a round that was never asked for stops the node', () => {
  throws(() => receive(settled(), answered(N2, 1)), /a follower answers only rounds that were asked for/);
});
