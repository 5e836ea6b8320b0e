// Seals: what a start reads in place of segments, when they count, and that losing them costs nothing but reading.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DamagedEntriesError } from '../../../consensus/damage.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { FRAME_HEADER_BYTES } from '../../../log/frame.ts';
import { decodeSeal, encodeSeal, parseSealName, sealName } from '../../../log/seal.ts';
import { SEGMENT_HEADER_BYTES } from '../../../log/segment-header.ts';
import { WRITE_HEADER_BYTES } from '../../../log/write-unit.ts';
import {
  assertSameEntries,
  damage,
  entriesAfter,
  FIRST_SEGMENT,
  INCARNATION,
  layoutOf,
  openLog,
  PARTITION,
  readAll,
  rejectsWith,
  reopen,
} from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const FIRST_FRAME = SEGMENT_HEADER_BYTES + WRITE_HEADER_BYTES;
const OWNER = { incarnation: INCARNATION, partition: 1 };

async function named(disk: MemoryDisk, suffix: string): Promise<string[]> {
  return (await disk.list(PARTITION)).filter((name) => name.endsWith(suffix)).sort();
}

/** A seal as another version would have written it. */
function withVersion(seal: Uint8Array, version: number): Uint8Array {
  const bytes = seal.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(12, version, true);
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}

/** Five sealed segments and the newest. `isAtOnce`: what is of one term is one write. */
async function sealed({ isAtOnce = false } = {}): Promise<{ disk: MemoryDisk; entries: readonly Entry[]; log: PartitionStorage }> {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  const entries: Entry[] = [];
  for (let term = 1; term <= 5; term++) {
    const more = entriesAfter(entries.at(-1), { term, sizes: [3000, 0, 4000, 2000] });
    if (isAtOnce) await log.append(more);
    else for (const entry of more) await log.append([entry]);
    entries.push(...more);
  }
  await log.close();
  return { disk, entries, log: await reopen(disk) };
}

