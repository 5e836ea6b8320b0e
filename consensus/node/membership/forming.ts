// How a cluster forms (DESIGN §5), as a pure state machine: hellos and ticks in, effects out. Once, unanimously: only the initial voter
// with the smallest id composes the genesis, when every initial voter has just answered, none has formed and all configurations are equal.
// Nothing is decided by who calls us, only by who answers at the address that the configuration names. I/O and time are rpc's.
import { assert } from '../../assert.ts';
import type {
  FormingEvent,
  FormingFailure,
  FormingHello,
  FormingInput,
  FormingMachine,
  FormingReady,
  FormingSave,
  FormingState,
  FormingWait,
} from '../../forming.ts';
import {
  type ClusterConfiguration,
  configurationDifference,
  configurationTextOf,
  GENESIS_FORMAT_VERSION,
  GenesisError,
  genesisTextOf,
  parseGenesis,
} from '../../genesis.ts';
import { FORMING_FRESH_TICKS } from '../../limits.ts';
import type { Genesis, NodeId } from '../../types.ts';
import { type FormedFacts, genesisHeld, isNamedIn, membersNow, OWN_ID, Strangers } from './formed.ts';

export interface FormingConfig extends FormedFacts {
  readonly configuration: ClusterConfiguration;
}

/** What is known of one other initial member. */
interface Other {
  /** Its last answer, with the tick it came in; `undefined` once silent. */
  answer: { readonly hello: FormingHello; readonly tick: number } | undefined;
  /** Why it is not counted, for people. */
  reason: string;
  /** The difference last reported, so that it is reported once. */
  reported: string;
}

type Ready = { -readonly [K in keyof FormingReady]: FormingReady[K] } & { events: FormingEvent[]; introduceTo: string[] };

const UNHEARD = 'has not answered yet';
const HOW_TO_JOIN = 'with `cluster.join` in its configuration, in place of the initial members';

/** See `FormingMachine`. */
export class Forming implements FormingMachine {
  readonly #config: FormingConfig;
  readonly #configuration: string;
  readonly #others: ReadonlyMap<string, Other>;
  readonly #strangers: Strangers;
  readonly #composer: NodeId;
  #tick = 0;
  #state: FormingState = 'unformed';
  #genesis: Genesis | undefined;
  #failed: FormingFailure | undefined;
  #waitingSaid = '';

  /**
   * Throws `GenesisError` if the text that the data directory holds is not a genesis, `WrongIncarnationError` if neither it nor what the node joined by names
   * this very incarnation. The node itself must be a configured member.
   */
  constructor(config: FormingConfig) {
    const ids = config.configuration.members.map((member) => member.id).sort();
    assert(ids.includes(config.id), `${config.id} is one of the configured members`);
    this.#config = config;
    this.#configuration = configurationTextOf(config.configuration);
    this.#composer = ids[0] ?? config.id;
    this.#others = new Map(
      ids.filter((id) => id !== config.id).map((id) => [id, { answer: undefined, reason: UNHEARD, reported: '' }] as const),
    );
    this.#strangers = new Strangers(config);
    this.#genesis = genesisHeld(config);
    if (this.#genesis !== undefined) this.#state = 'formed';
  }

  get genesis(): Genesis | undefined {
    return this.#state === 'formed' ? this.#genesis : undefined;
  }

  hello(): FormingHello {
    return {
      node: this.#config.id,
      incarnation: this.#config.incarnation,
      configuration: this.#configuration,
      state: this.#state,
      genesis: this.#state === 'formed' && this.#genesis !== undefined ? genesisTextOf(this.#genesis) : undefined,
      membership: this.#state === 'formed' ? this.#config.newestMembership() : undefined,
    };
  }

