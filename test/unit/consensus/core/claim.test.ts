// What binds a node that may have acknowledged more than it can find (DESIGN §8, unclear last syncs): whom it votes for, that it does not stand, what ends it.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import { appendOf, at, CONFIG, expectReady, N1, N2, N3, type OnDisk, receive, restored, tickUntilEffect } from './support.ts';

/** n1 recovered in term 4 with 1^1 2^4; it may have acknowledged up to 5^4. */
const claiming = (disk: OnDisk = {}): Raft => restored({ term: 4, log: [1, 4], claim: at(5, 4), ...disk });
const settled = (index: number, term: number) => ({ kind: 'claim-settled', claim: at(index, term) }) as const;
const UNKNOWN = at(Number.MAX_SAFE_INTEGER, 4);

/** Whether n1 would vote, and does vote, for n2 with a log that ends there. */
function votesFor(raft: Raft, lastIndex: number, lastTerm: number): boolean {
  const request = { from: N2, to: N1, term: raft.status().term + 1, lastIndex, lastTerm } as const;
  const [preVote] = receive(raft, { kind: 'pre-vote-request', ...request }).messages;
  const [vote] = receive(raft, { kind: 'vote-request', ...request, isTransfer: false }).replies;
  if (preVote?.kind !== 'pre-vote-reply' || vote?.kind !== 'vote-reply') throw new Error('no answer');
  strictEqual(preVote.granted, vote.granted);
  return vote.granted;
}

test('it does not stand for election, however long it hears of no leader', () => {
  const raft = claiming();
  for (let tick = 0; tick < 10 * CONFIG.electionTicks; tick++) expectReady(raft.step({ kind: 'tick' }), {});
});

test('it votes for logs that reach its claim, and for no others', () => {
  strictEqual(votesFor(claiming(), 5, 4), true);
  strictEqual(votesFor(claiming(), 4, 4), false);
  strictEqual(votesFor(claiming(), 3, 5), true);
  strictEqual(votesFor(claiming(), 9, 3), false);
});

test('a claim without an upper index is reached by later terms only', () => {
  strictEqual(votesFor(claiming({ claim: UNKNOWN }), 1_000_000, 4), false);
  strictEqual(votesFor(claiming({ claim: UNKNOWN }), 3, 5), true);
});

test('a claim that the recovered log reaches binds nobody; one of a later term than the recovered cannot be', () => {
  const raft = claiming({ claim: at(2, 4) });
  strictEqual(raft.status().claim, undefined);
  strictEqual(tickUntilEffect(raft).events[0]?.kind, 'became-pre-candidate');
  throws(() => claiming({ claim: at(2, 5) }), /no claim is of a later term/);
});

test('the durable log settles it, not what is only under way', () => {
  const raft = claiming();
  receive(raft, appendOf({ term: 5, previousIndex: 2, previousTerm: 4, terms: [4, 4] }));
  receive(raft, appendOf({ term: 5, previousIndex: 4, previousTerm: 4, terms: [4] }));
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { replySequence: 2 });
  deepStrictEqual(raft.status().claim, at(5, 4));
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { events: [settled(5, 4)] });
  strictEqual(raft.status().claim, undefined);
});

test('an entry of a later term settles it at a lower index, and one without an upper index', () => {
  for (const claim of [at(5, 4), UNKNOWN]) {
    const raft = claiming({ claim });
    receive(raft, appendOf({ term: 6, previousIndex: 2, previousTerm: 4, terms: [6] }));
    expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { events: [{ kind: 'claim-settled', claim }] });
  }
});

test('a write that was overwritten meanwhile does not settle it', () => {
  const raft = claiming();
  receive(raft, appendOf({ term: 5, previousIndex: 2, previousTerm: 4, terms: [4, 4, 4] }));
  receive(raft, appendOf({ from: N3, term: 6, previousIndex: 2, previousTerm: 4, terms: [4, 4] }));
  receive(raft, appendOf({ from: N3, term: 6, previousIndex: 2, previousTerm: 4, terms: [4, 4, 5] }));
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { replySequence: 3 });
  expectReady(raft.step({ kind: 'persisted', sequence: 3 }), { events: [settled(5, 4)] });
});

test('it follows and acknowledges while it is bound', () => {
  const raft = claiming();
  const { replies } = receive(raft, appendOf({ term: 5, previousIndex: 2, previousTerm: 4, terms: [4] }));
  deepStrictEqual(replies, [{ kind: 'append-accepted', from: N1, to: N2, term: 5, matchIndex: 3 }]);
});

