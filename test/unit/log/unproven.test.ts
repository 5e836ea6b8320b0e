// Void entries that look sound and lie in damage, beside others of the same segment that were repaired: they neither count themselves nor cost what is proven.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { firstIndexOf, flip, isRepairedFrom, rotInPlace, sealed } from './damaged.ts';
import { assertSameEntries, damage, entriesAfter, layoutOf, openLog, PARTITION, rejectsWith, reopen } from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

interface HalfRepaired {
  readonly disk: MemoryDisk;
  readonly log: PartitionStorage;
  /** What is committed. */
  readonly expected: readonly Entry[];
  /** Of the segment before the one that is lost. */
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** Up to this one of its entries all are damaged, and void from `first` + 2 on; those behind it are repaired. */
  readonly split: number;
}

/** A segment is lost that made the end of the one before it void, of which what lies behind a snapshot is repaired. The void ones hold more transactions than what took their place. */
async function halfRepaired(): Promise<HalfRepaired> {
  const { disk, expected, first, from, path } = await lostBehind();
  const again = await openLog(disk);
  const [range] = again.damage;
  assert.ok(range !== undefined && range.from === first && range.to > from + 5);
  const split = from + 4;
  again.splitDamage({ index: split, digest: (expected[split - 1] as Entry).digest });
  await again.repair(expected.slice(split, range.to));
  assert.deepEqual(
    again.damage.map(({ from, to }) => [from, to]),
    [[first, split]],
  );
  return { disk, log: again, expected, path, first, last: range.to, split };
}

/** A segment is lost, with the seal of the one before it, which lies at `path` and begins with entry `first`: it had made that void from `from` on. */
async function lostBehind() {
  const { disk, entries, names } = await sealed();
  const log = await openLog(disk);
  const first = firstIndexOf(names[1]);
  const from = first + 2;
  await log.saveHardState({ term: 7, votedFor: undefined });
  const others = entriesAfter(entries[from - 2], { term: 7, sizes: Array.from({ length: 30 }, () => 900) });
  for (const entry of others) await log.append([entry]);
  const expected = [...entries.slice(0, from - 1), ...others];
  await log.close();
  disk.kill();
  disk.restart();
  for (const name of await disk.list(PARTITION)) {
    if (firstIndexOf(name) === from || name === names[1]?.replace('.segment', '.seal')) disk.plant(`${PARTITION}/${name}`, undefined);
  }
  return { disk, expected, first, from, path: `${PARTITION}/${names[1]}` };
}

describe('void entries that look sound in damage', () => {
  test('cost nothing of what is proven behind them, though they go further in offsets, when they are repaired', async () => {
    const { disk, log, expected, first, split } = await halfRepaired();
    await log.repair(expected.slice(first - 1, split));
    assert.deepEqual(log.damage, []);
    await isRepairedFrom(disk, log, expected);
  });

  test('cost nothing of what is proven behind them at the next start', async () => {
    const { disk, expected, first, split, last } = await halfRepaired();
    const again = await reopen(disk);
    assert.deepEqual(
      again.damage.map(({ from, to }) => [from, to]),
      [[first, split]],
    );
    assertSameEntries(await again.read({ from: split + 1, to: last, bytesMax: 99_999 }), expected.slice(split, last));
    const memberships = again.memberships.filter((index) => index >= first && index <= split);
    assert.deepEqual(memberships, [], 'what is void is no membership');
    await isRepairedFrom(disk, again, expected);
  });

  test('do not count when the segment is read again for other damage', async () => {
    const { disk, log, expected, path, first, split } = await halfRepaired();
    const bytes = disk.file(path).cache;
    const target = expected[split + 1] as Entry;
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from(target.payload));
    assert.ok(at > 0);
    rotInPlace(disk, path, at);
    await assert.rejects(log.read({ from: target.index, to: target.index, bytesMax: 1 }), DamagedEntriesError);
    for (let index = first; index <= split; index++) {
      await assert.rejects(log.read({ from: index, to: index, bytesMax: 1 }), DamagedEntriesError, `entry ${index}`);
    }
    const { digestBefore } = log.damage[0] ?? assert.fail();
    assert.deepEqual(digestBefore, expected[first - 2]?.digest);
    await isRepairedFrom(disk, log, expected);
  });

  test('are found piece by piece as at once', async () => {
    const { disk, first, split } = await halfRepaired();
    const log = await reopen(disk);
    const all = await log.readUnproven({ from: first, to: split, bytesMax: 99_999 });
    assert.ok(all.length > 2 && first + all.length <= split);
    const pieces: Entry[] = [];
    for (let from = first; from < first + all.length; from++) {
      pieces.push(...(await log.readUnproven({ from, to: split, bytesMax: 1 })));
      // Asked for again, from where nobody was before.
      if (from === first + 2) assertSameEntries(await log.readUnproven({ from: first + 1, to: split, bytesMax: 1 }), all.slice(1, 2));
    }
    assertSameEntries(pieces, all);
    assert.deepEqual(await log.readUnproven({ from: first + all.length, to: split, bytesMax: 1 }), []);
  });

  test('are not taken for sound where nobody can tell what the log is behind them', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const from = firstIndexOf(names[1]) + 1;
    await log.saveHardState({ term: 7, votedFor: undefined });
    for (const entry of entriesAfter(entries[from - 2], { term: 7, sizes: [3000, 3000, 3000, 3000, 3000, 3000] }))
      await log.append([entry]);
    await log.close();
    disk.kill();
    disk.restart();
    const now = (await disk.list(PARTITION)).sort();
    const next = now.find((name) => name.endsWith('.segment') && firstIndexOf(name) > from) ?? assert.fail();
    for (const name of now) {
      const isOfNext = name === next.replace('.segment', '.seal');
      const isLost = firstIndexOf(name) === from || name === names[1]?.replace('.segment', '.seal') || isOfNext;
      if (isLost) disk.plant(`${PARTITION}/${name}`, undefined);
    }
    // The header and the first frame.
    damage(disk, `${PARTITION}/${next}`, (bytes) => flip(flip(bytes, 100), 4096 + 64 + 20));
    await rejectsWith(openLog(disk), 'CORRUPT');
  });

  test('are found by no offset, and read by nobody but who can prove them', async () => {
    const { disk, log, expected, first, split, last } = await halfRepaired();
    const again = await reopen(disk);
    for (const entry of expected.slice(first - 1, split)) await assert.rejects(again.indexOfOffset(entry.firstOffset), DamagedEntriesError);
    const from = first + 1;
    assertSameEntries(await again.readUnproven({ from, to: from, bytesMax: 1 }), expected.slice(from - 1, from));
    assert.deepEqual(await again.readUnproven({ from: split + 1, to: last, bytesMax: 1 }), [], 'what is sound is for reads');
    await log.close();
  });
});

