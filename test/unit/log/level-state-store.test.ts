// What is particular to the state store in Level: lock, checksums, version, and what a load that is cut short leaves. The rest is in the
// conformance suite.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Level } from 'level';
import type { StatePair, StateStore } from '../../../consensus/ports.ts';
import { statePairsOf } from '../../../consensus/snapshot-records.ts';
import { openLevelStateStore } from '../../../log/level-state-store.ts';
import { bytesOf, pairOf } from '../../conformance/state-store-suite.ts';
import { rejectsWith } from './fixture.ts';

type Raw = Level<Uint8Array, Uint8Array>;
const PAIR_A = Uint8Array.of(0, 1, 1, 97);
const PROGRESS = Uint8Array.of(0, 1);

async function pairsOf(store: StateStore): Promise<StatePair[]> {
  const view = await store.view(1);
  const pairs: StatePair[] = [];
  try {
    for await (const pair of statePairsOf(view)) pairs.push(pair);
  } finally {
    await view.close();
  }
  return pairs;
}

describe('the state store in Level', () => {
  let directory = '';
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledgerline-state-'));
  });
  after(() => rm(directory, { recursive: true }));

  async function tamper(path: string, change: (raw: Raw) => Promise<void>): Promise<void> {
    const raw: Raw = new Level<Uint8Array, Uint8Array>(path, { keyEncoding: 'view', valueEncoding: 'view' });
    await raw.open();
    await change(raw);
    await raw.close();
  }

  async function withA(name: string): Promise<string> {
    const path = `${directory}/${name}`;
    const store = await openLevelStateStore(path);
    await store.apply(1, [pairOf('a', 'value'), pairOf('b', 'other')], { index: 5, offset: 4 });
    await store.close();
    return path;
  }

  test('is locked while it is open', async () => {
    const path = `${directory}/locked`;
    const store = await openLevelStateStore(path);
    const error = await rejectsWith(openLevelStateStore(path), 'LOCKED');
    assert.match(error.message, /another process holds the lock.*Stop that process/);
    await store.close();
    await (await openLevelStateStore(path)).close();
  });

  test('detects a flipped bit of a value, wherever it is, by key and in a range, and says how to get it back', async () => {
    const path = await withA('flipped');
    for (let bit = 0; bit < 9 * 8; bit += 9) {
      const flip = async (raw: Raw): Promise<void> => {
        const value = Uint8Array.from((await raw.get(PAIR_A)) ?? []);
        assert.equal(value.length, 9);
        await raw.put(PAIR_A, value.with(bit >> 3, (value[bit >> 3] ?? 0) ^ (1 << (bit & 7))));
      };
      await tamper(path, flip);
      const store = await openLevelStateStore(path);
      const view = await store.view(1);
      const error = await rejectsWith(view.getMany([bytesOf('b'), bytesOf('a')]), 'CORRUPT');
      assert.match(error.message, /the state is damaged.*Remove this directory.*from snapshot and log/);
      assert.deepEqual(await view.getMany([bytesOf('b')]), [bytesOf('other')]);
      await view.close();
      await rejectsWith(pairsOf(store), 'CORRUPT');
      await store.close();
      await tamper(path, flip);
    }
    const store = await openLevelStateStore(path);
    assert.deepEqual(await pairsOf(store), [pairOf('a', 'value'), pairOf('b', 'other')]);
    await store.close();
  });

  test('detects a value under another key or in another partition, and one too short', async () => {
    const path = await withA('moved');
    for (const [key, value] of [
      [Uint8Array.of(0, 1, 1, 99), undefined],
      [Uint8Array.of(0, 2, 1, 97), undefined],
      [Uint8Array.of(0, 1, 1, 99), Uint8Array.of(1, 2, 3)],
    ] as const) {
      await tamper(path, async (raw) => raw.put(key, value ?? (await raw.get(PAIR_A)) ?? new Uint8Array(0)));
      const store = await openLevelStateStore(path);
      const view = await store.view(key[1] ?? 0);
      await rejectsWith(view.getMany([key.subarray(3)]), 'CORRUPT');
      await view.close();
      await store.close();
      await tamper(path, (raw) => raw.del(key));
    }
  });

  test('detects a flipped bit of how far it is, wherever it is, when it is opened', async () => {
    const path = await withA('progress');
    for (let bit = 0; bit < 20 * 8; bit += 9) {
      const flip = async (raw: Raw): Promise<void> => {
        const value = Uint8Array.from((await raw.get(PROGRESS)) ?? []);
        assert.equal(value.length, 20);
        await raw.put(PROGRESS, value.with(bit >> 3, (value[bit >> 3] ?? 0) ^ (1 << (bit & 7))));
      };
      await tamper(path, flip);
      await rejectsWith(openLevelStateStore(path), 'CORRUPT');
      await tamper(path, flip);
    }
  });

  test('of a later version, or of one that cannot be read, is refused', async () => {
    const path = await withA('later');
    // CRC-32 over the key 0,0 and the number 2.
    await tamper(path, (raw) => raw.put(Uint8Array.of(0, 0), Uint8Array.of(2, 0x3e, 0xb8, 0x4f, 0x11)));
    await rejectsWith(openLevelStateStore(path), 'VERSION');
    await tamper(path, (raw) => raw.put(Uint8Array.of(0, 0), Uint8Array.of(2, 0x3f, 0xb8, 0x4f, 0x11)));
    await rejectsWith(openLevelStateStore(path), 'CORRUPT');
  });

  test('refuses what it could not store', async () => {
    const store = await openLevelStateStore(`${directory}/bad`);
    const at = { index: 1, offset: 1 };
    await assert.rejects(store.apply(1, [{ key: new Uint8Array(5000), value: undefined }], at), /key is within its limit/);
    await assert.rejects(store.apply(1, [{ key: bytesOf('a'), value: new Uint8Array(600_000) }], at), /value is within its limit/);
    await assert.rejects(store.apply(1, [], { index: 0, offset: 0 }), /index of a state/);
    await assert.rejects(store.apply(1, [], { index: 1, offset: -1 }), /offset of a state/);
    await assert.rejects(store.apply(0, [], at), /a partition/);
    await store.close();
  });

  // A copy of the files at that moment is what a kill leaves: every batch is synced.
  test('forgets a load that a kill cut short, wherever it was', async () => {
    const path = await withA('killed');
    const store = await openLevelStateStore(path);
    let copies = 0;
    async function* slowly(): AsyncGenerator<StatePair, void, undefined> {
      for (let at = 0; at < 9000; at++) {
        if (at % 3000 === 0) await cp(path, `${path}-${copies++}`, { recursive: true });
        yield pairOf(`k${String(at).padStart(5, '0')}`, 'v');
      }
    }
    await store.load(1, slowly(), { index: 50, offset: 40 });
    assert.equal((await pairsOf(store)).length, 9000);
    await store.close();
    assert.equal(copies, 3);
    for (let copy = 0; copy < copies; copy++) {
      const left = await openLevelStateStore(`${path}-${copy}`);
      assert.deepEqual(await left.progress(1), { index: 0, offset: 0 });
      assert.deepEqual(await pairsOf(left), []);
      await left.apply(1, [pairOf('c', '1')], { index: 1, offset: 1 });
      await left.close();
      const again = await openLevelStateStore(`${path}-${copy}`);
      assert.deepEqual([await again.progress(1), await pairsOf(again)], [{ index: 1, offset: 1 }, [pairOf('c', '1')]]);
      await again.close();
    }
  });
});
