// What a replica is made of, as its options ask for it: the core, the ledger, how its log is written; and the body of what it proposes.
import { Raft } from '../core/raft.ts';
import type { Ready } from '../core/ready.ts';
import { Ledger } from '../ledger/ledger.ts';
import {
  ACKNOWLEDGE_SYNC_BYTES,
  ACKNOWLEDGE_SYNC_MS,
  ACKNOWLEDGE_SYNC_WRITES,
  APPEND_BYTES_MAX,
  APPEND_WINDOW_BYTES_MAX,
  APPEND_WINDOW_MESSAGES_MAX,
  ELECTION_TICKS,
  HEARTBEAT_TICKS,
} from '../limits.ts';
import type { EntryBody, LogPosition } from '../types.ts';
import type { Gathering } from './log-writer.ts';
import { configurationOf } from './membership/replica-membership.ts';
import type { ReplicaOptions } from './replica-options.ts';

const START_POSITION: LogPosition = { index: 0, term: 0 };

/** Whether someone waits for what this step writes: a vote, or the first entry of a leader. Acknowledgements of batches may gather, where that is allowed at all. */
export function isAwaited({ write, replies }: Ready): boolean {
  return write?.append?.source.kind === 'no-op' || replies.some(({ kind }) => kind !== 'append-accepted');
}

/** A proposal: term, place and time are set when it is composed. */
export function bodyOf(parts: Pick<EntryBody, 'type' | 'count' | 'payload'>): EntryBody {
  return { term: 0, timestamp: 0, firstOffset: 0, ...parts };
}

/** DESIGN §8: where what is received is acknowledged, nobody waits for the disk, and one sync may serve more. */
export function gatheringOf({ acknowledge, timers }: ReplicaOptions): Gathering | undefined {
  if (acknowledge !== 'received') return undefined;
  return { timers, ms: ACKNOWLEDGE_SYNC_MS, bytes: ACKNOWLEDGE_SYNC_BYTES, writes: ACKNOWLEDGE_SYNC_WRITES };
}

export function raftOf(options: ReplicaOptions): Raft {
  const { id, initialMembership, seed, invariants, storage, start, acknowledge } = options;
  const { base, termRuns, lastIndex, claim } = start.log;
  const snapshot = start.snapshot?.info ?? START_POSITION;
  return new Raft(
    {
      id,
      voters: initialMembership.voters,
      electionTicks: ELECTION_TICKS,
      heartbeatTicks: HEARTBEAT_TICKS,
      seed,
      appendBytesMax: APPEND_BYTES_MAX,
      windowBytesMax: APPEND_WINDOW_BYTES_MAX,
      windowMessagesMax: APPEND_WINDOW_MESSAGES_MAX,
      invariants,
      acknowledge,
    },
    {
      hardState: storage.hardState,
      base,
      termRuns,
      lastIndex,
      snapshot,
      claim,
      configuration: configurationOf(start.membership.membership),
      changes: start.laterMemberships.map(({ index, membership }) => ({ index, configuration: configurationOf(membership) })),
    },
  );
}

export function ledgerOf({ limits, start }: ReplicaOptions): Ledger {
  const options = { limits, namedKeysIndexedThrough: start.indexedThrough };
  return start.snapshot === undefined ? new Ledger(options) : Ledger.restored({ ...options, tables: start.snapshot.tables });
}
