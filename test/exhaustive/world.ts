// What may happen to the small world next, and what comes of it. The network is the set of all messages ever sent: each may arrive at any time, again,
// or never, so that order, duplication and loss need no steps of their own. A node that is down is one that nothing happens to.
import { assert, defined } from '../../consensus/assert.ts';
import { describeMessage } from '../golden/describe.ts';
import type { Model, Transition, World } from './model.ts';
import { BUDGET_NAMES, type Budget, type Scope } from './scopes.ts';

const KINDS = [
  'deliver',
  'persist',
  'installed',
  'timeout',
  'heartbeat',
  'step-down',
  'propose',
  'read',
  'transfer',
  'give-up',
  'compact',
  'crash',
  'change',
] as const;
type Kind = (typeof KINDS)[number];

const COSTS: Readonly<Partial<Record<Kind, keyof Budget>>> = {
  timeout: 'timeouts',
  heartbeat: 'heartbeats',
  'step-down': 'stepDowns',
  propose: 'proposals',
  read: 'reads',
  transfer: 'transfers',
  'give-up': 'heartbeats',
  compact: 'compactions',
  crash: 'crashes',
  change: 'changes',
};

/** Something that may happen, as one number. The node is 0 where a message says it. */
export type Step = number;

function stepOf(kind: Kind, node: number, argument = 0): Step {
  return KINDS.indexOf(kind) + 16 * (node + 4 * argument);
}

function partsOfStep(step: Step): { readonly kind: Kind; readonly node: number; readonly argument: number } {
  return { kind: defined(KINDS[step % 16], 'a step'), node: Math.floor(step / 16) % 4, argument: Math.floor(step / 64) };
}

export class Worlds {
  readonly #model: Model;
  readonly #start: World;

  constructor(model: Model, scope: Scope) {
    this.#model = model;
    this.#start = { ...model.start(scope), network: [], budget: BUDGET_NAMES.map((name) => scope.budget[name] ?? 0) };
  }

  get start(): World {
    return this.#start;
  }

