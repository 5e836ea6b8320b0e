// A segment that is lost had made part of the one before it void: nothing of that comes back, whatever else is damaged or stale; and nothing that is good is given up for it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { firstIndexOf, flip, isRepairedFrom, rotInPlace, sealed } from './damaged.ts';
import { assertSameEntries, damage, entriesAfter, layoutOf, openLog, PARTITION, reopen } from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

/** Every entry is the expected one, or refused as damaged. */
async function assertNothingVoid(log: PartitionStorage, expected: readonly Entry[]): Promise<void> {
  for (const entry of expected) {
    const read = await log.read({ from: entry.index, to: entry.index, bytesMax: 1 }).catch((error: unknown) => {
      assert.ok(error instanceof DamagedEntriesError, String(error));
    });
    if (read !== undefined) assertSameEntries(read, [entry]);
  }
  for (let next: number | undefined = 1; next !== undefined; ) next = (await log.verify({ from: next, bytesMax: 1 })).next;
}

/** A segment holds fewer of these than of those that `sealed` makes. */
const LARGE = [900, 800, 900, 3000, 900, 3000, 3000, 900, 900];
/** A segment holds more of these. */
const SMALL = Array.from({ length: 60 }, (_, at) => 200 + at);

/** Entries of another term from `from` on, enough for several segments. */
async function overwrite(
  log: PartitionStorage,
  entries: readonly Entry[],
  from: number,
  sizes: readonly number[] = LARGE,
): Promise<readonly Entry[]> {
  await log.saveHardState({ term: 7, votedFor: undefined });
  const others = entriesAfter(entries[from - 2], { term: 7, sizes });
  for (const entry of others) await log.append([entry]);
  return [...entries.slice(0, from - 1), ...others];
}

async function closed(disk: MemoryDisk, log: PartitionStorage): Promise<void> {
  await log.close();
  disk.kill();
  disk.restart();
}

async function lose(disk: MemoryDisk, names: readonly string[]): Promise<void> {
  for (const name of names) disk.plant(`${PARTITION}/${name}`, undefined);
}

