// A leader whose own disk hangs while others commit without it (issue: a leader whose disk stalls steps down).
import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { CoreEvent } from '../../../../consensus/core/ready.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { CONFIG, leader, N1, N2, N3, receive } from './support.ts';

const accepted = (from: NodeId, matchIndex: number) => ({ kind: 'append-accepted', from, to: N1, term: 1, matchIndex }) as const;

/** n1 leads; its disk writes entry 2, which those of `holders` have. */
function writingLeader(...holders: readonly NodeId[]): Raft {
  const raft = leader();
  for (const from of [N2, N3]) receive(raft, accepted(from, 1));
  raft.step({ kind: 'propose', sizes: [10] });
  for (const from of holders) receive(raft, accepted(from, 2));
  return raft;
}

/** Everybody answers its heartbeats. */
function tick(raft: Raft): readonly CoreEvent[] {
  const { events } = raft.step({ kind: 'tick' });
  for (const from of [N2, N3]) receive(raft, { kind: 'heartbeat-reply', from, to: N1, term: 1, round: 0 });
  return events;
}

test('it steps down after two election timeouts, so that those who have the entry serve', () => {
  const raft = writingLeader(N2, N3);
  strictEqual(raft.status().commitIndex, 2);
  // From the first tick on it counts for how long no write has ended.
  for (let ticks = 0; ticks < CONFIG.electionTicks * 2; ticks++) deepStrictEqual(tick(raft), []);
  deepStrictEqual(tick(raft)[0], { kind: 'stepped-down', term: 1, reason: 'slow-disk' });
});

test('it stays while the others have no more than it has: nobody could do better', () => {
  const raft = writingLeader(N2);
  for (let ticks = 0; ticks < CONFIG.electionTicks * 4; ticks++) deepStrictEqual(tick(raft), []);
});

test('it stays while its disk finishes write after write, however far behind', () => {
  const raft = writingLeader(N2, N3);
  for (let index = 3; index < 8; index++) {
    raft.step({ kind: 'propose', sizes: [10] });
    for (const from of [N2, N3]) receive(raft, accepted(from, index));
    for (let ticks = 0; ticks < CONFIG.electionTicks; ticks++) deepStrictEqual(tick(raft), []);
    raft.step({ kind: 'persisted', sequence: index });
  }
});
