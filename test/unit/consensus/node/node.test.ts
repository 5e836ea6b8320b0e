// How a node starts, and how it does not: over storages that are plain objects.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CLUSTER_LIMITS } from '../../../../consensus/limits.ts';
import { LostEntriesError } from '../../../../consensus/node/events.ts';
import { Node, type NodeOptions } from '../../../../consensus/node/node.ts';
import type { PartitionStorage, SnapshotStore, StateProgress } from '../../../../consensus/ports.ts';
import { DEFAULT_STORAGE_OPTIONS } from '../../../../consensus/storage-options.ts';
import type { Entry, Genesis, NodeId } from '../../../../consensus/types.ts';
import { entry, testDigest } from './entries.ts';

const n1 = 'n1' as NodeId;

function storageOf(entries: readonly Entry[], onClose: () => void = () => undefined): PartitionStorage {
  return {
    recovery: { segments: 1, entries: entries.length, bytesRead: 0, tornBytes: 0, tornAt: undefined, unclearAt: undefined },
    base: { index: 0, term: 0, nextOffset: 1, digest: new Uint8Array(32) },
    claim: undefined,
    memberships: [],
    damage: [],
    bytes: 0,
    compact: async () => undefined,
    sealedSegments: () => [],
    reset: async () => undefined,
    repair: async () => undefined,
    splitDamage: () => undefined,
    readUnproven: async () => [],
    raiseClaim: async () => undefined,
    dropClaim: async () => undefined,
    verify: async () => ({ bytes: 0, next: undefined, damage: [] }),
    hardState: { term: 1, votedFor: undefined },
    lastIndex: entries.length,
    lastDigest: entries.at(-1)?.digest ?? new Uint8Array(32),
    termRuns: entries.length === 0 ? [] : [{ firstIndex: 1, term: 1 }],
    saveHardState: async () => undefined,
    append: async () => undefined,
    read: async ({ from, to }) => entries.slice(from - 1, to),
    indexOfOffset: async () => undefined,
    close: async () => onClose(),
  };
}

const NO_SNAPSHOTS: SnapshotStore = {
  list: () => [],
  damaged: () => [],
  create: () => assert.fail('no snapshot is taken'),
  read: () => assert.fail('there is no snapshot'),
  verify: () => assert.fail('there is no snapshot'),
  readBytes: () => assert.fail('there is no snapshot'),
  receive: () => assert.fail('no snapshot is installed'),
  keepNewest: async () => undefined,
};

async function nobody(): Promise<never> {
  throw new Error('nobody is there');
}

/** Options of a node whose key index is complete up to `indexedThrough`, and how many of its timers run. */
function world(options: {
  readonly indexedThrough: number;
  readonly state?: StateProgress;
  readonly openPartition: NodeOptions['openPartition'];
  readonly partitions?: number;
}) {
  let running = 0;
  const start = () => {
    running++;
    return () => {
      running--;
    };
  };
  const member = { id: n1, incarnation: '0'.repeat(32), peerAddress: 'a:1', clientAddress: 'a:2' };
  const genesis: Genesis = {
    clusterId: '0'.repeat(64),
    formatVersion: 1,
    partitions: options.partitions ?? 1,
    limits: DEFAULT_CLUSTER_LIMITS,
    members: [member, { ...member, id: 'n2' as NodeId }, { ...member, id: 'n3' as NodeId }],
  };
  const node: NodeOptions = {
    id: n1,
    incarnation: '0'.repeat(32),
    introduce: nobody,
    onMembersChanged: () => undefined,
    genesis,
    openPartition: options.openPartition,
    keyIndex: {
      getMany: async (_, ids) => ids.map(() => undefined),
      put: async () => undefined,
      appliedOffset: async () => options.indexedThrough,
      all: () => assert.fail('no snapshot is taken'),
      load: () => assert.fail('no snapshot is restored'),
      close: async () => undefined,
    },
    stateStore: {
      progress: async () => options.state ?? { index: 0, offset: 0 },
      apply: async () => undefined,
      view: () => assert.fail('nothing is read'),
      load: () => assert.fail('no snapshot is restored'),
      close: async () => undefined,
    },
    openSnapshots: async () => NO_SNAPSHOTS,
    peerRequests: {
      logEnd: nobody,
      entries: nobody,
      committedOffset: nobody,
      snapshots: nobody,
      snapshotBytes: nobody,
    },
    deltasOf: () => [],
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
    storage: DEFAULT_STORAGE_OPTIONS,
    timers: { wallClock: () => 1, every: start, after: start, endOfTurn: () => undefined },
    transport: { send: () => undefined },
    chainDigest: testDigest,
    seed: 1,
    invariants: 'all',
    observe: () => undefined,
    fatal: (error) => assert.fail(String(error)),
  };
  return { options: node, running: () => running };
}

