// Whoever runs the cluster: starts spare nodes and adds them, promotes, removes and replaces members, replaces those whose disks are lost, and now and then asks for what cannot be. One
// thing at a time, on whoever seems to lead partition 1, again and again until an answer settles it; so it always knows which set is intended, and says so to whoever judges.
import type { IntendedSet } from '../../consensus/membership.ts';
import type { MembersChange, MembersRefusal, MembersResult } from '../../consensus/service.ts';
import type { NodeId, Refusal } from '../../consensus/types.ts';
import type { LinkConditions } from './client-link.ts';
import type { Cluster } from './cluster.ts';
import type { Half } from './configurations.ts';
import type { Coverage } from './coverage.ts';
import { addressesOf, OF_ANOTHER_CLUSTER } from './joiner.ts';
import type { SimProcess } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimNode } from './sim-node.ts';
import type { Trace } from './trace.ts';
import type { Report } from './violation.ts';

const ATTEMPT_MS = 1500;
const PAUSE_MS = 60;
/** So often it is tried to get what is refused because of something that may pass. */
const ATTEMPTS_MAX = 25;
/** A spare node that is killed is started again. */
const RESTART_MS = 300;
const SPARE_DIES_SHARE = 0.2;
/** It adds no more. */
const MEMBERS_WANTED = 7;
const IMPOSSIBLE_SHARE = 0.15;

export interface OperatorOptions {
  readonly cluster: Cluster;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly coverage: Coverage;
  readonly report: Report;
  readonly random: Random;
  readonly links: LinkConditions;
  /** Whether nothing may go away now: some entry is sound in few places. */
  readonly mustKeepAll: () => boolean;
  /** Halves of every configuration that is in force somewhere, in any partition. */
  readonly halves: () => readonly Half[];
}

type Answer = MembersResult | MembersRefusal | Refusal | 'no-answer' | 'unreachable';

/** A call that somebody may still carry out. */
interface Call {
  readonly process: SimProcess | undefined;
  isOver: boolean;
}

export class Operator {
  readonly #options: OperatorOptions;
  #intended: IntendedSet;
  /** What is being asked for, and what would be intended then. */
  #pending: IntendedSet | undefined;
  readonly #spares: NodeId[];
  #leader: NodeId | undefined;
  #calls: Call[] = [];
  #isBusy = false;
  #isFinishing = false;

  constructor(options: OperatorOptions) {
    this.#options = options;
    const { cluster } = options;
    this.#intended = { voters: [...cluster.ids].sort(), learners: [], retired: [] };
    this.#spares = cluster.all.filter((node) => !cluster.nodes.includes(node)).map(({ id }) => id);
  }

  /** What it wants of the cluster, as far as that was answered. */
  get intended(): IntendedSet {
    return this.#intended;
  }

  /** Each set that is intended, or may come to be. */
  get targets(): readonly IntendedSet[] {
    return this.#pending === undefined ? [this.#intended] : [this.#intended, this.#pending];
  }

  /** Whether it may be that a new node takes the place of another. */
  get hasSpare(): boolean {
    return this.#spares.length > 0;
  }

  get isDone(): boolean {
    return !this.#isBusy && (!this.#isFinishing || this.#lost() === undefined);
  }

  /** Whether nobody who was a member has gone, or is to go. */
  get hasEverybody(): boolean {
    return this.#options.cluster.all.every(({ id, standing }) => standing === 'unformed' || (standing === 'member' && this.stays(id)));
  }

  /** Those who are to stay whatever is under way. */
  stays(node: NodeId): boolean {
    return this.targets.every(({ voters, learners }) => voters.includes(node) || learners.includes(node));
  }

  /** Whether nobody without a disk is a member any more, in any partition. */
  isRid(): boolean {
    return (
      this.#lost() === undefined && !this.#halves().some((half) => half.some((id) => this.#options.cluster.node(id)?.standing === 'lost'))
    );
  }

  /** Whether, without this one, there is a majority of every configuration in force, and of those that may come. */
  canLose(node: NodeId): boolean {
    return this.isMinority(new Set([node]));
  }

