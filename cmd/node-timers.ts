// Real time behind the driver's `Timers` port. Nothing else of the server reads a clock.
import type { Cancel, Timers } from '../consensus/ports.ts';

/** Timers of this process. They keep the process alive until they are cancelled. */
export class NodeTimers implements Timers {
  wallClock(): number {
    return Date.now();
  }

  /** After a stall Node's interval fires once and goes on from there, which is what the port asks for. */
  every(ms: number, callback: () => void): Cancel {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  }

  after(ms: number, callback: () => void): Cancel {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  }

  /** The check phase comes after the poll phase, in which all input that has already arrived is read. */
  endOfTurn(callback: () => void): void {
    setImmediate(callback);
  }
}
