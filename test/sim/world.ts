// A simulated cluster with its clients, checkers and trace, and time to run it in: what a history happens in. What happens is decided by who uses it.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import { genesisMembership } from '../../consensus/membership.ts';
import type { NodeId } from '../../consensus/types.ts';
import { decodeFrame, encodeFrame } from '../../rpc/peer-codec.ts';
import { PartitionChecker } from './checkers.ts';
import { Client } from './client.ts';
import { ClientLink, type LinkConditions } from './client-link.ts';
import { Cluster, firstMembers } from './cluster.ts';
import { CommittedLog } from './committed-log.ts';
import { CommittedMemberships } from './configurations.ts';
import { Coverage } from './coverage.ts';
import { type Carry, type NetworkConditions, SimNetwork } from './network.ts';
import { Oracle } from './oracle.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { SnapshotChecker } from './snapshot-checker.ts';
import { Trace } from './trace.ts';
import type { Report, Violation, ViolationKind } from './violation.ts';
import { Workload } from './workload.ts';

const FORMING_MS = 10_000;
const READ_MS = 120;
/** How often it is asked whether something has come about. */
const STEP_MS = 100;

/** One partition of the cluster, who uses it, and who judges it. */
export interface SimPartition {
  readonly number: number;
  readonly checker: PartitionChecker;
  readonly oracle: Oracle;
  readonly clients: readonly Client[];
  readonly links: readonly ClientLink[];
}

export interface WorldOptions {
  readonly plan: Plan;
  readonly random: Random;
  readonly print?: ((line: string) => void) | undefined;
  readonly invariants: 'all' | 'cheap';
  readonly beyond: boolean;
  /** Gets the records of every step of every node, in the order in which they happen. */
  readonly onStep?: ((records: readonly TraceRecord[]) => void) | undefined;
  /** The simulator's own checkers say nothing: somebody else judges the history. */
  readonly isUnjudged?: boolean;
}

export class World {
  readonly plan: Plan;
  readonly scheduler = new Scheduler();
  readonly trace: Trace;
  readonly coverage = new Coverage();
  readonly cluster: Cluster;
  readonly checkers = new Map<number, PartitionChecker>();
  readonly #snapshotCheckers = new Map<number, SnapshotChecker>();
  readonly partitions: readonly SimPartition[];
  /** How the links behave: may be changed at any time. */
  readonly network: NetworkConditions;
  readonly clientLinks: LinkConditions;
  readonly #isUnjudged: boolean;
  #violation: Violation | undefined;

