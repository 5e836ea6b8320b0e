// The real disk, and the one in memory that the tests of the log crash.
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeDisk } from '../../log/node-disk.ts';
import { MemoryDisk } from '../unit/log/memory-disk.ts';
import { diskSuite } from './disk-suite.ts';

diskSuite('node', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-disk-'));
  return { disk: nodeDisk(), directory, dispose: () => rm(directory, { recursive: true }) };
});

diskSuite('memory', async () => {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/here');
  return { disk, directory: '/here', dispose: async () => undefined };
});

test('the real disk makes files and directories that nobody else may read', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-disk-'));
  const disk = nodeDisk();
  await disk.makeDirectory(`${directory}/d`);
  await (await disk.open(`${directory}/d/f`, { create: true })).close();
  assert.equal((await stat(`${directory}/d`)).mode & 0o777, 0o700);
  assert.equal((await stat(`${directory}/d/f`)).mode & 0o777, 0o600);
  await rm(directory, { recursive: true });
});