describe('a start', () => {
  test('reads no segment that is sealed, and knows terms, offsets and sizes all the same', async () => {
    const { disk, entries, log } = await sealed();
    const newest = log.sealedSegments().at(-1)?.lastIndex ?? 0;
    assert.ok(log.sealedSegments().length >= 4);
    assert.ok(log.recovery.bytesRead <= disk.file(`${PARTITION}/${(await named(disk, '.segment')).at(-1)}`).cache.length);
    assert.deepEqual(
      log.termRuns.map(({ term }) => term),
      [1, 2, 3, 4, 5],
    );
    for (const entry of entries) {
      for (let offset = entry.firstOffset; offset < entry.firstOffset + entry.count; offset++) {
        assert.equal(await log.indexOfOffset(offset), entry.index);
      }
    }
    assertSameEntries(await readAll(log), entries);
    assert.equal(log.sealedSegments()[0]?.lastTimestamp, entries[(log.sealedSegments()[0]?.lastIndex ?? 0) - 1]?.timestamp);
    assert.ok(newest < log.lastIndex);
  });

  test('makes seals that are missing or damaged again', async () => {
    const { disk, entries, log } = await sealed();
    await log.close();
    const seals = await named(disk, '.seal');
    const [missing = '', short = '', flipped = ''] = seals;
    const before = seals.map((name) => disk.file(`${PARTITION}/${name}`).cache.slice());
    disk.plant(`${PARTITION}/${missing}`, undefined);
    damage(disk, `${PARTITION}/${short}`, (bytes) => bytes.slice(0, 300));
    damage(disk, `${PARTITION}/${flipped}`, (bytes) => bytes.with(600, 1));
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), entries);
    await again.close();
    assert.deepEqual(
      seals.map((name) => disk.file(`${PARTITION}/${name}`).cache),
      before,
    );
  });

  test('takes a seal of version 1 for all but its digest, and makes it anew in the background', async () => {
    const { disk, entries, log } = await sealed();
    await log.close();
    const usual = await reopen(disk);
    await usual.close();
    const [name = ''] = await named(disk, '.seal');
    const fresh = disk.file(`${PARTITION}/${name}`).cache.slice();
    const old = withVersion(fresh, 1);
    const owner = { ...OWNER, sequence: 1 };
    assert.equal(decodeSeal(old, owner)?.digest, undefined);
    assert.deepEqual({ ...decodeSeal(old, owner), digest: decodeSeal(fresh, owner)?.digest }, decodeSeal(fresh, owner));
    for (const version of [0, 3]) assert.equal(decodeSeal(withVersion(fresh, version), owner), undefined);
    disk.plant(`${PARTITION}/${name}`, old);
    const again = await reopen(disk);
    assert.equal(again.recovery.bytesRead, usual.recovery.bytesRead, 'its segment is not read for the start');
    assertSameEntries(await readAll(again), entries);
    await again.close();
    assert.deepEqual(disk.file(`${PARTITION}/${name}`).cache, fresh);
  });

  test('makes a seal that a cut made stale again, also when a crash came before it', async () => {
    const { disk, entries, log } = await sealed();
    const [, second] = log.sealedSegments();
    const index = (second?.firstIndex ?? 0) + 1;
    const stale = disk.file(`${PARTITION}/${(await named(disk, '.seal'))[1]}`).cache.slice();
    const other = entriesAfter(entries[index - 2], { term: 6, sizes: [10] });
    await log.append(other);
    await log.close();
    const expected = [...entries.slice(0, index - 1), ...other];
    const name = `${PARTITION}/${(await named(disk, '.seal'))[1]}`;
    const fresh = disk.file(name).cache.slice();
    assert.notDeepEqual(fresh, stale);
    disk.plant(name, stale);
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), expected);
    assert.deepEqual([again.damage, again.sealedSegments().at(-1)?.lastIndex], [[], index - 1]);
    await again.close();
    assert.deepEqual(disk.file(name).cache, fresh);
  });

  test('makes a seal again that is of the segment before it was repaired, also when a crash came before it', async () => {
    const { disk, entries, log } = await sealed({ isAtOnce: true });
    await log.close();
    const [, segment = ''] = await named(disk, '.segment');
    const seal = `${PARTITION}/${(await named(disk, '.seal'))[1]}`;
    const stale = disk.file(seal).cache.slice();
    damage(disk, `${PARTITION}/${segment}`, (bytes) => bytes.with(FIRST_FRAME + 12, 0xff));
    const damaged = await reopen(disk);
    await assert.rejects(readAll(damaged), DamagedEntriesError);
    for (const { from, to } of [...damaged.damage]) await damaged.repair(entries.slice(from - 1, to));
    await damaged.close();
    const fresh = disk.file(seal).cache.slice();
    assert.notDeepEqual(fresh, stale);
    assert.ok(
      (decodeSeal(stale, { ...OWNER, sequence: 2 })?.index.endPosition ?? Number.POSITIVE_INFINITY) <=
        disk.file(`${PARTITION}/${segment}`).cache.length,
      'its size alone does not tell',
    );
    const usual = await reopen(disk);
    await usual.close();
    disk.plant(seal, stale);
    const again = await reopen(disk);
    assert.ok(again.recovery.bytesRead > usual.recovery.bytesRead, 'the segment is read');
    assertSameEntries(await readAll(again), entries);
    await again.close();
    assert.deepEqual(disk.file(seal).cache, fresh);
  });

  test('survives the same index cut and written again many times over sealed segments', async () => {
    const { disk, entries } = await sealed();
    let log = await reopen(disk);
    let all = [...entries];
    for (let round = 0; round < 20; round++) {
      const keep = Math.min(all.length, 3 + ((round * 7) % 9));
      const more = entriesAfter(all[keep - 1], { term: 6 + round, sizes: [2500, 3500, 1500, 4000, 100].slice(0, 1 + (round % 5)) });
      await log.append(more.slice(0, 1));
      if (more.length > 1) await log.append(more.slice(1));
      all = [...all.slice(0, keep), ...more];
      if (round % 3 === 0) log = await reopen(disk);
      if (round % 3 === 1) {
        await log.close();
        log = await reopen(disk);
      }
      assertSameEntries(await readAll(log), all);
    }
  });
});

