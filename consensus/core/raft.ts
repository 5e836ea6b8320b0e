// Raft as one synchronous function from an input to its effects (Raft Figure 2). Owns the order within a step and the rules about terms
// that hold for every message; what a message means is in election.ts, replication.ts, following.ts and reads.ts.
import { assert, checkInteger, unreachable } from '../assert.ts';
import { isSameConfiguration } from '../configuration.ts';
import type { Message } from '../messages.ts';
import type { LogPosition, NodeId } from '../types.ts';
import { lowerClaim, maybeLeaveRecoveredTerm, maybeSettleClaim } from './claim.ts';
import { isOnlyElector } from './configurations.ts';
import { isHardStateDurable, issueWrite, notePersisted } from './durability.ts';
import { Effects } from './effects.ts';
import {
  checkOwnDisk,
  checkQuorum,
  handlePreVoteReply,
  handlePreVoteRequest,
  handleVoteReply,
  handleVoteRequest,
  holdBack,
  isInTouchWithLeader,
  maybeStopStanding,
  maybeWinElection,
  mayStand,
  startPreVote,
} from './election.ts';
import { followLeader, handleAppend, handleHeartbeat } from './following.ts';
import { checkMessage, checkState, checkStep, type Observed, observe } from './invariants.ts';
import { START } from './log-terms.ts';
import { changeHindranceOf, isSuperfluous, takeConfiguration } from './membership-change.ts';
import { heartbeat, noteRound, registerRead, serveReads } from './reads.ts';
import type { ChangeHindrance, ConfigurationChange, FollowerProgress, Input, RaftConfig, Ready, Restored, Status, Write } from './ready.ts';
import {
  advanceAccepted,
  advanceCommit,
  appendProposal,
  handleAppendAccepted,
  handleAppendReceived,
  handleAppendRejected,
  recoverIfStalled,
  sendAppends,
} from './replication.ts';
import { becomeFollower, resetElectionTimer } from './roles.ts';
import { handleCompacted, handleInstalled, handleInstallSnapshot, handleSnapshotted } from './snapshots.ts';
import { dumpState, maybeProgressOf, restoredState, type State, type StepContext, stateFromDump } from './state.ts';
import { type TraceState, traceStateOf } from './trace.ts';
import {
  askAgain,
  beginTransfer,
  canSucceed,
  handleTimeoutNow,
  maybeGiveUp,
  maybeHandOver,
  successorsOf,
  tickTransfer,
} from './transfer.ts';

const EMPTY: Restored = {
  hardState: { term: 0, votedFor: undefined },
  base: START,
  termRuns: [],
  lastIndex: 0,
  snapshot: START,
  claim: undefined,
};

export class Raft {
  private readonly config: RaftConfig;
  private state: State;

  /** A node that recovered `restored`: a follower, whatever it was before. */
  constructor(config: RaftConfig, restored: Restored) {
    checkConfig(config);
    this.config = config;
    this.state = restoredState(config, restored);
    resetElectionTimer({ config, state: this.state, effects: new Effects() });
    checkState(config, this.state);
  }

  /** A node in exactly the state of which `dump` was taken, under the same configuration. */
  static fromDump(config: RaftConfig, dump: string): Raft {
    const raft = new Raft(config, EMPTY);
    raft.state = stateFromDump(dump);
    return raft;
  }

  /**
   * Takes one input and says everything that must be done about it. Throws `AssertionError` if an invariant is broken or an input cannot
   * be; the instance is then of no more use, and the process must end.
   */
  step(input: Input): Ready {
    const { config, state } = this;
    const before = observe(config, state);
    const context: StepContext = { config, state, effects: new Effects() };
    handleInput(context, input);
    if (state.role.kind === 'leader') {
      advanceCommit(context, state.role);
      advanceAccepted(context, state.role);
      serveReads(context, state.role);
      sendAppends(context, state.role);
      maybeHandOver(context, state.role);
    }
    const ready = finishStep(context, before);
    checkStep(config, { before, input, ready, after: state });
    return ready;
  }

  status(): Status {
    const { state } = this;
    return {
      id: this.config.id,
      role: state.role.kind,
      term: state.term,
      leader: state.leader,
      commitIndex: state.commitIndex,
      appliedIndex: state.appliedIndex,
      lastIndex: state.log.lastIndex,
      persistedIndex: state.durability.persistedIndex,
      base: state.log.base,
      snapshot: state.snapshot,
      isHeldBack: state.isHeldBack,
      claim: state.claim,
      configuration: state.configurations.current,
      configurationIndex: state.configurations.currentIndex,
    };
  }

