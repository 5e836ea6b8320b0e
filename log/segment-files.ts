// The segment files of a partition that are open for reading: opened when they are needed, a few kept. A file that is removed or replaced
// stays readable for whoever holds it.
import { assert } from '../consensus/assert.ts';
import { SEGMENT_FILES_OPEN_MAX } from '../consensus/limits.ts';
import type { Disk, DiskFile } from '../consensus/ports.ts';
import { ioFailed } from './errors.ts';

/** Keeps a file open until `release`, which is called once. */
export interface HeldFile {
  /** Rejects if it cannot be opened. */
  opened(): Promise<DiskFile>;
  release(): void;
}

interface OpenFile {
  readonly path: string;
  readonly file: Promise<DiskFile>;
  holders: number;
  /** No longer found under its path: closed with its last holder. */
  isRetired: boolean;
  isClosed: boolean;
}

export class SegmentFiles {
  readonly #disk: Disk;
  /** By path, the one used longest ago first. */
  readonly #files = new Map<string, OpenFile>();
  readonly #closing = new Set<Promise<void>>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  hold(path: string): HeldFile {
    const found = this.#files.get(path) ?? this.#open(path);
    found.holders++;
    this.#files.delete(path);
    this.#files.set(path, found);
    let isHeld = true;
    return {
      opened: () => found.file,
      release: () => {
        assert(isHeld, 'a file is released once');
        isHeld = false;
        found.holders--;
        if (found.isRetired) this.#closeUnheld(found);
        else this.#closeOldest();
      },
    };
  }

  /** Whoever asks for this path from now on opens it anew. Resolves when those who hold the old file have it open. */
  async retire(path: string): Promise<void> {
    const found = this.#files.get(path);
    if (found === undefined) return;
    this.#files.delete(path);
    found.isRetired = true;
    await found.file.catch(() => undefined);
    this.#closeUnheld(found);
  }

  async close(): Promise<void> {
    for (const path of [...this.#files.keys()]) await this.retire(path);
    await Promise.all(this.#closing);
  }

  #open(path: string): OpenFile {
    const file = this.#disk.open(path, { create: false }).catch((error: unknown) => {
      if (this.#files.get(path) === opened) this.#files.delete(path);
      throw ioFailed('cannot open a segment', path, error);
    });
    const opened: OpenFile = { path, file, holders: 0, isRetired: false, isClosed: false };
    // Holders see the failure when they ask for the file.
    file.catch(() => undefined);
    this.#files.set(path, opened);
    return opened;
  }

  #closeOldest(): void {
    if (this.#files.size <= SEGMENT_FILES_OPEN_MAX) return;
    for (const found of this.#files.values()) {
      if (found.holders > 0) continue;
      this.#files.delete(found.path);
      found.isRetired = true;
      this.#closeUnheld(found);
      return;
    }
  }

  #closeUnheld(found: OpenFile): void {
    if (found.holders > 0 || found.isClosed) return;
    found.isClosed = true;
    // A file that was only read loses nothing when its closing fails.
    const closed = found.file.then((file) => file.close()).catch(() => undefined);
    this.#closing.add(closed);
    closed.finally(() => this.#closing.delete(closed));
  }
}

/** Reads with a held file, and releases it. */
export async function withHeld<T>(held: HeldFile, use: (file: DiskFile) => Promise<T>): Promise<T> {
  try {
    return await use(await held.opened());
  } finally {
    held.release();
  }
}
