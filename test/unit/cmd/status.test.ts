// What status and the list of snapshots conclude from what the nodes say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClusterStatus, NodeStatus, StorageStatus } from '@ledgerline/client';
import { differences } from '../../../cmd/snapshot.ts';
import { attention } from '../../../cmd/status.ts';
import { bytesAmount } from '../../../cmd/units.ts';
import { snapshotAt } from '../client-sdk/fake-storage.ts';

const STORAGE: StorageStatus = {
  firstIndex: 1,
  logBytes: 1,
  stateIndex: 1,
  snapshotIndex: 0,
  damage: [],
  damagedRanges: 0,
  repairedRanges: 3,
  claim: undefined,
  scrubbedAt: 1,
  scrubbedIndex: 1,
  diverged: [],
  freeBytes: 1,
  isFull: false,
};

function nodeOf(id: string, storage: Partial<StorageStatus> | undefined = {}, digest = 'aa'): NodeStatus {
  return { id, role: 'follower', last: 1, applied: 1, digest, storage: { ...STORAGE, ...storage } };
}

function statusOf(...partitions: NodeStatus[][]): ClusterStatus {
  return {
    cluster: 'c',
    acknowledge: 'durable',
    partitions: partitions.map((nodes, at) => ({
      partition: at + 1,
      leader: 'n1',
      term: 1,
      committed: 1,
      digestIndex: 1,
      joint: undefined,
      nodes,
    })),
  };
}

test('a healthy cluster needs nothing, also after repairs', () => {
  assert.deepEqual(attention(statusOf([nodeOf('n1'), nodeOf('n2')])), []);
});

test('what concerns a node as a whole is said once, what concerns a partition names it', () => {
  const away: NodeStatus = { ...nodeOf('n3'), role: 'unreachable', digest: '', storage: undefined };
  const full = nodeOf('n1', { isFull: true });
  const found = attention(statusOf([full, nodeOf('n2'), away], [full, nodeOf('n2', { diverged: ['n1'] }), away]));
  assert.deepEqual(found, [
    'n1: disk full, read-only (1 B free)',
    'n3: unreachable',
    'n2, partition 2: its state differs from that of n1: see ledgerline snapshot list',
  ]);
});

test('a cluster that acknowledges early is told first', () => {
  assert.match(attention({ ...statusOf([nodeOf('n1', { isFull: true })]), acknowledge: 'received' })[0] ?? '', /^ACKNOWLEDGE: RECEIVED/);
});

test('histories that differ are the loudest', () => {
  assert.match(attention(statusOf([nodeOf('n1'), nodeOf('n2', {}, 'bb')])).join(), /histories differ at index 1/);
});

test('states are compared at the indexes that two nodes have', () => {
  const [seven, eight] = [snapshotAt(7, 1), snapshotAt(8, 1)];
  const odd = { ...seven, stateDigest: Buffer.alloc(32, 0xee) };
  assert.deepEqual(
    differences([
      { node: 'n1', snapshots: [eight, seven] },
      { node: 'n2', snapshots: [seven] },
      { node: 'n3', snapshots: undefined },
    ]),
    [],
  );
  assert.deepEqual(
    differences([
      { node: 'n1', snapshots: [eight, seven] },
      { node: 'n2', snapshots: [seven] },
      { node: 'n3', snapshots: [odd] },
    ]),
    ['the states at index 7 differ: n1, n2 have 0707070707070707; n3 have eeeeeeeeeeeeeeee'],
  );
});

test('bytes are shown in the largest unit that fits', () => {
  assert.deepEqual([0, 1023, 1024, 1536, 102_400, 1024 ** 3 * 1.25].map(bytesAmount), [
    '0 B',
    '1023 B',
    '1.0 KiB',
    '1.5 KiB',
    '100 KiB',
    '1.3 GiB',
  ]);
});
