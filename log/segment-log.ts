// The `PartitionStorage` over segments: appends, cuts, rotation, reads. After a failed write or sync it refuses everything: what is on the
// disk is then known to nobody, and only a new start finds out.
import { assert, checkInteger, defined } from '../consensus/assert.ts';
import type { PartitionStorage, RecoveryReport, SealedSegment, VerifyStep } from '../consensus/ports.ts';
import type { DamagedRange, Entry, HardState, LogBase, LogPosition, TermRun } from '../consensus/types.ts';
import { EntryIndex, type EntryPlace } from './entry-index.ts';
import { asLogError, corrupt } from './errors.ts';
import type { HardStateFile } from './hard-state.ts';
import { baseOf, endOf, type LogEnd, logEndAfter, mismatch } from './log-end.ts';
import { nextSegment, type PartitionPlace, type RecoveredPartition, removeSegments } from './recovery.ts';
import type { Segment } from './segment.ts';
import { type SegmentReason, startOf } from './segment-header.ts';
import { writeBytes } from './write-unit.ts';

export class SegmentLog implements PartitionStorage {
  readonly recovery: RecoveryReport;
  readonly #place: PartitionPlace;
  readonly #hardStateFile: HardStateFile;
  /** The live ones by sequence number, oldest first. */
  readonly #segments = new Map<number, Segment>();
  #index: EntryIndex;
  #base: LogBase;
  #current: Segment;
  #end: LogEnd;
  #hardState: HardState;
  /** Appends, cuts, compactions and resets, one after the other. */
  #changes: Promise<void> = Promise.resolve();
  #isAppending = false;
  #isSaving = false;
  #isClosed = false;
  #failure: Error | undefined;

  constructor(place: PartitionPlace, recovered: RecoveredPartition) {
    this.#place = place;
    this.#hardStateFile = recovered.hardState;
    for (const segment of recovered.segments) this.#segments.set(segment.header.sequence, segment);
    this.#current = defined(recovered.segments.at(-1), 'the newest segment');
    this.#index = recovered.index;
    this.#base = recovered.hardState.record.base;
    this.#end = recovered.end;
    const { term, votedFor } = recovered.hardState.record;
    this.#hardState = { term, votedFor };
    this.recovery = recovered.report;
  }

  get hardState(): HardState {
    return this.#hardState;
  }

  get lastIndex(): number {
    return this.#end.lastIndex;
  }

  get lastDigest(): Uint8Array {
    return this.#end.lastDigest;
  }

  get termRuns(): readonly TermRun[] {
    return this.#index.termRuns;
  }

