// One simulated node: a disk and a key index that outlive its processes, and now and then a process with the real log and driver in it.

import { deltasOf } from '@ledgerline/client/internal';
import type { TraceRecord } from '../../consensus/core/trace.ts';
import type { PeerMessage } from '../../consensus/messages.ts';
import type { NodeEvent } from '../../consensus/node/events.ts';
import { Node } from '../../consensus/node/node.ts';
import type { ChainDigest, SnapshotStore } from '../../consensus/ports.ts';
import type { StorageStatus } from '../../consensus/service.ts';
import type { DamagedRange, Entry, Genesis, NodeId } from '../../consensus/types.ts';
import { openDataDirectory } from '../../log/data-directory.ts';
import { Belonging } from './belonging.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Door } from './client-link.ts';
import type { Coverage } from './coverage.ts';
import { SimDisk } from './disk.ts';
import type { DirectoryImage, LossKind } from './disk-image.ts';
import { isFailedSync, saysWhatIsLost } from './failures.ts';
import { KeyIndexStore } from './key-index.ts';
import type { SimNetwork } from './network.ts';
import { ObservedSnapshots } from './observed-snapshots.ts';
import { ObservedStorage } from './observed-storage.ts';
import { type Asked, simPeerRequests } from './peer-requests.ts';
import type { Plan } from './plan.ts';
import { SimProcess } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SnapshotChecker } from './snapshot-checker.ts';
import { StateStoreImage } from './state-store.ts';
import { type ClockOptions, SimTimers } from './timers.ts';
import type { Trace } from './trace.ts';
import type { Report } from './violation.ts';

const DATA = '/data';

/** `unformed`: it was never part of the cluster. `removed`: it was told that it is so no more, and has ended. `lost`: with its disk; whatever starts there is another incarnation. */
export type Standing = 'unformed' | 'member' | 'removed' | 'lost';

export interface SimNodeOptions {
  readonly id: NodeId;
  /** Of each of its disks, from 0 on. */
  readonly incarnationOf: (disk: number) => string;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly network: SimNetwork;
  readonly trace: Trace;
  readonly report: Report;
  readonly coverage: Coverage;
  readonly chainDigest: ChainDigest;
  readonly clock: ClockOptions;
  readonly invariants: 'all' | 'cheap';
  readonly plan: Plan;
  readonly other: (node: NodeId) => SimNode | undefined;
  /** Where it introduces itself when it has no genesis. */
  readonly joinAt: readonly string[];
  /** It takes part in a cluster from now on, or no longer. */
  readonly onStanding: () => void;
  /** By partition. */
  readonly checkers: ReadonlyMap<number, PartitionChecker>;
  readonly snapshotCheckers: ReadonlyMap<number, SnapshotChecker>;
  /** More is damaged than the promises allow: a node may refuse to start, and says why. */
  readonly beyond: boolean;
  /** Gets the records of every step of the core. */
  readonly onStep?: ((records: readonly TraceRecord[]) => void) | undefined;
}

export class SimNode {
  readonly id: NodeId;
  /** How often it ended without being asked to. */
  crashes = 0;
  #runs = 0;
  #disk: SimDisk;
  #disks = 0;
  #standing: Standing = 'unformed';
  readonly belonging: Belonging;
  readonly #options: SimNodeOptions;
  readonly #keys: KeyIndexStore;
  readonly #state: StateStoreImage;
  #process: SimProcess | undefined;
  #node: Node | undefined;
  #shuttingDown: SimProcess | undefined;
  /** Free bytes on the disk. */
  freeBytes = Number.MAX_SAFE_INTEGER;
  /** What this node has said of damage that it cannot repair; of use beyond the promises alone. */
  readonly complaints: string[] = [];
  /** Called when the node fails because a sync did, as it must. */
  onExpectedFailure: () => void = () => undefined;

