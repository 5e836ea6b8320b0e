// The `Peer` service of peer.proto as grpc-js wants it, with the codecs of everything but Raft's own messages. All methods take and give
// raw bytes, so that a malformed message is an error of ours, with a reason, not one inside grpc-js.
import type { MethodDefinition } from '@grpc/grpc-js';
import { ledgerline } from '#gen/peer.js';
import type { FormingHello, FormingState } from '../consensus/forming.ts';
import { isAddress, isIncarnation } from '../consensus/genesis.ts';
import { FORMING_TEXT_BYTES_MAX, MEMBERSHIP_BYTES_MAX, PARTITIONS_MAX } from '../consensus/limits.ts';
import { isRun, type LogEnds } from '../consensus/log-ends.ts';
import type { MembershipAt, Sender } from '../consensus/members-view.ts';
import { MembershipError, membershipTextOf, parseMembership } from '../consensus/membership.ts';
import type { NodeId } from '../consensus/types.ts';
import type { PeerRefusal, PeerRefusalCode } from './events.ts';
import { decoded, readNodeId } from './peer-codec.ts';
import { checkedInteger, ProtocolError, readInteger } from './wire-numbers.ts';

const wire = ledgerline.peer.v1;

/** Versions of the peer protocol that this code speaks, inclusive. */
export const PEER_PROTOCOL_MIN = 1;
export const PEER_PROTOCOL_MAX = 1;

/** Key of the initial metadata with which a node accepts a stream. */
export const ACCEPTED_METADATA = 'ledgerline-accepted';

function raw(bytes: Buffer): Buffer {
  return bytes;
}

function method(name: string, requestStream: boolean): MethodDefinition<Buffer, Buffer> {
  return {
    path: `/ledgerline.peer.v1.Peer/${name}`,
    requestStream,
    responseStream: false,
    requestSerialize: raw,
    requestDeserialize: raw,
    responseSerialize: raw,
    responseDeserialize: raw,
  };
}

export const peerService = {
  introduce: method('Introduce', false),
  control: method('Control', true),
  bulk: method('Bulk', true),
  ask: method('Ask', false),
};

/** What a node says of its own membership to those that it dials. */
export interface OwnMembership {
  /** Index in partition 1 of the entry by which it became a member; 0: it is one of the genesis. */
  readonly memberSince: number;
  /** host:port. */
  readonly peerAddress: string;
  readonly clientAddress: string;
}

/** Who opens a stream, and whom it means to reach. */
export interface PeerHello extends Sender, OwnMembership {
  readonly cluster: string;
  readonly protocolMin: number;
  readonly protocolMax: number;
  readonly to: NodeId;
}

/** Who dials: what all its hellos have in common. */
export interface DialingNode {
  readonly clusterId: string;
  readonly id: NodeId;
  readonly incarnation: string;
  /** Asked before each hello: a node learns more of its own membership while it runs. */
  readonly own: () => OwnMembership;
}

/** What this node says to `to`. */
export function helloOf({ clusterId, id, incarnation, own }: DialingNode, to: NodeId): PeerHello {
  const { memberSince, peerAddress, clientAddress } = own();
  const protocol = { protocolMin: PEER_PROTOCOL_MIN, protocolMax: PEER_PROTOCOL_MAX };
  return { cluster: clusterId, node: id, incarnation, ...protocol, to, memberSince, peerAddress, clientAddress };
}

/** An introduction with the protocol range of its sender. */
export interface Introduction {
  readonly hello: FormingHello;
  readonly protocolMin: number;
  readonly protocolMax: number;
}

export type IntroduceReply =
  | { readonly kind: 'introduction'; readonly introduction: Introduction }
  | { readonly kind: 'refused'; readonly refusal: PeerRefusal };

/** Why the two cannot talk, or `undefined` if they have a version in common. */
export function protocolRefusal(other: { readonly protocolMin: number; readonly protocolMax: number }): PeerRefusal | undefined {
  if (other.protocolMin <= PEER_PROTOCOL_MAX && other.protocolMax >= PEER_PROTOCOL_MIN) return undefined;
  const detail =
    `it speaks versions ${other.protocolMin} to ${other.protocolMax} of the peer protocol, this node ${PEER_PROTOCOL_MIN} to ${PEER_PROTOCOL_MAX}: ` +
    'run releases on both that have one in common';
  return { code: 'PROTOCOL', detail };
}

// ---- hello

/** What a stream begins with. */
export interface StreamStart {
  readonly hello: PeerHello;
  readonly logEnds: LogEnds;
}

/** The first frame of a stream. */
export function encodeStreamStart({ hello, logEnds }: StreamStart): Buffer {
  const indexes = logEnds.indexes.map((index) => checkedInteger(index, 'the end of a log'));
  return bufferOf(wire.Frame.encode({ hello: wireHello(hello), logEnds: { run: logEnds.run, indexes } }).finish());
}

