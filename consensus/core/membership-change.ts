// The leader's side of a change of the configuration (thesis §4): when it may append one, and when it has made itself superfluous.
import { assert } from '../assert.ts';
import { type Configuration, mayFollow } from '../configuration.ts';
import { isElector } from './configurations.ts';
import type { ChangeHindrance } from './ready.ts';
import { followersOf, type Leading, type State, type StepContext } from './state.ts';
import { giveUpUnlessVoter } from './transfer.ts';

/**
 * Why no configuration can be appended now. Not before an entry of the leader's own term is committed: until then it does not know what is (the bug of single-server changes, raft-dev 2015-07).
 * Not before the change before is committed: two under way at a time have no quorums that meet.
 */
export function changeHindranceOf(state: State): ChangeHindrance | undefined {
  const { role, commitIndex, configurations } = state;
  if (role.kind !== 'leader') return 'not-leader';
  if (role.transfer !== null) return 'handing-over';
  if (commitIndex < role.noOpIndex) return 'starting';
  return configurations.currentIndex > commitIndex ? 'under-way' : undefined;
}

/** The entry at `index`, just appended, says so: it is in force from here on. */
export function takeConfiguration(context: StepContext, leading: Leading, configuration: Configuration): void {
  const { state } = context;
  assert(mayFollow(state.configurations.current, configuration), 'a configuration follows that shares its quorums');
  state.configurations.append({ index: state.log.lastIndex, configuration });
  leading.followers = followersOf(context, leading.followers);
  giveUpUnlessVoter(context, leading);
}

/** Whether a committed configuration has no place for this leader: those who are in it elect one of their own (thesis §4.2.2). */
export function isSuperfluous({ config, state }: StepContext): boolean {
  const { configurations, commitIndex } = state;
  return configurations.currentIndex <= commitIndex && !isElector(configurations.current, config.id);
}
