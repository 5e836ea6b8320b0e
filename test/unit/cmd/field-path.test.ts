// The path language of `import`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFieldPath, valuesAt } from '../../../cmd/field-path.ts';

const line = { id: 'a1', postings: [{ account: 'x', n: 1 }, { account: 'y' }, 'odd'], map: { k1: { v: 1 }, k2: { v: 2 } } };

function at(path: string): unknown[] {
  return valuesAt(line, parseFieldPath(path));
}

test('a name leads to the field of that name', () => {
  assert.deepEqual(at('id'), ['a1']);
});

test('a star leads to every element of a list, and passes over what has no such field', () => {
  assert.deepEqual(at('postings.*.account'), ['x', 'y']);
});

test('a star leads to every value of an object', () => {
  assert.deepEqual(at('map.*.v'), [1, 2]);
});

test('digits lead to one element of a list', () => {
  assert.deepEqual(at('postings.1.account'), ['y']);
  assert.deepEqual(at('postings.3.account'), []);
  assert.deepEqual(at('postings.01'), [{ account: 'y' }]);
});

test('what is not there yields nothing', () => {
  assert.deepEqual(at('nothing.at.all'), []);
  assert.deepEqual(at('id.length'), []);
});

test('inherited properties are not fields', () => {
  assert.deepEqual(at('toString'), []);
  assert.deepEqual(at('postings.length'), []);
  assert.deepEqual(at('__proto__'), []);
});

test('an empty name is refused wherever it stands', () => {
  for (const path of ['', '.', 'a.', '.a', 'a..b']) assert.throws(() => parseFieldPath(path), RangeError);
});

test('a path that finds too much is refused', () => {
  const wide = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => 1));
  assert.throws(() => valuesAt(wide, parseFieldPath('*.*')), /more than 65536 values/);
});
