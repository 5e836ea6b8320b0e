// Damaged entries are put back: only those that were there, whole or not at all, beside readers, and with a full disk once there is space.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import { NoSpaceError } from '../../../consensus/no-space.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { firstIndexOf, flip, isRepairedFrom, rangeOf, rangesOf, rotInPlace, sealed } from './damaged.ts';
import {
  assertSameEntries,
  damage,
  diskWith,
  entriesAfter,
  isCrash,
  layoutOf,
  openLog,
  PARTITION,
  rejectsWith,
  reopen,
} from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

describe('a repair', () => {
  test('by anything else than the damaged entries is refused, and changes nothing', async () => {
    const { disk, entries, names } = await sealed();
    disk.plant(`${PARTITION}/${names[1]}`, undefined);
    const log = await openLog(disk);
    const [range] = log.damage;
    assert.ok(range !== undefined && range.to > range.from);
    const right = entries.slice(range.from - 1, range.to);
    const other = entriesAfter(entries[range.from - 2], { term: 1, sizes: right.map(() => 5) });
    const { calls } = disk;
    const [first] = right;
    assert.ok(first !== undefined);
    for (const wrong of [
      right.slice(0, -1),
      [...right.slice(0, -1), ...entries.slice(0, 1)],
      other,
      [{ ...first, term: 9 }, ...right.slice(1)],
      [{ ...first, previousDigest: first.digest }, ...right.slice(1)],
    ]) {
      await rejectsWith(log.repair(wrong), 'WRONG_REPAIR');
    }
    await assert.rejects(log.repair(entries.slice(0, 1)), { name: 'AssertionError' });
    assert.equal(disk.calls, calls);
    await isRepairedFrom(disk, log, entries);
  });

  test('cut short at any call leaves the damage or the whole segment, and can be done again', async () => {
    const scene = await sealed();
    const { entries, names } = scene;
    damage(scene.disk, `${PARTITION}/${names[1]}`, (bytes) => bytes.slice(0, 4096 + 1500));
    for (let call = 1; call <= 16; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const disk = scene.disk.clone();
        const log = await openLog(disk);
        const [range] = log.damage;
        assert.ok(range !== undefined);
        disk.crashAt(call, () => luck);
        await log.repair(entries.slice(range.from - 1, range.to)).catch((error: unknown) => assert.ok(isCrash(error)));
        disk.cutPower(() => luck);
        disk.restart();
        const again = await openLog(disk);
        assert.ok(again.damage.length === 0 || again.damage[0]?.from === range.from);
        await isRepairedFrom(disk, again, entries);
      }
    }
  });

  test('of an entry that is larger than one write of a repair puts it back', async () => {
    const appends = [[1_100_000], [50, 1_100_000], [10]];
    const entries: Entry[] = [];
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    for (const sizes of appends) {
      const more = entriesAfter(entries.at(-1), { term: 1, sizes });
      await log.append(more);
      entries.push(...more);
    }
    await log.close();
    const names = (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
    for (const name of names.slice(0, -1)) damage(disk, `${PARTITION}/${name}`, (bytes) => flip(bytes, bytes.length - 1000));
    const again = await reopen(disk);
    await again.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.deepEqual(
      again.damage.map(({ from, to }) => [from, to]),
      [
        [1, 1],
        [3, 3],
      ],
    );
    await isRepairedFrom(disk, again, entries);
  });

  // Found by review: it was put back twice, which ended the process.
  test('of an entry that can be read again meanwhile takes the one that is there', async () => {
    const { disk, entries, names } = await sealed();
    const from = firstIndexOf(names[1]);
    const frame = layoutOf([entries.slice(from - 1, from)])[0]?.frames[0] ?? 0;
    disk.unreadable.push({ file: disk.file(`${PARTITION}/${names[1]}`), from: frame + 100, to: frame + 101 });
    const log = await openLog(disk);
    await assert.rejects(log.read({ from, to: from, bytesMax: 1 }), DamagedEntriesError);
    disk.unreadable.length = 0;
    await isRepairedFrom(disk, log, entries);
  });

  test('leaves the entry before it damaged that rotted meanwhile, and says so', async () => {
    const { disk, entries, names } = await sealed();
    const from = firstIndexOf(names[1]);
    const layout = layoutOf(entries.slice(from - 1, from + 1).map((entry) => [entry]));
    const rot = (at: number) => rotInPlace(disk, `${PARTITION}/${names[1]}`, (layout[at]?.frames[0] ?? 0) + 20);
    rot(1);
    const log = await openLog(disk);
    await assert.rejects(log.read({ from: from + 1, to: from + 1, bytesMax: 1 }), DamagedEntriesError);
    rot(0);
    await log.repair(entries.slice(from, from + 1));
    assert.deepEqual(rangesOf(log), [rangeOf(entries, from, from)]);
    await isRepairedFrom(disk, log, entries);
  });

  // Found by the simulator (seed 1204940): the segment that took the place of a cut suffix was lost, and the void entries, which the one before it still held, came back in its place.
  for (const lostSeals of ['only its own', 'that of the segment before it, too']) {
    test(`of a segment that is lost, with the seal ${lostSeals}, brings back nothing that it made void`, async () => {
      const { disk, entries, names } = await sealed();
      const log = await openLog(disk);
      await log.saveHardState({ term: 7, votedFor: undefined });
      const from = firstIndexOf(names[1]) + 1;
      const others = entriesAfter(entries[from - 2], { term: 7, sizes: [900, 800, 900, 3000, 900, 3000, 3000, 900, 900] });
      for (const entry of others) await log.append([entry]);
      await log.close();
      disk.kill();
      disk.restart();
      const now = await disk.list(PARTITION);
      const lost = now.filter((name) => firstIndexOf(name) === from);
      assert.deepEqual(lost.map((name) => name.slice(name.indexOf('.'))).sort(), ['.seal', '.segment']);
      const before = now.filter((name) => name === names[1]?.replace('.segment', '.seal') && lostSeals !== 'only its own');
      for (const name of [...lost, ...before]) disk.plant(`${PARTITION}/${name}`, undefined);
      const expected = [...entries.slice(0, from - 1), ...others];
      const again = await openLog(disk);
      for (const entry of expected) {
        const read = await again.read({ from: entry.index, to: entry.index, bytesMax: 1 }).catch((error: unknown) => {
          assert.ok(error instanceof DamagedEntriesError);
        });
        if (read !== undefined) assertSameEntries(read, [entry]);
      }
      for (let next: number | undefined = 1; next !== undefined; ) next = (await again.verify({ from: next, bytesMax: 1 })).next;
      await isRepairedFrom(disk, again, expected);
    });
  }

  test('lets the reads finish that began before it', async () => {
    const { disk, entries, names } = await sealed();
    const frame = layoutOf([[entries[firstIndexOf(names[1]) - 1] ?? assert.fail()]])[0]?.frames[0] ?? 0;
    damage(disk, `${PARTITION}/${names[1]}`, (bytes) => flip(bytes, frame + 100));
    const log = await openLog(disk);
    const from = firstIndexOf(names[1]);
    await assert.rejects(log.read({ from, to: from, bytesMax: 1 }), DamagedEntriesError);
    const [read, , later] = await Promise.all([
      log.read({ from: from + 1, to: from + 3, bytesMax: 99_999 }),
      log.repair(entries.slice(from - 1, from)),
      log.read({ from: from + 2, to: from + 3, bytesMax: 99_999 }),
    ]);
    assertSameEntries(read, entries.slice(from, from + 3));
    assertSameEntries(later, entries.slice(from + 1, from + 3));
  });
});

