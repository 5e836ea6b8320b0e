// begin, log, commit, rollback: what is in the journal afterwards, what shares a sync, and every refusal with its nearest permission.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryDisk } from '../memory-disk.ts';
import {
  bytesOf,
  commit,
  ONE,
  openPlain,
  rejectsWith,
  restart,
  SMALL,
  systemError,
  throwsWith,
  unappliedOf,
  WatchedDisk,
} from './support.ts';

test('a committed transaction comes back with all its objects and keys, a rolled-back one not at all', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk);
  const id = journal.begin();
  journal.log(id, bytesOf(1, 10), { key: 'account-1' });
  journal.log(id, new Uint8Array(0), { key: 'ü' });
  journal.log(id, new Uint8Array(2000));
  const rolledBack = journal.begin();
  journal.log(rolledBack, bytesOf(2));
  journal.rollback(rolledBack);
  assert.equal(await journal.commit(id), 1);
  assert.equal(await journal.commit(journal.begin()), 2, 'one without objects, too');

  const expected = [
    {
      offset: 1,
      objects: [
        { key: 'account-1', bytes: bytesOf(1, 10) },
        { key: 'ü', bytes: new Uint8Array(0) },
        { key: undefined, bytes: new Uint8Array(2000) },
      ],
    },
    { offset: 2, objects: [] },
  ];
  assert.deepEqual(await unappliedOf(journal), expected);
  const again = await openPlain(restart(disk));
  assert.deepEqual(await unappliedOf(again), expected);
  assert.equal(again.recovery.committedOffset, 2);
});

test('the bytes are copied when they are logged', async () => {
  const journal = await openPlain(new MemoryDisk());
  const bytes = bytesOf(1);
  const id = journal.begin();
  journal.log(id, bytes);
  bytes.fill(0);
  await journal.commit(id);
  assert.deepEqual((await unappliedOf(journal))[0]?.objects[0]?.bytes, bytesOf(1));
});

test('a rollback writes nothing', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const journal = await openPlain(disk);
  await new Promise<void>((resolve) => setImmediate(resolve));
  disk.calls = [];
  const id = journal.begin();
  journal.log(id, bytesOf(1));
  journal.rollback(id);
  await new Promise<void>((resolve) => setImmediate(resolve));
  assert.deepEqual(disk.calls, []);
  assert.equal(journal.status().memoryBytes, 0);
});

test('commits of one turn share one write and one sync; commits that wait behind it share the next', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const journal = await openPlain(disk, { segmentBytes: 1024 * 1024, unappliedBytesMax: 4 * 1024 * 1024 });
  disk.calls = [];
  const first = Array.from({ length: 100 }, (_, number) => commit(journal, bytesOf(number)));
  assert.deepEqual(
    await Promise.all(first),
    Array.from({ length: 100 }, (_, at) => at + 1),
    'offsets follow the order of the calls',
  );
  assert.equal(disk.count(/^write .*\.journal/), 1);
  assert.equal(disk.count(/^sync .*\.journal/), 1);
  assert.equal(journal.status().writes, 1);
  const early = commit(journal, bytesOf(100));
  await Promise.resolve();
  await Promise.resolve();
  const late = Array.from({ length: 50 }, (_, number) => commit(journal, bytesOf(101 + number)));
  await Promise.all([early, ...late]);
  assert.equal(journal.status().writes, 3);
  assert.equal((await unappliedOf(journal)).length, 151);
});

test('what is committed while a write is under way survives with it', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk);
  const commits: Promise<number>[] = [];
  for (let round = 0; round < 20; round++) {
    commits.push(commit(journal, bytesOf(round)));
    await Promise.resolve();
  }
  await Promise.all(commits);
  disk.cutPower(() => 0.99);
  disk.restart();
  const found = await unappliedOf(await openPlain(disk));
  assert.deepEqual(
    found.map(({ objects }) => objects[0]?.bytes),
    Array.from({ length: 20 }, (_, round) => bytesOf(round)),
  );
});

test('an id that is over, or was never begun, is refused', async () => {
  const journal = await openPlain(new MemoryDisk());
  const id = journal.begin();
  await journal.commit(id);
  throwsWith(() => journal.log(id, bytesOf(1)), 'NO_TRANSACTION');
  throwsWith(() => journal.rollback(id), 'NO_TRANSACTION');
  await rejectsWith(journal.commit(id), 'NO_TRANSACTION');
  const next = journal.begin();
  assert.notEqual(next, id);
  journal.rollback(next);
  await rejectsWith(journal.commit(next), 'NO_TRANSACTION');
});

test('a transaction of the largest size is taken, one byte more is refused and leaves it as it was', async () => {
  const journal = await openPlain(new MemoryDisk());
  const id = journal.begin();
  journal.log(id, bytesOf(1, SMALL.transactionBytesMax - 4 - 6 - 6));
  throwsWith(() => journal.log(id, bytesOf(2, 1)), 'TOO_LARGE');
  journal.log(id, new Uint8Array(0));
  await journal.commit(id);
  assert.equal((await unappliedOf(journal))[0]?.objects.length, 2);
});