describe('verification', () => {
  test('walks all sealed segments in pieces, reading each byte once, and finds nothing', async () => {
    const { log } = await sealed();
    let next: number | undefined = 1;
    let bytes = 0;
    for (let steps = 0; next !== undefined; steps++) {
      assert.ok(steps < 1000);
      const step = await log.verify({ from: next, bytesMax: 3000 });
      assert.deepEqual(step.damage, []);
      bytes += step.bytes;
      next = step.next;
    }
    const sealedBytes = log.sealedSegments().reduce((sum, segment) => sum + segment.bytes, 0);
    assert.ok(bytes > 0 && bytes <= sealedBytes, `${bytes} of ${sealedBytes}`);
  });

  test('finds rot before it is read, says what and goes on behind it', async () => {
    const { disk, entries, log } = await sealed();
    const segments = log.sealedSegments();
    const names = await named(disk, '.segment');
    for (const at of [1, 3]) damage(disk, `${PARTITION}/${names[at]}`, (bytes) => bytes.with(4096 + 64 + 96 + 7, 0));
    const { next, damage: found } = await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.equal(next, undefined);
    const firsts = [segments[1]?.firstIndex, segments[3]?.firstIndex];
    assert.deepEqual(
      found.map(({ from }) => from),
      firsts,
    );
    assert.deepEqual(log.damage, found);
    assert.deepEqual((await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER })).damage, []);
    for (const { from, to } of found) await log.repair(entries.slice(from - 1, to));
    assertSameEntries(await readAll(log), entries);
  });

  test('writes a segment anew when what rotted between its entries is none of them', async () => {
    const { disk, entries, log } = await sealed();
    const path = `${PARTITION}/${(await named(disk, '.segment'))[1]}`;
    damage(disk, path, (bytes) => bytes.with(4096 + 20, 0xff));
    const before = disk.file(path).cache.slice();
    const { damage: found } = await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.deepEqual([found, log.damage], [[], []]);
    assert.notDeepEqual(disk.file(path).cache, before);
    await log.close();
    const again = await reopen(disk);
    assertSameEntries(await readAll(again), entries);
    const anew = disk.file(path).cache.slice();
    await again.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    assert.deepEqual(disk.file(path).cache, anew);
  });

  // One bit of each byte, another one from byte to byte; of the zeros behind the header only one of so many bytes.
  test('finds a flipped bit anywhere in a sealed segment: in its header, a payload or between, however little is read at a time', async () => {
    const disk = new MemoryDisk();
    const log = await openLog(disk);
    const first = entriesAfter(undefined, { term: 1, sizes: [0, 61] });
    const second = entriesAfter(first.at(-1), { term: 1, sizes: [150, 7] });
    const entries = [...first, ...second, ...entriesAfter(second.at(-1), { term: 1, sizes: [8000] })];
    for (const appended of [first, second, entries.slice(4)]) await log.append(appended);
    await log.close();
    const end = layoutOf([first, second])[1]?.end ?? 0;
    // Zeros and an end mark: covered by no seal, and read by no start.
    const behindBytes = 32;
    const outcomes = { damage: 0, anew: 0, behind: 0 };
    for (let at = 0; at < end; at += at > 512 && at < 4000 ? 97 : 1) {
      const copy = disk.clone();
      const scrubbed = await openLog(copy);
      assert.deepEqual(
        scrubbed.sealedSegments().map(({ lastIndex }) => lastIndex),
        [4],
      );
      damage(copy, FIRST_SEGMENT, (bytes) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at & 7))));
      const before = copy.file(FIRST_SEGMENT).cache.slice();
      let step = await scrubbed.verify({ from: 1, bytesMax: 1 });
      while (step.next !== undefined) step = await scrubbed.verify({ from: step.next, bytesMax: 1 });
      const isAnew = Buffer.compare(copy.file(FIRST_SEGMENT).cache, before) !== 0;
      assert.equal(isAnew, step.damage.length === 0 && at < end - behindBytes, `byte ${at}`);
      outcomes[step.damage.length > 0 ? 'damage' : isAnew ? 'anew' : 'behind']++;
      copy.kill();
    }
    const damaged = 4 * FRAME_HEADER_BYTES + 61 + 150 + 7;
    assert.deepEqual([outcomes.damage, outcomes.behind], [damaged, behindBytes]);
    assert.ok(outcomes.anew > 600);
  });

  test('stops at a last payload that was changed so that its checksum still holds: the chain digest in the seal tells', async () => {
    const { disk, log } = await sealed();
    const path = `${PARTITION}/${(await named(disk, '.segment'))[1]}`;
    const seal = decodeSeal(disk.file(path.replace('.segment', '.seal')).cache, { ...OWNER, sequence: 2 });
    const at = (seal?.index.endPosition ?? 0) - 100;
    // The polynomial of CRC-32, from its highest bit on: it divides itself.
    const pattern = Uint8Array.of(0x41, 0x06, 0x71, 0xdb, 0x01);
    const changed = (bytes: Uint8Array) => bytes.map((byte, place) => byte ^ (pattern[place - at] ?? 0));
    const before = disk.file(path).cache.slice();
    damage(disk, path, changed);
    const [from, to] = [at - 50, at + 50];
    assert.equal(checksum(disk.file(path).cache.subarray(from, to)), checksum(before.subarray(from, to)));
    await rejectsWith(log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER }), 'CORRUPT');
  });

  test('of a log without sealed segments is over at once', async () => {
    assert.deepEqual(await (await openLog(new MemoryDisk())).verify({ from: 1, bytesMax: 10 }), { bytes: 0, next: undefined, damage: [] });
  });
});

