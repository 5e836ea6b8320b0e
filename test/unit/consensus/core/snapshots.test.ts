// Snapshots, one input and its exact effects at a time: offered by a leader, installed by a follower, and logs that begin behind one.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { Raft } from '../../../../consensus/core/raft.ts';
import type { InstallSnapshot } from '../../../../consensus/messages.ts';
import { appendOf, at, CONFIG, expectReady, leader, N1, N2, N3, type OnDisk, receive, restored, tickUntilEffect } from './support.ts';

const accepted = (matchIndex: number, term = 2) => ({ kind: 'append-accepted', from: N1, to: N2, term, matchIndex }) as const;
const offer = (fields: Partial<InstallSnapshot> = {}): InstallSnapshot => ({
  kind: 'install-snapshot',
  from: N2,
  to: N1,
  term: 2,
  index: 5,
  indexTerm: 2,
  ...fields,
});
const resetTo = (index: number, term: number, sequence = 1) =>
  ({ sequence, hardState: undefined, reset: at(index, term), append: undefined }) as const;
const indexes = (raft: Raft) => {
  const { base, commitIndex, appliedIndex, lastIndex, persistedIndex, snapshot } = raft.status();
  return { base: base.index, commitIndex, appliedIndex, lastIndex, persistedIndex, snapshot: snapshot.index };
};

/** n1 in term 2, following n2. */
function follower(disk: OnDisk): Raft {
  const raft = restored({ term: 2, ...disk });
  receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 0, round: 0 });
  return raft;
}

// ---- The follower

test('what is compacted at the leader is fetched from it, each time it says so, and nothing changes until then', () => {
  const raft = follower({ log: [1, 1] });
  for (const _ of [1, 2]) expectReady(receive(raft, offer()), { install: { from: N2, position: at(5, 2) } });
  deepStrictEqual(indexes(raft), { base: 0, commitIndex: 0, appliedIndex: 0, lastIndex: 2, persistedIndex: 2, snapshot: 0 });
});

test('an offer is followed only when its term is durable: a restored snapshot must not know more than the recovered term', () => {
  const raft = restored({ term: 1, log: [1, 1] });
  expectReady(receive(raft, offer()), {
    write: { sequence: 1, hardState: { term: 2, votedFor: undefined }, reset: undefined, append: undefined },
    events: [{ kind: 'leader-changed', term: 2, leader: N2 }],
  });
  expectReady(receive(raft, offer()), {});
  raft.step({ kind: 'persisted', sequence: 1 });
  expectReady(receive(raft, offer()), { install: { from: N2, position: at(5, 2) } });
});

test('an installed snapshot is the new beginning of the log; it is acknowledged, handed out and applied once that is durable', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  expectReady(raft.step({ kind: 'installed', position: at(5, 2) }), { write: resetTo(5, 2), replies: [accepted(5)] });
  deepStrictEqual(indexes(raft), { base: 5, commitIndex: 5, appliedIndex: 0, lastIndex: 5, persistedIndex: 0, snapshot: 5 });
  raft.step({ kind: 'applied', index: 5 });
  strictEqual(raft.status().appliedIndex, 0);
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), {});
  raft.step({ kind: 'applied', index: 5 });
  deepStrictEqual(indexes(raft), { base: 5, commitIndex: 5, appliedIndex: 5, lastIndex: 5, persistedIndex: 5, snapshot: 5 });
});

test('what is appended behind a reset under way is handed out behind it, in one go with it', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  raft.step({ kind: 'installed', position: at(5, 2) });
  receive(raft, appendOf({ previousIndex: 5, previousTerm: 2, terms: [2], commit: 6 }));
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { replySequence: 2 });
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { commit: { from: 6, to: 6 } });
  throws(() => raft.step({ kind: 'applied', index: 7 }), /only what was handed out is applied/);
});

test('what was committed before a reset, and not handed out yet, comes with the snapshot alone', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, { kind: 'heartbeat', from: N3, to: N1, term: 3, commit: 2, round: 0 });
  receive(raft, offer({ from: N3, term: 3 }));
  raft.step({ kind: 'installed', position: at(5, 2) });
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { replySequence: 2 });
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { replySequence: 2 });
  strictEqual(raft.status().persistedIndex, 5);
});

