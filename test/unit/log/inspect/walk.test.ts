// The walk over one segment, behind damage of every kind; the counts of stats; and who holds a lock.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { holdersOf } from '../../../../log/inspect/in-use.ts';
import { takeInventory } from '../../../../log/inspect/inventory.ts';
import { type SegmentRecord, walkSegment } from '../../../../log/inspect/segment-walk.ts';
import { PartitionStats } from '../../../../log/inspect/stats.ts';
import { walkDirectory } from '../../../../log/inspect/walk-directory.ts';
import { segmentSeed } from '../../../../log/segment-header.ts';
import { damage, entriesAfter, FIRST_SEGMENT, INCARNATION, layoutOf, ROOT } from '../fixture.ts';
import type { MemoryDisk } from '../memory-disk.ts';
import { directoryOf, fullDirectory } from './directory.ts';

const SEED = segmentSeed({ incarnation: INCARNATION, partition: 1, sequence: 1 });
const groups = [[0, 61], [150, 40, 5], [30], [99, 700]];

async function threeWrites(): Promise<{ disk: MemoryDisk; writes: ReturnType<typeof layoutOf> }> {
  const appends: ReturnType<typeof entriesAfter>[] = [];
  for (const sizes of groups) appends.push(entriesAfter(appends.at(-1)?.at(-1), { term: 1, sizes }));
  const disk = await directoryOf(async (log) => {
    for (const entries of appends) await log.append(entries);
  });
  return { disk, writes: layoutOf(appends) };
}

async function walk(disk: MemoryDisk): Promise<SegmentRecord[]> {
  const file = await disk.open(FIRST_SEGMENT, { create: false });
  const records: SegmentRecord[] = [];
  for await (const record of walkSegment({ file, size: await file.size(), seed: SEED })) records.push(record);
  return records;
}

function kinds(records: readonly SegmentRecord[]): string[] {
  return records.map((record) =>
    record.kind === 'frame'
      ? `frame ${record.header.index}${record.payloadChecksumHolds ? '' : '!'}`
      : record.kind === 'damage'
        ? `damage ${record.part}`
        : record.kind,
  );
}

describe('the walk over a segment', () => {
  test('hands out writes, frames and the end, in their order', async () => {
    const { disk, writes } = await threeWrites();
    const records = await walk(disk);
    assert.deepEqual(kinds(records), [
      ...['write', 'frame 1', 'frame 2', 'write-end'],
      ...['write', 'frame 3', 'frame 4', 'frame 5', 'write-end'],
      ...['write', 'frame 6', 'write-end'],
      ...['write', 'frame 7', 'frame 8', 'write-end', 'end'],
    ]);
    assert.deepEqual(
      records.flatMap((record) => (record.kind === 'frame' ? [record.position] : [])),
      writes.flatMap(({ frames }) => frames),
    );
    assert.equal(records.at(-1)?.position, writes.at(-1)?.end);
  });

  test('goes on behind a damaged header of a write, frame and payload', async () => {
    const { disk, writes } = await threeWrites();
    const [first, second, third, fourth] = writes;
    assert.ok(first !== undefined && second !== undefined && third !== undefined && fourth !== undefined);
    damage(disk, FIRST_SEGMENT, (bytes) => {
      for (const at of [(first.frames[1] ?? 0) + 96, second.position + 1, (second.frames[1] ?? 0) + 30, fourth.frames[0] ?? 0]) {
        bytes[at] = (bytes[at] ?? 0) ^ 1;
      }
      return bytes;
    });
    assert.deepEqual(kinds(await walk(disk)), [
      ...['write', 'frame 1', 'frame 2!', 'write-end'],
      // Its header is gone: the first frame is found, then the one behind the second.
      ...['damage write-header', 'frame 3', 'damage frame-header', 'frame 5', 'write-end'],
      ...['write', 'frame 6', 'write-end'],
      ...['write', 'damage frame-header', 'frame 8', 'write-end', 'end'],
    ]);
  });

  test('says what a damaged range is, however long, and finds what is behind it', async () => {
    const { disk, writes } = await threeWrites();
    const from = (writes[0]?.frames[1] ?? 0) + 8;
    const to = writes[3]?.position ?? 0;
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0xff, from, to));
    const records = await walk(disk);
    assert.deepEqual(kinds(records), [
      ...['write', 'frame 1', 'damage frame-header', 'damage end-mark', 'write-end'],
      ...['damage write-header', 'write', 'frame 7', 'frame 8', 'write-end', 'end'],
    ]);
  });

  test('ends at once in a segment without a write, and says so of one that is only its header', async () => {
    const disk = await directoryOf(async () => undefined);
    assert.deepEqual(kinds(await walk(disk)), ['end']);
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.slice(0, 4096));
    assert.deepEqual(kinds(await walk(disk)), ['end']);
  });
});

test('stats count what is live, by term, segment and size', async () => {
  const disk = await fullDirectory();
  const inventory = await takeInventory(disk, ROOT);
  const stats = new PartitionStats();
  for await (const found of walkDirectory(disk, inventory, { withVoid: false, from: 1, to: Number.MAX_SAFE_INTEGER })) {
    if (found.kind === 'segment') stats.beginSegment(found.segment);
    if (found.kind === 'record') stats.add(found.segment, found.record);
  }
  assert.deepEqual(stats.entries, { 'no-op': 2, batch: 17, 'snapshot-point': 0, membership: 0 });
  assert.deepEqual(stats.terms, [
    { term: 1, firstIndex: 1, lastIndex: 12 },
    { term: 3, firstIndex: 13, lastIndex: 19 },
  ]);
  assert.equal(
    stats.segments.reduce((sum, { entries }) => sum + entries, 0),
    19,
  );
  assert.equal(stats.segments.at(-1)?.lastIndex, 19);
  assert.equal(stats.bytesPerBatch.count, 17);
  assert.equal(stats.bytesPerBatch.sum, stats.payloadBytes);
  assert.equal(
    stats.bytesPerBatch.buckets.reduce((sum, { count }) => sum + count, 0),
    17,
  );
  assert.deepEqual(
    stats.bytesPerBatch.buckets.map(({ upTo }) => upTo).filter((upTo) => !Number.isInteger(Math.log2(upTo))),
    [],
  );
});

describe('who holds a lock', () => {
  const file = { dev: 65024n, ino: 2146588n };

  test('is found by device and inode', () => {
    const table = '1: POSIX  ADVISORY  WRITE 23836 fe:00:2146588 0 EOF\n2: FLOCK  ADVISORY  WRITE 7 fe:00:99 0 EOF\n';
    assert.deepEqual(holdersOf(table, file), [{ pid: 23836, isSameDevice: true }]);
  });

  test('on another device has the same number and is not the same file; one who waits holds nothing', () => {
    const table = '1: POSIX  ADVISORY  WRITE 5 00:2a:2146588 0 EOF\n1: -> POSIX  ADVISORY  WRITE 6 fe:00:2146588 0 EOF\n';
    assert.deepEqual(holdersOf(table, file), [{ pid: 5, isSameDevice: false }]);
    assert.deepEqual(holdersOf('', file), []);
    assert.deepEqual(holdersOf('garbage\n', file), []);
  });
});
