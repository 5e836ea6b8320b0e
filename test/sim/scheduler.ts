// Simulated time: a queue of happenings in the order (time, insertion), run one by one, each followed by all of its microtasks.
import { makeDrain } from './drain.ts';

interface Scheduled {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Times are simulated milliseconds since the start, fractions allowed. */
export class Scheduler {
  #now = 0;
  #order = 0;
  #stopped = false;
  readonly #heap: Scheduled[] = [];

  get now(): number {
    return this.#now;
  }

  /** Runs `run` after `delay` ms; what is due at the same time runs in the order in which it was scheduled. */
  after(delay: number, run: () => void): void {
    if (!(delay >= 0)) throw new RangeError(`a delay of ${delay} ms`);
    this.#push({ at: this.#now + delay, order: this.#order++, run });
  }

  /** Runs `run` at this time, which is not past. */
  at(time: number, run: () => void): void {
    if (!(time >= this.#now)) throw new RangeError(`${time} ms is past`);
    this.#push({ at: time, order: this.#order++, run });
  }

  /** Ends the present `run` after the current happening. */
  stop(): void {
    this.#stopped = true;
  }

  /**
   * Runs all that is due up to simulated time `until`, calling `afterEach` once each happening and its microtasks are over, then sets the
   * time to `until`, unless stopped. Takes turns of the real event loop only where V8 has no microtask checkpoint.
   */
  async run(until: number, afterEach: () => void): Promise<void> {
    this.#stopped = false;
    const drain = makeDrain();
    if (drain === undefined) {
      while (this.#step(until)) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        afterEach();
      }
    } else {
      await new Promise<void>((resolve, reject) => {
        setImmediate(() => {
          try {
            while (this.#step(until)) {
              drain();
              afterEach();
            }
            resolve();
          } catch (error) {
            reject(error);
          }
        });
      });
    }
    if (!this.#stopped) this.#now = until;
  }

  #step(until: number): boolean {
    if (this.#stopped) return false;
    const first = this.#heap[0];
    if (first === undefined || first.at > until) return false;
    this.#pop();
    this.#now = first.at;
    first.run();
    return true;
  }

  #push(scheduled: Scheduled): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(scheduled);
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt] as Scheduled;
      if (isBefore(parent, scheduled)) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = scheduled;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Scheduled;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let childAt = 2 * at + 1;
      if (childAt >= heap.length) break;
      const right = heap[childAt + 1];
      if (right !== undefined && isBefore(right, heap[childAt] as Scheduled)) childAt++;
      const child = heap[childAt] as Scheduled;
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = last;
  }
}

function isBefore(a: Scheduled, b: Scheduled): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