export function wireHello(hello: PeerHello): ledgerline.peer.v1.Hello.$Properties {
  return { ...hello, memberSince: checkedInteger(hello.memberSince, 'memberSince') };
}

/** Throws `ProtocolError` if the frame is anything but a hello and the ends of logs. */
export function decodeStreamStart(bytes: Uint8Array): StreamStart {
  const frame = decoded(() => wire.Frame.decode(bytes));
  const { hello, logEnds } = frame;
  if (!hello) throw new ProtocolError('the first frame has no Hello');
  if (!logEnds) throw new ProtocolError('the first frame has no LogEnds');
  if (frame.messages !== undefined && frame.messages.length > 0) throw new ProtocolError('messages in the first frame');
  return { hello: readHello(hello), logEnds: readLogEnds(logEnds) };
}

function readLogEnds({ run, indexes }: ledgerline.peer.v1.LogEnds.$Properties): LogEnds {
  if (typeof run !== 'string' || !isRun(run)) throw new ProtocolError('run is not 16 hexadecimal digits');
  const count = indexes?.length ?? 0;
  if (count < 1 || count > PARTITIONS_MAX) throw new ProtocolError(`the ends of ${count} logs`);
  return { run, indexes: (indexes ?? []).map((index) => readInteger(index, 0, 'the end of a log')) };
}

/** Throws `ProtocolError`. */
export function readHello(hello: ledgerline.peer.v1.Hello.$Properties): PeerHello {
  const cluster = hello.cluster ?? '';
  const incarnation = hello.incarnation ?? '';
  if (!/^[0-9a-f]{64}$/.test(cluster)) throw new ProtocolError('cluster is not 64 hexadecimal digits');
  if (!isIncarnation(incarnation)) throw new ProtocolError('incarnation is not 32 hexadecimal digits');
  return {
    cluster,
    node: readNodeId(hello.node ?? '', 'node'),
    incarnation,
    protocolMin: readInteger(hello.protocolMin, 0, 'protocol_min'),
    protocolMax: readInteger(hello.protocolMax, 0, 'protocol_max'),
    to: readNodeId(hello.to ?? '', 'to'),
    memberSince: readInteger(hello.memberSince, 0, 'member_since'),
    peerAddress: readAddress(hello.peerAddress, 'peer_address'),
    clientAddress: readAddress(hello.clientAddress, 'client_address'),
  };
}

function readAddress(text: string | null | undefined, what: string): string {
  if (typeof text !== 'string' || !isAddress(text)) throw new ProtocolError(`${what} is not host:port`);
  return text;
}

// ---- introductions

export function encodeIntroduction(introduction: Introduction): Buffer {
  return bufferOf(wire.Introduction.encode(wireIntroduction(introduction)).finish());
}

function wireIntroduction({ hello, protocolMin, protocolMax }: Introduction): ledgerline.peer.v1.Introduction.$Properties {
  return {
    node: hello.node,
    incarnation: hello.incarnation,
    protocolMin,
    protocolMax,
    configuration: hello.configuration,
    state: WIRE_STATES[hello.state],
    genesis: hello.genesis ?? '',
    ...(hello.membership === undefined
      ? {}
      : {
          membership: membershipTextOf(hello.membership.membership),
          membershipIndex: checkedInteger(hello.membership.index, 'membershipIndex'),
        }),
  };
}

const WIRE_STATES: Record<FormingState, ledgerline.peer.v1.FormingState> = {
  unformed: wire.FormingState.FORMING_STATE_UNFORMED,
  saving: wire.FormingState.FORMING_STATE_SAVING,
  formed: wire.FormingState.FORMING_STATE_FORMED,
};

/** Throws `ProtocolError`. Configuration and genesis are not read here. */
export function decodeIntroduction(bytes: Uint8Array): Introduction {
  return readIntroduction(decoded(() => wire.Introduction.decode(bytes)));
}

function readIntroduction(introduction: ledgerline.peer.v1.Introduction.$Properties): Introduction {
  const incarnation = introduction.incarnation ?? '';
  if (!isIncarnation(incarnation)) throw new ProtocolError('incarnation is not 32 hexadecimal digits');
  const configuration = introduction.configuration ?? '';
  const genesis = introduction.genesis ?? '';
  if (configuration.length > FORMING_TEXT_BYTES_MAX || genesis.length > FORMING_TEXT_BYTES_MAX) {
    throw new ProtocolError(`a configuration or genesis of more than ${FORMING_TEXT_BYTES_MAX} bytes`);
  }
  const state = readState(introduction.state);
  if ((state === 'formed') !== (genesis !== '')) throw new ProtocolError(`state ${state} ${genesis === '' ? 'without' : 'with'} a genesis`);
  return {
    hello: {
      node: readNodeId(introduction.node ?? '', 'node'),
      incarnation,
      configuration,
      state,
      genesis: genesis === '' ? undefined : genesis,
      membership: readMembershipAt(introduction, state),
    },
    protocolMin: readInteger(introduction.protocolMin, 0, 'protocol_min'),
    protocolMax: readInteger(introduction.protocolMax, 0, 'protocol_max'),
  };
}