  /** What a trace says of the state. */
  traced(): TraceState {
    return traceStateOf(this.state);
  }

  /** In force at the place from which on it is remembered, then those of the membership entries behind it, ascending. */
  configurations(): readonly ConfigurationChange[] {
    return this.state.configurations.all;
  }

  /** Whether its log holds an entry of exactly this term at this index (Raft §5.3). */
  holds({ index, term }: LogPosition): boolean {
    return this.state.log.matches(index, term);
  }

  /** To whom a leader can hand over, the best first; nobody if this node does not lead, or is in touch with none. */
  successors(): readonly NodeId[] {
    const { role } = this.state;
    return role.kind === 'leader' ? successorsOf(this.state, role) : [];
  }

  /** Whether this node leads, and that one could take over at once. */
  canHandOverTo(node: NodeId): boolean {
    const { role } = this.state;
    return role.kind === 'leader' && canSucceed(this.state, role, node);
  }

  /** Why this node cannot change the configuration now; `undefined` if it can. */
  changeHindrance(): ChangeHindrance | undefined {
    return changeHindranceOf(this.state);
  }

  /** What a leader knows of everyone else who takes part, ascending by id; of nobody if this node does not lead. */
  followers(): readonly FollowerProgress[] {
    const { role, log } = this.state;
    if (role.kind !== 'leader') return [];
    return role.followers.map(({ id, matchIndex, mode, nextIndex, recentlyActive, wasActive }) => ({
      id,
      matchIndex,
      isCaughtUp: mode === 'replicate' && nextIndex > log.lastIndex,
      isActive: recentlyActive || wasActive,
    }));
  }

  /** The whole state as JSON: equal states have equal dumps, and `fromDump` continues from one. */
  dump(): string {
    return dumpState(this.state);
  }
}

function checkConfig(config: RaftConfig): void {
  assert(new Set(config.voters).size === config.voters.length, 'every voter is named once');
  checkInteger(config.heartbeatTicks, 1, 'heartbeatTicks');
  assert(config.electionTicks > config.heartbeatTicks, 'an election timeout is longer than the time between heartbeats');
  checkInteger(config.electionTicks, 2, 'electionTicks');
  checkInteger(config.seed, 0, 'the seed');
  checkInteger(config.appendBytesMax, 1, 'appendBytesMax');
  checkInteger(config.windowBytesMax, 1, 'windowBytesMax');
  checkInteger(config.windowMessagesMax, 1, 'windowMessagesMax');
}

function handleInput(context: StepContext, input: Input): void {
  const { state, effects } = context;
  switch (input.kind) {
    case 'tick':
      handleTick(context);
      break;
    case 'receive':
      handleMessage(context, input.message, input.changes ?? []);
      break;
    case 'propose':
      handleProposal(context, input);
      break;
    case 'read':
      if (state.role.kind === 'leader') registerRead(context, state.role, input.id);
      else effects.rejectedReads.push(input.id);
      break;
    case 'persisted':
      notePersisted(state.durability, input.sequence);
      maybeWinElection(context);
      break;
    case 'applied':
      handleApplied(state, input.index);
      break;
    case 'snapshotted':
      handleSnapshotted(context, input.position);
      break;
    case 'compacted':
      handleCompacted(context, input.base);
      break;
    case 'installed':
      handleInstalled(context, input);
      maybeStopStanding(context);
      break;
    case 'hold-back':
      holdBack(context, input.isHeldBack);
      break;
    case 'claim-lowered':
      lowerClaim(context, input.furthest);
      break;
    case 'transfer':
      if (state.role.kind === 'leader') beginTransfer(context, state.role, input.to);
      break;
    case 'unreachable':
      handleUnreachable(context, input.node);
      break;
    default:
      unreachable(input);
  }
}

/** Only a leader that does not hand over proposes, and a configuration only where nothing hinders that. */
function handleProposal(context: StepContext, { sizes, configuration }: Extract<Input, { readonly kind: 'propose' }>): void {
  const { role } = context.state;
  const isHindered = configuration !== undefined && changeHindranceOf(context.state) !== undefined;
  if (role.kind !== 'leader' || role.transfer !== null || isHindered) {
    context.effects.rejectedProposal = true;
    return;
  }
  assert(configuration === undefined || sizes.length === 1, 'a membership entry is proposed alone');
  appendProposal(context, sizes);
  if (configuration !== undefined) takeConfiguration(context, role, configuration);
}

