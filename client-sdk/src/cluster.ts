// What the client knows of the cluster: endpoints and who answered there, members, limits, the leader of each partition, and offsets known to be
// committed. It learns from every answer; leader.ts and the streams decide what to do with it.
import { AddressBook } from './address-book.ts';
import type { ClusterLimits } from './api.ts';
import { decodeDescribeResponse, encodeDescribeRequest } from './codec.ts';
import { NodeConnection, transportError } from './connection.ts';
import { LedgerlineError } from './errors.ts';
import { type ClientHello, commonProtocol, PROTOCOL_MAX, PROTOCOL_MIN, type ServerHello } from './hello.ts';
import type { DescribeResponse } from './messages.ts';
import { WireError } from './wire.ts';

/** A node that does not describe itself in this time is taken for paused or gone, milliseconds. */
export const ATTEMPT_MS = 1_000;
/** One look for a leader waits so long for the slowest node, milliseconds. */
const ROUND_MS = 250;
/**
 * Every client asks one node so often who the members are, milliseconds: all that it knew may have been replaced otherwise, one by one, while nothing failed. Adding a node, and
 * waiting until it has caught up, takes longer.
 */
const REFRESH_MS = 2_000;

interface Leader {
  readonly node: string;
  readonly term: number;
  /** It did not answer, or said that it does not lead. */
  isSuspect: boolean;
}

/** What went wrong with the last look for a leader: how a call that waited in vain is explained. */
export type Trouble = 'UNREACHABLE' | 'NO_QUORUM' | 'DEADLINE';

export class Cluster {
  readonly #client: string;
  readonly #seeds: readonly string[];
  readonly #connections = new Map<string, NodeConnection>();
  readonly #book = new AddressBook();
  readonly #leaders = new Map<number, Leader>();
  readonly #applied = new Map<number, number>();
  readonly #probes = new Map<NodeConnection, Promise<DescribeResponse | undefined>>();
  #id: string | undefined;
  #partitions = 0;
  #limits: ClusterLimits | undefined;
  #lastFailure: unknown;
  #isClosed = false;
  #refreshing: NodeJS.Timeout | undefined;
  #refreshes = 0;

  constructor(addresses: readonly string[], client: string) {
    this.#seeds = addresses;
    this.#client = client;
  }

  /** 64 hexadecimal digits; `''` before the first contact. */
  get id(): string {
    return this.#id ?? '';
  }

  /** 0 before the first contact. */
  get partitions(): number {
    return this.#partitions;
  }

  /** `undefined` before the first contact. */
  get limits(): ClusterLimits | undefined {
    return this.#limits;
  }

  /** Why a node could not be used, the last time that happened. */
  get lastFailure(): unknown {
    return this.#lastFailure;
  }

  /** Ids of the members, sorted. */
  get members(): string[] {
    return this.#book.ids;
  }

  hello(): ClientHello {
    return { cluster: this.#id, protocolMin: PROTOCOL_MIN, protocolMax: PROTOCOL_MAX, client: this.#client };
  }

  /** Takes note of who answered at an address. Throws WRONG_CLUSTER or VERSION_SKEW if the client must not talk to it. */
  learnHello(connection: NodeConnection, hello: ServerHello | undefined): ServerHello {
    if (hello === undefined || hello.cluster === '' || hello.node === '') throw new WireError('the node did not introduce itself');
    if (this.#id !== undefined && hello.cluster !== this.#id) {
      connection.isForeign = true;
      throw new LedgerlineError('WRONG_CLUSTER', `${connection.address} belongs to cluster ${hello.cluster}, not to ${this.#id}`);
    }
    if (commonProtocol({ protocolMin: hello.protocol, protocolMax: hello.protocol }) === undefined) {
      throw new LedgerlineError('VERSION_SKEW', `${connection.address} speaks version ${hello.protocol} of the protocol`);
    }
    this.#id = hello.cluster;
    connection.node = hello.node;
    connection.isFailing = false;
    this.#book.identify(hello.node, connection.address, this.#isUsable);
    return hello;
  }

  /** Offsets up to this one are committed in the partition. */
  learnApplied(partition: number, offset: number): void {
    if (offset > this.appliedOffset(partition)) this.#applied.set(partition, offset);
  }

  /** The highest offset known to be committed; 0 if none is. */
  appliedOffset(partition: number): number {
    return this.#applied.get(partition) ?? 0;
  }

  #learnDescription(description: DescribeResponse, node: string): void {
    this.#limits = description.limits;
    this.#partitions = description.partitions.length;
    const first = description.partitions.find(({ partition }) => partition === 1);
    this.#book.learn(description.members, first?.appliedIndex ?? 0);
    this.#dropUnused();
    for (const { partition, role, term, appliedOffset } of description.partitions) {
      this.learnApplied(partition, appliedOffset);
      if (role === 'leader') this.#learnLeader(partition, { node, term });
      else this.#unlearnLeader(partition, node);
    }
  }

