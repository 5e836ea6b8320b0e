// Snapshots as the driver takes them, starts from them and drops log behind them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LostEntriesError, MissingSnapshotError } from '../../../../../consensus/node/events.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { type Host, TestCluster, valuesOf } from '../cluster.ts';

const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

test('all nodes take the same snapshot at a point, and go on meanwhile', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(8);
  const index = await cluster.snapshot();
  await cluster.commitMany(2);
  const infos = cluster.hosts.map((host) => host.snapshots.list()[0]);
  assert.equal(new Set(infos.map((info) => hex(info?.fileDigest))).size, 1);
  assert.deepEqual(
    infos.map((info) => [info?.index, info?.nextOffset]),
    infos.map(() => [index, 9]),
  );
  for (const host of cluster.hosts) {
    assert.equal(cluster.said(host, 'snapshot-taken').length, 1);
    assert.deepEqual(cluster.partition(host).storageStatus().diverged, []);
  }
  await cluster.close();
});

test('the leader proposes a point when enough log has gathered, and not before', async () => {
  const cluster = await TestCluster.started(3, { snapshotIntervalBytes: 3_000 });
  await cluster.commitMany(2);
  await cluster.time.pass(500);
  assert.equal(cluster.host(1).snapshots.list().length, 0);
  await cluster.commitMany(30);
  await cluster.time.pass(500);
  for (const host of cluster.hosts) assert.ok(host.snapshots.list().length >= 1);
  await cluster.close();
});

test('two snapshots are kept', async () => {
  const cluster = await TestCluster.started(1);
  const indexes: number[] = [];
  for (let round = 0; round < 4; round++) {
    await cluster.commitMany(2);
    indexes.unshift(await cluster.snapshot());
  }
  assert.deepEqual(
    cluster
      .host(1)
      .snapshots.list()
      .map(({ index }) => index),
    indexes.slice(0, 2),
  );
  await cluster.close();
});

test('a follower refuses to propose a point', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const refused = await cluster.resolved(cluster.partition(await cluster.follower()).takeSnapshot());
  assert.deepEqual(refused, { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', leader: leader.id });
  await cluster.close();
});

test('a restart goes on from the snapshot and applies only what came after', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  await cluster.commitMany(9);
  const index = await cluster.snapshot();
  const last = await cluster.commitMany(3);
  await cluster.get(host, [], last);
  await cluster.stop(host);
  // If anything before the point were read, it would fail.
  host.log.spoil(1, index - 1, { noticed: false });
  await cluster.start(host);
  await cluster.leading();
  assert.equal(cluster.partition(host).status().appliedOffset, last);
  assert.deepEqual([host.state.loads, host.keyIndex.loads], [0, 0]);
  assert.deepEqual(valuesOf(await cluster.get(host, ['key1', 'key9'], last)), ['value1', 'value9']);
  const again = await cluster.resolved(cluster.partition(host).lookup({ kind: 'generated', id: idOf(1), birth: 0 }));
  assert.deepEqual(again, { kind: 'committed', offset: 1, isVoid: false });
  await cluster.close();
});

test('a state and a key index that were removed are loaded from the snapshot', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(9);
  await cluster.snapshot();
  const last = await cluster.commitMany(3);
  const host = await cluster.follower();
  await cluster.stop(host);
  host.state.pairs = new Map();
  host.state.at = { index: 0, offset: 0 };
  host.keyIndex.keys = new Map();
  host.keyIndex.through = 0;
  await cluster.start(host);
  assert.deepEqual([host.state.loads, host.keyIndex.loads], [1, 1]);
  await cluster.caughtUp();
  assert.deepEqual(valuesOf(await cluster.get(host, ['key1', 'key9'], last)), ['value1', 'value9']);
  const named = await cluster.resolved(cluster.partition(host).lookup({ kind: 'named', id: idOf(3) }));
  assert.deepEqual(named, { kind: 'committed', offset: 3, isVoid: false });
  await cluster.close();
});

test('a damaged newest snapshot is set aside, the one before is used, and the point is taken again on the way', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(5);
  await cluster.snapshot();
  await cluster.commitMany(5);
  const newest = await cluster.snapshot();
  const host = await cluster.follower();
  await cluster.stop(host);
  host.snapshots.rotten.add(newest);
  host.state.at = { index: 0, offset: 0 };
  host.state.pairs = new Map();
  await cluster.start(host);
  assert.deepEqual(
    cluster.said(host, 'snapshot-damaged').map(({ index }) => index),
    [newest],
  );
  await cluster.caughtUp();
  await cluster.time.until(() => host.snapshots.list()[0]?.index === newest);
  assert.deepEqual(valuesOf(await cluster.get(host, ['key1', 'key5'], 10)), ['value1', 'value5']);
  await cluster.close();
});

