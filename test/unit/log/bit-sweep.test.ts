// Every single-bit flip of a small synced log: detected, or provably outside the data. Never a log that lacks or invents an entry.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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
    assertSameEntries(await readAll(log), all);
    return log.recovery.tornBytes > 0 ? 'nothing lost, remains cut' : 'nothing lost';
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
}

describe('a flipped bit', () => {
  const writes = layoutOf(appends);
  const [one, , last] = writes;
  assert.ok(one !== undefined && last !== undefined);

  test('in what was synced before the last write is CORRUPT, unless it hits padding', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: one.position, to: last.position, step: 1 });
    const bits = (last.position - one.position) * 8;
    const padding = bits - (outcomes.get('CORRUPT') ?? 0);
    assert.deepEqual([...outcomes.keys()].sort(), ['CORRUPT', 'nothing lost']);
    // Payloads of 61 and 150 bytes are padded to 64 and 152, the writes to multiples of 64.
    const dataBytes = 2 * 64 + (96 + 96 + 61) + (96 + 150) + 2 * 8;
    assert.equal(padding, bits - dataBytes * 8);
  });

  test('in the last write is UNCLEAR, unless it hits padding', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.position, to: last.end, step: 1 });
    assert.deepEqual([...outcomes.keys()].sort(), ['UNCLEAR', 'nothing lost']);
    const dataBytes = 64 + (96 + 30) + (96 + 99) + 8;
    assert.equal(outcomes.get('UNCLEAR'), dataBytes * 8);
  });

  test('behind the end loses nothing', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: last.end, to: last.end + 128, step: 1 });
    // Of the 64 bytes where the next header would be, the last is its mark.
    assert.deepEqual(Object.fromEntries(outcomes), { 'nothing lost, remains cut': 127 * 8, UNCLEAR: 8 });
  });

  test('in the header of a segment is CORRUPT', async () => {
    const outcomes = await sweep(await diskWith(appends), FIRST_SEGMENT, { from: 0, to: 4096, step: 11 });
    assert.deepEqual([...outcomes.keys()], ['CORRUPT']);
  });

  test('in one copy of the hard state is survived', async () => {
    const outcomes = await sweep(await diskWith(appends), `${PARTITION}/hard-state`, { from: 0, to: 8192, step: 23 });
    assert.deepEqual([...outcomes.keys()], ['nothing lost']);
  });
});
