// How a node joins a cluster that has formed (ARCHITECTURE.md "Membership"), as a pure state machine: it introduces itself to the nodes that its configuration names until one of them hands it
// the genesis, together with a membership that names this very incarnation. Who makes it a member is somebody at a running node; here it only waits. I/O and time are rpc's.
import { assert } from '../../assert.ts';
import type {
  FormingEvent,
  FormingFailure,
  FormingHello,
  FormingInput,
  FormingMachine,
  FormingReady,
  FormingState,
  FormingWait,
} from '../../forming.ts';
import { configurationTextOf, GenesisError, genesisTextOf, parseGenesis } from '../../genesis.ts';
import type { MembershipAt } from '../../members-view.ts';
import type { ClusterLimits, Genesis } from '../../types.ts';
import { type FormedFacts, genesisHeld, isNamedIn, Strangers } from './formed.ts';

/** What a configuration says of the cluster; what it does not say comes from the genesis. */
export interface GivenConfiguration {
  readonly partitions: number | undefined;
  readonly limits: { readonly [Key in keyof ClusterLimits]?: number | undefined };
  readonly acknowledge: 'durable' | 'received' | undefined;
}

export interface JoiningConfig extends FormedFacts {
  /** Peer addresses of nodes of the cluster, at least one. */
  readonly addresses: readonly string[];
  readonly given: GivenConfiguration;
}

type Ready = { -readonly [K in keyof FormingReady]: FormingReady[K] } & { events: FormingEvent[]; introduceTo: string[] };

/** See `FormingMachine`. */
export class Joining implements FormingMachine {
  readonly #config: JoiningConfig;
  readonly #strangers: Strangers;
  /** Why those at an address do not let this node in, for people. */
  readonly #reasons: Map<string, string>;
  /** Those at an address who would, if it were a member. */
  readonly #willing = new Map<string, string>();
  #state: FormingState = 'unformed';
  #genesis: Genesis | undefined;
  #failed: FormingFailure | undefined;
  #waitingSaid = '';

