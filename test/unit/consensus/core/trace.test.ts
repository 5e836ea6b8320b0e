// The records of a step: what they say, in which order, and that the state beside them is the one after the step.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { Input } from '../../../../consensus/core/ready.ts';
import { eventsOfStep, placed, type TraceEvent, type TraceRecord, traceTo } from '../../../../consensus/core/trace.ts';
import { N1, N2, N3, restored } from './support.ts';

function traced(raft: Raft, input: Input): TraceEvent[] {
  const before = raft.traced();
  const ready = raft.step(input);
  return eventsOfStep({ before, input, ready, after: raft.traced() });
}

test('the state of a node that recovered is what it recovered', () => {
  assert.deepEqual(restored({ term: 3, votedFor: N2, log: [1, 3] }).traced(), {
    term: 3,
    role: 'follower',
    votedFor: N2,
    leader: null,
    commitIndex: 0,
    appliedIndex: 0,
    lastIndex: 2,
    lastTerm: 3,
    persistedIndex: 2,
    base: { index: 0, term: 0 },
    snapshot: { index: 0, term: 0 },
    claim: null,
    isHeldBack: false,
    voters: [N1, N2, N3],
    outgoing: [],
    learners: [],
  });
});

test('a step that does nothing is its input alone', () => {
  assert.deepEqual(traced(restored(), { kind: 'tick' }), [{ event: 'input', input: { kind: 'tick' } }]);
});

test('an append in place of a conflicting suffix is input, hard state, deletion, entries, commit and the answer that waits', () => {
  const raft = restored({ term: 1, log: [1, 1, 1] });
  const message = {
    kind: 'append' as const,
    from: N2,
    to: N1,
    term: 2,
    previousIndex: 1,
    previousTerm: 1,
    terms: [2, 2],
    sizes: [1, 1],
    commit: 2,
  };
  assert.deepEqual(traced(raft, { kind: 'receive', message }), [
    { event: 'receive', message },
    { event: 'role', change: { kind: 'leader-changed', term: 2, leader: N2 } },
    { event: 'hard-state', sequence: 1, term: 2, votedFor: null },
    { event: 'truncate', from: 2, to: 3 },
    { event: 'append', sequence: 1, from: 2, terms: [2, 2], source: 'message' },
    { event: 'commit', from: 1, to: 2 },
    { event: 'send', message: { kind: 'append-accepted', from: N1, to: N2, term: 2, matchIndex: 3 }, waitsFor: 1 },
  ]);
  const { term, votedFor, lastIndex, lastTerm, persistedIndex, commitIndex } = raft.traced();
  assert.deepEqual([term, votedFor, lastIndex, lastTerm, persistedIndex, commitIndex], [2, null, 3, 2, 1, 2]);
});

test('the membership entries that came with an append are told with it, and the configuration in force is said', () => {
  const raft = restored({ term: 1, log: [1] });
  const message = {
    kind: 'append' as const,
    from: N2,
    to: N1,
    term: 1,
    previousIndex: 1,
    previousTerm: 1,
    terms: [1],
    sizes: [1],
    commit: 0,
  };
  const configuration = { voters: [N1, N2], outgoing: [N1, N2, N3], learners: [] };
  const changes = [{ index: 2, configuration }];
  const events = traced(raft, { kind: 'receive', message, changes });
  assert.deepEqual(events[0], { event: 'receive', message, changes });
  assert.deepEqual(events[1], { event: 'role', change: { kind: 'configuration-changed', index: 2, configuration } });
  const { voters, outgoing, learners } = raft.traced();
  assert.deepEqual({ voters, outgoing, learners }, configuration);
});

test('entries behind the end of the log delete nothing', () => {
  const append = {
    kind: 'append' as const,
    from: N2,
    to: N1,
    term: 1,
    previousIndex: 1,
    previousTerm: 1,
    terms: [1],
    sizes: [1],
    commit: 0,
  };
  const events = traced(restored({ term: 1, log: [1] }), { kind: 'receive', message: append });
  assert.equal(
    events.some(({ event }) => event === 'truncate'),
    false,
  );
});

test('records are placed and numbered: what remains of a step falls to 0, numbers rise over steps', () => {
  const state = restored().traced();
  const tick: TraceEvent = { event: 'input', input: { kind: 'tick' } };
  const place = { node: N1, partition: 2, state };
  const written: (readonly TraceRecord[])[] = [];
  const trace = traceTo({ run: 7, write: (records) => written.push(records) });
  trace(placed([tick, tick], { ...place, step: 0 }));
  trace(placed([tick], { ...place, step: 1 }));
  assert.deepEqual(written, [
    [
      { run: 7, number: 1, ...tick, ...place, step: 0, remaining: 1 },
      { run: 7, number: 2, ...tick, ...place, step: 0, remaining: 0 },
    ],
    [{ run: 7, number: 3, ...tick, ...place, step: 1, remaining: 0 }],
  ]);
});
