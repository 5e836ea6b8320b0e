// The log lines of a node: what cannot be written does not end it.
import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lineWriter } from '../../../cmd/serve-log.ts';

const FULL = '/dev/full';

test('lines are in the file when the call returns', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-lines-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const fd = openSync(join(folder, 'log'), 'w');
  context.after(() => closeSync(fd));
  lineWriter(fd).write('one\n');
  assert.equal(await readFile(join(folder, 'log'), 'utf8'), 'one\n');
});

// The disk of the data was full, the log lines went to the same disk, and the node that should have gone on as read-only ended at the line that said so.
test('lines that a full disk refuses throw nothing', { skip: existsSync(FULL) ? false : `there is no ${FULL}` }, (context) => {
  const fd = openSync(FULL, 'w');
  context.after(() => closeSync(fd));
  const to = lineWriter(fd);
  for (let count = 0; count < 3; count++) to.write('too little space is free\n');
});