test('all snapshots damaged and the whole log there: it is applied from the start', async () => {
  const cluster = await TestCluster.started(3);
  const last = await cluster.commitMany(5);
  const index = await cluster.snapshot();
  const host = await cluster.follower();
  await cluster.stop(host);
  host.snapshots.rotten.add(index);
  host.state.at = { index: 0, offset: 0 };
  host.state.pairs = new Map();
  await cluster.start(host);
  await cluster.caughtUp();
  assert.deepEqual(valuesOf(await cluster.get(host, ['key5'], last)), ['value5']);
  await cluster.close();
});

/** A follower of three, stopped, whose log begins behind a snapshot that it has no more, nor any later one. */
async function withoutSnapshots(): Promise<{ cluster: TestCluster; host: Host; others: readonly Host[] }> {
  const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
  for (let round = 0; round < 2; round++) {
    await cluster.commitMany(12);
    await cluster.snapshot();
  }
  await cluster.commitMany(2);
  await cluster.caughtUp();
  const host = await cluster.follower();
  assert.ok(host.log.base.index > 0);
  await cluster.stop(host);
  await cluster.start(host);
  await cluster.caughtUp();
  await cluster.stop(host);
  host.snapshots.kept = [];
  host.state.at = { index: 0, offset: 0 };
  host.state.pairs = new Map();
  host.keyIndex.through = 0;
  host.keyIndex.keys = new Map();
  return { cluster, host, others: cluster.hosts.filter((other) => other !== host) };
}

// It was refused for ever, although the others have that very snapshot.
test('a log that begins behind a snapshot which is lost goes on from that of another node', async () => {
  const { cluster, host, others } = await withoutSnapshots();
  const { lastIndex } = host.log;
  const first = host.log.at(lastIndex);
  await cluster.start(host);
  await cluster.caughtUp();
  assert.equal(host.log.at(lastIndex), first, 'nothing of the log is given up');
  const last = await cluster.commit([['put', 'k', '1']]);
  assert.deepEqual(
    valuesOf(await cluster.get(host, ['key9', 'k'], last)),
    valuesOf(await cluster.get(others[0] as Host, ['key9', 'k'], last)),
  );
  assert.deepEqual([...host.keyIndex.keys.keys()].sort(), [...(others[0] as Host).keyIndex.keys.keys()].sort());
  await cluster.close();
});

test('a node whose snapshot is lost, and whose log the others have compacted, begins behind theirs', async () => {
  const { cluster, host, others } = await withoutSnapshots();
  const { lastIndex } = host.log;
  for (let round = 0; round < 2; round++) {
    await cluster.commitMany(12);
    await cluster.snapshot(others);
  }
  assert.ok(others.every(({ snapshots }) => snapshots.list().every(({ index }) => index > lastIndex)));
  await cluster.start(host);
  await cluster.caughtUp();
  assert.ok(host.log.base.index > lastIndex);
  assert.equal(host.log.claim, undefined);
  const last = await cluster.commit([['put', 'k', '1']]);
  assert.deepEqual(
    valuesOf(await cluster.get(host, ['key9', 'k'], last)),
    valuesOf(await cluster.get(others[0] as Host, ['key9', 'k'], last)),
  );
  await cluster.close();
});

test('a node whose snapshot is lost takes no part until the others have given it one', async () => {
  const { cluster, host, others } = await withoutSnapshots();
  for (const { id } of others) cluster.isolated.add(id);
  host.events.length = 0;
  const { hardState } = host.log;
  await cluster.start(host);
  await cluster.time.pass(5_000);
  assert.deepEqual(
    host.events.map(({ kind }) => kind),
    ['waiting-for-snapshot'],
  );
  assert.equal(host.failure, undefined);
  assert.equal(host.log.hardState, hardState);
  cluster.isolated.clear();
  await cluster.caughtUp();
  await cluster.close();
});

test('a log that begins behind a snapshot is refused if no node has one for it, and with one it is not', async () => {
  const { cluster, host, others } = await withoutSnapshots();
  for (const { id } of others) cluster.liars.set(id, { snapshots: async () => [] });
  await cluster.start(host);
  await cluster.time.until(() => host.failure !== undefined);
  assert.ok(host.failure instanceof MissingSnapshotError);
  await cluster.stop(host);
  cluster.liars.clear();
  await cluster.start(host);
  await cluster.caughtUp();
  await cluster.close();
});

