// The JSON of deltas, both ways.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deltaJson, deltaText, parseDeltas } from '../../../cmd/delta-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what is printed can be submitted again', () => {
  const deltas = [
    { kind: 'put', key: bytes('a'), value: Uint8Array.of(0xff) },
    { kind: 'delete', key: Uint8Array.of(0xfe) },
    { kind: 'record', data: bytes('') },
  ] as const;
  assert.deepEqual(parseDeltas(deltas.map(deltaJson)), [{ put: 'a', value: Buffer.of(0xff) }, { delete: Buffer.of(0xfe) }, { record: '' }]);
});

test('bytes that are not text are hexadecimal for a human', () => {
  assert.equal(deltaText({ kind: 'put', key: bytes('a'), value: Uint8Array.of(0xff, 1) }), 'put a=0xff01');
  assert.equal(deltaText({ kind: 'delete', key: bytes('ä') }), 'delete ä');
});

test('anything else is refused, with its place', () => {
  const refused: readonly (readonly [unknown, RegExp])[] = [
    [{}, /not a list/],
    [[{ record: 'a' }, 7], /delta 2: not an object/],
    [[{}], /delta 1: .*exactly one/],
    [[{ put: 'a', delete: 'b', value: 'c' }], /exactly one/],
    [[{ put: 'a' }], /needs a value/],
    [[{ put: 'a', value: 'b', valueBase64: '' }], /needs a value/],
    [[{ put: 'a', value: 5 }], /'value' is 5, not a text/],
    [[{ delete: 'a', value: 'b' }], /'value' does not belong/],
    [[{ recordBase64: '*' }], /not base64/],
  ];
  for (const [value, message] of refused) assert.throws(() => parseDeltas(value), message);
});
