// The only source of randomness in the simulator: a small seeded generator, forked by name for each purpose, so that one purpose drawing
// more often does not change what the others draw.

const FNV_PRIME = 0x01000193;
const FNV_BASIS = 0x811c9dc5;

/** FNV-1a over the UTF-16 units of a text: an unsigned 32-bit number. */
export function hashText(text: string): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/** Sfc32 (Doty-Humphrey): 128 bits of state, passes PractRand, four adds a draw. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  readonly #seed: number;

  /** `seed`: an integer; its low 32 bits count. */
  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#a = this.#seed ^ 0x9e3779b9;
    this.#b = Math.imul(this.#seed, 0x85ebca6b) ^ 0xc2b2ae35;
    this.#c = this.#seed ^ 0x27d4eb2f;
    for (let warmUp = 0; warmUp < 12; warmUp++) this.next();
  }

  /** A generator of its own for this purpose; drawing from it leaves this one as it is. */
  fork(purpose: string): Random {
    return new Random(Math.imul(this.#seed, FNV_PRIME) ^ hashText(purpose));
  }

  /** An unsigned 32-bit number. */
  next(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + result) | 0;
    return result >>> 0;
  }

  /** In [0, 1). */
  fraction(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** An integer `from`..`to`. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + this.fraction() * (to - from);
  }

  /** Exponentially distributed with this mean: the time to the next of many independent happenings. */
  exponential(mean: number): number {
    return -Math.log(1 - this.fraction()) * mean;
  }

  /** One of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.integer(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('pick from an empty list');
    return picked;
  }

  /** The same elements in random order. */
  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      const moved = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = moved;
    }
    return shuffled;
  }

  bytes(count: number): Uint8Array {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at++) bytes[at] = this.next() & 0xff;
    return bytes;
  }
}
