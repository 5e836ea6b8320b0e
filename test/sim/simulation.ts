// One seed, one history: a cluster under faults for 20 simulated seconds, then everything is mended and it must get on within 10 more.

import type { TraceRecord } from '../../consensus/core/trace.ts';
import type { StateQuery } from '../../consensus/service.ts';
import type { NodeId } from '../../consensus/types.ts';
import { decodeFrame, encodeFrame } from '../../rpc/peer-codec.ts';
import { PartitionChecker } from './checkers.ts';
import { Client } from './client.ts';
import { ClientLink, type LinkConditions } from './client-link.ts';
import { Cluster } from './cluster.ts';
import { CommittedLog } from './committed-log.ts';
import { Coverage } from './coverage.ts';
import { Nemesis } from './nemesis.ts';
import { type Carry, type NetworkConditions, SimNetwork } from './network.ts';
import { Oracle } from './oracle.ts';
import { makePlan, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { Rot } from './rot.ts';
import { Scheduler } from './scheduler.ts';
import { SnapshotChecker } from './snapshot-checker.ts';
import { Trace } from './trace.ts';
import type { Report, Violation } from './violation.ts';
import { Workload } from './workload.ts';

const FAULTS_MS = 20_000;
const HEALING_MS = 10_000;
/** How often it is asked whether the healed cluster has got on. */
const STEP_MS = 100;
const FORMING_MS = 10_000;
const READ_MS = 120;
/** In this time an entry is repaired, as a rule. */
const REPAIR_MS = 100;

export interface SimulationResult {
  readonly seed: number;
  readonly violation: Violation | undefined;
  /** Of the whole history: the same for the same seed. */
  readonly digest: string;
  readonly events: number;
  readonly lastEvents: readonly string[];
  readonly plan: Plan;
  /** Transactions committed, over all partitions. */
  readonly committed: number;
  readonly acknowledged: number;
  /** How often what happened. */
  readonly counts: Readonly<Record<string, number>>;
}

interface Partition {
  readonly number: number;
  readonly checker: PartitionChecker;
  readonly oracle: Oracle;
  readonly clients: readonly Client[];
  readonly links: readonly ClientLink[];
}

export interface SimulationOptions {
  readonly print?: (line: string) => void;
  /** Of the core. The bug bank leaves the discovery to the simulator's own checkers. */
  readonly invariants?: 'all' | 'cheap';
  /** Damages more than the promises allow: the cluster may stop, but says so, and what it says is true. */
  readonly beyond?: boolean;
  /** Gets the records of every step of every node, in the order in which they happen. */
  readonly onStep?: (records: readonly TraceRecord[]) => void;
  /** The simulator's own checkers say nothing: somebody else judges the history. */
  readonly isUnjudged?: boolean;
}

/** Runs the history of this seed. */
export function simulate(seed: number, options: SimulationOptions = {}): Promise<SimulationResult> {
  return new Simulation(seed, options).run();
}

class Simulation {
  readonly #seed: number;
  readonly #plan: Plan;
  readonly #scheduler = new Scheduler();
  readonly #trace: Trace;
  readonly #coverage = new Coverage();
  readonly #cluster: Cluster;
  readonly #nemesis: Nemesis;
  readonly #partitions: readonly Partition[];
  readonly #beyond: boolean;
  readonly #isUnjudged: boolean;
  #violation: Violation | undefined;

  constructor(seed: number, { print, invariants = 'all', beyond = false, onStep, isUnjudged = false }: SimulationOptions) {
    this.#seed = seed;
    this.#beyond = beyond;
    this.#isUnjudged = isUnjudged;
    const random = new Random(seed);
    this.#plan = makePlan(random.fork('plan'));
    this.#trace = new Trace(print);
    const plan = this.#plan;
    const scheduler = this.#scheduler;
    const report: Report = (kind, message) => this.#report(kind, message);
    const ids = Array.from({ length: plan.nodes }, (_, position) => `n${position + 1}` as NodeId);
    const conditions: NetworkConditions = {
      delayMs: plan.delayMs,
      delayMinMs: 0.1,
      lossShare: 0,
      duplicateShare: 0,
      straggleShare: 0,
      straggleMs: 0,
    };
    const network = new SimNetwork({ scheduler, random: random.fork('network'), conditions, carry: carrier() });
    const clientLinks: LinkConditions = { delayMs: plan.delayMs, lossShare: 0 };
    const checkers = new Map<number, PartitionChecker>();
    const snapshotCheckers = new Map<number, SnapshotChecker>();
    for (let partition = 1; partition <= plan.partitions; partition++) {
      const committed = new CommittedLog(plan.limits, report);
      checkers.set(partition, new PartitionChecker({ nodes: ids, committed, report }));
      snapshotCheckers.set(partition, new SnapshotChecker({ committed, report }));
    }
    const trace = this.#trace;
    const coverage = this.#coverage;
    this.#cluster = new Cluster({
      plan,
      ids,
      scheduler,
      random: random.fork('cluster'),
      network,
      checkers,
      snapshotCheckers,
      beyond,
      trace,
      report,
      invariants,
      coverage,
      onStep,
    });
    const { nodes } = this.#cluster;
    // A torn write that is garbage leaves an unclear end, too, on any number of nodes.
    const maySpoil = !plan.faults.has('garbage-tail');
    const rot = new Rot({ nodes, checkers, random: random.fork('rot'), scheduler, trace, coverage, maySpoil });
    this.#nemesis = new Nemesis({
      plan,
      cluster: this.#cluster,
      network: conditions,
      clientLinks,
      scheduler,
      random: random.fork('nemesis'),
      trace,
      coverage,
      rot,
      beyond,
    });
    this.#partitions = [...checkers].map(([number, checker]) =>
      this.#makePartition({ number, checker, ids, clientLinks, random: random.fork(`partition ${number}`) }),
    );
  }

  async run(): Promise<SimulationResult> {
    let formed = false;
    void this.#cluster.form().then(
      () => {
        formed = true;
        this.#scheduler.stop();
      },
      (error: unknown) => this.#report('start-failed', `forming: ${error instanceof Error ? error.stack : String(error)}`),
    );
    await this.#advance(FORMING_MS);
    if (!formed) this.#report('start-failed', 'the cluster did not form');
    for (const node of this.#cluster.nodes) node.start();
    for (const { clients } of this.#partitions) for (const client of clients) client.run();
    this.#nemesis.start();
    await this.#advance(FAULTS_MS);
    this.#nemesis.heal();
    for (const { clients } of this.#partitions) for (const client of clients) client.stop();
    if (this.#beyond) await this.#checkHonesty();
    else await this.#getOn();
    if (this.#violation === undefined && !this.#beyond) await this.#compare();
    const last = this.#partitions.map(({ checker }) => checker.committed.lastOffset);
    return {
      seed: this.#seed,
      violation: this.#violation,
      digest: this.#trace.digest(),
      events: this.#trace.count,
      lastEvents: this.#trace.tail(),
      plan: this.#plan,
      committed: last.reduce((sum, offset) => sum + offset, 0),
      acknowledged: this.#partitions.reduce((sum, { oracle }) => sum + oracle.acknowledged, 0),
      counts: this.#coverage.counts(),
    };
  }

  #makePartition(given: {
    number: number;
    checker: PartitionChecker;
    ids: readonly NodeId[];
    clientLinks: LinkConditions;
    random: Random;
  }): Partition {
    const { number, checker, ids, clientLinks, random } = given;
    const plan = this.#plan;
    const report: Report = (kind, message) => this.#report(kind, message);
    const crashes = () => this.#cluster.nodes.reduce((sum, node) => sum + node.crashes, 0);
    const oracle = new Oracle({ checker, report, coverage: this.#coverage, crashes });
    const workload = new Workload(plan, random.fork('workload'));
    const links: ClientLink[] = [];
    const clients = Array.from({ length: plan.clientsPerPartition }, (_, position) => {
      const name = `c${number}.${position + 1}`;
      const forked = random.fork(name);
      const link = new ClientLink({
        scheduler: this.#scheduler,
        random: forked.fork('link'),
        conditions: clientLinks,
        oracle,
        report,
        door: (id) => this.#cluster.node(id)?.door(number),
      });
      links.push(link);
      return new Client({
        name,
        nodes: ids,
        link,
        random: forked,
        workload,
        checker,
        oracle,
        report,
        thinkMs: plan.thinkMs,
        readMs: READ_MS,
      });
    });
    return { number, checker, oracle, clients, links };
  }

  #report(kind: Violation['kind'], message: string): void {
    if (this.#violation !== undefined || this.#isUnjudged) return;
    this.#violation = { kind, message };
    this.#trace.add(this.#scheduler.now, 'VIOLATION', kind);
    this.#scheduler.stop();
  }

  async #advance(ms: number): Promise<void> {
    if (this.#violation === undefined) await this.#scheduler.run(this.#scheduler.now + ms, () => undefined);
  }

  /** Beyond the promises: whatever is served is right, and who serves less than was acknowledged says so. */
  async #checkHonesty(): Promise<void> {
    await this.#advance(HEALING_MS);
    for (const { number, checker, oracle } of this.#partitions) {
      for (const node of this.#cluster.nodes) {
        const service = node.door(number)?.service;
        const storage = service?.storageStatus();
        const isWhole = service?.status().appliedIndex === checker.committed.lastIndex;
        const says = node.complaints.length > 0 || (storage?.damage.length ?? 0) > 0 || storage?.claim !== undefined;
        if (says) this.#coverage.hit('beyond: says what is lost');
        const isAloneInTrouble = this.#cluster.nodes.some((other) => other.complaints.length > 0);
        if (!isWhole && !says && !isAloneInTrouble) this.#report('repair', `${node.id} is behind and says nothing of it`);
      }
      if (this.#violation === undefined) oracle.finish({ hasStopped: true });
    }
  }

  /** Everyone confirms one more transaction, then all nodes agree. */
  async #getOn(): Promise<void> {
    const deadline = this.#scheduler.now + HEALING_MS;
    const settled = () => this.#partitions.every(({ clients }) => clients.every((client) => client.isDone));
    await this.#until(deadline, settled, 'a client is not done');
    for (const { clients } of this.#partitions) for (const client of clients) void client.confirm();
    await this.#until(deadline, settled, 'a client waits for its transaction');
    await this.#until(deadline, () => this.#partitions.every((partition) => this.#agrees(partition)), 'the nodes do not agree');
  }

  async #until(deadline: number, condition: () => boolean, otherwise: string): Promise<void> {
    while (this.#violation === undefined && !condition()) {
      if (this.#scheduler.now >= deadline)
        this.#report('liveness', `${otherwise} ${HEALING_MS} ms after all faults ended: ${this.#describe()}`);
      else await this.#advance(STEP_MS);
    }
  }

  #agrees({ number, checker, links }: Partition): boolean {
    const everywhere = this.#cluster.nodes.every((node) => {
      const service = node.door(number)?.service;
      const storage = service?.storageStatus();
      if (service === undefined || storage === undefined) return false;
      const { damage, snapshotIndex, claim } = storage;
      const isWhole = damage.every((range) => range.to <= snapshotIndex && this.#isNowhereElse(node.id, number, range));
      return isWhole && claim === undefined && service.status().appliedIndex === checker.committed.lastIndex;
    });
    return everywhere && this.#cluster.nodes.some((node) => node.leads(number)) && links.every((link) => link.unanswered === 0);
  }

  /** The offset behind damage that nobody can repair, and that a snapshot covers; 0 if there is none. */
  #offsetBehindLost(id: NodeId, partition: number, { committed }: PartitionChecker): number {
    const { damage = [], snapshotIndex = 0 } = this.#cluster.node(id)?.door(partition)?.service.storageStatus() ?? {};
    const lost = damage.findLast((range) => range.to <= snapshotIndex && this.#isNowhereElse(id, partition, range));
    const last = lost === undefined ? undefined : committed.entries[lost.to];
    return last === undefined ? 0 : last.firstOffset + last.count;
  }

  /**
   * Some entry of the range nobody else has any more: it is compacted, or damaged too. So the range is never repaired, and what a snapshot of the node covers waits for its own
   * compaction.
   */
  #isNowhereElse(id: NodeId, partition: number, range: { readonly from: number; readonly to: number }): boolean {
    const others = this.#cluster.nodes
      .filter((node) => node.id !== id)
      .map((node) => node.door(partition)?.service.storageStatus() ?? { firstIndex: 0, damage: [] });
    for (let index = range.from; index <= range.to; index++) {
      if (others.every(({ firstIndex, damage }) => firstIndex > index || damage.some(({ from, to }) => from <= index && index <= to)))
        return true;
    }
    return false;
  }

  /** Every node gives the whole log, and every attempt is settled by it. */
  async #compare(): Promise<void> {
    for (const { number, checker, oracle } of this.#partitions) {
      for (const node of this.#cluster.nodes) {
        let done = false;
        this.#compareNode(node.id, number, checker).then(
          () => {
            done = true;
          },
          (error: unknown) =>
            this.#report('node-failed', `${node.id} does not give its log: ${error instanceof Error ? error.stack : String(error)}`),
        );
        await this.#until(this.#scheduler.now + HEALING_MS, () => done, `${node.id} does not give its log`);
      }
      oracle.finish({ hasStopped: false });
    }
  }

  async #compareNode(id: NodeId, partition: number, checker: PartitionChecker): Promise<void> {
    const service = this.#cluster.node(id)?.door(partition)?.service;
    if (service === undefined) return;
    const { committed } = checker;
    for (let next = 1; next <= committed.lastOffset; ) {
      next = Math.max(next, service.firstOffset(), this.#offsetBehindLost(id, partition, checker));
      const entries = await service.readApplied({ fromOffset: next, bytesMax: 64 * 1024 });
      // Damaged, and found only now: it is being repaired. Or compacted just now.
      if (entries.length === 0) await this.#sleep(REPAIR_MS);
      for (const entry of entries) {
        const expected = committed.entries[entry.index];
        const isSame = expected !== undefined && entry.firstOffset === next && Buffer.compare(expected.payload, entry.payload) === 0;
        if (!isSame) return this.#report('state-machine-safety', `${id} holds another entry ${entry.index} than was committed`);
        next += entry.count;
      }
    }
    await this.#compareState(id, partition, checker);
    let digest = await service.digestAt(committed.lastIndex);
    while (digest === undefined) {
      await this.#sleep(REPAIR_MS);
      digest = await service.digestAt(committed.lastIndex);
    }
    const expected = committed.entries[committed.lastIndex]?.digest;
    if (expected !== undefined && Buffer.compare(digest, expected) !== 0) {
      this.#report('state-machine-safety', `${id} has another chain digest at ${committed.lastIndex}`);
    }
  }

  /** The whole state of a node is that of the committed deltas. */
  async #compareState(id: NodeId, partition: number, checker: PartitionChecker): Promise<void> {
    const service = this.#cluster.node(id)?.door(partition)?.service;
    const oracle = this.#partitions.find(({ number }) => number === partition)?.oracle;
    if (service === undefined || oracle === undefined) return;
    const query: StateQuery = { kind: 'range', from: new Uint8Array(0), to: undefined, limit: 10_000 };
    const floor = checker.committed.lastOffset;
    const result = await service.readState(query, { kind: 'at-least', offset: floor }, HEALING_MS);
    if (result.kind === 'refused') this.#report('liveness', `${id} does not give its state: ${result.code}`);
    else oracle.stateAnswered({ node: id, query, floor }, { result, status: service.status() });
  }

  /** What each node says of each partition. */
  #describe(): string {
    const texts = this.#partitions.flatMap(({ number, checker }) => [
      `partition ${number} committed ${checker.committed.lastIndex}`,
      ...this.#cluster.nodes.map((node) => {
        const service = node.door(number)?.service;
        if (service === undefined) return `${node.id} down`;
        const { role, term, lastIndex, appliedIndex } = service.status();
        const { firstIndex, damage, claim, snapshotIndex } = service.storageStatus();
        const damaged = damage.map(({ from, to }) => `${from}..${to}`).join(' ');
        const claimed = claim === undefined ? '' : ` claims ${claim.index}^${claim.term}`;
        return `${node.id} ${role} ${term} log ${firstIndex}..${lastIndex} applied ${appliedIndex} snapshot ${snapshotIndex} damage [${damaged}]${claimed}`;
      }),
    ]);
    return texts.join('; ');
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#scheduler.after(ms, resolve));
  }
}

/** One in so many heartbeats and their replies: they are two thirds of all messages, and always of the same shape. */
const HEARTBEATS_CARRIED = 8;

/** Through the codec of the real transport. */
function carrier(): Carry {
  let heartbeats = 0;
  return (message) => {
    const { kind } = message.message;
    const isHeartbeat = kind === 'heartbeat' || kind === 'heartbeat-reply';
    if (isHeartbeat && heartbeats++ % HEARTBEATS_CARRIED !== 0) return message;
    const [carried] = decodeFrame(encodeFrame([message]));
    if (carried === undefined) throw new Error('a frame lost its message');
    return carried;
  };
}
