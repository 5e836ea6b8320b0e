// A process that is not formed yet, or answers those who are not: the product's state machine for joining, driven over the simulated network as rpc/introducer.ts does.
import type { FormingHello, FormingInput, FormingSave } from '../../consensus/forming.ts';
import { genesisTextOf } from '../../consensus/genesis.ts';
import { FORMING_INTRODUCE_MS, FORMING_TICK_MS } from '../../consensus/limits.ts';
import type { MembershipAt } from '../../consensus/members-view.ts';
import { Joining } from '../../consensus/node/membership/joining.ts';
import type { Genesis, NodeId } from '../../consensus/types.ts';
import type { DataDirectory } from '../../log/data-directory.ts';
import { clusterIdOf } from '../../log/genesis-file.ts';
import type { Coverage } from './coverage.ts';
import type { SimNetwork } from './network.ts';
import type { SimProcess } from './process.ts';

export interface JoinerOptions {
  readonly id: NodeId;
  readonly incarnation: string;
  readonly directory: DataDirectory;
  readonly process: SimProcess;
  readonly network: SimNetwork;
  readonly coverage: Coverage;
  /** As in the configuration of a new node. */
  readonly addresses: readonly string[];
  readonly newestMembership: () => MembershipAt | undefined;
  /** Who runs there. */
  readonly other: (node: NodeId) => Joiner | undefined;
}

export class Joiner {
  readonly #options: JoinerOptions;
  readonly #machine: Joining;
  #settle: { readonly resolve: (genesis: Genesis) => void; readonly reject: (error: unknown) => void } | undefined;

  constructor(options: JoinerOptions) {
    const { id, incarnation, directory, addresses, newestMembership } = options;
    this.#options = options;
    this.#machine = new Joining({
      id,
      incarnation,
      genesis: directory.genesisText,
      joined: directory.joined,
      hash: clusterIdOf,
      newestMembership,
      addresses,
      given: { partitions: undefined, limits: {}, acknowledge: undefined },
    });
  }

  /** Resolves when this node is part of a cluster; perhaps never. */
  join(): Promise<Genesis> {
    const { genesis } = this.#machine;
    if (genesis !== undefined) return Promise.resolve(genesis);
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#tick();
    });
  }

  /** Asks who is at a peer address. Rejects if nobody answers. */
  ask(address: string): Promise<{ readonly id: NodeId; readonly incarnation: string; readonly isFormed: boolean }> {
    return new Promise((resolve, reject) => {
      this.#introduceTo(address, (hello) => {
        if (hello === undefined) reject(new Error('nobody answers'));
        else resolve({ id: hello.node, incarnation: hello.incarnation, isFormed: hello.state !== 'unformed' });
      });
    });
  }

  /** Somebody introduces itself. */
  answer(hello: FormingHello): FormingHello {
    this.#step({ kind: 'introduced', hello });
    return this.#machine.hello();
  }

  #tick(): void {
    if (this.#machine.genesis !== undefined) return;
    this.#step({ kind: 'tick' });
    this.#options.process.after(FORMING_TICK_MS, () => this.#tick());
  }

  #step(input: FormingInput): void {
    const ready = this.#machine.step(input);
    for (const event of ready.events) {
      this.#options.coverage.hit(`joining: ${event.kind}`);
      const isOther = event.kind === 'waiting' && event.waits.some(({ reason }) => reason.includes('this data directory is incarnation'));
      if (isOther) this.#options.coverage.hit('members: a node without its disk stays out');
    }
    if (ready.save !== undefined) void this.#save(ready.save);
    if (ready.formed !== undefined) this.#settle?.resolve(ready.formed);
    if (ready.failed !== undefined) this.#settle?.reject(new Error(ready.failed.message));
    for (const address of ready.introduceTo) {
      this.#introduceTo(address, (hello) =>
        this.#step(
          hello === undefined
            ? { kind: 'silent', dialed: address, reason: 'does not answer' }
            : { kind: 'answered', dialed: address, hello },
        ),
      );
    }
  }

  async #save({ genesis, joined }: FormingSave): Promise<void> {
    const { directory } = this.#options;
    try {
      if (joined !== undefined) await directory.saveJoined(joined);
      await directory.saveGenesis(genesisTextOf(genesis));
    } catch (error) {
      this.#settle?.reject(error);
      return;
    }
    this.#step({ kind: 'saved' });
  }

  #introduceTo(address: string, done: (hello: FormingHello | undefined) => void): void {
    const { id, process, network, other } = this.#options;
    const to = nodeAt(address);
    const said = this.#machine.hello();
    network.ask<FormingHello>({
      from: id,
      to,
      timeoutMs: FORMING_INTRODUCE_MS,
      ask: (answer) => {
        if (to === OF_ANOTHER_CLUSTER) answer({ ...said, node: to, incarnation: 'f'.repeat(32), state: 'saving', genesis: undefined });
        const there = other(to);
        if (there !== undefined) there.#options.process.deliver(() => answer(there.answer(said)));
      },
      done: (hello) => process.deliver(() => done(hello)),
    });
  }
}

/** A node that runs, and belongs to some other cluster. */
export const OF_ANOTHER_CLUSTER = 'n98' as NodeId;

/** Where a node listens: for its peers and for clients. */
export function addressesOf(id: NodeId): { readonly peerAddress: string; readonly clientAddress: string } {
  return { peerAddress: `${id}:1`, clientAddress: `${id}:2` };
}

function nodeAt(address: string): NodeId {
  return address.slice(0, address.indexOf(':')) as NodeId;
}
