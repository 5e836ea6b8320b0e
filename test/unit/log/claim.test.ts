// Last syncs of which nobody can say whether they were acknowledged: kept, claimed over restarts, and settled by what the log reaches later.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry, LogPosition } from '../../../consensus/types.ts';
import { flip } from './damaged.ts';
import {
  assertSameEntries,
  baseAt,
  damage,
  diskWith,
  entriesAfter,
  FIRST_SEGMENT,
  isCrash,
  layoutOf,
  openLog,
  PARTITION,
  readAll,
  reopen,
} from './fixture.ts';
import { verify } from './inspect/directory.ts';
import type { MemoryDisk } from './memory-disk.ts';

const NOBODY_KNOWS = Number.MAX_SAFE_INTEGER;

const first = entriesAfter(undefined, { term: 1, sizes: [0, 100, 700] });
const second = entriesAfter(first.at(-1), { term: 1, sizes: [300, 900, 400] });
const appends = [first, second];
const entries = [...first, ...second];
const last = layoutOf(appends)[1] ?? assert.fail();

/** A log whose last sync, entries 4..6, is damaged. */
async function unclear(at = last.frames[0] ?? 0): Promise<MemoryDisk> {
  const disk = await diskWith(appends);
  damage(disk, FIRST_SEGMENT, (bytes) => flip(bytes, at));
  return disk;
}

function endsAt(log: PartitionStorage, lastIndex: number, claim: LogPosition | undefined): void {
  assert.deepEqual([log.lastIndex, log.claim, log.damage], [lastIndex, claim, []]);
}

