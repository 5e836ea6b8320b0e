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
    find: 'quorumValue([state.durability.persistedIndex,',
    replace: 'quorumValue([state.log.lastIndex,',
    also: [
      {
        file: 'consensus/core/invariants.js',
        find: 'quorumValue([after.durability.persistedIndex,',
        replace: 'quorumValue([after.log.lastIndex,',
      },
    ],
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
];
