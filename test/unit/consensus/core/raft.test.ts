// The instance as a whole: construction, dumps, determinism.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { Raft } from '../../../../consensus/core/raft.ts';
import type { Input } from '../../../../consensus/core/ready.ts';
import { appendOf, CONFIG, leader, N1, N2, N3, receive, restored, restoredFrom } from './support.ts';

test('after a restart a node is a follower that knows its log, term and vote, and nothing committed', () => {
  deepStrictEqual(restored({ term: 3, votedFor: N2, log: [1, 2] }).status(), {
    id: N1,
    role: 'follower',
    term: 3,
    leader: undefined,
    commitIndex: 0,
    appliedIndex: 0,
    lastIndex: 2,
    persistedIndex: 2,
    base: { index: 0, term: 0 },
    snapshot: { index: 0, term: 0 },
    isHeldBack: false,
    claim: undefined,
    configuration: { voters: [N1, N2, N3], outgoing: [], learners: [] },
    configurationIndex: 0,
  });
});

test('what cannot have been recovered is refused', () => {
  throws(() => restored({ term: 1, log: [1, 2] }), /no entry is of a later term/);
  throws(() => restored({ term: -1 }), /the recovered term/);
  throws(() => new Raft(CONFIG, { ...restoredFrom({ term: 1 }), lastIndex: 1 }), /starts behind its base/);
});

test('a configuration that cannot work is refused', () => {
  throws(() => restored({}, { voters: [N1, N1] }), /every voter is named once/);
  throws(() => restored({}, { electionTicks: 2, heartbeatTicks: 2 }), /longer than the time between heartbeats/);
  throws(() => restored({}, { heartbeatTicks: 0 }), /heartbeatTicks/);
  throws(() => restored({}, { appendBytesMax: 0 }), /appendBytesMax/);
});

test('a dump continues exactly as the original', () => {
  const inputs: Input[] = [
    { kind: 'propose', sizes: [10, 20] },
    { kind: 'receive', message: { kind: 'append-accepted', from: N2, to: N1, term: 1, matchIndex: 1 } },
    { kind: 'read', id: 1 },
    { kind: 'read', id: 2 },
    { kind: 'persisted', sequence: 3 },
    { kind: 'tick' },
    { kind: 'receive', message: appendOf({ from: N3, term: 4, previousIndex: 1, previousTerm: 1, terms: [4] }) },
    ...Array.from({ length: 30 }, (): Input => ({ kind: 'tick' })),
  ];
  const original = leader();
  for (const input of inputs) {
    const copy = Raft.fromDump(CONFIG, original.dump());
    strictEqual(copy.dump(), original.dump());
    deepStrictEqual(copy.step(input), original.step(input));
    strictEqual(copy.dump(), original.dump());
  }
});

test('equal inputs have equal effects', () => {
  const one = leader();
  const other = leader();
  for (let tick = 0; tick < 100; tick++) deepStrictEqual(one.step({ kind: 'tick' }), other.step({ kind: 'tick' }));
});

test('production checks cost less and change no effect', () => {
  const all = leader();
  const cheap = leader({}, { invariants: 'cheap' });
  const message = appendOf({ from: N2, term: 4, previousIndex: 1, previousTerm: 1, terms: [4, 4], commit: 2 });
  deepStrictEqual(receive(cheap, message), receive(all, message));
});
