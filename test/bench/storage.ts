// `make bench-storage`: what the storage engine means for running nodes, beside the goals: restart, snapshots under load, memory, named keys. Real
// processes on this machine; prints one table, asserts nothing, for machines differ. `--only restart,memory` runs some; sizes are options.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keys } from './keys.ts';
import { printResults, type Result } from './measure.ts';
import { memory } from './memory.ts';
import { restart } from './restart.ts';
import { snapshot } from './snapshot.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'restart,restart-all,snapshot,memory,keys' },
    transactions: { type: 'string', default: '1000000' },
    keys: { type: 'string', default: '1000000' },
    rate: { type: 'string', default: '2000' },
    gib: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    directory: { type: 'string', default: tmpdir() },
  },
});
const rounds = Number(values.rounds);
const transactions = Number(values.transactions);

const BENCHES: Readonly<Record<string, (directory: string) => Promise<Result[]>>> = {
  restart: (directory) => restart({ directory, nodes: 1, transactions, rounds }),
  'restart-all': (directory) => restart({ directory, nodes: 3, transactions, rounds }),
  snapshot: (directory) => snapshot({ directory, keys: Number(values.keys), perSecond: Number(values.rate), rounds }),
  memory: (directory) => memory({ directory, gib: Number(values.gib) }),
  keys: (directory) => keys({ directory, rounds, seconds: Number(values.seconds) }),
};

const results: Result[] = [];
for (const name of values.only.split(',')) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`no benchmark '${name}'; there are ${Object.keys(BENCHES).join(', ')}`);
  const directory = await mkdtemp(join(values.directory, `ledgerline-bench-${name}-`));
  try {
    const found = await bench(directory);
    printResults(found);
    results.push(...found);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
if (values.only.includes(',')) {
  console.log('');
  printResults(results);
}
