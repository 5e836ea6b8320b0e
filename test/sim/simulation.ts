// One seed, one history: a cluster under faults for 20 simulated seconds, as a rule one in which one quorum alone is well, and then everything is mended
// and it must get on within 10 more. A script takes the place of what the seed decides.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import type { NodeId } from '../../consensus/types.ts';
import { type Action, type PlannedAction, planActions } from './actions.ts';
import { agrees, compareAll, hasConverged } from './comparison.ts';
import { halvesOf } from './configurations.ts';
import { Nemesis } from './nemesis.ts';
import { Operator, setText } from './operator.ts';
import { makePlan, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { Rot } from './rot.ts';
import type { Script } from './script.ts';
import type { SimNode } from './sim-node.ts';
import type { Violation } from './violation.ts';
import { World } from './world.ts';

const FAULTS_MS = 20_000;
const HEALING_MS = 10_000;
/** In this time, on top of that, members without a disk are replaced, and all partitions are as intended. */
const CONVERGING_MS = 15_000;
/** In this time a healthy quorum has a leader that commits, and clients have found it. */
const QUORUM_MS = 10_000;

export interface SimulationResult {
  readonly seed: number;
  readonly violation: Violation | undefined;
  /** Of the whole history: the same for the same seed. */
  readonly digest: string;
  readonly events: number;
  readonly lastEvents: readonly string[];
  readonly plan: Plan;
  readonly beyond: boolean;
  /** What the nemesis did. */
  readonly actions: readonly Action[];
  /** How long the faults lasted, until they were over or a promise was broken. */
  readonly faultsMs: number;
  /** Simulated, over all. */
  readonly simulatedMs: number;
  /** What it took. */
  readonly cpuMs: number;
  /** Transactions committed, over all partitions. */
  readonly committed: number;
  readonly acknowledged: number;
  /** How often what happened. */
  readonly counts: Readonly<Record<string, number>>;
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
export function simulate(seed: number, { beyond = false, ...options }: SimulationOptions = {}): Promise<SimulationResult> {
  const random = new Random(seed);
  const made = makePlan(random.fork('plan'));
  // What is to be told beyond the promises is told of the first members; and whoever else judges a history may know nothing of members who come and go.
  const plan = beyond || options.isUnjudged === true ? { ...made, membership: undefined } : made;
  const actions = planActions({ plan, random: random.fork('nemesis'), ms: FAULTS_MS, beyond });
  return new Simulation({ seed, plan, actions, beyond, faultsMs: FAULTS_MS }, options).run();
}

/** Runs a history whose plan and nemesis are laid down; everything else comes from its seed. */
export function replay(script: Script, options: Omit<SimulationOptions, 'beyond'> = {}): Promise<SimulationResult> {
  return new Simulation(script, options).run();
}

type Course = Pick<Script, 'seed' | 'plan' | 'beyond' | 'faultsMs'> & { readonly actions: readonly PlannedAction[] };

class Simulation {
  readonly #course: Course;
  readonly #world: World;
  readonly #nemesis: Nemesis;
  /** Where nodes come and go. */
  readonly #operator: Operator | undefined;
  /** It cannot go on before people decide. */
  #isGivenUp = false;

  constructor(course: Course, { print, invariants = 'all', onStep, isUnjudged = false }: SimulationOptions) {
    const { seed, plan, beyond, actions } = course;
    this.#course = course;
    const random = new Random(seed);
    const world = new World({ plan, random, print, invariants, beyond, onStep, isUnjudged });
    this.#world = world;
    const { cluster, scheduler, trace, coverage, checkers } = world;
    // A torn write that is garbage leaves an unclear end, too, on any number of nodes.
    const maySpoil = !plan.faults.has('garbage-tail');
    const { network, clientLinks, report } = world;
    const rot: Rot = new Rot({
      nodes: () => cluster.nodes,
      keeps: ({ id }) => this.#operator?.isVoter(id) ?? true,
      isEverybodyThere: () => this.#operator?.hasEverybody ?? true,
      isMinority: (nodes) => this.#operator?.isMinority(new Set([...nodes].map(({ id }) => id))) ?? nodes.size * 2 < cluster.nodes.length,
      checkers,
      scheduler,
      trace,
      coverage,
      maySpoil,
    });
    const halves = () => [...checkers.values()].flatMap((checker) => checker.configurations().flatMap(halvesOf));
    const mustKeepAll = () => rot.hasOpenDamage();
    const operator = () =>
      new Operator({
        cluster,
        scheduler,
        trace,
        coverage,
        report,
        random: random.fork('operator'),
        links: clientLinks,
        mustKeepAll,
        halves,
      });
    this.#operator = plan.membership === undefined ? undefined : operator();
    this.#nemesis = new Nemesis({
      plan,
      cluster,
      network,
      clientLinks,
      scheduler,
      random: random.fork('nemesis'),
      trace,
      coverage,
      rot,
      operator: this.#operator,
      actions,
    });
  }

  async run(): Promise<SimulationResult> {
    const world = this.#world;
    const { plan, beyond, seed, faultsMs } = this.#course;
    const cpuBefore = process.cpuUsage();
    await world.form();
    world.startClients();
    const startedAt = world.scheduler.now;
    this.#nemesis.start();
    await world.advance(faultsMs);
    const faultsEndedAt = world.scheduler.now;
    if (plan.hasQuorumPhase && !beyond && world.violation === undefined) await this.#getOnWithQuorum();
    this.#nemesis.heal();
    this.#operator?.finish();
    world.stopClients();
    if (beyond) await this.#checkHonesty();
    else await this.#getOn();
    if (world.violation === undefined && !beyond) world.checkSnapshots();
    if (world.violation === undefined && !beyond && !this.#isGivenUp) await compareAll(world, this.#members(), HEALING_MS);
    const cpu = process.cpuUsage(cpuBefore);
    const last = world.partitions.map(({ checker }) => checker.committed.lastOffset);
    return {
      seed,
      violation: world.violation,
      digest: world.trace.digest(),
      events: world.trace.count,
      lastEvents: world.trace.tail(),
      plan,
      beyond,
      actions: this.#nemesis.done,
      faultsMs: faultsEndedAt - startedAt,
      simulatedMs: world.scheduler.now,
      cpuMs: (cpu.user + cpu.system) / 1000,
      committed: last.reduce((sum, offset) => sum + offset, 0),
      acknowledged: world.partitions.reduce((sum, { oracle }) => sum + oracle.acknowledged, 0),
      counts: world.coverage.counts(),
    };
  }

  /** Beyond the promises: whatever is served is right, and who serves less than was acknowledged says so. */
  async #checkHonesty(): Promise<void> {
    const { cluster, partitions, coverage } = this.#world;
    await this.#world.advance(HEALING_MS);
    for (const { number, checker, oracle } of partitions) {
      for (const node of cluster.nodes) {
        const service = node.door(number)?.service;
        const storage = service?.storageStatus();
        const isWhole = service?.status().appliedIndex === checker.committed.lastIndex;
        const says = node.complaints.length > 0 || (storage?.damage.length ?? 0) > 0 || storage?.claim !== undefined;
        if (says) coverage.hit('beyond: says what is lost');
        const isAloneInTrouble = cluster.nodes.some((other) => other.complaints.length > 0);
        if (!isWhole && !says && !isAloneInTrouble) this.#world.report('repair', `${node.id} is behind and says nothing of it`);
      }
      if (this.#world.violation === undefined) oracle.finish({ hasStopped: true });
    }
  }

  /** One healthy quorum, and the others are away for good: a leader commits, and every client gets on. */
  async #getOnWithQuorum(): Promise<void> {
    const world = this.#world;
    const { scheduler, partitions, coverage } = world;
    const quorum = this.#nemesis.leaveQuorum();
    let waiting = 0;
    for (const client of partitions.flatMap(({ clients }) => clients)) {
      waiting++;
      void client.confirm('quorum').then(() => {
        waiting--;
      });
    }
    // What was under way may have brought in others, who lead now.
    const leads = () => partitions.every(({ number }) => world.cluster.nodes.some((node) => node.leads(number)));
    const getsOn = () => waiting === 0 && leads();
    const isWell = () => !quorum.some(isIll);
    const deadline = scheduler.now + QUORUM_MS;
    await world.until(
      deadline,
      () => getsOn() || isWell(),
      () => undefined,
    );
    const goal = isWell() ? scheduler.now + QUORUM_MS : deadline;
    await world.until(goal, getsOn, () => {
      // What it lacks only the others could give it: it is not a healthy quorum.
      if (!isWell()) return coverage.hit('quorum phase: waits for the others');
      const ids = quorum.map(({ id }) => id).join('+');
      const what = leads() ? `${waiting} clients wait` : 'nobody leads';
      world.report('liveness', `${what} ${QUORUM_MS} ms after ${ids} are well and reach each other: ${world.describe()}`);
    });
    if (waiting === 0) coverage.hit('quorum phase: got on');
  }

  #claimants(): ReadonlySet<NodeId> {
    const nodes = this.#world.cluster.nodes.filter((node) => node.partitions().some(({ claim }) => claim !== undefined));
    return new Set(nodes.map(({ id }) => id));
  }

  /** Those who are to be members in the end. Others may be left who cannot know that they are so no more. */
  #members(): readonly SimNode[] {
    const { cluster } = this.#world;
    const operator = this.#operator;
    return operator === undefined ? cluster.nodes : cluster.nodes.filter(({ id }) => operator.stays(id));
  }

  /** Everyone confirms one more transaction, then all nodes agree. */
  async #getOn(): Promise<void> {
    const world = this.#world;
    const { partitions } = world;
    const healingMs = this.#operator === undefined ? HEALING_MS : HEALING_MS + CONVERGING_MS;
    const deadline = world.scheduler.now + healingMs;
    const wait = (condition: () => boolean, otherwise: string) =>
      this.#isGivenUp
        ? Promise.resolve()
        : world.until(deadline, condition, () => {
            this.#isGivenUp = this.#operator?.mustDecide(this.#claimants()) ?? false;
            if (this.#isGivenUp) world.coverage.hit('liveness: people have to decide');
            else world.report('liveness', `${otherwise} ${healingMs} ms after all faults ended: ${world.describe()}`);
          });
    const settled = () => partitions.every(({ clients }) => clients.every((client) => client.isDone));
    await wait(settled, 'a client is not done');
    for (const { clients } of partitions) for (const client of clients) void client.confirm('last');
    await wait(settled, 'a client waits for its transaction');
    const operator = this.#operator;
    if (operator !== undefined) {
      await wait(() => operator.isDone, 'the operator is not done');
      await wait(() => hasConverged(world, operator.intended), `the members are not ${setText(operator.intended)}`);
    }
    await wait(() => partitions.every((partition) => agrees(world, partition, this.#members())), 'the nodes do not agree');
  }
}

/** It is not up yet, or knows that its log lacks something. */
function isIll(node: SimNode): boolean {
  const partitions = node.partitions();
  return partitions.length === 0 || partitions.some(({ damage, claim }) => damage.length > 0 || claim !== undefined);
}