test('writes that were under way before a reset say nothing of the log that begins anew', () => {
  const raft = follower({ log: [1] });
  receive(raft, appendOf({ previousIndex: 1, previousTerm: 1, terms: [1, 1, 1, 1, 1, 1] }));
  receive(raft, offer());
  expectReady(raft.step({ kind: 'installed', position: at(5, 2) }), { write: resetTo(5, 2, 2), replies: [accepted(5)] });
  raft.step({ kind: 'persisted', sequence: 1 });
  strictEqual(raft.status().persistedIndex, 0);
  raft.step({ kind: 'persisted', sequence: 2 });
  strictEqual(raft.status().persistedIndex, 5);
});

test('a log that holds the entry of the snapshot is not reset: what follows may have been acknowledged', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  receive(raft, appendOf({ previousIndex: 2, previousTerm: 1, terms: [1, 1, 2, 2, 2] }));
  expectReady(raft.step({ kind: 'installed', position: at(5, 2) }), {
    replies: [accepted(5)],
    replySequence: 1,
    commit: { from: 1, to: 2 },
  });
  deepStrictEqual(indexes(raft), { base: 0, commitIndex: 5, appliedIndex: 0, lastIndex: 7, persistedIndex: 2, snapshot: 5 });
});

test('a log with another entry in its place is reset, whatever follows it', () => {
  const raft = follower({ log: [1, 1, 1, 1, 1, 1, 1, 2] });
  expectReady(receive(raft, offer()), { install: { from: N2, position: at(5, 2) } });
  expectReady(raft.step({ kind: 'installed', position: at(5, 2) }), { write: resetTo(5, 2), replies: [accepted(5)] });
  strictEqual(raft.status().lastIndex, 5);
});

test('an offer of an entry that the log holds commits it, and is answered with it and no more', () => {
  const raft = follower({ log: [1, 1, 1, 1, 2, 2] });
  expectReady(receive(raft, offer()), { replies: [accepted(5)], commit: { from: 1, to: 5 } });
  expectReady(receive(raft, offer({ index: 4, indexTerm: 1 })), { replies: [accepted(4)] });
});

test('an offer of what is compacted here as well is answered', () => {
  const raft = follower({ base: at(5, 2) });
  expectReady(receive(raft, offer({ index: 3, indexTerm: 1 })), { replies: [accepted(3)] });
  expectReady(receive(raft, offer()), { replies: [accepted(5)] });
  expectReady(raft.step({ kind: 'installed', position: at(3, 1) }), { replies: [accepted(3)] });
});

test('a snapshot beyond all that was offered is ignored: nobody said that it is committed in this term', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  expectReady(raft.step({ kind: 'installed', position: at(6, 2) }), {});
  strictEqual(raft.status().commitIndex, 0);
  expectReady(raft.step({ kind: 'installed', position: at(4, 2) }), { write: resetTo(4, 2), replies: [accepted(4)] });
});

test('what an earlier leader offered is installed under a later one, or without any', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  tickUntilEffect(raft);
  expectReady(raft.step({ kind: 'installed', position: at(5, 2) }), { write: resetTo(5, 2) });
  strictEqual(raft.status().role, 'pre-candidate');
  expectReady(receive(raft, offer({ from: N3, term: 3, index: 9, indexTerm: 3 })), {
    write: { sequence: 2, hardState: { term: 3, votedFor: undefined }, reset: undefined, append: undefined },
    events: [
      { kind: 'became-follower', term: 3, leader: N3 },
      { kind: 'leader-changed', term: 3, leader: N3 },
    ],
  });
});

