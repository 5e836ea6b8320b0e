// Every format ever released is opened by every later version: the kept data directories, whose contents are known.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { openJournalOn } from '../../../log/journal/journal.ts';
import { nodeDisk } from '../../../log/node-disk.ts';
import { assertSameEntries, baseAt, entriesAfter, INCARNATION, membershipAfter, NODE, readAll } from './fixture.ts';
import { bytesOf, SMALL, unappliedOf } from './journal/support.ts';

/** From `build/test/unit/log` to the sources. */
const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures', import.meta.url));

/** The seals and segments of a partition, by name. */
async function filesIn(directory: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(directory)).filter((name) => name !== 'hard-state').sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name))] as const)));
}

test('a data directory of format 1 opens: identity, genesis, a cut suffix, void segments, term and vote', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'ledgerline-fixture-'));
  try {
    await cp(`${FIXTURES}/data-format-1`, `${scratch}/data`, { recursive: true });
    const newIncarnation = (): string => assert.fail('there is an identity');
    const data = await openDataDirectory({ disk: nodeDisk(), path: `${scratch}/data`, nodeId: NODE, newIncarnation });
    assert.deepEqual(data.identity, { nodeId: NODE, incarnation: INCARNATION });
    assert.equal(data.genesisText, '{"formatVersion":1,"example":"Zürich"}');
    const log = await data.openPartition(1);
    const first = entriesAfter(undefined, { term: 1, sizes: [0, 100] });
    const suffix = entriesAfter(first[1], { term: 3, sizes: [0, 50] });
    assertSameEntries(await readAll(log), [...first, ...suffix]);
    assert.deepEqual(log.hardState, { term: 3, votedFor: 'n2' });
    assert.deepEqual(log.recovery, { ...log.recovery, segments: 2, entries: 4, tornBytes: 0, tornAt: undefined });
    await data.close();
  } finally {
    await rm(scratch, { recursive: true });
  }
});

test('a data directory of format 2 opens: a compacted log with seals, one begun anew behind a snapshot, and a claim', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'ledgerline-fixture-'));
  try {
    await cp(`${FIXTURES}/data-format-2`, `${scratch}/data`, { recursive: true });
    const newIncarnation = (): string => assert.fail('there is an identity');
    const data = await openDataDirectory({ disk: nodeDisk(), path: `${scratch}/data`, nodeId: NODE, newIncarnation });
    assert.equal(data.genesisText, '{"formatVersion":2,"example":"Zürich"}');
    const compacted = await data.openPartition(1);
    const first = entriesAfter(undefined, { term: 1, sizes: [0, 1500, 900, 2500, 60, 3000, 1000] });
    const suffix = entriesAfter(first[5], { term: 3, sizes: [0, 50] });
    assertSameEntries(await readAll(compacted), [...first.slice(2, 6), ...suffix]);
    assert.deepEqual(compacted.hardState, { term: 3, votedFor: 'n2' });
    assert.deepEqual([compacted.base, compacted.damage, compacted.claim], [baseAt(first[1] ?? assert.fail()), [], undefined]);
    assert.deepEqual(
      compacted.sealedSegments().map(({ lastIndex }) => lastIndex),
      [5, 6],
    );
    // Only the newest segment is read.
    assert.ok(compacted.recovery.bytesRead < 10_000, `${compacted.recovery.bytesRead} bytes`);
    // Its seals, of version 1, are made anew in the background; this is done behind them.
    await compacted.compact(compacted.base.index);
    for (const [name, bytes] of await filesIn(`${scratch}/data/partition-0001`)) {
      const before = await readFile(`${FIXTURES}/data-format-2/partition-0001/${name}`);
      const isSeal = name.endsWith('.seal');
      assert.deepEqual(bytes.subarray(16, 616), before.subarray(16, 616), name);
      assert.deepEqual(bytes.subarray(648), before.subarray(648), name);
      assert.deepEqual([before.readUInt32LE(12), bytes.readUInt32LE(12)], isSeal ? [1, 2] : [2, 2], name);
      assert.equal(bytes.subarray(616, 648).equals(before.subarray(616, 648)), !isSeal, name);
    }
    const anew = await data.openPartition(2);
    const before = entriesAfter(undefined, { term: 2, sizes: [10, 20, 30] });
    assertSameEntries(await readAll(anew), entriesAfter(before[2], { term: 2, sizes: [40] }));
    assert.deepEqual([anew.base, anew.claim], [baseAt(before[2] ?? assert.fail()), { term: 2, index: 5 }]);
    await data.close();
  } finally {
    await rm(scratch, { recursive: true });
  }
});

test('a data directory with seals of version 2 opens: the scrubber finds all as they say, also in a segment that was cut', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'ledgerline-fixture-'));
  try {
    await cp(`${FIXTURES}/data-format-3`, `${scratch}/data`, { recursive: true });
    const newIncarnation = (): string => assert.fail('there is an identity');
    const data = await openDataDirectory({ disk: nodeDisk(), path: `${scratch}/data`, nodeId: NODE, newIncarnation });
    assert.equal(data.genesisText, '{"formatVersion":3,"example":"Zürich"}');
    const log = await data.openPartition(1);
    assert.ok(log.recovery.bytesRead < 10_000, `only the newest segment is read: ${log.recovery.bytesRead} bytes`);
    const first = entriesAfter(undefined, { term: 1, sizes: [0, 1500] });
    const member = membershipAfter(first[1], 1);
    const more = entriesAfter(member, { term: 1, sizes: [900, 1, 2500] });
    const suffix = entriesAfter(more[2], { term: 3, sizes: [0, 50] });
    assertSameEntries(await readAll(log), [...first, member, ...more, ...suffix]);
    assert.deepEqual(log.hardState, { term: 3, votedFor: 'n2' });
    assert.deepEqual(
      log.sealedSegments().map(({ lastIndex }) => lastIndex),
      [5, 6],
    );
    const step = await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.deepEqual([step.damage, step.next, step.bytes > 4000], [[], undefined, true]);
    await data.close();
    const kept = await filesIn(`${FIXTURES}/data-format-3/partition-0001`);
    assert.deepEqual(await filesIn(`${scratch}/data/partition-0001`), kept, 'nothing was made anew');
  } finally {
    await rm(scratch, { recursive: true });
  }
});

test('a journal of format 1 opens: two directories in turn, what was applied and what is left', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'ledgerline-fixture-'));
  try {
    await cp(`${FIXTURES}/journal-format-1`, scratch, { recursive: true });
    const world = { disk: nodeDisk(), newJournalId: (): string => assert.fail('there is a journal') };
    const directories = [`${scratch}/a`, `${scratch}/b`];
    const journal = await openJournalOn(world, { ...SMALL, directories, applyPolicy: 'none' });
    assert.deepEqual(journal.recovery, {
      segments: 2,
      committedOffset: 12,
      appliedOffset: 7,
      delivered: 0,
      cutBytes: 0,
      cutAt: undefined,
    });
    const objectsOf = (offset: number) => [
      { key: `account-${offset % 3}`, bytes: bytesOf(offset, 2000) },
      { key: undefined, bytes: bytesOf(offset + 100, 30) },
    ];
    const left = [8, 9, 10, 11, 12].map((offset) => ({ offset, objects: objectsOf(offset) }));
    assert.deepEqual(await unappliedOf(journal), left);
    await journal.close();
  } finally {
    await rm(scratch, { recursive: true });
  }
});
