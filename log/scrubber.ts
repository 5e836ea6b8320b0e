// Re-reads sealed segments piece by piece: every entry, where they lead, and the digest of what lies between them must be as their seals say. Where
// they are not the whole segment is read to find out what is damaged.
import { defined } from '../consensus/assert.ts';
import { SCRUB_READ_BYTES } from '../consensus/limits.ts';
import type { VerifyStep } from '../consensus/ports.ts';
import type { DamagedRange } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { ioFailed, LogError } from './errors.ts';
import { frameBytes } from './frame.ts';
import type { LiveSegment, LiveSegments } from './live-segments.ts';
import { isSameEnd } from './log-end.ts';
import type { LogReads } from './log-reads.ts';
import { SealDigest } from './seal-digest.ts';
import { type ScanPlace, scanSegment } from './sealing.ts';
import { type SegmentFiles, withHeld } from './segment-files.ts';
import { SEGMENT_HEADER_BYTES } from './segment-header.ts';
import { readAround } from './unreadable.ts';

/** A segment that is read in part: of what, and up to where. */
interface Started {
  readonly segment: LiveSegment;
  readonly digest: SealDigest;
  readonly after: ScanPlace;
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
      const read = await this.#readOn(segment, bytesMax - bytes);
      bytes += read.bytes;
      if (read.found === 'more') return { bytes, next: segment.firstIndex, damage };
      from = segment.lastIndex + 1;
      if (read.found === 'sound') continue;
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

  /** Reads entries of about `bytesMax` bytes more. What is damaged is left out, and shows at the end: its bytes are in no seal's digest. */
  async #readOn(segment: LiveSegment, bytesMax: number): Promise<{ readonly bytes: number; readonly found: 'more' | 'sound' | 'damaged' }> {
    const { path, header, lastIndex } = segment;
    const started = this.#started?.segment === segment ? this.#started : undefined;
    // If it fails on the way, how far the digest came is not known.
    this.#started = undefined;
    try {
      return await withHeld(this.#files.hold(path), async (file) => {
        const digest = started?.digest ?? new SealDigest(await readAround(file, 0, SEGMENT_HEADER_BYTES));
        let bytes = 0;
        const { index } = await scanSegment({
          ...{ file, path, header, limit: lastIndex + 1, end: undefined, digest },
          visit: ({ payload }) => {
            bytes += frameBytes(payload.length);
          },
          isEnough: () => bytes >= bytesMax,
          after: started?.after,
          chunkBytes: SCRUB_READ_BYTES,
        });
        const { end, endPosition } = index;
        if (bytes >= bytesMax && end.lastIndex < lastIndex) {
          this.#started = { segment, digest, after: { position: endPosition, end } };
          return { bytes, found: 'more' };
        }
        const isSound = isSameEnd(end, segment.index.end) && equalBytes(digest.value(), defined(segment.digest, 'a digest'));
        return { bytes, found: isSound ? 'sound' : 'damaged' };
      });
    } catch (error) {
      if (error instanceof LogError) throw error;
      throw ioFailed('cannot read the log', path, error);
    }
  }
}
