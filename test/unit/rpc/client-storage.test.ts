// The client port over real gRPC and a fake node: reads of the state, snapshots, entries, and what a node says about its disk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Metadata, type ServiceError, status as Status } from '@grpc/grpc-js';
import * as sdk from '@ledgerline/client/internal';
import { STATE_READ_KEYS_MAX, STATE_READ_PAIRS_MAX } from '../../../consensus/limits.ts';
import { callUnary, failureOf, HELLO, openReading, openTail, transactionOf, until, type World, worldOf } from './client-world.ts';

const BASE = { hello: HELLO, partition: 1 };
const AT: sdk.WireReadAt = { kind: 'linearizable' };
const text = (value: string): Uint8Array => Buffer.from(value);
const put = (key: string, value: string): sdk.WireDelta => ({ kind: 'put', key: text(key), value: text(value) });

/** Commits one entry with one transaction of these deltas. */
function commit(world: World, ...deltas: sdk.WireDelta[]): void {
  const locks = deltas.flatMap((delta) => (delta.kind === 'record' ? [] : [{ mode: 'write' as const, name: delta.key }]));
  const bytes = transactionOf(world.partition.appliedOffset + 1, { data: new Uint8Array(0), deltas, locks });
  world.partition.commit([sdk.parseEnvelope(bytes, { transactionBytesMax: 4_096, locksMax: 8 })]);
}

async function readState(world: World, query: sdk.WireStateQuery, at = AT, timeoutMs = 500): Promise<sdk.ReadStateAnswer> {
  const request = sdk.encodeReadStateRequest({ ...BASE, at, query, timeoutMs });
  return sdk.decodeReadStateResponse(await callUnary(world, 'readState', request)).answer;
}

async function failsWith(promise: Promise<unknown>, status: number, code: string): Promise<void> {
  await assert.rejects(promise, (error: ServiceError) => {
    assert.deepEqual([failureOf(error).status, failureOf(error).code], [status, code]);
    return true;
  });
}

test('the state is read by key and by range, and the answer names its offset', async (t) => {
  const world = await worldOf(t);
  commit(world, put('a', '1'), put('b', '2'), put('c', ''));
  commit(world, { kind: 'delete', key: text('b') }, { kind: 'record', data: text('b') });
  assert.deepEqual(await readState(world, { kind: 'get-many', keys: [text('c'), text('b'), text('a')] }), {
    kind: 'values',
    offset: 2,
    values: [Buffer.alloc(0), undefined, Buffer.from('1')],
  });
  const range = (from: string, to: string | undefined, limit: number) =>
    readState(world, { kind: 'range', from: text(from), to: to === undefined ? undefined : text(to), limit });
  const pairs = [
    { key: Buffer.from('a'), value: Buffer.from('1') },
    { key: Buffer.from('c'), value: Buffer.alloc(0) },
  ];
  assert.deepEqual(await range('', undefined, 9), { kind: 'pairs', offset: 2, pairs, more: false });
  assert.deepEqual(await range('', undefined, 1), { kind: 'pairs', offset: 2, pairs: pairs.slice(0, 1), more: true });
  assert.deepEqual(await range('b', 'c', 9), { kind: 'pairs', offset: 2, pairs: [], more: false });
});

test('what a read asks for reaches the node, and waits no longer than a node lets it', async (t) => {
  const world = await worldOf(t);
  const query: sdk.WireStateQuery = { kind: 'get-many', keys: [] };
  for (const at of [AT, { kind: 'local' }, { kind: 'at-least', offset: 0 }] as const) await readState(world, query, at);
  await readState(world, query, AT, 60_000);
  assert.deepEqual(
    world.partition.stateReads.map(({ at, timeoutMs }) => [at.kind, timeoutMs]),
    [
      ['linearizable', 500],
      ['local', 500],
      ['at-least', 500],
      ['linearizable', 10_000],
    ],
  );
  assert.deepEqual(await readState(world, query, { kind: 'at-least', offset: 7 }), {
    kind: 'refused',
    code: 'OVERLOADED',
    outcome: 'none',
  });
});

test('a read of too much is refused', async (t) => {
  const world = await worldOf(t);
  const keys = (count: number) => Array.from({ length: count }, () => text('k'));
  const range = (limit: number) => readState(world, { kind: 'range', from: text(''), to: undefined, limit });
  await readState(world, { kind: 'get-many', keys: keys(STATE_READ_KEYS_MAX) });
  await failsWith(readState(world, { kind: 'get-many', keys: keys(STATE_READ_KEYS_MAX + 1) }), Status.INVALID_ARGUMENT, 'INVALID');
  await range(STATE_READ_PAIRS_MAX);
  for (const limit of [0, STATE_READ_PAIRS_MAX + 1]) await failsWith(range(limit), Status.INVALID_ARGUMENT, 'INVALID');
  const foreign = sdk.encodeReadStateRequest({ ...BASE, partition: 9, at: AT, query: { kind: 'get-many', keys: [] }, timeoutMs: 1 });
  await failsWith(callUnary(world, 'readState', foreign), Status.NOT_FOUND, 'UNKNOWN_PARTITION');
});

