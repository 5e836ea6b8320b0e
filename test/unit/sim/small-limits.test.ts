// Small limits are really put in place, and a limit that was renamed is noticed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { withSmallLimits } from '../../sim/small-limits-hooks.ts';

test('every small limit has a place in the limits of the server', async () => {
  const limits = await readFile(new URL('../../../consensus/limits.js', import.meta.url), 'utf8');
  assert.match(withSmallLimits(limits), /export const BATCH_TRANSACTIONS_MAX = 2;/);
  assert.throws(() => withSmallLimits(limits.replace('BATCH_TRANSACTIONS_MAX', 'BATCH_MAX')), /has no BATCH_TRANSACTIONS_MAX/);
});
