// The whole state of one Raft instance as plain data and three small classes, and the context in which one step works on it.
// A dump of it, restored, continues exactly as the original would have.
import { assert, checkInteger, defined } from '../assert.ts';
import type { NodeId, TermRun } from '../types.ts';
import { type Durability, restoredDurability } from './durability.ts';
import type { Effects } from './effects.ts';
import { LogTerms } from './log-terms.ts';
import { Progress, type ProgressData } from './progress.ts';
import type { RaftConfig, Restored } from './ready.ts';
import { RecentSizes, type RecentSizesData } from './recent-sizes.ts';

/** A read that waits for its round: granted at `index` once a quorum answered a round of at least `round`. */
export interface WaitingRead {
  readonly id: number;
  readonly index: number;
  readonly round: number;
}

export interface Leading {
  readonly kind: 'leader';
  /** Its first own entry: until this is committed it does not know what is (Raft §8). */
  readonly noOpIndex: number;
  /** Of every other voter, in the order of the configuration. */
  readonly followers: readonly Progress[];
  /** The ReadIndex round asked for last; 0 before the first. */
  round: number;
  /** Ascending in round, which is at most one more than `round`. */
  waitingReads: WaitingRead[];
  /** Reads that came before the first own entry was committed. */
  earlyReads: number[];
}

/** What a node is, with exactly what it has to remember as such. `votes`: who granted, without itself while its own is not durable. */
export type RoleState =
  | { readonly kind: 'follower' }
  | { readonly kind: 'pre-candidate'; readonly votes: NodeId[] }
  | { readonly kind: 'candidate'; readonly votes: NodeId[] }
  | Leading;

export interface State {
  /** Raft Figure 2: currentTerm, votedFor. */
  term: number;
  votedFor: NodeId | undefined;
  role: RoleState;
  /** Leader of `term`, as far as is known. */
  leader: NodeId | undefined;
  /** The last term that this instance led: it leads each at most once. */
  ledTerm: number;
  readonly log: LogTerms;
  readonly sizes: RecentSizes;
  readonly durability: Durability;
  /** Known to be committed. 0 after a restart. */
  commitIndex: number;
  /** Handed out in `Ready.commit`: at most `commitIndex`, and durable here. */
  handedIndex: number;
  appliedIndex: number;
  /** Ticks since this node heard from a leader, granted a vote or changed its role; in a leader since the last check of its quorum. */
  electionElapsedTicks: number;
  /** An election starts when so many have passed. */
  electionTimeoutTicks: number;
  heartbeatElapsedTicks: number;
  randomSeed: number;
}

/** What one step works on. */
export interface StepContext {
  readonly config: RaftConfig;
  /** All voters but this node. */
  readonly peers: readonly NodeId[];
  readonly state: State;
  readonly effects: Effects;
}

/** The state after recovery: a follower that knows its log, its term and its vote, and no more. */
export function restoredState(config: RaftConfig, restored: Restored): State {
  const log = new LogTerms(restored.termRuns, restored.lastIndex);
  const { term, votedFor } = restored.hardState;
  checkInteger(term, 0, 'the recovered term');
  assert(log.lastTerm <= term, 'no entry is of a later term than the recovered one');
  return {
    term,
    votedFor,
    role: { kind: 'follower' },
    leader: undefined,
    ledTerm: 0,
    log,
    sizes: new RecentSizes({ firstIndex: restored.lastIndex + 1, sizes: [] }),
    durability: restoredDurability(restored.lastIndex),
    commitIndex: 0,
    handedIndex: 0,
    appliedIndex: 0,
    electionElapsedTicks: 0,
    electionTimeoutTicks: config.electionTicks,
    heartbeatElapsedTicks: 0,
    randomSeed: config.seed >>> 0,
  };
}

/** The state as one line of JSON. */
export function dumpState(state: State): string {
  return JSON.stringify(state);
}

type Dumped = Omit<State, 'log' | 'sizes' | 'role'> & {
  readonly log: { readonly runs: readonly TermRun[]; readonly last: number };
  readonly sizes: RecentSizesData;
  readonly role: Exclude<RoleState, Leading> | (Omit<Leading, 'followers'> & { readonly followers: readonly ProgressData[] });
};

/** The inverse of `dumpState`. Trusts its input, which must be such a dump. */
export function stateFromDump(dump: string): State {
  const dumped = JSON.parse(dump) as Dumped;
  const { role } = dumped;
  return {
    ...dumped,
    votedFor: dumped.votedFor,
    leader: dumped.leader,
    role: role.kind === 'leader' ? { ...role, followers: role.followers.map((data) => Progress.fromDump(data)) } : role,
    log: new LogTerms(dumped.log.runs, dumped.log.last),
    sizes: new RecentSizes(dumped.sizes),
  };
}

/** Progress of a follower that must be one. */
export function progressOf(leading: Leading, id: NodeId): Progress {
  return defined(
    leading.followers.find((progress) => progress.id === id),
    `progress of ${id}`,
  );
}
