// What every client call needs to know of the node: who it is, that the client means it, and which partition it means.
import { type ClientHello, commonProtocol, PROTOCOL_MAX, PROTOCOL_MIN, type ServerHello } from '@ledgerline/client/internal';
import type { NodeService, PartitionService } from '../consensus/service.ts';
import { CallFailure } from './call-failure.ts';

/** This node's hello to a client, after its own was found to fit. Throws `CallFailure`. */
export function greet(node: NodeService, hello: ClientHello | undefined): ServerHello {
  if (hello === undefined) throw new CallFailure('INVALID', 'the first message carries no hello: use a Ledgerline client');
  const { clusterId } = node.genesis;
  const protocol = commonProtocol(hello);
  if (protocol === undefined) {
    throw new CallFailure(
      'VERSION_SKEW',
      `the client speaks versions ${hello.protocolMin} to ${hello.protocolMax} of the protocol, this node ${PROTOCOL_MIN} to ${PROTOCOL_MAX}: upgrade the older of the two`,
    );
  }
  if (hello.cluster !== undefined && hello.cluster !== clusterId) {
    throw new CallFailure(
      'WRONG_CLUSTER',
      `the client means cluster ${hello.cluster.slice(0, 12)}, ${node.id} belongs to ${clusterId.slice(0, 12)}: correct the URL that the client connects to`,
    );
  }
  const incarnation = node.members().book.find(({ id }) => id === node.id)?.incarnation ?? '';
  return { cluster: clusterId, node: node.id, incarnation, protocol };
}

/** Throws `CallFailure` with `UNKNOWN_PARTITION`. */
export function partitionOf(node: NodeService, partition: number): PartitionService {
  const service = node.partition(partition);
  if (service === undefined) {
    throw new CallFailure(
      'UNKNOWN_PARTITION',
      `there is no partition ${partition}: this cluster has partitions 1 to ${node.genesis.partitions}`,
    );
  }
  return service;
}
