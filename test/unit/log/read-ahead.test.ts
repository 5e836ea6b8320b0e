// Who reads on finds the next bytes read already: each byte once, whatever the entries' sizes; and nothing hangs on what was read ahead, which may fail, be wrong or never be asked for.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { READ_AHEADS_MAX, SEAL_INDEX_STEP_BYTES, SEGMENT_READ_BYTES } from '../../../consensus/limits.ts';
import type { Disk, DiskFile, PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../../../log/data-directory.ts';
import { assertSameEntries, entryAfter, INCARNATION, NODE, ROOT } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
/** The first segment ends within the first two reads of the tests. */
const SIZES = { firstSegmentBytes: 2 * MiB, segmentBytes: 32 * MiB };

interface DiskRead {
  readonly position: number;
  readonly bytes: number;
}

interface Scene {
  readonly data: DataDirectory;
  readonly log: PartitionStorage;
  readonly entries: readonly Entry[];
  /** Those of segments since the log was opened, or this was emptied. */
  readonly reads: DiskRead[];
  /** Takes the place of the next read of a segment. */
  instead: ((file: DiskFile, read: DiskRead) => Promise<Uint8Array>) | undefined;
}

/** A log of entries of these sizes, one a write, over a disk that says what is read. */
async function sceneOf(sizes: readonly number[]): Promise<Scene> {
  const mounted = new MemoryDisk().mount();
  const reads: DiskRead[] = [];
  const disk: Disk = {
    ...mounted,
    open: async (path, options) => {
      const file = await mounted.open(path, options);
      if (!path.endsWith('.segment')) return file;
      const read = (position: number, length: number): Promise<Uint8Array> => {
        const instead = scene.instead;
        scene.instead = undefined;
        const asked = { position, bytes: length };
        reads.push(asked);
        return instead === undefined ? file.read(position, length) : instead(file, asked);
      };
      return { ...file, read };
    },
  };
  const data = await openDataDirectory({ disk, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION, ...SIZES });
  const log = await data.openPartition(1);
  const entries: Entry[] = [];
  for (const [at, size] of sizes.entries()) {
    const entry = entryAfter(entries.at(-1), { term: 1, payload: new Uint8Array(size).fill(1 + (at % 255)) });
    await log.append([entry]);
    entries.push(entry);
  }
  reads.length = 0;
  const scene: Scene = { data, log, entries, reads, instead: undefined };
  return scene;
}

/** What a reader is handed out next, as it should be. */
async function readOn({ log, entries }: Scene, from: number, bytesMax = MiB): Promise<number> {
  const read = await log.read({ from, to: log.lastIndex, bytesMax });
  assert.ok(read.length > 0);
  assertSameEntries(read, entries.slice(from - 1, from - 1 + read.length));
  return from + read.length;
}

function alike(count: number, size: number): number[] {
  return Array.from({ length: count }, (_, at) => size + (at % 7));
}

describe('a reader that reads on', () => {
  const SHAPES: readonly (readonly [string, readonly number[]])[] = [
    ['entries of 4 KiB', alike(2_500, 4 * KiB)],
    ['entries of 64 KiB', alike(160, 64 * KiB)],
    ['entries of 256 KiB', alike(40, 256 * KiB)],
    ['entries longer than one read', alike(6, SEGMENT_READ_BYTES + 3 * SEAL_INDEX_STEP_BYTES)],
    ['entries of all sizes', Array.from({ length: 100 }, (_, at) => 1 + ((at * at * 7_919) % (400 * KiB)))],
  ];
  for (const [what, sizes] of SHAPES) {
    test(`is handed out ${what} of which each byte is read about once`, async () => {
      const scene = await sceneOf(sizes);
      for (let next = 1; next <= scene.log.lastIndex; ) next = await readOn(scene, next);
      const read = scene.reads.reduce((sum, { bytes }) => sum + bytes, 0);
      assert.ok(read < 1.1 * scene.log.bytes, `${read} bytes read of ${scene.log.bytes}`);
      await scene.data.close();
    });
  }

  test('waits for no disk but at the beginning: what it will ask for is read while it uses what it has', async () => {
    const scene = await sceneOf(alike(60, 256 * KiB));
    const second = await readOn(scene, 9);
    assert.equal(scene.reads.length, 1, 'nobody knows yet that it will read on');
    const third = await readOn(scene, second);
    assert.equal(scene.reads.length, 3, 'its own and the one ahead');
    // A disk that answers no more.
    scene.instead = () => new Promise(() => undefined);
    await readOn(scene, third);
    assert.equal(scene.reads.length, 4);
    assert.equal(scene.instead, undefined, 'the disk was asked ahead');
    await scene.data.close();
  });

  const FAILURES: Readonly<Record<string, NonNullable<Scene['instead']>>> = {
    fails: () => Promise.reject(Object.assign(new Error('no memory'), { code: 'ENOMEM' })),
    'finds a block that cannot be read': () => Promise.reject(Object.assign(new Error('a bad block'), { code: 'EIO' })),
    'comes out wrong': async (file, { position, bytes }) => (await file.read(position, bytes)).fill(0x5a),
    'is short': (file, { position }) => file.read(position, 200),
    'is empty': async () => new Uint8Array(0),
  };
  for (const [what, instead] of Object.entries(FAILURES)) {
    test(`finds all the same when the read ahead ${what}`, async () => {
      const scene = await sceneOf(alike(60, 256 * KiB));
      const second = await readOn(scene, 9);
      // The first that comes is what is asked for now, in the background of which the second is.
      let asked = 0;
      const passFirst: NonNullable<Scene['instead']> = (file, read) => {
        asked++;
        scene.instead = instead;
        return file.read(read.position, read.bytes);
      };
      scene.instead = passFirst;
      const third = await readOn(scene, second);
      assert.deepEqual([asked, scene.instead], [1, undefined]);
      await readOn(scene, await readOn(scene, third));
      assert.deepEqual(scene.log.damage, []);
      await scene.data.close();
    });
  }

  test('who asks for no more in between is not read ahead for; nor beyond what was asked for', async () => {
    const scene = await sceneOf(alike(60, 64 * KiB));
    const { log, reads } = scene;
    const read = async (from: number, to: number): Promise<void> => {
      assert.equal((await log.read({ from, to, bytesMax: MiB })).length, to - from + 1);
    };
    await read(40, 43);
    await read(44, 47);
    await read(48, 51);
    assert.equal(reads.length, 3);
  });

  test('holds memory only as long as few others do', async () => {
    const scene = await sceneOf(alike(120, 64 * KiB));
    const { reads } = scene;
    const readers = READ_AHEADS_MAX + 1;
    const bytesMax = 4 * 64 * KiB;
    // The foremost first, so that none comes to where another is.
    const starts = Array.from({ length: readers }, (_, at) => 95 - at * 12);
    for (const from of starts) await readOn(scene, await readOn(scene, from, bytesMax), bytesMax);
    const nexts = starts.map((from) => from + 6);
    reads.length = 0;
    // Each of the others finds its bytes and reads further ahead, which is one read.
    for (const from of nexts.slice(1).reverse()) await readOn(scene, from, bytesMax);
    assert.equal(reads.length, READ_AHEADS_MAX);
    await readOn(scene, nexts[0] ?? assert.fail(), bytesMax);
    assert.equal(reads.length, READ_AHEADS_MAX + 2, 'its own and the one ahead');
    await scene.data.close();
  });

  test('may be gone, and the log closed, while it is read for', async () => {
    const scene = await sceneOf(alike(60, 256 * KiB));
    const second = await readOn(scene, 9);
    let fail: (error: Error) => void = () => assert.fail('nothing was read ahead');
    scene.instead = (file, read) => {
      scene.instead = () => new Promise((_, reject) => (fail = reject));
      return file.read(read.position, read.bytes);
    };
    await readOn(scene, second);
    await scene.data.close();
    // Nobody waits for it: an error that nobody took would end the process.
    fail(new Error('the file is closed'));
    await new Promise(setImmediate);
  });
});
