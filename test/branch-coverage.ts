// Every branch of the code that leads from bytes to frames and from files to a log is taken by its unit tests: measured with V8's own block
// coverage, which counts each branch, over the compiled files. `make verify` runs them; `make test` has run them, and names the folder of what V8 counted.
// Prints what is not covered, by file and line, and fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledOf, takesBranches, testSources } from './suites.ts';

const LOG = join(process.cwd(), 'build', 'log');
const TESTS = join(process.cwd(), 'build', 'test');

/** Of `log/` all but these: a new file is measured unless it is named here. */
const LEFT_OUT: readonly RegExp[] = [
  // Named keys and state, in Level.
  /^(level-|state-|key-index-directory)/,
  // The real disk, which is no place for unit tests: see test/conformance/disk.test.ts.
  /^node-disk/,
  // What goes on above a recovered log: appending, sealing in the background, open files, snapshots that come to be.
  /^(segment-log|housekeeper|scrubber|segment-files|data-directory|origin|snapshot-(content|receiver|store|writer))\.js$/,
];

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Report {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly Range[] }[] }[];
}

/** How often each character of a file was run, all processes together. */
type Counts = Float64Array;

/** For each file that any process loaded. */
function countsOf(reports: readonly Report[], files: readonly string[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { result: scripts } of reports) {
    for (const { url, functions } of scripts) {
      const file = url.startsWith('file:') ? fileURLToPath(url) : url;
      if (!files.includes(file)) continue;
      const { length } = readFileSync(file, 'utf8');
      const inProcess = countsIn(
        length,
        functions.flatMap(({ ranges }) => ranges),
      );
      counts.set(
        file,
        inProcess.map((count, at) => count + (counts.get(file)?.[at] ?? 0)),
      );
    }
  }
  return counts;
}

/** Each character has the count of the innermost range around it. */
function countsIn(length: number, ranges: readonly Range[]): Counts {
  const counts = new Float64Array(length);
  // Outer ranges come before those inside them.
  const ordered = [...ranges].sort((left, right) => left.startOffset - right.startOffset || right.endOffset - left.endOffset);
  for (const { startOffset, endOffset, count } of ordered) counts.fill(count, startOffset, endOffset);
  return counts;
}

/**
 * Lines with something in them that was never run; brackets, comments and white space alone are nothing, and so is the case that the compiler proves to
 * be impossible (`unreachable`).
 */
function missedLines(text: string, counts: Counts): string[] {
  const found: string[] = [];
  const lines = text.split('\n');
  let at = 0;
  for (const [number, line] of lines.entries()) {
    const never = [...line].filter((_, column) => counts[at + column] === 0).join('');
    const isImpossible =
      line.includes('unreachable(') || (line.trim() === 'default:' && lines[number + 1]?.includes('unreachable(') === true);
    if (/[^\s{}()[\];,]/.test(never) && !/^\s*(\/\/|\/\*|\*)/.test(line) && !isImpossible) found.push(`${number + 1}: ${line.trim()}`);
    at += line.length + 1;
  }
  return found;
}

function testsToRun(): string[] {
  return testSources(join(process.cwd(), 'test'))
    .filter(takesBranches)
    .map((source) => compiledOf(source, TESTS));
}

function reportsIn(directory: string): readonly Report[] {
  return readdirSync(directory).map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Report);
}

/** What V8 counted in the processes of the tests; `undefined` if they fail. */
function measured(): readonly Report[] | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerline-coverage-'));
  try {
    const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', '--test-concurrency=2', ...testsToRun()], {
      env: { ...process.env, NODE_V8_COVERAGE: directory },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status === 0) return reportsIn(directory);
    process.stderr.write(`${stdout}\nbranch coverage: the unit tests of the log fail\n`);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `counted`: folder of what V8 counted in a run of the tests; without it they are run. */
function main(counted: string | undefined): number {
  const names = readdirSync(LOG).filter((name) => name.endsWith('.js') && !LEFT_OUT.some((pattern) => pattern.test(name)));
  const files = names.map((name) => join(LOG, name));
  const reports = counted === undefined ? measured() : reportsIn(counted);
  if (reports === undefined) return 1;
  const counts = countsOf(reports, files);
  let missing = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const inFile = counts.get(file) ?? new Float64Array(text.length);
    const found = missedLines(text, inFile);
    missing += found.length;
    for (const line of found) process.stderr.write(`build/log/${basename(file)}:${line}\n`);
  }
  const verdict = missing === 0 ? 'complete' : `${missing} branches are missing, see above`;
  process.stdout.write(`branch coverage of recovery and frames: ${files.length} files, ${verdict}\n`);
  return missing === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