test('in the term of its recovery it follows nobody: whoever leads it may count on what is lost', () => {
  const leaves = { sequence: 1, hardState: { term: 5, votedFor: undefined }, reset: undefined, append: undefined } as const;
  const leader = { from: N2, to: N1, term: 4 } as const;
  expectReady(receive(claiming(), { kind: 'heartbeat', ...leader, commit: 5, round: 7 }), {
    write: leaves,
    messages: [{ kind: 'heartbeat-reply', from: N1, to: N2, term: 5, round: 0 }],
  });
  expectReady(receive(claiming(), appendOf({ ...leader, previousIndex: 5, previousTerm: 4, terms: [4] })), {
    write: leaves,
    replies: [{ kind: 'append-rejected', from: N1, to: N2, term: 5, rejectedIndex: 0, hintIndex: 0, hintTerm: 0 }],
  });
  expectReady(receive(claiming(), { kind: 'install-snapshot', ...leader, index: 3, indexTerm: 4 }), { write: leaves });
});

test('in any other term it follows, and so it does in the recovered one without a claim', () => {
  const heartbeat = { kind: 'heartbeat', from: N2, to: N1, commit: 0, round: 0 } as const;
  receive(claiming(), { ...heartbeat, term: 5 });
  const later = claiming();
  receive(later, { ...heartbeat, term: 5 });
  strictEqual(later.status().term, 5);
  strictEqual(later.status().leader, N2);
  const whole = restored({ term: 4, log: [1, 4] });
  receive(whole, { ...heartbeat, term: 4 });
  strictEqual(whole.status().leader, N2);
  const early = claiming();
  receive(early, { ...heartbeat, term: 3 });
  strictEqual(early.status().term, 4);
});

test('once all voters have answered it is bound by the furthest log that there is', () => {
  const raft = claiming();
  expectReady(raft.step({ kind: 'claim-lowered', furthest: at(4, 4) }), {});
  deepStrictEqual(raft.status().claim, at(4, 4));
  strictEqual(votesFor(raft, 3, 4), false);
  strictEqual(votesFor(raft, 4, 4), true);
});

test('it is bound by nothing if no log is further than its own, durably', () => {
  for (const furthest of [at(0, 0), at(9, 1), at(2, 4)]) {
    const raft = claiming();
    expectReady(raft.step({ kind: 'claim-lowered', furthest }), { events: [{ kind: 'claim-settled', claim: furthest }] });
    strictEqual(tickUntilEffect(raft).events[0]?.kind, 'became-pre-candidate');
  }
});

test('a claim is never raised, and a settled one does not come back', () => {
  const raft = claiming();
  raft.step({ kind: 'claim-lowered', furthest: at(9, 4) });
  deepStrictEqual(raft.status().claim, at(5, 4));
  raft.step({ kind: 'claim-lowered', furthest: at(0, 0) });
  expectReady(raft.step({ kind: 'claim-lowered', furthest: at(9, 4) }), {});
  strictEqual(raft.status().claim, undefined);
});

// The contract of the storage once let a reset forget the claim: 6^2 was acknowledged by n1 alone beside the leader, and the snapshot ended before it.
test('an installed snapshot that ends below the claim does not settle it; one that reaches it does, once the reset is durable', () => {
  const install = (index: number) => {
    const raft = claiming();
    receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 5, commit: 0, round: 0 });
    raft.step({ kind: 'persisted', sequence: 1 });
    receive(raft, { kind: 'install-snapshot', from: N2, to: N1, term: 5, index, indexTerm: 4 });
    raft.step({ kind: 'installed', position: at(index, 4) });
    return raft;
  };
  const below = install(4);
  expectReady(below.step({ kind: 'persisted', sequence: 2 }), {});
  deepStrictEqual(below.status().claim, at(5, 4));
  const reached = install(5);
  deepStrictEqual(reached.status().claim, at(5, 4));
  expectReady(reached.step({ kind: 'persisted', sequence: 2 }), { events: [settled(5, 4)] });
});

test('a claim survives a dump', () => {
  const raft = claiming();
  strictEqual(restored().dump() === raft.dump(), false);
  raft.step({ kind: 'claim-lowered', furthest: at(3, 4) });
  deepStrictEqual(JSON.parse(raft.dump()).claim, at(3, 4));
});
