// Bugs that crash states found, each as small as it became.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defined } from '../../consensus/assert.ts';
import { FAILED_SYNC } from './crash.ts';
import { type CrashStep, Explorer, formatState, Run, type StateId } from './explorer.ts';
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

// A process that received a snapshot ended at a failed sync. The next one found all of it in the page cache, went on where it ended, synced
// pages that counted as clean, and finished: a power cut later took the snapshot (`receiving-a-snapshot 77:random:2444966061`).
test('whatever sync fails, what the next start goes on with is written again', async () => {
  const explorer = new Explorer();
  let tried = 0;
  for (const { name } of WORKLOADS) {
    const run = await explorer.run(name);
    for (const cut of run.cuts) {
      const { place } = run.place(cut);
      for (let number = 0; number < place.coreCount; number++) {
        if (place.crash('core', number).text !== FAILED_SYNC) continue;
        const id: StateId = { workload: name, steps: [{ cut, kind: 'core', number }] };
        const result = await explorer.try(id);
        assert.equal(result.kind, 'opened', `${formatState(id)}: ${result.kind === 'violated' ? result.error.stack : ''}`);
        tried++;
      }
    }
  }
  assert.ok(tried > 100, `${tried} states`);
});

// A process was killed before it synced the name of the hard state; the next one made the first segment beside it, and a power cut took the one name and not the other
// (`creation 27:core:0 15:core:14`).
test('whatever names a killed creation leaves in the page cache, the next start may lose power at any call', async () => {
  const explorer = new Explorer();
  const run = await explorer.run('creation');
  let tried = 0;
  for (const cut of run.cuts) {
    const id: StateId = { workload: 'creation', steps: [{ cut, kind: 'core', number: 0 }] };
    const { state } = run.place(cut).place.crash('core', 0);
    const recovery = await Run.ofRecovery(state, run.place(cut).expectation);
    const steps = recovery.run.cuts.flatMap((inside): CrashStep[] => {
      const { place } = recovery.run.place(inside);
      const numbers = Array.from({ length: place.coreCount }, (_, number) => number);
      return numbers
        .filter((number) => /names/.test(place.crash('core', number).text))
        .map((number) => ({ cut: inside, kind: 'core', number }));
    });
    const results = await explorer.tryInside(id, () => defined(steps.shift(), 'a step'), steps.length);
    for (const [found, result] of results) {
      assert.equal(result.kind, 'opened', `${formatState(found)}: ${result.kind === 'violated' ? result.error.stack : ''}`);
    }
    tried += results.length;
  }
  assert.ok(tried > 100, `${tried} states`);
});
