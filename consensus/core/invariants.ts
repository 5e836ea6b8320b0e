// What must be true of every state, of every step, and of every message that comes in. A broken invariant is a programmer error or a lying
// disk: the check throws, and the process ends before anything leaves it. `cheap` ones cost O(1), the rest O(terms + followers + writes).
import { assert, checkInteger } from '../assert.ts';
import { type Configuration, mayFollow, participantsOf } from '../configuration.ts';
import type { Append, InstallSnapshot, Message, TimeoutNow } from '../messages.ts';
import type { LogPosition, NodeId, TermRun } from '../types.ts';
import { isEligible } from './configurations.ts';
import { type Durability, isHardStateDurable } from './durability.ts';
import { comparePositions, LogTerms } from './log-terms.ts';
import type { Progress } from './progress.ts';
import { quorumValue } from './quorum.ts';
import type { AppendEntries, Input, RaftConfig, Ready } from './ready.ts';
import { type Leading, progressOf, type State } from './state.ts';

/** What is remembered of the state before a step, to compare with the state after it. */
export interface Observed {
  readonly term: number;
  readonly votedFor: NodeId | undefined;
  readonly leader: NodeId | undefined;
  readonly role: State['role']['kind'];
  readonly base: LogPosition;
  readonly lastIndex: number;
  readonly snapshotIndex: number;
  readonly claim: LogPosition | undefined;
  readonly commitIndex: number;
  readonly handedIndex: number;
  readonly appliedIndex: number;
  readonly persistedIndex: number;
  readonly sequence: number;
  readonly persistedSequence: number;
  readonly configuration: Configuration;
  readonly configurationIndex: number;
  /** Only with all invariants on. */
  readonly deep:
    | {
        readonly termRuns: readonly TermRun[];
        readonly matches: ReadonlyMap<NodeId, number>;
        readonly acceptedIndex: number;
        readonly isHandingOver: boolean;
      }
    | undefined;
}

/** Takes down what `checkStep` will compare. */
export function observe(config: RaftConfig, state: State): Observed {
  return {
    term: state.term,
    votedFor: state.votedFor,
    leader: state.leader,
    role: state.role.kind,
    base: state.log.base,
    lastIndex: state.log.lastIndex,
    snapshotIndex: state.snapshot.index,
    claim: state.claim,
    commitIndex: state.commitIndex,
    handedIndex: state.handedIndex,
    appliedIndex: state.appliedIndex,
    persistedIndex: state.durability.persistedIndex,
    sequence: state.durability.sequence,
    persistedSequence: state.durability.persistedSequence,
    configuration: state.configurations.current,
    configurationIndex: state.configurations.currentIndex,
    deep:
      config.invariants === 'all'
        ? {
            termRuns: [...state.log.termRuns],
            matches: matchesOf(state),
            acceptedIndex: acceptedIndexOf(state),
            isHandingOver: isHandingOver(state),
          }
        : undefined,
  };
}

function acceptedIndexOf({ role }: State): number {
  return role.kind === 'leader' ? role.acceptedIndex : 0;
}

function isHandingOver({ role }: State): boolean {
  return role.kind === 'leader' && role.transfer !== null;
}

function matchesOf({ role }: State): Map<NodeId, number> {
  return new Map(role.kind === 'leader' ? role.followers.map(({ id, matchIndex }) => [id, matchIndex]) : []);
}

/** Throws if a message cannot come from a correct peer. The wire has validated it already, so this is never the peer's fault. */
export function checkMessage(config: RaftConfig, message: Message): void {
  assert(message.to === config.id, 'a message reaches its addressee');
  assert(message.from !== config.id, 'a message comes from another node');
  checkInteger(message.term, 1, 'the term of a message');
  assert(message.kind !== 'append-received' || config.acknowledge === 'received', 'all nodes acknowledge alike');
  if (message.kind === 'append') checkAppend(message);
  if (message.kind === 'install-snapshot') checkInstallSnapshot(message);
}

