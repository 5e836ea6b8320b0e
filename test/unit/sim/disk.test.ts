// The simulated disk loses what a real one may lose in a crash, and nothing that was synced.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disk } from '../../../consensus/ports.ts';
import { SimDisk } from '../../sim/disk.ts';
import type { LossKind } from '../../sim/disk-image.ts';
import { SimProcess } from '../../sim/process.ts';
import { Random } from '../../sim/random.ts';
import { Scheduler } from '../../sim/scheduler.ts';

const DELAYS = { readMs: 0.1, writeMs: 0.1, syncMs: 1, slowSyncShare: 0, slowSyncMs: 0 };
const LOSSES: readonly LossKind[] = ['all', 'none', 'sectors', 'writes', 'newest-first'];

class Machine {
  readonly scheduler = new Scheduler();
  readonly disk: SimDisk;
  process = new SimProcess(this.scheduler);

  constructor(seed: number) {
    this.disk = new SimDisk(new Random(seed), { ...DELAYS });
  }

  /** Runs `work` until it is done or until the simulated time is up; says whether it was done. */
  async run(work: (disk: Disk) => Promise<void>, ms = 10_000): Promise<boolean> {
    let done = false;
    let failure: unknown;
    work(this.disk.mount(this.process)).then(
      () => {
        done = true;
      },
      (error: unknown) => {
        failure = error;
      },
    );
    await this.scheduler.run(this.scheduler.now + ms, () => undefined);
    if (failure !== undefined) throw failure;
    return done;
  }

  cutPower(loss: LossKind): void {
    this.process.die();
    this.disk.cutPower(loss);
    this.process = new SimProcess(this.scheduler);
  }

  kill(): void {
    this.process.die();
    this.disk.kill();
    this.process = new SimProcess(this.scheduler);
  }

  async contents(path: string): Promise<Uint8Array> {
    let bytes = new Uint8Array(0);
    await this.run(async (disk) => {
      const file = await disk.open(path, { create: false });
      bytes = (await file.read(0, await file.size())).slice();
    });
    return bytes;
  }
}

const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

async function writeSynced(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, { create: true });
  await file.write(0, [bytes]);
  await file.sync();
  await disk.syncDirectory('/');
}

test('what was synced, with its directory, survives every power cut', async () => {
  for (const loss of LOSSES) {
    const machine = new Machine(1);
    assert.ok(await machine.run((disk) => writeSynced(disk, '/f', filled(1000, 7))));
    machine.cutPower(loss);
    assert.deepEqual(await machine.contents('/f'), filled(1000, 7));
  }
});

test('a synced file is gone if its directory was not synced', async () => {
  const machine = new Machine(1);
  await machine.run(async (disk) => {
    const file = await disk.open('/f', { create: true });
    await file.write(0, [filled(10, 1)]);
    await file.sync();
  });
  machine.cutPower('all');
  await assert.rejects(machine.contents('/f'), { code: 'ENOENT' });
});

test('a power cut leaves each sector of unsynced writes at one of its versions, never mixed, and reaches odd combinations', async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const machine = new Machine(seed);
    await machine.run((disk) => writeSynced(disk, '/f', filled(1536, 1)));
    await machine.run(async (disk) => {
      const file = await disk.open('/f', { create: false });
      await file.write(0, [filled(1536, 2)]);
      await file.write(100, [filled(1000, 3)]);
    });
    machine.cutPower('sectors');
    const bytes = await machine.contents('/f');
    assert.equal(bytes.length, 1536);
    const version = (sector: number) => {
      const from = sector * 512;
      const values = new Set(bytes.subarray(from, from + 512));
      if (values.has(1)) assert.equal(values.size, 1);
      return values.has(1) ? '1' : values.has(3) ? '3' : '2';
    };
    const first = bytes[0];
    assert.ok(first !== 3, 'the newer write did not touch the first bytes');
    seen.add([0, 1, 2].map(version).join(''));
  }
  for (const combination of ['111', '112', '131', '211', '313'])
    assert.ok(seen.has(combination), `${combination} of ${[...seen].join(' ')}`);
});

test('a power cut may keep any size that an unsynced file had', async () => {
  const sizes = new Set<number>();
  for (let seed = 1; seed <= 60; seed++) {
    const machine = new Machine(seed);
    await machine.run((disk) => writeSynced(disk, '/f', filled(100, 1)));
    await machine.run(async (disk) => {
      const file = await disk.open('/f', { create: false });
      await file.write(100, [filled(500, 2)]);
      await file.write(600, [filled(500, 3)]);
    });
    machine.cutPower('sectors');
    const bytes = await machine.contents('/f');
    assert.deepEqual(bytes.subarray(0, 100), filled(100, 1));
    sizes.add(bytes.length);
  }
  assert.deepEqual(
    [...sizes].sort((a, b) => a - b),
    [100, 600, 1100],
  );
});

