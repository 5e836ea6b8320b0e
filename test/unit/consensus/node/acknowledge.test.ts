// `acknowledge: received` in the driver: who is answered when, what is still true of commits and reads, and what an orderly end keeps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACKNOWLEDGE_SYNC_MS } from '../../../../consensus/limits.ts';
import type { Submission, SubmitResult } from '../../../../consensus/types.ts';
import { type Host, TestCluster, valuesOf } from './cluster.ts';

const started = (nodes: number) => TestCluster.started(nodes, {}, { acknowledge: 'received' });

const ACCEPTED = { kind: 'accepted', offset: 1, duplicate: false };

function submission(fields: Partial<Submission> = {}): Submission {
  const id = new Uint8Array(16).fill(7);
  const bytes = new Uint8Array(Buffer.from('[["put","key","value"]]'));
  return {
    key: { kind: 'generated', id, birth: 0 },
    content: id,
    seen: undefined,
    locks: [],
    isVoid: false,
    hasDeltas: true,
    bytes,
    ...fields,
  };
}

/** What this node answers, as it comes. */
function submit(cluster: TestCluster, host: Host, submissions: readonly Submission[]): (SubmitResult | undefined)[] {
  const answers: (SubmitResult | undefined)[] = submissions.map(() => undefined);
  const stream = cluster.partition(host).openSubmitStream();
  stream.submit(submissions, (position, result) => {
    assert.equal(answers[position], undefined, 'each is answered once');
    answers[position] = result;
  });
  return answers;
}

/** A commit of the first leader's no-op has reached everyone: nothing is under way. */
async function quiet(cluster: TestCluster): Promise<Host> {
  const leader = await cluster.leading();
  await cluster.caughtUp();
  await cluster.time.pass(100);
  return leader;
}

test('a transaction is accepted before any disk has it, and committed soon after', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  const before = cluster.partition(leader).status();
  assert.deepEqual(await cluster.submitTo(leader, [['put', 'key', 'value']]), ACCEPTED);
  assert.deepEqual(
    cluster.hosts.map(({ log }) => log.lastIndex),
    cluster.hosts.map(() => before.lastIndex),
  );
  assert.equal(cluster.partition(leader).status().appliedOffset, 0);
  assert.deepEqual(await cluster.partition(leader).readApplied({ fromOffset: 1, bytesMax: 100 }), []);
  await cluster.time.pass(2 * ACKNOWLEDGE_SYNC_MS);
  assert.equal(cluster.partition(leader).status().appliedOffset, 1);
  assert.deepEqual(valuesOf(await cluster.get(leader, ['key'], 1)), ['value']);
  await cluster.close();
});

test('a durable cluster commits, and accepts nothing', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await quiet(cluster);
  assert.deepEqual(await cluster.submitTo(leader, []), { ...ACCEPTED, kind: 'committed' });
  await cluster.close();
});

test('a repeat is accepted with the pending transaction, and committed once that is', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  const answers = submit(cluster, leader, [submission(), submission()]);
  await cluster.time.pass(5);
  assert.deepEqual(answers, [ACCEPTED, { ...ACCEPTED, duplicate: true }]);
  const late = submit(cluster, leader, [submission()]);
  await cluster.time.pass(0);
  assert.deepEqual(late, [{ ...ACCEPTED, duplicate: true }]);
  await cluster.time.pass(2 * ACKNOWLEDGE_SYNC_MS);
  const last = submit(cluster, leader, [submission()]);
  await cluster.time.pass(0);
  assert.deepEqual(last, [{ kind: 'committed', offset: 1, duplicate: true }]);
  await cluster.close();
});

test('a key is resolved by what is committed, never by what is accepted', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  const answers = submit(cluster, leader, [submission()]);
  let resolved: unknown;
  const isVoid = { isVoid: true, hasDeltas: false };
  void cluster
    .partition(leader)
    .resolve(submission(isVoid))
    .then((answer) => {
      resolved = answer;
    });
  await cluster.time.pass(5);
  assert.deepEqual([answers, resolved], [[ACCEPTED], undefined]);
  await cluster.time.pass(2 * ACKNOWLEDGE_SYNC_MS);
  assert.deepEqual(resolved, { kind: 'committed', offset: 1 });
  const other = new Uint8Array(16).fill(8);
  const settled = cluster.partition(leader).resolve(submission({ ...isVoid, key: { kind: 'generated', id: other, birth: 0 } }));
  assert.deepEqual(await cluster.resolved(settled), { kind: 'void', offset: 2 });
  await cluster.close();
});

test('a leader that is cut off loses nothing that it accepted: elections look at all that was received', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  const [one, other] = cluster.hosts.filter((host) => host !== leader);
  assert.ok(one !== undefined && other !== undefined);
  // The other follower never receives it.
  cluster.isolated.add(other.id);
  const answers = submit(cluster, leader, [submission()]);
  await cluster.time.pass(3);
  assert.deepEqual(answers, [ACCEPTED]);
  cluster.isolated.add(leader.id);
  cluster.isolated.delete(other.id);
  await cluster.time.until(() => cluster.partition(other).status().appliedOffset === 1);
  const next = await cluster.leading();
  assert.equal(next, one);
  cluster.isolated.clear();
  await cluster.caughtUp();
  await cluster.close();
});

test('nothing is accepted without a majority, and lost leadership makes it unknown', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  cluster.isolated.add(leader.id);
  const answers = submit(cluster, leader, [submission()]);
  await cluster.time.pass(2_000);
  const [answer] = answers;
  assert.ok(answer?.kind === 'refused');
  assert.deepEqual([answer.code, answer.outcome], ['LEADERSHIP_LOST', 'unknown']);
  cluster.isolated.clear();
  await cluster.caughtUp();
  await cluster.close();
});

test('an orderly end of all nodes at once keeps what was accepted', async () => {
  const cluster = await started(3);
  const leader = await quiet(cluster);
  const answers = submit(cluster, leader, [submission()]);
  await cluster.time.pass(3);
  assert.deepEqual(answers, [ACCEPTED]);
  await Promise.all(cluster.hosts.map((host) => cluster.stop(host)));
  for (const host of cluster.hosts) await cluster.start(host);
  await cluster.leading();
  await cluster.caughtUp();
  assert.equal(cluster.partition(leader).status().appliedOffset, 1);
  await cluster.close();
});

test('a node alone accepts at once and commits what it has on disk', async () => {
  const cluster = await started(1);
  const leader = await quiet(cluster);
  const answers = submit(cluster, leader, [submission()]);
  await cluster.time.pass(0);
  assert.deepEqual(answers, [ACCEPTED]);
  assert.equal(cluster.partition(leader).status().appliedOffset, 0);
  await cluster.time.pass(ACKNOWLEDGE_SYNC_MS);
  assert.equal(cluster.partition(leader).status().appliedOffset, 1);
  await cluster.close();
});
