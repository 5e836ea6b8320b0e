// What a checker reports: the kind of promise that was broken, and how.

export type ViolationKind =
  /** Two leaders in one term (Raft §5.2). */
  | 'election-safety'
  /** A node voted for two candidates in one term, or before its vote was durable. */
  | 'vote'
  /** Two entries of one index and term differ (Raft §5.3). */
  | 'log-matching'
  /** A leader lacks a committed entry (Raft §5.4). */
  | 'leader-completeness'
  /** Two nodes, or one node twice, applied different entries at one index (Raft §5.4.3). */
  | 'state-machine-safety'
  /** Committed, acknowledged or confirmed while it was not durable where it must be. */
  | 'durability'
  /** A leader counted replicas of an earlier term's entry (Raft §5.4.2). */
  | 'commit-rule'
  /** Offsets have a gap or run backwards. */
  | 'offsets'
  /** A key committed twice. */
  | 'exactly-once'
  /** A transaction committed over a lock that another one had taken since its `seen`. */
  | 'serializability'
  /** An answer is not what the log says. */
  | 'answer'
  /** A read missed what was committed before it began. */
  | 'linearizability'
  /** A node led, or stayed, with damage in its log; or damage was not repaired as promised. */
  | 'repair'
  /** A read of the state, or a snapshot, is not what the committed deltas amount to; nodes' snapshots of one point differ. */
  | 'state'
  /** A configuration that may not follow, that was appended too early, or that a node takes for another than its log says. */
  | 'membership'
  /** The log was dropped above what a sound snapshot covers. */
  | 'retention'
  /** A node failed: a broken assertion, divergence, an unexpected error. */
  | 'node-failed'
  /** A node could not start from what a crash left. */
  | 'start-failed'
  /** After everything was healed the cluster or a client did not get on. */
  | 'liveness';

export interface Violation {
  readonly kind: ViolationKind;
  readonly message: string;
}

export type Report = (kind: ViolationKind, message: string) => void;
