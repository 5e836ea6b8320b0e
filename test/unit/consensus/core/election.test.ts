// Elections, one input and its exact effects at a time (Raft §5.2, §5.4.1; thesis §9.6, §6.2).
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, VoteRequest } from '../../../../consensus/messages.ts';
import { appendOf, CONFIG, expectReady, leader, N1, N2, N3, receive, restored, tickUntilEffect } from './support.ts';

const voteRequest = (fields: Partial<VoteRequest>): Message => ({
  kind: 'vote-request',
  from: N2,
  to: N1,
  term: 3,
  lastIndex: 3,
  lastTerm: 2,
  isTransfer: false,
  ...fields,
});

test('an election timeout takes one to two election times, differently on different nodes', () => {
  const waits = new Set<number>();
  for (let seed = 0; seed < 200; seed++) {
    const raft = restored({}, { seed });
    let ticks = 1;
    while (raft.step({ kind: 'tick' }).events.length === 0) ticks++;
    ok(ticks >= CONFIG.electionTicks && ticks <= 2 * CONFIG.electionTicks, `${ticks} ticks`);
    waits.add(ticks);
  }
  strictEqual(waits.size, CONFIG.electionTicks + 1);
});

test('the only voter waits for nobody: it stands at the first tick', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] }, { voters: [N1] });
  expectReady(raft.step({ kind: 'tick' }), {
    write: { sequence: 1, hardState: { term: 3, votedFor: N1 }, reset: undefined, append: undefined },
    events: [
      { kind: 'became-pre-candidate', term: 3 },
      { kind: 'became-candidate', term: 3 },
    ],
  });
});

test('a follower whose leader is silent asks for pre-votes, and changes neither term nor vote', () => {
  const raft = restored({ term: 2, votedFor: N3, log: [1, 2, 2] });
  const request = { kind: 'pre-vote-request', from: N1, term: 3, lastIndex: 3, lastTerm: 2 } as const;
  expectReady(tickUntilEffect(raft), {
    messages: [
      { ...request, to: N2 },
      { ...request, to: N3 },
    ],
    events: [{ kind: 'became-pre-candidate', term: 3 }],
  });
  strictEqual(raft.status().term, 2);
});

test('a granted pre-vote of a majority starts the election: the vote for itself is written, requests wait for it', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  tickUntilEffect(raft);
  const request = { kind: 'vote-request', from: N1, term: 3, lastIndex: 3, lastTerm: 2, isTransfer: false } as const;
  expectReady(receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true }), {
    write: { sequence: 1, hardState: { term: 3, votedFor: N1 }, reset: undefined, append: undefined },
    replies: [
      { ...request, to: N2 },
      { ...request, to: N3 },
    ],
    events: [{ kind: 'became-candidate', term: 3 }],
  });
});

test('a refused pre-vote, one of another term and a second one of the same voter do not count', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] }, { voters: [N1, N2, N3, 'n4', 'n5'].map((id) => id as typeof N1) });
  tickUntilEffect(raft);
  const reply = { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true } as const;
  expectReady(receive(raft, { ...reply, term: 2, granted: false }), {});
  expectReady(receive(raft, { ...reply, term: 4 }), {});
  expectReady(receive(raft, reply), {});
  expectReady(receive(raft, reply), {});
  strictEqual(raft.status().role, 'pre-candidate');
});

test('a refused pre-vote with a later term makes a follower of that term', () => {
  const raft = restored({ term: 2 });
  tickUntilEffect(raft);
  expectReady(receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 6, granted: false }), {
    write: { sequence: 1, hardState: { term: 6, votedFor: undefined }, reset: undefined, append: undefined },
    events: [{ kind: 'became-follower', term: 6, leader: undefined }],
  });
});

test('a candidate wins with a majority of which its own vote is one, once that is durable', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true });
  expectReady(receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 3, granted: true }), {});
  const append = { kind: 'append', from: N1, term: 3, previousIndex: 3, previousTerm: 2, terms: [3], sizes: [128], commit: 0 } as const;
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), {
    write: { sequence: 2, hardState: undefined, reset: undefined, append: { fromIndex: 4, terms: [3], source: { kind: 'no-op' } } },
    messages: [
      { ...append, to: N2 },
      { ...append, to: N3 },
    ],
    events: [
      { kind: 'became-leader', term: 3, noOpIndex: 4 },
      { kind: 'leader-changed', term: 3, leader: N1 },
    ],
  });
});

