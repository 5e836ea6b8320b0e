// Runs the suites named as arguments, all of them by default, through node:test, phase by phase, and closes with one summary of
// node:test's own form. Exits with 1 when anything failed. LEDGERLINE_COVERAGE: folder for what V8 counts in the tests that are to take every branch.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import { compiledOf, folderOf, inOrder, PHASES, takesBranches, testSources } from './suites.ts';

const ROOT = process.cwd();
/** One test file may take this long: the budget of all is ten minutes. */
const FILE_MS = Number(process.env.LEDGERLINE_TEST_FILE_MS ?? 600_000);
const COVERAGE = process.env.LEDGERLINE_COVERAGE;
const COUNT = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) (\d+(?:\.\d+)?)$/;

interface TestEvent {
  readonly type: string;
  readonly data: { readonly nesting?: number; readonly message?: string; readonly file?: string };
}

interface Part {
  readonly files: readonly string[];
  readonly concurrency: number;
  /** Where the processes of the tests leave what V8 counted in them. */
  readonly coverage: string | undefined;
}

async function* eventsOf({ files, concurrency, coverage }: Part, totals: Map<string, number>): AsyncGenerator<TestEvent> {
  if (files.length === 0) return;
  // The processes of the tests are given the environment of this one.
  if (coverage === undefined) delete process.env.NODE_V8_COVERAGE;
  else process.env.NODE_V8_COVERAGE = coverage;
  const compiled = files.map((source) => compiledOf(source, join(ROOT, 'build', 'test')));
  for await (const event of run({ files: compiled, concurrency, timeout: FILE_MS })) {
    const { type, data } = event as TestEvent;
    const count = type === 'test:diagnostic' && data.nesting === 0 ? COUNT.exec(data.message ?? '') : null;
    if (count === null) yield { type, data };
    else totals.set(count[1] ?? '', (totals.get(count[1] ?? '') ?? 0) + Number(count[2]));
  }
}

/** The events of all phases as if they were of one run: the counts that close each are held back and added up. */
async function* events(wanted: readonly string[], totals: Map<string, number>): AsyncGenerator<TestEvent> {
  const sources = testSources(join(ROOT, 'test'));
  for (const phase of PHASES) {
    const folders = phase.folders.filter((folder) => wanted.length === 0 || wanted.includes(folder));
    const files = inOrder(sources, folders);
    const isCounted = (source: string): boolean => COVERAGE !== undefined && takesBranches(source);
    const { concurrency } = phase;
    yield* eventsOf({ files: files.filter(isCounted), concurrency, coverage: COVERAGE }, totals);
    yield* eventsOf({ files: files.filter((source) => !isCounted(source)), concurrency, coverage: undefined }, totals);
  }
  for (const [name, total] of totals) yield { type: 'test:diagnostic', data: { nesting: 0, message: `${name} ${total}` } };
}

function checkArguments(wanted: readonly string[]): void {
  const known: readonly string[] = PHASES.flatMap((phase) => [...phase.folders]);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`no suite '${unknown}'; there are ${known.join(', ')}`);
  const missing = testSources(join(ROOT, 'test')).find((source) => !existsSync(compiledOf(source, join(ROOT, 'build', 'test'))));
  if (missing !== undefined) throw new Error(`test/${missing} is not compiled; run make build`);
  const unplaced = testSources(join(ROOT, 'test')).find((source) => !known.includes(folderOf(source)));
  if (unplaced !== undefined) throw new Error(`test/${unplaced} belongs to no phase of test/suites.ts`);
}

const wanted = process.argv.slice(2);
checkArguments(wanted);
const totals = new Map<string, number>();
const reporter = process.stdout.isTTY === true ? new spec() : tap;
const stream = Readable.from(events(wanted, totals)).compose(reporter as NodeJS.ReadWriteStream);
for await (const chunk of stream) process.stdout.write(chunk as string);
const failed = (totals.get('fail') ?? 0) + (totals.get('cancelled') ?? 0);
if (failed > 0 || (totals.get('tests') ?? 0) === 0) process.exitCode = 1;
