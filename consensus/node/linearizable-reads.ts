// Linearizable reads that wait: first for the core's grant (a quorum confirmed the leader, thesis §6.4), then until what was granted is
// applied here. Owns their ids and their bound.

/** `applied`: the local state now answers the read. `lost`: this node does not lead. `full`: too many wait already. */
export type ReadResult = 'applied' | 'lost' | 'full';

export class LinearizableReads {
  readonly #max: number;
  #nextId = 1;
  readonly #ungranted = new Map<number, (result: ReadResult) => void>();
  /** Granted, waiting to be applied, in order of their index. */
  #granting: { readonly index: number; readonly done: (result: ReadResult) => void }[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  /** The id to ask the core with; `undefined` if it was answered `full` at once. */
  add(done: (result: ReadResult) => void): number | undefined {
    if (this.#ungranted.size + this.#granting.length >= this.#max) {
      done('full');
      return undefined;
    }
    const id = this.#nextId++;
    this.#ungranted.set(id, done);
    return id;
  }

  granted(id: number, index: number, appliedIndex: number): void {
    const done = this.#take(id);
    if (done === undefined) return;
    if (index <= appliedIndex) done('applied');
    else this.#granting.push({ index, done });
  }

  rejected(id: number): void {
    this.#take(id)?.('lost');
  }

  applied(appliedIndex: number): void {
    if (this.#granting.length === 0) return;
    const ready = this.#granting.filter((read) => read.index <= appliedIndex);
    this.#granting = this.#granting.filter((read) => read.index > appliedIndex);
    for (const read of ready) read.done('applied');
  }

  /** The node closes. */
  rejectAll(): void {
    const waiting = [...this.#ungranted.values(), ...this.#granting.map((read) => read.done)];
    this.#ungranted.clear();
    this.#granting = [];
    for (const done of waiting) done('lost');
  }

  #take(id: number): ((result: ReadResult) => void) | undefined {
    const done = this.#ungranted.get(id);
    this.#ungranted.delete(id);
    return done;
  }
}
