// What a damaged write in the newest segment is: torn by a crash, unclear, or rotten. The rule is FORMAT.md's ("Torn or rotten"); this is its second
// implementation, on purpose.
import { ZERO_AHEAD_BYTES } from '../../consensus/limits.ts';
import { alignUp } from '../bytes.ts';
import { FileWindow } from '../file-window.ts';
import { countZeroParts, decodeWriteHeader, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';
import type { WalkedSegment } from './segment-walk.ts';

export type LastWriteVerdict = 'torn' | 'unclear' | 'rotten';

/** What else is known of the newest segment. */
export interface NewestFacts {
  /** Bytes after which it is full; `undefined` in format 1, which did not say. */
  readonly capacity: number | undefined;
  /** All below this position was synced, as the hard state says; 0 if it says nothing. */
  readonly syncedTo: number;
}

/** Judges the write at `position`, whose `header` is `undefined` if it is damaged. `bytes` are those that hold anything. */
export async function judgeLastWrite(
  segment: WalkedSegment & NewestFacts,
  write: { readonly position: number; readonly header: WriteHeader | undefined },
): Promise<{ readonly verdict: LastWriteVerdict; readonly bytes: number }> {
  const { position } = write;
  const window = new FileWindow(segment.file, segment.size);
  const dataEnd = await window.endOfData(position);
  const bytes = dataEnd - position;
  if (position < segment.syncedTo || (await hasLaterWrite(segment, { window, position, dataEnd }))) return { verdict: 'rotten', bytes };
  if (isCutShort(segment, position)) return { verdict: 'unclear', bytes };
  return { verdict: (await looksTorn(window, write, dataEnd)) ? 'torn' : 'unclear', bytes };
}

/** All before `position` was synced, and the file zeroed ahead with it. If it is shorter now, no crash did that. */
export function isCutShort({ size, capacity }: WalkedSegment & NewestFacts, position: number): boolean {
  return capacity !== undefined && size < Math.max(position, Math.min(alignUp(position + 1, ZERO_AHEAD_BYTES), capacity));
}

async function looksTorn(
  window: FileWindow,
  { position, header }: { readonly position: number; readonly header: WriteHeader | undefined },
  dataEnd: number,
): Promise<boolean> {
  if (header === undefined) return (await window.bytes(position, WRITE_HEADER_BYTES))[WRITE_HEADER_BYTES - 1] === 0;
  const writeEnd = position + header.bytes;
  if (dataEnd !== writeEnd) return dataEnd < writeEnd;
  let zeroParts = 0;
  await window.forEachChunk(position, writeEnd, (chunk, at) => {
    zeroParts += countZeroParts(chunk, at);
  });
  return zeroParts > header.zeroParts;
}

/** A sound header of a write behind `position` that says that everything below was synced before it began. */
async function hasLaterWrite(
  segment: WalkedSegment,
  behind: { readonly window: FileWindow; readonly position: number; readonly dataEnd: number },
): Promise<boolean> {
  const { window, position, dataEnd } = behind;
  let isFound = false;
  await window.forEachChunk(position + WRITE_ALIGNMENT, alignUp(dataEnd, WRITE_ALIGNMENT), (chunk, chunkAt) => {
    for (let at = 0; !isFound && at < chunk.length; at += WRITE_ALIGNMENT) {
      const place = { seed: segment.seed, position: chunkAt + at };
      const header = decodeWriteHeader(chunk.subarray(at, at + WRITE_HEADER_BYTES), place);
      isFound = header !== undefined && header.syncedTo > position;
    }
  });
  return isFound;
}