// Disks report most of their rot themselves. Each of these reads ended the node, now or at its next start.
// A full disk ended the process in the midst of a repair, and again after every start.
describe('a repair without space', () => {
  const appends = [entriesAfter(undefined, { term: 1, sizes: [100, 900, 3000] })];
  for (const sizes of [
    [3000, 3500, 3000],
    [3000, 3500, 3000],
    [300, 350, 300],
  ])
    appends.push(entriesAfter(appends.at(-1)?.at(-1), { term: 2, sizes }));
  const entries = appends.flat();

  /** Entry 2, in a sealed segment, and the last but one of the log, in the newest, are damaged. */
  async function damaged(): Promise<{ disk: MemoryDisk; log: PartitionStorage }> {
    const disk = await diskWith(appends);
    const log = await openLog(disk);
    await log.close();
    for (const index of [2, entries.length - 1]) {
      const { digest } = entries[index - 2] as Entry;
      for (const name of await disk.list(PARTITION)) {
        const path = `${PARTITION}/${name}`;
        const at = Buffer.from(disk.file(path).cache).indexOf(digest);
        if (name.endsWith('.segment') && at > 512) damage(disk, path, (bytes) => flip(bytes, at + 200));
      }
    }
    return { disk, log: await verified(disk) };
  }

  /** The next process, which has looked for damage everywhere. */
  async function verified(disk: MemoryDisk): Promise<PartitionStorage> {
    const log = await reopen(disk);
    await log.verify({ from: 1, bytesMax: 1_000_000 });
    return log;
  }

  const snapshotOf = async (disk: MemoryDisk) => {
    const names = (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment') || name.endsWith('.tmp'));
    return names.map((name) => [name, Buffer.from(disk.file(`${PARTITION}/${name}`).cache).toString('base64')]);
  };

  test('changes nothing, leaves nothing behind, and is made once there is space', async () => {
    const { disk, log } = await damaged();
    assert.equal(log.damage.length, 2);
    const before = await snapshotOf(disk);
    const ranges = rangesOf(log);
    disk.noSpaceFor = '.segment.tmp';
    for (const { from, to } of log.damage) {
      for (let attempt = 1; attempt <= 2; attempt++) await assert.rejects(log.repair(entries.slice(from - 1, to)), NoSpaceError);
    }
    assert.deepEqual(await snapshotOf(disk), before);
    assert.deepEqual(rangesOf(log), ranges);
    assertSameEntries(await log.read({ from: 3, to: 4, bytesMax: 99_999 }), entries.slice(2, 4));
    const more = entriesAfter(entries.at(-1), { term: 9, sizes: [50] });
    await log.append(more);
    disk.noSpaceFor = undefined;
    await isRepairedFrom(disk, log, [...entries, ...more]);
  });

  test('is made by the next start as well', async () => {
    const { disk, log } = await damaged();
    disk.noSpaceFor = '.segment.tmp';
    for (const { from, to } of log.damage) await assert.rejects(log.repair(entries.slice(from - 1, to)), NoSpaceError);
    disk.noSpaceFor = undefined;
    await isRepairedFrom(disk, await verified(disk), entries);
  });

  test('is final if what fails is not for want of space', async () => {
    const { disk, log } = await damaged();
    disk.failNextSync = true;
    const [first] = log.damage;
    assert.ok(first !== undefined);
    await rejectsWith(log.repair(entries.slice(first.from - 1, first.to)), 'IO');
    await rejectsWith(log.append(entriesAfter(entries.at(-1), { term: 9, sizes: [50] })), 'IO');
  });
});