function checkInstallSnapshot(message: InstallSnapshot): void {
  checkInteger(message.index, 1, 'the index of a snapshot');
  checkInteger(message.indexTerm, 1, 'the term of a snapshot');
  assert(message.indexTerm <= message.term, 'a leader offers no snapshot of a later term');
}

function checkAppend(message: Append): void {
  assert(message.sizes.length === message.terms.length, 'every entry of an append has a term and a size');
  let previous = message.previousTerm;
  for (const term of message.terms) {
    assert(term >= previous, 'terms never fall along an append');
    previous = term;
  }
  assert(previous <= message.term, 'a leader sends no entries of a later term');
}

/** Throws unless the state can be. */
export function checkState(config: RaftConfig, state: State): void {
  const { log, durability } = state;
  assert(log.lastTerm <= state.term, 'no entry is of a later term than the node');
  assert(state.appliedIndex <= state.handedIndex, 'only what was handed out is applied');
  assert(state.handedIndex <= state.commitIndex, 'only what is committed is handed out');
  assert(state.handedIndex <= durability.persistedIndex, 'only what is durable here is handed out');
  assert(state.commitIndex <= log.lastIndex, 'only what is in the log is committed');
  assert(durability.persistedIndex <= log.lastIndex, 'only what is in the log is durable');
  assert(log.base.index <= state.snapshot.index, 'a snapshot covers what is compacted');
  assert(state.snapshot.index <= state.commitIndex, 'a snapshot is of what is committed');
  assert(durability.persistedSequence <= durability.sequence, 'only what was issued is durable');
  assert(durability.hardStateSequence <= durability.sequence, 'the hard state was issued');
  checkRole(config, state);
  checkStanding(config, state);
  assert(state.configurations.currentIndex <= log.lastIndex, 'the configuration in force is in the log');
  if (config.invariants !== 'all') return;
  log.checkRuns();
  assert(log.matches(state.snapshot.index, state.snapshot.term), 'the newest snapshot is of an entry of the log');
  checkPending(durability, log.lastIndex);
  if (state.role.kind === 'leader') checkLeading(config, state, state.role);
}

function checkRole(config: RaftConfig, state: State): void {
  const { role } = state;
  assert(state.ledTerm <= state.term, 'no later term was led');
  switch (role.kind) {
    case 'follower':
      assert(state.leader !== config.id, 'a follower does not follow itself');
      return;
    case 'pre-candidate':
      assert(state.leader === undefined, 'a pre-candidate knows no leader');
      return;
    case 'candidate':
      assert(state.votedFor === config.id, 'a candidate votes for itself');
      assert(state.leader === undefined, 'a candidate knows no leader');
      assert(!role.votes.includes(config.id) || isHardStateDurable(state.durability), 'an own vote counts when it is durable');
      return;
    case 'leader':
      assert(state.votedFor === config.id, 'a leader voted for itself');
      assert(state.leader === config.id, 'a leader leads itself');
      assert(state.ledTerm === state.term, 'a leader leads its term');
      assert(isHardStateDurable(state.durability), 'term and vote of a leader are durable');
      assert(role.noOpIndex <= state.log.lastIndex, 'the no-op of a leader is in its log');
  }
}

/** Who is damaged, or may have acknowledged what it does not hold, neither leads nor stands. */
function checkStanding(config: RaftConfig, state: State): void {
  const { role, isHeldBack, claim, durability, log, configurations, commitIndex } = state;
  const isStanding = role.kind === 'pre-candidate' || role.kind === 'candidate';
  assert(!isStanding || isEligible(configurations, config.id, commitIndex), 'only a voter stands');
  assert(role.kind === 'follower' || !isHeldBack, 'who is held back follows');
  if (claim === undefined) return;
  assert(role.kind === 'follower', 'who has a claim follows');
  const term = log.termAt(durability.persistedIndex);
  assert(
    term === undefined || comparePositions({ index: durability.persistedIndex, term }, claim) < 0,
    'a claim that is reached is settled',
  );
}

