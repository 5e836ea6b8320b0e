// Where the log of a replica begins: for readers, and as its core knows it. The core's is later where a snapshot takes the place of damage: what lies up to there is sent to nobody, and is still
// read where it is sound.
import type { LogBase, LogPosition } from '../types.ts';

export class LogBeginning {
  #readers: LogBase;
  #core: LogBase;
  readonly #onMoved: (base: LogPosition) => void;

  /** `onMoved`: tells the core. */
  constructor(options: { readonly readers: LogBase; readonly core: LogBase; readonly onMoved: (base: LogPosition) => void }) {
    this.#readers = options.readers;
    this.#core = options.core;
    this.#onMoved = options.onMoved;
  }

  get readers(): LogBase {
    return this.#readers;
  }

  get core(): LogBase {
    return this.#core;
  }

  /** Entries were removed; of no interest if the log began anew meanwhile. */
  compactedTo(base: LogBase): void {
    if (base.index > this.#readers.index) this.#readers = base;
    this.leadBehind(base, base.index);
  }

  /** A snapshot that the core knows takes the place of the entries up to its own, unless the core's begins behind `through` already. */
  leadBehind(base: LogBase, through: number): void {
    if (through <= this.#core.index) return;
    this.#core = base;
    this.#onMoved({ index: base.index, term: base.term });
  }

  /** The log begins anew, as the core knows already. */
  reset(base: LogBase): void {
    this.#readers = base;
    this.#core = base;
  }
}
