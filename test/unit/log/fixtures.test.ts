// Every format ever released is opened by every later version: the kept data directories, whose contents are known.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { openJournalOn } from '../../../log/journal/journal.ts';
import { nodeDisk } from '../../../log/node-disk.ts';
import { assertSameEntries, baseAt, entriesAfter, INCARNATION, NODE, readAll } from './fixture.ts';
import { bytesOf, SMALL, unappliedOf } from './journal/support.ts';

/** From `build/test/unit/log` to the sources. */
const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures', import.meta.url));

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
    const anew = await data.openPartition(2);
    const before = entriesAfter(undefined, { term: 2, sizes: [10, 20, 30] });
    assertSameEntries(await readAll(anew), entriesAfter(before[2], { term: 2, sizes: [40] }));
    assert.deepEqual([anew.base, anew.claim], [baseAt(before[2] ?? assert.fail()), { term: 2, index: 5 }]);
    await data.close();
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
