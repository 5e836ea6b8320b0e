// Whom one life of a node listens to, and who listens to it: as rpc does it, with hellos over the simulated network that are judged by the product's own rule, and the product's own
// judgement of whether to believe that it was removed (consensus/node/membership/removal.ts).

import { judgeSender, type MembershipAt, type MembersView, type Sender, type SenderVerdict } from '../../consensus/members-view.ts';
import { type BookMember, genesisMembership } from '../../consensus/membership.ts';
import { Removal } from '../../consensus/node/membership/removal.ts';
import type { Genesis, NodeId } from '../../consensus/types.ts';
import type { Coverage } from './coverage.ts';
import type { SimNetwork } from './network.ts';
import type { SimProcess } from './process.ts';

/** How often a node tries again to talk to whoever refused it, and is judged anew by the others. */
const HELLO_MS = 400;
const HELLO_TIMEOUT_MS = 1000;

export interface AcquaintanceOptions {
  readonly id: NodeId;
  readonly incarnation: string;
  readonly genesis: Genesis;
  readonly joined: MembershipAt | undefined;
  readonly process: SimProcess;
  readonly network: SimNetwork;
  readonly coverage: Coverage;
  /** Of the node, once it is open. */
  readonly view: () => MembersView | undefined;
  /** Who runs there now and is formed. */
  readonly other: (node: NodeId) => Acquaintance | undefined;
  readonly onRemoved: () => void;
}

export class Acquaintance {
  readonly #options: AcquaintanceOptions;
  readonly #first: readonly BookMember[];
  readonly #before: readonly BookMember[];
  readonly #strangers = new Set<NodeId>();
  readonly #removal: Removal;

  constructor(options: AcquaintanceOptions) {
    this.#options = options;
    this.#first = genesisMembership(options.genesis, 1).members;
    this.#before = options.joined?.membership.members ?? this.#first;
    this.#removal = new Removal({ others: () => this.#others(), onRemoved: options.onRemoved });
    options.process.after(HELLO_MS, () => this.#sayHello());
  }

  /** What this node says of itself. */
  get hello(): Sender {
    const { id, incarnation } = this.#options;
    const ownIn = (members: readonly BookMember[]) => members.find((member) => member.id === id && member.incarnation === incarnation);
    const own = ownIn(this.#book()) ?? ownIn(this.#before) ?? ownIn(this.#first);
    if (own === undefined) throw new Error(`what ${id} was formed with does not name it`);
    return { ...own, node: id };
  }

  /** Whether this node has an address of `node`. */
  knows(node: NodeId): boolean {
    return this.#strangers.has(node) || this.#book().some(({ id }) => id === node);
  }

  /** Everybody else in its book. */
  others(): readonly NodeId[] {
    return this.#others();
  }

  /** Whether this node listens to `sender`. Nobody is answered before it is open. */
  hears(sender: Sender): boolean {
    const verdict = this.#judge(sender);
    return verdict === 'member' || verdict === 'stranger';
  }

  #judge(sender: Sender): SenderVerdict | undefined {
    const { coverage, view } = this.#options;
    const open = view();
    if (open === undefined) return undefined;
    const verdict = judgeSender(sender, open);
    if (verdict === 'stranger') this.#strangers.add(sender.node);
    if (verdict !== 'member') coverage.hit(`members: heard from one who is ${verdict}`);
    return verdict;
  }

  #others(): NodeId[] {
    return this.#book().flatMap(({ id }) => (id === this.#options.id ? [] : [id]));
  }

  #book(): readonly BookMember[] {
    return this.#options.view()?.book ?? this.#before;
  }

  #sayHello(): void {
    const { id, network, process, other } = this.#options;
    for (const to of this.#others()) {
      const said = this.hello;
      network.ask<SenderVerdict>({
        from: id,
        to,
        timeoutMs: HELLO_TIMEOUT_MS,
        ask: (answer) => {
          const there = other(to);
          if (there === undefined) return;
          there.#options.process.deliver(() => {
            const verdict = there.#judge(said);
            if (verdict !== undefined) answer(verdict);
          });
        },
        done: (verdict) =>
          process.deliver(() => {
            if (verdict === 'removed') this.#removal.said(to, '');
            else if (verdict === 'member' || verdict === 'stranger') this.#removal.takenBack(to);
          }),
      });
    }
    process.after(HELLO_MS, () => this.#sayHello());
  }
}
