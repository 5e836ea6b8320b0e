// Drives the forming of a cluster over gRPC: introduces this node to the other initial members until there is a genesis, and answers
// introductions before and after. Every decision is the state machine's (consensus/forming.ts); here are only time, calls and the disk's turn.
import { type ChannelCredentials, Client, type ServiceError, status as Status } from '@grpc/grpc-js';
import type { FormingEvent, FormingFailure, FormingInput, FormingMachine } from '../consensus/forming.ts';
import { genesisTextOf } from '../consensus/genesis.ts';
import { FORMING_INTRODUCE_MS, FORMING_TICK_MS } from '../consensus/limits.ts';
import type { Genesis, Member, NodeId } from '../consensus/types.ts';
import { PEER_CHANNEL_OPTIONS } from './peer-lane.ts';
import {
  decodeIntroduceReply,
  encodeIntroduction,
  type IntroduceReply,
  type Introduction,
  PEER_PROTOCOL_MAX,
  PEER_PROTOCOL_MIN,
  peerService,
  protocolRefusal,
} from './peer-service.ts';
import { ProtocolError } from './wire-numbers.ts';

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
  /** Every other initial member. */
  readonly peers: readonly Pick<Member, 'id' | 'peerAddress'>[];
  readonly credentials: ChannelCredentials;
  /** Makes the genesis text durable in the data directory. */
  readonly saveGenesis: (text: string) => Promise<void>;
  readonly log: (event: FormingEvent) => void;
}

/** How gRPC is to dial while forming: often, also names that cannot be resolved yet (containers start in any order). */
const FORMING_CHANNEL_OPTIONS = {
  ...PEER_CHANNEL_OPTIONS,
  'grpc.initial_reconnect_backoff_ms': FORMING_TICK_MS / 2,
  'grpc.max_reconnect_backoff_ms': FORMING_TICK_MS,
  'grpc.dns_min_time_between_resolutions_ms': FORMING_TICK_MS,
} as const;

interface Peer {
  readonly id: NodeId;
  readonly address: string;
  client: Client | undefined;
  isBusy: boolean;
}

/** See the head of this file. */
export class Introducer {
  readonly #options: IntroducerOptions;
  readonly #peers: ReadonlyMap<NodeId, Peer>;
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
    return { kind: 'introduction', introduction: this.#introduction() };
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

  #introduction(): Introduction {
    return { hello: this.#options.machine.hello(), protocolMin: PEER_PROTOCOL_MIN, protocolMax: PEER_PROTOCOL_MAX };
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
  async #save(genesis: Genesis): Promise<void> {
    try {
      await this.#options.saveGenesis(genesisTextOf(genesis));
    } catch (cause) {
      this.#settle?.reject(cause);
      this.#stop();
      return;
    }
    this.#step({ kind: 'saved' });
  }

  #introduceTo(id: NodeId): void {
    const peer = this.#peers.get(id);
    if (peer === undefined || peer.isBusy) return;
    peer.isBusy = true;
    peer.client ??= new Client(peer.address, this.#options.credentials, FORMING_CHANNEL_OPTIONS);
    const { path, requestSerialize, responseDeserialize } = peerService.introduce;
    const deadline = Date.now() + FORMING_INTRODUCE_MS;
    const request = encodeIntroduction(this.#introduction());
    peer.client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, (error, value) => {
      peer.isBusy = false;
      if (this.#isClosed) return;
      this.#step(error === null ? readReply(peer, value) : { kind: 'silent', dialed: id, reason: silenceOf(error, peer.address) });
      if (this.#options.machine.genesis !== undefined) closeClient(peer);
    });
  }
}

function closeClient(peer: Peer): void {
  peer.client?.close();
  peer.client = undefined;
}

function readReply(peer: Peer, value: Buffer | undefined): FormingInput {
  try {
    const reply = decodeIntroduceReply(value ?? Buffer.alloc(0));
    if (reply.kind === 'refused') return { kind: 'silent', dialed: peer.id, reason: `refuses this node: ${reply.refusal.detail}` };
    const refusal = protocolRefusal(reply.introduction);
    if (refusal !== undefined) return { kind: 'silent', dialed: peer.id, reason: refusal.detail };
    return { kind: 'answered', dialed: peer.id, hello: reply.introduction.hello };
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    return { kind: 'silent', dialed: peer.id, reason: `answers at ${peer.address} what cannot be read: ${cause.message}` };
  }
}

/** Stable for one cause, so that it is logged once. */
function silenceOf(error: ServiceError, address: string): string {
  if (error.code === Status.UNIMPLEMENTED) return `${address} is not the peer port of a node: correct the peer addresses`;
  if (/ENOTFOUND|EAI_AGAIN|Name resolution/.test(error.message)) return `${address} cannot be resolved`;
  return `does not answer at ${address}`;
}
