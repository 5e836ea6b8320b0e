// What a node tells others of the end of its own log, also while that is damaged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PeerAnswers } from '../../../../consensus/node/peer-answers.ts';
import type { PartitionStorage, SnapshotStore } from '../../../../consensus/ports.ts';
import type { DamagedRange, NodeId } from '../../../../consensus/types.ts';

const DIGEST = new Uint8Array(32);

/** The answers of a node whose log has entries 1..9, the last two of term 2, of which `damaged` cannot be read. */
function answersOf(options: {
  readonly damaged: readonly [from: number, to: number][];
  readonly takesPartTo: number | undefined;
  /** Of the damage: first indexes of what nobody else has. */
  readonly nobodyHas?: readonly number[];
  readonly commitIndex?: number;
  readonly electorsAt?: (index: number) => readonly NodeId[];
}): PeerAnswers {
  const damage = options.damaged.map(([from, to]): DamagedRange => {
    return { from, to, digestBefore: DIGEST, digest: DIGEST, file: 'f', position: 0, why: 'rot' };
  });
  const storage: Partial<PartitionStorage> = {
    base: { index: 0, term: 0, nextOffset: 1, digest: DIGEST },
    lastIndex: 9,
    termRuns: [
      { firstIndex: 1, term: 1 },
      { firstIndex: 8, term: 2 },
    ],
    damage,
    claim: undefined,
  };
  return new PeerAnswers({
    storage: storage as PartitionStorage,
    snapshots: {} as SnapshotStore,
    isLeading: () => false,
    takesPart: () =>
      options.takesPartTo === undefined ? undefined : { lastIndex: options.takesPartTo, commitIndex: options.commitIndex ?? 0 },
    electorsAt: options.electorsAt ?? (() => []),
    doesNobodyHave: ({ from }) => options.nobodyHas?.includes(from) === true,
    onDamage: () => undefined,
  });
}

test('a log without damage at its end ends where it ends', () => {
  assert.deepEqual(answersOf({ damaged: [[3, 4]], takesPartTo: 9 }).logEnd().last, { index: 9, term: 2 });
});

test('a node whose last entry is damaged does not say where its log ends until that is repaired', () => {
  assert.throws(() => answersOf({ damaged: [[9, 9]], takesPartTo: undefined }).logEnd(), /the end of this log is damaged/);
  assert.throws(() => answersOf({ damaged: [[9, 9]], takesPartTo: 9 }).logEnd(), /the end of this log is damaged/);
});

// Found by the simulator: with a claim on another node nobody could be elected, since not all answered.
test('once nobody can repair the last entry, the log ends before it', () => {
  const damaged: [number, number][] = [
    [8, 8],
    [9, 9],
  ];
  assert.deepEqual(answersOf({ damaged, takesPartTo: 7 }).logEnd().last, { index: 7, term: 1 });
});

test('damage at the end that is found while all of the log takes part, and that nobody can repair, lets the log end before it', () => {
  assert.deepEqual(answersOf({ damaged: [[8, 9]], takesPartTo: 9, nobodyHas: [8], commitIndex: 7 }).logEnd().last, { index: 7, term: 1 });
  const two: [number, number][] = [
    [3, 4],
    [7, 8],
    [9, 9],
  ];
  assert.deepEqual(answersOf({ damaged: two, takesPartTo: 9, nobodyHas: [7, 9] }).logEnd().last, { index: 6, term: 1 });
  assert.throws(() => answersOf({ damaged: two, takesPartTo: 9, nobodyHas: [9] }).logEnd(), /the end of this log is damaged/);
  assert.throws(() => answersOf({ damaged: two, takesPartTo: 9, nobodyHas: [7] }).logEnd(), /the end of this log is damaged/);
});

test('a node does not say that its log ends before damaged entries that it knows to be committed', () => {
  const damaged: [number, number][] = [[8, 9]];
  assert.throws(() => answersOf({ damaged, takesPartTo: 9, nobodyHas: [8], commitIndex: 8 }).logEnd(), /the end of this log is damaged/);
});

test('with the end of its log a node names those whose vote counts there', () => {
  const electorsAt = (index: number) => [`n${index}` as NodeId];
  assert.deepEqual(answersOf({ damaged: [], takesPartTo: 9, electorsAt }).logEnd().electors, ['n9']);
  const damaged: [number, number][] = [[8, 9]];
  assert.deepEqual(answersOf({ damaged, takesPartTo: 7, electorsAt }).logEnd().electors, ['n7']);
});
