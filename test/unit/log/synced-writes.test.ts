// A file of which every write is synced, over one whose writes are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openedAs } from '../../../log/synced-writes.ts';
import { MemoryDisk } from './memory-disk.ts';

test('what is written is durable at once if that was asked for, and only then', async () => {
  for (const syncedWrites of [true, false]) {
    const disk = new MemoryDisk();
    disk.plant('/file', Uint8Array.of(1));
    const file = openedAs(await disk.open('/file', { create: false }), { create: false, syncedWrites });
    await file.write(0, [Uint8Array.of(2), Uint8Array.of(3)]);
    assert.deepEqual([await file.size(), [...(await file.read(0, 5))]], [2, [2, 3]]);
    await file.close();
    assert.deepEqual([...disk.file('/file').durable], syncedWrites ? [2, 3] : [1]);
  }
});