function readMembershipAt(
  { membership, membershipIndex }: ledgerline.peer.v1.Introduction.$Properties,
  state: FormingState,
): MembershipAt | undefined {
  if (typeof membership !== 'string' || membership === '') return undefined;
  if (state !== 'formed') throw new ProtocolError(`state ${state} with a membership`);
  if (membership.length > MEMBERSHIP_BYTES_MAX) throw new ProtocolError(`a membership of more than ${MEMBERSHIP_BYTES_MAX} bytes`);
  try {
    return { index: readInteger(membershipIndex, 0, 'membership_index'), membership: parseMembership(membership) };
  } catch (cause) {
    if (!(cause instanceof MembershipError)) throw cause;
    throw new ProtocolError(cause.message, { cause });
  }
}

function readState(state: number | undefined): FormingState {
  if (state === WIRE_STATES.unformed) return 'unformed';
  if (state === WIRE_STATES.saving) return 'saving';
  if (state === WIRE_STATES.formed) return 'formed';
  throw new ProtocolError(`an unknown forming state ${state}`);
}

export function encodeIntroduceReply(reply: IntroduceReply): Buffer {
  const message =
    reply.kind === 'introduction' ? { introduction: wireIntroduction(reply.introduction) } : { refusal: wireRefusal(reply.refusal) };
  return bufferOf(wire.IntroduceReply.encode(message).finish());
}

/** Throws `ProtocolError`. */
export function decodeIntroduceReply(bytes: Uint8Array): IntroduceReply {
  const reply = decoded(() => wire.IntroduceReply.decode(bytes));
  if (reply.introduction) return { kind: 'introduction', introduction: readIntroduction(reply.introduction) };
  if (reply.refusal) return { kind: 'refused', refusal: readRefusal(reply.refusal) };
  throw new ProtocolError('neither an introduction nor a refusal');
}

// ---- refusals

const WIRE_CODES: Record<PeerRefusalCode, ledgerline.peer.v1.RefusalCode> = {
  OTHER_CLUSTER: wire.RefusalCode.REFUSAL_CODE_OTHER_CLUSTER,
  UNKNOWN_NODE: wire.RefusalCode.REFUSAL_CODE_UNKNOWN_NODE,
  OTHER_INCARNATION: wire.RefusalCode.REFUSAL_CODE_OTHER_INCARNATION,
  WRONG_NODE: wire.RefusalCode.REFUSAL_CODE_WRONG_NODE,
  PROTOCOL: wire.RefusalCode.REFUSAL_CODE_PROTOCOL,
  FORMING: wire.RefusalCode.REFUSAL_CODE_FORMING,
  MALFORMED: wire.RefusalCode.REFUSAL_CODE_MALFORMED,
  REPLACED: wire.RefusalCode.REFUSAL_CODE_REPLACED,
  REMOVED: wire.RefusalCode.REFUSAL_CODE_REMOVED,
  ROLLED_BACK: wire.RefusalCode.REFUSAL_CODE_ROLLED_BACK,
};
const CODES: ReadonlyMap<number, PeerRefusalCode> = new Map(
  Object.entries(WIRE_CODES).map(([code, number]) => [number, code as PeerRefusalCode] as const),
);

export function wireRefusal(refusal: PeerRefusal): ledgerline.peer.v1.Refusal.$Properties {
  return { code: WIRE_CODES[refusal.code], detail: refusal.detail };
}

/** A code of a later version is `MALFORMED` to us; its detail still says what is wrong. */
export function readRefusal(refusal: ledgerline.peer.v1.Refusal.$Properties): PeerRefusal {
  return { code: CODES.get(refusal.code ?? 0) ?? 'MALFORMED', detail: (refusal.detail ?? '').slice(0, 1_000) };
}

/** Equal for refusals that are one piece of news: the detail of one that says how far a log is changes all the time. */
export function newsOf({ code, detail }: PeerRefusal): string {
  return code === 'REMOVED' ? code : detail;
}

export function encodeStreamEnd(refusal: PeerRefusal | undefined): Buffer {
  return bufferOf(wire.StreamEnd.encode(refusal === undefined ? {} : { refusal: wireRefusal(refusal) }).finish());
}

/** Why the other side ended a stream; `undefined` if it had no reason of its own. Throws `ProtocolError`. */
export function decodeStreamEnd(bytes: Uint8Array): PeerRefusal | undefined {
  const end = decoded(() => wire.StreamEnd.decode(bytes));
  return end.refusal ? readRefusal(end.refusal) : undefined;
}

/** The same bytes, not copied. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
