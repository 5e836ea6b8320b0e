// Term and vote in two copies: which one counts, what damage is survived, and what stops the start.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NodeId } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { damage, diskWith, openData, openLog, PARTITION, rejectsWith, reopen } from './fixture.ts';
import type { MemoryDisk } from './memory-disk.ts';

const FILE = `${PARTITION}/hard-state`;
const BLOCK = 4096;
const OTHER = 'n2' as NodeId;

/** Saved first: term 1 for n1. Saved last: term 7 for n2. */
async function saved(): Promise<{ disk: MemoryDisk; older: Uint8Array }> {
  const disk = await diskWith([]);
  const older = disk.file(FILE).cache.slice();
  const log = await openLog(disk);
  await log.saveHardState({ term: 7, votedFor: OTHER });
  disk.kill();
  disk.restart();
  return { disk, older };
}

function copyOf(file: Uint8Array, which: 0 | 1): Uint8Array {
  return file.slice(which * BLOCK, (which + 1) * BLOCK);
}

function reseal(file: Uint8Array): Uint8Array {
  for (const at of [0, BLOCK]) {
    new DataView(file.buffer, file.byteOffset).setUint32(at + 8, checksum(file.subarray(at + 12, at + 512)), true);
  }
  return file;
}

describe('the hard state', () => {
  test('is what was saved last, vote included', async () => {
    const { disk } = await saved();
    assert.deepEqual((await openLog(disk)).hardState, { term: 7, votedFor: OTHER });
  });

  test('of a new partition is term 0 without a vote', async () => {
    const data = await openData(await diskWith([]));
    assert.deepEqual((await data.openPartition(2)).hardState, { term: 0, votedFor: undefined });
  });

  test('keeps an absent vote absent', async () => {
    const disk = await diskWith([]);
    await (await openLog(disk)).saveHardState({ term: 3, votedFor: undefined });
    assert.deepEqual((await reopen(disk)).hardState, { term: 3, votedFor: undefined });
  });

  test('refuses a term that falls', async () => {
    const log = await openLog((await saved()).disk);
    await assert.rejects(log.saveHardState({ term: 6, votedFor: undefined }), /a term, which never falls/);
  });

  for (const which of [0, 1] as const) {
    test(`survives any damage to copy ${which + 1}, and is whole again afterwards`, async () => {
      const { disk } = await saved();
      for (let at = which * BLOCK; at < which * BLOCK + 512; at++) {
        const copy = disk.clone();
        damage(copy, FILE, (bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ 0x10;
          return bytes;
        });
        assert.deepEqual((await openLog(copy)).hardState, { term: 7, votedFor: OTHER }, `byte ${at}`);
        const file = copy.file(FILE).cache;
        assert.deepEqual(copyOf(file, 0), copyOf(file, 1));
      }
    });

    test(`of the copy with the higher counter counts, also when it is copy ${which + 1}`, async () => {
      const { disk, older } = await saved();
      damage(disk, FILE, (bytes) => {
        bytes.set(copyOf(older, 0), which === 0 ? BLOCK : 0);
        return bytes;
      });
      assert.deepEqual((await openLog(disk)).hardState, { term: 7, votedFor: OTHER });
    });
  }

  test('with both copies bad stops the start, and says that this node may not vote', async () => {
    const { disk } = await saved();
    damage(disk, FILE, (bytes) => {
      bytes[20] = 0xff;
      bytes[BLOCK + 50] = 0xff;
      return bytes;
    });
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.equal(error.file, FILE);
    assert.match(error.message, /both copies of the hard state are damaged.*may not vote.*members replace/);
  });

  test('in a file cut short lives in its first copy, and in an empty one nowhere', async () => {
    const { disk } = await saved();
    const copy = disk.clone();
    damage(copy, FILE, (bytes) => bytes.slice(0, BLOCK + 100));
    assert.equal((await openLog(copy)).hardState.term, 7);
    damage(disk, FILE, () => new Uint8Array(0));
    await rejectsWith(openLog(disk), 'CORRUPT');
  });

  test('of another partition is damage', async () => {
    const { disk } = await saved();
    const data = await openData(disk);
    await data.openPartition(2);
    disk.plant(FILE, disk.file(FILE.replace('0001', '0002')).cache);
    disk.kill();
    disk.restart();
    await rejectsWith(openLog(disk), 'CORRUPT');
  });

  test('of a later version stops the start as such', async () => {
    const { disk } = await saved();
    damage(disk, FILE, (bytes) => {
      for (const at of [0, BLOCK]) bytes[at + 12] = 3;
      return reseal(bytes);
    });
    await rejectsWith(openLog(disk), 'VERSION');
  });

  for (const [what, change] of [
    ['a vote that is too long', (view: DataView) => view.setUint32(56, 65, true)],
    ['a term beyond 2^53', (view: DataView) => view.setUint32(52, 0x0020_0000, true)],
  ] as const) {
    test(`with ${what} under a right checksum is bad: the other copy counts, and without it none`, async () => {
      const { disk } = await saved();
      const bothBad = disk.clone();
      const forge = (bytes: Uint8Array, places: readonly number[]): Uint8Array => {
        for (const at of places) change(new DataView(bytes.buffer, at));
        return reseal(bytes);
      };
      damage(disk, FILE, (bytes) => forge(bytes, [BLOCK]));
      assert.deepEqual((await openLog(disk)).hardState, { term: 7, votedFor: OTHER });
      damage(bothBad, FILE, (bytes) => forge(bytes, [0, BLOCK]));
      const { cause } = await rejectsWith(openLog(bothBad), 'CORRUPT');
      assert.ok(cause instanceof AggregateError);
      for (const error of cause.errors) assert.match(String(error), /makes no sense/);
    });
  }

  test('that is missing from a partition which was made stops the start', async () => {
    const { disk } = await saved();
    disk.plant(FILE, undefined);
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /no longer knows whom it voted for/);
  });
});
