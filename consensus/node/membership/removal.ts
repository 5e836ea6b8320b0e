// When a node believes that it was removed from its cluster. What follows, the end of the process, is serve.ts's.
import type { NodeId } from '../../types.ts';

export interface RemovalOptions {
  /** All other members that this node knows of. */
  readonly others: () => readonly NodeId[];
  /** Once. */
  readonly onRemoved: (by: readonly NodeId[], detail: string) => void;
}

/**
 * A node that refuses this one with `REMOVED` judges by its own view, and that can be wrong for a while: it may have appended a change that never commits, or have been given the data of
 * another. To end a healthy member for that would cost a vote; to let a removed one run on costs nothing, since nobody listens to it. So two different nodes must say so, or the only other
 * one that is known; and one that talks to this node again has taken back what it said.
 */
export class Removal {
  readonly #options: RemovalOptions;
  readonly #said = new Set<NodeId>();
  #isBelieved = false;

  constructor(options: RemovalOptions) {
    this.#options = options;
  }

  /** `by` refused this node with `REMOVED`. */
  said(by: NodeId, detail: string): void {
    if (this.#isBelieved) return;
    this.#said.add(by);
    const others = this.#options.others();
    const isOnlyOther = others.length === 1 && others[0] === by;
    if (this.#said.size < 2 && !isOnlyOther) return;
    this.#isBelieved = true;
    this.#options.onRemoved([...this.#said], detail);
  }

  /** It accepted a stream of this node. */
  takenBack(by: NodeId): void {
    this.#said.delete(by);
  }
}