test('what looks sound is given up to the first entry that does not', async () => {
  const { disk, expected, first, from, path } = await lostBehind();
  const frame = layoutOf(expected.slice(first - 1, first + 1).map((entry) => [entry]))[1]?.frames[0] ?? 0;
  rotInPlace(disk, path, frame + 200);
  const log = await openLog(disk);
  assertSameEntries(await log.readUnproven({ from: first, to: from + 3, bytesMax: 99_999 }), expected.slice(first - 1, first));
  assert.equal((await log.readUnproven({ from: first + 2, to: first + 2, bytesMax: 99_999 })).length, 1, 'behind it it goes on');
});

describe('damage up to the end of a segment', () => {
  test('stays what it is when other damage of the segment is met', async () => {
    const { disk, entries, names } = await sealed();
    const path = `${PARTITION}/${names[1]}`;
    const first = firstIndexOf(names[1]);
    const last = firstIndexOf(names[2]) - 1;
    damage(disk, path, (bytes) => bytes.slice(0, bytes.length - 1500));
    const log = await openLog(disk);
    const [range] = log.damage;
    assert.ok(range !== undefined && range.to === last && range.from > first + 1);
    const frame = layoutOf([[entries[first - 1] ?? assert.fail()]])[0]?.frames[0] ?? 0;
    rotInPlace(disk, path, frame + 200);
    await assert.rejects(log.read({ from: first, to: first, bytesMax: 1 }), DamagedEntriesError);
    assert.deepEqual(
      log.damage.map(({ from, to }) => [from, to]),
      [
        [first, first],
        [range.from, last],
      ],
    );
    await isRepairedFrom(disk, log, entries);
  });

  test('is told by the seal where a cut left a gap behind it, and all before it counts', async () => {
    const { disk, entries, names } = await sealed();
    const log = await openLog(disk);
    const from = firstIndexOf(names[2]) - 1;
    await log.saveHardState({ term: 7, votedFor: undefined });
    const others = entriesAfter(entries[from - 2], { term: 7, sizes: Array.from({ length: 30 }, () => 900) });
    for (const entry of others) await log.append([entry]);
    await log.close();
    disk.kill();
    disk.restart();
    const expected = [...entries.slice(0, from - 1), ...others];
    const path = `${PARTITION}/${names[1]}`;
    const at = layoutOf(entries.slice(firstIndexOf(names[1]) - 1, from - 1).map((entry) => [entry])).at(-1)?.position ?? 0;
    damage(disk, path, (bytes) => bytes.slice(0, at + 100));
    const again = await openLog(disk);
    assert.deepEqual(
      again.damage.map(({ from: first, to }) => [first, to]),
      [[from - 1, from - 1]],
    );
    await isRepairedFrom(disk, again, expected);
  });

  test('of a segment that is missing nothing looks sound', async () => {
    const { disk, names } = await sealed();
    disk.plant(`${PARTITION}/${names[1]}`, undefined);
    const log = await openLog(disk);
    const first = firstIndexOf(names[1]);
    assert.deepEqual(await log.readUnproven({ from: first, to: first, bytesMax: 1 }), []);
  });
});
