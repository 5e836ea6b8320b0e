// Which test files there are and which may run beside each other. The list is read from the sources, so that a file that was compiled
// once and deleted since never runs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Two cores. Pure tests come first, many short ones last, so that both cores are busy to the end; then those that start processes: these wait more than they
 * compute, so that three run beside each other.
 */
export const PHASES = [
  { folders: ['sim', 'crash-states', 'bank', 'exhaustive', 'model', 'tidy', 'unit', 'golden', 'conformance'], concurrency: 2 },
  { folders: ['containers', 'chaos', 'crash', 'real-disk', 'e2e'], concurrency: 3 },
] as const;

/** Files that take long: they are the first of their phase, in this order, so that none of them is left alone at its end. */
const LONG = [
  'crash-states/crash-states.test.ts',
  'sim/simulation.test.ts',
  'bank/bank.test.ts',
  'containers/cluster.test.ts',
  'e2e/rolling-replacement.test.ts',
  'e2e/members.test.ts',
  'e2e/cli.test.ts',
  'real-disk/injected-errors.test.ts',
  'e2e/damage.test.ts',
  'chaos/kill-moments.test.ts',
];

/** The files of these suites in the order in which they are begun. */
export function inOrder(sources: readonly string[], folders: readonly string[]): string[] {
  const ordered = folders.flatMap((folder) => sources.filter((source) => folderOf(source) === folder));
  return [...LONG.filter((source) => ordered.includes(source)), ...ordered.filter((source) => !LONG.includes(source))];
}

/** Of the unit tests of the log, those that find other things than branches, at length. */
const BESIDE_BRANCHES = /^unit\/log\/(bit-sweep|crash-property|level-)/;

/** The tests that together take every branch of recovery and frames: see branch-coverage.ts. */
export function takesBranches(source: string): boolean {
  return (/^unit\/log\/[^/]+$/.test(source) && !BESIDE_BRANCHES.test(source)) || source === 'conformance/partition-storage.test.ts';
}

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
