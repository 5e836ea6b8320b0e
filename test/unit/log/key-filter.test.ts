// The filter of named keys: never a wrong "no", seldom a wrong "perhaps", in bounded memory.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { KeyFilter } from '../../../log/key-filter.ts';

const PARTITION = 3;
/** More than the first layer takes. */
const KEYS = 200_000;

function idOf(name: string): Uint8Array {
  return createHash('sha256').update(name).digest().subarray(0, 16);
}

function filterOf(count: number, options: ConstructorParameters<typeof KeyFilter>[0] = {}): KeyFilter {
  const filter = new KeyFilter(options);
  for (let number = 0; number < count; number++) filter.add(PARTITION, idOf(`key ${number}`));
  return filter;
}

/** How many of so many ids that were never added the filter lets through. */
function wrongly(filter: KeyFilter, count: number): number {
  let found = 0;
  for (let number = 0; number < count; number++) if (filter.mayHave(PARTITION, idOf(`other ${number}`))) found++;
  return found;
}

test('what was added is found, through all layers; of what was not hardly anything is', () => {
  const filter = filterOf(KEYS);
  for (let number = 0; number < KEYS; number++) assert.ok(filter.mayHave(PARTITION, idOf(`key ${number}`)), `key ${number}`);
  const found = wrongly(filter, 10_000);
  assert.ok(found < 200, `${found} of 10,000`);
});

test('an empty filter has nothing, and a key of one partition is not in another', () => {
  assert.equal(wrongly(new KeyFilter(), 100), 0);
  const filter = filterOf(1000);
  let elsewhere = 0;
  for (let number = 0; number < 1000; number++) if (filter.mayHave(PARTITION + 1, idOf(`key ${number}`))) elsewhere++;
  assert.ok(elsewhere < 10, `${elsewhere} of 1,000`);
});

test('a filter that may not grow forgets nothing: it says "perhaps" more often', () => {
  const filter = filterOf(KEYS, { bitsMax: 2 ** 20 });
  for (let number = 0; number < KEYS; number++) assert.ok(filter.mayHave(PARTITION, idOf(`key ${number}`)), `key ${number}`);
  const found = wrongly(filter, 1000);
  assert.ok(found > 20 && found < 1000, `${found} of 1,000`);
});
