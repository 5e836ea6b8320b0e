// What is restored is what was saved, under a new identity; until all of it is there no node starts on it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defined } from '../../../../consensus/assert.ts';
import { decodeMembership } from '../../../../consensus/membership.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { historyDigest } from '../../../../log/backup/manifest.ts';
import { checkBackupFile, readBackupEntries } from '../../../../log/backup/reading.ts';
import { type DataDirectory, openDataDirectory } from '../../../../log/data-directory.ts';
import { assertSameEntries, damage, INCARNATION, isCrash, readAll, rejectsWith, SIZES, seeded } from '../fixture.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { BACKUP, CLUSTER, entriesIn, FakeCluster, NODE_DATA, restore, save, sourceOf } from './fake-cluster.ts';

function openNode(disk: MemoryDisk, path = NODE_DATA, nodeId = 'n1'): Promise<DataDirectory> {
  return openDataDirectory({ disk, path, nodeId: nodeId as NodeId, newIncarnation: () => INCARNATION, ...SIZES });
}

/** A backup of two partitions, the second without its beginning. */
async function backedUp(): Promise<{ disk: MemoryDisk; cluster: FakeCluster; manifest: Awaited<ReturnType<typeof save>> }> {
  const disk = new MemoryDisk();
  const cluster = new FakeCluster(2);
  cluster.commit([0, 100, 3000, 200]);
  cluster.commit([4000, 5000, 10], { term: 4 });
  cluster.commit([10, 20, 0], { partition: 2, term: 5 });
  await cluster.snapshot({ partition: 2, compact: true });
  cluster.commit([30, 40], { partition: 2, term: 6 });
  return { disk, cluster, manifest: await save(disk, cluster) };
}

async function assertRestored(disk: MemoryDisk, cluster: FakeCluster, digest: string): Promise<void> {
  const directory = await openNode(disk);
  assert.equal(directory.restoredFrom, digest);
  assert.equal(directory.identity.incarnation, 'f'.repeat(32));
  assert.equal(directory.genesisText, undefined);
  const [one, two] = [await directory.openPartition(1), await directory.openPartition(2)];
  assertSameEntries(await readAll(one), cluster.log(1));
  assertSameEntries(await readAll(two), cluster.log(2).slice(3));
  assert.deepEqual([one.hardState.term, two.hardState.term], [4, 6]);
  assert.deepEqual([one.hardState.votedFor, two.hardState.votedFor], [undefined, undefined]);
  const snapshots = await directory.openSnapshots(2);
  assert.equal((await snapshots.verify(3)).index, 3);
  await directory.close();
}

test('a restored directory holds the same entries under a new incarnation, and says which backup they are from', async () => {
  const { disk, cluster, manifest } = await backedUp();
  await restore(disk, manifest);
  await assertRestored(disk, cluster, historyDigest(manifest));
});

test('memberships of the cluster that was backed up stay what they are in log and snapshot, and bind no cluster of what was restored', async () => {
  const disk = new MemoryDisk();
  const cluster = new FakeCluster();
  cluster.commit([100, 200]);
  cluster.commitMembership();
  cluster.commit([10]);
  await cluster.snapshot({ compact: true });
  cluster.commitMembership();
  cluster.commit([30]);
  await restore(disk, await save(disk, cluster));
  const directory = await openNode(disk);
  const log = await directory.openPartition(1);
  const entries = await readAll(log);
  assertSameEntries(entries, cluster.log().slice(4));
  assert.deepEqual(log.memberships, [5]);
  const payloads = [defined(entries[0], 'the membership entry').payload];
  for await (const { section, bytes } of (await directory.openSnapshots(1)).read(4)) if (section === 'membership') payloads.push(bytes);
  assert.equal(payloads.length, 2);
  for (const payload of payloads) {
    assert.notEqual(decodeMembership(payload, CLUSTER), undefined);
    assert.equal(decodeMembership(payload, 'd2'.repeat(32)), undefined);
  }
  await directory.close();
});

test('cut short by a power cut in any call, no node starts on it, and the next restore completes it', async () => {
  const { disk: before, cluster, manifest } = await backedUp();
  const digest = historyDigest(manifest);
  let calls = 1;
  for (; ; calls++) {
    const disk = before.clone();
    disk.crashAt(calls, seeded(calls));
    const failure = await restore(disk, manifest).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) break;
    assert.ok(isCrash(failure), `call ${calls}: ${String(failure)}`);
    disk.cutPower(seeded(calls));
    disk.restart();
    const names = await disk.list(NODE_DATA).catch((): string[] => []);
    if (names.includes('restored-from')) {
      const started = await openNode(disk.clone()).then(
        (directory) => directory.restoredFrom,
        (error: Error) => error.message,
      );
      assert.match(started ?? '', /^UNFINISHED|^[0-9a-f]{64}$/, `call ${calls}`);
      if (started === digest) {
        await assertRestored(disk, cluster, digest);
        continue;
      }
    } else assert.ok(!names.includes('identity'), 'says what it is before it is anything');
    await restore(disk, manifest);
    await assertRestored(disk, cluster, digest);
  }
  assert.ok(calls > 20, `${calls} calls`);
});

