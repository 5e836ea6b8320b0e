// Which committed entries a leader must hold: those committed in an earlier term, whatever term they are of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import { genesisMembership } from '../../../consensus/membership.ts';
import type { Entry, NodeId } from '../../../consensus/types.ts';
import { firstMembers } from '../../sim/cluster.ts';
import { CommittedLog } from '../../sim/committed-log.ts';
import { CommittedMemberships } from '../../sim/configurations.ts';
import type { Report } from '../../sim/violation.ts';

/** Consecutive no-ops of these terms. */
function noOps(terms: readonly number[]): Entry[] {
  const digest = (index: number) => new Uint8Array(32).fill(index);
  return terms.map((term, at) => ({
    index: at + 1,
    term,
    type: 'no-op',
    timestamp: 1,
    firstOffset: 1,
    count: 0,
    payload: new Uint8Array(0),
    previousDigest: digest(at),
    digest: digest(at + 1),
  }));
}

// Seed 201175 at f3ba6be: n2 had won term 9 but was paused before it knew; n1 was elected in term 10 and committed entry 32, which is of term 8; then n2
// came to lead term 9, rightly without that entry. The checker took the entry's own term for the one it was committed in, and cried out.
test('an entry of term 8 that was committed in term 10 is asked of leaders after term 10, and not of one of term 9', () => {
  const report: Report = (kind, message) => assert.fail(`${kind}: ${message}`);
  const initial = genesisMembership({ members: firstMembers(['n1' as NodeId]) }, 1);
  const log = new CommittedLog(DEFAULT_CLUSTER_LIMITS, new CommittedMemberships({ partition: 1, initial, report }), report);
  const [first, second, third] = noOps([7, 8, 10]);
  assert.ok(first !== undefined && second !== undefined && third !== undefined);
  log.add(first, 7);
  log.add(second, 10);
  log.add(third, 10);
  assert.deepEqual(
    [7, 8, 9, 10, 11].map((term) => log.lastIndexCommittedBefore(term)),
    [0, 1, 1, 1, 3],
  );
});
