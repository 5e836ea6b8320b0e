// What a loss of power leaves of the two Levels. Every batch is synced, so the one under way is the only one of which anything may be missing: any cut of it, any of its sectors zero
// or garbage, or all of it gone. The store then opens as it was after a whole number of batches, and goes on. Older batches may be gone, too, where a disk lied about a sync.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { statePairsOf } from '../../../consensus/snapshot-records.ts';
import { openLevelKeyIndex } from '../../../log/level-key-index.ts';
import { openLevelStateStore } from '../../../log/level-state-store.ts';
import { Random } from '../../sim/random.ts';

const SECTOR_BYTES = 512;
const BATCHES = 6;
/** More than a block of Level's log. */
const LARGE_BYTES = 40 * 1024;

/** One of the stores, as far as these tests use it. Batch 1 is the first; `open` checks whatever the store checks. */
interface Store {
  apply(batch: number): Promise<void>;
  /** How many batches it says it holds. */
  batches(): Promise<number>;
  /** All that is in it, comparable. */
  content(): Promise<unknown>;
  close(): Promise<void>;
}

async function openState(path: string): Promise<Store> {
  const store = await openLevelStateStore(path);
  const change = (name: string, bytes: number | undefined, fill: number) => ({
    key: new Uint8Array(Buffer.from(name)),
    value: bytes === undefined ? undefined : new Uint8Array(bytes).fill(fill),
  });
  return {
    // Each changes what the one before wrote, and takes something away.
    apply: (batch) =>
      store.apply(
        1,
        [
          change('every', 100, batch),
          change(`own-${batch}`, batch % 3 === 0 ? LARGE_BYTES : 300, batch),
          change(`own-${batch - 2}`, undefined, 0),
        ],
        { index: batch, offset: batch },
      ),
    batches: async () => (await store.progress(1)).index,
    async content() {
      const view = await store.view(1);
      const pairs: unknown[] = [];
      for await (const { key, value } of statePairsOf(view)) pairs.push([Buffer.from(key).toString(), value[0], value.length]);
      await view.close();
      return pairs;
    },
    close: () => store.close(),
  };
}

async function openKeys(path: string): Promise<Store> {
  const index = await openLevelKeyIndex(path);
  return {
    apply: (batch) => {
      const keys = Array.from({ length: batch % 3 === 0 ? 900 : 5 }, (_, at) => ({
        id: new Uint8Array(16)
          .fill(batch)
          .with(1, at >> 8)
          .with(2, at & 255),
        record: { offset: batch, content: new Uint8Array(16).fill(at & 255), isVoid: at % 2 === 0 },
      }));
      return index.put(1, keys, batch);
    },
    batches: () => index.appliedOffset(1),
    async content() {
      const view = await index.all(1);
      const keys: unknown[] = [];
      for await (const { id, record } of view) keys.push([id[0], id[1], id[2], record.offset, record.content[0], record.isVoid]);
      await view.close();
      return keys;
    },
    close: () => index.close(),
  };
}

/** Level's log as it was durable after each batch, and what the store held then. */
interface History {
  readonly directory: string;
  readonly sizes: readonly number[];
  readonly contents: readonly unknown[];
  readonly log: Uint8Array;
  readonly logName: string;
}

async function historyOf(open: (path: string) => Promise<Store>, path: string): Promise<History> {
  const store = await open(path);
  const logName = (await readdir(path)).find((name) => name.endsWith('.log')) ?? assert.fail();
  const sizes: number[] = [];
  const contents: unknown[] = [];
  for (let batch = 0; batch <= BATCHES; batch++) {
    if (batch > 0) await store.apply(batch);
    sizes.push((await readFile(join(path, logName))).length);
    contents.push(await store.content());
  }
  const log = new Uint8Array(await readFile(join(path, logName)));
  const directory = `${path}-whole`;
  await cp(path, directory, { recursive: true });
  await store.close();
  return { directory, sizes, contents, log, logName };
}

/** The log as a crash may leave it while a batch was written between these two sizes, and in which words. */
function* statesOf(log: Uint8Array, from: number, to: number, random: Random): Generator<readonly [string, Uint8Array]> {
  const cuts = new Set([from, from + 1, from + 6, from + 7, from + 8, to - 1, to]);
  while (cuts.size < 11) cuts.add(random.integer(from, to));
  for (const cut of cuts) yield [`cut at ${cut}`, log.subarray(0, cut)];
  for (let state = 0; state < 6; state++) {
    const bytes = log.slice(0, to);
    const lost: number[] = [];
    for (let at = from; at < to; ) {
      const end = Math.min(to, (Math.floor(at / SECTOR_BYTES) + 1) * SECTOR_BYTES);
      if (random.chance(0.4) || (state === 0 && at === from)) {
        lost.push(at);
        for (let byte = at; byte < end; byte++) bytes[byte] = state % 2 === 0 ? 0 : random.integer(0, 255);
      }
      at = end;
    }
    if (lost.length > 0) yield [`${state % 2 === 0 ? 'zeros' : 'garbage'} from ${lost.join(', ')} on`, bytes];
  }
}

for (const [what, open] of [
  ['state store', openState],
  ['key index', openKeys],
] as const) {
  describe(`the ${what} after a loss of power`, () => {
    let directory = '';
    let history: History;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'ledgerline-level-crash-'));
      history = await historyOf(open, join(directory, 'store'));
    });
    after(() => rm(directory, { recursive: true }));

    /** Opens the store with this log, and checks that it holds one of so many batches, whole, and goes on from there. */
    async function check(log: Uint8Array, allowed: readonly number[], words: string): Promise<number> {
      const path = join(directory, 'crashed');
      await cp(history.directory, path, { recursive: true });
      await writeFile(join(path, history.logName), log);
      const store = await open(path);
      const batches = await store.batches();
      assert.ok(allowed.includes(batches), `${words}: ${batches} batches, not one of ${allowed.join(', ')}`);
      assert.deepEqual(await store.content(), history.contents[batches], words);
      if (batches < BATCHES) await store.apply(batches + 1);
      await store.close();
      const again = await open(path);
      assert.equal(await again.batches(), Math.min(batches + 1, BATCHES), words);
      assert.deepEqual(await again.content(), history.contents[Math.min(batches + 1, BATCHES)], words);
      await again.close();
      await rm(path, { recursive: true });
      return batches;
    }

    test('holds every batch that was synced, and of the one under way all or nothing', async () => {
      const random = new Random(20_261_123);
      const found = new Set<boolean>();
      for (let batch = 1; batch <= BATCHES; batch++) {
        const [from = 0, to = 0] = [history.sizes[batch - 1], history.sizes[batch]];
        assert.ok(from < to, 'a batch is written behind the one before');
        for (const [words, log] of statesOf(history.log, from, to, random))
          found.add((await check(log, [batch - 1, batch], `batch ${batch}, bytes ${from} to ${to}, ${words}`)) === batch);
      }
      assert.deepEqual([...found].sort(), [false, true], 'some crashes lose the batch, some do not');
    });

    test('whose disk lost batches that it had said were durable is what it was before them', async () => {
      for (const [batches, size] of history.sizes.entries()) {
        assert.equal(await check(history.log.subarray(0, size), [batches], `only ${batches} are left`), batches);
      }
    });
  });
}
