// Repairs damaged entries of one log with those of other nodes (DESIGN P7). Needs neither a leader nor trust: what a peer sends must lead from the digest
// before the damage to the digest at its end. Asks until nothing is damaged any more; says once for each range when nobody can help.
import { REPAIR_RETRY_MS } from '../limits.ts';
import type { ChainDigest, PartitionStorage, PeerRequests } from '../ports.ts';
import type { DamagedRange, Entry, EntryBody, NodeId } from '../types.ts';
import type { NodeEvent } from './events.ts';
import type { Pauses } from './pauses.ts';
import { messageOf } from './snapshot-loading.ts';
import type { StorageTurns } from './storage-turns.ts';

/** Bytes of entries that one request asks for: below what one message between nodes may hold. */
const REQUEST_BYTES = 4 * 1024 * 1024;

export interface RepairerOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  /** The other voters. */
  readonly peers: readonly NodeId[];
  readonly peerRequests: PeerRequests;
  readonly chainDigest: ChainDigest;
  /** Damage was found, or all of it is repaired: until then this node must not lead. */
  readonly onHoldBack: (isHeldBack: boolean) => void;
  readonly observe: (event: NodeEvent) => void;
  readonly onFailure: (error: unknown) => void;
}

/** `haveAllAnswered`: no other node was away. */
type Fetched = { readonly entries: readonly Entry[] } | { readonly why: string; readonly haveAllAnswered: boolean };

export class Repairer {
  readonly #options: RepairerOptions;
  #running: Promise<void> | undefined;
  /** Who is asked first: moves on after every attempt that failed, so that a wrong answer of one is not asked for again and again. */
  #first = 0;
  /** Ranges that were told of, by their first and last index. */
  readonly #found = new Set<string>();
  readonly #waiting = new Set<string>();
  /** Those that every other node answered for in the last attempt, and none could help with. */
  readonly #helpless = new Set<string>();
  /** Ranges repaired since the start. */
  repairedRanges = 0;

  constructor(options: RepairerOptions) {
    this.#options = options;
  }

  /**
   * Every other node has answered, and none has these entries as they were here: they are compacted or damaged everywhere, or never were committed. Waiting
   * alone does not bring them back.
   */
  doesNobodyHave(range: DamagedRange): boolean {
    return this.#helpless.has(nameOf(range));
  }

  /** Resolves when nothing is damaged any more, or the partition closes. Begins to repair if need be. */
  repair(): Promise<void> {
    if (this.#running !== undefined) return this.#running;
    // Not before it is known to run: without damage it is over at once.
    const running = this.#repairAll().finally(() => {
      this.#running = undefined;
    });
    running.catch(this.#options.onFailure);
    this.#running = running;
    return running;
  }

