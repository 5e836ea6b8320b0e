// Whose directory this is, which cluster it belongs to, what is new and what was lost.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NodeId } from '../../../consensus/types.ts';
import { checksum } from '../../../log/crc.ts';
import { clusterIdOf } from '../../../log/genesis-file.ts';
import { damage, diskWith, INCARNATION, isCrash, NODE, openData, openLog, PARTITION, ROOT, rejectsWith } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const GENESIS = '{"partitions":1,"name":"Zürich"}';

/** A formed node with one partition, whose process is gone. */
async function formed(): Promise<MemoryDisk> {
  const disk = await diskWith([]);
  await (await openData(disk)).saveGenesis(GENESIS);
  disk.kill();
  disk.restart();
  return disk;
}

function text(disk: MemoryDisk, path: string): string {
  return Buffer.from(disk.file(path).cache).toString('utf8');
}

describe('the identity', () => {
  test('is made once and kept', async () => {
    const disk = new MemoryDisk();
    assert.deepEqual((await openData(disk)).identity, { nodeId: NODE, incarnation: INCARNATION });
    disk.cutPower(() => 0.9);
    disk.restart();
    assert.deepEqual((await openData(disk)).identity, { nodeId: NODE, incarnation: INCARNATION });
  });

  test('of another node is refused by name', async () => {
    const error = await rejectsWith(openData(await formed(), 'n2' as NodeId), 'WRONG_NODE');
    assert.match(error.message, /belongs to node n1, not to n2/);
  });

  test('with any bit flipped is refused', async () => {
    const disk = await formed();
    const { length } = disk.file(`${ROOT}/identity`).cache;
    for (let bit = 0; bit < length * 8; bit++) {
      const copy = disk.clone();
      damage(copy, `${ROOT}/identity`, (bytes) => {
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return bytes;
      });
      await rejectsWith(openData(copy), 'CORRUPT');
    }
  });

  test('one byte short, one byte long or empty is refused', async () => {
    const disk = await formed();
    for (const change of [
      (b: Uint8Array) => b.slice(0, -1),
      (b: Uint8Array) => Buffer.concat([b, Buffer.from('\n')]),
      () => new Uint8Array(0),
      () => Buffer.from('ledgerline identity 2\n'),
    ]) {
      const copy = disk.clone();
      damage(copy, `${ROOT}/identity`, change);
      await rejectsWith(openData(copy), 'CORRUPT');
    }
  });

  test('of a later version is refused as such', async () => {
    const disk = await formed();
    const body = `ledgerline identity 2\nnode ${NODE}\nincarnation ${INCARNATION}\ncolour red\n`;
    const check = checksum(Buffer.from(body)).toString(16).padStart(8, '0');
    disk.plant(`${ROOT}/identity`, Buffer.from(`${body}checksum ${check}\n`));
    await rejectsWith(openData(disk), 'VERSION');
  });

  test('missing beside data is a loss, not a new node', async () => {
    const disk = await formed();
    disk.plant(`${ROOT}/identity`, undefined);
    const error = await rejectsWith(openData(disk), 'CORRUPT');
    assert.match(error.message, /identity of the node is missing, but its data are here/);
  });
});

describe('the genesis', () => {
  test('is absent until it is saved, and then there after a power cut', async () => {
    const disk = new MemoryDisk();
    const data = await openData(disk);
    assert.equal(data.genesisText, undefined);
    await data.saveGenesis(GENESIS);
    assert.equal(data.genesisText, GENESIS);
    disk.cutPower(() => 0.9999);
    disk.restart();
    assert.equal((await openData(disk)).genesisText, GENESIS);
  });

  test('is all there or not at all, whatever call of its saving a crash hits', async () => {
    for (let call = 1; call <= 6; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const disk = new MemoryDisk();
        const data = await openData(disk);
        disk.crashAt(call, () => luck);
        let isSaved = true;
        await data.saveGenesis(GENESIS).catch((error) => {
          assert.ok(isCrash(error));
          isSaved = false;
        });
        disk.cutPower(() => luck);
        disk.restart();
        const found = (await openData(disk)).genesisText;
        assert.ok(found === GENESIS || (!isSaved && found === undefined));
      }
    }
  });

  test('saved again is no harm, another one is refused', async () => {
    const data = await openData(await formed());
    await data.saveGenesis(GENESIS);
    await rejectsWith(data.saveGenesis('{}'), 'WRONG_CLUSTER');
    assert.equal(data.genesisText, GENESIS);
  });

  test('names the cluster by its digest, which its file carries', async () => {
    const disk = await formed();
    assert.equal(clusterIdOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(text(disk, `${ROOT}/genesis`), `ledgerline genesis 1 ${clusterIdOf(GENESIS)}\n${GENESIS}`);
  });

  test('with any bit flipped is refused', async () => {
    const disk = await formed();
    const { length } = disk.file(`${ROOT}/genesis`).cache;
    for (let bit = 0; bit < length * 8; bit++) {
      const copy = disk.clone();
      damage(copy, `${ROOT}/genesis`, (bytes) => {
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        return bytes;
      });
      await assert.rejects(openData(copy), /^LogError: (CORRUPT|VERSION)/);
    }
  });
});

