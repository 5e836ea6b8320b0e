// `make bench-log`: the log engine alone on this machine's disk, beside the goals. Group-committed appends of 1 KiB records beside a plain loop of write and
// fdatasync of the same sizes; verified sequential reads beside hashing alone; how long a large log takes to open, and what memory does while it grows. Medians of
// interleaved rounds; asserts nothing, for machines differ. `node build/test/bench/log.js [GiB] [rounds] [directory]`
import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartitionStorage } from '../../consensus/ports.ts';
import type { Entry, EntryBody, NodeId } from '../../consensus/types.ts';
import { chainDigest, zeroDigest } from '../../log/chain-digest.ts';
import { checksum } from '../../log/crc.ts';
import { type DataDirectory, openDataDirectory } from '../../log/data-directory.ts';
import { nodeDisk } from '../../log/node-disk.ts';
import { MiB, median, printResults, type Result, whole } from './measure.ts';

const KiB = 1024;
const RECORD_BYTES = 1 * KiB;
const ROUND_BYTES = 24 * MiB;
/** Records of one commit: what gathers while the one before is synced. */
const BATCHES = [4, 64, 256];
const WARM_UP_ROUNDS = 3;
const GOAL_APPEND_RATIO = 0.8;
const GOAL_READ_MB = 500;
/** Of a log of 10 GiB. */
const GOAL_OPEN_MS = 2_000;
const GOAL_GROWTH_MIB = 64;

interface OpenLog {
  readonly data: DataDirectory;
  readonly log: PartitionStorage;
  readonly openMs: number;
}

async function openLog(path: string): Promise<OpenLog> {
  const began = performance.now();
  const data = await openDataDirectory({ disk: nodeDisk(), path, nodeId: 'n1' as NodeId, newIncarnation: () => '0'.repeat(32) });
  const log = await data.openPartition(1);
  return { data, log, openMs: performance.now() - began };
}

/** Entries of `records` records each that continue the log; `payload` is filled once, for its bytes do not matter. */
function entriesBehind(
  last: Pick<Entry, 'index' | 'digest' | 'firstOffset' | 'count'>,
  options: { count: number; records: number; payload: Uint8Array },
): Entry[] {
  const entries: Entry[] = [];
  let { index, digest } = last;
  let firstOffset = last.firstOffset + last.count;
  for (let at = 0; at < options.count; at++) {
    index++;
    const body: EntryBody = { term: 1, type: 'batch', timestamp: index, firstOffset, count: options.records, payload: options.payload };
    const entry: Entry = { index, ...body, previousDigest: digest, digest: chainDigest(digest, index, body) };
    firstOffset += entry.count;
    digest = entry.digest;
    entries.push(entry);
  }
  return entries;
}

async function lastOf(log: PartitionStorage): Promise<Pick<Entry, 'index' | 'digest' | 'firstOffset' | 'count'>> {
  if (log.lastIndex === 0) return { index: 0, digest: zeroDigest(), firstOffset: 1, count: 0 };
  const [last] = await log.read({ from: log.lastIndex, to: log.lastIndex, bytesMax: 1 });
  if (last === undefined) throw new Error('the last entry is there');
  return last;
}

function payloadOf(records: number): Uint8Array {
  return Uint8Array.from({ length: records * RECORD_BYTES }, (_, at) => 1 + ((at * 31) % 251));
}

async function appendRound(log: PartitionStorage, records: number): Promise<number> {
  const payload = payloadOf(records);
  const count = Math.max(1, Math.floor(Math.min(ROUND_BYTES, records * RECORD_BYTES * 2000) / payload.length));
  const entries = entriesBehind(await lastOf(log), { count, records, payload });
  const began = performance.now();
  for (const entry of entries) await log.append([entry]);
  return (count * payload.length) / MiB / ((performance.now() - began) / 1000);
}

/** The yardstick: as much in the same pieces, each written behind the last and synced, nothing else. */
class PlainFile {
  readonly #file: FileHandle;
  #position = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async round(records: number): Promise<number> {
    const payload = payloadOf(records);
    const count = Math.max(1, Math.floor(Math.min(ROUND_BYTES, records * RECORD_BYTES * 2000) / payload.length));
    const began = performance.now();
    for (let at = 0; at < count; at++) {
      await this.#file.write(payload, 0, payload.length, this.#position);
      await this.#file.datasync();
      this.#position += payload.length;
    }
    return (count * payload.length) / MiB / ((performance.now() - began) / 1000);
  }
}

/** 10^6 bytes a second. */
async function readRound(log: PartitionStorage): Promise<number> {
  const began = performance.now();
  let bytes = 0;
  for (let next = 1; next <= log.lastIndex; ) {
    const read = await log.read({ from: next, to: log.lastIndex, bytesMax: 1 * MiB });
    for (const entry of read) bytes += entry.payload.length;
    next += read.length;
  }
  return bytes / 1e6 / ((performance.now() - began) / 1000);
}

