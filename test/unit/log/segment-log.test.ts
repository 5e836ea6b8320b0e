// The partition's log as its callers see it: appends, cuts, rotation, reads, offsets, and refusal after a failure.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import { LENGTHEN_BYTES } from '../../../consensus/limits.ts';
import type { Disk } from '../../../consensus/ports.ts';
import { chainDigest } from '../../../log/chain-digest.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import {
  assertSameEntries,
  diskWith,
  entriesAfter,
  FIRST_SEGMENT,
  INCARNATION,
  layoutOf,
  NODE,
  openLog,
  PARTITION,
  ROOT,
  readAll,
  rejectsWith,
  reopen,
} from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const MiB = 1024 * 1024;
/** Of a write of one entry beside its payload, of a multiple of 64 bytes: headers, end mark. */
const WRITE_OVERHEAD_BYTES = 64 + 96 + 8;

/** The disk, and where each write to it ended. */
function watchWrites(disk: MemoryDisk): {
  readonly watched: Disk;
  readonly writes: readonly { path: string; start: number; end: number }[];
} {
  const mounted = disk.mount();
  const writes: { path: string; start: number; end: number }[] = [];
  const open: Disk['open'] = async (path, options) => {
    const file = await mounted.open(path, options);
    return {
      ...file,
      write: (position, parts) => {
        writes.push({ path, start: position, end: parts.reduce((end, part) => end + part.length, position) });
        return file.write(position, parts);
      },
    };
  };
  return { watched: { ...mounted, open }, writes };
}

