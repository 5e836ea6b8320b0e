// A simulated client of one partition: submits with retries under the same key on whatever node, resolves, looks up, reads the committed
// offset and follows the log. It decides nothing about right or wrong: that is the oracle's, which hears of everything it does.
import type { ReadAt, StateQuery } from '../../consensus/service.ts';
import type { Entry, NodeId, Refusal, SubmitResult } from '../../consensus/types.ts';
import type { PartitionChecker } from './checkers.ts';
import type { CallFailure, ClientLink } from './client-link.ts';
import type { Oracle } from './oracle.ts';
import type { Random } from './random.ts';
import type { Report } from './violation.ts';
import type { PreparedTransaction, Workload } from './workload.ts';

const ATTEMPT_MS = 400;
const ATTEMPTS_MAX = 12;
const READ_BYTES = 2048;
/** A node gives up on a read of the state after so long. */
const STATE_READ_MS = 300;
/** Keys that a client remembers to ask about again. */
const REMEMBERED = 20;

export interface ClientOptions {
  readonly name: string;
  /** Those that it knows of. */
  readonly nodes: () => readonly NodeId[];
  readonly link: ClientLink;
  readonly random: Random;
  readonly workload: Workload;
  readonly checker: PartitionChecker;
  readonly oracle: Oracle;
  readonly report: Report;
  /** Mean pauses between two things it does, and between two reads of the committed offset. */
  readonly thinkMs: number;
  readonly readMs: number;
}

export class Client {
  readonly #options: ClientOptions;
  #leader: NodeId | undefined;
  /** The offset up to which this client has read the log. */
  #seen = 0;
  #stopping = false;
  #loops = 0;
  readonly #remembered: PreparedTransaction[] = [];

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Whether it has stopped and everything it began is settled. */
  get isDone(): boolean {
    return this.#stopping && this.#loops === 0;
  }

  /** Begins nothing new; what is under way goes on until it is settled. */
  stop(): void {
    this.#stopping = true;
  }

  /** Works until stopped. */
  run(): void {
    void this.#repeat(this.#options.thinkMs, () => this.#act());
    void this.#repeat(this.#options.readMs, () => this.#readCommittedOffset());
  }

  async #repeat(everyMs: number, act: () => Promise<void>): Promise<void> {
    const { link, random } = this.#options;
    this.#loops++;
    while (!this.#stopping) {
      await link.sleep(random.exponential(everyMs));
      if (!this.#stopping) await act();
    }
    this.#loops--;
  }

  /** One more blind transaction, under a key of its own, which must commit; resolves when it has. */
  async confirm(name: string): Promise<void> {
    this.#loops++;
    const { workload } = this.#options;
    const key = { kind: 'named', bytes: Buffer.from(`${name}-${this.#options.name}`) } as const;
    const transaction = workload.prepare({ type: 'sim.v1', header: 0, locks: [], key, seen: undefined, data: new Uint8Array(0) });
    for (;;) {
      const result = await this.#attempt(transaction);
      if (isSettled(result) && !(typeof result === 'object' && result.kind === 'accepted')) break;
      await this.#options.link.sleep(20);
    }
    this.#loops--;
  }

  async #act(): Promise<void> {
    const choice = this.#options.random.integer(1, 100);
    if (choice <= 65) {
      const count = this.#options.random.chance(0.2) ? this.#options.random.integer(2, 6) : 1;
      await Promise.all(Array.from({ length: count }, () => this.#submit()));
    } else if (choice <= 82) await this.#readLog();
    else if (choice <= 90) await this.#readState();
    else if (choice <= 95) await this.#lookup();
    else if (choice <= 99) await this.#resolve();
    else await this.#takeSnapshot();
  }

  async #submit(): Promise<void> {
    const { random, workload, link } = this.#options;
    let transaction = workload.compose({
      seen: this.#seen,
      birth: Math.max(0, this.#seen - (random.chance(0.1) ? random.integer(0, 30) : 0)),
    });
    this.#remember(transaction);
    for (let attempts = 0; attempts < ATTEMPTS_MAX && !(this.#stopping && attempts > 2); attempts++) {
      const result = await this.#attempt(transaction);
      if (isSettled(result)) return;
      if (random.chance(0.1)) return;
      if (random.chance(0.3)) transaction = workload.recompose(transaction, this.#seen);
      await link.sleep(random.exponential(20));
    }
  }

  async #attempt(transaction: PreparedTransaction): Promise<SubmitResult | CallFailure> {
    const node = this.#leader ?? this.#options.random.pick(this.#options.nodes());
    const result = await this.#options.link.submit(node, transaction, ATTEMPT_MS);
    if (typeof result === 'string') this.#leader = undefined;
    else if (result.kind !== 'refused') this.#leader = node;
    else this.#follow(node, result);
    return result;
  }

  #follow(node: NodeId, refusal: Refusal): void {
    const lost = refusal.code === 'NOT_LEADER' || refusal.code === 'LEADERSHIP_LOST' || refusal.code === 'SHUTTING_DOWN';
    this.#leader = lost ? refusal.leader : node;
  }

  async #resolve(): Promise<void> {
    const { random, workload, link, oracle } = this.#options;
    const asked = this.#remembered.length > 0 && random.chance(0.7) ? random.pick(this.#remembered) : undefined;
    const transaction = workload.voidOf(asked?.fields?.key ?? workload.namedKey());
    const node = this.#leader ?? random.pick(this.#options.nodes());
    await link.call(node, ATTEMPT_MS, async (service) => {
      const attempt = oracle.arrived(transaction, node);
      const result = await service.resolve(transaction.submission);
      oracle.resolveAnswered(attempt, { result, status: service.status() });
    });
  }

