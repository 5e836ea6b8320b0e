// What a node says (Raft Figure 2, the arguments and results of the RPCs): every message must be true of its sender, and wait for the writes that make it so for ever.
import type { Message } from '../../consensus/messages.ts';
import { holdsReceived } from './commits.ts';
import { checkUpToDate, text } from './inputs.ts';
import { inForce } from './members.ts';
import { holds, isHardStateDurable, lastIndexOf, lastTermOf } from './model-node.ts';
import { noteRound } from './reads.ts';
import type { RecordOf, Step } from './step.ts';

export function send(step: Step, { message, waitsFor }: RecordOf<'send'>): void {
  const { node, cluster } = step;
  step.allow(message.from === node.id && message.to !== node.id, 'sender-may', `from ${message.from} to ${message.to}`);
  const isOfOtherTerm = message.kind === 'pre-vote-request' || (message.kind === 'pre-vote-reply' && message.granted);
  step.allow(isOfOtherTerm || message.term === node.term, 'sender-may', `of term ${message.term}, it is in term ${node.term}`);
  check(step, message, waitsFor);
  cluster.noteSent(message, { by: node.instance, waitsFor });
}

function check(step: Step, message: Message, waitsFor: number): void {
  switch (message.kind) {
    case 'pre-vote-request':
    case 'vote-request':
      checkRequest(step, message, waitsFor);
      return;
    case 'pre-vote-reply':
      if (message.granted) checkPreVote(step, message);
      return;
    case 'vote-reply':
      if (message.granted) checkVote(step, message, waitsFor);
      return;
    case 'append-accepted':
      checkAccepted(step, message, waitsFor);
      return;
    case 'append-received':
      checkToLeader(step, message);
      step.allow(
        holdsReceived(step) && lastReceived(step) === message.matchIndex,
        'acknowledges-what-it-holds',
        'it has not received so much',
      );
      return;
    case 'append-rejected':
      checkRejected(step, message);
      return;
    case 'heartbeat-reply':
      checkHeartbeatReply(step, message);
      return;
    default:
      checkLeaders(step, message);
  }
}

/** Candidates ask with their last entry; the vote for themselves is durable before anyone can answer. */
function checkRequest(
  step: Step,
  message: Extract<Message, { readonly kind: 'pre-vote-request' | 'vote-request' }>,
  waitsFor: number,
): void {
  const { node } = step;
  const isPreVote = message.kind === 'pre-vote-request';
  step.allow(node.role === (isPreVote ? 'pre-candidate' : 'candidate'), 'sender-may', `a ${node.role} asks for votes`);
  step.allow(!isPreVote || message.term === node.term + 1, 'sender-may', `asks for pre-votes of term ${message.term} in term ${node.term}`);
  step.allow(
    message.lastIndex === lastIndexOf(node) && message.lastTerm === lastTermOf(node),
    'sender-may',
    `says its log ends at ${message.lastIndex}^${message.lastTerm}, it ends at ${lastIndexOf(node)}^${lastTermOf(node)}`,
  );
  if (!isPreVote) checkWaitsForHardState(step, waitsFor);
}

function checkWaitsForHardState(step: Step, waitsFor: number): void {
  const { hardStateSequence, instance } = step.node;
  step.allow(
    Math.max(waitsFor, instance.persistedSequence) >= hardStateSequence,
    'sent-when-durable',
    `waits for write ${waitsFor}, term and vote are in write ${hardStateSequence}`,
  );
}

function checkPreVote(step: Step, message: Extract<Message, { readonly kind: 'pre-vote-reply' }>): void {
  const { message: asked } = step;
  step.allow(asked?.kind === 'pre-vote-request' && asked.from === message.to && asked.term === message.term, 'sender-may', 'nobody asked');
  if (asked?.kind === 'pre-vote-request') checkUpToDate(step, asked);
}

/** voteGranted only to the one that is voted for, durably, and whose log is up to date: also when the vote is given again. */
function checkVote(step: Step, message: Extract<Message, { readonly kind: 'vote-reply' }>, waitsFor: number): void {
  const { node, message: asked } = step;
  step.allow(asked?.kind === 'vote-request' && asked.from === message.to && asked.term === message.term, 'one-vote-a-term', 'nobody asked');
  step.allow(node.votedFor === message.to, 'one-vote-a-term', `it says yes to ${message.to}, its vote is for ${node.votedFor}`);
  if (asked?.kind === 'vote-request') checkUpToDate(step, asked);
  checkWaitsForHardState(step, waitsFor);
}

/** A follower answers the leader of its term, and nobody else. */
function checkToLeader(step: Step, message: Message): void {
  const { node, cluster } = step;
  const leader = cluster.leaders.get(message.term)?.node;
  step.allow(
    node.role === 'follower' && leader === message.to,
    'sender-may',
    `a ${node.role} acknowledges to ${message.to}, the leader is ${leader}`,
  );
}

