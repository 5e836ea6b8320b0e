// Reading around what the disk cannot read: only that is given up, block by block, and no other failure is taken for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiskFile } from '../../../consensus/ports.ts';
import { readAround } from '../../../log/unreadable.ts';
import { MemoryDisk } from './memory-disk.ts';

const BLOCK = 4096;
const SIZE = 3 * BLOCK + 100;

/** A file of ones. Reads that touch the block `bad` fail: those of several blocks with EIO, those within it with `code`. */
async function fileWith(bad: number, code: string): Promise<DiskFile> {
  const disk = new MemoryDisk();
  disk.plant('/file', new Uint8Array(SIZE).fill(1));
  const file = await disk.open('/file', { create: false });
  const read = (position: number, length: number): Promise<Uint8Array> => {
    const [from, to] = [Math.floor(position / BLOCK), Math.floor((position + length - 1) / BLOCK)];
    if (from > bad || to < bad) return file.read(position, length);
    return Promise.reject(Object.assign(new Error('a read'), { code: from === to ? code : 'EIO' }));
  };
  return { ...file, read };
}

test('the blocks that cannot be read are filled, the others are as they are, and the file ends where it does', async () => {
  for (const bad of [0, 1, 2, 3]) {
    const file = await fileWith(bad, 'EIO');
    const whole = new Uint8Array(SIZE).fill(1).fill(0xff, bad * BLOCK, (bad + 1) * BLOCK);
    for (const [from, to] of [
      [0, SIZE],
      [100, 2 * BLOCK + 7],
      [BLOCK - 1, BLOCK + 1],
      [SIZE - 50, SIZE],
    ] as const) {
      assert.deepEqual(await readAround(file, from, to - from), whole.slice(from, to));
    }
    assert.deepEqual(await readAround(file, 100, 2 * SIZE), whole.slice(100));
  }
});

test('another failure is one, at once or block by block', async () => {
  const file = await fileWith(1, 'ENODEV');
  await assert.rejects(readAround(file, BLOCK, 10), { code: 'ENODEV' });
  await assert.rejects(readAround(file, 0, SIZE), { code: 'ENODEV' });
  assert.deepEqual(await readAround(file, 0, BLOCK), new Uint8Array(BLOCK).fill(1));
});
