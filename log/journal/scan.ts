// Reads a segment from its first write to its last and decides what a bad one is: torn by a crash (cut, reported), rotten (`CORRUPT`) or
// unclear (`UNCLEAR`). The rule is that of log/FORMAT.md ("Torn or rotten"); log/journal/FORMAT.md says why it holds here.
import { alignUp } from '../bytes.ts';
import { FileWindow } from '../file-window.ts';
import type { LogEnd } from '../log-end.ts';
import { countZeroParts, decodeWriteHeader, hasMark, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';
import { corrupt, unclear } from './errors.ts';
import type { JournalSegment } from './segment.ts';
import { JOURNAL_HEADER_BYTES } from './segment-header.ts';
import { type JournalWrite, readJournalWrite } from './write-reader.ts';

/** What was cut behind the last whole write. */
export interface CutRange {
  readonly position: number;
  readonly bytes: number;
  readonly why: 'torn' | 'unclear';
}

export interface JournalScan {
  readonly end: LogEnd;
  /** Where the last whole write ends. */
  readonly endPosition: number;
  /** The last whole write, if there is one: in the newest segment it may not have been synced. */
  readonly lastWrite: { readonly position: number; readonly bytes: number } | undefined;
  readonly cut: CutRange | undefined;
}

/**
 * Verifies every live transaction of `segment`. `nextOffset`: the first offset of the next segment, whose header proves that this one was
 * synced up to there; `undefined` in the newest.
 */
export async function scanJournalSegment(options: {
  readonly segment: JournalSegment;
  readonly nextOffset: number | undefined;
  readonly onUnclear: 'refuse' | 'cut';
}): Promise<JournalScan> {
  const { segment, nextOffset, onUnclear } = options;
  const window = new FileWindow(segment.file, segment.header.capacity);
  let end = segment.header.start;
  let position = JOURNAL_HEADER_BYTES;
  let lastWrite: JournalScan['lastWrite'];
  while (end.nextOffset < (nextOffset ?? Number.POSITIVE_INFINITY)) {
    const write = await readJournalWrite({ segment, window, position, end });
    if (write.kind !== 'whole') {
      const bad: BadWrite = { segment, window, position, offset: end.nextOffset, write };
      if (nextOffset !== undefined) throw rotten(bad, 'the next segment');
      return { end, endPosition: position, lastWrite, cut: await judge(bad, onUnclear) };
    }
    end = write.end;
    lastWrite = { position, bytes: write.bytes };
    position += write.bytes;
  }
  return { end, endPosition: position, lastWrite, cut: undefined };
}

interface BadWrite {
  readonly segment: JournalSegment;
  readonly window: FileWindow;
  /** Where the write begins. */
  readonly position: number;
  /** First offset that is missing. */
  readonly offset: number;
  readonly write: Exclude<JournalWrite, { readonly kind: 'whole' }>;
}

/** The end of the newest segment: nothing (`undefined`), or the remains of a write that was never acknowledged. Throws if it is neither. */
async function judge(bad: BadWrite, onUnclear: 'refuse' | 'cut'): Promise<CutRange | undefined> {
  const { window, position, write } = bad;
  const dataEnd = await window.endOfData(position);
  if (dataEnd === position) return undefined;
  const isTorn =
    write.kind === 'bad' ? await isTornBehindHeader(bad, write.header, dataEnd) : await isTornHeader(bad, write.bytes, dataEnd);
  if (!isTorn && onUnclear === 'refuse') throw unclear(describe(write), damagedAt(bad));
  return { position, bytes: dataEnd - position, why: isTorn ? 'torn' : 'unclear' };
}

/** The header is sound, so the size of the write is known. */
async function isTornBehindHeader(bad: BadWrite, header: WriteHeader, dataEnd: number): Promise<boolean> {
  const { window, position } = bad;
  const writeEnd = position + header.bytes;
  if (dataEnd > writeEnd) throw rotten(bad, 'a later write');
  // The last byte of the mark is missing.
  if (dataEnd < writeEnd) return true;
  let zeroParts = 0;
  await window.forEachChunk(position, writeEnd, (chunk, at) => {
    zeroParts += countZeroParts(chunk, at);
  });
  return zeroParts > header.zeroParts;
}

/** The header is not sound, so only a sound later header can prove that this write was synced. */
async function isTornHeader(bad: BadWrite, bytes: Uint8Array, dataEnd: number): Promise<boolean> {
  const { segment, window, position } = bad;
  await window.forEachChunk(position + WRITE_ALIGNMENT, alignUp(dataEnd, WRITE_ALIGNMENT), (chunk, chunkAt) => {
    for (let at = 0; at < chunk.length; at += WRITE_ALIGNMENT) {
      const place = { seed: segment.seed, position: chunkAt + at };
      const header = decodeWriteHeader(chunk.subarray(at, at + WRITE_HEADER_BYTES), place);
      if (header !== undefined && header.syncedTo > position) throw rotten(bad, 'a later write');
    }
  });
  return !hasMark(bytes);
}

function rotten(bad: BadWrite, proof: string): Error {
  return corrupt(`${describe(bad.write)}, and ${proof} proves that it was synced`, damagedAt(bad));
}

function describe(write: BadWrite['write']): string {
  return write.kind === 'bad' ? write.why : 'the header of a write is damaged';
}

function damagedAt({ segment, position, offset, write }: BadWrite): { file: string; position: number; offset: number } {
  return write.kind === 'bad'
    ? { file: segment.path, position: write.position, offset: write.offset }
    : { file: segment.path, position, offset };
}
