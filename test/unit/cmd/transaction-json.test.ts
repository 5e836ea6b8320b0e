// The JSON of a committed transaction, keys and locks as text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandError } from '../../../cmd/exit.ts';
import { keyJson, keyText, parseKey, parseLock, transactionJson } from '../../../cmd/transaction-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const notText = Uint8Array.of(0xff, 0xfe);

function sample(data: Uint8Array): Parameters<typeof transactionJson>[0] {
  return {
    partition: 1,
    offset: 7,
    index: 9,
    term: 2,
    timestamp: 1_700_000_000_000,
    type: 'transfer.v1',
    header: 3,
    key: { named: bytes('bc-1') },
    seen: 6,
    locks: [{ mode: 'write', name: bytes('alice') }],
    data,
    deltas: [],
    isVoid: false,
  };
}

test('a transaction with JSON data is one line of JSON with that data inside', () => {
  const text = transactionJson(sample(bytes('{"a": 1,\n "b": "x y\\" z"}')));
  assert.equal(text.includes('\n'), false);
  assert.deepEqual(JSON.parse(text), {
    partition: 1,
    offset: 7,
    index: 9,
    term: 2,
    timestamp: 1_700_000_000_000,
    type: 'transfer.v1',
    header: 3,
    key: 'bc-1',
    locks: [{ mode: 'write', name: 'alice' }],
    data: { a: 1, b: 'x y" z' },
  });
});

test('no digit of a number in the data is lost', () => {
  const text = transactionJson(sample(bytes('{"cents": 9007199254740993, "rate": 0.10000000000000000001}')));
  assert.match(text, /"data":\{"cents":9007199254740993,"rate":0\.10000000000000000001\}\}$/);
});

test('white space inside texts of the data stays', () => {
  assert.match(transactionJson(sample(bytes('["a  \\\\", " b "]'))), /"data":\["a {2}\\\\"," b "\]/);
});

test('data that is not JSON is given in base64', () => {
  assert.deepEqual(JSON.parse(transactionJson(sample(bytes('{"a":1'))) as string).dataBase64, Buffer.from('{"a":1').toString('base64'));
  assert.deepEqual(JSON.parse(transactionJson(sample(notText))).dataBase64, '//4=');
  assert.deepEqual(JSON.parse(transactionJson(sample(new Uint8Array(0)))).dataBase64, '');
});

test('deltas stand in place of the data, in their order', () => {
  const deltas = [
    { kind: 'put', key: bytes('alice'), value: bytes('5') },
    { kind: 'put', key: notText, value: notText },
    { kind: 'delete', key: bytes('bob') },
    { kind: 'record', data: bytes('') },
  ] as const;
  const parsed = JSON.parse(transactionJson({ ...sample(new Uint8Array(0)), deltas })) as Record<string, unknown>;
  assert.deepEqual(parsed.deltas, [
    { put: 'alice', value: '5' },
    { putBase64: '//4=', valueBase64: '//4=' },
    { delete: 'bob' },
    { record: '' },
  ]);
  assert.equal('data' in parsed || 'dataBase64' in parsed, false);
});

test('a key says what it is unless it is text', () => {
  assert.equal(keyJson({ named: 'k' }), 'k');
  assert.equal(keyJson({ named: bytes('k') }), 'k');
  assert.deepEqual(keyJson({ named: notText }), { base64: '//4=' });
  assert.deepEqual(keyJson({ generated: new Uint8Array(16).fill(0xab) }), { generated: 'ab'.repeat(16) });
  assert.equal(keyText({ generated: new Uint8Array(16) }), `generated ${'00'.repeat(16)}`);
});

test('a generated key is read back from its digits, and nothing else is', () => {
  assert.deepEqual(parseKey('AB'.repeat(16), { generated: true }), { generated: new Uint8Array(16).fill(0xab) });
  assert.deepEqual(parseKey('ab', { generated: false }), { named: 'ab' });
  for (const wrong of ['ab'.repeat(15), 'ab'.repeat(17), 'zz'.repeat(16), '']) {
    assert.throws(() => parseKey(wrong, { generated: true }), CommandError);
  }
});

test('a lock is MODE:NAME, and the name may hold colons', () => {
  assert.deepEqual(parseLock('write:Assets:US'), { mode: 'write', name: 'Assets:US' });
  assert.deepEqual(parseLock('append:a'), { mode: 'append', name: 'a' });
  for (const wrong of ['alice', ':alice', 'own:alice', 'write:', 'WRITE:a', '']) assert.throws(() => parseLock(wrong), CommandError);
});
