// What a node tells others of the end of its own log, also while that is damaged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PeerAnswers } from '../../../../consensus/node/peer-answers.ts';
import type { PartitionStorage, SnapshotStore } from '../../../../consensus/ports.ts';
import type { DamagedRange } from '../../../../consensus/types.ts';

const DIGEST = new Uint8Array(32);

/** The answers of a node whose log has entries 1..9, the last two of term 2, of which `damaged` cannot be read. */
function answersOf(options: {
  readonly damaged: readonly [from: number, to: number][];
  readonly takesPartTo: number | undefined;
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
    lastIndex: () => options.takesPartTo,
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
