// A `Disk` that cannot change anything: files are opened for reading only, and everything else fails with EROFS. What the offline tools stand on.
import { type FileHandle, open, readdir } from 'node:fs/promises';
import type { Disk, DiskFile } from '../../consensus/ports.ts';

/** What is asked of a disk that changes nothing. */
export class ReadOnlyError extends Error {
  override readonly name = 'ReadOnlyError';
  readonly code = 'EROFS';
}

class ReadOnlyFile implements DiskFile {
  readonly #handle: FileHandle;
  readonly #path: string;

  constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  async size(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const buffer = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#handle.read(buffer, done, length - done, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, done);
  }

  write(): Promise<void> {
    return refuse(this.#path);
  }

  sync(): Promise<void> {
    return refuse(this.#path);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** The file system of this machine, for reading. */
export function readOnlyDisk(): Disk {
  return {
    open: async (path, { create }) => (create ? refuse(path) : new ReadOnlyFile(await open(path, 'r'), path)),
    list: (directory) => readdir(directory),
    makeDirectory: refuse,
    rename: refuse,
    remove: refuse,
    syncDirectory: refuse,
  };
}

function refuse(path: string): Promise<never> {
  return Promise.reject(new ReadOnlyError(`EROFS: nothing is changed in ${path}`));
}