  /** Throws `GenesisError` if the text that the data directory holds is not a genesis, `WrongIncarnationError` if neither it nor `joined` names this very incarnation. */
  constructor(config: JoiningConfig) {
    assert(config.addresses.length > 0, 'there is an address to join at');
    this.#config = config;
    this.#strangers = new Strangers(config);
    this.#reasons = new Map(config.addresses.map((address) => [address, 'has not answered yet'] as const));
    this.#genesis = genesisHeld(config);
    if (this.#genesis !== undefined) this.#state = 'formed';
  }

  get genesis(): Genesis | undefined {
    return this.#state === 'formed' ? this.#genesis : undefined;
  }

  hello(): FormingHello {
    const formed = this.genesis;
    return {
      node: this.#config.id,
      incarnation: this.#config.incarnation,
      configuration: formed === undefined ? '' : configurationTextOf(formed),
      state: this.#state,
      genesis: formed === undefined ? undefined : genesisTextOf(formed),
      membership: formed === undefined ? undefined : this.#config.newestMembership(),
    };
  }

  /** That it is to be made a member, once somebody who could say so has answered; else who has not. */
  waits(): readonly FormingWait[] {
    const { id } = this.#config;
    if (this.#state === 'formed') return [];
    if (this.#state === 'saving') return [{ node: id, reason: 'is saving the genesis' }];
    const [reason] = this.#willing.values();
    if (reason !== undefined) return [{ node: id, reason }];
    return [...this.#reasons].map(([node, why]) => ({ node, reason: why }));
  }

  step(input: FormingInput): FormingReady {
    const ready: Ready = { introduceTo: [], save: undefined, formed: undefined, failed: undefined, events: [] };
    if (this.#failed !== undefined) return ready;
    switch (input.kind) {
      case 'tick':
        if (this.#state === 'unformed') ready.introduceTo.push(...this.#config.addresses);
        break;
      case 'answered':
        if (this.#state === 'unformed') this.#handleAnswer(input.dialed, input.hello, ready);
        break;
      case 'silent':
        this.#refuse(input.dialed, input.reason);
        break;
      case 'introduced':
        this.#handleIntroduction(input.hello, ready);
        break;
      case 'saved':
        this.#handleSaved(ready);
        break;
    }
    if (this.#state === 'unformed' && this.#failed === undefined) this.#sayWaiting(ready);
    return ready;
  }

  /** A leader that is about to add this node asks who it is: the answer to our own introduction will soon be another one. */
  #handleIntroduction(hello: FormingHello, ready: Ready): void {
    if (this.#state === 'unformed' && hello.state === 'formed') ready.introduceTo.push(...this.#config.addresses);
    if (this.#genesis === undefined || this.#state !== 'formed') return;
    const reason = this.#strangers.reasonOf(hello, this.#genesis);
    if (reason !== undefined && this.#strangers.isNews(hello.node, reason))
      ready.events.push({ kind: 'stranger', node: hello.node, reason });
  }

  #refuse(dialed: string, reason: string): void {
    this.#willing.delete(dialed);
    this.#reasons.set(dialed, reason);
  }

  #handleAnswer(dialed: string, hello: FormingHello, ready: Ready): void {
    const { id, incarnation, hash, given } = this.#config;
    if (hello.node === id) {
      this.#refuse(dialed, `answers as ${id}, too: name running nodes of the cluster in cluster.join, and give each node its own id`);
      return;
    }
    if (hello.genesis === undefined) {
      this.#refuse(dialed, `${hello.node} belongs to no cluster yet: name nodes in cluster.join that do`);
      return;
    }
    let genesis: Genesis;
    try {
      genesis = parseGenesis(hello.genesis, hash);
    } catch (cause) {
      if (!(cause instanceof GenesisError)) throw cause;
      this.#fail(
        { code: 'BAD_GENESIS', node: hello.node, message: `${hello.node} hands out a genesis that cannot be used: ${cause.message}` },
        ready,
      );
      return;
    }
    const joined = isNamedIn(genesis.members, this.#config) ? undefined : hello.membership;
    if (joined === undefined && !isNamedIn(genesis.members, this.#config)) {
      this.#refuse(dialed, `${hello.node} is still starting`);
      return;
    }
    if (joined !== undefined && (joined.index === 0 || !isNamedIn(joined.membership.members, this.#config))) {
      this.#reasons.set(dialed, 'answers');
      this.#willing.set(dialed, notYet({ id, incarnation }, joined));
      return;
    }
    const difference = givenDifference(given, genesis);
    if (difference !== undefined) {
      const { key, ours, theirs } = difference;
      const cluster = `cluster ${genesis.clusterId.slice(0, 12)}`;
      const message = `${cluster} was formed with ${key} ${theirs}, here it is ${ours}: leave ${key} out of the configuration of ${id}, or set it to ${theirs}, and start it again`;
      this.#fail({ code: 'OTHER_CONFIGURATION', node: hello.node, message }, ready);
      return;
    }
    const { clusterId } = genesis;
    ready.events.push(
      joined === undefined
        ? { kind: 'handed-a-genesis', clusterId, by: hello.node }
        : { kind: 'joined', clusterId, by: hello.node, index: joined.index },
    );
    this.#genesis = genesis;
    this.#state = 'saving';
    ready.save = { genesis, joined };
  }

  #fail(failure: FormingFailure, ready: Ready): void {
    this.#failed = failure;
    ready.failed = failure;
  }

  #handleSaved(ready: Ready): void {
    assert(this.#state === 'saving' && this.#genesis !== undefined, 'a genesis was being saved');
    this.#state = 'formed';
    ready.formed = this.#genesis;
    ready.events.push({ kind: 'formed', clusterId: this.#genesis.clusterId });
  }

  #sayWaiting(ready: Ready): void {
    const waits = this.waits();
    const text = JSON.stringify(waits);
    if (text === this.#waitingSaid) return;
    this.#waitingSaid = text;
    ready.events.push({ kind: 'waiting', waits });
  }
}

function notYet({ id, incarnation }: Pick<JoiningConfig, 'id' | 'incarnation'>, { membership }: MembershipAt): string {
  const member = membership.members.find((candidate) => candidate.id === id);
  if (member === undefined) return `is not a member yet: run \`ledgerline members add ${id} ...\` against a running node`;
  return (
    `is a member as incarnation ${member.incarnation}, and this data directory is incarnation ${incarnation}: restore the directory that joined, or give this node an id of its own and ` +
    `run \`ledgerline members replace ${id} --by ...\` against a running node`
  );
}

/** The first thing in which a configuration says something else than the genesis, as a path with both values. */
export function givenDifference(
  given: GivenConfiguration,
  genesis: Genesis,
): { readonly key: string; readonly ours: string; readonly theirs: string } | undefined {
  const pairs: readonly (readonly [string, number | string | undefined, number | string])[] = [
    ['partitions', given.partitions, genesis.partitions],
    ['limits.transactionBytesMax', given.limits.transactionBytesMax, genesis.limits.transactionBytesMax],
    ['limits.locksMax', given.limits.locksMax, genesis.limits.locksMax],
    ['limits.lockRows', given.limits.lockRows, genesis.limits.lockRows],
    ['limits.recentKeys', given.limits.recentKeys, genesis.limits.recentKeys],
    ['acknowledge', given.acknowledge, genesis.acknowledge ?? 'durable'],
  ];
  for (const [key, ours, theirs] of pairs) {
    if (ours !== undefined && ours !== theirs) return { key, ours: String(ours), theirs: String(theirs) };
  }
  return undefined;
}
