// Two opinions on what a crash leaves: whatever a kill or a power cut does at any call, verify finds no damage, and ends where recovery ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartitionStorage } from '../../../../consensus/ports.ts';
import type { Entry } from '../../../../consensus/types.ts';
import { isDamage } from '../../../../log/inspect/finding.ts';
import { entriesAfter, isCrash, NODE, openData, seeded } from '../fixture.ts';
import { MemoryDisk, type Random } from '../memory-disk.ts';
import { GENESIS, snapshotAt, verify } from './directory.ts';

const SEEDS = 120;

/** Random work until the crash. */
async function work(log: PartitionStorage, disk: MemoryDisk, random: Random): Promise<void> {
  let term = 1;
  let entries: Entry[] = [];
  // What a snapshot covers is committed: neither cut nor covered again.
  let covered = 0;
  for (let step = 0; step < 25; step++) {
    const choice = random();
    if (choice < 0.15) {
      await log.saveHardState({ term: ++term, votedFor: random() < 0.5 ? NODE : undefined });
      continue;
    }
    if (choice < 0.25 && entries.length > 3) {
      const through = covered + 1 + Math.floor(random() * (log.lastIndex - covered));
      const entry = entries[through - 1];
      if (entry === undefined) continue;
      await snapshotAt(disk, entry);
      covered = through;
      await log.compact(through);
      continue;
    }
    const isCut = choice < 0.35;
    if (isCut) await log.saveHardState({ term: ++term, votedFor: undefined });
    const keep = isCut ? covered + Math.floor(random() * (log.lastIndex - covered)) : entries.length;
    const sizes = Array.from({ length: 1 + Math.floor(random() * 3) }, () => Math.floor(random() * 2500));
    const added = entriesAfter(entries[keep - 1], { term, sizes });
    entries = [...entries.slice(0, keep), ...added];
    await log.append(added);
  }
}

async function crashed(seed: number): Promise<MemoryDisk> {
  const random = seeded(seed);
  const disk = new MemoryDisk();
  const data = await openData(disk);
  await data.saveGenesis(GENESIS);
  const log = await data.openPartition(1);
  disk.crashAt(1 + Math.floor(random() * 120), random);
  try {
    await work(log, disk, random);
  } catch (error) {
    if (!isCrash(error)) throw error;
  }
  if (random() < 0.5) disk.kill();
  else disk.cutPower(random);
  disk.restart();
  return disk;
}

test('after a crash at any call verify finds no damage, and the log ends where recovery says', async () => {
  let torn = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const disk = await crashed(seed);
    const { findings, partitions } = await verify(disk);
    assert.deepEqual(findings.filter(isDamage), [], `seed ${seed}`);
    if (findings.some(({ severity }) => severity === 'torn')) torn++;
    const log = await (await openData(disk)).openPartition(1);
    assert.equal(partitions[0]?.end.lastIndex, log.lastIndex, `seed ${seed}`);
    assert.deepEqual(partitions[0]?.end.lastDigest, log.lastDigest, `seed ${seed}`);
    assert.equal(partitions[0]?.baseIndex, log.base.index, `seed ${seed}`);
    const again = await verify(disk);
    assert.deepEqual(
      again.findings.filter(({ code }) => code !== 'UNFINISHED' && code !== 'SEAL'),
      [],
      `seed ${seed}: recovered`,
    );
    disk.kill();
  }
  assert.ok(torn >= 5, `only ${torn} torn ends: the test does not bite`);
});
