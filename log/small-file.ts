// Small files that are written once and appear whole or not at all: temporary name, sync, rename, sync of the directory.
import type { Disk } from '../consensus/ports.ts';
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
  const file = await disk.open(path + TEMPORARY_SUFFIX, { create: true });
  try {
    await file.write(0, contents instanceof Uint8Array ? [contents] : contents);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(path + TEMPORARY_SUFFIX, path);
  await disk.syncDirectory(place.directory);
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
