// What is done to segments that are no longer written to, in the background and one thing after the other: sealing them, and removing the files of
// those that are void or compacted.
import { hasCode } from './errors.ts';
import { LiveSegment, type LiveSegments } from './live-segments.ts';
import type { LogReads } from './log-reads.ts';
import type { FilesPlace } from './partition-files.ts';
import { removeFiles } from './partition-files.ts';
import { type NewSeal, sealName } from './seal.ts';
import { readSeal, writeSeal } from './sealing.ts';
import type { SegmentFiles } from './segment-files.ts';
import { removeIfThere, TEMPORARY_SUFFIX } from './small-file.ts';

export class Housekeeper {
  readonly #place: FilesPlace;
  readonly #segments: LiveSegments;
  readonly #files: SegmentFiles;
  readonly #reads: LogReads;
  readonly #failed: (error: unknown) => void;
  #queue: Promise<void> = Promise.resolve();
  #isStopped = false;

  /** `failed`: a write or sync failed, after which the log must not go on. */
  constructor(options: {
    readonly place: FilesPlace;
    readonly segments: LiveSegments;
    readonly files: SegmentFiles;
    readonly reads: LogReads;
    readonly failed: (error: unknown) => void;
  }) {
    this.#place = options.place;
    this.#segments = options.segments;
    this.#files = options.files;
    this.#reads = options.reads;
    this.#failed = options.failed;
  }

  /** Seals a segment that is whole. `digest`: of what was written, if that is known; else all of it is read and verified first. One that is not whole at least keeps no stale seal. */
  seal(segment: LiveSegment, digest?: Uint8Array): void {
    this.#do(async () => {
      if (!(await this.#maybeSeal(segment, digest))) await this.#removeStaleSeal(segment);
    });
  }

  /** Removes files and seals. Resolves when they are gone for good; rejects when it fails, which ends the log. */
  remove(segments: readonly LiveSegment[]): Promise<void> {
    return this.#do(async () => {
      for (const segment of segments) await this.#files.retire(segment.path);
      await removeFiles(
        this.#place,
        segments.map(({ header }) => header),
      );
    });
  }

  /** Finishes what is under way and begins nothing more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#queue;
  }

  #do(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(async () => {
      if (!this.#isStopped) await work();
    });
    // Whoever asked for it may have its failure; the log has it in any case.
    this.#queue = done.catch((error: unknown) => this.#failed(error));
    return done;
  }

  async #maybeSeal(segment: LiveSegment, digest: Uint8Array | undefined): Promise<boolean> {
    const isLive = (): boolean => this.#segments.includes(segment) && !segment.isMissing && !this.#reads.damage.isIn(segment);
    if (!isLive()) return false;
    let sealed = segment;
    let found = digest;
    if (found === undefined) {
      const { ranges, index, digest: read } = await this.#reads.findDamage(segment);
      if (ranges.length > 0) return false;
      // Of one that was cut this says exactly where it ends.
      const { path, header, bytes } = segment;
      sealed = new LiveSegment({ path, header, index, bytes });
      found = read.value();
    }
    if (!isLive()) return false;
    const { header, index } = sealed;
    if (!(await this.#maybeWriteSeal({ header, index, digest: found }))) return false;
    sealed.digest = found;
    if (sealed !== segment && isLive()) this.#segments.replace(segment, sealed);
    return true;
  }

  /** The seal of before a cut tells void entries from others only while the segment behind the cut is there: if that is lost, it would bring them back. */
  async #removeStaleSeal(segment: LiveSegment): Promise<void> {
    const { disk, directory } = this.#place;
    const { header, lastIndex, isMissing } = segment;
    if (isMissing || !this.#segments.includes(segment)) return;
    const name = sealName(header);
    if (!(await disk.list(directory)).includes(name)) return;
    const seal = await readSeal(disk, directory, header);
    if (seal === undefined || seal.index.end.lastIndex <= lastIndex) return;
    await disk.remove(`${directory}/${name}`);
    await disk.syncDirectory(directory);
  }

  /** Not without space: a seal is nothing but a help, which a later start makes. Any other failure of a write or sync is one of the log's. */
  async #maybeWriteSeal(seal: NewSeal): Promise<boolean> {
    const { disk, directory } = this.#place;
    try {
      await writeSeal(disk, directory, seal);
      return true;
    } catch (error) {
      if (!hasCode(error, 'ENOSPC') && !hasCode(error, 'EDQUOT')) throw error;
      await removeIfThere(disk, `${directory}/${sealName(seal.header)}${TEMPORARY_SUFFIX}`);
      return false;
    }
  }
}