  /** What may happen next, and changes anything. */
  steps(world: World): Step[] {
    const steps: Step[] = [];
    world.locals.forEach((local, node) => {
      this.#addEvents(world, { local, node }, steps);
    });
    for (const packet of world.network) {
      const local = defined(world.locals[this.#model.addressee(packet)], 'the addressee');
      const { to, error } = this.#model.deliver(local, packet);
      if (to !== local || error !== undefined) steps.push(stepOf('deliver', 0, packet));
    }
    world.locals.forEach((local, node) => {
      const { writes } = this.#model.info(local);
      if (writes > 1) steps.push(stepOf('persist', node, writes));
      if (writes > 0) steps.push(stepOf('persist', node, 1));
      if (this.#canInstall(world, local)) steps.push(stepOf('installed', node));
    });
    return steps;
  }

  #addEvents(world: World, { local, node }: { readonly local: number; readonly node: number }, steps: Step[]): void {
    const { role, isTransferring, memory, appliedIndex, parts, members } = this.#model.info(local);
    if (role !== 'leader' && isLeft(world, 'timeout') && this.#does(local, 'timeout')) steps.push(stepOf('timeout', node));
    if (role === 'leader') {
      for (const kind of ['heartbeat', 'step-down', 'read'] as const) if (isLeft(world, kind)) steps.push(stepOf(kind, node));
      if (isTransferring && isLeft(world, 'give-up')) steps.push(stepOf('give-up', node));
      if (!isTransferring && isLeft(world, 'propose')) steps.push(stepOf('propose', node));
      const changes = isLeft(world, 'change') && !isTransferring ? this.#model.changesFrom(members).keys() : [];
      for (const change of changes) if (this.#does(local, 'change', change)) steps.push(stepOf('change', node, change));
      if (!isTransferring && isLeft(world, 'transfer')) {
        for (let to = 0; to < world.locals.length; to++) if (to !== node) steps.push(stepOf('transfer', node, to));
      }
    }
    if (appliedIndex > memory.base.index && isLeft(world, 'compact')) steps.push(stepOf('compact', node));
    if (!isLeft(world, 'crash')) return;
    for (let durable = 0; durable <= parts; durable++) if (this.#does(local, 'crash', durable)) steps.push(stepOf('crash', node, durable));
  }

  /** Whether anything comes of it: who is no voter does not stand, and a leader that must not change the members does not. */
  #does(local: number, kind: 'timeout' | 'crash' | 'change', argument = 0): boolean {
    const { to, error, sent } = this.#model.act(local, kind, argument);
    return to !== local || error !== undefined || sent.length > 0;
  }

  /** Whether the node that offered the snapshot still has it. */
  #canInstall(world: World, local: number): boolean {
    const { install } = this.#model.local(local);
    if (install === null) return false;
    const sender = this.#model.local(defined(world.locals[this.#model.nodeOf(install.from)], 'the sender'));
    return sender.disk.snapshots.some(({ index, term }) => index === install.position.index && term === install.position.term);
  }

  /** The world after the step. Throws a `Violation`, or whatever the core throws. */
  next(world: World, step: Step): World {
    const { kind, node, argument } = partsOfStep(step);
    const model = this.#model;
    const next = new NextWorld(model, world, COSTS[kind]);
    switch (kind) {
      case 'deliver':
        next.apply(model.addressee(argument), (local) => model.deliver(local, argument));
        break;
      case 'read': {
        const id = defined(world.budget[BUDGET_NAMES.indexOf('reads')], 'reads');
        next.history = model.withRead(world.history, { id, node });
        next.apply(node, (local) => model.act(local, 'read', id));
        break;
      }
      default:
        next.apply(node, (local) => model.act(local, kind, argument));
    }
    return next.finished();
  }

  /** The step in words: equal words, equal steps. */
  describe(step: Step): string {
    const { kind, node, argument } = partsOfStep(step);
    const id = `n${node + 1}`;
    switch (kind) {
      case 'deliver':
        return `deliver ${describeMessage(this.#model.packet(argument).message)}`;
      case 'persist':
        return `persist ${id} ${argument === 1 ? 'one write' : `all ${argument} writes`}`;
      case 'crash':
        return `crash ${id} with ${argument} parts of its writes on disk`;
      case 'transfer':
        return `transfer ${id} to n${argument + 1}`;
      case 'change':
        return `change ${id} ${this.#model.describeChange(argument)}`;
      default:
        return `${kind} ${id}`;
    }
  }
}

/** A world in the making. */
class NextWorld {
  history: number;
  #network: readonly number[];
  readonly #model: Model;
  readonly #locals: number[];
  readonly #budget: readonly number[];

  constructor(model: Model, world: World, cost: keyof Budget | undefined) {
    this.#model = model;
    this.#locals = [...world.locals];
    this.#network = world.network;
    this.history = world.history;
    const paid = cost === undefined ? -1 : BUDGET_NAMES.indexOf(cost);
    this.#budget = paid < 0 ? world.budget : world.budget.map((left, position) => (position === paid ? left - 1 : left));
    assert(paid < 0 || (this.#budget[paid] ?? -1) >= 0, 'only what is left happens');
  }

  apply(node: number, transit: (local: number) => Transition): void {
    const model = this.#model;
    const before = defined(this.#locals[node], 'a node');
    const { to, sent, notes, error } = transit(before);
    if (error !== undefined) throw error;
    this.#locals[node] = to;
    if (model.info(to).durableTerm !== model.info(before).durableTerm) {
      this.#network = this.#network.filter((packet) => !model.isOver(packet, this.#locals));
    }
    this.#send(sent);
    this.history = model.advance(this.history, to, notes);
  }

  #send(sent: readonly number[]): void {
    const added = sent.filter((packet) => !this.#network.includes(packet) && !this.#model.isOver(packet, this.#locals));
    if (added.length > 0) this.#network = [...this.#network, ...new Set(added)].sort((one, other) => one - other);
  }

  /**
   * Lets everything arrive that changes no node and is only answered. What may happen without the answers may happen with them as well, for no message need ever arrive: the world
   * without them need not be looked at.
   */
  #answer(): void {
    for (let network: readonly number[] | undefined; network !== this.#network; ) {
      network = this.#network;
      for (const packet of network) {
        const local = defined(this.#locals[this.#model.addressee(packet)], 'the addressee');
        const { to, sent, notes } = this.#model.deliver(local, packet);
        if (to !== local || sent.length === 0) continue;
        this.#send(sent);
        this.history = this.#model.advance(this.history, to, notes);
      }
    }
  }

  finished(): World {
    this.#answer();
    this.#model.check(this.history, this.#locals);
    return { locals: this.#locals, network: this.#network, budget: this.#budget, history: this.history };
  }
}

function isLeft(world: World, kind: Kind): boolean {
  const name = COSTS[kind];
  return name === undefined || (world.budget[BUDGET_NAMES.indexOf(name)] ?? 0) > 0;
}
