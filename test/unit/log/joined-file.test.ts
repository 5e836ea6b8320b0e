// By which membership a node joined: as it was saved, or refused; never half of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { MembershipAt } from '../../../consensus/members-view.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { JOINED_FILE } from '../../../log/joined-file.ts';
import { damage, isCrash, NODE, openData, ROOT, rejectsWith } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const N2 = 'n2' as NodeId;
const FILE = `${ROOT}/${JOINED_FILE}`;

function joinedAt(index: number): MembershipAt {
  const members = [NODE, N2].map((id) => ({
    id,
    incarnation: '1'.repeat(32),
    peerAddress: `${id}:1`,
    clientAddress: `${id}:2`,
    memberSince: index,
  }));
  return {
    index,
    membership: { voters: [N2], outgoing: [], learners: [NODE], members, intended: { voters: [NODE, N2], learners: [], retired: [] } },
  };
}

test('is absent until it is saved, replaced by a newer one, and there after a power cut', async () => {
  const disk = new MemoryDisk();
  const data = await openData(disk);
  assert.equal(data.joined, undefined);
  await data.saveJoined(joinedAt(5));
  await data.saveJoined(joinedAt(9));
  assert.deepEqual(data.joined, joinedAt(9));
  disk.cutPower(() => 0.9999);
  disk.restart();
  const again = await openData(disk);
  assert.deepEqual(again.joined, joinedAt(9));
  assert.equal(again.genesisText, undefined);
  await again.saveGenesis('{}');
  await assert.rejects(again.saveJoined(joinedAt(10)), /before the genesis/);
});

test('is the old or the new one, whatever call of its saving a crash hits', async () => {
  for (let call = 1; call <= 8; call++) {
    for (const luck of [0.1, 0.5, 0.9]) {
      const disk = new MemoryDisk();
      const data = await openData(disk);
      await data.saveJoined(joinedAt(5));
      disk.crashAt(call, () => luck);
      let isSaved = true;
      await data.saveJoined(joinedAt(9)).catch((error) => {
        assert.ok(isCrash(error));
        isSaved = false;
      });
      disk.cutPower(() => luck);
      disk.restart();
      const found = (await openData(disk)).joined?.index;
      assert.ok(found === 9 || (!isSaved && found === 5), `call ${call}: ${found}`);
    }
  }
});

test('with any bit flipped, short, long, empty or of a later version it is refused', async () => {
  const disk = new MemoryDisk();
  await (await openData(disk)).saveJoined(joinedAt(5));
  disk.kill();
  disk.restart();
  const { length } = disk.file(FILE).cache;
  const changes: ((bytes: Uint8Array) => Uint8Array)[] = [
    (b) => b.slice(0, -1),
    (b) => Buffer.concat([b, Buffer.from(' ')]),
    () => new Uint8Array(0),
  ];
  for (let byte = 0; byte < length; byte++) changes.push((b) => b.map((value, at) => (at === byte ? value ^ 1 : value)));
  for (const change of changes) {
    const copy = disk.clone();
    damage(copy, FILE, change);
    await assert.rejects(openData(copy), (error: Error & { code?: string }) => error.code === 'CORRUPT' || error.code === 'VERSION');
  }
  const later = disk.clone();
  damage(later, FILE, (b) => Buffer.from(Buffer.from(b).toString('latin1').replace('joined 1 ', 'joined 2 '), 'latin1'));
  await rejectsWith(openData(later), 'VERSION');
});

test('of a text that nobody writes, under its own digest, it is refused', async () => {
  const disk = new MemoryDisk();
  await (await openData(disk)).saveJoined(joinedAt(5));
  disk.kill();
  disk.restart();
  const sound = Buffer.from(disk.file(FILE).cache).toString('latin1').split('\n')[1] ?? '';
  for (const text of ['', '{}', sound.replace('"index":5', '"index":9999999999999999'), sound.replace('"voters":["n2"]', '"voters":[]')]) {
    const digest = createHash('sha256').update(text, 'latin1').digest('hex');
    const copy = disk.clone();
    damage(copy, FILE, () => Buffer.from(`ledgerline joined 1 ${digest}\n${text}`, 'latin1'));
    await rejectsWith(openData(copy), 'CORRUPT');
  }
});
