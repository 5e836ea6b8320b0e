// The chain digest beside its layout in FORMAT.md, written out once more; payloads on both sides of the size up to which they are copied.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EntryBody } from '../../../consensus/types.ts';
import { chainDigest } from '../../../log/chain-digest.ts';

const CODES = { 'no-op': 1, batch: 2, 'snapshot-point': 3, membership: 4 } as const;

/** As FORMAT.md says it. */
function expected(previousDigest: Uint8Array, index: number, body: EntryBody): Buffer {
  const fields = Buffer.alloc(48);
  fields.writeBigUInt64LE(BigInt(index), 0);
  fields.writeBigUInt64LE(BigInt(body.term), 8);
  fields.writeBigUInt64LE(BigInt(body.firstOffset), 16);
  fields.writeBigUInt64LE(BigInt(body.timestamp), 24);
  fields.writeUInt32LE(body.count, 32);
  fields.writeUInt32LE(body.payload.length, 36);
  fields.writeUInt8(CODES[body.type], 40);
  return createHash('sha256').update('LLENTRY1').update(previousDigest).update(fields).update(body.payload).digest();
}

test('is SHA-256 over what FORMAT.md lists, for every size of payload, one after the other', () => {
  const safe = fc.nat({ max: Number.MAX_SAFE_INTEGER });
  const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
  const body = fc.record<EntryBody>({
    term: safe,
    type: fc.constantFrom('no-op', 'batch', 'snapshot-point', 'membership'),
    timestamp: safe,
    firstOffset: safe,
    count: fc.nat({ max: 2 ** 32 - 1 }),
    payload: fc.constantFrom(0, 1, 100, 8191, 8192, 8193, 20_000).chain(bytes),
  });
  fc.assert(
    fc.property(bytes(32), safe, body, (previousDigest, index, of) => {
      assert.deepEqual(Buffer.from(chainDigest(previousDigest, index, of)), expected(previousDigest, index, of));
    }),
    { numRuns: 60 },
  );
});
