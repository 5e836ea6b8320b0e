// The `PartitionStorage` over segments: what changes the log, in which order, and what of it is durable when. After a failed write or sync it
// refuses everything: what is on the disk is then known to nobody, and only a new start finds out.
import { assert, checkInteger, defined } from '../consensus/assert.ts';
import { NoSpaceError } from '../consensus/no-space.ts';
import type { PartitionStorage, RecoveryReport, SealedSegment, VerifyStep } from '../consensus/ports.ts';
import type { DamagedRange, Entry, HardState, LogBase, LogPosition, TermRun } from '../consensus/types.ts';
import { asLogError } from './errors.ts';
import type { HardStateFile, SyncedPlace } from './hard-state.ts';
import { Housekeeper } from './housekeeper.ts';
import type { LiveSegment, LiveSegments } from './live-segments.ts';
import { baseOf, endOf, type LogEnd, logEndAfter, mismatch, unreached } from './log-end.ts';
import { LogReads } from './log-reads.ts';
import { higher, nextSegment, type PartitionPlace, type RecoveredPartition } from './recovery.ts';
import { checkRepair, rewriteSegment } from './repair.ts';
import { Scrubber } from './scrubber.ts';
import type { Segment } from './segment.ts';
import { SegmentFiles } from './segment-files.ts';
import { type SegmentReason, startOf } from './segment-header.ts';
import { writeBytes } from './write-unit.ts';

export class SegmentLog implements PartitionStorage {
  readonly recovery: RecoveryReport;
  readonly #place: PartitionPlace;
  readonly #hardStateFile: HardStateFile;
  readonly #segments: LiveSegments;
  readonly #files: SegmentFiles;
  readonly #reads: LogReads;
  readonly #housekeeper: Housekeeper;
  readonly #scrubber: Scrubber;
  #current: Segment;
  #hardState: HardState;
  #claim: LogPosition | undefined;
  /** Appends, cuts, compactions, resets and repairs, one after the other. */
  #changes: Promise<void> = Promise.resolve();
  #isAppending = false;
  #isSaving = false;
  #isClosed = false;
  #failure: Error | undefined;

  constructor(place: PartitionPlace, recovered: RecoveredPartition) {
    const { segments, hardState, current, damage, withDamagedHeader, report } = recovered;
    this.recovery = report;
    this.#place = place;
    this.#hardStateFile = hardState;
    this.#segments = segments;
    this.#current = current;
    const { term, votedFor, claim } = hardState.record;
    this.#hardState = { term, votedFor };
    this.#claim = claim;
    const files = new SegmentFiles(place.disk);
    const reads = new LogReads(segments, files, damage);
    const failed = (error: unknown): void => {
      this.#fail('cannot seal or remove a segment', error);
    };
    this.#files = files;
    this.#reads = reads;
    this.#housekeeper = new Housekeeper({ place, segments, files, reads, failed });
    this.#scrubber = new Scrubber({ segments, files, reads, writeAnew: (segment) => this.#writeAnew(segment) });
    for (const segment of segments.all) {
      if (segment === segments.newest) continue;
      if (withDamagedHeader.has(segment.path)) this.#writeAnew(segment).catch(failed);
      else if (segment.digest === undefined) this.#housekeeper.seal(segment);
    }
    if (claim === undefined) this.#clearRemains().catch(() => undefined);
  }

  get hardState(): HardState {
    return this.#hardState;
  }

