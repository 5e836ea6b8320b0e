// Snapshot files whose checksums are right and which make no sense, and files that end too early: none is used.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { SnapshotRecordError } from '../../../consensus/snapshot-records.ts';
import { checksum } from '../../../log/crc.ts';
import type { LogErrorCode } from '../../../log/errors.ts';
import {
  asSnapshotDamage,
  decodeChunkHeader,
  decodeSnapshotHeader,
  encodeChunkHeader,
  encodeSnapshotHeader,
  parseSnapshotName,
  snapshotName,
} from '../../../log/snapshot-format.ts';
import { readSnapshotInfo, type SnapshotFile, soundBytes, verifySnapshot } from '../../../log/snapshot-reader.ts';
import { openSnapshotStore } from '../../../log/snapshot-store.ts';
import { headerAt, recordsOf, writeSnapshot } from '../../conformance/snapshot-store-suite.ts';
import { damage, rejectsWith } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const PATH = `/${snapshotName(5)}`;
const SEED_AT = 8;
const TRAILER = 112;

async function snapshotDisk(index = 5): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = await openSnapshotStore({ disk, directory: '', partition: 1 });
  await writeSnapshot(store, index, await recordsOf({ keys: 3, pairs: 4, valueBytes: 10 }));
  return disk;
}

async function source(disk: MemoryDisk, path = PATH): Promise<SnapshotFile> {
  return { file: await disk.open(path, { create: false }), path };
}

/** Changes the file, and makes the digest of the file and the checksum of the trailer right again. */
function forge(disk: MemoryDisk, change: (bytes: Uint8Array, view: DataView) => void): void {
  damage(disk, PATH, (bytes) => {
    const view = new DataView(bytes.buffer);
    change(bytes, view);
    const trailer = bytes.length - TRAILER;
    bytes.set(
      createHash('sha256')
        .update(bytes.subarray(0, trailer + 72))
        .digest(),
      trailer + 72,
    );
    view.setUint32(trailer + 104, checksum(bytes.subarray(trailer, trailer + 104), view.getUint32(SEED_AT, true)), true);
    return bytes;
  });
}

function codeOf(run: () => unknown): LogErrorCode | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as { code: LogErrorCode }).code;
  }
}

describe('a sound header of a snapshot', () => {
  const changes: readonly (readonly [string, (view: DataView) => void, LogErrorCode | undefined])[] = [
    ['as it was', () => undefined, undefined],
    ['of a later version', (view) => view.setUint32(12, 2, true), 'VERSION'],
    ['of partition 0', (view) => view.setUint32(16, 0, true), 'CORRUPT'],
    ['of index 0', (view) => view.setUint32(24, 0, true), 'CORRUPT'],
    ['of term 0', (view) => view.setUint32(32, 0, true), 'CORRUPT'],
    ['of offset 0', (view) => view.setUint32(40, 0, true), 'CORRUPT'],
    ['of an offset beyond 2^53', (view) => view.setUint32(44, 0x0020_0000, true), 'CORRUPT'],
    ['of time 0', (view) => view.setBigUint64(48, 0n), undefined],
  ];
  for (const [what, change, code] of changes) {
    test(`${what} is ${code === undefined ? 'taken' : `refused: ${code}`}`, () => {
      const bytes = encodeSnapshotHeader(headerAt(5));
      const view = new DataView(bytes.buffer);
      change(view);
      view.setUint32(8, checksum(bytes.subarray(12)), true);
      assert.equal(
        codeOf(() => decodeSnapshotHeader(bytes, PATH)),
        code,
      );
    });
  }
});

describe('a sound header of a chunk', () => {
  const place = { position: 128, seed: 7, bytesLeft: 32 + 10, file: PATH };
  const sound = encodeChunkHeader({ section: 'state', record: new Uint8Array(10), position: 128, seed: 7 });
  const changes: readonly (readonly [string, (view: DataView) => void, LogErrorCode | undefined])[] = [
    ['as it was', () => undefined, undefined],
    ['of section 0', (view) => view.setUint8(20, 0), 'CORRUPT'],
    ['of section 5', (view) => view.setUint8(20, 5), 'CORRUPT'],
    ['without a record', (view) => view.setUint32(16, 0, true), 'CORRUPT'],
    ['with a record that passes the trailer', (view) => view.setUint32(16, 11, true), 'CORRUPT'],
    ['of another position', (view) => view.setUint32(8, 129, true), 'CORRUPT'],
  ];
  for (const [what, change, code] of changes) {
    test(`${what} is ${code === undefined ? 'taken' : `refused: ${code}`}`, () => {
      const bytes = sound.slice();
      const view = new DataView(bytes.buffer);
      change(view);
      view.setUint32(0, checksum(bytes.subarray(4), 7), true);
      assert.equal(
        codeOf(() => decodeChunkHeader(bytes, place)),
        code,
      );
    });
  }

  test('of a record beyond the limit, or cut short, is refused', () => {
    const bytes = sound.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(16, 1024 * 1024 + 1, true);
    view.setUint32(0, checksum(bytes.subarray(4), 7), true);
    assert.equal(
      codeOf(() => decodeChunkHeader(bytes, { ...place, bytesLeft: 2 ** 30 })),
      'CORRUPT',
    );
    assert.equal(
      codeOf(() => decodeChunkHeader(sound.subarray(0, 31), place)),
      'CORRUPT',
    );
  });
});

