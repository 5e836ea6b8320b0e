// When the repairer begins, and that it ends with what it repairs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pauses } from '../../../../consensus/node/pauses.ts';
import { Repairer } from '../../../../consensus/node/repairer.ts';
import { StorageTurns } from '../../../../consensus/node/storage-turns.ts';
import type { PartitionStorage, PeerRequests, Timers } from '../../../../consensus/ports.ts';
import type { DamagedRange, EntryBody, NodeId } from '../../../../consensus/types.ts';

const DIGEST = new Uint8Array(32);
const RANGE: DamagedRange = { from: 3, to: 3, digestBefore: DIGEST, digest: DIGEST, file: 'f', position: 0, why: 'rot' };
const BODY: EntryBody = { term: 1, type: 'no-op', timestamp: 1, firstOffset: 1, count: 0, payload: new Uint8Array(0) };

// Found by the simulator: that first attempt was taken to be under way for ever, so nothing was repaired any more, and whoever waited for it span.
test('a repairer that was called without damage repairs what is damaged later', async () => {
  let damage: readonly DamagedRange[] = [];
  const storage: Partial<PartitionStorage> = {
    get damage() {
      return damage;
    },
    repair: () => {
      damage = [];
      return Promise.resolve();
    },
  };
  const timers: Partial<Timers> = { after: () => () => undefined };
  const peerRequests: Partial<PeerRequests> = { entries: () => Promise.resolve([BODY]) };
  const heldBack: boolean[] = [];
  const repairer = new Repairer({
    partition: 1,
    storage: storage as PartitionStorage,
    turns: new StorageTurns(),
    pauses: new Pauses(timers as Timers),
    peers: ['n2' as NodeId],
    peerRequests: peerRequests as PeerRequests,
    chainDigest: () => DIGEST,
    onHoldBack: (isHeldBack) => heldBack.push(isHeldBack),
    observe: () => undefined,
    onFailure: (error) => assert.fail(String(error)),
  });
  await repairer.repair();
  assert.deepEqual(heldBack, []);
  damage = [RANGE];
  await repairer.repair();
  assert.deepEqual(damage, []);
  assert.deepEqual(heldBack, [true, false]);
});
