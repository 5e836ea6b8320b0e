// What recovery makes of every state that a crash can leave, each named by its crash, and of the nearest damage that no crash leaves.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry } from '../../../consensus/types.ts';
import {
  assertSameEntries,
  damage,
  diskWith,
  entriesAfter,
  entryAfter,
  FIRST_SEGMENT,
  isCrash,
  layoutOf,
  NODE,
  openData,
  openLog,
  PARTITION,
  readAll,
  rejectsWith,
  reopen,
} from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

const SECTOR = 512;

/** Three appends; the last one, of three entries, is the last sync. */
function threeAppends(): [Entry[], Entry[], Entry[]] {
  const first = entriesAfter(undefined, { term: 1, sizes: [0, 100] });
  const second = entriesAfter(first.at(-1), { term: 1, sizes: [700] });
  const third = entriesAfter(second.at(-1), { term: 1, sizes: [300, 900, 400] });
  return [first, second, third];
}

interface Scene {
  readonly disk: MemoryDisk;
  readonly acknowledged: readonly Entry[];
  readonly all: readonly Entry[];
  /** The last write, not acknowledged in a torn scene. */
  readonly last: { readonly position: number; readonly end: number; readonly frames: readonly number[] };
  readonly writes: ReturnType<typeof layoutOf>;
}

async function scene(): Promise<Scene> {
  const appends = threeAppends();
  const writes = layoutOf(appends);
  const last = writes[2];
  assert.ok(last !== undefined);
  return { disk: await diskWith(appends), acknowledged: [...appends[0], ...appends[1]], all: appends.flat(), last, writes };
}

/** Recovers, twice, to exactly these entries; the log then takes more. */
async function recoversTo(disk: MemoryDisk, entries: readonly Entry[], torn: boolean): Promise<void> {
  const log = await openLog(disk);
  assert.equal(log.recovery.tornBytes > 0, torn, 'torn or not');
  assert.equal(log.recovery.tornAt !== undefined, torn);
  assert.equal(log.recovery.entries, entries.length);
  assertSameEntries(await readAll(log), entries);
  const again = await reopen(disk);
  assert.equal(again.recovery.tornBytes, 0, 'a torn end is cut once');
  assertSameEntries(await readAll(again), entries);
  const more = entriesAfter(entries.at(-1), { term: 2, sizes: [50, 0] });
  await again.append(more);
  assertSameEntries(await readAll(await reopen(disk)), [...entries, ...more]);
}

function zero(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return bytes.fill(0, from, to);
}

