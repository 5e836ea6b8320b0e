// The rules by name, each with the place that it is from, and the error that says which record broke which. The rules themselves are in the files around.
import type { TraceRecord } from '../../consensus/core/trace.ts';

/** "Figure 2" and "§" are the Raft paper's (extended version); "thesis" is Ongaro's; "beyond" is Ledgerline's own and weaker than none of these. */
export const RULES = {
  'record-order': 'records of a node are numbered one by one, and steps follow each other (TRACE.md §2)',
  'state-says-so': 'the state after a step is what its records make of the state before (TRACE.md §3)',
  'message-was-sent': 'only what was sent arrives',
  'sent-when-durable': 'what waits for a write leaves after it (Figure 2: persistent state is updated before responding to RPCs)',
  'term-rises': 'a term never falls, and rises to that of a message, or by standing (Figure 2, Rules for Servers; §5.1)',
  'one-vote-a-term': 'one vote a term, for a candidate that asked (Figure 2, RequestVote receiver 2)',
  'hard-state-written': 'a changed term or vote, and no other, is written (Figure 2, persistent state)',
  'vote-up-to-date': 'a vote is for a log at least as up to date as the voter’s (Figure 2, RequestVote receiver 2; §5.4.1)',
  'claim-binds': 'who may have acknowledged what it lost votes only for logs that reach it, and does not stand (beyond)',
  'stands-after-pre-vote': 'an election follows a majority of pre-votes (thesis §9.6), or the word of the leader (thesis §3.10)',
  'leader-has-majority': 'a leader has the votes of a majority, its own durable (Figure 2, Candidates)',
  'election-safety': 'one leader a term (Figure 3)',
  'leader-completeness': 'every committed entry is in the log of each leader of a later term (Figure 3)',
  'leader-append-only': 'a leader only appends entries of its own term to its log (Figure 3)',
  'append-consistency': 'entries are taken behind the entry that the leader names (Figure 2, AppendEntries receiver 2 and 4)',
  'truncate-conflict':
    'only an entry that conflicts, and what follows it, is deleted, and nothing that is committed (Figure 2, AppendEntries receiver 3)',
  'log-matching': 'an entry of one index and term has one entry before it, in all logs (Figure 3)',
  'follower-commit':
    'a follower commits up to the lesser of the leader’s commit index and its last new entry (Figure 2, AppendEntries receiver 5)',
  'leader-commit': 'a leader commits an entry of its own term that a majority holds durably (Figure 2, Leaders; §5.4.2)',
  'state-machine-safety': 'one entry is committed at an index (Figure 3)',
  'accepted-by-majority': 'accepted is what a majority has received of the leader’s own term (beyond, `acknowledge: received`)',
  'configuration-in-force':
    'the configuration in force is that of the last membership entry in the log, committed or not (thesis §4.1), or of the snapshot behind which it begins',
  'change-in-turn':
    'a leader appends a configuration once an entry of its own term and the configuration before are committed (thesis §4.1; raft-dev, Ongaro 2015-07), other voters only by way of a joint one (thesis §4.3)',
  'membership-entry': 'a membership entry says in all logs and snapshots what its leader appended (Figure 3, Log Matching)',
  'only-voters-stand':
    'who is no voter of the configuration in force stands only if it was one before, and does not know this one to be committed (thesis §4.2.2)',
  'removed-leader': 'a leader that is not among the voters steps down once that is committed, not before (thesis §4.2.2)',
  'apply-committed':
    'what is applied is committed and durable here, in order, each entry once (Figure 2, Rules for Servers; the durability is beyond)',
  'sender-may': 'a message says what its sender is and holds (Figure 2, the arguments and results of the RPCs)',
  'acknowledges-what-it-holds':
    'an acknowledgement is of entries that are in the log, and durable before it leaves (Figure 2, AppendEntries)',
  'snapshot-committed': 'a snapshot is of a committed entry (§7)',
  'reset-by-snapshot': 'a log begins anew only behind an installed snapshot that it does not hold (§7)',
  'read-confirmed': 'a read is granted after a majority has confirmed the leader behind it (thesis §6.4)',
  'recovers-what-was-durable': 'a start finds the term, the vote and the entries that were durable (Figure 2, persistent state)',
  'core-failed': 'no assertion of the core breaks',
} as const;

export type Rule = keyof typeof RULES;

export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
  readonly rule: Rule;
  readonly record: TraceRecord;

  constructor(rule: Rule, record: TraceRecord, why: string) {
    const { node, partition, run, number, event, step } = record;
    super(
      `${rule}: ${why}\n  rule: ${RULES[rule]}\n  record ${number} of run ${run} of ${node}, partition ${partition}, step ${step}, ${event}`,
    );
    this.rule = rule;
    this.record = record;
  }
}
