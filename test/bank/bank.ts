// The bug bank: known bugs of systems like this one, as the smallest change that brings each back, and the promise whose checker must notice.
// `find` stands exactly once in the built file; if the code moves on, the test says so and the entry is adapted. Seeds are in seeds.json.
import type { ViolationKind } from '../sim/violation.ts';
import { MEMBERSHIP_BUGS } from './membership-bugs.ts';
import { STORAGE_BUGS } from './storage-bugs.ts';

/** A change of text. `find` stands exactly once in the built file. */
export interface Change {
  /** Relative to the root of the build. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export interface PlantedBug extends Change {
  readonly name: string;
  /** What goes wrong, for whoever reads a failure. */
  readonly story: string;
  /** Where two checks guard the same thing, the second one must go, too. */
  readonly also?: readonly Change[];
  /** Any of these proves that it was noticed. */
  readonly expects: readonly ViolationKind[];
}

const CORE_BUGS: readonly PlantedBug[] = [
  // ---- What must be durable, and when
  {
    name: 'append-not-synced',
    story: 'The log calls an append durable without fdatasync: a power cut takes acknowledged entries.',
    file: 'log/segment.js',
    find: 'create: false, syncedWrites: true',
    replace: 'create: false',
    expects: ['durability'],
  },
  {
    name: 'acknowledged-before-sync',
    story: 'Votes and acknowledgements leave while what they promise is still being written (redis-raft, NATS).',
    file: 'consensus/node/held-replies.js',
    find: 'if (sequence <= this.#durableSequence)',
    replace: 'if (sequence >= 0)',
    expects: ['durability', 'vote'],
  },
  {
    name: 'leader-counts-itself-before-sync',
    story: 'The leader counts its own entries as replicated before its own disk has them.',
    file: 'consensus/core/replication.js',
    find: 'id === config.id ? state.durability.persistedIndex :',
    replace: 'id === config.id ? state.log.lastIndex :',
    expects: ['durability', 'node-failed'],
  },
  {
    name: 'vote-not-written',
    story: 'Only a new term is written, not the vote in it: after a restart the node votes a second time.',
    file: 'consensus/core/raft.js',
    find: 'const hardStateChanged = state.term !== before.term || state.votedFor !== before.votedFor;',
    replace: 'const hardStateChanged = state.term !== before.term;',
    expects: ['vote', 'node-failed'],
  },
  {
    name: 'vote-not-synced',
    story: 'Term and vote are written but not synced (etcd-io/raft warns of exactly this).',
    file: 'log/two-copy-file.js',
    find: 'await this.#file.sync();',
    replace: '',
    expects: ['vote'],
  },
  {
    name: 'vote-request-before-own-vote',
    story: 'A candidate asks for votes before its own is durable, crashes, and votes for another in the same term.',
    file: 'consensus/core/election.js',
    find: "effects.replies.push({ kind: 'vote-request', to, ...request });",
    replace: "effects.messages.push({ kind: 'vote-request', to, ...request });",
    expects: ['vote', 'node-failed'],
  },
  {
    name: 'persisted-by-index',
    story: 'A finished write proves its index durable although the log was cut and written anew below it meanwhile.',
    file: 'consensus/core/durability.js',
    find: 'lastIndex: Math.min(write.lastIndex, lastIndex)',
    replace: 'lastIndex: write.lastIndex',
    expects: ['durability', 'state-machine-safety', 'node-failed'],
  },
  {
    name: 'recovery-trusts-page-cache',
    story: 'Recovery takes what it reads for durable: after a kill the last write may be in the page cache alone (ATC 2020).',
    file: 'log/recovery.js',
    find: 'if (reason === undefined)\n        await rewrite(file, { position: last.bytes - 1, bytes: 1 });\n    if (newest.unsynced !== undefined)\n        await rewrite(file, newest.unsynced);\n    await file.sync();',
    replace: '',
    expects: ['durability', 'liveness'],
  },
  {
    name: 'recovery-syncs-without-rewriting',
    story: 'After a failed sync the pages are marked clean: a sync that follows writes nothing and promises everything (PostgreSQL 2018).',
    file: 'log/recovery.js',
    find: 'if (newest.unsynced !== undefined)',
    replace: 'if (newest.unsynced === null)',
    expects: ['durability', 'liveness'],
  },
  {
    name: 'segment-directory-not-synced',
    story: 'A new segment is used before its name is durable: a power cut takes the file with all that was synced into it (ALICE).',
    file: 'log/small-file.js',
    find: 'await disk.syncDirectory(place.directory);',
    replace: '',
    expects: ['durability', 'start-failed'],
  },
  // ---- Raft
  {
    name: 'old-term-committed-by-count',
    story: 'The leader commits an entry of an earlier term because a majority holds it (Raft Figure 8).',
    file: 'consensus/core/replication.js',
    find: 'if (held > state.commitIndex && state.log.matches(held, state.term))',
    replace: 'if (held > state.commitIndex)',
    expects: ['commit-rule', 'node-failed'],
  },
  {
    name: 'matching-prefix-truncated',
    story: 'A follower cuts its log at every append, also where it matches: a late append takes acknowledged entries (Raft §5.3).',
    file: 'consensus/core/following.js',
    find: 'if (index >= log.base.index && !log.matches(index, term))',
    replace: 'if (log.lastIndex >= 0)',
    expects: ['state-machine-safety', 'durability', 'leader-completeness', 'node-failed'],
  },
  {
    name: 'shorter-log-gets-vote',
    story: 'With equal last terms a shorter log gets the vote: a leader without a committed entry (Raft §5.4.1).',
    file: 'consensus/core/election.js',
    find: 'if (comparePositions(last, state.log.lastPosition) < 0)',
    replace: 'if (last.term < state.log.lastTerm)',
    expects: ['leader-completeness'],
  },
  {
    name: 'two-votes-a-term',
    story: 'A node votes for whoever asks, however often in one term.',
    file: 'consensus/core/election.js',
    find: 'return state.votedFor === candidate || (state.votedFor === undefined && state.leader === undefined);',
    replace: 'return true;',
    expects: ['vote', 'election-safety', 'node-failed'],
  },
  {
    name: 'heartbeat-commits-beyond-match',
    story: 'A heartbeat carries the leader’s commit index to a follower whose log was never compared that far.',
    file: 'consensus/core/reads.js',
    find: 'const commit = Math.min(state.commitIndex, progress.matchIndex);',
    replace: 'const commit = state.commitIndex;',
    expects: ['state-machine-safety', 'node-failed'],
  },
  {
    name: 'append-commits-beyond-match',
    story: 'A follower commits what the leader has committed, also where its own log goes on with something else.',
    file: 'consensus/core/following.js',
    find: 'commitUpTo(context, Math.min(message.commit, matchIndex));',
    replace: 'commitUpTo(context, Math.min(message.commit, log.lastIndex));',
    expects: ['state-machine-safety', 'durability', 'node-failed'],
  },
  {
    name: 'lost-append-never-noticed',
    story: 'Nothing asks again for an append whose answer never came: that follower stays behind for ever.',
    file: 'consensus/core/replication.js',
    find: 'if (progress.maybeStalled())',
    replace: 'if (progress.maybeStalled() && context === undefined)',
    expects: ['liveness'],
  },
  // ---- Linearizable reads
  {
    name: 'read-without-quorum',
    story: 'A leader answers a read without asking whether it still leads (etcd before 3.1; leases with paused leaders).',
    file: 'consensus/core/reads.js',
    find: 'if (read.round > confirmed)',
    replace: 'if (read.round > confirmed + 1000000)',
    expects: ['linearizability', 'node-failed'],
  },
  {
    name: 'read-before-own-commit',
    story: 'A new leader answers a read before it has committed in its own term, and misses what it does not know to be committed.',
    file: 'consensus/core/reads.js',
    find: 'if (state.commitIndex < leading.noOpIndex)',
    replace: 'if (leading.noOpIndex < 0)',
    expects: ['linearizability', 'node-failed'],
  },
  {
    name: 'old-heartbeat-confirms-read',
    story:
      'The answer to a heartbeat of an earlier term counts for a round of the present one (found here by seed 5; compare etcd #20418).',
    file: 'consensus/core/raft.js',
    find: "effects.messages.push({ kind: 'heartbeat-reply', ...reply, round: 0 });",
    replace: "effects.messages.push({ kind: 'heartbeat-reply', ...reply, round: message.round });",
    expects: ['linearizability', 'node-failed'],
  },
  // ---- Transactions
  {
    name: 'pending-keys-not-checked',
    story: 'A retry is admitted while its first attempt is in the log and not yet applied: the key commits twice.',
    file: 'consensus/ledger/ledger.js',
    find: 'const pending = this.#overlay.holderOf(submission.key);',
    replace: 'const pending = undefined;',
    expects: ['exactly-once', 'node-failed'],
  },
  {
    name: 'pending-locks-not-checked',
    story: 'Locks are checked against committed transactions only: two that conflict are admitted one behind the other.',
    file: 'consensus/ledger/ledger.js',
    find: 'const writer = this.#overlay.writerOf(lock.id) || this.#writers.offsetOf(lock.id);',
    replace: 'const writer = this.#writers.offsetOf(lock.id);',
    expects: ['serializability'],
  },
  {
    name: 'overlay-outlives-leadership',
    story: 'What a deposed leader had admitted stays pending, and is compared with what others commit.',
    file: 'consensus/node/replica.js',
    find: 'this.ledger.dropPending();',
    replace: '',
    expects: ['node-failed', 'answer', 'offsets'],
  },
  {
    name: 'duplicate-answered-early',
    story: 'A retry hears "committed" while its first attempt is only pending, and may yet be lost with the leader.',
    file: 'consensus/ledger/ledger.js',
    find: "return waits({ offset, result: { kind: 'committed', offset, duplicate: true }, isVoid, ifLost });",
    replace: "return { kind: 'answered', result: { kind: 'committed', offset, duplicate: true }, isVoid };",
    expects: ['durability'],
  },
  {
    name: 'conflict-answered-early',
    story: 'A conflict is answered with the offset of a transaction that is only pending, and may yet be lost with the leader.',
    file: 'consensus/ledger/ledger.js',
    find: 'return winner <= this.#appliedOffset ?',
    replace: 'return winner > 0 ?',
    expects: ['durability'],
  },
  {
    name: 'lost-attempt-called-none',
    story: 'A leader that loses its place says of appended transactions that they wrote nothing.',
    file: 'consensus/node/waiting-replies.js',
    find: "code: options.code, outcome: 'unknown', ...hint",
    replace: "code: options.code, outcome: 'none', ...hint",
    expects: ['answer'],
  },
  {
    name: 'evicted-key-executed-again',
    story: 'A generated key that memory has forgotten is taken for a new one.',
    file: 'consensus/ledger/ledger.js',
    find: 'if (!this.#isForgotten(key))',
    replace: 'if (key.birth >= 0)',
    expects: ['exactly-once'],
  },
  {
    name: 'below-the-horizon-admitted',
    story: 'A transaction that saw less than the lock table remembers is checked against what is left of it.',
    file: 'consensus/ledger/ledger.js',
    find: 'if (seen < this.horizon)',
    replace: 'if (seen < 0)',
    expects: ['serializability'],
  },
  {
    name: 'stale-no-of-the-key-index',
    story: 'The index says "no"; meanwhile the key is applied, indexed and dropped from memory; the old "no" is believed.',
    file: 'consensus/ledger/named-keys.js',
    find: 'return this.#indexedThrough <= lookup.appliedOffset || this.#indexedThrough === this.#indexedAtStart;',
    replace: 'return lookup.appliedOffset >= 0;',
    expects: ['exactly-once', 'answer', 'node-failed'],
  },
  {
    name: 'named-keys-dropped-before-indexed',
    story: 'Memory drops named keys when their write to the index begins, not when it is durable.',
    file: 'consensus/node/state/applier.js',
    find: 'await this.#options.keyIndex.put(',
    replace: 'void this.#options.keyIndex.put(',
    expects: ['exactly-once', 'answer', 'node-failed'],
  },
  {
    name: 'everybody-is-needed',
    story: 'A quorum is everybody: all goes well until one node stays away, and then nothing goes on until it is back.',
    file: 'consensus/core/quorum.js',
    find: 'return Math.floor(voters / 2) + 1;',
    replace: 'return voters;',
    expects: ['liveness'],
  },
  {
    name: 'accepted-when-sent',
    story:
      'A cluster that acknowledges what is received counts what was merely sent: accepted transactions vanish although nobody crashed.',
    file: 'consensus/core/replication.js',
    find: 'progressOf(leading, id).receivedIndex',
    replace: 'progressOf(leading, id).nextIndex - 1',
    expects: ['durability'],
  },
  {
    name: 'clock-runs-backwards',
    story: 'Timestamps follow the clock of whoever leads.',
    file: 'consensus/node/log-tip.js',
    find: 'timestamp: Math.max(options.wallClock, this.timestamp)',
    replace: 'timestamp: options.wallClock',
    expects: ['offsets'],
  },
];

export const BANK: readonly PlantedBug[] = [...CORE_BUGS, ...STORAGE_BUGS, ...MEMBERSHIP_BUGS];
