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