async function segmentsOf(disk: MemoryDisk): Promise<string[]> {
  return (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
}

describe('an append', () => {
  test('is one write and one sync', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const before = disk.calls;
    await log.append(entriesAfter(undefined, { term: 1, sizes: [10, 0, 2000] }));
    assert.equal(disk.calls - before, 2);
  });

  // Found by the simulator (seed 800110): the file was then as long as its writes, and the next start took it for cut short.
  test('that ends where the file was zeroed ahead to zeroes another step: a kill leaves nothing unclear', async () => {
    const disk = new MemoryDisk();
    const open = async () => {
      const data = await openDataDirectory({ disk, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION });
      return data.openPartition(1);
    };
    const log = await open();
    // The first segment, which is of one step; then in the second, behind its header, large writes that make it longer, and a small one up to its very end.
    const writes = [1_000_000, MiB - 4096, 7 * MiB - 64 * 1024, 64 * 1024].map((bytes) => bytes - WRITE_OVERHEAD_BYTES);
    for (const entry of entriesAfter(undefined, { term: 1, sizes: writes })) await log.append([entry]);
    const [, second] = await segmentsOf(disk);
    assert.equal(disk.file(`${PARTITION}/${second}`).cache.length, 2 * LENGTHEN_BYTES);
    disk.kill();
    disk.restart();
    const again = await open();
    assert.deepEqual([again.lastIndex, again.recovery.unclearAt, again.claim], [4, undefined, undefined]);
  });

  test('moves the end of the log, with term runs and digest', async () => {
    const log = await openLog(new MemoryDisk());
    const first = entriesAfter(undefined, { term: 1, sizes: [10, 0] });
    const second = entriesAfter(first[1], { term: 3, sizes: [10] });
    await log.append(first);
    await log.append(second);
    assert.equal(log.lastIndex, 3);
    assert.deepEqual(log.lastDigest, second[0]?.digest);
    assert.deepEqual(log.termRuns, [
      { firstIndex: 1, term: 1 },
      { firstIndex: 3, term: 3 },
    ]);
  });

  test('of term 0, in which nobody ever led, is the error of the caller', async () => {
    const log = await openLog(new MemoryDisk());
    await assert.rejects(log.append(entriesAfter(undefined, { term: 0, sizes: [10] })), /a term from 1 on/);
    const other = await openLog(new MemoryDisk());
    await other.append(entriesAfter(undefined, { term: 1, sizes: [10] }));
    assert.equal(other.lastIndex, 1);
  });

  test('that leaves a gap, breaks the chain, goes back in term or jumps in offsets is the error of the caller', async () => {
    const first = entriesAfter(undefined, { term: 2, sizes: [10] });
    const [next] = entriesAfter(first[0], { term: 2, sizes: [10] });
    assert.ok(next !== undefined);
    const wrong = [
      { ...next, index: 3 },
      { ...next, previousDigest: new Uint8Array(32) },
      { ...next, term: 1 },
      { ...next, firstOffset: next.firstOffset + 1 },
    ];
    for (const entry of wrong) {
      const log = await openLog(await diskWith([first]));
      await assert.rejects(log.append([entry]), { name: 'AssertionError' });
      await log.close();
    }
    const log = await openLog(await diskWith([first]));
    await assert.rejects(log.append([]), /has entries/);
    await log.append([next]);
  });

  test('of more than a segment makes one of its size, and a full segment is followed by the next', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const small = entriesAfter(undefined, { term: 1, sizes: [1000] });
    const large = entriesAfter(small[0], { term: 1, sizes: [30_000, 5000] });
    const after = entriesAfter(large[1], { term: 1, sizes: [1000, 1000] });
    for (const entries of [small, large, after]) await log.append(entries);
    assert.deepEqual(await segmentsOf(disk), [
      '0000000000000001-00000001.segment',
      '0000000000000002-00000002.segment',
      '0000000000000004-00000003.segment',
    ]);
    assertSameEntries(await readAll(log), [...small, ...large, ...after]);
    const again = await reopen(disk);
    assert.equal(again.recovery.segments, 3);
    assertSameEntries(await readAll(again), [...small, ...large, ...after]);
  });

  // Found by the crash states with small limits: a kill in the middle of the zeros left a file that the next start took for cut short, and nobody could say by what.
  test('is never what makes the file longer, large or small: that is done before', async () => {
    const disk = new MemoryDisk();
    const { watched, writes } = watchWrites(disk);
    const data = await openDataDirectory({ disk: watched, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION });
    const log = await data.openPartition(1);
    const sizes = Array.from({ length: 130 }, (_, at) => (at % 50 === 7 ? 900_000 : 90_000 + at));
    for (const entry of entriesAfter(undefined, { term: 1, sizes })) await log.append([entry]);
    const [, second] = await segmentsOf(disk);
    const inSecond = writes.filter(({ path }) => path.endsWith(`/${second}`));
    let length = MiB;
    const longer: number[] = [];
    for (const { start, end } of inSecond) {
      if (end > length) longer.push(end - start);
      length = Math.max(length, end);
    }
    assert.deepEqual(longer, [1, 1]);
  });

  test('that is large makes the file longer, for more like it, without writing zeros; a small one behind it writes them up to the next step', async () => {
    const disk = new MemoryDisk();
    const { watched, writes } = watchWrites(disk);
    const data = await openDataDirectory({ disk: watched, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION });
    const log = await data.openPartition(1);
    // The first segment is of 1 MiB and takes the first entry.
    const sizes = [700_000, 900_000, 300_000, 100, 900_000, 100];
    const entries = entriesAfter(undefined, { term: 1, sizes });
    for (const entry of entries) await log.append([entry]);
    assert.equal(log.bytes, MiB + LENGTHEN_BYTES);
    const [, second] = await segmentsOf(disk);
    const inSecond = writes.filter(({ path }) => path.endsWith(`/${second}`));
    // The second entry needs more than was zeroed when the segment began; then each is one write, the small ones with zeros up to where a step ends.
    const ends = inSecond.map(({ end }) => end);
    assert.deepEqual([ends.length, ends[1], ends[3], ends[5]], [6, LENGTHEN_BYTES, 2 * MiB, 3 * MiB]);
    const again = await reopen(disk);
    assert.deepEqual([again.claim, again.recovery.tornBytes], [undefined, 0]);
    assertSameEntries(await readAll(again), entries);
  });

  test('at the very capacity still fits, one byte more does not', async () => {
    for (const [extra, segments] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const disk = new MemoryDisk();
      const log = await openLog(disk);
      const first = entriesAfter(undefined, { term: 1, sizes: [1000] });
      await log.append(first);
      const room = 8192 - (layoutOf([first])[0]?.end ?? 0);
      await log.append(entriesAfter(first[0], { term: 1, sizes: [room - 64 - 96 - 8 + extra] }));
      assert.equal((await segmentsOf(disk)).length, segments);
    }
  });
});

