// The changes of role (Raft Figure 4, pre-candidate from thesis §9.6): the only place that assigns role, term, vote and leader.
import { assert } from '../assert.ts';
import { ENTRY_OVERHEAD_BYTES } from '../limits.ts';
import type { NodeId } from '../types.ts';
import { isHardStateDurable } from './durability.ts';
import { nextRandom } from './random.ts';
import { rejectAllReads } from './reads.ts';
import { followersOf, type StepContext } from './state.ts';

/** Begins a new wait for an election, of a new random length in `electionTicks`..2 * `electionTicks` (Raft §5.2). */
export function resetElectionTimer({ config, state }: StepContext): void {
  const random = nextRandom(state.randomSeed, config.electionTicks + 1);
  state.randomSeed = random.seed;
  state.electionTimeoutTicks = config.electionTicks + random.value;
  state.electionElapsedTicks = 0;
}

/** Follows `leader`, or nobody yet, in `term`, which is its own or a later one. */
export function becomeFollower(
  context: StepContext,
  to: {
    readonly term: number;
    readonly leader: NodeId | undefined;
    readonly reason: 'higher-term' | 'no-quorum' | 'held-back' | 'removed' | 'slow-disk';
  },
): void {
  const { state, effects } = context;
  const was = state.role;
  assert(to.term >= state.term, 'a term never falls');
  if (was.kind === 'leader') {
    rejectAllReads(context, was);
    effects.events.push({ kind: 'stepped-down', term: state.term, reason: to.reason });
  }
  if (to.term > state.term) {
    state.term = to.term;
    state.votedFor = undefined;
  }
  state.role = { kind: 'follower' };
  state.leader = to.leader;
  if (was.kind === 'follower') return;
  resetElectionTimer(context);
  effects.events.push({ kind: 'became-follower', term: to.term, leader: to.leader });
}

/** Asks whether an election could be won, without disturbing anyone: term and vote stay as they are. */
export function becomePreCandidate(context: StepContext): void {
  const { config, state, effects } = context;
  assert(state.role.kind !== 'leader', 'a leader does not stand for election');
  state.role = { kind: 'pre-candidate', votes: [config.id] };
  state.leader = undefined;
  resetElectionTimer(context);
  effects.events.push({ kind: 'became-pre-candidate', term: state.term + 1 });
}

/** Stands in the next term and votes for itself. The vote counts when it is durable. `isTransfer`: its leader asked it to, so that no pre-vote is needed. */
export function becomeCandidate(context: StepContext, { isTransfer }: { readonly isTransfer: boolean }): void {
  const { config, state, effects } = context;
  assert(state.role.kind === (isTransfer ? 'follower' : 'pre-candidate'), 'an election follows a pre-vote, or the word of the leader');
  state.term++;
  state.leader = undefined;
  state.votedFor = config.id;
  state.role = { kind: 'candidate', votes: [] };
  resetElectionTimer(context);
  effects.events.push({ kind: 'became-candidate', term: state.term });
}

/** Leads its term, and appends a no-op: only what is committed in its own term tells it what is committed at all (Raft §5.4.2, §8). */
export function becomeLeader(context: StepContext): void {
  const { config, state, effects } = context;
  assert(state.role.kind === 'candidate', 'only a candidate becomes leader');
  assert(isHardStateDurable(state.durability), 'the term and vote of a leader are durable');
  assert(state.ledTerm < state.term, 'a node leads a term at most once');
  const noOpIndex = state.log.lastIndex + 1;
  state.log.append([state.term]);
  state.sizes.append([ENTRY_OVERHEAD_BYTES]);
  effects.setAppend({ fromIndex: noOpIndex, terms: [state.term], source: { kind: 'no-op' } });
  state.role = {
    kind: 'leader',
    noOpIndex,
    followers: followersOf(context, []),
    slowDisk: { sequence: 0, ticks: 0 },
    acceptedIndex: 0,
    round: 0,
    waitingReads: [],
    earlyReads: [],
    transfer: null,
  };
  state.leader = config.id;
  state.ledTerm = state.term;
  state.electionElapsedTicks = 0;
  state.heartbeatElapsedTicks = 0;
  effects.events.push({ kind: 'became-leader', term: state.term, noOpIndex });
}
