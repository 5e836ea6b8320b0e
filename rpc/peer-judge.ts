// Who may talk to a formed node: judged by the hello, the same for streams and for questions; and whether whoever opens a stream still has what it acknowledged.
import type { LogEnds, Rollback } from '../consensus/log-ends.ts';
import { judgeSender, type MembersView } from '../consensus/members-view.ts';
import type { NodeId } from '../consensus/types.ts';
import type { PeerRefusal } from './events.ts';
import { type PeerHello, protocolRefusal, type StreamStart } from './peer-service.ts';

export interface MembershipFacts {
  readonly clusterId: string;
  readonly id: NodeId;
  /** Of this moment. */
  readonly view: () => MembersView;
}

/** `isStranger`: not in the book, but heard: answers go to the addresses in its hello. */
export type Judgement =
  | { readonly kind: 'accepted'; readonly isStranger: boolean }
  | { readonly kind: 'refused'; readonly refusal: PeerRefusal };

/** Whether this node talks to whoever said this hello, on a stream or with a question. */
export function judge(hello: PeerHello, { clusterId, id, view }: MembershipFacts): Judgement {
  const protocol = protocolRefusal(hello);
  if (protocol !== undefined) return { kind: 'refused', refusal: protocol };
  if (hello.cluster !== clusterId) {
    const detail =
      `${hello.node} belongs to cluster ${hello.cluster.slice(0, 12)}, ${id} to ${clusterId.slice(0, 12)}: ` +
      'correct the peer addresses, or the data directory of the one that is wrong';
    return refused('OTHER_CLUSTER', detail);
  }
  if (hello.to !== id) return refused('WRONG_NODE', `${hello.node} dialed ${hello.to} and reached ${id}: correct the peer addresses`);
  if (hello.node === id) {
    return refused(
      'UNKNOWN_NODE',
      `${hello.node} is this node itself, not another member: give each node its own id, or correct the peer addresses`,
    );
  }
  return judgeMember(hello, view());
}

function judgeMember(hello: PeerHello, view: MembersView): Judgement {
  const verdict = judgeSender(hello, view);
  switch (verdict) {
    case 'member':
    case 'stranger':
      return { kind: 'accepted', isStranger: verdict === 'stranger' };
    case 'other-incarnation': {
      const known = view.book.find((member) => member.id === hello.node)?.incarnation;
      return refused(
        'OTHER_INCARNATION',
        `${hello.node} is incarnation ${hello.incarnation}, but ${known} joined this cluster. A node that lost its disk cannot come ` +
          `back under its old identity: restore the data directory of ${hello.node}, or replace the member ${hello.node} from a running node by one with an id of its own`,
      );
    }
    case 'removed':
      return refused(
        'REMOVED',
        `${hello.node} was removed from this cluster at or before entry ${view.appliedIndex} of partition 1: ` +
          'empty its data directory and add it again as a new member, under an id of its own',
      );
  }
}

/** What a node knows of the logs of others. */
export interface LogFacts {
  readonly id: NodeId;
  readonly partitions: number;
  /** What the node has forgotten of what it acknowledged to this one, if anything. Of a node that is heard otherwise, and whose stream is accepted if it has forgotten nothing. */
  readonly judgeLogs: (node: NodeId, ends: LogEnds) => Rollback | undefined;
}

/** Why a stream of a node that may talk is refused: its logs are not what they were. */
export function judgeStart({ hello, logEnds }: StreamStart, { id, partitions, judgeLogs }: LogFacts): PeerRefusal | undefined {
  const { node } = hello;
  if (logEnds.indexes.length !== partitions)
    return { code: 'MALFORMED', detail: `${node} says where ${logEnds.indexes.length} logs end, of ${partitions}` };
  const rollback = judgeLogs(node, logEnds);
  if (rollback === undefined) return undefined;
  const { partition, lastIndex, acknowledgedIndex } = rollback;
  const detail =
    `the log of ${node} in partition ${partition} ends at entry ${lastIndex}, but it acknowledged all up to entry ${acknowledgedIndex} to ${id}, and that is committed: ` +
    `its data directory is an old copy, or its disk lost what it had synced. Keep the disk for inspection; put the newest data directory of ${node} back, or replace it from a running node ` +
    `by one with an id of its own: ledgerline members replace ${node} --by NEW --peer HOST:PORT --client HOST:PORT`;
  return { code: 'ROLLED_BACK', detail };
}

function refused(code: PeerRefusal['code'], detail: string): Judgement {
  return { kind: 'refused', refusal: { code, detail } };
}