describe('a crash inside an append', () => {
  test('leaves nothing of the write: the log ends before it', async () => {
    const { disk, acknowledged, last } = await scene();
    damage(disk, FIRST_SEGMENT, (bytes) => zero(bytes, last.position, bytes.length));
    await recoversTo(disk, acknowledged, false);
  });

  test('leaves the whole write, never acknowledged: it is kept', async () => {
    const { disk, all } = await scene();
    await recoversTo(disk, all, false);
  });

  test('leaves nothing but the new size of the file: the log ends before it', async () => {
    const { disk, acknowledged, last } = await scene();
    damage(disk, FIRST_SEGMENT, (bytes) => {
      const longer = new Uint8Array(bytes.length + 3000);
      longer.set(bytes.subarray(0, last.position));
      return longer;
    });
    await recoversTo(disk, acknowledged, false);
  });

  test('never leaves a file shorter than it was synced: that is unclear, not torn, and the entries that are whole are kept', async () => {
    const { disk, acknowledged, all, last } = await scene();
    for (let end = last.position; end < last.end + 500; end += 37) {
      const copy = disk.clone();
      damage(copy, FIRST_SEGMENT, (bytes) => bytes.slice(0, end));
      const log = await openLog(copy);
      if (end >= last.end) {
        assert.deepEqual([log.lastIndex, log.recovery.unclearAt?.position], [6, last.end]);
        continue;
      }
      const isHeaderKnown = end >= last.position + 64;
      const entries = [...acknowledged, ...all.slice(3).filter(({ payload }, at) => end >= (last.frames[at] ?? 0) + 96 + payload.length)];
      const claim = entries.length === 6 ? undefined : { term: 1, index: isHeaderKnown ? 6 : Number.MAX_SAFE_INTEGER };
      assert.deepEqual([log.recovery.tornBytes, log.claim], [0, claim]);
      assertSameEntries(await readAll(log), entries);
    }
  });

  test('leaves any prefix of the write, byte by byte: it is cut', async () => {
    const { disk, acknowledged, last } = await scene();
    for (let end = last.position + 1; end < last.end; end++) {
      const copy = disk.clone();
      damage(copy, FIRST_SEGMENT, (bytes) => zero(bytes, end, bytes.length));
      const log = await openLog(copy);
      assert.ok(log.recovery.tornBytes > 0, `cut at byte ${end}`);
      assertSameEntries(await readAll(log), acknowledged);
    }
  });

  test('leaves any subset of the sectors of the write: it is cut, unless all are there', async () => {
    const { disk, acknowledged, all, last } = await scene();
    const starts = [last.position];
    for (let at = Math.ceil((last.position + 1) / SECTOR) * SECTOR; at < last.end; at += SECTOR) starts.push(at);
    for (let subset = 0; subset < 2 ** starts.length; subset++) {
      const copy = disk.clone();
      damage(copy, FIRST_SEGMENT, (bytes) => {
        for (const [part, from] of starts.entries()) {
          if ((subset & (1 << part)) === 0) zero(bytes, from, starts[part + 1] ?? last.end);
        }
        return bytes;
      });
      const log = await openLog(copy);
      assert.equal(log.recovery.tornBytes > 0, subset !== 0 && subset !== 2 ** starts.length - 1);
      assertSameEntries(await readAll(log), subset === 2 ** starts.length - 1 ? all : acknowledged);
    }
  });

  test('of zeros leaves some sectors: zeros that were meant are not taken for missing ones', async () => {
    const first = entriesAfter(undefined, { term: 1, sizes: [100] });
    const entry = entryAfter(first[0], { term: 1, payload: new Uint8Array(2000) });
    const whole = await diskWith([first]);
    const log = await openLog(whole);
    await log.append([entry]);
    whole.kill();
    whole.restart();
    assertSameEntries(await readAll(await openLog(whole.clone())), [...first, entry]);
    const [, write] = layoutOf([first, [entry]]);
    assert.ok(write !== undefined);
    damage(whole, FIRST_SEGMENT, (bytes) => zero(bytes, write.end - 64, write.end));
    await recoversTo(whole, first, true);
  });
});

describe('a crash inside the making of a segment', () => {
  const name = '0000000000000007-00000002.segment';

  test('leaves a temporary file: it is removed', async () => {
    const { disk, all } = await scene();
    disk.plant(`${PARTITION}/${name}.tmp`, new Uint8Array(100));
    await recoversTo(disk, all, false);
    assert.ok(!(await disk.list(PARTITION)).includes(`${name}.tmp`));
  });

  test('leaves the segment without entries and not counted: it is used', async () => {
    const { disk, all } = await scene();
    const before = disk.file(`${PARTITION}/hard-state`).cache.slice();
    const log = await openLog(disk);
    await log.append(entriesAfter(all.at(-1), { term: 1, sizes: [6000] }));
    damage(disk, `${PARTITION}/${name}`, (bytes) => bytes.fill(0, 4096));
    disk.plant(`${PARTITION}/hard-state`, before);
    disk.kill();
    disk.restart();
    await recoversTo(disk, all, false);
  });

  test('that cuts a suffix leaves the log without it', async () => {
    const { disk, all } = await scene();
    const log = await openLog(disk);
    await log.append(entriesAfter(all[2], { term: 2, sizes: [20] }));
    damage(disk, `${PARTITION}/0000000000000004-00000002.segment`, (bytes) => bytes.fill(0, 4096));
    disk.kill();
    disk.restart();
    await recoversTo(disk, all.slice(0, 3), false);
  });

  test('loses a counted segment: that is no crash, and stops the start', async () => {
    const { disk, all } = await scene();
    const log = await openLog(disk);
    await log.append(entriesAfter(all.at(-1), { term: 1, sizes: [6000] }));
    disk.plant(`${PARTITION}/${name}`, undefined);
    disk.kill();
    disk.restart();
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /segment 2, which was made here, is missing/);
  });
});

