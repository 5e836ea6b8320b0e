// Writes again what a process before this one wrote: after a crash or a failed sync the page cache may show what the disk does not hold, and a
// sync of pages that count as clean does nothing about it (FORMAT.md, A4).
import { assert } from '../consensus/assert.ts';
import { RECOVERY_READ_BYTES } from '../consensus/limits.ts';
import type { DiskFile } from '../consensus/ports.ts';

/** The same bytes once more, so that the next sync finds them changed. They are there: the caller has read them. */
export async function rewrite(file: DiskFile, range: { readonly position: number; readonly bytes: number }): Promise<void> {
  for (let done = 0; done < range.bytes; ) {
    const chunk = await file.read(range.position + done, Math.min(RECOVERY_READ_BYTES, range.bytes - done));
    assert(chunk.length > 0, 'what was read is there to be written again');
    await file.write(range.position + done, [chunk]);
    done += chunk.length;
  }
}
