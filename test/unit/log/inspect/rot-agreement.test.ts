// Two opinions on rot: whatever is changed in the segments of a log, verify and the storage name the same damaged entries and the same unclear ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartitionStorage } from '../../../../consensus/ports.ts';
import { type Finding, isDamage } from '../../../../log/inspect/finding.ts';
import { damage, openData, PARTITION, seeded } from '../fixture.ts';
import type { MemoryDisk, Random } from '../memory-disk.ts';
import { fullDirectory, verify } from './directory.ts';

const SEEDS = 150;

/** Flips a byte, or overwrites a range with zeros or garbage, in up to three places of segments. */
async function rot(disk: MemoryDisk, random: Random): Promise<void> {
  const names = (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const name = names[Math.floor(random() * names.length)] ?? '';
    damage(disk, `${PARTITION}/${name}`, (bytes) => {
      // Headers of segments have tests of their own.
      const from = 4096 + Math.floor(random() * (bytes.length - 4096));
      const kind = random();
      const to = kind < 0.5 ? from + 1 : Math.min(bytes.length, from + Math.floor(random() * 3000));
      for (let at = from; at < to; at++) bytes[at] = kind < 0.5 ? (bytes[at] ?? 0) ^ 16 : kind < 0.75 ? 0 : Math.floor(random() * 256);
      return bytes;
    });
  }
}

function indexesOf(ranges: readonly { readonly from?: number; readonly to?: number }[]): number[] {
  const indexes = new Set<number>();
  for (const { from, to } of ranges) for (let index = from ?? 0; index > 0 && index <= (to ?? 0); index++) indexes.add(index);
  return [...indexes].sort((left, right) => left - right);
}

function ranges(findings: readonly Finding[]): { readonly from?: number; readonly to?: number }[] {
  return findings.filter(({ severity, code, to }) => severity === 'damage' && code === 'ENTRIES' && to !== undefined);
}

async function readAllSealed(log: PartitionStorage): Promise<void> {
  let from: number | undefined = log.base.index + 1;
  while (from !== undefined) from = (await log.verify({ from, bytesMax: 64 * 1024 })).next;
}

test('verify and the storage name the same damaged entries and the same unclear ends', async () => {
  let damaged = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const disk = await fullDirectory(seed % 2 === 0 ? 'ends' : 'is-killed');
    await rot(disk, seeded(seed));
    const { findings, partitions } = await verify(disk);
    const data = await openData(disk);
    const log = await data.openPartition(1);
    await readAllSealed(log);
    const said = `seed ${seed}: ${JSON.stringify(findings)}`;
    const ours = indexesOf(ranges(findings));
    const theirs = indexesOf(log.damage);
    const isUnclear = log.recovery.unclearAt !== undefined;
    if (findings.some(({ severity, code }) => severity === 'unclear' && code === 'ENTRIES')) assert.ok(isUnclear, said);
    // Damage right before a last write that is damaged, too, cannot be repaired, because nobody knows its digest: the storage makes both unclear.
    if (isUnclear) {
      assert.ok(findings.some(isDamage), said);
      assert.deepEqual(
        theirs.filter((index) => !ours.includes(index)),
        [],
        said,
      );
    } else assert.deepEqual(ours, theirs, said);
    if (log.damage.length === 0 && ours.length === 0) assert.equal(partitions[0]?.end.lastIndex, log.lastIndex, `seed ${seed}`);
    else damaged++;
    await data.close();
    disk.kill();
  }
  assert.ok(damaged > SEEDS / 4, `only ${damaged} were damaged: the test does not bite`);
});
