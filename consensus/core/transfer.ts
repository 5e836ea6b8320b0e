// Leadership transfer (thesis §3.10): the leader proposes nothing more, waits until all it has proposed is applied here and held by its successor, and asks that one to stand
// for election at once. Changes nothing about who may win: the successor needs votes like any candidate.
import type { NodeId } from '../types.ts';
import { mayStand, standForElection } from './election.ts';
import { type Leading, maybeProgressOf, progressOf, type State, type StepContext } from './state.ts';

/** Begins to hand over, unless it does so already. Only another voter of the configuration in force can take over. */
export function beginTransfer(context: StepContext, leading: Leading, to: NodeId): void {
  const { state, effects } = context;
  if (leading.transfer !== null) return;
  leading.transfer = { to, elapsedTicks: 0, isAsked: false };
  effects.events.push({ kind: 'transfer-began', term: state.term, to });
  giveUpUnlessVoter(context, leading);
}

/** Whether this follower could take over at once: everything was sent to it, and at most a window of it is under way. */
export function canSucceed({ log, configurations }: State, leading: Leading, to: NodeId): boolean {
  const progress = isVoter(configurations, to) ? maybeProgressOf(leading, to) : undefined;
  return leading.transfer === null && progress?.mode === 'replicate' && progress.nextIndex > log.lastIndex;
}

/** The followers that can take over, soonest first: their logs are known to be like this one's, and go furthest. */
export function successorsOf({ configurations }: State, { followers }: Leading): NodeId[] {
  const able = followers.filter(({ id, mode }) => mode === 'replicate' && isVoter(configurations, id));
  return able.sort((left, right) => right.matchIndex - left.matchIndex).map(({ id }) => id);
}

/** Who is no other voter, or not any more, cannot take over. */
export function giveUpUnlessVoter(context: StepContext, leading: Leading): void {
  const { config, state } = context;
  const to = leading.transfer?.to;
  if (to !== undefined && (to === config.id || !isVoter(state.configurations, to))) giveUp(context, leading);
}

function isVoter({ current }: State['configurations'], id: NodeId): boolean {
  return current.voters.includes(id);
}

/** Gives up after an election timeout: whoever waits for this leader must not wait for a successor that is away. */
export function tickTransfer(context: StepContext, leading: Leading): void {
  const { transfer } = leading;
  if (transfer === null) return;
  const elapsedTicks = transfer.elapsedTicks + 1;
  if (elapsedTicks < context.config.electionTicks) leading.transfer = { ...transfer, elapsedTicks };
  else giveUp(context, leading);
}

/** The connection to this node is lost: it does not take over now. */
export function maybeGiveUp(context: StepContext, leading: Leading, node: NodeId): void {
  if (leading.transfer?.to === node) giveUp(context, leading);
}

function giveUp({ state, effects }: StepContext, leading: Leading): void {
  const { transfer } = leading;
  leading.transfer = null;
  if (transfer !== null) effects.events.push({ kind: 'transfer-failed', term: state.term, to: transfer.to });
}

/** What was asked may be lost: asks again. */
export function askAgain(leading: Leading): void {
  if (leading.transfer !== null) leading.transfer = { ...leading.transfer, isAsked: false };
}

/** Asks the successor to stand once nothing is left to wait for: not even a reply to a client depends on this leader any more. */
export function maybeHandOver({ config, state, effects }: StepContext, leading: Leading): void {
  const { transfer } = leading;
  if (transfer === null || transfer.isAsked) return;
  const { lastIndex } = state.log;
  if (state.appliedIndex < lastIndex || progressOf(leading, transfer.to).matchIndex < lastIndex) return;
  effects.messages.push({ kind: 'timeout-now', from: config.id, to: transfer.to, term: state.term });
  leading.transfer = { ...transfer, isAsked: true };
}

/** The leader of this term asks this node to take over: it stands without a pre-vote, if it may stand at all. */
export function handleTimeoutNow(context: StepContext): void {
  if (mayStand(context)) standForElection(context, { isTransfer: true });
}
