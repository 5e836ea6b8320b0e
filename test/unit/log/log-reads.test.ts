// Reads that meet damage nobody knew of, or a disk that hands out wrong bytes once or again and again; and cuts there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import { SEQUENTIAL_READERS_MAX } from '../../../consensus/limits.ts';
import type { Disk, PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { parseSegmentName, segmentSeed } from '../../../log/segment-header.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import {
  assertSameEntries,
  entriesAfter,
  INCARNATION,
  isSameEntry,
  layoutOf,
  NODE,
  openLog,
  PARTITION,
  ROOT,
  readAll,
  rejectsWith,
  reopen,
  SIZES,
} from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

interface Scene {
  readonly disk: MemoryDisk;
  readonly entries: readonly Entry[];
  /** Paths and first indexes of the segments, oldest first. */
  readonly segments: readonly { readonly path: string; readonly firstIndex: number; readonly sequence: number }[];
}

/** Three segments at least; each entry is an append, with transactions. */
async function segmentedLog(): Promise<Scene> {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  const entries = entriesAfter(undefined, { term: 1, sizes: Array.from({ length: 40 }, (_, at) => 800 + at) });
  for (const entry of entries) await log.append([entry]);
  await log.close();
  disk.kill();
  disk.restart();
  const names = (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
  assert.ok(names.length >= 3);
  const segments = names.map((name) => ({ path: `${PARTITION}/${name}`, ...(parseSegmentName(name) ?? assert.fail(name)) }));
  return { disk, entries, segments };
}

/** Byte of the frame of an entry in its segment. */
function frameOf({ entries, segments }: Scene, index: number): { readonly path: string; readonly at: number } {
  const segment = segments.findLast(({ firstIndex }) => firstIndex <= index) ?? assert.fail();
  const layout = layoutOf(entries.slice(segment.firstIndex - 1, index).map((entry) => [entry]));
  return { path: segment.path, at: layout.at(-1)?.frames[0] ?? assert.fail() };
}

/** Flips a bit of an entry: of the header of its frame, or of its payload. */
function rot(scene: Scene, index: number, part: 'header' | 'payload'): void {
  const { path, at } = frameOf(scene, index);
  const byte = at + (part === 'header' ? 30 : 150);
  // In its place, where also those see it who have the file open.
  const { cache, durable } = scene.disk.file(path);
  for (const bytes of [cache, durable]) bytes[byte] = (bytes[byte] ?? 0) ^ 1;
}

function rangesOf(log: PartitionStorage): unknown {
  return log.damage.map(({ from, to }) => [from, to]);
}

/** The log over a disk whose reads go wrong when `isWrong` says so. */
async function openWith(disk: MemoryDisk, isWrong: () => boolean): Promise<PartitionStorage> {
  const mounted = disk.mount();
  const wrong: Disk = {
    ...mounted,
    open: async (path, options) => {
      const file = await mounted.open(path, options);
      const read = async (position: number, length: number): Promise<Uint8Array> => {
        const bytes = await file.read(position, length);
        return isWrong() ? bytes.fill(0x5a) : bytes;
      };
      return { ...file, read };
    },
  };
  const data = await openDataDirectory({ disk: wrong, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION, ...SIZES });
  return data.openPartition(1);
}

describe('a read', () => {
  test('hands out what is sound before damage that it meets in the next segment, and is refused there', async () => {
    const scene = await segmentedLog();
    const second = scene.segments[1]?.firstIndex ?? assert.fail();
    const log = await openLog(scene.disk);
    rot(scene, second, 'header');
    const options = { to: log.lastIndex, bytesMax: 99_999 };
    assertSameEntries(await log.read({ from: 2, ...options }), scene.entries.slice(1, second - 1));
    await assert.rejects(log.read({ from: second, ...options }), DamagedEntriesError);
    assert.deepEqual(rangesOf(log), [[second, second]]);
  });

  test('never joins entries of two histories across the border of two segments', async () => {
    const { disk, entries, segments } = await segmentedLog();
    const log = await openLog(disk);
    const { path, firstIndex, sequence } = segments[1] ?? assert.fail();
    const entry = entries[firstIndex - 1] ?? assert.fail();
    const seed = segmentSeed({ incarnation: INCARNATION, partition: 1, sequence });
    const forged = encodeWrite([{ ...entry, previousDigest: entry.digest }], { seed, position: 4096 });
    disk.file(path).cache.set(Buffer.concat(forged.parts), 4096);
    const error = await rejectsWith(log.read({ from: firstIndex - 1, to: firstIndex, bytesMax: 99_999 }), 'CORRUPT');
    assert.match(error.message, /does not continue the digest chain/);
    assert.deepEqual([error.file, error.index], [path, firstIndex]);
  });

  test('of many at once, each going on where it was, finds what each asks for', async () => {
    const { disk, entries } = await segmentedLog();
    const log = await openLog(disk);
    const readers = SEQUENTIAL_READERS_MAX + 3;
    for (let step = 0; step + readers <= entries.length; step++) {
      // The foremost first, so that none takes the place of another.
      for (let reader = readers; reader > 0; reader--) {
        const from = reader + step;
        const [read] = await log.read({ from, to: from, bytesMax: 1 });
        assert.ok(isSameEntry(read, entries[from - 1] ?? assert.fail()));
      }
    }
  });
});

describe('wrong bytes that the disk hands out', () => {
  const lookups: readonly (readonly [string, (log: PartitionStorage, entry: Entry) => Promise<unknown>])[] = [
    ['a read', async (log, { index }) => (await log.read({ from: index, to: index, bytesMax: 1 }))[0]?.index],
    ['looking up an offset', (log, { firstOffset }) => log.indexOfOffset(firstOffset)],
  ];
  for (const [what, look] of lookups) {
    test(`once do not fail ${what}; whenever it looks, while the whole segment reads well, they are CORRUPT and no damage`, async () => {
      const { disk, entries } = await segmentedLog();
      let pattern: readonly boolean[] = [];
      let reads = 0;
      const log = await openWith(disk, () => pattern[reads++] ?? false);
      const entry = entries[0] ?? assert.fail();
      reads = 0;
      pattern = [true];
      assert.equal(await look(log, entry), 1);
      assert.equal(reads, 3, 'wrong; all of the segment; right');
      reads = 0;
      pattern = [true, false, true, false];
      const error = await rejectsWith(look(log, entry), 'CORRUPT');
      assert.deepEqual([error.index, reads, log.damage], [1, 4, []]);
      assert.equal(await look(log, entry), 1);
    });
  }
});

describe('looking up an offset', () => {
  test('in entries whose headers are sound needs no payload; behind a damaged header it is refused, and the damage is known', async () => {
    const scene = await segmentedLog();
    const log = await openLog(scene.disk);
    const [first, second] = [scene.segments[1]?.firstIndex ?? assert.fail(), (scene.segments[1]?.firstIndex ?? 0) + 1];
    const offsetOf = (index: number): number => scene.entries[index - 1]?.firstOffset ?? assert.fail();
    rot(scene, second, 'payload');
    assert.equal(await log.indexOfOffset(offsetOf(second)), second);
    rot(scene, second, 'header');
    await assert.rejects(log.indexOfOffset(offsetOf(second)), DamagedEntriesError);
    assert.deepEqual(rangesOf(log), [[second, second]]);
    assert.equal(await log.indexOfOffset(offsetOf(first) - 1), first - 1);
  });

  test('in damage at the start of a segment, or in a missing one, is refused until it is repaired', async () => {
    for (const what of ['damage', 'a seal alone', 'no trace']) {
      const scene = await segmentedLog();
      const { disk, entries, segments } = scene;
      const [{ path, firstIndex }, next] = [segments[1] ?? assert.fail(), segments[2] ?? assert.fail()];
      if (what !== 'a seal alone') disk.plant(path.replace('.segment', '.seal'), undefined);
      if (what !== 'damage') disk.plant(path, undefined);
      else for (const index of [firstIndex, firstIndex + 1]) rot(scene, index, 'header');
      const log = await openLog(disk);
      const to = what === 'damage' ? firstIndex + 1 : next.firstIndex - 1;
      assert.deepEqual(rangesOf(log), [[firstIndex, to]]);
      const offset = entries[firstIndex - 1]?.firstOffset ?? assert.fail();
      await assert.rejects(log.indexOfOffset(offset), DamagedEntriesError);
      await log.repair(entries.slice(firstIndex - 1, to));
      assert.equal(await log.indexOfOffset(offset), firstIndex);
    }
  });

  test('and other reads that find damage in what is cut meanwhile leave none behind', async () => {
    for (let turns = 0; turns < 60; turns++) {
      const scene = await segmentedLog();
      const { disk, entries } = scene;
      const index = scene.segments[2]?.firstIndex ?? assert.fail();
      const log = await openLog(disk);
      rot(scene, index, 'header');
      const other = entriesAfter(entries[2], { term: 2, sizes: [10] });
      const cut = log.append(other);
      const look = log
        .read({ from: index, to: index, bytesMax: 1 })
        .catch((error: unknown) => assert.ok(error instanceof DamagedEntriesError));
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      const offset = log.indexOfOffset(entries[index - 1]?.firstOffset ?? 0).catch(() => undefined);
      await Promise.all([cut, look, offset]);
      assert.deepEqual(log.damage, []);
      assertSameEntries(await readAll(log), [...entries.slice(0, 3), ...other]);
    }
  });

  test('that the disk refuses is reported as such', async () => {
    const { disk } = await segmentedLog();
    const log = await openLog(disk);
    disk.failNextRead = 'ENODEV';
    await rejectsWith(log.indexOfOffset(1), 'IO');
    assert.equal(await log.indexOfOffset(1), 1);
  });
});

describe('a cut', () => {
  test('at an entry whose header is damaged, which nobody knew, goes by what the new entry says', async () => {
    const scene = await segmentedLog();
    const index = (scene.segments[1]?.firstIndex ?? 0) + 1;
    const log = await openLog(scene.disk);
    rot(scene, index, 'header');
    const other = entriesAfter(scene.entries[index - 2], { term: 2, sizes: [10] });
    await log.append(other);
    const expected = [...scene.entries.slice(0, index - 1), ...other];
    assertSameEntries(await readAll(log), expected);
    assertSameEntries(await readAll(await reopen(scene.disk)), expected);
  });

  test('whose place the disk refuses to read ends the log, and nothing is cut', async () => {
    const { disk, entries } = await segmentedLog();
    const log = await openLog(disk);
    disk.failNextRead = 'ENODEV';
    await rejectsWith(log.append(entriesAfter(entries[2], { term: 2, sizes: [10] })), 'IO');
    await rejectsWith(log.append(entriesAfter(entries.at(-1), { term: 2, sizes: [10] })), 'IO');
    assertSameEntries(await readAll(await reopen(disk)), entries);
  });

  test('behind damage leaves that as it is', async () => {
    const scene = await segmentedLog();
    const { disk, entries } = scene;
    rot(scene, 2, 'payload');
    const log = await openLog(disk);
    await assert.rejects(log.read({ from: 2, to: 2, bytesMax: 1 }), DamagedEntriesError);
    const before = log.damage;
    await log.append(entriesAfter(entries[2], { term: 2, sizes: [10] }));
    assert.deepEqual(log.damage, before);
    await log.repair(entries.slice(1, 2));
    assertSameEntries((await readAll(await reopen(disk))).slice(0, 3), entries.slice(0, 3));
  });

  test('inside damage leaves what is before it, to be repaired up to the cut', async () => {
    const { disk, entries, segments } = await segmentedLog();
    const from = segments[1]?.firstIndex ?? assert.fail();
    disk.plant(segments[1]?.path ?? '', undefined);
    const log = await openLog(disk);
    const other = entriesAfter(entries[from], { term: 2, sizes: [10] });
    await log.append(other);
    const range = { from, to: from + 1, digest: entries[from]?.digest };
    for (const found of [log, await reopen(disk)]) {
      assert.deepEqual(
        found.damage.map(({ from, to, digest }) => ({ from, to, digest })),
        [range],
      );
    }
    const again = await reopen(disk);
    await again.repair(entries.slice(from - 1, from + 1));
    assertSameEntries(await readAll(again), [...entries.slice(0, from + 1), ...other]);
  });
});
