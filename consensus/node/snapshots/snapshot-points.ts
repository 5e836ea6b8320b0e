// When the leader proposes the next snapshot-point (ARCHITECTURE.md, "Snapshots"), and who waits for one that was asked for. Counts what is applied, so that a
// restart, which replays from the last snapshot, counts the same.
import { ENTRY_OVERHEAD_BYTES } from '../../limits.ts';
import type { Entry, Refusal } from '../../types.ts';

export type SnapshotPoint = { readonly kind: 'snapshot-point'; readonly index: number };

export class SnapshotPoints {
  readonly #intervalBytes: number;
  readonly #lastSnapshotBytes: () => number;
  #bytesSince = 0;
  /** Of the point proposed last by this node as the leader that it is now; 0 if it is applied. */
  #pendingIndex = 0;
  #waiting: { readonly index: number; readonly resolve: (result: SnapshotPoint | Refusal) => void }[] = [];

  constructor(options: { readonly intervalBytes: number; readonly lastSnapshotBytes: () => number }) {
    this.#intervalBytes = options.intervalBytes;
    this.#lastSnapshotBytes = options.lastSnapshotBytes;
  }

  /** Enough log has gathered since the last point, also measured by what a snapshot costs, and none is on its way. */
  get isDue(): boolean {
    return this.#pendingIndex === 0 && this.#bytesSince >= Math.max(this.#intervalBytes, this.#lastSnapshotBytes());
  }

  /** The leader appended a point at `index`; `resolve` is told what becomes of it. */
  proposed(index: number, resolve?: (result: SnapshotPoint | Refusal) => void): void {
    this.#pendingIndex = index;
    if (resolve !== undefined) this.#waiting.push({ index, resolve });
  }

  applied(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.#bytesSince += entry.payload.length + ENTRY_OVERHEAD_BYTES;
      if (entry.type === 'snapshot-point') this.#pointApplied(entry.index);
    }
  }

  /** A snapshot was installed: everything before it counts no more. */
  restart(): void {
    this.#bytesSince = 0;
  }

  /** Leadership is lost, or the partition closes: a point on its way may yet commit. */
  lost(refusal: Refusal): void {
    this.#pendingIndex = 0;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { resolve } of waiting) resolve(refusal);
  }

  #pointApplied(index: number): void {
    this.#bytesSince = 0;
    if (index >= this.#pendingIndex) this.#pendingIndex = 0;
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((one) => one.index > index);
    for (const one of waiting) if (one.index <= index) one.resolve({ kind: 'snapshot-point', index: one.index });
  }
}