describe('a cut', () => {
  test('makes the suffix void for good, however often', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const base = entriesAfter(undefined, { term: 1, sizes: [10, 20, 30] });
    await log.append(base);
    let suffix = entriesAfter(base[1], { term: 2, sizes: [40, 50] });
    for (let term = 2; term < 8; term++) {
      suffix = entriesAfter(base[1], { term, sizes: [40, 50].slice(0, 1 + (term % 2)) });
      await log.append(suffix);
      assert.equal(log.lastIndex, 2 + suffix.length);
      assertSameEntries(await readAll(log), [...base.slice(0, 2), ...suffix]);
    }
    assertSameEntries(await readAll(await reopen(disk)), [...base.slice(0, 2), ...suffix]);
  });

  test('of everything leaves a log that begins anew', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    await log.append(entriesAfter(undefined, { term: 1, sizes: [10, 20] }));
    const other = entriesAfter(undefined, { term: 2, sizes: [30] });
    await log.append(other);
    assert.deepEqual(log.termRuns, [{ firstIndex: 1, term: 2 }]);
    assertSameEntries(await readAll(await reopen(disk)), other);
  });

  test('that does not continue the entry before it is the error of the caller', async () => {
    const log = await openLog(new MemoryDisk());
    await log.append(entriesAfter(undefined, { term: 1, sizes: [10, 20] }));
    const stranger = entriesAfter(entriesAfter(undefined, { term: 1, sizes: [11] })[0], { term: 2, sizes: [30] });
    await assert.rejects(log.append(stranger), /does not continue the digest chain|begins at offset/);
  });
});

describe('a read', () => {
  test('stops before its payloads pass bytesMax, but not before one entry', async () => {
    const log = await openLog(new MemoryDisk());
    const entries = entriesAfter(undefined, { term: 1, sizes: [100, 200, 0, 300] });
    await log.append(entries);
    const lengths = async (from: number, to: number, bytesMax: number): Promise<number> => (await log.read({ from, to, bytesMax })).length;
    assert.deepEqual(
      [await lengths(1, 4, 0), await lengths(1, 4, 299), await lengths(1, 4, 300), await lengths(1, 4, 600), await lengths(2, 3, 9999)],
      [1, 1, 3, 4, 2],
    );
  });

  test('hands out entries with the digests that the chain gives them', async () => {
    const log = await openLog(new MemoryDisk());
    await log.append(entriesAfter(undefined, { term: 1, sizes: [100, 200] }));
    for (const entry of await readAll(log)) assert.deepEqual(entry.digest, chainDigest(entry.previousDigest, entry.index, entry));
  });

  test('outside the log is the error of the caller', async () => {
    const log = await openLog(new MemoryDisk());
    await assert.rejects(log.read({ from: 1, to: 1, bytesMax: 1 }), { name: 'AssertionError' });
    await log.append(entriesAfter(undefined, { term: 1, sizes: [1] }));
    await assert.rejects(log.read({ from: 0, to: 1, bytesMax: 1 }), { name: 'AssertionError' });
    await assert.rejects(log.read({ from: 1, to: 2, bytesMax: 1 }), { name: 'AssertionError' });
  });

  test('of rotten bytes is damage with file and byte, once and for all; the entries around it are read', async () => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [100, 200, 300] });
    const [first, second, third] = entries;
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const frame = layoutOf([entries])[0]?.frames[1] ?? 0;
    for (const at of [frame + 10, frame + 60, frame + 96, frame + 295]) {
      const disk = await diskWith([entries]);
      const log = await openLog(disk);
      const file = disk.file(FIRST_SEGMENT);
      file.cache[at] = (file.cache[at] ?? 0) ^ 4;
      assertSameEntries(await log.read({ from: 1, to: 3, bytesMax: 9999 }), [first]);
      const error: unknown = await log.read({ from: 2, to: 3, bytesMax: 9999 }).catch((reason: unknown) => reason);
      assert.ok(error instanceof DamagedEntriesError);
      const { why, position, ...range } = error.range;
      assert.deepEqual(range, { from: 2, to: 2, digestBefore: first.digest, digest: second.digest, file: FIRST_SEGMENT });
      assert.equal(position, frame);
      assert.match(why, /does not match its checksum/);
      assert.deepEqual(log.damage, [error.range]);
      assertSameEntries(await log.read({ from: 3, to: 3, bytesMax: 9999 }), [third]);
      assertSameEntries(await log.read({ from: 1, to: 3, bytesMax: 9999 }), [first]);
      await log.repair([second]);
      assertSameEntries(await readAll(log), entries);
      assertSameEntries(await readAll(await reopen(disk)), entries);
    }
  });

  test('that failed for another reason than damage is done once more', async () => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [100, 200, 300] });
    const disk = await diskWith([entries]);
    const log = await openLog(disk);
    disk.corruptNextRead = true;
    assertSameEntries(await log.read({ from: 1, to: 3, bytesMax: 9999 }), entries);
    assert.deepEqual(log.damage, []);
  });
});

