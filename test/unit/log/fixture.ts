// What the tests of the log share: entries that continue a log, and a data directory over the disk in memory.
import assert from 'node:assert/strict';
import { encodeMembership, genesisMembership } from '../../../consensus/membership.ts';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry, EntryBody, EntryType, LogBase, NodeId } from '../../../consensus/types.ts';
import { chainDigest, zeroDigest } from '../../../log/chain-digest.ts';
import { type DataDirectory, openDataDirectory } from '../../../log/data-directory.ts';
import { LogError, type LogErrorCode } from '../../../log/errors.ts';
import { SEGMENT_HEADER_BYTES } from '../../../log/segment-header.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import { CrashError, MemoryDisk, type Random } from './memory-disk.ts';

export const ROOT = '/data';
export const PARTITION = `${ROOT}/partition-0001`;
export const NODE = 'n1' as NodeId;
export const INCARNATION = '00112233445566778899aabbccddeeff';
/** Small enough that a handful of entries fills a segment. */
export const SIZES = { firstSegmentBytes: 8 * 1024, segmentBytes: 12 * 1024 };

/** A data directory over `disk`. */
export function openData(disk: MemoryDisk, nodeId: NodeId = NODE): Promise<DataDirectory> {
  return openDataDirectory({ disk: disk.mount(), path: ROOT, nodeId, newIncarnation: () => INCARNATION, ...SIZES });
}

/** Partition 1 over `disk`. */
export async function openLog(disk: MemoryDisk): Promise<PartitionStorage> {
  return (await openData(disk)).openPartition(1);
}

/** Starts the next process on the same disk. */
export function reopen(disk: MemoryDisk): Promise<PartitionStorage> {
  disk.kill();
  disk.restart();
  return openLog(disk);
}

/** One entry behind `previous`: a batch, or a no-op if there is no payload, unless `type` says otherwise. */
export function entryAfter(
  previous: Entry | undefined,
  options: { readonly term: number; readonly payload: Uint8Array; readonly type?: EntryType },
): Entry {
  const { term, payload, type = payload.length === 0 ? 'no-op' : 'batch' } = options;
  const index = (previous?.index ?? 0) + 1;
  const body: EntryBody = {
    term,
    type,
    timestamp: 1_700_000_000_000 + index,
    firstOffset: previous === undefined ? 1 : previous.firstOffset + previous.count,
    count: type === 'batch' ? 1 + (payload.length % 3) : 0,
    payload,
  };
  const previousDigest = previous?.digest ?? zeroDigest();
  return { index, ...body, previousDigest, digest: chainDigest(previousDigest, index, body) };
}

/** Payload of a membership entry of `cluster`, whose only voter is `voter`. */
export function membershipPayload(cluster: string, voter = NODE): Uint8Array {
  const member = { id: voter, incarnation: INCARNATION, peerAddress: 'host:1', clientAddress: 'host:2' };
  return encodeMembership(genesisMembership({ members: [member] }, 1), cluster);
}

/** A membership entry behind `previous`. */
export function membershipAfter(previous: Entry | undefined, term: number): Entry {
  return entryAfter(previous, { term, payload: membershipPayload('c1'.repeat(32)), type: 'membership' });
}

/** Entries of these payload sizes behind `previous`, with bytes that are never zero. `membershipOf`: the size of those that are membership entries. */
export function entriesAfter(
  previous: Entry | undefined,
  options: { readonly term: number; readonly sizes: readonly number[]; readonly membershipOf?: number },
): Entry[] {
  const { term, sizes, membershipOf } = options;
  const entries: Entry[] = [];
  let last = previous;
  for (const size of sizes) {
    const payload = Uint8Array.from({ length: size }, (_, at) => 1 + ((at * 7 + size + (last?.index ?? 0)) % 255));
    last = entryAfter(last, { term, payload, ...(size === membershipOf ? { type: 'membership' } : {}) });
    entries.push(last);
  }
  return entries;
}

/** Everything in the log, behind its base; and that the membership entries among it are those that it lists. */
export async function readAll(log: PartitionStorage): Promise<Entry[]> {
  const entries: Entry[] = [];
  while (log.base.index + entries.length < log.lastIndex) {
    const from = log.base.index + entries.length + 1;
    const read = await log.read({ from, to: log.lastIndex, bytesMax: 4096 });
    assert.ok(read.length > 0, 'a read makes progress');
    entries.push(...read);
  }
  const memberships = entries.filter(({ type }) => type === 'membership').map(({ index }) => index);
  assert.deepEqual(log.memberships, memberships, 'the membership entries');
  return entries;
}

/** Asserts that two lists of entries are equal byte for byte, cheaply. */
export function assertSameEntries(actual: readonly Entry[], expected: readonly Entry[]): void {
  assert.equal(actual.length, expected.length, 'number of entries');
  for (const [at, entry] of expected.entries()) assert.ok(isSameEntry(actual[at], entry), `entry ${entry.index} is what was appended`);
}

export function isSameEntry(actual: Entry | undefined, expected: Entry): boolean {
  return (
    actual !== undefined &&
    actual.index === expected.index &&
    actual.term === expected.term &&
    actual.type === expected.type &&
    actual.timestamp === expected.timestamp &&
    actual.firstOffset === expected.firstOffset &&
    actual.count === expected.count &&
    Buffer.compare(actual.payload, expected.payload) === 0 &&
    Buffer.compare(actual.previousDigest, expected.previousDigest) === 0 &&
    Buffer.compare(actual.digest, expected.digest) === 0
  );
}

/** Asserts that the promise fails with this code, and hands the error back. */
export async function rejectsWith(promise: Promise<unknown>, code: LogErrorCode): Promise<LogError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof LogError, `a LogError, not ${String(error)}`);
    assert.equal(error.code, code, error.message);
    return error;
  }
  return assert.fail(`nothing failed; expected ${code}`);
}

/** A small seeded generator (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The first segment of partition 1. */
export const FIRST_SEGMENT = `${PARTITION}/0000000000000001-00000001.segment`;

/** Where appends lie that follow each other from the start of a segment. */
export function layoutOf(
  appends: readonly (readonly Entry[])[],
): { readonly position: number; readonly end: number; readonly frames: readonly number[] }[] {
  let position = SEGMENT_HEADER_BYTES;
  return appends.map((entries) => {
    const { bytes, framePositions } = encodeWrite(entries, { seed: 0, position });
    position += bytes;
    return { position: position - bytes, end: position, frames: framePositions };
  });
}

/** A log of these appends, whose process was killed. */
export async function diskWith(appends: readonly (readonly Entry[])[]): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const log = await openLog(disk);
  await log.saveHardState({ term: 1, votedFor: NODE });
  for (const entries of appends) await log.append(entries);
  disk.kill();
  disk.restart();
  return disk;
}

/** Changes the bytes of a file as if the disk had held them so all along. */
export function damage(disk: MemoryDisk, path: string, change: (bytes: Uint8Array) => Uint8Array): void {
  disk.plant(path, change(disk.file(path).cache.slice()));
}

/** What the log is right behind `entry`: what a snapshot of this point says. */
export function baseAt(entry: Entry): LogBase {
  return { index: entry.index, term: entry.term, nextOffset: entry.firstOffset + entry.count, digest: entry.digest };
}

/** Whether an error is what the death of the process looks like from inside. */
export function isCrash(error: unknown): boolean {
  return error instanceof CrashError || (error instanceof LogError && error.cause instanceof CrashError);
}
