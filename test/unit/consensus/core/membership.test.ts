// Learners and joint consensus in the core, one input and its exact effects at a time (thesis §4): when a change may be appended, what is in force when, and which majorities count.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import type { Configuration } from '../../../../consensus/configuration.ts';
import { Raft } from '../../../../consensus/core/raft.ts';
import type { Ready } from '../../../../consensus/core/ready.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { appendOf, CONFIG, expectReady, leader, N1, N2, N3, receive, restored, restoredFrom, tickUntilEffect } from './support.ts';

const N4 = 'n4' as NodeId;
const N5 = 'n5' as NodeId;

const of = (voters: readonly NodeId[], outgoing: readonly NodeId[] = [], learners: readonly NodeId[] = []): Configuration => ({
  voters,
  outgoing,
  learners,
});
const OLD = of([N1, N2, N3]);
const LEARNING = of([N1, N2, N3], [], [N4]);

const accepted = (from: NodeId, matchIndex: number) => ({ kind: 'append-accepted', from, to: N1, term: 1, matchIndex }) as const;
const change = (configuration: Configuration) => ({ kind: 'propose', sizes: [50], configuration }) as const;
const addressees = (ready: Ready, kind: string) => ready.messages.filter((message) => message.kind === kind).map(({ to }) => to);

/** Its own disk is as fast as it can be. */
function propose(raft: Raft, configuration: Configuration): Ready {
  const ready = raft.step(change(configuration));
  raft.step({ kind: 'persisted', sequence: ready.write?.sequence ?? 0 });
  return ready;
}

/** n1 leads term 1, and its no-op is committed. */
function settledLeader(): Raft {
  const raft = leader();
  for (const from of [N2, N3]) receive(raft, accepted(from, 1));
  return raft;
}

/** n1 leads, and this is committed. */
function leaderOf(...configurations: readonly Configuration[]): Raft {
  const raft = settledLeader();
  let index = 1;
  for (const configuration of configurations) {
    propose(raft, configuration);
    index++;
    for (const from of [N2, N3, N4, N5]) receive(raft, accepted(from, index));
  }
  strictEqual(raft.status().commitIndex, index);
  return raft;
}

test('a configuration is in force from the moment it is appended', () => {
  const raft = settledLeader();
  const ready = raft.step(change(LEARNING));
  deepStrictEqual(ready.events, [{ kind: 'configuration-changed', index: 2, configuration: LEARNING }]);
  deepStrictEqual(ready.write?.append, { fromIndex: 2, terms: [1], source: { kind: 'proposal' } });
  deepStrictEqual([raft.status().configuration, raft.status().configurationIndex], [LEARNING, 2]);
  deepStrictEqual(addressees(ready, 'append'), [N2, N3, N4], 'the learner is sent the log');
});

test('none is appended before an entry of its own term is committed', () => {
  const raft = leader();
  strictEqual(raft.changeHindrance(), 'starting');
  expectReady(raft.step(change(LEARNING)), { rejectedProposal: true });
  receive(raft, accepted(N2, 1));
  strictEqual(raft.changeHindrance(), undefined);
  strictEqual(raft.step(change(LEARNING)).rejectedProposal, false);
});

test('none is appended before the one before is committed', () => {
  const raft = settledLeader();
  propose(raft, LEARNING);
  strictEqual(raft.changeHindrance(), 'under-way');
  expectReady(raft.step(change(of([N1, N2, N3], [], [N5]))), { rejectedProposal: true });
  strictEqual(raft.step({ kind: 'propose', sizes: [10] }).rejectedProposal, false, 'transactions go on');
  receive(raft, accepted(N3, 2));
  strictEqual(raft.changeHindrance(), undefined);
});

test('nor by a follower, nor by a leader that hands over', () => {
  strictEqual(restored().changeHindrance(), 'not-leader');
  const raft = settledLeader();
  raft.step({ kind: 'transfer', to: N2 });
  strictEqual(raft.changeHindrance(), 'handing-over');
  expectReady(raft.step(change(LEARNING)), { rejectedProposal: true });
});

