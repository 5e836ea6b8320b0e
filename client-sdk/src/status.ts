// The state of the cluster as its nodes describe it, gathered at one moment: who leads, how far each node is, and whether their histories agree.
import type { ClusterStatus, NodeStatus } from './api.ts';
import { ATTEMPT_MS, type Cluster } from './cluster.ts';
import { decodeDigestAtResponse, encodeDigestAtRequest } from './codec.ts';
import type { DescribeResponse, PartitionDescription } from './messages.ts';
import type { WireMembership } from './messages-members.ts';

export interface StatusOptions {
  readonly cluster: Cluster;
  readonly signal: AbortSignal;
  /** By ReadIndex; `undefined` without a quorum. Never rejects. */
  readonly committedOffset: (partition: number) => Promise<number | undefined>;
}

/** Asks all nodes. Those that do not answer within a second are `unreachable`. */
export async function clusterStatus(options: StatusOptions): Promise<ClusterStatus> {
  const { cluster } = options;
  const descriptions = new Map<string, DescribeResponse>();
  for (const description of await cluster.describeAll()) {
    if (description?.hello !== undefined) descriptions.set(description.hello.node, description);
  }
  const numbers = Array.from({ length: cluster.partitions }, (_, position) => position + 1);
  const partitions = await Promise.all(numbers.map((partition) => partitionStatus(partition, descriptions, options)));
  const isRelaxed = [...descriptions.values()].some(({ acknowledge }) => acknowledge === 'received');
  return { cluster: cluster.id, acknowledge: isRelaxed ? 'received' : 'durable', partitions };
}

async function partitionStatus(partition: number, descriptions: ReadonlyMap<string, DescribeResponse>, options: StatusOptions) {
  const seen = new Map<string, PartitionDescription>();
  for (const [node, { partitions }] of descriptions) {
    const description = partitions.find((candidate) => candidate.partition === partition);
    if (description !== undefined) seen.set(node, description);
  }
  const digestIndex = seen.size === 0 ? 0 : Math.min(...[...seen.values()].map(({ appliedIndex }) => appliedIndex));
  const leader = leaderOf(seen);
  const membership = newestMembership(seen, leader.id);
  const isJoint = membership !== undefined && membership.outgoing.length > 0;
  const [committed, ...nodes] = await Promise.all([
    options.committedOffset(partition),
    ...options.cluster.members.map((id) => nodeStatus(id, seen.get(id), { partition, digestIndex, membership, ...options })),
  ]);
  const joint = isJoint ? { outgoing: membership.outgoing, voters: membership.voters } : undefined;
  return { partition, leader: leader.id, term: leader.term, committed, digestIndex, joint, nodes };
}

/** The node that says it leads in the highest term; the highest term seen if none does. */
function leaderOf(seen: ReadonlyMap<string, PartitionDescription>): { readonly id: string; readonly term: number } {
  let leader = { id: '', term: 0 };
  let highest = 0;
  for (const [id, { role, term }] of seen) {
    highest = Math.max(highest, term);
    if (role === 'leader' && term >= leader.term) leader = { id, term };
  }
  return leader.id === '' ? { id: '', term: highest } : leader;
}

/** The one in force on the leader, else the newest that is known. */
function newestMembership(seen: ReadonlyMap<string, PartitionDescription>, leader: string): WireMembership | undefined {
  const [newest] = [...seen.values()].map(({ membership }) => membership).sort((left, right) => right.index - left.index);
  return seen.get(leader)?.membership ?? newest;
}

interface DigestOptions extends StatusOptions {
  readonly partition: number;
  readonly digestIndex: number;
  readonly membership: WireMembership | undefined;
}

async function nodeStatus(id: string, description: PartitionDescription | undefined, options: DigestOptions): Promise<NodeStatus> {
  if (description === undefined) return { id, role: 'unreachable', last: 0, applied: 0, digest: '', storage: undefined };
  const { lastIndex, appliedIndex, storage } = description;
  const isLearner = description.role === 'follower' && options.membership?.learners.includes(id) === true;
  const role = isLearner ? 'learner' : description.role;
  return { id, role, last: lastIndex, applied: appliedIndex, digest: await digestAt(id, options), storage };
}

/** Hexadecimal; `''` if there is none. Never rejects. */
async function digestAt(id: string, options: DigestOptions): Promise<string> {
  const { cluster, signal, partition, digestIndex } = options;
  const connection = cluster.connectionTo(id);
  if (connection === undefined || digestIndex === 0) return '';
  try {
    const request = encodeDigestAtRequest({ hello: cluster.hello(), partition, index: digestIndex });
    const { digest } = decodeDigestAtResponse(await connection.unary('digestAt', request, { timeoutMs: ATTEMPT_MS, signal }));
    return digest === undefined ? '' : Buffer.from(digest).toString('hex');
  } catch {
    return '';
  }
}
