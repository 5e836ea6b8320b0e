// Which offset ends at which of a leader's own entries, until that is accepted or applied: the core counts entries, clients count offsets.

export class AppendedOffsets {
  /** Ascending in both. */
  #ends: { readonly index: number; readonly offset: number }[] = [];

  /** The entry at `index` ends with `offset`. */
  add(index: number, offset: number): void {
    this.#ends.push({ index, offset });
  }

  /** These batches are about to be appended behind this end of the log. */
  addBatches(tip: { readonly index: number; readonly nextOffset: number }, batches: readonly (readonly unknown[])[]): void {
    let { index, nextOffset } = tip;
    for (const batch of batches) {
      nextOffset += batch.length;
      this.add(++index, nextOffset - 1);
    }
  }

  /** The last offset of the entries up to `index`, which are forgotten; `undefined` if they bring none that was not taken before. */
  take(index: number): number | undefined {
    let taken = 0;
    while ((this.#ends[taken]?.index ?? Number.POSITIVE_INFINITY) <= index) taken++;
    return this.#ends.splice(0, taken).at(-1)?.offset;
  }

  clear(): void {
    this.#ends = [];
  }
}