function checkPending({ pending, persistedSequence, persistedIndex, sequence }: Durability, lastIndex: number): void {
  let previous = { sequence: persistedSequence, lastIndex: persistedIndex };
  for (const write of pending) {
    assert(write.sequence > previous.sequence, 'writes under way ascend in sequence');
    assert(write.lastIndex >= previous.lastIndex, 'writes under way never descend in index');
    previous = write;
  }
  assert(previous.sequence <= sequence, 'writes under way were issued');
  assert(previous.lastIndex === lastIndex, 'every entry is durable or under way');
}

function checkLeading(config: RaftConfig, state: State, leading: Leading): void {
  const others = participantsOf(state.configurations.current).filter((id) => id !== config.id);
  assert(leading.followers.length === others.length, 'a leader knows every follower');
  assert(
    leading.followers.every(({ id }, at) => id === others[at]),
    'a leader knows every follower',
  );
  const { base, lastIndex } = state.log;
  assert(leading.noOpIndex < base.index || state.log.matches(leading.noOpIndex, state.term), 'the no-op of a leader is of its term');
  assert(state.log.termAt(leading.noOpIndex - 1) !== state.term, 'the no-op of a leader is the first entry of its term');
  for (const progress of leading.followers) checkProgress(progress, { baseIndex: base.index, lastIndex, round: leading.round });
  checkAccepted(config, state, leading);
  const { transfer } = leading;
  const mayTakeOver = transfer !== null && transfer.to !== config.id && state.configurations.current.voters.includes(transfer.to);
  assert(transfer === null || mayTakeOver, 'a leader hands over to another voter');
  assert(transfer === null || transfer.elapsedTicks < config.electionTicks, 'a transfer ends with an election timeout');
  let previousRound = 0;
  for (const read of leading.waitingReads) {
    assert(read.round >= previousRound && read.round <= leading.round + 1, 'reads wait in the order of their rounds');
    assert(
      read.index >= leading.noOpIndex && read.index <= state.commitIndex,
      'a read is answered from what its leader knows to be committed',
    );
    previousRound = read.round;
  }
}

/** What is accepted is of the leader's own term, and is never less than what it committed. */
function checkAccepted(config: RaftConfig, { log, term, commitIndex }: State, { acceptedIndex, noOpIndex }: Leading): void {
  assert(acceptedIndex === 0 || config.acknowledge === 'received', 'what is durable is acknowledged, unless the cluster says otherwise');
  assert(acceptedIndex === 0 || acceptedIndex >= noOpIndex, 'a leader accepts its own entries');
  assert(acceptedIndex <= log.base.index || log.matches(acceptedIndex, term), 'a leader accepts what is in its log');
  const isCommitting = config.acknowledge === 'received' && commitIndex >= noOpIndex;
  assert(!isCommitting || acceptedIndex >= commitIndex, 'who holds an entry durably has received it');
}

function checkProgress(
  progress: Progress,
  { baseIndex, lastIndex, round }: { readonly baseIndex: number; readonly lastIndex: number; readonly round: number },
): void {
  assert(progress.matchIndex <= lastIndex, 'a follower holds no more than its leader');
  assert(progress.matchIndex < progress.nextIndex, 'what matched is not sent again');
  assert(progress.nextIndex <= lastIndex + 1, 'only what is in the log was sent');
  assert(progress.round <= round, 'a follower answers only rounds that were asked for');
  assert(progress.mode === 'snapshot' || progress.nextIndex > baseIndex, 'what is compacted is not sent');
  assert(progress.mode !== 'snapshot' || progress.matchIndex < baseIndex, 'a snapshot is for those who lack what is compacted');
  assert(progress.patience === 0 || (progress.mode === 'probe' && progress.probeUnderWay), 'old entries are sent as a probe');
  assert(progress.mode === 'replicate' || progress.inFlight.length === 0, 'only who replicates has a window');
  let bytes = 0;
  let previous = progress.matchIndex;
  for (const append of progress.inFlight) {
    assert(append.lastIndex > previous, 'what is under way ascends above what matched');
    previous = append.lastIndex;
    bytes += append.bytes;
  }
  assert(bytes === progress.inFlightBytes, 'the window counts what is under way');
  assert(progress.mode !== 'replicate' || previous === progress.nextIndex - 1, 'what was sent is acknowledged or under way');
  assert(progress.receivedIndex >= progress.matchIndex, 'what a follower holds it has received');
  assert(progress.receivedIndex <= lastIndex, 'a follower receives no more than its leader has');
}

