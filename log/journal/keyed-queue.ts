// Runs tasks at the same time where their keys allow it: in the order of arrival within a key, a bounded number at once, a bounded number
// waiting. Knows nothing of transactions. After the first failure nothing more is begun.
import { assert } from '../../consensus/assert.ts';

interface Task {
  readonly run: () => Promise<void>;
  /** `undefined`: overlaps with every other. */
  readonly keys: readonly string[] | undefined;
  readonly bytes: number;
  /** Unfinished tasks that come before it. */
  waitsFor: number;
  readonly followers: Task[];
  isDone: boolean;
  /** Called once it and all that arrived before it are done. */
  readonly settled: () => void;
}

export interface KeyedQueueLimits {
  /** Tasks that run at once. */
  readonly concurrency: number;
  /** Tasks that are running or waiting, and their bytes: beyond them `push` waits. */
  readonly windowTasks: number;
  readonly windowBytes: number;
}

export class KeyedQueue {
  readonly #limits: KeyedQueueLimits;
  /** Unfinished tasks in the order of arrival, and finished ones behind an unfinished one. */
  readonly #tasks: Task[] = [];
  readonly #runnable: Task[] = [];
  /** The newest unfinished task of each key. */
  readonly #lastOfKey = new Map<string, Task>();
  /** The newest unfinished task without keys. */
  #barrier: Task | undefined;
  #running = 0;
  #bytes = 0;
  #failure: { readonly cause: unknown } | undefined;
  #wake: (() => void)[] = [];

  constructor(limits: KeyedQueueLimits) {
    assert(limits.concurrency >= 1, 'at least one task runs');
    this.#limits = limits;
  }

  /**
   * Takes a task once there is room for it. `settled` is called when it and all before it are done, in the order of arrival. Rejects with
   * the first failure of any task.
   */
  async push(task: { run: () => Promise<void>; keys: readonly string[] | undefined; bytes: number; settled: () => void }): Promise<void> {
    const isFull = (): boolean =>
      this.#tasks.length >= this.#limits.windowTasks || (this.#tasks.length > 0 && this.#bytes + task.bytes > this.#limits.windowBytes);
    while (isFull() && this.#failure === undefined) await this.#change();
    this.#throwFailure();
    const added: Task = { ...task, waitsFor: 0, followers: [], isDone: false };
    this.#link(added);
    this.#tasks.push(added);
    this.#bytes += added.bytes;
    if (added.waitsFor === 0) this.#runnable.push(added);
    this.#startSome();
  }

  /** Resolves when nothing is left. After a failure rejects with it once nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#running > 0 || (this.#tasks.length > 0 && this.#failure === undefined)) await this.#change();
    this.#throwFailure();
  }

  #link(task: Task): void {
    const before = new Set<Task>();
    if (task.keys === undefined) {
      for (const other of this.#tasks) if (!other.isDone) before.add(other);
      this.#barrier = task;
      this.#lastOfKey.clear();
    } else {
      if (this.#barrier !== undefined) before.add(this.#barrier);
      for (const key of task.keys) {
        const last = this.#lastOfKey.get(key);
        if (last !== undefined) before.add(last);
        this.#lastOfKey.set(key, task);
      }
    }
    for (const other of before) other.followers.push(task);
    task.waitsFor = before.size;
  }

  #startSome(): void {
    while (this.#running < this.#limits.concurrency && this.#failure === undefined) {
      const task = this.#runnable.shift();
      if (task === undefined) return;
      this.#running++;
      // Its own failure is kept; there is nothing else to await it for.
      void this.#run(task);
    }
  }

  async #run(task: Task): Promise<void> {
    try {
      await task.run();
      this.#finish(task);
    } catch (error) {
      this.#failure ??= { cause: error };
    }
    this.#running--;
    this.#startSome();
    for (const wake of this.#wake.splice(0)) wake();
  }

  #finish(task: Task): void {
    task.isDone = true;
    if (this.#barrier === task) this.#barrier = undefined;
    for (const key of task.keys ?? []) if (this.#lastOfKey.get(key) === task) this.#lastOfKey.delete(key);
    for (const follower of task.followers) {
      follower.waitsFor--;
      if (follower.waitsFor === 0) this.#runnable.push(follower);
    }
    let settled = 0;
    for (const first of this.#tasks) {
      if (!first.isDone) break;
      settled++;
      this.#bytes -= first.bytes;
      first.settled();
    }
    this.#tasks.splice(0, settled);
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.cause;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }
}
