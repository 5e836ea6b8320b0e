// The canonical encoding: the parser accepts exactly what the writer makes, and agrees with the full decoder on all of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  DELTAS_MAX,
  deltasOf,
  encodeTransaction,
  parseTransaction,
  STATE_VALUE_BYTES_MAX,
  splitTransactions,
  type TransactionFields,
  type WireDelta,
  WireError,
} from '@ledgerline/client/internal';
import fc from 'fast-check';
import { ledgerline } from '#client-sdk/gen/client.js';
import { transaction } from './arbitraries.ts';

const { SubmitRequest, Transaction } = ledgerline.client.v1;

const SIMPLE: Required<TransactionFields> = {
  type: 't',
  header: 0,
  locks: [],
  key: { kind: 'named', bytes: Buffer.from('k') },
  seen: undefined,
  data: new Uint8Array(0),
  deltas: [],
};
/** 7a length | 0a 01 't' | 2a 01 'k' */
const SIMPLE_BYTES = Buffer.from([0x7a, 6, 0x0a, 1, 0x74, 0x2a, 1, 0x6b]);

/** One encoded transaction with this body. */
function framed(...body: number[]): Buffer {
  return Buffer.from([0x7a, body.length, ...body]);
}

/** What the generated decoder makes of it, as the parser would say it; `undefined` if it does not decode or is not one transaction. */
function fullyDecoded(bytes: Uint8Array): { readonly fields: Required<TransactionFields>; readonly again: Buffer } | undefined {
  try {
    const request = SubmitRequest.decode(bytes);
    const [message] = request.transactions;
    if (message === undefined || request.transactions.length !== 1) return undefined;
    const { type, header, locks, generatedKey, namedKey, seen, data, deltas } = message;
    const modes = [undefined, 'write', 'read', 'append'] as const;
    const key = generatedKey
      ? ({ kind: 'generated', bytes: generatedKey } as const)
      : ({ kind: 'named', bytes: namedKey ?? new Uint8Array() } as const);
    return {
      fields: {
        type: type ?? '',
        header: header ?? 0,
        locks: (locks ?? []).map(({ mode, name }) => ({ mode: modes[mode ?? 0] ?? 'write', name: name ?? new Uint8Array() })),
        key,
        seen: seen === null || seen === undefined ? undefined : Number(seen),
        data: data ?? new Uint8Array(0),
        deltas: (deltas ?? []).map(decodedDelta),
      },
      again: Buffer.from(SubmitRequest.encode(request).finish()),
    };
  } catch {
    return undefined;
  }
}

function decodedDelta(message: ledgerline.client.v1.Delta.$Properties): WireDelta {
  const empty = new Uint8Array(0);
  if (message.put) return { kind: 'put', key: message.put.key ?? empty, value: message.put.value ?? empty };
  if (message.delete) return { kind: 'delete', key: message.delete };
  return { kind: 'record', data: message.record ?? empty };
}

/** The fields that the encoder takes. */
function parsedFields(bytes: Uint8Array): Required<TransactionFields> {
  const { deltaBytes, ...fields } = parseTransaction(bytes);
  assert.deepEqual(deltaBytes, bytes.subarray(bytes.length - deltaBytes.length));
  return fields;
}

/** Whenever the parser accepts, the full decoder agrees field by field and encoding again, either way, gives the same bytes. */
function checkAgreement(bytes: Uint8Array): boolean {
  let parsed: Required<TransactionFields>;
  try {
    parsed = parsedFields(bytes);
  } catch (error) {
    assert.ok(error instanceof WireError, `${error}`);
    return false;
  }
  const full = fullyDecoded(bytes);
  assert.ok(full !== undefined, 'what the parser accepts the decoder does too');
  assert.deepEqual(JSON.stringify(parsed), JSON.stringify(full.fields));
  assert.deepEqual(full.again, Buffer.from(bytes));
  assert.deepEqual(encodeTransaction(parsed), Buffer.from(bytes));
  return true;
}

