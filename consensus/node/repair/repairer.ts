// Repairs damaged entries of one log with those of other nodes (DESIGN P7). Needs neither a leader nor trust: what a peer sends must lead from the digest
// before the damage to the digest at its end. Asks until nothing is damaged any more; says once for each range when nobody can help.
import {
  ENTRY_OVERHEAD_BYTES,
  REPAIR_BYTES_MAX,
  REPAIR_HELPLESS_ATTEMPTS,
  REPAIR_IDLE_ATTEMPTS,
  REPAIR_IDLE_RETRY_MS,
  REPAIR_RETRY_MS,
  REPAIR_SPACE_RETRY_MS,
} from '../../limits.ts';
import { NoSpaceError } from '../../no-space.ts';
import type { ChainDigest, PartitionStorage, PeerRequests, SnapshotStore } from '../../ports.ts';
import type { DamagedRange, Entry, EntryBody, NodeId } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import type { Pauses } from '../pauses.ts';
import { messageOf } from '../snapshots/snapshot-loading.ts';
import type { StorageTurns } from '../storage-turns.ts';

/** Bytes of entries that one request asks for: below what one message between nodes may hold. */
const REQUEST_BYTES = 4 * 1024 * 1024;

export interface RepairerOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly turns: StorageTurns;
  readonly pauses: Pauses;
  /** All other nodes that are known of. */
  readonly peers: () => readonly NodeId[];
  /** None that answered could help: whether there is somebody else to ask, who is among them from then on; who is gone for good is so no more. */
  readonly lookFurther: () => Promise<boolean>;
  readonly peerRequests: PeerRequests;
  readonly chainDigest: ChainDigest;
  /** Less than the reserve is free: nothing is repaired until there is more, since a segment is written anew for it. */
  readonly isFull: () => boolean;
  /** More damage was found, or all of it is repaired: until then this node must not lead. */
  readonly onHoldBack: (isHeldBack: boolean) => void;
  /** It became known that nobody has what is damaged: perhaps it is not needed any more. */
  readonly onHelpless: () => void;
  /** Each damaged range was tried once more; `hasRepaired`: some of them are whole again. */
  readonly onAttempted: (hasRepaired: boolean) => void;
  readonly observe: (event: NodeEvent) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Where entries of a damaged range may come from: another node, or what looks sound in the range itself. */
type Source = NodeId | 'own';

const NOBODY = 'there is no other node';

/** `no-space`: the entries are there, and the disk has no space for them. `not-asked`: it is full, and nobody was asked. */
type Outcome = 'repaired' | 'not-now' | 'no-space' | 'not-asked';

/** `haveAllAnswered`: no other node was away. */
type Fetched = { readonly entries: readonly Entry[] } | { readonly why: string; readonly haveAllAnswered: boolean };

/** `bodies`: one for each entry of the range, unchecked; or nobody has one of them; or together they pass `REPAIR_BYTES_MAX`. */
interface Gathered {
  readonly bodies: readonly EntryBody[] | 'lacking' | 'too-large';
  readonly why: string;
  readonly haveAllAnswered: boolean;
}

export class Repairer {
  readonly #options: RepairerOptions;
  #running: Promise<void> | undefined;
  /** Ranges that were told of, by their first and last index. */
  readonly #found = new Set<string>();
  /** What was said to be waited for. */
  readonly #waiting = new Map<string, 'peers' | 'space'>();
  /** Of those that every other node answered for, and none could help with: in how many attempts in a row. */
  readonly #helpless = new Map<string, number>();
  /** Did not answer when they were asked last. */
  readonly #silent = new Set<NodeId>();
  /** Attempts in a row in which nobody had anything, and nobody waited for it. */
  #idleAttempts = 0;
  /** Ranges repaired since the start. */
  repairedRanges = 0;
  /** How often the others were asked for all that is damaged; not while the disk is full, since nobody is asked then. */
  attempts = 0;

  constructor(options: RepairerOptions) {
    this.#options = options;
  }

  /**
   * Every other node has answered, several times, and none has these entries as they were here: they are compacted or damaged everywhere, or never were committed. Waiting
   * alone does not bring them back. Once is not enough: nodes that start together may be about to repair the same entries from each other.
   */
  doesNobodyHave(range: DamagedRange): boolean {
    return (this.#helpless.get(nameOf(range)) ?? 0) >= REPAIR_HELPLESS_ATTEMPTS;
  }

  /** Whether this node did not answer when it was asked last. */
  isSilent(node: NodeId): boolean {
    return this.#silent.has(node);
  }

  /** Somebody waits for what is damaged. Resolves when nothing is damaged any more, or the partition closes. Begins to repair if need be. */
  repair(): Promise<void> {
    this.#idleAttempts = 0;
    return this.notice();
  }

  /** There may be more damage than was known, and nobody waits for it; otherwise as `repair`. */
  notice(): Promise<void> {
    if (this.#running !== undefined) {
      this.#look();
      return this.#running;
    }
    // Not before it is known to run: without damage it is over at once.
    const running = this.#repairAll().finally(() => {
      this.#running = undefined;
    });
    running.catch(this.#options.onFailure);
    this.#running = running;
    return running;
  }

