// Breaks things, at random times and for random times, with the faults that the plan turned on; at the end it stops and mends everything.

import type { LinkConditions } from './client-link.ts';
import type { Cluster } from './cluster.ts';
import type { Coverage } from './coverage.ts';
import type { LossKind } from './disk-image.ts';
import type { NetworkConditions } from './network.ts';
import type { FaultKind, Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Rot } from './rot.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimNode } from './sim-node.ts';
import type { Trace } from './trace.ts';

/** A node that is away for long. */
const OUTAGE_MS = 8000;
/** Mean time until the promises are exceeded. */
const BEYOND_MS = 4000;

/** In this time the others elect a leader, as a rule. */
const ELECTION_MS = 900;

/** Of this share of restarts the node loses power soon after, on average in the time of so many syncs. */
const RELAPSE_SHARE = 0.25;
const RELAPSE_DISK_CALLS = 12;

/** A write or read of a healthy disk. */
const QUICK_MS = 0.05;
/** Mean time after which a node that shuts down is killed, if it is. */
const SHUTDOWN_MS = 20;

const LOSSES: readonly LossKind[] = ['all', 'all', 'none', 'sectors', 'sectors', 'writes', 'newest-first'];
const LOSSES_WITH_GARBAGE: readonly LossKind[] = [...LOSSES, 'garbage', 'garbage', 'garbage', 'garbage'];

export interface NemesisOptions {
  readonly plan: Plan;
  readonly cluster: Cluster;
  readonly network: NetworkConditions;
  readonly clientLinks: LinkConditions;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly trace: Trace;
  readonly coverage: Coverage;
  readonly rot: Rot;
  /** Damages more than the promises allow. */
  readonly beyond: boolean;
}

export class Nemesis {
  readonly #options: NemesisOptions;
  readonly #calm: NetworkConditions;
  readonly #calmLinks: LinkConditions;
  readonly #sudden: readonly FaultKind[];
  readonly #losses: readonly LossKind[];
  #active = true;

  constructor(options: NemesisOptions) {
    this.#options = options;
    this.#calm = { ...options.network };
    this.#calmLinks = { ...options.clientLinks };
    this.#losses = options.plan.faults.has('garbage-tail') ? LOSSES_WITH_GARBAGE : LOSSES;
    const lasting = new Set<FaultKind>(['loss', 'duplication', 'straggling', 'slow-network', 'clocks', 'client-loss', 'garbage-tail']);
    this.#sudden = [...options.plan.faults].filter((fault) => !lasting.has(fault));
    for (const node of options.cluster.nodes) node.onExpectedFailure = () => this.#failsWithDisk(node);
  }