describe('canonical transaction', () => {
  test('has these bytes', () => {
    assert.deepEqual(encodeTransaction(SIMPLE), SIMPLE_BYTES);
    const all = encodeTransaction({
      type: 't',
      header: 300,
      locks: [
        { mode: 'write', name: Buffer.from('a') },
        { mode: 'append', name: Buffer.from('b') },
      ],
      key: { kind: 'generated', bytes: Buffer.alloc(16, 7) },
      seen: 0,
      data: Buffer.from('d'),
    });
    const expected = [
      '7a2b',
      '0a0174',
      '10ac02',
      '1a0508011201',
      '61',
      '1a0508031201',
      '62',
      '2210',
      '07'.repeat(16),
      '3000',
      '3a0164',
    ].join('');
    assert.equal(all.toString('hex'), expected);
  });

  test('parses what it wrote, as the generated decoder does', () => {
    fc.assert(
      fc.property(transaction, (fields) => {
        const bytes = encodeTransaction(fields);
        assert.deepEqual(parsedFields(bytes), fields);
        assert.deepEqual(deltasOf(bytes), fields.deltas);
        assert.ok(checkAgreement(bytes));
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with the generated decoder on everything it accepts of mutated bytes', () => {
    let accepted = 0;
    const mutation = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom('set', 'insert', 'remove', 'swap', 'cut') });
    fc.assert(
      fc.property(transaction, fc.array(mutation, { minLength: 1, maxLength: 3 }), (fields, mutations) => {
        let bytes = encodeTransaction(fields);
        for (const { at, byte, kind } of mutations) bytes = mutated(bytes, { at: at % bytes.length, byte, kind });
        if (checkAgreement(bytes)) accepted++;
      }),
      { numRuns: 4_000 },
    );
    assert.ok(accepted > 100, `only ${accepted} mutants were accepted`);
  });

  test('agrees on valid messages whose fields stand in another order, twice, or with defaults', () => {
    const field = fc.oneof(
      fc.constantFrom(
        [0x0a, 1, 0x74],
        [0x0a, 0],
        [0x10, 0],
        [0x10, 5],
        [0x1a, 5, 8, 1, 0x12, 1, 0x61],
        [0x1a, 0],
        [0x2a, 1, 0x6b],
        [0x22, 16, ...Buffer.alloc(16)],
      ),
      fc.constantFrom(
        [0x30, 0],
        [0x30, 9],
        [0x3a, 1, 1],
        [0x3a, 0],
        [0x42, 3, 0x1a, 1, 1],
        [0x42, 2, 0x1a, 0],
        [0x42, 0],
        [0x42, 3, 0x12, 1, 0x6b],
        [0x4a, 1, 1],
        [0x90, 0, 5],
        [0x10, 0x85, 0],
        [0x2a, 0x81, 0, 0x6b],
      ),
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 7 }), (fields) => {
        checkAgreement(framed(...fields.flat()));
      }),
      { numRuns: 4_000 },
    );
  });

  test('never throws anything but a WireError on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        checkAgreement(bytes);
        checkAgreement(framed(...bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  test('accepts each of these, and none of their nearest neighbours', () => {
    const type = [0x0a, 1, 0x74];
    const key = [0x2a, 1, 0x6b];
    const accepted: Record<string, number[]> = {
      'a named key': [...type, ...key],
      'a generated key': [...type, 0x22, 16, ...Buffer.alloc(16)],
      'a header': [...type, 0x10, 1, ...key],
      'a lock': [...type, 0x1a, 5, 8, 1, 0x12, 1, 0x61, ...key],
      'the same lock twice': [...type, 0x1a, 5, 8, 1, 0x12, 1, 0x61, 0x1a, 5, 8, 1, 0x12, 1, 0x61, ...key],
      'seen 0': [...type, ...key, 0x30, 0],
      'seen 2^53 - 1': [...type, ...key, 0x30, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
      data: [...type, ...key, 0x3a, 1, 0],
      'a put': [...type, ...key, 0x42, 8, 0x0a, 6, 0x0a, 1, 0x61, 0x12, 1, 0x62],
      'a put of nothing': [...type, ...key, 0x42, 5, 0x0a, 3, 0x0a, 1, 0x61],
      'a delete': [...type, ...key, 0x42, 3, 0x12, 1, 0x61],
      'a record': [...type, ...key, 0x42, 3, 0x1a, 1, 0x61],
      'an empty record': [...type, ...key, 0x42, 2, 0x1a, 0],
      'the same delta twice': [...type, ...key, 0x42, 2, 0x1a, 0, 0x42, 2, 0x1a, 0],
      'deltas after seen': [...type, ...key, 0x30, 1, 0x42, 2, 0x1a, 0],
    };
    const refused: Record<string, number[]> = {
      nothing: [],
      'no type': key,
      'an empty type': [0x0a, 0, ...key],
      'a type that is not UTF-8': [0x0a, 1, 0xff, ...key],
      'a type of 65 bytes': [0x0a, 65, ...Buffer.alloc(65, 0x74), ...key],
      'no key': type,
      'an empty key': [...type, 0x2a, 0],
      'a named key of 65 bytes': [...type, 0x2a, 65, ...Buffer.alloc(65)],
      'a generated key of 15 bytes': [...type, 0x22, 15, ...Buffer.alloc(15)],
      'a generated key of 17 bytes': [...type, 0x22, 17, ...Buffer.alloc(17)],
      'both keys': [...type, 0x22, 16, ...Buffer.alloc(16), ...key],
      'two keys': [...type, ...key, ...key],
      'two types': [...type, ...type, ...key],
      'header 0': [...type, 0x10, 0, ...key],
      'header 2^32': [...type, 0x10, 0x80, 0x80, 0x80, 0x80, 0x10, ...key],
      'a header in two bytes that needs one': [...type, 0x10, 0x81, 0, ...key],
      'a header after the key': [...type, ...key, 0x10, 1],
      'a lock without mode': [...type, 0x1a, 3, 0x12, 1, 0x61, ...key],
      'a lock of mode 0': [...type, 0x1a, 5, 8, 0, 0x12, 1, 0x61, ...key],
      'a lock of mode 4': [...type, 0x1a, 5, 8, 4, 0x12, 1, 0x61, ...key],
      'a lock without name': [...type, 0x1a, 2, 8, 1, ...key],
      'a lock with an empty name': [...type, 0x1a, 4, 8, 1, 0x12, 0, ...key],
      'a lock with one field more': [...type, 0x1a, 7, 8, 1, 0x12, 1, 0x61, 0x18, 1, ...key],
      'a lock that is longer than its transaction': [...type, 0x1a, 50, 8, 1, 0x12, 1, 0x61, ...key],
      'seen 2^53': [...type, ...key, 0x30, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
      'seen twice': [...type, ...key, 0x30, 0, 0x30, 0],
      'empty data': [...type, ...key, 0x3a, 0],
      'data twice': [...type, ...key, 0x3a, 1, 0, 0x3a, 1, 0],
      'a reserved field': [...type, ...key, 0x4a, 1, 0],
      'data and deltas': [...type, ...key, 0x3a, 1, 0, 0x42, 2, 0x1a, 0],
      'deltas before data': [...type, ...key, 0x42, 2, 0x1a, 0, 0x3a, 1, 0],
      'deltas before seen': [...type, ...key, 0x42, 2, 0x1a, 0, 0x30, 1],
      'an empty delta': [...type, ...key, 0x42, 0],
      'a delta with two changes': [...type, ...key, 0x42, 4, 0x1a, 0, 0x1a, 0],
      'a delta with an unknown field': [...type, ...key, 0x42, 2, 0x22, 0],
      'a delta that is longer than its transaction': [...type, ...key, 0x42, 9, 0x1a, 0],
      'a put without key': [...type, ...key, 0x42, 2, 0x0a, 0],
      'a put with an empty key': [...type, ...key, 0x42, 4, 0x0a, 2, 0x0a, 0],
      'a put with an empty value': [...type, ...key, 0x42, 7, 0x0a, 5, 0x0a, 1, 0x61, 0x12, 0],
      'a put with one field more': [...type, ...key, 0x42, 10, 0x0a, 8, 0x0a, 1, 0x61, 0x12, 1, 0x62, 0x18, 1],
      'a put whose value comes first': [...type, ...key, 0x42, 8, 0x0a, 6, 0x12, 1, 0x62, 0x0a, 1, 0x61],
      'a put that is longer than its delta': [...type, ...key, 0x42, 5, 0x0a, 4, 0x0a, 1, 0x61],
      'a delete of nothing': [...type, ...key, 0x42, 2, 0x12, 0],
      'a delta whose length needs one byte and has two': [...type, ...key, 0x42, 0x82, 0, 0x1a, 0],
      'a tag in two bytes that needs one': [0x8a, 0, 1, 0x74, ...key],
      'field 0': [...type, ...key, 0x00, 0],
    };
    for (const [name, body] of Object.entries(accepted)) assert.ok(checkAgreement(framed(...body)), name);
    for (const [name, body] of Object.entries(refused)) assert.equal(checkAgreement(framed(...body)), false, name);
  });

  test('a state key has at most 256 bytes, a value at most 512 KiB, a transaction at most 4,096 deltas', () => {
    const accepts = (deltas: readonly WireDelta[]) => checkAgreement(encodeTransaction({ ...SIMPLE, deltas }));
    const key = Buffer.from('k');
    assert.ok(
      accepts([
        { kind: 'put', key: Buffer.alloc(256), value: key },
        { kind: 'delete', key: Buffer.alloc(256) },
      ]),
    );
    assert.equal(accepts([{ kind: 'put', key: Buffer.alloc(257), value: key }]), false);
    assert.equal(accepts([{ kind: 'delete', key: Buffer.alloc(257) }]), false);
    assert.doesNotThrow(() =>
      deltasOf(encodeTransaction({ ...SIMPLE, deltas: [{ kind: 'put', key, value: Buffer.alloc(STATE_VALUE_BYTES_MAX) }] })),
    );
    assert.throws(
      () => deltasOf(encodeTransaction({ ...SIMPLE, deltas: [{ kind: 'put', key, value: Buffer.alloc(STATE_VALUE_BYTES_MAX + 1) }] })),
      WireError,
    );
    const records = Array.from({ length: DELTAS_MAX }, () => ({ kind: 'record' as const, data: key }));
    assert.ok(accepts(records));
    assert.equal(accepts([...records, { kind: 'record', data: key }]), false);
  });

  test('has data or deltas', () => {
    assert.throws(() => encodeTransaction({ ...SIMPLE, data: Buffer.of(1), deltas: [{ kind: 'record', data: Buffer.of(1) }] }), RangeError);
  });

  test('is exactly as long as its length says', () => {
    for (let bytes = 0; bytes < SIMPLE_BYTES.length; bytes++) assert.equal(checkAgreement(SIMPLE_BYTES.subarray(0, bytes)), false);
    assert.equal(checkAgreement(Buffer.concat([SIMPLE_BYTES, Buffer.of(0)])), false);
    assert.equal(checkAgreement(Buffer.from([0x7a, 0x86, 0, 0x0a, 1, 0x74, 0x2a, 1, 0x6b])), false);
    assert.equal(checkAgreement(Buffer.from([0x72, 6, 0x0a, 1, 0x74, 0x2a, 1, 0x6b])), false);
  });

  test('stands in a row with others and is split off again', () => {
    fc.assert(
      fc.property(fc.array(transaction, { maxLength: 4 }), (all) => {
        const encoded = all.map(encodeTransaction);
        assert.deepEqual(splitTransactions(Buffer.concat(encoded)), encoded);
      }),
    );
    assert.throws(() => splitTransactions(Buffer.concat([SIMPLE_BYTES, Buffer.of(0x10, 1)])), WireError);
    assert.throws(() => splitTransactions(SIMPLE_BYTES.subarray(0, -1)), WireError);
  });

  test('refuses numbers out of range', () => {
    for (const header of [-1, 0.5, 2 ** 32]) assert.throws(() => encodeTransaction({ ...SIMPLE, header }), RangeError);
    for (const seen of [-1, 0.5, 2 ** 53]) assert.throws(() => encodeTransaction({ ...SIMPLE, seen }), RangeError);
  });

  test('is a Transaction of client.proto', () => {
    const message = Transaction.decode(SIMPLE_BYTES.subarray(2));
    assert.deepEqual([message.type, Buffer.from(message.namedKey ?? []).toString()], ['t', 'k']);
  });
});

function mutated(bytes: Buffer, change: { readonly at: number; readonly byte: number; readonly kind: string }): Buffer {
  const { at, byte, kind } = change;
  const result = Buffer.from(bytes);
  const before = bytes.subarray(0, at);
  if (kind === 'set') result[at] = byte;
  if (kind === 'swap') result[at] = bytes[(at + byte) % bytes.length] ?? 0;
  if (kind === 'insert') return Buffer.concat([before, Buffer.of(byte), bytes.subarray(at)]);
  if (kind === 'remove' && bytes.length > 1) return Buffer.concat([before, bytes.subarray(at + 1)]);
  if (kind === 'cut' && at > 0) return Buffer.from(before);
  return result;
}
