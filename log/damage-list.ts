// What of the log is known to be damaged: ranges that never overlap and never span two segments, ascending. Memory only: a start or a read finds them again.
import type { DamagedRange } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';

export class DamageList {
  #ranges: readonly DamagedRange[];

  constructor(ranges: readonly DamagedRange[]) {
    this.#ranges = sorted(ranges);
  }

  get all(): readonly DamagedRange[] {
    return this.#ranges;
  }

  /** The range that an entry lies in. */
  at(index: number): DamagedRange | undefined {
    return this.#ranges.find((range) => range.from <= index && index <= range.to);
  }

  /** The last entry from `from` on, which is sound, up to `to`, before the next damage. */
  lastSoundBefore(from: number, to: number): number {
    const next = this.#ranges.find((range) => range.from > from);
    return next === undefined ? to : Math.min(to, next.from - 1);
  }

  isIn(span: { readonly firstIndex: number; readonly lastIndex: number }): boolean {
    return this.in(span).length > 0;
  }

  /** What of it is in one segment. */
  in({ firstIndex, lastIndex }: { readonly firstIndex: number; readonly lastIndex: number }): readonly DamagedRange[] {
    return this.#ranges.filter(({ from, to }) => from >= firstIndex && to <= lastIndex);
  }

  /** What was found of one segment takes the place of what was known of it; what is found again stays the object that it was. */
  replaceIn(span: { readonly firstIndex: number; readonly lastIndex: number }, ranges: readonly DamagedRange[]): void {
    const others = this.#ranges.filter((range) => range.to < span.firstIndex || range.from > span.lastIndex);
    const found = ranges.map((range) => this.#ranges.find((known) => isSame(known, range)) ?? range);
    this.#ranges = sorted([...others, ...found]);
  }

  /** The range that holds entry `index`, of this digest, and the next one becomes two. */
  splitBehind(index: number, digest: Uint8Array): void {
    this.#ranges = this.#ranges.flatMap((range) => {
      if (range.from > index || range.to <= index) return [range];
      return [
        { ...range, to: index, digest },
        { ...range, from: index + 1, digestBefore: digest },
      ];
    });
  }

  /** Everything behind `lastIndex`, an entry of this digest, is void. */
  cutTo(lastIndex: number, digest: Uint8Array): void {
    const kept = this.#ranges.filter((range) => range.from <= lastIndex);
    this.#ranges = kept.map((range) => (range.to > lastIndex ? { ...range, to: lastIndex, digest } : range));
  }

  /** Everything up to `lastIndex` is gone. */
  dropThrough(lastIndex: number): void {
    this.#ranges = this.#ranges.filter((range) => range.to > lastIndex);
  }
}

function isSame(left: DamagedRange, right: DamagedRange): boolean {
  const isSamePlace = left.from === right.from && left.to === right.to;
  return isSamePlace && equalBytes(left.digestBefore, right.digestBefore) && equalBytes(left.digest, right.digest);
}

function sorted(ranges: readonly DamagedRange[]): readonly DamagedRange[] {
  return [...ranges].sort((left, right) => left.from - right.from);
}
