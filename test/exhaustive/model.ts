// Numbers for everything that occurs: states of nodes, messages, histories; and what an action makes of a state of a node, computed by the real core once and
// remembered. A step of the whole world is then a few look-ups, which is what makes millions of states possible.
import { assert, defined } from '../../consensus/assert.ts';
import type { Configuration } from '../../consensus/configuration.ts';
import type { RaftConfig } from '../../consensus/core/ready.ts';
import type { NodeId } from '../../consensus/types.ts';
import { advance, checkAll, type History, historyOf, type Seen, Violation, withRead } from './history.ts';
import { type Action, act, type Local, type Note, type Packet, partsOf, startedFrom, startingSnapshot } from './local.ts';
import { entryOf, logEnd, membersAt } from './log.ts';
import { configurationOf, jointOf, type Members, maybeLeft, membersOf, votersOf } from './members.ts';
import type { Scope, Start } from './scopes.ts';
import { type Hashes, hashesOf, leastSum, renamedHistory, renamedLocal, renamedPacket } from './symmetry.ts';

const NODES = ['n1', 'n2', 'n3', 'n4'].map((id) => id as NodeId);
/** Those of the genesis. */
const VOTERS = NODES.slice(0, 3);
const GENESIS = membersOf({ voters: VOTERS, outgoing: [], learners: [] });
const ELECTION_TICKS = 2;
/** Every action has a number below this: a kind and a small argument, or a message. */
const ACTIONS = 2 ** 26;
const KINDS = [
  'persist',
  'timeout',
  'heartbeat',
  'step-down',
  'propose',
  'read',
  'transfer',
  'give-up',
  'crash',
  'compact',
  'installed',
  'change',
] as const;
const ARGUMENTS = 16;
/** Below this the numbers of logs can be put together into one. */
const VIEWS_MAX = 2 ** 13;

/**
 * Messages that are answered even if their term is over. All others do nothing then: test/golden/message-*.txt has them all.
 */
const ASKING: ReadonlySet<string> = new Set(['pre-vote-request', 'vote-request', 'append', 'heartbeat']);

/** The whole small world in numbers. */
export interface World {
  /** The state of each node. */
  readonly locals: readonly number[];
  /** Messages that were sent and may still do something, ascending. */
  readonly network: readonly number[];
  /** What may still happen, in the order of `BUDGET_NAMES`. */
  readonly budget: readonly number[];
  readonly history: number;
}

/** What an action makes of the state of a node, in numbers. */
export interface Transition {
  readonly to: number;
  readonly sent: readonly number[];
  readonly notes: readonly Note[];
  /** What the core threw instead. */
  readonly error?: Error;
}

/** What of a state of a node decides what may happen next. */
export interface Info extends Seen {
  readonly role: 'follower' | 'pre-candidate' | 'candidate' | 'leader';
  readonly isTransferring: boolean;
  readonly writes: number;
  readonly parts: number;
  readonly appliedIndex: number;
  readonly durableTerm: number;
  /** Memory and disk as one number. */
  readonly view: number;
}

/** Gives equal things equal numbers, from 0. */
class Numbers<T> {
  readonly all: T[] = [];
  readonly #known = new Map<string, number>();

  of(value: T, text = JSON.stringify(value)): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    return this.all.push(value) - 1;
  }

  at(number: number): T {
    return defined(this.all[number], 'what has this number');
  }
}

