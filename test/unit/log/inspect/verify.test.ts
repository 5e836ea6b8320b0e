// `verify` on directories over the disk in memory: sound ones are sound, and whatever is changed in them is found and placed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { type Finding, isDamage } from '../../../../log/inspect/finding.ts';
import { takeInventory } from '../../../../log/inspect/inventory.ts';
import { readOnlyDisk } from '../../../../log/inspect/read-only-disk.ts';
import { walkSegment } from '../../../../log/inspect/segment-walk.ts';
import { segmentSeed } from '../../../../log/segment-header.ts';
import { damage, entriesAfter, FIRST_SEGMENT, INCARNATION, layoutOf, openLog, PARTITION, ROOT, seeded } from '../fixture.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { appendAll, directoryOf, filesOf, fullDirectory, snapshotAt, verify } from './directory.ts';

function flipped(at: number, bit = 0): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  };
}

/** What matters of findings, for comparison. */
function short(findings: readonly Finding[]): unknown[] {
  return findings.map(({ severity, code, from, to }) => [severity, code, from, to]);
}

const first = entriesAfter(undefined, { term: 1, sizes: [0, 61] });
const second = entriesAfter(first.at(-1), { term: 1, sizes: [150, 40] });
const third = entriesAfter(second.at(-1), { term: 1, sizes: [30, 99] });
const writes = layoutOf([first, second, third]);

/** Three writes of two entries each in the newest segment. */
function smallDirectory(end: 'ends' | 'is-killed' = 'ends'): Promise<MemoryDisk> {
  return directoryOf(async (log) => {
    for (const entries of [first, second, third]) await log.append(entries);
  }, end);
}

function writeAt(which: number): { readonly position: number; readonly end: number; readonly frames: readonly number[] } {
  const write = writes[which];
  assert.ok(write !== undefined);
  return write;
}

describe('a sound directory', () => {
  test('has no findings, and the summary says where it ends', async () => {
    const { findings, partitions } = await verify(await fullDirectory());
    assert.deepEqual(findings, []);
    const [partition] = partitions;
    assert.ok(partition !== undefined);
    const log = await openLog(await fullDirectory());
    assert.equal(partition.end.lastIndex, log.lastIndex);
    assert.deepEqual(partition.end.lastDigest, log.lastDigest);
    assert.equal(partition.entries, 19);
    assert.equal(partition.transactions, partition.end.nextOffset - 1);
    assert.deepEqual(partition.snapshots, [5]);
  });

  test('of a node that has not formed, and of one whose partition is empty', async () => {
    const { findings } = await verify(await directoryOf(async () => undefined));
    assert.deepEqual(findings, []);
  });

  test('is not changed by looking at it', async () => {
    const disk = await fullDirectory();
    const before = await filesOf(disk);
    await verify(disk);
    assert.deepEqual(await filesOf(disk), before);
  });

  test('after a compaction and behind an installed snapshot', async () => {
    const compacted = await directoryOf(async (log, disk) => {
      const entries = entriesAfter(undefined, { term: 1, sizes: [...Array(30)].map(() => 1000) });
      await appendAll(log, entries);
      await snapshotAt(disk, entries[24]);
      await log.compact(25);
      assert.ok(log.base.index > 0, 'something was dropped');
    });
    const verified = await verify(compacted);
    assert.deepEqual(verified.findings, []);
    assert.equal(verified.partitions[0]?.end.lastIndex, 30);

    const installed = await directoryOf(async (log, disk) => {
      const entries = entriesAfter(undefined, { term: 1, sizes: [10, 20, 30, 40] });
      await log.append(entries.slice(0, 1));
      await snapshotAt(disk, entries[2]);
      const { index, term, digest, firstOffset, count } = entries[2] ?? assert.fail('entry 3');
      await log.reset({ index, term, digest, nextOffset: firstOffset + count });
      await log.append(entries.slice(3));
    });
    const after = await verify(installed);
    assert.deepEqual(after.findings, []);
    assert.equal(after.partitions[0]?.end.lastIndex, 4);
  });
});

