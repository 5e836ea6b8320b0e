// `ledgerline status`: the cluster at a glance, one table a partition.
import type { ClusterStatus } from '@ledgerline/client';
import { type Context, withClient } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { tableText } from './render.ts';
import type { ClientFlags } from './settings.ts';

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

/** `{cluster, partitions: [{partition, leader, term, committed, digestIndex, nodes}]}`; `null` for no leader and for no quorum. */
export function statusJson(status: ClusterStatus): unknown {
  return {
    cluster: status.cluster,
    partitions: status.partitions.map(({ partition, leader, term, committed, digestIndex, nodes }) => ({
      partition,
      leader: leader === '' ? null : leader,
      term,
      committed: committed ?? null,
      digestIndex,
      nodes: nodes.map(({ id, role, last, applied, digest }) => ({ id, role, last, applied, digest })),
    })),
  };
}

export function statusText(status: ClusterStatus): string {
  const lines = [`cluster ${status.cluster}`];
  for (const { partition, leader, term, committed, digestIndex, nodes } of status.partitions) {
    const known = committed === undefined ? 'unknown, no quorum' : String(committed);
    lines.push('', `partition ${partition}   leader ${leader === '' ? 'none' : leader}   term ${term}   committed offset ${known}`);
    lines.push(
      tableText({
        columns: ['node', 'role', 'last', 'applied', `chain digest at ${digestIndex}`],
        rows: nodes.map((node) => [
          node.id,
          node.role === 'leader' ? 'LEADER' : node.role,
          String(node.last),
          String(node.applied),
          node.digest.slice(0, DIGEST_DIGITS),
        ]),
      }),
    );
  }
  return lines.join('\n');
}
