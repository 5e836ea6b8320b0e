// What cannot matter for the future of a core is made equal in its dump. Sound because the search itself chooses when time passes and what is lost:
//   - a timer fires when the search says so: seed, drawn length and ticks say nothing. Who is in touch with a leader answers no candidate, as if the request were lost: nobody need be;
//   - whether a quorum was heard of lately is undone by one check of the quorum whose heartbeats are lost, and then time passes;
//   - writes are told apart by the order of their numbers alone: they count from the last durable one;
//   - sizes only say how entries are put into messages: all are equal;  votes are a set.
import { assert } from '../../consensus/assert.ts';
import type { Durability } from '../../consensus/core/durability.ts';
import type { LogTermsData } from '../../consensus/core/log-terms.ts';
import type { RaftConfig } from '../../consensus/core/ready.ts';

interface Dumped {
  role: {
    kind: 'follower' | 'pre-candidate' | 'candidate' | 'leader';
    votes?: string[];
    followers?: { id: string; recentlyActive: boolean }[];
    transfer?: { elapsedTicks: number } | null;
  };
  leader: string | null;
  claim: unknown;
  log: LogTermsData;
  configurations: { changes: { configuration: { voters: string[]; outgoing: string[]; learners: string[] } }[] };
  sizes: { firstIndex: number; sizes: number[] };
  durability: Durability;
  recoveredTerm: number;
  electionElapsedTicks: number;
  electionTimeoutTicks: number;
  heartbeatElapsedTicks: number;
  randomSeed: number;
}

/** The dump with all of that made equal. */
export function normalised(dump: string, config: RaftConfig): string {
  const state = JSON.parse(dump) as Dumped;
  const { role, durability, log } = state;
  state.randomSeed = 1;
  state.electionTimeoutTicks = 2 * config.electionTicks;
  state.heartbeatElapsedTicks = 0;
  state.electionElapsedTicks = role.kind === 'follower' && state.leader !== null ? config.electionTicks : 0;
  role.votes?.sort();
  for (const progress of role.followers ?? []) progress.recentlyActive = false;
  if (role.transfer) role.transfer.elapsedTicks = 0;
  // Only a claim asks for it.
  if (state.claim === null) state.recoveredTerm = 0;
  state.sizes = { firstIndex: log.start.index + 1, sizes: new Array<number>(log.last - log.start.index).fill(1) };
  const persisted = durability.persistedSequence;
  state.durability = {
    sequence: durability.sequence - persisted,
    persistedSequence: 0,
    hardStateSequence: Math.max(0, durability.hardStateSequence - persisted),
    persistedIndex: durability.persistedIndex,
    pending: durability.pending.map(({ sequence, lastIndex }) => ({ sequence: sequence - persisted, lastIndex })),
  };
  return JSON.stringify(state);
}

/** The dump after its nodes were renamed: what is in the order of their names is put into it again. */
export function sortedByName(dump: string): string {
  const state = JSON.parse(dump) as Dumped;
  state.role.votes?.sort();
  state.role.followers?.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const { configuration } of state.configurations.changes) {
    for (const list of [configuration.voters, configuration.outgoing, configuration.learners]) list.sort();
  }
  return JSON.stringify(state);
}

/** The dump of a leader, one of whose timers stands at so many ticks: time that has passed without anything else. */
export function withElapsed(dump: string, timer: 'election' | 'transfer', ticks: number): string {
  const state = JSON.parse(dump) as Dumped;
  assert(state.role.kind === 'leader', 'only a leader has such timers');
  if (timer === 'election') state.electionElapsedTicks = ticks;
  else if (state.role.transfer) state.role.transfer.elapsedTicks = ticks;
  return JSON.stringify(state);
}