describe('damage is found and placed:', () => {
  test('a flipped bit in a payload costs that entry, and the rest is read on', async () => {
    const disk = await smallDirectory();
    damage(disk, FIRST_SEGMENT, flipped((writeAt(0).frames[1] ?? 0) + 96));
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(short(findings), [['damage', 'ENTRIES', 2, 2]]);
    assert.equal(findings[0]?.position, writeAt(0).frames[1]);
    assert.equal(findings[0]?.file, FIRST_SEGMENT);
    assert.equal(partitions[0]?.end.lastIndex, 6);
  });

  test('a flipped bit in the header of a frame costs that entry', async () => {
    const disk = await smallDirectory();
    damage(disk, FIRST_SEGMENT, flipped((writeAt(1).frames[0] ?? 0) + 24));
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(short(findings), [['damage', 'ENTRIES', 3, 3]]);
    assert.equal(partitions[0]?.end.lastIndex, 6);
  });

  test('a flipped bit in the header of a write costs no entry, and is damage', async () => {
    const disk = await smallDirectory();
    damage(disk, FIRST_SEGMENT, flipped(writeAt(1).position + 12));
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(short(findings), [['damage', 'ENTRIES', undefined, undefined]]);
    assert.equal(findings[0]?.position, writeAt(1).position);
    assert.equal(partitions[0]?.end.lastIndex, 6);
  });

  test('a zeroed range across two writes costs what was in it', async () => {
    const disk = await smallDirectory();
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0, writeAt(0).frames[1], (writeAt(1).frames[0] ?? 0) + 200));
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(short(findings), [['damage', 'ENTRIES', 2, 3]]);
    assert.equal(partitions[0]?.end.lastIndex, 6);
  });

  test('the last write of a killed process: torn without its mark, unclear with all parts written', async () => {
    const torn = await smallDirectory('is-killed');
    damage(torn, FIRST_SEGMENT, (bytes) => bytes.fill(0, writeAt(2).end - 8, writeAt(2).end));
    const afterCrash = await verify(torn);
    assert.deepEqual(short(afterCrash.findings), [['torn', 'ENTRIES', 5, undefined]]);
    assert.equal(afterCrash.findings.some(isDamage), false);
    assert.equal(afterCrash.partitions[0]?.end.lastIndex, 4);

    const unclear = await smallDirectory('is-killed');
    damage(unclear, FIRST_SEGMENT, flipped((writeAt(2).frames[0] ?? 0) + 96));
    assert.deepEqual(short((await verify(unclear)).findings), [['unclear', 'ENTRIES', 5, undefined]]);

    const behind = await smallDirectory('is-killed');
    damage(behind, FIRST_SEGMENT, (bytes) => flipped(writeAt(2).end + 100)(flipped((writeAt(2).frames[0] ?? 0) + 96)(bytes)));
    assert.deepEqual(short((await verify(behind)).findings), [['unclear', 'ENTRIES', 5, undefined]]);
  });

  test('the header of the last write of a killed process: torn without its mark, unclear with it', async () => {
    const torn = await smallDirectory('is-killed');
    damage(torn, FIRST_SEGMENT, (bytes) => bytes.fill(0, writeAt(2).position, writeAt(2).position + 64));
    assert.deepEqual(short((await verify(torn)).findings), [['torn', 'ENTRIES', 5, undefined]]);
    const unclear = await smallDirectory('is-killed');
    damage(unclear, FIRST_SEGMENT, flipped(writeAt(2).position + 20));
    // Its frames are sound, and are kept; whether there were more is not known.
    assert.deepEqual(short((await verify(unclear)).findings), [['unclear', 'ENTRIES', 7, undefined]]);
  });

  test('the same in a log whose process ended: the hard state says that it was synced, so it is damage', async () => {
    const marks = await smallDirectory();
    damage(marks, FIRST_SEGMENT, (bytes) => bytes.fill(0, writeAt(2).end - 8, writeAt(2).end));
    assert.equal((await verify(marks)).findings[0]?.severity, 'damage');
    const gone = await smallDirectory();
    damage(gone, FIRST_SEGMENT, (bytes) => bytes.fill(0, writeAt(2).position));
    assert.deepEqual(short((await verify(gone)).findings), [['damage', 'ENTRIES', 5, 6]]);
  });

  test('a newest segment that is shorter than it was when it was synced', async () => {
    const cut = await smallDirectory('is-killed');
    damage(cut, FIRST_SEGMENT, (bytes) => bytes.slice(0, writeAt(2).end));
    assert.deepEqual(short((await verify(cut)).findings), [['unclear', 'ENTRIES', 7, undefined]]);
    const shorter = await smallDirectory('is-killed');
    damage(shorter, FIRST_SEGMENT, (bytes) => bytes.slice(0, writeAt(2).end - 100));
    assert.deepEqual(short((await verify(shorter)).findings), [['unclear', 'ENTRIES', 6, undefined]]);
  });

  test('a seal: damaged, saying what is not so, of bytes that are others; one that is missing is made again', async () => {
    const sealed = (disk: MemoryDisk): string => {
      const path = FIRST_SEGMENT.replace(/segment$/, 'seal');
      assert.ok(disk.file(path).cache.length > 500);
      return path;
    };
    const flippedSeal = await fullDirectory();
    damage(flippedSeal, sealed(flippedSeal), flipped(400));
    assert.deepEqual(short((await verify(flippedSeal)).findings), [['damage', 'SEAL', undefined, undefined]]);
    const missing = await fullDirectory();
    missing.plant(sealed(missing), undefined);
    assert.deepEqual((await verify(missing)).findings, []);
    const other = await fullDirectory();
    const wrong = await fullDirectory();
    const second = (await takeInventory(other, ROOT)).partitions[0]?.segments[1];
    assert.ok(second !== undefined);
    damage(wrong, sealed(wrong), () => other.file(second.file.replace(/segment$/, 'seal')).cache.slice());
    assert.deepEqual(short((await verify(wrong)).findings), [['damage', 'SEAL', undefined, undefined]]);
  });

  test('a segment that is gone', async () => {
    const disk = await fullDirectory();
    const { partitions } = await takeInventory(disk, ROOT);
    const segments = partitions[0]?.segments ?? [];
    const [, middle] = segments.filter(({ state }) => state === 'live');
    assert.ok(middle !== undefined && middle.limit !== undefined);
    disk.plant(middle.file, undefined);
    assert.deepEqual(short((await verify(disk)).findings), [['damage', 'ENTRIES', middle.firstIndex, middle.limit - 1]]);

    const without = await fullDirectory();
    const newest = segments.at(-1)?.file ?? '';
    without.plant(newest, undefined);
    const { findings } = await verify(without);
    assert.match(findings[0]?.what ?? '', /segment \d+, which was made here, is missing/);
    assert.equal(findings.some(isDamage), true);
  });

  test('the header of a segment: the entries in it are still read', async () => {
    const disk = await fullDirectory();
    damage(disk, FIRST_SEGMENT, flipped(60));
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(short(findings), [['damage', 'SEGMENT', 1, undefined]]);
    assert.equal(partitions[0]?.end.lastIndex, 19);
  });

  test('a segment in the place of another, and one of a later version: the next start refuses both, and that is said', async () => {
    const swapped = await fullDirectory();
    const [one, two] = ((await takeInventory(swapped, ROOT)).partitions[0]?.segments ?? []).filter(({ state }) => state === 'live');
    assert.ok(one !== undefined && two !== undefined);
    swapped.plant(one.file, swapped.file(two.file).cache.slice());
    await assert.rejects(openLog(swapped), { code: 'CORRUPT' });
    assert.match((await verify(swapped)).findings[0]?.next ?? '', /refuses to start/);

    const later = await fullDirectory();
    damage(later, FIRST_SEGMENT, (bytes) => {
      bytes[12] = 99;
      new DataView(bytes.buffer, bytes.byteOffset).setUint32(8, crc32(bytes.subarray(12, 512)), true);
      return bytes;
    });
    await assert.rejects(openLog(later), { code: 'VERSION' });
    assert.match((await verify(later)).findings[0]?.next ?? '', /version of ledgerline that wrote it/);
  });

  test('hard state: one bad copy is damage that the next start mends, two are the end of this name', async () => {
    const disk = await smallDirectory();
    damage(disk, `${PARTITION}/hard-state`, flipped(50));
    const [one, none] = (await verify(disk)).findings;
    assert.equal(none, undefined);
    assert.match(one?.next ?? '', /takes the other copy/);
    damage(disk, `${PARTITION}/hard-state`, flipped(4096 + 50));
    const { findings } = await verify(disk);
    assert.deepEqual(short(findings), [
      ['damage', 'HARD_STATE', undefined, undefined],
      ['damage', 'HARD_STATE', undefined, undefined],
    ]);
    assert.match(findings[0]?.next ?? '', /replace the member/);
  });

  test('identity, genesis, marker, snapshot, strangers and unfinished files', async () => {
    const cases: [string, (disk: MemoryDisk) => void, string, string][] = [
      ['identity', (disk) => damage(disk, `${ROOT}/identity`, flipped(30)), 'damage', 'IDENTITY'],
      ['genesis', (disk) => damage(disk, `${ROOT}/genesis`, flipped(200)), 'damage', 'GENESIS'],
      ['no genesis', (disk) => disk.plant(`${ROOT}/genesis`, undefined), 'damage', 'GENESIS'],
      ['no identity', (disk) => disk.plant(`${ROOT}/identity`, undefined), 'damage', 'IDENTITY'],
      ['no hard state', (disk) => disk.plant(`${PARTITION}/hard-state`, undefined), 'damage', 'HARD_STATE'],
      ['a marker alone', (disk) => disk.plant(`${ROOT}/partition-0002.created`, new Uint8Array(0)), 'damage', 'PARTITION'],
      ['a stranger', (disk) => disk.plant(`${ROOT}/notes.txt`, Uint8Array.of(1)), 'note', 'FOREIGN_FILE'],
      ['a stranger inside', (disk) => disk.plant(`${PARTITION}/x`, Uint8Array.of(1)), 'note', 'FOREIGN_FILE'],
      ['unfinished', (disk) => disk.plant(`${PARTITION}/hard-state.tmp`, Uint8Array.of(1)), 'note', 'UNFINISHED'],
      ['a snapshot cut short', (disk) => damage(disk, snapshotOf(disk), (bytes) => bytes.slice(0, 200)), 'damage', 'SNAPSHOT'],
    ];
    for (const [name, change, severity, code] of cases) {
      const disk = await fullDirectory();
      change(disk);
      const { findings, partitions } = await verify(disk);
      assert.deepEqual([findings[0]?.severity, findings[0]?.code], [severity, code], `${name}: ${JSON.stringify(findings)}`);
      assert.equal(findings.length, 1, `${name}: ${JSON.stringify(findings)}`);
      assert.equal(partitions[0]?.end.lastIndex, 19, `${name}: the log is read all the same`);
    }
  });

  test('a snapshot of another history, and a log that begins behind no snapshot', async () => {
    const other = await directoryOf(async (log, disk) => {
      const entries = entriesAfter(undefined, { term: 1, sizes: [10, 20, 30] });
      await log.append(entries);
      const [, second] = entriesAfter(undefined, { term: 1, sizes: [10, 21] });
      await snapshotAt(disk, second && { ...second, firstOffset: entries[1]?.firstOffset ?? 0, count: entries[1]?.count ?? 0 });
    });
    assert.match((await verify(other)).findings[0]?.what ?? '', /another history than the log: the digests at 2 differ/);

    const compacted = await directoryOf(async (log) => {
      await appendAll(log, entriesAfter(undefined, { term: 1, sizes: [...Array(30)].map(() => 1000) }));
      await log.compact(25);
    });
    assert.match((await verify(compacted)).findings[0]?.what ?? '', /no sound snapshot covers what was before/);
  });

  test('a directory that is none is refused, and so is one that is not there', async () => {
    const disk = await fullDirectory();
    await disk.makeDirectory('/other');
    await assert.rejects(verify(disk, '/other'), { code: 'FOREIGN_FILE' });
    await assert.rejects(verify(disk, '/nowhere'), { code: 'IO' });
  });
});

