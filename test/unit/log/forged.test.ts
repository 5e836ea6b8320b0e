// Bytes whose checksums are right and which make no sense where they are: what a bug, a later version or a hand would leave. None is used.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import type { Entry } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { frameBytes } from '../../../log/frame.ts';
import { segmentSeed } from '../../../log/segment-header.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import {
  assertSameEntries,
  damage,
  diskWith,
  entriesAfter,
  entryAfter,
  FIRST_SEGMENT,
  INCARNATION,
  layoutOf,
  openLog,
  PARTITION,
  readAll,
  rejectsWith,
} from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

const SEED = segmentSeed({ incarnation: INCARNATION, partition: 1, sequence: 1 });
const START = 4096;

/** A first segment that holds these writes, whatever they are. */
async function holding(writes: readonly (readonly Entry[])[]): Promise<MemoryDisk> {
  const disk = await diskWith([]);
  damage(disk, FIRST_SEGMENT, (bytes) => {
    let position = START;
    const parts: Uint8Array[] = [bytes.slice(0, START)];
    for (const entries of writes) {
      const write = encodeWrite(entries, { seed: SEED, position });
      parts.push(...write.parts);
      position += write.bytes;
    }
    return Uint8Array.from(Buffer.concat(parts));
  });
  return disk;
}

/** Changes the header of `bytes` bytes at `at` and makes its checksum right again. */
function forge(disk: MemoryDisk, header: { at: number; bytes: number; path?: string }, change: (view: DataView) => void): void {
  const { at, bytes: length, path = FIRST_SEGMENT } = header;
  damage(disk, path, (bytes) => {
    const target = bytes.subarray(at, at + length);
    const view = new DataView(bytes.buffer, at, length);
    change(view);
    view.setUint32(0, checksum(target.subarray(4), SEED), true);
    return bytes;
  });
}

const entries = entriesAfter(undefined, { term: 2, sizes: [100, 50, 30] });
const [one, two, three] = entries;
assert.ok(one !== undefined && two !== undefined && three !== undefined);

describe('a sound frame', () => {
  const misfits: readonly (readonly [string, Entry])[] = [
    ['of another index', { ...two, index: 3 }],
    ['of an older term', { ...two, term: 1 }],
    ['of another offset', { ...two, firstOffset: two.firstOffset + 1 }],
    ['of another history', { ...two, previousDigest: two.digest }],
    [
      'whose offsets pass 2^53',
      { ...entryAfter(undefined, { term: 2, payload: new Uint8Array(1) }), firstOffset: Number.MAX_SAFE_INTEGER, count: 2 },
    ],
  ];
  for (const [what, misfit] of misfits) {
    test(`${what} is not taken: unclear in the last sync, damage below it`, async () => {
      const unclear = await openLog(await holding([[one, misfit]]));
      // What is sound before it is kept; a claim of an older term is reached by that.
      assert.deepEqual([unclear.lastIndex, unclear.claim?.term, unclear.damage], [1, misfit.term < one.term ? undefined : misfit.term, []]);
      const below = await openLog(await holding([[one, misfit], [three]]));
      assert.deepEqual([below.lastIndex, below.claim], [3, undefined]);
      assert.ok(below.damage.some((range) => range.from <= 2 && range.to >= 2));
    });
  }

  for (const [what, misfit] of [
    ['an older term', { ...three, term: 1 }],
    ['an older offset', { ...three, firstOffset: 1 }],
  ] as const) {
    test(`of ${what} behind damage is not taken either`, async () => {
      const four = entryAfter(three, { term: 2, payload: new Uint8Array(5) });
      const disk = await holding([[one, two, misfit], [four]]);
      damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0x11, START + 64 + frameBytes(100), START + 64 + frameBytes(100) + 50));
      const log = await openLog(disk);
      assert.deepEqual(
        log.damage.map(({ from, to, digest }) => ({ from, to, digest })),
        [{ from: 2, to: 3, digest: three.digest }],
      );
      assertSameEntries(await log.read({ from: 4, to: 4, bytesMax: 1000 }), [four]);
    });
  }

  test('of an unknown type stops the start also behind damage', async () => {
    const disk = await holding([[one], [two], [three]]);
    const second = layoutOf([[one], [two]])[1]?.frames[0] ?? assert.fail();
    forge(disk, { at: second, bytes: 96 }, (view) => view.setUint8(16, 5));
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0x11, START + 64, START + 100));
    const error = await rejectsWith(openLog(disk), 'VERSION');
    assert.deepEqual([error.file, error.position], [FIRST_SEGMENT, second]);
  });

  test('of an unknown type stops the start, and is not skipped', async () => {
    const disk = await holding([[one], [two]]);
    forge(disk, { at: START + 64, bytes: 96 }, (view) => view.setUint8(16, 5));
    const error = await rejectsWith(openLog(disk), 'VERSION');
    assert.match(error.message, /unknown type 5.*Start the version/);
  });

  test('that passes the end of its write is not read', async () => {
    const disk = await holding([[one]]);
    forge(disk, { at: START + 64, bytes: 96 }, (view) => view.setUint32(12, 200, true));
    const log = await openLog(disk);
    assert.deepEqual([log.lastIndex, log.claim], [0, { term: 2, index: 1 }]);
  });

  test('put in the place of another after the start fails the read', async () => {
    for (const misfit of [
      { ...two, index: 9 },
      { ...two, term: 1 },
    ]) {
      const disk = await holding([[one, two]]);
      const log = await openLog(disk);
      const other = Buffer.concat(encodeWrite([one, misfit], { seed: SEED, position: START }).parts);
      disk.file(FIRST_SEGMENT).cache.set(other, START);
      assertSameEntries(await log.read({ from: 1, to: 2, bytesMax: 1000 }), [one]);
      // Its file ends early, so another segment continues it, and all of it is read to be sealed.
      await new Promise((resolve) => setImmediate(resolve));
      await assert.rejects(log.read({ from: 2, to: 2, bytesMax: 1000 }), DamagedEntriesError);
      assert.deepEqual(
        log.damage.map(({ from, to }) => [from, to]),
        [[2, 2]],
      );
    }
  });
});

