// What the driver tells whoever observes it (logs, metrics, the simulator): changes of state, each once, by its owner.
import type { CoreEvent } from '../core/ready.ts';
import type { NodeId } from '../types.ts';

export type NodeEvent =
  | { readonly kind: 'core'; readonly partition: number; readonly event: CoreEvent }
  /** An append from a peer that cannot be right was dropped. */
  | { readonly kind: 'append-dropped'; readonly partition: number; readonly from: NodeId; readonly reason: string }
  /** Disk behind: appends are not read until the queue is shorter. */
  | { readonly kind: 'write-queue-full'; readonly partition: number; readonly bytes: number };

/** Two nodes hold different entries under the same index and term: a broken promise. The node halts, keeping its bytes. */
export class DivergenceError extends Error {
  override readonly name = 'DivergenceError';
}

/** The key index knows of applied transactions that this node's log does not hold: the log lost its end, or the index is another's. */
export class LostEntriesError extends Error {
  override readonly name = 'LostEntriesError';
}
