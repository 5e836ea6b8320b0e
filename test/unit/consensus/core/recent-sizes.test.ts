// Sizes of recent entries, and what is known of older ones.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { RecentSizes } from '../../../../consensus/core/recent-sizes.ts';
import { ENTRY_OVERHEAD_BYTES, RECENT_SIZES_MAX } from '../../../../consensus/limits.ts';

/** What an entry takes at least. */
const UNKNOWN = ENTRY_OVERHEAD_BYTES;

test('sizes of entries appended here are known, older ones and those to come are not', () => {
  const sizes = new RecentSizes({ firstIndex: 5, sizes: [] });
  sizes.append([10, 20]);
  strictEqual(sizes.sizeAt(4), UNKNOWN);
  strictEqual(sizes.sizeAt(5), 10);
  strictEqual(sizes.sizeAt(6), 20);
  strictEqual(sizes.sizeAt(7), UNKNOWN);
  deepStrictEqual(
    [4, 5, 6, 7].map((index) => sizes.isKnown(index)),
    [false, true, true, false],
  );
  throws(() => sizes.append([0]), /every entry has a size/);
});

test('a cut forgets what follows, and what takes its place is known', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [10, 20, 30] });
  sizes.truncateFrom(2);
  sizes.append([25]);
  strictEqual(sizes.sizeAt(1), 10);
  strictEqual(sizes.sizeAt(2), 25);
  strictEqual(sizes.sizeAt(3), UNKNOWN);
});

test('a cut below all that is known starts again there', () => {
  const sizes = new RecentSizes({ firstIndex: 10, sizes: [1, 2] });
  sizes.truncateFrom(4);
  sizes.append([7]);
  strictEqual(sizes.sizeAt(4), 7);
  strictEqual(sizes.sizeAt(10), UNKNOWN);
});

test('at least the newest are remembered, and never more than twice as many', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [] });
  const count = 5 * RECENT_SIZES_MAX + 17;
  for (let index = 1; index <= count; index++) sizes.append([index]);
  strictEqual(sizes.sizeAt(count), count);
  strictEqual(sizes.sizeAt(count - RECENT_SIZES_MAX + 1), count - RECENT_SIZES_MAX + 1);
  strictEqual(sizes.sizeAt(count - 2 * RECENT_SIZES_MAX), UNKNOWN);
});

test('a reset forgets everything, and goes on behind it', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [10, 20] });
  sizes.resetTo(8);
  sizes.append([30]);
  strictEqual(sizes.sizeAt(2), UNKNOWN);
  strictEqual(sizes.sizeAt(7), UNKNOWN);
  strictEqual(sizes.sizeAt(8), 30);
});
