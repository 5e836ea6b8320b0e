// The ledger against the naive model over random histories.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { History, steps, stepsWithSnapshots, tinyLimits } from './history.ts';

test('the ledger agrees with the naive model in every answer, and keeps every promise over the full history', () => {
  fc.assert(
    fc.property(tinyLimits, steps, (limits, taken) => {
      const history = new History(limits);
      for (const step of taken) history.take(step);
    }),
    { numRuns: 400 },
  );
});

test('a ledger that goes on from the tables of a snapshot, restarted or installed, agrees with the model like one that applied the whole log', () => {
  fc.assert(
    fc.property(tinyLimits, stepsWithSnapshots, (limits, taken) => {
      const history = new History(limits);
      for (const step of taken) history.take(step);
    }),
    { numRuns: 400 },
  );
});

test('the random histories reach every kind of answer', () => {
  const reached = new Map<string, number>();
  for (const [limits, taken] of fc.sample(fc.tuple(tinyLimits, steps), { numRuns: 300, seed: 1 })) {
    const history = new History(limits);
    for (const step of taken) history.take(step);
    for (const [answer, count] of history.answers) reached.set(answer, (reached.get(answer) ?? 0) + count);
  }
  assert.deepEqual([...reached.keys()].toSorted(), [
    'admitted',
    'answered CONFLICT',
    'answered KEY_EXPIRED',
    'answered KEY_REUSED',
    'answered READ_LOCK_WITHOUT_SEEN',
    'answered SEEN_AHEAD',
    'answered STALE',
    'answered TOO_LARGE',
    'answered TOO_MANY_LOCKS',
    'answered VOID',
    'answered duplicate',
    'answered duplicate of a void',
    'lookup-needed',
    'waits CONFLICT',
    'waits KEY_REUSED',
    'waits VOID',
    'waits duplicate',
    'waits duplicate of a void',
  ]);
});
