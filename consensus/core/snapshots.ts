// Snapshots as the core sees them (Raft §7): a leader offers its own to those whose entries are compacted, a follower asks the driver to fetch it, and a log begins
// anew behind one. Fetching, verifying and restoring are the driver's.
import { assert } from '../assert.ts';
import type { Configuration } from '../configuration.ts';
import type { InstallSnapshot } from '../messages.ts';
import type { LogPosition } from '../types.ts';
import { noteTruncated } from './durability.ts';
import type { Progress } from './progress.ts';
import type { Input } from './ready.ts';
import { genesisConfiguration, type Leading, type State, type StepContext } from './state.ts';

type Installed = Extract<Input, { readonly kind: 'installed' }>;

/** Offers this node's newest snapshot to a follower that lacks what is compacted. */
export function offerSnapshot({ config, state, effects }: StepContext, progress: Progress): void {
  const { index, term: indexTerm } = state.snapshot;
  effects.messages.push({ kind: 'install-snapshot', from: config.id, to: progress.id, term: state.term, index, indexTerm });
}

/** Offers it again: an offer may be lost, and by now there may be a newer one. */
export function offerSnapshotsAgain(context: StepContext, leading: Leading): void {
  for (const progress of leading.followers) if (progress.mode === 'snapshot') offerSnapshot(context, progress);
}

/**
 * The leader, which holds every entry that is committed, offers a snapshot: its entry is committed. If this log holds the entry too, the logs are equal up to there (log
 * matching, Raft §5.3), and that is all the leader needs to know. Otherwise the snapshot is fetched.
 */
export function handleInstallSnapshot(context: StepContext, message: InstallSnapshot): void {
  const { state, effects } = context;
  const position = { index: message.index, term: message.indexTerm };
  state.offeredIndex = Math.max(state.offeredIndex, position.index);
  if (maybeCommitHeld(state, position)) acknowledge(context, position);
  else effects.install = { from: message.from, position };
}

/**
 * A snapshot of a committed entry was fetched and is durable. If the log holds that entry, nothing of the log may go: what follows the entry may have been acknowledged
 * to a leader, and be needed for a quorum. If it does not, everything may, for the snapshot is at P and
 *  - whatever of this log is committed lies below P and is in the snapshot;
 *  - an entry here above P follows one at P's index that is not P. A leader that committed it would hold that one too (log matching), but P is
 *    committed (state machine safety): it can never be committed, no more than entries here below P that are not in P's history.
 * So a reset loses no more than an append of the leader that overwrites a conflicting suffix would.
 *
 * All this rests on P being in the log of every leader of this term and of later ones. That is known if P lies at or below what is committed here, or was offered by a
 * leader of this term or an earlier one. A driver may also come by a snapshot that was committed in a term of which this node has not heard: not yet.
 */
export function handleInstalled(context: StepContext, { position, configuration }: Installed): void {
  const { state } = context;
  if (position.index > Math.max(state.commitIndex, state.offeredIndex)) return;
  if (state.role.kind === 'leader') {
    assert(position.index <= state.log.lastIndex, 'a leader holds every committed entry');
    if (position.index <= state.commitIndex) noteSnapshot(state, position);
    return;
  }
  if (!maybeCommitHeld(state, position)) reset(context, position, configuration ?? genesisConfiguration(context.config));
  noteSnapshot(state, position);
  if (state.leader !== undefined) acknowledge(context, position);
}

/** This node took a snapshot of what it applied. One that was installed meanwhile may be newer. */
export function handleSnapshotted({ state }: StepContext, position: LogPosition): void {
  assert(position.index <= state.commitIndex, 'a snapshot is of what is committed');
  noteSnapshot(state, position);
}

/** The log was compacted. What a snapshot covers, and only what is applied here, may go. A log that was reset meanwhile begins later already. */
export function handleCompacted({ state }: StepContext, base: LogPosition): void {
  if (base.index <= state.log.base.index) return;
  assert(base.index <= state.snapshot.index, 'a snapshot covers what is compacted');
  assert(base.index <= state.appliedIndex, 'only what was applied is compacted');
  state.log.compactTo(base);
  state.configurations.compactTo(base.index);
}

/** Whether the log holds the committed entry at `position`; if so, it knows now that it is committed. */
function maybeCommitHeld(state: State, position: LogPosition): boolean {
  if (position.index < state.log.base.index) return true;
  if (!state.log.matches(position.index, position.term)) {
    assert(position.index > state.commitIndex, 'one entry is committed at an index');
    return false;
  }
  state.commitIndex = Math.max(state.commitIndex, position.index);
  return true;
}

/**
 * The log begins anew behind `position`. Until that is durable, a crash would bring back the old log: of that, what was committed still counts as durable, for the
 * snapshot agrees with it; the rest never mattered. What is under way is written before the reset, and says no more either.
 */
function reset({ state, effects }: StepContext, position: LogPosition, configuration: Configuration): void {
  noteTruncated(state.durability, state.commitIndex + 1);
  state.log.resetTo(position);
  state.sizes.resetTo(position.index + 1);
  state.configurations.resetTo({ index: position.index, configuration });
  state.commitIndex = position.index;
  effects.setReset(position);
}

function noteSnapshot(state: State, position: LogPosition): void {
  if (position.index <= state.snapshot.index) return;
  assert(position.index < state.log.base.index || state.log.matches(position.index, position.term), 'a snapshot is of an entry of the log');
  state.snapshot = { index: position.index, term: position.term };
}

/**
 * Tells the leader that this log is equal to its own up to the snapshot, once that is durable. No more than that: the leader may not hold yet what else is committed here.
 */
function acknowledge({ config, state, effects }: StepContext, { index }: LogPosition): void {
  assert(state.leader !== undefined && state.leader !== config.id, 'an acknowledgement goes to another leader');
  effects.replies.push({ kind: 'append-accepted', from: config.id, to: state.leader, term: state.term, matchIndex: index });
}