/** Throws unless this step can lead from the state before it to the one after it, with these effects. */
export function checkStep(
  config: RaftConfig,
  step: { readonly before: Observed; readonly input: Input; readonly ready: Ready; readonly after: State },
): void {
  const { before, ready, after } = step;
  checkState(config, after);
  assert(after.term >= before.term, 'a term never falls');
  assert(
    after.term > before.term || before.votedFor === undefined || after.votedFor === before.votedFor,
    'a vote never changes within a term',
  );
  assert(after.commitIndex >= before.commitIndex, 'what is committed stays committed');
  assert(after.appliedIndex >= before.appliedIndex, 'what was applied stays applied');
  assert(after.log.base.index >= before.base.index, 'what was compacted stays compacted');
  assert(after.snapshot.index >= before.snapshotIndex, 'a newer snapshot takes the place of an older one');
  assert(
    after.claim === undefined || (before.claim !== undefined && comparePositions(after.claim, before.claim) <= 0),
    'a claim comes from recovery and only falls',
  );
  assert(after.durability.persistedSequence >= before.persistedSequence, 'what is durable stays durable');
  assert(
    after.durability.persistedIndex >= Math.min(before.persistedIndex, before.commitIndex),
    'what is committed and durable stays durable',
  );
  assert(before.role === 'leader' || after.role.kind !== 'leader' || before.role === 'candidate', 'only a candidate becomes leader');
  for (const event of ready.events) if (event.kind === 'claim-settled') checkSettled(event.claim, after);
  checkEffects(before, ready, after);
  if (ready.accepted !== undefined) checkAcceptance(config, ready.accepted, after);
  if (before.deep === undefined) return;
  checkLogStep(before, before.deep.termRuns, after);
  checkLeaderStep(config, before, { deep: before.deep, after });
  if (ready.write?.append !== undefined) checkAppended(ready.write.append, after.log);
  checkMessages(ready, after);
}

function checkSettled(claim: LogPosition, { claim: left, durability, log }: State): void {
  const index = durability.persistedIndex;
  const isReached = comparePositions({ index, term: log.termAt(index) ?? 0 }, claim) >= 0;
  assert(left === undefined && isReached, 'a claim is settled by what is durable');
}

function checkEffects(before: Observed, ready: Ready, after: State): void {
  const { write, commit } = ready;
  assert(ready.replySequence === after.durability.sequence, 'replies wait for all that was issued');
  assert(after.durability.sequence === before.sequence + (write === undefined ? 0 : 1), 'sequence numbers rise by one');
  const hardStateChanged = after.term !== before.term || after.votedFor !== before.votedFor;
  assert((write?.hardState !== undefined) === hardStateChanged, 'a changed hard state, and no other, is written');
  assert(write === undefined || write.sequence === after.durability.sequence, 'a write has the sequence number issued last');
  if (write?.reset !== undefined) checkReset(before, write.reset, after);
  const isLogWritten = write?.append !== undefined || write?.reset !== undefined;
  assert(isLogWritten || after.log.lastIndex === before.lastIndex, 'what is appended is written');
  assert(
    write?.reset !== undefined || after.log.base.index <= Math.max(before.base.index, before.appliedIndex),
    'only what was applied is compacted',
  );
  if (ready.install !== undefined) {
    assert(after.role.kind === 'follower' && ready.install.from === after.leader, 'a snapshot is fetched from the leader');
    assert(ready.install.position.index > after.commitIndex, 'what is committed here needs no snapshot');
    assert(isHardStateDurable(after.durability), 'the term in which a snapshot was offered is durable');
  }
  assert(write?.append === undefined || write.append.fromIndex > before.commitIndex, 'a committed entry is never overwritten');
  if (commit === undefined) {
    assert(after.handedIndex === before.handedIndex || after.handedIndex === after.log.base.index, 'what is handed out is said');
    return;
  }
  assert(commit.from === Math.max(before.handedIndex, after.log.base.index) + 1, 'every index is handed out once, in order');
  assert(commit.to === after.handedIndex && commit.to >= commit.from, 'what is handed out is said');
}

