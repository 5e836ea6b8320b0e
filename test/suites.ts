// Which test files there are and which may run beside each other. The list is read from the sources, so that a file that was compiled
// once and deleted since never runs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Two cores. Pure tests come first; then those that start processes: these wait more than they compute, so that three run beside each other. */
export const PHASES = [
  { folders: ['unit', 'golden', 'conformance', 'bank', 'sim', 'model', 'crash-states', 'exhaustive', 'tidy'], concurrency: 2 },
  { folders: ['real-disk', 'e2e', 'crash', 'chaos', 'containers'], concurrency: 3 },
] as const;

/** Every `*.test.ts` under `test/`, relative to it, in order. */
export function testSources(testFolder: string): string[] {
  return readdirSync(testFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
}

/** The folder of a test, or for a file directly in `test/` its name: `unit/cmd/exit.test.ts` is of `unit`, `tidy.test.ts` of `tidy`. */
export function folderOf(source: string): string {
  return (source.split('/')[0] ?? '').replace(/\.test\.ts$/, '');
}

/** The compiled file of a source. */
export function compiledOf(source: string, buildFolder: string): string {
  return join(buildFolder, source.replace(/\.ts$/, '.js'));
}
