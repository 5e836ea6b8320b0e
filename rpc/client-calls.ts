// The single calls of the client port: each decodes its request, asks the partition, and encodes the answer. Every one throws `CallFailure` if it has none.
import * as client from '@ledgerline/client/internal';
import { isAddress, isNodeId } from '../consensus/genesis.ts';
import { STATE_READ_KEYS_MAX, STATE_READ_PAIRS_MAX } from '../consensus/limits.ts';
import type { MembersChange, NodeService, PartitionService } from '../consensus/service.ts';
import type { NodeId, SnapshotInfo } from '../consensus/types.ts';
import { CallFailure } from './call-failure.ts';
import { greet, partitionOf } from './client-session.ts';

/** Bytes of values in one answer: what a message holds, with room for the rest. */
const ANSWER_BYTES_MAX = client.MESSAGE_BYTES_MAX - 1024 * 1024;

export async function lookUp(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition, key } = client.decodeLookupRequest(request);
  const serverHello = greet(node, hello);
  const answer = await partitionOf(node, partition).lookup(client.envelopeKey(key));
  return client.encodeLookupResponse({ hello: serverHello, answer });
}

export async function resolve(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition, key } = client.decodeResolveRequest(request);
  const serverHello = greet(node, hello);
  const answer = await partitionOf(node, partition).resolve(client.voidEnvelope(key));
  return client.encodeResolveResponse({ hello: serverHello, answer });
}

export async function readCommittedOffset(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition } = client.decodeCommittedOffsetRequest(request);
  const serverHello = greet(node, hello);
  const answer = await partitionOf(node, partition).committedOffset();
  return client.encodeCommittedOffsetResponse({ hello: serverHello, answer });
}

export async function digestAt(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition, index } = client.decodeDigestAtRequest(request);
  const serverHello = greet(node, hello);
  const digest = await partitionOf(node, partition).digestAt(index);
  return client.encodeDigestAtResponse({ hello: serverHello, digest });
}

export function describe(node: NodeService, request: Buffer): Buffer {
  const hello = greet(node, client.decodeDescribeRequest(request).hello);
  const { limits, partitions, acknowledge = 'durable' } = node.genesis;
  const { intended, book } = node.members();
  const descriptions: client.PartitionDescription[] = [];
  for (let number = 1; number <= partitions; number++) {
    const partition = partitionOf(node, number);
    descriptions.push(descriptionOf(partition));
  }
  return client.encodeDescribeResponse({
    hello,
    protocolMin: client.PROTOCOL_MIN,
    protocolMax: client.PROTOCOL_MAX,
    members: book,
    intended,
    limits,
    partitions: descriptions,
    acknowledge,
  });
}

function descriptionOf(partition: PartitionService): client.PartitionDescription {
  const { membership, membershipIndex, isMembershipCommitted, ...status } = partition.status();
  return {
    ...status,
    firstOffset: partition.firstOffset(),
    storage: storageOf(partition),
    membership: { ...membership, index: membershipIndex, isCommitted: isMembershipCommitted },
  };
}

function storageOf(partition: PartitionService): client.StorageDescription {
  const storage = partition.storageStatus();
  return { ...storage, damagedRanges: storage.damage.length };
}

export async function readState(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition, at, query, timeoutMs } = client.decodeReadStateRequest(request);
  const serverHello = greet(node, hello);
  checkQuery(query);
  const answer = await partitionOf(node, partition).readState(query, at, Math.min(timeoutMs, client.STATE_WAIT_MS_MAX));
  return client.encodeReadStateResponse({ hello: serverHello, answer: isSendable(answer) ? answer : TOO_LARGE });
}

const TOO_LARGE: client.WireRefusal = {
  kind: 'refused',
  code: 'TOO_LARGE',
  outcome: 'none',
  detail: `the values have more than ${ANSWER_BYTES_MAX} bytes together: ask for fewer keys at once`,
};

