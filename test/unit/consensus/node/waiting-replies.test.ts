// Replies of one leadership: after what they wait for, or at once when it is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { WaitingReplies } from '../../../../consensus/node/waiting-replies.ts';
import type { NodeId, Refusal, SubmitResult } from '../../../../consensus/types.ts';

const n2 = 'n2' as NodeId;
const notLeader: Refusal = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' };
const conflict: Refusal = { kind: 'refused', code: 'CONFLICT', outcome: 'none', offset: 5 };

function harness() {
  const answers: [number, SubmitResult, boolean][] = [];
  const to = (position: number, isVoid = false) => ({
    position,
    isVoid,
    reply: (...answer: [number, SubmitResult, boolean]) => answers.push(answer),
  });
  return { replies: new WaitingReplies(), answers, to };
}

test('an appended transaction is answered when its offset is applied, not before', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.addAppended(6, to(1, true));
  replies.applied(4);
  assert.deepEqual(answers, []);
  replies.applied(5);
  assert.deepEqual(answers, [[0, { kind: 'committed', offset: 5, duplicate: false }, false]]);
  replies.applied(6);
  assert.deepEqual(answers[1], [1, { kind: 'committed', offset: 6, duplicate: false }, true]);
});

test('a conflict with a pending transaction leaves after that one was applied', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.addDependent(5, { to: to(1), result: conflict, isVoid: false, ifLost: notLeader });
  replies.applied(5);
  assert.deepEqual(answers, [
    [0, { kind: 'committed', offset: 5, duplicate: false }, false],
    [1, conflict, false],
  ]);
});

test('lost leadership: appended is unknown, a waiting conflict is none, a waiting duplicate is unknown', () => {
  const { replies, answers, to } = harness();
  const duplicate: SubmitResult = { kind: 'committed', offset: 5, duplicate: true };
  const lost: Refusal = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' };
  replies.addAppended(5, to(0));
  replies.addDependent(5, { to: to(1), result: conflict, isVoid: false, ifLost: notLeader });
  replies.addDependent(5, { to: to(2), result: duplicate, isVoid: false, ifLost: lost });
  replies.lost({ leader: n2, code: 'LEADERSHIP_LOST' });
  assert.deepEqual(answers, [
    [0, { ...lost, leader: n2 }, false],
    [1, { ...notLeader, leader: n2 }, false],
    [2, { ...lost, leader: n2 }, false],
  ]);
});

test('what another leader commits under the same offset answers nobody', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.lost({ leader: undefined, code: 'LEADERSHIP_LOST' });
  replies.applied(5);
  assert.equal(answers.length, 1);
});

// ---- Accepted ----

const duplicateOf = (offset: number): SubmitResult => ({ kind: 'committed', offset, duplicate: true });
const lostDuplicate: Refusal = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' };

test('what a quorum has received is answered once, as accepted; the commit says nothing more', () => {
  const { replies, answers, to } = harness();
  for (let position = 0; position < 3; position++) replies.addAppended(5 + position, to(position));
  replies.accepted(6);
  const accepted = [
    [0, { kind: 'accepted', offset: 5, duplicate: false }, false],
    [1, { kind: 'accepted', offset: 6, duplicate: false }, false],
  ];
  assert.deepEqual(answers, accepted);
  replies.accepted(6);
  replies.applied(6);
  assert.deepEqual(answers, accepted);
  replies.applied(7);
  assert.deepEqual(answers[2], [2, { kind: 'committed', offset: 7, duplicate: false }, false]);
});

test('acceptance that comes after the commit answers nobody', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.applied(5);
  replies.accepted(5);
  assert.equal(answers.length, 1);
});

test('a void is answered when it is committed, for only that settles its key', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0, true));
  replies.addDependent(5, { to: to(1, true), result: duplicateOf(5), isVoid: true, ifLost: lostDuplicate });
  replies.accepted(5);
  assert.deepEqual(answers, []);
  replies.applied(5);
  assert.deepEqual(answers, [
    [0, { kind: 'committed', offset: 5, duplicate: false }, true],
    [1, duplicateOf(5), true],
  ]);
});

test('a repeat of what is pending is accepted with it, or at once; a void that meets it and a conflict wait for the commit', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.addDependent(5, { to: to(1), result: duplicateOf(5), isVoid: false, ifLost: lostDuplicate });
  replies.addDependent(5, { to: to(2, true), result: duplicateOf(5), isVoid: false, ifLost: lostDuplicate });
  replies.addDependent(5, { to: to(3), result: conflict, isVoid: false, ifLost: notLeader });
  replies.accepted(5);
  replies.addDependent(5, { to: to(4), result: duplicateOf(5), isVoid: false, ifLost: lostDuplicate });
  replies.addDependent(5, { to: to(5), result: conflict, isVoid: false, ifLost: notLeader });
  const accepted = { kind: 'accepted', offset: 5, duplicate: true };
  assert.deepEqual(answers.splice(0), [
    [0, { kind: 'accepted', offset: 5, duplicate: false }, false],
    [1, accepted, false],
    [4, accepted, false],
  ]);
  replies.applied(5);
  assert.deepEqual(answers, [
    [2, duplicateOf(5), false],
    [3, conflict, false],
    [5, conflict, false],
  ]);
});

test('lost leadership: accepted has been answered, the rest is unknown, and the next leadership begins anew', () => {
  const { replies, answers, to } = harness();
  replies.addAppended(5, to(0));
  replies.addAppended(6, to(1));
  replies.accepted(5);
  replies.lost({ leader: n2, code: 'LEADERSHIP_LOST' });
  assert.deepEqual(answers[1], [1, { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown', leader: n2 }, false]);
  replies.addAppended(5, to(2));
  replies.addDependent(5, { to: to(3), result: duplicateOf(5), isVoid: false, ifLost: lostDuplicate });
  assert.equal(answers.length, 2);
});

test('offsets that are not dense break an assertion', () => {
  const { replies, to } = harness();
  replies.addAppended(5, to(0));
  assert.throws(() => replies.addAppended(7, to(1)), /densely/);
});

test('under a load that never pauses every offset is answered once, in order, and what was answered takes no room', () => {
  const replies = new WaitingReplies();
  const pending = 100;
  let answered = 0;
  const reply = (_: number, result: SubmitResult): void => {
    if (result.kind !== 'committed' || result.offset !== ++answered) assert.fail(`${JSON.stringify(result)} after ${answered}`);
  };
  const to = { position: 0, isVoid: false, reply };
  const before = heapBytes();
  for (let offset = 1; offset <= 2_000_000; offset++) {
    replies.addAppended(offset, to);
    if (offset > pending) replies.applied(offset - pending);
  }
  assert.ok(heapBytes() - before < 8_000_000, 'one word for each answered transaction would be twice that');
  assert.equal(answered, 2_000_000 - pending);
  replies.applied(2_000_000);
  assert.equal(answered, 2_000_000);
});

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
