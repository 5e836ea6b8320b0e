// Runs a golden scenario: commands to a few real cores, one a line, and after `----` what they did. The language is in README.md beside the scripts.
import { defined } from '../../consensus/assert.ts';
import type { Configuration } from '../../consensus/configuration.ts';
import { START } from '../../consensus/core/log-terms.ts';
import type { RaftConfig } from '../../consensus/core/ready.ts';
import type { Trace } from '../../consensus/core/trace.ts';
import type { Message } from '../../consensus/messages.ts';
import type { Role } from '../../consensus/roles.ts';
import type { LogPosition, NodeId } from '../../consensus/types.ts';
import { describeHindrance, describeHost, describeMessage, describeReady, describeSent } from './describe.ts';
import { Host, type Outcome, type Packet } from './host.ts';
import { type StoredEntry, StoredLog } from './stored-log.ts';

const ELECTION_TICKS = 10;
const HEARTBEAT_TICKS = 2;
/** More rounds than any scenario needs to come to rest. */
const SETTLE_ROUNDS_MAX = 200;

const PRE_VOTES: ReadonlySet<string> = new Set(['pre-vote-request', 'pre-vote-reply']);
const VOTES: ReadonlySet<string> = new Set([...PRE_VOTES, 'vote-request', 'vote-reply']);

const EVERYTHING = () => true;
/** Which of the messages on a link a command takes, if not all. */
const SELECTIONS = ['oldest', 'newest', 'copy', 'first'] as const;

/** The term of a message, compared with that of the node at which it arrives. */
export type TermRelation = 'older' | 'equal' | 'later';

/** A message arrived at a node that was up. */
export interface Delivery {
  readonly kind: Message['kind'];
  readonly role: Role;
  readonly relation: TermRelation;
  /** By a command of its own, so that the reader sees it and what it does; not in passing. */
  readonly isShown: boolean;
}

type Command = (args: readonly string[]) => string[];

export class Interpreter {
  /** Everything that arrived so far. */
  readonly deliveries: Delivery[] = [];
  private readonly hosts = new Map<string, Host>();
  /** Messages under way, oldest first. */
  private network: Packet[] = [];
  private readonly isolated = new Set<string>();
  /** `n1->n2`: nothing arrives this way. */
  private readonly cutWays = new Set<string>();
  private readonly stuckDisks = new Set<string>();
  private proposals = 0;
  private isHidden = false;
  private trace: Trace | undefined;
  /** What happens in this scene could have happened from its beginning on. */
  private isHistory = true;
  private readonly onScene: (() => Trace) | undefined;
  private readonly commands: Readonly<Record<string, Command>> = {
    cluster: (ids) => this.cluster(ids),
    newcomer: (ids) => this.newcomer(ids),
    node: (args) => this.node(args),
    tick: ([id, count]) => this.tick(this.host(id), count === undefined ? 1 : integer(count)),
    timeout: ([id]) => this.timeout(this.host(id)),
    propose: ([id, count]) => this.propose(this.host(id), count === undefined ? 1 : integer(count)),
    change: ([id, ...members]) => this.change(this.host(id), parseMembers(members)),
    read: ([id, read]) => this.act(this.host(id), (host) => host.step({ kind: 'read', id: integer(read) })),
    unreachable: ([id, node]) => this.act(this.host(id), (host) => host.step({ kind: 'unreachable', node: this.host(node).config.id })),
    persist: ([id, sequence]) => this.persist(this.host(id), sequence),
    disk: ([id, how]) => this.disk(this.host(id), how),
    deliver: (args) => this.deliver(args),
    drop: (args) => this.take(args).map((packet) => `lost: ${describeMessage(packet.message)}`),
    settle: (ids) => this.settle(ids.length === 0 ? [...this.hosts.values()] : ids.map((id) => this.host(id))),
    elect: ([id, ...others]) =>
      this.elect(
        this.host(id),
        others.map((other) => this.host(other)),
      ),
    stand: ([id, ...others]) =>
      this.stand(
        this.host(id),
        others.map((other) => this.host(other)),
      ),
    transfer: ([id, node]) => this.act(this.host(id), (host) => host.step({ kind: 'transfer', to: this.host(node).config.id })),
    snapshot: ([id]) => this.act(this.host(id), (host) => host.takeSnapshot()),
    compact: ([id, index]) => this.compact(this.host(id), integer(index)),
    fetch: ([id]) => this.fetch(this.host(id)),
    installed: ([id, place]) => this.act(this.host(id), (host) => host.sayInstalled(parsePlace(place))),
    hold: ([id]) => this.act(this.host(id), (host) => host.step({ kind: 'hold-back', isHeldBack: true })),
    release: ([id]) => this.act(this.host(id), (host) => host.step({ kind: 'hold-back', isHeldBack: false })),
    lower: ([id, place]) => this.act(this.host(id), (host) => host.step({ kind: 'claim-lowered', furthest: parsePlace(place) })),
    crash: ([id]) => this.crash(this.host(id)),
    restart: ([id]) => this.restart(this.host(id)),
    isolate: (ids) => this.isolate(ids),
    cut: (ways) => this.cut(ways),
    heal: () => this.heal(),
    show: (ids) => (ids.length === 0 ? [...this.hosts.keys()] : ids).map((id) => describeHost(this.host(id))),
    quietly: (args) => this.run(args.join(' '), true).filter((line) => line.startsWith('error: ')),
    network: () => this.network.map((packet) => describeMessage(packet.message)),
  };

