// Who may talk to a formed node: judged by the hello, the same for streams and for questions.
import type { Member, NodeId } from '../consensus/types.ts';
import type { PeerRefusal } from './events.ts';
import { type PeerHello, protocolRefusal } from './peer-service.ts';

export interface MembershipFacts {
  readonly clusterId: string;
  readonly id: NodeId;
  readonly members: readonly Pick<Member, 'id' | 'incarnation'>[];
}

/** Why this node does not talk to whoever said this hello, on a stream or with a question; `undefined` if it does. */
export function judge(hello: PeerHello, membership: MembershipFacts): PeerRefusal | undefined {
  const protocol = protocolRefusal(hello);
  if (protocol !== undefined) return protocol;
  if (hello.cluster !== membership.clusterId) {
    const detail =
      `${hello.node} belongs to cluster ${hello.cluster.slice(0, 12)}, ${membership.id} to ${membership.clusterId.slice(0, 12)}: ` +
      'correct the peer addresses, or the data directory of the one that is wrong';
    return { code: 'OTHER_CLUSTER', detail };
  }
  if (hello.to !== membership.id) {
    return { code: 'WRONG_NODE', detail: `${hello.node} dialed ${hello.to} and reached ${membership.id}: correct the peer addresses` };
  }
  const member = membership.members.find(({ id }) => id === hello.node);
  if (member === undefined || hello.node === membership.id) {
    return { code: 'UNKNOWN_NODE', detail: `${hello.node} is not another member of this cluster: add it from a running node first` };
  }
  if (member.incarnation !== hello.incarnation) {
    const detail =
      `${hello.node} is incarnation ${hello.incarnation}, but ${member.incarnation} joined this cluster. A node that lost its disk cannot come ` +
      `back under its old identity: restore the data directory of ${hello.node}, or replace the member ${hello.node} from a running node`;
    return { code: 'OTHER_INCARNATION', detail };
  }
  return undefined;
}