describe('a sound header of a write', () => {
  const changes: readonly (readonly [string, (view: DataView) => void])[] = [
    ['that was synced up to elsewhere', (view) => view.setUint32(24, START - 64, true)],
    ['with another first index', (view) => view.setUint32(32, 7, true)],
    ['without frames', (view) => view.setUint32(16, 0, true)],
    ['of a size that is no multiple of 64', (view) => view.setUint32(12, view.getUint32(12, true) + 8, true)],
    ['too small for its frames', (view) => view.setUint32(16, 90, true)],
  ];
  for (const [what, change] of changes) {
    test(`${what} stops the start`, async () => {
      const disk = await holding([[one, two]]);
      forge(disk, { at: START, bytes: 64 }, change);
      const error = await rejectsWith(openLog(disk), 'CORRUPT');
      assert.match(error.message, /does not fit to what comes before it/);
    });
  }

  test('with more frames than there are is unclear', async () => {
    const disk = await holding([entriesAfter(undefined, { term: 1, sizes: [300] })]);
    forge(disk, { at: START, bytes: 64 }, (view) => view.setUint32(16, 2, true));
    assert.deepEqual((await openLog(disk)).claim, { term: 1, index: 2 });
  });

  test('counts the zeros that were meant: rot beside them is unclear, not torn', async () => {
    const zeros = entryAfter(undefined, { term: 1, payload: new Uint8Array(3000) });
    const disk = await holding([[zeros]]);
    assert.equal((await openLog(disk.clone())).lastIndex, 1);
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(1, START + 200, START + 201));
    const log = await openLog(disk);
    assert.deepEqual([log.recovery.tornBytes, log.lastIndex, log.claim], [0, 0, { term: 1, index: 1 }]);
  });
});