test('a log that ends where the key index ends, or later, is opened', async () => {
  for (const indexedThrough of [0, 3, 4]) {
    const entries = [entry({ index: 1, count: 2 }), entry({ index: 2, firstOffset: 3, count: 2 })];
    const { options, running } = world({ indexedThrough, openPartition: async () => storageOf(entries) });
    const node = await Node.open(options);
    assert.ok(running() > 0);
    await node.close();
    assert.equal(running(), 0);
  }
});

test('a log that ends before the key index does has lost entries that were applied: the node does not start', async () => {
  const entries = [entry({ index: 1, count: 2 }), entry({ index: 2, firstOffset: 3, count: 2 })];
  for (const [log, indexedThrough] of [
    [entries, 5],
    [[], 1],
  ] as const) {
    const { options, running } = world({ indexedThrough, openPartition: async () => storageOf(log) });
    await assert.rejects(Node.open(options), LostEntriesError);
    assert.equal(running(), 0);
  }
});

test('a log that ends before the state does has lost entries, too', async () => {
  const entries = [entry({ index: 1, count: 2 }), entry({ index: 2, firstOffset: 3, count: 2 })];
  const openPartition = async () => storageOf(entries);
  const whole = world({ indexedThrough: 0, state: { index: 2, offset: 4 }, openPartition });
  await (await Node.open(whole.options)).close();
  const lost = world({ indexedThrough: 0, state: { index: 3, offset: 4 }, openPartition });
  await assert.rejects(Node.open(lost.options), LostEntriesError);
  assert.equal(lost.running(), 0);
});

test('when a later partition cannot be opened the earlier ones are closed: no timer keeps the process alive, no storage stays open', async () => {
  let closed = 0;
  const damaged = new Error('damaged');
  const openPartition = async (partition: number): Promise<PartitionStorage> => {
    if (partition === 3) throw damaged;
    return storageOf([], () => closed++);
  };
  const { options, running } = world({ indexedThrough: 0, openPartition, partitions: 3 });
  await assert.rejects(Node.open(options), damaged);
  assert.equal(closed, 2);
  assert.equal(running(), 0);
});

// The simulator found it (seed 103133 at e7ca872): a client read while the node closed, and the read failed with an assertion of the closed log.
test('a closed partition refuses, and its log reads as if nothing more were there', async () => {
  const key = { kind: 'named', id: new Uint8Array(16).fill(1) } as const;
  const storage = storageOf([entry({ index: 1 })]);
  const { options } = world({ indexedThrough: 0, openPartition: async () => storage });
  const node = await Node.open(options);
  const partition = node.partition(1);
  assert.ok(partition !== undefined);
  const stream = partition.openSubmitStream();
  await node.close();
  const refused: string[] = [];
  const submission = { key, content: key.id, seen: undefined, locks: [], isVoid: false, hasDeltas: false, bytes: new Uint8Array(1) };
  stream.submit([submission], (_, result) => refused.push(result.kind === 'refused' ? result.code : result.kind));
  assert.deepEqual(refused, ['NOT_LEADER']);
  assert.deepEqual(await partition.lookup(key), { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' });
  assert.deepEqual(await partition.committedOffset(), { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' });
  assert.deepEqual(await partition.readApplied({ fromOffset: 1, bytesMax: 1 }), []);
  assert.equal(await partition.digestAt(1), undefined);
});
