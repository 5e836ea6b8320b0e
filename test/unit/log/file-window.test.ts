// Reading a file forwards in chunks, also when it turns out to be shorter than it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiskFile } from '../../../consensus/ports.ts';
import { FileWindow } from '../../../log/file-window.ts';

function fileOf(bytes: Uint8Array): DiskFile {
  const done = () => Promise.resolve();
  return {
    size: () => Promise.resolve(bytes.length),
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
    write: done,
    sync: done,
    close: done,
  };
}

test('bytes behind the end of the file read as zeros', async () => {
  const window = new FileWindow(fileOf(Uint8Array.of(1, 2, 3)), 3, 2);
  assert.deepEqual([...(await window.bytes(1, 4))], [2, 3, 0, 0]);
  assert.equal(window.size, 3);
});

// Found by the simulator (seed 114): whoever walked from frame to frame asked for the same bytes again, for ever.
test('a file that was cut short after its size was taken ends where it ends now', async () => {
  const window = new FileWindow(fileOf(Uint8Array.of(1, 2, 3)), 8, 4);
  assert.deepEqual([...(await window.bytes(2, 4))], [3, 0, 0, 0]);
  assert.equal(window.size, 3);
});
