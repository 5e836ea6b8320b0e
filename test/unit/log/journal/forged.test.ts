// Writes with sound checksums that say something impossible, and payloads that are no transaction: each is named, none is believed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../../consensus/types.ts';
import { chainDigest } from '../../../../log/chain-digest.ts';
import type { JournalErrorCode } from '../../../../log/journal/errors.ts';
import { decodeJournalHeader, JOURNAL_HEADER_BYTES, journalSeed } from '../../../../log/journal/segment-header.ts';
import { decodeTransaction, entryBehind, keysOf, OpenTransaction } from '../../../../log/journal/transaction.ts';
import { emptyLogEnd } from '../../../../log/log-end.ts';
import { encodeWrite } from '../../../../log/write-unit.ts';
import { MemoryDisk } from '../memory-disk.ts';
import { bytesOf, openPlain, rejectsWith, restart, SMALL, throwsWith, unappliedOf } from './support.ts';

const PATH = '/a/0000000001.journal';
const SEED = journalSeed({ journalId: '00112233445566778899aabbccddeeff', sequence: 1 });

function payloadOf(number: number): Uint8Array {
  const transaction = new OpenTransaction(SMALL.transactionBytesMax);
  transaction.add(bytesOf(number), new TextEncoder().encode('key'));
  return transaction.payload();
}

/** A new journal whose first segment holds this write, and nothing else. */
async function forged(entries: readonly Entry[], edit: (bytes: Uint8Array) => void = () => undefined): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await (await openPlain(disk)).close();
  const { parts } = encodeWrite(entries, { seed: SEED, position: JOURNAL_HEADER_BYTES });
  const file = disk.file(PATH);
  const bytes = file.cache.slice();
  const write = Buffer.concat(parts);
  bytes.set(write.subarray(0, bytes.length - JOURNAL_HEADER_BYTES), JOURNAL_HEADER_BYTES);
  edit(bytes);
  file.replace(bytes);
  return restart(disk);
}

/** The first entry, with something else in it and the right digest. */
function other(change: Partial<Entry>): Entry {
  const entry = { ...entryBehind(emptyLogEnd(), payloadOf(1)), ...change };
  return { ...entry, digest: chainDigest(entry.previousDigest, entry.index, entry) };
}

test('what the journal itself writes is accepted', async () => {
  const first = entryBehind(emptyLogEnd(), payloadOf(1));
  const disk = await forged([first]);
  const [found] = await unappliedOf(await openPlain(disk));
  assert.deepEqual(found, { offset: 1, objects: [{ key: 'key', bytes: bytesOf(1) }] });
});

test('a sound write that says something impossible stops the start', async () => {
  const cases: [string, JournalErrorCode, Partial<Entry>][] = [
    ['another offset', 'CORRUPT', { index: 2, firstOffset: 2 }],
    ['another term', 'VERSION', { term: 2 }],
    ['a no-op', 'VERSION', { type: 'no-op' }],
    ['two transactions', 'VERSION', { count: 2 }],
    ['another first offset', 'UNCLEAR', { firstOffset: 3 }],
    ['another history', 'UNCLEAR', { previousDigest: new Uint8Array(32).fill(1) }],
    ['not a transaction', 'VERSION', { payload: bytesOf(1) }],
    ['larger than the segment', 'CORRUPT', { payload: new Uint8Array(SMALL.segmentBytes) }],
  ];
  for (const [what, code, change] of cases) {
    const error = await rejectsWith(openPlain(await forged([other(change)])), code);
    assert.equal(error.file, PATH, what);
  }
});

test('a payload one byte short or long, or with a count one off, is no transaction', () => {
  const payload = payloadOf(1);
  assert.deepEqual(decodeTransaction(7, payload), { offset: 7, objects: [{ key: 'key', bytes: bytesOf(1) }] });
  assert.equal(decodeTransaction(7, payload.subarray(0, -1)), undefined);
  assert.equal(decodeTransaction(7, Buffer.concat([payload, new Uint8Array(1)])), undefined);
  assert.equal(decodeTransaction(7, payload.subarray(0, 3)), undefined);
  for (const count of [0, 2, 65_537]) {
    const wrong = payload.slice();
    new DataView(wrong.buffer).setUint32(0, count, true);
    assert.equal(decodeTransaction(7, wrong), undefined, `${count} objects`);
  }
});

test('the keys of a transaction are those of its objects, once each; one object without a key makes it overlap with all', () => {
  const bytes = bytesOf(1);
  const objects = [
    { key: 'a', bytes },
    { key: 'b', bytes },
    { key: 'a', bytes },
  ];
  assert.deepEqual(keysOf({ offset: 1, objects }), ['a', 'b']);
  assert.equal(keysOf({ offset: 1, objects: [...objects, { key: undefined, bytes }] }), undefined);
  assert.deepEqual(keysOf({ offset: 1, objects: [] }), []);
});

test('every single flipped bit of a segment header is noticed', async () => {
  const disk = await forged([other({})]);
  const block = disk.file(PATH).cache.slice(0, JOURNAL_HEADER_BYTES);
  assert.equal(decodeJournalHeader(block, PATH).sequence, 1);
  for (let bit = 0; bit < 8 * JOURNAL_HEADER_BYTES; bit++) {
    const flipped = block.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    throwsWith(() => decodeJournalHeader(flipped, PATH), 'CORRUPT');
  }
  throwsWith(() => decodeJournalHeader(block.subarray(0, -1), PATH), 'CORRUPT');
});
