// What is written: term and vote, entries appended and deleted, a log that begins anew (Raft Figure 2, persistent state; AppendEntries receiver 3 and 4; §5.3, §7).
import { text } from './inputs.ts';
import { appendOwnChange, cutChanges, installMembers, takeChanges } from './members.ts';
import { holds, lastIndexOf, logBehind, type PendingWrite } from './model-node.ts';
import type { RecordOf, Step } from './step.ts';

/** The write of this step, in the order of sequence numbers. */
function writeOf(step: Step, sequence: number): PendingWrite {
  const { node } = step;
  const last = node.pending.at(-1);
  if (last !== undefined && last.sequence === sequence) return last;
  step.allow(sequence === node.lastSequence + 1, 'state-says-so', `write ${sequence} follows write ${node.lastSequence}`);
  node.lastSequence = sequence;
  const write: PendingWrite = { sequence };
  node.pending.push(write);
  return write;
}

export function writeHardState(step: Step, { sequence, term, votedFor }: RecordOf<'hard-state'>): void {
  const { node } = step;
  step.allow(
    term === node.term && votedFor === node.votedFor,
    'hard-state-written',
    `written: term ${term}, vote ${votedFor}; it is in term ${node.term}, vote ${node.votedFor}`,
  );
  writeOf(step, sequence).hardState = { term, votedFor };
  node.hardStateSequence = sequence;
}

/** A follower deletes from the first entry that conflicts with one of the leader's. */
export function truncate(step: Step, { from, to }: RecordOf<'truncate'>): void {
  const { node, message } = step;
  step.allow(to === lastIndexOf(node), 'truncate-conflict', `deleted up to ${to}, the log ends at ${lastIndexOf(node)}`);
  step.allow(from > node.commitIndex, 'truncate-conflict', `entry ${from} is committed`);
  step.allow(
    node.role === 'follower' && message?.kind === 'append',
    'truncate-conflict',
    'only an AppendEntries deletes, and only in a follower',
  );
  if (message?.kind !== 'append') return;
  const conflicting = message.terms[from - message.previousIndex - 1];
  step.allow(
    conflicting !== undefined && conflicting !== node.log[from],
    'truncate-conflict',
    `entry ${from} of term ${node.log[from]} does not conflict with one of term ${conflicting}`,
  );
  node.log.length = from;
  node.writtenBy.length = from;
  cutChanges(node, from);
}

export function append(step: Step, record: RecordOf<'append'>): void {
  const { node, cluster } = step;
  const { sequence, from, terms, source } = record;
  step.allow(from === lastIndexOf(node) + 1, 'append-consistency', `appended at ${from}, the log ends at ${lastIndexOf(node)}`);
  if (source === 'message') checkReceived(step, record);
  else checkOwn(step, record);
  if (source === 'message') takeChanges(step, from);
  if (source === 'proposal') appendOwnChange(step, { from, term: node.term });
  writeOf(step, sequence).append = { from, terms };
  terms.forEach((term, position) => {
    const index = from + position;
    step.allow(
      cluster.maybeNoteEntry({ index, term }, node.log[index - 1]),
      'log-matching',
      `entry ${text({ index, term })} has another entry before it than in some other log`,
    );
    node.log.push(term);
    node.writtenBy.push(sequence);
  });
}

function checkOwn(step: Step, { terms, source }: RecordOf<'append'>): void {
  const { node } = step;
  step.allow(node.role === 'leader', 'leader-append-only', `a ${node.role} appends entries of its own`);
  step.allow(
    terms.every((term) => term === node.term),
    'leader-append-only',
    `terms ${terms.join(' ')} in term ${node.term}`,
  );
  step.allow(source === 'proposal' || step.changes('became-leader'), 'leader-append-only', 'a no-op begins a term, and only that');
}

/** The consistency check, and nothing is skipped that is not in the log. */
function checkReceived(step: Step, { from, terms }: RecordOf<'append'>): void {
  const { node, message } = step;
  step.allow(
    message?.kind === 'append' && message.term === node.term && node.role === 'follower',
    'append-consistency',
    'entries come to a follower, from the leader of its term',
  );
  if (message?.kind !== 'append') return;
  checkConsistent(step);
  const skipped = from - message.previousIndex - 1;
  const rest = message.terms.slice(skipped);
  step.allow(
    skipped >= 0 && rest.length === terms.length && rest.every((term, position) => term === terms[position]),
    'append-consistency',
    `entries from ${from} on of terms ${terms.join(' ')} are not the leader’s`,
  );
  message.terms.slice(0, skipped).forEach((term, position) => {
    const held = { index: message.previousIndex + 1 + position, term };
    step.allow(holds(node, held), 'append-consistency', `entry ${text(held)} is left out and not in the log`);
  });
}

/** Figure 2, AppendEntries receiver 2: the log contains an entry at prevLogIndex whose term is prevLogTerm. */
export function checkConsistent(step: Step): void {
  const { node, message } = step;
  if (message?.kind !== 'append') return;
  const previous = { index: message.previousIndex, term: message.previousTerm };
  step.allow(holds(node, previous), 'append-consistency', `the log does not hold ${text(previous)}`);
}

/** §7: discard the entire log. */
export function reset(step: Step, { sequence, base }: RecordOf<'reset'>): void {
  const { node, cluster, records } = step;
  const first = records[0];
  const isInstalled = first?.event === 'input' && first.input.kind === 'installed' && text(first.input.position) === text(base);
  step.allow(isInstalled && node.role !== 'leader', 'reset-by-snapshot', `behind ${text(base)}`);
  step.allow(cluster.committed[base.index] === base.term, 'snapshot-committed', `${text(base)} is not committed`);
  step.allow(base.index > node.commitIndex && !holds(node, base), 'reset-by-snapshot', `the log holds ${text(base)}`);
  node.resetUnderWay = { sequence, commitIndex: node.resetUnderWay?.commitIndex ?? node.commitIndex };
  writeOf(step, sequence).reset = base;
  node.base = base;
  node.log = logBehind(base);
  node.writtenBy = node.log.map(() => sequence);
  installMembers(step, base.index);
}
