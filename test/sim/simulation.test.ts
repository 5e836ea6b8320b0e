// The real core, driver, ledger and log under random faults: SIM_SEEDS seeds (default 200) from SIM_FIRST (default 1) on.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { describeResult } from './describe.ts';
import { runSeeds } from './seeds.ts';
import { type SimulationResult, simulate } from './simulation.ts';

const SEEDS = Number(process.env.SIM_SEEDS ?? 200);
const FIRST = Number(process.env.SIM_FIRST ?? 1);

test(`${SEEDS} random histories keep every promise, and the cluster gets on when the faults end`, async (context) => {
  const failed: SimulationResult[] = [];
  let committed = 0;
  await runSeeds({ first: FIRST, count: SEEDS, jobs: availableParallelism() }, (result) => {
    committed += result.committed;
    if (result.violation !== undefined) failed.push(result);
  });
  context.diagnostic(`${SEEDS} seeds from ${FIRST} on, ${committed} transactions committed`);
  assert.equal(failed.map(describeResult).join('\n\n'), '');
});

test('the same seed has the same history, in this process and in another', async () => {
  const here = new Map<number, string>();
  const elsewhere = new Map<number, string>();
  const seeds = [3, 7, 21];
  for (const seed of seeds) here.set(seed, (await simulate(seed)).digest);
  await runSeeds({ first: 21, count: 1, jobs: 1 }, ({ seed, digest }) => elsewhere.set(seed, digest));
  await runSeeds({ first: 3, count: 5, jobs: 1 }, ({ seed, digest }) => elsewhere.set(seed, digest));
  for (const seed of seeds) assert.equal(here.get(seed), elsewhere.get(seed), `seed ${seed}`);
  assert.equal(new Set(here.values()).size, seeds.length);
});