  /** Whether, without these, there is. Who is gone for good is none of those that are left. */
  isMinority(nodes: ReadonlySet<NodeId>): boolean {
    const isAway = (id: NodeId) => nodes.has(id) || this.#options.cluster.node(id)?.standing !== 'member';
    return this.#halves().every((half) => half.filter((id) => !isAway(id) || this.#isComing(id)).length * 2 > half.length);
  }

  /**
   * Whether only people can decide how it goes on (ARCHITECTURE.md, "Unclear ends"): one of these nodes, which answer for what they lost, is a voter beside one whose disk is lost, and who would have
   * to answer; or it is the only voter, and a learner has more than it.
   */
  mustDecide(claimants: ReadonlySet<NodeId>): boolean {
    const isLost = (id: NodeId) => this.#options.cluster.node(id)?.standing === 'lost';
    return this.#options.halves().some((half) => half.some((id) => claimants.has(id)) && (half.length === 1 || half.some(isLost)));
  }

  /** It is not there yet, and nothing waits for it before it is. */
  #isComing(id: NodeId): boolean {
    return this.#options.cluster.node(id)?.standing === 'unformed';
  }

  #halves(): readonly Half[] {
    return [...this.#options.halves(), ...this.targets.map(({ voters }) => voters)];
  }

  /** Members enough that all that is decided can be, whoever else is away; as few as possible, and those in front first. */
  quorumOf(nodes: readonly SimNode[]): readonly SimNode[] {
    const halves = this.#halves();
    const isEnough = (chosen: readonly SimNode[]) => {
      const ids = new Set(chosen.map(({ id }) => id));
      return halves.every((half) => half.filter((id) => ids.has(id) || this.#isComing(id)).length * 2 > half.length);
    };
    let chosen = nodes;
    for (const node of nodes.toReversed()) {
      const fewer = chosen.filter((one) => one !== node);
      if (isEnough(fewer)) chosen = fewer;
    }
    return chosen;
  }

  /** A voter of every configuration in force, and of those that may come: what it holds soundly is not lost. */
  isVoter(node: NodeId): boolean {
    return this.stays(node) && this.#halves().every((half) => half.includes(node));
  }

  /** Does something, unless it is at something already. */
  act(random: Random): void {
    if (this.#isBusy || this.#isFinishing) return;
    const impossible = random.chance(IMPOSSIBLE_SHARE);
    const change = impossible ? this.#impossible(random) : this.#choose(random);
    if (change !== undefined) void this.#carryOut(change, impossible ? 'impossible' : 'possible');
  }

  /** Whatever it is at, it ends; and whoever lost its disk is replaced, or goes. */
  finish(): void {
    this.#isFinishing = true;
    void this.#replaceLost();
  }

  async #replaceLost(): Promise<void> {
    while (this.#isBusy) await this.#sleep(PAUSE_MS);
    for (let lost = this.#lost(); lost !== undefined; lost = this.#lost()) {
      await this.#carryOut(this.#replacement(lost, this.#options.random), 'possible');
    }
  }

  /** A member without its disk. */
  #lost(): NodeId | undefined {
    const { voters, learners } = this.#intended;
    return [...voters, ...learners].find((id) => this.#options.cluster.node(id)?.standing === 'lost');
  }

  #replacement(id: NodeId, random: Random): MembersChange {
    const by = this.#takeSpare(random);
    return by === undefined ? { kind: 'remove', id, force: true } : { kind: 'replace', id, by: { id: by, ...addressesOf(by) } };
  }

  #choose(random: Random): MembersChange | undefined {
    const { voters, learners } = this.#intended;
    const lost = this.#lost();
    if (lost !== undefined) return random.chance(0.7) ? this.#replacement(lost, random) : undefined;
    const choice = random.integer(1, 100);
    const learner = learners.length === 0 ? undefined : random.pick(learners);
    if (choice <= 40 && learner !== undefined) return { kind: 'promote', id: learner };
    if (choice <= 55 && voters.length + learners.length < MEMBERS_WANTED) {
      const id = this.#takeSpare(random);
      return id === undefined ? undefined : { kind: 'add', id, ...addressesOf(id) };
    }
    if (this.#options.mustKeepAll()) return undefined;
    const id = this.#whoGoes(random);
    if (choice <= 75 && this.hasSpare) return this.#replacement(id, random);
    if (voters.includes(id) && (voters.length === 1 || (voters.length === 2 && random.chance(0.7)))) return undefined;
    return { kind: 'remove', id, force: random.chance(0.15) };
  }

  /** Often the leader of some partition. */
  #whoGoes(random: Random): NodeId {
    const { voters, learners } = this.#intended;
    const leaders = voters.filter((id) => this.#leads(this.#options.cluster.node(id)));
    if (leaders.length > 0 && random.chance(0.4)) return random.pick(leaders);
    return random.pick([...voters, ...learners]);
  }

  #leads(node: SimNode | undefined): boolean {
    return (
      node?.service?.service.genesis !== undefined &&
      [...Array(node.service.service.genesis.partitions).keys()].some((at) => node.leads(at + 1))
    );
  }

  /** What must be refused, or changes nothing. */
  #impossible(random: Random): MembersChange {
    const { voters, learners } = this.#intended;
    const member = random.pick([...voters, ...learners]);
    const elsewhere = { peerAddress: 'n99:1', clientAddress: 'n99:2' };
    const nobody = 'n99' as NodeId;
    const gone = this.#options.cluster.all.find(
      ({ standing, id }) => standing === 'removed' && !this.targets.some((set) => set.voters.includes(id)),
    )?.id;
    const choices: MembersChange[] = [
      { kind: 'promote', id: nobody },
      { kind: 'add', id: nobody, ...elsewhere },
      { kind: 'add', id: OF_ANOTHER_CLUSTER, ...addressesOf(OF_ANOTHER_CLUSTER) },
      { kind: 'add', id: member, ...elsewhere },
      { kind: 'replace', id: member, by: { id: random.pick(voters), ...elsewhere } },
      { kind: 'promote', id: random.pick(voters) },
      { kind: 'remove', id: nobody, force: false },
      { kind: 'add', id: gone ?? nobody, ...(gone === undefined ? elsewhere : addressesOf(gone)) },
    ];
    const [only] = voters;
    if (voters.length === 1 && only !== undefined && random.chance(0.5)) return { kind: 'remove', id: only, force: false };
    if (voters.length + learners.length >= MEMBERS_WANTED && random.chance(0.5)) return { kind: 'add', id: nobody, ...elsewhere };
    return random.pick(choices);
  }

  #takeSpare(random: Random): NodeId | undefined {
    const id = this.#spares.shift();
    const node = id === undefined ? undefined : this.#options.cluster.node(id);
    if (node === undefined) return undefined;
    node.start();
    void this.#keepUp(node);
    if (random.chance(SPARE_DIES_SHARE)) {
      this.#options.scheduler.after(random.exponential(RESTART_MS), () => {
        if (node.standing !== 'unformed' || !node.isUp) return;
        this.#options.coverage.hit('members: a new node dies before it has joined');
        node.kill();
      });
    }
    return id;
  }

  /** Until it is a member like any other, of which the faults take care. */
  async #keepUp(node: SimNode): Promise<void> {
    while (node.standing === 'unformed') {
      node.start();
      await this.#sleep(RESTART_MS);
    }
  }

  /** `impossible`: it is not to be had, whatever passes. */
  async #carryOut(change: MembersChange, hope: 'possible' | 'impossible'): Promise<void> {
    const { trace, scheduler, coverage } = this.#options;
    this.#isBusy = true;
    const wanted = applied(change, this.#intended);
    this.#pending = wanted;
    trace.add(scheduler.now, 'operator', change.kind, change.id);
    coverage.hit(`members: ${change.kind}`);
    let isUnknown = false;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#call(change);
      if (answer !== 'unreachable') trace.add(scheduler.now, 'operator', 'hears', answer === 'no-answer' ? answer : answer.kind);
      if (typeof answer === 'object' && answer.kind === 'members-changed') {
        this.#judge(change, wanted, answer);
        break;
      }
      if (answer === 'no-answer' || (typeof answer === 'object' && answer.kind === 'refused' && answer.outcome === 'unknown')) {
        isUnknown = true;
        coverage.hit('members: outcome unknown');
      }
      if (typeof answer === 'object' && answer.kind === 'members-refused') {
        coverage.hit(`members: refused ${answer.code}`);
        if (hope === 'impossible') break;
        const mayPass = answer.code === 'CHANGE_UNDER_WAY' || answer.code === 'NO_QUORUM' || answer.code === 'UNREACHABLE';
        if (!isUnknown && !this.#isOpen() && (!mayPass || attempt >= ATTEMPTS_MAX) && !this.#isFinishing) break;
        // Once everything is well, nobody answers who does not know: what is refused then was never carried out.
        if (this.#isFinishing && !this.#isOpen() && !mayPass) break;
      }
      await this.#sleep(PAUSE_MS);
    }
    this.#pending = undefined;
    this.#isBusy = false;
  }

  #judge(change: MembersChange, wanted: IntendedSet, { intended, changed }: MembersResult): void {
    this.#options.coverage.hit(changed ? `members: ${change.kind} done` : `members: ${change.kind} was so already`);
    if (setText(intended) !== setText(wanted)) {
      this.#options.report(
        'answer',
        `${change.kind} ${change.id} is answered with ${setText(intended)}, and ${setText(wanted)} was wanted`,
      );
    }
    this.#intended = wanted;
  }

  /** Whether some call may still be carried out, on a node that is slow or paused. */
  #isOpen(): boolean {
    this.#calls = this.#calls.filter(({ process, isOver }) => !isOver && process?.alive !== false);
    return this.#calls.length > 0;
  }

  async #call(change: MembersChange): Promise<Answer> {
    const { cluster, random, scheduler } = this.#options;
    const members = [...this.#intended.voters, ...(this.#pending?.voters ?? [])];
    const to = this.#leader ?? random.pick(members);
    this.#leader = undefined;
    const answer = await new Promise<Answer>((resolve) => {
      scheduler.after(ATTEMPT_MS, () => resolve('no-answer'));
      if (this.#isLost()) return;
      scheduler.after(this.#delay(), () => {
        const door = cluster.node(to)?.service;
        if (door === undefined) return resolve('unreachable');
        const call: Call = { process: door.process, isOver: false };
        this.#calls.push(call);
        door.process.deliver(() => {
          door.service.changeMembers(change).then(
            (result) => {
              call.isOver = true;
              if (!this.#isLost()) scheduler.after(this.#delay(), () => resolve(result));
            },
            (error: unknown) => {
              if (door.process.alive)
                this.#options.report(
                  'node-failed',
                  `changeMembers on ${to} fails: ${error instanceof Error ? error.stack : String(error)}`,
                );
            },
          );
        });
      });
    });
    if (typeof answer === 'object') this.#leader = answer.kind === 'refused' ? answer.leader : to;
    return answer;
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#options.scheduler.after(ms, resolve));
  }

  #isLost(): boolean {
    const { lossShare } = this.#options.links;
    return lossShare > 0 && this.#options.random.chance(lossShare);
  }

  #delay(): number {
    return this.#options.random.exponential(this.#options.links.delayMs);
  }
}

/** The set that is intended when the change is made. */
function applied(change: MembersChange, intended: IntendedSet): IntendedSet {
  const { voters, learners, retired } = intended;
  const { id } = change;
  const isMember = voters.includes(id) || learners.includes(id);
  switch (change.kind) {
    case 'add':
      return isMember ? intended : { ...intended, learners: [...learners, id] };
    case 'promote':
      return learners.includes(id) ? { ...intended, voters: [...voters, id], learners: learners.filter((one) => one !== id) } : intended;
    case 'remove': {
      const isLeft = (one: NodeId) => one !== id;
      return { voters: voters.filter(isLeft), learners: learners.filter(isLeft), retired: isMember ? [...retired, id] : retired };
    }
    case 'replace': {
      const instead = (one: NodeId) => (one === id ? change.by.id : one);
      return { voters: voters.map(instead), learners: learners.map(instead), retired: isMember ? [...retired, id] : retired };
    }
  }
}

export function setText({ voters, learners }: IntendedSet): string {
  return `${[...voters].sort().join('+')}${learners.length === 0 ? '' : `, learning ${[...learners].sort().join('+')}`}`;
}
