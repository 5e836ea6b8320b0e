// The leader's side of replication (Raft §5.3, §5.4.2): its own entries, what goes to whom, what the answers mean, and what is committed.
import { assert, defined } from '../assert.ts';
import { CATCH_UP_ENTRIES_MAX } from '../limits.ts';
import type { AppendAccepted, AppendReceived, AppendRejected } from '../messages.ts';
import type { Progress } from './progress.ts';
import { quorumValue } from './quorum.ts';
import { offerSnapshot } from './snapshots.ts';
import { type Leading, progressOf, type StepContext } from './state.ts';

/** Appends the entries of a proposal to the leader's own log. They are sent at the end of the step, while it makes them durable itself. */
export function appendProposal({ state, effects }: StepContext, sizes: readonly number[]): void {
  assert(sizes.length > 0, 'a proposal has entries');
  const fromIndex = state.log.lastIndex + 1;
  const terms = sizes.map(() => state.term);
  state.log.append(terms);
  state.sizes.append(sizes);
  effects.setAppend({ fromIndex, terms, source: { kind: 'proposal' } });
}

/** The follower holds the log up to `matchIndex`: room in its window. */
export function handleAppendAccepted({ state }: StepContext, leading: Leading, message: AppendAccepted): void {
  // A follower that acknowledges more than this leader ever had shows that one of them lost or invented entries. Better to halt.
  assert(message.matchIndex <= state.log.lastIndex, 'a follower holds no more than its leader');
  progressOf(leading, message.from).acknowledged(message.matchIndex, state.log.base.index);
}

/** The follower has received the log up to `matchIndex`. That is no acknowledgement: it neither commits anything nor frees the window. */
export function handleAppendReceived({ state }: StepContext, leading: Leading, message: AppendReceived): void {
  assert(message.matchIndex <= state.log.lastIndex, 'a follower receives no more than its leader has');
  progressOf(leading, message.from).received(message.matchIndex);
}

/**
 * The logs differ below what was sent: goes back to where they may agree, skipping whole terms on both sides (Raft §5.3). If that is below the base, what the
 * follower lacks is compacted.
 */
export function handleAppendRejected(context: StepContext, leading: Leading, message: AppendRejected): void {
  const progress = progressOf(leading, message.from);
  if (!progress.isNewRejection(message.rejectedIndex)) return;
  const common = context.state.log.lastAtOrBelow({ index: message.hintIndex, term: message.hintTerm });
  const agreed = common === undefined ? 0 : Math.min(message.rejectedIndex, common.index + 1);
  const nextIndex = Math.max(progress.matchIndex + 1, agreed);
  if (nextIndex > context.state.log.base.index) {
    progress.becomeProbe(nextIndex);
    sendEmptyAppend(context, progress);
    return;
  }
  progress.becomeSnapshot();
  offerSnapshot(context, progress);
}

/**
 * A follower that answers heartbeats but acknowledges nothing may have lost an append, or its acknowledgement was lost. An empty append at the
 * end of what was sent finds out, behind the appends that are merely slow; if it is rejected, probing finds where to go on.
 */
export function recoverIfStalled(context: StepContext, progress: Progress): void {
  if (progress.maybeStalled()) sendEmptyAppend(context, progress);
}

/** Sends every follower the entries that its window has room for; or else, if the commit index moved, that. */
export function sendAppends(context: StepContext, leading: Leading): void {
  const { config, state } = context;
  const window = { bytesMax: config.windowBytesMax, messagesMax: config.windowMessagesMax };
  for (const progress of leading.followers) {
    probeBehindBase(context, progress);
    while (progress.nextIndex <= state.log.lastIndex && progress.hasRoom(window)) {
      if (state.sizes.isKnown(progress.nextIndex)) sendEntries(context, progress);
      else if (!maybeSendOldEntries(context, progress)) break;
    }
    if (progress.mode === 'replicate' && progress.toldCommit < Math.min(state.commitIndex, progress.nextIndex - 1)) {
      sendEmptyAppend(context, progress);
    }
  }
}

