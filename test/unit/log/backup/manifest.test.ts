// The manifest comes back as it was written, or not at all; its digest names the history and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CLUSTER_LIMITS } from '../../../../consensus/limits.ts';
import { type BackupManifest, historyDigest, MANIFEST_FILE, readManifest, writeManifest } from '../../../../log/backup/manifest.ts';
import { rejectsWith } from '../fixture.ts';
import { MemoryDisk } from '../memory-disk.ts';

const DIGEST = new Uint8Array(32).fill(0xab);
const FILE = { name: 'partition-0001/0000000000000001-00000001.segment', bytes: 5000, sha256: '12'.repeat(32), isSealed: true };
const MANIFEST: BackupManifest = {
  savedAt: 1_700_000_000_123,
  cluster: 'c1'.repeat(32),
  limits: DEFAULT_CLUSTER_LIMITS,
  data: 'data-0001',
  partitions: [
    {
      partition: 1,
      base: { index: 0, term: 0, nextOffset: 1, digest: new Uint8Array(32) },
      last: { index: 9, term: 2, nextOffset: 31, digest: DIGEST },
      files: [FILE, { ...FILE, name: 'partition-0001/0000000000000007-00000002.segment', isSealed: false }],
      state: { index: 5, stateDigest: DIGEST, stateKeys: 3 },
    },
    {
      partition: 2,
      base: { index: 4, term: 1, nextOffset: 8, digest: DIGEST },
      last: { index: 4, term: 1, nextOffset: 8, digest: DIGEST },
      files: [{ ...FILE, name: 'partition-0002/0000000000000004.snapshot' }],
      state: undefined,
    },
  ],
};

async function written(manifest: BackupManifest = MANIFEST): Promise<{ disk: MemoryDisk; text: string }> {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/b');
  await writeManifest(disk, '/b', manifest);
  return { disk, text: Buffer.from(disk.file(`/b/${MANIFEST_FILE}`).cache).toString() };
}

test('a manifest comes back as it was written, also over another and beside an unfinished one', async () => {
  const { disk } = await written();
  assert.deepEqual(await readManifest(disk, '/b'), MANIFEST);
  const next = { ...MANIFEST, data: 'data-0002' };
  disk.plant(`/b/${MANIFEST_FILE}.tmp`, Buffer.from('half'));
  await writeManifest(disk, '/b', next);
  assert.deepEqual(await readManifest(disk, '/b'), next);
});

test('no manifest is none', async () => {
  const disk = new MemoryDisk();
  await disk.makeDirectory('/b');
  assert.equal(await readManifest(disk, '/b'), undefined);
});

test('any byte that is changed is noticed, unless it is white space that means nothing', async () => {
  const { disk, text } = await written();
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at] ?? '')) continue;
    const bytes = Buffer.from(text);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    disk.plant(`/b/${MANIFEST_FILE}`, bytes);
    await rejectsWith(readManifest(disk, '/b'), 'CORRUPT');
  }
  disk.plant(`/b/${MANIFEST_FILE}`, Buffer.from(text.slice(0, -20)));
  await rejectsWith(readManifest(disk, '/b'), 'CORRUPT');
});

test('the digest names cluster, limits and where partitions begin and end, and neither files nor times', () => {
  const digest = historyDigest(MANIFEST);
  assert.match(digest, /^[0-9a-f]{64}$/);
  const [first, second] = MANIFEST.partitions;
  assert.ok(first !== undefined && second !== undefined);
  const same: BackupManifest[] = [
    { ...MANIFEST, savedAt: 1, data: 'data-0009' },
    { ...MANIFEST, partitions: [{ ...first, files: [], state: undefined }, second] },
  ];
  for (const manifest of same) assert.equal(historyDigest(manifest), digest);
  const others: BackupManifest[] = [
    { ...MANIFEST, cluster: 'c2'.repeat(32) },
    { ...MANIFEST, limits: { ...DEFAULT_CLUSTER_LIMITS, lockRows: 5 } },
    { ...MANIFEST, partitions: [first] },
    { ...MANIFEST, partitions: [{ ...first, last: { ...first.last, index: 10 } }, second] },
    { ...MANIFEST, partitions: [{ ...first, last: { ...first.last, digest: new Uint8Array(32) } }, second] },
    { ...MANIFEST, partitions: [first, { ...second, base: { ...second.base, index: 3 } }] },
  ];
  assert.equal(new Set([digest, ...others.map(historyDigest)]).size, others.length + 1);
});
