// The simulator's command: many seeds over several worker processes, or one seed with its trace.
//   node build/test/sim/main.js [--seeds 200] [--first 1] [--jobs 2] [--coverage] [--beyond]      progress on stderr; exit 1 if a seed fails
//   node build/test/sim/main.js --seed N [--beyond] [--trace]
//   node build/test/sim/main.js --shrink N [--beyond] [--bug NAME] [--out FILE]      a failing seed becomes a short script; NAME is one of the bank's
import { parseArgs } from 'node:util';
import { addCounts, MUST_HAPPEN, SELDOM } from './coverage.ts';
import { describeResult } from './describe.ts';
import { runSeeds } from './seeds.ts';
import { shrinkSeed } from './shrink-command.ts';
import type { SimulationResult } from './simulation.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    beyond: { type: 'boolean', default: false },
    shrink: { type: 'string' },
    bug: { type: 'string' },
    out: { type: 'string' },
  },
});

if (values.shrink !== undefined) {
  const path = await shrinkSeed({ seed: Number(values.shrink), beyond: values.beyond, bug: values.bug, out: values.out });
  if (path === undefined) console.log(`seed ${values.shrink} does not fail`);
} else if (values.seed !== undefined) {
  await runSeeds({ first: Number(values.seed), count: 1, jobs: 1, trace: values.trace, beyond: values.beyond }, (result) => {
    console.log(describeResult(result));
    if (result.violation !== undefined) process.exitCode = 1;
  });
} else {
  await runMany({
    first: Number(values.first),
    count: Number(values.seeds),
    jobs: Number(values.jobs),
    beyond: values.beyond,
  });
}

async function runMany(options: {
  readonly first: number;
  readonly count: number;
  readonly jobs: number;
  readonly beyond: boolean;
}): Promise<void> {
  const startedAt = performance.now();
  const failed: SimulationResult[] = [];
  let done = 0;
  let committed = 0;
  let events = 0;
  const ofThree = { simulatedMs: 0, cpuMs: 0 };
  const total = new Map<string, { hits: number; runs: number }>();
  await runSeeds(options, (result) => {
    done++;
    committed += result.committed;
    events += result.events;
    if (result.plan.nodes === 3) {
      ofThree.simulatedMs += result.simulatedMs;
      ofThree.cpuMs += result.cpuMs;
    }
    addCounts(total, result.counts);
    if (result.violation !== undefined) {
      failed.push(result);
      console.log(describeResult(result));
    }
    if (done % 50 === 0) console.error(`${done} of ${options.count} seeds, ${failed.length} failed, ${rate(done, startedAt)} seeds/s`);
  });
  if (values.coverage) {
    for (const what of [...MUST_HAPPEN, ...SELDOM.keys()]) if (!total.has(what)) console.log(`     never: ${what}`);
    for (const [what, { hits, runs }] of [...total].sort())
      console.log(`${String(hits).padStart(10)} in ${String(runs).padStart(6)} seeds: ${what}`);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${done} seeds from ${options.first} on, ${failed.length} failed, ${committed} transactions, ${events} events, ${seconds} s, ${rate(done, startedAt)} seeds/s`,
  );
  if (ofThree.cpuMs > 0) console.log(`3 nodes: ${(ofThree.simulatedMs / ofThree.cpuMs).toFixed(0)} simulated seconds per CPU second`);
  if (failed.length > 0) {
    console.log(`failed: ${failed.map(({ seed }) => seed).join(' ')}`);
    process.exitCode = 1;
  }
}

function rate(done: number, startedAt: number): string {
  return (done / ((performance.now() - startedAt) / 1000)).toFixed(1);
}
