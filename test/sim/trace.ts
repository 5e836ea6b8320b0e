// What happened, in order: a running digest of every event (same seed, same digest), the last few for a failing run, and all on request.
import { hashText } from './random.ts';

const KEPT = 50;

export type TraceDetail = number | string | undefined;

interface TraceEvent {
  readonly at: number;
  readonly label: string;
  readonly details: readonly TraceDetail[];
}

/** Two 32-bit lanes of multiply-and-rotate: not cryptographic, only sensitive to every bit and to order. */
export class Trace {
  #high = 0x243f6a88;
  #low = 0x85a308d3;
  #count = 0;
  readonly #hashes = new Map<string, number>();
  readonly #ring: TraceEvent[] = [];
  readonly #print: ((line: string) => void) | undefined;

  constructor(print?: (line: string) => void) {
    this.#print = print;
  }

  /** Adds an event at a simulated time. Everything in it must be the same in every run of the seed. */
  add(at: number, label: string, ...details: TraceDetail[]): void {
    this.#mix(Math.floor(at * 1000) >>> 0);
    this.#mix(this.#hash(label));
    for (const detail of details) this.#mix(typeof detail === 'number' ? detail >>> 0 : detail === undefined ? 0x55aa : this.#hash(detail));
    const event = { at, label, details };
    this.#ring[this.#count % KEPT] = event;
    this.#count++;
    this.#print?.(format(event));
  }

  /** Events so far. */
  get count(): number {
    return this.#count;
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    return (this.#high >>> 0).toString(16).padStart(8, '0') + (this.#low >>> 0).toString(16).padStart(8, '0');
  }

  /** The last events, oldest first, one a line. */
  tail(): string[] {
    const lines: string[] = [];
    for (let at = Math.max(0, this.#count - KEPT); at < this.#count; at++) {
      const event = this.#ring[at % KEPT];
      if (event !== undefined) lines.push(format(event));
    }
    return lines;
  }

  /** Labels and names are few; texts that are not would fill the memory. */
  #hash(text: string): number {
    let hash = this.#hashes.get(text);
    if (hash === undefined) {
      hash = hashText(text);
      if (this.#hashes.size < 10_000) this.#hashes.set(text, hash);
    }
    return hash;
  }

  #mix(value: number): void {
    this.#high = Math.imul(this.#high ^ value, 0x9e3779b1);
    this.#high = (this.#high << 13) | (this.#high >>> 19);
    this.#low = Math.imul(this.#low + (value ^ this.#high), 0x85ebca77);
    this.#low = (this.#low << 17) | (this.#low >>> 15);
  }
}

function format({ at, label, details }: TraceEvent): string {
  const shown = details.filter((detail) => detail !== undefined);
  return `${at.toFixed(3).padStart(10)} ${label}${shown.length > 0 ? ' ' : ''}${shown.join(' ')}`;
}