test('other voters come only by way of a joint configuration', () => {
  throws(() => settledLeader().step(change(of([N1, N2]))), /shares its quorums/);
  throws(() => settledLeader().step(change(of([N1, N2, N3, N4]))), /shares its quorums/);
  throws(() => settledLeader().step(change(of([N1, N2, N4], [N1, N2]))), /shares its quorums/, 'the outgoing half is all of the old');
  throws(() => leaderOf(of([N1, N2, N4], [N1, N2, N3])).step(change(OLD)), /shares its quorums/, 'there is no way back but forward');
  throws(() => settledLeader().step({ kind: 'propose', sizes: [10, 10], configuration: LEARNING }), /alone/);
});

test('a learner counts nowhere: not for a commit, not for a read, not as a sign of life', () => {
  const raft = leaderOf(LEARNING);
  raft.step({ kind: 'propose', sizes: [10] });
  raft.step({ kind: 'persisted', sequence: 4 });
  strictEqual(receive(raft, accepted(N4, 3)).commit, undefined);
  raft.step({ kind: 'read', id: 7 });
  deepStrictEqual(receive(raft, { kind: 'heartbeat-reply', from: N4, to: N1, term: 1, round: 1 }).reads, []);
  deepStrictEqual(receive(raft, { kind: 'heartbeat-reply', from: N3, to: N1, term: 1, round: 1 }).reads, [{ id: 7, index: 2 }]);
  deepStrictEqual(receive(raft, accepted(N3, 3)).commit, { from: 3, to: 3 });
  for (let tick = 0; tick < CONFIG.electionTicks * 2; tick++) {
    raft.step({ kind: 'tick' });
    if (raft.status().role === 'leader') receive(raft, { kind: 'heartbeat-reply', from: N4, to: N1, term: 1, round: 0 });
  }
  strictEqual(raft.status().role, 'follower', 'it hears from no majority');
});

test('in a joint configuration an entry is committed by a majority of each half', () => {
  const raft = leaderOf(of([N1, N2, N3], [], [N4, N5]));
  propose(raft, of([N1, N4, N5], [N1, N2, N3]));
  for (const from of [N4, N5]) strictEqual(receive(raft, accepted(from, 3)).commit, undefined, 'the new half alone');
  deepStrictEqual(receive(raft, accepted(N3, 3)).commit, { from: 3, to: 3 });
});

test('and a read is confirmed by a majority of each', () => {
  const raft = leaderOf(of([N1, N2, N3], [], [N4, N5]), of([N1, N4, N5], [N1, N2, N3]));
  raft.step({ kind: 'read', id: 1 });
  const reply = (from: NodeId) => receive(raft, { kind: 'heartbeat-reply', from, to: N1, term: 1, round: 1 });
  deepStrictEqual([...reply(N2).reads, ...reply(N3).reads], [], 'the old half alone');
  deepStrictEqual(reply(N4).reads, [{ id: 1, index: 3 }]);
});

test('and an election, its pre-vote too, is won by a majority of each', () => {
  const joint = of([N1, N4, N5], [N1, N2, N3]);
  const raft = new Raft(CONFIG, { ...restoredFrom({ term: 1, log: [1, 1] }), changes: [{ index: 2, configuration: joint }] });
  deepStrictEqual(addressees(tickUntilEffect(raft), 'pre-vote-request'), [N2, N3, N4, N5]);
  const preVote = (from: NodeId) => receive(raft, { kind: 'pre-vote-reply', from, to: N1, term: 2, granted: true });
  for (const from of [N2, N3]) strictEqual(preVote(from).write, undefined);
  deepStrictEqual(
    preVote(N5).replies.map(({ to }) => to),
    [N2, N3, N4, N5],
  );
  raft.step({ kind: 'persisted', sequence: 1 });
  const vote = (from: NodeId) => receive(raft, { kind: 'vote-reply', from, to: N1, term: 2, granted: true });
  for (const from of [N4, N5]) vote(from);
  strictEqual(raft.status().role, 'candidate', 'the new half alone');
  vote(N2);
  strictEqual(raft.status().role, 'leader');
});