describe('segments', () => {
  /** Entries 1..2, then, after a cut, another 2 in segment 2, and 3 in segment 3. */
  async function threeSegments(): Promise<MemoryDisk> {
    const disk = await diskWith([]);
    const log = await openLog(disk);
    const first = entriesAfter(undefined, { term: 1, sizes: [10, 20] });
    const second = entriesAfter(first[0], { term: 2, sizes: [5000] });
    const third = entriesAfter(second[0], { term: 2, sizes: [9000] });
    for (const append of [first, second, third]) await log.append(append);
    disk.kill();
    disk.restart();
    return disk;
  }

  test('of which the middle one and all seals are missing are not joined: what is before may be another history', async () => {
    const disk = await threeSegments();
    disk.plant(`${PARTITION}/0000000000000002-00000002.segment`, undefined);
    for (const name of await disk.list(PARTITION)) if (name.endsWith('.seal')) disk.plant(`${PARTITION}/${name}`, undefined);
    const log = await openLog(disk);
    assert.deepEqual(
      log.damage.map(({ from, to }) => [from, to]),
      [[1, 2]],
    );
    await assert.rejects(log.read({ from: 1, to: 1, bytesMax: 1 }), DamagedEntriesError);
    await assert.rejects(log.indexOfOffset(1), DamagedEntriesError);
  });

  test('of a later version, or of none, are refused', async () => {
    const changes: readonly (readonly [(view: DataView) => void, 'VERSION' | 'CORRUPT'])[] = [
      [(view) => view.setUint32(12, 3, true), 'VERSION'],
      [(view) => view.setUint32(12, 0, true), 'VERSION'],
      // Sound, and of another place: not damage, but a hand.
      [(view) => view.setUint32(16, 5, true), 'CORRUPT'],
      [(view) => view.setUint32(40, 5, true), 'CORRUPT'],
      [(view) => view.setUint32(20, 2, true), 'CORRUPT'],
      [(view) => view.setUint32(24, 5, true), 'CORRUPT'],
    ];
    for (const [change, code] of changes) {
      const disk = await diskWith([entries]);
      damage(disk, FIRST_SEGMENT, (bytes) => {
        change(new DataView(bytes.buffer));
        new DataView(bytes.buffer).setUint32(8, checksum(bytes.subarray(12, 512)), true);
        return bytes;
      });
      await rejectsWith(openLog(disk), code);
    }
  });

  test('whose header makes no sense are read by what surrounds it', async () => {
    const changes: readonly ((view: DataView) => void)[] = [
      (view) => view.setUint8(96, 0),
      (view) => view.setUint8(96, 7),
      (view) => view.setUint32(16, 0, true),
      (view) => view.setUint32(40, 0, true),
      (view) => view.setUint32(56, 0, true),
      (view) => view.setUint32(52, 0xffff_ffff, true),
    ];
    for (const change of changes) {
      const disk = await diskWith([entries]);
      damage(disk, FIRST_SEGMENT, (bytes) => {
        change(new DataView(bytes.buffer));
        new DataView(bytes.buffer).setUint32(8, checksum(bytes.subarray(12, 512)), true);
        return bytes;
      });
      assertSameEntries(await readAll(await openLog(disk)), entries);
    }
  });
});

test('a read that the disk refuses is reported, and a start that the disk refuses', async () => {
  const disk = await diskWith([entries]);
  const log = await openLog(disk);
  disk.failNextRead = 'ENODEV';
  const error = await rejectsWith(log.read({ from: 1, to: 3, bytesMax: 1000 }), 'IO');
  assert.equal(error.file, FIRST_SEGMENT);
  disk.kill();
  disk.restart();
  disk.failNextRead = 'ENODEV';
  await rejectsWith(openLog(disk), 'IO');
});

test('a read that fails once with EIO is done again, also at the start', async () => {
  const disk = await diskWith([entries]);
  const log = await openLog(disk);
  disk.failNextRead = true;
  assert.equal((await log.read({ from: 1, to: 3, bytesMax: 1000 })).length, 3);
  disk.kill();
  disk.restart();
  disk.failNextRead = true;
  assert.deepEqual((await openLog(disk)).damage, []);
});

test('the layout that the tests compute is the one on disk', async () => {
  const disk = await diskWith([[one], [two, three]]);
  const [first, second] = layoutOf([[one], [two, three]]);
  const { cache } = disk.file(FIRST_SEGMENT);
  assert.equal(cache[(first?.end ?? 0) - 1], 0xa5);
  assert.equal(cache[(second?.end ?? 0) - 1], 0xa5);
  assert.equal(cache[second?.end ?? 0], 0);
});