  start(): void {
    this.#worsenNetwork();
    if (this.#sudden.length > 0) this.#next();
    if (this.#options.beyond) this.#exceed();
  }

  /** Damages every copy of an entry, as soon as there is one that all nodes hold. */
  #exceed(): void {
    const { scheduler, random, rot } = this.#options;
    scheduler.after(random.exponential(BEYOND_MS), () => {
      if (this.#active && !rot.damageBeyond()) this.#exceed();
    });
  }

  /** No more faults; everything works again, and whoever is down starts. */
  heal(): void {
    this.#active = false;
    const { cluster, network, clientLinks, trace, scheduler } = this.#options;
    trace.add(scheduler.now, 'healed');
    Object.assign(network, this.#calm);
    Object.assign(clientLinks, this.#calmLinks);
    cluster.network.mend();
    for (const node of cluster.nodes) {
      Object.assign(node.disk.delays, { slowSyncShare: 0, writeMs: QUICK_MS, readMs: QUICK_MS });
      node.disk.failNextSync = false;
      node.disk.onCall = undefined;
      node.freeBytes = Number.MAX_SAFE_INTEGER;
      node.resume();
      node.start();
    }
  }

  #worsenNetwork(): void {
    const { plan, network, clientLinks, random } = this.#options;
    if (plan.faults.has('loss')) network.lossShare = random.between(0.01, 0.3);
    if (plan.faults.has('duplication')) network.duplicateShare = random.between(0.01, 0.4);
    if (plan.faults.has('straggling')) {
      network.straggleShare = random.between(0.01, 0.15);
      network.straggleMs = random.pick([50, 500, 3000]);
    }
    if (plan.faults.has('slow-network')) network.delayMs = random.pick([10, 40]);
    if (plan.faults.has('client-loss')) clientLinks.lossShare = random.between(0.02, 0.3);
  }

  #next(): void {
    const { scheduler, random, plan } = this.#options;
    scheduler.after(random.exponential(plan.faultEveryMs), () => {
      if (!this.#active) return;
      this.#strike(random.pick(this.#sudden));
      this.#next();
    });
  }

  #strike(fault: FaultKind): void {
    const { cluster, random } = this.#options;
    const node = this.#victim();
    if (fault === 'partition' || fault === 'one-way-partition') this.#cut(fault === 'one-way-partition');
    else if (fault === 'power-cut-all') {
      if (random.chance(0.3)) for (const each of cluster.nodes) this.#crashAs(each, 'power-cut');
    } else if (fault === 'kill' || fault === 'power-cut') this.#crashAs(node, fault);
    else if (fault === 'crash-at-io') this.#crashAtIo(node);
    else if (fault === 'pause') this.#pause(node);
    else if (fault === 'shutdown') this.#shutDown(node);
    else if (fault === 'slow-disk') this.#slowDisk(node);
    else if (fault === 'failed-sync') node.disk.failNextSync ||= random.chance(0.3);
    else if (fault === 'outage') this.#outage(node);
    else if (fault === 'low-space') this.#fillDisk(node);
    else if (fault === 'wiped-store') this.#wipe(node);
    else this.#rot(fault, node);
  }

  #rot(fault: FaultKind, node: SimNode): void {
    const { rot, random } = this.#options;
    if (fault === 'rot') rot.damageLog(node);
    else if (fault === 'helix' && random.chance(0.3)) rot.damageAll();
    else if (fault === 'tail-rot') {
      rot.damageTail(node);
      if (random.chance(0.7)) this.#crash(node);
    } else if (fault === 'lost-segment') this.#whileDown(node, () => rot.loseSegment(node));
    else if (fault === 'seal-rot') rot.damageSeals(node);
    else if (fault === 'hard-state-rot') rot.damageHardState(node);
    else if (fault === 'snapshot-rot') this.#whileDown(node, () => rot.damageSnapshot(node));
  }

  /** Something happens to the disk of a node that is down; if it is up it is ended for that, now and then. */
  #whileDown(node: SimNode, act: () => void): void {
    if (node.isUp && this.#options.random.chance(0.5)) return;
    if (node.isUp) this.#crash(node);
    act();
  }

  #wipe(node: SimNode): void {
    const what = this.#options.random.pick(['key-index', 'state'] as const);
    this.#whileDown(node, () => node.wipe(what));
  }

