// What happened, in order: a running digest of every event (same seed, same digest), the last few for a failing run, and all on request.
import { hashText } from './random.ts';

const KEPT = 50;

/** Two 32-bit lanes of multiply-and-rotate: not cryptographic, only sensitive to every bit and to order. */
export class Trace {
  #high = 0x243f6a88;
  #low = 0x85a308d3;
  #count = 0;
  readonly #labels = new Map<string, number>();
  readonly #ring: { at: number; label: string; detail: string | number }[] = [];
  readonly #print: ((line: string) => void) | undefined;

  constructor(print?: (line: string) => void) {
    this.#print = print;
  }

  /** Adds an event. `label` is one of few; `detail` may be anything that is the same in every run of the seed. */
  add(at: number, label: string, detail: string | number): void {
    let labelHash = this.#labels.get(label);
    if (labelHash === undefined) {
      labelHash = hashText(label);
      this.#labels.set(label, labelHash);
    }
    this.#mix(labelHash);
    this.#mix(Math.floor(at * 1000) >>> 0);
    this.#mix(typeof detail === 'number' ? detail >>> 0 : hashText(detail));
    const event = { at, label, detail };
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
    const from = Math.max(0, this.#count - KEPT);
    const lines: string[] = [];
    for (let at = from; at < this.#count; at++) {
      const event = this.#ring[at % KEPT];
      if (event !== undefined) lines.push(format(event));
    }
    return lines;
  }

  #mix(value: number): void {
    this.#high = Math.imul(this.#high ^ value, 0x9e3779b1);
    this.#high = (this.#high << 13) | (this.#high >>> 19);
    this.#low = Math.imul(this.#low + (value ^ this.#high), 0x85ebca77);
    this.#low = (this.#low << 17) | (this.#low >>> 15);
  }
}

function format(event: { at: number; label: string; detail: string | number }): string {
  return `${event.at.toFixed(3).padStart(11)} ${event.label} ${event.detail}`;
}
