// A running cluster as a backup reads it: the SDK's calls, each answered by any node that can.
import { setTimeout as delay } from 'node:timers/promises';
import { LedgerlineError, type LogEntry } from '@ledgerline/client';
import { type ClusterSource, CompactedError, type SaveGoal } from '../log/backup/saving.ts';
import type { ClientContext } from './context.ts';
import { CommandError, EXIT } from './exit.ts';

/** Milliseconds between two looks for a snapshot that was asked for. */
const POLL_MS = 100;

/** `takeSnapshots`: what is saved reaches a snapshot that is taken for it, so that states can be compared. */
export function clusterSource(client: ClientContext, options: { readonly takeSnapshots: boolean }): ClusterSource {
  const { ledger, signal, settings } = client;
  const goal = async (partition: number): Promise<SaveGoal> => {
    const index = options.takeSnapshots ? await takeSnapshot(client, partition) : 0;
    return { index, offset: await ledger.committedOffset({ partition, signal }) };
  };
  return {
    cluster: ledger.cluster,
    limits: ledger.limits,
    partitions: ledger.partitions,
    goal,
    entries: (partition, from) => entriesOf(ledger.entries({ partition, from, signal, deadlineMs: settings.timeoutMs })),
    async snapshots(partition) {
      const nodes = await ledger.snapshots({ partition }).list({ signal });
      return nodes
        .flatMap(({ node, snapshots }) =>
          (snapshots ?? []).map(({ offset, ...rest }) => ({ node, info: { ...rest, partition, nextOffset: offset + 1 } })),
        )
        .sort((left, right) => right.info.index - left.info.index);
    },
    fetch: (partition, { node, index, position }) => ledger.snapshots({ partition }).fetch(index, { node, position, signal }),
  };
}

async function* entriesOf(pieces: AsyncIterable<readonly LogEntry[]>): AsyncGenerator<readonly LogEntry[], void, undefined> {
  try {
    yield* pieces;
  } catch (error) {
    if (LedgerlineError.is(error) && error.code === 'COMPACTED') throw new CompactedError(error.message, { cause: error });
    throw error;
  }
}

/** Takes a snapshot and waits until a node has it. */
async function takeSnapshot({ ledger, signal, settings }: ClientContext, partition: number): Promise<number> {
  const snapshots = ledger.snapshots({ partition });
  const index = await snapshots.take({ signal });
  const end = performance.now() + settings.timeoutMs;
  for (;;) {
    const nodes = await snapshots.list({ signal });
    if (nodes.some((node) => node.snapshots?.some((snapshot) => snapshot.index === index))) return index;
    if (performance.now() > end) {
      throw new CommandError(`partition ${partition}: no node has finished the snapshot at index ${index}`, {
        exit: EXIT.failed,
        code: 'NOT_THERE_YET',
        hint: 'nothing was saved; give it more time with --timeout, or save without --snapshot',
      });
    }
    await delay(POLL_MS, undefined, { signal });
  }
}