/** Ranges are cut off by the node; the values of many keys have no such bound but this one. */
function isSendable(answer: client.ReadStateAnswer): boolean {
  if (answer.kind !== 'values') return true;
  let bytes = 0;
  for (const value of answer.values) bytes += value?.length ?? 0;
  return bytes <= ANSWER_BYTES_MAX;
}

function checkQuery(query: client.WireStateQuery): void {
  if (query.kind === 'get-many') {
    if (query.keys.length > STATE_READ_KEYS_MAX) throw new CallFailure('INVALID', `more than ${STATE_READ_KEYS_MAX} keys in one read`);
  } else if (query.limit < 1 || query.limit > STATE_READ_PAIRS_MAX) {
    throw new CallFailure('INVALID', `the limit is ${query.limit}, not 1 to ${STATE_READ_PAIRS_MAX}`);
  }
}

export async function takeSnapshot(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition } = client.decodePartitionRequest(request);
  const serverHello = greet(node, hello);
  const answer = await partitionOf(node, partition).takeSnapshot();
  return client.encodeTakeSnapshotResponse({ hello: serverHello, answer });
}

export async function transferLeadership(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition, to } = client.decodeTransferLeadershipRequest(request);
  const serverHello = greet(node, hello);
  const ids = node.members().book.map(({ id }) => id);
  const successor = ids.find((id) => id === to);
  if (to !== undefined && successor === undefined)
    throw new CallFailure('INVALID', `there is no node ${to}: the nodes are ${ids.join(', ')}`);
  const answer = await partitionOf(node, partition).transferLeadership(successor);
  return client.encodeTransferLeadershipResponse({ hello: serverHello, answer });
}

export async function changeMembers(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, change } = client.decodeChangeMembersRequest(request);
  const serverHello = greet(node, hello);
  const answer = await node.changeMembers(checkChange(change));
  return client.encodeChangeMembersResponse({ hello: serverHello, answer });
}

/** The change with ids and addresses that can be such. Throws `CallFailure`. */
function checkChange(change: client.WireMembersChange): MembersChange {
  switch (change.kind) {
    case 'add':
      return { kind: 'add', ...checkNewMember(change) };
    case 'promote':
      return { kind: 'promote', id: checkId(change.id) };
    case 'remove':
      return { kind: 'remove', id: checkId(change.id), force: change.force };
    case 'replace':
      return { kind: 'replace', id: checkId(change.id), by: checkNewMember(change.by) };
  }
}

function checkNewMember({ id, peerAddress, clientAddress }: client.WireNewMember) {
  return { id: checkId(id), peerAddress: checkAddress(peerAddress), clientAddress: checkAddress(clientAddress) };
}

function checkId(id: string): NodeId {
  if (!isNodeId(id)) throw new CallFailure('INVALID', `${JSON.stringify(id)} is no node id: 1 to 64 characters of a to z, 0 to 9 and -`);
  return id;
}

function checkAddress(address: string): string {
  if (!isAddress(address)) throw new CallFailure('INVALID', `${JSON.stringify(address)} is not host:port`);
  return address;
}

export function listSnapshots(node: NodeService, request: Buffer): Buffer {
  const { hello, partition } = client.decodePartitionRequest(request);
  const serverHello = greet(node, hello);
  const snapshots = partitionOf(node, partition).snapshots().map(snapshotDescription);
  return client.encodeListSnapshotsResponse({ hello: serverHello, snapshots });
}

/** A snapshot as clients know it. */
export function snapshotDescription(info: SnapshotInfo): client.SnapshotDescription {
  const { nextOffset, ...rest } = info;
  return { ...rest, offset: nextOffset - 1 };
}

export async function verifySnapshots(node: NodeService, request: Buffer): Promise<Buffer> {
  const { hello, partition } = client.decodePartitionRequest(request);
  const serverHello = greet(node, hello);
  const verdicts = await partitionOf(node, partition).verifySnapshots();
  return client.encodeVerifySnapshotsResponse({ hello: serverHello, verdicts });
}
