// An unclear end of the log (DESIGN §8): what this node may have acknowledged and does not hold. Asks all other voters how far their logs go, again and again, and
// tells the core once all have answered; the core decides when the claim binds no more.
import { REPAIR_RETRY_MS } from '../limits.ts';
import type { PartitionStorage, PeerRequests } from '../ports.ts';
import type { LogPosition, NodeId } from '../types.ts';
import type { NodeEvent } from './events.ts';
import type { Pauses } from './pauses.ts';
import type { StorageTurns } from './storage-turns.ts';

export interface ClaimSettlerOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  /** The other voters. */
  readonly peers: readonly NodeId[];
  readonly peerRequests: PeerRequests;
  /** What binds this node still, as the core knows it. */
  readonly claim: () => LogPosition | undefined;
  /** All other voters answered; the furthest of their logs ends here. */
  readonly onAnswered: (furthest: LogPosition) => void;
  readonly observe: (event: NodeEvent) => void;
}

export class ClaimSettler {
  readonly #options: ClaimSettlerOptions;

  constructor(options: ClaimSettlerOptions) {
    this.#options = options;
  }

  /** Resolves when no claim binds (any more), or the partition closes. */
  async run(): Promise<void> {
    const { partition, storage, pauses, claim, onAnswered, observe } = this.#options;
    if (storage.claim !== undefined) observe({ kind: 'claim', partition, claim: storage.claim });
    // It was settled just before a crash: the storage does not know yet.
    if (claim() === undefined) await this.drop();
    while (claim() !== undefined && !pauses.isClosed) {
      // A node that leads does not answer. Only after all were asked once does none of them count on what this node acknowledged before.
      const furthest = (await this.#furthest()) === undefined ? undefined : await this.#furthest();
      if (pauses.isClosed) return;
      if (furthest !== undefined) onAnswered(furthest);
      if (claim() !== undefined) await pauses.wait(REPAIR_RETRY_MS);
    }
  }

  /** The core says that the claim is settled. If the log does not reach it, that is because nobody's does: it is given up, durably. */
  async drop(): Promise<void> {
    const { partition, storage, turns, observe } = this.#options;
    const dropped = await turns.run(async () => {
      const { claim } = storage;
      if (claim !== undefined) await storage.dropClaim();
      return claim;
    });
    if (dropped !== undefined) observe({ kind: 'claim-dropped', partition, claim: dropped });
  }

  /** The last place of the furthest log of all other voters; `undefined` unless every one of them answered. */
  async #furthest(): Promise<LogPosition | undefined> {
    const { peers, peerRequests, partition } = this.#options;
    const ends = await Promise.allSettled(peers.map((peer) => peerRequests.logEnd(peer, partition)));
    let furthest: LogPosition = { index: 0, term: 0 };
    for (const end of ends) {
      if (end.status === 'rejected') return undefined;
      if (isBehind(furthest, end.value.last)) furthest = end.value.last;
    }
    return furthest;
  }
}

/** In Raft's order of logs (§5.4.1). */
function isBehind(left: LogPosition, right: LogPosition): boolean {
  return left.term !== right.term ? left.term < right.term : left.index < right.index;
}
