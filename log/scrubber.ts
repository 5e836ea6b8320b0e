// Re-reads sealed segments piece by piece and compares their digests with those of their seals. Where one differs the whole segment is read
// entry by entry to find out what is damaged.
import { createHash, type Hash } from 'node:crypto';
import { SEGMENT_READ_BYTES } from '../consensus/limits.ts';
import type { VerifyStep } from '../consensus/ports.ts';
import type { DamagedRange } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { ioFailed } from './errors.ts';
import type { LiveSegment, LiveSegments } from './live-segments.ts';
import type { LogReads } from './log-reads.ts';
import { type SegmentFiles, withHeld } from './segment-files.ts';
import { readAround } from './unreadable.ts';

/** A segment that is read in part. */
interface Started {
  readonly segment: LiveSegment;
  readonly hash: Hash;
  position: number;
}

export class Scrubber {
  readonly #segments: LiveSegments;
  readonly #files: SegmentFiles;
  readonly #reads: LogReads;
  /** Called for a segment whose entries are sound, and something between them is not. */
  readonly #writeAnew: (segment: LiveSegment) => Promise<void>;
  #started: Started | undefined;

  constructor(options: {
    readonly segments: LiveSegments;
    readonly files: SegmentFiles;
    readonly reads: LogReads;
    readonly writeAnew: (segment: LiveSegment) => Promise<void>;
  }) {
    this.#segments = options.segments;
    this.#files = options.files;
    this.#reads = options.reads;
    this.#writeAnew = options.writeAnew;
  }

  /** As `PartitionStorage.verify`. A segment whose beginning was not read just before is read from its beginning. */
  async verify(options: { readonly from: number; readonly bytesMax: number }): Promise<VerifyStep> {
    const { bytesMax } = options;
    const damage: DamagedRange[] = [];
    let { from } = options;
    let bytes = 0;
    for (;;) {
      const segment = this.#nextFrom(from);
      if (segment === undefined) return { bytes, next: undefined, damage };
      if (bytes >= bytesMax) return { bytes, next: Math.max(from, segment.firstIndex), damage };
      const started = this.#startedIn(segment);
      const read = await this.#readOn(started, bytesMax - bytes);
      bytes += read;
      if (started.position < segment.index.endPosition && read > 0) return { bytes, next: segment.firstIndex, damage };
      this.#started = undefined;
      from = segment.lastIndex + 1;
      if (isSound(started)) continue;
      const { ranges } = await this.#reads.findDamage(segment);
      bytes += segment.index.endPosition;
      damage.push(...ranges);
      if (ranges.length === 0) await this.#writeAnew(segment);
    }
  }

  /** The first sealed segment that ends at or behind an index and of which no damage is known. */
  #nextFrom(index: number): LiveSegment | undefined {
    return this.#segments.all.find(
      (segment) => segment.lastIndex >= index && segment.digest !== undefined && !this.#reads.damage.isIn(segment),
    );
  }

  #startedIn(segment: LiveSegment): Started {
    if (this.#started?.segment !== segment) this.#started = { segment, hash: createHash('sha256'), position: 0 };
    return this.#started;
  }

  /** Reads about `bytesMax` bytes more; returns how many. */
  async #readOn(started: Started, bytesMax: number): Promise<number> {
    const { segment, hash } = started;
    const { endPosition } = segment.index;
    let bytes = 0;
    try {
      await withHeld(this.#files.hold(segment.path), async (file) => {
        while (bytes < bytesMax && started.position < endPosition) {
          const chunk = await readAround(file, started.position, Math.min(SEGMENT_READ_BYTES, endPosition - started.position));
          if (chunk.length === 0) return;
          hash.update(chunk);
          started.position += chunk.length;
          bytes += chunk.length;
        }
      });
    } catch (error) {
      throw ioFailed('cannot read the log', segment.path, error);
    }
    return bytes;
  }
}

function isSound({ segment, hash }: Started): boolean {
  return segment.digest !== undefined && equalBytes(new Uint8Array(hash.digest()), segment.digest);
}
