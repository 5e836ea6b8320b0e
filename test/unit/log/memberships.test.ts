// Which entries of the log are memberships: known from seals without reading, found again where there is none, not lost by damage, repair or a crash.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { decodeSeal } from '../../../log/seal.ts';
import { firstIndexOf, flip, isRepairedFrom, rotInPlace, sealed } from './damaged.ts';
import {
  assertSameEntries,
  damage,
  diskWith,
  entriesAfter,
  FIRST_SEGMENT,
  INCARNATION,
  layoutOf,
  membershipAfter,
  openLog,
  PARTITION,
  readAll,
  reopen,
} from './fixture.ts';
import { verify } from './inspect/directory.ts';

const OWNER = { incarnation: INCARNATION, partition: 1 };
/** Of `sealed`: the second entry of each term. */
const ALL = [2, 6, 10, 14, 18, 22];

function sealOf(segment = ''): string {
  return `${PARTITION}/${segment.replace('.segment', '.seal')}`;
}

/** Entry `index` of `sealed`, which must be sound, in whichever segment it is. */
function placeOf(names: readonly string[], entries: readonly Entry[], index: number): { readonly path: string; readonly position: number } {
  const name = names.findLast((one) => firstIndexOf(one) <= index) ?? assert.fail();
  const from = firstIndexOf(name);
  const layout = layoutOf(entries.slice(from - 1, index).map((entry) => [entry]));
  return { path: `${PARTITION}/${name}`, position: layout.at(-1)?.frames[0] ?? 0 };
}

async function knows(log: PartitionStorage, indexes: readonly number[]): Promise<void> {
  assert.deepEqual(log.memberships, indexes);
  await log.close();
}

describe('seals', () => {
  test('list the membership entries of their segments, so that a start reads none of these', async () => {
    const { disk, names } = await sealed();
    const listed = names.slice(0, -1).flatMap((name, at) => {
      return decodeSeal(disk.file(sealOf(name)).cache, { ...OWNER, sequence: at + 1 })?.index.memberships ?? [];
    });
    assert.ok(listed.length >= 2);
    assert.deepEqual(listed, ALL.slice(0, listed.length));
    const log = await openLog(disk);
    assert.ok(log.recovery.bytesRead <= disk.file(`${PARTITION}/${names.at(-1)}`).cache.length);
    await knows(log, ALL);
  });

  test('that are gone cost nothing but reading', async () => {
    const { disk, names } = await sealed();
    for (const name of names.slice(0, -1)) disk.plant(sealOf(name), undefined);
    await knows(await openLog(disk), ALL);
    await knows(await reopen(disk), ALL);
  });

  test('of a segment without membership entries are what they were before there were any: zeros at byte 28', async () => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [3000, 6000] });
    const disk = await diskWith(entries.map((entry) => [entry]));
    await (await openLog(disk)).close();
    const { cache } = disk.file(FIRST_SEGMENT.replace('.segment', '.seal'));
    assert.deepEqual([...cache.subarray(28, 32)], [0, 0, 0, 0]);
    assert.equal(cache.length, 648 + 16 + 20);
  });

  test('that leave one out, or invent one, are said by verification to be wrong', async () => {
    const { disk, names } = await sealed();
    for (const [index, change] of [
      [2n, 2n],
      [2n, 3n],
      [2n, 1n],
    ] as const) {
      const copy = disk.clone();
      damage(copy, sealOf(names[0]), (bytes) => {
        const view = new DataView(bytes.buffer);
        assert.equal(view.getBigUint64(bytes.length - 8 * view.getUint32(28, true), true), index);
        view.setBigUint64(bytes.length - 8 * view.getUint32(28, true), change, true);
        view.setUint32(8, checksum(bytes.subarray(12)), true);
        return bytes;
      });
      const { findings } = await verify(copy);
      const ofSeals = findings.filter(({ code }) => code === 'SEAL');
      assert.deepEqual(
        ofSeals.map(({ severity }) => severity),
        change === index ? [] : ['damage'],
      );
    }
  });
});

