// What a restored node is asked for while it has not got to it yet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerlineError, type PartitionSnapshots } from '@ledgerline/client';
import { stateDigest } from '../../../cmd/backup-scratch.ts';
import { BACKUP_START_MS_MAX } from '../../../consensus/limits.ts';

/** A node that writes a snapshot of its own for so long. */
function busyFor(busyMs: number): { readonly snapshots: Pick<PartitionSnapshots, 'take' | 'list'>; readonly digest: Uint8Array } {
  const digest = new Uint8Array(32).fill(7);
  const taken = { index: 9, stateDigest: digest };
  return {
    digest,
    snapshots: {
      take: async ({ deadlineMs = 10_000 } = {}) => {
        if (deadlineMs < busyMs) throw new LedgerlineError('OVERLOADED', 'n1 is writing a snapshot');
        return taken.index;
      },
      list: async () => [{ node: 'n1', snapshots: [taken as never] }],
    },
  };
}

test('a node that writes a snapshot of its own for minutes is waited for; for longer than it gets to start, it is not', async () => {
  const { signal } = new AbortController();
  const { snapshots, digest } = busyFor(BACKUP_START_MS_MAX);
  assert.deepEqual(await stateDigest(snapshots, signal), digest);
  await assert.rejects(stateDigest(busyFor(BACKUP_START_MS_MAX + 1).snapshots, signal), { code: 'OVERLOADED' });
});
