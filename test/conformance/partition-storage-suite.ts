// What the storage of a partition must do over any `Disk`.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PartitionStorage } from '../../consensus/ports.ts';
import type { Entry } from '../../consensus/types.ts';
import { assertSameEntries, baseAt, entriesAfter, membershipAfter, NODE, readAll } from '../unit/log/fixture.ts';

/** A new storage; `reopen` closes it and recovers what it left. */
export type PartitionStorageFactory = () => Promise<{
  readonly storage: PartitionStorage;
  readonly reopen: () => Promise<PartitionStorage>;
  readonly dispose: () => Promise<void>;
}>;

type Run = (storage: PartitionStorage, reopen: () => Promise<PartitionStorage>) => Promise<void>;
type Register = (behaviour: string, run: Run) => void;

/** Registers the tests of one implementation. */
export function partitionStorageSuite(name: string, factory: PartitionStorageFactory): void {
  const on: Register = (behaviour, run) => {
    test(behaviour, () => runWith(factory, run));
  };
  describe(`partition storage: ${name}`, () => {
    entriesAndHardState(on);
    segmentsAsAWhole(on);
    membershipEntries(on);
  });
}

async function runWith(factory: PartitionStorageFactory, run: Run): Promise<void> {
  const { storage, reopen, dispose } = await factory();
  try {
    await run(storage, reopen);
  } finally {
    await dispose();
  }
}

/** What is appended, replaced and read. */
function entriesAndHardState(on: Register): void {
  on('a new one is empty', async (storage) => {
    assert.deepEqual(storage.recovery, { segments: 1, entries: 0, bytesRead: 0, tornBytes: 0, tornAt: undefined, unclearAt: undefined });
    assert.deepEqual(storage.hardState, { term: 0, votedFor: undefined });
    assert.deepEqual([storage.lastIndex, storage.termRuns.length], [0, 0]);
    assert.deepEqual(storage.lastDigest, new Uint8Array(32));
    assert.equal(await storage.indexOfOffset(1), undefined);
  });

  on('hard state and entries are there after it was opened again', async (storage, reopen) => {
    await storage.saveHardState({ term: 2, votedFor: NODE });
    const entries = entriesAfter(undefined, { term: 2, sizes: [0, 10, 70_000, 0, 3] });
    await storage.append(entries.slice(0, 2));
    await storage.append(entries.slice(2));
    assertSameEntries(await readAll(storage), entries);
    const again = await reopen();
    assert.deepEqual(again.hardState, { term: 2, votedFor: NODE });
    assert.deepEqual(again.termRuns, [{ firstIndex: 1, term: 2 }]);
    assert.deepEqual(again.lastDigest, entries[4]?.digest);
    assert.equal(await again.indexOfOffset(entries[1]?.firstOffset ?? 0), 2);
    assertSameEntries(await readAll(again), entries);
  });

  on('a conflicting suffix is replaced', async (storage, reopen) => {
    await storage.saveHardState({ term: 1, votedFor: undefined });
    const entries = entriesAfter(undefined, { term: 1, sizes: [10, 20, 30] });
    await storage.append(entries);
    await storage.saveHardState({ term: 2, votedFor: undefined });
    const other = entriesAfter(entries[0], { term: 2, sizes: [40] });
    await storage.append(other);
    assert.equal(storage.lastIndex, 2);
    assertSameEntries(await readAll(await reopen()), [...entries.slice(0, 1), ...other]);
  });

  on('reads go on while an append is under way', async (storage) => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [10, 20] });
    await storage.append(entries.slice(0, 1));
    const appended = storage.append(entries.slice(1));
    assertSameEntries(await storage.read({ from: 1, to: 1, bytesMax: 100 }), entries.slice(0, 1));
    assert.ok(storage.lastIndex <= 2);
    await appended;
    assertSameEntries(await readAll(storage), entries);
  });
}

