// An unclear end of the log (DESIGN §8): what this node may have acknowledged and does not hold. Asks all others who may vote how far their logs go, again and again, and
// tells the core once all have answered; the core decides when the claim binds no more.
import { DamagedEntriesError } from '../../damage.ts';
import { REPAIR_RETRY_MS } from '../../limits.ts';
import type { KeyIndex, PartitionStorage, PeerLogEnd, PeerRequests, StateProgress, StateStore } from '../../ports.ts';
import type { EntryBody, LogPosition, NodeId } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import { askElectors, type Round } from '../membership/electorate.ts';
import type { Pauses } from '../pauses.ts';
import type { StorageTurns } from '../storage-turns.ts';
import { checkNothingLost } from './log-checks.ts';

export interface ClaimSettlerOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  /** Of this node. */
  readonly id: NodeId;
  /** All other nodes that are known of. */
  readonly peers: () => readonly NodeId[];
  /** Who must answer, as the configuration in force at the end of this log says (electorate.ts). */
  readonly electors: () => readonly NodeId[];
  /** As in `askElectors`. */
  readonly settledIndex: () => number;
  readonly peerRequests: PeerRequests;
  /** What binds this node still, as the core knows it. */
  readonly claim: () => LogPosition | undefined;
  /** All others whose vote counts answered (electorate.ts); the furthest of their logs ends here. */
  readonly onAnswered: (furthest: LogPosition) => void;
  readonly observe: (event: NodeEvent) => void;
}

/** The end of a log, and whose it is: `undefined` = nobody's, 0^0. */
export interface End {
  readonly last: LogPosition;
  readonly peer: NodeId | undefined;
}

interface Applied {
  readonly state: StateProgress;
  readonly indexedThrough: number;
}

export class ClaimSettler {
  readonly #options: ClaimSettlerOptions;

  constructor(options: ClaimSettlerOptions) {
    this.#options = options;
  }

  /** Resolves when no claim binds (any more), or the partition closes. Rejects with `LostEntriesError` when it could be lowered only by forgetting what is committed. */
  async run(): Promise<void> {
    const { partition, storage, pauses, claim, onAnswered, observe } = this.#options;
    if (storage.claim !== undefined) observe({ kind: 'claim', partition, claim: storage.claim });
    // It was settled just before a crash: the storage does not know yet.
    if (claim() === undefined) await this.drop();
    while (claim() !== undefined && !pauses.isClosed) {
      // Before anything is asked: whatever comes to be applied meanwhile is nobody's loss.
      const applied = await this.#applied();
      // A node that leads does not answer. Only after all were asked once does none of them count on what this node acknowledged before.
      const before = await this.#ask();
      const furthest = before.isComplete && !pauses.isClosed ? furthestOf(await this.#ask(), before) : undefined;
      if (pauses.isClosed) return;
      if (furthest !== undefined && (await this.#holds(applied, furthest))) onAnswered(furthest.last);
      if (pauses.isClosed) return;
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

  #ask(): Promise<Round<PeerLogEnd>> {
    const { id, peers, electors, settledIndex, peerRequests, partition } = this.#options;
    return askElectors({
      id,
      peers: peers(),
      electors: electors(),
      settledIndex: settledIndex(),
      ask: async (node) => {
        const end = await peerRequests.logEnd(node, partition);
        if (end.leads) throw new Error(`${node} leads`);
        return end;
      },
    });
  }

  /** What key index and state hold was applied here, hence is committed. */
  async #applied(): Promise<Applied> {
    const { partition, keyIndex, stateStore } = this.#options;
    return { state: await stateStore.progress(partition), indexedThrough: await keyIndex.appliedOffset(partition) };
  }

  /**
   * Whether the log that this node will ask for, the furthest of all, its own included, holds what is applied here. Throws `LostEntriesError` if it does not; false if that cannot
   * be told now.
   */
  async #holds(applied: Applied, { last, peer }: End): Promise<boolean> {
    const own = await this.#ownEnd();
    if (own === undefined) return false;
    const isOwn = peer === undefined || !isBehind(own.last, last);
    const index = isOwn ? own.last.index : last.index;
    const offset = isOwn || applied.indexedThrough <= own.offset ? own.offset : await this.#offsetAt(last.index, peer);
    if (offset === undefined) return false;
    checkNothingLost({ partition: this.#options.partition, last: { index, offset }, claim: undefined, ...applied });
    return true;
  }

  /** `undefined` while its last entry is damaged. */
  async #ownEnd(): Promise<{ readonly last: LogPosition; readonly offset: number } | undefined> {
    const { storage } = this.#options;
    const { base, lastIndex } = storage;
    if (lastIndex === base.index) return { last: base, offset: base.nextOffset - 1 };
    try {
      const [entry] = await storage.read({ from: lastIndex, to: lastIndex, bytesMax: 1 });
      return entry && { last: entry, offset: lastOffsetOf(entry) };
    } catch (error) {
      if (error instanceof DamagedEntriesError) return undefined;
      throw error;
    }
  }

  /** The last offset at the entry of a peer's log; `undefined` if it does not say. */
  async #offsetAt(index: number, peer: NodeId): Promise<number | undefined> {
    const { peerRequests, partition } = this.#options;
    const [entry] = await peerRequests.entries(peer, { partition, from: index, to: index, bytesMax: 1 }).catch(() => []);
    return entry === undefined ? undefined : lastOffsetOf(entry);
  }
}

/** The last place of the furthest log of all others; `undefined` unless everyone whose vote counts answered, also the time `before`. */
export function furthestOf(
  { answers, electors, isComplete }: Round<PeerLogEnd>,
  before: Pick<Round<PeerLogEnd>, 'answers'>,
): End | undefined {
  if (!isComplete || ![...electors].every((node) => before.answers.has(node))) return undefined;
  let furthest: End = { last: { index: 0, term: 0 }, peer: undefined };
  for (const [peer, { last }] of answers) if (isBehind(furthest.last, last)) furthest = { last, peer };
  return furthest;
}

function lastOffsetOf({ firstOffset, count }: EntryBody): number {
  return firstOffset + count - 1;
}

/** In Raft's order of logs (§5.4.1). */
function isBehind(left: LogPosition, right: LogPosition): boolean {
  return left.term !== right.term ? left.term < right.term : left.index < right.index;
}
