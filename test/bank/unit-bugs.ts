// The bug bank's bugs that no short list of seeds meets: a unit test catches each.
import type { Change } from './bank.ts';

export interface UnitBug extends Change {
  readonly name: string;
  readonly story: string;
  /** The built test file, relative to the root of the build. */
  readonly test: string;
  /** The test in it that must fail; others may, too. */
  readonly fails: string;
}

export const UNIT_BUGS: readonly UnitBug[] = [
  {
    name: 'void-entries-come-back',
    story:
      'A segment that had made part of the one before it void is lost, and with it the seal of that: what was void counts as sound again.',
    file: 'log/loading.js',
    find: 'const mayBeVoid = isGap(found, next) && !isFresh;',
    replace: 'const mayBeVoid = false;',
    test: 'test/unit/log/repair.test.js',
    fails: 'of a segment that is lost, with the seal that of the segment before it, too, brings back nothing that it made void',
  },
  {
    name: 'sound-entries-behind-damage-cut',
    story:
      'A node that takes part with the beginning of its log lets a leader cut off the rest, before it asked that leader for what is damaged.',
    file: 'consensus/node/partition.js',
    find: 'this.#isKeptFromCutting(running, from, message)',
    replace: 'message.partition < 0',
    test: 'test/unit/consensus/node/repair/damaged-suffix.test.js',
    fails: 'what lies behind damage is not cut off before the leader was asked for what is damaged',
  },
  {
    name: 'snapshot-installed-over-sound-entries',
    story:
      'The leader’s snapshot, which leads into the log of a node that takes part with the beginning of it, is installed: what is sound behind it goes.',
    file: 'consensus/node/partition.js',
    find: 'goesOnBehind(this.#storage, info)',
    replace: 'info.index < 0',
    test: 'test/unit/consensus/node/repair/damaged-suffix.test.js',
    fails: 'a leader’s snapshot that covers all of the damage keeps the entries behind it',
  },
  {
    name: 'readers-wait-for-the-next-commit',
    story: 'A reader that met damage is not called back when it is repaired: in an idle cluster it stands still.',
    file: 'consensus/node/partition.js',
    find: 'if (hasRepaired)',
    replace: 'if (!hasRepaired)',
    test: 'test/unit/consensus/node/repair/repair-effects.test.js',
    fails: 'who reads the log is called back once what it read is repaired, though nothing more is applied',
  },
  {
    name: 'stale-seal-trusted',
    story: 'A seal counts for whatever segment lies beside it, also for one that a repair has written anew since.',
    file: 'log/partition-files.js',
    find: 'const fits = seal !== undefined && (header === undefined || isSealOf(seal, block));',
    replace: 'const fits = seal !== undefined;',
    test: 'test/unit/log/seal.test.js',
    fails: 'makes a seal again that is of the segment before it was repaired, also when a crash came before it',
  },
  {
    name: 'seal-outlives-a-cut',
    story: 'The seal of a segment counts although its end was cut off since: what is void is in the log again.',
    file: 'log/loading.js',
    find: 'const isFresh = reaches && fits;',
    replace: 'const isFresh = sealed !== undefined;',
    test: 'test/unit/log/seal.test.js',
    fails: 'makes a seal that a cut made stale again, also when a crash came before it',
  },
  {
    name: 'offsets-of-a-cut-suffix-kept',
    story: 'After its log was cut a node counts offsets on from what was cut away.',
    file: 'consensus/node/log-tip.js',
    find: 'this.nextOffset = entry.firstOffset + entry.count;',
    replace: 'this.nextOffset = Math.max(this.nextOffset, entry.firstOffset + entry.count);',
    test: 'test/unit/consensus/node/log-tip.test.js',
    fails: 'a tip whose log was cut counts offsets on from what is left, and not from what was cut away',
  },
  {
    name: 'log-begun-anew-without-cause',
    story: 'Who installs a snapshot begins its log anew, also where the log holds that entry: what was acknowledged behind it is gone.',
    file: 'consensus/core/snapshots.js',
    find: 'if (!maybeCommitHeld(state, position))',
    replace: 'if (position.index > state.commitIndex)',
    test: 'test/unit/consensus/core/snapshots.test.js',
    fails: 'a log that holds the entry of the snapshot is not reset: what follows may have been acknowledged',
  },
  {
    name: 'damaged-entry-of-another-term-awaited',
    story:
      'A follower waits for the repair of an entry that the leader has another one of: nobody can repair it, and it stays behind for ever.',
    file: 'consensus/node/received-appends.js',
    find: 'if (!this.#options.holds({ index, term }))',
    replace: 'if (index < 0)',
    test: 'test/unit/consensus/node/repair/damaged-suffix.test.js',
    fails: 'an append behind an entry of another term, which is damaged, is rejected, and what the leader has takes its place',
  },
  {
    name: 'leader-without-quorum-stays',
    story: 'A leader that reaches one node goes on leading, and that node refuses everybody else for its sake (Cloudflare, November 2020).',
    file: 'consensus/core/election.js',
    find: 'if (isQuorum(state.configurations.current, (voter) => active.has(voter)))',
    replace: 'if (active.size > 0)',
    test: 'test/sim/partial-partitions.test.js',
    fails:
      'quorum loss: the leader and all others reach one node, and nobody else: another one leads within 10 simulated seconds, and keeps leading',
  },
  {
    name: 'stands-without-pre-votes',
    story: 'A node that hears no leader raises its term again and again, whatever the others say.',
    file: 'consensus/core/election.js',
    find: 'if (isQuorum(state.configurations.current, (voter) => votes.includes(voter)))\n        standForElection',
    replace: 'if (votes.length > 0)\n        standForElection',
    test: 'test/sim/partial-partitions.test.js',
    fails: 'a chain of three that the leader is the end of: it goes on leading, undisturbed',
  },
  {
    name: 'change-before-own-commit',
    story:
      'A new leader appends a change before it knows what is committed: the bug of single-server changes, and the same one step later (raft-dev, July 2015).',
    file: 'consensus/core/membership-change.js',
    find: "if (commitIndex < role.noOpIndex)\n        return 'starting';",
    replace: '',
    test: 'test/unit/consensus/core/membership.test.js',
    fails: 'none is appended before an entry of its own term is committed',
  },
  {
    name: 'cut-off-and-still-in-force',
    story: 'A configuration whose entry was cut off the log stays in force.',
    file: 'consensus/core/following.js',
    find: 'state.configurations.truncateFrom(fromIndex);',
    replace: '',
    test: 'test/unit/consensus/core/membership.test.js',
    fails: 'what is cut off is in force no more',
  },
  {
    name: 'removed-leader-leads-on',
    story: 'A leader that a committed configuration does not name goes on leading, and the others never elect one of their own.',
    file: 'consensus/core/raft.js',
    find: 'if (isSuperfluous(context))',
    replace: 'if (isSuperfluous(context) && context === undefined)',
    test: 'test/unit/consensus/core/membership.test.js',
    fails: 'a leader that a committed configuration does not name goes on until then, counts itself no more, and steps down',
  },
  {
    name: 'claim-ignored-in-votes',
    story: 'A node votes for a log that lacks what it may have acknowledged and lost.',
    file: 'consensus/core/election.js',
    find: 'return state.claim === undefined || comparePositions(last, state.claim) >= 0;',
    replace: 'return true;',
    test: 'test/unit/consensus/core/claim.test.js',
    fails: 'it votes for logs that reach its claim, and for no others',
  },
  {
    name: 'handed-over-too-early',
    story:
      'A leader asks its successor to stand before that one has everything: what was acknowledged last can be overwritten, or the successor cannot win.',
    file: 'consensus/core/transfer.js',
    find: 'if (state.appliedIndex < lastIndex || progressOf(leading, transfer.to).matchIndex < lastIndex)',
    replace: 'if (state.appliedIndex < 0)',
    test: 'test/unit/consensus/core/transfer.test.js',
    fails: 'it waits until the successor has the whole log and everything is applied, and proposes nothing meanwhile',
  },
  {
    name: 'successor-not-answered',
    story: 'Who is in touch with a leader ignores the candidate that this leader asked to stand: every transfer costs an election timeout.',
    file: 'consensus/core/raft.js',
    find: 'if (isInTouchWithLeader(context) && !message.isTransfer)',
    replace: 'if (isInTouchWithLeader(context))',
    test: 'test/unit/consensus/core/transfer.test.js',
    fails: 'a vote request of a transfer is heard by who is in touch with its leader, any other is not; the log decides as ever',
  },
  {
    name: 'sound-entries-of-an-unclear-end-dropped',
    story: 'One flipped bit beside an entry, in the header or the mark of the last write, takes the good copy of it away.',
    file: 'log/newest-scan.js',
    find: 'judged.unclear === undefined ? lastWrite : await keepSound({ source, position, index, lastWrite });',
    replace: 'lastWrite;',
    test: 'test/unit/log/recovery.test.js',
    fails: 'never leaves a file shorter than it was synced: that is unclear, not torn, and the entries that are whole are kept',
  },
  {
    name: 'never-takes-part-anew',
    story: 'A node that began with less than its log, because of damage, goes on with that after the damage is repaired.',
    file: 'consensus/node/partition.js',
    find: 'if (log.lastIndex > lastIndex)',
    replace: 'if (log.lastIndex < 0)',
    test: 'test/unit/consensus/node/repair/damaged-suffix.test.js',
    fails: 'a node that began with less than its log begins anew with all of it once the damage is repaired',
  },
  {
    name: 'snapshot-forgets-the-members',
    story: 'Who begins anew behind a snapshot takes the members of the genesis for those in force.',
    file: 'consensus/core/snapshots.js',
    find: 'reset(context, position, configuration ?? genesisConfiguration(context.config));',
    replace: 'reset(context, position, genesisConfiguration(context.config));',
    test: 'test/unit/consensus/core/membership.test.js',
    fails: 'a snapshot brings the configuration at its entry; compaction keeps what is in force',
  },
];
