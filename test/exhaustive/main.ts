// `make exhaustive STATES=5000000`: searches every scope, each up to so many states. `--only NAME` searches one scope alone; `--json` says what came of it in one line.
import { parseArgs } from 'node:util';
import { SCOPES } from './scopes.ts';
import { Search } from './search.ts';
import { shortened } from './shorten.ts';

const { values } = parseArgs({
  options: {
    states: { type: 'string', default: '5000000' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
for (const scope of SCOPES.filter(({ name }) => values.only === undefined || values.only.includes(name))) {
  const startedAt = performance.now();
  const search = new Search(scope);
  const result = search.run(Number(values.states), (states) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${scope.name}: ${states}`);
  });
  const { violation, ...counts } = result;
  if (values.json) console.log(JSON.stringify(result));
  else {
    const seconds = (performance.now() - startedAt) / 1_000;
    const { locals, packets, transitions } = search.model.sizes;
    const mebibytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    const part = counts.isComplete ? 'all' : 'the first';
    console.log(
      `\r${scope.name}: ${scope.story}: ${part} ${counts.states} states, ${counts.steps} steps, depth ${counts.depth}; ${locals} states of nodes, ${packets} messages, ${transitions} transitions; ${seconds.toFixed(1)} s, ${mebibytes} MiB`,
    );
  }
  if (violation === undefined) continue;
  process.exitCode = 1;
  if (values.json) continue;
  const short = shortened(scope, violation);
  console.log(`${short.kind}: ${short.message}\n${short.schedule.map((step) => `  ${step}`).join('\n')}`);
}
