// Walking through bytes of which only a part is in memory at a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileWindow } from '../../../log/file-window.ts';
import { FrameWalk } from '../../../log/frame-walk.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import { entriesAfter, entryAfter } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const SEED = 7;
const AT = 4096;

test('the next sound frame behind damage is found however few bytes are read at a time, and not beyond the limit', async () => {
  // Random enough that no part of a payload looks like a header.
  const first = entryAfter(undefined, { term: 1, payload: Uint8Array.from({ length: 5000 }, (_, at) => (at * 31) % 251) });
  const entries = [first, ...entriesAfter(first, { term: 1, sizes: [200] })];
  const { parts, framePositions } = encodeWrite(entries, { seed: SEED, position: AT });
  const [damaged = 0, sound = 0] = framePositions;
  const disk = new MemoryDisk();
  disk.plant('/segment', Uint8Array.from(Buffer.concat([new Uint8Array(AT), ...parts])).fill(0x11, damaged, damaged + 96));
  const file = await disk.open('/segment', { create: false });
  for (const chunkBytes of [96, 100, 1000, 100_000]) {
    const window = new FileWindow(file, await file.size(), chunkBytes);
    const walk = new FrameWalk({ window, path: '/segment', seed: SEED, position: damaged });
    const step = await walk.next({ payload: true });
    assert.deepEqual([step.kind, step.position], ['no-frame', damaged]);
    assert.equal(await walk.resync(damaged, sound + 95), false);
    assert.equal(await walk.resync(damaged, window.size), true);
    const found = await walk.next({ payload: true });
    assert.ok(found.kind === 'frame');
    assert.deepEqual([found.position, found.header.index, found.payload], [sound, 2, entries[1]?.payload]);
    assert.equal(await walk.resync(sound, window.size), false);
  }
});
