// The file of a trace: lines that are there when the call returns, one run after the other, and a disk that refuses them.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openTraceFile, TraceFile } from '../../../cmd/trace-file.ts';

const FULL = '/dev/full';
const STEP = [{ number: 1 }, { number: 2 }];

function unexpected(error: unknown): void {
  assert.fail(String(error));
}

async function temporaryFile(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-trace-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'trace.ndjson');
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n');
}

test('a step is in the file when the call returns, a record a line', async (context) => {
  const path = await temporaryFile(context);
  const file = new TraceFile({ path, onFailure: unexpected });
  file.write(STEP);
  file.write([{ number: 3 }]);
  assert.deepEqual(await linesOf(path), ['{"number":1}', '{"number":2}', '{"number":3}', '']);
  file.close();
  file.close();
  file.write(STEP);
  assert.equal((await linesOf(path)).length, 4, 'what is closed writes nothing');
});

test('the next run is appended on a line of its own, also behind a line that a kill cut short', async (context) => {
  const path = await temporaryFile(context);
  new TraceFile({ path, onFailure: unexpected }).close();
  await appendFile(path, '{"num');
  const file = new TraceFile({ path, onFailure: unexpected });
  file.write(STEP);
  file.close();
  assert.deepEqual(await linesOf(path), ['{"num', '{"number":1}', '{"number":2}', '']);
});

test('what cannot be written is said once, and throws nothing', { skip: existsSync(FULL) ? false : `there is no ${FULL}` }, () => {
  const failures: unknown[] = [];
  const file = new TraceFile({ path: FULL, onFailure: (error) => failures.push(error) });
  for (let count = 0; count < 3; count++) file.write(STEP);
  assert.equal(failures.length, 1);
  assert.match(String(failures[0]), /ENOSPC/);
});

test('a file that cannot be opened is refused with a next step', () => {
  assert.throws(() => openTraceFile({ path: '/no-such-folder/trace', onFailure: unexpected }), /the trace cannot be written.*ENOENT/);
});