test('who reads a backup and ends in the midst of it leaves no file open', async () => {
  const { disk, manifest } = await backedUp();
  const open = new Set<string>();
  const counted = Object.create(disk) as MemoryDisk;
  counted.open = async (path, options) => {
    const file = await disk.open(path, options);
    open.add(path);
    return Object.assign(Object.create(file) as typeof file, { close: () => file.close().then(() => void open.delete(path)) });
  };
  const [partition] = manifest.partitions;
  for await (const { index } of readBackupEntries(sourceOf(counted, manifest), defined(partition, 'partition 1'), 1)) {
    assert.equal(open.size, 1, 'the segment');
    if (index === 2) break;
  }
  assert.deepEqual([...open], []);
});

describe('refused:', () => {
  test('a node on a backup itself', async () => {
    const { disk } = await backedUp();
    const error = await rejectsWith(openNode(disk, `${BACKUP}/data-0001`, 'backup'), 'WRONG_NODE');
    assert.match(error.message, /ledgerline restore/);
  });

  test('restoring into the directory of a node, twice, or from two backups', async () => {
    const { disk, cluster, manifest } = await backedUp();
    const other = disk.clone();
    await (await openNode(other)).close();
    await rejectsWith(restore(other, manifest), 'WRONG_NODE');
    const half = disk.clone();
    half.crashAt(30, seeded(1));
    await assert.rejects(restore(half, manifest));
    half.kill();
    half.restart();
    cluster.commit([1], { term: 4 });
    await rejectsWith(restore(half, await save(half, cluster)), 'WRONG_NODE');
    await rejectsWith(restore(half, manifest, 'n2'), 'WRONG_NODE');
    await restore(half, manifest);
    await rejectsWith(restore(half, manifest), 'WRONG_NODE');
  });

  test('saving into the directory of a node', async () => {
    const disk = new MemoryDisk();
    await disk.makeDirectory(BACKUP);
    await (await openNode(disk, `${BACKUP}/data-0001`, 'backup')).close();
    const cluster = new FakeCluster();
    cluster.commit([10]);
    await rejectsWith(save(disk, cluster), 'WRONG_CLUSTER');
  });
});

describe('damage in a backup', () => {
  test('is found in any byte that counts, by the digest of the file, and placed by the entries', async () => {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([0, 100, 200]);
    const manifest = await save(disk, cluster);
    const file = defined(manifest.partitions[0]?.files[0], 'a file');
    const path = `${BACKUP}/${manifest.data}/${file.name}`;
    for (let position = 0; position < file.bytes; position += position < 4096 ? 97 : 1) {
      damage(disk, path, (bytes) => bytes.with(position, (bytes[position] ?? 0) ^ 4));
      await rejectsWith(checkBackupFile(sourceOf(disk, manifest), file), 'CORRUPT');
      damage(disk, path, (bytes) => bytes.with(position, (bytes[position] ?? 0) ^ 4));
    }
    await checkBackupFile(sourceOf(disk, manifest), file);
    damage(disk, path, (bytes) => bytes.with(file.bytes - 100, (bytes[file.bytes - 100] ?? 0) ^ 4));
    assert.equal((await rejectsWith(entriesIn(disk, manifest), 'CORRUPT')).index, 3);
    await rejectsWith(restore(disk, manifest), 'CORRUPT');
  });

  test('a file that is missing or too short is named', async () => {
    const { disk, manifest } = await backedUp();
    for (const file of manifest.partitions.flatMap(({ files }) => files)) {
      const path = `${BACKUP}/${manifest.data}/${file.name}`;
      const short = disk.clone();
      damage(short, path, (bytes) => bytes.subarray(0, file.bytes - 1));
      assert.equal((await rejectsWith(checkBackupFile(sourceOf(short, manifest), file), 'CORRUPT')).file, path);
      const without = disk.clone();
      without.plant(path, undefined);
      assert.equal((await rejectsWith(checkBackupFile(sourceOf(without, manifest), file), 'CORRUPT')).file, path);
      assert.equal((await rejectsWith(restore(without, manifest), 'CORRUPT')).file, path);
    }
  });

  test('sound entries that do not lead to the digest of the manifest are refused', async () => {
    const { disk, manifest } = await backedUp();
    const [first, second] = manifest.partitions;
    assert.ok(first !== undefined && second !== undefined);
    const last = { ...first.last, digest: new Uint8Array(32).fill(1) };
    await rejectsWith(restore(disk, { ...manifest, partitions: [{ ...first, last }, second] }), 'CORRUPT');
  });
});
