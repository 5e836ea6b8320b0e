// The fixtures of what is in a data directory beside the log, and of backups: each format that was ever released is read by every later version.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { defined } from '../../../consensus/assert.ts';
import { TablesReader } from '../../../consensus/ledger/tables.ts';
import { decodeMembership } from '../../../consensus/membership.ts';
import type { SnapshotSection } from '../../../consensus/ports.ts';
import { decodeNamedKeysRecord, decodeStateRecord } from '../../../consensus/snapshot-records.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { historyDigest, readManifest } from '../../../log/backup/manifest.ts';
import { restoreBackup } from '../../../log/backup/restoring.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { readJoined } from '../../../log/joined-file.ts';
import { openLevelKeyIndex } from '../../../log/level-key-index.ts';
import { openLevelStateStore } from '../../../log/level-state-store.ts';
import { nodeDisk } from '../../../log/node-disk.ts';
import { RESTORED_FROM_FILE, readOrigin } from '../../../log/origin.ts';
import { openSnapshotStore } from '../../../log/snapshot-store.ts';
import { CLUSTER, FakeCluster } from './backup/fake-cluster.ts';
import { assertSameEntries, INCARNATION, membershipPayload, readAll } from './fixture.ts';

/** From `build/test/unit/log` to the sources. */
const FIXTURES = fileURLToPath(new URL('../../../../test/fixtures', import.meta.url));
const LIMITS = { lockRows: 262_144, recentKeys: 1_048_576 };
const BACKUP_DIGEST = '9b9f2bdaf4aa785e2726207e902f586e1ab53c167cc7c9b5c375e8131f9c65b7';

/** A copy of a fixture, removed afterwards. */
async function inCopy(name: string, run: (path: string) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'ledgerline-fixture-'));
  try {
    await cp(join(FIXTURES, name), join(scratch, 'copy'), { recursive: true });
    await run(join(scratch, 'copy'));
  } finally {
    await rm(scratch, { recursive: true });
  }
}

// A node committed: put alice, bob, carol under the key `opening`; put alice, bob and delete carol under `invoice-1`; a void; a note under a generated key,
// with a lock. Then it took a snapshot at 6.
test('a snapshot of format 1 is read: tables, named keys and state', async () => {
  await inCopy('node-format-1', async (path) => {
    const directory = `${path}/partition-0001`;
    const store = await openSnapshotStore({ disk: nodeDisk(), directory, partition: 1 });
    const info = await store.verify(6);
    assert.deepEqual([info.index, info.nextOffset, info.stateKeys, info.namedKeys], [6, 5, 2, 3]);
    const records: Record<SnapshotSection, Uint8Array[]> = { membership: [], tables: [], 'named-keys': [], state: [] };
    for await (const { section, bytes } of store.read(6)) records[section].push(bytes.slice());
    const reader = new TablesReader(LIMITS);
    for (const record of records.tables) reader.add(record);
    const { appliedOffset, writers, generatedKeys } = reader.finish();
    assert.deepEqual([appliedOffset, writers.size, generatedKeys.size], [4, 5, 1]);
    const keys = records['named-keys'].flatMap((record) => decodeNamedKeysRecord(record));
    assert.deepEqual(keys.map(({ record }) => [record.offset, record.isVoid]).sort(), [
      [1, false],
      [2, false],
      [3, true],
    ]);
    const pairs = records.state.flatMap((record) => decodeStateRecord(record));
    assert.deepEqual(
      pairs.map(({ key, value }) => `${Buffer.from(key)}=${Buffer.from(value)}`),
      ['alice=400', 'bob=100'],
    );

    // The key index of the same node holds the same.
    const index = await openLevelKeyIndex(`${path}/key-index`);
    assert.equal(await index.appliedOffset(1), 4);
    const held = await index.getMany(
      1,
      keys.map(({ id }) => id),
    );
    assert.deepEqual(
      held,
      keys.map(({ record }) => record),
    );
    await index.close();
  });
});

test('a state of format 1 opens', async () => {
  await inCopy('node-format-1', async (path) => {
    const state = await openLevelStateStore(`${path}/state`);
    const view = await state.view(1);
    assert.equal(view.progress.offset, 4);
    const values = await view.getMany(['alice', 'bob', 'carol'].map((key) => Buffer.from(key)));
    assert.deepEqual(
      values.map((value) => value && Buffer.from(value).toString()),
      ['400', '100', undefined],
    );
    await view.close();
    await state.close();
  });
});

test('the small files of format 1 are read: how a node joined, and what it was restored from', async () => {
  const path = `${FIXTURES}/node-format-1`;
  assert.deepEqual(await readJoined(nodeDisk(), path), { index: 5, membership: decodeMembership(membershipPayload(CLUSTER), CLUSTER) });
  const origin = await readOrigin(nodeDisk(), path, new Set([RESTORED_FROM_FILE]));
  assert.deepEqual(origin, { backupOf: undefined, restoredFrom: { digest: BACKUP_DIGEST, isComplete: true } });
});

test('a backup of format 1 is restored: a partition as a whole, and one that begins with a snapshot', async () => {
  await inCopy('backup-format-1', async (path) => {
    const disk = nodeDisk();
    const manifest = defined(await readManifest(disk, path), 'a manifest');
    assert.deepEqual([historyDigest(manifest), manifest.cluster, manifest.data], [BACKUP_DIGEST, CLUSTER, 'data-0001']);
    const restored = { disk, path: `${path}-restored`, nodeId: 'n1' as NodeId, newIncarnation: () => INCARNATION };
    await restoreBackup({ disk, path, manifest }, restored, { onProgress: () => undefined });
    const cluster = new FakeCluster(2);
    cluster.commit([0, 100, 3000, 200]);
    cluster.commitMembership();
    cluster.commit([4000, 5000, 4000], { term: 4 });
    cluster.commit([10], { term: 4 });
    cluster.commit([10, 20], { partition: 2, term: 5 });
    cluster.commitMembership(2);
    cluster.commit([30, 40], { partition: 2, term: 6 });
    const data = await openDataDirectory(restored);
    const [one, two] = [await data.openPartition(1), await data.openPartition(2)];
    assertSameEntries(await readAll(one), cluster.log(1));
    assertSameEntries(await readAll(two), cluster.log(2).slice(3));
    assert.deepEqual([one.memberships, two.memberships], [[5], []]);
    const sections: string[] = [];
    for await (const { section } of (await data.openSnapshots(2)).read(3)) sections.push(section);
    assert.deepEqual(sections, ['membership', 'tables']);
    await data.close();
  });
});

test('the data directory of a backup of format 1 opens, with a seal that knows where a membership is', async () => {
  await inCopy('backup-format-1', async (path) => {
    const purpose = { kind: 'backup', cluster: CLUSTER } as const;
    const newIncarnation = (): string => assert.fail('there is an identity');
    const data = await openDataDirectory({
      disk: nodeDisk(),
      path: `${path}/data-0001`,
      nodeId: 'backup' as NodeId,
      newIncarnation,
      purpose,
    });
    const log = await data.openPartition(1);
    assert.deepEqual([log.memberships, log.lastIndex, log.sealedSegments().map(({ lastIndex }) => lastIndex)], [[5], 9, [8]]);
    assert.ok(log.recovery.bytesRead < 15_000, `only the newest segment is read: ${log.recovery.bytesRead} bytes`);
    await data.close();
  });
});
