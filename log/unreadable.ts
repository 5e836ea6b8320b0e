// Reads around what the disk reports as unreadable (EIO): rot, as most disks tell of it. In its place come bytes that no checksum fits, and that are not zero, so that nothing
// looks as if it had never been written. What was damaged is then found as if the bytes had changed.
import type { DiskFile } from '../consensus/ports.ts';
import { hasCode } from './errors.ts';

/** Bytes that are given up together: the least that disks and file systems read. */
const BLOCK_BYTES = 4096;
const FILLER = 0xff;

/** As `DiskFile.read`, with a filler where the disk cannot. */
export async function readAround(file: DiskFile, position: number, length: number): Promise<Uint8Array> {
  try {
    return await file.read(position, length);
  } catch (error) {
    if (!hasCode(error, 'EIO')) throw error;
    return readBlocks(file, position, length);
  }
}

async function readBlocks(file: DiskFile, position: number, length: number): Promise<Uint8Array> {
  const end = Math.min(position + length, await file.size());
  const bytes = new Uint8Array(Math.max(0, end - position));
  for (let at = position; at < end; ) {
    const to = Math.min(end, (Math.floor(at / BLOCK_BYTES) + 1) * BLOCK_BYTES);
    try {
      bytes.set(await file.read(at, to - at), at - position);
    } catch (error) {
      if (!hasCode(error, 'EIO')) throw error;
      bytes.fill(FILLER, at - position, to - position);
    }
    at = to;
  }
  return bytes;
}