  /**
   * The others may have compacted what a snapshot covers, and have what lies behind it, or the other way round: each is then repaired by itself. Also where the damage hides whether the log goes on from
   * that snapshot: it is of a committed entry, so that what else may have been there up to its own is nothing that counts.
   */
  splitAtSnapshots(): void {
    const { storage, snapshots } = this.#options;
    if (storage.damage.length === 0) return;
    for (const info of snapshots.list()) storage.splitDamage(info);
  }

  async #repairAll(): Promise<void> {
    const { storage, pauses, onHoldBack } = this.#options;
    if (storage.damage.length === 0) return;
    while (!pauses.isClosed && storage.damage.length > 0) {
      this.#look();
      const outcomes = new Set<Outcome>();
      for (const range of [...storage.damage]) {
        if (!pauses.isClosed) outcomes.add(await this.#repairOne(range));
      }
      if (!outcomes.has('not-asked')) this.attempts++;
      if (!pauses.isClosed) this.#options.onAttempted(outcomes.has('repaired'));
      this.#idleAttempts = storage.damage.every((range) => this.doesNobodyHave(range)) ? this.#idleAttempts + 1 : 0;
      if (outcomes.has('no-space')) await pauses.wait(REPAIR_SPACE_RETRY_MS);
      else if (!outcomes.has('repaired')) await this.#pause();
    }
    this.#forgetFormer();
    if (!pauses.isClosed) onHoldBack(false);
  }

  async #pause(): Promise<void> {
    const { pauses } = this.#options;
    let waited = 0;
    do {
      await pauses.wait(REPAIR_RETRY_MS);
      waited += REPAIR_RETRY_MS;
    } while (this.#idleAttempts >= REPAIR_IDLE_ATTEMPTS && waited < REPAIR_IDLE_RETRY_MS && !pauses.isClosed);
  }

  /** Tells of damage that was not known before. */
  #look(): void {
    const { storage, partition, observe, onHoldBack } = this.#options;
    this.splitAtSnapshots();
    this.#forgetFormer();
    for (const range of storage.damage) {
      if (this.#found.has(nameOf(range))) continue;
      this.#found.add(nameOf(range));
      this.#idleAttempts = 0;
      onHoldBack(true);
      observe({ kind: 'damage-found', partition, range });
    }
  }