test('values that no message holds are refused, and fewer of them are not', async (t) => {
  const world = await worldOf(t);
  const value = Buffer.alloc(512 * 1024);
  world.partition.readState = async (query) =>
    query.kind === 'get-many' ? { kind: 'values', offset: 1, values: query.keys.map(() => value) } : assert.fail();
  const read = (count: number) => readState(world, { kind: 'get-many', keys: Array.from({ length: count }, () => text('k')) });
  assert.equal((await read(16)).kind, 'values');
  const refused = await read(17);
  assert.deepEqual(refused.kind === 'refused' && [refused.code, refused.outcome], ['TOO_LARGE', 'none']);
});

test('a snapshot is taken, listed, verified and fetched whole, also from the middle', async (t) => {
  const world = await worldOf(t);
  commit(world, put('a', '1'));
  const request = sdk.encodePartitionRequest(BASE);
  const taken = sdk.decodeTakeSnapshotResponse(await callUnary(world, 'takeSnapshot', request));
  assert.deepEqual([taken.answer, taken.hello?.node], [{ kind: 'snapshot-point', index: 2 }, 'n1']);
  const { snapshots } = sdk.decodeListSnapshotsResponse(await callUnary(world, 'listSnapshots', request));
  assert.deepEqual(
    snapshots.map(({ index, offset, stateKeys }) => [index, offset, stateKeys]),
    [[2, 1, 1]],
  );
  world.partition.snapshotErrors.set(2, 'chunk 0 at byte 4096 is damaged');
  const { verdicts } = sdk.decodeVerifySnapshotsResponse(await callUnary(world, 'verifySnapshots', request));
  assert.deepEqual(verdicts, [{ index: 2, error: 'chunk 0 at byte 4096 is damaged' }]);
  const file = Buffer.from(world.partition.snapshotFiles[0]?.file ?? []);
  for (const position of [0, 5, file.length]) {
    const stream = openReading(world, 'fetchSnapshot', {
      request: sdk.encodeFetchSnapshotRequest({ ...BASE, index: 2, position }),
      decode: sdk.decodeSnapshotChunk,
    });
    assert.equal(await stream.ended, undefined);
    const [first, ...chunks] = stream.messages;
    assert.deepEqual([first?.hello?.node, first?.snapshot?.index, first?.position], ['n1', 2, position]);
    assert.deepEqual(Buffer.concat(chunks.map(({ data }) => data)), file.subarray(position));
  }
});

test('a snapshot that is not there is named, and a position behind its end is refused', async (t) => {
  const world = await worldOf(t);
  await world.partition.takeSnapshot();
  const fetch = (index: number, position: number) =>
    openReading(world, 'fetchSnapshot', {
      request: sdk.encodeFetchSnapshotRequest({ ...BASE, index, position }),
      decode: sdk.decodeSnapshotChunk,
    }).ended;
  const unknown = await fetch(7, 0);
  assert.deepEqual(
    [unknown?.status, unknown?.code, unknown?.details],
    [Status.NOT_FOUND, 'UNKNOWN_SNAPSHOT', 'n1 has no snapshot at index 7; it has 1'],
  );
  assert.equal((await fetch(1, 1_000))?.code, 'INVALID');
});

test('entries of every type are streamed, whole and in order, up to what is applied', async (t) => {
  const world = await worldOf(t);
  for (let entry = 0; entry < 200; entry++) commit(world, put(`k${entry}`, 'v'.repeat(2_000)));
  await world.partition.takeSnapshot();
  const read = async (fromIndex: number, toIndex: number | undefined) => {
    const request = sdk.encodeReadEntriesRequest({ ...BASE, fromIndex, toIndex });
    const stream = openReading(world, 'readEntries', { request, decode: sdk.decodeEntriesMessage });
    assert.equal(await stream.ended, undefined);
    assert.equal(stream.messages[0]?.hello?.node, 'n1');
    return stream.messages.flatMap(({ entries }) => entries);
  };
  const all = await read(1, undefined);
  assert.deepEqual(
    all.map(({ index, type }) => `${index} ${type}`),
    world.partition.entries.map(({ index, type }) => `${index} ${type}`),
  );
  assert.deepEqual(Buffer.from(all[7]?.payload ?? []), Buffer.from(world.partition.entries[7]?.payload ?? []));
  const indexes = async (from: number, to: number) => (await read(from, to)).map(({ index }) => index);
  assert.deepEqual(await indexes(5, 7), [5, 6, 7]);
  assert.deepEqual(await indexes(201, 500), [201]);
  assert.deepEqual(await indexes(202, 500), []);
});

