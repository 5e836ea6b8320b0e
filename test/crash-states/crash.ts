// What a crash may leave of a disk between two calls. The states of one place are numbered, so that a number names one for ever: `core`
// (kills, names, sectors, sizes, garbage), `prefix` (every byte at which an unsynced write may have ended), and `random` mixtures by seed.
import { defined } from '../../consensus/assert.ts';
import { type DirectoryImage, type FileImage, type PendingWrite, SECTOR_BYTES } from '../sim/disk-image.ts';
import { Random } from '../sim/random.ts';
import { type DiskCall, DiskState } from './recording-disk.ts';

export type CrashClass = 'core' | 'prefix' | 'random';

/** The core states that every place begins with: the process is killed; the power fails, and all that was not synced is lost. */
export const KILL = 0;
export const ALL_LOST = 1;

export const FAILED_SYNC = 'failed sync';

/** Of so many sectors all subsets are tried; of more, as many subsets by chance. */
const SECTORS_EXHAUSTIVE = 8;
const OPERATIONS_EXHAUSTIVE = 6;

/** What becomes of one file. */
interface FileOutcome {
  /** How many of its pending writes a sector has seen, of `versions`. */
  readonly versionOf: (sector: number, versions: number) => number;
  readonly size: number;
  /** The write that ended at a byte. */
  readonly prefix?: { readonly write: PendingWrite; readonly bytes: number };
  /** Sectors that were written with neither the old nor the new bytes; bytes that the write does not change stay (FORMAT.md, A3). */
  readonly garbage?: { readonly sectors: readonly number[]; readonly seed: number };
}

interface PowerCut {
  readonly keepsOperation: (position: number) => boolean;
  readonly outcomeOf: (file: FileImage, position: number) => FileOutcome;
}

type Crash = { readonly text: string; readonly isGarbage: boolean; readonly apply: (state: DiskState) => void };

/** One place between two calls, and all that a crash there may leave. */
export class CrashPlace {
  readonly #state: DiskState;
  readonly #next: DiskCall | undefined;
  #core: readonly Crash[] | undefined;

  /** `next` is the call in whose midst it happens. */
  constructor(state: DiskState, next: DiskCall | undefined) {
    this.#state = state;
    this.#next = next;
  }

  get coreCount(): number {
    this.#core ??= [...FIRST, ...kills(this.#state, this.#next), ...powerCuts(this.#state)];
    return this.#core.length;
  }