/** A log begins anew only behind a committed entry that it did not hold; who leads holds them all. */
function checkReset(before: Observed, position: LogPosition, after: State): void {
  const { log, durability } = after;
  assert(before.role !== 'leader', 'the log of a leader is never reset');
  assert(position.index > before.commitIndex, 'a log is reset to a snapshot of more than it knew to be committed');
  assert(position.index === after.commitIndex && position.index <= after.offeredIndex, 'a log is reset to what a leader offered');
  assert(log.base.index === position.index && log.lastIndex === position.index, 'a reset log is empty');
  assert(durability.persistedIndex <= before.commitIndex, 'a reset is durable when its write is');
  if (before.deep === undefined) return;
  const old = new LogTerms(before.deep.termRuns, before.lastIndex, before.base);
  assert(!old.matches(position.index, position.term), 'a log that holds the entry of a snapshot is not reset');
}

/** Committed entries stay as they are; what is written is what the log says. */
function checkLogStep(before: Observed, beforeRuns: readonly TermRun[], after: State): void {
  const stable = before.role === 'leader' && after.role.kind === 'leader' ? before.lastIndex : before.commitIndex;
  assert(stable <= after.log.lastIndex, 'neither a committed entry nor one of a leader is cut');
  // As nearly always: up to `stable` both hold every index behind one base, and the terms follow from the runs.
  if (comparePositions(before.base, after.log.base) === 0 && areSameRuns(beforeRuns, after.log.termRuns)) return;
  const old = new LogTerms(beforeRuns, before.lastIndex, before.base);
  const known = Math.max(before.base.index, after.log.base.index);
  const edges = [...beforeRuns, ...after.log.termRuns].flatMap(({ firstIndex }) => [firstIndex - 1, firstIndex]);
  for (const index of [known, ...edges]) {
    if (index > stable || index < known) continue;
    assert(old.termAt(index) === after.log.termAt(index), 'neither a committed entry nor one of a leader changes');
  }
}

function areSameRuns(one: readonly TermRun[], other: readonly TermRun[]): boolean {
  return (
    one.length === other.length && one.every(({ firstIndex, term }, at) => firstIndex === other[at]?.firstIndex && term === other[at]?.term)
  );
}

/** Only a leader accepts, where the cluster says so, what is not committed anyway. */
function checkAcceptance(config: RaftConfig, { to }: NonNullable<Ready['accepted']>, after: State): void {
  const { role, log, term, commitIndex, configurations } = after;
  assert(config.acknowledge === 'received' && role.kind === 'leader', 'only a leader accepts, and only where that is asked for');
  assert(to === role.acceptedIndex && to > commitIndex && log.matches(to, term), 'what is accepted is of this term and not committed yet');
  if (config.invariants !== 'all') return;
  const received = quorumValue(configurations.current, (id) => (id === config.id ? log.lastIndex : progressOf(role, id).receivedIndex));
  assert(to <= received, 'a leader accepts what a majority has received');
}

function checkLeaderStep(
  config: RaftConfig,
  before: Observed,
  { deep, after }: { readonly deep: NonNullable<Observed['deep']>; readonly after: State },
): void {
  const { matches, acceptedIndex, isHandingOver } = deep;
  const { role } = after;
  if (role.kind !== 'leader' || before.role !== 'leader') return;
  assert(after.term === before.term, 'a leader that goes on stays in its term');
  for (const { id, matchIndex } of role.followers) assert(matchIndex >= (matches.get(id) ?? 0), 'what a follower holds it goes on holding');
  checkChange(before, after);
  assert(role.acceptedIndex >= acceptedIndex, 'what is accepted stays accepted while its leader leads');
  assert(role.transfer === null || !isHandingOver || after.log.lastIndex === before.lastIndex, 'who hands over proposes nothing');
  if (after.commitIndex === before.commitIndex) return;
  const own = after.durability.persistedIndex;
  const held = quorumValue(after.configurations.current, (id) => (id === config.id ? own : progressOf(role, id).matchIndex));
  assert(after.commitIndex <= held, 'a leader commits what a majority holds durably');
  assert(after.log.matches(after.commitIndex, after.term), 'a leader commits by counting only in its own term');
}