test('a kill loses no write that had completed, and the page cache shows it to the next process', async () => {
  const machine = new Machine(1);
  await machine.run((disk) => writeSynced(disk, '/f', filled(10, 1)));
  await machine.run(async (disk) => {
    const file = await disk.open('/f', { create: false });
    await file.write(0, [filled(10, 2)]);
  });
  machine.kill();
  assert.deepEqual(await machine.contents('/f'), filled(10, 2));
  machine.cutPower('all');
  assert.deepEqual(await machine.contents('/f'), filled(10, 1));
});

test('a sync covers the writes that completed before it began, not those under way', async () => {
  const machine = new Machine(1);
  await machine.run((disk) => writeSynced(disk, '/f', filled(10, 1)));
  await machine.run(async (disk) => {
    const file = await disk.open('/f', { create: false });
    await file.write(0, [filled(5, 2)]);
    const syncing = file.sync();
    await Promise.all([syncing, file.write(5, [filled(5, 3)])]);
  });
  machine.cutPower('all');
  assert.deepEqual(await machine.contents('/f'), new Uint8Array([2, 2, 2, 2, 2, 1, 1, 1, 1, 1]));
});

test('after a failed sync the page cache shows bytes that no later sync writes', async () => {
  const machine = new Machine(1);
  await machine.run((disk) => writeSynced(disk, '/f', filled(10, 1)));
  machine.disk.failNextSync = true;
  await machine.run(async (disk) => {
    const file = await disk.open('/f', { create: false });
    await file.write(0, [filled(10, 2)]);
    await assert.rejects(file.sync(), { code: 'EIO' });
    await file.sync();
    assert.deepEqual(await file.read(0, 10), filled(10, 2));
  });
  machine.cutPower('none');
  assert.deepEqual(await machine.contents('/f'), filled(10, 1));
});

test('an unsynced rename may be lost or kept, and the file is under exactly one of its names', async () => {
  const names = new Set<string>();
  for (let seed = 1; seed <= 20; seed++) {
    const machine = new Machine(seed);
    await machine.run((disk) => writeSynced(disk, '/old', filled(10, 1)));
    await machine.run((disk) => disk.rename('/old', '/new'));
    machine.cutPower('sectors');
    await machine.run(async (disk) => {
      const found = await disk.list('/');
      assert.equal(found.length, 1);
      names.add(found.join());
    });
  }
  assert.deepEqual([...names].sort(), ['new', 'old']);
});

test('unsynced removals may survive without the creations before them', async () => {
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= 40; seed++) {
    const machine = new Machine(seed);
    await machine.run((disk) => writeSynced(disk, '/a', filled(1, 1)));
    await machine.run(async (disk) => {
      await disk.open('/b', { create: true });
      await disk.remove('/a');
    });
    machine.cutPower('sectors');
    await machine.run(async (disk) => void outcomes.add((await disk.list('/')).sort().join()));
  }
  assert.deepEqual([...outcomes].sort(), ['', 'a', 'a,b', 'b']);
});

test('calls of a dead process never complete and its files are of no use to the next', async () => {
  const machine = new Machine(1);
  await machine.run((disk) => writeSynced(disk, '/f', filled(10, 1)));
  let wrote = false;
  const done = machine.run(async (disk) => {
    const file = await disk.open('/f', { create: false });
    machine.scheduler.after(0, () => machine.process.die());
    await file.write(0, [filled(10, 9)]);
    wrote = true;
  });
  assert.equal(await done, false);
  assert.equal(wrote, false);
});

test('errors carry the codes of Node: EEXIST, ENOENT, EISDIR, ENOTDIR, EBADF', async () => {
  const machine = new Machine(1);
  await machine.run(async (disk) => {
    await writeSynced(disk, '/f', filled(1, 1));
    await disk.makeDirectory('/d');
    await assert.rejects(disk.open('/f', { create: true }), { code: 'EEXIST' });
    await assert.rejects(disk.open('/g', { create: false }), { code: 'ENOENT' });
    await assert.rejects(disk.open('/x/g', { create: true }), { code: 'ENOENT' });
    await assert.rejects(disk.open('/d', { create: false }), { code: 'EISDIR' });
    await assert.rejects(disk.open('/f/g', { create: true }), { code: 'ENOTDIR' });
    await assert.rejects(disk.makeDirectory('/d'), { code: 'EEXIST' });
    await assert.rejects(disk.remove('/g'), { code: 'ENOENT' });
    await assert.rejects(disk.rename('/g', '/h'), { code: 'ENOENT' });
    await assert.rejects(disk.list('/x'), { code: 'ENOENT' });
    await assert.rejects(disk.syncDirectory('/x'), { code: 'ENOENT' });
    const file = await disk.open('/f', { create: false });
    await file.close();
    await assert.rejects(file.size(), { code: 'EBADF' });
  });
});