  get prefixCount(): number {
    return prefixRanges(this.#state).reduce((sum, range) => sum + range.count, 0);
  }

  /** The writes to a file that no sync has covered. */
  pendingIn(path: string): readonly PendingWrite[] {
    const slash = path.lastIndexOf('/');
    const file = this.#state.directory(path.slice(0, slash)).entries.get(path.slice(slash + 1));
    return file?.kind === 'file' ? file.pending : [];
  }

  /** Another disk, as the crash leaves it. Files and directories that were pending are settled, unless it was only a kill. */
  crash(kind: CrashClass, number: number): { readonly state: DiskState; readonly text: string; readonly isGarbage: boolean } {
    const crash = this.#crash(kind, number);
    const state = this.#state.clone();
    crash.apply(state);
    // Handles died with their process.
    return { state: new DiskState(state.root), text: crash.text, isGarbage: crash.isGarbage };
  }

  #crash(kind: CrashClass, number: number): Crash {
    if (kind === 'random') return randomCrash(this.#state, this.#next, new Random(number));
    if (kind === 'prefix') return prefixCrash(this.#state, number);
    return defined(this.coreCount > number ? this.#core?.[number] : undefined, `core state ${number}`);
  }
}

const FIRST: readonly Crash[] = [
  { text: 'kill', isGarbage: false, apply: () => undefined },
  powerCut('power, all lost', { keepsOperation: () => false, outcomeOf: lost }),
];

/** The machine stays: everything is in the page cache, of a write under way any of its sectors. */
function kills(state: DiskState, next: DiskCall | undefined): Crash[] {
  const found: Crash[] = [];
  if (next?.kind === 'write') {
    const count = sectorsOf(next).length;
    for (let kept = 1; kept < Math.min(count, SECTORS_EXHAUSTIVE); kept++) found.push(killInside(next, (at) => at < kept));
    for (let lost = 0; lost < Math.min(count, SECTORS_EXHAUSTIVE); lost++) found.push(killInside(next, (at) => at !== lost));
  }
  if (next?.kind === 'sync' && state.file(next.handle).pending.length > 0) {
    // Linux marks pages clean when their sync failed: the cache shows them, the disk never gets them (ATC'20).
    const apply = (copy: DiskState): void => {
      const file = copy.file(next.handle);
      file.failSync(file.beginSync());
    };
    // Twice, since the number also says whether the next process goes on working.
    for (let times = 0; times < 2; times++) found.push({ text: FAILED_SYNC, isGarbage: false, apply });
  }
  return found;
}

function killInside(call: DiskCall & { readonly kind: 'write' }, keeps: (at: number) => boolean): Crash {
  const sectors = sectorsOf(call);
  const kept = sectors.filter((_, at) => keeps(at));
  const apply = (state: DiskState): void => {
    for (const { from, to } of kept)
      state.perform({ ...call, position: from, bytes: call.bytes.subarray(from - call.position, to - call.position) });
  };
  return { text: `kill inside a write, parts ${kept.map(({ from }) => from).join(' ')} of ${sectors.length}`, isGarbage: false, apply };
}

function sectorsOf(call: { readonly position: number; readonly bytes: Uint8Array }): { readonly from: number; readonly to: number }[] {
  const end = call.position + call.bytes.length;
  const sectors: { from: number; to: number }[] = [];
  for (let from = call.position; from < end; from = sectors.at(-1)?.to ?? end)
    sectors.push({ from, to: Math.min(end, from + SECTOR_BYTES - (from % SECTOR_BYTES)) });
  return sectors;
}

/** The power fails, as a list: all lost, all kept, names, then file by file its sectors, sizes and garbage. */
function powerCuts(state: DiskState): Crash[] {
  const { files, operations } = pendingOf(state);
  const found: Crash[] = [];
  for (const outcomeOf of [lost, kept]) {
    const count = Math.min(operations, OPERATIONS_EXHAUSTIVE);
    // All lost is the first of all.
    for (let mask = outcomeOf === lost ? 1 : 0; mask < 1 << count; mask++) {
      const keepsOperation = (position: number): boolean => position >= count || (mask & (1 << position)) !== 0;
      const names = operations === 0 ? '' : `, names ${mask.toString(2).padStart(count, '0')}`;
      found.push(powerCut(`power, data ${outcomeOf === lost ? 'lost' : 'kept'}${names}`, { keepsOperation, outcomeOf }));
    }
  }
  for (const [position, file] of files.entries()) found.push(...sectorCuts(file, position));
  return found;
}

function* sectorCuts(file: FileImage, focus: number): Generator<Crash> {
  const changed = changedSectors(file);
  const count = Math.min(changed.length, SECTORS_EXHAUSTIVE);
  const random = new Random(changed.length);
  const sizes = new Set([file.durable().length, ...file.pending.map(({ size }) => size)]);
  const cut = (text: string, outcome: FileOutcome): Crash =>
    powerCut(text, {
      keepsOperation: () => true,
      outcomeOf: (other, position) => (position === focus ? outcome : kept(other)),
    });
  for (let number = 0; number < 1 << count; number++) {
    // Of many sectors the mask says which ones by chance, with a fixed seed.
    const keep = new Set(
      changed.filter((_, at) => (changed.length > SECTORS_EXHAUSTIVE ? random.chance(0.5) : (number & (1 << at)) !== 0)),
    );
    const versionOf = (sector: number, versions: number): number => (keep.has(sector) ? versions : 0);
    for (const size of sizes) yield cut(`power, sectors ${[...keep].join(' ')} kept, size ${size}`, { versionOf, size });
  }
  for (const sectors of [...changed.slice(0, SECTORS_EXHAUSTIVE).map((sector) => [sector]), changed]) {
    for (const others of [0, 1]) {
      const versionOf = (_: number, versions: number): number => others * versions;
      const text = `power, garbage in sectors ${sectors.join(' ')}, others ${others === 0 ? 'lost' : 'kept'}`;
      yield { ...cut(text, { versionOf, size: file.size, garbage: { sectors, seed: (sectors[0] ?? 0) + others } }), isGarbage: true };
    }
  }
}

/** The disk after a power cut that takes everything it may. */
export function loseUnsynced(state: DiskState): DiskState {
  const after = state.clone();
  defined(FIRST[ALL_LOST], 'a crash').apply(after);
  return new DiskState(after.root);
}

function powerCut(text: string, cut: PowerCut): Crash {
  const apply = (state: DiskState): void => {
    const { files, withFailedSync, directories } = pendingOf(state);
    let position = 0;
    for (const directory of directories) {
      const before = position;
      position += directory.pending.length;
      directory.settle((at) => cut.keepsOperation(before + at));
    }
    for (const [at, file] of files.entries()) settle(file, cut.outcomeOf(file, at));
    for (const file of withFailedSync) settle(file, lost(file));
  };
  return { text, isGarbage: false, apply };
}

function settle(file: FileImage, outcome: FileOutcome): void {
  const { versionOf, size, prefix, garbage } = outcome;
  const old = file.durable().slice();
  const cache = file.read(0, file.size).slice();
  file.settle(versionOf, size);
  if (prefix === undefined && garbage === undefined) return;
  const contents = new Uint8Array(size);
  contents.set(file.durable().subarray(0, size));
  if (prefix !== undefined) {
    const { position, bytes } = prefix.write;
    contents.set(bytes.subarray(0, Math.min(prefix.bytes, Math.max(0, size - position))), position);
  }
  if (garbage !== undefined) {
    const random = new Random(garbage.seed);
    for (const sector of garbage.sectors) {
      const from = sector * SECTOR_BYTES;
      for (let at = from; at < Math.min(size, from + SECTOR_BYTES); at++)
        if ((old[at] ?? 0) !== (cache[at] ?? 0)) contents[at] = random.integer(0, 255);
    }
  }
  file.replace(contents);
}

function lost(file: FileImage): FileOutcome {
  return { versionOf: () => 0, size: file.durable().length };
}

function kept(file: FileImage): FileOutcome {
  return { versionOf: (_, versions) => versions, size: file.size };
}

/** The bytes at which one pending write may end, each with the file as long as that and as long as it was to be. */
interface PrefixRange {
  readonly file: number;
  readonly write: number;
  /** The first byte that the write changes, and the number of states. */
  readonly from: number;
  readonly count: number;
}

function prefixRanges(state: DiskState): PrefixRange[] {
  const ranges: PrefixRange[] = [];
  for (const [file, image] of pendingOf(state).files.entries()) {
    const before = new Uint8Array(image.size);
    before.set(image.durable());
    for (const [write, { position, bytes }] of image.pending.entries()) {
      let from = 0;
      while (from < bytes.length && bytes[from] === before[position + from]) from++;
      let to = bytes.length;
      while (to > from && bytes[to - 1] === before[position + to - 1]) to--;
      before.set(bytes, position);
      ranges.push({ file, write, from, count: 2 * (to - from) });
    }
  }
  return ranges;
}

function prefixCrash(state: DiskState, number: number): Crash {
  let left = number;
  for (const range of prefixRanges(state)) {
    if (left >= range.count) {
      left -= range.count;
      continue;
    }
    const bytes = range.from + (left >> 1) + 1;
    const isFullSize = left % 2 === 1;
    const outcomeOf = (file: FileImage, position: number): FileOutcome => {
      if (position !== range.file) return kept(file);
      const write = defined(file.pending[range.write], 'a pending write');
      const before = file.pending[range.write - 1]?.size ?? file.durable().length;
      const size = isFullSize ? write.size : Math.max(before, write.position + bytes);
      return { versionOf: () => range.write, size, prefix: { write, bytes } };
    };
    const text = `power, write ${range.write} of file ${range.file} ends after ${bytes} bytes, size ${isFullSize ? 'whole' : 'as far'}`;
    return powerCut(text, { keepsOperation: () => true, outcomeOf });
  }
  throw new RangeError(`there is no prefix state ${number}`);
}

/** Everything at once: any version of any sector, any size, any names, sometimes garbage, sometimes only a kill. */
function randomCrash(state: DiskState, next: DiskCall | undefined, random: Random): Crash {
  if (random.chance(0.15)) {
    if (next?.kind !== 'write' || random.chance(0.3)) return random.pick([...FIRST.slice(0, 1), ...kills(state, next)]);
    const keep = random.pick([0.1, 0.5, 0.9]);
    const chosen = sectorsOf(next).map(() => random.chance(keep));
    return killInside(next, (at) => chosen[at] === true);
  }
  const keep = random.pick([0, 0.2, 0.5, 0.8, 1]);
  const keepNames = random.pick([0, 0.2, 0.5, 0.8, 1]);
  const isGarbage = random.chance(0.1);
  const versions = new Map<number, number>();
  const versionOf = (sector: number, count: number): number => {
    const version = versions.get(sector) ?? (random.chance(keep) ? (random.chance(0.7) ? count : random.integer(0, count)) : 0);
    versions.set(sector, version);
    return version;
  };
  const outcomeOf = (file: FileImage): FileOutcome => {
    versions.clear();
    const changed = changedSectors(file);
    const sizes = [file.durable().length, file.size, ...file.pending.map(({ size }) => size)];
    const size = random.chance(0.2) ? random.integer(Math.min(...sizes), Math.max(...sizes)) : random.pick(sizes);
    if (!isGarbage || changed.length === 0) return { versionOf, size };
    return {
      versionOf,
      size,
      garbage: { sectors: random.shuffle(changed).slice(0, random.integer(1, changed.length)), seed: random.next() },
    };
  };
  const cut = powerCut(`power, a random mixture${isGarbage ? ' with garbage' : ''}`, {
    keepsOperation: () => random.chance(keepNames),
    outcomeOf,
  });
  return { ...cut, isGarbage };
}

/** Sectors in which the page cache shows something else than the disk holds. */
function changedSectors(file: FileImage): number[] {
  const durable = file.durable();
  const cache = file.read(0, file.size);
  const changed = new Set<number>();
  for (const { position, bytes } of file.pending) {
    for (let at = position; at < position + bytes.length; at++) {
      if ((durable[at] ?? 0) === (cache[at] ?? 0)) continue;
      changed.add(Math.floor(at / SECTOR_BYTES));
      at += SECTOR_BYTES - 1 - (at % SECTOR_BYTES);
    }
  }
  return [...changed].sort((left, right) => left - right);
}

interface Pending {
  readonly files: FileImage[];
  /** Nothing of them is pending, but their page cache shows more than the disk has. */
  readonly withFailedSync: FileImage[];
  readonly directories: DirectoryImage[];
  /** Of all directories. */
  readonly operations: number;
}

/** Files and directories with something pending, in a fixed order, also those that only a pending operation names. */
function pendingOf(state: DiskState): Pending {
  const seen = new Set<FileImage | DirectoryImage>();
  const visit = (node: FileImage | DirectoryImage): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'file') return;
    for (const child of [...node.durable().values(), ...node.entries.values()]) visit(child);
    for (const operation of node.pending) if (operation.kind !== 'remove') visit(operation.node);
  };
  visit(state.root);
  const directories = [...seen].filter((node) => node.kind === 'directory').filter(({ pending }) => pending.length > 0);
  const all = [...seen].filter((node) => node.kind === 'file');
  const files = all.filter(({ pending }) => pending.length > 0);
  const withFailedSync = all.filter(({ pending, hasFailedSync }) => pending.length === 0 && hasFailedSync);
  return { files, withFailedSync, directories, operations: directories.reduce((sum, { pending }) => sum + pending.length, 0) };
}