test('an earlier write that becomes durable does not make the own vote count', () => {
  const raft = restored({ term: 2 });
  receive(raft, appendOf({ terms: [2], previousIndex: 0 }));
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true });
  receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 3, granted: true });
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { replySequence: 2 });
  strictEqual(raft.status().role, 'candidate');
  raft.step({ kind: 'persisted', sequence: 2 });
  strictEqual(raft.status().role, 'leader');
});

test('refused votes, and votes of another term, do not count', () => {
  const raft = restored({ term: 2 });
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  expectReady(receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 3, granted: false }), {});
  expectReady(receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 2, granted: true }), {});
  strictEqual(raft.status().role, 'candidate');
});

test('a vote goes to an equal log, is written, and the answer waits for it', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  expectReady(receive(raft, voteRequest({})), {
    write: { sequence: 1, hardState: { term: 3, votedFor: N2 }, reset: undefined, append: undefined },
    replies: [{ kind: 'vote-reply', from: N1, to: N2, term: 3, granted: true }],
  });
});

test('a vote in a term that was written without one is written, too', () => {
  expectReady(receive(restored({ term: 3, log: [1, 2, 2] }), voteRequest({})), {
    write: { sequence: 1, hardState: { term: 3, votedFor: N2 }, reset: undefined, append: undefined },
    replies: [{ kind: 'vote-reply', from: N1, to: N2, term: 3, granted: true }],
  });
});

test('the vote of a term is given once: again to the same candidate, not to another', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  receive(raft, voteRequest({}));
  expectReady(receive(raft, voteRequest({ from: N3 })), {
    replySequence: 1,
    replies: [{ kind: 'vote-reply', from: N1, to: N3, term: 3, granted: false }],
  });
  expectReady(receive(raft, voteRequest({})), {
    replySequence: 1,
    replies: [{ kind: 'vote-reply', from: N1, to: N2, term: 3, granted: true }],
  });
});

test('a vote given before a restart is remembered', () => {
  const raft = restored({ term: 3, votedFor: N3 });
  expectReady(receive(raft, voteRequest({})), { replies: [{ kind: 'vote-reply', from: N1, to: N2, term: 3, granted: false }] });
  expectReady(receive(raft, voteRequest({ from: N3 })), { replies: [{ kind: 'vote-reply', from: N1, to: N3, term: 3, granted: true }] });
});

test('the log decides: a later last term wins over length, length over less of the same term', () => {
  const granted = (lastIndex: number, lastTerm: number): boolean => {
    const ready = receive(restored({ term: 2, log: [1, 2, 2] }), voteRequest({ lastIndex, lastTerm }));
    const [reply] = ready.replies;
    ok(reply?.kind === 'vote-reply');
    return reply.granted;
  };
  deepStrictEqual([granted(3, 2), granted(4, 2), granted(2, 2), granted(1, 3), granted(9, 1)], [true, true, false, true, false]);
});

test('a refused vote still raises the term', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  expectReady(receive(raft, voteRequest({ term: 7, lastIndex: 2 })), {
    write: { sequence: 1, hardState: { term: 7, votedFor: undefined }, reset: undefined, append: undefined },
    replies: [{ kind: 'vote-reply', from: N1, to: N2, term: 7, granted: false }],
  });
});

test('a pre-vote is answered at once, from the log, and changes nothing', () => {
  const raft = restored({ term: 2, votedFor: N3, log: [1, 2, 2] });
  const request = { kind: 'pre-vote-request', from: N2, to: N1, term: 3, lastIndex: 3, lastTerm: 2 } as const;
  expectReady(receive(raft, request), { messages: [{ kind: 'pre-vote-reply', from: N1, to: N2, term: 3, granted: true }] });
  expectReady(receive(raft, { ...request, lastIndex: 2 }), {
    messages: [{ kind: 'pre-vote-reply', from: N1, to: N2, term: 2, granted: false }],
  });
  expectReady(receive(raft, { ...request, term: 2 }), {
    messages: [{ kind: 'pre-vote-reply', from: N1, to: N2, term: 2, granted: false }],
  });
});

