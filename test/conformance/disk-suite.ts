// What every `Disk` must do, whoever implements it. Crashes are each implementation's own affair and tested with it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Disk } from '../../consensus/ports.ts';

/** A disk and an empty directory on it, new for each test. */
export type DiskFactory = () => Promise<{ readonly disk: Disk; readonly directory: string; readonly dispose: () => Promise<void> }>;

type Context = { readonly disk: Disk; readonly directory: string };

/** Registers the tests of one implementation. */
export function diskSuite(name: string, factory: DiskFactory): void {
  const on = (behaviour: string, run: (context: Context) => Promise<void>): void => {
    test(behaviour, async () => {
      const { disk, directory, dispose } = await factory();
      try {
        await run({ disk, directory });
      } finally {
        await dispose();
      }
    });
  };
  describe(`disk: ${name}`, () => {
    filesSuite(on);
    readsSuite(on);
    namesSuite(on);
  });
}

type On = (behaviour: string, run: (context: Context) => Promise<void>) => void;

function filesSuite(on: On): void {
  on('a new file is empty, takes bytes at any position, and has zeros in between', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    assert.equal(await file.size(), 0);
    await file.write(1000, [Buffer.from('abc')]);
    assert.equal(await file.size(), 1003);
    assert.deepEqual(Buffer.from(await file.read(990, 100)), Buffer.concat([Buffer.alloc(10), Buffer.from('abc')]));
    await file.sync();
    await file.close();
  });

  on('parts are written one after the other, empty ones too, also more than a system call takes', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    const parts = Array.from({ length: 3000 }, (_, at) => Buffer.alloc(at % 5, 1 + (at % 255)));
    await file.write(7, parts);
    const expected = Buffer.concat(parts);
    assert.equal(await file.size(), 7 + expected.length);
    assert.deepEqual(Buffer.from(await file.read(7, expected.length)), expected);
    await file.write(0, []);
    await file.close();
  });

  on('a handle whose writes are synced reads and writes as any other does', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true, syncedWrites: true });
    await file.write(3, [Buffer.from('abc'), Buffer.from('def')]);
    await file.sync();
    assert.equal(await file.size(), 9);
    assert.deepEqual(Buffer.from(await file.read(0, 100)), Buffer.from('\0\0\0abcdef'));
    await file.close();
    const again = await disk.open(`${directory}/a`, { create: false, syncedWrites: true });
    await again.write(0, [Buffer.from('xyz')]);
    assert.deepEqual(Buffer.from(await again.read(0, 6)), Buffer.from('xyzabc'));
    await again.close();
  });

  on('a write changes its range and nothing else', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    await file.write(0, [Buffer.alloc(2000, 1)]);
    await file.write(500, [Buffer.alloc(100, 2), Buffer.alloc(24, 3)]);
    const expected = Buffer.alloc(2000, 1).fill(2, 500, 600).fill(3, 600, 624);
    assert.deepEqual(Buffer.from(await file.read(0, 5000)), expected);
    await file.close();
  });
}

function readsSuite(on: On): void {
  on('a read ends with the file, and beyond it finds nothing', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    await file.write(0, [Buffer.from('abcdef')]);
    assert.equal(Buffer.from(await file.read(4, 10)).toString(), 'ef');
    assert.equal((await file.read(6, 10)).length, 0);
    assert.equal((await file.read(600, 10)).length, 0);
    assert.equal((await file.read(0, 0)).length, 0);
    await file.close();
  });

  on('what was read does not change with what is written later', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    await file.write(0, [Buffer.from('abc')]);
    const read = await file.read(0, 3);
    await file.write(0, [Buffer.from('xyz')]);
    assert.equal(Buffer.from(read).toString(), 'abc');
    await file.close();
  });

  on('a file that is closed while it is read lets the read end', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a`, { create: true });
    await file.write(0, [Buffer.from('abc')]);
    const reads = Array.from({ length: 20 }, () => file.read(0, 3));
    await file.close();
    for (const read of await Promise.all(reads)) assert.equal(Buffer.from(read).toString(), 'abc');
    await assert.rejects(file.read(0, 3));
  });

  on('two handles see the same file', async ({ disk, directory }) => {
    const one = await disk.open(`${directory}/a`, { create: true });
    const two = await disk.open(`${directory}/a`, { create: false });
    await one.write(0, [Buffer.from('abc')]);
    assert.equal(Buffer.from(await two.read(0, 3)).toString(), 'abc');
    await one.close();
    assert.equal(await two.size(), 3);
    await two.close();
  });
}

function namesSuite(on: On): void {
  const failsWith = (promise: Promise<unknown>, code: string): Promise<void> => assert.rejects(promise, { code });

  on('create makes a file, and fails if there is one', async ({ disk, directory }) => {
    await (await disk.open(`${directory}/a`, { create: true })).close();
    await failsWith(disk.open(`${directory}/a`, { create: true }), 'EEXIST');
    await (await disk.open(`${directory}/a`, { create: false })).close();
  });

  on('what is not there cannot be opened, listed, renamed or removed', async ({ disk, directory }) => {
    await failsWith(disk.open(`${directory}/a`, { create: false }), 'ENOENT');
    await failsWith(disk.open(`${directory}/none/a`, { create: true }), 'ENOENT');
    await failsWith(disk.list(`${directory}/none`), 'ENOENT');
    await failsWith(disk.rename(`${directory}/a`, `${directory}/b`), 'ENOENT');
    await failsWith(disk.remove(`${directory}/a`), 'ENOENT');
    await failsWith(disk.makeDirectory(`${directory}/none/deeper`), 'ENOENT');
    await failsWith(disk.syncDirectory(`${directory}/none`), 'ENOENT');
  });

  on('a directory lists the names in it, files and directories', async ({ disk, directory }) => {
    assert.deepEqual(await disk.list(directory), []);
    await (await disk.open(`${directory}/a`, { create: true })).close();
    await disk.makeDirectory(`${directory}/b`);
    await (await disk.open(`${directory}/b/c`, { create: true })).close();
    await disk.syncDirectory(directory);
    assert.deepEqual((await disk.list(directory)).sort(), ['a', 'b']);
    assert.deepEqual(await disk.list(`${directory}/b`), ['c']);
    await failsWith(disk.makeDirectory(`${directory}/b`), 'EEXIST');
  });

  on('a rename replaces what has the new name; open handles go with their file', async ({ disk, directory }) => {
    const file = await disk.open(`${directory}/a.tmp`, { create: true });
    await file.write(0, [Buffer.from('new')]);
    const old = await disk.open(`${directory}/a`, { create: true });
    await old.write(0, [Buffer.from('old one')]);
    await old.close();
    await disk.rename(`${directory}/a.tmp`, `${directory}/a`);
    assert.deepEqual(await disk.list(directory), ['a']);
    await file.write(3, [Buffer.from('er')]);
    const found = await disk.open(`${directory}/a`, { create: false });
    assert.equal(Buffer.from(await found.read(0, 100)).toString(), 'newer');
    await found.close();
    await file.close();
  });

  on('a removed file is gone, and its name is free', async ({ disk, directory }) => {
    await (await disk.open(`${directory}/a`, { create: true })).close();
    await disk.remove(`${directory}/a`);
    assert.deepEqual(await disk.list(directory), []);
    await (await disk.open(`${directory}/a`, { create: true })).close();
  });
}
