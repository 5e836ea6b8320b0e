// A cluster of real nodes over storages in memory and virtual time, for tests of the driver: what a node keeps outlives it, links and disks obey the test.
// A transaction's bytes are its deltas as JSON.
import assert from 'node:assert/strict';
import type { MembershipAt, MembersView } from '../../../../consensus/members-view.ts';
import type { PeerMessage } from '../../../../consensus/messages.ts';
import type { NodeEvent } from '../../../../consensus/node/events.ts';
import type { Introduced } from '../../../../consensus/node/membership/members.ts';
import { Node } from '../../../../consensus/node/node.ts';
import type { KeyIndex, PeerRequestHandler, PeerRequests, StateStore } from '../../../../consensus/ports.ts';
import type { PartitionService, StateAnswer } from '../../../../consensus/service.ts';
import { DEFAULT_STORAGE_OPTIONS, type StorageOptions } from '../../../../consensus/storage-options.ts';
import type { Delta, Genesis, NodeId, Refusal, Submission, SubmitResult } from '../../../../consensus/types.ts';
import { testDigest } from './entries.ts';
import { MemoryLog } from './memory-log.ts';
import { MemoryKeyIndex, MemorySnapshots, MemoryStateStore } from './memory-stores.ts';
import { VirtualTime } from './virtual-time.ts';

const LIMITS = { transactionBytesMax: 4096, locksMax: 8, lockRows: 64, recentKeys: 10_000 };
type GenesisChoices = Partial<Pick<Genesis, 'acknowledge' | 'partitions'>>;
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

/** What a node keeps of one partition. */
interface Stores {
  readonly log: MemoryLog;
  readonly keyIndex: MemoryKeyIndex;
  readonly state: MemoryStateStore;
  readonly snapshots: MemorySnapshots;
}

/** What outlives a node, and the node while it runs. The stores are those of partition 1. */
export interface Host extends Stores {
  readonly id: NodeId;
  readonly incarnation: string;
  /** What it was told when it joined. */
  readonly joined: MembershipAt | undefined;
  /** The last of whom it knows. */
  view: MembersView | undefined;
  /** Of all partitions. */
  readonly stores: readonly Stores[];
  readonly events: NodeEvent[];
  freeBytes: number;
  node: Node | undefined;
  /** What ended it. */
  failure: unknown;
}

export class TestCluster {
  readonly time = new VirtualTime();
  readonly hosts: Host[];
  readonly storage: StorageOptions;
  readonly #genesis: Genesis;
  /** Nodes that nothing reaches and that reach nobody. */
  readonly isolated = new Set<NodeId>();
  /** Whether a message, or a question about a partition, arrives; by default all do. */
  hears: (from: Host, to: Host, partition: number) => boolean = () => true;
  /** What a peer answers instead of the truth. */
  readonly liars = new Map<NodeId, Partial<PeerRequestHandler>>();
  /** Who answers introductions at which peer address. */
  readonly unformed = new Map<string, Introduced>();
  /** Told of everything that is sent. */
  onSend: (from: NodeId, message: PeerMessage) => void = () => undefined;
  #keys = 0;
  #seed = 7;

