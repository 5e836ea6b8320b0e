// When committed transactions reach the applier, in which order, what is delivered again after a crash, and what a failing applier does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JournalError } from '../../../../log/journal/errors.ts';
import type { Applier, ApplyPolicy, Journal, JournalTransaction } from '../../../../log/journal/types.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { bytesOf, commit, ONE, open, openPlain, rejectsWith, restart, SMALL, Store, settle, unappliedOf, WatchedDisk } from './support.ts';

function openApplied(disk: MemoryDisk | WatchedDisk, applier: Applier, applyPolicy: ApplyPolicy, more: object = {}): Promise<Journal> {
  return open(disk, { directories: ONE, ...SMALL, ...more, applyPolicy, applier });
}

test('every-transaction: each is applied at once', async () => {
  const store = new Store();
  const journal = await openApplied(new MemoryDisk(), store, 'every-transaction');
  for (let number = 1; number <= 5; number++) {
    await commit(journal, bytesOf(number));
    await settle();
    assert.deepEqual(
      store.delivered,
      Array.from({ length: number }, (_, at) => at + 1),
    );
  }
  assert.deepEqual(store.applied.get(3), { offset: 3, objects: [{ key: undefined, bytes: bytesOf(3) }] });
});

test('every N: nothing until N wait, then all of them', async () => {
  const store = new Store();
  const journal = await openApplied(new MemoryDisk(), store, { everyTransactions: 3 });
  for (let number = 1; number <= 2; number++) await commit(journal, bytesOf(number));
  await settle();
  assert.deepEqual(store.delivered, []);
  await Promise.all([commit(journal, bytesOf(3)), commit(journal, bytesOf(4))]);
  await settle();
  assert.deepEqual(store.delivered, [1, 2, 3, 4]);
  await commit(journal, bytesOf(5));
  await settle();
  assert.equal(store.delivered.length, 4);
});

test('segment-switch: what lies in a segment is applied when the next one begins', async () => {
  const store = new Store();
  const journal = await openApplied(new MemoryDisk(), store, 'segment-switch');
  for (let number = 1; number <= 2; number++) await commit(journal, bytesOf(number, 3000));
  await settle();
  assert.deepEqual(store.delivered, []);
  await commit(journal, bytesOf(3, 3000));
  await settle();
  assert.equal(journal.status().committedOffset, 3);
  assert.deepEqual(store.delivered, [1, 2], 'the third is in the second segment');
  assert.equal(journal.status().segments, 1, 'the first is gone');
});

test('none: the application reads what is unapplied and reports; nothing is delivered again below that', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk);
  for (let number = 1; number <= 10; number++) await commit(journal, bytesOf(number, 2000));
  assert.ok(journal.status().segments > 1);
  assert.deepEqual(
    (await unappliedOf(journal)).map(({ offset }) => offset),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  journal.applied(4);
  assert.throws(() => journal.applied(3), /never falls/);
  assert.throws(() => journal.applied(11), /only what is committed/);
  await settle();
  assert.equal(journal.status().savedAppliedOffset, 4);
  const again = await openPlain(restart(disk));
  assert.deepEqual(again.recovery, {
    segments: again.status().segments,
    committedOffset: 10,
    appliedOffset: 4,
    delivered: 0,
    cutBytes: 0,
    cutAt: undefined,
  });
  assert.deepEqual(
    (await unappliedOf(again)).map(({ offset }) => offset),
    [5, 6, 7, 8, 9, 10],
  );
});

test('what belongs to the other policies is a programmer error', async () => {
  const plain = await openPlain(new MemoryDisk());
  await assert.rejects(plain.applyAll(), { name: 'AssertionError' });
  const applied = await openApplied(new MemoryDisk(), new Store(), 'every-transaction');
  assert.throws(() => applied.applied(0), { name: 'AssertionError' });
  await assert.rejects(unappliedOf(applied), { name: 'AssertionError' });
  await assert.rejects(openApplied(new MemoryDisk(), new Store(), { everyTransactions: 0 }), { name: 'AssertionError' });
});

test('while somebody reads what is unapplied, its segments stay, also when they are reported', async () => {
  const journal = await openPlain(new MemoryDisk());
  for (let number = 1; number <= 10; number++) await commit(journal, bytesOf(number, 2000));
  const before = journal.status().segments;
  const offsets: number[] = [];
  for await (const { offset, objects } of journal.unapplied()) {
    assert.deepEqual(objects[0]?.bytes, bytesOf(offset, 2000));
    offsets.push(offset);
    journal.applied(offset === 1 ? 10 : journal.status().appliedOffset);
    await settle();
    assert.equal(journal.status().segments, before);
    if (offset === 9) break;
  }
  await settle();
  assert.equal(journal.status().segments, 1, 'the reader is gone');
});