describe('an unclear last sync', () => {
  for (const [what, at, kept, claim] of [
    ['the payload of its last entry', (last.frames[2] ?? 0) + 100, 2, { term: 1, index: 6 }],
    ['the header of its second frame', (last.frames[1] ?? 0) + 30, 1, { term: 1, index: 6 }],
    ['the header of its first frame', (last.frames[0] ?? 0) + 30, 0, { term: 1, index: 6 }],
    ['its end mark', last.end - 4, 3, undefined],
    ['its own header', last.position + 20, 3, { term: 1, index: NOBODY_KNOWS }],
  ] as const) {
    // Found by the simulator (seed 710160, beyond the promises): rot beside an entry took the one good copy of it that was left.
    test(`by rot in ${what} is claimed as high as it may have reached; the ${kept} sound entries before it are kept`, async () => {
      const disk = await unclear(at);
      const log = await openLog(disk);
      endsAt(log, 3 + kept, claim);
      assert.equal(log.recovery.tornBytes, 0);
      assert.equal(log.recovery.unclearAt?.file, FIRST_SEGMENT);
      assert.ok((log.recovery.unclearAt?.position ?? 0) >= last.position);
      assertSameEntries(await readAll(log), [...first, ...second.slice(0, kept)]);
      const more = entriesAfter([...first, ...second.slice(0, kept)].at(-1), { term: 2, sizes: [60] });
      await log.append(more);
      const again = await reopen(disk);
      assert.equal(again.recovery.unclearAt, undefined);
      assertSameEntries(await readAll(again), [...first, ...second.slice(0, kept), ...more]);
    });
  }

  // Found by the e2e test of damage: what was left beside kept entries looked like damage for ever.
  test('leaves no remains once nothing is claimed of it: its segment is written anew', async () => {
    for (const at of [last.end - 4, last.position + 20, (last.frames[2] ?? 0) + 100]) {
      const disk = await unclear(at);
      const log = await openLog(disk);
      if (log.claim !== undefined) {
        const remains = disk.file(FIRST_SEGMENT).cache.slice();
        await reopen(disk);
        assert.deepEqual(disk.file(FIRST_SEGMENT).cache, remains, 'while it is claimed the bytes stay');
      }
      const settling = await reopen(disk);
      const kept = await readAll(settling);
      const more = entriesAfter(kept.at(-1), { term: 2, sizes: [60] });
      await settling.append(more);
      assert.equal(settling.claim, undefined);
      // In the background.
      await new Promise((resume) => setImmediate(resume));
      await settling.close();
      disk.kill();
      disk.restart();
      const { findings } = await verify(disk);
      assert.deepEqual(
        findings.filter(({ file }) => file === FIRST_SEGMENT),
        [],
      );
      assertSameEntries(await readAll(await openLog(disk)), [...kept, ...more]);
    }
  });

  test('of which something is kept is written again before it counts: a power cut takes none of it', async () => {
    const disk = await unclear((last.frames[1] ?? 0) + 30);
    // All of the segment is in the page cache alone.
    disk.file(FIRST_SEGMENT).durable.fill(0, last.position);
    await openLog(disk);
    disk.cutPower(() => 0.99);
    disk.restart();
    const log = await openLog(disk);
    endsAt(log, 4, { term: 1, index: 6 });
    assertSameEntries(await readAll(log), [...first, ...second.slice(0, 1)]);
  });

  test('before bytes of a later write, of which nothing is known, is claimed without an upper index', async () => {
    const disk = await unclear();
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(7, last.end, last.end + 40));
    endsAt(await openLog(disk), 3, { term: 1, index: NOBODY_KNOWS });
  });

  test('is kept as it is, and claimed over restarts', async () => {
    const disk = await unclear();
    const before = disk.file(FIRST_SEGMENT).cache.slice(last.position);
    await openLog(disk);
    for (let again = 0; again < 3; again++) endsAt(await reopen(disk), 3, { term: 1, index: 6 });
    assert.deepEqual(disk.file(FIRST_SEGMENT).cache.slice(last.position), before);
  });

  test('is kept also where no live entry is left in its file, until the claim is settled', async () => {
    const disk = await diskWith([entriesAfter(undefined, { term: 1, sizes: [10, 20] })]);
    damage(disk, FIRST_SEGMENT, (bytes) => flip(bytes, 4096 + 64 + 100));
    const log = await openLog(disk);
    endsAt(log, 0, { term: 1, index: 2 });
    await reopen(disk);
    assert.ok((await disk.list(PARTITION)).includes('0000000000000001-00000001.segment'));
    await (await reopen(disk)).dropClaim();
    await reopen(disk);
    assert.ok(!(await disk.list(PARTITION)).includes('0000000000000001-00000001.segment'));
  });

  test('does not hide a higher claim, nor one that is lower', async () => {
    const disk = await unclear();
    const log = await openLog(disk);
    await log.append(entriesAfter(first.at(-1), { term: 1, sizes: [40] }));
    endsAt(log, 4, { term: 1, index: 6 });
    disk.kill();
    disk.restart();
    const path = `${PARTITION}/0000000000000004-00000002.segment`;
    damage(disk, path, (bytes) => flip(bytes, 4096 + 64 + 100));
    endsAt(await openLog(disk.clone()), 3, { term: 1, index: 6 });
    damage(disk, path, (bytes) => flip(bytes, 4096 + 20));
    endsAt(await openLog(disk), 3, { term: 1, index: NOBODY_KNOWS });
  });

  test('is found again whatever call of its recovery a crash hits', async () => {
    const scene = await unclear();
    for (let call = 1; call <= 24; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const disk = scene.clone();
        disk.crashAt(call, () => luck);
        await openLog(disk).catch((error: unknown) => assert.ok(isCrash(error)));
        disk.cutPower(() => luck);
        disk.restart();
        const log = await openLog(disk);
        endsAt(log, 3, { term: 1, index: 6 });
        assertSameEntries(await readAll(log), first);
      }
    }
  });

  test('with damage right before it, whose digest nobody knows any more, is claimed together with that', async () => {
    const third = entriesAfter(entries.at(-1), { term: 2, sizes: [50] });
    const disk = await diskWith([...appends, third]);
    const [, damaged, torn] = layoutOf([...appends, third]);
    damage(disk, FIRST_SEGMENT, (bytes) => flip(flip(bytes, (damaged?.frames[2] ?? 0) + 100), (torn?.frames[0] ?? 0) + 20));
    endsAt(await openLog(disk), 5, { term: 2, index: 7 });
  });
});