test('a second snapshot may overtake the first one', () => {
  const raft = follower({ log: [1, 1] });
  receive(raft, offer());
  receive(raft, offer({ index: 9 }));
  raft.step({ kind: 'installed', position: at(5, 2) });
  expectReady(raft.step({ kind: 'installed', position: at(9, 2) }), { write: resetTo(9, 2, 2), replies: [accepted(9)] });
  raft.step({ kind: 'persisted', sequence: 1 });
  raft.step({ kind: 'applied', index: 5 });
  strictEqual(raft.status().appliedIndex, 0);
  raft.step({ kind: 'persisted', sequence: 2 });
  raft.step({ kind: 'applied', index: 9 });
  strictEqual(raft.status().appliedIndex, 9);
});

test('an offer of another entry than the one committed here stops the node', () => {
  const committed = () => follower({ log: [1, 1, 1, 1, 1], snapshot: at(5, 1) });
  throws(() => receive(committed(), offer()), /one entry is committed at an index/);
  receive(committed(), offer({ indexTerm: 1 }));
  throws(() => committed().step({ kind: 'installed', position: at(5, 2) }), /one entry is committed at an index/);
});

test('an offer that cannot be stops the node: the wire should not have let it in', () => {
  throws(() => receive(follower({}), offer({ index: 0 })), /the index of a snapshot/);
  throws(() => receive(follower({}), offer({ indexTerm: 0 })), /the term of a snapshot/);
  throws(() => receive(follower({}), offer({ indexTerm: 3 })), /no snapshot of a later term/);
});

test('an offer of an earlier term is of no interest', () => {
  expectReady(receive(restored({ term: 3, log: [1] }), offer()), {});
});

// ---- Logs that begin behind a snapshot

test('after a restart everything up to the snapshot is committed and applied, and the rest is handed out behind it', () => {
  const raft = restored({ term: 3, base: at(4, 1), log: [1, 2, 3], snapshot: at(5, 1) });
  deepStrictEqual(indexes(raft), { base: 4, commitIndex: 5, appliedIndex: 5, lastIndex: 7, persistedIndex: 7, snapshot: 5 });
  const heartbeat = { kind: 'heartbeat', from: N2, to: N1, term: 3, commit: 7, round: 0 } as const;
  strictEqual(JSON.stringify(receive(raft, heartbeat).commit), '{"from":6,"to":7}');
});

test('a snapshot that the log does not hold, or from before its beginning, cannot be recovered', () => {
  throws(() => restored({ term: 3, base: at(4, 1), log: [2], snapshot: at(5, 1) }), /the recovered snapshot is of an entry of the log/);
  throws(() => restored({ term: 3, base: at(4, 1), log: [2], snapshot: at(6, 2) }), /the recovered snapshot is of an entry of the log/);
  throws(() => restored({ term: 3, base: at(4, 1), log: [2], snapshot: at(3, 1) }), /the recovered snapshot is of an entry of the log/);
});

test('an append that begins below the base is taken from the base on', () => {
  const disk = { base: at(4, 1), log: [2] };
  const append = { fromIndex: 6, terms: [2], source: { kind: 'message', skip: 4 } } as const;
  expectReady(receive(follower(disk), appendOf({ previousIndex: 1, previousTerm: 1, terms: [1, 1, 1, 2, 2] })), {
    write: { sequence: 1, hardState: undefined, reset: undefined, append },
    replies: [accepted(6)],
  });
  expectReady(receive(follower(disk), appendOf({ previousIndex: 1, previousTerm: 1, terms: [1, 1] })), { replies: [accepted(3)] });
  expectReady(receive(follower(disk), appendOf({ previousIndex: 1, previousTerm: 1 })), { replies: [accepted(1)] });
});

test('an append that has another entry where the base is stops the node', () => {
  const disk = { base: at(4, 1), log: [2] };
  throws(
    () => receive(follower(disk), appendOf({ previousIndex: 2, previousTerm: 1, terms: [1, 2] })),
    /a committed entry is never overwritten/,
  );
  throws(() => receive(follower(disk), appendOf({ previousIndex: 4, previousTerm: 2 })), /a leader holds every committed entry/);
});

test('a rejection never points below the base', () => {
  const rejected = { kind: 'append-rejected', from: N1, to: N2, term: 9 } as const;
  const raft = restored({ term: 9, base: at(4, 2), log: [5, 5] });
  const ready = receive(raft, appendOf({ term: 9, previousIndex: 6, previousTerm: 3 }));
  deepStrictEqual(ready.replies, [{ ...rejected, rejectedIndex: 6, hintIndex: 4, hintTerm: 2 }]);
});

