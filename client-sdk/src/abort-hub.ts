// Abort signals for thousands of calls: one listener on a signal however many calls share it, removed with the last of them.

export interface Abortable {
  onAbort(reason: unknown): void;
}

interface Watch {
  readonly calls: Set<Abortable>;
  readonly listener: () => void;
}

export class AbortHub {
  readonly #watches = new Map<AbortSignal, Watch>();

  /** Calls `call.onAbort` once the signal is aborted, unless `unwatch` comes first. The signal is not aborted yet. */
  watch(signal: AbortSignal, call: Abortable): void {
    let watch = this.#watches.get(signal);
    if (watch === undefined) {
      watch = { calls: new Set(), listener: () => this.#onAbort(signal) };
      this.#watches.set(signal, watch);
      signal.addEventListener('abort', watch.listener);
    }
    watch.calls.add(call);
  }

  unwatch(signal: AbortSignal, call: Abortable): void {
    const watch = this.#watches.get(signal);
    if (watch === undefined || !watch.calls.delete(call) || watch.calls.size > 0) return;
    this.#watches.delete(signal);
    signal.removeEventListener('abort', watch.listener);
  }

  #onAbort(signal: AbortSignal): void {
    const watch = this.#watches.get(signal);
    if (watch === undefined) return;
    this.#watches.delete(signal);
    signal.removeEventListener('abort', watch.listener);
    for (const call of watch.calls) call.onAbort(signal.reason);
  }
}
