// Spreads the leaders of the partitions over the nodes: a node that leads at least two partitions more than another hands one of them over to it, if that one can take over at
// once. So after a restart the work comes back by itself, and a leader that somebody chose stays where it is as long as the numbers are even.
import { LEADER_BALANCE_MS } from '../limits.ts';
import type { Cancel, Timers } from '../ports.ts';
import type { NodeId } from '../types.ts';

/** Looks for which nobody is asked again who did not take over: some minutes. */
const REST_LOOKS = 30;

/** One partition as this node sees it. */
export interface BalancedPartition {
  /** Of the configuration in force; none while that is joint. */
  readonly voters: () => readonly NodeId[];
  readonly leader: () => NodeId | undefined;
  /** Whether this node leads it, and that one has everything that was sent to it. */
  readonly canHandOverTo: (node: NodeId) => boolean;
  /** Resolves with false if that one did not take over. */
  readonly handOverTo: (node: NodeId) => Promise<boolean>;
}

export class LeaderBalance {
  readonly #id: NodeId;
  readonly #partitions: () => readonly BalancedPartition[];
  readonly #cancel: Cancel;
  /** Who did not take over which partition, and for how many looks it is not asked again: whoever is damaged, say, cannot, and each attempt lets submitters wait. */
  readonly #resting = new Map<string, number>();

  constructor(options: {
    readonly id: NodeId;
    readonly partitions: () => readonly BalancedPartition[];
    readonly timers: Timers;
  }) {
    this.#id = options.id;
    this.#partitions = options.partitions;
    this.#cancel = options.timers.every(LEADER_BALANCE_MS, () => this.#look());
  }

  /** Hands nothing over any more. */
  close(): void {
    this.#cancel();
  }

  /** At most one partition a time: what the others do meanwhile is seen at the next look. */
  #look(): void {
    for (const [name, looks] of this.#resting) {
      if (looks > 1) this.#resting.set(name, looks - 1);
      else this.#resting.delete(name);
    }
    const partitions = this.#partitions();
    const counts = new Map<NodeId, number>(partitions.flatMap(({ voters }) => voters().map((voter) => [voter, 0] as const)));
    for (const { leader } of partitions) {
      const led = leader();
      // While some leader is not known nothing is even or uneven.
      if (led === undefined) return;
      counts.set(led, (counts.get(led) ?? 0) + 1);
    }
    const own = counts.get(this.#id) ?? 0;
    const fewest = [...counts].filter(([, count]) => own - count >= 2).sort(([, left], [, right]) => left - right);
    for (const [to] of fewest) {
      const at = partitions.findIndex(
        (partition, place) => this.#isWithBoth(partition, to) && partition.canHandOverTo(to) && !this.#resting.has(`${place} ${to}`),
      );
      if (at < 0) continue;
      void partitions[at]?.handOverTo(to).then((isTaken) => {
        if (!isTaken) this.#resting.set(`${at} ${to}`, REST_LOOKS);
      });
      return;
    }
  }

  /** A leader that is to leave the partition hands over by itself, and nobody is to lead who leaves or has just come. */
  #isWithBoth({ voters }: BalancedPartition, to: NodeId): boolean {
    return voters().includes(to) && voters().includes(this.#id);
  }
}