test('an offset is found in the batch that holds it, across no-ops, and nowhere beyond the log', async () => {
  const log = await openLog(new MemoryDisk());
  const entries = entriesAfter(undefined, { term: 1, sizes: [0, 10, 0, 0, 12, 5, 0] });
  await log.append(entries);
  let last = 0;
  for (const entry of entries) {
    for (let offset = entry.firstOffset; offset < entry.firstOffset + entry.count; offset++) {
      assert.equal(await log.indexOfOffset(offset), entry.index);
      last = offset;
    }
  }
  assert.ok(last > 3);
  assert.equal(await log.indexOfOffset(last + 1), undefined);
  await assert.rejects(log.indexOfOffset(0), { name: 'AssertionError' });
});

describe('after a failure', () => {
  for (const [what, fail] of [
    [
      'write',
      (disk: MemoryDisk) => {
        disk.failNextWrite = true;
      },
    ],
    [
      'sync',
      (disk: MemoryDisk) => {
        disk.failNextSync = true;
      },
    ],
  ] as const) {
    test(`of a ${what} in an append everything is refused`, async () => {
      const first = entriesAfter(undefined, { term: 1, sizes: [10] });
      const disk = await diskWith([first]);
      const log = await openLog(disk);
      fail(disk);
      const error = await rejectsWith(log.append(entriesAfter(first[0], { term: 1, sizes: [10] })), 'IO');
      assert.match(error.message, /Check the disk/);
      assert.equal(log.lastIndex, 1);
      await rejectsWith(log.append(entriesAfter(first[0], { term: 1, sizes: [10] })), 'IO');
      await rejectsWith(log.saveHardState({ term: 9, votedFor: undefined }), 'IO');
      await rejectsWith(log.read({ from: 1, to: 1, bytesMax: 1 }), 'IO');
      await log.close();
    });

    test(`of a ${what} in a save of the hard state everything is refused`, async () => {
      const disk = await diskWith([]);
      const log = await openLog(disk);
      fail(disk);
      await rejectsWith(log.saveHardState({ term: 9, votedFor: undefined }), 'IO');
      assert.equal(log.hardState.term, 1);
      await rejectsWith(log.append(entriesAfter(undefined, { term: 1, sizes: [10] })), 'IO');
    });
  }

  test('of a cut or a rotation everything is refused', async () => {
    const first = entriesAfter(undefined, { term: 1, sizes: [10, 3000] });
    for (const next of [entriesAfter(first[0], { term: 2, sizes: [10] }), entriesAfter(first[1], { term: 1, sizes: [5000] })]) {
      const disk = await diskWith([first]);
      const log = await openLog(disk);
      disk.failNextSync = true;
      await rejectsWith(log.append(next), 'IO');
      await rejectsWith(log.append(next), 'IO');
    }
  });
});

test('one append and one save of the hard state may be under way together, but not two of either', async () => {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  const first = entriesAfter(undefined, { term: 1, sizes: [10, 5000] });
  await log.append(first);
  const cut = log.append(entriesAfter(first[0], { term: 2, sizes: [10] }));
  const saved = log.saveHardState({ term: 2, votedFor: undefined });
  await assert.rejects(log.append(first), /one append is under way/);
  await assert.rejects(log.saveHardState({ term: 3, votedFor: undefined }), /one save of the hard state is under way/);
  await Promise.all([cut, saved]);
  const again = await reopen(disk);
  assert.equal(again.lastIndex, 2);
  assert.deepEqual(again.hardState, { term: 2, votedFor: undefined });
});

test('a closed log refuses, and closing again is no harm', async () => {
  const log = await openLog(await diskWith([]));
  await log.close();
  await log.close();
  await assert.rejects(log.append(entriesAfter(undefined, { term: 1, sizes: [1] })), /the log is open/);
  await assert.rejects(log.saveHardState({ term: 1, votedFor: undefined }), /the log is open/);
});
