// The set of worlds that were seen, as 64-bit hashes in typed arrays: 16 bytes a world at most. Two different worlds are taken for one with a probability of about
// n² / 2^65: one in a million for five million worlds.
const START_SLOTS = 2 ** 16;

export class Visited {
  #high = new Uint32Array(START_SLOTS);
  #low = new Uint32Array(START_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Whether what has this hash (two unsigned 32-bit numbers, not both 0) is new. */
  maybeAdd(high: number, low: number): boolean {
    if (!this.#put(high, low)) return false;
    this.#size++;
    if (this.#size * 2 > this.#high.length) this.#grow();
    return true;
  }

  #put(high: number, low: number): boolean {
    const mask = this.#high.length - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      if (this.#high[slot] === 0 && this.#low[slot] === 0) {
        this.#high[slot] = high;
        this.#low[slot] = low;
        return true;
      }
      if (this.#high[slot] === high && this.#low[slot] === low) return false;
    }
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(low.length * 2);
    for (let slot = 0; slot < high.length; slot++) {
      if (high[slot] !== 0 || low[slot] !== 0) this.#put(high[slot] ?? 0, low[slot] ?? 0);
    }
  }
}
