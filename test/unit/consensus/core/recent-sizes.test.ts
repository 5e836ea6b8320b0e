// Sizes of recent entries, and what is assumed of older ones.
import { strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { RecentSizes } from '../../../../consensus/core/recent-sizes.ts';
import { RECENT_SIZES_MAX } from '../../../../consensus/limits.ts';

const UNKNOWN = 999;

test('sizes of entries appended here are known, older ones and those to come are not', () => {
  const sizes = new RecentSizes({ firstIndex: 5, sizes: [] });
  sizes.append([10, 20]);
  strictEqual(sizes.sizeAt(4, UNKNOWN), UNKNOWN);
  strictEqual(sizes.sizeAt(5, UNKNOWN), 10);
  strictEqual(sizes.sizeAt(6, UNKNOWN), 20);
  strictEqual(sizes.sizeAt(7, UNKNOWN), UNKNOWN);
  throws(() => sizes.append([0]), /every entry has a size/);
});

test('a cut forgets what follows, and what takes its place is known', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [10, 20, 30] });
  sizes.truncateFrom(2);
  sizes.append([25]);
  strictEqual(sizes.sizeAt(1, UNKNOWN), 10);
  strictEqual(sizes.sizeAt(2, UNKNOWN), 25);
  strictEqual(sizes.sizeAt(3, UNKNOWN), UNKNOWN);
});

test('a cut below all that is known starts again there', () => {
  const sizes = new RecentSizes({ firstIndex: 10, sizes: [1, 2] });
  sizes.truncateFrom(4);
  sizes.append([7]);
  strictEqual(sizes.sizeAt(4, UNKNOWN), 7);
  strictEqual(sizes.sizeAt(10, UNKNOWN), UNKNOWN);
});

test('at least the newest are remembered, and never more than twice as many', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [] });
  const count = 5 * RECENT_SIZES_MAX + 17;
  for (let index = 1; index <= count; index++) sizes.append([index]);
  strictEqual(sizes.sizeAt(count, UNKNOWN), count);
  strictEqual(sizes.sizeAt(count - RECENT_SIZES_MAX + 1, UNKNOWN), count - RECENT_SIZES_MAX + 1);
  strictEqual(sizes.sizeAt(count - 2 * RECENT_SIZES_MAX, UNKNOWN), UNKNOWN);
});

test('a reset forgets everything, and goes on behind it', () => {
  const sizes = new RecentSizes({ firstIndex: 1, sizes: [10, 20] });
  sizes.resetTo(8);
  sizes.append([30]);
  strictEqual(sizes.sizeAt(2, UNKNOWN), UNKNOWN);
  strictEqual(sizes.sizeAt(7, UNKNOWN), UNKNOWN);
  strictEqual(sizes.sizeAt(8, UNKNOWN), 30);
});
