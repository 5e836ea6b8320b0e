// The state goes on from where it really is, also when another one was loaded that is not as far as the one before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeBatch } from '../../../../../consensus/batch.ts';
import { Pauses } from '../../../../../consensus/node/pauses.ts';
import { StateApplier } from '../../../../../consensus/node/state/state-applier.ts';
import type { Entry } from '../../../../../consensus/types.ts';
import { TestCluster, valuesOf } from '../cluster.ts';
import { entry } from '../entries.ts';
import { MemoryStateStore } from '../memory-stores.ts';
import { VirtualTime } from '../virtual-time.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** An entry whose one transaction, at the offset of its index, has deltas. */
function withDeltas(index: number): Entry {
  const id = new Uint8Array(16).fill(index);
  const submission = {
    key: { kind: 'generated', id, birth: 0 },
    content: id,
    seen: undefined,
    locks: [],
    isVoid: false,
    hasDeltas: true,
    bytes: bytes(`k${index}`),
  } as const;
  return { ...entry({ index }), payload: encodeBatch([submission]) };
}

async function* none(): AsyncGenerator<never> {
  // No pairs.
}

test('behind a loaded state that is not as far as the one before every delta is applied', async () => {
  const time = new VirtualTime();
  const store = new MemoryStateStore();
  store.at = { index: 9, offset: 9 };
  const state = new StateApplier({
    partition: 1,
    store,
    timers: time,
    pauses: new Pauses(time),
    deltasOf: (transaction) => [{ kind: 'put', key: transaction, value: bytes('yes') }],
    progress: store.at,
    onFailure: (error) => assert.fail(String(error)),
  });
  await state.pause();
  await store.load(1, none(), { index: 5, offset: 5 });
  state.resume({ index: 5, offset: 5 });
  assert.deepEqual(state.progress, { index: 5, offset: 5 });
  for (let index = 6; index <= 10; index++) {
    state.take(withDeltas(index), { hasDeltas: true });
    await time.pass(100);
    assert.deepEqual([store.at, state.progress], Array(2).fill({ index, offset: index }));
  }
  assert.deepEqual(
    [...store.pairs.keys()],
    ['k6', 'k7', 'k8', 'k9', 'k10'].map((key) => Buffer.from(key).toString('hex')),
  );
  await state.close();
});

test('a node whose state was further than the snapshot that heals its log has the state of the others in the end', async () => {
  const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
  await cluster.commitMany(4);
  await cluster.caughtUp();
  const host = await cluster.follower();
  const others = cluster.hosts.filter((other) => other !== host);
  host.snapshots.failure = new Error('this node takes none');
  await cluster.commitMany(8);
  await cluster.snapshot(others);
  await cluster.commitMany(8);
  const point = await cluster.snapshot(others);
  // More than one write of the state holds.
  const stream = cluster.partition(await cluster.leading()).openSubmitStream();
  let committed = 0;
  for (let message = 0; message < 5; message++) {
    const many = Array.from({ length: 260 }, (_, at) => cluster.submission([['put', `behind${message}.${at}`, 'x'.repeat(4_000)]]));
    stream.submit(many, (_, result) => {
      if (result.kind === 'committed') committed++;
    });
  }
  await cluster.time.until(() => committed === 5 * 260);
  await cluster.caughtUp();
  await cluster.time.pass(200);
  assert.ok(host.state.at.index > point + 10, 'the state is further than the snapshot');
  await cluster.stop(host);
  host.log.spoil(3, point + 1, { noticed: true });
  await cluster.start(host);
  await cluster.caughtUp();
  assert.equal(cluster.said(host, 'began-anew').length, 1);
  const last = await cluster.commit([['put', 'last', 'yes']]);
  const leader = await cluster.leading();
  assert.deepEqual(valuesOf(await cluster.get(host, ['last'], last)), valuesOf(await cluster.get(leader, ['last'], last)));
  assert.deepEqual([...host.state.pairs.keys()].sort(), [...leader.state.pairs.keys()].sort());
  await cluster.close();
});

// What was to be applied next was found damaged only now, and the others had compacted it: the node stood still until it was started again.
for (const isWiped of [false, true]) {
  test(`damage that applying meets, and that the others have compacted, is passed by their snapshot${isWiped ? ', without a state from before' : ''}`, async () => {
    const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
    const host = await cluster.follower();
    const others = cluster.hosts.filter((other) => other !== host);
    host.snapshots.failure = new Error('this node takes none');
    for (let round = 0; round < 2; round++) {
      await cluster.commitMany(8);
      await cluster.snapshot(others);
    }
    await cluster.commitMany(3);
    await cluster.caughtUp();
    await cluster.time.pass(200);
    await cluster.stop(host);
    host.log.spoil(1, 2, { noticed: false });
    if (isWiped) Object.assign(host.state, { pairs: new Map(), at: { index: 0, offset: 0 } });
    if (isWiped) Object.assign(host.keyIndex, { keys: new Map(), through: 0 });
    await cluster.start(host);
    await cluster.caughtUp();
    host.snapshots.failure = undefined;
    const last = await cluster.commit([['put', 'last', 'yes']], { named: true });
    const leader = await cluster.leading();
    await cluster.get(leader, [], last);
    await cluster.get(host, [], last);
    assert.deepEqual([...host.state.pairs].sort(), [...leader.state.pairs].sort());
    await cluster.time.pass(200);
    assert.deepEqual([...host.keyIndex.keys].sort(), [...leader.keyIndex.keys].sort());
    assert.deepEqual(
      host.log.calls.filter((call) => call.startsWith('reset')),
      [],
    );
    const index = await cluster.snapshot();
    const digests = cluster.hosts.map(({ snapshots }) =>
      Buffer.from(snapshots.list().find((info) => info.index === index)?.fileDigest ?? []),
    );
    assert.ok(digests.every((digest) => digest.length === 32 && digest.equals(digests[0] as Buffer)));
    await cluster.close();
  });
}