test('applyAll applies and saves everything, whatever the policy', async () => {
  const disk = new MemoryDisk();
  for (const policy of ['every-transaction', 'segment-switch', { everyTransactions: 100 }] as const) {
    const store = new Store();
    const journal = await openApplied(disk, store, policy);
    const { committedOffset } = journal.status();
    for (let number = 1; number <= 3; number++) await commit(journal, bytesOf(number));
    await journal.applyAll();
    assert.deepEqual(store.delivered, [committedOffset + 1, committedOffset + 2, committedOffset + 3]);
    assert.equal(journal.status().savedAppliedOffset, committedOffset + 3);
    assert.ok(store.syncs > 0);
    restart(disk);
  }
});

test('the applied offset is saved only behind the sync of the store', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const calls: string[] = [];
  const applier: Applier = {
    apply: async ({ offset }) => void calls.push(`apply ${offset}`),
    sync: async () => {
      calls.push('sync');
      disk.calls = [];
      await settle();
      assert.equal(disk.count(/journal-state/), 0, 'not yet saved');
    },
  };
  const journal = await openApplied(disk, applier, 'every-transaction');
  await Promise.all([commit(journal, bytesOf(1)), commit(journal, bytesOf(2))]);
  await journal.applyAll();
  assert.deepEqual(calls, ['apply 1', 'apply 2', 'sync']);
  assert.ok(disk.count(/^sync .*journal-state/) >= 2, 'both copies');
});

test('recovery delivers exactly what is committed and not saved as applied, in order, before opening resolves', async () => {
  const disk = new MemoryDisk();
  const first = await openApplied(disk, new Store(), { everyTransactions: 4 });
  for (let number = 1; number <= 10; number++) await commit(first, bytesOf(number, 1500));
  await settle();
  const saved = first.status().savedAppliedOffset;
  assert.ok(first.status().appliedOffset >= 8);
  const store = new Store();
  const journal = await openApplied(restart(disk), store, { everyTransactions: 4 });
  assert.deepEqual(
    store.delivered,
    Array.from({ length: 10 - saved }, (_, at) => saved + 1 + at),
  );
  assert.equal(journal.recovery.delivered, store.delivered.length);
  for (const offset of store.delivered) assert.deepEqual(store.applied.get(offset)?.objects[0]?.bytes, bytesOf(offset, 1500));
  const none = new Store();
  const again = await openApplied(restart(disk), none, 'segment-switch');
  assert.deepEqual(none.delivered, [], 'recovery twice is recovery once');
  assert.equal(again.recovery.appliedOffset, 10);
});

test('the offset that the store keeps itself makes delivery exactly once', async () => {
  const disk = new MemoryDisk();
  const first = await openApplied(disk, new Store(), { everyTransactions: 100 });
  for (let number = 1; number <= 5; number++) await commit(first, bytesOf(number));
  for (const appliedOffset of [0, 3, 5]) {
    const store = new Store();
    const copy = disk.clone();
    const journal = await openApplied(copy, store, 'every-transaction', { appliedOffset });
    assert.deepEqual(
      store.delivered,
      [1, 2, 3, 4, 5].filter((offset) => offset > appliedOffset),
    );
    assert.equal(journal.recovery.appliedOffset, appliedOffset);
    await commit(journal, bytesOf(6));
    await journal.applyAll();
    assert.equal(store.delivered.at(-1), 6);
  }
  const ahead = await rejectsWith(openApplied(disk.clone(), new Store(), 'every-transaction', { appliedOffset: 6 }), 'APPLIED_MISMATCH');
  assert.equal(ahead.offset, 6);
});

test('a store that is older than the oldest segment is refused; one behind the record, but within the segments, is caught up', async () => {
  const disk = new MemoryDisk();
  const first = await openPlain(disk);
  // Five to a segment.
  for (let number = 1; number <= 10; number++) await commit(first, bytesOf(number, 1300));
  first.applied(9);
  await first.close();
  const oldest = (await openPlain(restart(disk))).status();
  assert.equal(oldest.segments, 1);
  await rejectsWith(openPlain(restart(disk), { appliedOffset: 2 }), 'APPLIED_MISMATCH');
  const store = new Store();
  const journal = await openApplied(restart(disk), store, 'every-transaction', { appliedOffset: 8 });
  assert.deepEqual(store.delivered, [9, 10]);
  assert.equal(journal.status().appliedOffset, 10);
});