  #learnLeader(partition: number, claim: { readonly node: string; readonly term: number }): void {
    const known = this.#leaders.get(partition);
    if (known !== undefined && claim.term < known.term) return;
    this.#leaders.set(partition, { ...claim, isSuspect: false });
  }

  #unlearnLeader(partition: number, node: string): void {
    const known = this.#leaders.get(partition);
    if (known?.node === node) known.isSuspect = true;
  }

  /** The node did not answer, or broke off: it is not taken for the leader until it says so again. */
  suspect(partition: number, connection: NodeConnection): void {
    const known = this.#leaders.get(partition);
    if (known !== undefined && this.connectionTo(known.node) === connection) known.isSuspect = true;
  }

  /** `node` does not lead; it believes that `hint` does, if it names one. */
  notLeader(partition: number, node: string, hint: string | undefined): void {
    const known = this.#leaders.get(partition);
    const isNews = hint !== undefined && hint !== node && (known === undefined || known.node === node);
    if (isNews) this.#leaders.set(partition, { node: hint, term: known?.term ?? 0, isSuspect: false });
    else this.#unlearnLeader(partition, node);
  }

  /** The connection to the leader, as far as it is known. */
  leader(partition: number): NodeConnection | undefined {
    const known = this.#leaders.get(partition);
    return known === undefined || known.isSuspect ? undefined : this.connectionTo(known.node);
  }

  /** The connection to a node by id: where it identified itself, else where it says it is. */
  connectionTo(node: string): NodeConnection | undefined {
    const address = this.#book.addressOf(node);
    return address === undefined ? undefined : this.#connection(address);
  }

  /** Connections to all endpoints worth asking: the seeds, and every member that is not known to be one of them. */
  endpoints(): NodeConnection[] {
    const addresses = new Set([...this.#seeds, ...this.#book.addresses(this.#isUsable)]);
    return [...addresses].map((address) => this.#connection(address)).filter((connection) => !connection.isForeign);
  }

  /** One connection for each member that answered once, those that fail now last. */
  nodes(): NodeConnection[] {
    const connections = this.#book.identifiedAddresses().map((address) => this.#connection(address));
    return [...connections.filter(({ isFailing }) => !isFailing), ...connections.filter(({ isFailing }) => isFailing)];
  }

  readonly #isUsable = (address: string): boolean => this.#connections.get(address)?.isFailing === false;

  /** Closes what leads to nobody any more. What still answers is kept: calls may be under way there. */
  #dropUnused(): void {
    for (const [address, connection] of this.#connections) {
      if (!connection.isFailing || this.#seeds.includes(address) || this.#book.isUsed(address)) continue;
      this.#connections.delete(address);
      connection.close();
    }
  }

  #connection(address: string): NodeConnection {
    let connection = this.#connections.get(address);
    if (connection === undefined) {
      if (this.#isClosed) throw new LedgerlineError('CLOSED', 'the client was closed');
      connection = new NodeConnection(address);
      this.#connections.set(address, connection);
    }
    return connection;
  }

  /** Asks one node to describe itself, and learns from the answer. Rejects with TransportError, WireError or LedgerlineError. */
  async describe(connection: NodeConnection, signal?: AbortSignal): Promise<DescribeResponse> {
    try {
      const answer = await connection.unary('describe', encodeDescribeRequest({ hello: this.hello() }), { timeoutMs: ATTEMPT_MS, signal });
      const description = decodeDescribeResponse(answer);
      const { node } = this.learnHello(connection, description.hello);
      this.#learnDescription(description, node);
      return description;
    } catch (cause) {
      this.noteFailure(connection, cause);
      for (const partition of this.#leaders.keys()) this.suspect(partition, connection);
      throw cause;
    }
  }

  /** Remembers why a node could not be used, and never to ask one of another cluster again. */
  noteFailure(connection: NodeConnection, cause: unknown): void {
    connection.isFailing = true;
    const { code, message } = transportError(connection.address, cause);
    if (code === 'WRONG_CLUSTER') connection.isForeign = true;
    const isClear = code === 'WRONG_CLUSTER' || code === 'VERSION_SKEW';
    this.#lastFailure = isClear ? new LedgerlineError(code, message, { cause }) : cause;
  }

  /**
   * Asks all endpoints at once who leads. Resolves with the connection to the partition's leader as soon as one says it leads; with `undefined` when
   * all have answered or failed, or some did not in time: a paused node must not delay the next look. Never rejects.
   */
  async findLeader(partition: number): Promise<NodeConnection | undefined> {
    return this.leader(partition) ?? firstDefined(this.probe().map((probe) => probe.then(() => this.leader(partition))));
  }

  /** Asks all endpoints to describe themselves; those that do not answer give `undefined`. Whoever asks meanwhile shares the answers. */
  probe(): Promise<DescribeResponse | undefined>[] {
    if (this.#isClosed) return [];
    return this.endpoints().map((connection) => this.#probe(connection));
  }

  #probe(connection: NodeConnection): Promise<DescribeResponse | undefined> {
    const under = this.#probes.get(connection);
    if (under !== undefined) return under;
    const probe = quiet(this.describe(connection)).finally(() => this.#probes.delete(connection));
    this.#probes.set(connection, probe);
    return probe;
  }

  /** Asks all endpoints to describe themselves now, whoever else has just asked, and then those that were first heard of by that. Never rejects. */
  async describeAll(): Promise<(DescribeResponse | undefined)[]> {
    const asked = new Map<NodeConnection, Promise<DescribeResponse | undefined>>();
    for (let round = 0; round < 2 && !this.#isClosed; round++) {
      for (const connection of this.endpoints()) {
        if (!asked.has(connection)) asked.set(connection, quiet(this.describe(connection)));
      }
      await Promise.all(asked.values());
    }
    return Promise.all(asked.values());
  }

  /** From now on asks a node every `REFRESH_MS` who the members are, until it is closed. Does not keep the process alive. */
  startRefreshing(): void {
    this.#refreshing ??= setInterval(() => this.refresh(), REFRESH_MS).unref();
  }

  /** Asks one node, each in turn, who the members are now; all endpoints if it does not answer. Never rejects. */
  async refresh(): Promise<void> {
    if (this.#isClosed) return;
    const nodes = this.nodes().filter(({ isFailing }) => !isFailing);
    const node = nodes[this.#refreshes++ % Math.max(1, nodes.length)];
    const description = node === undefined ? undefined : await this.#probe(node);
    if (description === undefined) await Promise.all(this.probe());
  }

  /** Why there is nothing to talk to: no node answered last, or none leads. */
  trouble(partition: number): Trouble {
    const endpoints = this.endpoints();
    if (endpoints.every(({ isFailing }) => isFailing)) return 'UNREACHABLE';
    return this.leader(partition) === undefined ? 'NO_QUORUM' : 'DEADLINE';
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#refreshing);
    for (const connection of this.#connections.values()) connection.close();
  }
}

/** The description, or `undefined` if it failed. Never rejects. */
function quiet(description: Promise<DescribeResponse>): Promise<DescribeResponse | undefined> {
  return description.catch(() => undefined);
}

/** The first value that is not `undefined`; `undefined` once all have come, or after `ROUND_MS`. The promises never reject. */
function firstDefined<T>(promises: readonly Promise<T | undefined>[]): Promise<T | undefined> {
  return new Promise((resolve) => {
    let waiting = promises.length;
    const finish = (value: T | undefined): void => {
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(() => finish(undefined), ROUND_MS);
    if (waiting === 0) finish(undefined);
    for (const promise of promises) {
      promise.then((value) => {
        waiting--;
        if (value !== undefined || waiting === 0) finish(value);
      });
    }
  });
}
