// Which node to read from where any will do: the one that was demanded, or each in turn.
import type { Cluster } from './cluster.ts';
import type { NodeConnection } from './connection.ts';
import { LedgerlineError } from './errors.ts';

export class NodeChoice {
  readonly #cluster: Cluster;
  readonly #node: string | undefined;
  #turn = Math.floor(Math.random() * 1024);

  /** `node`: its id, `undefined` for any. */
  constructor(cluster: Cluster, node: string | undefined) {
    this.#cluster = cluster;
    this.#node = node;
  }

  /** The node to ask next; `undefined` while none answers. Rejects with UNKNOWN_NODE. */
  async next(): Promise<NodeConnection | undefined> {
    const cluster = this.#cluster;
    const node = this.#node;
    const isKnown = node === undefined ? cluster.nodes().some(({ isFailing }) => !isFailing) : cluster.connectionTo(node) !== undefined;
    if (!isKnown) await Promise.all(cluster.probe());
    if (node !== undefined) {
      const connection = cluster.connectionTo(node);
      if (connection !== undefined) return connection;
      throw new LedgerlineError(
        'UNKNOWN_NODE',
        `the cluster has no node ${JSON.stringify(node)}; its nodes are ${cluster.members.join(', ')}`,
      );
    }
    const nodes = cluster.nodes().filter(({ isFailing }) => !isFailing);
    return nodes[this.#turn++ % Math.max(1, nodes.length)];
  }
}
