// The state of the cluster as its nodes describe it, gathered at one moment: who leads, how far each node is, and whether their histories agree.
import type { ClusterStatus, NodeStatus } from './api.ts';
import { ATTEMPT_MS, type Cluster } from './cluster.ts';
import { decodeDigestAtResponse, encodeDigestAtRequest } from './codec.ts';
import type { DescribeResponse, PartitionDescription } from './messages.ts';

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
  for (const description of await Promise.all(cluster.describeAll())) {
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
  const [committed, ...nodes] = await Promise.all([
    options.committedOffset(partition),
    ...options.cluster.members.map((id) => nodeStatus(id, seen.get(id), { partition, digestIndex, ...options })),
  ]);
  return { partition, leader: leader.id, term: leader.term, committed, digestIndex, nodes };
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

interface DigestOptions extends StatusOptions {
  readonly partition: number;
  readonly digestIndex: number;
}

async function nodeStatus(id: string, description: PartitionDescription | undefined, options: DigestOptions): Promise<NodeStatus> {
  if (description === undefined) return { id, role: 'unreachable', last: 0, applied: 0, digest: '', storage: undefined };
  const { role, lastIndex, appliedIndex, storage } = description;
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
