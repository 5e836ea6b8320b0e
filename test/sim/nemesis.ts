// Breaks things, as was decided ahead of the run or as a script says; then leaves one quorum well; and at the end stops and mends everything.
import type { Action, PlannedAction } from './actions.ts';
import type { LinkConditions } from './client-link.ts';
import { Faults, type FaultsOptions } from './faults.ts';
import { cutBetween } from './links.ts';
import type { NetworkConditions } from './network.ts';
import type { FaultKind } from './plan.ts';
import { Random } from './random.ts';
import type { SimNode } from './sim-node.ts';

export interface NemesisOptions extends FaultsOptions {
  readonly network: NetworkConditions;
  readonly clientLinks: LinkConditions;
  readonly random: Random;
  readonly actions: readonly PlannedAction[];
}

/** How a node stays away. `deaf` hears nobody, `mute` is heard by nobody. */
const WAYS = ['down', 'paused', 'cut off', 'deaf', 'mute'] as const;

export class Nemesis {
  readonly #options: NemesisOptions;
  readonly #faults: Faults;
  readonly #calm: NetworkConditions;
  readonly #calmLinks: LinkConditions;
  readonly #done: Action[] = [];
  #active = true;

  constructor(options: NemesisOptions) {
    this.#options = options;
    this.#faults = new Faults(options);
    this.#calm = { ...options.network };
    this.#calmLinks = { ...options.clientLinks };
    for (const node of options.cluster.all) {
      const random = options.random.fork(`failures of ${node.id}`);
      node.onExpectedFailure = () => this.#faults.failsWithDisk(node, random);
    }
  }

  /** What it has done so far, for a script. */
  get done(): readonly Action[] {
    return this.#done;
  }

  start(): void {
    this.#worsenNetwork();
    const { scheduler, actions } = this.#options;
    const startedAt = scheduler.now;
    for (const action of actions) {
      scheduler.at(startedAt + action.at, () => {
        if (this.#active) this.#carryOut(action);
      });
    }
  }

  /**
   * No more faults: a quorum of healthy nodes, which reach each other, and the others stay down, paused or cut off. Prefers nodes that know of no damage; who is in the quorum
   * is returned.
   */
  leaveQuorum(): readonly SimNode[] {
    const { cluster, coverage, trace, scheduler } = this.#options;
    const random = this.#options.random.fork('quorum');
    const shuffled = random.shuffle(cluster.nodes);
    const ranked = [...shuffled.filter(isSound), ...shuffled.filter((node) => !isSound(node))];
    const quorum = this.#options.operator?.quorumOf(ranked) ?? ranked.slice(0, Math.floor(ranked.length / 2) + 1);
    const away = ranked.filter((node) => !quorum.includes(node));
    this.#end(away);
    for (const node of quorum) this.#faults.mend(node);
    for (const node of away) {
      const way = random.pick(WAYS);
      coverage.hit(`quorum phase: a node is ${way}`);
      trace.add(scheduler.now, node.id, 'stays', way);
      this.#keepAway(node, way);
    }
    return quorum;
  }

  /** No more faults; everything works again, and whoever is down starts. */
  heal(): void {
    const { cluster, trace, scheduler } = this.#options;
    trace.add(scheduler.now, 'healed');
    this.#end([]);
    for (const node of cluster.nodes) this.#faults.mend(node);
  }

  #end(away: readonly SimNode[]): void {
    this.#active = false;
    this.#faults.end(away);
    const { cluster, network, clientLinks } = this.#options;
    Object.assign(network, this.#calm);
    Object.assign(clientLinks, this.#calmLinks);
    cluster.network.mend();
  }

  #keepAway(node: SimNode, way: (typeof WAYS)[number]): void {
    const { cluster } = this.#options;
    if (way === 'down') {
      if (node.isUp) node.kill();
      return;
    }
    if (way === 'paused') {
      if (node.isUp && !node.isPaused) node.pause();
      return;
    }
    if (!node.isUp) node.start();
    node.resume();
    const ids = cluster.nodes.map(({ id }) => id);
    const ways = { outwards: way !== 'deaf', inwards: way !== 'mute' };
    for (const [from, to] of cutBetween([node.id], ids, ways)) cluster.network.cut(from, to);
  }

  #carryOut(action: PlannedAction): void {
    const { cluster } = this.#options;
    const random = new Random(action.seed);
    const node = action.node === undefined ? this.#victim(random.fork('victim')) : cluster.node(action.node);
    if (node === undefined) return;
    if (node.standing !== 'member') return;
    this.#done.push({ ...action, node: node.id });
    this.#faults.strike(action.fault, node, random.fork(action.fault));
  }

  #victim(random: Random): SimNode {
    const { cluster, plan } = this.#options;
    const leaders = cluster.nodes.filter((node) => node.leads(1));
    return leaders.length > 0 && random.chance(plan.leaderShare) ? random.pick(leaders) : random.pick(cluster.nodes);
  }

  #worsenNetwork(): void {
    const { network, clientLinks } = this.#options;
    this.#worsen('loss', (random) => {
      network.lossShare = random.between(0.01, 0.3);
    });
    this.#worsen('duplication', (random) => {
      network.duplicateShare = random.between(0.01, 0.4);
    });
    this.#worsen('straggling', (random) => {
      network.straggleShare = random.between(0.01, 0.15);
      network.straggleMs = random.pick([50, 500, 3000]);
    });
    this.#worsen('slow-network', (random) => {
      network.delayMs = random.pick([10, 40]);
    });
    this.#worsen('client-loss', (random) => {
      clientLinks.lossShare = random.between(0.02, 0.3);
    });
    this.#worsen('clocks', () => undefined);
  }

  #worsen(fault: FaultKind, how: (random: Random) => void): void {
    const { plan, random, coverage } = this.#options;
    if (!plan.faults.has(fault)) return;
    coverage.hit(`fault: ${fault}`);
    how(random.fork(fault));
  }
}

/** It runs, and knows of nothing in its log that it lacks. */
function isSound(node: SimNode): boolean {
  return node.isUp && node.partitions().every(({ damage, claim }) => damage.length === 0 && claim === undefined);
}