function snapshotOf(disk: MemoryDisk): string {
  const path = `${PARTITION}/0000000000000005.snapshot`;
  assert.ok(disk.file(path).cache.length > 400);
  return path;
}

describe('any flipped byte', () => {
  test('is damage, or lies outside the data: behind the end, in void segments, behind the content of a hard state copy', async () => {
    const disk = await fullDirectory();
    const outside = await outsideOf(disk);
    const random = seeded(11);
    for (const [path, bytes] of await filesOf(disk)) {
      for (let round = 0; round < (bytes.length === 0 ? 0 : 40); round++) {
        const at = Math.floor(random() * bytes.length);
        const copy = disk.clone();
        damage(copy, path, (content) => {
          content[at] = (content[at] ?? 0) ^ (1 + Math.floor(random() * 255));
          return content;
        });
        const { findings } = await verify(copy);
        const isFound = findings.some(isDamage) || findings.some(({ severity }) => severity === 'torn');
        const isOutside = outside(path, at);
        if (!isOutside) assert.ok(isFound, `${path}, byte ${at}: not found`);
        if (!isOutside) assert.ok(findings.some(isDamage), `${path}, byte ${at}: ${JSON.stringify(findings)}`);
        if (isOutside) assert.equal(findings.some(isDamage), false, `${path}, byte ${at}: ${JSON.stringify(findings)}`);
      }
    }
  });
});

