// A cluster of real cores under a random schedule, one seed one history: messages are lost, doubled and reordered, disks are slow, nodes crash and lose what
// is not on disk. After every step the properties of Raft Figure 3 are checked from outside, on disks and not on what the cores believe.
import { ok, strictEqual } from 'node:assert/strict';
import { majority } from '../../../../consensus/core/quorum.ts';
import { nextRandom } from '../../../../consensus/core/random.ts';
import type { Message } from '../../../../consensus/messages.ts';
import type { NodeId } from '../../../../consensus/types.ts';
import { Host, type Outcome, type Packet, type StoredEntry } from '../../../golden/host.ts';

const ELECTION_TICKS = 5;
/** Rounds after which a healed cluster must have come to agree; an election takes at most 2 * `ELECTION_TICKS` of them. */
const HEAL_ROUNDS_MAX = 40 * ELECTION_TICKS;
const NETWORK_MAX = 200;

export class Schedule {
  readonly hosts: readonly Host[];
  private network: Packet[] = [];
  private seed: number;
  /** Messages of 100 that get lost. */
  private loss: number;
  private readonly doubling: number;
  private readonly ordered: boolean;
  private readonly slowDisks: number;
  /** This node's clock is slow: it may go on leading for long after the others have elected another. */
  private readonly slowClock: NodeId | undefined;
  private cutOff: NodeId | undefined;
  private proposals = 0;
  private reads = 0;
  /** Committed index when the read came, by its id, until it is answered. */
  private readonly waitingReads = new Map<number, number>();
  /** The entry committed at each index, as any node ever saw it. */
  readonly committed: StoredEntry[] = [];
  private readonly leaders = new Map<number, NodeId>();
  private readonly votes = new Map<string, NodeId>();
  private readonly commitSeen = new Map<NodeId, number>();

  constructor(seed: number, size: number) {
    this.seed = seed;
    const voters = Array.from({ length: size }, (_, position) => `n${position + 1}` as NodeId);
    this.hosts = voters.map((id) => {
      const window = { appendBytesMax: 30, windowBytesMax: 100, windowMessagesMax: 4 };
      return new Host(
        { id, voters, electionTicks: ELECTION_TICKS, heartbeatTicks: 2, seed: this.random(2 ** 32), ...window, invariants: 'all' },
        undefined,
      );
    });
    this.loss = this.random(4) * 8;
    this.doubling = this.random(3) * 8;
    this.ordered = this.random(2) === 0;
    this.slowDisks = 1 + this.random(6);
    this.slowClock = this.random(2) === 0 ? undefined : this.pick(voters);
  }

  /** One random thing happens. */
  step(): void {
    const host = this.pick(this.hosts);
    if (!host.up && this.random(10) === 0) this.restart(host);
    const dice = this.random(1000);
    if (dice < 500) this.deliverOne();
    else if (dice < 750) this.persist(host);
    else if (dice < 900) this.tick(host);
    else if (dice < 935) this.propose(host);
    else if (dice < 985) this.read(host);
    else if (dice < 987) this.loseConnection(host);
    else if (dice < 990) host.crash();
    else if (dice < 991) this.cutOff = this.cutOff === undefined ? this.mainly(host) : undefined;
    else this.deliverOne();
    if (dice === 0) this.checkLogsMatch();
  }

  /** All faults end: the cluster elects a leader, commits something new and agrees. */
  heal(): void {
    this.cutOff = undefined;
    this.loss = 0;
    for (const host of this.hosts) if (!host.up) this.restart(host);
    const before = this.committed.length;
    for (let round = 0; round < HEAL_ROUNDS_MAX; round++) {
      for (const host of this.hosts) this.act(host, () => host.step({ kind: 'tick' }));
      this.deliverAll();
      const leader = this.hosts.find((host) => host.raft.status().role === 'leader');
      if (leader !== undefined && round % ELECTION_TICKS === 0) this.propose(leader);
      this.deliverAll();
    }
    this.checkLogsMatch();
    ok(this.committed.length > before, 'a healed cluster commits');
    for (const host of this.hosts)
      strictEqual(host.applied.length, this.committed.length, `${host.config.id} applied all that is committed`);
  }

  /** Everything under way arrives and is written, in order. */
  private deliverAll(): void {
    for (let round = 0; round < HEAL_ROUNDS_MAX; round++) {
      const arriving = this.network;
      this.network = [];
      for (const packet of arriving) this.deliver(packet);
      for (const host of this.hosts) this.persistUpTo(host, host.underWay.length);
      if (this.network.length === 0) return;
    }
    ok(false, 'a healed cluster comes to rest');
  }

  private random(limit: number): number {
    const { value, seed } = nextRandom(this.seed, limit);
    this.seed = seed;
    return value;
  }

  private pick<T>(from: readonly T[]): T {
    const picked = from[this.random(from.length)];
    ok(picked !== undefined);
    return picked;
  }

