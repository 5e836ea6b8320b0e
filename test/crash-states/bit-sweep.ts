// Flips every bit of the files of a data directory, one at a time, and starts on each: it must be noticed, or lie where no data are. Never may
// an entry come back wrong, or be missing without an error or a report.
import { assert, defined } from '../../consensus/assert.ts';
import { DamagedEntriesError } from '../../consensus/damage.ts';
import type { Disk, PartitionStorage } from '../../consensus/ports.ts';
import type { Entry } from '../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../../log/data-directory.ts';
import { LogError } from '../../log/errors.ts';
import { FRAME_HEADER_BYTES } from '../../log/frame.ts';
import { HARD_STATE_FILE } from '../../log/hard-state.ts';
import { SEGMENT_HEADER_BYTES } from '../../log/segment-header.ts';
import { encodeWrite } from '../../log/write-unit.ts';
import { type FileImage, SECTOR_BYTES } from '../sim/disk-image.ts';
import { entriesAfter, INCARNATION, isSameEntry, NODE } from '../unit/log/fixture.ts';
import { DiskState, diskOfProcess, RecordingDisk } from './recording-disk.ts';
import { ROOT } from './session.ts';

const GENESIS = '{"partitions":1,"members":["n1","n2","n3"]}';
const HARD_STATE = { term: 3, votedFor: NODE } as const;
/** A segment of a larger log; smaller logs have only one. */
const SEGMENT_BYTES = 24 * 1024;
const FIRST_SEGMENT_BYTES = 16 * 1024;
/** What a segment holds of its capacity at most, so that the zeros behind the end are swept, too. */
const FILL_SHARE = 0.9;
const BLOCK_BYTES = 4096;

export interface SweepTask {
  /** Bytes of all segments. */
  readonly bytes: number;
  /** Of all bits those whose number divided by `of` leaves `part`. */
  readonly part: number;
  readonly of: number;
  /** Where a block has no contents only one of so many bits. */
  readonly unusedStep: number;
}

/** Per file, how often each outcome came: `same`, `report` (opened, and said so), or the code of an error. */
export interface SweepResult {
  readonly outcomes: Record<string, Record<string, number>>;
  readonly failures: string[];
}

/** A data directory and what is in it. */
export interface SweptDirectory {
  readonly state: DiskState;
  readonly entries: readonly Entry[];
  readonly sizes: { readonly firstSegmentBytes: number; readonly segmentBytes: number };
  /** Of each segment the bytes of its entries. */
  readonly bytesUsed: ReadonlyMap<string, ReadonlySet<number>>;
}

/** `bytes`: of all segments together. */
export async function makeDirectory(bytes: number): Promise<SweptDirectory> {
  const sizes = { firstSegmentBytes: bytes <= SEGMENT_BYTES ? bytes : FIRST_SEGMENT_BYTES, segmentBytes: SEGMENT_BYTES };
  const disk = new RecordingDisk(new DiskState());
  // Killed in the end, not closed: an orderly end would tell the next start more.
  const killable = diskOfProcess(disk);
  const data = await open(killable.disk, sizes);
  await data.saveGenesis(GENESIS);
  const storage = await data.openPartition(1);
  await storage.saveHardState(HARD_STATE);
  const entries: Entry[] = [];
  const used = new Map<FileImage, Set<number>>();
  for (let round = 0; segmentBytes(disk.state) < bytes || !isFilled(disk.state); round++) {
    const added = entriesAfter(entries.at(-1), { term: 3, sizes: [0, 261, 450 + round].slice(round % 3) });
    await storage.append(added);
    entries.push(...added);
    noteUsed(disk, added, used);
    assert(round < bytes / 64, 'a sweep fills its log');
  }
  await new Promise((resolve) => setImmediate(resolve));
  killable.kill();
  const bytesUsed = new Map([...filesOf(disk.state)].map(([path, file]) => [path, used.get(file) ?? new Set<number>()]));
  return { state: disk.state, entries, sizes, bytesUsed };
}

/**
 * Which bytes the last write to a segment filled with entries: headers and payloads of its frames. What lies around them, up to the header of the
 * segment, can be told from the frames and their neighbours.
 */
function noteUsed(disk: RecordingDisk<unknown>, entries: readonly Entry[], used: Map<FileImage, Set<number>>): void {
  const event = disk.events.findLast(({ call }) => call?.kind === 'write' && call.position >= SEGMENT_HEADER_BYTES);
  assert(event?.call?.kind === 'write', 'an append writes');
  const { handle, position } = event.call;
  const { framePositions } = encodeWrite(entries, { seed: 0, position });
  const file = disk.state.file(handle);
  const inFile = used.get(file) ?? new Set<number>();
  used.set(file, inFile);
  for (const [at, frame] of framePositions.entries()) {
    const end = frame + FRAME_HEADER_BYTES + defined(entries[at], 'an entry').payload.length;
    for (let byte = frame; byte < end; byte++) inFile.add(byte);
  }
}

function segmentBytes(state: DiskState): number {
  return segmentsOf(state).reduce((sum, [, file]) => sum + file.size, 0);
}