test('a key of 256 bytes is taken, of 257 refused', async () => {
  const journal = await openPlain(new MemoryDisk());
  const id = journal.begin();
  journal.log(id, bytesOf(1), { key: 'k'.repeat(256) });
  throwsWith(() => journal.log(id, bytesOf(1), { key: 'k'.repeat(257) }), 'TOO_LARGE');
  throwsWith(() => journal.log(id, bytesOf(1), { key: 'ü'.repeat(129) }), 'TOO_LARGE');
});

test('memory is bounded over open and waiting transactions, and comes back', async () => {
  const journal = await openPlain(new MemoryDisk(), { memoryBytesMax: 8 * 1024 });
  const ids = [journal.begin(), journal.begin(), journal.begin()] as const;
  journal.log(ids[0], bytesOf(1, 4000));
  journal.log(ids[1], bytesOf(1, 4000));
  const refused = throwsWith(() => journal.log(ids[2], bytesOf(1, 4000)), 'OVERLOADED');
  assert.equal(refused.outcome, 'none');
  journal.rollback(ids[0]);
  journal.log(ids[2], bytesOf(1, 4000));
  const committing = journal.commit(ids[1]);
  throwsWith(() => journal.log(journal.begin(), bytesOf(1, 4000)), 'OVERLOADED');
  await committing;
  journal.log(journal.begin(), bytesOf(1, 4000));
});

test('after a failed sync the outcome is unknown, what waited has none, and everything else is refused', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const journal = await openPlain(disk);
  await commit(journal, bytesOf(0));
  disk.failing = (call) => (/^sync .*\.journal/.test(call) ? systemError('EIO') : undefined);
  const under = commit(journal, bytesOf(1));
  await Promise.resolve();
  await Promise.resolve();
  const waiting = commit(journal, bytesOf(2));
  const open = journal.begin();
  const [first, second] = await Promise.all([rejectsWith(under, 'FAILED'), rejectsWith(waiting, 'FAILED')]);
  assert.equal(first.outcome, 'unknown');
  assert.equal(second.outcome, 'none');
  disk.failing = undefined;
  await rejectsWith(journal.commit(open), 'FAILED');
  throwsWith(() => journal.begin(), 'FAILED');
  throwsWith(() => journal.log(open, bytesOf(1)), 'FAILED');
  throwsWith(() => journal.applied(1), 'FAILED');
  await rejectsWith(unappliedOf(journal), 'FAILED');
  await rejectsWith(journal.room(), 'FAILED');
  assert.equal(journal.status().failure?.name, 'JournalError');
  await journal.close();
});

test('a failed write, too', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const journal = await openPlain(disk);
  disk.failing = (call) => (/^write .*\.journal/.test(call) ? systemError('EIO') : undefined);
  assert.equal((await rejectsWith(commit(journal, bytesOf(1)), 'FAILED')).outcome, 'unknown');
  disk.failing = undefined;
  throwsWith(() => journal.begin(), 'FAILED');
});

test('close waits for the commits under way, rolls back what is open, may be called again and at the same time', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk);
  const open = journal.begin();
  journal.log(open, bytesOf(9));
  const committing = commit(journal, bytesOf(1));
  await Promise.all([journal.close(), journal.close()]);
  assert.equal(await committing, 1);
  await journal.close();
  await journal[Symbol.asyncDispose]();
  throwsWith(() => journal.begin(), 'CLOSED');
  await rejectsWith(journal.commit(open), 'CLOSED');
  await rejectsWith(unappliedOf(journal), 'CLOSED');
  await rejectsWith(journal.room(), 'CLOSED');
  const again = await openPlain(restart(disk));
  assert.equal(again.recovery.committedOffset, 1);
});

test('options that make no sense are a programmer error', async () => {
  const wrong = [
    { directories: [] },
    { directories: ['/a', '/a'] },
    { directories: ['a'] },
    { directories: ['/a/'] },
    { directories: Array.from({ length: 17 }, (_, at) => `/d${at}`) },
    { segmentBytes: 4096 + 4 * 1024 },
    { unappliedBytesMax: 2 * SMALL.segmentBytes - 1 },
    { memoryBytesMax: SMALL.transactionBytesMax - 1 },
    { applyConcurrency: 0 },
    { appliedOffset: -1 },
  ];
  for (const options of wrong) {
    await assert.rejects(openPlain(new MemoryDisk(), options), { name: 'AssertionError' }, JSON.stringify(options));
  }
  await openPlain(new MemoryDisk(), { directories: ONE, unappliedBytesMax: 2 * SMALL.segmentBytes, appliedOffset: 0 });
});
