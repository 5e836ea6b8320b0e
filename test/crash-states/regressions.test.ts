// Bugs that crash states found, each as small as it became.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defined } from '../../consensus/assert.ts';
import { Run } from './explorer.ts';
import { WORKLOADS } from './workloads.ts';

const HARD_STATE = '/data/partition-0001/hard-state';
const COPY_BYTES = 4096;

// A process was killed between the write and the sync of one copy. The next start wrote the other copy while the first was only in the page
// cache: a power cut that left garbage in both (`hard-state 80:core:9 6:random:1776895949`) took term and vote for ever.
test('a start never has both copies of the hard state under way', async () => {
  const workload = WORKLOADS.find(({ name }) => name === 'hard-state');
  const run = await Run.ofWorkload(defined(workload, 'the workload'));
  let recoveries = 0;
  for (const cut of run.cuts) {
    const { place, expectation } = run.place(cut);
    const { state } = place.crash('core', 0);
    const recovery = await Run.ofRecovery(state, expectation);
    assert.equal(recovery.error, undefined);
    for (const inside of recovery.run.cuts) {
      const pending = recovery.run.place(inside).place.pendingIn(HARD_STATE);
      const copies = new Set(pending.map(({ position }) => Math.floor(position / COPY_BYTES)));
      assert.ok(copies.size <= 1, `killed after ${cut} events, both are under way after ${inside} events of the recovery`);
    }
    recoveries++;
  }
  assert.ok(recoveries > 20);
});
