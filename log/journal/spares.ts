// Zeroed files that the next segments are begun on, a few for each directory: made ahead, so that a full disk is noticed before anything is
// committed into it, or recycled from segments that were applied. All bytes are zero and synced before one is handed out, so nothing of a
// file's former life is left, and its new sequence number changes the seed of every checksum besides.
import { defined } from '../../consensus/assert.ts';
import type { Disk, DiskFile } from '../../consensus/ports.ts';
import { spareName } from './directories.ts';
import { isNoSpace } from './errors.ts';
import { JOURNAL_SPARES_MAX, JOURNAL_ZERO_STEP_BYTES } from './limits.ts';
import type { SegmentPlace } from './segment.ts';

/** There is no space for a spare; nothing is left behind. */
export interface NoSpace {
  readonly noSpace: unknown;
}

interface Pool {
  readonly directory: string;
  readonly ready: SegmentPlace[];
  /** Calls that will add to `ready`. */
  underWay: number;
  /** What is done to this directory's files, one after the other. */
  work: Promise<unknown>;
}

export class Spares {
  readonly #disk: Disk;
  readonly #capacity: number;
  readonly #pools: readonly Pool[];
  #names = 0;
  #isClosed = false;

  constructor(disk: Disk, options: { readonly directories: readonly string[]; readonly capacity: number }) {
    this.#disk = disk;
    this.#capacity = options.capacity;
    this.#pools = options.directories.map((directory) => ({ directory, ready: [], underWay: 0, work: Promise.resolve() }));
  }

  /** Makes a spare for this directory unless it has one. Rejects with the file system's error, unless it is a want of space. */
  async prepare(directory: number): Promise<NoSpace | undefined> {
    const pool = this.#pool(directory);
    if (pool.ready.length > 0) return undefined;
    return await this.#enqueue(pool, async () => {
      if (pool.ready.length > 0 || this.#isClosed) return undefined;
      const path = this.#newPath(pool);
      try {
        return await this.#zero(pool, { path, file: await this.#disk.open(path, { create: true }) });
      } catch (error) {
        if (isNoSpace(error)) return { noSpace: error };
        throw error;
      }
    });
  }

  /** A zeroed file; one is made if there is none. */
  async take(directory: number): Promise<SegmentPlace | NoSpace> {
    const failed = await this.prepare(directory);
    return failed ?? defined(this.#pool(directory).ready.shift(), 'a spare');
  }

  /** Recycles the file of a segment that is needed no more, or removes it if there are spares enough. */
  async recycle(directory: number, segment: SegmentPlace & { readonly capacity: number }): Promise<void> {
    const pool = this.#pool(directory);
    const isEnough = pool.ready.length + pool.underWay >= JOURNAL_SPARES_MAX || segment.capacity !== this.#capacity;
    await this.#enqueue(pool, async () => {
      // What is left behind is below the oldest segment, and is removed by the next start.
      if (this.#isClosed) return segment.file.close();
      if (isEnough) {
        await segment.file.close();
        return this.#disk.remove(segment.path);
      }
      const path = this.#newPath(pool);
      await this.#disk.rename(segment.path, path);
      await this.#disk.syncDirectory(pool.directory);
      await this.#zero(pool, { path, file: segment.file });
      return undefined;
    });
  }

  /** Closes the spares; the next start removes them. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const pool of this.#pools) {
      await pool.work;
      for (const spare of pool.ready.splice(0)) await spare.file.close();
    }
  }

  #pool(directory: number): Pool {
    return defined(this.#pools[directory], 'a pool');
  }

  #newPath(pool: Pool): string {
    return `${pool.directory}/${spareName(++this.#names)}`;
  }

  async #enqueue<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
    pool.underWay++;
    const done = pool.work.then(work);
    // The caller has the error; the next in the queue begins anyway.
    pool.work = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      pool.underWay--;
    }
  }

  /** Writes zeros over all of the file, in small synced steps, so that commits to other files do not wait behind one large sync. */
  async #zero(pool: Pool, spare: SegmentPlace): Promise<NoSpace | undefined> {
    try {
      await zeroFile(spare.file, this.#capacity);
      pool.ready.push(spare);
      return undefined;
    } catch (error) {
      await spare.file.close();
      // A file that stays behind is removed by the next start.
      await this.#disk.remove(spare.path).catch(() => undefined);
      if (isNoSpace(error)) return { noSpace: error };
      throw error;
    }
  }
}

async function zeroFile(file: DiskFile, capacity: number): Promise<void> {
  const zeros = new Uint8Array(Math.min(JOURNAL_ZERO_STEP_BYTES, capacity));
  for (let at = 0; at < capacity; at += zeros.length) {
    await file.write(at, [zeros.subarray(0, Math.min(zeros.length, capacity - at))]);
    await file.sync();
  }
}
