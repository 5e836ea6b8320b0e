// The seeded generator: the same seed draws the same numbers.
import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { nextRandom } from '../../../../consensus/core/random.ts';

function draw(seed: number, count: number, limit: number): number[] {
  const values: number[] = [];
  let state = seed;
  for (let position = 0; position < count; position++) {
    const next = nextRandom(state, limit);
    values.push(next.value);
    state = next.seed;
  }
  return values;
}

test('equal seeds give equal numbers, other seeds others', () => {
  deepStrictEqual(draw(7, 20, 1000), draw(7, 20, 1000));
  ok(draw(7, 20, 1000).some((value, position) => value !== draw(8, 20, 1000)[position]));
});

test('every value below the limit comes, and none at it', () => {
  const counts = new Array<number>(11).fill(0);
  for (const value of draw(1, 11_000, 11)) counts[value] = (counts[value] ?? 0) + 1;
  strictEqual(counts.length, 11);
  ok(
    counts.every((count) => count > 800 && count < 1200),
    counts.join(' '),
  );
});
