// Changes of the members that meet another one just then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeId } from '../../../../consensus/types.ts';
import { type Host, TestCluster } from './cluster.ts';

const id = (name: string) => name as NodeId;

/** From the next joint configuration on this node's disk writes nothing to the log of partition 1, until that is called which is returned. */
function stallWhenJoint({ log }: Host): () => void {
  const append = log.append.bind(log);
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  log.append = async (entries) => {
    const isJoint = entries.some(({ type, payload }) => type === 'membership' && !Buffer.from(payload).includes('"outgoing":[]'));
    if (isJoint) await gate;
    await append(entries);
  };
  return () => {
    log.append = append;
    go();
  };
}

// The others had committed the joint configuration, the disk of the leader was slow: it had not applied it, and its keeper not left it. Nothing hindered another change, which would have been
// another joint configuration: a broken assertion ended the leader.
test('a change waits while a joint configuration is committed and not left yet', async () => {
  const cluster = await TestCluster.started(3);
  cluster.prepare('n4');
  const leader = await cluster.leading();
  const { node } = leader;
  assert.ok(node !== undefined);
  await cluster.resolved(node.changeMembers({ kind: 'add', id: id('n4'), peerAddress: 'n4:1', clientAddress: 'n4:2' }));
  await cluster.join('n4');
  await cluster.time.pass(500);
  await cluster.caughtUp();
  const go = stallWhenJoint(leader);
  await cluster.resolved(node.changeMembers({ kind: 'promote', id: id('n4') }));
  const status = () => cluster.partition(leader).status();
  await cluster.time.until(() => status().membership.outgoing.length > 0 && status().isMembershipCommitted);
  const changing = node.changeMembers({ kind: 'remove', id: id('n4'), force: false });
  assert.equal(leader.failure, undefined);
  const result = await cluster.resolved(changing);
  assert.equal(result.kind === 'members-refused' && result.code, 'CHANGE_UNDER_WAY');
  go();
  await cluster.time.until(() => status().membership.outgoing.length === 0 && status().isMembershipCommitted);
  assert.deepEqual(status().membership.voters, ['n1', 'n2', 'n3', 'n4']);
  await cluster.close();
});
