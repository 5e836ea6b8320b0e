// From entries to offsets: each is taken once, and what is applied without having been accepted takes no room.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppendedOffsets } from '../../../../consensus/node/appended-offsets.ts';

test('the last offset of the entries up to an index is taken once', () => {
  const offsets = new AppendedOffsets();
  offsets.add(4, 10);
  offsets.add(5, 11);
  offsets.add(7, 20);
  assert.deepEqual(
    [offsets.take(3), offsets.take(6), offsets.take(6), offsets.take(7), offsets.take(9)],
    [undefined, 11, undefined, 20, undefined],
  );
});

test('the next leadership begins with none', () => {
  const offsets = new AppendedOffsets();
  offsets.add(4, 10);
  offsets.clear();
  assert.equal(offsets.take(9), undefined);
});
