// The model's command. Progress on stderr, verdict on stdout; exit 1 if a rule is broken.
//   node build/test/model/main.js --seeds 200 [--first 1] [--jobs 2]     traces of simulated histories
//   node build/test/model/main.js FILE...                                traces of one cluster's nodes, as `ledgerline serve --trace` writes them
//   node build/test/model/main.js --bugs                                 every planted bug: which seed catches it, and by which rule
import { parseArgs } from 'node:util';
import { plant, unplant } from '../bank/plant.ts';
import { replayFiles } from './files.ts';
import { CAUGHT_BUGS, COPIED } from './planted-bugs.ts';
import { BrokenRule } from './rules.ts';
import { replayBug, replaySeeds } from './seeds.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    bugs: { type: 'boolean', default: false },
  },
});
/** Seeds that are tried for a bug before it counts as missed. */
const SEEDS_FOR_A_BUG = 60;

if (values.bugs) await findBugs();
else if (positionals.length > 0) await judgeFiles(positionals);
else await judgeSeeds({ first: Number(values.first), count: Number(values.seeds), jobs: Number(values.jobs) });

async function judgeSeeds(range: { readonly first: number; readonly count: number; readonly jobs: number }): Promise<void> {
  const startedAt = performance.now();
  const failed: number[] = [];
  let done = 0;
  let records = 0;
  await replaySeeds(range, (result) => {
    done++;
    records += result.records;
    if (result.broken !== undefined) {
      failed.push(result.seed);
      console.log(`seed ${result.seed}: ${result.broken.message}`);
    }
    if (done % 20 === 0) console.error(`${done} of ${range.count} seeds, ${failed.length} broke a rule`);
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${done} seeds from ${range.first} on, ${records} records, ${failed.length} broke a rule, ${seconds} s`);
  if (failed.length > 0) process.exitCode = 1;
}

async function judgeFiles(files: readonly string[]): Promise<void> {
  try {
    const records = await replayFiles(files);
    console.log(`${files.length} files, ${records} records, no rule is broken`);
  } catch (error) {
    if (!(error instanceof BrokenRule)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}

async function findBugs(): Promise<void> {
  for (const { bug, rules } of CAUGHT_BUGS) {
    const build = plant(bug, COPIED);
    try {
      let found = 'MISSED';
      for (let seed = 1; seed <= SEEDS_FOR_A_BUG && found === 'MISSED'; seed++) {
        const broken = (await replayBug(seed, build))?.broken;
        if (broken === undefined) continue;
        if (rules.includes(broken.rule)) found = `seed ${seed}, ${broken.rule}`;
        else console.error(`${bug.name}: seed ${seed} breaks ${broken.message}`);
      }
      console.log(`${bug.name}: ${found}`);
      if (found === 'MISSED') process.exitCode = 1;
    } finally {
      unplant(bug);
    }
  }
}
