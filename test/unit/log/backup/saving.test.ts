// A backup grows with its cluster, goes on after whatever cuts it short, and never stops being what its manifest says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { historyDigest, readManifest } from '../../../../log/backup/manifest.ts';
import { checkBackupFile } from '../../../../log/backup/reading.ts';
import type { SaveEvent } from '../../../../log/backup/saving.ts';
import { assertSameEntries, baseAt, damage, isCrash, rejectsWith, seeded } from '../fixture.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { BACKUP, CLUSTER, entriesIn, FakeCluster, save, sourceOf } from './fake-cluster.ts';

const SIZES_OF_MANY = Array.from({ length: 12 }, (_, at) => 1500 + at * 100);

test('a save holds all entries of all partitions, and its manifest says where they end', async () => {
  const disk = new MemoryDisk();
  const cluster = new FakeCluster(2);
  cluster.commit([0, 10, 20]);
  cluster.commit([0, 0, 5], { partition: 2, term: 7 });
  const manifest = await save(disk, cluster);
  assert.equal(manifest.cluster, CLUSTER);
  for (const partition of [1, 2]) {
    const log = cluster.log(partition);
    assertSameEntries(await entriesIn(disk, manifest, partition), log);
    const last = log.at(-1);
    assert.ok(last !== undefined);
    assert.deepEqual(manifest.partitions[partition - 1]?.last, baseAt(last));
  }
  assert.deepEqual(await readManifest(disk, BACKUP), manifest);
});

test('the next save asks only for what is new, and describes sealed segments as before', async () => {
  const disk = new MemoryDisk();
  const cluster = new FakeCluster();
  for (let round = 0; round < 3; round++) {
    cluster.commit([3000, 4000]);
    await save(disk, cluster);
  }
  const first = await save(disk, cluster);
  cluster.commit([100, 200], { term: 2 });
  const second = await save(disk, cluster);
  assert.deepEqual(cluster.readFrom, [1, 3, 5, 7, 7]);
  assertSameEntries(await entriesIn(disk, second), cluster.log());
  const sealed = first.partitions[0]?.files.filter(({ isSealed }) => isSealed) ?? [];
  assert.ok(sealed.length > 0, 'several segments');
  assert.deepEqual(second.partitions[0]?.files.slice(0, sealed.length), sealed);
  assert.notEqual(historyDigest(first), historyDigest(second));
  assert.deepEqual(await save(disk, cluster), second, 'nothing new');
});

test('the manifest before stays true while more is saved behind it', async () => {
  const disk = new MemoryDisk();
  const cluster = new FakeCluster();
  cluster.commit(SIZES_OF_MANY);
  const first = await save(disk, cluster);
  const entries = [...cluster.log()];
  cluster.commit(SIZES_OF_MANY);
  cluster.answers = 7;
  await assert.rejects(save(disk, cluster), /the node is gone/);
  assert.deepEqual(await readManifest(disk, BACKUP), first);
  assertSameEntries(await entriesIn(disk, first), entries);
  cluster.answers = Number.POSITIVE_INFINITY;
  await save(disk, cluster);
  assert.deepEqual(cluster.readFrom, [1, 13, 20], 'what came before the failure is kept');
});

test('cut short by a power cut in any call, the next save ends in the same history, and the manifest before stays true', async () => {
  const cluster = new FakeCluster();
  cluster.commit([300, 4000, 4000]);
  const before = new MemoryDisk();
  const first = await save(before, cluster);
  const entries = [...cluster.log()];
  cluster.commit([3000, 5000, 0], { term: 3 });
  const whole = before.clone();
  const expected = historyDigest(await save(whole, cluster));
  let calls = 1;
  for (; ; calls++) {
    const disk = before.clone();
    disk.crashAt(calls, seeded(calls));
    const failure = await save(disk, cluster).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) break;
    assert.ok(isCrash(failure), `call ${calls}: ${String(failure)}`);
    disk.cutPower(seeded(calls));
    disk.restart();
    const found = await readManifest(disk, BACKUP);
    assert.ok(found !== undefined);
    if (historyDigest(found) !== expected) {
      assert.deepEqual(found, first);
      assertSameEntries(await entriesIn(disk, first), entries);
    }
    const manifest = await save(disk, cluster);
    assert.equal(historyDigest(manifest), expected, `call ${calls}`);
    assertSameEntries(await entriesIn(disk, manifest), cluster.log());
  }
  assert.ok(calls > 10, `${calls} calls`);
});