test('entries and offsets that were compacted say where to start instead', async (t) => {
  const world = await worldOf(t);
  commit(world, put('a', '1'));
  commit(world, put('a', '2'));
  const compactedOf = async (stream: {
    readonly ended: Promise<unknown>;
    readonly call: { on(event: 'error', then: (error: ServiceError) => void): void };
  }) => {
    const metadata = new Promise<Metadata>((resolve) => stream.call.on('error', (error) => resolve(error.metadata)));
    await stream.ended;
    const trailers = await metadata;
    return [sdk.CODE_TRAILER, sdk.OFFSET_TRAILER, sdk.INDEX_TRAILER, sdk.SNAPSHOT_INDEX_TRAILER, sdk.SNAPSHOT_OFFSET_TRAILER].map(
      (name) => trailers.get(name)[0],
    );
  };
  const entries = (fromIndex: number) =>
    openReading(world, 'readEntries', {
      request: sdk.encodeReadEntriesRequest({ ...BASE, fromIndex, toIndex: undefined }),
      decode: sdk.decodeEntriesMessage,
    });
  world.partition.first = 2;
  world.partition.storage = { ...world.partition.storage, firstIndex: 2 };
  assert.deepEqual(await compactedOf(openTail(world, { fromOffset: 1 })), ['COMPACTED', '2', undefined, undefined, undefined]);
  await world.partition.takeSnapshot();
  assert.deepEqual(await compactedOf(openTail(world, { fromOffset: 1 })), ['COMPACTED', '2', undefined, '3', '2']);
  assert.deepEqual(await compactedOf(entries(1)), ['COMPACTED', undefined, '2', '3', '2']);
  assert.equal(await entries(2).ended, undefined);
  assert.equal((await entries(0).ended)?.code, 'INVALID');
});

test('a reading that takes long is kept alive by heartbeats and ends when the node closes', async (t) => {
  const world = await worldOf(t);
  commit(world, put('a', '1'));
  world.partition.readEntries = () => new Promise(() => undefined);
  const stream = openReading(world, 'readEntries', {
    request: sdk.encodeReadEntriesRequest({ ...BASE, fromIndex: 1, toIndex: undefined }),
    decode: sdk.decodeEntriesMessage,
  });
  await stream.next(4);
  await world.server.close();
  assert.equal((await stream.ended)?.code, 'SHUTTING_DOWN');
});

test('a slow reader of a snapshot holds the node back and gets every byte', async (t) => {
  const world = await worldOf(t);
  for (let entry = 0; entry < 20; entry++) commit(world, put(`k${entry}`, 'v'.repeat(3_000)));
  await world.partition.takeSnapshot();
  const [snapshot] = world.partition.snapshotFiles;
  assert.ok(snapshot !== undefined);
  let reads = 0;
  const file = Buffer.alloc(40 * 1024 * 1024, 7);
  world.partition.snapshotFiles[0] = { info: { ...snapshot.info, bytes: file.length }, file };
  world.partition.readSnapshot = async ({ position, length }) => {
    reads++;
    return file.subarray(position, position + length);
  };
  const stream = openReading(world, 'fetchSnapshot', {
    request: sdk.encodeFetchSnapshotRequest({ ...BASE, index: snapshot.info.index, position: 0 }),
    decode: ({ length }) => length,
  });
  stream.call.pause();
  await until(() => reads > 0, 'the node begins to read');
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(reads < 80, `${reads} pieces of 256 KiB were read for a reader that takes none`);
  stream.call.resume();
  assert.equal(await stream.ended, undefined);
  assert.equal(reads, 160);
});

test('a node describes its disk', async (t) => {
  const world = await worldOf(t);
  const damage = [
    { from: 3, to: 4, digestBefore: new Uint8Array(32), digest: new Uint8Array(32), file: 'f', position: 4_096, why: 'payload CRC' },
  ];
  const storage = {
    ...world.partition.storage,
    damage,
    claim: { index: 9, term: 2 },
    isFull: true,
    freeBytes: 2 ** 40,
    logBytes: 77,
    repairedRanges: 2,
  };
  world.partition.storage = storage;
  const described = sdk.decodeDescribeResponse(await callUnary(world, 'describe', sdk.encodeDescribeRequest({ hello: HELLO })));
  assert.deepEqual(described.partitions[0]?.storage, {
    ...storage,
    damage: [{ from: 3, to: 4, file: 'f', position: 4_096, why: 'payload CRC' }],
    damagedRanges: 1,
  });
});
