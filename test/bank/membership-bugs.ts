// The bug bank's bugs of membership: learners, joint configurations, and what of them survives a cut, a snapshot and a restart.
import type { PlantedBug } from './bank.ts';

export const MEMBERSHIP_BUGS: readonly PlantedBug[] = [
  {
    name: 'joint-commit-by-one-half',
    story: 'In a joint configuration an entry is committed by a majority of either half: two sets that need not meet decide.',
    file: 'consensus/core/quorum.js',
    find: 'return Math.min(...halvesOf(configuration)',
    replace: 'return Math.max(...halvesOf(configuration)',
    expects: ['durability', 'linearizability', 'node-failed'],
  },
  {
    name: 'joint-election-by-one-half',
    story:
      'In a joint configuration a candidate wins by a majority of either half: two leaders in one term, or one that lacks what the other half has committed.',
    file: 'consensus/core/quorum.js',
    find: 'return halvesOf(configuration).every((half)',
    replace: 'return halvesOf(configuration).some((half)',
    expects: ['election-safety', 'leader-completeness', 'node-failed'],
  },
  {
    name: 'learner-counts',
    story: 'A learner counts like a voter: what is committed with its help can be outvoted by the voters.',
    file: 'consensus/core/quorum.js',
    find: 'function halvesOf({ voters, outgoing }) {\n    return outgoing.length === 0 ? [voters] : [voters, outgoing];',
    replace:
      'function halvesOf({ voters, outgoing, learners = [] }) {\n    return outgoing.length === 0 ? [[...voters, ...learners]] : [voters, outgoing];',
    expects: ['durability', 'election-safety', 'node-failed'],
  },
  {
    name: 'configuration-in-force-when-committed',
    story:
      'The leader counts by the last configuration that is committed, not by the last one in its log: the joint one is committed by the old voters alone (thesis §4.1).',
    file: 'consensus/core/replication.js',
    find: 'const held = quorumValue(state.configurations.current, (id) =>',
    replace:
      'const held = quorumValue(state.configurations.at(state.commitIndex), (id) => !leading.followers.some((one) => one.id === id) && id !== config.id ? 0 :',
    expects: ['durability', 'node-failed'],
  },
  {
    name: 'change-under-another',
    story: 'A change is appended while the one before is not committed: their quorums need not meet.',
    file: 'consensus/core/membership-change.js',
    find: "return configurations.currentIndex > commitIndex ? 'under-way' : undefined;",
    replace: 'return undefined;',
    expects: ['membership', 'durability', 'node-failed'],
  },
  {
    name: 'voters-changed-in-one-step',
    story:
      'The new voters take over in one step, without a joint configuration: majorities of the old and of the new need not meet (Raft §6).',
    file: 'consensus/membership.js',
    find: 'outgoing: current.voters, learners }',
    replace: 'outgoing: [], learners }',
    also: [
      {
        file: 'consensus/core/membership-change.js',
        find: "assert(mayFollow(state.configurations.current, configuration), 'a configuration follows that shares its quorums');",
        replace: '',
      },
    ],
    expects: ['membership', 'node-failed'],
  },
  {
    name: 'restart-forgets-the-members',
    story: 'After a restart the members of the genesis are in force until the next change.',
    file: 'consensus/core/state.js',
    find: 'return new Configurations(first, changes);',
    replace: 'return new Configurations(first, changes.slice(changes.length));',
    expects: ['election-safety', 'membership', 'durability', 'liveness', 'node-failed'],
  },
];