test('compaction forgets what a snapshot covers and what is applied, and nothing else', () => {
  const raft = follower({ log: [1, 1, 1, 2, 2], snapshot: at(4, 2) });
  expectReady(raft.step({ kind: 'compacted', base: at(2, 1) }), {});
  expectReady(raft.step({ kind: 'compacted', base: at(1, 1) }), {});
  deepStrictEqual(indexes(raft), { base: 2, commitIndex: 4, appliedIndex: 4, lastIndex: 5, persistedIndex: 5, snapshot: 4 });
  throws(() => raft.step({ kind: 'compacted', base: at(5, 2) }), /a snapshot covers what is compacted/);
  throws(() => raft.step({ kind: 'compacted', base: at(3, 2) }), /an entry of its own/);
  const unapplied = follower({ log: [1, 1] });
  receive(unapplied, offer({ index: 2, indexTerm: 1 }));
  unapplied.step({ kind: 'installed', position: at(2, 1) });
  throws(() => unapplied.step({ kind: 'compacted', base: at(2, 1) }), /only what was applied is compacted/);
  unapplied.step({ kind: 'applied', index: 2 });
  unapplied.step({ kind: 'compacted', base: at(2, 1) });
  strictEqual(unapplied.status().base.index, 2);
});

test('the newest snapshot is offered; an older one changes nothing; one of what is not committed cannot be', () => {
  const raft = follower({ log: [1, 1, 1], snapshot: at(2, 1) });
  raft.step({ kind: 'snapshotted', position: at(1, 1) });
  deepStrictEqual(raft.status().snapshot, at(2, 1));
  throws(() => raft.step({ kind: 'snapshotted', position: at(3, 1) }), /a snapshot is of what is committed/);
});

// ---- The leader

const rejected = (fields: object) =>
  ({ kind: 'append-rejected', from: N2, to: N1, term: 3, rejectedIndex: 6, hintIndex: 0, hintTerm: 0, ...fields }) as const;
const offered = { kind: 'install-snapshot', from: N1, to: N2, term: 3, index: 5, indexTerm: 2 } as const;
/** Leads term 3; its log begins behind 4^1, its snapshot is of 5^2, its no-op is 7^3. */
const compacted = () => leader({ term: 2, base: at(4, 1), log: [2, 2], snapshot: at(5, 2) });

test('who lacks the first entry that the leader still knows is offered its snapshot', () => {
  for (const hint of [
    { hintIndex: 3, hintTerm: 1 },
    { hintIndex: 0, hintTerm: 0 },
    { hintIndex: 6, hintTerm: 0 },
  ]) {
    expectReady(receive(compacted(), rejected(hint)), { messages: [offered] });
  }
  const [probe] = receive(compacted(), rejected({ hintIndex: 4, hintTerm: 1 })).messages;
  deepStrictEqual(probe, { ...appendOf({ from: N1, to: N2, term: 3, previousIndex: 4, previousTerm: 1, commit: 5 }) });
});

test('until it is installed it is offered again with each heartbeat, newer by then, and nothing else is sent', () => {
  const raft = compacted();
  receive(raft, rejected({}));
  receive(raft, { kind: 'append-accepted', from: N3, to: N1, term: 3, matchIndex: 7 });
  raft.step({ kind: 'applied', index: 7 });
  expectReady(raft.step({ kind: 'snapshotted', position: at(7, 3) }), {});
  const ready = raft.step({ kind: 'propose', sizes: [10] });
  deepStrictEqual(
    ready.messages.map(({ to }) => to),
    [N3],
  );
  expectReady(receive(raft, rejected({ rejectedIndex: 7, hintIndex: 6, hintTerm: 2 })), { replySequence: 3 });
  expectReady(receive(raft, { kind: 'heartbeat-reply', from: N2, to: N1, term: 3, round: 0 }), { replySequence: 3 });
  raft.step({ kind: 'tick' });
  const { messages } = raft.step({ kind: 'tick' });
  deepStrictEqual(
    messages.filter(({ to }) => to === N2),
    [
      { kind: 'heartbeat', from: N1, to: N2, term: 3, commit: 0, round: 0 },
      { ...offered, index: 7, indexTerm: 3 },
    ],
  );
});

