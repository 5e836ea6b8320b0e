// One segment file of the journal while it is used: begun on a spare, opened, written to. What its writes hold is for scan.ts to say.
import { assert } from '../../consensus/assert.ts';
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import type { Entry } from '../../consensus/types.ts';
import type { LogEnd } from '../log-end.ts';
import { logEndAfter } from '../log-end.ts';
import { encodeWrite } from '../write-unit.ts';
import { corrupt } from './errors.ts';
import {
  decodeJournalHeader,
  encodeJournalHeader,
  JOURNAL_HEADER_BYTES,
  type JournalSegmentHeader,
  journalSeed,
} from './segment-header.ts';

/** Where a segment's file lies. */
export interface SegmentPlace {
  readonly path: string;
  readonly file: DiskFile;
}

export class JournalSegment {
  readonly header: JournalSegmentHeader;
  readonly path: string;
  readonly file: DiskFile;
  /** What binds every checksum to this segment. */
  readonly seed: number;
  /** Where the next write begins; all before is durable. */
  #endPosition = JOURNAL_HEADER_BYTES;
  #end: LogEnd;

  constructor(header: JournalSegmentHeader, place: SegmentPlace) {
    this.header = header;
    this.path = place.path;
    this.file = place.file;
    this.seed = journalSeed(header);
    this.#end = header.start;
  }

  /** Turns a zeroed spare into a segment; durable under its name when it resolves. */
  static async begin(
    disk: Disk,
    options: { spare: SegmentPlace; directory: string; name: string; header: JournalSegmentHeader },
  ): Promise<JournalSegment> {
    const { spare, directory, name, header } = options;
    await spare.file.write(0, [encodeJournalHeader(header)]);
    await spare.file.sync();
    const path = `${directory}/${name}`;
    await disk.rename(spare.path, path);
    await disk.syncDirectory(directory);
    return new JournalSegment(header, { path, file: spare.file });
  }

  /** Opens the file, which must be that of its name and journal. Throws `CORRUPT` or `VERSION`. */
  static async open(disk: Disk, path: string, owner: { journalId: string; sequence: number }): Promise<JournalSegment> {
    const file = await disk.open(path, { create: false });
    try {
      const header = decodeJournalHeader(await file.read(0, JOURNAL_HEADER_BYTES), path);
      if (header.journalId !== owner.journalId) throw corrupt('a segment of another journal lies here', { file: path, position: 24 });
      if (header.sequence !== owner.sequence)
        throw corrupt(`segment ${header.sequence} has the name of another`, { file: path, position: 16 });
      const size = await file.size();
      // All of it was written and synced before it got its name.
      if (size < header.capacity) throw corrupt(`a segment of ${header.capacity} bytes ends early`, { file: path, position: size });
      return new JournalSegment(header, { path, file });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get endPosition(): number {
    return this.#endPosition;
  }

  /** The journal behind the last durable write. */
  get end(): LogEnd {
    return this.#end;
  }

  /** Bytes that another write may still take. */
  get room(): number {
    return this.header.capacity - this.#endPosition;
  }

  /** What recovery found. */
  recovered(endPosition: number, end: LogEnd): void {
    this.#endPosition = endPosition;
    this.#end = end;
  }

  /** One write and one fdatasync of entries that fit. When it rejects, nobody knows what is on the disk. */
  async append(entries: readonly Entry[]): Promise<void> {
    const write = encodeWrite(entries, { seed: this.seed, position: this.#endPosition });
    assert(write.bytes <= this.room, 'a write fits into its segment');
    await this.file.write(this.#endPosition, write.parts);
    await this.file.sync();
    this.#endPosition += write.bytes;
    for (const entry of entries) this.#end = logEndAfter(entry);
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