/** What is dropped, begun anew and verified. */
function segmentsAsAWhole(on: Register): void {
  on('compaction drops whole segments that end at or below an index, and nothing else', async (storage, reopen) => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [400_000, 400_000, 400_000, 400_000, 400_000, 400_000] });
    for (const entry of entries) await storage.append([entry]);
    assert.deepEqual([storage.base.index, storage.base.nextOffset], [0, 1]);
    // The first segment is of 1 MiB.
    const [sealed] = storage.sealedSegments();
    assert.deepEqual([sealed?.firstIndex, sealed?.lastIndex, sealed?.lastTimestamp], [1, 2, entries[1]?.timestamp]);
    await storage.compact(1);
    assert.equal(storage.base.index, 0, 'a segment that is needed stays');
    const before = storage.bytes;
    await storage.compact(4);
    assert.ok(storage.bytes < before);
    const check = async (log: PartitionStorage): Promise<void> => {
      assert.deepEqual(log.base, baseAt(entries[1] ?? assert.fail()));
      assert.deepEqual([log.lastIndex, log.termRuns], [6, [{ firstIndex: 3, term: 1 }]]);
      assertSameEntries(await readAll(log), entries.slice(2));
      assert.equal(await log.indexOfOffset(1), undefined);
      assert.equal(await log.indexOfOffset(entries[2]?.firstOffset ?? 0), 3);
      await assert.rejects(log.read({ from: 2, to: 3, bytesMax: 1 }), { name: 'AssertionError' });
    };
    await check(storage);
    await check(await reopen());
  });

  on('a log that begins anew behind a snapshot takes what comes behind it', async (storage, reopen) => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [10, 20, 30, 40, 50] });
    await storage.append(entries.slice(0, 2));
    const base = baseAt(entries[3] ?? assert.fail());
    await storage.reset(base);
    assert.deepEqual([storage.base, storage.lastIndex, storage.termRuns, storage.lastDigest], [base, 4, [], base.digest]);
    await storage.append(entries.slice(4));
    const again = await reopen();
    assert.deepEqual([again.base, again.lastIndex], [base, 5]);
    assertSameEntries(await readAll(again), entries.slice(4));
  });

  on('sealed segments are verified in pieces, and an undamaged log has neither damage nor claim', async (storage) => {
    for (const entry of entriesAfter(undefined, { term: 1, sizes: [600_000, 600_000, 600_000] })) await storage.append([entry]);
    let next: number | undefined = 1;
    for (let steps = 0; next !== undefined && steps < 100; steps++) {
      const step = await storage.verify({ from: next, bytesMax: 100_000 });
      assert.deepEqual(step.damage, []);
      next = step.next;
    }
    assert.equal(next, undefined, 'a round ends');
    assert.deepEqual([storage.damage, storage.claim], [[], undefined]);
    await storage.dropClaim();
    await assert.rejects(storage.repair(entriesAfter(undefined, { term: 1, sizes: [1] })), { name: 'AssertionError' });
    assert.equal((await readAll(storage)).length, 3);
  });
}

/** Where they are, whatever happens to the log. */
function membershipEntries(on: Register): void {
  on('membership entries are listed from the append on, and after it was opened again', async (storage, reopen) => {
    assert.deepEqual(storage.memberships, []);
    const first = membershipAfter(undefined, 1);
    const more = entriesAfter(first, { term: 1, sizes: [10, 0] });
    const second = membershipAfter(more[1], 1);
    const entries = [first, ...more, second, ...entriesAfter(second, { term: 1, sizes: [20] })];
    await storage.append(entries.slice(0, 2));
    assert.deepEqual(storage.memberships, [1]);
    await storage.append(entries.slice(2));
    assert.deepEqual(storage.memberships, [1, 4]);
    const again = await reopen();
    assert.deepEqual(again.memberships, [1, 4]);
    assertSameEntries(await readAll(again), entries);
  });

  on('membership entries of a conflicting suffix are no longer listed, those that replace it are', async (storage, reopen) => {
    const first = membershipAfter(undefined, 1);
    const second = membershipAfter(first, 1);
    await storage.append([first, second, ...entriesAfter(second, { term: 1, sizes: [10] })]);
    await storage.saveHardState({ term: 2, votedFor: undefined });
    const other = entriesAfter(first, { term: 2, sizes: [10] });
    const third = membershipAfter(other[0], 2);
    await storage.append([...other, third]);
    assert.deepEqual(storage.memberships, [1, 3]);
    const again = await reopen();
    assert.deepEqual(again.memberships, [1, 3]);
    await again.append(entriesAfter(undefined, { term: 2, sizes: [10] }));
    assert.deepEqual(again.memberships, []);
    assert.deepEqual((await reopen()).memberships, []);
  });

  on('membership entries that are compacted, or given up for a snapshot, are no longer listed', async (storage, reopen) => {
    let last: Entry | undefined;
    // The first segment is of 1 MiB, and ends behind the fourth.
    for (let round = 0; round < 4; round++) {
      const membership = membershipAfter(last, 1);
      const [large] = entriesAfter(membership, { term: 1, sizes: [450_000] });
      last = large ?? assert.fail();
      await storage.append([membership, last]);
    }
    assert.deepEqual(storage.memberships, [1, 3, 5, 7]);
    await storage.compact(3);
    assert.deepEqual(storage.memberships, [1, 3, 5, 7], 'a segment that is needed stays');
    await storage.compact(4);
    assert.deepEqual([storage.base.index, storage.memberships], [4, [5, 7]]);
    const again = await reopen();
    assert.deepEqual([again.base.index, again.memberships], [4, [5, 7]]);
    await again.reset(baseAt(last ?? assert.fail()));
    assert.deepEqual(again.memberships, []);
    await again.append([membershipAfter(last, 1)]);
    assert.deepEqual(again.memberships, [9]);
    assert.deepEqual((await reopen()).memberships, [9]);
  });
}