  /** Of what was repaired, overwritten or compacted: damage in its place is found anew. */
  #forgetFormer(): void {
    const names = new Set(this.#options.storage.damage.map(nameOf));
    for (const known of [this.#found, this.#waiting, this.#helpless]) {
      for (const name of known.keys()) if (!names.has(name)) known.delete(name);
    }
  }

  async #repairOne(range: DamagedRange): Promise<Outcome> {
    const { partition, pauses, isFull, observe } = this.#options;
    if (isFull()) {
      this.#sayWaiting(range, { for: 'space', why: 'the disk is full, and to repair it a segment is written anew' });
      return 'not-asked';
    }
    const fetched = await this.#fetch(range);
    const haveAllAnswered = 'why' in fetched && fetched.haveAllAnswered && !(await this.#options.lookFurther());
    // Whoever was away may be gone for good. That does not delay the next attempt: nothing waits for it, and it never rejects.
    if ('why' in fetched && !fetched.haveAllAnswered) void this.#options.lookFurther();
    if (pauses.isClosed) return 'not-now';
    const attempts = (this.#helpless.get(nameOf(range)) ?? 0) + 1;
    this.#helpless.delete(nameOf(range));
    if ('why' in fetched) {
      if (haveAllAnswered) this.#helpless.set(nameOf(range), attempts);
      if (haveAllAnswered && attempts === REPAIR_HELPLESS_ATTEMPTS) this.#options.onHelpless();
      this.#sayWaiting(range, { for: 'peers', why: fetched.why });
      return 'not-now';
    }
    const outcome = await this.#putBack(range, fetched.entries);
    if (outcome !== 'repaired') return outcome;
    this.repairedRanges++;
    this.#forgetFormer();
    observe({ kind: 'repaired', partition, from: range.from, to: range.to });
    return outcome;
  }

  #sayWaiting(range: DamagedRange, waiting: { readonly for: 'peers' | 'space'; readonly why: string }): void {
    const { partition, observe } = this.#options;
    if (this.#waiting.get(nameOf(range)) === waiting.for) return;
    this.#waiting.set(nameOf(range), waiting.for);
    observe({ kind: 'waiting-for-repair', partition, from: range.from, to: range.to, why: waiting.why });
  }

  /** `not-now` if the range is gone: overwritten, compacted or reset meanwhile. */
  async #putBack(range: DamagedRange, entries: readonly Entry[]): Promise<Outcome> {
    const { storage, turns } = this.#options;
    try {
      return await turns.run(async () => {
        if (!storage.damage.some((other) => nameOf(other) === nameOf(range))) return 'not-now';
        await storage.repair(entries);
        return 'repaired';
      });
    } catch (error) {
      if (!(error instanceof NoSpaceError)) throw error;
      this.#sayWaiting(range, { for: 'space', why: error.message });
      return 'no-space';
    }
  }

  /**
   * The entries of the range, checked, from one peer or from several that each have a part; otherwise why not. Who holds other entries in that place (of a leader that was never elected on
   * them) cannot know it, and what is gathered shows only as a whole that it is not right. So each peer is asked first once, and last once: one that is wrong neither stands before one
   * that has all, nor among several that have parts.
   */
  async #fetch(range: DamagedRange): Promise<Fetched> {
    const peers = this.#sources();
    let why = NOBODY;
    let haveAllAnswered = true;
    for (let first = 0; first < peers.length; first++) {
      // To begin with this node is to begin with the next one, if it has no beginning.
      if (peers[first] === 'own' && (await this.#ownFrom(range)).length === 0) continue;
      const gathered = await this.#gather(range, [...peers.slice(first), ...peers.slice(0, first)]);
      const { bodies } = gathered;
      if (bodies === 'lacking') return gathered;
      const entries = bodies === 'too-large' ? undefined : this.#compose(range, bodies);
      if (entries !== undefined) return { entries };
      haveAllAnswered &&= gathered.haveAllAnswered;
      why = `${gathered.why}; but these ${bodies === 'too-large' ? 'are too large to be repaired at once' : 'are not the entries that were here'}`;
    }
    return { why, haveAllAnswered };
  }

  /** This node last among those who answer: what looks sound in the damage may be. Those who did not answer when they were asked last come last: each of them costs the time of a request, and the others may have everything. */
  #sources(): readonly Source[] {
    const peers = this.#options.peers();
    return [...peers.filter((peer) => !this.#silent.has(peer)), 'own', ...peers.filter((peer) => this.#silent.has(peer))];
  }

  /** Something for each entry of the range, each from the first of `order` that has it. */
  async #gather(range: DamagedRange, order: readonly Source[]): Promise<Gathered> {
    const bodies: EntryBody[] = [];
    const reasons = new Map<Source, string>();
    const away = new Set<Source>();
    const result = () => ({
      why: [...reasons].map(([peer, what]) => `${peer} ${what}`).join('; ') || NOBODY,
      haveAllAnswered: away.size === 0,
    });
    let bytes = 0;
    for (let at = 0; range.from + bodies.length <= range.to; ) {
      const peer = order[at++];
      if (peer === undefined) return { ...result(), bodies: 'lacking' };
      if (away.has(peer)) continue;
      const from = range.from + bodies.length;
      const answer = await this.#ask(peer, { from, to: range.to });
      if (this.#options.pauses.isClosed) return { why: 'the partition closes', haveAllAnswered: false, bodies: 'lacking' };
      if ('failure' in answer) {
        away.add(peer);
        reasons.set(peer, `does not answer: ${answer.failure}`);
      } else if (answer.bodies.length === 0) {
        if (peer !== 'own') reasons.set(peer, `has no entry ${from} either`);
      } else {
        for (const body of answer.bodies) bytes += body.payload.length + ENTRY_OVERHEAD_BYTES;
        bodies.push(...answer.bodies);
        reasons.set(peer, `gave entries up to ${range.from + bodies.length - 1}`);
        if (bytes > REPAIR_BYTES_MAX) return { ...result(), bodies: 'too-large' };
        // Who lacked the beginning may have the rest.
        at = 0;
      }
    }
    return { ...result(), bodies };
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

  /** What looks sound in the damage itself. */
  #ownFrom({ from, to }: { readonly from: number; readonly to: number }): Promise<readonly EntryBody[]> {
    return this.#options.storage.readUnproven({ from, to, bytesMax: REQUEST_BYTES });
  }

  /** What the peer has of these entries from the first on, as much as one answer holds; none if it lacks the first. */
  async #ask(
    peer: Source,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<{ readonly bodies: readonly EntryBody[] } | { readonly failure: string }> {
    const { peerRequests, partition } = this.#options;
    if (peer === 'own') return { bodies: await this.#ownFrom({ from, to }) };
    try {
      const more = await peerRequests.entries(peer, { partition, from, to, bytesMax: REQUEST_BYTES });
      this.#silent.delete(peer);
      return { bodies: more.slice(0, to - from + 1) };
    } catch (error) {
      this.#silent.add(peer);
      return { failure: messageOf(error) };
    }
  }
}

function nameOf({ from, to }: DamagedRange): string {
  return `${from}..${to}`;
}