describe('damage', () => {
  test('of a membership entry that no seal knows of is known by its range, and the entry once it is repaired', async () => {
    const { disk, entries, names } = await sealed();
    const { path, position } = placeOf(names, entries, 6);
    for (const name of names) disk.plant(sealOf(name), undefined);
    damage(disk, path, (bytes) => flip(bytes, position + 200));
    const log = await openLog(disk);
    assert.deepEqual(
      log.damage.map(({ from, to }) => [from, to]),
      [[6, 6]],
    );
    assert.deepEqual(log.memberships, [2, 10, 14, 18, 22]);
    await log.repair(entries.slice(5, 6));
    assert.deepEqual(log.memberships, ALL);
    await isRepairedFrom(disk, log, entries);
  });

  test('of a segment that is gone leaves what its seal says of it; without a seal, nothing until it is repaired', async () => {
    for (const hasSeal of [true, false]) {
      const { disk, entries, names } = await sealed();
      const [first, last] = [firstIndexOf(names[1]), firstIndexOf(names[2]) - 1];
      disk.plant(`${PARTITION}/${names[1]}`, undefined);
      if (!hasSeal) disk.plant(sealOf(names[1]), undefined);
      const log = await openLog(disk);
      assert.deepEqual(log.memberships, hasSeal ? ALL : ALL.filter((index) => index < first || index > last));
      await isRepairedFrom(disk, log, entries);
    }
  });

  test('in a part that is cut off takes its membership entries with it', async () => {
    const { disk, entries, names } = await sealed();
    const { path, position } = placeOf(names, entries, 10);
    damage(disk, path, (bytes) => flip(bytes, position + 200));
    const log = await openLog(disk);
    await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.deepEqual([log.damage.length, log.memberships], [1, ALL]);
    await log.saveHardState({ term: 9, votedFor: undefined });
    const more = [membershipAfter(entries[7], 9)];
    await log.append(more);
    assert.deepEqual([log.damage, log.memberships], [[], [2, 6, 9]]);
    assertSameEntries(await readAll(log), [...entries.slice(0, 8), ...more]);
    await knows(await reopen(disk), [2, 6, 9]);
  });

  test('that passes shows the membership entry again', async () => {
    const { disk, entries, names } = await sealed();
    const { path, position } = placeOf(names, entries, 6);
    for (const name of names) disk.plant(sealOf(name), undefined);
    disk.unreadable.push({ file: disk.file(path), from: position + 200, to: position + 201 });
    const log = await openLog(disk);
    assert.equal(log.memberships.includes(6), false);
    disk.unreadable.length = 0;
    // Another entry of the segment, outside of what the error hid, is rotten: so all of it is read again.
    assert.ok((log.damage[0]?.to ?? 0) < 9);
    const next = placeOf(names, entries, 9);
    assert.equal(next.path, path);
    rotInPlace(disk, path, next.position + 200);
    await assert.rejects(log.read({ from: 9, to: 9, bytesMax: 1 }), DamagedEntriesError);
    assert.deepEqual(
      log.damage.map(({ from, to }) => [from, to]),
      [[9, 9]],
    );
    assert.deepEqual(log.memberships, ALL);
    await isRepairedFrom(disk, log, entries);
  });
});

describe('the last sync', () => {
  const first = [membershipAfter(undefined, 1)];
  const last = [membershipAfter(first[0], 1), ...entriesAfter(membershipAfter(first[0], 1), { term: 1, sizes: [2000] })];
  const [, write] = layoutOf([first, last]);
  assert.ok(write !== undefined);

  test('that is torn had no membership entry', async () => {
    const disk = await diskWith([first, last]);
    damage(disk, FIRST_SEGMENT, (bytes) => bytes.fill(0, write.end - 512, write.end));
    const log = await openLog(disk);
    assert.deepEqual([log.lastIndex, log.memberships], [1, [1]]);
    await knows(await reopen(disk), [1]);
  });

  test('that is unclear has those that are kept of it', async () => {
    const disk = await diskWith([first, last]);
    damage(disk, FIRST_SEGMENT, (bytes) => flip(bytes, (write.frames[1] ?? 0) + 200));
    const log = await openLog(disk);
    assert.deepEqual([log.lastIndex, log.memberships, log.claim], [2, [1, 2], { term: 1, index: 3 }]);
    await knows(await reopen(disk), [1, 2]);
  });
});