/**
 * Commits what a quorum holds durably, the leader counting itself only so far as it does. Only an entry of its own term is committed by
 * counting; those before it are then committed with it (Raft §5.4.2, Figure 8).
 */
export function advanceCommit({ config, state }: StepContext, leading: Leading): void {
  const held = quorumValue(state.configurations.current, (id) =>
    id === config.id ? state.durability.persistedIndex : progressOf(leading, id).matchIndex,
  );
  if (held > state.commitIndex && state.log.matches(held, state.term)) state.commitIndex = held;
}

/**
 * DESIGN §8, `acknowledge: received`: what a majority has received, the leader counting itself at once. An entry of its own term only, as for a commit: an earlier one
 * may be overwritten by a leader whose log ends in a later term, however many have received it (Raft Figure 8). Nothing but the acknowledgement looks at this.
 */
export function advanceAccepted({ config, state, effects }: StepContext, leading: Leading): void {
  if (config.acknowledge !== 'received') return;
  const received = quorumValue(state.configurations.current, (id) =>
    id === config.id ? state.log.lastIndex : progressOf(leading, id).receivedIndex,
  );
  if (received <= leading.acceptedIndex || !state.log.matches(received, state.term)) return;
  leading.acceptedIndex = received;
  if (received > state.commitIndex) effects.accepted = { to: received };
}

/**
 * What was to be sent next was compacted. The follower may have it, only the leader does not know: the base is the first place where it can be asked, and only if
 * it lacks that, it needs a snapshot.
 */
function probeBehindBase({ state }: StepContext, progress: Progress): void {
  const { base } = state.log;
  if (progress.mode !== 'snapshot' && progress.nextIndex <= base.index) progress.becomeProbe(base.index + 1);
}

/** One append of as many entries from `nextIndex` on as fit, at least one. */
function sendEntries(context: StepContext, progress: Progress): void {
  const { config, state } = context;
  const from = progress.nextIndex;
  const sizes: number[] = [];
  let bytes = 0;
  for (let index = from; index <= state.log.lastIndex; index++) {
    const size = state.sizes.sizeAt(index);
    if (sizes.length > 0 && bytes + size > config.appendBytesMax) break;
    sizes.push(size);
    bytes += size;
  }
  sendAppend(context, progress, { sizes, bytes });
}

/**
 * One append of many entries from `nextIndex` on whose sizes are not remembered: the driver, which reads them, leaves off what is too much for a message. How far it
 * went only the answer says, as to a probe, and so one such append is under way at a time.
 */
function maybeSendOldEntries(context: StepContext, progress: Progress): boolean {
  if (progress.inFlight.length > 0) return false;
  const { log, sizes } = context.state;
  const from = progress.nextIndex;
  const count = Math.min(log.lastIndex - from + 1, CATCH_UP_ENTRIES_MAX);
  const guessed = Array.from({ length: count }, (_, position) => sizes.sizeAt(from + position));
  progress.becomeProbe(from);
  sendAppend(context, progress, { sizes: guessed, bytes: 0 });
  progress.sentOldEntries();
  return true;
}

/** Carries the commit index, and asks whether the logs agree below `nextIndex`. */
function sendEmptyAppend(context: StepContext, progress: Progress): void {
  sendAppend(context, progress, { sizes: [], bytes: 0 });
}

function sendAppend(
  { config, state, effects }: StepContext,
  progress: Progress,
  { sizes, bytes }: { readonly sizes: readonly number[]; readonly bytes: number },
): void {
  const previousIndex = progress.nextIndex - 1;
  const lastIndex = previousIndex + sizes.length;
  effects.messages.push({
    kind: 'append',
    from: config.id,
    to: progress.id,
    term: state.term,
    previousIndex,
    previousTerm: defined(state.log.termAt(previousIndex), 'the term before an append'),
    terms: sizes.length === 0 ? [] : state.log.termsOf(previousIndex + 1, lastIndex),
    sizes,
    commit: state.commitIndex,
  });
  progress.sent({ lastIndex, bytes, commit: state.commitIndex });
}
