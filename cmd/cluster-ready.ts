// Waiting for a cluster: until every partition has a leader that can prove it, and optionally until every node has caught up.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClusterStatus, Ledgerline } from '@ledgerline/client';

const POLL_MS = 50;

/** A status in which every partition has a leader and a committed offset. Rejects with the last reason when `deadlineMs` is over. */
export async function waitForLeaders(
  ledger: Ledgerline,
  options: { readonly deadlineMs: number; readonly signal: AbortSignal; readonly everyNode?: boolean },
): Promise<ClusterStatus> {
  const deadline = performance.now() + options.deadlineMs;
  for (;;) {
    options.signal.throwIfAborted();
    let reason: unknown;
    try {
      const status = await ledger.status({
        signal: options.signal,
        deadlineMs: Math.max(1, Math.min(2_000, deadline - performance.now())),
      });
      if (status.partitions.every((partition) => isReady(partition, options.everyNode === true))) return status;
      reason = new Error('not every partition has a leader yet');
    } catch (error) {
      reason = error;
    }
    if (performance.now() >= deadline) throw reason;
    await sleep(POLL_MS);
  }
}

function isReady(partition: ClusterStatus['partitions'][number], everyNode: boolean): boolean {
  if (partition.leader === '' || partition.committed === undefined) return false;
  if (!everyNode) return true;
  const last = Math.max(...partition.nodes.map((node) => node.last));
  return partition.nodes.every((node) => node.role !== 'unreachable' && node.applied === last);
}
