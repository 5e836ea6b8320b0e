// `make bank`: plants each bug, looks for the first seed of 300 that catches it, and records that seed.
//   node build/test/bank/main.js [--search] [--only NAME]...     without --search the recorded seed is tried first, and kept if it still does
import { parseArgs } from 'node:util';
import { BANK, type PlantedBug } from './bank.ts';
import { buggySimulator, isCaught, plant, unplant } from './plant.ts';
import { readSeeds, writeSeeds } from './seeds.ts';

const SEEDS_MAX = 300;

const { values } = parseArgs({
  options: {
    search: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    jobs: { type: 'string', default: '2' },
  },
});

const seeds = new Map(await readSeeds());
const wanted = BANK.filter((bug) => values.only === undefined || values.only.includes(bug.name));
const queue = [...wanted];
let missed = 0;
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
const known = BANK.flatMap((bug): [string, number][] => {
  const seed = seeds.get(bug.name);
  return seed === undefined ? [] : [[bug.name, seed]];
});
await writeSeeds(new Map(known));
console.log(`${wanted.length - missed} of ${wanted.length} planted bugs caught within ${SEEDS_MAX} seeds`);
if (missed > 0) process.exitCode = 1;

async function work(): Promise<void> {
  for (let bug = queue.shift(); bug !== undefined; bug = queue.shift()) await search(bug);
}

async function search(bug: PlantedBug): Promise<void> {
  const simulator = buggySimulator(plant(bug));
  const recorded = seeds.get(bug.name);
  const others = new Set<string>();
  try {
    const candidates = Array.from({ length: SEEDS_MAX }, (_, position) => position + 1);
    if (recorded !== undefined && !values.search) candidates.unshift(recorded);
    for (const seed of candidates) {
      const result = await simulator.run(seed);
      if (isCaught(bug, result)) {
        seeds.set(bug.name, seed);
        console.log(`${bug.name}: seed ${seed}: ${result.violation?.kind}: ${result.violation?.message.split('\n')[0]}`);
        return;
      }
      if (result.violation !== undefined) others.add(`${result.violation.kind}: ${result.violation.message.split('\n')[0]}`);
    }
    missed++;
    seeds.delete(bug.name);
    console.log(`${bug.name}: NOT CAUGHT${others.size === 0 ? '' : `, but: ${[...others].slice(0, 5).join(' | ')}`}`);
  } finally {
    simulator.close();
    unplant(bug);
  }
}