  private act(host: Host, action: () => Outcome): void {
    if (!host.up) return;
    const { ready, leaving } = action();
    for (const packet of leaving) {
      this.checkLeaving(packet.message);
      const isLost = packet.message.from === this.cutOff || packet.message.to === this.cutOff || this.random(100) < this.loss;
      if (!isLost && this.network.length < NETWORK_MAX) this.network.push(packet);
    }
    for (const { id, index } of ready.reads) this.checkRead(id, index);
    for (const id of ready.rejectedReads) ok(this.waitingReads.delete(id), 'a read is answered once');
    this.checkHost(host);
  }

  private deliverOne(): void {
    if (this.network.length === 0) return;
    const position = this.ordered ? 0 : this.random(this.network.length);
    const packet = this.network[position];
    ok(packet !== undefined);
    if (this.random(100) >= this.doubling) this.network.splice(position, 1);
    this.deliver(packet);
  }

  private deliver(packet: Packet): void {
    const host = this.hosts.find(({ config }) => config.id === packet.message.to);
    ok(host !== undefined);
    this.act(host, () => host.receive(packet));
  }

  private tick(host: Host): void {
    if (host.config.id !== this.slowClock || this.random(8) === 0) this.act(host, () => host.step({ kind: 'tick' }));
  }

  private persist(host: Host): void {
    if (this.random(this.slowDisks) === 0) this.persistUpTo(host, 1 + this.random(host.underWay.length));
  }

  private persistUpTo(host: Host, writes: number): void {
    const write = host.underWay[writes - 1];
    if (host.up && write !== undefined) this.act(host, () => host.persist(write.sequence));
  }

  private propose(host: Host): void {
    const values = Array.from({ length: 1 + this.random(3) }, () => `proposal ${++this.proposals}`);
    this.act(host, () => host.propose(values));
  }

  private read(host: Host): void {
    if (!host.up) return;
    const id = ++this.reads;
    this.waitingReads.set(id, this.committed.length);
    this.act(host, () => host.step({ kind: 'read', id }));
  }

  /** A leader if there is one, half of the time. */
  private mainly(host: Host): NodeId {
    const leader = this.hosts.find(({ up, raft }) => up && raft.status().role === 'leader') ?? host;
    return this.random(2) === 0 ? host.config.id : leader.config.id;
  }

  private loseConnection(host: Host): void {
    const node = this.pick(host.config.voters.filter((id) => id !== host.config.id));
    this.act(host, () => host.step({ kind: 'unreachable', node }));
  }

  private restart(host: Host): void {
    host.restart();
    this.commitSeen.set(host.config.id, 0);
  }

  private checkRead(id: number, index: number): void {
    const atLeast = this.waitingReads.get(id);
    ok(atLeast !== undefined, 'a read is answered once');
    ok(index >= atLeast, 'a read sees everything that was committed before it came');
    this.waitingReads.delete(id);
  }

  /** A node tells the world of at most one vote a term, its own candidacy included. */
  private checkLeaving(message: Message): void {
    const isVote = message.kind === 'vote-request' || (message.kind === 'vote-reply' && message.granted);
    if (!isVote) return;
    const candidate = message.kind === 'vote-request' ? message.from : message.to;
    const key = `${message.from} in ${message.term}`;
    strictEqual(this.votes.get(key) ?? candidate, candidate, `one vote of ${key}`);
    this.votes.set(key, candidate);
  }

  private checkHost(host: Host): void {
    const { id, voters } = host.config;
    const status = host.raft.status();
    strictEqual(status.lastIndex, host.memory.length);
    if (status.role === 'leader') {
      const known = this.leaders.get(status.term);
      strictEqual(known ?? id, id, `one leader of term ${status.term} (election safety)`);
      if (known === undefined) this.checkComplete(host);
      this.leaders.set(status.term, id);
    }
    for (let index = (this.commitSeen.get(id) ?? 0) + 1; index <= status.commitIndex; index++) {
      const entry = host.memory[index - 1];
      ok(entry !== undefined);
      const known = this.committed[index - 1];
      if (known !== undefined) {
        ok(isSame(known, entry), `one entry committed at ${index} (state machine safety)`);
        continue;
      }
      const copies = this.hosts.filter(({ disk }) => isSame(disk.entries[index - 1], entry)).length;
      ok(copies >= majority(voters.length), `what is committed at ${index} is on a majority of disks`);
      this.committed.push(entry);
    }
    this.commitSeen.set(id, status.commitIndex);
  }

  private checkComplete(leader: Host): void {
    this.committed.forEach((entry, position) => {
      ok(isSame(leader.memory[position], entry), `a new leader holds what is committed at ${position + 1} (leader completeness)`);
    });
  }

  /** Logs with the same entry at an index are equal up to it (log matching). */
  private checkLogsMatch(): void {
    for (const one of this.hosts) {
      for (const other of this.hosts) {
        let agree = true;
        one.memory.forEach((entry, position) => {
          const there = other.memory[position];
          if (there?.term === entry.term)
            ok(agree && isSame(there, entry), `equal terms at ${position + 1} mean equal logs up to there (log matching)`);
          else agree = false;
        });
      }
    }
  }
}

function isSame(one: StoredEntry | undefined, other: StoredEntry): boolean {
  return one !== undefined && one.term === other.term && one.value === other.value;
}