async function openOrCrash(disk: MemoryDisk): Promise<void> {
  try {
    await openLog(disk);
  } catch (error) {
    assert.ok(isCrash(error), String(error));
  }
}

describe('a crash inside recovery', () => {
  test('at any call, any number of times, ends in the same log', async () => {
    const { disk, acknowledged, last } = await scene();
    damage(disk, FIRST_SEGMENT, (bytes) => zero(bytes, last.end - 64, last.end));
    const counted = disk.clone();
    counted.restart();
    await openLog(counted);
    const { calls } = counted;
    assert.ok(calls > 8, 'recovery writes and syncs');
    for (let call = 1; call <= calls; call++) {
      const copy = disk.clone();
      copy.restart();
      for (let again = 0; again < 3; again++) {
        copy.crashAt(call, () => again * 0.4);
        await openOrCrash(copy);
        copy.cutPower(() => again * 0.4);
        copy.restart();
      }
      await openLog(copy);
      assertSameEntries(await readAll(await reopen(copy)), acknowledged);
    }
  });
});

describe('what was only in the page cache', () => {
  test('after a kill is made durable before it is promised', async () => {
    const { disk, acknowledged, all } = await scene();
    const more = entriesAfter(all.at(-1), { term: 1, sizes: [10] });
    assert.ok(acknowledged.length > 0);
    const log = await openLog(disk);
    disk.crashAt(2, () => 0.1);
    await assert.rejects(log.append(more));
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), [...all, ...more]);
    disk.cutPower(() => 0.99);
    disk.restart();
    assertSameEntries(await readAll(await openLog(disk)), [...all, ...more]);
  });

  test('after a failed sync, which leaves it clean in the cache, is written again', async () => {
    const { disk, all } = await scene();
    const more = entriesAfter(all.at(-1), { term: 1, sizes: [10] });
    const log = await openLog(disk);
    disk.failNextSync = true;
    await rejectsWith(log.append(more), 'IO');
    assertSameEntries(await readAll(await reopen(disk)), [...all, ...more]);
    disk.cutPower(() => 0.99);
    disk.restart();
    assertSameEntries(await readAll(await openLog(disk)), [...all, ...more]);
  });
});

describe('a misplaced', () => {
  test('frame never validates: the write of one place copied to another', async () => {
    const first = entriesAfter(undefined, { term: 1, sizes: [100] });
    const second = entriesAfter(first[0], { term: 1, sizes: [100] });
    const disk = await diskWith([first, second]);
    const [one, two] = layoutOf([first, second]);
    assert.ok(one !== undefined && two !== undefined);
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.copyWithin(two.position, one.position, one.end));
    const log = await openLog(disk);
    assert.deepEqual(
      [log.lastIndex, log.recovery.unclearAt?.position, log.claim],
      [1, two.position, { term: 1, index: Number.MAX_SAFE_INTEGER }],
    );
  });

  test('segment of another partition is refused', async () => {
    const { disk } = await scene();
    const data = await openData(disk);
    await data.openPartition(2);
    disk.plant(FIRST_SEGMENT, disk.file(FIRST_SEGMENT.replace('partition-0001', 'partition-0002')).cache);
    disk.kill();
    disk.restart();
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /another place, partition or node/);
  });

  test('segment under the name of another is refused', async () => {
    const { disk } = await scene();
    const bytes = disk.file(FIRST_SEGMENT).cache;
    disk.plant(FIRST_SEGMENT, undefined);
    disk.plant(`${PARTITION}/0000000000000001-00000002.segment`, bytes);
    await rejectsWith(openLog(disk), 'CORRUPT');
  });
});

test('the term of the last entry raises a hard state that is behind it, and clears the vote', async () => {
  const disk = await diskWith([]);
  const log = await openLog(disk);
  const before = disk.file(`${PARTITION}/hard-state`).cache.slice();
  await log.saveHardState({ term: 4, votedFor: NODE });
  await log.append(entriesAfter(undefined, { term: 4, sizes: [10] }));
  disk.plant(`${PARTITION}/hard-state`, before);
  assert.deepEqual((await reopen(disk)).hardState, { term: 4, votedFor: undefined });
  assert.deepEqual((await reopen(disk)).hardState, { term: 4, votedFor: undefined });
});
