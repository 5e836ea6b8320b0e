// What the tests of damage share: bits that flip, ranges without their words, and whether a repair really brought everything back.
import assert from 'node:assert/strict';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry } from '../../../consensus/types.ts';
import { assertSameEntries, entriesAfter, openLog, PARTITION, readAll, reopen } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

export function flip(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

/** What is known of the damage, without the words. */
export function rangesOf(log: PartitionStorage): unknown {
  return log.damage.map(({ from, to, digestBefore, digest }) => ({ from, to, digestBefore, digest }));
}

export function rangeOf(entries: readonly Entry[], from: number, to: number): unknown {
  return { from, to, digestBefore: entries[from - 2]?.digest ?? new Uint8Array(32), digest: entries[to - 1]?.digest };
}

/** Repairs all damage from `entries`, and then finds all of them, also after a restart. */
export async function isRepairedFrom(disk: MemoryDisk, log: PartitionStorage, entries: readonly Entry[]): Promise<void> {
  for (const { from, to } of log.damage) await log.repair(entries.slice(from - 1, to));
  assert.deepEqual(log.damage, []);
  assertSameEntries(await readAll(log), entries);
  const again = await reopen(disk);
  assert.deepEqual(again.damage, []);
  assertSameEntries(await readAll(again), entries);
  const more = entriesAfter(entries.at(-1), { term: 9, sizes: [50] });
  await again.append(more);
  assertSameEntries(await readAll(await reopen(disk)), [...entries, ...more]);
}

interface ClosedLog {
  readonly disk: MemoryDisk;
  readonly entries: readonly Entry[];
  /** Of the segments, oldest first. */
  readonly names: readonly string[];
}

/** A log of so many terms, each entry an append of its own, those of 700 bytes memberships, whose process has ended in an orderly way and is ended for good. */
export async function closedLog(terms: number, sizesOf: (term: number) => readonly number[]): Promise<ClosedLog> {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  const entries: Entry[] = [];
  for (let term = 1; term <= terms; term++) {
    await log.saveHardState({ term, votedFor: undefined });
    const more = entriesAfter(entries.at(-1), { term, sizes: sizesOf(term), membershipOf: 700 });
    for (const entry of more) await log.append([entry]);
    entries.push(...more);
  }
  await log.close();
  disk.kill();
  disk.restart();
  const names = (await disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort();
  return { disk, entries, names };
}

/** Entries over several segments, in several terms, those of 700 bytes memberships; all but the newest sealed. */
export async function sealed(): Promise<ClosedLog> {
  const closed = await closedLog(6, () => [900, 700, 800, 1100]);
  const seals = (await closed.disk.list(PARTITION)).filter((name) => name.endsWith('.seal'));
  assert.equal(seals.length, closed.names.length - 1);
  return closed;
}

/** Under whoever has the file open. */
export function rotInPlace(disk: MemoryDisk, path: string, at: number): void {
  const file = disk.file(path);
  file.replace(flip(file.cache.slice(), at));
}

export function firstIndexOf(name = ''): number {
  return Number(name.slice(0, 16));
}
