// One seed, one history: a cluster under faults for 20 simulated seconds, then everything is mended and it must get on within 10 more.

import type { PeerMessage } from '../../consensus/messages.ts';
import type { NodeId } from '../../consensus/types.ts';
import { decodeFrame, encodeFrame } from '../../rpc/peer-codec.ts';
import { PartitionChecker } from './checkers.ts';
import { Client } from './client.ts';
import { ClientLink, type LinkConditions } from './client-link.ts';
import { Cluster } from './cluster.ts';
import { CommittedLog } from './committed-log.ts';
import { Coverage } from './coverage.ts';
import { Nemesis } from './nemesis.ts';
import { type NetworkConditions, SimNetwork } from './network.ts';
import { Oracle } from './oracle.ts';
import { makePlan, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { Trace } from './trace.ts';
import type { Report, Violation } from './violation.ts';
import { Workload } from './workload.ts';

const FAULTS_MS = 20_000;
const HEALING_MS = 10_000;
/** How often it is asked whether the healed cluster has got on. */
const STEP_MS = 100;
const FORMING_MS = 10_000;
const READ_MS = 120;

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
  #violation: Violation | undefined;

  constructor(seed: number, { print, invariants = 'all' }: SimulationOptions) {
    this.#seed = seed;
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
    const network = new SimNetwork({ scheduler, random: random.fork('network'), conditions, carry });
    const clientLinks: LinkConditions = { delayMs: plan.delayMs, lossShare: 0 };
    const checkers = new Map<number, PartitionChecker>();
    for (let partition = 1; partition <= plan.partitions; partition++) {
      checkers.set(partition, new PartitionChecker({ nodes: ids, committed: new CommittedLog(plan.limits, report), report }));
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
      trace,
      report,
      invariants,
      coverage,
    });
    this.#nemesis = new Nemesis({
      plan,
      cluster: this.#cluster,
      network: conditions,
      clientLinks,
      scheduler,
      random: random.fork('nemesis'),
      trace,
      coverage,
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
    await this.#getOn();
    if (this.#violation === undefined) await this.#compare();
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
    if (this.#violation !== undefined) return;
    this.#violation = { kind, message };
    this.#trace.add(this.#scheduler.now, 'VIOLATION', kind);
    this.#scheduler.stop();
  }

  async #advance(ms: number): Promise<void> {
    if (this.#violation === undefined) await this.#scheduler.run(this.#scheduler.now + ms, () => undefined);
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
      if (this.#scheduler.now >= deadline) this.#report('liveness', `${otherwise} ${HEALING_MS} ms after all faults ended`);
      else await this.#advance(STEP_MS);
    }
  }

  #agrees({ number, checker, links }: Partition): boolean {
    const everywhere = this.#cluster.nodes.every(
      (node) => node.door(number)?.service.status().appliedIndex === checker.committed.lastIndex,
    );
    return everywhere && this.#cluster.nodes.some((node) => node.leads(number)) && links.every((link) => link.unanswered === 0);
  }

  /** Every node gives the whole log, and every attempt is settled by it. */
  async #compare(): Promise<void> {
    for (const { number, checker, oracle } of this.#partitions) {
      for (const node of this.#cluster.nodes) {
        let done = false;
        void this.#compareNode(node.id, number, checker).then(() => {
          done = true;
        });
        await this.#until(this.#scheduler.now + HEALING_MS, () => done, `${node.id} does not give its log`);
      }
      oracle.finish();
    }
  }

  async #compareNode(id: NodeId, partition: number, checker: PartitionChecker): Promise<void> {
    const service = this.#cluster.node(id)?.door(partition)?.service;
    if (service === undefined) return;
    const { committed } = checker;
    for (let next = 1; next <= committed.lastOffset; ) {
      const entries = await service.readApplied({ fromOffset: next, bytesMax: 64 * 1024 });
      if (entries.length === 0) return this.#report('offsets', `${id} has nothing at offset ${next}`);
      for (const entry of entries) {
        const expected = committed.entries[entry.index];
        const isSame = expected !== undefined && entry.firstOffset === next && Buffer.compare(expected.payload, entry.payload) === 0;
        if (!isSame) return this.#report('state-machine-safety', `${id} holds another entry ${entry.index} than was committed`);
        next += entry.count;
      }
    }
    const digest = await service.digestAt(committed.lastIndex);
    const expected = committed.entries[committed.lastIndex]?.digest;
    if (digest === undefined || (expected !== undefined && Buffer.compare(digest, expected) !== 0)) {
      this.#report('state-machine-safety', `${id} has another chain digest at ${committed.lastIndex}`);
    }
  }
}

/** Through the codec of the real transport. */
function carry(message: PeerMessage): PeerMessage {
  const [carried] = decodeFrame(encodeFrame([message]));
  if (carried === undefined) throw new Error('a frame lost its message');
  return carried;
}