describe('a torn last sync', () => {
  test('is cut, reported, and claims nothing', async () => {
    const disk = await diskWith(appends);
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0, last.end - 8, last.end));
    const log = await openLog(disk);
    endsAt(log, 3, undefined);
    assert.deepEqual(log.recovery.tornAt, { file: FIRST_SEGMENT, position: last.position });
    assert.equal(log.recovery.unclearAt, undefined);
  });
});

describe('a claim', () => {
  const settling: readonly (readonly [string, readonly Entry[], boolean])[] = [
    ['its very place', second, true],
    ['an entry below it', second.slice(0, 2), false],
    ['a lower index of a later term', entriesAfter(first.at(-1), { term: 2, sizes: [5] }), true],
  ];
  for (const [what, appended, isSettled] of settling) {
    test(`is ${isSettled ? 'settled' : 'not settled'} once the log reaches ${what}, durably`, async () => {
      const disk = await unclear();
      const log = await openLog(disk);
      await log.append(appended);
      const claim = isSettled ? undefined : { term: 1, index: 6 };
      endsAt(log, 3 + appended.length, claim);
      endsAt(await reopen(disk), 3 + appended.length, claim);
      assertSameEntries(await readAll(await reopen(disk)), [...first, ...appended]);
    });
  }

  for (const [what, older, newer] of [
    ['of a later term', { term: 3, index: NOBODY_KNOWS }, { term: 1, index: 5 }],
    ['of an earlier term', { term: 1, index: 6 }, { term: 2, index: 5 }],
    ['of a higher index', { term: 1, index: 6 }, { term: 1, index: 5 }],
    ['of a lower index', { term: 1, index: 6 }, { term: 1, index: 7 }],
  ] as const) {
    test(`${what} than that of another unclear sync: the higher one stays`, async () => {
      const disk = await diskWith([first]);
      const before = await openLog(disk);
      await before.saveHardState({ term: older.term, votedFor: undefined });
      await before.append(second);
      disk.kill();
      disk.restart();
      // Of term 3 nobody can tell more than that the hard state knew it.
      damage(disk, FIRST_SEGMENT, (bytes) => {
        flip(bytes, (last.frames[0] ?? 0) + 30);
        return older.index === NOBODY_KNOWS ? flip(bytes, last.position + 20) : bytes;
      });
      const log = await openLog(disk);
      endsAt(log, 3, older);
      const sizes = new Array<number>(newer.index - 3).fill(50);
      const append = entriesAfter(first.at(-1), { term: newer.term, sizes });
      const names = await disk.list(PARTITION);
      const newest = `${PARTITION}/${names
        .filter((name) => name.endsWith('.segment'))
        .sort()
        .at(-1)}`;
      // As a crash leaves it: what settles the claim was not saved yet.
      const hardState = disk.file(`${PARTITION}/hard-state`).cache.slice();
      await log.append(append);
      disk.kill();
      disk.restart();
      disk.plant(`${PARTITION}/hard-state`, hardState);
      damage(disk, newest, (bytes) => flip(bytes, (layoutOf([append])[0]?.frames[0] ?? 0) + 30));
      const isHigher = newer.term > older.term || (newer.term === older.term && newer.index > older.index);
      endsAt(await openLog(disk), 3, isHigher ? newer : older);
    });
  }

  test('that was settled does not come back with a cut below it', async () => {
    const disk = await unclear();
    const log = await openLog(disk);
    await log.append(second);
    const other = entriesAfter(first[0], { term: 2, sizes: [5] });
    await log.append(other);
    endsAt(await reopen(disk), 2, undefined);
  });

  test('is given up for good', async () => {
    const disk = await unclear();
    await (await openLog(disk)).dropClaim();
    const log = await reopen(disk);
    endsAt(log, 3, undefined);
    await log.dropClaim();
  });

  test('outlives a beginning behind a snapshot that does not reach it, and no other', async () => {
    for (const [size, term, isSettled] of [
      [2, 1, false],
      [3, 1, true],
      [1, 2, true],
    ] as const) {
      const disk = await unclear();
      const log = await openLog(disk);
      const base = entriesAfter(first.at(-1), { term, sizes: new Array<number>(size).fill(1) }).at(-1) ?? assert.fail();
      await log.reset(baseAt(base));
      const claim = isSettled ? undefined : { term: 1, index: 6 };
      endsAt(log, base.index, claim);
      endsAt(await reopen(disk), base.index, claim);
    }
  });
});

