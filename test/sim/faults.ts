// How each fault strikes, and what follows of it: a restart, a disk that is quick again, a mended link. What it draws comes from the generator of its action.
import type { ActionKind } from './actions.ts';
import type { Cluster } from './cluster.ts';
import type { Coverage } from './coverage.ts';
import type { LossKind } from './disk-image.ts';
import { chainOf, cutBetween, type FailedLink, starAround } from './links.ts';
import type { Operator } from './operator.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Rot } from './rot.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimNode } from './sim-node.ts';
import type { Trace } from './trace.ts';

/** A node that is away for long. */
const OUTAGE_MS = 8000;
/** In this time the others elect a leader, as a rule. */
const ELECTION_MS = 900;
/** Mean time of a partial partition: it shows what it does over several elections. */
const PARTIAL_MS = 2500;

/** Of this share of restarts the node loses power soon after, on average in the time of so many syncs. */
const RELAPSE_SHARE = 0.25;
const RELAPSE_DISK_CALLS = 12;

/** A write or read of a healthy disk. */
const QUICK_MS = 0.05;
/** Mean time after which a node that shuts down is killed, if it is. */
const SHUTDOWN_MS = 20;

const LOSSES: readonly LossKind[] = ['all', 'all', 'none', 'sectors', 'sectors', 'writes', 'newest-first'];
const LOSSES_WITH_GARBAGE: readonly LossKind[] = [...LOSSES, 'garbage', 'garbage', 'garbage', 'garbage'];

export interface FaultsOptions {
  readonly plan: Plan;
  readonly cluster: Cluster;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly coverage: Coverage;
  readonly rot: Rot;
  /** Where nodes come and go. */
  readonly operator: Operator | undefined;
}

export class Faults {
  readonly #options: FaultsOptions;
  readonly #losses: readonly LossKind[];
  #active = true;
  #isExceeded = false;
  /** Who stays as it is, whatever was to follow. */
  readonly #away = new Set<SimNode>();

  constructor(options: FaultsOptions) {
    this.#options = options;
    this.#losses = options.plan.faults.has('garbage-tail') ? LOSSES_WITH_GARBAGE : LOSSES;
  }

  /** Nothing new happens from now on; what is to be mended is mended at once, but for those who stay away. */
  end(away: readonly SimNode[]): void {
    this.#active = false;
    this.#away.clear();
    for (const node of away) this.#away.add(node);
  }

  /** Its disk works, and it runs. */
  mend(node: SimNode): void {
    Object.assign(node.disk.delays, { slowSyncShare: 0, writeMs: QUICK_MS, readMs: QUICK_MS });
    node.disk.failNextSync = false;
    node.disk.onCall = undefined;
    node.freeBytes = Number.MAX_SAFE_INTEGER;
    node.resume();
    node.start();
  }

  strike(fault: ActionKind, node: SimNode, random: Random): void {
    const { cluster } = this.#options;
    if (fault === 'partition' || fault === 'one-way-partition') this.#cut(node, random, { oneWay: fault === 'one-way-partition' });
    else if (fault === 'quorum-loss' || fault === 'chain') this.#cutPartially(fault, node, random);
    else if (fault === 'power-cut-all') {
      if (!random.chance(0.3)) return;
      this.#hit(fault);
      for (const each of cluster.nodes) this.#crashAs('power-cut', each, random);
    } else if (fault === 'kill' || fault === 'power-cut') {
      if (node.isUp) this.#hit(fault);
      this.#crashAs(fault, node, random);
    } else if (fault === 'crash-at-io') this.#crashAtIo(node, random);
    else if (fault === 'pause') this.#pause(node, random);
    else if (fault === 'shutdown') this.#shutDown(node, random);
    else if (fault === 'transfer') this.#transfer(node, random);
    else if (fault === 'slow-disk') this.#slowDisk(node, random);
    else if (fault === 'failed-sync') {
      if (!random.chance(0.3)) return;
      this.#hit(fault);
      node.disk.failNextSync = true;
    } else if (fault === 'outage') this.#outage(node, random);
    else if (fault === 'low-space') this.#fillDisk(node, random);
    else if (fault === 'wiped-store') this.#wipe(node, random);
    else if (fault === 'members') {
      if (this.#active) this.#options.operator?.act(random);
    } else if (fault === 'lost-disk') this.#loseDisk(node, random);
    else this.#rot(fault, node, random);
  }

  #hit(fault: ActionKind): void {
    this.#options.coverage.hit(`fault: ${fault}`);
  }