test('who acknowledges the snapshot is served from the log again; who acknowledges less is not', () => {
  const raft = compacted();
  receive(raft, rejected({}));
  expectReady(receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 3, matchIndex: 3 }), {});
  const { messages } = receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 3, matchIndex: 5 });
  deepStrictEqual(messages, [
    appendOf({ from: N1, term: 3, to: N2, previousIndex: 5, previousTerm: 2, terms: [2, 3], sizes: [128, 128], commit: 5 }),
  ]);
});

test('who needs a snapshot counts for the check of the quorum', () => {
  const raft = compacted();
  receive(raft, rejected({}));
  for (let tick = 0; tick < 3 * CONFIG.electionTicks; tick++) {
    raft.step({ kind: 'tick' });
    receive(raft, { kind: 'heartbeat-reply', from: N2, to: N1, term: 3, round: 0 });
  }
  strictEqual(raft.status().role, 'leader');
});

test('what is compacted under a follower that is behind is asked for at the base first', () => {
  const raft = leader({ term: 2, log: [1, 1, 1, 1, 2], snapshot: at(4, 1) });
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 3, matchIndex: 1 });
  raft.step({ kind: 'unreachable', node: N2 });
  const { messages } = raft.step({ kind: 'compacted', base: at(4, 1) });
  deepStrictEqual(messages, [
    appendOf({ from: N1, to: N2, term: 3, previousIndex: 4, previousTerm: 1, terms: [2, 3], sizes: [128, 128], commit: 4 }),
  ]);
  const again = rejected({ rejectedIndex: 4, hintIndex: 2, hintTerm: 1 });
  expectReady(receive(raft, again), { messages: [{ ...offered, index: 4, indexTerm: 1 }] });
  raft.step({ kind: 'unreachable', node: N2 });
});

test('a connection that broke is taken up at the base, not below it', () => {
  const raft = leader({ term: 2, log: [1, 1, 1, 1, 2], snapshot: at(4, 1) });
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 3, matchIndex: 1 });
  raft.step({ kind: 'compacted', base: at(4, 1) });
  raft.step({ kind: 'unreachable', node: N2 });
  const { messages } = receive(raft, { kind: 'heartbeat-reply', from: N2, to: N1, term: 3, round: 0 });
  deepStrictEqual(messages, [appendOf({ from: N1, to: N2, term: 3, previousIndex: 4, previousTerm: 1, commit: 4 })]);
});

test('a leader ignores what was fetched before it led', () => {
  const raft = follower({ log: [1, 1, 1, 1, 1, 2] });
  receive(raft, offer({ index: 3, indexTerm: 1 }));
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: 3, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 3, granted: true });
  expectReady(raft.step({ kind: 'installed', position: at(3, 1) }), { replySequence: 2 });
  deepStrictEqual(raft.status().snapshot, at(3, 1));
});

test('a compacted leader goes on for ever, and its dump continues exactly as it', () => {
  const raft = leader();
  for (let index = 2; index < 40; index++) {
    raft.step({ kind: 'propose', sizes: [10] });
    raft.step({ kind: 'persisted', sequence: index + 1 });
    for (const from of [N2, N3]) receive(raft, { kind: 'append-accepted', from, to: N1, term: 1, matchIndex: index });
    raft.step({ kind: 'applied', index });
    raft.step({ kind: 'snapshotted', position: at(index, 1) });
    raft.step({ kind: 'compacted', base: at(index - (index % 3), 1) });
    strictEqual(Raft.fromDump(CONFIG, raft.dump()).dump(), raft.dump());
  }
  deepStrictEqual(indexes(raft), { base: 39, commitIndex: 39, appliedIndex: 39, lastIndex: 39, persistedIndex: 39, snapshot: 39 });
});