/** While a reset is under way, the snapshot of an earlier one may have been restored that the later one overtook: it says nothing. */
function handleApplied(state: State, index: number): void {
  const isOvertaken = index > state.handedIndex && state.durability.persistedIndex < state.log.base.index;
  if (isOvertaken) return;
  assert(index <= state.handedIndex, 'only what was handed out is applied');
  assert(index >= state.appliedIndex, 'what was applied stays applied');
  state.appliedIndex = index;
}

function handleTick(context: StepContext): void {
  const { config, state } = context;
  state.electionElapsedTicks++;
  if (state.role.kind !== 'leader') {
    // The only voter has nobody to wait for; as a candidate it waits for its own vote, and standing anew would only begin that again.
    const isAlone = state.role.kind === 'follower' && isOnlyElector(state.configurations.current, config.id);
    const timeoutTicks = isAlone ? 1 : state.electionTimeoutTicks;
    if (state.electionElapsedTicks >= timeoutTicks && mayStand(context)) startPreVote(context);
    return;
  }
  if (isSuperfluous(context)) {
    becomeFollower(context, { term: state.term, leader: undefined, reason: 'removed' });
    return;
  }
  if (state.electionElapsedTicks >= config.electionTicks) {
    state.electionElapsedTicks = 0;
    checkQuorum(context, state.role);
    if (state.role.kind !== 'leader') return;
  }
  checkOwnDisk(context, state.role);
  if (state.role.kind !== 'leader') return;
  tickTransfer(context, state.role);
  state.heartbeatElapsedTicks++;
  if (state.heartbeatElapsedTicks < config.heartbeatTicks) return;
  state.heartbeatElapsedTicks = 0;
  askAgain(state.role);
  heartbeat(context, state.role);
}

/**
 * To a leader: what was under way to this follower is probably lost, and its next heartbeat reply says that it is back. To a follower of this
 * node: it is in touch with no leader until it hears from one again, so that a killed leader costs the random part of an election timeout only.
 * That is no vote: if the leader lives, those who are in touch with it still refuse.
 */
function handleUnreachable(context: StepContext, node: NodeId): void {
  const { config, state } = context;
  if (state.leader === node) state.electionElapsedTicks = Math.max(state.electionElapsedTicks, config.electionTicks);
  if (state.role.kind !== 'leader') return;
  maybeGiveUp(context, state.role, node);
  const progress = maybeProgressOf(state.role, node);
  progress?.disconnected(Math.max(progress.matchIndex, state.log.base.index) + 1);
}

function handleMessage(context: StepContext, message: Message, changes: readonly ConfigurationChange[]): void {
  checkMessage(context.config, message);
  maybeLeaveRecoveredTerm(context, message);
  if (message.term < context.state.term) answerOutdated(context, message);
  else if (message.term === context.state.term || maybeEnterTerm(context, message)) handleCurrent(context, message, changes);
}

/** The sender is behind: one that asks learns the term, so that it can go on; what one answers is of no interest any more. */
function answerOutdated({ config, state, effects }: StepContext, message: Message): void {
  const reply = { from: config.id, to: message.from, term: state.term };
  switch (message.kind) {
    case 'pre-vote-request':
      effects.messages.push({ kind: 'pre-vote-reply', ...reply, granted: false });
      break;
    case 'vote-request':
      effects.replies.push({ kind: 'vote-reply', ...reply, granted: false });
      break;
    case 'append':
      // Index 0 rejects nothing: the sender may lead again by now, in a later term, and would take this for an answer to what it sent in that.
      effects.replies.push({ kind: 'append-rejected', ...reply, rejectedIndex: 0, hintIndex: 0, hintTerm: 0 });
      break;
    case 'heartbeat':
      // Round 0 answers none, for the same reason: this confirms no round of a later term.
      effects.messages.push({ kind: 'heartbeat-reply', ...reply, round: 0 });
      break;
    case 'install-snapshot':
    case 'timeout-now':
    case 'pre-vote-reply':
    case 'vote-reply':
    case 'append-accepted':
    case 'append-received':
    case 'append-rejected':
    case 'heartbeat-reply':
      break;
    default:
      unreachable(message);
  }
}