describe('a lost segment', () => {
  test('brings back nothing void where damage kept the segment before it from being sealed anew', async () => {
    const { disk, entries, names } = await sealed();
    const first = firstIndexOf(names[1]);
    const frame = layoutOf([[entries[first - 1] ?? assert.fail()]])[0]?.frames[0] ?? 0;
    rotInPlace(disk, `${PARTITION}/${names[1]}`, frame + 200);
    const log = await openLog(disk);
    await assert.rejects(log.read({ from: first, to: first, bytesMax: 1 }), DamagedEntriesError);
    const from = first + 2;
    const expected = await overwrite(log, entries, from, SMALL);
    await closed(disk, log);
    const now = await disk.list(PARTITION);
    await lose(
      disk,
      now.filter((name) => firstIndexOf(name) === from),
    );
    const again = await openLog(disk);
    await assertNothingVoid(again, expected);
    await isRepairedFrom(disk, again, expected);
  });

  test('leaves what looks sound in the segment before it to those who can prove it, also beside a repair of a part', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const first = firstIndexOf(names[1]);
    const from = first + 2;
    const expected = await overwrite(log, entries, from);
    await closed(disk, log);
    const now = await disk.list(PARTITION);
    await lose(
      disk,
      now.filter((name) => firstIndexOf(name) === from || name === names[1]?.replace('.segment', '.seal')),
    );
    const again = await openLog(disk);
    const [range] = again.damage;
    assert.ok(range !== undefined && range.from === first && range.to > from);
    const whole = { from: first, to: range.to, bytesMax: 99_999 };
    // The last of these is void.
    assertSameEntries((await again.readUnproven(whole)).slice(0, 2), expected.slice(first - 1, from - 1));
    assert.deepEqual((await again.readUnproven({ ...whole, bytesMax: 1 })).length, 1);
    again.splitDamage({ index: from, digest: (expected[from - 1] as Entry).digest });
    await again.repair(expected.slice(from, range.to));
    assert.deepEqual(
      again.damage.map(({ from, to }) => [from, to]),
      [[first, from]],
    );
    assertSameEntries((await again.readUnproven(whole)).slice(0, 2), expected.slice(first - 1, from - 1));
    await assertNothingVoid(again, expected);
    const last = await reopen(disk);
    assertSameEntries((await last.readUnproven(whole)).slice(0, 2), expected.slice(first - 1, from - 1));
    await assertNothingVoid(last, expected);
    await isRepairedFrom(disk, last, expected);
  });

  test('keeps what its seal says of terms and memberships where a part of it is repaired', async () => {
    const { disk, entries, names } = await sealed();
    await lose(disk, [names[1] ?? assert.fail()]);
    const log = await openLog(disk);
    const { termRuns, memberships } = log;
    const [range] = log.damage;
    assert.ok(range !== undefined && new Set(entries.slice(range.from - 1, range.to).map(({ term }) => term)).size > 1);
    for (let at = range.to - 1; at >= range.from; at--) {
      log.splitDamage({ index: at, digest: (entries[at - 1] as Entry).digest });
      await log.repair(entries.slice(at, at + 1));
      assert.deepEqual({ termRuns: log.termRuns, memberships: log.memberships }, { termRuns, memberships });
    }
    await isRepairedFrom(disk, log, entries);
  });

  test('keeps what its seal says where its damage is split into several, and the last is repaired', async () => {
    const { disk, entries, names } = await sealed();
    await lose(disk, [names[1] ?? assert.fail()]);
    const log = await openLog(disk);
    const { termRuns, memberships } = log;
    const [range] = log.damage;
    assert.ok(range !== undefined && range.to - range.from > 2);
    const splitBehind = (index: number) => log.splitDamage({ index, digest: (entries[index - 1] as Entry).digest });
    for (let at = range.from; at < range.to; at++) splitBehind(at);
    await log.repair(entries.slice(range.to - 1, range.to));
    assert.equal(log.damage.length, range.to - range.from);
    assert.deepEqual({ termRuns: log.termRuns, memberships: log.memberships }, { termRuns, memberships });
    for (let first = log.damage[0]; first !== undefined; first = log.damage[0]) {
      await log.repair(entries.slice(first.from - 1, first.to));
      assert.deepEqual({ termRuns: log.termRuns, memberships: log.memberships }, { termRuns, memberships });
    }
    await isRepairedFrom(disk, log, entries);
  });

  // Found by the simulator (seed 1805735): it was refused.
  test('whose seal is damaged, so that nothing says where it began, is part of what is damaged before it', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const from = firstIndexOf(names[1]) + 2;
    const expected = await overwrite(log, entries, from);
    await closed(disk, log);
    const lost = (await disk.list(PARTITION)).filter((name) => firstIndexOf(name) === from);
    const sealName = lost.find((name) => name.endsWith('.seal')) ?? assert.fail();
    damage(disk, `${PARTITION}/${sealName}`, (bytes) => flip(bytes, 70));
    await lose(disk, [names[1]?.replace('.segment', '.seal') ?? '', ...lost.filter((name) => name !== sealName)]);
    const again = await openLog(disk);
    assert.equal(again.damage.length, 1);
    assert.ok((again.damage[0]?.from ?? 0) < from && (again.damage[0]?.to ?? 0) > from);
    await assertNothingVoid(again, expected);
    await isRepairedFrom(disk, again, expected);
  });

  test('brings back nothing void where the header of the segment behind it is damaged', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const from = firstIndexOf(names[1]) + 1;
    const expected = await overwrite(log, entries, from);
    await closed(disk, log);
    const now = (await disk.list(PARTITION)).sort();
    const next = now.find((name) => name.endsWith('.segment') && firstIndexOf(name) > from) ?? assert.fail();
    await lose(
      disk,
      now.filter(
        (name) =>
          firstIndexOf(name) === from || name === names[1]?.replace('.segment', '.seal') || name === next.replace('.segment', '.seal'),
      ),
    );
    damage(disk, `${PARTITION}/${next}`, (bytes) => flip(bytes, 100));
    const again = await openLog(disk);
    await assertNothingVoid(again, expected);
    await isRepairedFrom(disk, again, expected);
  });

  test('is damage, and no other history, where of the one before it only the seal of before the cut is left', async () => {
    const { disk, entries, names } = await sealed();
    await lose(disk, names.slice(1, 2));
    const log = await openLog(disk);
    const { to } = log.damage[0] ?? assert.fail();
    const from = firstIndexOf(names[1]) + 2;
    // Ends where the seal does.
    const expected = await overwrite(
      log,
      entries,
      from,
      Array.from({ length: 20 }, () => 1400),
    );
    await closed(disk, log);
    const now = await disk.list(PARTITION);
    assert.ok(now.some((name) => firstIndexOf(name) === to + 1));
    await lose(
      disk,
      now.filter((name) => firstIndexOf(name) === from),
    );
    const again = await openLog(disk);
    await assertNothingVoid(again, expected);
    await isRepairedFrom(disk, again, expected);
  });

  test('leaves the bytes of the segment before it where they are, also if its header is damaged', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const from = firstIndexOf(names[1]) + 1;
    const expected = await overwrite(log, entries, from);
    await closed(disk, log);
    const now = (await disk.list(PARTITION)).sort();
    const lost = now.filter((name) => firstIndexOf(name) === from);
    const segment = lost.find((name) => name.endsWith('.segment')) ?? assert.fail();
    const kept = disk.file(`${PARTITION}/${segment}`).cache.slice();
    await lose(disk, [...lost, names[1]?.replace('.segment', '.seal') ?? '']);
    damage(disk, `${PARTITION}/${names[1]}`, (bytes) => flip(bytes, 100));
    const again = await openLog(disk);
    await assertNothingVoid(again, expected);
    await closed(disk, again);
    // An operator found it.
    disk.plant(`${PARTITION}/${segment}`, kept);
    const found = await openLog(disk);
    assert.deepEqual(found.damage, []);
    await isRepairedFrom(disk, found, expected);
  });
});

describe('a repair beside other damage', () => {
  test('keeps what can be read again meanwhile, if it is proven to be what belongs there', async () => {
    const { disk, entries, names } = await sealed();
    const from = firstIndexOf(names[1]);
    const layout = layoutOf(entries.slice(from - 1, from + 5).map((entry) => [entry]));
    const path = `${PARTITION}/${names[1]}`;
    const file = disk.file(path);
    rotInPlace(disk, path, (layout[0]?.frames[0] ?? 0) + 200);
    const at = layout[5]?.frames[0] ?? 0;
    disk.unreadable.push({ file, from: at + 200, to: at + 201 });
    const log = await openLog(disk);
    await assert.rejects(log.read({ from, to: from, bytesMax: 1 }), DamagedEntriesError);
    const [first, second] = log.damage;
    assert.ok(first?.to === from && second !== undefined && second.from > from + 1);
    disk.unreadable.length = 0;
    await log.repair(entries.slice(from - 1, from));
    assert.deepEqual(log.damage, []);
    const again = await reopen(disk);
    await isRepairedFrom(disk, again, entries);
  });
});