  async #repairAll(): Promise<void> {
    const { storage, pauses, onHoldBack } = this.#options;
    if (storage.damage.length === 0) return;
    onHoldBack(true);
    while (!pauses.isClosed && storage.damage.length > 0) {
      this.#sayFound();
      let isBetter = false;
      for (const range of [...storage.damage]) {
        if (!pauses.isClosed && (await this.#repairOne(range))) isBetter = true;
      }
      if (!isBetter) await pauses.wait(REPAIR_RETRY_MS);
    }
    if (!pauses.isClosed) onHoldBack(false);
  }

  #sayFound(): void {
    const { storage, partition, observe } = this.#options;
    for (const range of storage.damage) {
      if (this.#found.has(nameOf(range))) continue;
      this.#found.add(nameOf(range));
      observe({ kind: 'damage-found', partition, range });
    }
  }

  async #repairOne(range: DamagedRange): Promise<boolean> {
    const { partition, pauses, observe } = this.#options;
    const fetched = await this.#fetch(range);
    if (pauses.isClosed) return false;
    this.#helpless.delete(nameOf(range));
    if ('entries' in fetched) {
      if (!(await this.#putBack(range, fetched.entries))) return false;
      this.repairedRanges++;
      this.#waiting.delete(nameOf(range));
      this.#found.delete(nameOf(range));
      observe({ kind: 'repaired', partition, from: range.from, to: range.to });
      return true;
    }
    this.#first++;
    if (fetched.haveAllAnswered) this.#helpless.add(nameOf(range));
    if (!this.#waiting.has(nameOf(range))) {
      this.#waiting.add(nameOf(range));
      observe({ kind: 'waiting-for-repair', partition, from: range.from, to: range.to, why: fetched.why });
    }
    return false;
  }

  /** Whether the entries were put back; not if the range is gone: overwritten, compacted or reset meanwhile. */
  #putBack(range: DamagedRange, entries: readonly Entry[]): Promise<boolean> {
    const { storage, turns } = this.#options;
    return turns.run(async () => {
      if (!storage.damage.some((other) => nameOf(other) === nameOf(range))) return false;
      await storage.repair(entries);
      return true;
    });
  }

  /** The entries of the range, checked, from one peer or from several that each have a part; otherwise why not. */
  async #fetch(range: DamagedRange): Promise<Fetched> {
    const { peers, pauses } = this.#options;
    const bodies: EntryBody[] = [];
    let reasons: string[] = [];
    let haveAllAnswered = true;
    let before: number;
    // As long as anybody had some of them: who lacks the first may have the rest.
    do {
      before = bodies.length;
      reasons = [];
      haveAllAnswered = true;
      for (let at = 0; at < peers.length && range.from + bodies.length <= range.to; at++) {
        const peer = peers[(at + this.#first) % peers.length] as NodeId;
        const { hasAnswered, what } = await this.#fetchFrom(peer, range, bodies);
        haveAllAnswered &&= hasAnswered;
        reasons.push(`${peer} ${what}`);
        if (pauses.isClosed) return { why: 'the partition closes', haveAllAnswered: false };
      }
    } while (bodies.length > before && range.from + bodies.length <= range.to);
    const why = reasons.join('; ') || 'there is no other node';
    if (range.from + bodies.length <= range.to) return { why, haveAllAnswered };
    const entries = this.#compose(range, bodies);
    if (entries !== undefined) return { entries };
    return { why: `${why}; but these are not the entries that were here`, haveAllAnswered };
  }

  /** The entries in their place, if they lead to the digest at the end of the range. */
  #compose(range: DamagedRange, bodies: readonly EntryBody[]): Entry[] | undefined {
    const entries: Entry[] = [];
    let previousDigest = range.digestBefore;
    for (const [at, body] of bodies.entries()) {
      const index = range.from + at;
      const digest = this.#options.chainDigest(previousDigest, index, body);
      entries.push({ ...body, index, previousDigest, digest });
      previousDigest = digest;
    }
    return previousDigest.every((byte, at) => byte === range.digest[at]) ? entries : undefined;
  }

  /** Adds what the peer has to `bodies`, and says how far that went. */
  async #fetchFrom(
    peer: NodeId,
    range: DamagedRange,
    bodies: EntryBody[],
  ): Promise<{ readonly hasAnswered: boolean; readonly what: string }> {
    const { peerRequests, partition, pauses } = this.#options;
    try {
      for (;;) {
        const from = range.from + bodies.length;
        if (from > range.to) return { hasAnswered: true, what: `gave all up to ${range.to}` };
        if (pauses.isClosed) return { hasAnswered: false, what: 'was not asked on' };
        const more = await peerRequests.entries(peer, { partition, from, to: range.to, bytesMax: REQUEST_BYTES });
        if (more.length === 0) return { hasAnswered: true, what: `has no entry ${from} either` };
        bodies.push(...more.slice(0, range.to - from + 1));
      }
    } catch (error) {
      return { hasAnswered: false, what: `does not answer: ${messageOf(error)}` };
    }
  }
}

function nameOf({ from, to }: DamagedRange): string {
  return `${from}..${to}`;
}