test('a single node whose log begins behind a snapshot that is lost is refused', async () => {
  const cluster = await TestCluster.started(1, { retention: { keep: 'snapshot' } });
  for (let round = 0; round < 2; round++) {
    await cluster.commitMany(12);
    await cluster.snapshot();
  }
  const host = cluster.host(1);
  assert.ok(host.log.base.index > 0);
  await cluster.stop(host);
  host.snapshots.kept = [];
  await assert.rejects(cluster.start(host), MissingSnapshotError);
  assert.equal(host.log.isOpen, false);
  await cluster.close();
});

test('a log that lost entries which the state holds is refused, also if a snapshot is there', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(5);
  const index = await cluster.snapshot();
  const host = await cluster.follower();
  await cluster.stop(host);
  host.log.entries = host.log.entries.slice(0, index - 2);
  await assert.rejects(cluster.start(host), LostEntriesError);
  await cluster.close();
});

test('retention by snapshot drops what the older snapshot covers; readers below hear so', async () => {
  const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
  await cluster.commitMany(12);
  const older = await cluster.snapshot();
  for (const host of cluster.hosts) assert.equal(host.log.base.index, 0, 'with one snapshot nothing goes');
  const last = await cluster.commitMany(12);
  await cluster.snapshot();
  for (const host of cluster.hosts) {
    const { base } = host.log;
    assert.ok(base.index > older - 4 && base.index <= older);
    const partition = cluster.partition(host);
    assert.equal(partition.firstOffset(), base.nextOffset);
    assert.deepEqual(await cluster.resolved(partition.readApplied({ fromOffset: base.nextOffset - 1, bytesMax: 1 })), []);
    const [entry] = await cluster.resolved(partition.readApplied({ fromOffset: base.nextOffset, bytesMax: 1 }));
    assert.equal(entry?.firstOffset, base.nextOffset);
    const refused = await cluster.resolved(partition.readEntries({ fromIndex: base.index, bytesMax: 1 }));
    assert.deepEqual(refused, { kind: 'refused', code: 'COMPACTED', outcome: 'none', offset: base.nextOffset });
    const entries = await cluster.resolved(partition.readEntries({ fromIndex: base.index + 1, bytesMax: 1 }));
    assert.ok(Array.isArray(entries) && entries[0].index === base.index + 1);
    assert.equal(hex(await cluster.resolved(partition.digestAt(base.index))), hex(base.digest));
    assert.equal(partition.storageStatus().firstIndex, base.index + 1);
    assert.equal(cluster.said(host, 'compacted').length, 1);
  }
  assert.equal(await cluster.commit(), last + 1);
  await cluster.close();
});

test('retention of everything drops nothing', async () => {
  const cluster = await TestCluster.started(1);
  for (let round = 0; round < 3; round++) {
    await cluster.commitMany(6);
    await cluster.snapshot();
  }
  assert.equal(cluster.host(1).log.base.index, 0);
  await cluster.close();
});

test('a snapshot that cannot be written harms nobody, and the next point is tried again', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  host.snapshots.failure = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  await cluster.commitMany(3);
  const taken = await cluster.resolved(cluster.partition(host).takeSnapshot());
  await cluster.time.until(() => cluster.said(host, 'snapshot-failed').length === 1);
  assert.match(cluster.said(host, 'snapshot-failed')[0]?.why ?? '', /no space left/);
  assert.equal(taken.kind, 'snapshot-point');
  host.snapshots.failure = undefined;
  await cluster.commitMany(3);
  await cluster.snapshot();
  await cluster.close();
});

test('a state that cannot be read for a snapshot ends the node: it would never have one again, and nobody would know', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  await cluster.commitMany(3);
  host.state.unreadable = new Error('a value does not match its checksum');
  await cluster.resolved(cluster.partition(host).takeSnapshot());
  await cluster.time.until(() => host.failure !== undefined);
  assert.equal(host.failure, host.state.unreadable);
  assert.deepEqual(cluster.said(host, 'snapshot-failed'), []);
  await cluster.stop(host);
});