  get base(): LogBase {
    return baseOf(this.#segments.start);
  }

  get lastIndex(): number {
    return this.#segments.end.lastIndex;
  }

  get lastDigest(): Uint8Array {
    return this.#segments.end.lastDigest;
  }

  get termRuns(): readonly TermRun[] {
    return this.#segments.termRuns;
  }

  get memberships(): readonly number[] {
    return this.#segments.memberships;
  }

  get claim(): LogPosition | undefined {
    return this.#claim;
  }

  get damage(): readonly DamagedRange[] {
    return this.#reads.damage.all;
  }

  get bytes(): number {
    let bytes = 0;
    for (const segment of this.#segments.all) bytes += segment.bytes;
    return bytes;
  }

  async saveHardState(hardState: HardState): Promise<void> {
    this.#checkUsable();
    assert(!this.#isSaving, 'one save of the hard state is under way at a time');
    checkInteger(hardState.term, this.#hardState.term, 'a term, which never falls,');
    const { term, votedFor } = hardState;
    this.#isSaving = true;
    try {
      await this.#hardStateFile.update({ term, votedFor, synced: this.#synced() });
      this.#hardState = { term, votedFor };
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
    const { start, end } = this.#segments;
    assert(first.index <= end.lastIndex + 1, 'an append leaves no gap');
    assert(first.term >= 1, 'an entry has a term from 1 on');
    assert(first.index > start.lastIndex, 'an append begins behind the base');
    if (first.index <= end.lastIndex) await this.#cutBefore(entries);
    else checkContinues(end, entries);
    if (this.#current.isFullFor(writeBytes(entries))) await this.#beginSegment(this.#segments.end, 'full');
    await this.#current.append(entries);
    await this.#setClaim(unreached(this.#claim, this.#segments.end));
  }

  /** Makes everything from the first of these entries on void, by a new segment that continues the entry before. Durable when it resolves. */
  async #cutBefore(entries: readonly Entry[]): Promise<void> {
    const { index, firstOffset, previousDigest } = defined(entries[0], 'an entry');
    const segment = this.#segments.of(index);
    const place = await this.#reads.placeOf(index);
    const end: LogEnd = {
      lastIndex: index - 1,
      lastTerm: segment.index.termAt(index - 1),
      // Of damaged entries only those in their place say what comes before them.
      nextOffset: place?.firstOffset ?? firstOffset,
      lastDigest: place?.previousDigest ?? previousDigest,
    };
    checkContinues(end, entries);
    await this.#beginSegment(end, 'conflicting-suffix', place?.position ?? segment.index.boundBehind(index - 1));
  }

  /** `cutAt`: the byte of the segment that holds the entry behind `end` where it begins to be void. */
  async #beginSegment(end: LogEnd, reason: SegmentReason, cutAt = 0): Promise<void> {
    const next = await nextSegment(this.#place, { hardState: this.#hardStateFile, end, reason });
    // All at once, so that nobody sees one without the other.
    const old = this.#current;
    const { dropped, cut } = this.#cut(end, reason, cutAt);
    this.#segments.add(next.live);
    this.#current = next;
    await old.close();
    if (reason === 'full') this.#housekeeper.seal(old.live, old.digest());
    if (cut !== undefined) this.#housekeeper.seal(cut);
    // Not waited for: void files do no harm. Whoever needs them gone asks for their removal, which comes behind this one.
    this.#housekeeper.remove(dropped).catch(() => undefined);
  }

  /** Takes what a new segment makes void out of the log. */
  #cut(
    end: LogEnd,
    reason: SegmentReason,
    cutAt: number,
  ): { readonly dropped: readonly LiveSegment[]; readonly cut: LiveSegment | undefined } {
    if (reason === 'full') return { dropped: [], cut: undefined };
    if (reason === 'snapshot') {
      this.#reads.damage.dropThrough(Number.POSITIVE_INFINITY);
      return { dropped: this.#segments.dropAll(), cut: undefined };
    }
    this.#reads.damage.cutTo(end.lastIndex, end.lastDigest);
    return this.#segments.cutTo(end, cutAt);
  }

  async #setClaim(claim: LogPosition | undefined): Promise<void> {
    if (claim === this.#claim) return;
    await this.#hardStateFile.update({ claim });
    this.#claim = claim;
    if (claim === undefined) this.#clearRemains().catch(() => undefined);
  }

  read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    return this.#usable(() => this.#reads.read(options));
  }

  indexOfOffset(offset: number): Promise<number | undefined> {
    return this.#usable(() => this.#reads.indexOfOffset(offset));
  }

  async compact(throughIndex: number): Promise<void> {
    const dropped: LiveSegment[] = [];
    await this.#change('cannot compact the log', async () => {
      const { all } = this.#segments;
      const first = all.findLast((segment) => segment.firstIndex <= throughIndex + 1);
      if (first === undefined || first === all[0]) return;
      const start = startOf(first.header);
      // From now on what is before it is not missed.
      await this.#hardStateFile.update({ base: baseOf(start) });
      dropped.push(...this.#segments.dropBefore(first));
      this.#reads.damage.dropThrough(start.lastIndex);
    });
    await this.#housekeeper.remove(dropped);
  }

  sealedSegments(): readonly SealedSegment[] {
    return this.#segments.all.slice(0, -1).map(({ firstIndex, lastIndex, bytes, index }) => {
      return { firstIndex, lastIndex, bytes, lastTimestamp: index.lastTimestamp };
    });
  }

  async reset(base: LogBase): Promise<void> {
    await this.#change('cannot begin the log behind a snapshot', async () => {
      await this.#beginSegment(endOf(base), 'snapshot');
      this.#claim = this.#hardStateFile.record.claim;
    });
    await this.#housekeeper.remove([]);
  }

  async repair(entries: readonly Entry[]): Promise<void> {
    this.#checkUsable();
    const first = defined(entries[0], 'an entry to repair');
    const range = this.#reads.damage.at(first.index);
    assert(range !== undefined && range.from === first.index, `a known damage begins at entry ${first.index}`);
    checkRepair(range, entries);
    await this.#changeIfSpace('cannot repair the log', async () => {
      // What was cut or compacted meanwhile is nobody's concern any more.
      if (this.#reads.damage.at(first.index) !== range) return;
      const segment = this.#segments.of(first.index);
      if (segment === this.#segments.newest) await this.#beginSegment(this.#segments.end, 'full');
      await this.#rewrite(segment, entries);
    });
  }

  /**
   * No claim is left: what an unclear sync has left beside entries and behind them is of no more use, and looks like damage. A segment that was written anew has none. Whatever keeps it from
   * that, the next start comes to it again.
   */
  async #clearRemains(): Promise<void> {
    // Sealing puts another in the place of a segment.
    await this.#housekeeper.remove([]);
    const { all } = this.#segments;
    const withRemains = all.filter(({ header }, at) => header.edition === 0 && all[at + 1]?.header.reason === 'unclear');
    for (const segment of withRemains) await this.#writeAnew(segment);
  }

  /** A segment whose entries are sound, while its header or something between them is not. Without space it stays as it is: the scrubber or the next start comes to it again. */
  async #writeAnew(segment: LiveSegment): Promise<void> {
    try {
      await this.#changeIfSpace('cannot write a segment anew', async () => {
        if (this.#segments.includes(segment) && segment !== this.#segments.newest && !this.#isWhollyDamaged(segment))
          await this.#rewrite(segment, []);
      });
    } catch (error) {
      if (!(error instanceof NoSpaceError)) throw error;
    }
  }

  /** Nothing would be left of its bytes; but what looks sound in them may be good, and be known to be so again once a lost segment is found. */
  #isWhollyDamaged({ firstIndex, lastIndex }: LiveSegment): boolean {
    const range = this.#reads.damage.at(firstIndex);
    return range !== undefined && range.to >= lastIndex;
  }

  async #rewrite(segment: LiveSegment, entries: readonly Entry[]): Promise<void> {
    // Whoever reads meanwhile shares this file, and keeps it when the new one takes its name.
    const held = segment.isMissing ? undefined : this.#files.hold(segment.path);
    try {
      const file = await held?.opened();
      const known = this.#reads.damage.in(segment);
      const written = await rewriteSegment(this.#place, { segment, file, entries, known });
      const retired = this.#files.retire(segment.path);
      this.#segments.replace(segment, written.segment);
      this.#reads.damage.replaceIn(segment, written.damage);
      await retired;
      this.#housekeeper.seal(written.segment);
    } finally {
      held?.release();
    }
  }

  readUnproven(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    return this.#usable(() => this.#reads.readUnproven(options));
  }

  splitDamage({ index, digest }: { readonly index: number; readonly digest: Uint8Array }): void {
    this.#reads.damage.splitBehind(index, digest);
  }

  async raiseClaim(claim: LogPosition): Promise<void> {
    assert(claim.term <= this.#hardState.term, 'what is claimed is of a term that was here');
    await this.#change('cannot raise the claim', () => this.#setClaim(higher(this.#claim, claim)));
  }

  async dropClaim(): Promise<void> {
    await this.#change('cannot drop the claim', () => this.#setClaim(undefined));
  }

  verify(options: { readonly from: number; readonly bytesMax: number }): Promise<VerifyStep> {
    return this.#usable(() => this.#scrubber.verify(options));
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#changes;
    await this.#housekeeper.stop();
    // So that the next start can tell what is lost of the last write from what a crash would leave. Nothing depends on it.
    if (this.#failure === undefined) await this.#hardStateFile.update({ synced: this.#synced() }).catch(() => undefined);
    await this.#hardStateFile.close();
    await this.#current.close();
    await this.#files.close();
  }

  /** How far the newest segment is synced. */
  #synced(): SyncedPlace {
    return { segment: this.#current.live.header.sequence, position: this.#current.end, end: this.#segments.end };
  }

  /** As `#change`, but rejects with `NoSpaceError`, and goes on, if there was no space for a new file. */
  async #changeIfSpace(what: string, change: () => Promise<void>): Promise<void> {
    let noSpace: NoSpaceError | undefined;
    await this.#change(what, async () => {
      try {
        await change();
      } catch (error) {
        if (!(error instanceof NoSpaceError)) throw error;
        noSpace = error;
      }
    });
    if (noSpace !== undefined) throw noSpace;
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

  async #usable<T>(use: () => Promise<T>): Promise<T> {
    this.#checkUsable();
    return use();
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

/** A mismatch is the caller's error: it was checked before it came here. */
function checkContinues(end: LogEnd, entries: readonly Entry[]): void {
  let after = end;
  for (const entry of entries) {
    const misfit = mismatch(after, entry);
    assert(misfit === undefined, misfit ?? '');
    after = logEndAfter(entry);
  }
}
