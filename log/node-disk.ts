// The real `Disk`: node:fs/promises file handles. Files are 0600 and directories 0700. No caching, no retries: an error is the caller's.
// Synced writes are one call (O_DSYNC) where that means what fdatasync does.
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import { openedAs } from './synced-writes.ts';

const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

class NodeDiskFile implements DiskFile {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    this.#handle = handle;
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
    // Not a Buffer: the `slice` of one is no copy.
    return new Uint8Array(buffer.buffer, buffer.byteOffset, done);
  }

  async write(position: number, parts: readonly Uint8Array[]): Promise<void> {
    let rest = parts.filter((part) => part.length > 0);
    let at = position;
    while (rest.length > 0) {
      const { bytesWritten } = await this.#handle.writev(rest, at);
      if (bytesWritten === 0) throw new Error(`pwritev at ${at} wrote nothing`);
      at += bytesWritten;
      rest = without(rest, bytesWritten);
    }
  }

  async sync(): Promise<void> {
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** What is left of `parts` when their first `count` bytes are taken away: a short write goes on from there. */
function without(parts: readonly Uint8Array[], count: number): Uint8Array[] {
  let left = count;
  const rest: Uint8Array[] = [];
  for (const part of parts) {
    if (left >= part.length) {
      left -= part.length;
    } else {
      rest.push(left === 0 ? part : part.subarray(left));
      left = 0;
    }
  }
  return rest;
}

/**
 * Linux does the same for a write with O_DSYNC as for a write and fdatasync, in one turn through the threads of Node instead of two. Elsewhere it may mean less: macOS leaves the bytes in the
 * cache of the drive.
 */
const CAN_SYNC_IN_WRITE = process.platform === 'linux';

/** The file system of this machine. `syncInWrite: false` makes a synced write of two calls, as on other systems. */
export function nodeDisk({ syncInWrite = CAN_SYNC_IN_WRITE } = {}): Disk {
  return {
    async open(path, options) {
      const isInCall = options.syncedWrites === true && syncInWrite;
      const flags = constants.O_RDWR | (options.create ? constants.O_CREAT | constants.O_EXCL : 0) | (isInCall ? constants.O_DSYNC : 0);
      const file = new NodeDiskFile(await open(path, flags, FILE_MODE));
      return isInCall ? file : openedAs(file, options);
    },
    list: (directory) => readdir(directory),
    makeDirectory: (path) => mkdir(path, DIRECTORY_MODE),
    rename: (from, to) => rename(from, to),
    remove: (path) => unlink(path),
    async syncDirectory(path) {
      const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}