describe('a snapshot whose parts are sound', () => {
  test('is verified as it is, also after its checksums were made again', async () => {
    const disk = await snapshotDisk();
    const info = await readSnapshotInfo(await source(disk));
    forge(disk, () => undefined);
    assert.deepEqual(await verifySnapshot(await source(disk), info), info);
  });

  for (const [what, at] of [
    ['records', 16],
    ['named keys', 24],
    ['pairs', 32],
    ['its state', 40],
  ] as const) {
    test(`is refused if its trailer tells of other ${what}`, async () => {
      const disk = await snapshotDisk();
      forge(disk, (bytes, view) => view.setUint8(bytes.length - TRAILER + at, view.getUint8(bytes.length - TRAILER + at) ^ 1));
      const error = await rejectsWith(verifySnapshot(await source(disk)), 'CORRUPT');
      assert.match(error.message, /trailer does not match/);
    });
  }

  test('is refused if a record comes too late', async () => {
    const disk = await snapshotDisk();
    forge(disk, (bytes, view) => {
      // The first record becomes one of the state, an empty key and an empty value.
      const record = bytes.subarray(160, 160 + view.getUint32(128 + 16, true));
      const section = encodeChunkHeader({ section: 'state', record, position: 128, seed: view.getUint32(SEED_AT, true) });
      bytes.set(section, 128);
    });
    const error = await rejectsWith(verifySnapshot(await source(disk)), 'CORRUPT');
    assert.equal(error.position, 128);
    assert.ok(error.cause instanceof SnapshotRecordError);
  });

  test('is refused if it is another one than was expected', async () => {
    const disk = await snapshotDisk();
    const other = await readSnapshotInfo(await source(await snapshotDisk(6), `/${snapshotName(6)}`));
    const error = await rejectsWith(verifySnapshot(await source(disk), other), 'CORRUPT');
    assert.match(error.message, /it is another one/);
  });
});

describe('a snapshot that is received', () => {
  test('goes on behind its last whole chunk, wherever it ends', async () => {
    const disk = await snapshotDisk();
    const whole = disk.file(PATH).cache.slice();
    const info = await readSnapshotInfo(await source(disk));
    const ends = [128];
    for (let at = 128; at < whole.length - TRAILER; ) {
      at += 32 + new DataView(whole.buffer).getUint32(at + 16, true);
      ends.push(at);
    }
    for (let length = 0; length <= whole.length; length++) {
      disk.plant(PATH, whole.slice(0, length));
      const expected = length === whole.length ? length : (ends.findLast((end) => end <= length) ?? 0);
      assert.equal(await soundBytes(await source(disk), info), expected, `of ${length} bytes`);
    }
    disk.plant(PATH, Uint8Array.from([...whole, 0]));
    assert.equal(await soundBytes(await source(disk), info), 0);
  });

  test('whose bytes the disk refuses to read is no damage', async () => {
    const disk = await snapshotDisk();
    const info = await readSnapshotInfo(await source(disk));
    const { file, path } = await source(disk);
    let reads = 0;
    const refusing = {
      ...file,
      // All of it is read at once, so that the second read is a short one's.
      read: async (position: number, length: number): Promise<Uint8Array> => {
        if (++reads > 1) throw Object.assign(new Error('EIO: read'), { code: 'EIO' });
        return (await file.read(position, length)).subarray(0, 200);
      },
    };
    await assert.rejects(soundBytes({ file: refusing, path }, info), { code: 'EIO' });
  });
});

test('what is wrong with a record is damage of its file; a broken assertion is not', () => {
  const broken = new Error('a broken assertion');
  assert.equal(asSnapshotDamage(broken, PATH, 128), broken);
  const damaged = asSnapshotDamage(new SnapshotRecordError('a key is cut short'), PATH, 128);
  assert.match(String(damaged), /CORRUPT: the snapshot is damaged: a key is cut short/);
});

test('names of snapshots are those of whole ones, of what is written and of what is received, and no others', () => {
  assert.deepEqual(parseSnapshotName('0000000000000005.snapshot'), { index: 5, kind: 'whole' });
  assert.deepEqual(parseSnapshotName('0000000000000005.snapshot.tmp'), { index: 5, kind: 'writing' });
  assert.deepEqual(parseSnapshotName('0000000000000005.snapshot.part'), { index: 5, kind: 'receiving' });
  for (const name of ['0000000000000000.snapshot', '9999999999999999.snapshot', '5.snapshot', '0000000000000005.snapshot.old']) {
    assert.equal(parseSnapshotName(name), undefined, name);
  }
});