test('who heard from a leader just now ignores votes and pre-votes of later terms; after an election timeout no more', () => {
  const raft = restored({ term: 2, log: [1] });
  receive(raft, { kind: 'heartbeat', from: N3, to: N1, term: 2, commit: 0, round: 0 });
  const preVote = { kind: 'pre-vote-request', from: N2, to: N1, term: 9, lastIndex: 9, lastTerm: 2 } as const;
  expectReady(receive(raft, preVote), {});
  expectReady(receive(raft, voteRequest({ term: 9, lastIndex: 9 })), {});
  strictEqual(raft.status().term, 2);
  for (let tick = 0; tick < CONFIG.electionTicks; tick++) raft.step({ kind: 'tick' });
  const [reply] = receive(raft, preVote).messages;
  deepStrictEqual(reply, { kind: 'pre-vote-reply', from: N1, to: N2, term: 9, granted: true });
});

test('a leader ignores votes of later terms', () => {
  const raft = leader();
  expectReady(receive(raft, voteRequest({ term: 9, lastIndex: 9 })), {});
  strictEqual(raft.status().role, 'leader');
});

test('a candidate or pre-candidate follows a leader of its own term', () => {
  const raft = restored({ term: 2 });
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N3, to: N1, term: 3, granted: true });
  expectReady(receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 3, commit: 0, round: 0 }), {
    replySequence: 1,
    messages: [{ kind: 'heartbeat-reply', from: N1, to: N2, term: 3, round: 0 }],
    events: [
      { kind: 'became-follower', term: 3, leader: N2 },
      { kind: 'leader-changed', term: 3, leader: N2 },
    ],
  });
});

test('a message of a later term deposes a leader: stepped down, then follower, each once', () => {
  const raft = leader({ term: 1 });
  raft.step({ kind: 'read', id: 7 });
  expectReady(receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 5, commit: 0, round: 0 }), {
    write: { sequence: 3, hardState: { term: 5, votedFor: undefined }, reset: undefined, append: undefined },
    messages: [{ kind: 'heartbeat-reply', from: N1, to: N2, term: 5, round: 0 }],
    rejectedReads: [7],
    events: [
      { kind: 'stepped-down', term: 2, reason: 'higher-term' },
      { kind: 'became-follower', term: 5, leader: N2 },
      { kind: 'leader-changed', term: 5, leader: N2 },
    ],
  });
});

test('a leader that hears from nobody for an election timeout steps down; one that hears from a majority does not', () => {
  const raft = leader();
  receive(raft, { kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 1 });
  for (let tick = 0; tick < CONFIG.electionTicks; tick++) deepStrictEqual(raft.step({ kind: 'tick' }).events, []);
  for (let tick = 1; tick < CONFIG.electionTicks; tick++) deepStrictEqual(raft.step({ kind: 'tick' }).events, []);
  expectReady(raft.step({ kind: 'tick' }), {
    events: [
      { kind: 'stepped-down', term: 1, reason: 'no-quorum' },
      { kind: 'became-follower', term: 1, leader: undefined },
      { kind: 'leader-changed', term: 1, leader: undefined },
    ],
  });
});

test('a cluster of one elects itself once its vote is durable', () => {
  const raft = restored({}, { voters: [N1] });
  expectReady(tickUntilEffect(raft), {
    write: { sequence: 1, hardState: { term: 1, votedFor: N1 }, reset: undefined, append: undefined },
    events: [
      { kind: 'became-pre-candidate', term: 1 },
      { kind: 'became-candidate', term: 1 },
    ],
  });
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), {
    write: { sequence: 2, hardState: undefined, reset: undefined, append: { fromIndex: 1, terms: [1], source: { kind: 'no-op' } } },
    events: [
      { kind: 'became-leader', term: 1, noOpIndex: 1 },
      { kind: 'leader-changed', term: 1, leader: N1 },
    ],
  });
  expectReady(raft.step({ kind: 'persisted', sequence: 2 }), { commit: { from: 1, to: 1 } });
});

test('who is behind learns the term; the answer of who is behind is ignored', () => {
  const raft = restored({ term: 5, log: [1] });
  const base = { from: N2, to: N1, term: 3 } as const;
  const reply = { from: N1, to: N2, term: 5 } as const;
  expectReady(receive(raft, { kind: 'pre-vote-request', ...base, lastIndex: 1, lastTerm: 1 }), {
    messages: [{ kind: 'pre-vote-reply', ...reply, granted: false }],
  });
  expectReady(receive(raft, voteRequest(base)), { replies: [{ kind: 'vote-reply', ...reply, granted: false }] });
  expectReady(receive(raft, appendOf({ ...base, previousIndex: 4, previousTerm: 3 })), {
    replies: [{ kind: 'append-rejected', ...reply, rejectedIndex: 0, hintIndex: 0, hintTerm: 0 }],
  });
  expectReady(receive(raft, { kind: 'heartbeat', ...base, commit: 1, round: 4 }), {
    messages: [{ kind: 'heartbeat-reply', ...reply, round: 0 }],
  });
  expectReady(receive(raft, { kind: 'append-accepted', ...base, matchIndex: 9 }), {});
});

