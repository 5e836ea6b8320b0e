// What makes a simulated node part of the cluster, over all its lives: its data directory, or whoever makes it a member; whom it listens to from then on; and that it is told when it was
// removed. In a cluster whose members stay, nobody is judged.
import type { Sender } from '../../consensus/members-view.ts';
import type { Node } from '../../consensus/node/node.ts';
import type { Genesis, NodeId } from '../../consensus/types.ts';
import type { DataDirectory } from '../../log/data-directory.ts';
import { Acquaintance } from './acquaintance.ts';
import type { PartitionChecker } from './checkers.ts';
import { configurationText } from './configurations.ts';
import type { Coverage } from './coverage.ts';
import { Joiner } from './joiner.ts';
import type { SimNetwork } from './network.ts';
import type { Plan } from './plan.ts';
import type { SimProcess } from './process.ts';
import type { Report } from './violation.ts';

export interface BelongingOptions {
  readonly id: NodeId;
  readonly plan: Plan;
  readonly network: SimNetwork;
  readonly coverage: Coverage;
  readonly report: Report;
  /** By partition. */
  readonly checkers: ReadonlyMap<number, PartitionChecker>;
  /** Where it introduces itself when it has no genesis. */
  readonly joinAt: readonly string[];
  readonly other: (node: NodeId) => Belonging | undefined;
  /** Once it is open. */
  readonly node: () => Node | undefined;
  /** It is a member. */
  readonly onMember: () => void;
  /** Others say that it was removed, and it believes them. */
  readonly onRemoved: () => void;
}

export class Belonging {
  readonly #options: BelongingOptions;
  #genesis: Genesis | undefined;
  #joiner: Joiner | undefined;
  #acquaintance: Acquaintance | undefined;
  /** What it said of itself last. */
  #said: Sender | undefined;
  #isRemoved = false;

  constructor(options: BelongingOptions) {
    this.#options = options;
  }

  /** It is one of the first members. */
  form(genesis: Genesis): void {
    this.#genesis = genesis;
  }

  /** Its disk is lost, and with it all of this. */
  forget(): void {
    this.#genesis = undefined;
  }

  /** A new process: resolves when it is a member, perhaps never. */
  async begin(life: { readonly process: SimProcess; readonly directory: DataDirectory; readonly incarnation: string }): Promise<Genesis> {
    const { id, plan, network, coverage, other, joinAt, node, onMember } = this.#options;
    const { directory } = life;
    if (plan.membership === undefined) {
      if (this.#genesis === undefined || directory.genesisText === undefined) throw new Error(`${id} lost its genesis`);
      return this.#genesis;
    }
    const common = { ...life, id, network, coverage };
    this.#joiner = new Joiner({
      ...common,
      addresses: joinAt,
      newestMembership: () => node()?.newestMembership(),
      other: (there) => other(there)?.joiner,
    });
    const genesis = await this.#joiner.join();
    this.#genesis = genesis;
    onMember();
    this.#acquaintance = new Acquaintance({
      ...common,
      genesis,
      joined: directory.joined,
      view: () => node()?.membersView(),
      other: (there) => other(there)?.acquaintance,
      onRemoved: () => this.#removed(),
    });
    return genesis;
  }

  /** The process is gone. */
  end(): void {
    this.#joiner = undefined;
    this.#acquaintance = undefined;
    this.#isRemoved = false;
  }

  /** Who answers those that introduce themselves. */
  get joiner(): Joiner | undefined {
    return this.#joiner;
  }

  /** Who judges those that talk to it. */
  get acquaintance(): Acquaintance | undefined {
    return this.#acquaintance;
  }

  /** It believes that it was removed. */
  get isRemoved(): boolean {
    return this.#isRemoved;
  }

  /** What it says of itself, or said last. */
  get said(): Sender | undefined {
    this.#said = this.#acquaintance?.hello ?? this.#said;
    return this.#said;
  }

  /** Whether it listens to that node, in whatever it said last of itself. */
  hears(node: NodeId): boolean {
    if (this.#acquaintance === undefined) return this.#options.plan.membership === undefined;
    const said = this.#options.other(node)?.said;
    return said === undefined || this.#acquaintance.hears(said);
  }

  /** Whether it has an address of that node. */
  knows(node: NodeId): boolean {
    return this.#acquaintance?.knows(node) ?? true;
  }

  #removed(): void {
    const { id, checkers, report, onRemoved } = this.#options;
    for (const { committed } of checkers.values()) {
      const { newest } = committed.memberships;
      if (newest.members.some((member) => member.id === id)) {
        report('membership', `${id} is told that it was removed, and ${configurationText(newest)} names it`);
      }
    }
    this.#isRemoved = true;
    onRemoved();
  }
}
