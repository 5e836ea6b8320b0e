// Segments in several directories in turn: switching, going, recycling; and a disk that is full.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JOURNAL_HEADER_BYTES } from '../../../../log/journal/segment-header.ts';
import { MemoryDisk } from '../memory-disk.ts';
import {
  bytesOf,
  commit,
  open,
  openPlain,
  rejectsWith,
  restart,
  SMALL,
  Store,
  settle,
  systemError,
  TWO,
  unappliedOf,
  WatchedDisk,
} from './support.ts';

const THREE = ['/a', '/b', '/c'];

async function segmentsOf(disk: MemoryDisk, directory: string): Promise<string[]> {
  return (await disk.list(directory)).filter((name) => name.endsWith('.journal')).sort();
}

test('segment k lies in directory k mod n, and a transaction never in two', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk, { directories: THREE });
  for (let number = 1; number <= 10; number++) await commit(journal, bytesOf(number, 3500));
  assert.deepEqual(await segmentsOf(disk, '/a'), ['0000000003.journal']);
  assert.deepEqual(await segmentsOf(disk, '/b'), ['0000000001.journal', '0000000004.journal']);
  assert.deepEqual(await segmentsOf(disk, '/c'), ['0000000002.journal', '0000000005.journal']);
  const found = await unappliedOf(await openPlain(restart(disk), { directories: THREE }));
  assert.deepEqual(
    found.map(({ objects }) => objects[0]?.bytes),
    Array.from({ length: 10 }, (_, at) => bytesOf(at + 1, 3500)),
  );
});

test('a large transaction goes into the next segment whole, one that still fits does not', async () => {
  const disk = new MemoryDisk();
  const journal = await openPlain(disk);
  // 12,288 bytes less 4,096 of header leave 8,192 for writes of 64 + 96 + payload (4 + 6 + object) + 8.
  await commit(journal, bytesOf(1, 4000));
  await commit(journal, bytesOf(2, 8192 - 4224 - 64 - 96 - 10 - 8));
  assert.equal(journal.status().segments, 1);
  assert.equal(journal.status().liveBytes, SMALL.segmentBytes, 'full to the last byte');
  await commit(journal, bytesOf(3, 0));
  assert.equal(journal.status().segments, 2);
  assert.equal((await unappliedOf(await openPlain(restart(disk)))).length, 3);
});

test('segments go when they are applied, not before, and their files are recycled', async () => {
  const memory = new MemoryDisk();
  const disk = new WatchedDisk(memory);
  const journal = await openPlain(disk, { directories: TWO });
  const created = (): number => disk.count(/^create .*spare/);
  for (let round = 0; round < 40; round++) {
    const offset = await commit(journal, bytesOf(round, 3500));
    assert.ok((await memory.list('/a')).length + (await memory.list('/b')).length <= 12, 'bounded');
    if (round % 2 === 1) journal.applied(offset);
    await settle();
  }
  assert.equal(created(), 4, 'two spares of each directory go round');
  assert.equal(disk.count(/^rename .*spare.* .*\.journal$/), 20);
  await journal.close();
  assert.equal((await openPlain(restart(memory), { directories: TWO })).recovery.committedOffset, 40);
});

test('nothing of the former life of a recycled file is left in it, not even after a power cut right behind', async () => {
  const memory = new MemoryDisk();
  const disk = new WatchedDisk(memory);
  const journal = await openPlain(disk);
  for (let round = 0; round < 12; round++) {
    journal.applied(await commit(journal, bytesOf(round, 3500)));
    await settle();
  }
  assert.ok(disk.count(/^rename .*\.journal .*spare/) > 0, 'recycled');
  memory.cutPower(() => 0.99);
  const newest = (await segmentsOf(restart(memory), '/a')).at(-1);
  const { cache } = memory.file(`/a/${newest}`);
  const end = journal.status().liveBytes;
  assert.equal(cache.length, SMALL.segmentBytes);
  assert.ok(end > JOURNAL_HEADER_BYTES);
  assert.ok(cache.subarray(end).every((byte) => byte === 0));
});

