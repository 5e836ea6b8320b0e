// What a damaged write in the newest segment is: torn by a crash, unclear, or rotten. The rule is FORMAT.md's ("Torn or rotten"); this is its second
// implementation, on purpose.
import { alignUp } from '../bytes.ts';
import { FileWindow } from '../file-window.ts';
import { countZeroParts, decodeWriteHeader, WRITE_ALIGNMENT, WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';
import type { WalkedSegment } from './segment-walk.ts';

export type LastWriteVerdict = 'torn' | 'unclear' | 'rotten';

/** Judges the write at `position`, whose `header` is `undefined` if it is damaged. `bytes` are those that hold anything. */
export async function judgeLastWrite(
  segment: WalkedSegment,
  write: { readonly position: number; readonly header: WriteHeader | undefined },
): Promise<{ readonly verdict: LastWriteVerdict; readonly bytes: number }> {
  const { position, header } = write;
  const window = new FileWindow(segment.file, segment.size);
  const dataEnd = await window.endOfData(position);
  const bytes = dataEnd - position;
  if (header === undefined) {
    if (await hasLaterWrite(segment, { window, position, dataEnd })) return { verdict: 'rotten', bytes };
    const mark = (await window.bytes(position, WRITE_HEADER_BYTES))[WRITE_HEADER_BYTES - 1];
    return { verdict: mark === 0 ? 'torn' : 'unclear', bytes };
  }
  const writeEnd = position + header.bytes;
  if (dataEnd > writeEnd) return { verdict: 'rotten', bytes };
  if (dataEnd < writeEnd) return { verdict: 'torn', bytes };
  let zeroParts = 0;
  await window.forEachChunk(position, writeEnd, (chunk, at) => {
    zeroParts += countZeroParts(chunk, at);
  });
  return { verdict: zeroParts > header.zeroParts ? 'torn' : 'unclear', bytes };
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
