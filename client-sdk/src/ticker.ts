// Time for thousands of calls with one timer: a wheel of deadlines, and a tick for those who watch a stream. Counted in ticks, not on the clock: after a
// stalled event loop the answers that wait in sockets are read before deadlines that passed meanwhile are acted on.

export const TICK_MS = 50;
const SLOTS = 256;
/** Ticks that one late timer may make up for. */
const CATCH_UP_TICKS = 4;

/** What a ticker calls back once. The ticker owns `dueTick`. */
export interface Timed {
  dueTick: number;
  onTime(): void;
}

export class Ticker {
  readonly #slots: Set<Timed>[] = Array.from({ length: SLOTS }, () => new Set());
  readonly #watchers = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #tick = 0;
  #size = 0;
  #lastAt = 0;

  /** Calls `entry.onTime()` after at least `ms`. Keeps the process alive until then. */
  add(entry: Timed, ms: number): void {
    entry.dueTick = this.#tick + 1 + Math.ceil(ms / TICK_MS);
    this.#slot(entry).add(entry);
    this.#size++;
    this.#start();
    if (this.#size === 1) this.#timer?.ref();
  }

  /** Takes back an entry; nothing happens if it is not there. */
  remove(entry: Timed): void {
    if (!this.#slot(entry).delete(entry)) return;
    this.#size--;
    if (this.#size === 0) this.#timer?.unref();
  }

  /** Calls back on every tick until cancelled. Does not keep the process alive. */
  watch(callback: () => void): () => void {
    this.#watchers.add(callback);
    this.#start();
    return () => this.#watchers.delete(callback);
  }

  /** Forgets all entries and watchers. */
  clear(): void {
    for (const slot of this.#slots) slot.clear();
    this.#size = 0;
    this.#watchers.clear();
    this.#stop();
  }

  #slot(entry: Timed): Set<Timed> {
    return this.#slots[entry.dueTick % SLOTS] ?? new Set();
  }

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#lastAt = performance.now();
    this.#timer = setInterval(() => this.#onTimer(), TICK_MS);
    if (this.#size === 0) this.#timer.unref();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #onTimer(): void {
    const now = performance.now();
    const ticks = Math.min(CATCH_UP_TICKS, Math.max(1, Math.round((now - this.#lastAt) / TICK_MS)));
    this.#lastAt = now;
    for (let count = 0; count < ticks; count++) this.#advance();
    for (const watcher of this.#watchers) watcher();
    if (this.#size === 0 && this.#watchers.size === 0) this.#stop();
  }

  #advance(): void {
    this.#tick++;
    const slot = this.#slots[this.#tick % SLOTS] ?? new Set();
    for (const entry of slot) {
      if (entry.dueTick > this.#tick) continue;
      this.remove(entry);
      entry.onTime();
    }
  }
}
