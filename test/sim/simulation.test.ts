// The real core, driver, ledger and log under random faults: SIM_SEEDS seeds (default 200) from SIM_FIRST (default 1) on.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { addCounts, MESSAGE_KINDS, MUST_HAPPEN } from './coverage.ts';
import { describeResult } from './describe.ts';
import { runSeeds } from './seeds.ts';
import type { SimulationResult } from './simulation.ts';

const SEEDS = Number(process.env.SIM_SEEDS ?? 200);
const FIRST = Number(process.env.SIM_FIRST ?? 1);
/** Fewer say nothing about what never happens. */
const SEEDS_FOR_COVERAGE = 200;
/** So many more may be run to see what is left, and so many at a time. */
const SEEDS_MORE = 200;
const SEEDS_A_TIME = 40;
const SEEDS_BEYOND = 8;
/** Run a second time, in processes that ran nothing else before. */
const SEEDS_AGAIN = 4;

/** By seed, of the histories of the first test. */
const digests = new Map<number, string>();

test(`${SEEDS} random histories keep every promise, and the cluster gets on when the faults end`, async (context) => {
  const failed: SimulationResult[] = [];
  let committed = 0;
  const counts = new Map<string, { hits: number; runs: number }>();
  await runSeeds({ first: FIRST, count: SEEDS, jobs: availableParallelism() }, (result) => {
    committed += result.committed;
    addCounts(counts, result.counts);
    digests.set(result.seed, result.digest);
    if (result.violation !== undefined) failed.push(result);
  });
  context.diagnostic(`${SEEDS} seeds from ${FIRST} on, ${committed} transactions committed`);
  assert.equal(failed.map(describeResult).join('\n\n'), '');
  if (SEEDS < SEEDS_FOR_COVERAGE) return;
  const unknown = [...counts.keys()].filter(
    (what) => what.startsWith('message: ') && !MESSAGE_KINDS.some((kind) => what === `message: ${kind}`),
  );
  assert.deepEqual(unknown, [], 'messages that no role is held to receive: see coverage.ts');
  // What never happens is not tested: a fault that never strikes, a branch of recovery that is never taken. What is only unlucky happens in a few more seeds.
  const missing = () => MUST_HAPPEN.filter((what) => !counts.has(what));
  for (let first = FIRST + SEEDS; missing().length > 0 && first < FIRST + SEEDS + SEEDS_MORE; first += SEEDS_A_TIME) {
    context.diagnostic(`looked for in more seeds: ${missing().join('; ')}`);
    await runSeeds({ first, count: SEEDS_A_TIME, jobs: availableParallelism() }, (result) => addCounts(counts, result.counts));
  }
  assert.deepEqual(missing(), []);
});

test('beyond the promises the cluster stops or waits, says why, and serves nothing that is wrong', async () => {
  const failed: SimulationResult[] = [];
  let said = 0;
  await runSeeds({ first: FIRST, count: SEEDS_BEYOND, jobs: availableParallelism(), beyond: true }, (result) => {
    said += result.counts['beyond: says what is lost'] ?? 0;
    if (result.violation !== undefined) failed.push(result);
  });
  assert.equal(failed.map(describeResult).join('\n\n'), '');
  assert.ok(said > 0, 'in some of them something was lost');
});

test('the same seed has the same history, also in a process that ran nothing else before', async () => {
  // The last ones: their processes had run many others.
  const count = Math.min(SEEDS, SEEDS_AGAIN);
  const again = new Map<number, string>();
  await runSeeds({ first: FIRST + SEEDS - count, count, jobs: count }, ({ seed, digest }) => again.set(seed, digest));
  const before = [...again.keys()].map((seed): [number, string] => [seed, digests.get(seed) ?? 'not run']);
  assert.deepEqual([...again], before);
  assert.equal(new Set(again.values()).size, count);
});
