// The leader's side of replication, one input at a time (Raft §5.3, §5.4.2).
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { Ready } from '../../../../consensus/core/ready.ts';
import { CATCH_UP_ENTRIES_MAX, CATCH_UP_HEARTBEATS } from '../../../../consensus/limits.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { appendOf, expectReady, leader, N1, N2, N3, receive, restored, tickUntilEffect } from './support.ts';

const append = (fields: Parameters<typeof appendOf>[0]) => appendOf({ from: N1, to: N2, term: 1, ...fields });

function accept(raft: Raft, from: typeof N1, matchIndex: number, term = 1): Ready {
  return receive(raft, { kind: 'append-accepted', from, to: N1, term, matchIndex });
}

/** n1 leads term 1; its no-op 1^1 is committed and everybody knows. */
function settled(config = {}): Raft {
  const raft = leader({}, config);
  accept(raft, N2, 1);
  accept(raft, N3, 1);
  return raft;
}

test('a proposal is written and sent at once', () => {
  expectReady(settled().step({ kind: 'propose', sizes: [10, 20] }), {
    write: { sequence: 3, hardState: undefined, reset: undefined, append: { fromIndex: 2, terms: [1, 1], source: { kind: 'proposal' } } },
    messages: [N2, N3].map((to) => append({ to, previousIndex: 1, previousTerm: 1, terms: [1, 1], sizes: [10, 20], commit: 1 })),
  });
});

test('whoever does not lead rejects a proposal, and writes nothing', () => {
  expectReady(restored({ log: [1], term: 1 }).step({ kind: 'propose', sizes: [10] }), { rejectedProposal: true });
});

test('an empty proposal is an error of the caller', () => {
  throws(() => settled().step({ kind: 'propose', sizes: [] }), /a proposal has entries/);
});

test('a majority commits, the leader counting itself when it has the entry on disk', () => {
  const raft = settled();
  raft.step({ kind: 'propose', sizes: [10] });
  expectReady(accept(raft, N2, 2), { replySequence: 3 });
  expectReady(raft.step({ kind: 'persisted', sequence: 3 }), {
    messages: [N2, N3].map((to) => append({ to, previousIndex: 2, previousTerm: 1, commit: 2 })),
    commit: { from: 2, to: 2 },
  });
});

test('followers alone can be the majority; the leader hands out what it has on disk itself', () => {
  const raft = settled();
  raft.step({ kind: 'propose', sizes: [10] });
  accept(raft, N2, 2);
  expectReady(accept(raft, N3, 2), { messages: [N2, N3].map((to) => append({ to, previousIndex: 2, previousTerm: 1, commit: 2 })) });
  strictEqual(raft.status().commitIndex, 2);
  expectReady(raft.step({ kind: 'persisted', sequence: 3 }), { commit: { from: 2, to: 2 } });
});

test('an entry of an earlier term is not committed by counting, only with one of the own term', () => {
  const raft = leader({ term: 2, log: [1, 2] });
  expectReady(accept(raft, N2, 2, 3), {
    messages: [append({ term: 3, previousIndex: 2, previousTerm: 2, terms: [3], sizes: [128] })],
  });
  strictEqual(raft.status().commitIndex, 0);
  expectReady(accept(raft, N2, 3, 3), {
    messages: [append({ term: 3, previousIndex: 3, previousTerm: 3, commit: 3 })],
    commit: { from: 1, to: 3 },
  });
});

test('the commit index travels with the next entries if there are any', () => {
  const raft = settled({ windowMessagesMax: 1 });
  raft.step({ kind: 'propose', sizes: [10] });
  raft.step({ kind: 'propose', sizes: [10] });
  raft.step({ kind: 'persisted', sequence: 4 });
  expectReady(accept(raft, N2, 2), {
    messages: [
      append({ previousIndex: 2, previousTerm: 1, terms: [1], sizes: [10], commit: 2 }),
      append({ to: N3, previousIndex: 2, previousTerm: 1, commit: 2 }),
    ],
    commit: { from: 2, to: 2 },
  });
});

test('an append holds as many entries as fit, and at least one', () => {
  const { messages } = settled().step({ kind: 'propose', sizes: [60, 40, 1, 500, 10] });
  deepStrictEqual(
    messages.flatMap((message) => (message.kind === 'append' && message.to === N2 ? [message.sizes] : [])),
    [[60, 40], [1], [500]],
  );
});

test('the window stops the stream, and an acknowledgement lets it go on', () => {
  const raft = settled({ windowMessagesMax: 2 });
  for (let count = 0; count < 3; count++) raft.step({ kind: 'propose', sizes: [10] });
  const { messages } = accept(raft, N2, 2);
  deepStrictEqual(messages, [append({ previousIndex: 3, previousTerm: 1, terms: [1], sizes: [10], commit: 1 })]);
});