  constructor(options: SimNodeOptions) {
    const { id, random, plan } = options;
    this.id = id;
    this.#options = options;
    this.#disk = this.#newDisk();
    this.#keys = new KeyIndexStore(random.fork('key-index'), { readMs: plan.keyReadMs, writeMs: plan.keyWriteMs });
    this.#state = new StateStoreImage(random.fork('state'), { readMs: plan.keyReadMs, writeMs: plan.keyWriteMs });
    this.belonging = new Belonging({
      ...options,
      other: (node) => options.other(node)?.belonging,
      node: () => this.#node,
      onMember: () => this.#stands('member'),
      onRemoved: () => {
        this.#trace('is told that it was removed');
        this.#leave();
      },
    });
    options.network.attach(id, (message) => this.#process?.deliver(() => this.#receive(message)));
  }

  #newDisk(): SimDisk {
    const { random, plan } = this.#options;
    const fork = random.fork(this.#disks === 0 ? 'disk' : `disk ${this.#disks}`);
    return new SimDisk(fork, { readMs: 0.05, writeMs: 0.05, syncMs: plan.syncMs, slowSyncShare: 0, slowSyncMs: 0 });
  }

  get disk(): SimDisk {
    return this.#disk;
  }

  get standing(): Standing {
    return this.#standing;
  }

  #stands(standing: Standing): void {
    if (this.#standing === standing) return;
    this.#standing = standing;
    this.#options.onStanding();
  }

  /** Everybody else in its book, while it runs. */
  get knownOthers(): readonly NodeId[] {
    return this.belonging.acquaintance?.others() ?? [];
  }

  /** Of the whole node, and the process that it lives in. */
  get service(): { readonly process: SimProcess; readonly service: Node } | undefined {
    return this.#node === undefined || this.#process === undefined ? undefined : { process: this.#process, service: this.#node };
  }

  /** All that it had is gone for ever, and with it who it was. It may start, and then has nothing. */
  loseDisk(): void {
    if (this.isUp) this.kill();
    this.#trace('loses its disk');
    this.#disks++;
    this.#disk = this.#newDisk();
    this.#keys.wipe();
    this.#state.wipe();
    this.belonging.forget();
    this.#stands('lost');
  }

  /** Whether there is a process, starting or running. */
  get isUp(): boolean {
    return this.#process !== undefined;
  }

  get isPaused(): boolean {
    return this.#process?.paused === true;
  }

  get node(): Node | undefined {
    return this.#node;
  }

  /** Who answers the questions of other nodes. */
  get asked(): Asked | undefined {
    if (this.#node === undefined || this.#process === undefined) return undefined;
    return { process: this.#process, handler: this.#node, hears: (node) => this.belonging.hears(node) };
  }

  get incarnation(): string {
    return this.#options.incarnationOf(this.#disks);
  }

  /** What lies durably in the directory of a partition. */
  partitionDirectory(partition: number): DirectoryImage | undefined {
    return this.disk.directory(`${DATA}/partition-${String(partition).padStart(4, '0')}`);
  }

  /** Someone removes a folder that is built again from snapshot and log. */
  wipe(what: 'key-index' | 'state'): void {
    this.#trace('loses', what);
    if (what === 'state') this.#state.wipe();
    else this.#keys.wipe();
  }

  door(partition: number): Door | undefined {
    const service = this.#node?.partition(partition);
    return service === undefined || this.#process === undefined ? undefined : { process: this.#process, service };
  }

  /** What its partitions say of their files; none while it starts. */
  partitions(): readonly StorageStatus[] {
    const numbers = this.#node === undefined ? [] : [...this.#options.checkers.keys()];
    return numbers.flatMap((number) => this.#node?.partition(number)?.storageStatus() ?? []);
  }

  leads(partition: number): boolean {
    return this.#node?.partition(partition)?.status().role === 'leader';
  }

  /** Makes the data directory with this genesis in it, while nothing fails yet. */
  async form(text: string, genesis: Genesis): Promise<void> {
    this.belonging.form(genesis);
    const process = new SimProcess(this.#options.scheduler);
    const directory = await this.#openDirectory(process);
    await directory.saveGenesis(text);
    await directory.close();
    process.die();
    this.#stands('member');
  }

  /** A new process recovers from what is on the disk and takes part. */
  start(): void {
    if (this.#process !== undefined || this.#standing === 'removed') return;
    const process = new SimProcess(this.#options.scheduler);
    this.#process = process;
    this.#trace('starts');
    this.#run(process).catch((error: unknown) => {
      if (this.#process === process) this.#fail('start-failed', error);
    });
  }

  /** The transport tells this node that it lost its connection to another. */
  losesConnection(to: NodeId): void {
    this.#process?.deliver(() => this.#node?.unreachable(to));
  }

  /** The process ends in good order: it answers what waits, closes its files and exits; then `whenDown` is called. */
  shutDown(whenDown: () => void): void {
    const process = this.#process;
    const node = this.#node;
    if (process === undefined || node === undefined || this.#shuttingDown === process) return;
    this.#trace('shuts down');
    this.#shuttingDown = process;
    const exit = () => {
      if (this.#process !== process) return;
      this.#trace('has shut down');
      this.#end();
      this.disk.kill();
      whenDown();
    };
    const close = async () => {
      await node.handOver();
      await node.close();
    };
    process.deliver(() => void close().then(exit, (error: unknown) => this.#fail('node-failed', error)));
  }

  get isShuttingDown(): boolean {
    return this.#process !== undefined && this.#process === this.#shuttingDown;
  }

  /** The process is killed; the page cache stays. */
  kill(): void {
    this.crashes++;
    this.#end();
    this.#trace('is killed');
    this.disk.kill();
  }

  /** The machine loses power. */
  cutPower(loss: LossKind): void {
    this.crashes++;
    this.#end();
    this.#trace('loses power and', loss);
    this.disk.cutPower(loss);
  }

  pause(): void {
    this.#trace('pauses');
    this.#process?.pause();
  }

  resume(): void {
    if (!this.isPaused) return;
    this.#trace('resumes');
    this.#process?.resume();
  }

  async #run(process: SimProcess): Promise<void> {
    const { id, random, checkers, clock, chainDigest, coverage, network, onStep } = this.#options;
    const directory = await this.#openDirectory(process);
    const genesis = await this.belonging.begin({ process, directory, incarnation: this.incarnation });
    const keyIndex = this.#keys.open(process);
    const stores = new Map<number, SnapshotStore>();
    /** Damaged ranges that the driver knows of. */
    const known = new Set<DamagedRange>();
    const node = await Node.open({
      id,
      incarnation: this.incarnation,
      joined: directory.joined,
      introduce: (address) => this.belonging.joiner?.ask(address) ?? Promise.reject(new Error('nobody waits to be added')),
      onMembersChanged: () => undefined,
      genesis,
      openPartition: async (partition) => {
        const checker = checkers.get(partition);
        const snapshotChecker = this.#options.snapshotCheckers.get(partition);
        if (checker === undefined || snapshotChecker === undefined) throw new Error(`no partition ${partition}`);
        return ObservedStorage.open(await directory.openPartition(partition), {
          node: id,
          checker,
          coverage,
          snapshotChecker,
          beyond: this.#options.beyond,
          checkDurable: (entries) => this.#checkDurable(entries),
          damages: () => this.disk.damages,
          snapshots: () => stores.get(partition)?.list() ?? [],
          hasJoined: directory.joined !== undefined,
        });
      },
      openSnapshots: async (partition) => {
        const checker = this.#options.snapshotCheckers.get(partition);
        if (checker === undefined) throw new Error(`no partition ${partition}`);
        const store = new ObservedSnapshots(await directory.openSnapshots(partition), { node: id, checker, coverage });
        stores.set(partition, store);
        return store;
      },
      keyIndex,
      stateStore: this.#state.open(process),
      peerRequests: simPeerRequests({
        id,
        process,
        network,
        asked: (node) => this.#options.other(node)?.asked,
        knows: (node) => this.belonging.knows(node),
      }),
      deltasOf,
      freeBytes: () => Promise.resolve(this.freeBytes),
      storage: this.#options.plan.storage,
      timers: new SimTimers(process, clock),
      transport: { send: (to, message) => this.#send(process, to, message) },
      chainDigest,
      seed: random.next(),
      invariants: this.#options.invariants,
      observe: (event) => this.#observe(event, known),
      trace: onStep === undefined ? undefined : { run: ++this.#runs, write: onStep },
      fatal: (error) => this.#fail('node-failed', error),
    });
    this.#node = node;
    this.#watchApplied(node);
    this.#leave();
  }

  /** What a node says of itself; `known`: damaged ranges that its driver knows of. */
  #observe(event: NodeEvent, known: Set<DamagedRange>): void {
    const { id, checkers, trace, scheduler, coverage } = this.#options;
    coverage.hit(event.kind === 'core' ? `core: ${event.event.kind}` : `driver: ${event.kind}`);
    if (event.kind === 'core') {
      if (event.event.kind === 'stepped-down') coverage.hit(`core: stepped-down, ${event.event.reason}`);
      trace.add(
        scheduler.now,
        id,
        event.event.kind,
        event.partition,
        'term' in event.event ? event.event.term : event.event.kind === 'claim-settled' ? event.event.claim.term : event.event.index,
      );
      if (event.event.kind === 'became-leader') {
        const storage = this.#node?.partition(event.partition)?.storageStatus();
        const status = this.#node?.partition(event.partition)?.status();
        // Nobody may have what is damaged and covered by a snapshot.
        const needed = storage?.damage.filter((range) => known.has(range) && range.to > storage.snapshotIndex) ?? [];
        checkers.get(event.partition)?.becameLeader(id, event.event.term, { isDamaged: needed.length > 0, status });
      }
      return;
    }
    if (event.kind === 'damage-found') known.add(event.range);
    if (event.kind === 'waiting-for-repair') this.complaints.push(`${event.from}..${event.to}: ${event.why}`);
    // A disk may fail a sync, and a snapshot that is on its way from another node already is not taken; nothing else may fail one.
    if (event.kind === 'snapshot-failed' && !event.why.includes('EIO') && !event.why.includes('BUSY')) {
      this.#options.report('state', `${id} cannot write the snapshot of entry ${event.index}: ${event.why}`);
    }
    // The others help; but a node must not come to need that by a crash, nor by what the nemesis rots within the promise: unless with a lost segment and its seal it was lost of what term the
    // entries of its own snapshots are.
    const isDamaged = event.kind === 'waiting-for-snapshot' && this.partitions().some(({ damage }) => damage.length > 0);
    if (event.kind === 'waiting-for-snapshot' && !this.#options.beyond && !isDamaged)
      this.#options.report('start-failed', `${id}: ${event.why}`);
    if (event.kind === 'diverged') this.#options.report('state', `${id} finds that ${event.node} differs at ${event.index}: ${event.what}`);
    trace.add(scheduler.now, id, event.kind, 'partition' in event ? event.partition : 0);
  }

  /** The checkers hear of everything that is applied, from now on. */
  #watchApplied(node: Node): void {
    const { id, checkers, trace, scheduler } = this.#options;
    for (const [partition, checker] of checkers) {
      const service = node.partition(partition);
      if (service === undefined) throw new Error(`no partition ${partition}`);
      const applied = () => {
        const status = service.status();
        trace.add(scheduler.now, id, 'applied', partition, status.appliedIndex);
        checker.applied(id, status);
      };
      service.onApplied(applied);
      applied();
    }
  }

  /** Ends for good, if it was told so; while it is opening, as soon as that is over. */
  #leave(): void {
    if (this.belonging.isRemoved) this.shutDown(() => this.#stands('removed'));
  }

  #openDirectory(process: SimProcess) {
    const { incarnation } = this;
    const { id, plan } = this.#options;
    const { firstSegmentBytes, segmentBytes } = plan;
    const disk = this.disk.mount(process);
    return openDataDirectory({ disk, path: DATA, nodeId: id, newIncarnation: () => incarnation, firstSegmentBytes, segmentBytes });
  }

  #send(process: SimProcess, to: NodeId, message: PeerMessage): void {
    if (process.isLongDead) throw new Error(`a dead process of ${this.id} sends`);
    if (!process.alive) return;
    const { id, checkers, network, trace, scheduler, coverage } = this.#options;
    const { kind, term } = message.message;
    trace.add(scheduler.now, id, kind, to, message.partition, term);
    coverage.hit(`message: ${kind}`);
    checkers.get(message.partition)?.sent(id, message, this.#node?.partition(message.partition)?.status());
    if (!this.belonging.knows(to)) {
      coverage.hit('members: a message to one who is not known');
      return;
    }
    network.transport(id).send(to, message);
  }

  #receive(message: PeerMessage): void {
    if (!this.belonging.hears(message.message.from)) return;
    const role = this.#node?.partition(message.partition)?.status().role;
    if (role !== undefined) this.#options.coverage.received(message.message.kind, role);
    this.#node?.receive(message.message.from, message);
  }

  /** What the log calls durable must be in files that a power cut leaves, whatever else it takes. */
  #checkDurable(entries: readonly Entry[]): void {
    for (const { index, payload, previousDigest } of entries) {
      const needle = payload.length > 0 ? payload : previousDigest;
      if (!this.disk.durablyContains(needle))
        this.#options.report('durability', `${this.id} calls entry ${index} durable, but a power cut would lose it`);
    }
  }

  #fail(kind: 'node-failed' | 'start-failed', error: unknown): void {
    const { report, trace, scheduler, beyond } = this.#options;
    this.crashes++;
    if (beyond && saysWhatIsLost(error)) {
      this.#trace('refuses to go on');
      this.complaints.push(String(error));
      this.#end();
      return;
    }
    if (isFailedSync(error)) {
      this.#trace('fails with its disk');
      const process = this.#process;
      scheduler.after(0, () => {
        if (this.#process === process && process !== undefined) this.onExpectedFailure();
      });
      return;
    }
    trace.add(scheduler.now, this.id, 'fails', String(error));
    report(kind, `${this.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  #end(): void {
    if (this.#process !== undefined && this.#node === undefined) this.#options.coverage.hit('node: dies while starting');
    if (this.#node !== undefined && [...this.#options.checkers.values()].some((checker) => checker.isJoint(this.id))) {
      this.#options.coverage.hit('members: a node ends in a joint configuration');
    }
    this.#process?.die();
    this.#process = undefined;
    this.belonging.end();
    this.#node = undefined;
    this.#keys.crash();
    this.#state.crash();
  }

  #trace(what: string, detail?: string): void {
    this.#options.coverage.hit(`node: ${what}${detail === undefined ? '' : ` ${detail}`}`);
    this.#options.trace.add(this.#options.scheduler.now, this.id, what, detail);
  }
}
