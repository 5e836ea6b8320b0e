// Checks the seal of a segment against the segment itself: where it ends, the chain there, terms, places, membership entries and the digest of the bytes.
import type { Disk } from '../../consensus/ports.ts';
import type { TermRun } from '../../consensus/types.ts';
import { equalBytes } from '../bytes.ts';
import type { FileWindow } from '../file-window.ts';
import { frameBytes } from '../frame.ts';
import { decodeSeal, isSealOf, SEAL_BYTES_MAX, type Seal, sealName } from '../seal.ts';
import { SealDigest } from '../seal-digest.ts';
import { encodeSegmentHeader, SEGMENT_HEADER_BYTES } from '../segment-header.ts';
import type { FramePlace } from '../segment-index.ts';
import { readSmallFile } from '../small-file.ts';
import type { ChainEnd } from './chain-check.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import type { SegmentInventory } from './partition-inventory.ts';
import type { WalkedFrame } from './segment-walk.ts';

export interface SealPlace {
  readonly disk: Disk;
  readonly partition: number;
  readonly incarnation: string;
  readonly segment: SegmentInventory;
}

/** Compares one seal with the frames of its segment as they are walked. */
export class SealCheck {
  readonly #seal: Seal;
  readonly #about: Pick<Finding, 'code' | 'partition' | 'file' | 'next'>;
  readonly #segment: SegmentInventory;
  readonly #places: readonly FramePlace[];
  readonly #terms: TermRun[] = [];
  readonly #memberships: number[] = [];
  readonly #digest: SealDigest;
  #placesSeen = 0;
  #lastTimestamp = 0;
  #endPosition = SEGMENT_HEADER_BYTES;

  private constructor(seal: Seal, place: SealPlace, about: Pick<Finding, 'code' | 'partition' | 'file' | 'next'>) {
    this.#seal = seal;
    this.#places = seal.index.places;
    this.#segment = place.segment;
    this.#about = about;
    this.#digest = new SealDigest(encodeSegmentHeader(seal.header));
  }

  /** The check of a segment's seal, `undefined` if it has none; a finding if the seal is damaged. */
  static async open(place: SealPlace): Promise<SealCheck | Finding | undefined> {
    const { disk, partition, incarnation, segment } = place;
    if (!segment.isSealed) return undefined;
    const file = `${segment.file.slice(0, -segment.name.length)}${sealName(segment)}`;
    const about = { code: 'SEAL' as const, partition, file, next: NEXT.start };
    try {
      const bytes = await readSmallFile(disk, file, SEAL_BYTES_MAX);
      const seal = decodeSeal(bytes, { incarnation, partition, sequence: segment.sequence });
      if (seal?.header.firstIndex === segment.firstIndex) return new SealCheck(seal, place, about);
      return { ...about, severity: 'damage', what: 'the seal is damaged, or that of another segment' };
    } catch (error) {
      return findingOf(error, about);
    }
  }

  /** A live frame of the segment. `window`: of its file, for this check alone. */
  async frame({ header, position }: WalkedFrame, window: FileWindow): Promise<void> {
    const { payloadBytes } = header;
    const place = this.#places[this.#placesSeen];
    if (place?.index === header.index && place.position === position && place.firstOffset === header.firstOffset) this.#placesSeen++;
    if (this.#terms.at(-1)?.term !== header.term) this.#terms.push({ firstIndex: header.index, term: header.term });
    if (header.type === 'membership') this.#memberships.push(header.index);
    this.#lastTimestamp = header.timestamp;
    this.#endPosition = position + frameBytes(payloadBytes);
    await this.#digest.addFrame(window, { position, payloadBytes });
  }

  /** The live part is over, it is sound, and ends so. */
  async finish(end: ChainEnd, window: FileWindow): Promise<Finding | undefined> {
    const { index, digest, header } = this.#seal;
    const block = await window.bytes(0, SEGMENT_HEADER_BYTES);
    if (!isSealOf(this.#seal, block) || index.end.lastIndex !== end.lastIndex) {
      return { ...this.#about, severity: 'note', what: 'the seal is older than its segment' };
    }
    const isSame =
      index.end.lastTerm === end.lastTerm &&
      index.end.nextOffset === end.nextOffset &&
      end.lastDigest !== undefined &&
      equalBytes(index.end.lastDigest, end.lastDigest) &&
      index.endPosition === this.#endPosition &&
      index.lastTimestamp === this.#lastTimestamp &&
      this.#placesSeen === this.#places.length &&
      isSameRuns(index.termRuns, this.#terms) &&
      isSameList(index.memberships, this.#memberships);
    if (!isSame) return { ...this.#about, severity: 'damage', what: 'the seal says of its segment what is not so' };
    await this.#digest.addUpTo(window, this.#endPosition);
    const isSameBetween = digest === undefined || equalBytes(this.#digest.value(), digest);
    if (isSameBetween && equalBytes(block, encodeSegmentHeader(header))) return undefined;
    const { file: segmentFile } = this.#segment;
    const what = 'the bytes of the segment are not those that were sealed, although every entry is sound';
    return { ...this.#about, severity: 'damage', file: segmentFile, what, next: NEXT.repair };
  }
}

function isSameRuns(left: readonly TermRun[], right: readonly TermRun[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ firstIndex, term }, at) => right[at]?.firstIndex === firstIndex && right[at]?.term === term)
  );
}

function isSameList(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((index, at) => right[at] === index);
}