describe('where the cluster has compacted', () => {
  test('an empty backup begins with the newest snapshot', async () => {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([10, 20, 0]);
    const info = await cluster.snapshot({ compact: true });
    cluster.commit([30]);
    const events: SaveEvent[] = [];
    const manifest = await save(disk, cluster, events);
    const { index, term, nextOffset, digest } = info;
    assert.deepEqual(manifest.partitions[0]?.base, { index, term, nextOffset, digest });
    assert.ok(events.some((event) => event.kind === 'begins-with-snapshot' && event.index === 3));
    assertSameEntries(await entriesIn(disk, manifest), cluster.log().slice(3));
    cluster.commit([40]);
    assertSameEntries(await entriesIn(disk, await save(disk, cluster)), cluster.log().slice(3));
  });

  test('a snapshot that was half received is gone on with', async () => {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([10, 20, 0]);
    const info = await cluster.snapshot({ compact: true, value: 'x'.repeat(50) });
    cluster.snapshotBytes = info.bytes - 40;
    await assert.rejects(save(disk, cluster), /the node is gone/);
    cluster.snapshotBytes = Number.POSITIVE_INFINITY;
    const manifest = await save(disk, cluster);
    assert.equal(cluster.fetchedFrom[0], 0);
    assert.ok((cluster.fetchedFrom[1] ?? 0) > 0, 'the second fetch goes on');
    assert.equal(manifest.partitions[0]?.last.index, 3);
  });

  test('a backup that lacks what is gone starts over beside what it has, which goes at the end', async () => {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([10, 20]);
    const first = await save(disk, cluster);
    const entries = [...cluster.log()];
    cluster.commit([30, 0]);
    await cluster.snapshot({ compact: true });
    cluster.commit([50, 60]);
    cluster.answers = 1;
    await assert.rejects(save(disk, cluster), /the node is gone/);
    assertSameEntries(await entriesIn(disk, first), entries);
    cluster.answers = Number.POSITIVE_INFINITY;
    const manifest = await save(disk, cluster);
    assert.deepEqual([first.data, manifest.data], ['data-0001', 'data-0002']);
    assertSameEntries(await entriesIn(disk, manifest), cluster.log().slice(4));
    assert.deepEqual((await disk.list(BACKUP)).sort(), ['data-0002', 'manifest.json']);
  });

  test('without a snapshot anywhere it says so', async () => {
    const cluster = new FakeCluster();
    cluster.commit([10, 20]);
    cluster.first[0] = 2;
    await assert.rejects(save(new MemoryDisk(), cluster), /compacted, and no node that answers has a snapshot/);
  });
});

describe('the state of the cluster is noted', () => {
  test('at its newest snapshot of an entry that is saved', async () => {
    const cluster = new FakeCluster();
    cluster.commit([10, 0]);
    const info = await cluster.snapshot();
    cluster.commit([20]);
    const manifest = await save(new MemoryDisk(), cluster);
    assert.deepEqual(manifest.partitions[0]?.state, { index: 2, stateDigest: info.stateDigest, stateKeys: 0 });
  });

  test('unless nodes differ on it, which is said', async () => {
    const cluster = new FakeCluster();
    cluster.commit([10, 0]);
    await cluster.snapshot();
    cluster.lie('n2');
    const events: SaveEvent[] = [];
    const manifest = await save(new MemoryDisk(), cluster, events);
    assert.equal(manifest.partitions[0]?.state, undefined);
    assert.ok(events.some(({ kind }) => kind === 'states-differ'));
  });
});

describe('refused, and nothing changed:', () => {
  test('another cluster, also when the first save was cut short', async () => {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([10, 20]);
    cluster.answers = 1;
    await assert.rejects(save(disk, cluster), /the node is gone/);
    const other = new FakeCluster();
    other.commit([10, 20, 30]);
    other.cluster = 'd2'.repeat(32);
    await rejectsWith(save(disk, other), 'WRONG_CLUSTER');
    cluster.answers = Number.POSITIVE_INFINITY;
    const manifest = await save(disk, cluster);
    await rejectsWith(save(disk, other), 'WRONG_CLUSTER');
    assert.deepEqual(await readManifest(disk, BACKUP), manifest);
  });

  test('a directory with anything else in it', async () => {
    const disk = new MemoryDisk();
    await disk.makeDirectory(BACKUP);
    disk.plant(`${BACKUP}/letter.txt`, Buffer.from('keep me'));
    const cluster = new FakeCluster();
    cluster.commit([10]);
    assert.match((await rejectsWith(save(disk, cluster), 'FOREIGN_FILE')).file, /letter\.txt/);
    assert.deepEqual(await disk.list(BACKUP), ['letter.txt']);
  });

  test('entries that do not continue the chain, or whose digest is not theirs', async () => {
    for (const change of [{ timestamp: 5 }, { previousDigest: new Uint8Array(32).fill(9) }]) {
      const disk = new MemoryDisk();
      const cluster = new FakeCluster();
      cluster.commit([10, 20]);
      const manifest = await save(disk, cluster);
      cluster.commit([30]);
      const last = cluster.log().pop();
      assert.ok(last !== undefined);
      cluster.log().push({ ...last, ...change });
      assert.equal((await rejectsWith(save(disk, cluster), 'CORRUPT')).index, 3);
      assert.deepEqual(await readManifest(disk, BACKUP), manifest);
    }
  });

  test('a cluster that never shows what it has committed', async () => {
    const cluster = new FakeCluster();
    cluster.commit([10]);
    cluster.goal = async () => ({ offset: 1000, index: 0 });
    await assert.rejects(save(new MemoryDisk(), cluster), /no node that answers has applied more/);
  });
});

describe('damage in a backup that is gone on with', () => {
  async function damaged(): Promise<{ disk: MemoryDisk; cluster: FakeCluster }> {
    const disk = new MemoryDisk();
    const cluster = new FakeCluster();
    cluster.commit([100, 200]);
    await save(disk, cluster);
    cluster.commit([300]);
    const { data, partitions } = await save(disk, cluster);
    const path = `${BACKUP}/${data}/${partitions[0]?.files[0]?.name}`;
    damage(disk, path, (bytes) => bytes.with(4300, (bytes[4300] ?? 0) ^ 1));
    return { disk, cluster };
  }

  test('is mended from the cluster', async () => {
    const { disk, cluster } = await damaged();
    const manifest = await save(disk, cluster);
    assertSameEntries(await entriesIn(disk, manifest), cluster.log());
    for (const file of manifest.partitions[0]?.files ?? []) await checkBackupFile(sourceOf(disk, manifest), file);
  });

  test('stays, and is named, where the cluster has compacted it', async () => {
    const { disk, cluster } = await damaged();
    cluster.first[0] = 3;
    assert.equal((await rejectsWith(save(disk, cluster), 'CORRUPT')).index, 1);
  });
});