/** A leader changes the configuration one step at a time, each from a committed one, and only once it has committed an entry of its own. */
function checkChange(before: Observed, { role, configurations }: State): void {
  if (configurations.currentIndex === before.configurationIndex) return;
  assert(mayFollow(before.configuration, configurations.current), 'a configuration follows that shares its quorums');
  assert(before.configurationIndex <= before.commitIndex, 'a configuration follows one that is committed');
  assert(role.kind === 'leader' && role.noOpIndex <= before.commitIndex, 'who changes the configuration knows what is committed');
}

/** Only a leader speaks as one; whoever votes for itself or another says what it wrote; nothing names another term. */
function checkMessages(ready: Ready, after: State): void {
  for (const message of ready.messages) {
    if (message.kind === 'pre-vote-request') assert(message.term === after.term + 1, 'a pre-vote asks for the next term');
    if (message.kind === 'install-snapshot') {
      assert(after.role.kind === 'leader' && message.term === after.term, 'only a leader offers a snapshot');
      assert(message.index === after.snapshot.index && message.indexTerm === after.snapshot.term, 'a leader offers its newest snapshot');
    }
    if (message.kind === 'timeout-now') checkTimeoutNow(message, after);
    if (message.kind === 'append-received') {
      assert(
        after.role.kind === 'follower' && message.to === after.leader && message.term === after.term,
        'its leader is told what is received',
      );
      assert(message.matchIndex <= after.log.lastIndex, 'what is received is in the log');
    }
    if (message.kind !== 'append' && message.kind !== 'heartbeat') continue;
    assert(after.role.kind === 'leader' && message.term === after.term, 'only a leader sends appends and heartbeats');
    assert(message.commit <= after.commitIndex, 'a leader tells what is committed');
    if (message.kind === 'append') checkSentAppend(message, after);
  }
  for (const reply of ready.replies) {
    assert(reply.term === after.term, 'a reply carries the current term');
    if (reply.kind === 'vote-reply' && reply.granted) assert(after.votedFor === reply.to, 'a vote given is the vote written');
    if (reply.kind === 'append-accepted') assert(reply.matchIndex <= after.log.lastIndex, 'what is acknowledged is in the log');
  }
}

/** Nobody is asked to take over whose log is not the leader's, or while anyone waits for what this leader has proposed. */
function checkTimeoutNow(message: TimeoutNow, { role, term, log, appliedIndex }: State): void {
  assert(role.kind === 'leader' && message.term === term && role.transfer?.to === message.to, 'only a leader that hands over asks for it');
  const match = role.followers.find(({ id }) => id === message.to)?.matchIndex;
  assert(match === log.lastIndex && appliedIndex === log.lastIndex, 'a leader hands over what is complete');
}

function checkSentAppend(message: Append, after: State): void {
  const last = message.previousIndex + message.terms.length;
  assert(after.log.matches(message.previousIndex, message.previousTerm), 'an append follows its place in the log');
  assert(last <= after.log.lastIndex, 'an append holds what is in the log');
  assert(message.terms.at(-1) === undefined || after.log.matches(last, message.terms.at(-1) ?? 0), 'an append holds what is in the log');
}

/** Throws unless the log after the step holds exactly what the step says is appended. */
function checkAppended(append: AppendEntries, log: LogTerms): void {
  assert(append.fromIndex + append.terms.length - 1 === log.lastIndex, 'what is appended is the end of the log');
  append.terms.forEach((term, position) => {
    assert(log.matches(append.fromIndex + position, term), 'what is appended is in the log');
  });
}
