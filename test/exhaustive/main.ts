// `make exhaustive STATES=5000000`: searches small worlds until so many states were seen in all scopes together. `--only NAME` searches one scope alone; `--json` says what came of it in one line;
// `--play FILE` plays a printed schedule again.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SCOPES, type Scope } from './scopes.ts';
import { Search } from './search.ts';
import { generous, play, shortened } from './shorten.ts';

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: '5000000' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    play: { type: 'string' },
  },
});
/** What was reached of what was asked for: a scope that is complete leaves its part to the others. */
let left = Number(values.states);
if (!Number.isSafeInteger(left) || left < 1) throw new RangeError(`not a number of states: ${values.states}`);
const scopes = SCOPES.filter(({ name }) => values.only === undefined || values.only.includes(name));
if (values.play !== undefined) playAgain(values.play);
else for (const [position, scope] of scopes.entries()) left -= searched(scope, Math.ceil(left / (scopes.length - position)));
if (!values.json && values.play === undefined) console.log(`${Number(values.states) - left} distinct states`);

/** The schedule in `file`, a step a line, from the start of each scope. */
function playAgain(file: string): void {
  const schedule = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  for (const scope of scopes) {
    const found = play(generous(scope), schedule);
    console.log(`${scope.name}: ${found === undefined ? 'no violation' : `${found.kind}: ${found.message}`}`);
    if (found !== undefined) process.exitCode = 1;
  }
}

/** Searches a scope and tells what came of it. Returns the number of states. */
function searched(scope: Scope, statesMax: number): number {
  const startedAt = performance.now();
  const search = new Search(scope);
  const result = search.run(statesMax, (states) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${scope.name}: ${states}`);
  });
  if (values.json) {
    console.log(JSON.stringify(result));
    return result.states;
  }
  const { violation, states, steps, depth, isComplete } = result;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const { locals, packets, transitions } = search.model.sizes;
  const mebibytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(`\r${scope.name} (${scope.story}): ${isComplete ? 'all' : 'the first'} ${states} states, ${steps} steps, depth ${depth}`);
  console.log(`  ${locals} states of nodes, ${packets} messages, ${transitions} transitions of the core; ${seconds} s, ${mebibytes} MiB`);
  if (violation === undefined) return states;
  process.exitCode = 1;
  const short = shortened(scope, violation);
  console.log(`${short.kind}: ${short.message}\n${short.schedule.map((step) => `  ${step}`).join('\n')}`);
  return states;
}
