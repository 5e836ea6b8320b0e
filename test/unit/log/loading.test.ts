// From files to a log where the borders between segments are damaged: what the neighbours of a damaged place still say, and when nobody says it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Disk } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { frameBytes } from '../../../log/frame.ts';
import { parseSegmentName, segmentSeed } from '../../../log/segment-header.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import { closedLog, flip } from './damaged.ts';
import {
  assertSameEntries,
  damage,
  entriesAfter,
  INCARNATION,
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

const DATA_AT = 4096;
const HARD_STATE = `${PARTITION}/hard-state`;

interface Scene {
  readonly disk: MemoryDisk;
  readonly entries: readonly Entry[];
  /** Of the segments, oldest first; all but the newest are sealed. */
  readonly paths: readonly [string, string, string, ...string[]];
}

/** Each entry is an append, in a log of at least three sealed segments and the newest. Another `payload` is another history from term 3 on. */
async function sealedLog(payload = 900): Promise<Scene> {
  const { disk, entries, names } = await closedLog(7, (term) => [term < 3 ? 900 : payload, 700, 800]);
  const [first, second, third, ...others] = names.map((name) => `${PARTITION}/${name}`);
  assert.ok(first !== undefined && second !== undefined && third !== undefined && others.length > 0);
  return { disk, entries, paths: [first, second, third, ...others] };
}

function firstIndexOf(path: string): number {
  return parseSegmentName(path.slice(PARTITION.length + 1))?.firstIndex ?? assert.fail(path);
}

function sealOf(path: string): string {
  return path.replace('.segment', '.seal');
}

/** The entries of one segment, and where the frame of each lies. */
function held(scene: Scene, path: string): { readonly entries: readonly Entry[]; readonly frames: readonly number[] } {
  const next = scene.paths[scene.paths.indexOf(path) + 1];
  const entries = scene.entries.slice(firstIndexOf(path) - 1, next === undefined ? undefined : firstIndexOf(next) - 1);
  return { entries, frames: layoutOf(entries.map((entry) => [entry])).map(({ frames }) => frames[0] ?? assert.fail()) };
}

/** The damage that a start finds, all of it known by both digests; then repairs it and finds all entries, also after a restart. */
async function findsAndRepairs(scene: Scene): Promise<(readonly [number, number])[]> {
  const { disk, entries } = scene;
  const log = await openLog(disk);
  const found = log.damage.map(({ from, to, digestBefore, digest }) => {
    assert.deepEqual(digestBefore, entries[from - 1]?.previousDigest);
    assert.deepEqual(digest, entries[to - 1]?.digest);
    return [from, to] as const;
  });
  for (const { from, to } of [...log.damage]) await log.repair(entries.slice(from - 1, to));
  assertSameEntries(await readAll(log), entries);
  const again = await reopen(disk);
  assert.deepEqual(again.damage, []);
  assertSameEntries(await readAll(again), entries);
  await again.close();
  assert.equal((await reopen(disk)).termRuns.length, 7);
  return found;
}

describe('a segment whose header and seal are damaged, behind damage at the end of the one before it', () => {
  test('is known by its first entry, however many entries in front of it are damaged', async () => {
    const { length } = held(await sealedLog(), (await sealedLog()).paths[1]).entries;
    for (let damaged = 1; damaged <= length; damaged++) {
      const scene = await sealedLog();
      const { disk, paths } = scene;
      const [, second, third] = paths;
      for (const path of [second, third]) disk.plant(sealOf(path), undefined);
      damage(disk, second, (bytes) => bytes.fill(0x11, held(scene, second).frames.at(-damaged)));
      damage(disk, third, (bytes) => flip(bytes, 20));
      const to = firstIndexOf(third) - 1;
      assert.deepEqual(await findsAndRepairs(scene), [[to - damaged + 1, to]]);
    }
  });

  test('is known by its first entry, also when the one before it left no trace', async () => {
    const scene = await sealedLog();
    const [, second, third] = scene.paths;
    for (const path of [second, sealOf(second), sealOf(third)]) scene.disk.plant(path, undefined);
    damage(scene.disk, third, (bytes) => flip(bytes, 20));
    assert.deepEqual(await findsAndRepairs(scene), [[firstIndexOf(second), firstIndexOf(third) - 1]]);
  });

  test('is part of that damage when its file is gone, and a damaged seal is all there is', async () => {
    const scene = await sealedLog();
    const { disk, paths } = scene;
    const [, second, third] = paths;
    for (const path of [third, sealOf(second)]) disk.plant(path, undefined);
    damage(disk, second, (bytes) => bytes.fill(0x11, held(scene, second).frames.at(-1)));
    disk.plant(sealOf(third), new Uint8Array(700));
    // A sequence with a gap: anything in the second may be void.
    assert.deepEqual(await findsAndRepairs(scene), [[firstIndexOf(second), firstIndexOf(paths[3] ?? assert.fail()) - 1]]);
  });

  const unknown: readonly (readonly [string, (scene: Scene, third: string) => void])[] = [
    ['its first entry is damaged, too', ({ disk }, third) => damage(disk, third, (bytes) => flip(bytes, DATA_AT + 64 + 30))],
    ['its file ends before its first entry does', ({ disk }, third) => damage(disk, third, (bytes) => bytes.slice(0, DATA_AT + 64 + 95))],
    [
      'its first entry is of another index',
      ({ disk, entries }, third) => {
        const seed = segmentSeed({ incarnation: INCARNATION, partition: 1, sequence: 3 });
        const write = encodeWrite(entries.slice(firstIndexOf(third), firstIndexOf(third) + 1), { seed, position: DATA_AT });
        damage(disk, third, (bytes) => Uint8Array.from(Buffer.concat([bytes.subarray(0, DATA_AT), ...write.parts])));
      },
    ],
  ];
  for (const [why, change] of unknown) {
    test(`stops the start, which changes nothing, when ${why}`, async () => {
      const scene = await sealedLog();
      const { disk, paths } = scene;
      const [, second, third] = paths;
      for (const path of [second, third]) disk.plant(sealOf(path), undefined);
      damage(disk, second, (bytes) => bytes.fill(0x11, held(scene, second).frames.at(-1)));
      damage(disk, third, (bytes) => flip(bytes, 20));
      change(scene, third);
      const names = await disk.list(PARTITION);
      const error = await rejectsWith(openLog(disk), 'CORRUPT');
      assert.match(error.message, /and so is all around it that would say what it was/);
      assert.equal(error.file, third);
      assert.deepEqual(await disk.list(PARTITION), names);
    });
  }
});

describe('a segment file cut short', () => {
  for (const withSeal of [true, false]) {
    test(`exactly behind an entry lacks those behind it, ${withSeal ? 'with its seal' : 'without'}`, async () => {
      const scene = await sealedLog();
      const [, second, third] = scene.paths;
      const { entries, frames } = held(scene, second);
      if (!withSeal) scene.disk.plant(sealOf(second), undefined);
      const end = (frames[1] ?? 0) + frameBytes(entries[1]?.payload.length ?? 0);
      damage(scene.disk, second, (bytes) => bytes.slice(0, end));
      assert.deepEqual(await findsAndRepairs(scene), [[firstIndexOf(second) + 2, firstIndexOf(third) - 1]]);
    });

    test(`inside its header lacks all entries, ${withSeal ? 'with its seal' : 'without'}`, async () => {
      const scene = await sealedLog();
      const [, second, third] = scene.paths;
      if (!withSeal) scene.disk.plant(sealOf(second), undefined);
      damage(scene.disk, second, (bytes) => bytes.slice(0, 4095));
      assert.deepEqual(await findsAndRepairs(scene), [[firstIndexOf(second), firstIndexOf(third) - 1]]);
    });
  }
});

describe('what is sound and does not continue what is before it', () => {
  test('is another history: the seal of a lost segment', async () => {
    const scene = await sealedLog();
    const other = await sealedLog(901);
    const [, second] = scene.paths;
    assert.deepEqual(other.paths, scene.paths);
    scene.disk.plant(second, undefined);
    scene.disk.plant(sealOf(second), other.disk.file(sealOf(second)).cache);
    const error = await rejectsWith(openLog(scene.disk), 'CORRUPT');
    assert.match(error.message, /missing or another history/);
  });

  test('is another history: a first segment that does not begin where the log does', async () => {
    const { disk, paths } = await sealedLog();
    damage(disk, paths[0], (bytes) => {
      const view = new DataView(bytes.buffer);
      view.setUint32(56, 2, true);
      view.setUint32(8, checksum(bytes.subarray(12, 512)), true);
      return bytes;
    });
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /missing or another history/);
    assert.deepEqual([error.file, error.index], [paths[0], 1]);
  });
});

