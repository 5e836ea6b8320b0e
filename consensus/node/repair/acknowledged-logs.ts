// What this node remembers that others have acknowledged to it, durably, of what is committed (ARCHITECTURE.md "Disks that forget"); in memory only. An entry that is committed is cut off by nobody, so
// whoever comes back with less has lost it.
import { type LogEnds, type Rollback, rollbackIn } from '../../log-ends.ts';
import type { NodeId } from '../../types.ts';

/** Starts of a node that are remembered as judged: those of which a stream may still be on its way. */
const RUNS_MAX = 16;

interface Remembered {
  /** By partition, from 1 on. */
  readonly acknowledged: number[];
  /** Starts whose logs held all that was remembered when their first stream was accepted; the newest last. */
  runs: string[];
}

export class AcknowledgedLogs {
  readonly #partitions: number;
  readonly #nodes = new Map<NodeId, Remembered>();

  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  /** This node leads, and knows that the other one's log holds durably all up to `index`, which is committed. */
  note(node: NodeId, partition: number, index: number): void {
    const { acknowledged } = this.#of(node);
    acknowledged[partition - 1] = Math.max(acknowledged[partition - 1] ?? 0, index);
  }

  /**
   * What the node has forgotten, if anything. Each start of it is judged once, by the first stream that is accepted: what is remembered then was acknowledged by earlier ones. Later the hello
   * of a stream may be older than an acknowledgement on another one.
   */
  judge(node: NodeId, { run, indexes }: LogEnds): Rollback | undefined {
    const remembered = this.#of(node);
    if (remembered.runs.includes(run)) return undefined;
    const rollback = rollbackIn(remembered.acknowledged, indexes);
    if (rollback === undefined) remembered.runs = [...remembered.runs.slice(1 - RUNS_MAX), run];
    return rollback;
  }

  #of(node: NodeId): Remembered {
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const fresh: Remembered = { acknowledged: new Array<number>(this.#partitions).fill(0), runs: [] };
    this.#nodes.set(node, fresh);
    return fresh;
  }
}
