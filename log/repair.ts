// Puts entries of a damaged segment back: checks them against the digests on both sides, and writes the whole segment anew. Crash-safe at any
// point: the damaged file is replaced by one rename. FORMAT.md ("Repair").
import { assert, defined } from '../consensus/assert.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import type { DamagedRange, Entry } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { chainDigest } from './chain-digest.ts';
import { LogError } from './errors.ts';
import { frameBytes } from './frame.ts';
import { closed } from './frame-scan.ts';
import { LiveSegment } from './live-segments.ts';
import { logEndAfter } from './log-end.ts';
import { scanSegment } from './sealing.ts';
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES, type SegmentHeader } from './segment-header.ts';
import { SegmentIndex } from './segment-index.ts';
import { orNoSpace, TEMPORARY_SUFFIX } from './small-file.ts';
import { encodeWrite, writeBytes } from './write-unit.ts';

/** Bytes of one write of a segment that is written anew: what is held in memory of it. */
const WRITE_BYTES = 1024 * 1024;

/** Throws unless `entries` are exactly the damaged ones: by the chain digest, which nobody can make fit. */
export function checkRepair(range: DamagedRange, entries: readonly Entry[]): void {
  const why = differenceFrom(range, entries);
  if (why === undefined) return;
  throw new LogError('WRONG_REPAIR', {
    what: `entries that were offered to repair ${range.from}..${range.to} are not the damaged ones: ${why}`,
    next: 'Nothing was changed. Another node may have the right ones.',
    place: { file: range.file, position: range.position, index: range.from },
  });
}

/** Why these are not the damaged entries; `undefined` if they are. */
function differenceFrom(range: DamagedRange, entries: readonly Entry[]): string | undefined {
  if (entries.length !== range.to - range.from + 1) return `they are ${entries.length}`;
  let digest = range.digestBefore;
  for (const [at, entry] of entries.entries()) {
    if (entry.index !== range.from + at) return `entry ${entry.index} lies where entry ${range.from + at} belongs`;
    if (!equalBytes(entry.previousDigest, digest)) return `entry ${entry.index} does not continue the digest chain`;
    digest = chainDigest(digest, entry.index, entry);
    if (!equalBytes(entry.digest, digest)) return `entry ${entry.index} has another digest`;
  }
  return equalBytes(digest, range.digest) ? undefined : 'they lead to another digest';
}

/** All that is damaged, of ranges that were known before and ranges that were found on reading again: what was known stays damaged, since what lies there now may be void entries that look sound. */
export function mergeRanges(known: readonly DamagedRange[], found: readonly DamagedRange[]): DamagedRange[] {
  const merged: DamagedRange[] = [];
  for (const range of [...known, ...found].sort((left, right) => left.from - right.from)) {
    const last = merged.at(-1);
    if (last === undefined || !touches(last, range)) merged.push(range);
    else if (range.to > last.to) merged[merged.length - 1] = { ...last, to: range.to, digest: range.digest };
  }
  return merged;
}

/** One begins right behind the other and they disagree on the digest between: what lies on one side of it is void, and only the digests around both are good. */
function touches(last: DamagedRange, range: DamagedRange): boolean {
  return range.from <= last.to || (range.from === last.to + 1 && !equalBytes(range.digestBefore, last.digest));
}

/** Tells which of these damaged ranges are sound again: all of their entries were read, and lead from the one digest to the other. */
export class RangeProof {
  readonly #ranges: readonly DamagedRange[];
  readonly #reached = new Map<DamagedRange, { readonly index: number; readonly digest: Uint8Array }>();

  constructor(ranges: readonly DamagedRange[]) {
    this.#ranges = ranges;
  }

  /** An entry that looks sound, in the order of the log. */
  readonly visit = (entry: Entry): void => {
    const range = this.#ranges.find(({ from, to }) => from <= entry.index && entry.index <= to);
    if (range === undefined) return;
    const { index, digest } = this.#reached.get(range) ?? { index: range.from - 1, digest: range.digestBefore };
    if (entry.index === index + 1 && equalBytes(entry.previousDigest, digest)) this.#reached.set(range, entry);
  };

  isProven(range: DamagedRange): boolean {
    const reached = this.#reached.get(range);
    return reached?.index === range.to && equalBytes(reached.digest, range.digest);
  }
}