  /** `onScene` is called when a scene begins, and returns what is told of every step of its cores. */
  constructor(onScene?: () => Trace) {
    this.onScene = onScene;
  }

  /** Runs one line; returns what it prints. What cannot be done, or breaks an invariant, is printed as well. `isHidden`: nobody sees what it prints. */
  run(line: string, isHidden = false): string[] {
    this.isHidden = isHidden;
    const [name = '', ...args] = line.trim().split(/\s+/);
    const command = this.commands[name];
    try {
      return command === undefined ? [`error: unknown command: ${line}`] : command(args);
    } catch (error) {
      return [`error: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  private host(id: string | undefined): Host {
    return defined(this.hosts.get(id ?? ''), `node ${id}`);
  }

  /** `cluster n1 n2 n3 received`: a cluster that acknowledges what is received. */
  private cluster(args: readonly string[]): string[] {
    const acknowledge = args.at(-1) === 'received' ? ('received' as const) : undefined;
    const ids = acknowledge === undefined ? args : args.slice(0, -1);
    this.forget();
    this.beginTrace();
    const voters = ids.map((id) => id as NodeId);
    voters.forEach((id, position) => {
      const config: RaftConfig = {
        id,
        voters,
        electionTicks: ELECTION_TICKS,
        heartbeatTicks: HEARTBEAT_TICKS,
        seed: position + 1,
        appendBytesMax: 64,
        windowBytesMax: 256,
        windowMessagesMax: 16,
        acknowledge,
        invariants: 'all',
      };
      this.addHost(new Host(config, undefined));
    });
    return [];
  }

  /** `newcomer n4 n5`: nodes that know the genesis, which does not name them. */
  private newcomer(ids: readonly string[]): string[] {
    const [first] = this.hosts.values();
    const { config } = defined(first, 'a cluster to come to');
    for (const id of ids) this.addHost(new Host({ ...config, id: id as NodeId, seed: this.hosts.size + 1 }, undefined));
    return [];
  }

  private beginTrace(): void {
    const trace = this.onScene?.();
    this.isHistory = true;
    if (trace !== undefined) this.trace = (step) => this.isHistory && trace(step);
  }

  private addHost(host: Host): void {
    host.trace = this.trace;
    this.hosts.set(host.config.id, host);
  }

  /** Another scene: what was is of no interest any more. */
  private forget(): void {
    this.hosts.clear();
    this.network = [];
    this.isolated.clear();
    this.cutWays.clear();
    this.stuckDisks.clear();
  }

  /** `node n1 term 3 vote n2 base 1^1 log 2^3 claim 4^3`: starts with this on its disk, with a snapshot of the base. */
  private node([id, ...args]: readonly string[]): string[] {
    const old = this.host(id);
    const after = (word: string) => (args.includes(word) ? args[args.indexOf(word) + 1] : undefined);
    const base = after('base') === undefined ? START : parsePlace(after('base'));
    const from = args.includes('log') ? args.indexOf('log') + 1 : args.length;
    const to = args.includes('claim') ? args.indexOf('claim') : args.length;
    const log = new StoredLog(base, parseEntries(args.slice(from, to), base.index + 1));
    const votedFor = after('vote') === undefined ? undefined : this.host(after('vote')).config.id;
    const state = Array.from({ length: base.index }, (): StoredEntry => ({ term: base.term, value: 'compacted' }));
    const host = new Host(old.config, {
      hardState: { term: integer(after('term')), votedFor },
      log,
      snapshots: base === START ? [] : [{ position: base, state }],
      claim: after('claim') === undefined ? undefined : parsePlace(after('claim')),
    });
    // Nobody's disk changes by itself.
    if (old.hasStepped) this.isHistory = false;
    this.addHost(host);
    return [describeHost(host)];
  }

  private act(host: Host, action: (host: Host) => Outcome, brief = false): string[] {
    const outcome = action(host);
    const { ready, leaving } = outcome;
    const lines = describeReady(host, outcome, { brief, isLost: (message) => this.isCut(message) });
    const own = new Set<object>([...ready.messages, ...ready.replies]);
    for (const packet of leaving) {
      if (!brief && !own.has(packet.message)) lines.push(describeSent(packet.message, (message) => this.isCut(message)));
      if (!this.isCut(packet.message)) this.network.push(packet);
    }
    return lines;
  }

  private isCut(message: Message): boolean {
    return this.isolated.has(message.from) || this.isolated.has(message.to) || this.cutWays.has(`${message.from}->${message.to}`);
  }

  private tick(host: Host, count: number): string[] {
    const lines: string[] = [];
    for (let tick = 0; tick < count; tick++) lines.push(...this.act(host, () => host.step({ kind: 'tick' })));
    return lines;
  }

  /** Ticks until an election timeout passes. */
  private timeout(host: Host, brief = false): string[] {
    for (let tick = 1; tick <= 2 * ELECTION_TICKS; tick++) {
      const lines = this.act(host, () => host.step({ kind: 'tick' }), brief);
      if (lines.length > 0) return lines;
    }
    throw new Error(`${host.config.id} does not time out`);
  }

  private propose(host: Host, count: number): string[] {
    const values = Array.from({ length: count }, () => `proposal ${++this.proposals}`);
    return this.act(host, () => host.propose(values));
  }

  private change(host: Host, configuration: Configuration): string[] {
    const hindrance = host.raft.changeHindrance();
    const lines = this.act(host, () => host.change(configuration));
    return hindrance === undefined ? lines : lines.map((line) => `${line}: ${describeHindrance(hindrance)}`);
  }

  private persist(host: Host, sequence: string | undefined, brief = false): string[] {
    const last = host.underWay.at(-1)?.sequence ?? host.persistedSequence;
    const upTo = sequence === undefined ? last : integer(sequence);
    const lines = brief ? [] : [`${host.config.id} has #${upTo} on disk`];
    return [...lines, ...this.act(host, () => host.persist(upTo), brief)];
  }

  private compact(host: Host, index: number): string[] {
    return [...this.act(host, () => host.compact(index)), describeHost(host)];
  }

  /** Brings the snapshot that the node needs, durably. The core does not know yet. */
  private fetch(host: Host): string[] {
    const { from, position } = defined(host.install, 'a snapshot to fetch');
    const place = `${position.index}^${position.term}`;
    return [
      host.maybeFetch(this.host(from))
        ? `${host.config.id} has the snapshot of ${place} on disk`
        : `${from} has no snapshot of ${place} any more`,
    ];
  }

  private disk(host: Host, how: string | undefined): string[] {
    if (how === 'stuck') this.stuckDisks.add(host.config.id);
    else this.stuckDisks.delete(host.config.id);
    return [];
  }

  /** Takes the messages that match `[oldest|newest|copy|first] FROM->TO [KIND]` out of the network; `*` is any node. */
  private take(args: readonly string[]): Packet[] {
    const which = SELECTIONS.find((selection) => selection === args[0]) ?? 'all';
    const [link, kind] = which === 'all' ? args : args.slice(1);
    const [from, to] = (link ?? '*->*').split('->');
    let taken = this.network.filter(
      ({ message }) =>
        (from === '*' || from === message.from) && (to === '*' || to === message.to) && (kind === undefined || kind === message.kind),
    );
    if (which === 'oldest' || which === 'first') taken = taken.slice(0, 1);
    if (which === 'newest') taken = taken.slice(-1);
    if (which !== 'copy') this.network = this.network.filter((packet) => !taken.includes(packet));
    if (taken.length === 0) throw new Error(`no such message is under way: ${args.join(' ')}`);
    return taken;
  }

  private deliver(args: readonly string[]): string[] {
    return this.take(args).flatMap((packet) => this.deliverOne(args[0] === 'first' ? firstEntryOf(packet) : packet));
  }

  private deliverOne(packet: Packet, brief = false): string[] {
    const host = this.host(packet.message.to);
    if (!host.up) return brief ? [] : [`lost, ${packet.message.to} is down: ${describeMessage(packet.message)}`];
    this.deliveries.push(deliveryOf(packet.message, host, !brief && !this.isHidden));
    const effects = this.act(host, () => host.receive(packet), brief);
    if (brief) return effects;
    const lines = effects.length === 0 ? ['  nothing happens'] : effects.map((line) => `  ${line}`);
    return [describeMessage(packet.message), ...lines];
  }

  /**
   * Disks finish, messages arrive and snapshots are fetched until nothing is under way. Prints only changes of role, what is applied and what is
   * answered.
   */
  private settle(hosts: readonly Host[]): string[] {
    if (hosts.length === this.hosts.size) return this.comeToRest(hosts, EVERYTHING);
    const ids = new Set<string>(hosts.map(({ config }) => config.id));
    return this.comeToRest(hosts, ({ from, to }) => ids.has(from) && ids.has(to));
  }

  /** `elect n1 n2 n3`: n1's election timeout passes and n2 and n3 answer; what a new leader sends stays under way. */
  private elect(host: Host, others: readonly Host[]): string[] {
    return this.askFor(VOTES, host, others);
  }

  /** `stand n1 n2 n3`: n1's election timeout passes and n2 and n3 answer whether they would vote for it; its vote requests stay under way. */
  private stand(host: Host, others: readonly Host[]): string[] {
    return this.askFor(PRE_VOTES, host, others);
  }

  private askFor(kinds: ReadonlySet<string>, host: Host, others: readonly Host[]): string[] {
    const hosts = [host, ...others];
    const ids = new Set<string>(hosts.map(({ config }) => config.id));
    const isAsked = ({ kind, from, to }: Message) => kinds.has(kind) && ids.has(from) && ids.has(to);
    return [...this.timeout(host, true), ...this.comeToRest(hosts, isAsked)];
  }

  private comeToRest(hosts: readonly Host[], arrives: (message: Message) => boolean): string[] {
    const lines: string[] = [];
    for (let round = 0; round < SETTLE_ROUNDS_MAX; round++) {
      const writing = hosts.filter(({ up, underWay, config }) => up && underWay.length > 0 && !this.stuckDisks.has(config.id));
      for (const host of writing) lines.push(...this.persist(host, undefined, true));
      const arriving = this.network.filter(({ message }) => arrives(message));
      this.network = this.network.filter(({ message }) => !arrives(message));
      for (const packet of arriving) lines.push(...this.deliverOne(packet, true));
      const installing = hosts.filter((host) => arrives === EVERYTHING && host.up && host.install !== undefined);
      for (const host of installing) lines.push(...this.install(host));
      if (arriving.length + writing.length + installing.length === 0) return lines;
    }
    throw new Error('the cluster does not come to rest');
  }

  private install(host: Host): string[] {
    const { from, position } = defined(host.install, 'a snapshot to fetch');
    const isCutOff = this.isolated.has(host.config.id) || this.isolated.has(from) || !this.host(from).up;
    const isHere = !isCutOff && host.maybeFetch(this.host(from));
    host.install = undefined;
    return isHere ? this.act(host, () => host.sayInstalled(position), true) : [];
  }

  private crash(host: Host): string[] {
    host.crash();
    return [describeHost(host)];
  }

  private restart(host: Host): string[] {
    host.restart();
    return [describeHost(host)];
  }

  /** Cuts these nodes off, from now on and with what is under way. */
  private isolate(ids: readonly string[]): string[] {
    for (const id of ids) this.isolated.add(this.host(id).config.id);
    this.network = this.network.filter((packet) => !this.isCut(packet.message));
    return [];
  }

  /** `cut n1->n2 n1<->n3`: nothing arrives on these ways, from now on and of what is under way. */
  private cut(ways: readonly string[]): string[] {
    for (const way of ways) {
      const [from, to] = way.split(/<?->/).map((id) => this.host(id).config.id);
      this.cutWays.add(`${from}->${to}`);
      if (way.includes('<->')) this.cutWays.add(`${to}->${from}`);
    }
    this.network = this.network.filter((packet) => !this.isCut(packet.message));
    return [];
  }

  private heal(): string[] {
    this.isolated.clear();
    this.cutWays.clear();
    return [];
  }
}

/** What arrives of an append of which the driver has sent only the first entry. */
function firstEntryOf({ message, entries }: Packet): Packet {
  if (message.kind !== 'append') return { message, entries };
  return { message: { ...message, terms: message.terms.slice(0, 1), sizes: message.sizes.slice(0, 1) }, entries: entries.slice(0, 1) };
}

function deliveryOf({ kind, term }: Message, { raft }: Host, isShown: boolean): Delivery {
  const status = raft.status();
  const relation = term < status.term ? 'older' : term === status.term ? 'equal' : 'later';
  return { kind, role: status.role, relation, isShown };
}

function integer(text: string | undefined): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`not a number: ${text}`);
  return value;
}

/** `5^2`; `?^2` is further than any index. */
function parsePlace(text: string | undefined): LogPosition {
  const [index, term] = (text ?? '').split('^');
  return { index: index === '?' ? Number.MAX_SAFE_INTEGER : integer(index), term: integer(term) };
}

/** `n1 n2 n4 joint n1 n2 n3 learner n5`: voters, those of the outgoing half, learners. */
function parseMembers(words: readonly string[]): Configuration {
  const members = { voters: [] as NodeId[], outgoing: [] as NodeId[], learners: [] as NodeId[] };
  let list = members.voters;
  for (const word of words) {
    if (word === 'joint') list = members.outgoing;
    else if (word === 'learner' || word === 'learners') list = members.learners;
    else list.push(word as NodeId);
  }
  return members;
}

function parseEntries(texts: readonly string[], firstIndex: number): StoredEntry[] {
  return texts.map((text, position) => {
    const { index, term } = parsePlace(text);
    if (index !== firstIndex + position) throw new Error(`entry ${text} is at place ${firstIndex + position}`);
    return { term, value: text };
  });
}
