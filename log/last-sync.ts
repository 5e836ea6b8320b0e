// Judges the last write of the newest segment when it is not whole: nothing at all, torn by a crash (cut, reported), or unclear. The rule and its
// reasons are in FORMAT.md ("Torn or rotten").
import type { LogPosition } from '../consensus/types.ts';
import type { ByteRange, NewestSource, UnclearSync } from './newest-scan.ts';
import { zeroedTo } from './segment.ts';
import type { ReadWrite } from './write-reader.ts';
import { countZeroParts, hasMark } from './write-unit.ts';

export interface LastSync {
  readonly torn: ByteRange | undefined;
  readonly unclear: UnclearSync | undefined;
}

type BadWrite = Exclude<ReadWrite, { readonly kind: 'whole' }>;

/** `position`: where the write begins, behind which nothing proves that it was synced. */
export async function judgeLastSync(options: {
  readonly source: NewestSource;
  readonly position: number;
  readonly write: BadWrite;
}): Promise<LastSync> {
  const { source, position, write } = options;
  const dataEnd = await source.window.endOfData(position);
  if (!isCutShort(source, position)) {
    if (dataEnd === position) return { torn: undefined, unclear: undefined };
    if (await looksTorn(options, dataEnd)) return { torn: { position, bytes: dataEnd - position }, unclear: undefined };
  }
  const badPosition = write.kind === 'bad' ? write.position : position;
  return { torn: undefined, unclear: { position: badPosition, why: describe(write), claim: claimOf({ position, write, dataEnd }) } };
}

async function looksTorn(
  options: { readonly source: NewestSource; readonly position: number; readonly write: BadWrite },
  dataEnd: number,
): Promise<boolean> {
  const { source, position, write } = options;
  // The header is still what it overwrites, and what lies behind it is not: part of the write never reached the disk.
  if (write.kind === 'no-header') return !hasMark(write.bytes);
  const { header } = write;
  const writeEnd = position + header.bytes;
  // Belongs to a later write, which began only once this one was synced.
  if (dataEnd > writeEnd) return false;
  // The last byte of the mark is missing: also when the file ends early.
  if (dataEnd < writeEnd) return true;
  return (await zeroPartsOf(source, position, writeEnd)) > header.zeroParts;
}

/** How many parts of a write are still what it overwrote, or zeros as intended. */
async function zeroPartsOf({ window }: NewestSource, position: number, end: number): Promise<number> {
  let zeroParts = 0;
  await window.forEachChunk(position, end, (chunk, at) => {
    zeroParts += countZeroParts(chunk, at);
  });
  return zeroParts;
}

/** All before `position` was synced, and the file zeroed ahead with it: if it is shorter now, no crash did that. */
function isCutShort({ window, header, capacity }: NewestSource, position: number): boolean {
  return header.capacity !== undefined && window.size < zeroedTo(position, capacity);
}

/** The highest place that the write may have held; `undefined` if nobody knows, or if another of which nothing is known came behind it. */
function claimOf(bad: { readonly position: number; readonly write: BadWrite; readonly dataEnd: number }): LogPosition | undefined {
  const { position, write, dataEnd } = bad;
  if (write.kind === 'no-header' || dataEnd > position + write.header.bytes) return undefined;
  const { lastTerm, firstIndex, frames } = write.header;
  return { term: lastTerm, index: firstIndex + frames - 1 };
}

function describe(write: BadWrite): string {
  return write.kind === 'bad' ? write.why : 'the header of a write is damaged';
}
