// The follower's side of replication, one append at a time (Raft §5.3).
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { appendOf, expectReady, N1, N2, N3, receive, restored } from './support.ts';

const accepted = (matchIndex: number, term = 2) => ({ kind: 'append-accepted', from: N1, to: N2, term, matchIndex }) as const;

/** n1 in term 2, following n2. */
function follower(log: readonly number[]) {
  const raft = restored({ term: 2, log });
  receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 0, round: 0 });
  return raft;
}

test('new entries are appended and acknowledged when they are durable', () => {
  expectReady(receive(follower([1]), appendOf({ previousIndex: 1, previousTerm: 1, terms: [2, 2] })), {
    write: {
      sequence: 1,
      hardState: undefined,
      reset: undefined,
      append: { fromIndex: 2, terms: [2, 2], source: { kind: 'message', skip: 0 } },
    },
    replies: [accepted(3)],
  });
});

test('a later term is written with the entries of it', () => {
  expectReady(receive(follower([1]), appendOf({ term: 3, previousIndex: 1, previousTerm: 1, terms: [3] })), {
    write: {
      sequence: 1,
      hardState: { term: 3, votedFor: undefined },
      reset: undefined,
      append: { fromIndex: 2, terms: [3], source: { kind: 'message', skip: 0 } },
    },
    replies: [accepted(2, 3)],
    events: [{ kind: 'leader-changed', term: 3, leader: N2 }],
  });
});

test('a repeat of an append under way writes nothing, and still waits for the first', () => {
  const raft = follower([1]);
  const append = appendOf({ previousIndex: 1, previousTerm: 1, terms: [2, 2] });
  receive(raft, append);
  expectReady(receive(raft, append), { replySequence: 1, replies: [accepted(3)] });
});

test('a late append of less cuts nothing, and acknowledges only what it holds', () => {
  const raft = follower([1, 2, 2, 2]);
  expectReady(receive(raft, appendOf({ previousIndex: 1, previousTerm: 1, terms: [2] })), { replies: [accepted(2)] });
  strictEqual(raft.status().lastIndex, 4);
});

test('entries that are there already are skipped', () => {
  expectReady(receive(follower([1, 2]), appendOf({ previousIndex: 0, terms: [1, 2, 2] })), {
    write: {
      sequence: 1,
      hardState: undefined,
      reset: undefined,
      append: { fromIndex: 3, terms: [2], source: { kind: 'message', skip: 2 } },
    },
    replies: [accepted(3)],
  });
});

test('a conflicting suffix gives way, and is not durable any more', () => {
  const raft = follower([1, 1, 1, 1]);
  expectReady(receive(raft, appendOf({ previousIndex: 1, previousTerm: 1, terms: [1, 2] })), {
    write: {
      sequence: 1,
      hardState: undefined,
      reset: undefined,
      append: { fromIndex: 3, terms: [2], source: { kind: 'message', skip: 1 } },
    },
    replies: [accepted(3)],
  });
  deepStrictEqual([raft.status().lastIndex, raft.status().persistedIndex], [3, 2]);
});

test('a gap is refused, with the end of the log as a hint', () => {
  expectReady(receive(follower([1, 2]), appendOf({ previousIndex: 5, previousTerm: 2 })), {
    replies: [{ kind: 'append-rejected', from: N1, to: N2, term: 2, rejectedIndex: 5, hintIndex: 2, hintTerm: 2 }],
  });
});

test('another term at the place before is refused; the hint skips terms that the leader cannot have there', () => {
  const raft = restored({ term: 7, log: [1, 3, 3, 6, 6] });
  expectReady(receive(raft, appendOf({ term: 7, previousIndex: 5, previousTerm: 5 })), {
    replies: [{ kind: 'append-rejected', from: N1, to: N2, term: 7, rejectedIndex: 5, hintIndex: 3, hintTerm: 3 }],
    events: [{ kind: 'leader-changed', term: 7, leader: N2 }],
  });
});

test('the commit index is learned only as far as the append proved the logs equal', () => {
  const raft = follower([1, 1, 1]);
  expectReady(receive(raft, appendOf({ previousIndex: 2, previousTerm: 1, commit: 3 })), {
    replies: [accepted(2)],
    commit: { from: 1, to: 2 },
  });
  expectReady(receive(raft, appendOf({ previousIndex: 3, previousTerm: 1, commit: 2 })), { replies: [accepted(3)] });
});

test('what is committed is handed out when it is durable here, each index once', () => {
  const raft = follower([1]);
  expectReady(receive(raft, appendOf({ previousIndex: 1, previousTerm: 1, terms: [2, 2], commit: 3 })), {
    write: {
      sequence: 1,
      hardState: undefined,
      reset: undefined,
      append: { fromIndex: 2, terms: [2, 2], source: { kind: 'message', skip: 0 } },
    },
    replies: [accepted(3)],
    commit: { from: 1, to: 1 },
  });
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), { commit: { from: 2, to: 3 } });
  expectReady(raft.step({ kind: 'persisted', sequence: 1 }), {});
});

test('a heartbeat tells what is committed, and is answered with its round', () => {
  expectReady(receive(follower([1, 1]), { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 2, round: 9 }), {
    messages: [{ kind: 'heartbeat-reply', from: N1, to: N2, term: 2, round: 9 }],
    commit: { from: 1, to: 2 },
  });
});

test('a leader that would overwrite what is committed, or does not have it, stops the node', () => {
  const raft = follower([1, 1, 1]);
  receive(raft, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 2, round: 0 });
  const copy = () => follower([1, 1, 1]);
  const committed = () => {
    const one = copy();
    receive(one, { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 2, round: 0 });
    return one;
  };
  throws(() => receive(committed(), appendOf({ previousIndex: 1, previousTerm: 1, terms: [2] })), /a committed entry is never overwritten/);
  throws(() => receive(committed(), appendOf({ previousIndex: 2, previousTerm: 2 })), /a leader holds every committed entry/);
  receive(committed(), appendOf({ previousIndex: 2, previousTerm: 1, terms: [2] }));
});

test('a heartbeat that commits what is not there stops the node: the disk has lost it', () => {
  throws(
    () => receive(follower([1]), { kind: 'heartbeat', from: N2, to: N1, term: 2, commit: 2, round: 0 }),
    /what was acknowledged is in the log/,
  );
});

test('two leaders of one term stop the node', () => {
  throws(() => receive(follower([1]), appendOf({ from: N3 })), /a term has one leader/);
});

test('an append that contradicts itself stops the node: the wire should not have let it in', () => {
  throws(() => receive(follower([]), appendOf({ terms: [2, 1] })), /terms never fall along an append/);
  throws(() => receive(follower([]), appendOf({ terms: [3] })), /no entries of a later term/);
  throws(() => receive(follower([]), appendOf({ terms: [2], sizes: [] })), /a term and a size/);
  throws(() => receive(follower([]), appendOf({ to: N3 })), /reaches its addressee/);
  throws(() => receive(follower([]), appendOf({ from: N1 })), /comes from another node/);
  throws(() => receive(follower([]), appendOf({ term: 0 })), /the term of a message/);
});