/** What of these ranges is left once these entries, which are consecutive and checked, are back. */
export function leftBehind(ranges: readonly DamagedRange[], entries: readonly Entry[]): DamagedRange[] {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [...ranges];
  const left: DamagedRange[] = [];
  for (const range of ranges) {
    if (range.from < first.index) {
      const isWhole = range.to < first.index;
      left.push(isWhole ? range : { ...range, to: first.index - 1, digest: first.previousDigest });
    }
    if (range.to > last.index) {
      const isWhole = range.from > last.index;
      left.push(isWhole ? range : { ...range, from: last.index + 1, digestBefore: last.digest });
    }
  }
  return left;
}

/**
 * Writes `segment` anew, in its next edition, with `entries` where its own are damaged. Damage elsewhere in it stays, and is returned with what is found on the way, since there may be more by now
 * than was known. When it resolves the new file is durable under the name of the old one, of which `file` is open (`undefined`: it is missing, and all in it damaged as far as `known` says).
 * Rejects with `NoSpaceError`, nothing having changed.
 */
export async function rewriteSegment(
  place: { readonly disk: Disk; readonly directory: string },
  options: {
    readonly segment: LiveSegment;
    readonly file: DiskFile | undefined;
    readonly entries: readonly Entry[];
    readonly known: readonly DamagedRange[];
  },
): Promise<{ readonly segment: LiveSegment; readonly damage: readonly DamagedRange[] }> {
  const { disk, directory } = place;
  const { segment, file, entries, known } = options;
  const header: SegmentHeader = { ...segment.header, edition: segment.header.edition + 1, capacity: segment.header.capacity ?? 0 };
  const temporary = segment.path + TEMPORARY_SUFFIX;
  const written = await orNoSpace(disk, temporary, async () => {
    const target = await disk.open(temporary, { create: true });
    let rewritten: Rewritten;
    try {
      rewritten = await rewriteTo(target, { segment, header, file, entries, known });
      await target.sync();
    } finally {
      await target.close();
    }
    await disk.rename(temporary, segment.path);
    return rewritten;
  });
  await disk.syncDirectory(directory);
  const { bytes, index } = written;
  const damage = leftBehind(written.damage, entries);
  index.takeDamaged(segment.index, damage);
  return { segment: new LiveSegment({ path: segment.path, header, bytes, index }), damage };
}

/** Of a segment that was written anew: its size, what is where, and what was damaged of the old file; what of that is left is counted, and has no places. */
interface Rewritten {
  readonly bytes: number;
  readonly index: SegmentIndex;
  readonly damage: readonly DamagedRange[];
}

async function rewriteTo(
  target: DiskFile,
  options: {
    readonly segment: LiveSegment;
    readonly header: SegmentHeader;
    readonly file: DiskFile | undefined;
    readonly entries: readonly Entry[];
    readonly known: readonly DamagedRange[];
  },
): Promise<Rewritten> {
  const { segment, header, file, entries, known } = options;
  const writer = new SegmentRewriter(target, { segment, header });
  await writer.begin();
  let added = 0;
  // The damaged ones go in before the first sound one behind them.
  const addUpTo = async (indexBefore: number): Promise<void> => {
    for (let next = entries[added]; next !== undefined && next.index < indexBefore; next = entries[added]) {
      await writer.add(next);
      added++;
    }
  };
  const rangeAt = (index: number) => known.find(({ from, to }) => from <= index && index <= to);
  const readable: Entry[] = [];
  const proven = new Set<DamagedRange>();
  // What is in a known damaged range may be readable again; or it is void, since a segment that is lost took its place. Only all of it together proves which. Else it stays damaged, and its bytes
  // stay in the file: they may be the last good copy.
  const settle = async (): Promise<void> => {
    const taken = readable.splice(0);
    const range = rangeAt(taken[0]?.index ?? 0);
    if (range === undefined) return;
    const isProven = differenceFrom(range, taken) === undefined;
    const last = taken.at(-1);
    // What does not lead to the next entry is proven to be void, and would make that one look damaged.
    if (last?.index === range.to && !equalBytes(last.digest, range.digest)) taken.pop();
    await addUpTo(range.from);
    for (const entry of taken) await writer.add(entry, { isProven });
    if (isProven) proven.add(range);
  };
  let found: readonly DamagedRange[] = [];
  if (file !== undefined) {
    const { path } = segment;
    const visit = async (entry: Entry): Promise<void> => {
      const range = rangeAt(entry.index);
      if (range === undefined || entry.index === range.from || range !== rangeAt(readable[0]?.index ?? 0)) await settle();
      if (range !== undefined) {
        if (range.from !== entries[0]?.index) readable.push(entry);
        return;
      }
      await addUpTo(entry.index);
      await writer.add(entry);
    };
    const { lastIndex } = segment;
    const { end } = segment.index;
    // Void entries at the end need not lead anywhere.
    const isEndDamaged = rangeAt(lastIndex) !== undefined;
    const scan = await scanSegment({
      file,
      path,
      header: segment.header,
      limit: lastIndex + 1,
      end: isEndDamaged ? undefined : end,
      visit,
    });
    await settle();
    const open = scan.open === undefined ? [] : closed(scan.open, { index: lastIndex, digest: end.lastDigest }, path);
    found = [...scan.ranges, ...open];
  }
  await addUpTo(Number.POSITIVE_INFINITY);
  const damage = mergeRanges(
    known.filter((range) => !proven.has(range)),
    found,
  );
  return { ...(await writer.finish()), damage };
}

