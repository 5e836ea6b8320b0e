// A file of which every write is synced, made of one whose writes are not: for disks that have no such handle of their own.
import type { DiskFile, OpenOptions } from '../consensus/ports.ts';

/** `file` as it was asked for: with `syncedWrites`, a write resolves once it and the file's size are durable. */
export function openedAs(file: DiskFile, { syncedWrites = false }: OpenOptions): DiskFile {
  if (!syncedWrites) return file;
  return {
    size: () => file.size(),
    read: (position, length) => file.read(position, length),
    async write(position, parts) {
      await file.write(position, parts);
      await file.sync();
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
}