test('old frames never validate in a recycled file, even if zeroing it had done nothing', async () => {
  const memory = new MemoryDisk();
  const journal = await openPlain(memory);
  for (let round = 1; round <= 3; round++) await commit(journal, bytesOf(round, 3500));
  await journal.close();
  // Segment 1 holds offsets 1 and 2, segment 2 holds offset 3; behind it the bytes of offset 2, where the next write would begin.
  const old = memory.file('/a/0000000001.journal').cache;
  const file = memory.file('/a/0000000002.journal');
  const end = lastEndOf(file.cache);
  file.replace(file.cache.map((byte, at) => (at < end ? byte : (old[at] ?? 0))));
  const error = await rejectsWith(openPlain(restart(memory)), 'UNCLEAR');
  assert.equal(error.offset, 4);
  assert.equal((await openPlain(restart(memory), { onUnclear: 'cut' })).recovery.committedOffset, 3);
});

function lastEndOf(bytes: Uint8Array): number {
  let end = bytes.length;
  while (bytes[end - 1] === 0) end--;
  return end;
}

test('a full disk: what has space is committed, the rest is refused before anything is written, and it goes on when there is space', async () => {
  const memory = new MemoryDisk();
  const disk = new WatchedDisk(memory);
  const journal = await openPlain(disk);
  await settle();
  let isFull = true;
  disk.failing = (call) => (isFull && /^create .*spare/.test(call) ? systemError('ENOSPC') : undefined);
  let committed = 0;
  const id = journal.begin();
  journal.log(id, bytesOf(99, 3500));
  for (; committed < 4; committed++) await commit(journal, bytesOf(committed, 3500));
  const error = await rejectsWith(journal.commit(id), 'NO_SPACE');
  assert.equal(error.outcome, 'none');
  await rejectsWith(journal.commit(id), 'NO_SPACE');
  assert.equal((await unappliedOf(journal)).length, 4, 'it stays readable');
  assert.equal(journal.status().failure, undefined);
  isFull = false;
  assert.equal(await journal.commit(id), 5, 'the refused transaction was still open');
  assert.deepEqual(
    (await unappliedOf(await openPlain(restart(memory)))).map(({ objects }) => objects[0]?.bytes),
    [...[0, 1, 2, 3].map((number) => bytesOf(number, 3500)), bytesOf(99, 3500)],
  );
});

test('a disk that fills up in the middle of a spare leaves nothing of it behind', async () => {
  const memory = new MemoryDisk();
  const disk = new WatchedDisk(memory);
  disk.failing = (call) => (/^write .*spare/.test(call) ? systemError('ENOSPC') : undefined);
  await rejectsWith(openPlain(disk), 'NO_SPACE');
  assert.deepEqual(
    (await memory.list('/a')).filter((name) => name.startsWith('spare')),
    [],
  );
  disk.failing = undefined;
  await commit(await openPlain(disk), bytesOf(1));
});

test('any other failure while a spare is made stops the journal', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const journal = await openPlain(disk);
  await settle();
  disk.failing = (call) => (/^sync .*spare/.test(call) ? systemError('EIO') : undefined);
  for (let number = 0; number < 4; number++) await commit(journal, bytesOf(number, 3500)).catch(() => undefined);
  await settle();
  await rejectsWith(
    Promise.resolve().then(() => journal.begin()),
    'FAILED',
  );
});

test('one directory is written while another is read: applying on a segment switch never reads the current segment', async () => {
  const disk = new WatchedDisk(new MemoryDisk());
  const store = new Store();
  const journal = await open(disk, { directories: TWO, ...SMALL, applyPolicy: 'segment-switch', applier: store });
  await settle();
  for (let number = 1; number <= 9; number++) {
    disk.calls = [];
    await commit(journal, bytesOf(number, 3500));
    await settle();
    const newest = disk.calls.filter((call) => /^write .*\.journal$/.test(call)).at(-1);
    assert.ok(newest !== undefined);
    assert.equal(disk.count(new RegExp(`^read ${newest.slice('write '.length)}`)), 0);
  }
  assert.deepEqual(store.delivered, [1, 2, 3, 4, 5, 6, 7, 8]);
});
