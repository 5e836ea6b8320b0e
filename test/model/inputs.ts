// What comes in, and what follows from it for term, vote and counts (Raft Figure 2, Rules for Servers; RequestVote). What the node makes durable, commits and sends because of
// it is judged in the files beside this one.
import type { Input } from '../../consensus/core/ready.ts';
import type { Message } from '../../consensus/messages.ts';
import type { LogPosition } from '../../consensus/types.ts';
import { checkChanges } from './members.ts';
import { durableIndexOf, holds, isAtLeast, lastIndexOf, persist } from './model-node.ts';
import { noteAnswered, noteRead } from './reads.ts';
import type { RecordOf, Step } from './step.ts';

/** A message came: it was sent, its sender let it leave, and it counts for what Figure 2 says. */
export function receive(step: Step, record: RecordOf<'receive'>): void {
  const { message } = record;
  const { cluster, node } = step;
  step.allow(message.to === node.id, 'message-was-sent', `it is for ${message.to}`);
  const sending = cluster.sendingOf(message);
  step.allow(sending !== 'never-sent', 'message-was-sent', `${message.from} never sent ${JSON.stringify(message)}`);
  step.allow(
    sending !== 'held',
    'sent-when-durable',
    `${message.from} says ${message.kind} before the write that it waits for is durable there`,
  );
  checkChanges(step, record);
  enterTerm(step, message);
  if (message.term === step.before.term) count(step, message);
}

/** The term after the step, and the vote in it, so far as the message and a candidacy allow. */
function enterTerm(step: Step, message: Message): void {
  const { after } = step;
  const stands = step.changes('became-candidate') ? 1 : 0;
  const entered = after.term - stands;
  const allowed = [step.before.term];
  const isPromise = message.kind === 'pre-vote-request' || (message.kind === 'pre-vote-reply' && message.granted);
  if (message.term > step.before.term && !isPromise) allowed.push(message.term);
  // Beyond Figure 2: a node with a claim leaves the term of a leader that may count on what it lost.
  if (step.before.claim !== null && message.term === step.before.term) allowed.push(step.before.term + 1);
  step.allow(
    allowed.includes(entered),
    'term-rises',
    `from term ${step.before.term} to ${after.term} by a ${message.kind} of term ${message.term}`,
  );
  moveTo(step, entered);
  if (message.kind === 'vote-request' && stands === 0) maybeVote(step, message);
}

/** Nobody is voted for yet in a later term. */
export function moveTo({ node }: Step, term: number): void {
  if (term === node.term) return;
  node.term = term;
  node.votedFor = null;
}

/** Figure 2, RequestVote receiver 2: if votedFor is null or the candidate, and the candidate's log is at least as up to date. */
function maybeVote(step: Step, message: Extract<Message, { readonly kind: 'vote-request' }>): void {
  const { node, after } = step;
  if (after.votedFor === node.votedFor) return;
  const isAskedFor = after.votedFor === message.from && message.term === node.term;
  step.allow(
    node.votedFor === null && isAskedFor,
    'one-vote-a-term',
    `the vote goes from ${node.votedFor} to ${after.votedFor} in term ${node.term}`,
  );
  checkUpToDate(step, message);
  node.votedFor = message.from;
}

/** The log that is voted for, or would be, is not behind this node's, nor behind what it claims. */
export function checkUpToDate(step: Step, asked: { readonly lastIndex: number; readonly lastTerm: number }): void {
  const { node } = step;
  const log: LogPosition = { index: asked.lastIndex, term: asked.lastTerm };
  const own: LogPosition = { index: lastIndexOf(node), term: step.after.lastTerm };
  step.allow(isAtLeast(log, own), 'vote-up-to-date', `a log up to ${text(log)} is behind ${text(own)}`);
  step.allow(node.claim === null || isAtLeast(log, node.claim), 'claim-binds', `a log up to ${text(log)} does not reach the claim`);
}