  #rot(fault: ActionKind, node: SimNode, random: Random): void {
    const { rot } = this.#options;
    // What a disk holds, and what may be damaged of it, is decided at that moment.
    const damage = (act: () => boolean) => {
      rot.decideBy(random.fork('rot'));
      if (act()) this.#hit(fault);
    };
    if (fault === 'beyond') {
      if (!this.#isExceeded) damage(() => this.#exceed());
    } else if (fault === 'rot') damage(() => rot.damageLog(node));
    else if (fault === 'helix') {
      if (random.chance(0.3)) damage(() => rot.damageAll());
    } else if (fault === 'tail-rot') {
      damage(() => rot.damageTail(node));
      if (random.chance(0.7)) this.#crash(node, random);
    } else if (fault === 'lost-segment') this.#whileDown(node, random, () => damage(() => rot.loseSegment(node)));
    else if (fault === 'seal-rot') damage(() => rot.damageSeals(node));
    else if (fault === 'hard-state-rot') damage(() => rot.damageHardState(node));
    else if (fault === 'snapshot-rot') this.#whileDown(node, random, () => damage(() => rot.damageSnapshot(node)));
  }

  /** Once in a run, as soon as there is something that all nodes hold. */
  #exceed(): boolean {
    this.#isExceeded = this.#options.rot.damageBeyond();
    return this.#isExceeded;
  }

  /** Something happens to the disk of a node that is down; if it is up it is ended for that, now and then. */
  #whileDown(node: SimNode, random: Random, act: () => void): void {
    if (node.isUp && random.chance(0.5)) return;
    if (node.isUp) this.#crash(node, random);
    act();
  }

  #wipe(node: SimNode, random: Random): void {
    const what = random.pick(['key-index', 'state'] as const);
    this.#whileDown(node, random, () => {
      this.#hit('wiped-store');
      node.wipe(what);
    });
  }

  /** The disk is full, or nearly, of one node or of all. */
  #fillDisk(node: SimNode, random: Random): void {
    const { cluster, plan, scheduler } = this.#options;
    this.#hit('low-space');
    const full = random.chance(0.3) ? cluster.nodes : [node];
    for (const each of full) each.freeBytes = random.integer(0, 2 * plan.storage.spaceReserveBytes);
    scheduler.after(this.#duration(random), () => {
      for (const each of full) each.freeBytes = Number.MAX_SAFE_INTEGER;
    });
  }

  /** A member loses its disk, if whoever is left can go on without it, and somebody can take its place. What starts there afterwards is another node with the same id. */
  #loseDisk(node: SimNode, random: Random): void {
    const { cluster, operator, rot, scheduler, coverage } = this.#options;
    if (operator === undefined || !operator.hasSpare || node.standing !== 'member') return;
    if (cluster.all.some(({ standing }) => standing === 'lost') && !operator.isRid()) return;
    if (rot.hasOpenDamage() || !operator.canLose(node.id)) return;
    this.#hit('lost-disk');
    coverage.hit(node.leads(1) ? 'members: a leader loses its disk' : 'members: a follower loses its disk');
    node.loseDisk();
    scheduler.after(this.#active ? this.#duration(random) : 0, () => node.start());
  }

  #duration(random: Random): number {
    return random.exponential(this.#options.plan.faultMs);
  }

  /** How long a node is not heard of: often long enough that others elect a leader meanwhile. */
  #silence(random: Random): number {
    return random.exponential(Math.max(this.#options.plan.faultMs, random.pick([30, ELECTION_MS])));
  }

  #start(node: SimNode): void {
    if (!this.#away.has(node)) node.start();
  }

  /** Starts the node in a while; when the faults have ended, at once. */
  #startLater(node: SimNode, ms: number): void {
    this.#options.scheduler.after(this.#active ? ms : 0, () => this.#start(node));
  }

  #crash(node: SimNode, random: Random): void {
    this.#crashAs(random.chance(0.5) ? 'kill' : 'power-cut', node, random);
  }

  #crashAs(fault: 'kill' | 'power-cut', node: SimNode, random: Random): void {
    if (!node.isUp) {
      if (fault === 'power-cut') node.disk.cutPower(this.#pickLoss(random));
      return;
    }
    if (fault === 'kill') node.kill();
    else this.#cutPower(node, random);
    node.disk.onCall = undefined;
    if (random.chance(0.5)) this.#options.cluster.disconnect(node.id);
    this.#options.scheduler.after(this.#active ? this.#duration(random) : 0, () => {
      this.#start(node);
      if (this.#active && random.chance(RELAPSE_SHARE)) this.#relapse(node, random);
    });
  }

  #cutPower(node: SimNode, random: Random): void {
    const loss = this.#pickLoss(random);
    if (loss === 'garbage') this.#options.coverage.hit('fault: garbage-tail');
    node.cutPower(loss);
  }

  /** Where an entry is damaged that nobody else holds, a node must not come to answer for more: what is lost is lost whole, or not at all. */
  #pickLoss(random: Random): LossKind {
    const loss = random.pick(this.#losses);
    if (!this.#options.rot.hasSpoilt() || loss === 'none') return loss;
    return 'all';
  }

  /** A failed sync ended the process; what the page cache shows to the next one is not on the disk. */
  failsWithDisk(node: SimNode, random: Random): void {
    this.#crashAs(random.chance(0.8) ? 'kill' : 'power-cut', node, random);
    if (this.#active && random.chance(0.5)) {
      this.#start(node);
      this.#relapse(node, random);
    }
  }

  /** Power fails while the node recovers or just after: what it found in the page cache is then put to the test. */
  #relapse(node: SimNode, random: Random): void {
    const { scheduler, plan } = this.#options;
    scheduler.after(random.exponential(RELAPSE_DISK_CALLS * plan.syncMs), () => {
      if (this.#active && node.isUp) this.#crashAs('power-cut', node, random);
    });
  }

  /** A node is away for so long that the others may compact what it lacks. */
  #outage(node: SimNode, random: Random): void {
    const { cluster } = this.#options;
    if (!node.isUp || !random.chance(0.5) || cluster.nodes.some((other) => !other.isUp)) return;
    this.#hit('outage');
    node.kill();
    this.#startLater(node, random.between(OUTAGE_MS / 3, OUTAGE_MS));
  }

  /** Crashes the node during one of its next disk calls, while that is under way. */
  #crashAtIo(node: SimNode, random: Random): void {
    const { scheduler } = this.#options;
    let calls = random.integer(1, 8);
    node.disk.onCall = (durationMs) => {
      if (--calls > 0) return;
      node.disk.onCall = undefined;
      scheduler.after(random.chance(0.3) ? durationMs : durationMs * random.fraction(), () => {
        if (!this.#active) return;
        this.#hit('crash-at-io');
        this.#crash(node, random);
      });
    };
  }

  /** Ends the process in good order; one that takes too long is killed. */
  #shutDown(node: SimNode, random: Random): void {
    node.shutDown(() => this.#startLater(node, this.#duration(random)));
    if (node.isShuttingDown) this.#hit('shutdown');
    if (!random.chance(0.5)) return;
    this.#options.scheduler.after(random.exponential(SHUTDOWN_MS), () => {
      if (this.#active && node.isShuttingDown) this.#crash(node, random);
    });
  }

  /** Whoever leads is to hand over to this node, or to whom it likes. */
  #transfer(to: SimNode, random: Random): void {
    const { cluster, plan } = this.#options;
    const partition = random.integer(1, plan.partitions);
    const successor = random.chance(0.8) ? to.id : undefined;
    for (const node of cluster.nodes) {
      const service = node.door(partition)?.service;
      if (service?.status().role !== 'leader') continue;
      this.#hit('transfer');
      void service.transferLeadership(successor);
    }
  }

  #pause(node: SimNode, random: Random): void {
    if (!node.isUp || node.isPaused) return;
    this.#hit('pause');
    node.pause();
    this.#options.scheduler.after(this.#silence(random), () => {
      if (!this.#away.has(node)) node.resume();
    });
  }

  #slowDisk(node: SimNode, random: Random): void {
    this.#hit('slow-disk');
    const { delays } = node.disk;
    delays.slowSyncShare = random.pick([0.05, 0.3, 1]);
    delays.slowSyncMs = random.pick([20, 150, 900]);
    delays.writeMs = random.pick([QUICK_MS, QUICK_MS, 5, 40]);
    delays.readMs = random.pick([QUICK_MS, QUICK_MS, 5]);
    this.#options.scheduler.after(this.#duration(random), () => {
      delays.slowSyncShare = 0;
      delays.writeMs = QUICK_MS;
      delays.readMs = QUICK_MS;
    });
  }

  /** Cuts a group of nodes off from the rest, or single links. */
  #cut(victim: SimNode, random: Random, { oneWay }: { readonly oneWay: boolean }): void {
    const { cluster, plan } = this.#options;
    if (cluster.nodes.length === 1) return;
    const ids = random.shuffle(cluster.nodes.map(({ id }) => id));
    const group = random.chance(0.5) ? [victim.id] : ids.slice(0, random.integer(1, ids.length - 1));
    const isolated = group.length === 1 ? cluster.node(victim.id) : undefined;
    if (isolated !== undefined && plan.faults.has('slow-disk') && random.chance(0.4)) this.#slowDisk(isolated, random);
    const outwards = random.chance(0.5);
    if (random.chance(0.3)) for (const inside of group) cluster.disconnect(inside);
    const links = cutBetween(group, ids, { outwards: !oneWay || outwards, inwards: !oneWay || !outwards });
    this.#fail(oneWay ? 'one-way-partition' : 'partition', links, group.join('+'), random);
  }

  /** Nobody is cut off, and not everybody reaches everybody: a star around another one than the victim, or a chain. */
  #cutPartially(fault: 'quorum-loss' | 'chain', victim: SimNode, random: Random): void {
    const ids = random.shuffle(this.#options.cluster.nodes.map(({ id }) => id));
    const hub = ids.find((id) => id !== victim.id);
    if (ids.length < 3 || hub === undefined) return;
    if (fault === 'chain') this.#fail(fault, chainOf(ids), ids.join('-'), random);
    else this.#fail(fault, starAround(hub, ids), `around ${hub}`, random);
  }

  #fail(fault: ActionKind, links: readonly FailedLink[], what: string, random: Random): void {
    const { cluster, scheduler, trace } = this.#options;
    const { network } = cluster;
    if (random.chance(0.3)) network.mend();
    this.#hit(fault);
    trace.add(scheduler.now, fault, what);
    for (const [from, to] of links) network.cut(from, to);
    const ms = fault === 'quorum-loss' || fault === 'chain' ? random.exponential(PARTIAL_MS) : this.#silence(random);
    scheduler.after(ms, () => {
      if (this.#active) network.mend();
    });
  }
}
