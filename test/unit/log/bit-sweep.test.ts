// A flipped bit in any byte of a small synced log is repaired, claimed, or provably outside the data: here exactly which, and that it can be mended. Never a log that lacks
// or invents an entry. One bit of each byte, another one from byte to byte: that no bit at all goes unnoticed is for crash-states/bit-sweep.test.ts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import { LogError } from '../../../log/errors.ts';
import { assertSameEntries, damage, diskWith, entriesAfter, FIRST_SEGMENT, layoutOf, openLog, PARTITION, readAll } from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

const first = entriesAfter(undefined, { term: 1, sizes: [0, 61] });
const second = entriesAfter(first.at(-1), { term: 1, sizes: [150] });
const third = entriesAfter(second.at(-1), { term: 1, sizes: [30, 99] });
const appends = [first, second, third];
const all = appends.flat();

/** Where a block has no contents, only one of so many bytes; odd, so that its bits take turns. */
const UNUSED_STEP = 17;

/** Outcomes of flipping a bit of each of these bytes of a file, or of every `step`-th. */
async function sweep(disk: MemoryDisk, path: string, range: { from: number; to: number; step?: number }): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  for (let at = range.from; at < range.to; at += range.step ?? 1) {
    const copy = disk.clone();
    damage(copy, path, (bytes) => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at & 7));
      return bytes;
    });
    const outcome = await outcomeOf(copy);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return outcomes;
}

/** Of a block of 4096 bytes only the first sector has contents. */
function blockRanges(start: number): { from: number; to: number; step: number }[] {
  return [
    { from: start, to: start + 512, step: 1 },
    { from: start + 512, to: start + 4096, step: UNUSED_STEP },
  ];
}

async function outcomeOf(disk: MemoryDisk): Promise<string> {
  try {
    const log = await openLog(disk);
    if (log.damage.length > 0) return await repaired(log);
    if (log.claim !== undefined) return await settled(log);
    assertSameEntries(await readAll(log), all);
    return log.recovery.tornBytes > 0 ? 'nothing lost, remains cut' : 'nothing lost';
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
}

async function repaired(log: PartitionStorage): Promise<string> {
  assert.deepEqual([log.lastIndex, log.claim], [all.length, undefined]);
  for (const { from, to } of log.damage) await log.repair(all.slice(from - 1, to));
  assertSameEntries(await readAll(log), all);
  return 'repaired';
}

/** A last sync that may have been acknowledged: whatever it held is claimed until a leader brings it again. */
async function settled(log: PartitionStorage): Promise<string> {
  const { lastIndex, claim } = log;
  assertSameEntries(await readAll(log), all.slice(0, lastIndex));
  assert.ok(claim !== undefined && claim.term === 1 && claim.index >= all.length, 'the claim covers what was there');
  const missing = [...all.slice(lastIndex), ...entriesAfter(all.at(-1), { term: 2, sizes: [1] })];
  await log.append(missing);
  assert.equal(log.claim, undefined);
  assertSameEntries(await readAll(log), [...all.slice(0, lastIndex), ...missing]);
  return lastIndex < all.length ? 'claimed' : 'nothing lost, and a claim';
}

describe('a flipped bit', () => {
  const writes = layoutOf(appends);
  const [one, , last] = writes;
  assert.ok(one !== undefined && last !== undefined);

  test('in what was synced before the last write is repaired, unless it hits no entry', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: one.position, to: last.position });
    // Payloads of 61 and 150 bytes; headers and marks of writes, and padding, hold no entries.
    const repaired = 96 + 96 + 61 + 96 + 150;
    assert.deepEqual(Object.fromEntries(outcomes), { repaired, 'nothing lost': last.position - one.position - repaired });
  });

  test('in the last write is claimed if it hits an entry or the header', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.position, to: last.end });
    const claimed = 96 + 30 + (96 + 99);
    const header = 64;
    const beside = last.end - last.position - claimed - header;
    assert.deepEqual(Object.fromEntries(outcomes), { 'nothing lost, and a claim': header, claimed, 'nothing lost': beside });
  });

  test('in the last write, once the hard state says that it was synced, is repaired', async () => {
    const disk = await diskWith(appends);
    await (await openLog(disk)).close();
    const outcomes = await sweep(disk, FIRST_SEGMENT, { from: last.position, to: last.end });
    const repaired = 96 + 30 + (96 + 99);
    assert.deepEqual(Object.fromEntries(outcomes), { repaired, 'nothing lost': last.end - last.position - repaired });
  });

  test('behind the end loses nothing', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.end, to: last.end + 128 });
    // Of the 64 bytes where the next header would be, the last is its mark.
    assert.deepEqual(Object.fromEntries(outcomes), { 'nothing lost, remains cut': 127, 'nothing lost, and a claim': 1 });
  });

  test('in the header of a segment loses nothing', async () => {
    const disk = await diskWith(appends);
    for (const range of blockRanges(0)) assert.deepEqual([...(await sweep(disk, FIRST_SEGMENT, range)).keys()], ['nothing lost']);
  });

  test('in one copy of the hard state is survived', async () => {
    const disk = await diskWith(appends);
    for (const range of [...blockRanges(0), ...blockRanges(4096)])
      assert.deepEqual([...(await sweep(disk, `${PARTITION}/hard-state`, range)).keys()], ['nothing lost']);
  });
});
