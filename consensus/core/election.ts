// Elections (Raft §5.2, §5.4.1) with pre-vote and check-quorum (thesis §9.6, §6.2): who may stand, who gets a vote, when one has won.
import type { PreVoteReply, PreVoteRequest, VoteReply, VoteRequest } from '../messages.ts';
import type { NodeId } from '../types.ts';
import { isEligible, otherElectors } from './configurations.ts';
import { isHardStateDurable } from './durability.ts';
import { comparePositions } from './log-terms.ts';
import { isQuorum } from './quorum.ts';
import { becomeCandidate, becomeFollower, becomeLeader, becomePreCandidate, resetElectionTimer } from './roles.ts';
import type { Leading, StepContext } from './state.ts';

/** Election timeouts that a leader waits for its own disk while others commit without it. */
const SLOW_DISK_TIMEOUTS = 2;

/** No leader was heard of for an election timeout: asks the others whether they would vote for this node. */
export function startPreVote(context: StepContext): void {
  const { config, state, effects } = context;
  becomePreCandidate(context);
  const asked = { from: config.id, term: state.term + 1, lastIndex: state.log.lastIndex, lastTerm: state.log.lastTerm };
  for (const to of otherElectors(state.configurations.current, config.id))
    effects.messages.push({ kind: 'pre-vote-request', to, ...asked });
  maybeStandForElection(context);
}

/**
 * Whether this node heard from a leader so recently that no other may disturb it: a vote or pre-vote asked of it is then ignored, whatever
 * the term (thesis §4.2.3). A leader is in touch with itself for as long as the check of its quorum does not end it.
 */
export function isInTouchWithLeader({ config, state }: StepContext): boolean {
  return state.leader !== undefined && state.electionElapsedTicks < config.electionTicks;
}

/** Whether this node may stand for election: it is a voter, its log is whole, as far as is known, and holds all that it acknowledged. */
export function mayStand({ config, state }: StepContext): boolean {
  const { isHeldBack, claim, configurations, commitIndex } = state;
  return !isHeldBack && claim === undefined && isEligible(configurations, config.id, commitIndex);
}

/** Who stands and has learned from a snapshot that it is no voter stands no more. */
export function maybeStopStanding(context: StepContext): void {
  const { state } = context;
  const isStanding = state.role.kind === 'pre-candidate' || state.role.kind === 'candidate';
  if (isStanding && !mayStand(context)) becomeFollower(context, { term: state.term, leader: undefined, reason: 'removed' });
}

/** From now on, or no more: it does not stand, and does not lead. It goes on voting, following and acknowledging what it appends. */
export function holdBack(context: StepContext, isHeldBack: boolean): void {
  const { state } = context;
  state.isHeldBack = isHeldBack;
  if (!isHeldBack || state.role.kind === 'follower') return;
  becomeFollower(context, { term: state.term, leader: undefined, reason: 'held-back' });
}

/** Answers whether it would vote so. Nothing is promised: term and vote stay as they are. */
export function handlePreVoteRequest(context: StepContext, message: PreVoteRequest): void {
  const { config, state, effects } = context;
  const granted = (message.term > state.term || isVoteFree(context, message.from)) && isLogUpToDate(context, message);
  const term = granted ? message.term : state.term;
  effects.messages.push({ kind: 'pre-vote-reply', from: config.id, to: message.from, term, granted });
}

/** Counts a granted pre-vote, if it is for the term that this node would stand in. */
export function handlePreVoteReply(context: StepContext, message: PreVoteReply): void {
  const { state } = context;
  if (state.role.kind !== 'pre-candidate' || !message.granted || message.term !== state.term + 1) return;
  addVote(state.role.votes, message.from);
  maybeStandForElection(context);
}

/** Votes, at most once a term, for a candidate whose log holds all that may be committed (Raft §5.4.1). The answer waits for the vote. */
export function handleVoteRequest(context: StepContext, message: VoteRequest): void {
  const { config, state, effects } = context;
  const granted = isVoteFree(context, message.from) && isLogUpToDate(context, message);
  if (granted) {
    state.votedFor = message.from;
    resetElectionTimer(context);
  }
  effects.replies.push({ kind: 'vote-reply', from: config.id, to: message.from, term: state.term, granted });
}

