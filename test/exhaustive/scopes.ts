// The small worlds that are searched: where three nodes start, what may happen to them and how often.

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
}

export const BUDGET_NAMES = ['timeouts', 'proposals', 'crashes', 'heartbeats', 'stepDowns', 'reads', 'compactions', 'transfers'] as const;

/** The log and the hard state that a node starts with. An entry is [term, node that made it]. */
export interface Start {
  readonly term: number;
  readonly votedFor?: number;
  readonly entries: readonly (readonly [number, number])[];
}

export interface Scope {
  readonly name: string;
  readonly story: string;
  /** One entry a message, or all that there are. */
  readonly appends: 'single' | 'batched';
  readonly start: readonly Start[];
  /** Of the entries that nodes start with, the longest log's first so many are committed. */
  readonly committed: number;
  readonly budget: Partial<Budget>;
}

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
];
