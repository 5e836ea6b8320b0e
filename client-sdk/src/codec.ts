// The codec of the unary calls: domain types on one side, bytes on the other, generated code between. Encoders throw RangeError on the
// caller's mistakes, decoders WireError on anything that is not the message. The streams have their own codec in stream-codec.ts.
import { ledgerline } from '../gen/client.js';
import {
  followerFields,
  followerOf,
  intendedFields,
  intendedOf,
  memberFields,
  memberOf,
  membershipFields,
  membershipOf,
  votersOf,
} from './codec-members.ts';
import {
  clientHelloOf,
  decoded,
  decodedUint,
  digestOf,
  finished,
  fromClient,
  fromServer,
  keyFields,
  keyOf,
  refusalFields,
  refusalOf,
  serverHelloOf,
} from './codec-parts.ts';
import { storageFields, storageOf } from './codec-storage.ts';
import type {
  CommittedOffsetRequest,
  CommittedOffsetResponse,
  DescribeRequest,
  DescribeResponse,
  DigestAtRequest,
  DigestAtResponse,
  KeyRequest,
  LookupResponse,
  PartitionDescription,
  ResolveResponse,
  WireLimits,
  WireRole,
} from './messages.ts';
import type { WireMember } from './messages-members.ts';
import { checkUint, checkUint32, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;

/** Numbers of `Acknowledge`. */
const DURABLE = 1;
const RECEIVED = 2;
/** Position = number on the wire. */
const ROLES: readonly (WireRole | undefined)[] = [undefined, 'follower', 'pre-candidate', 'candidate', 'leader'];

function keyRequestFields(request: KeyRequest): ledgerline.client.v1.LookupRequest.$Properties {
  return { ...fromClient(request.hello), partition: checkUint32(request.partition, 'partition'), key: keyFields(request.key) };
}

function keyRequestOf(message: ledgerline.client.v1.LookupRequest.$Properties): KeyRequest {
  return { hello: clientHelloOf(message.hello), partition: message.partition ?? 0, key: keyOf(message.key) };
}

export function encodeLookupRequest(request: KeyRequest): Buffer {
  return finished(v1.LookupRequest.encode(keyRequestFields(request)));
}

export function decodeLookupRequest(bytes: Uint8Array): KeyRequest {
  return keyRequestOf(decoded('LookupRequest', () => v1.LookupRequest.decode(bytes)));
}

export function encodeLookupResponse(response: LookupResponse): Buffer {
  const { answer } = response;
  const hello = fromServer(response.hello);
  if (answer.kind === 'refused') return finished(v1.LookupResponse.encode({ ...hello, refusal: refusalFields(answer) }));
  if (answer.kind === 'not-yet') return finished(v1.LookupResponse.encode({ ...hello, notYet: {} }));
  const committed = { offset: checkUint(answer.offset, 'offset'), isVoid: answer.isVoid };
  return finished(v1.LookupResponse.encode({ ...hello, committed }));
}

export function decodeLookupResponse(bytes: Uint8Array): LookupResponse {
  const message = decoded('LookupResponse', () => v1.LookupResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.notYet) return { hello, answer: { kind: 'not-yet' } };
  if (!message.committed) throw new WireError('the answer is missing');
  return { hello, answer: { kind: 'committed', offset: offsetOf(message.committed.offset), isVoid: message.committed.isVoid ?? false } };
}

/** The offset of a transaction: at least 1. */
function offsetOf(value: unknown): number {
  const offset = decodedUint(value, 'offset');
  if (offset < 1) throw new WireError('the offset of a transaction is 0');
  return offset;
}

export function encodeResolveRequest(request: KeyRequest): Buffer {
  return finished(v1.ResolveRequest.encode(keyRequestFields(request)));
}

export function decodeResolveRequest(bytes: Uint8Array): KeyRequest {
  return keyRequestOf(decoded('ResolveRequest', () => v1.ResolveRequest.decode(bytes)));
}

export function encodeResolveResponse(response: ResolveResponse): Buffer {
  const { answer } = response;
  const hello = fromServer(response.hello);
  if (answer.kind === 'refused') return finished(v1.ResolveResponse.encode({ ...hello, refusal: refusalFields(answer) }));
  const offset = checkUint(answer.offset, 'offset');
  return finished(v1.ResolveResponse.encode(answer.kind === 'void' ? { ...hello, void: offset } : { ...hello, committed: offset }));
}

export function decodeResolveResponse(bytes: Uint8Array): ResolveResponse {
  const message = decoded('ResolveResponse', () => v1.ResolveResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.void !== null && message.void !== undefined) return { hello, answer: { kind: 'void', offset: offsetOf(message.void) } };
  return { hello, answer: { kind: 'committed', offset: offsetOf(message.committed) } };
}

export function encodeCommittedOffsetRequest(request: CommittedOffsetRequest): Buffer {
  return finished(
    v1.CommittedOffsetRequest.encode({ ...fromClient(request.hello), partition: checkUint32(request.partition, 'partition') }),
  );
}

export function decodeCommittedOffsetRequest(bytes: Uint8Array): CommittedOffsetRequest {
  const message = decoded('CommittedOffsetRequest', () => v1.CommittedOffsetRequest.decode(bytes));
  return { hello: clientHelloOf(message.hello), partition: message.partition };
}

export function encodeCommittedOffsetResponse(response: CommittedOffsetResponse): Buffer {
  const { answer } = response;
  const hello = fromServer(response.hello);
  if (answer.kind === 'refused') return finished(v1.CommittedOffsetResponse.encode({ ...hello, refusal: refusalFields(answer) }));
  return finished(v1.CommittedOffsetResponse.encode({ ...hello, offset: checkUint(answer.offset, 'offset') }));
}

export function decodeCommittedOffsetResponse(bytes: Uint8Array): CommittedOffsetResponse {
  const message = decoded('CommittedOffsetResponse', () => v1.CommittedOffsetResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.offset === null || message.offset === undefined) throw new WireError('the answer is missing');
  return { hello, answer: { kind: 'offset', offset: decodedUint(message.offset, 'offset') } };
}

export function encodeDescribeRequest(request: DescribeRequest): Buffer {
  return finished(v1.DescribeRequest.encode(fromClient(request.hello)));
}

export function decodeDescribeRequest(bytes: Uint8Array): DescribeRequest {
  return { hello: clientHelloOf(decoded('DescribeRequest', () => v1.DescribeRequest.decode(bytes)).hello) };
}

export function encodeDescribeResponse(response: DescribeResponse): Buffer {
  const { limits } = response;
  return finished(
    v1.DescribeResponse.encode({
      ...fromServer(response.hello),
      protocolMin: checkUint32(response.protocolMin, 'protocol_min'),
      protocolMax: checkUint32(response.protocolMax, 'protocol_max'),
      members: response.members.map(memberFields),
      limits: {
        transactionBytesMax: checkUint(limits.transactionBytesMax, 'transaction_bytes_max'),
        locksMax: checkUint32(limits.locksMax, 'locks_max'),
        lockRows: checkUint32(limits.lockRows, 'lock_rows'),
        recentKeys: checkUint32(limits.recentKeys, 'recent_keys'),
      },
      partitions: response.partitions.map(partitionFields),
      acknowledge: response.acknowledge === 'received' ? RECEIVED : DURABLE,
      intended: intendedFields(response.intended),
    }),
  );
}

function partitionFields(partition: PartitionDescription): ledgerline.client.v1.PartitionDescription.$Properties {
  return {
    partition: checkUint32(partition.partition, 'partition'),
    role: ROLES.indexOf(partition.role),
    term: checkUint(partition.term, 'term'),
    leader: partition.leader ?? '',
    lastIndex: checkUint(partition.lastIndex, 'last_index'),
    commitIndex: checkUint(partition.commitIndex, 'commit_index'),
    appliedIndex: checkUint(partition.appliedIndex, 'applied_index'),
    appliedOffset: checkUint(partition.appliedOffset, 'applied_offset'),
    firstOffset: checkUint(partition.firstOffset, 'first_offset'),
    storage: storageFields(partition.storage),
    membership: membershipFields(partition.membership),
    followers: partition.followers.map(followerFields),
  };
}

export function decodeDescribeResponse(bytes: Uint8Array): DescribeResponse {
  const message = decoded('DescribeResponse', () => v1.DescribeResponse.decode(bytes));
  if (!message.limits) throw new WireError('the limits are missing');
  const limits: WireLimits = {
    transactionBytesMax: decodedUint(message.limits.transactionBytesMax ?? 0, 'transaction_bytes_max'),
    locksMax: message.limits.locksMax ?? 0,
    lockRows: message.limits.lockRows ?? 0,
    recentKeys: message.limits.recentKeys ?? 0,
  };
  const members = message.members.map(memberOf);
  return {
    hello: serverHelloOf(message.hello),
    protocolMin: message.protocolMin,
    protocolMax: message.protocolMax,
    members,
    intended: message.intended ? intendedOf(message.intended) : votersOf(members),
    limits,
    partitions: message.partitions.map((partition) => partitionOf(partition, members)),
    acknowledge: message.acknowledge === RECEIVED ? 'received' : 'durable',
  };
}

function partitionOf(message: ledgerline.client.v1.PartitionDescription.$Properties, members: readonly WireMember[]): PartitionDescription {
  const role = ROLES[message.role ?? 0];
  if (role === undefined) throw new WireError(`role ${message.role} is unknown`);
  return {
    partition: message.partition ?? 0,
    role,
    term: decodedUint(message.term ?? 0, 'term'),
    leader: message.leader || undefined,
    lastIndex: decodedUint(message.lastIndex ?? 0, 'last_index'),
    commitIndex: decodedUint(message.commitIndex ?? 0, 'commit_index'),
    appliedIndex: decodedUint(message.appliedIndex ?? 0, 'applied_index'),
    appliedOffset: decodedUint(message.appliedOffset ?? 0, 'applied_offset'),
    firstOffset: decodedUint(message.firstOffset ?? 0, 'first_offset'),
    storage: storageOf(message.storage),
    membership: membershipOf(message.membership, members),
    followers: (message.followers ?? []).map(followerOf),
  };
}

export function encodeDigestAtRequest(request: DigestAtRequest): Buffer {
  const partition = checkUint32(request.partition, 'partition');
  return finished(v1.DigestAtRequest.encode({ ...fromClient(request.hello), partition, index: checkUint(request.index, 'index') }));
}

export function decodeDigestAtRequest(bytes: Uint8Array): DigestAtRequest {
  const message = decoded('DigestAtRequest', () => v1.DigestAtRequest.decode(bytes));
  return { hello: clientHelloOf(message.hello), partition: message.partition, index: decodedUint(message.index, 'index') };
}

export function encodeDigestAtResponse(response: DigestAtResponse): Buffer {
  return finished(v1.DigestAtResponse.encode({ ...fromServer(response.hello), ...(response.digest ? { digest: response.digest } : {}) }));
}

export function decodeDigestAtResponse(bytes: Uint8Array): DigestAtResponse {
  const message = decoded('DigestAtResponse', () => v1.DigestAtResponse.decode(bytes));
  return { hello: serverHelloOf(message.hello), digest: message.digest.length === 0 ? undefined : digestOf(message.digest, 'the digest') };
}
