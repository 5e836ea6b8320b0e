// What every `StateStore` must do, whoever implements it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX } from '../../consensus/limits.ts';
import type { StatePair, StateStore, StateView } from '../../consensus/ports.ts';
import { statePairsOf } from '../../consensus/snapshot-records.ts';

/** An empty store, new for each test; `reopen` closes it and opens what it left. */
export type StateStoreFactory = () => Promise<{
  readonly store: StateStore;
  readonly reopen: () => Promise<StateStore>;
  readonly dispose: () => Promise<void>;
}>;

/** Text as bytes, one a character. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The pair of a key and a value as texts. */
export function pairOf(key: string, value: string): StatePair {
  return { key: bytesOf(key), value: bytesOf(value) };
}

const ALL = { from: new Uint8Array(0), to: undefined, limit: 1000, bytesMax: 1_000_000 };

async function inView(store: StateStore, partition: number, run: (view: StateView) => Promise<void>): Promise<void> {
  const view = await store.view(partition);
  try {
    await run(view);
  } finally {
    await view.close();
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function* streamOf(pairs: readonly StatePair[]): AsyncGenerator<StatePair, void, undefined> {
  yield* pairs;
}

/** More pairs than one batch holds, then a failure. */
async function* failingStream(): AsyncGenerator<StatePair, void, undefined> {
  for (let at = 0; at < 5000; at++) yield pairOf(`k${String(at).padStart(5, '0')}`, 'v');
  throw new Error('the source failed');
}

/** Registers one test, with an implementation of its own. */
type On = (behaviour: string, run: (store: StateStore, reopen: () => Promise<StateStore>) => Promise<void>) => void;

/** Registers the tests of one implementation. */
export function stateStoreSuite(name: string, factory: StateStoreFactory): void {
  const on: On = (behaviour, run) => {
    test(behaviour, async () => {
      const { store, reopen, dispose } = await factory();
      try {
        await run(store, reopen);
      } finally {
        await dispose();
      }
    });
  };
  describe(`state store: ${name}`, () => {
    loadTests(on);
    rangeTests(on);
    viewTests(on);
    applyTests(on);
  });
}

function loadTests(on: On): void {
  describe('loading and reading all', () => {
    on('a load replaces one partition whole, and survives', async (store, reopen) => {
      await store.apply(1, [pairOf('a', '1'), pairOf('z', '1')], { index: 50, offset: 50 });
      await store.apply(2, [pairOf('a', '2')], { index: 2, offset: 2 });
      const pairs = Array.from({ length: 5000 }, (_, at) => pairOf(`b${String(at).padStart(5, '0')}`, String(at)));
      await store.load(1, streamOf(pairs), { index: 40, offset: 30 });
      for (const open of [async () => store, reopen]) {
        const found = await open();
        assert.deepEqual(
          [await found.progress(1), await found.progress(2)],
          [
            { index: 40, offset: 30 },
            { index: 2, offset: 2 },
          ],
        );
        await inView(found, 1, async (view) => {
          assert.deepEqual(view.progress, { index: 40, offset: 30 });
          assert.deepEqual(await collect(statePairsOf(view)), pairs);
        });
        await inView(found, 2, async (view) => assert.deepEqual(await view.range(ALL), [pairOf('a', '2')]));
      }
    });

    on('a load of nothing leaves nothing, at its place', async (store) => {
      await store.apply(1, [pairOf('a', '1')], { index: 1, offset: 1 });
      await store.load(1, streamOf([]), { index: 2, offset: 2 });
      assert.deepEqual(await store.progress(1), { index: 2, offset: 2 });
      await inView(store, 1, async (view) => assert.deepEqual(await view.range(ALL), []));
    });

    on('a load whose source fails leaves nothing and progress 0, also after a restart; then all begins anew', async (store, reopen) => {
      await store.apply(1, [pairOf('a', '1')], { index: 1, offset: 1 });
      await assert.rejects(store.load(1, failingStream(), { index: 9, offset: 9 }), /the source failed/);
      for (const open of [async () => store, reopen]) {
        const found = await open();
        assert.deepEqual(await found.progress(1), { index: 0, offset: 0 });
        await inView(found, 1, async (view) => {
          assert.deepEqual(view.progress, { index: 0, offset: 0 });
          assert.deepEqual(await view.range(ALL), []);
        });
      }
      const again = await reopen();
      await again.apply(1, [pairOf('c', '1')], { index: 1, offset: 1 });
      await inView(again, 1, async (view) => assert.deepEqual(await view.range(ALL), [pairOf('c', '1')]));
    });

    on('a load of keys that do not ascend is refused', async (store) => {
      await assert.rejects(store.load(1, streamOf([pairOf('b', '1'), pairOf('a', '1')]), { index: 9, offset: 9 }), /ascend/);
      assert.deepEqual(await store.progress(1), { index: 0, offset: 0 });
    });
  });
}

function rangeTests(on: On): void {
  describe('ranges', () => {
    on('keys compare as unsigned bytes, and a range is from inclusive to exclusive', async (store) => {
      const keys = ['', '\x00', '\x00\x00', '\x7f', '\x80', 'a', 'a\x00', 'ab', 'b', '\xff', '\xff\x00', '\xff\xff'];
      const ordered = keys.map((key) => pairOf(key, key)).sort((left, right) => Buffer.compare(left.key, right.key));
      await store.apply(1, ordered.toReversed(), { index: 1, offset: 1 });
      await inView(store, 1, async (view) => {
        assert.deepEqual(await view.range(ALL), ordered);
        const range = (from: string, to: string) => view.range({ ...ALL, from: bytesOf(from), to: bytesOf(to) });
        assert.deepEqual(
          await range('a', 'b'),
          ['a', 'a\x00', 'ab'].map((key) => pairOf(key, key)),
        );
        assert.deepEqual(await range('a', 'a'), []);
        assert.deepEqual(await range('b', 'a'), []);
        assert.deepEqual(await range('a\x01', 'ab'), []);
        assert.deepEqual(await view.range({ ...ALL, from: bytesOf('\xff\x00') }), [
          pairOf('\xff\x00', '\xff\x00'),
          pairOf('\xff\xff', '\xff\xff'),
        ]);
      });
    });

    on('a range ends at its limit of pairs or bytes, but not before one pair', async (store) => {
      const pairs = Array.from({ length: 700 }, (_, at) => ({
        key: bytesOf(String(at).padStart(4, '0')),
        value: new Uint8Array(96).fill(at),
      }));
      await store.apply(1, pairs, { index: 1, offset: 1 });
      await inView(store, 1, async (view) => {
        assert.deepEqual(await view.range({ ...ALL, limit: 600 }), pairs.slice(0, 600));
        assert.deepEqual(await view.range({ ...ALL, limit: 1 }), pairs.slice(0, 1));
        assert.deepEqual(await view.range({ ...ALL, bytesMax: 1000 }), pairs.slice(0, 10));
        assert.deepEqual(await view.range({ ...ALL, bytesMax: 999 }), pairs.slice(0, 9));
        assert.deepEqual(await view.range({ ...ALL, bytesMax: 1 }), pairs.slice(0, 1));
        assert.deepEqual(await collect(statePairsOf(view)), pairs);
      });
    });

    on('the largest key and value come back', async (store, reopen) => {
      const pair = { key: new Uint8Array(STATE_KEY_BYTES_MAX).fill(255), value: new Uint8Array(STATE_VALUE_BYTES_MAX).fill(7) };
      await store.apply(1, [pair], { index: 1, offset: 1 });
      await inView(await reopen(), 1, async (view) => {
        assert.deepEqual(await view.getMany([pair.key]), [pair.value]);
        assert.deepEqual(await collect(statePairsOf(view)), [pair]);
      });
    });
  });
}

function viewTests(on: On): void {
  describe('views', () => {
    on('partitions do not see each other', async (store) => {
      await store.apply(1, [pairOf('a', '1')], { index: 5, offset: 5 });
      await store.apply(2, [pairOf('a', '2'), pairOf('\xff\xff', '2')], { index: 9, offset: 8 });
      await store.apply(3, [pairOf('', '3')], { index: 1, offset: 1 });
      await inView(store, 1, async (view) => assert.deepEqual(await view.range(ALL), [pairOf('a', '1')]));
      await inView(store, 2, async (view) => assert.deepEqual(await view.range(ALL), [pairOf('a', '2'), pairOf('\xff\xff', '2')]));
      assert.deepEqual(await store.progress(1), { index: 5, offset: 5 });
    });

    on('a view stays as it was and names its own place, whatever is applied', async (store) => {
      await store.apply(1, [pairOf('a', '1'), pairOf('b', '1')], { index: 1, offset: 1 });
      await inView(store, 1, async (view) => {
        await store.apply(1, [pairOf('a', '2'), { key: bytesOf('b'), value: undefined }, pairOf('c', '2')], { index: 2, offset: 2 });
        assert.deepEqual(view.progress, { index: 1, offset: 1 });
        assert.deepEqual(await view.range(ALL), [pairOf('a', '1'), pairOf('b', '1')]);
        assert.deepEqual(await view.getMany(['a', 'b', 'c'].map(bytesOf)), [bytesOf('1'), bytesOf('1'), undefined]);
      });
      await inView(store, 1, async (view) => assert.deepEqual(await view.range(ALL), [pairOf('a', '2'), pairOf('c', '2')]));
    });

    on('a view opened while a batch is under way is of before or after it, and says which', async (store) => {
      await store.apply(1, [pairOf('n', '0')], { index: 1, offset: 1 });
      for (let index = 2; index < 40; index++) {
        const applied = store.apply(1, [pairOf('n', String(index - 1))], { index, offset: index });
        await inView(store, 1, async (view) => {
          const [value] = await view.getMany([bytesOf('n')]);
          assert.deepEqual(value, bytesOf(String(view.progress.offset - 1)));
        });
        await applied;
      }
    });

    on('a closed view refuses, and is closed twice without harm', async (store) => {
      const view = await store.view(1);
      await view.close();
      await view.close();
      await assert.rejects(view.getMany([bytesOf('a')]));
      await assert.rejects(view.range(ALL));
    });
  });
}

function applyTests(on: On): void {
  describe('applying', () => {
    on('an empty state is at 0 and holds nothing', async (store) => {
      assert.deepEqual(await store.progress(1), { index: 0, offset: 0 });
      await inView(store, 1, async (view) => {
        assert.deepEqual(view.progress, { index: 0, offset: 0 });
        assert.deepEqual(await view.getMany([bytesOf('a'), bytesOf('')]), [undefined, undefined]);
        assert.deepEqual(await view.getMany([]), []);
        assert.deepEqual(await view.range(ALL), []);
      });
    });

    on('changes are made in their order, and are there with their place after a restart', async (store, reopen) => {
      await store.apply(1, [pairOf('a', '1'), pairOf('b', '1'), { key: bytesOf('a'), value: undefined }], { index: 3, offset: 7 });
      await store.apply(1, [{ key: bytesOf('b'), value: undefined }, pairOf('b', '2'), pairOf('', '')], { index: 4, offset: 7 });
      for (const open of [async () => store, reopen]) {
        const found = await open();
        assert.deepEqual(await found.progress(1), { index: 4, offset: 7 });
        await inView(found, 1, async (view) => {
          assert.deepEqual(view.progress, { index: 4, offset: 7 });
          assert.deepEqual(await view.getMany(['b', 'a', '', 'b'].map(bytesOf)), [bytesOf('2'), undefined, bytesOf(''), bytesOf('2')]);
          assert.deepEqual(await view.range(ALL), [pairOf('', ''), pairOf('b', '2')]);
        });
      }
    });

    on('an apply without changes moves the place', async (store) => {
      await store.apply(1, [], { index: 9, offset: 0 });
      assert.deepEqual(await store.progress(1), { index: 9, offset: 0 });
    });

    on('the place never moves back', async (store) => {
      await store.apply(1, [pairOf('a', '1')], { index: 5, offset: 5 });
      await assert.rejects(store.apply(1, [pairOf('a', '2')], { index: 4, offset: 5 }), /moves on/);
      await assert.rejects(store.apply(1, [pairOf('a', '2')], { index: 5, offset: 4 }), /moves on/);
      await inView(store, 1, async (view) => assert.deepEqual(await view.getMany([bytesOf('a')]), [bytesOf('1')]));
    });
  });
}