  constructor({ plan, random, print, invariants, beyond, onStep, isUnjudged = false }: WorldOptions) {
    this.plan = plan;
    this.#isUnjudged = isUnjudged;
    this.trace = new Trace(print);
    const idsFrom = (first: number, count: number) => Array.from({ length: count }, (_, position) => `n${first + position}` as NodeId);
    const ids = idsFrom(1, plan.nodes);
    const spares = idsFrom(plan.nodes + 1, plan.membership?.spares ?? 0);
    this.network = { delayMs: plan.delayMs, delayMinMs: 0.1, lossShare: 0, duplicateShare: 0, straggleShare: 0, straggleMs: 0 };
    this.clientLinks = { delayMs: plan.delayMs, lossShare: 0 };
    const { scheduler, trace, coverage, checkers } = this;
    const snapshotCheckers = this.#snapshotCheckers;
    for (let partition = 1; partition <= plan.partitions; partition++) {
      const initial = genesisMembership({ members: firstMembers(ids) }, partition);
      const memberships = new CommittedMemberships({ partition, initial, report: this.report });
      const committed = new CommittedLog(plan.limits, memberships, this.report);
      checkers.set(partition, new PartitionChecker({ nodes: [...ids, ...spares], committed, report: this.report }));
      snapshotCheckers.set(partition, new SnapshotChecker({ committed, report: this.report }));
    }
    const network = new SimNetwork({ scheduler, random: random.fork('network'), conditions: this.network, carry: carrier() });
    this.cluster = new Cluster({
      plan,
      ids,
      spares,
      scheduler,
      random: random.fork('cluster'),
      network,
      checkers,
      snapshotCheckers,
      beyond,
      trace,
      report: this.report,
      invariants,
      coverage,
      onStep,
    });
    this.partitions = [...checkers].map(([number, checker]) => this.#makePartition(number, checker, random.fork(`partition ${number}`)));
  }

  /** The first one, after which nothing runs any more. */
  get violation(): Violation | undefined {
    return this.#violation;
  }

  readonly report: Report = (kind: ViolationKind, message: string): void => {
    if (this.#violation !== undefined || this.#isUnjudged) return;
    this.#violation = { kind, message };
    this.trace.add(this.scheduler.now, 'VIOLATION', kind);
    this.scheduler.stop();
  };

  /** Makes the cluster, and starts its nodes. */
  async form(): Promise<void> {
    let formed = false;
    void this.cluster.form().then(
      () => {
        formed = true;
        this.scheduler.stop();
      },
      (error: unknown) => this.report('start-failed', `forming: ${error instanceof Error ? error.stack : String(error)}`),
    );
    await this.advance(FORMING_MS);
    if (!formed) this.report('start-failed', 'the cluster did not form');
    for (const node of this.cluster.nodes) node.start();
  }

  startClients(): void {
    for (const { clients } of this.partitions) for (const client of clients) client.run();
  }

  stopClients(): void {
    for (const { clients } of this.partitions) for (const client of clients) client.stop();
  }

  /** So many simulated milliseconds pass, unless a promise was broken. */
  async advance(ms: number): Promise<void> {
    if (this.#violation === undefined) await this.scheduler.run(this.scheduler.now + ms, () => undefined);
  }

  /** Waits until `condition` holds, or a promise is broken; at the deadline calls `otherwise` once. */
  async until(deadline: number, condition: () => boolean, otherwise: () => void): Promise<void> {
    while (this.#violation === undefined && !condition()) {
      if (this.scheduler.now >= deadline) return otherwise();
      await this.advance(STEP_MS);
    }
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.scheduler.after(ms, resolve));
  }

  /** All that is committed is known to the checkers. */
  checkSnapshots(): void {
    for (const checker of this.#snapshotCheckers.values()) checker.finish();
  }

  /** What each node says of each partition. */
  describe(): string {
    const texts = this.partitions.flatMap(({ number, checker }) => [
      `partition ${number} committed ${checker.committed.lastIndex}`,
      ...this.cluster.nodes.map((node) => {
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

  #makePartition(number: number, checker: PartitionChecker, random: Random): SimPartition {
    const { plan, report, scheduler, coverage } = this;
    const crashes = () => this.cluster.all.reduce((sum, node) => sum + node.crashes, 0);
    const oracle = new Oracle({ checker, report, coverage, crashes });
    const workload = new Workload(plan, random.fork('workload'));
    const links: ClientLink[] = [];
    const clients = Array.from({ length: plan.clientsPerPartition }, (_, position) => {
      const name = `c${number}.${position + 1}`;
      const forked = random.fork(name);
      const link = new ClientLink({
        scheduler,
        random: forked.fork('link'),
        conditions: this.clientLinks,
        oracle,
        report,
        door: (id) => this.cluster.node(id)?.door(number),
      });
      links.push(link);
      const { thinkMs } = plan;
      return new Client({
        name,
        nodes: () => this.cluster.ids,
        link,
        random: forked,
        workload,
        checker,
        oracle,
        report,
        thinkMs,
        readMs: READ_MS,
      });
    });
    return { number, checker, oracle, clients, links };
  }
}

/** Every so many messages of a kind, one takes the way through the codec of the real transport: heartbeats and their replies are two thirds of all, and always of the same shape. */
const CARRIED = 4;
const HEARTBEATS_CARRIED = 16;

function carrier(): Carry {
  let heartbeats = 0;
  let others = 0;
  return (message) => {
    const { kind } = message.message;
    const isHeartbeat = kind === 'heartbeat' || kind === 'heartbeat-reply';
    if (isHeartbeat ? heartbeats++ % HEARTBEATS_CARRIED !== 0 : others++ % CARRIED !== 0) return message;
    const [carried] = decodeFrame(encodeFrame([message]));
    if (carried === undefined) throw new Error('a frame lost its message');
    return carried;
  };
}