export class Model {
  readonly #configs: readonly RaftConfig[];
  readonly #locals = new Numbers<Local>();
  readonly #infos: Info[] = [];
  readonly #views = new Numbers<readonly unknown[]>();
  readonly #packets = new Numbers<Packet>();
  readonly #addresses: { readonly to: number; readonly answeredTerm: number }[] = [];
  readonly #histories = new Numbers<History>();
  readonly #committed = new Numbers<readonly unknown[]>();
  readonly #committedOf: number[] = [];
  readonly #hashes: {
    readonly locals: Hashes[];
    readonly packets: Hashes[];
    readonly histories: Hashes[];
    readonly budgets: Map<string, Hashes>;
  } = {
    locals: [],
    packets: [],
    histories: [],
    budgets: new Map(),
  };
  readonly #transitions = new Map<number, Transition>();
  /** By what is committed. */
  readonly #checked = new Map<number, Set<number>>();
  readonly #targets: readonly number[];

  constructor(scope: Scope) {
    this.#targets = scope.targets ?? [];
    this.#configs = NODES.slice(0, scope.start.length).map((id) => ({
      id,
      voters: VOTERS,
      electionTicks: ELECTION_TICKS,
      heartbeatTicks: 1,
      seed: 1,
      appendBytesMax: scope.appends === 'single' ? 1 : 100,
      windowBytesMax: 1_000,
      windowMessagesMax: 16,
      invariants: 'all',
    }));
  }

  /** Distinct states of single nodes, messages and remembered transitions so far. */
  get sizes(): { readonly locals: number; readonly packets: number; readonly transitions: number } {
    return { locals: this.#locals.all.length, packets: this.#packets.all.length, transitions: this.#transitions.size };
  }

  /** What has occurred so far: kinds of messages, and kinds of actions of nodes. */
  get kinds(): ReadonlySet<string> {
    const kinds = new Set<string>(this.#packets.all.map(({ message }) => message.kind));
    for (const key of this.#transitions.keys()) kinds.add(KINDS[Math.floor((key % ACTIONS) / ARGUMENTS)] ?? 'deliver');
    return kinds;
  }

  start(scope: Scope): { readonly locals: readonly number[]; readonly history: number } {
    const locals = scope.start.map(({ term, votedFor, entries }, node) => {
      const log = { base: { index: 0, term: 0 }, entries: entries.map(startEntry) };
      const hardState = { term, votedFor: votedFor === undefined ? null : defined(NODES[votedFor], 'a node') };
      return this.#localOf(startedFrom(this.#config(node), node, { hardState, log, snapshots: [] }));
    });
    const longest = [...scope.start].sort((one, other) => other.entries.length - one.entries.length)[0];
    const committed = (longest?.entries ?? []).slice(0, scope.committed).map(startEntry);
    return { locals, history: this.#historyOf(historyOf(locals.length, committed, GENESIS)) };
  }

  /** What a leader with these members may be asked to append, by number: 0 is what is left of a joint configuration, others are joint on the way to a target. */
  changesFrom(members: Members): Map<number, Members> {
    const left = maybeLeft(members);
    if (left !== undefined) return new Map([[0, left]]);
    const joints = this.#targets.map((voters, position) => [position + 1, jointOf(members, voters)] as const);
    return new Map(joints.filter((_, position) => this.#targets[position] !== votersOf(members)));
  }

  /** What a change of this number is, in words. */
  describeChange(number: number): string {
    if (number === 0) return 'out of the joint members';
    const { voters } = configurationOf(defined(this.#targets[number - 1], 'a target'));
    return `jointly to ${voters.join(' ')}`;
  }

  local(number: number): Local {
    return this.#locals.at(number);
  }

  info(number: number): Info {
    return defined(this.#infos[number], 'a state of a node');
  }

  packet(number: number): Packet {
    return this.#packets.at(number);
  }

  /** The node that a message goes to. */
  addressee(number: number): number {
    return defined(this.#addresses[number], 'a message').to;
  }

  /** Whether the message can do nothing any more: it answers, or comes from the leader of, a term before one that the addressee cannot forget. */
  isOver(packet: number, locals: readonly number[]): boolean {
    const { to, answeredTerm } = defined(this.#addresses[packet], 'a message');
    return answeredTerm < this.info(defined(locals[to], 'the addressee')).durableTerm;
  }

  nodeOf(id: string): number {
    return id.charCodeAt(1) - 49;
  }

  deliver(local: number, packet: number): Transition {
    const key = local * ACTIONS + KINDS.length * ARGUMENTS + packet;
    return this.#transitions.get(key) ?? this.#compute(key, local, { kind: 'deliver', packet: this.#packets.at(packet) });
  }

  /** `argument`: of a `change` its number in `changesFrom`; of a `persist` how many writes, of a `crash` how many parts, of a `read` its id, of a `transfer` the node to hand over to. */
  act(local: number, kind: (typeof KINDS)[number], argument = 0): Transition {
    assert(argument < ARGUMENTS, 'an argument is small');
    const key = local * ACTIONS + KINDS.indexOf(kind) * ARGUMENTS + argument;
    return this.#transitions.get(key) ?? this.#compute(key, local, this.#actionOf(kind, argument, local));
  }

  /** What became of the history when a node came to be in this state. Throws a `Violation`. */
  advance(history: number, local: number, notes: readonly Note[]): number {
    const before = this.#histories.at(history);
    const after = advance(before, this.info(local), notes, this.nodeOf);
    return after === before ? history : this.#historyOf(after);
  }

  withRead(history: number, read: { readonly id: number; readonly node: number }): number {
    return this.#historyOf(withRead(this.#histories.at(history), read));
  }

  /** Throws a `Violation` if these states of nodes must not be together. */
  check(history: number, locals: readonly number[]): void {
    const committed = defined(this.#committedOf[history], 'what is committed');
    const checked = this.#checked.get(committed) ?? new Set();
    this.#checked.set(committed, checked);
    let key = 0;
    for (const local of locals) key = key * VIEWS_MAX + this.info(local).view;
    if (checked.has(key)) return;
    checkAll(
      this.#histories.at(history),
      locals.map((local) => this.info(local)),
    );
    checked.add(key);
  }

  #actionOf(kind: (typeof KINDS)[number], argument: number, local: number): Action {
    if (kind !== 'change') return actionOf(kind, argument);
    return { kind, members: defined(this.changesFrom(this.info(local).members).get(argument), 'a change') };
  }

  /** 64 bits, equal for worlds that differ only in the names of the nodes. */
  hashOf({ locals, network, history, budget }: World): readonly [number, number] {
    const { histories } = this.#hashes;
    const parts = [defined(histories[history], 'a history'), this.#budgetHashes(budget)];
    for (const local of locals) parts.push(defined(this.#hashes.locals[local], 'a state of a node'));
    for (const packet of network) parts.push(defined(this.#hashes.packets[packet], 'a message'));
    return leastSum(parts);
  }

  #budgetHashes(budget: readonly number[]): Hashes {
    const text = budget.join(' ');
    const known = this.#hashes.budgets.get(text);
    if (known !== undefined) return known;
    const hashes = hashesOf(budget, (same) => same);
    this.#hashes.budgets.set(text, hashes);
    return hashes;
  }

  #config(node: number): RaftConfig {
    return defined(this.#configs[node], 'a node');
  }

  #compute(key: number, local: number, action: Action): Transition {
    const before = this.#locals.at(local);
    const transition = this.#transitionOf(before, local, action);
    this.#transitions.set(key, transition);
    return transition;
  }

  #transitionOf(before: Local, number: number, action: Action): Transition {
    try {
      const { local: after, sent, notes } = act(this.#config(before.node), before, action);
      return { to: this.#localOf(after), sent: sent.map((packet) => this.#packetOf(packet)), notes };
    } catch (error) {
      assert(error instanceof Error, 'the core throws errors');
      return { to: number, sent: [], notes: [], error };
    }
  }

  #packetOf(packet: Packet): number {
    const number = this.#packets.of(packet);
    const { kind, to, term } = packet.message;
    if (number === this.#addresses.length) {
      this.#hashes.packets.push(hashesOf(packet, renamedPacket));
      this.#addresses.push({ to: this.nodeOf(to), answeredTerm: ASKING.has(kind) ? Number.POSITIVE_INFINITY : term });
    }
    return number;
  }

  #localOf(local: Local): number {
    const number = this.#locals.of(local);
    if (number === this.#infos.length) {
      this.#infos.push(this.#infoOf(local));
      this.#hashes.locals.push(hashesOf(local, renamedLocal));
    }
    return number;
  }

  #infoOf(local: Local): Info {
    const { node, memory, disk, underWay, appliedIndex } = local;
    const state = JSON.parse(local.dump) as {
      role: { kind: Info['role']; transfer?: unknown };
      term: number;
      commitIndex: number;
      configurations: { changes: { configuration: Configuration }[] };
    };
    const atBase = disk.snapshots.find(({ index }) => index === memory.base.index)?.members ?? 0;
    const members = membersAt(memory, logEnd(memory), atBase) || GENESIS;
    if (members !== membersOf(defined(state.configurations.changes.at(-1), 'a configuration').configuration)) {
      throw new Violation('in-force', `n${node + 1} goes by other members than its log says`);
    }
    const diskMembers = membersAt(disk.log, logEnd(disk.log), startingSnapshot(disk).members) || GENESIS;
    const view = this.#views.of([memory, disk.log, members, diskMembers]);
    assert(view < VIEWS_MAX, 'there are few logs in a small world');
    return {
      node,
      role: state.role.kind,
      isTransferring: (state.role.transfer ?? null) !== null,
      term: state.term,
      commitIndex: state.commitIndex,
      writes: underWay.length,
      parts: partsOf(local),
      appliedIndex,
      durableTerm: disk.hardState.term,
      memory,
      disk: disk.log,
      members,
      diskMembers,
      view,
    };
  }

  #historyOf(history: History): number {
    const number = this.#histories.of(history);
    if (number === this.#committedOf.length) {
      this.#committedOf.push(this.#committed.of([history.committed, history.committedUnder]));
      this.#hashes.histories.push(hashesOf(history, renamedHistory));
    }
    return number;
  }
}

function startEntry([term, node, members = 0]: Start['entries'][number]): number {
  return entryOf({ term, node, members });
}

function actionOf(kind: Exclude<(typeof KINDS)[number], 'change'>, argument: number): Action {
  switch (kind) {
    case 'persist':
      return { kind, count: argument };
    case 'crash':
      return { kind, parts: argument };
    case 'read':
      return { kind, id: argument };
    case 'transfer':
      return { kind, to: defined(NODES[argument], 'a node') };
    default:
      return { kind };
  }
}