describe('the bytes of a seal', () => {
  test('come back as they were, and with any bit flipped they are none', async () => {
    const { disk } = await sealed();
    const [name = ''] = await named(disk, '.seal');
    const key = parseSealName(name);
    assert.ok(key !== undefined);
    assert.equal(sealName(key), name);
    assert.equal(parseSealName('0000000000000001-00000001.segment'), undefined);
    const bytes = disk.file(`${PARTITION}/${name}`).cache;
    const seal = decodeSeal(bytes, { ...OWNER, sequence: key.sequence });
    assert.ok(seal !== undefined);
    assert.deepEqual(encodeSeal({ ...seal, digest: seal.digest ?? assert.fail() }), bytes);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(decodeSeal(flipped, { ...OWNER, sequence: key.sequence }), undefined, `bit ${bit}`);
    }
    for (const length of [0, 100, bytes.length - 1])
      assert.equal(decodeSeal(bytes.slice(0, length), { ...OWNER, sequence: key.sequence }), undefined);
    assert.equal(decodeSeal(bytes, { ...OWNER, sequence: key.sequence + 1 }), undefined);
    const reseal = (change: (view: DataView) => void): Uint8Array => {
      const forged = bytes.slice();
      change(new DataView(forged.buffer));
      new DataView(forged.buffer).setUint32(8, checksum(forged.subarray(12)), true);
      return forged;
    };
    assert.ok(
      decodeSeal(
        reseal(() => undefined),
        { ...OWNER, sequence: key.sequence },
      ) !== undefined,
    );
    for (const at of [12, 32, 32 + 40])
      assert.equal(
        decodeSeal(
          reseal((view) => view.setUint8(at, view.getUint8(at) ^ 2)),
          { ...OWNER, sequence: key.sequence },
        ),
        undefined,
      );
    assert.equal(decodeSeal(bytes, { ...OWNER, partition: 2, sequence: key.sequence }), undefined);
  });
});

// A full disk let the log refuse everything, because a seal could not be written: the node ended, and so did every start after it. A seal is nothing but a help.
test('without space for seals the log goes on without them, and they are made by a later start', async () => {
  const { disk, entries, log } = await sealed();
  await log.close();
  for (const name of await named(disk, '.seal')) disk.plant(`${PARTITION}/${name}`, undefined);
  disk.noSpaceFor = '.seal.tmp';
  const full = await reopen(disk);
  const more = entriesAfter(entries.at(-1), { term: 9, sizes: [5000, 5000, 5000] });
  for (const entry of more) await full.append([entry]);
  await full.saveHardState({ term: 9, votedFor: undefined });
  assertSameEntries(await readAll(full), [...entries, ...more]);
  assert.deepEqual(await named(disk, '.seal'), []);
  assert.deepEqual(await named(disk, '.tmp'), []);
  await full.close();
  disk.noSpaceFor = undefined;
  const again = await reopen(disk);
  await readAll(again);
  await again.close();
  assert.equal((await named(disk, '.seal')).length, (await named(disk, '.segment')).length - 1);
});