export function handleVoteReply(context: StepContext, message: VoteReply): void {
  const { state } = context;
  if (state.role.kind !== 'candidate' || !message.granted) return;
  addVote(state.role.votes, message.from);
  maybeWinElection(context);
}

/** Becomes leader if a majority voted so. Its own vote counts once it is durable, and without it nobody leads. */
export function maybeWinElection(context: StepContext): boolean {
  const { config, state } = context;
  if (state.role.kind !== 'candidate' || !isHardStateDurable(state.durability)) return false;
  addVote(state.role.votes, config.id);
  const { votes } = state.role;
  if (!isQuorum(state.configurations.current, (voter) => votes.includes(voter))) return false;
  becomeLeader(context);
  return true;
}

/** An election timeout has passed: a leader that did not hear from a quorum meanwhile may have been replaced, and steps down. */
export function checkQuorum(context: StepContext, leading: Leading): void {
  const { config, state } = context;
  const active = new Set<NodeId>([config.id]);
  for (const progress of leading.followers) {
    if (progress.recentlyActive) active.add(progress.id);
    progress.wasActive = progress.recentlyActive;
    progress.recentlyActive = false;
  }
  if (isQuorum(state.configurations.current, (voter) => active.has(voter))) return;
  becomeFollower(context, { term: state.term, leader: undefined, reason: 'no-quorum' });
}

/**
 * A leader answers for nothing that its own disk does not have. If others have committed for long what this disk still writes, they serve better without it: it steps down. While nobody is faster
 * it stays, for no other leader could do more.
 */
export function checkOwnDisk(context: StepContext, leading: Leading): void {
  const { config, state } = context;
  const { persistedIndex, persistedSequence } = state.durability;
  const isBehind = state.commitIndex > persistedIndex && leading.slowDisk.sequence === persistedSequence;
  leading.slowDisk = { sequence: persistedSequence, ticks: isBehind ? leading.slowDisk.ticks + 1 : 0 };
  if (leading.slowDisk.ticks < SLOW_DISK_TIMEOUTS * config.electionTicks) return;
  becomeFollower(context, { term: state.term, leader: undefined, reason: 'slow-disk' });
}

function maybeStandForElection(context: StepContext): void {
  const { state } = context;
  if (state.role.kind !== 'pre-candidate') return;
  const { votes } = state.role;
  if (isQuorum(state.configurations.current, (voter) => votes.includes(voter))) standForElection(context, { isTransfer: false });
}

/** Asks all others for their votes in the next term. */
export function standForElection(context: StepContext, { isTransfer }: { readonly isTransfer: boolean }): void {
  const { config, state, effects } = context;
  becomeCandidate(context, { isTransfer });
  const request = { from: config.id, term: state.term, lastIndex: state.log.lastIndex, lastTerm: state.log.lastTerm, isTransfer };
  for (const to of otherElectors(state.configurations.current, config.id)) effects.replies.push({ kind: 'vote-request', to, ...request });
}

/** The vote of the current term is not given to anyone else, and nobody has won with the votes of others. */
function isVoteFree({ state }: StepContext, candidate: NodeId): boolean {
  return state.votedFor === candidate || (state.votedFor === undefined && state.leader === undefined);
}

/** Raft §5.4.1: not behind this log, nor behind what this node claims to have acknowledged. */
function isLogUpToDate({ state }: StepContext, message: { readonly lastIndex: number; readonly lastTerm: number }): boolean {
  const last = { index: message.lastIndex, term: message.lastTerm };
  if (comparePositions(last, state.log.lastPosition) < 0) return false;
  return state.claim === undefined || comparePositions(last, state.claim) >= 0;
}

function addVote(votes: NodeId[], from: NodeId): void {
  if (!votes.includes(from)) votes.push(from);
}