/** A message of a later term: whether it is to be handled. As a rule this node enters that term first (Raft §5.1). */
function maybeEnterTerm(context: StepContext, message: Message): boolean {
  switch (message.kind) {
    case 'pre-vote-request':
      return !isInTouchWithLeader(context);
    case 'pre-vote-reply':
      // A granted one carries the term that was asked for, which nobody has entered yet.
      if (message.granted) return true;
      break;
    case 'vote-request':
      if (isInTouchWithLeader(context) && !message.isTransfer) return false;
      break;
    default:
  }
  const isLeaders =
    message.kind === 'append' || message.kind === 'heartbeat' || message.kind === 'install-snapshot' || message.kind === 'timeout-now';
  const leader = isLeaders ? message.from : undefined;
  becomeFollower(context, { term: message.term, leader, reason: 'higher-term' });
  return true;
}

function handleCurrent(context: StepContext, message: Message, changes: readonly ConfigurationChange[]): void {
  const { role } = context.state;
  switch (message.kind) {
    case 'pre-vote-request':
      handlePreVoteRequest(context, message);
      return;
    case 'pre-vote-reply':
      handlePreVoteReply(context, message);
      return;
    case 'vote-request':
      handleVoteRequest(context, message);
      return;
    case 'vote-reply':
      handleVoteReply(context, message);
      return;
    case 'append':
      followLeader(context, message.from);
      handleAppend(context, message, changes);
      return;
    case 'heartbeat':
      followLeader(context, message.from);
      handleHeartbeat(context, message);
      return;
    case 'install-snapshot':
      followLeader(context, message.from);
      handleInstallSnapshot(context, message);
      return;
    case 'timeout-now':
      followLeader(context, message.from);
      handleTimeoutNow(context);
      return;
    default:
  }
  // The rest answers a leader.
  const progress = role.kind === 'leader' ? maybeProgressOf(role, message.from) : undefined;
  if (role.kind !== 'leader' || progress === undefined) return;
  progress.recentlyActive = true;
  switch (message.kind) {
    case 'append-accepted':
      handleAppendAccepted(context, role, message);
      return;
    case 'append-received':
      handleAppendReceived(context, role, message);
      return;
    case 'append-rejected':
      handleAppendRejected(context, role, message);
      return;
    case 'heartbeat-reply':
      noteRound(role, message);
      recoverIfStalled(context, progress);
      return;
    default:
      unreachable(message);
  }
}

/** Gives what has to be durable its sequence number, and hands out what is committed and durable here. */
function finishStep(context: StepContext, before: Observed): Ready {
  const { state, effects } = context;
  const { durability } = state;
  maybeSettleClaim(context);
  const hardStateChanged = state.term !== before.term || state.votedFor !== before.votedFor;
  let write: Write | undefined;
  if (hardStateChanged || effects.append !== undefined || effects.reset !== undefined) {
    const sequence = issueWrite(durability, { lastIndex: state.log.lastIndex, hardState: hardStateChanged });
    const hardState = hardStateChanged ? { term: state.term, votedFor: state.votedFor } : undefined;
    write = { sequence, hardState, reset: effects.reset, append: effects.append };
  }
  const commit = handOut(state);
  const { current: configuration, currentIndex } = state.configurations;
  if (!isSameConfiguration(configuration, before.configuration))
    effects.events.push({ kind: 'configuration-changed', index: currentIndex, configuration });
  if (state.leader !== before.leader || (state.leader !== undefined && state.term !== before.term)) {
    effects.events.push({ kind: 'leader-changed', term: state.term, leader: state.leader });
  }
  return {
    write,
    messages: effects.messages,
    replies: effects.replies,
    replySequence: durability.sequence,
    accepted: effects.accepted,
    commit,
    install: isHardStateDurable(durability) ? effects.install : undefined,
    reads: effects.reads,
    rejectedReads: effects.rejectedReads,
    rejectedProposal: effects.rejectedProposal,
    events: effects.events,
  };
}

/**
 * Hands out what is committed and durable here, each entry once. Not before the term is durable in which it was committed: a snapshot of what is applied must not know more
 * than the term that is recovered with it. And nothing up to the base of a log that was reset: the driver restores that from the snapshot, once the reset is durable.
 */
function handOut(state: State): Ready['commit'] {
  const { durability, log } = state;
  if (durability.persistedIndex < log.base.index) return undefined;
  state.handedIndex = Math.max(state.handedIndex, log.base.index);
  const from = state.handedIndex + 1;
  const to = Math.min(state.commitIndex, durability.persistedIndex);
  if (to < from || !isHardStateDurable(durability)) return undefined;
  state.handedIndex = to;
  return { from, to };
}
