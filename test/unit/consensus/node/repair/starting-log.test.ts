// Which snapshots are of a log: by the term of their entry, and where that may be a guess, by what leads on from it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInLog } from '../../../../../consensus/node/repair/starting-log.ts';
import type { DamagedRange, SnapshotInfo } from '../../../../../consensus/types.ts';

const digestOf = (index: number) => new Uint8Array(32).fill(index);
const snapshot = (index: number, term: number): SnapshotInfo =>
  ({ index, term, digest: digestOf(index) }) as Partial<SnapshotInfo> as SnapshotInfo;
const range = (from: number, to: number): DamagedRange => ({
  from,
  to,
  digestBefore: digestOf(from - 1),
  digest: digestOf(to),
  file: 'f',
  position: 0,
  why: 'rot',
});

/** Entries 6..20, those from 12 on of term 3; the others are said to be of term 2. */
const log = {
  base: { index: 5, term: 1, nextOffset: 1, digest: digestOf(5) },
  lastIndex: 20,
  termRuns: [
    { firstIndex: 6, term: 2 },
    { firstIndex: 12, term: 3 },
  ],
};

test('a snapshot is of a log that has an entry of its term there, or that begins behind it', () => {
  for (const [index, term] of [
    [5, 1],
    [6, 2],
    [12, 3],
    [20, 3],
  ] as const)
    assert.equal(isInLog(log, snapshot(index, term)), true);
  for (const [index, term] of [
    [4, 1],
    [5, 2],
    [6, 1],
    [12, 2],
    [21, 3],
  ] as const)
    assert.equal(isInLog(log, snapshot(index, term)), false);
});

test('where its entry is damaged, its digest counts that what is sound behind leads on from, and not a term that may be a guess', () => {
  const damaged = { ...log, damage: [range(7, 9)] };
  assert.equal(isInLog(damaged, snapshot(9, 3)), true);
  assert.equal(isInLog(damaged, { ...snapshot(9, 2), digest: digestOf(1) }), false, 'of another history');
  assert.equal(isInLog(damaged, snapshot(8, 3)), false, 'nothing leads on from there');
  assert.equal(isInLog({ ...log, damage: [range(7, 9), range(10, 10)] }, snapshot(9, 3)), false, 'what lies behind is damaged, too');
  assert.equal(isInLog({ ...log, damage: [range(18, 20)] }, snapshot(20, 4)), false, 'nothing lies behind');
});
