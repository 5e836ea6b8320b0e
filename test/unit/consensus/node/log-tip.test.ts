// Where the next entry goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogTip } from '../../../../consensus/node/log-tip.ts';
import { entry, testDigest } from './entries.ts';

const NO_OP = { term: 3, type: 'no-op', count: 0, payload: new Uint8Array(0), wallClock: 5000 } as const;

test('a tip counts offsets on from the last entry', () => {
  const tip = new LogTip(testDigest);
  tip.moveTo(entry({ index: 4, firstOffset: 7, count: 3 }));
  assert.deepEqual([tip.append(NO_OP).firstOffset, tip.index, tip.nextOffset], [10, 5, 10]);
});

test('a tip whose log was cut counts offsets on from what is left, and not from what was cut away', () => {
  const tip = new LogTip(testDigest);
  tip.moveTo(entry({ index: 4, firstOffset: 7, count: 3 }));
  tip.moveTo(entry({ index: 3, firstOffset: 6, count: 1 }));
  assert.deepEqual([tip.append(NO_OP).firstOffset, tip.index, tip.nextOffset], [7, 4, 7]);
});

test('a tip goes on behind a base, whatever it was at before', () => {
  const tip = new LogTip(testDigest);
  tip.moveTo(entry({ index: 4, firstOffset: 7, count: 3 }));
  tip.moveToBase({ index: 2, term: 1, nextOffset: 5, digest: new Uint8Array(32) }, 1000);
  assert.deepEqual([tip.append(NO_OP).firstOffset, tip.index, tip.nextOffset], [5, 3, 5]);
});
