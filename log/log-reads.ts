// Reads of a partition's log across its segments, and what they find damaged. Changes no file; what is damaged is for the log to repair.
import { assert, checkInteger, defined } from '../consensus/assert.ts';
import { DamagedEntriesError } from '../consensus/damage.ts';
import type { DamagedRange, Entry } from '../consensus/types.ts';
import { DamageList } from './damage-list.ts';
import { corrupt, ioFailed, LogError } from './errors.ts';
import { closed } from './frame-scan.ts';
import type { LiveSegment, LiveSegments } from './live-segments.ts';
import { logEndAfter, mismatch } from './log-end.ts';
import { mergeRanges, RangeProof } from './repair.ts';
import { SealDigest } from './seal-digest.ts';
import { type ScanPlace, type SegmentScan, scanSegment } from './sealing.ts';
import { type SegmentFiles, withHeld } from './segment-files.ts';
import { encodeSegmentHeader } from './segment-header.ts';
import { BadFrameError, SegmentReader } from './segment-reader.ts';

interface ReadInOptions {
  readonly from: number;
  /** In the same segment. */
  readonly to: number;
  readonly bytesMax: number;
  /** Of the whole read: damage there is told. */
  readonly isFirst: boolean;
}

export class LogReads {
  readonly damage: DamageList;
  readonly #segments: LiveSegments;
  readonly #files: SegmentFiles;
  readonly #reader = new SegmentReader();
  /** Where the last of what looks sound in damage was read: whoever asks for it asks piece by piece. */
  #lastUnproven: { readonly segment: LiveSegment; readonly place: ScanPlace } | undefined;

  constructor(segments: LiveSegments, files: SegmentFiles, damage: readonly DamagedRange[]) {
    this.#segments = segments;
    this.#files = files;
    this.damage = new DamageList(damage);
  }

  /** As `PartitionStorage.read`. */
  async read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const { from, to, bytesMax } = options;
    const { start, end, version } = this.#segments;
    assert(
      from > start.lastIndex && from <= to && to <= end.lastIndex,
      `entries ${from}..${to} are in the log, which goes from ${start.lastIndex + 1} to ${end.lastIndex}`,
    );
    const damaged = this.damage.at(from);
    if (damaged !== undefined) throw new DamagedEntriesError(damaged);
    const last = this.damage.lastSoundBefore(from, to);
    const entries: Entry[] = [];
    let bytesLeft = bytesMax;
    // A log that changed meanwhile ends the read: what was read is of one history.
    while (from + entries.length <= last && (entries.length === 0 || this.#segments.version === version)) {
      const next = from + entries.length;
      const segment = this.#segments.of(next);
      const upTo = Math.min(last, segment.lastIndex);
      const isFirst = entries.length === 0;
      const read = await this.#readIn(segment, { from: next, to: upTo, bytesMax: bytesLeft, isFirst });
      const first = read[0];
      if (first === undefined || (!isFirst && first.payload.length > bytesLeft)) break;
      checkContinues(entries.at(-1), first, segment.path);
      for (const entry of read) {
        entries.push(entry);
        bytesLeft -= entry.payload.length;
      }
      if (read.length < upTo - next + 1 || bytesLeft <= 0) break;
    }
    return entries;
  }