  async saveHardState(hardState: HardState): Promise<void> {
    this.#checkUsable();
    assert(!this.#isSaving, 'one save of the hard state is under way at a time');
    checkInteger(hardState.term, this.#hardState.term, 'a term, which never falls,');
    this.#isSaving = true;
    try {
      await this.#hardStateFile.update({ term: hardState.term, votedFor: hardState.votedFor });
      this.#hardState = { term: hardState.term, votedFor: hardState.votedFor };
    } catch (error) {
      throw this.#fail('cannot save the hard state', error);
    } finally {
      this.#isSaving = false;
    }
  }

  async append(entries: readonly Entry[]): Promise<void> {
    this.#checkUsable();
    assert(!this.#isAppending, 'one append is under way at a time');
    assert(entries.length > 0, 'an append has entries');
    this.#isAppending = true;
    try {
      await this.#change('cannot append to the log', () => this.#append(entries));
    } finally {
      this.#isAppending = false;
    }
  }

  async #append(entries: readonly Entry[]): Promise<void> {
    const first = defined(entries[0], 'an entry');
    assert(first.index <= this.#end.lastIndex + 1, 'an append leaves no gap');
    assert(first.index > this.#base.index, 'an append begins behind the base');
    if (first.index <= this.#end.lastIndex) await this.#cutFrom(first.index);
    const end = endAfter(this.#end, entries);
    if (this.#current.isFullFor(writeBytes(entries))) await this.#beginSegment(this.#end, 'full');
    const places = await this.#current.append(entries);
    for (const [at, place] of places.entries()) this.#index.push(place, defined(entries[at], 'an entry').term);
    this.#end = end;
  }

  /** Makes everything from `index` on void, by a new segment that continues the entry before. Durable when it resolves. */
  async #cutFrom(index: number): Promise<void> {
    const place = this.#index.place(index);
    const header = await this.#segmentOf(place).readFrameHeader(index, place.position);
    const end: LogEnd = {
      lastIndex: index - 1,
      lastTerm: this.#index.termAt(index - 1),
      nextOffset: place.firstOffset,
      lastDigest: header.previousDigest,
    };
    await this.#beginSegment(end, 'conflicting-suffix');
    this.#index.truncate(index - 1);
    this.#end = end;
    await this.#remove(({ header: { firstIndex } }) => firstIndex >= index);
  }

  async #beginSegment(end: LogEnd, reason: SegmentReason): Promise<void> {
    this.#current = await nextSegment(this.#place, { hardState: this.#hardStateFile, end, reason });
    this.#segments.set(this.#current.header.sequence, this.#current);
  }

  /** Removes the files of those that are void or compacted. Reads that began before still succeed. */
  async #remove(isDead: (segment: Segment) => boolean): Promise<void> {
    const dead = [...this.#segments.values()].filter((segment) => segment !== this.#current && isDead(segment));
    for (const segment of dead) this.#segments.delete(segment.header.sequence);
    await removeSegments(this.#place, dead);
  }

  /** Does what changes the log once all that was asked before is done. Any failure is final. */
  #change(what: string, change: () => Promise<void>): Promise<void> {
    const done = this.#changes.then(async () => {
      this.#checkUsable();
      try {
        await change();
      } catch (error) {
        throw this.#fail(what, error);
      }
    });
    // Whoever asked for it has its failure; what comes later sees `#failure`.
    this.#changes = done.catch(() => undefined);
    return done;
  }

  async read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    this.#checkUsable();
    const { from, to, bytesMax } = options;
    assert(
      from > this.#base.index && from <= to && to <= this.#end.lastIndex,
      `entries ${from}..${to} are in the log, which goes from ${this.#base.index + 1} to ${this.#end.lastIndex}`,
    );
    const places: EntryPlace[] = [];
    let bytes = 0;
    for (let index = from; index <= to; index++) {
      const place = this.#index.place(index);
      bytes += place.payloadBytes;
      if (bytes > bytesMax && places.length > 0) break;
      places.push(place);
    }
    const held = new Map<number, Segment>();
    for (const place of places) held.set(place.segment, this.#segmentOf(place));
    // A compaction that comes in between waits with the files until they are read.
    for (const segment of held.values()) segment.hold();
    try {
      return await readPlaces(from, places, (sequence) => defined(held.get(sequence), 'a segment'));
    } finally {
      for (const segment of held.values()) segment.release();
    }
  }

  async indexOfOffset(offset: number): Promise<number | undefined> {
    checkInteger(offset, 1, 'an offset');
    if (offset < this.#base.nextOffset) return undefined;
    return offset < this.#end.nextOffset ? this.#index.indexOfOffset(offset) : undefined;
  }

  get base(): LogBase {
    return this.#base;
  }

  get claim(): LogPosition | undefined {
    return this.#hardStateFile.record.claim;
  }

  get damage(): readonly DamagedRange[] {
    return [];
  }

  get bytes(): number {
    let bytes = 0;
    for (const segment of this.#segments.values()) bytes += segment.bytes;
    return bytes;
  }

  compact(throughIndex: number): Promise<void> {
    return this.#change('cannot compact the log', async () => {
      const live = [...this.#segments.values()];
      const first = live.findLast(({ header }) => header.firstIndex <= throughIndex + 1);
      if (first === undefined || first === live[0]) return;
      const base = baseOf(startOf(first.header));
      // From now on what is before it is not missed.
      await this.#hardStateFile.update({ base });
      this.#index.dropThrough(base);
      this.#base = base;
      await this.#remove(({ header }) => header.firstIndex <= base.index);
    });
  }

  sealedSegments(): readonly SealedSegment[] {
    const live = [...this.#segments.values()];
    return live.slice(0, -1).map((segment, at) => ({
      firstIndex: segment.header.firstIndex,
      lastIndex: defined(live[at + 1], 'the next segment').header.firstIndex - 1,
      bytes: segment.bytes,
      lastTimestamp: segment.lastTimestamp,
    }));
  }

  reset(base: LogBase): Promise<void> {
    return this.#change('cannot begin the log behind a snapshot', async () => {
      const end = endOf(base);
      await this.#beginSegment(end, 'snapshot');
      this.#index = new EntryIndex(base);
      this.#base = base;
      this.#end = end;
      await this.#remove(() => true);
    });
  }

  async repair(): Promise<void> {
    assert(false, 'there is no damage');
  }

  async dropClaim(): Promise<void> {
    assert(false, 'there is no claim');
  }

  async verify(): Promise<VerifyStep> {
    return { bytes: 0, next: undefined, damage: [] };
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#hardStateFile.close();
    for (const segment of this.#segments.values()) await segment.close();
  }

  #segmentOf(place: EntryPlace): Segment {
    return defined(this.#segments.get(place.segment), `segment ${place.segment}`);
  }

  #checkUsable(): void {
    assert(!this.#isClosed, 'the log is open');
    if (this.#failure !== undefined) throw this.#failure;
  }

  #fail(what: string, error: unknown): Error {
    this.#failure ??= asLogError(what, this.#place.directory, error);
    return this.#failure;
  }
}

/** The end of the log once these are in it. A mismatch is the caller's error: it was checked before it came here. */
function endAfter(end: LogEnd, entries: readonly Entry[]): LogEnd {
  let after = end;
  for (const entry of entries) {
    const misfit = mismatch(after, entry);
    assert(misfit === undefined, misfit ?? '');
    after = logEndAfter(entry);
  }
  return after;
}

/** The entries from `from` on that lie at these places, each verified, and that they continue each other. */
async function readPlaces(from: number, places: readonly EntryPlace[], segmentOf: (sequence: number) => Segment): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let at = 0; at < places.length; ) {
    const run = sameSegment(places, at);
    const segment = segmentOf(defined(run[0], 'a place').segment);
    for (const entry of await segment.readEntries(from + at, run)) entries.push(entry);
    at += run.length;
  }
  checkChain(entries, (index) => segmentOf(defined(places[index - from], 'a place').segment).path);
  return entries;
}

/** The places from number `at` on that lie in one segment. */
function sameSegment(places: readonly EntryPlace[], at: number): EntryPlace[] {
  const segment = defined(places[at], 'a place').segment;
  let to = at;
  while (places[to]?.segment === segment) to++;
  return places.slice(at, to);
}

/** Consecutive entries name each other's digests. */
function checkChain(entries: readonly Entry[], fileOf: (index: number) => string): void {
  for (let at = 1; at < entries.length; at++) {
    const entry = defined(entries[at], 'an entry');
    const misfit = mismatch(logEndAfter(defined(entries[at - 1], 'an entry')), entry);
    if (misfit !== undefined) throw corrupt(misfit, { file: fileOf(entry.index), index: entry.index });
  }
}
