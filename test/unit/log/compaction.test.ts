// Logs that begin above index 1: compaction, beginning anew behind a snapshot, and losses that must not be mistaken for either.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { assertSameEntries, baseAt, entriesAfter, openLog, PARTITION, readAll, reopen } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

/** Ten entries, one or two a segment. */
async function manySegments(): Promise<{ disk: MemoryDisk; log: PartitionStorage; entries: readonly Entry[] }> {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  const entries = entriesAfter(undefined, { term: 1, sizes: [5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000, 5000] });
  for (const entry of entries) await log.append([entry]);
  return { disk, log, entries };
}

async function segmentsOf(disk: MemoryDisk): Promise<string[]> {
  return (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
}

function at(entries: readonly Entry[], index: number): Entry {
  return entries[index - 1] ?? assert.fail(`entry ${index}`);
}

describe('compaction', () => {
  test('removes the files of whole segments, oldest first, and never the one that is written to', async () => {
    const { disk, log, entries } = await manySegments();
    const names = await segmentsOf(disk);
    const [, second] = log.sealedSegments();
    assert.ok(second !== undefined);
    await log.compact(second.lastIndex);
    assert.deepEqual(await segmentsOf(disk), names.slice(2));
    assert.deepEqual(log.base, baseAt(at(entries, second.lastIndex)));
    await log.compact(10);
    assert.deepEqual(await segmentsOf(disk), names.slice(-1));
    assert.deepEqual(log.sealedSegments(), []);
    const more = entriesAfter(entries.at(-1), { term: 1, sizes: [5000, 5000] });
    for (const entry of more) await log.append([entry]);
    assertSameEntries(await readAll(await reopen(disk)), [...entries, ...more].slice(log.base.index));
  });

  test('of nothing, and of what was compacted already, changes nothing', async () => {
    const { disk, log } = await manySegments();
    await log.compact(4);
    const { index } = log.base;
    const { calls } = disk;
    await log.compact(4);
    await log.compact(0);
    assert.deepEqual([log.base.index, disk.calls], [index, calls]);
  });

  test('lets the reads finish that began before it', async () => {
    const { disk, log, entries } = await manySegments();
    const read = log.read({ from: 1, to: 10, bytesMax: 1_000_000 });
    const compacted = log.compact(9);
    const found = await read;
    await compacted;
    assert.ok(found.length > 0);
    assertSameEntries(found, entries.slice(0, found.length));
    assert.ok(log.base.index > 0);
    assertSameEntries(await readAll(await reopen(disk)), entries.slice(log.base.index));
  });

  test('and an append may be under way together', async () => {
    const { disk, log, entries } = await manySegments();
    const more = entriesAfter(entries.at(-1), { term: 1, sizes: [5000] });
    await Promise.all([log.append(more), log.compact(7)]);
    assertSameEntries(await readAll(await reopen(disk)), [...entries, ...more].slice(log.base.index));
  });

  test('cut short at any call leaves the log from the old base or from the new one', async () => {
    const { disk } = await manySegments();
    disk.kill();
    for (let call = 1; call <= 12; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const copy = disk.clone();
        const log = await openLog(copy);
        const all = await readAll(log);
        copy.crashAt(call, () => luck);
        await log.compact(7).catch(() => undefined);
        copy.cutPower(() => luck);
        copy.restart();
        const again = await openLog(copy);
        assert.ok(again.base.index === 0 || again.base.index >= 6, `base ${again.base.index}`);
        assertSameEntries(await readAll(again), all.slice(again.base.index));
      }
    }
  });

  test('takes a cut of everything that it left', async () => {
    const { disk, log, entries } = await manySegments();
    await log.compact(5);
    const { index } = log.base;
    const other = entriesAfter(at(entries, index), { term: 2, sizes: [10] });
    await log.append(other);
    assert.deepEqual(log.termRuns, [{ firstIndex: index + 1, term: 2 }]);
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), other);
    await assert.rejects(again.append(entriesAfter(at(entries, index - 1), { term: 3, sizes: [10] })), /begins behind the base/);
  });
});

