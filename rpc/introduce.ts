// One introduction to one node (`Introduce` of peer.proto), while a cluster forms and when a running one adds a node: what it answers, or why there is no answer.
import { type ChannelCredentials, type ChannelOptions, Client, type ServiceError, status as Status } from '@grpc/grpc-js';
import type { FormingHello } from '../consensus/forming.ts';
import { FORMING_INTRODUCE_MS, FORMING_TICK_MS } from '../consensus/limits.ts';
import type { NodeId } from '../consensus/types.ts';
import { PEER_CHANNEL_OPTIONS } from './peer-lane.ts';
import {
  decodeIntroduceReply,
  encodeIntroduction,
  type Introduction,
  PEER_PROTOCOL_MAX,
  PEER_PROTOCOL_MIN,
  peerService,
  protocolRefusal,
} from './peer-service.ts';
import { ProtocolError } from './wire-numbers.ts';

/** How gRPC is to dial while forming: often, also names that cannot be resolved yet (containers start in any order). */
export const FORMING_CHANNEL_OPTIONS: ChannelOptions = {
  ...PEER_CHANNEL_OPTIONS,
  'grpc.initial_reconnect_backoff_ms': FORMING_TICK_MS / 2,
  'grpc.max_reconnect_backoff_ms': FORMING_TICK_MS,
  'grpc.dns_min_time_between_resolutions_ms': FORMING_TICK_MS,
};

/** `silent`: no answer that can be read, and why, for people; stable for one cause. */
export type IntroduceResult =
  | { readonly kind: 'answered'; readonly hello: FormingHello }
  | { readonly kind: 'silent'; readonly reason: string };

/** Who listens at an address. */
export interface Introduced {
  readonly id: NodeId;
  readonly incarnation: string;
  /** It belongs to a cluster, or is about to. */
  readonly isFormed: boolean;
}

/** An introduction as this release says it. */
export function introductionOf(hello: FormingHello): Introduction {
  return { hello, protocolMin: PEER_PROTOCOL_MIN, protocolMax: PEER_PROTOCOL_MAX };
}

/** Introduces this node, with `hello`, over `client`, which dials `address`. Never rejects. */
export function introduce(client: Client, address: string, hello: FormingHello): Promise<IntroduceResult> {
  const { path, requestSerialize, responseDeserialize } = peerService.introduce;
  const deadline = Date.now() + FORMING_INTRODUCE_MS;
  const request = encodeIntroduction(introductionOf(hello));
  return new Promise((resolve) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, { deadline }, (error, value) => {
      resolve(error === null ? readReply(address, value) : { kind: 'silent', reason: silenceOf(error, address) });
    });
  });
}

/** Asks who listens at `address`, for a cluster that is to add it. Rejects when nobody answers, with the reason. */
export async function introduceTo(
  address: string,
  { hello, credentials }: { readonly hello: FormingHello; readonly credentials: ChannelCredentials },
): Promise<Introduced> {
  const client = new Client(address, credentials, FORMING_CHANNEL_OPTIONS);
  try {
    const result = await introduce(client, address, hello);
    if (result.kind === 'silent') throw new Error(result.reason);
    const { node, incarnation, state } = result.hello;
    return { id: node, incarnation, isFormed: state !== 'unformed' };
  } finally {
    client.close();
  }
}

function readReply(address: string, value: Buffer | undefined): IntroduceResult {
  try {
    const reply = decodeIntroduceReply(value ?? Buffer.alloc(0));
    if (reply.kind === 'refused') return { kind: 'silent', reason: `refuses this node: ${reply.refusal.detail}` };
    const refusal = protocolRefusal(reply.introduction);
    if (refusal !== undefined) return { kind: 'silent', reason: refusal.detail };
    return { kind: 'answered', hello: reply.introduction.hello };
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    return { kind: 'silent', reason: `answers at ${address} what cannot be read: ${cause.message}` };
  }
}

/** Stable for one cause, so that it is logged once. */
function silenceOf(error: ServiceError, address: string): string {
  if (error.code === Status.UNIMPLEMENTED) return `${address} is not the peer port of a node: correct the peer addresses`;
  if (/ENOTFOUND|EAI_AGAIN|Name resolution/.test(error.message)) return `${address} cannot be resolved`;
  return `does not answer at ${address}`;
}
