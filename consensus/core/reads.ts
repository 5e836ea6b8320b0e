// Linearizable reads by ReadIndex (thesis §6.4), and the heartbeats whose answers confirm them. One round is under way at a time and covers every
// read that was registered before it started; the next one starts when it is confirmed, or with the next heartbeat if it is lost.
import { assert } from '../assert.ts';
import type { HeartbeatReply } from '../messages.ts';
import { quorumValue } from './quorum.ts';
import { offerSnapshotsAgain } from './snapshots.ts';
import { type Leading, progressOf, type StepContext } from './state.ts';

/** Sends every follower what it needs to know that the leader is alive, and to answer the current round. */
export function broadcastHeartbeat({ config, state, effects }: StepContext, leading: Leading): void {
  for (const progress of leading.followers) {
    const commit = Math.min(state.commitIndex, progress.matchIndex);
    effects.messages.push({ kind: 'heartbeat', from: config.id, to: progress.id, term: state.term, commit, round: leading.round });
  }
}

/** The interval has passed: a heartbeat to all, as a new round if reads wait for one, and a snapshot to those that need it. */
export function heartbeat(context: StepContext, leading: Leading): void {
  if (hasReadsForNextRound(leading)) leading.round++;
  broadcastHeartbeat(context, leading);
  offerSnapshotsAgain(context, leading);
}

/** Registers a read on a leader. Its index is final: what commits later was not acknowledged to anyone before the read came. */
export function registerRead({ state }: StepContext, leading: Leading, id: number): void {
  if (state.commitIndex < leading.noOpIndex) leading.earlyReads.push(id);
  else leading.waitingReads.push({ id, index: state.commitIndex, round: leading.round + 1 });
}

/** Takes note of an answered round. */
export function noteRound(leading: Leading, message: HeartbeatReply): void {
  assert(message.round <= leading.round, 'a follower answers only rounds that were asked for');
  const progress = progressOf(leading, message.from);
  progress.round = Math.max(progress.round, message.round);
}

/** Grants the reads whose round a quorum has answered, and starts the next round if reads wait for it and none is under way. */
export function serveReads(context: StepContext, leading: Leading): void {
  const { state, effects } = context;
  if (state.commitIndex >= leading.noOpIndex) {
    for (const id of leading.earlyReads.splice(0)) registerRead(context, leading, id);
  }
  if (leading.waitingReads.length === 0) return;
  let confirmed = confirmedRound(context, leading);
  if (confirmed === leading.round && hasReadsForNextRound(leading)) {
    leading.round++;
    broadcastHeartbeat(context, leading);
    confirmed = confirmedRound(context, leading);
  }
  let granted = 0;
  for (const read of leading.waitingReads) {
    if (read.round > confirmed) break;
    effects.reads.push({ id: read.id, index: read.index });
    granted++;
  }
  leading.waitingReads.splice(0, granted);
}

/** The leadership is lost: nobody will confirm these any more. */
export function rejectAllReads({ effects }: StepContext, leading: Leading): void {
  for (const read of leading.waitingReads) effects.rejectedReads.push(read.id);
  effects.rejectedReads.push(...leading.earlyReads);
}

/** The last round that a quorum, the leader itself included, has answered. */
function confirmedRound({ config, state }: StepContext, leading: Leading): number {
  return quorumValue(state.configurations.current, (id) => (id === config.id ? leading.round : progressOf(leading, id).round));
}

function hasReadsForNextRound(leading: Leading): boolean {
  const newest = leading.waitingReads.at(-1);
  return newest !== undefined && newest.round > leading.round;
}
