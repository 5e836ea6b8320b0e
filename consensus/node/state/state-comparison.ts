// Nodes that took a snapshot at the same point must have the same state: after taking one this node looks at the others' and says who differs. Nothing is repaired: one of
// the two is wrong, and only people can tell which.
import { SNAPSHOT_COMPARE_ATTEMPTS, SNAPSHOT_COMPARE_MS } from '../../limits.ts';
import type { PeerRequests } from '../../ports.ts';
import type { NodeId, SnapshotInfo } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import type { Pauses } from '../pauses.ts';

export class StateComparison {
  readonly #partition: number;
  readonly #peers: () => readonly NodeId[];
  readonly #peerRequests: PeerRequests;
  readonly #pauses: Pauses;
  readonly #observe: (event: NodeEvent) => void;
  readonly #diverged = new Set<NodeId>();
  /** The snapshot that is being compared: a later one takes its place. */
  #index = 0;

  constructor(options: {
    readonly partition: number;
    /** All other nodes that are known of. */
    readonly peers: () => readonly NodeId[];
    readonly peerRequests: PeerRequests;
    readonly pauses: Pauses;
    readonly observe: (event: NodeEvent) => void;
  }) {
    this.#partition = options.partition;
    this.#peers = options.peers;
    this.#peerRequests = options.peerRequests;
    this.#pauses = options.pauses;
    this.#observe = options.observe;
  }

  /** Nodes that differed at the last snapshot that was compared with theirs. */
  get diverged(): readonly NodeId[] {
    const peers = this.#peers();
    return [...this.#diverged].filter((node) => peers.includes(node)).sort();
  }

  /** Compares with every other node; those that have not finished theirs are asked a few times more. */
  async compare(info: SnapshotInfo): Promise<void> {
    this.#index = info.index;
    let left = this.#peers();
    for (let attempt = 1; attempt <= SNAPSHOT_COMPARE_ATTEMPTS && left.length > 0; attempt++) {
      if (attempt > 1) await this.#pauses.wait(SNAPSHOT_COMPARE_MS);
      if (this.#pauses.isClosed || this.#index !== info.index) return;
      const answers = await Promise.all(left.map((peer) => this.#compareWith(peer, info)));
      left = left.filter((_, at) => !answers[at]);
    }
  }

  /** Whether the other node has a snapshot of this point, and says so if it differs. */
  async #compareWith(peer: NodeId, info: SnapshotInfo): Promise<boolean> {
    let other: SnapshotInfo | undefined;
    try {
      other = (await this.#peerRequests.snapshots(peer, this.#partition)).find(({ index }) => index === info.index);
    } catch {
      // Away: asked again, and if it stays away, at the next snapshot.
      return false;
    }
    if (other === undefined || this.#pauses.isClosed) return false;
    const what = differenceOf(info, other);
    if (what === undefined) {
      this.#diverged.delete(peer);
    } else {
      this.#diverged.add(peer);
      this.#observe({ kind: 'diverged', partition: this.#partition, node: peer, index: info.index, what });
    }
    return true;
  }
}

function differenceOf(own: SnapshotInfo, other: SnapshotInfo): string | undefined {
  if (own.term !== other.term || !isEqual(own.digest, other.digest)) return 'the log up to there';
  if (own.nextOffset !== other.nextOffset) return 'the offset there';
  if (!isEqual(own.stateDigest, other.stateDigest)) return 'the state';
  if (!isEqual(own.fileDigest, other.fileDigest)) return 'the tables or the named keys';
  return undefined;
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
