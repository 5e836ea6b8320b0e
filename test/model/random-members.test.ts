// Random histories in which the members change all the time, RANDOM_SEEDS of them (default 60), are what the paper and the thesis allow; once all faults end, the members get on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RandomMembers } from './random-members.ts';

const SEEDS = Number(process.env.RANDOM_SEEDS ?? 60);
const FIRST = Number(process.env.RANDOM_FIRST ?? 1);
const STEPS = 3_000;

test(`${SEEDS} random histories with changing members break no rule, and end well`, (context) => {
  const all = new Map<string, number>();
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    const cluster = new RandomMembers(seed);
    try {
      for (let step = 0; step < STEPS && cluster.broken === undefined; step++) cluster.step();
      const isWell = cluster.broken === undefined && cluster.heal();
      if (cluster.broken !== undefined) throw cluster.broken;
      assert.ok(isWell, 'the members get on');
      assert.ok(cluster.hasOneHistory(), 'all applied the same');
    } catch (cause) {
      throw new Error(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
    for (const [what, count] of Object.entries(cluster.happened)) all.set(what, (all.get(what) ?? 0) + count);
  }
  context.diagnostic(JSON.stringify([...all]));
  for (const [what, count] of all) assert.ok(SEEDS < 60 || count > 0, `${what} happened`);
});
