// The one error class of the SDK, and what each code of the closed list means for its caller: whether trying again can help, and what to do.
import type { ErrorCode, KeyInput } from './api.ts';
import type { SnapshotPlace } from './api-storage.ts';
import type { Outcome } from './messages.ts';

interface Meaning {
  /** Whether the call can succeed when it is made again as the hint says. */
  readonly retryable: boolean;
  readonly hint: string;
}

const MEANINGS: Readonly<Record<ErrorCode, Meaning>> = {
  CONFLICT: { retryable: true, hint: 'apply the log up to `offset`, compose the transaction anew with that `seen`, and submit it' },
  STALE: {
    retryable: true,
    hint: 'conflicts at this `seen` can no longer be ruled out: apply more of the log and compose the transaction anew',
  },
  SEEN_AHEAD: { retryable: true, hint: '`seen` is beyond the committed log (`offset`): was it taken from another cluster or partition?' },
  VOID: { retryable: false, hint: 'the key was settled as void and can never commit: use a new key' },
  KEY_REUSED: { retryable: false, hint: 'the key belongs to another transaction, at `offset`: use a new key' },
  KEY_EXPIRED: {
    retryable: false,
    hint: 'the key is older than what the cluster remembers: search the log for what it did before you use a new one',
  },
  INVALID: { retryable: false, hint: 'correct the arguments' },
  TOO_LARGE: { retryable: false, hint: 'split the transaction, or keep large data elsewhere and submit its digest' },
  TOO_MANY_LOCKS: { retryable: false, hint: 'split the transaction, or lock something coarser' },
  UNKNOWN_PARTITION: { retryable: false, hint: 'partitions are numbered from 1; the number of partitions is fixed when a cluster forms' },
  UNKNOWN_SNAPSHOT: { retryable: false, hint: 'only the newest two are kept: `snapshots().list()` says which each node has' },
  UNKNOWN_NODE: { retryable: false, hint: '`status()` lists the nodes of the cluster' },
  CHANGE_UNDER_WAY: { retryable: true, hint: 'the change of the members before this one is not committed yet: try again' },
  QUORUM_AT_RISK: { retryable: false, hint: 'start the voters that are down first, or add and promote others: see `members()`' },
  UNKNOWN_MEMBER: { retryable: false, hint: '`members()` lists the members of the cluster' },
  ALREADY_A_MEMBER: { retryable: false, hint: 'remove that member first, and wait until it is gone from `members()`, or use another id' },
  ID_USED: { retryable: false, hint: 'the id of a node is used once: give the new node another one' },
  LAST_VOTER: { retryable: false, hint: 'add and promote another node first' },
  TOO_MANY_MEMBERS: { retryable: false, hint: 'remove a member first' },
  MEMBER_UNREACHABLE: { retryable: true, hint: 'start the new node, and check its peer address: the leader of partition 1 must reach it' },
  ALREADY_FORMED: { retryable: false, hint: 'a node joins with an empty data directory and under its own id' },
  OVERLOADED: { retryable: true, hint: 'submit less at once, or try again later' },
  NO_SPACE: { retryable: true, hint: 'free space on the disk of the leader: it takes transactions again by itself' },
  NO_QUORUM: { retryable: true, hint: 'a majority of the nodes must be up and reach each other: see `status()`' },
  UNREACHABLE: { retryable: true, hint: 'no node answered: check the addresses of the connect URL and that the nodes run' },
  DEADLINE: { retryable: true, hint: 'try again under the same key, or raise `deadlineMs`' },
  ABORTED: { retryable: true, hint: 'the signal of the call was aborted' },
  CLOSED: { retryable: false, hint: 'the client was closed' },
  WRONG_CLUSTER: { retryable: false, hint: 'the addresses of the connect URL belong to different clusters' },
  VERSION_SKEW: { retryable: false, hint: 'client and nodes have no protocol version in common: update the older side' },
  COMPACTED: {
    retryable: false,
    hint: 'the log begins at `offset` on this node: start from the state, `state().range()`, and read the log behind it',
  },
  PROTOCOL: { retryable: false, hint: 'a node broke the protocol: report it, and compare digests with `status()`' },
};

const UNKNOWN_HINT = 'the transaction may be in the log: submit it again under the same key, or settle the key with `resolve(error.key)`';

export interface ErrorDetails {
  readonly outcome?: Outcome;
  readonly attempts?: number;
  readonly key?: KeyInput | undefined;
  readonly lock?: Uint8Array | undefined;
  readonly offset?: number | undefined;
  readonly snapshot?: SnapshotPlace | undefined;
  /** The hint if the outcome is unknown; default: what to do about a transaction. */
  readonly unknownHint?: string | undefined;
  readonly cause?: unknown;
}

/** What every call of the SDK rejects with. */
export class LedgerlineError extends Error {
  override readonly name = 'LedgerlineError';
  readonly code: ErrorCode;
  /** `none`: nothing was written and nothing will be. `unknown`: it may be in the log, now or later; `resolve(key)` settles it. */
  readonly outcome: Outcome;
  /** Whether the call can succeed when it is made again as `hint` says. */
  readonly retryable: boolean;
  /** What to do. */
  readonly hint: string;
  /** How often the call was sent to a node. */
  readonly attempts: number;
  /** The idempotency key of the call, for `resolve` and `lookup`. */
  readonly key: KeyInput | undefined;
  /** CONFLICT: the name of the lock that was lost. */
  readonly lock: Uint8Array | undefined;
  /** CONFLICT: the offset that won. VOID, KEY_REUSED: where the key is. SEEN_AHEAD: the committed offset. STALE, COMPACTED: the first usable one. */
  readonly offset: number | undefined;
  /** COMPACTED: the newest snapshot of the node that refused. */
  readonly snapshot: SnapshotPlace | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.outcome = details.outcome ?? 'none';
    this.retryable = MEANINGS[code].retryable;
    this.hint = this.outcome === 'unknown' ? (details.unknownHint ?? UNKNOWN_HINT) : MEANINGS[code].hint;
    this.attempts = details.attempts ?? 0;
    this.key = details.key;
    this.lock = details.lock;
    this.offset = details.offset;
    this.snapshot = details.snapshot;
  }

  /** Whether `value` is one, also when it comes from another copy of this package. */
  static is(value: unknown): value is LedgerlineError {
    return (
      value instanceof LedgerlineError ||
      (value instanceof Error && value.name === 'LedgerlineError' && 'code' in value && 'outcome' in value)
    );
  }
}

/** Shorthand for what the caller did wrong. */
export function invalid(message: string): LedgerlineError {
  return new LedgerlineError('INVALID', message);
}
