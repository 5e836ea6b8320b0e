// Real cores under a random schedule in which the members change all the time: learners, joint configurations, whoever leads next goes on; messages are lost, doubled and reordered, nodes crash,
// logs are compacted and installed. The model judges every step; at the end all faults cease, and whoever leads must get on.
import { defined } from '../../consensus/assert.ts';
import { type Configuration, isJoint, participantsOf } from '../../consensus/configuration.ts';
import { nextRandom } from '../../consensus/core/random.ts';
import type { RaftConfig } from '../../consensus/core/ready.ts';
import type { NodeId } from '../../consensus/types.ts';
import { Host, type Outcome, type Packet } from '../golden/host.ts';
import { Model } from './model.ts';
import { recording } from './scenes.ts';

const NODES = ['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => id as NodeId);
const ELECTION_TICKS = 5;
const NETWORK_MAX = 200;
const HEAL_ROUNDS = 60 * ELECTION_TICKS;

export class RandomMembers {
  readonly hosts: readonly Host[];
  readonly model = new Model();
  /** The first thing that the model does not allow. */
  broken: unknown;
  /** Counts of what happened, to show that it did. */
  readonly happened = { joint: 0, left: 0, learners: 0, installed: 0, removedLeaders: 0 };
  #network: Packet[] = [];
  #seed: number;
  #proposals = 0;
  #reads = 0;
  #isolated: NodeId | undefined;
  readonly #loss: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#loss = this.#random(4) * 8;
    const trace = recording((records) => {
      if (this.broken !== undefined) return;
      try {
        this.model.replay(records);
      } catch (error) {
        this.broken = error;
      }
    });
    this.hosts = NODES.map((id) => {
      const window = { appendBytesMax: 30, windowBytesMax: 100, windowMessagesMax: 4 };
      const ticks = { electionTicks: ELECTION_TICKS, heartbeatTicks: 2 };
      const config: RaftConfig = { id, voters: NODES.slice(0, 3), ...ticks, seed: this.#random(2 ** 32), ...window, invariants: 'all' };
      const host = new Host(config, undefined);
      host.trace = trace;
      return host;
    });
  }

  /** One random thing happens. */
  step(): void {
    const host = this.#pick(this.hosts);
    const dice = this.#random(1000);
    if (!host.up && this.#random(10) === 0) this.#restart(host);
    if (dice < 500) this.#deliverOne();
    else if (dice < 720) this.#persist(host, 1 + this.#random(Math.max(1, host.underWay.length)));
    else if (dice < 880) this.#act(host, () => host.step({ kind: 'tick' }));
    else if (dice < 900) this.#propose(host);
    else if (dice < 915) this.#act(host, () => host.step({ kind: 'read', id: ++this.#reads }));
    else if (dice < 955) this.#change(host);
    else if (dice < 962) this.#act(host, () => host.takeSnapshot());
    else if (dice < 970) this.#compact(host);
    else if (dice < 985) this.#install(host);
    else if (dice < 989) host.crash();
    else if (dice < 992) this.#isolated = this.#isolated === undefined ? host.config.id : undefined;
    else if (dice < 996) this.#act(host, () => host.step({ kind: 'unreachable', node: this.#other(host) }));
    else this.#act(host, () => host.step({ kind: 'transfer', to: this.#other(host) }));
  }

  /** All faults end. Returns whether a leader has committed something new, has left every joint configuration, and all its members have applied it. */
  heal(): boolean {
    this.#isolated = undefined;
    for (const host of this.hosts) if (!host.up) this.#restart(host);
    const before = Math.max(...this.hosts.map(({ applied }) => applied.length));
    for (let round = 0; round < HEAL_ROUNDS; round++) {
      for (const host of this.hosts) this.#act(host, () => host.step({ kind: 'tick' }));
      for (let arriving = 0; arriving === 0 || (arriving < 20 && this.#network.length > 0); arriving++) {
        for (const packet of this.#network.splice(0)) this.#deliver(packet);
        for (const host of this.hosts) this.#persist(host, host.underWay.length);
      }
      for (const host of this.hosts) this.#install(host);
      const leader = this.#leader();
      if (leader === undefined || round % ELECTION_TICKS !== 0) continue;
      const { configuration } = leader.raft.status();
      if (isJoint(configuration)) this.#act(leader, () => leader.change({ ...configuration, outgoing: [] }));
      else this.#propose(leader);
    }
    const leader = this.#leader();
    if (leader === undefined) return false;
    const { configuration, commitIndex } = leader.raft.status();
    const members = this.hosts.filter(({ config }) => participantsOf(configuration).includes(config.id));
    return commitIndex > before && !isJoint(configuration) && members.every(({ applied }) => applied.length === commitIndex);
  }

  /** Everything that was applied anywhere, by index, by value: one at each. */
  hasOneHistory(): boolean {
    const [longest] = [...this.hosts].sort((one, other) => other.applied.length - one.applied.length);
    return this.hosts.every(({ applied }) =>
      applied.every(({ value, term }, at) => value === longest?.applied[at]?.value && term === longest.applied[at]?.term),
    );
  }

  /** A host says what it began with when it takes its first step. */
  #restart(host: Host): void {
    host.restart();
    this.#act(host, () => host.step({ kind: 'tick' }));
  }

  #leader(): Host | undefined {
    const leaders = this.hosts.filter(({ up, raft }) => up && raft.status().role === 'leader');
    return leaders.sort((one, other) => other.raft.status().term - one.raft.status().term)[0];
  }

  #change(host: Host): void {
    if (!host.up || host.raft.changeHindrance() !== undefined) return;
    const current = host.raft.status().configuration;
    const next = this.#next(current);
    if (isJoint(current)) this.happened.left++;
    else if (isJoint(next)) this.happened.joint++;
    else this.happened.learners++;
    this.#act(host, () => host.change(next));
  }

  #next(current: Configuration): Configuration {
    if (isJoint(current)) return { ...current, outgoing: [] };
    const learners = (voters: readonly NodeId[]) => NODES.filter((id) => !voters.includes(id) && this.#random(3) === 0);
    if (this.#random(3) === 0) return { ...current, learners: learners(current.voters) };
    const chosen = NODES.filter(() => this.#random(2) === 0);
    const voters = chosen.length === 0 ? [this.#pick(NODES)] : chosen;
    return { voters, outgoing: current.voters, learners: learners(voters) };
  }

  #compact(host: Host): void {
    const { snapshot, appliedIndex } = host.raft.status();
    const index = Math.min(snapshot.index, appliedIndex);
    if (host.up && index > host.memory.base.index) this.#act(host, () => host.compact(index));
  }

  #install(host: Host): void {
    const wanted = host.install;
    if (!host.up || wanted === undefined) return;
    const sender = defined(
      this.hosts.find(({ config }) => config.id === wanted.from),
      'a sender',
    );
    if (sender.up && host.maybeFetch(sender)) this.#act(host, () => host.sayInstalled(wanted.position));
  }

  #propose(host: Host): void {
    const values = Array.from({ length: 1 + this.#random(3) }, () => `proposal ${++this.#proposals}`);
    this.#act(host, () => host.propose(values));
  }

  #persist(host: Host, writes: number): void {
    const write = host.underWay[writes - 1];
    if (write !== undefined) this.#act(host, () => host.persist(write.sequence));
  }

  #act(host: Host, action: () => Outcome): void {
    if (!host.up) return;
    const { ready, leaving } = action();
    if (ready.write?.reset !== undefined) this.happened.installed++;
    if (ready.events.some((event) => event.kind === 'stepped-down' && event.reason === 'removed')) this.happened.removedLeaders++;
    for (const packet of leaving) if (!this.#isLost(packet) && this.#network.length < NETWORK_MAX) this.#network.push(packet);
  }

  #isLost({ message: { from, to } }: Packet): boolean {
    return from === this.#isolated || to === this.#isolated;
  }

  #deliverOne(): void {
    if (this.#network.length === 0) return;
    const at = this.#random(this.#network.length);
    const packet = defined(this.#network[at], 'a packet');
    if (this.#random(10) > 0) this.#network.splice(at, 1);
    if (this.#random(100) >= this.#loss) this.#deliver(packet);
  }

  #deliver(packet: Packet): void {
    const host = this.hosts.find(({ config }) => config.id === packet.message.to);
    if (host !== undefined) this.#act(host, () => host.receive(packet));
  }

  #other(host: Host): NodeId {
    return this.#pick(NODES.filter((id) => id !== host.config.id));
  }

  #pick<T>(from: readonly T[]): T {
    return defined(from[this.#random(from.length)], 'one of them');
  }

  #random(limit: number): number {
    const { value, seed } = nextRandom(this.#seed, limit);
    this.#seed = seed;
    return value;
  }
}
