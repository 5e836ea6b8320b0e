// Raft's safety under random schedules, and its liveness once the faults end. `SCHEDULE_SEED=n` runs one seed alone.
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { Schedule } from './schedule.ts';

const SEEDS = 100;
const STEPS = 6000;

const only = process.env.SCHEDULE_SEED;
const seeds = only === undefined ? Array.from({ length: SEEDS }, (_, position) => position + 1) : [Number(only)];

for (const size of [3, 5]) {
  for (const withStorage of [false, true]) {
    const what = withStorage ? ', compaction, installed snapshots, damage and unclear syncs' : '';
    test(`${size} cores keep Raft's promises under random schedules${what}, and agree once the faults end`, () => {
      let committed = 0;
      let accepted = 0;
      let kept = 0;
      const happened = { installed: 0, compacted: 0, claimed: 0, settled: 0, lowered: 0, cut: 0 };
      for (const seed of seeds) {
        const schedule = new Schedule(seed * 10 + size, size, { withStorage, acknowledge: seed % 2 === 0 ? 'received' : undefined });
        try {
          for (let step = 0; step < STEPS; step++) schedule.step();
          schedule.heal();
        } catch (error) {
          throw new Error(`seed ${seed}, ${size} cores: ${error instanceof Error ? error.stack : error}`);
        }
        committed += schedule.committed.length;
        accepted += schedule.acceptances;
        kept += schedule.acceptancesKept;
        for (const [name, count] of Object.entries(schedule.happened)) happened[name as keyof typeof happened] += count;
      }
      ok(committed > seeds.length * 20, `the schedules commit something: ${committed}`);
      if (only === undefined)
        ok(kept > seeds.length, `half of them accept something before, often without a crash in between: ${kept} of ${accepted}`);
      if (withStorage && only === undefined)
        for (const [name, count] of Object.entries(happened)) ok(count > 0, `${name} happens: ${JSON.stringify(happened)}`);
    });
  }
}
