// How often each thing that the simulator wants to see has happened: a fault that never strikes, or an answer that never comes, tests nothing.

export class Coverage {
  readonly #counts = new Map<string, number>();

  hit(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}

/** Adds the counts of one run to those of many. */
export function addCounts(total: Map<string, { hits: number; runs: number }>, counts: Readonly<Record<string, number>>): void {
  for (const [what, hits] of Object.entries(counts)) {
    const so = total.get(what) ?? { hits: 0, runs: 0 };
    total.set(what, { hits: so.hits + hits, runs: so.runs + 1 });
  }
}
