// What Level answers while a node runs comes out as an error of the log layer: closed, damaged or full, with the place and the next step.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { NamedKey } from '../../../consensus/ports.ts';
import { openLevelKeyIndex } from '../../../log/level-key-index.ts';
import { openLevelStateStore } from '../../../log/level-state-store.ts';
import { bytesOf, pairOf } from '../../conformance/state-store-suite.ts';
import { rejectsWith } from './fixture.ts';

const KEY: NamedKey = { id: new Uint8Array(16).fill(9), record: { offset: 1, content: new Uint8Array(16), isVoid: false } };
const ALL = { from: new Uint8Array(0), to: undefined, limit: 10_000, bytesMax: 1_000_000 };

async function* none(): AsyncGenerator<never, void, undefined> {}

/** The first of what is iterated. */
async function firstOf(values: AsyncIterable<unknown>): Promise<unknown> {
  for await (const value of values) return value;
  return undefined;
}

describe('Level while it is used', () => {
  let directory = '';
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledgerline-level-'));
  });
  after(() => rm(directory, { recursive: true }));

  // Found by a power cut on ext4: the node refused to start until somebody removed a store that had never held anything.
  for (const [what, openStore] of [
    ['state', openLevelStateStore],
    ['key index', openLevelKeyIndex],
  ] as const) {
    test(`when a power cut hit its creation, is made again: ${what}`, async () => {
      const path = join(directory, `cut-${what}`);
      await mkdir(path);
      await writeFile(join(path, 'CURRENT'), 'MANIFEST-000001\n');
      for (const name of ['MANIFEST-000001', '000003.log', 'LOCK', 'LOG']) await writeFile(join(path, name), '');
      await (await openStore(path)).close();
      await (await openStore(path)).close();
    });

    test(`when its manifest is lost but not what was written, says so: ${what}`, async () => {
      const path = join(directory, `lost-${what}`);
      await (await openStore(path)).close();
      const manifest = (await readdir(path)).find((name) => name.startsWith('MANIFEST'));
      await writeFile(join(path, manifest ?? assert.fail()), '');
      await rejectsWith(openStore(path), 'CORRUPT');
    });
  }

  test('when it is closed, refuses whatever the state store asks of it with IO, and closing again does nothing', async () => {
    const path = `${directory}/closed-state`;
    const store = await openLevelStateStore(path);
    await store.apply(1, [pairOf('a', '1')], { index: 1, offset: 1 });
    const view = await store.view(1);
    await store.close();
    await store.close();
    for (const call of [
      () => store.apply(1, [pairOf('b', '1')], { index: 2, offset: 2 }),
      () => store.load(1, none(), { index: 2, offset: 2 }),
      () => store.view(1),
      () => view.getMany([bytesOf('a')]),
      () => view.range(ALL),
    ]) {
      const error = await rejectsWith(call(), 'IO');
      assert.equal(error.file, path);
      assert.match(error.message, /the state.*not open.*Check the disk/);
    }
    await view.close();
  });

  test('when it is closed, refuses whatever the key index asks of it with IO', async () => {
    const path = `${directory}/closed-keys`;
    const index = await openLevelKeyIndex(path);
    await index.put(1, [KEY], 1);
    const view = await index.all(1);
    await index.close();
    for (const call of [
      () => index.put(1, [], 2),
      () => index.load(1, none(), 2),
      () => index.getMany(1, [KEY.id]),
      () => index.all(1),
      () => firstOf(view),
    ]) {
      const error = await rejectsWith(call(), 'IO');
      assert.equal(error.file, path);
      assert.match(error.message, /the key index.*not open.*Check the disk/);
    }
    await view.close();
  });

  test('reports a table that is damaged under it as CORRUPT, and says how to get it back', async () => {
    const path = `${directory}/damaged`;
    const filling = await openLevelStateStore(path);
    const pairs = Array.from({ length: 9000 }, (_, at) => pairOf(`k${String(at).padStart(5, '0')}`, 'value'.repeat(1 + (at % 5))));
    await filling.apply(1, pairs, { index: 1, offset: 1 });
    await filling.close();
    // Opening writes a table of what was in Level's log.
    await (await openLevelStateStore(path)).close();
    const store = await openLevelStateStore(path);
    const table = (await readdir(path)).find((name) => name.endsWith('.ldb')) ?? assert.fail('Level made no table');
    const file = await open(join(path, table), 'r+');
    const { size } = await file.stat();
    // The blocks in the middle: what is at both ends is in Level's memory.
    await file.write(new Uint8Array(size >> 1).fill(0xff), 0, size >> 1, size >> 2);
    await file.close();
    const view = await store.view(1);
    for (const call of [
      () => view.getMany([bytesOf('k04500')]),
      () => view.range(ALL),
      () => store.load(1, none(), { index: 2, offset: 2 }),
    ]) {
      const error = await rejectsWith(call(), 'CORRUPT');
      assert.equal(error.file, path);
      assert.match(error.message, /the state is damaged: Level .*Remove this directory.*from snapshot and log/);
    }
    await view.close();
    await store.close();
  });

  test('on a full disk refuses a batch with IO, and every one after it', async () => {
    const path = `${directory}/full`;
    const store = await openLevelStateStore(path);
    // The next files that Level begins to log into are on a device that is always full.
    for (let number = 4; number < 40; number++) await symlink('/dev/full', join(path, `${String(number).padStart(6, '0')}.log`));
    const value = new Uint8Array(500_000);
    const fill = async (): Promise<void> => {
      for (let at = 1; at <= 100; at++) await store.apply(1, [{ key: bytesOf(`k${at}`), value }], { index: at, offset: at });
    };
    const error = await rejectsWith(fill(), 'IO');
    assert.match(error.message, /cannot write to the state: .*No space left on device.*Check the disk, its free space/);
    const { index, offset } = await store.progress(1);
    await rejectsWith(store.apply(1, [], { index: index + 1, offset }), 'IO');
    await store.close();
  });
});
