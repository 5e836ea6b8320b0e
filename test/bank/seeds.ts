// The recorded seeds: for each planted bug one that catches it. `test/bank/seeds.json`, written by `make bank`.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../test/bank/seeds.json', import.meta.url));

export async function readSeeds(): Promise<ReadonlyMap<string, number>> {
  return new Map(Object.entries(JSON.parse(await readFile(FILE, 'utf8')) as Record<string, number>));
}

export async function writeSeeds(seeds: ReadonlyMap<string, number>): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(seeds), undefined, 2)}\n`);
}
