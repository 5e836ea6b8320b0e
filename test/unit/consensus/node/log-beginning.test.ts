// The beginning of a log moves on, for readers and for the core each as far as it must.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogBeginning } from '../../../../consensus/node/log-beginning.ts';
import type { LogBase } from '../../../../consensus/types.ts';

const base = (index: number): LogBase => ({ index, term: 1, nextOffset: index + 1, digest: new Uint8Array(32) });

test('the core is told of what is compacted, and of a snapshot in the place of damage, once and no further than need be', () => {
  const told: number[] = [];
  const beginning = new LogBeginning({ readers: base(2), core: base(3), onMoved: ({ index }) => told.push(index) });
  const where = () => [beginning.readers.index, beginning.core.index];
  beginning.compactedTo(base(3));
  assert.deepEqual([where(), told], [[3, 3], []]);
  beginning.leadBehind(base(9), 3);
  assert.deepEqual([where(), told], [[3, 3], []], 'the core knows nothing of the damage');
  beginning.leadBehind(base(9), 4);
  beginning.leadBehind(base(12), 4);
  assert.deepEqual([where(), told], [[3, 9], [9]], 'a newer snapshot is no reason to send less of the log');
  beginning.compactedTo(base(5));
  assert.deepEqual([where(), told], [[5, 9], [9]]);
  beginning.compactedTo(base(11));
  assert.deepEqual(
    [where(), told],
    [
      [11, 11],
      [9, 11],
    ],
  );
  beginning.reset(base(20));
  beginning.compactedTo(base(11));
  assert.deepEqual(
    [where(), told],
    [
      [20, 20],
      [9, 11],
    ],
    'what was compacted before it began anew is of no interest',
  );
});