// A killed leader cost one to two election timeouts, and often a pre-vote that was refused by a node which still believed in it (bench, `killed leader`).
test('a follower that lost its connection to the leader is in touch with it no more, and stands within the random part of its timeout', () => {
  const follower = () => {
    const raft = restored({ term: 2, log: [1] });
    receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 0, round: 0 });
    return raft;
  };
  const asked = { kind: 'pre-vote-request', from: N3, to: N1, term: 3, lastIndex: 1, lastTerm: 1 } as const;
  const granted = { kind: 'pre-vote-reply', from: N1, to: N3, term: 3, granted: true } as const;
  const raft = follower();
  expectReady(receive(raft, asked), {});
  expectReady(raft.step({ kind: 'unreachable', node: N2 }), {});
  expectReady(receive(raft, asked), { messages: [granted] });

  const waiting = follower();
  waiting.step({ kind: 'unreachable', node: N2 });
  let ticks = 1;
  while (waiting.step({ kind: 'tick' }).events.length === 0) ticks++;
  ok(ticks <= CONFIG.electionTicks, `${ticks} ticks`);

  const other = follower();
  other.step({ kind: 'unreachable', node: N3 });
  expectReady(receive(other, asked), {});

  const back = follower();
  back.step({ kind: 'unreachable', node: N2 });
  receive(back, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 0, round: 0 });
  expectReady(receive(back, asked), {});
});

// ---- Held back: damaged, until it is repaired

const hold = (isHeldBack: boolean) => ({ kind: 'hold-back', isHeldBack }) as const;

test('a leader that is held back steps down at once, and its reads are rejected', () => {
  const raft = leader();
  raft.step({ kind: 'read', id: 7 });
  expectReady(raft.step(hold(true)), {
    replySequence: 2,
    rejectedReads: [7],
    events: [
      { kind: 'stepped-down', term: 1, reason: 'held-back' },
      { kind: 'became-follower', term: 1, leader: undefined },
      { kind: 'leader-changed', term: 1, leader: undefined },
    ],
  });
  strictEqual(raft.status().isHeldBack, true);
  expectReady(raft.step({ kind: 'propose', sizes: [10] }), { replySequence: 2, rejectedProposal: true });
});

test('who is held back does not stand, and stands with the next tick once it is not', () => {
  const raft = restored({ term: 2 });
  raft.step(hold(true));
  for (let tick = 0; tick < 10 * CONFIG.electionTicks; tick++) expectReady(raft.step({ kind: 'tick' }), {});
  expectReady(raft.step(hold(false)), {});
  deepStrictEqual(raft.step({ kind: 'tick' }).events, [{ kind: 'became-pre-candidate', term: 3 }]);
});

test('who is held back votes, follows and acknowledges', () => {
  const raft = restored({ term: 2, log: [1, 2, 2] });
  raft.step(hold(true));
  strictEqual(receive(raft, voteRequest({})).replies[0]?.kind, 'vote-reply');
  strictEqual(receive(raft, appendOf({ term: 3, previousIndex: 3, previousTerm: 2, terms: [3] })).replies[0]?.kind, 'append-accepted');
});

test('a pre-candidate and a candidate that are held back follow, and win nothing any more', () => {
  const raft = restored({ term: 2 });
  tickUntilEffect(raft);
  expectReady(raft.step(hold(true)), { events: [{ kind: 'became-follower', term: 2, leader: undefined }] });
  expectReady(receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: 3, granted: true }), {});
  raft.step(hold(false));
  tickUntilEffect(raft);
  receive(raft, { kind: 'pre-vote-reply', from: N2, to: N1, term: 3, granted: true });
  raft.step({ kind: 'persisted', sequence: 1 });
  expectReady(raft.step(hold(true)), { events: [{ kind: 'became-follower', term: 3, leader: undefined }] });
  expectReady(receive(raft, { kind: 'vote-reply', from: N2, to: N1, term: 3, granted: true }), {});
});

test('to be held back twice, or released without having been, changes nothing', () => {
  const raft = restored({ term: 2 });
  expectReady(raft.step(hold(false)), {});
  raft.step(hold(true));
  expectReady(raft.step(hold(true)), {});
});