test('an applier that fails stops the journal, keeps what was committed, and gets it again', async () => {
  const disk = new MemoryDisk();
  const failing = new Set([3]);
  const store = new Store();
  const applier: Applier = {
    apply: async (transaction) => {
      if (failing.has(transaction.offset)) throw new Error('no such account');
      await store.apply(transaction);
    },
    sync: () => store.sync(),
  };
  const journal = await openApplied(disk, applier, { everyTransactions: 4 });
  for (let number = 1; number <= 3; number++) await commit(journal, bytesOf(number));
  assert.equal(await commit(journal, bytesOf(4)), 4, 'it is durable, whatever the applier does');
  await settle();
  assert.deepEqual(store.delivered, [1, 2]);
  const refused = await rejectsWith(commit(journal, bytesOf(5)), 'APPLIER_FAILED');
  assert.match(refused.message, /at offset 3: no such account/);
  await journal.close();
  await rejectsWith(openApplied(restart(disk), applier, 'every-transaction'), 'APPLIER_FAILED');
  failing.clear();
  store.delivered = [];
  await openApplied(restart(disk), applier, 'every-transaction');
  assert.deepEqual(store.delivered.slice(-2), [3, 4]);
  assert.deepEqual([...store.applied.keys()], [1, 2, 3, 4]);
});

test('a store that cannot sync stops the journal and nothing is saved', async () => {
  const disk = new MemoryDisk();
  const sync = async (): Promise<void> => {
    throw new Error('disk full');
  };
  const journal = await openApplied(disk, { apply: async () => undefined, sync }, 'every-transaction');
  await commit(journal, bytesOf(1));
  await rejectsWith(journal.applyAll(), 'APPLIER_FAILED');
  await journal.close();
  assert.equal((await openPlain(restart(disk))).recovery.appliedOffset, 0);
});

test('transactions with a common key are applied in order, others at the same time, within the bound', async () => {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const applier: Applier = {
    apply: ({ offset }: JournalTransaction) => {
      begun.push(offset);
      return new Promise((resolve) => ends.set(offset, resolve));
    },
  };
  const journal = await openApplied(new MemoryDisk(), applier, { everyTransactions: 6 }, { applyConcurrency: 3 });
  const keys = [['a', 'b'], ['c'], ['b', 'c'], ['d'], ['e'], [undefined]];
  await Promise.all(
    keys.map((of) => {
      const id = journal.begin();
      for (const key of of) journal.log(id, bytesOf(1), key === undefined ? {} : { key });
      return journal.commit(id);
    }),
  );
  const end = async (offset: number): Promise<void> => {
    ends.get(offset)?.();
    await settle();
  };
  await settle();
  assert.deepEqual(begun, [1, 2, 4]);
  await end(4);
  assert.deepEqual(begun, [1, 2, 4, 5]);
  await end(1);
  assert.deepEqual(begun, [1, 2, 4, 5], 'the third also waits for the second');
  assert.equal(journal.status().appliedOffset, 1, 'all up to there, and no further');
  await end(2);
  assert.deepEqual(begun, [1, 2, 4, 5, 3]);
  await end(5);
  await end(3);
  assert.deepEqual(begun, [1, 2, 4, 5, 3, 6], 'an object without a key waits for everything');
  await end(6);
  assert.equal(journal.status().appliedOffset, 6);
});

test('when half of what may be unapplied is used, it is applied before the policy says; beyond all of it commits are refused until there is room', async () => {
  const gate: { open: () => void; closed: Promise<void> } = { open: () => undefined, closed: Promise.resolve() };
  gate.closed = new Promise((resolve) => {
    gate.open = resolve;
  });
  let applied = 0;
  const applier: Applier = {
    apply: async () => {
      await gate.closed;
      applied++;
    },
  };
  const more = { unappliedBytesMax: 4 * SMALL.segmentBytes };
  const journal = await openApplied(new MemoryDisk(), applier, { everyTransactions: 1_000_000 }, more);
  let committed = 0;
  let refused: unknown;
  const id = journal.begin();
  journal.log(id, bytesOf(1, 3000));
  while (refused === undefined && committed < 100) {
    await commit(journal, bytesOf(committed, 3000)).then(
      () => committed++,
      (error: unknown) => {
        refused = error;
      },
    );
  }
  assert.ok(JournalError.is(refused));
  assert.equal(refused.code, 'OVERLOADED');
  assert.equal(refused.outcome, 'none');
  assert.ok(committed >= 8, `${committed} committed`);
  await rejectsWith(journal.commit(id), 'OVERLOADED');
  let isRoom = false;
  const room = journal.room().then(() => {
    isRoom = true;
  });
  await settle();
  assert.equal(isRoom, false);
  gate.open();
  await room;
  assert.equal(await journal.commit(id), committed + 1, 'the refused transaction was still open');
  await journal.applyAll();
  assert.equal(applied, committed + 1);
});