describe('beginning anew', () => {
  test('cut short at any call leaves the old log or the new one', async () => {
    const { disk, entries } = await manySegments();
    disk.kill();
    const base = baseAt(entriesAfter(entries.at(-1), { term: 4, sizes: [1, 2] })[1] ?? assert.fail());
    const outcomes = new Set<number>();
    for (let call = 1; call <= 25; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const copy = disk.clone();
        const log = await openLog(copy);
        copy.crashAt(call, () => luck);
        await log.reset(base).catch(() => undefined);
        copy.cutPower(() => luck);
        copy.restart();
        const again = await openLog(copy);
        outcomes.add(again.base.index);
        if (again.base.index === 0) assertSameEntries(await readAll(again), entries);
        else assert.deepEqual([again.base, again.lastIndex, again.hardState.term], [base, 12, 4]);
      }
    }
    assert.deepEqual([...outcomes].sort(), [0, 12]);
  });

  test('below the end of the log makes all of it void, and its files go', async () => {
    const { disk, log, entries } = await manySegments();
    await log.reset(baseAt(at(entries, 3)));
    assert.deepEqual(await segmentsOf(disk), ['0000000000000004-0000000b.segment']);
    const other = entriesAfter(at(entries, 3), { term: 2, sizes: [10] });
    await log.append(other);
    assertSameEntries(await readAll(await reopen(disk)), other);
  });

  test('waits for the append that is under way', async () => {
    const { disk, log, entries } = await manySegments();
    const ahead = entriesAfter(entries.at(-1), { term: 1, sizes: [10, 10, 10] });
    const [append, reset] = [log.append(ahead.slice(0, 1)), log.reset(baseAt(ahead[2] ?? assert.fail()))];
    await append;
    await reset;
    assert.deepEqual([(await reopen(disk)).base.index], [13]);
  });
});

describe('a lost first segment is not mistaken for a compacted one', () => {
  /** The first entries are damage to repair, up to where the next segment begins. */
  async function isDamage(disk: MemoryDisk, entries: readonly Entry[], firstIndex: number): Promise<void> {
    const [first = ''] = await segmentsOf(disk);
    disk.plant(`${PARTITION}/${first}`, undefined);
    const log = await reopen(disk);
    const to = Number((await segmentsOf(disk))[0]?.slice(0, 16)) - 1;
    const digestBefore = entries[firstIndex - 2]?.digest ?? new Uint8Array(32);
    const [range] = log.damage;
    assert.deepEqual(
      { ...range, position: 0, why: '' },
      { from: firstIndex, to, digestBefore, digest: at(entries, to).digest, file: `${PARTITION}/${first}`, position: 0, why: '' },
    );
    assert.equal(log.base.index, firstIndex - 1);
    await log.repair(entries.slice(firstIndex - 1, to));
    assertSameEntries(await readAll(log), entries.slice(firstIndex - 1));
    assertSameEntries(await readAll(await reopen(disk)), entries.slice(firstIndex - 1));
  }

  test('when nothing was compacted', async () => {
    const { disk, entries } = await manySegments();
    await isDamage(disk, entries, 1);
  });

  test('when some were', async () => {
    const { disk, log, entries } = await manySegments();
    await log.compact(5);
    await isDamage(disk, entries, log.base.index + 1);
  });

  test('also when its seal is gone, too', async () => {
    const { disk, log, entries } = await manySegments();
    await log.compact(5);
    for (const name of await disk.list(PARTITION)) if (name.endsWith('.seal')) disk.plant(`${PARTITION}/${name}`, undefined);
    // The stand-in has the sequence number before that of the next one.
    const [first = ''] = await segmentsOf(disk);
    assert.ok(first.includes('-0000000'));
    disk.plant(`${PARTITION}/${first}`, undefined);
    const again = await reopen(disk);
    const [range] = again.damage;
    assert.equal(range?.from, log.base.index + 1);
    await again.repair(entries.slice(log.base.index, range?.to));
    assertSameEntries(await readAll(await reopen(disk)), entries.slice(log.base.index));
  });

  test('but a compacted one that a power cut brought back is removed again', async () => {
    const { disk, log, entries } = await manySegments();
    const [first = ''] = await segmentsOf(disk);
    const bytes = disk.file(`${PARTITION}/${first}`).cache.slice();
    await log.compact(5);
    disk.plant(`${PARTITION}/${first}`, bytes);
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), entries.slice(log.base.index));
    assert.ok(!(await segmentsOf(disk)).includes(first));
  });
});