test('whoever is no voter does not stand, not when asked to either, and votes for others', () => {
  for (const configuration of [of([N2, N3], [], [N1]), of([N2, N3])]) {
    const raft = new Raft(CONFIG, { ...restoredFrom({ term: 1, log: [1] }), configuration });
    for (let tick = 0; tick < CONFIG.electionTicks * 3; tick++) expectReady(raft.step({ kind: 'tick' }), {});
    receive(raft, { kind: 'timeout-now', from: N2, to: N1, term: 1 });
    strictEqual(raft.status().role, 'follower');
    for (let tick = 0; tick < CONFIG.electionTicks; tick++) raft.step({ kind: 'tick' });
    const request = { kind: 'vote-request', from: N3, to: N1, term: 2, lastIndex: 1, lastTerm: 1, isTransfer: false } as const;
    deepStrictEqual(receive(raft, request).replies, [{ kind: 'vote-reply', from: N1, to: N3, term: 2, granted: true }]);
  }
});

test('a node that joined follows leaders of whom its log says nothing yet', () => {
  const raft = new Raft({ ...CONFIG, id: N4 }, restoredFrom({}));
  const configuration = of([N5], [], [N4]);
  const append = appendOf({ from: N5, to: N4, terms: [1, 2] });
  const ready = raft.step({ kind: 'receive', message: append, changes: [{ index: 2, configuration }] });
  deepStrictEqual(ready.replies, [{ kind: 'append-accepted', from: N4, to: N5, term: 2, matchIndex: 2 }]);
  deepStrictEqual(raft.status().configuration, configuration);
});

test('what is cut off is in force no more', () => {
  const raft = restored({ term: 1, log: [1] });
  const append = appendOf({ term: 1, previousIndex: 1, previousTerm: 1, terms: [1, 1] });
  raft.step({ kind: 'receive', message: append, changes: [{ index: 3, configuration: LEARNING }] });
  strictEqual(raft.status().configurationIndex, 3);
  const ready = receive(raft, appendOf({ from: N3, previousIndex: 2, previousTerm: 1, terms: [2] }));
  deepStrictEqual(ready.events.at(0), { kind: 'configuration-changed', index: 0, configuration: OLD });
  deepStrictEqual(raft.status().configuration, OLD);
});

test('an entry that is here already changes nothing when it comes again', () => {
  const raft = restored({ term: 1, log: [1] });
  const append = appendOf({ term: 1, previousIndex: 1, previousTerm: 1, terms: [1] });
  const input = { kind: 'receive', message: append, changes: [{ index: 2, configuration: LEARNING }] } as const;
  raft.step(input);
  deepStrictEqual(raft.step(input).events, []);
});

test('a leader that a committed configuration does not name goes on until then, counts itself no more, and steps down', () => {
  const raft = leaderOf(of([N2, N3], [N1, N2, N3]));
  propose(raft, of([N2, N3]));
  strictEqual(receive(raft, accepted(N2, 3)).commit, undefined, 'one of two');
  raft.step({ kind: 'tick' });
  strictEqual(raft.status().role, 'leader');
  deepStrictEqual(receive(raft, accepted(N3, 3)).commit, { from: 3, to: 3 });
  deepStrictEqual(raft.step({ kind: 'tick' }).events, [
    { kind: 'stepped-down', term: 1, reason: 'removed' },
    { kind: 'became-follower', term: 1, leader: undefined },
    { kind: 'leader-changed', term: 1, leader: undefined },
  ]);
  for (let tick = 0; tick < CONFIG.electionTicks * 3; tick++) strictEqual(raft.step({ kind: 'tick' }).messages.length, 0);
});

test('whoever takes part no more is sent nothing, and what comes from it is of no interest', () => {
  const raft = leaderOf(of([N1, N2], [N1, N2, N3]), of([N1, N2]));
  const appended = raft.step({ kind: 'propose', sizes: [10] });
  deepStrictEqual(addressees(appended, 'append'), [N2]);
  expectReady(receive(raft, accepted(N3, 4)), {});
  expectReady(raft.step({ kind: 'unreachable', node: N3 }), {});
});

test('nobody but a voter can take over', () => {
  for (const to of [N4, N5]) {
    deepStrictEqual(leaderOf(LEARNING).step({ kind: 'transfer', to }).events, [
      { kind: 'transfer-began', term: 1, to },
      { kind: 'transfer-failed', term: 1, to },
    ]);
  }
  const raft = leaderOf(LEARNING);
  deepStrictEqual(raft.successors(), [N2, N3]);
  strictEqual(raft.canHandOverTo(N4), false);
});