/** Interleaved, so that a noisy machine is as noisy for both. */
async function compareAppends(directory: string, rounds: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const records of BATCHES) {
    const { data, log } = await openLog(join(directory, `append-${records}`));
    await appendRound(log, records);
    const appends: number[] = [];
    const plain: number[] = [];
    const file = await open(join(directory, `plain-${records}`), 'w');
    const yardstick = new PlainFile(file);
    for (let round = 0; round < rounds; round++) {
      // In turns, so that neither always comes behind the other.
      if (round % 2 === 0) plain.push(await yardstick.round(records));
      appends.push(await appendRound(log, records));
      if (round % 2 === 1) plain.push(await yardstick.round(records));
    }
    await file.close();
    await data.close();
    const [ours, theirs] = [median(appends), median(plain)];
    const ratio = median(appends.map((rate, at) => rate / (plain[at] ?? Number.NaN)));
    results.push({
      what: `append, ${records} x 1 KiB a commit, beside plain write + fdatasync`,
      measured: `${ratio.toFixed(2)} (${ours.toFixed(1)} and ${theirs.toFixed(1)} MiB/s)`,
      goal: `>= ${GOAL_APPEND_RATIO}`,
      isMet: ratio >= GOAL_APPEND_RATIO,
    });
  }
  return results;
}

/** The yardstick: bytes in memory, in pieces of the entries' size, through SHA-256 and CRC-32. */
function hashRound(records: number): number {
  const payload = payloadOf(records);
  const count = Math.ceil(ROUND_BYTES / payload.length);
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    createHash('sha256').update(payload).digest();
    checksum(payload);
  }
  return (count * payload.length) / 1e6 / ((performance.now() - began) / 1000);
}

async function readBack(directory: string, rounds: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const records of BATCHES) {
    const { data, log } = await openLog(join(directory, `append-${records}`));
    const rates: number[] = [];
    const ratios: number[] = [];
    // A node reads for longer than it takes to compile the code.
    for (let round = 0; round < WARM_UP_ROUNDS; round++) await readRound(log);
    for (let round = 0; round < rounds; round++) {
      const rate = await readRound(log);
      rates.push(rate);
      ratios.push(rate / hashRound(records));
    }
    const rate = median(rates);
    results.push({
      what: `read ${whole(log.bytes / MiB)} MiB in entries of ${records} KiB, verified`,
      measured: `${whole(rate)} MB/s, ${median(ratios).toFixed(2)} of hashing alone`,
      goal: `>= ${GOAL_READ_MB} MB/s`,
      isMet: rate >= GOAL_READ_MB,
    });
    await data.close();
  }
  return results;
}

/** Fills a log in large commits, then opens it again and again. */
async function grow(directory: string, options: { readonly gib: number; readonly rounds: number }): Promise<Result[]> {
  const path = join(directory, 'large');
  const { data, log } = await openLog(path);
  const payload = payloadOf(256);
  let last = await lastOf(log);
  let rssAtOne = 0;
  while (log.bytes < options.gib * 1024 * MiB) {
    const entries = entriesBehind(last, { count: 16, records: 256, payload });
    await log.append(entries);
    last = entries.at(-1) ?? last;
    if (rssAtOne === 0 && log.bytes > Math.min(1024, (options.gib * 1024) / 4) * MiB) rssAtOne = rssMiB();
  }
  const rssAtEnd = rssMiB();
  await data.close();
  const opens: number[] = [];
  let bytesRead = 0;
  for (let round = 0; round < options.rounds; round++) {
    const again = await openLog(path);
    opens.push(again.openMs);
    bytesRead = again.log.recovery.bytesRead;
    await again.data.close();
  }
  return [
    {
      what: `memory while the log grew to ${options.gib} GiB`,
      measured: `${whole(rssAtOne)} -> ${whole(rssAtEnd)} MiB`,
      goal: `within ${GOAL_GROWTH_MIB} MiB`,
      isMet: options.gib > 1 ? rssAtEnd - rssAtOne <= GOAL_GROWTH_MIB : undefined,
    },
    {
      what: `open ${options.gib} GiB`,
      measured: `${whole(median(opens))} ms, ${(bytesRead / MiB).toFixed(1)} MiB of it read`,
      goal: `< ${whole(GOAL_OPEN_MS)} ms for 10 GiB`,
      isMet: options.gib >= 10 || median(opens) >= GOAL_OPEN_MS ? median(opens) < GOAL_OPEN_MS : undefined,
    },
  ];
}

function rssMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / MiB;
}

const [gib = '2', rounds = '5', parent = tmpdir()] = process.argv.slice(2);
const directory = await mkdtemp(join(parent, 'ledgerline-bench-log-'));
try {
  printResults([
    ...(await compareAppends(directory, Number(rounds))),
    ...(await readBack(directory, Number(rounds))),
    ...(await grow(directory, { gib: Number(gib), rounds: Number(rounds) })),
  ]);
} finally {
  await rm(directory, { recursive: true });
}