  waits(): readonly FormingWait[] {
    if (this.#state === 'formed') return [];
    if (this.#state === 'saving') return [{ node: this.#config.id, reason: 'is saving the genesis' }];
    const waits: FormingWait[] = [];
    for (const [node, other] of this.#others) {
      if (!this.#isFree(other)) waits.push({ node, reason: other.reason });
    }
    if (waits.length === 0 && this.#composer !== this.#config.id) waits.push({ node: this.#composer, reason: 'composes the genesis' });
    return waits;
  }

  step(input: FormingInput): FormingReady {
    const ready: Ready = { introduceTo: [], save: undefined, formed: undefined, failed: undefined, events: [] };
    if (this.#failed !== undefined) return ready;
    switch (input.kind) {
      case 'tick':
        this.#handleTick(ready);
        break;
      case 'answered':
        this.#handleAnswer(input.dialed, input.hello, ready);
        break;
      case 'silent':
        this.#handleSilence(input.dialed, input.reason);
        break;
      case 'introduced':
        this.#handleIntroduction(input.hello, ready);
        break;
      case 'saved':
        this.#handleSaved(ready);
        break;
    }
    if (this.#state === 'unformed' && this.#failed === undefined) {
      this.#maybeCompose(ready);
      this.#sayWaiting(ready);
    }
    return ready;
  }

  #handleTick(ready: Ready): void {
    this.#tick++;
    if (this.#state !== 'unformed') return;
    for (const other of this.#others.values()) {
      if (other.answer !== undefined && !this.#isFresh(other)) {
        other.answer = undefined;
        other.reason = 'no longer answers';
      }
    }
    ready.introduceTo.push(...this.#others.keys());
  }

  /** A formed node is met by one that has not: it will dial us and learn. An unformed one is dialed at once, to save a tick. */
  #handleIntroduction(hello: FormingHello, ready: Ready): void {
    if (this.#state === 'formed' && this.#genesis !== undefined) {
      const reason = this.#strangers.reasonOf(hello, this.#genesis);
      if (reason !== undefined) this.#sayStranger(hello.node, reason, ready);
      return;
    }
    const other = this.#others.get(hello.node);
    if (other === undefined) {
      const isOwnId = hello.node === this.#config.id;
      this.#sayStranger(
        hello.node,
        isOwnId ? OWN_ID : 'is not among the configured members: correct the list of members on one of the two',
        ready,
      );
    } else if (this.#state === 'unformed' && other.answer?.hello.state !== hello.state) {
      ready.introduceTo.push(hello.node);
    }
  }

  #sayStranger(node: string, reason: string, ready: Ready): void {
    if (this.#strangers.isNews(node, reason)) ready.events.push({ kind: 'stranger', node, reason });
  }

  #handleSilence(dialed: string, reason: string): void {
    const other = this.#others.get(dialed);
    if (other === undefined) return;
    other.answer = undefined;
    other.reason = reason;
  }

  #handleAnswer(dialed: string, hello: FormingHello, ready: Ready): void {
    const other = this.#others.get(dialed);
    if (other === undefined || this.#state !== 'unformed') return;
    other.answer = undefined;
    if (hello.node !== dialed) {
      other.reason = `at its address answers ${hello.node}: correct the peer addresses`;
      return;
    }
    if (hello.genesis !== undefined) {
      this.#handleGenesis(hello.genesis, hello, ready);
      return;
    }
    const difference = configurationDifference(this.#configuration, hello.configuration);
    if (difference !== undefined) {
      const { key, ours, theirs } = difference;
      other.reason = `has another ${key}: ${theirs}, here ${ours}`;
      if (other.reported !== other.reason) ready.events.push({ kind: 'configuration-differs', node: hello.node, key, ours, theirs });
      other.reported = other.reason;
      return;
    }
    other.reported = '';
    const twin = this.#sameIncarnation(dialed, hello.incarnation);
    if (twin !== undefined) {
      other.reason = `has the same incarnation as ${twin}: one data directory is a copy of the other; empty the copy`;
      return;
    }
    other.reason = hello.state === 'saving' ? 'is saving a genesis' : '';
    other.answer = { hello, tick: this.#tick };
  }

  #sameIncarnation(node: string, incarnation: string): string | undefined {
    if (incarnation === this.#config.incarnation) return this.#config.id;
    for (const [id, other] of this.#others) {
      if (id !== node && other.answer?.hello.incarnation === incarnation) return id;
    }
    return undefined;
  }

  /** Accepts a genesis that names this very incarnation, and nothing else. */
  #handleGenesis(text: string, hello: FormingHello, ready: Ready): void {
    const { id, incarnation, hash } = this.#config;
    let genesis: Genesis;
    try {
      genesis = parseGenesis(text, hash);
    } catch (cause) {
      if (!(cause instanceof GenesisError)) throw cause;
      this.#fail(
        { code: 'BAD_GENESIS', node: hello.node, message: `${hello.node} hands out a genesis that cannot be used: ${cause.message}` },
        ready,
      );
      return;
    }
    const cluster = `cluster ${genesis.clusterId.slice(0, 12)}`;
    if (!isNamedIn(genesis.members, this.#config)) {
      const member = membersNow(genesis, hello.membership).find((candidate) => candidate.id === id);
      if (member === undefined) {
        const message = `${hello.node} belongs to ${cluster}, of which ${id} is not a member: correct the list of members, or start ${id} ${HOW_TO_JOIN}, and run \`ledgerline members add ${id} ...\` against a running node`;
        this.#fail({ code: 'NOT_A_MEMBER', node: hello.node, message }, ready);
        return;
      }
      const message =
        `${hello.node} belongs to ${cluster}, which ${id} joined as incarnation ${member.incarnation}; this data directory is incarnation ${incarnation}. ` +
        `A node that lost its disk cannot come back under its old identity: restore the old data directory of ${id}, or start a new node with an id of its own, ${HOW_TO_JOIN}, ` +
        `and run \`ledgerline members replace ${id} --by ...\` against a running node`;
      this.#fail({ code: 'OTHER_INCARNATION', node: hello.node, message }, ready);
      return;
    }
    const difference = configurationDifference(this.#configuration, configurationTextOf(genesis));
    if (difference !== undefined) {
      const { key, ours, theirs } = difference;
      const message = `${cluster} was formed with ${key} ${theirs}, here it is ${ours}: set ${key} to ${theirs} in the configuration of ${id} and start it again`;
      this.#fail({ code: 'OTHER_CONFIGURATION', node: hello.node, message }, ready);
      return;
    }
    ready.events.push({ kind: 'handed-a-genesis', clusterId: genesis.clusterId, by: hello.node });
    this.#save({ genesis, joined: undefined }, ready);
  }

  #fail(failure: FormingFailure, ready: Ready): void {
    this.#failed = failure;
    ready.failed = failure;
  }

  #maybeCompose(ready: Ready): void {
    if (this.#composer !== this.#config.id) return;
    const members: Genesis['members'][number][] = [];
    for (const member of this.#config.configuration.members) {
      const other = this.#others.get(member.id);
      if (other === undefined) {
        members.push({ ...member, incarnation: this.#config.incarnation });
        continue;
      }
      if (!this.#isFree(other) || other.answer === undefined) return;
      members.push({ ...member, incarnation: other.answer.hello.incarnation });
    }
    const text = genesisTextOf({ ...this.#config.configuration, formatVersion: GENESIS_FORMAT_VERSION, members });
    const genesis = parseGenesis(text, this.#config.hash);
    ready.events.push({ kind: 'composed', clusterId: genesis.clusterId });
    this.#save({ genesis, joined: undefined }, ready);
  }

  #save(save: FormingSave, ready: Ready): void {
    this.#genesis = save.genesis;
    this.#state = 'saving';
    ready.save = save;
  }

  /** The one who composed introduces itself once more, so that the others fetch the genesis at once. */
  #handleSaved(ready: Ready): void {
    assert(this.#state === 'saving' && this.#genesis !== undefined, 'a genesis was being saved');
    this.#state = 'formed';
    ready.formed = this.#genesis;
    ready.introduceTo.push(...this.#others.keys());
    ready.events.push({ kind: 'formed', clusterId: this.#genesis.clusterId });
  }

  #sayWaiting(ready: Ready): void {
    const waits = this.waits();
    const text = JSON.stringify(waits);
    if (text === this.#waitingSaid || waits.length === 0 || this.#state !== 'unformed') return;
    this.#waitingSaid = text;
    ready.events.push({ kind: 'waiting', waits });
  }

  #isFresh(other: Other): boolean {
    return other.answer !== undefined && this.#tick - other.answer.tick < FORMING_FRESH_TICKS;
  }

  /** Has just answered, has the same configuration, and is bound to no genesis. */
  #isFree(other: Other): boolean {
    return this.#isFresh(other) && other.answer?.hello.state === 'unformed';
  }
}
