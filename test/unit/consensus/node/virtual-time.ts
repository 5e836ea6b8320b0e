// Time that a test moves by itself: timers and turns over virtual milliseconds. Between two happenings all microtasks run.
import type { Cancel, Timers } from '../../../../consensus/ports.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export class VirtualTime implements Timers {
  now = 0;
  #order = 0;
  #due: Due[] = [];

  wallClock(): number {
    return 1_000_000 + this.now;
  }

  every(ms: number, callback: () => void): Cancel {
    let cancel = this.after(ms, fire);
    const self = this;
    function fire(): void {
      cancel = self.after(ms, fire);
      callback();
    }
    return () => cancel();
  }

  after(ms: number, callback: () => void): Cancel {
    const due: Due = { at: this.now + ms, order: this.#order++, run: callback, cancelled: false };
    this.#due.push(due);
    return () => {
      due.cancelled = true;
    };
  }

  endOfTurn(callback: () => void): void {
    this.after(0, callback);
  }

  /** Timers that still run. */
  get running(): number {
    return this.#due.filter((due) => !due.cancelled).length;
  }

  /** Lets everything happen that is due within `ms`. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await settle();
    for (;;) {
      this.#due = this.#due.filter((due) => !due.cancelled).sort((a, b) => a.at - b.at || a.order - b.order);
      const next = this.#due[0];
      if (next === undefined || next.at > until) break;
      this.#due.shift();
      this.now = next.at;
      next.run();
      await settle();
    }
    this.now = until;
  }

  /** Lets time pass until the condition holds; throws after `ms`. */
  async until(condition: () => boolean, ms = 20_000): Promise<void> {
    const deadline = this.now + ms;
    await settle();
    while (!condition()) {
      if (this.now >= deadline) throw new Error(`not within ${ms} ms: ${condition}`);
      await this.pass(5);
    }
  }
}

/** Runs all microtasks, and what the runtime itself defers by a turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
