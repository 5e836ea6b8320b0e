// How often the leader must have been asked before its appends may cut anything off: only attempts in which somebody was asked count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPAIR_HELPLESS_ATTEMPTS } from '../../../../../consensus/limits.ts';
import { Pauses } from '../../../../../consensus/node/pauses.ts';
import { Overwriting } from '../../../../../consensus/node/repair/overwriting.ts';
import { Repairer } from '../../../../../consensus/node/repair/repairer.ts';
import { StorageTurns } from '../../../../../consensus/node/storage-turns.ts';
import type { PartitionStorage, PeerRequests, SnapshotStore, Timers } from '../../../../../consensus/ports.ts';
import type { DamagedRange, NodeId } from '../../../../../consensus/types.ts';

const LEADER = 'n2' as NodeId;
const DIGEST = new Uint8Array(32);
const RANGE: DamagedRange = { from: 3, to: 3, digestBefore: DIGEST, digest: DIGEST, file: 'f', position: 0, why: 'rot' };

/** Tries to repair so many times; tells whether a leader may cut then, and how often it was asked. */
async function tried(attempts: number, isFull: boolean): Promise<{ readonly mayCut: boolean; readonly asked: number }> {
  let left = attempts;
  let asked = 0;
  let resolveOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    resolveOver = resolve;
  });
  const after = (_: number, action: () => void) => {
    if (--left > 0) queueMicrotask(action);
    else resolveOver();
    return () => undefined;
  };
  const pauses = new Pauses({ after } as Partial<Timers> as Timers);
  const peerRequests: Partial<PeerRequests> = {
    entries: async () => {
      asked++;
      return [];
    },
  };
  const repairer = new Repairer({
    partition: 1,
    storage: { damage: [RANGE], readUnproven: async () => [] } as Partial<PartitionStorage> as PartitionStorage,
    snapshots: { list: () => [] } as Partial<SnapshotStore> as SnapshotStore,
    turns: new StorageTurns(),
    pauses,
    peers: () => [LEADER],
    lookFurther: async () => false,
    peerRequests: peerRequests as PeerRequests,
    chainDigest: () => DIGEST,
    isFull: () => isFull,
    onHelpless: () => undefined,
    onAttempted: () => undefined,
    onHoldBack: () => undefined,
    observe: () => undefined,
    onFailure: (error) => assert.fail(String(error)),
  });
  const overwriting = new Overwriting(repairer);
  assert.equal(overwriting.mayCut(LEADER, 2), false, 'not when it first wants to');
  const done = repairer.repair();
  await over;
  const mayCut = overwriting.mayCut(LEADER, 2);
  pauses.close();
  await done;
  return { mayCut, asked };
}

test('a leader may cut off what lies behind damage once it was asked often enough', async () => {
  const enough = REPAIR_HELPLESS_ATTEMPTS + 1;
  assert.deepEqual(await tried(enough, false), { mayCut: true, asked: enough });
  assert.deepEqual(await tried(enough - 1, false), { mayCut: false, asked: enough - 1 });
});

// Found by review: the attempts of a node whose disk was full counted, and once there was space again the leader cut at once.
test('as long as the disk is full nobody is asked, and that does not count', async () => {
  assert.deepEqual(await tried(20, true), { mayCut: false, asked: 0 });
});