describe('the data directory', () => {
  test('with a foreign file is refused, and names it', async () => {
    for (const path of [`${ROOT}/notes.txt`, `${ROOT}/identity.bak`, `${PARTITION}/core`, `${PARTITION}/00000001-00000002.segment`]) {
      const disk = await formed();
      disk.plant(path, new Uint8Array(3));
      const error = await rejectsWith(openLog(disk), 'FOREIGN_FILE');
      assert.equal(error.file, path);
      assert.ok(
        (await disk.list(path.slice(0, path.lastIndexOf('/')))).includes(path.slice(path.lastIndexOf('/') + 1)),
        'it is left alone',
      );
    }
  });

  test('tolerates lost+found and the key index, and removes unfinished files of its own', async () => {
    const disk = await formed();
    await disk.makeDirectory(`${ROOT}/lost+found`);
    await disk.makeDirectory(`${ROOT}/key-index`);
    for (const name of ['identity.tmp', 'genesis.tmp', 'partition-0001/hard-state.tmp']) disk.plant(`${ROOT}/${name}`, new Uint8Array(3));
    await openLog(disk);
    assert.deepEqual(
      (await disk.list(ROOT)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  test('says what the file system refused', async () => {
    const disk = new MemoryDisk();
    disk.failNextWrite = true;
    const error = await rejectsWith(openData(disk), 'IO');
    assert.match(error.message, /ENOSPC.*Check the disk/);
  });
});

describe('a partition', () => {
  test('is made whatever call of its making a crash hits', async () => {
    const calls = await callsOfMaking();
    assert.ok(calls > 10);
    for (let call = 1; call <= calls; call++) {
      for (const luck of [0.1, 0.5, 0.9]) {
        const disk = new MemoryDisk();
        const data = await openData(disk);
        disk.crashAt(call, () => luck);
        await assert.rejects(data.openPartition(1), isCrash);
        disk.cutPower(() => luck);
        disk.restart();
        assert.equal((await openLog(disk)).lastIndex, 0);
      }
    }
  });

  test('that was made and is gone stops the start', async () => {
    const disk = await formed();
    await disk.rename(PARTITION, `${ROOT}/partition-0009`);
    await disk.syncDirectory(ROOT);
    const error = await rejectsWith(openLog(disk), 'CORRUPT');
    assert.match(error.message, /directory of this partition, which was made here, is missing/);
  });

  test('that was made and is empty stops the start', async () => {
    const disk = await formed();
    for (const name of await disk.list(PARTITION)) disk.plant(`${PARTITION}/${name}`, undefined);
    await rejectsWith(openLog(disk), 'CORRUPT');
  });

  test('without its marker is not made anew', async () => {
    const disk = await formed();
    await (await openLog(disk)).saveHardState({ term: 9, votedFor: NODE });
    disk.kill();
    disk.restart();
    disk.plant(`${ROOT}/partition-0001.created`, undefined);
    assert.equal((await openLog(disk)).hardState.term, 9);
    assert.ok((await disk.list(ROOT)).includes('partition-0001.created'));
  });

  test('with a segment but neither marker nor hard state stops the start', async () => {
    const disk = await formed();
    disk.plant(`${ROOT}/partition-0001.created`, undefined);
    disk.plant(`${PARTITION}/hard-state`, undefined);
    await rejectsWith(openLog(disk), 'CORRUPT');
  });

  test('is opened once, and numbers begin with 1', async () => {
    const data = await openData(new MemoryDisk());
    await data.openPartition(1);
    await assert.rejects(data.openPartition(1), /is opened once/);
    await assert.rejects(data.openPartition(0), /not an integer of at least 1/);
    await data.close();
    await data.close();
  });
});

async function callsOfMaking(): Promise<number> {
  const disk = new MemoryDisk();
  const data = await openData(disk);
  const before = disk.calls;
  await data.openPartition(1);
  return disk.calls - before;
}
