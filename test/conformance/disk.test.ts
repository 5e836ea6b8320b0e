// The real disk, and the one in memory that the tests of the log crash.
import assert from 'node:assert/strict';
import { constants } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
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

diskSuite('node, synced writes in two calls', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-disk-'));
  return { disk: nodeDisk({ syncInWrite: false }), directory, dispose: () => rm(directory, { recursive: true }) };
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

/** The flags of each handle that this process has on a file. */
async function flagsOf(path: string): Promise<number[]> {
  const flags: number[] = [];
  for (const fd of await readdir('/proc/self/fd')) {
    // The one that lists them is gone by now.
    const target = await readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
    if (target !== path) continue;
    const [, octal = ''] = /^flags:\s*(\d+)$/m.exec(await readFile(`/proc/self/fdinfo/${fd}`, 'utf8')) ?? [];
    flags.push(Number.parseInt(octal, 8));
  }
  return flags;
}

test('on Linux the real disk syncs in the write where that is asked for, and nowhere else', {
  skip: process.platform === 'linux' ? false : 'what a handle was opened with is told by /proc',
}, async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-disk-'));
  const disk = nodeDisk();
  const path = `${directory}/f`;
  const plain = await disk.open(path, { create: true });
  assert.deepEqual(
    (await flagsOf(path)).map((flags) => flags & constants.O_DSYNC),
    [0],
  );
  await plain.close();
  const synced = await disk.open(path, { create: false, syncedWrites: true });
  assert.deepEqual(
    (await flagsOf(path)).map((flags) => flags & constants.O_DSYNC),
    [constants.O_DSYNC],
  );
  await synced.close();
  await rm(directory, { recursive: true });
});