/** n1 leads term 2 after a restart with `count` entries, and has found out that n2 has none; `ready` says what it then sends. */
function restartedLeader(count: number): { readonly raft: Raft; readonly ready: Ready } {
  const raft = leader({ term: 1, log: Array.from({ length: count }, () => 1) });
  receive(raft, { kind: 'append-rejected', from: N2, to: N1, term: 2, rejectedIndex: count, hintIndex: 0, hintTerm: 0 });
  return { raft, ready: accept(raft, N2, 0, 2) };
}

/** Where the appends of a step begin and end. */
function rangesOf({ messages }: Ready): { readonly from: number; readonly to: number }[] {
  return messages.flatMap((message) =>
    message.kind === 'append' && message.to === N2
      ? [{ from: message.previousIndex + 1, to: message.previousIndex + message.terms.length }]
      : [],
  );
}

// One a message, 32 of them under way at a time, they took 20,000 messages and 625 round trips: a follower a million entries behind took more than ten minutes.
test('entries that were there before a restart go many a message, one message at a time', () => {
  const count = 20_000;
  const { raft, ready } = restartedLeader(count);
  let rounds = 0;
  for (let ranges = rangesOf(ready); ranges.length > 0; rounds++) {
    strictEqual(ranges.length, 1);
    const [range] = ranges;
    const matchIndex = range?.to ?? 0;
    strictEqual((range?.from ?? 0) + CATCH_UP_ENTRIES_MAX - 1 === matchIndex || matchIndex === count + 1, true);
    ranges = matchIndex > count ? [] : rangesOf(accept(raft, N2, matchIndex, 2));
  }
  strictEqual(rounds, Math.ceil((count + 1) / CATCH_UP_ENTRIES_MAX));
});

test('what the driver left off, the answer tells: the next append goes on from there', () => {
  const { raft, ready } = restartedLeader(5);
  deepStrictEqual(rangesOf(ready), [{ from: 1, to: 6 }]);
  deepStrictEqual(rangesOf(accept(raft, N2, 2, 2)), [{ from: 3, to: 6 }]);
  deepStrictEqual(rangesOf(accept(raft, N2, 5, 2)), [{ from: 6, to: 6 }]);
});

test('what the end of an append that was left off would have told is told later', () => {
  const raft = restored({ term: 1, log: [1, 1, 1] });
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 2, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  receive(raft, { kind: 'vote-reply', from: N3, to: N1, term: 2, granted: true });
  raft.step({ kind: 'persisted', sequence: 2 });
  accept(raft, N3, 4, 2);
  receive(raft, { kind: 'append-rejected', from: N2, to: N1, term: 2, rejectedIndex: 3, hintIndex: 0, hintTerm: 0 });
  const all = { term: 2, terms: [1, 1, 1, 2], sizes: [128, 128, 128, 128], commit: 4 };
  expectReady(accept(raft, N2, 0, 2), { messages: [append({ ...all, previousIndex: 0, previousTerm: 0 })] });
  expectReady(accept(raft, N2, 3, 2), {
    messages: [append({ term: 2, previousIndex: 3, previousTerm: 1, terms: [2], sizes: [128], commit: 4 })],
  });
});

test('old entries wait until what was sent before them is acknowledged', () => {
  const progressOf = (raft: Raft) => raft.followers().find(({ id }) => id === N2);
  const { raft } = restartedLeader(3);
  strictEqual(progressOf(raft)?.isCaughtUp, false);
  deepStrictEqual(rangesOf(raft.step({ kind: 'propose', sizes: [10] })), []);
  deepStrictEqual(rangesOf(accept(raft, N2, 1, 2)), [{ from: 2, to: 5 }]);
  accept(raft, N2, 5, 2);
  strictEqual(progressOf(raft)?.isCaughtUp, true);
});

const heartbeatReply = { kind: 'heartbeat-reply', from: N2, to: N1, term: 2, round: 0 } as const;

test('an append of old entries that was lost is asked about after some heartbeats, and sent again', () => {
  const { raft } = restartedLeader(3);
  for (let beat = 1; beat <= CATCH_UP_HEARTBEATS; beat++) deepStrictEqual(rangesOf(receive(raft, heartbeatReply)), []);
  deepStrictEqual(rangesOf(receive(raft, heartbeatReply)), [{ from: 1, to: 0 }]);
  deepStrictEqual(rangesOf(accept(raft, N2, 0, 2)), [{ from: 1, to: 4 }]);
});

