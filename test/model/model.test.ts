// The core's steps are what Raft Figure 2 allows: traces of simulated histories replayed against the model, MODEL_SEEDS of them (default 12) from MODEL_FIRST (default 1) on. And
// the model bites: planted bugs are caught by their rules, from the trace alone.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { describe, test } from 'node:test';
import { plant, unplant } from '../bank/plant.ts';
import { CAUGHT_BUGS, COPIED, DAILY_BUGS } from './planted-bugs.ts';
import { replayBug, replaySeeds } from './seeds.ts';

const SEEDS = Number(process.env.MODEL_SEEDS ?? 12);
const FIRST = Number(process.env.MODEL_FIRST ?? 1);
const HAS_ALL_BUGS = process.env.MODEL_BUGS === 'all';
/** What changes the simulated world moves the seeds: so many others are tried before a bug counts as missed. */
const OTHER_SEEDS = 20;

test(`the traces of ${SEEDS} random histories are of Raft as the paper has it`, async (context) => {
  const broken: string[] = [];
  let records = 0;
  await replaySeeds({ first: FIRST, count: SEEDS, jobs: availableParallelism() }, (result) => {
    records += result.records;
    if (result.broken !== undefined) broken.push(`seed ${result.seed}: ${result.broken.message}`);
  });
  context.diagnostic(`${records} records`);
  assert.deepEqual(broken, []);
  assert.ok(records > SEEDS * 1000, 'a history has thousands of records');
});

describe('planted bugs are caught from the trace', { concurrency: 2 }, () => {
  for (const { bug, rules, seed } of HAS_ALL_BUGS ? CAUGHT_BUGS : DAILY_BUGS) {
    test(`${bug.name}: ${bug.story}`, async (context) => {
      const build = plant(bug, COPIED);
      try {
        const isCaught = async (which: number) => {
          const broken = (await replayBug(which, build))?.broken;
          return broken !== undefined && rules.includes(broken.rule);
        };
        if (await isCaught(seed)) return;
        context.diagnostic(`seed ${seed} no longer catches it: run \`make model BUGS=1\``);
        let caught = false;
        for (let other = 1; other <= OTHER_SEEDS && !caught; other++) caught = await isCaught(other);
        assert.ok(caught, `none of ${OTHER_SEEDS} seeds breaks ${rules.join(' or ')}`);
      } finally {
        unplant(bug);
      }
    });
  }
});
