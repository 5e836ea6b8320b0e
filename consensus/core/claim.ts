// What a node may have acknowledged and cannot find any more (DESIGN §8, unclear last syncs). While its claim binds, it votes for no log that is
// behind the claim and does not stand, so that what is committed by its acknowledgement stays committed.
//
// The claim ends when the durable log has reached it in the order of Raft §5.4.1. An entry that was committed by this node's acknowledgement in term T is at or below
// the claim. A log that reaches the claim ends in an entry of a later term than T, whose leader held the committed entry (leader completeness), or in one of term T itself at or
// behind it; either way it contains the entry (log matching). It must be durable: a claim that ended for what a crash takes away again would be forgotten too early.
import { assert } from '../assert.ts';
import type { Message } from '../messages.ts';
import type { LogPosition } from '../types.ts';
import { comparePositions } from './log-terms.ts';
import { becomeFollower } from './roles.ts';
import type { StepContext } from './state.ts';

/** Ends the claim if the durable log has reached it. */
export function maybeSettleClaim({ state, effects }: StepContext): boolean {
  const { claim, durability, log } = state;
  if (claim === undefined) return false;
  const index = durability.persistedIndex;
  const term = log.termAt(index);
  if (term === undefined || comparePositions({ index, term }, claim) < 0) return false;
  state.claim = undefined;
  effects.events.push({ kind: 'claim-settled', claim });
  return true;
}

/**
 * All other voters answered, and the last place of their logs is `furthest`; no leader counts any more on what this node acknowledged before its recovery. What was committed by
 * that, and is still anywhere, is in a log that ends at or before `furthest`. A log that is not behind contains it, by the argument above: it is enough to ask for that.
 */
export function lowerClaim({ state }: StepContext, furthest: LogPosition): void {
  const { claim } = state;
  if (claim === undefined || comparePositions(furthest, claim) >= 0) return;
  state.claim = { index: furthest.index, term: furthest.term };
}

/**
 * In the term of its recovery, a node with a claim may have acknowledged to this leader what it has lost. The leader counts on that, rightly, but would never send it again. So the
 * node leaves the term: a leader of a later one asks anew what it holds. Returns whether it did.
 */
export function maybeLeaveRecoveredTerm(context: StepContext, message: Message): boolean {
  const { state } = context;
  if (state.claim === undefined || message.term !== state.recoveredTerm || state.term !== state.recoveredTerm) return false;
  if (message.kind !== 'append' && message.kind !== 'heartbeat' && message.kind !== 'install-snapshot') return false;
  assert(state.role.kind === 'follower', 'who has a claim stands in no term');
  becomeFollower(context, { term: state.term + 1, leader: undefined, reason: 'higher-term' });
  return true;
}