// Each answer that came twice would have sent the next append twice, whose two answers the one after it, to the end of the log.
test('answers to what was sent before old entries do not send these again', () => {
  const { raft } = restartedLeader(5);
  deepStrictEqual(rangesOf(accept(raft, N2, 0, 2)), []);
  deepStrictEqual(rangesOf(accept(raft, N2, 2, 2)), [{ from: 3, to: 6 }]);
  deepStrictEqual(rangesOf(accept(raft, N2, 2, 2)), []);
  // Everything is there, and committed.
  deepStrictEqual(rangesOf(accept(raft, N2, 6, 2)), [{ from: 7, to: 6 }]);
});

test('old entries that were under way when the connection broke are sent again once the follower answers', () => {
  const { raft } = restartedLeader(3);
  raft.step({ kind: 'unreachable', node: N2 });
  deepStrictEqual(rangesOf(receive(raft, heartbeatReply)), [{ from: 1, to: 0 }]);
  deepStrictEqual(rangesOf(accept(raft, N2, 0, 2)), [{ from: 1, to: 4 }]);
});

test('a rejection goes back to where the logs may agree, by an empty append', () => {
  const raft = leader({ term: 6, log: [1, 1, 1, 4, 4, 5, 5, 6, 6, 6] });
  const rejected = { kind: 'append-rejected', from: N2, to: N1, term: 7, rejectedIndex: 10, hintIndex: 7, hintTerm: 4 } as const;
  expectReady(receive(raft, rejected), { messages: [append({ term: 7, previousIndex: 5, previousTerm: 4 })] });
  expectReady(receive(raft, rejected), {});
});

test('a rejection of what matched long ago is ignored', () => {
  const raft = settled();
  expectReady(receive(raft, { kind: 'append-rejected', from: N2, to: N1, term: 1, rejectedIndex: 1, hintIndex: 0, hintTerm: 0 }), {});
});

test('a connection that broke stops the stream until the follower answers a heartbeat', () => {
  const raft = settled();
  raft.step({ kind: 'propose', sizes: [10] });
  expectReady(raft.step({ kind: 'unreachable', node: N2 }), { replySequence: 3 });
  expectReady(raft.step({ kind: 'propose', sizes: [10] }), {
    write: { sequence: 4, hardState: undefined, reset: undefined, append: { fromIndex: 3, terms: [1], source: { kind: 'proposal' } } },
    messages: [append({ to: N3, previousIndex: 2, previousTerm: 1, terms: [1], sizes: [10], commit: 1 })],
  });
  expectReady(receive(raft, { kind: 'heartbeat-reply', from: N2, to: N1, term: 1, round: 0 }), {
    messages: [append({ previousIndex: 1, previousTerm: 1, commit: 1 })],
  });
  expectReady(accept(raft, N2, 1), {
    messages: [append({ previousIndex: 1, previousTerm: 1, terms: [1, 1], sizes: [10, 10], commit: 1 })],
  });
});

test('that an unknown node is unreachable is of no interest, and a follower does not care', () => {
  expectReady(settled().step({ kind: 'unreachable', node: 'n9' as NodeId }), {});
  expectReady(restored().step({ kind: 'unreachable', node: N2 }), {});
});

test('a follower that holds more than its leader stops the leader', () => {
  throws(() => accept(settled(), N2, 2), /a follower holds no more than its leader/);
});

test('acknowledgements of another term, or to one that does not lead, count nothing', () => {
  const raft = leader({ term: 2, log: [1] });
  expectReady(accept(raft, N2, 2, 2), {});
  strictEqual(raft.status().commitIndex, 0);
  expectReady(accept(restored({ term: 1, log: [1] }), N2, 1), {});
});

test('heartbeats go out at their interval, and say no more than each follower holds', () => {
  const raft = leader();
  accept(raft, N2, 1);
  expectReady(raft.step({ kind: 'tick' }), {});
  const heartbeat = { kind: 'heartbeat', from: N1, term: 1, round: 0 } as const;
  expectReady(raft.step({ kind: 'tick' }), {
    messages: [
      { ...heartbeat, to: N2, commit: 1 },
      { ...heartbeat, to: N3, commit: 0 },
    ],
  });
});

test('only what was handed out can be applied, and never less than before', () => {
  const raft = settled();
  throws(() => raft.step({ kind: 'applied', index: 2 }), /only what was handed out is applied/);
  raft.step({ kind: 'applied', index: 1 });
  strictEqual(raft.status().appliedIndex, 1);
  throws(() => raft.step({ kind: 'applied', index: 0 }), /what was applied stays applied/);
});