test('a leader says how far everyone is', () => {
  const raft = leaderOf(LEARNING);
  raft.step({ kind: 'propose', sizes: [10] });
  receive(raft, accepted(N3, 3));
  deepStrictEqual(
    raft.followers().map(({ id, matchIndex, isActive }) => [id, matchIndex, isActive]),
    [
      [N2, 2, true],
      [N3, 3, true],
      [N4, 2, true],
    ],
  );
  deepStrictEqual(restored().followers(), []);
});

test('the only voter leads with learners as it does alone', () => {
  const raft = new Raft(CONFIG, { ...restoredFrom({}), configuration: of([N1], [], [N2]) });
  raft.step({ kind: 'tick' });
  raft.step({ kind: 'persisted', sequence: 1 });
  deepStrictEqual(raft.step({ kind: 'persisted', sequence: 2 }).commit, { from: 1, to: 1 });
});

test('a snapshot brings the configuration at its entry; compaction keeps what is in force', () => {
  const raft = restored({ term: 1, log: [1] });
  receive(raft, { kind: 'install-snapshot', from: N2, to: N1, term: 2, index: 9, indexTerm: 2 });
  const ready = raft.step({ kind: 'installed', position: { index: 9, term: 2 }, configuration: LEARNING });
  deepStrictEqual(ready.events, [{ kind: 'configuration-changed', index: 9, configuration: LEARNING }]);
  const compacted = leaderOf(LEARNING);
  compacted.step({ kind: 'applied', index: 2 });
  compacted.step({ kind: 'snapshotted', position: { index: 2, term: 1 } });
  compacted.step({ kind: 'compacted', base: { index: 2, term: 1 } });
  deepStrictEqual([compacted.status().configuration, compacted.status().configurationIndex], [LEARNING, 2]);
});

test('a dump keeps it', () => {
  const raft = leaderOf(LEARNING);
  strictEqual(Raft.fromDump(CONFIG, raft.dump()).dump(), raft.dump());
});

// n4 was an elector of the configuration before the last, of which the leader told only it, and does not know any more that anything is committed; n3 is away. The others cannot win without its vote,
// which it does not give to logs that are shorter; so it has to win itself, with its last configuration, which does not need it.
test('who was a voter by the configuration before the last may stand, however little it knows to be committed', () => {
  const three = [N1, N2, N3];
  const four = [...three, N4];
  const changes = [of(three, [], [N4]), of(four, three), of(four), of(three, four), of(three)].map((configuration, at) => ({
    index: at + 2,
    configuration,
  }));
  const disk = (lastIndex: number) => ({
    ...restoredFrom({ term: 1, log: new Array<number>(lastIndex).fill(1) }),
    changes: changes.filter(({ index }) => index <= lastIndex),
  });
  const rafts = new Map([N1, N2, N4].map((id, seed) => [id, new Raft({ ...CONFIG, id, seed }, disk(id === N4 ? 6 : 5))]));
  const step = (id: NodeId, input: Parameters<Raft['step']>[0]): void => {
    const ready = rafts.get(id)?.step(input);
    if (ready === undefined) return;
    if (ready.write !== undefined) step(id, { kind: 'persisted', sequence: ready.write.sequence });
    for (const message of [...ready.messages, ...ready.replies]) step(message.to, { kind: 'receive', message, changes: [] });
  };
  for (let tick = 0; tick < 100 && ![...rafts.values()].some((raft) => raft.status().role === 'leader'); tick++)
    for (const id of rafts.keys()) step(id, { kind: 'tick' });
  strictEqual(rafts.get(N4)?.status().role, 'leader');
});

test('who was one before that may not', () => {
  const changes = [of([N2, N3], [N1, N2, N3]), of([N2, N3]), of([N2, N3], [], [N4])].map((configuration, at) => ({
    index: at + 2,
    configuration,
  }));
  const raft = new Raft(CONFIG, { ...restoredFrom({ term: 1, log: [1, 1, 1, 1] }), changes });
  for (let tick = 0; tick < CONFIG.electionTicks * 3; tick++) expectReady(raft.step({ kind: 'tick' }), {});
});