describe('the newest segment', () => {
  /** A log of one segment, and the file of a second one that was begun and not counted when the process died. */
  async function uncounted(): Promise<{ disk: MemoryDisk; entries: readonly Entry[]; path: string }> {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const entries = entriesAfter(undefined, { term: 1, sizes: [100, 3000] });
    await log.append(entries);
    const before = disk.file(HARD_STATE).cache.slice();
    await log.append(entriesAfter(entries.at(-1), { term: 1, sizes: [3000] }));
    disk.kill();
    disk.restart();
    disk.plant(HARD_STATE, before);
    const path = `${PARTITION}/0000000000000003-00000002.segment`;
    damage(disk, path, (bytes) => bytes.fill(0, DATA_AT));
    return { disk, entries, path };
  }

  test('that a crash kept from being counted is counted', async () => {
    const { disk, entries, path } = await uncounted();
    const log = await openLog(disk);
    assert.equal(log.recovery.segments, 2);
    assertSameEntries(await readAll(log), entries);
    assert.ok(disk.file(path).cache.length > 0);
  });

  test('that was not counted yet, and whose header is damaged, is removed: nothing was ever in it', async () => {
    const { disk, entries, path } = await uncounted();
    damage(disk, path, (bytes) => flip(bytes, 20));
    const log = await openLog(disk);
    assert.deepEqual([log.recovery.segments, log.damage, log.claim], [1, [], undefined]);
    assert.ok(!(await disk.list(PARTITION)).some((name) => path.endsWith(name)));
    const more = entriesAfter(entries.at(-1), { term: 1, sizes: [3000] });
    await log.append(more);
    assertSameEntries(await readAll(await reopen(disk)), [...entries, ...more]);
  });

  test('is no seal without a file: the start is stopped', async () => {
    const { disk, paths } = await sealedLog();
    const seal = disk.file(sealOf(paths[0])).cache;
    disk.plant(`${PARTITION}/0000000000000099-0000000a.seal`, seal);
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /which was made here, is missing/);
  });
});

test('the failure that stopped a start is the one that is reported, also when the hard state cannot be closed', async () => {
  const { disk, paths } = await sealedLog();
  disk.plant(paths.at(-1) ?? '', undefined);
  const mounted = disk.mount();
  let failed = 0;
  const refusing: Disk = {
    ...mounted,
    open: async (path, options) => {
      const file = await mounted.open(path, options);
      if (path !== HARD_STATE) return file;
      const close = async (): Promise<void> => {
        await file.close();
        failed++;
        throw new Error('EIO: close');
      };
      return { ...file, close };
    },
  };
  const data = await openDataDirectory({ disk: refusing, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION, ...SIZES });
  await rejectsWith(data.openPartition(1), 'CORRUPT');
  assert.equal(failed, 1);
});
