// Every single-bit flip of a small synced log: detected, or provably outside the data. Never a log that lacks or invents an entry.
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

/** Outcomes of flipping each bit of these bytes of a file. */
async function sweep(disk: MemoryDisk, path: string, range: { from: number; to: number; step: number }): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  for (let bit = range.from * 8; bit < range.to * 8; bit += range.step) {
    const copy = disk.clone();
    damage(copy, path, (bytes) => {
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes;
    });
    const outcome = await outcomeOf(copy);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  return outcomes;
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
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: one.position, to: last.position, step: 1 });
    // Payloads of 61 and 150 bytes; headers and marks of writes, and padding, hold no entries.
    const bits = (last.position - one.position) * 8;
    const repaired = (96 + 96 + 61 + 96 + 150) * 8;
    assert.deepEqual(Object.fromEntries(outcomes), { repaired, 'nothing lost': bits - repaired });
  });

  test('in the last write is claimed if it hits an entry or the header', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.position, to: last.end, step: 1 });
    const claimed = (96 + 30 + (96 + 99)) * 8;
    const header = 64 * 8;
    const beside = (last.end - last.position) * 8 - claimed - header;
    assert.deepEqual(Object.fromEntries(outcomes), { 'nothing lost, and a claim': header, claimed, 'nothing lost': beside });
  });

  test('in the last write, once the hard state says that it was synced, is repaired', async () => {
    const disk = await diskWith(appends);
    await (await openLog(disk)).close();
    const outcomes = await sweep(disk, FIRST_SEGMENT, { from: last.position, to: last.end, step: 1 });
    const repaired = (96 + 30 + (96 + 99)) * 8;
    assert.deepEqual(Object.fromEntries(outcomes), { repaired, 'nothing lost': (last.end - last.position) * 8 - repaired });
  });

  test('behind the end loses nothing', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.end, to: last.end + 128, step: 1 });
    // Of the 64 bytes where the next header would be, the last is its mark.
    assert.deepEqual(Object.fromEntries(outcomes), { 'nothing lost, remains cut': 127 * 8, 'nothing lost, and a claim': 8 });
  });

  test('in the header of a segment loses nothing', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: 0, to: 4096, step: 11 });
    assert.deepEqual([...outcomes.keys()], ['nothing lost']);
  });

  test('in one copy of the hard state is survived', async () => {
    const outcomes = await sweep(await diskWith(appends), `${PARTITION}/hard-state`, { from: 0, to: 8192, step: 23 });
    assert.deepEqual([...outcomes.keys()], ['nothing lost']);
  });
});