  async #readIn(segment: LiveSegment, options: ReadInOptions): Promise<Entry[]> {
    // Once more when nothing is found to be wrong: what failed was the read, not the disk.
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#with(segment, (file) => this.#reader.read(segment, file, { ...options, isAgain: attempt > 1 }));
      } catch (error) {
        if (!(error instanceof BadFrameError)) throw error;
        if (!options.isFirst) return [];
        if (!this.#segments.includes(segment)) return this.#readInAnother(options);
        const range = (await this.findDamage(segment)).ranges.find(({ from, to }) => from <= options.from && options.from <= to);
        if (range !== undefined) throw new DamagedEntriesError(range, { cause: error });
        if (attempt > 1) throw corrupt(error.message, { file: segment.path, position: error.position, index: error.index }, error);
      }
    }
  }

  /** The segment was repaired, cut or dropped while it was read: another has these entries now, or none. */
  async #readInAnother(options: ReadInOptions): Promise<Entry[]> {
    const { from, to } = options;
    const { start, end } = this.#segments;
    if (from <= start.lastIndex || from > end.lastIndex) return [];
    const segment = this.#segments.of(from);
    return this.#readIn(segment, { ...options, to: Math.min(to, segment.lastIndex) });
  }

  /** As `PartitionStorage.indexOfOffset`. */
  async indexOfOffset(offset: number): Promise<number | undefined> {
    checkInteger(offset, 1, 'an offset');
    const { start, end } = this.#segments;
    if (offset < start.nextOffset || offset >= end.nextOffset) return undefined;
    const segment = this.#segments.ofOffset(offset);
    const missing = segment.isMissing ? this.damage.at(segment.firstIndex) : undefined;
    if (missing !== undefined) throw new DamagedEntriesError(missing);
    // Once more, as in a read.
    for (let attempt = 1; ; attempt++) {
      try {
        const index = await this.#with(segment, (file) => this.#reader.indexOfOffset(segment, file, offset));
        const damaged = this.damage.at(index);
        // What looks sound there may be void.
        if (damaged !== undefined) throw new DamagedEntriesError(damaged);
        return index;
      } catch (error) {
        if (!(error instanceof BadFrameError)) throw error;
        if (!this.#segments.includes(segment)) return this.indexOfOffset(offset);
        const { index } = error;
        const range = this.damage.at(index) ?? (await this.findDamage(segment)).ranges.find(({ from, to }) => from <= index && index <= to);
        if (range !== undefined) throw new DamagedEntriesError(range, { cause: error });
        if (attempt > 1) throw corrupt(error.message, { file: segment.path, position: error.position, index: error.index }, error);
      }
    }
  }

  /** As `PartitionStorage.readUnproven`. */
  async readUnproven({ from, to, bytesMax }: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const range = this.damage.at(from);
    if (range === undefined) return [];
    const segment = this.#segments.of(from);
    if (segment.isMissing) return [];
    const { path, header } = segment;
    const entries: Entry[] = [];
    let bytesLeft = bytesMax;
    let isEnough = false;
    const visit = (entry: Entry): void => {
      if (entry.index < from) return;
      // Behind a gap nothing counts.
      isEnough = entry.index !== from + entries.length;
      if (isEnough) return;
      entries.push(entry);
      bytesLeft -= entry.payload.length;
      isEnough = bytesLeft <= 0;
    };
    const limit = Math.min(to, range.to) + 1;
    const last = this.#lastUnproven;
    const after = last?.segment === segment && last.place.end.lastIndex === from - 1 ? last.place : undefined;
    const scan = this.#with(segment, (file) =>
      scanSegment({ file, path, header, limit, end: undefined, visit, isEnough: () => isEnough, after }),
    );
    const { end, endPosition } = (await scan).index;
    const isBehind = end.lastIndex === entries.at(-1)?.index;
    this.#lastUnproven = isBehind ? { segment, place: { position: endPosition, end } } : undefined;
    return entries;
  }

  /** The sound header of an entry and its place; `undefined` if it is damaged. */
  async placeOf(
    index: number,
  ): Promise<{ readonly position: number; readonly firstOffset: number; readonly previousDigest: Uint8Array } | undefined> {
    const segment = this.#segments.of(index);
    if (segment.isMissing || this.damage.at(index) !== undefined) return undefined;
    try {
      const { header, position } = await this.#with(segment, (file) => this.#reader.readHeader(segment, file, index));
      return { position, firstOffset: header.firstOffset, previousDigest: header.previousDigest };
    } catch (error) {
      if (error instanceof BadFrameError) return undefined;
      throw error;
    }
  }

  /** Reads the whole of a segment; `digest`: that of its seal, with the header as it has to be. What is found is the damage known of it from now on; what was known stays, unless it is proven to be sound again: what looks sound there may be void. */
  async findDamage(segment: LiveSegment): Promise<Pick<SegmentScan, 'index' | 'ranges'> & { readonly digest: SealDigest }> {
    const { path, header, lastIndex } = segment;
    const { end } = segment.index;
    const known = this.damage.in(segment);
    const proof = new RangeProof(known);
    // Void entries at the end need not lead anywhere.
    const isEndDamaged = known.some(({ to }) => to === lastIndex);
    const digest = new SealDigest(encodeSegmentHeader(header));
    const scan = await this.#with(segment, (file) =>
      scanSegment({ file, path, header, limit: lastIndex + 1, end: isEndDamaged ? undefined : end, visit: proof.visit, digest }),
    );
    const { index, open } = scan;
    if (open !== undefined) index.extendTo(end);
    const found = open === undefined ? scan.ranges : [...scan.ranges, ...closed(open, { index: lastIndex, digest: end.lastDigest }, path)];
    const left = this.damage.in(segment).filter((range) => !proof.isProven(range));
    const ranges = mergeRanges(left, found);
    if (this.#segments.includes(segment)) {
      this.damage.replaceIn(segment, ranges);
      segment.index.takeMemberships(index.memberships.filter((at) => !ranges.some(({ from, to }) => from <= at && at <= to)));
      if (known.some((range) => proof.isProven(range))) segment.index.takeTerms(index, ranges);
      if (ranges.length > 0) segment.index.takePlaces(index);
    }
    return { index, ranges, digest };
  }

  async #with<T>(segment: LiveSegment, use: Parameters<typeof withHeld<T>>[1]): Promise<T> {
    try {
      return await withHeld(this.#files.hold(segment.path), use);
    } catch (error) {
      if (error instanceof BadFrameError || error instanceof LogError) throw error;
      throw ioFailed('cannot read the log', segment.path, error);
    }
  }
}

/** From segment to segment the entries continue each other. */
function checkContinues(last: Entry | undefined, first: Entry, file: string): void {
  if (last === undefined) return;
  const misfit = mismatch(logEndAfter(last), first);
  if (misfit !== undefined) throw corrupt(misfit, { file, index: defined(first, 'an entry').index });
}