/** What an append proved equal to the leader's log, or a snapshot; no more, and durable when it leaves. */
function checkAccepted(
  step: Step,
  { kind, matchIndex, ...message }: Extract<Message, { readonly kind: 'append-accepted' }>,
  waitsFor: number,
): void {
  const { node } = step;
  checkToLeader(step, { kind, matchIndex, ...message });
  const proved = provedBy(step);
  step.allow(
    proved !== undefined && matchIndex <= proved,
    'acknowledges-what-it-holds',
    `up to ${matchIndex}, proved is ${proved ?? 'nothing'}`,
  );
  step.allow(matchIndex <= lastIndexOf(node), 'acknowledges-what-it-holds', `up to ${matchIndex}, the log ends at ${lastIndexOf(node)}`);
  const writtenBy = node.writtenBy[matchIndex] ?? 0;
  step.allow(
    Math.max(waitsFor, node.instance.persistedSequence) >= writtenBy,
    'sent-when-durable',
    `waits for write ${waitsFor}, entry ${matchIndex} is in write ${writtenBy}`,
  );
  checkWaitsForHardState(step, waitsFor);
}

/** How far this step proves the log equal to the leader's. */
function provedBy(step: Step): number | undefined {
  const { node, message, records } = step;
  if (message?.kind === 'append') return holdsReceived(step) ? lastReceived(step) : undefined;
  const first = records[0];
  let position = first?.event === 'input' && first.input.kind === 'installed' ? first.input.position : undefined;
  if (message?.kind === 'install-snapshot') position = { index: message.index, term: message.indexTerm };
  return position !== undefined && holds(node, position) ? position.index : undefined;
}

function lastReceived({ message }: Step): number | undefined {
  return message?.kind === 'append' ? message.previousIndex + message.terms.length : undefined;
}

/** Figure 2, AppendEntries receiver 1 and 2: false if the leader's term is behind, or the log does not contain the entry it names. */
function checkRejected(step: Step, { rejectedIndex }: Extract<Message, { readonly kind: 'append-rejected' }>): void {
  const { node, message } = step;
  const isAsked = message?.kind === 'append';
  const isOutdated = isAsked && message.term < node.term && rejectedIndex === 0;
  const isMissing =
    isAsked && rejectedIndex === message.previousIndex && !holds(node, { index: rejectedIndex, term: message.previousTerm });
  step.allow(isOutdated || isMissing, 'sender-may', `it rejects ${rejectedIndex}, which it holds or was not asked for`);
}

/** Confirms the round of a leader of its own term; to one of an earlier term it confirms none. */
function checkHeartbeatReply(step: Step, message: Extract<Message, { readonly kind: 'heartbeat-reply' }>): void {
  const { message: asked } = step;
  const isAsked = asked?.kind === 'heartbeat' && asked.from === message.to;
  const isConfirmed = isAsked && asked.term === message.term && message.round === asked.round;
  step.allow(
    isConfirmed || (isAsked && message.round === 0),
    'sender-may',
    `it confirms round ${message.round}, and was not asked for that in its term`,
  );
}

/** What only a leader says: of its own log, in a term and with a vote that are durable. */
function checkLeaders(step: Step, message: Message): void {
  const { node } = step;
  step.allow(node.role === 'leader' && isHardStateDurable(node), 'sender-may', `a ${node.role} sends a leader’s ${message.kind}`);
  switch (message.kind) {
    case 'append':
      checkSentAppend(step, message);
      return;
    case 'heartbeat':
      noteRound(node, message.round);
      step.allow(
        message.commit <= Math.min(node.commitIndex, node.match.get(message.to) ?? 0),
        'sender-may',
        `a heartbeat commits ${message.commit}, ${message.to} is known to hold ${node.match.get(message.to) ?? 0}, committed is ${node.commitIndex}`,
      );
      return;
    case 'install-snapshot': {
      const position = { index: message.index, term: message.indexTerm };
      const isCommitted = step.cluster.committed[position.index] === position.term && position.index <= node.commitIndex;
      step.allow(isCommitted, 'snapshot-committed', `${text(position)} is offered`);
      return;
    }
    case 'timeout-now':
      step.allow(node.match.get(message.to) === lastIndexOf(node), 'sender-may', 'it hands over to one whose log is behind');
      step.allow(inForce(node).voters.includes(message.to), 'sender-may', 'it hands over to one that is no voter');
      return;
    default:
  }
}

/** prevLogIndex, prevLogTerm, entries[], leaderCommit. */
function checkSentAppend(step: Step, message: Extract<Message, { readonly kind: 'append' }>): void {
  const { node } = step;
  const { previousIndex, previousTerm, terms, commit } = message;
  step.allow(commit <= node.commitIndex, 'sender-may', `it says that ${commit} is committed, ${node.commitIndex} is`);
  const isOwn = holds(node, { index: previousIndex, term: previousTerm });
  const areOwn = terms.every((term, position) => holds(node, { index: previousIndex + 1 + position, term }));
  step.allow(isOwn && areOwn, 'sender-may', 'it sends entries that its log does not hold');
}
