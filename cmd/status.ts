// `ledgerline status`: the cluster at a glance, one table a partition, and in words what somebody should look after.
import type { ClusterStatus, NodeStatus } from '@ledgerline/client';
import { type Context, withClient } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { ClientFlags } from './settings.ts';
import { tableText } from './table.ts';
import { bytesAmount } from './units.ts';

/** Digits of a digest that a human compares. */
const DIGEST_DIGITS = 16;

export async function run(args: ClientFlags, context: Context): Promise<ExitCode> {
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const status = await ledger.status({ signal });
    render.document(statusJson(status), () => statusText(status));
    const without = status.partitions.filter((partition) => partition.committed === undefined);
    if (without.length === 0) return EXIT.ok;
    render.note(
      `no quorum in partition ${without.map((partition) => partition.partition).join(', ')}: start the nodes that are unreachable`,
    );
    return EXIT.noQuorum;
  });
}

/** `{cluster, acknowledge, partitions: [{partition, leader, term, committed, digestIndex, joint, nodes}], attention}`; `null` for what is not known or not there. */
export function statusJson(status: ClusterStatus): unknown {
  return {
    cluster: status.cluster,
    acknowledge: status.acknowledge,
    partitions: status.partitions.map(({ partition, leader, term, committed, digestIndex, joint, nodes }) => ({
      partition,
      leader: leader === '' ? null : leader,
      term,
      committed: committed ?? null,
      digestIndex,
      joint: joint ?? null,
      nodes: nodes.map(({ id, role, last, applied, digest, storage }) => ({
        id,
        role,
        last,
        applied,
        digest,
        storage: storage === undefined ? null : { ...storage, claim: storage.claim ?? null },
      })),
    })),
    attention: attention(status),
  };
}

export function statusText(status: ClusterStatus): string {
  const lines = [`cluster ${status.cluster}`];
  for (const { partition, leader, term, committed, digestIndex, joint, nodes } of status.partitions) {
    const known = committed === undefined ? 'unknown, no quorum' : String(committed);
    lines.push('', `partition ${partition}   leader ${leader === '' ? 'none' : leader}   term ${term}   committed offset ${known}`);
    if (joint !== undefined) lines.push(`joint membership: from ${joint.outgoing.join(', ')} to ${joint.voters.join(', ')}`);
    lines.push(
      tableText({
        columns: ['node', 'role', 'last', 'applied', 'log', 'snapshot', 'free', `chain digest at ${digestIndex}`],
        rows: nodes.map(nodeRow),
      }),
    );
  }
  const words = attention(status);
  if (words.length > 0) lines.push('', ...words.map((word) => `! ${word}`));
  return lines.join('\n');
}

function nodeRow({ id, role, last, applied, digest, storage }: NodeStatus): string[] {
  const disk =
    storage === undefined
      ? ['', '', '']
      : [bytesAmount(storage.logBytes), snapshotText(storage.snapshotIndex), bytesAmount(storage.freeBytes)];
  return [id, role === 'leader' ? 'LEADER' : role, String(last), String(applied), ...disk, digest.slice(0, DIGEST_DIGITS)];
}

function snapshotText(index: number): string {
  return index === 0 ? 'none' : String(index);
}

/** What somebody should look after, a sentence each; empty if all is well. */
export function attention(status: ClusterStatus): string[] {
  const found: string[] = [];
  if (status.acknowledge === 'received')
    found.push('ACKNOWLEDGE: RECEIVED: transactions are acknowledged before the disks have them; a crash or power cut can lose them');
  for (const { partition, nodes, digestIndex } of status.partitions) {
    const where = status.partitions.length > 1 ? `, partition ${partition}` : '';
    for (const node of nodes) found.push(...nodeAttention(node, `${node.id}${where}`));
    const digests = new Set(nodes.map(({ digest }) => digest).filter((digest) => digest !== ''));
    if (digests.size > 1)
      found.push(`partition ${partition}: the nodes' histories differ at index ${digestIndex}: stop writing and keep all disks`);
  }
  return [...new Set(found)];
}

function nodeAttention(node: NodeStatus, name: string): string[] {
  const { storage } = node;
  if (storage === undefined) return [`${node.id}: unreachable`];
  const words: string[] = [];
  const [first] = storage.damage;
  if (first !== undefined) {
    const ranges = storage.damagedRanges === 1 ? '1 range' : `${storage.damagedRanges} ranges`;
    words.push(
      `${name}: log damaged, repairing ${ranges} (first: entries ${first.from} to ${first.to}, ${first.file} at byte ${first.position}: ${first.why})`,
    );
  }
  if (storage.claim !== undefined) {
    words.push(
      `${name}: the end of its log is unclear up to index ${storage.claim.index}, term ${storage.claim.term}: it does not stand for election until that is settled`,
    );
  }
  if (storage.isFull) words.push(`${node.id}: disk full, read-only (${bytesAmount(storage.freeBytes)} free)`);
  if (storage.diverged.length > 0)
    words.push(`${name}: its state differs from that of ${storage.diverged.join(', ')}: see ledgerline snapshot list`);
  return words;
}