/** Lays out the writes of a segment that is written anew. */
class SegmentRewriter {
  readonly #file: DiskFile;
  readonly #segment: LiveSegment;
  readonly #header: SegmentHeader;
  readonly #index: SegmentIndex;
  #position = SEGMENT_HEADER_BYTES;
  #waiting: Entry[] = [];
  #waitingBytes = 0;
  readonly #unproven = new WeakSet<Entry>();
  /** Those that are not proven and come last. */
  #held: Entry[] = [];

  constructor(file: DiskFile, of: { readonly segment: LiveSegment; readonly header: SegmentHeader }) {
    this.#file = file;
    this.#segment = of.segment;
    this.#header = of.header;
    this.#index = new SegmentIndex(of.segment.index.start);
  }

  async begin(): Promise<void> {
    await this.#file.write(0, [encodeSegmentHeader(this.#header)]);
  }

  /** An entry that is not `isProven` lies in the file, and counts as damaged. */
  async add(entry: Entry, { isProven } = { isProven: true }): Promise<void> {
    if (!isProven) {
      this.#unproven.add(entry);
      this.#held.push(entry);
      return;
    }
    // What goes further in term or offset is proven to be void, and would make this one look damaged.
    while (goesBeyond(this.#held.at(-1), entry)) this.#held.pop();
    await this.#layOutHeld();
    await this.#layOut(entry);
  }

  async #layOutHeld(): Promise<void> {
    for (const entry of this.#held.splice(0)) await this.#layOut(entry);
  }

  async #layOut(entry: Entry): Promise<void> {
    const last = this.#waiting.at(-1);
    const bytes = frameBytes(entry.payload.length);
    const continues = last === undefined || last.index + 1 === entry.index;
    if (!continues || this.#waitingBytes + bytes > WRITE_BYTES) await this.#flush();
    this.#waiting.push(entry);
    this.#waitingBytes += bytes;
  }

  async finish(): Promise<{ readonly bytes: number; readonly index: SegmentIndex }> {
    await this.#layOutHeld();
    await this.#flush();
    this.#index.extendTo(this.#segment.index.end);
    return { bytes: this.#position, index: this.#index };
  }

  async #flush(): Promise<void> {
    const entries = this.#waiting;
    if (entries.length === 0) return;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const write = encodeWrite(entries, { seed: this.#segment.seed, position: this.#position });
    assert(write.bytes === writeBytes(entries), 'a write is as long as it was said to be');
    await this.#file.write(this.#position, write.parts);
    this.#position += write.bytes;
    for (const [at, entry] of entries.entries()) {
      if (this.#unproven.has(entry)) continue;
      const position = defined(write.framePositions[at], 'a position');
      this.#index.add({ ...entry, position, endPosition: position + frameBytes(entry.payload.length), end: logEndAfter(entry) });
    }
  }
}

function goesBeyond(before: Entry | undefined, entry: Entry): boolean {
  return before !== undefined && (before.term > entry.term || before.firstOffset + before.count > entry.firstOffset);
}
