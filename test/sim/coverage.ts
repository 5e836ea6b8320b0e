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

/** What 200 seeds must have seen at least once: every kind of fault, every branch of recovery, every way in which storage changes. */
export const MUST_HAPPEN: readonly string[] = [
  'core: claim-settled',
  'driver: claim',
  'driver: claim-dropped',
  'driver: compacted',
  'driver: damage-found',
  'driver: installed',
  'driver: installing',
  'driver: repaired',
  'driver: snapshot-damaged',
  'driver: snapshot-skipped',
  'driver: snapshot-taken',
  'driver: space-back',
  'driver: space-low',
  'log: acknowledged entries claimed',
  'log: begun anew behind a snapshot',
  'log: claim dropped',
  'log: compacted',
  'log: conflicting suffix cut',
  'log: damage found at the start',
  'log: recovered behind a base',
  'log: recovered more than was promised',
  'log: recovered several segments',
  'log: repaired',
  'log: scrubber found damage',
  'log: torn write cut',
  'log: unclear end claimed',
  'message: install-snapshot',
  'network: cut',
  'network: cut one way',
  'node: dies while starting',
  'node: disk full',
  'node: fails with its disk',
  'node: has shut down',
  'node: is killed',
  'node: long outage',
  'node: loses key-index',
  'node: loses power and all',
  'node: loses power and garbage',
  'node: loses power and newest-first',
  'node: loses power and none',
  'node: loses power and sectors',
  'node: loses power and writes',
  'node: loses state',
  'node: pauses',
  'refused: CONFLICT, none',
  'refused: KEY_EXPIRED, none',
  'refused: KEY_REUSED, none',
  'refused: LEADERSHIP_LOST, unknown',
  'refused: NO_SPACE, none',
  'refused: OVERLOADED, none',
  'refused: STALE, none',
  'refused: VOID, none',
  'rot: bits',
  'rot: cut short',
  'rot: garbage',
  'rot: hard state',
  'rot: helix',
  'rot: last write',
  'rot: lost segment',
  'rot: misdirected',
  'rot: seal',
  'rot: segment header',
  'rot: snapshot',
  'rot: zeros',
  'snapshot: asked for',
  'snapshot: damaged one found at the start',
  'snapshot: read',
  'snapshot: received',
  'snapshot: taken',
  'state: get-many',
  'state: range',
  'submit: accepted',
];
