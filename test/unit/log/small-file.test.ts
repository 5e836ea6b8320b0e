// What a full disk leaves of a file that was to replace another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NoSpaceError } from '../../../consensus/no-space.ts';
import type { Disk } from '../../../consensus/ports.ts';
import { orNoSpace } from '../../../log/small-file.ts';
import { MemoryDisk } from './memory-disk.ts';

const failure = (code: string) => Object.assign(new Error(`${code}, in a test`), { code });

async function failing(disk: Disk, code: string): Promise<unknown> {
  return orNoSpace(disk, '/data/file.tmp', () => Promise.reject(failure(code))).catch((error: unknown) => error);
}

test('without space the temporary file goes, whether it could be made or not; other failures stay what they are', async () => {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/data');
  for (const code of ['ENOSPC', 'EDQUOT']) {
    await (await disk.open('/data/file.tmp', { create: true })).close();
    assert.ok((await failing(disk, code)) instanceof NoSpaceError);
    assert.deepEqual(await disk.list('/data'), []);
    assert.ok((await failing(disk, code)) instanceof NoSpaceError);
  }
  await (await disk.open('/data/file.tmp', { create: true })).close();
  assert.equal(((await failing(disk, 'EIO')) as { code: string }).code, 'EIO');
  assert.deepEqual(await disk.list('/data'), ['file.tmp']);
});

test('a temporary file that cannot be removed is the failure to report', async () => {
  const disk = new MemoryDisk();
  disk.remove = () => Promise.reject(failure('EIO'));
  assert.equal(((await failing(disk, 'ENOSPC')) as { code: string }).code, 'EIO');
});