  /** The disk is full, or nearly, of one node or of all. */
  #fillDisk(node: SimNode): void {
    const { cluster, random, plan, scheduler, coverage } = this.#options;
    coverage.hit('node: disk full');
    const full = random.chance(0.3) ? cluster.nodes : [node];
    for (const each of full) each.freeBytes = random.integer(0, 2 * plan.storage.spaceReserveBytes);
    scheduler.after(this.#duration(), () => {
      for (const each of full) each.freeBytes = Number.MAX_SAFE_INTEGER;
    });
  }

  #victim(): SimNode {
    const { cluster, random, plan } = this.#options;
    const leaders = cluster.nodes.filter((node) => node.leads(1));
    return leaders.length > 0 && random.chance(plan.leaderShare) ? random.pick(leaders) : random.pick(cluster.nodes);
  }

  #duration(): number {
    return this.#options.random.exponential(this.#options.plan.faultMs);
  }

  /** How long a node is not heard of: often long enough that others elect a leader meanwhile. */
  #silence(): number {
    const { random, plan } = this.#options;
    return random.exponential(Math.max(plan.faultMs, random.pick([30, ELECTION_MS])));
  }

  #crash(node: SimNode): void {
    this.#crashAs(node, this.#options.random.chance(0.5) ? 'kill' : 'power-cut');
  }

  #crashAs(node: SimNode, fault: 'kill' | 'power-cut'): void {
    if (!node.isUp) {
      if (fault === 'power-cut') node.disk.cutPower(this.#options.random.pick(this.#losses));
      return;
    }
    if (fault === 'kill') node.kill();
    else node.cutPower(this.#options.random.pick(this.#losses));
    node.disk.onCall = undefined;
    if (this.#options.random.chance(0.5)) this.#options.cluster.disconnect(node.id);
    this.#options.scheduler.after(this.#active ? this.#duration() : 0, () => {
      node.start();
      if (this.#active && this.#options.random.chance(RELAPSE_SHARE)) this.#relapse(node);
    });
  }

  /** A failed sync ended the process; what the page cache shows to the next one is not on the disk. */
  #failsWithDisk(node: SimNode): void {
    this.#crashAs(node, this.#options.random.chance(0.8) ? 'kill' : 'power-cut');
    if (this.#active && this.#options.random.chance(0.5)) {
      node.start();
      this.#relapse(node);
    }
  }

  /** Power fails while the node recovers or just after: what it found in the page cache is then put to the test. */
  #relapse(node: SimNode): void {
    const { scheduler, random, plan } = this.#options;
    scheduler.after(random.exponential(RELAPSE_DISK_CALLS * plan.syncMs), () => {
      if (this.#active && node.isUp) this.#crashAs(node, 'power-cut');
    });
  }

  /** A node is away for so long that the others may compact what it lacks. */
  #outage(node: SimNode): void {
    const { cluster, scheduler, random, coverage } = this.#options;
    if (!node.isUp || !random.chance(0.5) || cluster.nodes.some((other) => !other.isUp)) return;
    coverage.hit('node: long outage');
    node.kill();
    scheduler.after(this.#active ? random.between(OUTAGE_MS / 3, OUTAGE_MS) : 0, () => node.start());
  }

  /** Crashes the node during one of its next disk calls, while that is under way. */
  #crashAtIo(node: SimNode): void {
    const { scheduler, random } = this.#options;
    let calls = random.integer(1, 8);
    node.disk.onCall = (durationMs) => {
      if (--calls > 0) return;
      node.disk.onCall = undefined;
      scheduler.after(random.chance(0.3) ? durationMs : durationMs * random.fraction(), () => {
        if (this.#active) this.#crash(node);
      });
    };
  }

  /** Ends the process in good order; one that takes too long is killed. */
  #shutDown(node: SimNode): void {
    const { scheduler, random } = this.#options;
    node.shutDown(() => scheduler.after(this.#active ? this.#duration() : 0, () => node.start()));
    if (!random.chance(0.5)) return;
    scheduler.after(random.exponential(SHUTDOWN_MS), () => {
      if (this.#active && node.isShuttingDown) this.#crash(node);
    });
  }

  #pause(node: SimNode): void {
    if (!node.isUp || node.isPaused) return;
    node.pause();
    this.#options.scheduler.after(this.#silence(), () => node.resume());
  }

  #slowDisk(node: SimNode): void {
    const { delays } = node.disk;
    delays.slowSyncShare = this.#options.random.pick([0.05, 0.3, 1]);
    delays.slowSyncMs = this.#options.random.pick([20, 150, 900]);
    delays.writeMs = this.#options.random.pick([QUICK_MS, QUICK_MS, 5, 40]);
    delays.readMs = this.#options.random.pick([QUICK_MS, QUICK_MS, 5]);
    this.#options.scheduler.after(this.#duration(), () => {
      delays.slowSyncShare = 0;
      delays.writeMs = QUICK_MS;
      delays.readMs = QUICK_MS;
    });
  }

  /** Cuts a group of nodes off from the rest, or single links. */
  #cut(oneWay: boolean): void {
    const { cluster, plan, random, scheduler, trace, coverage } = this.#options;
    const { network } = cluster;
    if (random.chance(0.3)) network.mend();
    const ids = random.shuffle(cluster.nodes.map(({ id }) => id));
    const victim = this.#victim().id;
    const group = random.chance(0.5) ? [victim] : ids.slice(0, random.integer(1, Math.max(1, ids.length - 1)));
    trace.add(scheduler.now, oneWay ? 'cut one way' : 'cut', group.join('+'));
    coverage.hit(oneWay ? 'network: cut one way' : 'network: cut');
    const isolated = group.length === 1 ? cluster.node(victim) : undefined;
    if (isolated !== undefined && plan.faults.has('slow-disk') && random.chance(0.4)) this.#slowDisk(isolated);
    const outwards = random.chance(0.5);
    if (random.chance(0.3)) for (const inside of group) cluster.disconnect(inside);
    for (const inside of group) {
      for (const outside of ids) {
        if (group.includes(outside)) continue;
        if (!oneWay || outwards) network.cut(inside, outside);
        if (!oneWay || !outwards) network.cut(outside, inside);
      }
    }
    scheduler.after(this.#silence(), () => network.mend());
  }
}
