// Small files that are written once and appear whole or not at all: temporary name, sync, rename, sync of the directory.
import { NoSpaceError } from '../consensus/no-space.ts';
import type { Disk } from '../consensus/ports.ts';
import { hasCode } from './errors.ts';
import { readAround } from './unreadable.ts';

/** The ending of the names of files that are not finished. Whoever finds one after a crash removes it. */
export const TEMPORARY_SUFFIX = '.tmp';

/** Makes `directory/name` with these contents, durable when it resolves; one of that name is replaced. */
export async function writeSmallFile(
  disk: Disk,
  place: { readonly directory: string; readonly name: string },
  contents: Uint8Array | readonly Uint8Array[],
): Promise<void> {
  const path = `${place.directory}/${place.name}`;
  await orNoSpace(disk, path + TEMPORARY_SUFFIX, async () => {
    const file = await disk.open(path + TEMPORARY_SUFFIX, { create: true });
    try {
      await file.write(0, contents instanceof Uint8Array ? [contents] : contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(path + TEMPORARY_SUFFIX, path);
  });
  await disk.syncDirectory(place.directory);
}

/**
 * Runs `write`, which makes the file `temporary` and at last renames it. Where the disk is full the file is removed, so that nothing has changed, and this rejects with `NoSpaceError`; with
 * any other failure as it is.
 */
export async function orNoSpace<T>(disk: Disk, temporary: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!hasCode(error, 'ENOSPC') && !hasCode(error, 'EDQUOT')) throw error;
    // There is none if it could not even be made.
    await removeIfThere(disk, temporary);
    throw new NoSpaceError(`there is no space to write ${temporary}: ${(error as Error).message}`, { cause: error });
  }
}

/** The contents of a small file; of a larger one no more than `bytesMax` + 1 bytes, so that the caller sees that it is too large. */
export async function readSmallFile(disk: Disk, path: string, bytesMax: number): Promise<Uint8Array> {
  const file = await disk.open(path, { create: false });
  try {
    return await readAround(file, 0, Math.min(await file.size(), bytesMax + 1));
  } finally {
    await file.close();
  }
}

/** Removes a file that may be gone already. */
export async function removeIfThere(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
