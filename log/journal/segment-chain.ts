// The segments of an open journal, oldest first: begins the next one, lets go of those that are applied, and reads transactions back.
// Who calls when is for commit-queue.ts and applying.ts.
import { assert, defined } from '../../consensus/assert.ts';
import type { Disk } from '../../consensus/ports.ts';
import { FileWindow } from '../file-window.ts';
import { emptyLogEnd, type LogEnd } from '../log-end.ts';
import { corrupt, noSpace } from './errors.ts';
import { JournalSegment } from './segment.ts';
import { JOURNAL_HEADER_BYTES, type JournalSegmentReason, journalSegmentName } from './segment-header.ts';
import type { Spares } from './spares.ts';
import type { StateFile } from './state-file.ts';
import type { JournalTransaction } from './types.ts';
import { readJournalWrite } from './write-reader.ts';

/** What a chain is made of; it owns none of these but the segments. */
export interface ChainParts {
  readonly disk: Disk;
  readonly journalId: string;
  readonly directories: readonly string[];
  readonly segmentBytes: number;
  readonly state: StateFile;
  readonly spares: Spares;
  /** A write or sync in the background failed. */
  readonly onFailure: (error: unknown) => unknown;
}

/** Where a reader stands: at the beginning of a write. */
export interface ReadPosition {
  readonly sequence: number;
  readonly position: number;
  readonly end: LogEnd;
}

/** One write, read back. */
export interface ReadWrite {
  readonly transactions: readonly JournalTransaction[];
  readonly bytes: number;
  readonly next: ReadPosition;
}

export class SegmentChain {
  readonly #parts: ChainParts;
  readonly #segments: JournalSegment[];
  /** Readers behind which nothing may go. */
  #pins = 0;

  constructor(parts: ChainParts, segments: readonly JournalSegment[]) {
    this.#parts = parts;
    this.#segments = [...segments];
  }

  get count(): number {
    return this.#segments.length;
  }

  /** The one that is written to. */
  get current(): JournalSegment {
    return defined(this.#segments.at(-1), 'the newest segment');
  }

  /** The journal behind its last durable transaction. */
  get end(): LogEnd {
    return this.current.end;
  }

  /** Offset of the last transaction before the current segment. */
  get switchedOffset(): number {
    return this.current.header.start.lastIndex;
  }

  /** Bytes in use in the segments that are still here. */
  get liveBytes(): number {
    let bytes = 0;
    for (const segment of this.#segments) bytes += segment.endPosition;
    return bytes;
  }

  /** The beginning of everything that is still here. */
  get start(): ReadPosition {
    const { sequence, start } = defined(this.#segments[0], 'the oldest segment').header;
    return { sequence, position: JOURNAL_HEADER_BYTES, end: start };
  }

  /**
   * Begins the next segment: durable, and counted in the state, when it resolves, and has a spare made for the one behind it. Rejects with
   * `NO_SPACE` if there is no spare for want of space, nothing having happened then, and with the file system's error for anything else.
   */
  async beginNext(reason: JournalSegmentReason): Promise<void> {
    const { disk, journalId, directories, segmentBytes, state, spares } = this.#parts;
    const sequence = state.record.newestSegment + 1;
    const directory = this.#directoryOf(sequence);
    const path = defined(directories[directory], 'a directory');
    const spare = await spares.take(directory);
    if ('noSpace' in spare) throw noSpace(spare.noSpace, path);
    const start = this.#segments.at(-1)?.end ?? emptyLogEnd();
    const header = { journalId, sequence, capacity: segmentBytes, reason, start };
    const segment = await JournalSegment.begin(disk, { spare, directory: path, name: journalSegmentName(sequence), header });
    this.#segments.push(segment);
    await state.update({ newestSegment: sequence });
    this.prepareNext();
  }

  /** Has a spare made for the segment behind the current one, so that a switch need not wait. Want of space shows at the switch. */
  prepareNext(): void {
    const { spares, onFailure } = this.#parts;
    spares.prepare(this.#directoryOf(this.current.header.sequence + 1)).catch(onFailure);
  }

  /** Whether segments could go if all up to `offset` were saved as applied. */
  canRetire(offset: number): boolean {
    const oldest = defined(this.#segments[0], 'the oldest segment');
    return this.#pins === 0 && oldest !== this.current && oldest.end.lastIndex <= offset;
  }

  /** Saves that all up to `offset` is applied, then lets go of the segments that hold nothing else. */
  async saveApplied(offset: number): Promise<void> {
    assert(offset <= this.end.lastIndex, 'only what is committed is applied');
    const gone: JournalSegment[] = [];
    while (this.canRetire(offset)) gone.push(defined(this.#segments.shift(), 'a segment'));
    const oldest = defined(this.#segments[0], 'the oldest segment');
    const { state, spares, onFailure } = this.#parts;
    try {
      // First the state, then the files: whatever becomes of a file below the oldest, it is never read again.
      await state.update({ appliedOffset: offset, oldestSegment: oldest.header.sequence });
    } catch (error) {
      this.#segments.unshift(...gone);
      throw error;
    }
    for (const { header, path, file } of gone) {
      spares.recycle(this.#directoryOf(header.sequence), { path, file, capacity: header.capacity }).catch(onFailure);
    }
  }

  /** Until as many `unpin`s, no segment goes. */
  pin(): void {
    this.#pins++;
  }

  unpin(): void {
    this.#pins--;
  }

  /**
   * The transactions from a place on, in order, read back and verified, a write at a time, to the write that holds `to`, which is durable.
   * What is at or below `applied` is left out. Yields where the next call may begin, too. Throws `CORRUPT`.
   */
  async *read(from: ReadPosition, range: { readonly applied: number; readonly to: number }): AsyncGenerator<ReadWrite> {
    const { applied, to } = range;
    assert(to <= this.end.lastIndex, 'only what is durable is read');
    let at = from;
    while (at.end.lastIndex < to) {
      const segment = this.#segmentOf(at);
      const { header } = segment;
      if (at.sequence !== header.sequence) {
        assert(header.start.lastIndex <= Math.max(at.end.lastIndex, applied), 'only what is applied is skipped');
        at = { sequence: header.sequence, position: JOURNAL_HEADER_BYTES, end: header.start };
      }
      const window = new FileWindow(segment.file, segment.endPosition);
      while (at.position < window.size && at.end.lastIndex < to) {
        const write = await readJournalWrite({ segment, window, position: at.position, end: at.end });
        if (write.kind !== 'whole') throw damaged(segment, at);
        at = { sequence: at.sequence, position: at.position + write.bytes, end: write.end };
        yield { transactions: write.transactions.filter(({ offset }) => offset > applied), bytes: write.bytes, next: at };
      }
    }
  }

  /** The segment that holds what comes next behind a place: its own, or the one behind it, or the oldest if those are gone. */
  #segmentOf(at: ReadPosition): JournalSegment {
    const isHere = (segment: JournalSegment): boolean =>
      segment.header.sequence > at.sequence || (segment.header.sequence === at.sequence && at.position < segment.endPosition);
    return defined(this.#segments.find(isHere), 'a segment with the next transaction');
  }

  #directoryOf(sequence: number): number {
    return sequence % this.#parts.directories.length;
  }

  async close(): Promise<void> {
    for (const segment of this.#segments) await segment.close();
  }
}

function damaged(segment: JournalSegment, at: ReadPosition): Error {
  const place = { file: segment.path, position: at.position, offset: at.end.nextOffset };
  return corrupt('a write that was verified or synced before cannot be read back as it was', place);
}
