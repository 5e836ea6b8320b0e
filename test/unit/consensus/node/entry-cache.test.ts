// What the entry cache holds after puts, suffix cuts and evictions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EntryCache } from '../../../../consensus/node/entry-cache.ts';
import { entry } from './entries.ts';

const held = (cache: EntryCache, to: number) => Array.from({ length: to }, (_, at) => cache.get(at + 1)?.index);

test('an empty cache holds nothing at any index', () => {
  const cache = new EntryCache(1000);
  assert.equal(cache.get(0), undefined);
  assert.equal(cache.get(1), undefined);
  assert.equal(cache.indexAtOffset(1), undefined);
});

test('a put at a held index voids that entry and all above it', () => {
  const cache = new EntryCache(10_000);
  for (const index of [3, 4, 5, 6]) cache.put(entry({ index }));
  cache.put(entry({ index: 4, term: 2 }));
  assert.deepEqual(held(cache, 7), [undefined, undefined, 3, 4, undefined, undefined, undefined]);
  assert.equal(cache.get(4)?.term, 2);
});

test('a put below everything held replaces it all', () => {
  const cache = new EntryCache(10_000);
  for (const index of [5, 6]) cache.put(entry({ index }));
  cache.put(entry({ index: 3, term: 2 }));
  assert.deepEqual(held(cache, 6), [undefined, undefined, 3, undefined, undefined, undefined]);
});

test('a put that leaves a gap breaks an assertion', () => {
  const cache = new EntryCache(10_000);
  cache.put(entry({ index: 1 }));
  assert.throws(() => cache.put(entry({ index: 3 })), /consecutive/);
});

test('eviction takes the oldest first, never one that is not durable, never the newest', () => {
  const cache = new EntryCache(1);
  for (const index of [1, 2, 3, 4]) cache.put(entry({ index }));
  cache.evict(2);
  assert.deepEqual(held(cache, 4), [undefined, undefined, 3, 4]);
  cache.evict(4);
  assert.deepEqual(held(cache, 4), [undefined, undefined, undefined, 4]);
});

test('nothing is evicted while the cache is within its bytes', () => {
  const cache = new EntryCache(10_000);
  for (const index of [1, 2, 3]) cache.put(entry({ index }));
  cache.evict(3);
  assert.deepEqual(held(cache, 3), [1, 2, 3]);
});

test('an offset is found in the entry that holds it, past entries without transactions', () => {
  const cache = new EntryCache(10_000);
  cache.put(entry({ index: 7, firstOffset: 10, count: 5 }));
  cache.put(entry({ index: 8, firstOffset: 15, count: 0 }));
  cache.put(entry({ index: 9, firstOffset: 15, count: 2 }));
  assert.equal(cache.indexAtOffset(9), undefined);
  assert.equal(cache.indexAtOffset(10), 7);
  assert.equal(cache.indexAtOffset(14), 7);
  assert.equal(cache.indexAtOffset(15), 9);
  assert.equal(cache.indexAtOffset(16), 9);
});

test('thousands of evictions keep the held window right', () => {
  const cache = new EntryCache(5000);
  for (let index = 1; index <= 5000; index++) {
    cache.put(entry({ index }));
    cache.evict(index);
  }
  assert.equal(cache.get(5000)?.index, 5000);
  assert.equal(cache.get(4990)?.index, 4990);
  assert.equal(cache.get(1), undefined);
});
