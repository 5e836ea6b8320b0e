// The follower's side of replication (Raft §5.3): which entries it takes, what it cuts, what it acknowledges and what it learns to be committed.
import { assert, defined, unreachable } from '../assert.ts';
import type { Append, Heartbeat } from '../messages.ts';
import type { NodeId } from '../types.ts';
import { noteTruncated } from './durability.ts';
import type { ConfigurationChange } from './ready.ts';
import { becomeFollower } from './roles.ts';
import type { StepContext } from './state.ts';

/** A message of the current term's leader came: candidates give way to it (Raft §5.2), and the election is put off. */
export function followLeader(context: StepContext, leader: NodeId): void {
  const { state } = context;
  switch (state.role.kind) {
    case 'leader':
      assert(false, `a term has one leader, not also ${leader}`);
      return;
    case 'pre-candidate':
    case 'candidate':
      becomeFollower(context, { term: state.term, leader, reason: 'higher-term' });
      break;
    case 'follower':
      assert(state.leader === undefined || state.leader === leader, `a term has one leader, not also ${leader}`);
      state.leader = leader;
      break;
    default:
      unreachable(state.role);
  }
  state.electionElapsedTicks = 0;
}

/** Takes the entries that continue a log equal to the leader's, and acknowledges exactly what this append proved equal. */
export function handleAppend(context: StepContext, message: Append, changes: readonly ConfigurationChange[]): void {
  const { config, state, effects } = context;
  const { log } = state;
  const reply = { from: config.id, to: message.from, term: state.term };
  // Below the base everything is committed, hence equal to what the leader has there.
  if (message.previousIndex >= log.base.index && !log.matches(message.previousIndex, message.previousTerm)) {
    assert(message.previousIndex > state.commitIndex, 'a leader holds every committed entry');
    const place = log.lastAtOrBelow({ index: message.previousIndex, term: message.previousTerm });
    const hint = defined(place, 'a leader holds the base, and so does the hint');
    effects.replies.push({
      kind: 'append-rejected',
      ...reply,
      rejectedIndex: message.previousIndex,
      hintIndex: hint.index,
      hintTerm: hint.term,
    });
    return;
  }
  const skip = countHeld(context, message);
  if (skip < message.terms.length) takeEntries(context, message, { skip, changes });
  const matchIndex = message.previousIndex + message.terms.length;
  commitUpTo(context, Math.min(message.commit, matchIndex));
  // Whatever is durable already is acknowledged at once anyway.
  if (config.acknowledge === 'received' && message.terms.length > 0 && matchIndex > state.durability.persistedIndex) {
    effects.messages.push({ kind: 'append-received', ...reply, matchIndex });
  }
  effects.replies.push({ kind: 'append-accepted', ...reply, matchIndex });
}

export function handleHeartbeat(context: StepContext, message: Heartbeat): void {
  const { config, state, effects } = context;
  // The leader counts only on what this node acknowledged, and that was durable: if it is not there, the disk has lost it.
  assert(message.commit <= state.log.lastIndex, 'what was acknowledged is in the log');
  commitUpTo(context, message.commit);
  effects.messages.push({ kind: 'heartbeat-reply', from: config.id, to: message.from, term: state.term, round: message.round });
}

/** How many of the entries the log holds already: an append that came before, or comes late, cuts nothing (Raft §5.3). */
function countHeld({ state }: StepContext, message: Append): number {
  const { log } = state;
  let held = 0;
  for (const term of message.terms) {
    const index = message.previousIndex + 1 + held;
    if (index >= log.base.index && !log.matches(index, term)) break;
    held++;
  }
  return held;
}

/** Appends the entries from number `skip` on, which the log does not hold, in place of whatever it has there. `changes`: the membership entries among all of them. */
function takeEntries(
  { state, effects }: StepContext,
  message: Append,
  { skip, changes }: { readonly skip: number; readonly changes: readonly ConfigurationChange[] },
): void {
  const fromIndex = message.previousIndex + 1 + skip;
  assert(fromIndex > state.commitIndex, 'a committed entry is never overwritten');
  if (fromIndex <= state.log.lastIndex) {
    state.log.truncateFrom(fromIndex);
    state.sizes.truncateFrom(fromIndex);
    state.configurations.truncateFrom(fromIndex);
    noteTruncated(state.durability, fromIndex);
  }
  const terms = message.terms.slice(skip);
  state.log.append(terms);
  state.sizes.append(message.sizes.slice(skip));
  for (const change of changes) if (change.index >= fromIndex) state.configurations.append(change);
  effects.setAppend({ fromIndex, terms, source: { kind: 'message', skip } });
}

function commitUpTo({ state }: StepContext, index: number): void {
  state.commitIndex = Math.max(state.commitIndex, index);
}
