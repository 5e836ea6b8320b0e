// How far the log may be dropped, under each retention.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compactThrough } from '../../../../../consensus/node/snapshots/retention.ts';
import type { Retention } from '../../../../../consensus/storage-options.ts';
import type { DamagedRange, SnapshotInfo } from '../../../../../consensus/types.ts';

const base = { index: 0, term: 0, nextOffset: 1, digest: new Uint8Array(32) };
const segment = (firstIndex: number, lastTimestamp: number) => ({ firstIndex, lastIndex: firstIndex + 9, bytes: 100, lastTimestamp });
/** Three sealed segments of ten entries and one that is written to. */
const storage = { base, bytes: 350, sealedSegments: () => [segment(1, 1_000), segment(11, 2_000), segment(21, 3_000)] };
const snapshotsAt = (...indexes: number[]) => indexes.map((index) => ({ index }) as SnapshotInfo);

function through(
  retention: Retention,
  snapshots: readonly SnapshotInfo[] = snapshotsAt(33, 30),
  lost: readonly DamagedRange[] = [],
): number | undefined {
  return compactThrough({ retention, storage, snapshots, lost, now: 3_000 });
}

test('everything is kept by default, and nothing goes while there is only one snapshot', () => {
  assert.equal(through({ keep: 'everything' }), undefined);
  for (const keep of [{ keep: 'snapshot' }, { keep: 'bytes', bytes: 0 }, { keep: 'age', ms: 0 }] as const) {
    assert.equal(through(keep, snapshotsAt(33)), undefined);
    assert.equal(through(keep, []), undefined);
  }
});

test('by snapshot the older one is the limit', () => {
  assert.equal(through({ keep: 'snapshot' }), 30);
  assert.equal(through({ keep: 'snapshot' }, snapshotsAt(33, 15)), 15);
  assert.equal(
    compactThrough({
      retention: { keep: 'snapshot' },
      storage: { ...storage, base: { ...base, index: 30 } },
      snapshots: snapshotsAt(33, 30),
      lost: [],
      now: 0,
    }),
    undefined,
  );
});

test('by bytes the oldest segments go while there is more', () => {
  assert.equal(through({ keep: 'bytes', bytes: 350 }), undefined);
  assert.equal(through({ keep: 'bytes', bytes: 349 }), 10);
  assert.equal(through({ keep: 'bytes', bytes: 250 }), 10);
  assert.equal(through({ keep: 'bytes', bytes: 249 }), 20);
  assert.equal(through({ keep: 'bytes', bytes: 0 }), 30);
  assert.equal(through({ keep: 'bytes', bytes: 0 }, snapshotsAt(33, 29)), 20, 'never above the older snapshot');
});

test('by age segments go when their last entry is older', () => {
  assert.equal(through({ keep: 'age', ms: 2_000 }), undefined);
  assert.equal(through({ keep: 'age', ms: 1_999 }), 10);
  assert.equal(through({ keep: 'age', ms: 0 }), 20);
});

// The older snapshot was kept a log for that could not be read, and the node was held back by it until the next snapshot.
test('the newest snapshot is the limit where nobody can repair the log that leads to it from the older', () => {
  const lost = (from: number, to: number) => [{ from, to } as DamagedRange];
  assert.equal(through({ keep: 'snapshot' }, snapshotsAt(33, 5), lost(6, 8)), 33);
  assert.equal(through({ keep: 'snapshot' }, snapshotsAt(33), lost(6, 33)), 33);
  assert.equal(through({ keep: 'snapshot' }, snapshotsAt(33, 8), lost(6, 8)), 8, 'what the older covers it does not need');
  assert.equal(through({ keep: 'snapshot' }, snapshotsAt(33, 5), lost(30, 34)), 5, 'what the newest does not cover stays');
  assert.equal(through({ keep: 'bytes', bytes: 249 }, snapshotsAt(33), lost(6, 8)), 20, 'no more than retention drops');
  assert.equal(through({ keep: 'everything' }, snapshotsAt(33), lost(6, 8)), undefined);
});