describe('a claim on what lies behind damage that nobody can repair', () => {
  const later = entriesAfter(first[1], { term: 1, sizes: [20, 30, 40, 50] });

  test('binds from the append that cuts it off, over restarts, until the log has come as far again', async () => {
    const disk = await diskWith(appends);
    const log = await openLog(disk);
    await log.raiseClaim({ term: 1, index: 6 });
    await log.append(later.slice(0, 2));
    endsAt(log, 4, { term: 1, index: 6 });
    const again = await reopen(disk);
    endsAt(again, 4, { term: 1, index: 6 });
    await again.append(later.slice(2, 3));
    endsAt(again, 5, { term: 1, index: 6 });
    await again.append(later.slice(3));
    endsAt(again, 6, undefined);
    endsAt(await reopen(disk), 6, undefined);
  });

  test('is dropped by a start whose log still reaches it, and stays below a higher one', async () => {
    const disk = await diskWith(appends);
    const log = await openLog(disk);
    await log.raiseClaim({ term: 1, index: 6 });
    await log.raiseClaim({ term: 1, index: 5 });
    assert.deepEqual(log.claim, { term: 1, index: 6 });
    endsAt(await reopen(disk), 6, undefined);
  });

  test('stays when the log begins anew behind a snapshot that does not reach it', async () => {
    const disk = await diskWith(appends);
    const log = await openLog(disk);
    await log.raiseClaim({ term: 1, index: 6 });
    await log.reset(baseAt(second[1] ?? assert.fail()));
    endsAt(log, 5, { term: 1, index: 6 });
    endsAt(await reopen(disk), 5, { term: 1, index: 6 });
  });
});

test('the term of the last damaged entry is known where the end of the log is: a vote is measured by it', async () => {
  const disk = await diskWith([first]);
  const log = await openLog(disk);
  await log.saveHardState({ term: 3, votedFor: undefined });
  const third = entriesAfter(first.at(-1), { term: 3, sizes: [60, 70] });
  await log.append(third);
  await log.close();
  damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0, layoutOf([first, third])[1]?.position));
  const again = await reopen(disk);
  assert.deepEqual([again.lastIndex, again.damage.map(({ from, to }) => [from, to])], [5, [[4, 5]]]);
  assert.deepEqual(again.termRuns.at(-1), { firstIndex: 5, term: 3 });
});

// The claim went as far as the last write whose header could be read, although bytes of another one lay behind it: less than what may have been acknowledged.
test('damage up to a write that is damaged, too, is claimed without an upper index if bytes of yet another write lie behind', async () => {
  const writes = [first, second];
  for (let number = 0; number < 2; number++) writes.push(entriesAfter(writes.at(-1)?.at(-1), { term: 1, sizes: [20, 30] }));
  const layout = layoutOf(writes);
  for (const [isBehind, claim] of [
    [false, { term: 1, index: 8 }],
    [true, { term: 1, index: NOBODY_KNOWS }],
  ] as const) {
    const disk = await diskWith(isBehind ? writes : writes.slice(0, 3));
    damage(disk, FIRST_SEGMENT, (bytes) => {
      flip(bytes, (layout[1]?.frames[2] ?? 0) + 30);
      flip(bytes, (layout[2]?.frames[0] ?? 0) + 30);
      if (isBehind) flip(bytes, (layout[3]?.position ?? 0) + 20);
      return bytes;
    });
    endsAt(await openLog(disk), 5, claim);
  }
});