  async #lookup(): Promise<void> {
    const { random, link, oracle, nodes } = this.#options;
    if (this.#remembered.length === 0) return;
    const transaction = random.pick(this.#remembered);
    const node = random.pick(nodes());
    await link.call(node, ATTEMPT_MS, async (service) => {
      const known = oracle.known(transaction.key, service.status());
      const result = await service.lookup(transaction.submission.key);
      oracle.lookupAnswered({ transaction, node, known }, { result, status: service.status() });
    });
  }

  async #readCommittedOffset(): Promise<void> {
    const { random, link, oracle, nodes, checker } = this.#options;
    // Any node, whoever leads: it is those who no longer lead that must not answer.
    const node = random.pick(nodes());
    await link.call(node, ATTEMPT_MS, async (service) => {
      const floor = checker.committed.lastOffset;
      const result = await service.committedOffset();
      if (result.kind === 'offset') oracle.committedOffsetAnswered(node, { floor, offset: result.offset, status: service.status() });
    });
  }

  /** Reads on from where it is, on any node. */
  async #readLog(): Promise<void> {
    const { random, link, nodes } = this.#options;
    const node = random.pick(nodes());
    const asked = this.#seen + 1;
    const read = await link.call(node, ATTEMPT_MS, async (service) => {
      // What is compacted it takes from a snapshot, so to speak.
      const from = Math.max(asked, service.firstOffset());
      return { from, entries: await service.readApplied({ fromOffset: from, bytesMax: READ_BYTES }) };
    });
    if (typeof read === 'string') return;
    const { from, entries } = read;
    this.#check(node, from, entries);
    const last = entries[entries.length - 1];
    if (last !== undefined) this.#seen = Math.max(this.#seen, last.firstOffset + last.count - 1);
  }

  /** Some keys or a range of the state, on any node, at any of the places that may be asked for. */
  async #readState(): Promise<void> {
    const { random, link, oracle, nodes, checker, workload } = this.#options;
    const node = random.pick(nodes());
    const key = () => Buffer.from(`a${random.integer(1, workload.options.lockNames + 1)}`);
    const query: StateQuery = random.chance(0.6)
      ? { kind: 'get-many', keys: Array.from({ length: random.integer(1, 4) }, key) }
      : { kind: 'range', from: key(), to: random.chance(0.5) ? undefined : Buffer.from('b'), limit: random.pick([1, 2, 100]) };
    const kind = random.pick(['linearizable', 'at-least', 'local'] as const);
    await link.call(node, ATTEMPT_MS, async (service) => {
      const floor = kind === 'linearizable' ? checker.committed.lastOffset : kind === 'at-least' ? this.#seen : 0;
      const at: ReadAt = kind === 'at-least' ? { kind, offset: floor } : { kind };
      const result = await service.readState(query, at, STATE_READ_MS);
      if (result.kind !== 'refused') oracle.stateAnswered({ node, query, floor }, { result, status: service.status() });
    });
  }

  async #takeSnapshot(): Promise<void> {
    const { random, link, oracle, nodes } = this.#options;
    const node = this.#leader ?? random.pick(nodes());
    await link.call(node, ATTEMPT_MS, async (service) => {
      const result = await service.takeSnapshot();
      if (result.kind === 'snapshot-point') oracle.snapshotPointAnswered(node, result.index, service.status());
    });
  }

  /** Dense from the first offset on, and the same bytes as for everybody else. */
  #check(node: NodeId, from: number, entries: readonly Entry[]): void {
    const { report, checker } = this.#options;
    let next = entries[0]?.firstOffset ?? 0;
    if (next > from) report('offsets', `${node} reads from offset ${from} and gets ${next}`);
    for (const entry of entries) {
      if (entry.firstOffset !== next) report('offsets', `${node} gives offset ${entry.firstOffset} after ${next - 1}`);
      next = entry.firstOffset + entry.count;
      if (next <= from) report('offsets', `${node} reads from offset ${from} and gets ${entry.firstOffset}`);
      const committed = checker.committed.entries[entry.index];
      const isSame =
        committed !== undefined &&
        committed.firstOffset === entry.firstOffset &&
        Buffer.compare(committed.digest, entry.digest) === 0 &&
        Buffer.compare(committed.payload, entry.payload) === 0;
      if (!isSame) report('state-machine-safety', `${node} gives a reader another entry ${entry.index} than was committed`);
    }
  }

  #remember(transaction: PreparedTransaction): void {
    if (this.#remembered.length < REMEMBERED) this.#remembered.push(transaction);
    else this.#remembered[this.#options.random.integer(0, REMEMBERED - 1)] = transaction;
  }
}

/** Nothing more can become of this key by trying again. */
function isSettled(result: SubmitResult | CallFailure): boolean {
  if (typeof result === 'string') return false;
  if (result.kind !== 'refused') return true;
  switch (result.code) {
    case 'NOT_LEADER':
    case 'LEADERSHIP_LOST':
    case 'SHUTTING_DOWN':
    case 'OVERLOADED':
    case 'NO_SPACE':
    case 'SEEN_AHEAD':
      return false;
    default:
      return true;
  }
}
