// Waiting until all partitions have converged on an intended set, with a bar for whoever watches.
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterMembers, type IntendedSet, LedgerlineError } from '@ledgerline/client';
import type { ClientContext } from './context.ts';
import { slowestText } from './members-text.ts';
import { maybeProgress } from './progress.ts';

/** Milliseconds between two looks. */
const POLL_MS = 200;

export interface Awaited {
  readonly intended: IntendedSet;
  /** Id and incarnation of a member that nobody is to know any more. */
  readonly gone?: { readonly id: string; readonly incarnation: string | undefined } | undefined;
  /** `performance.now()` at which to give up. */
  readonly end: number;
}

export interface Waited {
  readonly isConverged: boolean;
  /** What was seen last; `undefined` if nobody answered. */
  readonly members: ClusterMembers | undefined;
}

/** Looks until the partitions are as intended or the time is over, at least once. A cluster that does not answer for a while is waited for. */
export async function waitForPartitions(client: ClientContext, awaited: Awaited): Promise<Waited> {
  const progress = await maybeProgress(client, { label: 'converging', total: client.ledger.partitions, unit: 'partitions' });
  let wasSeen = false;
  let members: ClusterMembers | undefined;
  try {
    for (;;) {
      const found = await look(client);
      members = found ?? members;
      if (found !== undefined) {
        progress.update(found.partitions.length - found.stragglers.length, slowestText(found));
        // Once it was seen, another one is a later change of somebody else's: then that is what all converge on.
        wasSeen ||= isSameSet(found.intended, awaited.intended);
        if (wasSeen && isThere(found, awaited)) return { isConverged: true, members };
      }
      if (performance.now() >= awaited.end) return { isConverged: false, members };
      await delay(POLL_MS, undefined, { signal: client.signal });
    }
  } finally {
    progress.stop();
  }
}

async function look({ ledger, signal }: ClientContext): Promise<ClusterMembers | undefined> {
  try {
    return await ledger.members({ signal });
  } catch (error) {
    if (LedgerlineError.is(error) && error.retryable && error.code !== 'ABORTED') return undefined;
    throw error;
  }
}

function isThere({ stragglers, members }: ClusterMembers, { gone }: Awaited): boolean {
  const isKnown = gone !== undefined && members.some(({ id, incarnation }) => id === gone.id && incarnation === gone.incarnation);
  return stragglers.length === 0 && !isKnown;
}

function isSameSet(one: IntendedSet, other: IntendedSet): boolean {
  return one.voters.join() === other.voters.join() && one.learners.join() === other.learners.join();
}