/** Only answers of the node's own term count. */
function count({ node }: Step, message: Message): void {
  const { from } = message;
  if (message.kind === 'vote-reply' && message.granted && node.role === 'candidate') node.votes.add(from);
  if (node.role !== 'leader') return;
  const raise = (map: Map<typeof from, number>, to: number) => map.set(from, Math.max(map.get(from) ?? 0, to));
  if (message.kind === 'append-accepted') {
    raise(node.match, message.matchIndex);
    raise(node.received, message.matchIndex);
  } else if (message.kind === 'append-received') {
    raise(node.received, message.matchIndex);
  } else if (message.kind === 'heartbeat-reply') {
    noteAnswered(node, from, message.round);
  }
}

/** A granted pre-vote is for the term that the node would stand in. */
export function countPreVote({ node, before }: Step, message: Message): void {
  if (message.kind !== 'pre-vote-reply' || !message.granted) return;
  if (node.role === 'pre-candidate' && message.term === before.term + 1) node.preVotes.add(message.from);
}

/** Anything but a message. Of its own accord a node only stands: the term is otherwise what it was. */
export function input(step: Step, { input }: RecordOf<'input'>): void {
  const { node, after } = step;
  const stands = step.changes('became-candidate') ? 1 : 0;
  step.allow(after.term === node.term + stands, 'term-rises', `from term ${node.term} to ${after.term} without a message`);
  handle(step, input);
}

function handle(step: Step, input: Input): void {
  const { node } = step;
  switch (input.kind) {
    case 'persisted':
      step.allow(
        input.sequence >= node.instance.persistedSequence && input.sequence <= node.lastSequence,
        'state-says-so',
        `write ${input.sequence} is called durable, of 1..${node.lastSequence} issued`,
      );
      persist(node, input.sequence);
      return;
    case 'applied':
      applied(step, input.index);
      return;
    case 'snapshotted':
      step.allow(
        input.position.index <= node.commitIndex,
        'snapshot-committed',
        `at ${text(input.position)}, committed up to ${node.commitIndex}`,
      );
      noteSnapshot(step, input.position);
      return;
    case 'compacted':
      if (input.base.index <= node.base.index) return;
      step.allow(
        input.base.index <= node.appliedIndex && input.base.index <= node.snapshot.index && holds(node, input.base),
        'snapshot-committed',
        `${text(input.base)} is compacted, applied up to ${node.appliedIndex}, snapshot at ${text(node.snapshot)}`,
      );
      node.base = input.base;
      return;
    case 'hold-back':
      node.isHeldBack = input.isHeldBack;
      return;
    case 'claim-lowered':
      if (node.claim !== null && isAtLeast(node.claim, input.furthest)) node.claim = input.furthest;
      return;
    case 'read':
      noteRead(step, input.id);
      return;
    default:
  }
}

/** A snapshot that was overtaken by a later reset may still be said to be applied: it says nothing. */
function applied(step: Step, index: number): void {
  const { node } = step;
  if (index > node.handedIndex && node.resetUnderWay !== undefined) return;
  step.allow(
    index >= node.appliedIndex && index <= Math.max(node.handedIndex, node.base.index),
    'apply-committed',
    `applied up to ${index}, of ${node.handedIndex} handed out`,
  );
  node.appliedIndex = index;
}

/** A newer snapshot takes the place of an older one, and is of an entry that some leader has committed. */
export function noteSnapshot(step: Step, position: LogPosition): void {
  const { node, cluster } = step;
  if (position.index <= node.snapshot.index) return;
  step.allow(cluster.committed[position.index] === position.term, 'snapshot-committed', `${text(position)} is not committed`);
  node.snapshot = position;
}

/** Beyond Figure 2: the claim ends when the durable log has reached it. */
export function settleClaim(step: Step): void {
  const { node } = step;
  const index = durableIndexOf(node);
  const reached: LogPosition = { index, term: node.log[index] ?? 0 };
  step.allow(node.claim !== null && isAtLeast(reached, node.claim), 'claim-binds', `durable is ${text(reached)}`);
  node.claim = null;
}

export function text({ index, term }: LogPosition): string {
  return `${index}^${term}`;
}
