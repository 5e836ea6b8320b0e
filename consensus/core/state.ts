// The whole state of one Raft instance as plain data and three small classes, and the context in which one step works on it.
// A dump of it, restored, continues exactly as the original would have.
import { assert, checkInteger, defined } from '../assert.ts';
import { type Configuration, participantsOf } from '../configuration.ts';
import type { LogPosition, NodeId } from '../types.ts';
import { Configurations } from './configurations.ts';
import { type Durability, restoredDurability } from './durability.ts';
import type { Effects } from './effects.ts';
import { LogTerms, type LogTermsData } from './log-terms.ts';
import { Progress, type ProgressData } from './progress.ts';
import type { ConfigurationChange, RaftConfig, Restored } from './ready.ts';
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
  /** Of everyone else who takes part in the configuration in force, learners too, ascending by id. */
  followers: readonly Progress[];
  /** Ticks for which what is committed was not durable here, while no write became so; since when that is, by the sequence number that is durable. */
  slowDisk: { readonly sequence: number; readonly ticks: number };
  /** A majority has received the log up to here: an entry of this leader, or 0. Only if `acknowledge` is `received`. */
  acceptedIndex: number;
  /** The ReadIndex round asked for last; 0 before the first. */
  round: number;
  /** Ascending in round, which is at most one more than `round`. */
  waitingReads: WaitingRead[];
  /** Reads that came before the first own entry was committed. */
  earlyReads: number[];
  /** To whom it hands over, for how long it has tried, and whether it has asked since the last heartbeat; `null`: it does not. */
  transfer: { readonly to: NodeId; readonly elapsedTicks: number; readonly isAsked: boolean } | null;
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
  readonly configurations: Configurations;
  /** The newest snapshot here, of a committed entry at or above the base; 0^0 without one. */
  snapshot: LogPosition;
  /** The highest index of a snapshot that a leader of this term or an earlier one offered to this node. */
  offeredIndex: number;
  /** What this node may have acknowledged and does not hold (DESIGN §8, unclear last syncs): below it, it neither stands nor votes. */
  claim: LogPosition | undefined;
  /** The term after recovery. In it a leader may count on what a node with a claim has lost. */
  readonly recoveredTerm: number;
  /** Must not lead: its log is damaged. */
  isHeldBack: boolean;
  /** Known to be committed. That of the snapshot after a restart. */
  commitIndex: number;
  /** Handed out in `Ready.commit`, or durable in the snapshot behind which the log begins: at most `commitIndex`. */
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
  readonly state: State;
  readonly effects: Effects;
}

/** The state after recovery: a follower that knows its log, its snapshot, its term and its vote, and no more. */
export function restoredState(config: RaftConfig, restored: Restored): State {
  const log = new LogTerms(restored.termRuns, restored.lastIndex, restored.base);
  const { snapshot, claim } = restored;
  const { term, votedFor } = restored.hardState;
  checkInteger(term, 0, 'the recovered term');
  assert(log.lastTerm <= term, 'no entry is of a later term than the recovered one');
  assert(log.matches(snapshot.index, snapshot.term), 'the recovered snapshot is of an entry of the log, or of its base');
  assert(claim === undefined || claim.term <= term, 'no claim is of a later term than the recovered one');
  return {
    term,
    votedFor,
    role: { kind: 'follower' },
    leader: undefined,
    ledTerm: 0,
    log,
    sizes: new RecentSizes({ firstIndex: restored.lastIndex + 1, sizes: [] }),
    durability: restoredDurability(restored.lastIndex),
    configurations: restoredConfigurations(config, restored),
    snapshot: { index: snapshot.index, term: snapshot.term },
    offeredIndex: 0,
    claim: claim === undefined || log.reaches(claim) ? undefined : { index: claim.index, term: claim.term },
    recoveredTerm: term,
    isHeldBack: false,
    commitIndex: snapshot.index,
    handedIndex: snapshot.index,
    appliedIndex: snapshot.index,
    electionElapsedTicks: 0,
    electionTimeoutTicks: config.electionTicks,
    heartbeatElapsedTicks: 0,
    randomSeed: config.seed >>> 0,
  };
}

function restoredConfigurations(config: RaftConfig, { snapshot, configuration, changes = [], lastIndex }: Restored): Configurations {
  const first = { index: snapshot.index, configuration: configuration ?? genesisConfiguration(config) };
  assert((changes.at(-1)?.index ?? 0) <= lastIndex, 'membership entries are in the log');
  return new Configurations(first, changes);
}

/** In force before the first membership entry. */
export function genesisConfiguration({ voters }: RaftConfig): Configuration {
  return { voters, outgoing: [], learners: [] };
}

/** The state as one line of JSON. What is undefined is null in it, so that equal states have equal dumps. */
export function dumpState(state: State): string {
  return JSON.stringify(state, (_, value) => (value === undefined ? null : value));
}

type Dumped = Omit<State, 'votedFor' | 'leader' | 'claim' | 'log' | 'sizes' | 'configurations' | 'role'> & {
  readonly votedFor: NodeId | null;
  readonly leader: NodeId | null;
  readonly claim: LogPosition | null;
  readonly log: LogTermsData;
  readonly sizes: RecentSizesData;
  readonly configurations: { readonly changes: readonly ConfigurationChange[] };
  readonly role: Exclude<RoleState, Leading> | (Omit<Leading, 'followers'> & { readonly followers: readonly ProgressData[] });
};

/** The inverse of `dumpState`. Trusts its input, which must be such a dump. */
export function stateFromDump(dump: string): State {
  const dumped = JSON.parse(dump) as Dumped;
  const { role } = dumped;
  return {
    ...dumped,
    votedFor: dumped.votedFor ?? undefined,
    leader: dumped.leader ?? undefined,
    claim: dumped.claim ?? undefined,
    role: role.kind === 'leader' ? { ...role, followers: role.followers.map((data) => Progress.fromDump(data)) } : role,
    log: LogTerms.fromDump(dumped.log),
    sizes: new RecentSizes(dumped.sizes),
    configurations: Configurations.fromDump(dumped.configurations),
  };
}

/** Everyone else who takes part, with what is known already of those who did before; the others are asked from the last entry on. */
export function followersOf({ config, state }: StepContext, known: readonly Progress[]): Progress[] {
  const others = participantsOf(state.configurations.current).filter((id) => id !== config.id);
  return others.map((id) => known.find((progress) => progress.id === id) ?? new Progress(id, state.log.lastIndex));
}

/** Progress of this node; `undefined` if it does not take part, or not any more. */
export function maybeProgressOf(leading: Leading, id: NodeId): Progress | undefined {
  return leading.followers.find((progress) => progress.id === id);
}

/** Progress of a follower that must be one. */
export function progressOf(leading: Leading, id: NodeId): Progress {
  return defined(maybeProgressOf(leading, id), `progress of ${id}`);
}