/** Holds up writes of the node's state, hence the snapshot that it takes, until the function that is returned is called. */
function holdUp(host: Host): () => void {
  let open: () => void = () => undefined;
  host.state.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

test('a snapshot that is asked for while the leader writes one is refused as OVERLOADED, and nothing is proposed', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  await cluster.commitMany(3);
  const goOn = holdUp(host);
  const partition = cluster.partition(host);
  const first = await cluster.resolved(partition.takeSnapshot());
  const second = await cluster.resolved(partition.takeSnapshot());
  assert.deepEqual(second, { kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
  goOn();
  await cluster.time.until(() => host.snapshots.list().length === 1);
  assert.equal(host.snapshots.list()[0]?.index, first.kind === 'snapshot-point' ? first.index : 0);
  assert.equal((await cluster.resolved(partition.takeSnapshot())).kind, 'snapshot-point');
  await cluster.close();
});

test('a follower skips a point that comes while it still writes a snapshot, and says so', async () => {
  const cluster = await TestCluster.started(3);
  const leader = await cluster.leading();
  const follower = cluster.hosts.find((host) => host !== leader);
  assert.ok(follower !== undefined);
  await cluster.commitMany(3);
  const goOn = holdUp(follower);
  const partition = cluster.partition(leader);
  await cluster.resolved(partition.takeSnapshot());
  await cluster.time.until(() => leader.snapshots.list().length === 1);
  const second = await cluster.resolved(partition.takeSnapshot());
  await cluster.time.until(() => leader.snapshots.list().length === 2);
  await cluster.time.until(() => cluster.said(follower, 'snapshot-skipped').length === 1);
  assert.equal(cluster.said(follower, 'snapshot-skipped')[0]?.index, second.kind === 'snapshot-point' ? second.index : 0);
  goOn();
  await cluster.time.until(() => follower.snapshots.list().length === 1);
  await cluster.close();
});

test('while a snapshot is being written the leader proposes no other by itself; one that is due then comes as soon as it is there', async () => {
  const cluster = await TestCluster.started(1, { snapshotIntervalBytes: 3_000 });
  const host = cluster.host(1);
  let open: () => void = () => undefined;
  host.state.gate = new Promise((resolve) => {
    open = resolve;
  });
  await cluster.commitMany(60);
  await cluster.time.pass(500);
  assert.deepEqual(cluster.said(host, 'snapshot-skipped'), []);
  open();
  await cluster.time.until(() => host.snapshots.list().length === 1);
  await cluster.time.until(() => host.snapshots.list().length === 2);
  assert.deepEqual(cluster.said(host, 'snapshot-skipped'), []);
  await cluster.close();
});

// The node asked for a snapshot, and then its log reached the point by itself: what it had asked for came while it took its own, and that ended it.
test('a snapshot that arrives from another node while this one is about to take it takes its place', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(4);
  const host = await cluster.follower();
  const others = cluster.hosts.filter((other) => other !== host);
  let open: () => void = () => undefined;
  host.state.gate = new Promise((resolve) => {
    open = resolve;
  });
  await cluster.commitMany(2);
  const index = await cluster.snapshot(others);
  await cluster.caughtUp();
  const [taken] = others[0]?.snapshots.kept ?? [];
  assert.ok(taken !== undefined && host.snapshots.list().length === 0);
  host.snapshots.kept.push(taken);
  open();
  await cluster.time.pass(1_000);
  assert.equal(host.failure, undefined);
  assert.deepEqual(
    host.snapshots.list().map((info) => info.index),
    [index],
  );
  assert.equal(cluster.partition(host).storageStatus().snapshotIndex, index);
  await cluster.close();
});

test('closing while a snapshot is written gives it up and leaves nothing running', async () => {
  const cluster = await TestCluster.started(1);
  const host = cluster.host(1);
  await cluster.commitMany(3);
  await cluster.resolved(cluster.partition(host).takeSnapshot());
  await cluster.close();
  assert.ok(host.snapshots.list().length <= 1);
});

test('a node whose state differs at a common snapshot is named by the others, and names them', async () => {
  const cluster = await TestCluster.started(3);
  await cluster.commitMany(3);
  await cluster.time.pass(100);
  const host = await cluster.follower();
  host.state.pairs = new Map([...host.state.pairs, ['ff', new Uint8Array(1)]]);
  await cluster.snapshot();
  await cluster.time.pass(3_000);
  for (const other of cluster.hosts) {
    const expected = cluster.hosts.filter(({ id }) => (other === host ? id !== host.id : id === host.id)).map(({ id }) => id as NodeId);
    assert.deepEqual(cluster.partition(other).storageStatus().diverged, expected);
    assert.match(cluster.said(other, 'diverged')[0]?.what ?? '', /the state/);
  }
  await cluster.close();
});

test('snapshots are verified on demand', async () => {
  const cluster = await TestCluster.started(1);
  await cluster.commitMany(3);
  const older = await cluster.snapshot();
  await cluster.commitMany(3);
  const newest = await cluster.snapshot();
  cluster.host(1).snapshots.rotten.add(older);
  assert.deepEqual(await cluster.resolved(cluster.partition(cluster.host(1)).verifySnapshots()), [
    { index: newest, error: undefined },
    { index: older, error: 'a flipped bit' },
  ]);
  await cluster.close();
});

function idOf(number: number): Uint8Array {
  const id = new Uint8Array(16);
  new DataView(id.buffer).setUint32(12, number);
  return id;
}
