// A cluster of real cores under a random schedule, one seed one history: messages are lost, doubled and reordered, disks are slow, nodes crash and lose what
// is not on disk, logs are compacted and installed, damage is found and repaired, a last sync turns out unclear. After every step the properties of Raft Figure 3 are checked from outside, on disks and not on what the cores believe.
import { ok, strictEqual } from 'node:assert/strict';
import { comparePositions, START } from '../../../../consensus/core/log-terms.ts';
import { majority } from '../../../../consensus/core/quorum.ts';
import { nextRandom } from '../../../../consensus/core/random.ts';
import type { RaftConfig } from '../../../../consensus/core/ready.ts';
import type { Message } from '../../../../consensus/messages.ts';
import type { LogPosition, NodeId } from '../../../../consensus/types.ts';
import { Host, type Outcome, type Packet } from '../../../golden/host.ts';
import { isSame, type StoredEntry } from '../../../golden/stored-log.ts';

const ELECTION_TICKS = 5;
/** Rounds after which a healed cluster must have come to agree; an election takes at most 2 * `ELECTION_TICKS` of them. */
const HEAL_ROUNDS_MAX = 40 * ELECTION_TICKS;
const NETWORK_MAX = 200;

interface Inquiry {
  readonly round: 1 | 2;
  readonly answered: ReadonlySet<NodeId>;
  readonly furthest: LogPosition;
}

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
  /** The entry that a leader accepted last at each index. Only if the cluster acknowledges what is received. */
  private readonly accepted: StoredEntry[] = [];
  private crashes = 0;
  /** How many nodes had crashed when a value was proposed. */
  private readonly crashesBefore = new Map<string, number>();
  private readonly leaders = new Map<number, NodeId>();
  private readonly votes = new Map<string, NodeId>();
  private readonly commitSeen = new Map<NodeId, number>();
  /** Counts of what happened, to show that it did. */
  readonly happened = { installed: 0, compacted: 0, claimed: 0, settled: 0, lowered: 0, cut: 0 };
  acceptances = 0;
  acceptancesKept = 0;
  /** What nodes with a claim have learned so far. */
  private readonly inquiries = new Map<NodeId, Inquiry>();
  /** Snapshots, compaction, damage and claims happen as well. */
  private readonly withStorage: boolean;

  constructor(
    seed: number,
    size: number,
    { withStorage, acknowledge }: { readonly withStorage: boolean } & Pick<RaftConfig, 'acknowledge'>,
  ) {
    this.seed = seed;
    this.withStorage = withStorage;
    const voters = Array.from({ length: size }, (_, position) => `n${position + 1}` as NodeId);
    this.hosts = voters.map((id) => {
      const window = { appendBytesMax: 30, windowBytesMax: 100, windowMessagesMax: 4 };
      const ticks = { electionTicks: ELECTION_TICKS, heartbeatTicks: 2 };
      return new Host({ id, voters, ...ticks, seed: this.random(2 ** 32), ...window, invariants: 'all', acknowledge }, undefined);
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
    else if (dice < 990) this.crash(host);
    else if (dice < 991) this.cutOff = this.cutOff === undefined ? this.mainly(host) : undefined;
    else this.deliverOne();
    if (dice === 0) this.checkLogsMatch();
    if (this.withStorage && this.random(12) === 0) this.storageStep(host);
  }

  private storageStep(host: Host): void {
    const dice = this.random(100);
    if (dice < 20) this.act(host, () => host.takeSnapshot());
    else if (dice < 50) this.compact(host);
    else if (dice < 85) this.installSomehow(host);
    else if (dice < 90) this.holdBack(host, this.random(3) === 0);
    else if (dice < 96) this.lowerClaim(host);
    else if (dice < 98) this.tearUnclear(host);
  }

  private compact(host: Host): void {
    const { base } = host.memory;
    const covered = host.raft.status().snapshot.index;
    if (!host.up || covered <= base.index || covered > host.raft.status().appliedIndex) return;
    this.happened.compacted++;
    this.act(host, () => host.compact(base.index + 1 + this.random(covered - base.index)));
  }

  /** Fetches what the core asked for, or says so again, also late or twice; a crash may come in between. */
  private installSomehow(host: Host): void {
    const wanted = host.install;
    if (!host.up || wanted === undefined || !this.fetch(host)) return;
    if (this.random(6) === 0) this.crash(host);
    if (this.random(3) === 0 || !host.up) return;
    this.act(host, () => host.sayInstalled(wanted.position));
    if (this.random(4) === 0) host.install ??= wanted;
  }

  private install(host: Host): void {
    const wanted = host.install;
    if (wanted !== undefined && this.fetch(host)) this.act(host, () => host.sayInstalled(wanted.position));
  }

  private fetch(host: Host): boolean {
    const sender = this.hosts.find(({ config }) => config.id === host.install?.from);
    ok(sender !== undefined);
    return sender.up && host.maybeFetch(sender);
  }

  private holdBack(host: Host, isHeldBack: boolean): void {
    this.act(host, () => host.step({ kind: 'hold-back', isHeldBack }));
  }

  /**
   * The node crashes, and what it wrote last is unclear: it knows no more than how far that may have gone. One node at a time, because what all copies have lost is lost. The claim is
   * exact, or larger than what was there, or has no end.
   */
  private tearUnclear(host: Host): void {
    const { log } = host.disk;
    if (this.hosts.some(({ disk }) => disk.claim !== undefined) || log.entries.length === 0) return;
    this.crash(host);
    const term = host.disk.hardState.term;
    const claims = [log.last, { index: log.last.index + 2, term: log.last.term }, { index: Number.MAX_SAFE_INTEGER, term }];
    const from = log.lastIndex - this.random(Math.min(log.entries.length, 6));
    // Without a snapshot of what is left, a compacted log is refused at the start, and the node is no part of this any more.
    const isStart = ({ index, term }: LogPosition) => index < from && log.termAt(index) === term;
    if (log.base.index > 0 && !host.disk.snapshots.some(({ position }) => isStart(position))) return;
    this.happened.claimed++;
    host.loseEntries(from, this.pick(claims));
  }

  /** Asks one of those who have not answered yet. Once all have, and none of them leads, they are asked again: that is what counts. */
  private lowerClaim(host: Host): void {
    const { id, voters } = host.config;
    if (!host.up || host.raft.status().claim === undefined) return;
    const inquiry = this.inquiries.get(id) ?? { round: 1, answered: new Set(), furthest: START };
    const asked = this.pick(this.hosts.filter((other) => other !== host && !inquiry.answered.has(other.config.id)));
    if (!asked.up) return;
    if (asked.raft.status().role === 'leader') {
      this.inquiries.delete(id);
      return;
    }
    const { last } = asked.disk.log;
    const furthest = comparePositions(last, inquiry.furthest) > 0 ? last : inquiry.furthest;
    const answered = new Set([...inquiry.answered, asked.config.id]);
    if (answered.size < voters.length - 1) {
      this.inquiries.set(id, { round: inquiry.round, answered, furthest });
    } else if (inquiry.round === 1) {
      this.inquiries.set(id, { round: 2, answered: new Set(), furthest: START });
    } else {
      this.inquiries.delete(id);
      this.happened.lowered++;
      this.act(host, () => host.step({ kind: 'claim-lowered', furthest }));
    }
  }

  /** All faults end: the cluster elects a leader, commits something new and agrees. */
  heal(): void {
    this.cutOff = undefined;
    this.loss = 0;
    for (const host of this.hosts) {
      if (!host.up) this.restart(host);
      this.holdBack(host, false);
    }
    const before = this.committed.length;
    for (let round = 0; round < HEAL_ROUNDS_MAX; round++) {
      for (const host of this.hosts) this.act(host, () => host.step({ kind: 'tick' }));
      this.deliverAll();
      for (const host of this.hosts) this.install(host);
      for (const host of this.hosts) this.lowerClaim(host);
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
    if (ready.write?.reset !== undefined) this.happened.installed++;
    if (ready.events.some(({ kind }) => kind === 'claim-settled')) this.happened.settled++;
    for (const packet of leaving) {
      this.checkLeaving(packet.message);
      const isLost = packet.message.from === this.cutOff || packet.message.to === this.cutOff || this.random(100) < this.loss;
      if (!isLost && this.network.length < NETWORK_MAX) this.network.push(packet);
    }
    if (ready.accepted !== undefined) this.noteAccepted(host, ready.accepted.to);
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
    this.act(host, () => host.receive(this.perhapsCut(packet)));
  }

  /** A driver may send the beginning of an append only. */
  private perhapsCut({ message, entries }: Packet): Packet {
    if (message.kind !== 'append' || message.terms.length < 2 || this.random(4) > 0) return { message, entries };
    const count = 1 + this.random(message.terms.length - 1);
    this.happened.cut++;
    const beginning = { ...message, terms: message.terms.slice(0, count), sizes: message.sizes.slice(0, count) };
    return { message: beginning, entries: entries.slice(0, count) };
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
    for (const value of values) this.crashesBefore.set(value, this.crashes);
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

  private crash(host: Host): void {
    host.crash();
    this.crashes++;
  }

  private noteAccepted(host: Host, to: number): void {
    this.acceptances++;
    for (let index = to; index > host.memory.base.index; index--) {
      const entry = host.memory.at(index);
      ok(entry !== undefined);
      if (isSame(this.accepted[index], entry)) return;
      this.accepted[index] = entry;
    }
  }

  /** Elections look at all that was received: what was accepted is committed in its place unless a node crashed that may have received it. */
  private checkAccepted(index: number, committed: StoredEntry): void {
    const accepted = this.accepted[index];
    if (accepted === undefined || this.crashesBefore.get(accepted.value) !== this.crashes) return;
    this.acceptancesKept++;
    ok(isSame(accepted, committed), `what was accepted at ${index} is lost only if a node crashed`);
  }

  private restart(host: Host): void {
    host.restart();
    this.inquiries.delete(host.config.id);
    this.commitSeen.set(host.config.id, 0);
    this.checkHost(host);
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
    strictEqual(status.lastIndex, host.memory.lastIndex);
    this.checkApplied(host);
    if (status.role === 'leader') {
      const known = this.leaders.get(status.term);
      strictEqual(known ?? id, id, `one leader of term ${status.term} (election safety)`);
      if (known === undefined) this.checkComplete(host);
      this.leaders.set(status.term, id);
    }
    for (let index = (this.commitSeen.get(id) ?? 0) + 1; index <= status.commitIndex; index++) {
      const known = this.committed[index - 1];
      if (index <= host.memory.base.index) {
        strictEqual(
          known?.term ?? 0,
          index === host.memory.base.index ? host.memory.base.term : known?.term,
          'a log begins behind what is committed',
        );
        continue;
      }
      const entry = host.memory.at(index);
      ok(entry !== undefined);
      if (known !== undefined) {
        ok(isSame(known, entry), `one entry committed at ${index} (state machine safety)`);
        continue;
      }
      const copies = this.hosts.filter((one) => holds(one, index, entry)).length;
      ok(copies >= majority(voters.length), `what is committed at ${index} is on a majority of disks`);
      this.committed.push(entry);
      this.checkAccepted(index, entry);
    }
    this.commitSeen.set(id, status.commitIndex);
  }

  /** What is applied is what is committed, whether it came entry by entry or with a snapshot. */
  private checkApplied({ applied, config }: Host): void {
    const last = applied.at(-1);
    if (last === undefined) return;
    const known = this.committed[applied.length - 1];
    if (known !== undefined) ok(isSame(known, last), `${config.id} applied what is committed at ${applied.length} (state machine safety)`);
  }

  private checkComplete(leader: Host): void {
    const { base } = leader.memory;
    this.committed.forEach((entry, position) => {
      if (position + 1 < base.index) return;
      const isThere = position + 1 === base.index ? base.term === entry.term : isSame(leader.memory.at(position + 1), entry);
      ok(isThere, `a new leader holds what is committed at ${position + 1} (leader completeness)`);
    });
  }

  /** Logs with the same entry at an index are equal up to it (log matching). */
  private checkLogsMatch(): void {
    for (const one of this.hosts) {
      for (const other of this.hosts) {
        const first = Math.max(one.memory.base.index, other.memory.base.index);
        let agree = one.memory.termAt(first) === other.memory.termAt(first);
        for (let index = first + 1; index <= one.memory.lastIndex; index++) {
          const entry = one.memory.at(index);
          const there = other.memory.at(index);
          ok(entry !== undefined);
          if (there?.term === entry.term)
            ok(agree && isSame(there, entry), `equal terms at ${index} mean equal logs up to there (log matching)`);
          else agree = false;
        }
      }
    }
  }
}

/** Whether the node has the entry on its disk, in the log or in a snapshot, or had it and remembers that it may have. */
function holds({ disk }: Host, index: number, entry: StoredEntry): boolean {
  const inSnapshot = disk.snapshots[0]?.state[index - 1];
  const isClaimed = disk.claim !== undefined && comparePositions({ index, term: entry.term }, disk.claim) <= 0;
  return isSame(disk.log.at(index), entry) || (inSnapshot !== undefined && isSame(inSnapshot, entry)) || isClaimed;
}
