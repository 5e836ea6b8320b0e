// Every branch of the code that reads frames and recovers a log is taken by its unit tests: measured with V8's own block coverage, which counts each
// branch, over the compiled files. `make verify` runs it. Prints what is not covered, by file and line, and fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = join(process.cwd(), 'build');

/** What must be covered, in `log/`: from bytes to frames, and from files to a log. */
const FILES = [
  'crc',
  'entry-codes',
  'file-window',
  'frame',
  'frame-scan',
  'frame-walk',
  'hard-state',
  'last-sync',
  'live-segments',
  'loading',
  'log-end',
  'newest-scan',
  'partition-files',
  'recovery',
  'repair',
  'seal',
  'sealing',
  'segment-header',
  'segment-index',
  'small-file',
  'write-reader',
  'write-unit',
].map((name) => join(BUILD, 'log', `${name}.js`));

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Report {
  readonly result: readonly { readonly url: string; readonly functions: readonly { readonly ranges: readonly Range[] }[] }[];
}

/** For each file the characters that no process has run. */
function uncovered(reports: readonly Report[]): Map<string, Uint8Array> {
  const result = new Map<string, Uint8Array>();
  for (const { result: scripts } of reports) {
    for (const { url, functions } of scripts) {
      const file = url.startsWith('file:') ? fileURLToPath(url) : url;
      if (!FILES.includes(file)) continue;
      const missed = missedIn(
        readFileSync(file, 'utf8').length,
        functions.flatMap(({ ranges }) => ranges),
      );
      const before = result.get(file);
      result.set(file, before === undefined ? missed : missed.map((isMissed, at) => isMissed & (before[at] ?? 1)));
    }
  }
  return result;
}

/** 1 for each character whose innermost range was never run. */
function missedIn(length: number, ranges: readonly Range[]): Uint8Array {
  const missed = new Uint8Array(length).fill(1);
  // Outer ranges come before those inside them.
  const ordered = [...ranges].sort((left, right) => left.startOffset - right.startOffset || right.endOffset - left.endOffset);
  for (const { startOffset, endOffset, count } of ordered) missed.fill(count === 0 ? 1 : 0, startOffset, endOffset);
  return missed;
}

/**
 * Lines with something in them that was never run; brackets, comments and white space alone are nothing, and so is the case that the compiler proves to
 * be impossible (`unreachable`).
 */
function missedLines(text: string, missed: Uint8Array): string[] {
  const found: string[] = [];
  const lines = text.split('\n');
  let at = 0;
  for (const [number, line] of lines.entries()) {
    const never = [...line].filter((_, column) => missed[at + column] === 1).join('');
    const isImpossible =
      line.includes('unreachable(') || (line.trim() === 'default:' && lines[number + 1]?.includes('unreachable(') === true);
    if (/[^\s{}()[\];,]/.test(never) && !/^\s*(\/\/|\/\*|\*)/.test(line) && !isImpossible) found.push(`${number + 1}: ${line.trim()}`);
    at += line.length + 1;
  }
  return found;
}

function testsToRun(): string[] {
  const folder = join(BUILD, 'test', 'unit', 'log');
  const unit = readdirSync(folder).filter((name) => name.endsWith('.test.js'));
  return [...unit.map((name) => join(folder, name)), join(BUILD, 'test', 'conformance', 'partition-storage.test.js')];
}

function main(): number {
  const directory = mkdtempSync(join(tmpdir(), 'ledgerline-coverage-'));
  try {
    const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', '--test-concurrency=2', ...testsToRun()], {
      env: { ...process.env, NODE_V8_COVERAGE: directory },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) {
      process.stderr.write('branch coverage: the unit tests of the log fail\n');
      return 1;
    }
    const reports = readdirSync(directory).map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Report);
    const found = uncovered(reports);
    let isComplete = true;
    for (const file of FILES) {
      const text = readFileSync(file, 'utf8');
      const lines = missedLines(text, found.get(file) ?? new Uint8Array(text.length).fill(1));
      if (lines.length > 0) isComplete = false;
      for (const line of lines) process.stderr.write(`${file}:${line}\n`);
    }
    process.stdout.write(
      `branch coverage of recovery and frames: ${FILES.length} files, ${isComplete ? 'complete' : 'see above what is missing'}\n`,
    );
    return isComplete ? 0 : 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

process.exitCode = main();