/** Whether the newest segment is nearly full. */
function isFilled(state: DiskState): boolean {
  const [, newest] = defined(segmentsOf(state).at(-1), 'a segment');
  const used = newest.read(0, newest.size).findLastIndex((byte) => byte !== 0) + 1;
  return used > newest.size * FILL_SHARE;
}

function open(disk: Disk, sizes: SweptDirectory['sizes']): Promise<DataDirectory> {
  return openDataDirectory({ disk, path: ROOT, nodeId: NODE, newIncarnation: () => INCARNATION, ...sizes });
}

/** Every file below the data directory, by path. */
export function filesOf(state: DiskState): Map<string, FileImage> {
  const files = new Map<string, FileImage>();
  const visit = (path: string): void => {
    for (const [name, node] of state.directory(path).entries) {
      if (node.kind === 'file') files.set(`${path}/${name}`, node);
      else visit(`${path}/${name}`);
    }
  };
  visit(ROOT);
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function segmentsOf(state: DiskState): [string, FileImage][] {
  return [...filesOf(state)].filter(([path]) => path.endsWith('.segment')).sort(([left], [right]) => (left < right ? -1 : 1));
}

export async function sweep(task: SweepTask): Promise<SweepResult> {
  const directory = await makeDirectory(task.bytes);
  const result: SweepResult = { outcomes: {}, failures: [] };
  for (const [path, file] of filesOf(directory.state)) {
    const counts: Record<string, number> = {};
    for (let bit = task.part; bit < file.size * 8; bit += task.of) {
      if (isUnused(path, bit >> 3) && bit % task.unusedStep > 0) continue;
      const outcome = await outcomeOf(directory, path, bit);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      const isUnnoticed = outcome === 'same' && directory.bytesUsed.get(path)?.has(bit >> 3) === true;
      if (isUnnoticed || outcome.startsWith('FAILED')) result.failures.push(`${path}, byte ${bit >> 3}, bit ${bit & 7}: ${outcome}`);
    }
    result.outcomes[path] = counts;
  }
  return result;
}

/** Of a block of the hard state, and of the one at the beginning of a segment, only the first sector has contents. */
function isUnused(path: string, byte: number): boolean {
  if (path.endsWith(HARD_STATE_FILE)) return byte % BLOCK_BYTES >= SECTOR_BYTES;
  return path.endsWith('.segment') && byte >= SECTOR_BYTES && byte < SEGMENT_HEADER_BYTES;
}

/** What a start on the directory with this bit flipped comes to. */
export async function outcomeOf(directory: SweptDirectory, path: string, bit: number): Promise<string> {
  const state = new DiskState(directory.state.clone().root);
  const file = defined(filesOf(state).get(path), path);
  const contents = file.read(0, file.size).slice();
  const byte = bit >> 3;
  contents[byte] = (contents[byte] ?? 0) ^ (1 << (bit & 7));
  file.replace(contents);
  const { disk, kill } = diskOfProcess(new RecordingDisk(state));
  try {
    const data = await open(disk, directory.sizes);
    if (data.identity.nodeId !== NODE || data.identity.incarnation !== INCARNATION) return 'FAILED: another identity';
    if (data.genesisText !== GENESIS) return 'FAILED: another genesis';
    const storage = await data.openPartition(1);
    const { term, votedFor } = storage.hardState;
    if (term !== HARD_STATE.term || votedFor !== HARD_STATE.votedFor) return 'FAILED: another hard state';
    return await outcomeOfLog(storage, directory.entries);
  } catch (error) {
    if (error instanceof LogError && error.code !== 'IO') return error.code;
    return `FAILED: ${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    kill();
  }
}

/** Reads every entry by itself: each is what it was, or known to be damaged. */
async function outcomeOfLog(storage: PartitionStorage, entries: readonly Entry[]): Promise<string> {
  const isReported = storage.recovery.tornBytes > 0 || storage.claim !== undefined || storage.damage.length > 0;
  if (storage.lastIndex < entries.length && !isReported) return `FAILED: the log ends at ${storage.lastIndex} without a word`;
  if (storage.lastIndex > entries.length) return 'FAILED: an entry was invented';
  let damaged = 0;
  if (!isReported && (await isAllThere(storage, entries))) return 'same';
  for (const entry of entries.slice(0, storage.lastIndex)) {
    try {
      const [found] = await storage.read({ from: entry.index, to: entry.index, bytesMax: 1 });
      if (!isSameEntry(found, entry)) return `FAILED: entry ${entry.index} is another`;
    } catch (error) {
      if (!(error instanceof DamagedEntriesError) && !(error instanceof LogError && error.code === 'CORRUPT')) throw error;
      damaged++;
    }
  }
  return isReported || damaged > 0 ? 'report' : 'same';
}

async function isAllThere(storage: PartitionStorage, entries: readonly Entry[]): Promise<boolean> {
  try {
    const found = await storage.read({ from: 1, to: entries.length, bytesMax: Number.MAX_SAFE_INTEGER });
    return found.length === entries.length && entries.every((entry, at) => isSameEntry(found[at], entry));
  } catch {
    return false;
  }
}
