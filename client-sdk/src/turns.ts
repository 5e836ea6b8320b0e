// Calls of one thing that must not overlap: each begins when the one before has ended. So a consumer may ask an iterator for several values at once,
// as it may of an async generator.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** No call is under way or waits. */
  get isFree(): boolean {
    return this.#waiting === 0;
  }

  /** Calls `call` in its turn; settles as it does. */
  take<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(call);
    const end = (): void => {
      this.#waiting--;
    };
    this.#waiting++;
    this.#last = turn.then(end, end);
    return turn;
  }
}