  constructor(nodes: number, storage: Partial<StorageOptions> = {}, genesis: GenesisChoices = {}) {
    this.storage = { ...DEFAULT_STORAGE_OPTIONS, scrubBytesPerSecond: 0, ...storage };
    const ids = Array.from({ length: nodes }, (_, at) => `n${at + 1}` as NodeId);
    this.#genesis = {
      clusterId: '0'.repeat(64),
      formatVersion: 1,
      partitions: 1,
      limits: LIMITS,
      ...genesis,
      members: ids.map((id) => ({ id, incarnation: '0'.repeat(32), peerAddress: `${id}:1`, clientAddress: `${id}:2` })),
    };
    this.hosts = ids.map((id) => newHost({ id, incarnation: '0'.repeat(32), partitions: this.#genesis.partitions }));
  }

  /** A new node of this id waits to be added; returns its peer address. */
  prepare(id: string, incarnation = '4'.repeat(32)): string {
    this.unformed.set(`${id}:1`, { id: id as NodeId, incarnation, isFormed: false });
    return `${id}:1`;
  }

  /** The node that was added under this id starts, told by the leader what it must know. */
  async join(id: string): Promise<Host> {
    const waiting = this.unformed.get(`${id}:1`);
    const joined = (await this.leading()).node?.newestMembership();
    assert.ok(waiting !== undefined && joined !== undefined);
    this.unformed.set(`${id}:1`, { ...waiting, isFormed: true });
    const host = newHost({ id: id as NodeId, incarnation: waiting.incarnation, joined, partitions: this.#genesis.partitions });
    this.hosts.push(host);
    await this.start(host);
    return host;
  }

  /** All nodes run and one of them leads. */
  static async started(nodes: number, storage: Partial<StorageOptions> = {}, genesis: GenesisChoices = {}): Promise<TestCluster> {
    const cluster = new TestCluster(nodes, storage, genesis);
    for (const host of cluster.hosts) await cluster.start(host);
    await cluster.leading();
    return cluster;
  }

  host(number: number): Host {
    const host = this.hosts[number - 1];
    assert.ok(host !== undefined);
    return host;
  }

  async start(host: Host): Promise<void> {
    for (const { log } of host.stores) log.isOpen = true;
    host.failure = undefined;
    host.node = await Node.open({
      id: host.id,
      incarnation: host.incarnation,
      joined: host.joined,
      introduce: async (peerAddress) => {
        const introduced = this.unformed.get(peerAddress);
        if (introduced === undefined) throw new Error('nobody listens');
        return introduced;
      },
      onMembersChanged: (view) => {
        host.view = view;
      },
      genesis: this.#genesis,
      openPartition: async (partition) => storesOf(host, partition).log,
      openSnapshots: async (partition) => storesOf(host, partition).snapshots,
      keyIndex: keyIndexOf(host),
      stateStore: stateStoreOf(host),
      timers: this.time,
      transport: { send: (to, message) => this.#send(host, to, message) },
      peerRequests: this.#requestsOf(host),
      chainDigest: testDigest,
      deltasOf: (transaction) => deltasFrom(transaction),
      freeBytes: async () => host.freeBytes,
      storage: this.storage,
      seed: this.#seed++,
      invariants: 'all',
      observe: (event) => host.events.push(event),
      fatal: (error) => {
        host.failure = error;
      },
    });
  }

  async stop(host: Host): Promise<void> {
    const { node } = host;
    host.node = undefined;
    await node?.close();
  }

  partition(host: Host, number = 1): PartitionService {
    const partition = host.node?.partition(number);
    assert.ok(partition !== undefined, `${host.id} runs`);
    return partition;
  }

  /** The node that leads and can admit. */
  async leading(): Promise<Host> {
    let leader: Host | undefined;
    await this.time.until(() => {
      leader = this.hosts.find((host) => {
        const status = host.node?.partition(1)?.status();
        return status?.role === 'leader' && status.appliedIndex === status.lastIndex && !this.isolated.has(host.id);
      });
      return leader !== undefined;
    });
    assert.ok(leader !== undefined);
    return leader;
  }

  async follower(): Promise<Host> {
    const leader = await this.leading();
    const follower = this.hosts.find((host) => host !== leader && host.node !== undefined);
    assert.ok(follower !== undefined);
    return follower;
  }

  /** A transaction under a key of its own. */
  submission(deltas: readonly TestDelta[] = [], options: { readonly named?: boolean } = {}): Submission {
    const id = new Uint8Array(16);
    new DataView(id.buffer).setUint32(12, ++this.#keys);
    return {
      key: options.named === true ? { kind: 'named', id } : { kind: 'generated', id, birth: 0 },
      content: id,
      seen: undefined,
      locks: [],
      isVoid: false,
      hasDeltas: deltas.length > 0,
      bytes: utf8(JSON.stringify(deltas)),
    };
  }

  /** Submits to this node and waits for the answer. */
  async submitTo(host: Host, deltas: readonly TestDelta[], options: { readonly named?: boolean } = {}): Promise<SubmitResult> {
    let result: SubmitResult | undefined;
    this.partition(host)
      .openSubmitStream()
      .submit([this.submission(deltas, options)], (_, answer) => {
        result = answer;
      });
    await this.time.until(() => result !== undefined);
    assert.ok(result !== undefined);
    return result;
  }

  /** Commits this transaction; returns its offset. */
  async commit(deltas: readonly TestDelta[] = [], options: { readonly named?: boolean } = {}): Promise<number> {
    for (;;) {
      const result = await this.submitTo(await this.leading(), deltas, options);
      if (result.kind === 'committed') return result.offset;
      assert.ok(result.kind === 'refused' && result.outcome === 'none', JSON.stringify(result));
    }
  }

  async commitMany(count: number): Promise<number> {
    let offset = 0;
    for (let number = 1; number <= count; number++)
      offset = await this.commit([['put', `key${number % 10}`, `value${number}`]], { named: number % 3 === 0 });
    return offset;
  }

  /** Takes a snapshot on the leader, and waits until these nodes have it. */
  async snapshot(hosts: readonly Host[] = this.hosts): Promise<number> {
    const taken = await this.resolved(this.partition(await this.leading()).takeSnapshot());
    assert.equal(taken.kind, 'snapshot-point');
    const index = taken.kind === 'snapshot-point' ? taken.index : 0;
    await this.time.until(() => hosts.every((host) => host.snapshots.list()[0]?.index === index));
    await this.time.pass(100);
    return index;
  }

  /** All these nodes have applied what the leader has. */
  async caughtUp(hosts: readonly Host[] = this.hosts): Promise<void> {
    const leader = await this.leading();
    await this.time.until(() => {
      const { appliedIndex } = this.partition(leader).status();
      return hosts.every((host) => this.partition(host).status().appliedIndex === appliedIndex);
    });
  }

  /** The value of the promise, letting time pass. */
  async resolved<T>(promise: Promise<T>): Promise<T> {
    let settled: { value: T } | { error: unknown } | undefined;
    promise.then(
      (value) => {
        settled = { value };
      },
      (error: unknown) => {
        settled = { error };
      },
    );
    await this.time.until(() => settled !== undefined);
    assert.ok(settled !== undefined);
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  get(host: Host, keys: readonly string[], offset = 0): Promise<StateAnswer | Refusal> {
    const query = { kind: 'get-many', keys: keys.map(utf8) } as const;
    return this.resolved(this.partition(host).readState(query, { kind: 'at-least', offset }, 1_000));
  }

  /** Events of a kind, of one node. */
  said<Kind extends NodeEvent['kind']>(host: Host, kind: Kind): Extract<NodeEvent, { readonly kind: Kind }>[] {
    return host.events.filter((event): event is Extract<NodeEvent, { readonly kind: Kind }> => event.kind === kind);
  }

  /** Closes everything; nothing may have failed. */
  async close(): Promise<void> {
    for (const host of this.hosts) {
      assert.equal(host.failure, undefined, host.id);
      await this.stop(host);
    }
    // What is under way arrives nowhere.
    await this.time.pass(5);
    assert.equal(this.time.running, 0, 'no timer is left');
  }

  #isReachable(from: NodeId, to: NodeId): boolean {
    return !this.isolated.has(from) && !this.isolated.has(to);
  }

  #send(from: Host, to: NodeId, message: PeerMessage): void {
    if (from.node === undefined && from.failure === undefined) return;
    this.onSend(from.id, message);
    this.time.after(1, () => {
      const host = this.hosts.find(({ id }) => id === to);
      const isHeard = host?.node !== undefined && this.#isReachable(from.id, to) && this.hears(from, host, message.partition);
      if (isHeard) host.node?.receive(from.id, message);
    });
  }

  #requestsOf(from: Host): PeerRequests {
    const handlerOf = (to: NodeId, partition: number): PeerRequestHandler => {
      const host = this.hosts.find(({ id }) => id === to);
      const isHeard = host?.node !== undefined && this.#isReachable(from.id, to) && this.hears(from, host, partition);
      if (!isHeard || host.node === undefined) throw new Error(`${to} is away`);
      return { ...handler(host.node), ...this.liars.get(to) };
    };
    return {
      logEnd: async (to, partition) => handlerOf(to, partition).logEnd(partition),
      entries: async (to, request) => handlerOf(to, request.partition).entries(request),
      committedOffset: async (to, partition) => handlerOf(to, partition).committedOffset(partition),
      snapshots: async (to, partition) => handlerOf(to, partition).snapshots(partition),
      snapshotBytes: async (to, request) => handlerOf(to, request.partition).snapshotBytes(request),
    };
  }
}

/** Empty ones, of each partition. */
function freshStores(partitions: number): Stores & Pick<Host, 'stores'> {
  const stores = Array.from({ length: partitions }, () => ({
    log: new MemoryLog(),
    keyIndex: new MemoryKeyIndex(),
    state: new MemoryStateStore(),
    snapshots: new MemorySnapshots(),
  }));
  const [first] = stores;
  assert.ok(first !== undefined);
  return { ...first, stores };
}

function newHost(options: {
  readonly id: NodeId;
  readonly incarnation: string;
  readonly joined?: MembershipAt;
  readonly partitions: number;
}): Host {
  return {
    ...freshStores(options.partitions),
    id: options.id,
    incarnation: options.incarnation,
    joined: options.joined,
    view: undefined,
    events: [],
    freeBytes: Number.MAX_SAFE_INTEGER,
    node: undefined,
    failure: undefined,
  };
}

function storesOf(host: Host, partition: number): Stores {
  const stores = host.stores[partition - 1];
  assert.ok(stores !== undefined);
  return stores;
}

function keyIndexOf(host: Host): KeyIndex {
  const of = (partition: number) => storesOf(host, partition).keyIndex;
  return {
    getMany: (partition, ids) => of(partition).getMany(partition, ids),
    put: (partition, keys, appliedOffset) => of(partition).put(partition, keys, appliedOffset),
    appliedOffset: (partition) => of(partition).appliedOffset(),
    all: (partition) => of(partition).all(),
    load: (partition, keys, appliedOffset) => of(partition).load(partition, keys, appliedOffset),
    close: async () => undefined,
  };
}

function stateStoreOf(host: Host): StateStore {
  const of = (partition: number) => storesOf(host, partition).state;
  return {
    progress: (partition) => of(partition).progress(),
    apply: (partition, changes, progress) => of(partition).apply(partition, changes, progress),
    view: (partition) => of(partition).view(),
    load: (partition, pairs, progress) => of(partition).load(partition, pairs, progress),
    close: async () => undefined,
  };
}

function handler(node: Node): PeerRequestHandler {
  return {
    logEnd: (partition) => node.logEnd(partition),
    entries: (request) => node.entries(request),
    committedOffset: (partition) => node.committedOffset(partition),
    snapshots: (partition) => node.snapshots(partition),
    snapshotBytes: (request) => node.snapshotBytes(request),
  };
}

export type TestDelta = readonly ['put', string, string] | readonly ['delete', string] | readonly ['record', string];

function deltasFrom(transaction: Uint8Array): readonly Delta[] {
  return (JSON.parse(Buffer.from(transaction).toString()) as TestDelta[]).map((delta): Delta => {
    if (delta[0] === 'put') return { kind: 'put', key: utf8(delta[1]), value: utf8(delta[2]) };
    return delta[0] === 'delete' ? { kind: 'delete', key: utf8(delta[1]) } : { kind: 'record', data: utf8(delta[1]) };
  });
}

/** The values of an answer as text. */
export function valuesOf(answer: StateAnswer | Refusal): readonly (string | undefined)[] {
  assert.equal(answer.kind, 'values');
  return answer.kind === 'values' ? answer.values.map((value) => (value === undefined ? undefined : Buffer.from(value).toString())) : [];
}
