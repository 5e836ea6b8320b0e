// Bugs that the search must find: changes of the built core, and in which scope each shows itself within how many states. Where the core would notice it itself, that
// assertion goes, too: what is proven here is the search's own eyes.
import type { Change } from '../bank/bank.ts';

const INVARIANTS = 'consensus/core/invariants.js';

export interface ExhaustiveBug extends Change {
  readonly name: string;
  readonly story: string;
  readonly also?: readonly Change[];
  readonly scope: string;
  readonly statesMax: number;
  /** Any of these kinds of violation proves that it was noticed. */
  readonly expects: readonly string[];
}

const OWN_TERM_ASSERTED: Change = {
  file: INVARIANTS,
  find: "assert(role.kind === 'leader' && role.noOpIndex <= before.commitIndex, 'who changes the configuration knows what is committed');",
  replace: '',
};
const COMMITTED_ASSERTED: Change = {
  file: INVARIANTS,
  find: "assert(before.configurationIndex <= before.commitIndex, 'a configuration follows one that is committed');",
  replace: '',
};

export const EXHAUSTIVE_BUGS: readonly ExhaustiveBug[] = [
  {
    name: 'old-term-by-count',
    story: 'a leader commits an entry of an earlier term by counting (Raft Figure 8)',
    file: 'consensus/core/replication.js',
    find: 'if (held > state.commitIndex && state.log.matches(held, state.term))',
    replace: 'if (held > state.commitIndex)',
    also: [
      {
        file: INVARIANTS,
        find: "assert(after.log.matches(after.commitIndex, after.term), 'a leader commits by counting only in its own term');",
        replace: '',
      },
    ],
    scope: 'divergent',
    statesMax: 100_000,
    expects: ['leader-completeness', 'state-machine-safety'],
  },
  {
    name: 'vote-leaves-early',
    story: 'a vote leaves before it is durable',
    file: 'consensus/core/election.js',
    find: "effects.replies.push({ kind: 'vote-reply'",
    replace: "effects.messages.push({ kind: 'vote-reply'",
    scope: 'elections',
    statesMax: 100_000,
    expects: ['vote', 'election-safety'],
  },
  {
    name: 'own-vote-counts-early',
    story: 'a candidate asks for votes, and counts its own, before that is durable',
    file: 'consensus/core/durability.js',
    find: 'return durability.persistedSequence >= durability.hardStateSequence;',
    replace: 'return true;',
    also: [
      {
        file: 'consensus/core/election.js',
        find: "effects.replies.push({ kind: 'vote-request'",
        replace: "effects.messages.push({ kind: 'vote-request'",
      },
    ],
    scope: 'elections',
    statesMax: 100_000,
    expects: ['vote', 'election-safety'],
  },
  {
    name: 'read-joins-started-round',
    story: 'a read is confirmed by answers to a round that began before it was asked',
    file: 'consensus/core/reads.js',
    find: 'leading.waitingReads.push({ id, index: state.commitIndex, round: leading.round + 1 });',
    replace: 'leading.waitingReads.push({ id, index: state.commitIndex, round: Math.max(1, leading.round) });',
    scope: 'reads',
    statesMax: 100_000,
    expects: ['read'],
  },
  {
    name: 'old-append-truncates',
    story: 'a follower cuts its log at an append that it holds already',
    file: 'consensus/core/following.js',
    find: 'if (index >= log.base.index && !log.matches(index, term))',
    replace: 'if (log.lastIndex >= 0)',
    scope: 'replication',
    statesMax: 100_000,
    // The core notices it itself: three of its assertions say so.
    expects: ['durability', 'leader-completeness', 'assertion'],
  },
  {
    name: 'leader-counts-undurable-log',
    story: 'a leader commits with entries that its own disk does not have',
    file: 'consensus/core/replication.js',
    find: 'id === config.id ? state.durability.persistedIndex :',
    replace: 'id === config.id ? state.log.lastIndex :',
    also: [{ file: INVARIANTS, find: 'const own = after.durability.persistedIndex;', replace: 'const own = after.log.lastIndex;' }],
    scope: 'replication',
    statesMax: 100_000,
    expects: ['durability'],
  },
  {
    name: 'acknowledged-early',
    story: 'a follower acknowledges entries before they are durable',
    file: 'consensus/core/following.js',
    find: "effects.replies.push({ kind: 'append-accepted'",
    replace: "effects.messages.push({ kind: 'append-accepted'",
    scope: 'replication',
    statesMax: 100_000,
    expects: ['durability'],
  },
  {
    name: 'longer-log-wins',
    story: 'votes go to the longer log, whatever its last term is',
    file: 'consensus/core/log-terms.js',
    find: 'return one.term === other.term ? one.index - other.index : one.term - other.term;',
    replace: 'return one.index - other.index;',
    scope: 'snapshots',
    statesMax: 100_000,
    expects: ['leader-completeness', 'state-machine-safety', 'durability'],
  },
  {
    name: 'commit-by-new-half',
    story: 'what a majority of the new half alone holds is committed in a joint configuration',
    file: 'consensus/core/quorum.js',
    find: 'Math.min(...halvesOf(configuration).map(',
    replace: 'Math.min(...halvesOf(configuration).slice(0, 1).map(',
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['durability', 'leader-completeness'],
  },
  {
    name: 'commit-by-old-half',
    story: 'what a majority of the outgoing half alone holds is committed in a joint configuration',
    file: 'consensus/core/quorum.js',
    find: 'Math.min(...halvesOf(configuration).map(',
    replace: 'Math.min(...halvesOf(configuration).slice(-1).map(',
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['durability', 'leader-completeness'],
  },
  {
    name: 'elected-by-new-half',
    story: 'the votes of the new half alone elect a leader in a joint configuration',
    file: 'consensus/core/quorum.js',
    find: 'return halvesOf(configuration).every(',
    replace: 'return halvesOf(configuration).slice(0, 1).every(',
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['election-safety', 'leader-completeness', 'elected-by-members'],
  },
  {
    name: 'elected-by-old-half',
    story: 'the votes of the outgoing half alone elect a leader in a joint configuration',
    file: 'consensus/core/quorum.js',
    find: 'return halvesOf(configuration).every(',
    replace: 'return halvesOf(configuration).slice(-1).every(',
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['election-safety', 'leader-completeness', 'elected-by-members'],
  },
  {
    name: 'change-before-own-commit',
    story: 'a new leader changes the members before an entry of its own term is committed (raft-dev, Ongaro 2015)',
    file: 'consensus/core/membership-change.js',
    find: 'if (commitIndex < role.noOpIndex)',
    replace: 'if (commitIndex < 0)',
    also: [OWN_TERM_ASSERTED],
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['changes-in-turn'],
  },
  {
    name: 'change-while-one-is-under-way',
    story: 'a leader changes the members while the change before is not committed',
    file: 'consensus/core/membership-change.js',
    find: 'configurations.currentIndex > commitIndex ?',
    replace: 'configurations.currentIndex < 0 ?',
    also: [COMMITTED_ASSERTED],
    scope: 'removal',
    statesMax: 100_000,
    expects: ['changes-in-turn'],
  },
  {
    name: 'cut-configuration-stays',
    story: 'a configuration stays in force when its entry is cut off',
    file: 'consensus/core/following.js',
    find: 'state.configurations.truncateFrom(fromIndex);',
    replace: '',
    also: [
      {
        file: INVARIANTS,
        find: "assert(state.configurations.currentIndex <= log.lastIndex, 'the configuration in force is in the log');",
        replace: '',
      },
    ],
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['in-force', 'assertion'],
  },
  {
    name: 'in-force-when-committed',
    story: 'a configuration is in force only once it is committed',
    file: 'consensus/core/configurations.js',
    find: "return defined(this.changes.at(-1), 'a configuration').configuration;",
    replace:
      '{ const { committed } = this; return (this.changes.findLast(({ index }) => index <= committed) ?? this.changes[0]).configuration; }',
    also: [
      {
        file: 'consensus/core/raft.js',
        find: 'handleInput(context, input);',
        replace: 'state.configurations.committed = state.commitIndex; handleInput(context, input);',
      },
      // Who comes is sent everything as soon as it counts.
      {
        file: 'consensus/core/state.js',
        find: 'return defined(maybeProgressOf(leading, id),',
        replace:
          'if (maybeProgressOf(leading, id) === undefined) leading.followers.push(new Progress(id, 1)); return defined(maybeProgressOf(leading, id),',
      },
      OWN_TERM_ASSERTED,
      {
        file: INVARIANTS,
        find: "assert(mayFollow(before.configuration, configurations.current), 'a configuration follows that shares its quorums');",
        replace: '',
      },
      { file: INVARIANTS, find: "assert(after.commitIndex <= held, 'a leader commits what a majority holds durably');", replace: '' },
    ],
    scope: 'left-joint',
    statesMax: 100_000,
    expects: ['durability', 'leader-completeness', 'elected-by-members'],
  },
];
