// Who reads on finds the next bytes read already: each byte about once, whatever the entries' sizes; and nothing hangs on what was read ahead, which may fail, be wrong or never be
// asked for; nor on what happens to the segment while it is read.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import { ENTRY_PAYLOAD_BYTES_MAX, READ_AHEADS_MAX, SEAL_INDEX_STEP_BYTES, SEGMENT_READ_BYTES } from '../../../consensus/limits.ts';
import type { Disk, DiskFile, PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../../../log/data-directory.ts';
import { SEGMENT_HEADER_BYTES } from '../../../log/segment-header.ts';
import { assertSameEntries, entryAfter, FIRST_SEGMENT, INCARNATION, NODE, ROOT } from './fixture.ts';
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
  readonly memory: MemoryDisk;
  readonly data: DataDirectory;
  readonly log: PartitionStorage;
  readonly entries: readonly Entry[];
  /** Those of segments since the log was opened, or this was emptied. */
  readonly reads: DiskRead[];
  /** Takes the place of the next read of a segment. */
  instead: ((file: DiskFile, read: DiskRead) => Promise<Uint8Array>) | undefined;
}

/** A log of entries of these sizes, one a write, over a disk that says what is read. */
async function sceneOf(sizes: readonly number[], segments = SIZES): Promise<Scene> {
  const memory = new MemoryDisk();
  const mounted = memory.mount();
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
  const data = await openDataDirectory({ disk, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION, ...segments });
  const log = await data.openPartition(1);
  const entries: Entry[] = [];
  for (const [at, size] of sizes.entries()) {
    const entry = entryAfter(entries.at(-1), { term: 1, payload: new Uint8Array(size).fill(1 + (at % 255)) });
    await log.append([entry]);
    entries.push(entry);
  }
  reads.length = 0;
  const scene: Scene = { memory, data, log, entries, reads, instead: undefined };
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
    ['small and large entries in turn', Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 300 : 900) * KiB)],
    ['one small and two large entries in turn', Array.from({ length: 21 }, (_, at) => (at % 3 === 0 ? 400 : 700) * KiB)],
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

  test('in step with another costs no more reads than both alone', async () => {
    const scene = await sceneOf(alike(200, 40 * KiB));
    for (let next = 1; next <= scene.log.lastIndex; ) {
      const [one, two] = await Promise.all([readOn(scene, next), readOn(scene, next)]);
      assert.equal(one, two);
      next = one;
    }
    const read = scene.reads.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.ok(read < 2.2 * scene.log.bytes, `${read} bytes read of ${scene.log.bytes}`);
    await scene.data.close();
  });

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
    // Read ahead for whoever asks for more than is asked for now.
    const next = await readOn(scene, await readOn(scene, 33, 512 * KiB), 512 * KiB);
    reads.length = 0;
    assert.equal((await log.read({ from: next, to: next + 2, bytesMax: 512 * KiB })).length, 3);
    assert.deepEqual(reads, []);
    await scene.data.close();
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

  test('is not handed out what another one read ahead, and came out wrong, when its own did', async () => {
    const scene = await sceneOf(alike(60, 256 * KiB));
    const { log, entries } = scene;
    const wrong: NonNullable<Scene['instead']> = async (file, { position, bytes }) => (await file.read(position, bytes)).fill(0x5a);
    const right: NonNullable<Scene['instead']> = (file, { position, bytes }) => file.read(position, bytes);
    const first = await readOn(scene, 9);
    scene.instead = (file, read) => {
      scene.instead = wrong;
      return right(file, read);
    };
    const second = await readOn(scene, first);
    assert.equal(await readOn(scene, 9), first);
    // The other is a step behind, its disk slow; what it reads is right, and what it reads ahead wrong.
    let letGo: () => void = () => assert.fail('nobody reads');
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    scene.instead = async (file, read) => {
      await isLetGo;
      scene.instead = wrong;
      return right(file, read);
    };
    const other = readOn(scene, first);
    await new Promise(setImmediate);
    // All of the segment is read to find what is damaged: meanwhile the other one ends.
    const whileAllIsRead: NonNullable<Scene['instead']> = async (file, read) => {
      if (read.position === SEGMENT_HEADER_BYTES) {
        letGo();
        await other;
      } else {
        scene.instead = whileAllIsRead;
      }
      return right(file, read);
    };
    scene.instead = whileAllIsRead;
    const read = await log.read({ from: second, to: log.lastIndex, bytesMax: MiB });
    assertSameEntries(read, entries.slice(second - 1, second - 1 + read.length));
    assert.deepEqual(log.damage, []);
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

describe('a read', () => {
  test('before damage takes no more into memory at once than elsewhere', async () => {
    const scene = await sceneOf(alike(30, MiB - 200), { firstSegmentBytes: 64 * MiB, segmentBytes: 64 * MiB });
    const { log, memory, reads } = scene;
    memory.file(FIRST_SEGMENT).cache.fill(0, 2 * MiB + 5000, 28 * MiB);
    await assert.rejects(log.read({ from: 5, to: log.lastIndex, bytesMax: MiB }), DamagedEntriesError);
    reads.length = 0;
    for (const from of [1, 2]) assert.equal((await log.read({ from, to: log.lastIndex, bytesMax: 1 })).length, 1);
    const longest = Math.max(...reads.map(({ bytes }) => bytes));
    assert.ok(longest <= SEGMENT_READ_BYTES + ENTRY_PAYLOAD_BYTES_MAX, `${longest} bytes at once`);
    await scene.data.close();
  });

  /** A look at entry 12 of a log that is damaged there, whose disk answers when `change` is done: what comes of it. */
  async function lookBeside(
    look: (log: PartitionStorage, entry: Entry) => Promise<unknown>,
    change: (scene: Scene) => Promise<void>,
  ): Promise<unknown> {
    const scene = await sceneOf(alike(40, 20 * KiB), { firstSegmentBytes: 400 * KiB, segmentBytes: 32 * MiB });
    const { log, memory, entries } = scene;
    const { cache } = memory.file(FIRST_SEGMENT);
    const entry = entries[11] ?? assert.fail();
    const position = Buffer.from(cache.buffer, cache.byteOffset, cache.length).indexOf(entry.payload) - 60;
    cache[position] = (cache[position] ?? 0) ^ 1;
    let letGo: () => void = () => assert.fail('nobody reads');
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    scene.instead = async (file, read) => {
      const bytes = await file.read(read.position, read.bytes);
      await isLetGo;
      return bytes;
    };
    const result = look(log, entry).catch((error: unknown) => error);
    await new Promise(setImmediate);
    assert.equal(scene.instead, undefined, 'it reads');
    await assert.rejects(log.read({ from: 12, to: 12, bytesMax: 1 }), DamagedEntriesError);
    await change(scene);
    letGo();
    const found = await result;
    await scene.data.close();
    return found;
  }

  const CHANGES: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
    repaired: ({ log, entries }) => log.repair(entries.slice(11, 12)),
    'cut off': ({ log, entries }) => log.append([entryAfter(entries[7], { term: 2, payload: new Uint8Array(10).fill(1) })]),
    compacted: async ({ log, entries }) => {
      await log.repair(entries.slice(11, 12));
      await log.compact(30);
    },
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    test(`of damage that is ${what} meanwhile finds what is there then`, async () => {
      const read = await lookBeside((log) => log.read({ from: 12, to: 12, bytesMax: MiB }), change);
      assert.ok(Array.isArray(read), String(read));
      assert.equal(read.length, what === 'repaired' ? 1 : 0);
      const index = await lookBeside((log, { firstOffset }) => log.indexOfOffset(firstOffset), change);
      assert.equal(index, what === 'repaired' ? 12 : undefined);
    });
  }
});
