// Drives the forming of a cluster, or the joining of one, over gRPC: introduces this node to the others until there is a genesis, and answers
// introductions before and after. Every decision is the state machine's (consensus/forming.ts); here are only time, calls and the disk's turn.
import { type ChannelCredentials, Client } from '@grpc/grpc-js';
import type { FormingEvent, FormingFailure, FormingInput, FormingMachine, FormingSave } from '../consensus/forming.ts';
import { genesisTextOf } from '../consensus/genesis.ts';
import { FORMING_TICK_MS } from '../consensus/limits.ts';
import type { MembershipAt } from '../consensus/members-view.ts';
import type { Genesis } from '../consensus/types.ts';
import { FORMING_CHANNEL_OPTIONS, type Introduced, introduce, introduceTo, introductionOf } from './introduce.ts';
import type { IntroduceReply, Introduction } from './peer-service.ts';

/** Forming that can never succeed as it is: somebody has to act, and `message` says how. */
export class FormingError extends Error {
  override readonly name = 'FormingError';
  readonly code: FormingFailure['code'] | 'CLOSED';

  constructor(code: FormingFailure['code'] | 'CLOSED', message: string) {
    super(message);
    this.code = code;
  }
}

export interface IntroducerOptions {
  readonly machine: FormingMachine;
  /** All whom the machine may introduce this node to, by the names that it has for them. */
  readonly peers: readonly { readonly id: string; readonly peerAddress: string }[];
  readonly credentials: ChannelCredentials;
  /** Makes durable by which membership this node joined, in place of an earlier one; before the genesis. */
  readonly saveJoined: (joined: MembershipAt) => Promise<void>;
  /** Makes the genesis text durable in the data directory. */
  readonly saveGenesis: (text: string) => Promise<void>;
  readonly log: (event: FormingEvent) => void;
}

interface Peer {
  readonly id: string;
  readonly address: string;
  client: Client | undefined;
  isBusy: boolean;
}

/** See the head of this file. */
export class Introducer {
  readonly #options: IntroducerOptions;
  readonly #peers: ReadonlyMap<string, Peer>;
  #timer: NodeJS.Timeout | undefined;
  #settle: { readonly resolve: (genesis: Genesis) => void; readonly reject: (cause: unknown) => void } | undefined;
  #isClosed = false;

  constructor(options: IntroducerOptions) {
    this.#options = options;
    this.#peers = new Map(
      options.peers.map(({ id, peerAddress }) => [id, { id, address: peerAddress, client: undefined, isBusy: false }] as const),
    );
  }

  /** What `PeerServer` answers to an introduction. */
  answer(introduction: Introduction): IntroduceReply {
    this.#step({ kind: 'introduced', hello: introduction.hello });
    return { kind: 'introduction', introduction: introductionOf(this.#options.machine.hello()) };
  }

  /** Asks who listens at `address`, whom this node's cluster is to add. Rejects when nobody answers. */
  ask(address: string): Promise<Introduced> {
    return introduceTo(address, { hello: this.#options.machine.hello(), credentials: this.#options.credentials });
  }

  /** For refusals and status: `n2 (has not answered yet), n3 (…)`; empty once formed. */
  waitingFor(): string {
    return this.#options.machine
      .waits()
      .map(({ node, reason }) => `${node} (${reason})`)
      .join(', ');
  }

  /**
   * Resolves with the genesis once it is durable here; at once if this node formed long ago. Rejects with `FormingError` for what cannot
   * heal without someone acting, or with what `saveGenesis` threw. To be called once.
   */
  form(): Promise<Genesis> {
    const { genesis } = this.#options.machine;
    if (genesis !== undefined) return Promise.resolve(genesis);
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#timer = setInterval(() => this.#step({ kind: 'tick' }), FORMING_TICK_MS);
      this.#step({ kind: 'tick' });
    });
  }

  /** Stops introducing; a `form` under way rejects with code `CLOSED`. Idempotent. */
  close(): void {
    this.#isClosed = true;
    this.#settle?.reject(new FormingError('CLOSED', 'the node was stopped before its cluster formed: start it again'));
    this.#stop();
    for (const peer of this.#peers.values()) closeClient(peer);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#settle = undefined;
  }

  #step(input: FormingInput): void {
    if (this.#isClosed) return;
    const ready = this.#options.machine.step(input);
    for (const event of ready.events) this.#options.log(event);
    if (ready.save !== undefined) void this.#save(ready.save);
    if (ready.formed !== undefined) {
      this.#settle?.resolve(ready.formed);
      this.#stop();
    }
    if (ready.failed !== undefined) {
      this.#settle?.reject(new FormingError(ready.failed.code, ready.failed.message));
      this.#stop();
    }
    for (const id of ready.introduceTo) this.#introduceTo(id);
  }

  /** Never rejects: a failed save ends `form`, whose caller stops the process. */
  async #save({ genesis, joined }: FormingSave): Promise<void> {
    try {
      // A genesis that does not name this node is of use only beside what does.
      if (joined !== undefined) await this.#options.saveJoined(joined);
      await this.#options.saveGenesis(genesisTextOf(genesis));
    } catch (cause) {
      this.#settle?.reject(cause);
      this.#stop();
      return;
    }
    this.#step({ kind: 'saved' });
  }

  #introduceTo(id: string): void {
    const peer = this.#peers.get(id);
    if (peer === undefined || peer.isBusy) return;
    peer.isBusy = true;
    peer.client ??= new Client(peer.address, this.#options.credentials, FORMING_CHANNEL_OPTIONS);
    void introduce(peer.client, peer.address, this.#options.machine.hello()).then((result) => {
      peer.isBusy = false;
      if (this.#isClosed) return;
      this.#step({ ...result, dialed: id });
      if (this.#options.machine.genesis !== undefined) closeClient(peer);
    });
  }
}

function closeClient(peer: Peer): void {
  peer.client?.close();
  peer.client = undefined;
}
