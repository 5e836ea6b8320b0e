// Follows the history of one partition entry by entry, across damage: what must come next, which entries a hole has cost, and where the chain of
// digests is taken up again behind it.
import type { EntryBody } from '../../consensus/types.ts';
import { equalBytes } from '../bytes.ts';
import { chainDigest } from '../chain-digest.ts';
import { isSameEnd, type LogEnd } from '../log-end.ts';
import type { Finding } from './finding.ts';
import { NEXT } from './finding.ts';
import type { WalkedFrame } from './segment-walk.ts';

/** The end of the log so far; `lastDigest` is not known right behind a damaged entry. */
export type ChainEnd = Omit<LogEnd, 'lastDigest'> & { readonly lastDigest: Uint8Array | undefined };

/** Where something was found. */
export interface ChainPlace {
  readonly partition: number;
  readonly file: string;
  readonly position: number;
}

/** A hole that has begun: entries from the next one on may have been in it. */
interface Hole extends ChainPlace, HoleFacts {}

interface HoleFacts {
  readonly bytes: number;
  /** It goes at least to this entry. */
  readonly to?: number;
  readonly what: string;
}

/** What `ChainCheck` can be taken back to. */
export interface ChainMark {
  readonly end: ChainEnd;
  readonly hole: Hole | undefined;
  readonly entries: number;
  readonly transactions: number;
}

export class ChainCheck {
  /** Digests of the entries at these indexes, as they come; `undefined` until then, and for a damaged one. */
  readonly digests: ReadonlyMap<number, Uint8Array | undefined>;
  readonly #digests: Map<number, Uint8Array | undefined>;
  #end: ChainEnd;
  #hole: Hole | undefined;
  #entries = 0;
  #transactions = 0;

  /** `start`: what the log is before its first entry. `wanted`: the indexes of `digests`. */
  constructor(start: LogEnd, wanted: readonly number[]) {
    this.#end = start;
    this.#digests = new Map(wanted.map((index) => [index, index === start.lastIndex ? start.lastDigest : undefined]));
    this.digests = this.#digests;
  }

  get hasHole(): boolean {
    return this.#hole !== undefined;
  }

  get end(): ChainEnd {
    return this.#end;
  }

  get mark(): ChainMark {
    return { end: this.#end, hole: this.#hole, entries: this.#entries, transactions: this.#transactions };
  }

  /** Forgets what came after `mark`, a hole that began there included. */
  backTo(mark: ChainMark): void {
    this.#end = mark.end;
    this.#entries = mark.entries;
    this.#transactions = mark.transactions;
    this.#hole = mark.hole;
  }

  /** Bytes in which the next entries may have been. A second one before the next sound frame is part of the first. */
  hole(place: ChainPlace, damage: HoleFacts): void {
    this.#hole ??= { ...place, ...damage };
  }

  /** The hole that is open, if one is, goes at least to this entry. */
  extendHole(to: number): void {
    if (this.#hole !== undefined && to > this.#end.lastIndex) this.#hole = { ...this.#hole, to };
  }

  /** A sound header of the frame of this entry was found: a hole that is open ends before it. */
  closeBefore(index: number): Finding[] {
    return this.#closeHole(index - 1);
  }

  /** A frame with a sound header, and what is wrong with it; behind a hole it need not continue what is known. */
  frame(frame: WalkedFrame, options: { readonly place: ChainPlace; readonly isBehindHole: boolean }): Finding[] {
    const { place, isBehindHole } = options;
    const { header } = frame;
    const findings: Finding[] = [];
    const misfit = isBehindHole && header.index > this.#end.lastIndex ? undefined : this.#misfit(frame);
    if (misfit !== undefined) {
      const isGap = header.index > this.#end.lastIndex + 1;
      const range = isGap ? { from: this.#end.lastIndex + 1, to: header.index - 1 } : { from: header.index, to: header.index };
      findings.push({ ...entriesFinding(place), ...range, what: misfit });
    }
    const body: EntryBody = { ...header, payload: frame.payload };
    if (!frame.payloadChecksumHolds) {
      const what = 'the payload of an entry does not match its checksum';
      const { index } = header;
      findings.push({ ...entriesFinding(place), bytes: frame.payload.length, from: index, to: index, what });
    }
    this.#entries++;
    this.#transactions += header.count;
    this.#end = {
      lastIndex: header.index,
      lastTerm: header.term,
      nextOffset: header.firstOffset + header.count,
      lastDigest: frame.payloadChecksumHolds ? chainDigest(header.previousDigest, header.index, body) : undefined,
    };
    if (this.#digests.has(header.index)) this.#digests.set(header.index, this.#end.lastDigest);
    return findings;
  }

  /** A segment begins: its header says what is before it, and `undefined` if it is damaged. */
  segment(start: LogEnd | undefined, place: ChainPlace & { readonly firstIndex: number }): Finding[] {
    const { firstIndex, ...where } = place;
    const findings = this.#closeHole(firstIndex - 1);
    const digest = this.#end.lastDigest ?? start?.lastDigest;
    const continues =
      this.#end.lastIndex === firstIndex - 1 &&
      (start === undefined || digest === undefined || isSameEnd({ ...this.#end, lastDigest: digest }, start));
    if (!continues && findings.length === 0) {
      const what = 'what comes before this segment is missing or another history';
      const isGap = this.#end.lastIndex < firstIndex - 1;
      const range = isGap ? { from: this.#end.lastIndex + 1, to: firstIndex - 1 } : { from: firstIndex, to: firstIndex };
      findings.push({ ...entriesFinding(where), ...range, what });
    }
    if (start !== undefined) this.#end = start;
    else if (!continues) this.#end = { ...this.#end, lastIndex: firstIndex - 1, lastDigest: undefined };
    return findings;
  }

  /** Nothing comes any more: a hole at the end has cost nobody knows how much. */
  finish(): Finding[] {
    return this.#closeHole(undefined);
  }

  #closeHole(to: number | undefined): Finding[] {
    const hole = this.#hole;
    this.#hole = undefined;
    if (hole === undefined) return [];
    const { bytes, what, partition, file, position } = hole;
    const from = this.#end.lastIndex + 1;
    const known = to ?? hole.to;
    const range = known === undefined ? { from } : known >= from ? { from, to: known } : {};
    return [{ ...entriesFinding({ partition, file, position }), bytes, ...range, what }];
  }

  #misfit({ header }: WalkedFrame): string | undefined {
    const { lastIndex, lastTerm, nextOffset, lastDigest } = this.#end;
    const { index, term, firstOffset } = header;
    if (index !== lastIndex + 1) return `entry ${index} lies where entry ${lastIndex + 1} belongs`;
    if (term < lastTerm) return `entry ${index} is of term ${term}, the one before of term ${lastTerm}`;
    if (firstOffset !== nextOffset) return `entry ${index} begins at offset ${firstOffset}, not ${nextOffset}`;
    if (lastDigest !== undefined && !equalBytes(header.previousDigest, lastDigest))
      return `entry ${index} does not continue the digest chain`;
    return undefined;
  }
}

function entriesFinding(place: ChainPlace): Omit<Finding, 'what'> {
  return { ...place, severity: 'damage', code: 'ENTRIES', next: NEXT.repair };
}
