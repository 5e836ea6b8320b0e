// The small worlds that are searched: where three or four nodes start, what may happen to them and how often.

import { jointOf, type Members } from './members.ts';

/** What may happen, and how often in one history. Each becomes part of the state: what is left. */
export interface Budget {
  /** Election timeouts: the terms that are begun. */
  readonly timeouts: number;
  readonly proposals: number;
  readonly crashes: number;
  readonly heartbeats: number;
  /** Leaders that hear from no quorum. */
  readonly stepDowns: number;
  readonly reads: number;
  /** Snapshots taken, with the log compacted behind them. */
  readonly compactions: number;
  /** Leaders that are told to hand over. */
  readonly transfers: number;
  /** Configurations that leaders append: a change of the voters takes two, into a joint one and out of it. */
  readonly changes: number;
}

export const BUDGET_NAMES = [
  'timeouts',
  'proposals',
  'crashes',
  'heartbeats',
  'stepDowns',
  'reads',
  'compactions',
  'transfers',
  'changes',
] as const;

/** The log and the hard state that a node starts with. An entry is [term, node that made it], a membership entry [term, node, members]. */
export interface Start {
  readonly term: number;
  readonly votedFor?: number;
  readonly entries: readonly (readonly [term: number, node: number, members?: Members])[];
}

export interface Scope {
  readonly name: string;
  readonly story: string;
  /** One entry a message, or all that there are. */
  readonly appends: 'single' | 'batched';
  /** Of the first three nodes, which are the voters of the genesis, and perhaps of a fourth, which is not. */
  readonly start: readonly Start[];
  /** Sets of voters, as bits, that a leader may change to. */
  readonly targets?: readonly number[];
  /** Of the entries that nodes start with, the longest log's first so many are committed. */
  readonly committed: number;
  readonly budget: Partial<Budget>;
}

const GENESIS = 0b0111;
/** Any one of the three goes. */
const REMOVALS = [0b0011, 0b0101, 0b0110];
/** n4 comes in the place of any of them. */
const REPLACEMENTS = [0b1011, 0b1101, 0b1110];

const NEW: readonly Start[] = [0, 1, 2].map(() => ({ term: 0, entries: [] }));

export const SCOPES: readonly Scope[] = [
  {
    name: 'elections',
    story: 'new nodes stand and crash',
    appends: 'batched',
    start: NEW,
    committed: 0,
    budget: { timeouts: 2, crashes: 2 },
  },
  {
    name: 'replication',
    story: 'new nodes: two terms, three entries, two crashes',
    appends: 'batched',
    start: NEW,
    committed: 0,
    budget: { timeouts: 2, proposals: 1, crashes: 2, heartbeats: 1 },
  },
  {
    name: 'divergent',
    story: 'two logs that differ, of leaders that crashed (Raft Figure 8): two more terms',
    appends: 'single',
    start: [
      { term: 2, entries: [[1, 0]] },
      { term: 2, votedFor: 2, entries: [] },
      { term: 2, votedFor: 2, entries: [[2, 2]] },
    ],
    committed: 0,
    budget: { timeouts: 2, crashes: 1 },
  },
  {
    name: 'reads',
    story: 'two reads, while leaders change',
    appends: 'batched',
    start: NEW,
    committed: 0,
    budget: { timeouts: 2, reads: 2, heartbeats: 1, stepDowns: 1 },
  },
  {
    name: 'snapshots',
    story: 'one node lacks what is compacted, and has what never was committed',
    appends: 'single',
    start: [
      { term: 2, votedFor: 0, entries: [[2, 0]] },
      { term: 2, votedFor: 0, entries: [[2, 0]] },
      { term: 2, entries: [[1, 2]] },
    ],
    committed: 1,
    budget: { timeouts: 2, compactions: 1, crashes: 1, heartbeats: 1 },
  },
  {
    name: 'transfer',
    story: 'a leader hands over, and another stands',
    appends: 'batched',
    start: NEW,
    committed: 0,
    budget: { timeouts: 2, transfers: 1, proposals: 1, crashes: 1, heartbeats: 1 },
  },
  {
    name: 'removal',
    story: 'new nodes, one of which is removed, perhaps the leader: two terms, two crashes',
    appends: 'batched',
    start: NEW,
    committed: 0,
    targets: REMOVALS,
    budget: { timeouts: 2, changes: 2, crashes: 2, heartbeats: 1 },
  },
  {
    name: 'addition',
    story: 'a fourth node comes, while leaders change',
    appends: 'batched',
    start: [...[0, 1, 2].map(() => ({ term: 1, votedFor: 0, entries: [[1, 0]] as const })), { term: 0, entries: [] }],
    committed: 1,
    targets: [0b1111],
    budget: { timeouts: 2, changes: 2, crashes: 1 },
  },
  {
    name: 'left-joint',
    story: 'a leader crashed with a joint configuration in its log alone; others know nothing of it, and change too',
    appends: 'single',
    start: [
      {
        term: 1,
        votedFor: 0,
        entries: [
          [1, 0],
          [1, 0, jointOf(GENESIS, 0b1011)],
        ],
      },
      { term: 1, votedFor: 0, entries: [[1, 0]] },
      { term: 1, votedFor: 0, entries: [[1, 0]] },
      { term: 1, entries: [] },
    ],
    committed: 1,
    targets: [...REMOVALS, ...REPLACEMENTS],
    budget: { timeouts: 2, changes: 1, crashes: 1 },
  },
];