/** Which bytes hold no data, by the layout alone. */
async function outsideOf(disk: MemoryDisk): Promise<(path: string, at: number) => boolean> {
  const { partitions } = await takeInventory(disk, ROOT);
  const ends = new Map<string, number>();
  for (const segment of partitions[0]?.segments ?? []) {
    const { file, sequence, state, limit } = segment;
    const seed = segmentSeed({ incarnation: INCARNATION, partition: 1, sequence });
    const opened = await disk.open(file, { create: false });
    let end = state === 'live' ? 4096 : 0;
    for await (const record of walkSegment({ file: opened, size: await opened.size(), seed })) {
      if (state !== 'live' || (record.kind === 'write' && record.header.firstIndex >= (limit ?? Number.POSITIVE_INFINITY))) break;
      // Of a write that is void from some frame on, the end is where that frame begins.
      if (record.kind === 'frame' && record.header.index >= (limit ?? Number.POSITIVE_INFINITY)) {
        end = record.position;
        break;
      }
      if (record.kind === 'write-end') end = record.position;
    }
    ends.set(file, end);
  }
  return (path, at) => {
    if (path.endsWith('/hard-state')) return at % 4096 >= 512;
    const end = ends.get(path);
    return end !== undefined && at >= end;
  };
}

test('the disk of the tools refuses everything that would change something', async () => {
  const disk = readOnlyDisk();
  for (const call of [
    () => disk.open('/tmp/never-made', { create: true }),
    () => disk.makeDirectory('/tmp/never-made'),
    () => disk.rename('/tmp/never-made', '/tmp/never-made-either'),
    () => disk.remove('/tmp/never-made'),
    () => disk.syncDirectory('/tmp'),
  ]) {
    await assert.rejects(call, { code: 'EROFS' });
  }
  const file = await disk.open('/proc/self/status', { create: false });
  await assert.rejects(file.write(0, [Uint8Array.of(1)]), { code: 'EROFS' });
  await assert.rejects(file.sync(), { code: 'EROFS' });
  assert.ok((await file.read(0, 10)).length === 10);
  await file.close();
});
